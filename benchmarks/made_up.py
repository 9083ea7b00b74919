"""Made-up documents for the benchmarks: chains of replacements as long as a few generations, guidance, amendments and repeals of
provisions, suspensions; about three relations a document, with their statements and what follows for the days in force."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta

from regraph.graph.projection import project
from regraph.graph.resolution import Resolution, ResolvedDocument, ResolvedRelation, ResolvedSource
from regraph.graph.values import Choice
from regraph.model import Graph, Span, Statement

OTHERS = 2  # relations of a document beside its replacement
SAID = 50  # relations that one source states
GENERATIONS = 8
FIRST = date(1990, 1, 1)


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


def say(line: str) -> None:
    """Print at once, for the largest size takes minutes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
