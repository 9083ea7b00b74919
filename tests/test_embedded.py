"""The graph file is made aside and swapped in whole: readers go on, and no failure loses the file of before."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import pytest
from sample_graph import SAMPLE, SMALL, contents, expected, graph

from regraph.errors import BusyError, DataError, RegraphError, StorageError, UsageError
from regraph.graph.stores import copying
from regraph.graph.stores.embedded import EmbeddedStore, build
from regraph.graph.stores.swapping import swapped_in
from regraph.model import Edge, Graph, Node

T = TypeVar("T")
ROOT = Path(__file__).parent.parent


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("name", ["plain", "with space", "it's", "[ab]*?", "back\\slash", "tiếng Việt", 'quo"te', "$x", "a;b"])
def test_a_store_can_lie_anywhere(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "new" / name
    build(SMALL, path)
    with EmbeddedStore(path) as store:
        assert contents(store) == expected(SMALL)
    assert left_in(path.parent) == [name]


def test_a_reader_goes_on_while_a_new_file_is_swapped_in(tmp_path: Path) -> None:
    path = tmp_path / "graph"
    build(SAMPLE, path)
    with EmbeddedStore(path) as old:
        build(SMALL, path)
        with EmbeddedStore(path) as new:
            assert contents(new) == expected(SMALL)
        build(Graph((), ()), path)
        assert contents(old) == expected(SAMPLE)
    with EmbeddedStore(path) as newest:
        assert contents(newest) == []


def test_files_beside_an_old_store_are_not_taken_for_the_new_one(tmp_path: Path) -> None:
    for suffix in (".wal", ".shadow", ".tmp"):
        (tmp_path / f"graph{suffix}").write_bytes(b"left by something else")
    build(SMALL, tmp_path / "graph")
    with EmbeddedStore(tmp_path / "graph") as store:
        assert contents(store) == expected(SMALL)
    assert left_in(tmp_path) == ["graph"]


HOSTILE = ['"', "'", ",", "[", "]", "{", "}", "\n", "\r\n", "\\", "=", ";", "|", "null", "\u0301", "\ue000", "\ue001", " ", "ệ"]


def long_lists() -> Graph:
    """Documents with thirty long names each, some with none or an unknown number; as much evidence of an issuer."""
    names: list[list[str] | None] = [
        [f"{HOSTILE[(row + place) % len(HOSTILE)]}{'quy định ' * 20}{row}{HOSTILE[place % len(HOSTILE)]}" for place in range(30)]
        for row in range(2000)
    ]
    names[5::7] = [[] for _ in names[5::7]]
    names[6::7] = [None for _ in names[6::7]]
    names[0] = [str(place) for place in range(5000)]
    names[1] = ["", *HOSTILE, "", ""]
    lists = {str(row): name for row, name in enumerate(names)}
    nodes = [Node("Document", id_, {"names": list_}) for id_, list_ in lists.items()]
    edges = [Edge("ISSUED_BY", id_, "Document", "tw", "Body", {"statements": list_}) for id_, list_ in lists.items()]
    return graph(Node("Body", "tw", {}), *nodes, *edges)


@pytest.mark.parametrize("part", [copying.PART, 4_000_000])
def test_long_lists_come_out_as_they_went_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: int) -> None:
    monkeypatch.setattr(copying, "PART", part)
    wanted = long_lists()
    build(wanted, tmp_path / "graph")
    with EmbeddedStore(tmp_path / "graph") as store:
        names = store.rows("MATCH (d:Document) RETURN d.id, d.names").rows
        assert sorted(names) == sorted((node.id, node.properties["names"]) for node in wanted.nodes if node.label == "Document")
        evidence = store.rows("MATCH (d:Document)-[r:ISSUED_BY]->() RETURN d.id, r.statements").rows
        assert sorted(evidence) == sorted((edge.source, edge.properties["statements"]) for edge in wanted.edges)


BROKEN = graph(Node("Nothing", "a", {}))
KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from sample_graph import SAMPLE
from regraph.graph.stores import embedded, swapping
real = {step}
def fatal(*arguments, **options):
    if {after}: real(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)
{step} = fatal
embedded.build(SAMPLE, Path(sys.argv[1]))
"""


