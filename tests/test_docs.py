"""The documentation: every command and every line of Python in it runs, generated pages are fresh, links lead somewhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import generate
import nbformat
import pytest
from nbclient import NotebookClient
from neo4j import GraphDatabase
from neo4j_server import Server
from transcripts import commands, fences, promised, run

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
HAND_WRITTEN = [page for page in sorted(DOCS.rglob("*.md")) if not page.read_text("utf-8").startswith(generate.MADE)]
PAGES = [ROOT / "README.md", *HAND_WRITTEN]
NOTEBOOKS = sorted(DOCS.rglob("*.ipynb"))
NEO4J = "bolt://localhost:7687"
ELSEWHERE = ("git ", "make ")  # these set up the folder that the tests run in


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample texts, as the pages tell their readers to be in, and regraph in the path."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("REGRAPH_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return tmp_path


@pytest.fixture
def neo4j(request: pytest.FixtureRequest) -> Iterator[Server]:
    """The server, empty afterwards."""
    server: Server = request.getfixturevalue("neo4j_server")
    yield server
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_is_what_happens(page: Path, desk: Path, request: pytest.FixtureRequest) -> None:
    environment = dict(os.environ)
    blocks = fences(page)
    server = request.getfixturevalue("neo4j") if any(f"load --neo4j-uri {NEO4J}" in block.text for block in blocks) else None
    if server:
        environment |= {"REGRAPH_NEO4J_USER": server.user, "REGRAPH_NEO4J_PASSWORD": server.password}
    names: dict[str, object] = {}
    for block in blocks:
        if block.kind == "python":
            exec(compile(block.text, f"{page.name}:{block.line}", "exec"), names)
        for command, shown in commands(block.text) if block.kind == "console" else ():
            if command.startswith(ELSEWHERE):
                continue
            asked = command.replace(NEO4J, server.uri) if server else command
            code, printed = run(asked, desk, environment)
            assert code == 0 or any(line.startswith("regraph: ") for line in shown), f"$ {command}\n{printed}"
            assert not shown or promised(shown, printed), f"$ {command}\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_block_that_is_not_run_holds_no_command_of_regraph(page: Path) -> None:
    for block in fences(page):
        if block.kind not in ("console", "python"):
            assert not re.search(r"^(?:\$ )?regraph ", block.text, re.MULTILINE), block.text


@pytest.mark.parametrize("name", sorted(generate.pages()))
def test_generated_pages_are_fresh(name: str) -> None:
    assert (generate.REFERENCE / name).read_text("utf-8") == generate.pages()[name], "run make docs"


def test_the_pages_are_built_with_all_links_and_open_without_network(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--nitpicky", "--quiet", "--builder", "html"]
    done = subprocess.run([*build, str(DOCS), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert {page.relative_to(DOCS).with_suffix(".html") for page in DOCS.rglob("*.md")} <= {
        page.relative_to(tmp_path) for page in tmp_path.rglob("*.html")
    }
    for file in [*tmp_path.rglob("*.html"), *tmp_path.rglob("*.css")]:
        fetched = re.findall(
            r"""(?:<(?:script|img|iframe)[^>]*\bsrc|<link[^>]*\bhref|@import|\burl\()[=("' ]*(?:https?:)?//""",
            file.read_text("utf-8"),
        )
        assert not fetched, file


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (ROOT / target).exists(), target


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda notebook: notebook.name)
def test_a_notebook_runs_and_keeps_no_outputs(notebook: Path, desk: Path) -> None:
    stored = json.loads(notebook.read_text("utf-8"))
    assert not [cell for cell in stored["cells"] if cell.get("outputs") or cell.get("execution_count")]
    ran = NotebookClient(
        nbformat.reads(json.dumps(stored), 4), timeout=120, resources={"metadata": {"path": str(desk)}}
    ).execute()
    shown = "".join(json.dumps(output, ensure_ascii=False) for cell in ran.cells for output in cell.get("outputs", []))
    for words in ("23 read, 0 unchanged, 0 failed", "<svg", "Quy định 69-QĐ/TW ngày 06/07/2022", "165-QĐ/TW"):
        assert words in shown
