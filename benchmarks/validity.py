"""How fast a graph answers what was in force and what came before: seconds for graphs of 10^3, 10^4 and 10^5 documents.

The documents are made up: chains of replacements as long as a few generations, guidance, amendments and repeals of provisions,
suspensions; about three relations a document. Cold is a process that opens the store and asks once, warm the median of many
questions to an open store. Run it with ``make bench-validity``; with REGRAPH_NEO4J_URI and its password set, Neo4j is asked too.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from regraph.graph.projection import project
from regraph.graph.resolution import Resolution, ResolvedDocument, ResolvedRelation, ResolvedSource
from regraph.graph.stores.base import GraphStore
from regraph.graph.stores.embedded import EmbeddedStore, build
from regraph.graph.stores.server import Neo4jStore
from regraph.graph.values import Choice
from regraph.model import Graph, Span, Statement
from regraph.queries import run

SIZES = (1_000, 10_000, 100_000)
OTHERS = 2  # relations of a document beside its replacement
SAID = 50  # relations that one source states
ON = "2015-06-01"
WARM = 20
GENERATIONS = 8
FIRST = date(1990, 1, 1)
COLD = """
import sys, time
from pathlib import Path
from regraph.graph.stores.embedded import EmbeddedStore
from regraph.queries import run
started = time.perf_counter()
with EmbeddedStore(Path(sys.argv[1])) as store:
    run(store, "in-force", on=sys.argv[2])
print(time.perf_counter() - started)
"""


def made_up(count: int, chance: random.Random) -> Graph:
    """The graph of a resolution of so many documents, with about three times as many relations."""
    days = sorted(FIRST + timedelta(days=chance.randrange(13_000)) for _ in range(count))
    documents = tuple(_document(number, day) for number, day in enumerate(days))
    relations = tuple(sorted(_relations(documents, chance), key=lambda r: (r.source, r.type, r.target, r.part or "")))
    statements = [statement for relation in relations for statement in relation.statements]
    names = sorted({statement.source for statement in statements})
    sources = tuple(ResolvedSource(name, (f"{name}.txt",), None, None, None, None, (), None) for name in names)
    named = {(s.source, key): key.removeprefix("Document:") for s in statements for key in (s.subject, s.object) if key}
    return project(Resolution(documents, relations, (), sources, statements, named, {}, {}, (), (), (), ()))


def _document(number: int, day: date) -> ResolvedDocument:
    issued, begins = day.isoformat(), (day + timedelta(days=50)).isoformat()
    kind, symbol = ("Nghị định", f"{number}/{day.year}/NĐ-CP") if number % 2 else ("Thông tư", f"{number}/{day.year}/TT-BTC")
    values = {"kind": kind, "symbol": symbol, "issued": issued, "issuer": "Chính phủ", "effective_from": begins}
    choices = {name: Choice(value, "", (), ()) for name, value in values.items()}
    return ResolvedDocument(f"{symbol}@{issued}", "main", False, (), (), choices)


def _relations(documents: tuple[ResolvedDocument, ...], chance: random.Random) -> Iterator[ResolvedRelation]:
    """Each document replaces one before it in its chain or nothing, and acts on older ones in other ways."""
    step = len(documents) // GENERATIONS
    seen: set[tuple[str, str, str, str | None]] = set()
    for number, document in enumerate(documents):
        if number >= step and chance.random() < 0.9:
            yield _relation(document, "replaces", documents[number - step], None, seen)
        for _ in range(OTHERS):
            if number:
                type_ = chance.choice(["guides", "amends", "repeals", "based_on", "suspends"])
                part = f"Điều {chance.randrange(1, 60)}" if type_ in ("amends", "repeals", "suspends") else None
                target = documents[chance.randrange(max(0, number - 2 * step), number)]
                if (document.id, type_, target.id, part) not in seen:
                    yield _relation(document, type_, target, part, seen)


def _relation(
    source: ResolvedDocument, type_: str, target: ResolvedDocument, part: str | None, seen: set[tuple[str, str, str, str | None]]
) -> ResolvedRelation:
    seen.add((source.id, type_, target.id, part))
    name = f"source{len(seen) // SAID}"
    said = Statement(
        f"s{len(seen)}", name, f"Document:{source.id}", type_, None, f"Document:{target.id}", "", Span(0, 1), "made up", (),
        "made", 1.0, "enacted", "main",
    )  # fmt: skip
    return ResolvedRelation(source.id, type_, target.id, part, (said,))


def _warm(store: GraphStore, documents: list[str]) -> tuple[float, float, float]:
    """Median seconds of lineage and of the timeline of a document, and seconds of what was in force on a day."""
    run(store, "in-force", on=ON)
    started = time.perf_counter()
    run(store, "in-force", on="2010-06-01")
    in_force = time.perf_counter() - started
    return _median(store, "lineage", documents), _median(store, "timeline", documents), in_force


def _median(store: GraphStore, query: str, documents: list[str]) -> float:
    seconds = []
    for document in documents:
        started = time.perf_counter()
        run(store, query, doc=document)
        seconds.append(time.perf_counter() - started)
    return median(seconds[1:])


def main() -> None:
    """Print one line for each size and engine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    sizes = parser.parse_args().sizes
    uri, password = os.environ.get("REGRAPH_NEO4J_URI"), os.environ.get("REGRAPH_NEO4J_PASSWORD", "")
    say("documents  relations  periods  engine    build s  in-force cold s  warm s  lineage ms  timeline ms  peak MB")
    for size in sizes:
        started = time.perf_counter()
        graph = made_up(size, random.Random(size))
        made = time.perf_counter() - started
        documents = [node.id for node in graph.nodes if node.label == "Document"]
        relations = sum("statements" in edge.properties for edge in graph.edges)
        periods = sum(node.label == "Period" for node in graph.nodes)
        asked = random.Random(1).sample(documents, WARM)
        head = f"{size:9}  {relations:9}  {periods:7}"
        say(f"{head}  projection {made:.1f} s")
        with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
            path = Path(folder) / "graph.lbug"
            started = time.perf_counter()
            build(graph, path)
            built = time.perf_counter() - started
            cold = subprocess.run([sys.executable, "-c", COLD, str(path), ON], capture_output=True, text=True, check=True)
            store = stack.enter_context(EmbeddedStore(path))
            _print(head, "embedded", built, float(cold.stdout), _warm(store, asked))
        if uri:
            with Neo4jStore(uri, os.environ.get("REGRAPH_NEO4J_USER", "neo4j"), password, None) as server:
                started = time.perf_counter()
                server.load(graph)
                built = time.perf_counter() - started
                started = time.perf_counter()
                run(server, "in-force", on=ON)
                cold_seconds = time.perf_counter() - started
                _print(head, "neo4j", built, cold_seconds, _warm(server, asked))


def _print(head: str, engine: str, built: float, cold: float, warm: tuple[float, float, float]) -> None:
    lineage, timeline, in_force = warm
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    seconds = f"{built:7.1f}  {cold:15.2f}  {in_force:6.2f}  {lineage * 1000:10.1f}  {timeline * 1000:11.1f}"
    say(f"{head}  {engine:9} {seconds}  {peak:7}")


def say(line: str) -> None:
    """Print at once, for the larger sizes take minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