def in_process(code: str, path: Path, engine: str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", code, str(path), engine, str(ROOT / "tests")]
    return subprocess.run(command, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("step", "after", "kept"),
    [
        pytest.param("embedded._execute", False, SMALL, id="before the engine"),
        pytest.param("embedded._execute", True, SMALL, id="after the engine"),
        pytest.param("swapping._sync", False, SMALL, id="before it is on disk"),
        pytest.param("swapping.os.replace", False, SMALL, id="before the swap"),
        pytest.param("swapping.os.replace", True, SAMPLE, id="after the swap"),
    ],
)
def test_a_killed_build_leaves_a_whole_store(tmp_path: Path, step: str, after: bool, kept: Graph) -> None:
    path = tmp_path / "graph"
    build(SMALL, path)
    assert in_process(KILLED.format(step=step, after=after), path).returncode == -signal.SIGKILL
    with EmbeddedStore(path) as store:
        assert contents(store) == expected(kept)
    build(SAMPLE, path)
    assert left_in(tmp_path) == ["graph"]


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from sample_graph import SAMPLE
from regraph.errors import StorageError
from regraph.graph.stores.embedded import build
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
try:
    build(SAMPLE, Path(sys.argv[1]))
except StorageError as error:
    sys.exit(error.exit_code)
"""


@pytest.mark.parametrize("size", [100, 4_000, 40_000, 200_000, 1_000_000])
def test_a_full_disk_leaves_the_old_store(tmp_path: Path, size: int) -> None:
    path = tmp_path / "graph"
    build(SMALL, path)
    run = in_process(FULL.format(size=size), path)
    assert (run.returncode, run.stdout) == (StorageError.exit_code, "")
    with EmbeddedStore(path) as store:
        assert contents(store) == expected(SMALL)
    assert left_in(tmp_path) == ["graph"]


def test_a_graph_that_breaks_the_ontology_leaves_the_old_store(tmp_path: Path) -> None:
    build(SMALL, tmp_path / "graph")
    with pytest.raises(DataError, match="does not declare"):
        build(BROKEN, tmp_path / "graph")
    with EmbeddedStore(tmp_path / "graph") as store:
        assert contents(store) == expected(SMALL)


def test_one_process_builds_at_a_time(tmp_path: Path) -> None:
    with swapped_in(tmp_path / "graph") as workshop:
        with pytest.raises(BusyError, match="another process is writing"):
            build(SMALL, tmp_path / "graph")
        workshop.file.write_bytes(b"whole")
    assert (tmp_path / "graph").read_bytes() == b"whole"
    build(SMALL, tmp_path / "graph")


ORPHANED = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[3])
from sample_graph import SAMPLE
from regraph.graph.stores import embedded
embedded.executing.__file__ = sys.argv[2]
embedded.build(SAMPLE, Path(sys.argv[1]))
"""
ENGINE = """
import os, signal, sys, time
sys.stdin.read()
os.kill(os.getppid(), signal.SIGKILL)
open({started!r}, "w").write(str(os.getpid()))
time.sleep(60)
"""


def test_an_engine_that_outlives_its_build_is_waited_for(tmp_path: Path) -> None:
    path, engine, started = tmp_path / "data" / "graph", tmp_path / "engine.py", tmp_path / "started"
    build(SMALL, path)
    engine.write_text(ENGINE.format(started=str(started)))
    assert in_process(ORPHANED, path, str(engine)).returncode == -signal.SIGKILL
    pid = eventually(lambda: int(started.read_text()))
    with pytest.raises(BusyError, match="another process is writing"):
        build(SAMPLE, path)
    os.kill(pid, signal.SIGKILL)
    eventually(lambda: build(SAMPLE, path))
    assert left_in(path.parent) == ["graph"]


def eventually(attempt: Callable[[], T]) -> T:
    """What `attempt` gives once it succeeds."""
    for _ in range(100):
        with suppress(FileNotFoundError, ValueError, BusyError):
            return attempt()
        time.sleep(0.1)
    raise TimeoutError


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match=r"cannot write the graph to .*; free space or choose another place"):
        build(SMALL, tmp_path / "file" / "graph")


@pytest.mark.parametrize(
    ("make", "error", "told"),
    [
        pytest.param(Path.is_file, StorageError, "ingest sources first", id="missing"),
        pytest.param(lambda path: path.mkdir(), StorageError, "cannot read the graph", id="folder"),
        pytest.param(lambda path: path.write_bytes(b""), DataError, "delete this file", id="empty"),
        pytest.param(lambda path: path.write_bytes(b"text" * 2000), DataError, "delete this file", id="something else"),
        pytest.param(lambda path: shorten(path, 2), DataError, "delete this file", id="half"),
        pytest.param(lambda path: shorten(path, 400), DataError, "delete this file", id="the very start"),
    ],
)
def test_a_file_that_cannot_be_opened_is_told(
    tmp_path: Path, make: Callable[[Path], object], error: type[RegraphError], told: str
) -> None:
    make(tmp_path / "graph")
    with pytest.raises(error, match=told):
        EmbeddedStore(tmp_path / "graph")


def shorten(path: Path, parts: int) -> None:
    build(SAMPLE, path)
    os.truncate(path, path.stat().st_size // parts)


def test_a_path_without_end_is_refused_with_advice(tmp_path: Path) -> None:
    build(SAMPLE, tmp_path / "graph")
    with EmbeddedStore(tmp_path / "graph") as store, pytest.raises(UsageError, match="Give the path a greatest length"):
        store.rows("MATCH p = (:Document {id: 'x'})-[:REPLACES|FOLLOWS*]->() RETURN length(p)")
