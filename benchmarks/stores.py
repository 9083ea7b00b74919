"""How fast graphs go into the stores and answers come out, beside the engines' own raw ways in and SQLite, in one run.

The documents are made up (`made_up`): about three relations a document, and the periods that follow. Ratios are of medians of
rounds that alternate. Raw COPY is the same rows in files that lie ready, loaded into tables without keeping to the ontology; raw
UNWIND is `CREATE` of the same nodes and edges without fingerprints, in batches of the same size. Cold is a process that opens the
store or connects, and asks once; warm are questions to an open store. The Neo4j server is started and ended here, with 2 GB of
heap and 2 GB of page cache.

SQLite finds the same rows of a lineage, which is checked, in a file that is open for reading as the graph is, with an index each
way. Beside it stands the same database in memory, which is no way to keep a graph, but the least that the question takes.

Run it with ``make bench-stores``; ``PYTHONPATH=tests python benchmarks/stores.py --sizes 1000 --no-neo4j`` asks less. It prints
figures and judges nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import neo4j_server
from made_up import made_up, say
from neo4j import GraphDatabase, Session

from regraph.graph.collector import still
from regraph.graph.export import FOLDERS
from regraph.graph.ontology import ONTOLOGY
from regraph.graph.stores import executing
from regraph.graph.stores.base import GraphStore
from regraph.graph.stores.copying import write
from regraph.graph.stores.embedded import BUILDING, EmbeddedStore, build
from regraph.graph.stores.loading import BATCH, schema
from regraph.graph.stores.server import Neo4jStore
from regraph.model import Graph
from regraph.queries import catalogue, run

SIZES = (1_000, 10_000, 100_000)
ON, BETWEEN = "2015-06-01", {"from": "2015-01-01", "to": "2015-03-31"}
SERVER = ("-Xms2g", "-Xmx2g")
ASKED = 30  # documents that a question about one is asked of; a question about all is asked a tenth as often
LIMIT = 100.0  # seconds after which a question is not asked again
COLD_EMBEDDED = """
import sys, time
started = time.perf_counter()
from pathlib import Path
from regraph.graph.stores.embedded import EmbeddedStore
from regraph.queries import run
with EmbeddedStore(Path(sys.argv[1])) as store:
    run(store, "in-force", on=sys.argv[2])
print(time.perf_counter() - started)
"""
COLD_NEO4J = """
import os, sys, time
started = time.perf_counter()
from regraph.graph.stores.server import Neo4jStore
from regraph.queries import run
with Neo4jStore(sys.argv[1], "neo4j", os.environ["REGRAPH_NEO4J_PASSWORD"], None) as store:
    run(store, "in-force", on=sys.argv[2])
print(time.perf_counter() - started)
"""
PEAK = """
import re, resource, sys
from pathlib import Path
from regraph.graph.stores.embedded import EmbeddedStore
from regraph.queries import run
with EmbeddedStore(Path(sys.argv[1])) as store:
    for document in sys.argv[3:]:
        run(store, "lineage", doc=document)
    run(store, "in-force", on=sys.argv[2])
status = Path("/proc/self/status")  # elsewhere the peak is never below what the parent held when it started this process
peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
print((int(peak[1]) if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) / 1024)
"""
LINEAGE = """
WITH RECURSIVE
  before(id, steps) AS (SELECT :doc, 0 UNION SELECT older, steps + 1 FROM before JOIN links ON newer = id WHERE steps < 500),
  after(id, steps) AS (SELECT :doc, 0 UNION SELECT newer, steps + 1 FROM after JOIN links ON older = id WHERE steps < 500),
  known(id, generation) AS (
    SELECT id, -min(steps) FROM before GROUP BY id UNION SELECT id, min(steps) FROM after WHERE steps > 0 GROUP BY id)
