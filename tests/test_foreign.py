"""Cypher written by somebody else reads the graph and nothing else, and is stopped when it takes too long or too much."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_graph import SAMPLE, SMALL, document, graph
from typer.testing import CliRunner

import regraph
from regraph.cli import app
from regraph.errors import UsageError
from regraph.graph.stores.embedded import EmbeddedStore, build
from regraph.graph.stores.foreign import Limits

ENDLESS = "MATCH (a), (b), (c), (d), (e), (f) RETURN sum(size(a.id) + size(b.id) + size(c.id) + size(d.id) + size(e.id))"
QUICK = Limits(seconds=20, rows=1000)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    path = tmp_path_factory.mktemp("foreign") / "graph"
    build(SAMPLE, path)
    with EmbeddedStore(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that no query may read."""
    path = tmp_path_factory.mktemp("elsewhere") / "secret.csv"
    path.write_text("name,word\nAn,xyzzy\n")
    return path


@pytest.mark.parametrize(
    ("cypher", "parameters", "rows"),
    [
        ("MATCH (d:Document {id: $id}) RETURN d.symbol", {"id": "96"}, [("96-QĐ/TW",)]),
        ("/* a comment */ // another\n  match (d:Document {id: '96'}) return d.symbol", {}, [("96-QĐ/TW",)]),
        ("UNWIND $ids AS id MATCH (d:Document {id: id}) RETURN d.number", {"ids": ["96", "262"]}, [("96",), ("262",)]),
        ("WITH 1 AS x RETURN x", {}, [(1,)]),
        ("OPTIONAL MATCH (d:Document {id: 'none'}) RETURN d", {}, [(None,)]),
        ("RETURN date('2023-02-02'), 1.5, true, [1, NULL], 'ệ'", {}, [("2023-02-02", 1.5, True, [1, None], "ệ")]),
        ("RETURN 'COPY', 'LOAD EXTENSION'", {}, [("COPY", "LOAD EXTENSION")]),
        ("CALL show_tables() RETURN count(*) > 8", {}, [(True,)]),
        ("MATCH (:Document {id: 'chain00'})-[:REPLACES|FOLLOWS*]->(d:Document) RETURN count(*)", {}, [(40,)]),
    ],
)
def test_what_reads_the_graph_is_answered(
    store: EmbeddedStore, cypher: str, parameters: dict[str, object], rows: list[tuple[object, ...]]
) -> None:
    assert store.foreign(cypher, parameters, QUICK).rows == rows


ELSEWHERE = r"reads nothing but the graph$"


@pytest.mark.parametrize(
    ("cypher", "told"),
    [
        ("LOAD FROM '{secret}' RETURN *", f"it begins with LOAD; .*{ELSEWHERE}"),
        ("/* */ EXPLAIN load from '{secret}' RETURN *", f"it begins with LOAD; .*{ELSEWHERE}"),
        ("MATCH (d:Document) LOAD FROM '{secret}' RETURN *", f"it reaches for a file or the network; .*{ELSEWHERE}"),
        ("WITH 1 AS x LOAD FROM '{secret}' (header = true) RETURN *", f"it reaches for a file or the network; .*{ELSEWHERE}"),
        ("WITH 1 AS x LOAD FROM '{secret}.none' RETURN *", f"it reaches for a file or the network; .*{ELSEWHERE}"),
        ("WITH 1 AS x LOAD FROM 'https://nowhere.invalid/a.csv' RETURN *", "it reaches for a file or the network"),
        ("UNWIND [1] AS x LOAD FROM '{secret}*' RETURN *", "it reaches for a file or the network"),
        ("COPY (MATCH (d:Document) RETURN d.id) TO '{target}'", f"it begins with COPY; .*{ELSEWHERE}"),
        ("RETURN 1; COPY (MATCH (d:Document) RETURN d.id) TO '{target}'", "multiple statements"),
        ("COPY Document FROM '{secret}'", "it begins with COPY"),
        ("EXPORT DATABASE '{target}'", "it begins with EXPORT"),
        ("IMPORT DATABASE '{secret}'", "it begins with IMPORT"),
        ("LOAD EXTENSION httpfs", "it begins with LOAD"),
        ("LOAD EXTENSION '{secret}'", "it begins with LOAD"),
        ("INSTALL httpfs", "it begins with INSTALL"),
        ("ATTACH '{secret}' AS other (dbtype lbug)", "it begins with ATTACH"),
        ("CREATE (:Document {{id: 'new'}})", "it begins with CREATE"),
        ("MATCH (d:Document) SET d.title = 'new'", "read-only"),
        ("MATCH (d:Document) DETACH DELETE d", "read-only"),
        ("CHECKPOINT", "it begins with CHECKPOINT"),
        ("", "it begins with no word"),
        ("RETRN 1", "it begins with RETRN"),
        ("MATCH d RETURN d", "Parser exception"),
        ("RETURN $missing", "[Pp]arameter"),
        ("RETURN 1 / 0", "Divide by zero"),
        ("RETURN '\udcff'", "bytes that are no UTF-8"),
    ],
)
def test_what_does_more_is_refused(store: EmbeddedStore, secret: Path, tmp_path: Path, cypher: str, told: str) -> None:
    target = tmp_path / "written"
    with pytest.raises(UsageError, match=r"^the query") as error:
        store.foreign(cypher.format(secret=secret, target=target), {}, QUICK)
    assert re.search(told, str(error.value)), str(error.value)
    assert not re.search(r"xyzzy|\n", str(error.value))
    assert not target.exists()


