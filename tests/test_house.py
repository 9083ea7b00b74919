"""The house itself: links, package, locks, and what the README promises."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^ ;\\]+)", re.MULTILINE)
FOLDERS = ("pipeline", "graph", "queries")


def ranges(*extras: str) -> list[Requirement]:
    declared = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
    for extra in extras:
        declared += PROJECT["project"]["optional-dependencies"][extra]
    return [Requirement(text) for text in declared]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_package_links_to_the_folders_at_the_top(folder: str) -> None:
    link = ROOT / "src" / "regraph" / folder
    assert link.is_symlink()
    assert Path(os.readlink(link)) == Path("..") / ".." / folder
    assert link.resolve() == ROOT / folder


@pytest.mark.parametrize(("lock", "extras"), [("requirements.lock", []), ("requirements-test.lock", ["test"])])
def test_locks_hold_every_dependency_within_its_range_and_with_hashes(lock: str, extras: list[str]) -> None:
    text = (ROOT / lock).read_text("utf-8")
    pins: dict[str, list[str]] = {}
    for pin in PIN.finditer(text):
        pins.setdefault(canonicalize_name(pin["name"]), []).append(pin["version"])
    for requirement in ranges(*extras):
        versions = pins.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not in {lock}; run make lock"
        assert all(requirement.specifier.contains(version) for version in versions), f"{requirement}: run make lock"
    entries = re.split(r"^(?=\S)", re.sub(r"^ *#.*\n", "", text, flags=re.MULTILINE), flags=re.MULTILINE)
    assert all("--hash=sha256:" in entry for entry in entries if entry.strip())
    assert "://" not in text


def test_the_test_lock_holds_the_same_versions() -> None:
    pins = [
        {pin.group() for pin in PIN.finditer((ROOT / lock).read_text("utf-8"))}
        for lock in ("requirements.lock", "requirements-test.lock")
    ]
    assert pins[0] <= pins[1]


def test_the_wheel_holds_each_file_once(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if ".dist-info/" not in name]
    package = ROOT / "src" / "regraph"
    own = {f"regraph/{path.name}" for path in package.iterdir() if path.is_file()}
    linked = {
        f"regraph/{path.relative_to(ROOT)}" for folder in FOLDERS for path in (ROOT / folder).rglob("*") if _is_source(path)
    }
    assert sorted(names) == sorted(own | linked)


def _is_source(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts


def test_the_readme_explains_every_direct_dependency() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    table = readme[readme.index("## Dependencies") : readme.index("## Licence")]
    for name in [requirement.name for requirement in ranges("test")]:
        if name != "hatchling":
            assert re.search(rf"\b{re.escape(name)}\b", table), name


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_are_in_readme_and_makefile(target: str) -> None:
    assert re.search(rf"^\$ make {target}\b", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_continuous_integration_runs_the_tests_alone() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    lines = script.read_text("utf-8").splitlines()
    assert "set -euo pipefail" in lines
    assert [line for line in lines if line.startswith("make")] == ["make test"]