SELECT 0, id, kind, symbol, issued, title, NULL, NULL FROM documents WHERE id = :doc
UNION ALL
SELECT k.generation, d.id, kind, symbol, issued, title, l.type, l.newer
FROM known k JOIN documents d ON d.id = k.id JOIN links l ON l.older = k.id
JOIN known v ON v.id = l.newer AND v.generation = k.generation + 1 WHERE k.generation < 0
UNION ALL
SELECT k.generation, d.id, kind, symbol, issued, title, l.type, l.older
FROM known k JOIN documents d ON d.id = k.id JOIN links l ON l.newer = k.id
JOIN known v ON v.id = l.older AND v.generation = k.generation - 1 WHERE k.generation > 0
"""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="numbers of documents")
    parser.add_argument("--rounds", type=int, default=3, help="how often each way into the embedded store is measured")
    parser.add_argument("--no-neo4j", action="store_true", help="only the embedded store and SQLite")
    options = parser.parse_args()
    for size in options.sizes:
        with still():
            graph = made_up(size, random.Random(size))
        relations = sum("source_count" in edge.properties for edge in graph.edges)
        say(f"\n{size} documents, {relations} relations; {len(graph.nodes)} nodes, {len(graph.edges)} edges in all")
        with tempfile.TemporaryDirectory() as folder:
            embedded(graph, Path(folder), options.rounds)
            if not options.no_neo4j:
                server(graph, Path(folder))


def embedded(graph: Graph, folder: Path, rounds: int) -> None:
    """The embedded store: building beside raw COPY, answers, memory, lineage beside SQLite."""
    path = folder / "graph.lbug"
    ready, raw = folder / "ready", folder / "raw"
    ready.mkdir()
    with still():
        statements = list(write(graph, ready))
    took = interleaved({"raw COPY": lambda: copied(statements, raw), "build": lambda: build(graph, path)}, rounds)
    rate(graph, "embedded: raw COPY of ready files", took["raw COPY"])
    rate(graph, "embedded: build", took["build"], took["raw COPY"])
    shutil.rmtree(ready)
    cold = [seconds_of(COLD_EMBEDDED, str(path), ON) for _ in range(rounds)]
    say(f"  embedded: in-force --on, cold                 {statistics.median(cold):8.2f} s")
    documents = drawn(graph, "Document")
    peak = float(python(PEAK, str(path), ON, *documents))
    say(f"  embedded: peak memory of a process that asks  {peak:8.0f} MB   file {path.stat().st_size / 1e6:.0f} MB")
    with EmbeddedStore(path) as store, sqlite(graph, folder) as (file, memory):
        same_lineage(store, file, documents)
        found = interleaved_questions(
            {
                "lineage": lambda doc: run(store, "lineage", doc=doc),
                "SQLite": in_sqlite(file),
                "in memory": in_sqlite(memory),
            },
            documents,
        )
        against("embedded", found)
        latencies("embedded", store, graph)


def server(graph: Graph, folder: Path) -> None:
    """Neo4j: loading beside raw UNWIND and beside neo4j-admin, loading again, answers, lineage beside SQLite."""
    csv = folder / "csv"
    csv.mkdir()
    for name, content in FOLDERS["neo4j-csv"](graph):
        (csv / name).write_text(content, encoding="utf-8", newline="\n")
    with (
        neo4j_server.running(folder / "raw-server", SERVER, "2g") as at,
        GraphDatabase.driver(at.uri, auth=(at.user, at.password)) as driver,
        driver.session() as session,
    ):
        raw = seconds(lambda: unwound(session, graph))
    shutil.rmtree(folder / "raw-server")
    rate(graph, "Neo4j: raw UNWIND", [raw])
    imported = seconds(lambda: neo4j_server.imported(csv, folder / "import-server"))
    rate(graph, "Neo4j: neo4j-admin database import", [imported], [raw])
    shutil.rmtree(csv)
    shutil.rmtree(folder / "import-server")
    with neo4j_server.running(folder / "server", SERVER, "2g") as at, ExitStack() as stack:
        store = stack.enter_context(Neo4jStore(at.uri, at.user, at.password, None))
        rate(graph, "Neo4j: load", [seconds(lambda: store.load(graph))], [raw])
        rate(graph, "Neo4j: load again, nothing changed", [seconds(lambda: store.load(graph))], [raw])
        os.environ["REGRAPH_NEO4J_PASSWORD"] = at.password
        cold = [seconds_of(COLD_NEO4J, at.uri, ON) for _ in range(3)]
        say(f"  Neo4j: in-force --on, cold                    {statistics.median(cold):8.2f} s    first {cold[0]:.2f} s")
        documents = drawn(graph, "Document")
        file, memory = stack.enter_context(sqlite(graph, folder))
        same_lineage(store, file, documents)
        for _ in range(20):  # what Java compiles late, and what a server has in memory after some use
            run(store, "lineage", doc=documents[0])
        found = interleaved_questions(
            {
                "lineage": lambda doc: run(store, "lineage", doc=doc),
                "SQLite": in_sqlite(file),
                "in memory": in_sqlite(memory),
                "RETURN 1": lambda _: store.rows("RETURN 1"),
            },
            documents,
        )
        against("Neo4j", found)
        latencies("Neo4j", store, graph)


def copied(statements: Sequence[str], path: Path) -> None:
    """Load ready files into a new database by COPY alone."""
    path.unlink(missing_ok=True)
    lines = [json.dumps(one) for one in ({"database_path": str(path), **BUILDING}, *statements, None)]
    subprocess.run([sys.executable, "-P", executing.__file__], input="\n".join(lines), text=True, check=True)


def unwound(session: Session, graph: Graph) -> None:
    """Write the graph to an empty Neo4j database as anybody would, with the same constraints and indexes."""
    for statement in schema():
        session.run(statement).consume()
    for table in ONTOLOGY.tables(graph):
        names = list(table.properties)
        if table.ends:
            source, target = table.ends
            cypher = (
                f"UNWIND $rows AS row MATCH (s:`{source}` {{id: row.source}}) MATCH (t:`{target}` {{id: row.target}}) "
                f"CREATE (s)-[r:`{table.name}`]->(t) SET r = row.properties"
            )
            rows = [
                {"source": row[0], "target": row[1], "properties": dict(zip(names, row[2:], strict=True))} for row in table.rows
            ]
        else:
            cypher = f"UNWIND $rows AS row CREATE (n:`{table.name}`) SET n = row"
            rows = [dict(zip(["id", *names], row, strict=True)) for row in table.rows]
        for start in range(0, len(rows), BATCH):
            batch = rows[start : start + BATCH]
            session.execute_write(lambda transaction: transaction.run(cypher, rows=batch).consume())  # noqa: B023


@contextmanager
def sqlite(graph: Graph, folder: Path) -> Iterator[tuple[sqlite3.Connection, sqlite3.Connection]]:
    """The documents and the edges that make lineages, with an index each way: in a file open for reading, and in memory."""
    columns = ("kind", "symbol", "issued", "title")
    documents = [(n.id, *map(n.properties.get, columns)) for n in graph.nodes if n.label == "Document"]
    links = [
        (edge.source, edge.target, edge.type)
        for edge in graph.edges
        if edge.type in ("REPLACES", "FOLLOWS") and edge.target_label == "Document"
    ]
    path = folder / "lineage.sqlite"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute("CREATE TABLE documents (id TEXT PRIMARY KEY, kind TEXT, symbol TEXT, issued TEXT, title TEXT)")
        memory.execute("CREATE TABLE links (newer TEXT, older TEXT, type TEXT)")
        memory.executemany("INSERT INTO documents VALUES (?, ?, ?, ?, ?)", documents)
        memory.executemany("INSERT INTO links VALUES (?, ?, ?)", links)
        memory.execute("CREATE INDEX newer ON links (newer, older, type)")
        memory.execute("CREATE INDEX older ON links (older, newer, type)")
        memory.commit()
        with closing(sqlite3.connect(path)) as written:
            memory.backup(written)
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as file:
            yield file, memory


def in_sqlite(database: sqlite3.Connection) -> Callable[[str], object]:
    """What answers the lineage of a document from the database."""
    return lambda doc: database.execute(LINEAGE, {"doc": doc}).fetchall()


def same_lineage(store: GraphStore, beside: sqlite3.Connection, documents: Sequence[str]) -> None:
    """Raise when SQLite finds another lineage than the store."""
    for document in documents:
        rows = {row[:-1] for row in run(store, "lineage", doc=document).rows}
        if rows != set(beside.execute(LINEAGE, {"doc": document})):
            raise ValueError(f"SQLite has another lineage of {document}")


def latencies(engine: str, store: GraphStore, graph: Graph) -> None:
    """Print of each query of the catalogue the median and the 95th percentile of its times, and how many rows it answers."""
    given: Mapping[str, Sequence[str]] = {"doc": drawn(graph, "Document"), "period": drawn(graph, "Period")}
    fixed = {"on": ON, **BETWEEN, "status": "suspended", "body": "Chính phủ", "subject": "chi bộ", "source": "source7.txt"}
    ends = [edge for edge in graph.edges if edge.type == "REPLACES"][:ASKED]
    say(f"  {engine}: query                     p50 ms    p95 ms   rows")
    for query in catalogue().values():
        needed = [name for name, one in query.parameters.items() if one.default is None]
        if query.name == "evidence":
            asked = [{"source": edge.source, "type": edge.type, "target": edge.target} for edge in ends]
        elif one := next((name for name in needed if name in given), None):
            asked = [{name: fixed.get(name, value) for name in needed} | {one: value} for value in given[one]]
        else:
            asked = [{name: fixed[name] for name in needed}] * (ASKED // 10)
        took, rows = [], 0
        for parameters in asked:
            started = time.perf_counter()
            rows += len(run(store, query.name, **parameters).rows)
            took.append(time.perf_counter() - started)
            if sum(took) > LIMIT:
                break
        say(f"    {query.name:24}  {percentile(took, 50) * 1e3:10.1f}{percentile(took, 95) * 1e3:10.1f}{rows / len(took):8.0f}")


def drawn(graph: Graph, label: str) -> list[str]:
    """The ids of some nodes, the same in every run."""
    ids = [node.id for node in graph.nodes if node.label == label]
    return random.Random(1).sample(ids, min(ASKED, len(ids)))


def against(engine: str, found: Mapping[str, Sequence[float]]) -> None:
    """Print how long a lineage takes, and how many times as long as in SQLite."""
    told = "   ".join(
        f"{name} p50 {percentile(took, 50) * 1e3:.2f} p95 {percentile(took, 95) * 1e3:.2f} ms" for name, took in found.items()
    )
    ratios = "   ".join(
        f"lineage / {name} {statistics.median(a / b for a, b in zip(found['lineage'], found[name], strict=True)):.1f} times"
        for name in ("SQLite", "in memory")
    )
    say(f"  {engine}: {told}   {ratios}")


def rate(graph: Graph, what: str, took: Sequence[float], beside: Sequence[float] | None = None) -> None:
    """Print how long something took, how many nodes and edges a second that is, and how many times as long as something else."""
    middle = statistics.median(took)
    ratio = f"   {middle / statistics.median(beside):5.2f} times" if beside else ""
    say(f"  {what:45} {middle:8.2f} s  {(len(graph.nodes) + len(graph.edges)) / middle:9.0f} a second{ratio}")


def interleaved(things: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """The seconds of each thing in each round."""
    took: dict[str, list[float]] = {name: [] for name in things}
    for _ in range(rounds):
        for name, do in things.items():
            took[name].append(seconds(do))
    return took


def interleaved_questions(things: Mapping[str, Callable[[str], object]], documents: Sequence[str]) -> dict[str, list[float]]:
    """The seconds that each thing takes for each document, the second time that it is asked of it."""
    took: dict[str, list[float]] = {name: [] for name in things}
    for document in documents:
        for name, ask in things.items():
            ask(document)
            took[name].append(seconds(lambda: ask(document)))  # noqa: B023
    return took


def seconds(do: Callable[[], object]) -> float:
    """How long something takes."""
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def seconds_of(code: str, *arguments: str) -> float:
    """The seconds that a program of Python prints."""
    return float(python(code, *arguments))


def python(code: str, *arguments: str) -> str:
    """What a program of Python prints."""
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True).stdout


def percentile(values: Sequence[float], percent: int) -> float:
    """The value below which so many percent of the values lie, the nearest that is one of them."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


if __name__ == "__main__":
    main()
    say(f"\npeak memory of this process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