@pytest.mark.parametrize(
    ("cypher", "limits", "told"),
    [
        ("UNWIND range(1, 3000000) AS x RETURN x", QUICK, "its answer has more than 1000 rows"),
        ("MATCH (a), (b), (c), (d) RETURN a, b, c, d", QUICK, "its answer has more than 1000 rows"),
        ("UNWIND range(1, 900) AS x RETURN repeat('x', 100000)", QUICK, "its answer is larger than 64 MB"),
        ("RETURN repeat('x', 2000000000)", QUICK, "it needs too much memory"),
        ("RETURN list_transform(range(1, 100000000), x -> x)", QUICK, "it needs too much memory"),
        (ENDLESS, Limits(seconds=2), "after 2 seconds"),
    ],
)  # fmt: skip
def test_what_takes_too_much_is_stopped(store: EmbeddedStore, cypher: str, limits: Limits, told: str) -> None:
    started = time.monotonic()
    with pytest.raises(UsageError, match=rf"^the query was stopped.*{told}"):
        store.foreign(cypher, {}, limits)
    assert time.monotonic() - started < limits.seconds + 10
    assert store.foreign("RETURN 1", {}, QUICK).rows == [(1,)]


def test_as_many_rows_as_allowed_are_answered(store: EmbeddedStore) -> None:
    assert len(store.foreign("UNWIND range(1, 1000) AS x RETURN x", {}, QUICK).rows) == 1000


def test_no_process_is_left_behind(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[str]] = []

    class Watched(subprocess.Popen[str]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Watched)
    with pytest.raises(UsageError):
        store.foreign(ENDLESS, {}, Limits(seconds=1))
    assert [process.returncode for process in started] == [-signal.SIGKILL]


def test_an_engine_that_breaks_down_is_told(store: EmbeddedStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "broken").write_text("#!/bin/sh\nkill -SEGV $$\n")
    (tmp_path / "broken").chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "broken"))
    with pytest.raises(UsageError, match="the engine broke down over it"):
        store.foreign("RETURN 1", {}, QUICK)


def test_the_graph_that_was_opened_is_asked_though_another_was_swapped_in(tmp_path: Path) -> None:
    build(SMALL, tmp_path / "graph")
    with EmbeddedStore(tmp_path / "graph") as opened:
        build(graph(document("new")), tmp_path / "graph")
        assert opened.foreign("MATCH (d:Document) RETURN d.id ORDER BY d.id", {}, QUICK).rows == [("a",), ("b",)]


# As users meet it


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["LOAD FROM '{secret}' RETURN *"], "the query was refused: it begins with LOAD"),
        (["WITH 1 AS x LOAD FROM '{secret}' RETURN *"], "the query was refused: it reaches for a file or the network"),
        (["COPY (MATCH (d:Document) RETURN d.id) TO '{target}'"], "the query was refused: it begins with COPY"),
        (["LOAD EXTENSION httpfs"], "the query was refused: it begins with LOAD"),
        (["UNWIND range(1, 3000000) AS x RETURN x"], "the query was stopped: its answer has more than 100000 rows"),
        (["MATCH (d:Document) RETURN d.id", "--max-rows", "3"], "the query was stopped: its answer has more than 3 rows"),
        ([ENDLESS, "--timeout", "1"], "the query was stopped after 1 seconds"),
    ],
)
def test_the_command_ends_with_one_sentence_and_its_code(
    demo: Path, secret: Path, tmp_path: Path, words: list[str], told: str
) -> None:
    text, *options = words
    target = tmp_path / "written"
    done = CliRunner().invoke(app, ["query", text.format(secret=secret, target=target), *options, "--db", str(demo)])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"regraph: {told}")
    assert done.stderr.count("\n") == 1
    assert not target.exists()


def test_standard_input_is_a_query(demo: Path) -> None:
    command = [sys.executable, "-m", "regraph", "query", "-", "--format", "jsonl", "--db", str(demo)]
    done = subprocess.run(
        command, input="// mine\nMATCH (d:Document {kind: 'Luật'})\nRETURN d.kind AS kind\n", capture_output=True, text=True
    )
    assert {json.loads(line)["kind"] for line in done.stdout.splitlines()} == {"Luật"}, done.stderr


def test_python_has_the_same_limits(demo: Path, secret: Path) -> None:
    with regraph.open(demo) as opened:
        assert opened.cypher("MATCH (d:Document {symbol: $s}) RETURN d.kind AS kind", s="96-QĐ/TW")[0]["kind"] == "Quy định"
        for text in (f"LOAD FROM '{secret}' RETURN *", f"WITH 1 AS x LOAD FROM '{secret}' RETURN *", "CREATE (:Body {id: 'x'})"):
            with pytest.raises(UsageError, match="reads nothing but the graph"):
                opened.cypher(text)
        with pytest.raises(UsageError, match="more than 2 rows"):
            opened.cypher("MATCH (d:Document) RETURN d", limits=Limits(rows=2))
