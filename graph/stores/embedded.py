"""The graph in one ladybug file: built aside, swapped in whole, then only read.

ladybug is an embedded Cypher engine. Its file is never changed in place: the ledger is the truth, and a file that is
built anew each time is never seen half written.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Any, Self, cast

import ladybug

from regraph.errors import DataError, StorageError, UsageError
from regraph.graph.collector import still
from regraph.graph.ontology import ONTOLOGY
from regraph.graph.stores import executing
from regraph.graph.stores.base import Cell, Rows, Then, one_line, refuse_broken_text, scalar
from regraph.graph.stores.copying import write
from regraph.graph.stores.foreign import Limits, answer
from regraph.graph.stores.swapping import Workshop, swapped_in
from regraph.model import Graph

# Of memory the engine would else take four fifths of the machine's, of address space eight terabytes.
LIMITS: dict[str, Any] = {"buffer_pool_size": 256 * 1024**2, "max_db_size": 64 * 1024**3, "max_num_threads": 2}
# For building, memory is taken only as needed: a table is loaded in large parts. With two threads the engine may wait for itself
# without end in a COPY of half a million rows with lists; one is as fast.
BUILDING: dict[str, Any] = LIMITS | {"buffer_pool_size": 2 * 1024**3, "max_num_threads": 1}
DEEPEST = 1_000_000  # the engine's own limit of 30 steps would cut a longer chain without a word
FROM_ONE = re.compile(r"\{id: \$")  # what begins at one node is found before a second thread has begun
LONG = 0.02  # seconds, a hundred times what a new connection takes
UNUSED = {"_": None}  # without any parameter the engine would take a missing one for null, and several statements for one
INTERNAL = {"_ID", "_SRC", "_DST"}
REMEDY = "delete this file, and the next command makes it anew"
SIDE_FILES = (".wal", ".shadow", ".tmp")


def build(graph: Graph, path: Path) -> None:
    """Write `graph` to a new file and put it at `path` in one step, in place of any other.

    Whoever has the old file open goes on reading it. Raises DataError when the graph breaks the ontology, BusyError when
    another process is building the same file, StorageError when it cannot be written; the old file then stays as it was.

    >>> build(Graph((), ()), Path("regraph.db/graph.lbug"))  # doctest: +SKIP
    """
    try:
        with still(), swapped_in(path) as workshop:
            _execute(workshop, write(graph, workshop.folder))
            for suffix in SIDE_FILES:
                path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(f"cannot write the graph to {path}: {error.strerror}; free space or choose another place") from error


class EmbeddedStore:
    """The graph file at `path`, open for reading until `close` or the end of a `with` block.

    An open store keeps showing the graph that it opened while a new file is swapped in.

    Raises StorageError when there is no file or it may not be read, DataError when it is not a graph of this version.

    >>> with EmbeddedStore(Path("regraph.db/graph.lbug")) as store:  # doctest: +SKIP
    ...     store.rows("MATCH (d:Document) RETURN count(*) AS documents")
    Rows(columns=('documents',), rows=[(18,)])
    """

    dialect: tuple[tuple[str, str], ...] = (
        (r"\btype\(", "label("),
        (r"\bmin\((?P<length>length\(\w+\))\)", r"\g<length>"),
        (r"-\[(?P<types>[^]]*)\](?P<arrow>->?)\{1,(?P<most>\d+)\}", r"-[\g<types>* SHORTEST 1..\g<most>]\g<arrow>"),
        (r"\bUSING SCAN \w+:\w+\s+", ""),
    )

    def __init__(self, path: Path) -> None:
        self._spent = self._closed = False
        with ExitStack() as stack:
            try:
                file = stack.enter_context(path.open("rb"))
            except FileNotFoundError as error:
                raise StorageError(f"there is no graph at {path}; ingest sources first") from error
            except OSError as error:
                raise StorageError(f"cannot read the graph at {path}: {error.strerror}; {REMEDY}") from error
            self._descriptor = file.fileno()
            try:
                self._database = stack.enter_context(ladybug.Database(path, read_only=True, **LIMITS))
                stack.callback(self._disconnect)
                self._connect()
                tables = {name for (name,) in self.rows("CALL show_tables() RETURN name").rows}
            except (RuntimeError, UsageError) as error:
                raise DataError(f"the graph at {path} is damaged ({one_line(str(error))}); {REMEDY}") from error
            if not tables >= ONTOLOGY.nodes.keys() | ONTOLOGY.edges.keys():
                raise DataError(f"{path} is no graph of this version of regraph; {REMEDY}")
            self._open = stack.pop_all()

    def rows(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """Answer one read-only Cypher query; see `GraphStore.rows`."""
        with _refusing():
            result = self._asked(cypher, parameters or {})
            return Rows(tuple(result.get_column_names()), list(_rows(result)))

    def rows_then(
        self,
        cypher: str,
        columns: Sequence[str],
        then: Sequence[Then],
        more: Sequence[str],
        parameters: Mapping[str, object],
    ) -> list[tuple[Cell, ...]]:
        """Ask on for each row, one by one; see `GraphStore.rows_then`."""
        answer: list[tuple[Cell, ...]] = []
        for row in self.rows(cypher, parameters).rows:
            asked = [one for one in then if one.within is None or row[0] in one.within]
            if not asked:
                answer.append((*row, *(None for _ in more)))
            for one in asked:
                given = {name: row[columns.index(column)] for name, column in one.given.items()}
                answer.extend((*row, *found) for found in self.rows(one.cypher, {**parameters, **given}).rows)
        return answer

    def stream(self, cypher: str, parameters: Mapping[str, object]) -> tuple[tuple[str, ...], Iterator[tuple[Cell, ...]]]:
        """The columns and, one after the other, the rows of an answer; see `GraphStore.rows`."""
        with _refusing():
            result = self._asked(cypher, parameters)
            return tuple(result.get_column_names()), _rows(result)

    def _asked(self, cypher: str, parameters: Mapping[str, object]) -> ladybug.QueryResult:
        """The answer of the engine. A connection keeps the plans of its queries, each with all the memory that it took: after one
        that took long, the next is asked over a new connection."""
        refuse_broken_text(cypher, parameters)
        self._refuse_when_closed()
        if self._spent:
            self._disconnect()
            self._connect()
        self._connection.set_max_threads_for_exec(1 if FROM_ONE.search(cypher) else LIMITS["max_num_threads"])
        started = time.perf_counter()
        try:
            return cast(ladybug.QueryResult, self._connection.execute(cypher, {**UNUSED, **parameters}))
        finally:
            self._spent = time.perf_counter() - started > LONG

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise UsageError("this graph is closed; open it again")

    def _connect(self) -> None:
        self._connection = ladybug.Connection(self._database)
        self._connection.execute(f"CALL var_length_extend_max_depth = {DEEPEST}")

    def _disconnect(self) -> None:
        self._connection.close()

    def foreign(self, cypher: str, parameters: Mapping[str, object], limits: Limits) -> Rows:
        """Answer a query written by somebody else, in a process that can reach nothing but this graph; see `foreign.answer`."""
        self._refuse_when_closed()
        return answer(f"/dev/fd/{self._descriptor}", self._descriptor, cypher, parameters, limits)

    def close(self) -> None:
        """Close the file."""
        self._closed = True
        self._open.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def _execute(workshop: Workshop, statements: Iterable[str]) -> None:
    """Make the file of `workshop` by `statements`, in another process: on a full disk the engine may end its process.

    Each statement is executed while the next is made.
    """
    command = [sys.executable, "-P", executing.__file__]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, pass_fds=[workshop.lock]
    ) as engine:
        assert engine.stdin is not None
        try:
            with suppress(BrokenPipeError):
                for line in chain([{"database_path": str(workshop.file), **BUILDING}], statements, [None]):
                    engine.stdin.write(json.dumps(line) + "\n")
                    engine.stdin.flush()
            _, said = engine.communicate()
        except BaseException:
            engine.kill()
            raise
    if engine.returncode:
        reason = one_line(said).rpartition("exception: ")[2]
        raise StorageError(f"cannot write the graph to {workshop.folder.parent}; is the disk full? The engine said: {reason}")


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        full = "buffer pool is full" in str(error)
        advice = " Give the path a greatest length (`*1..5`) or ask for one path to each node (`* SHORTEST`)." if full else ""
        raise UsageError(f"the query was refused: {one_line(str(error))}{advice}") from error


def _rows(result: ladybug.QueryResult) -> Iterator[tuple[Cell, ...]]:
    with _refusing():
        for row in result:
            yield tuple(map(_cell, row))


def _cell(value: object) -> Cell:
    match value:
        case {"_NODES": list(nodes), "_RELS": list(edges)}:
            steps = [step for pair in zip(nodes, edges, strict=False) for step in pair]
            return [_cell(step) for step in [*steps, nodes[-1]]]
        case {"_LABEL": label, **properties}:
            key = "_type" if "_SRC" in properties else "_label"
            kept = {name: _cell(item) for name, item in properties.items() if item is not None and name not in INTERNAL}
            return {key: label, **kept}
        case dict():
            return {name: _cell(item) for name, item in value.items()}
        case list():
            return [_cell(item) for item in value]
        case _:
            return scalar(value)
