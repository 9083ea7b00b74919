"""A graph of ten thousand made-up documents with all that paths can meet: long chains, rings, loops, diamonds, several edges."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import date, timedelta

from sample_graph import document, graph, period, relation, statement

from regraph.graph.effect_rules import STATUSES
from regraph.model import Edge, Graph, Node, Value

DOCUMENTS = 10_000
CHAIN = 80  # longer than the 30 steps at which an engine would stop by itself
FIRST = date(1990, 1, 1)
RELATIONS = ("AMENDS", "REPEALS", "CORRECTS", "SUSPENDS", "EXTENDS", "GUIDES", "IMPLEMENTS", "CONSOLIDATES", "CITES", "BASED_ON")
ON_PROVISIONS = ("AMENDS", "REPEALS", "REPLACES", "SUSPENDS", "GUIDES", "CITES", "CONSOLIDATES")
PREDICATES = ("mention", "issued", "issuer", "title", "norm", "addressee", "replaces")


def random_graph(seed: int) -> Graph:
    """The graph of this seed: the first documents are chains, then come a ring, loops and diamonds, and all have other relations."""
    chance = random.Random(seed)
    return graph(
        *_documents(chance), *_lineages(chance), *_others(chance), *_periods(chance), *_bodies(chance), *_people(chance),
        *_statements(chance),
    )  # fmt: skip


def name(number: int) -> str:
    """The id of a document."""
    return f"{number}/QĐ"


def _day(chance: random.Random) -> str:
    return (FIRST + timedelta(days=chance.randrange(13_000))).isoformat()


def _documents(chance: random.Random) -> Iterator[Node]:
    for number in range(DOCUMENTS):
        yield document(
            name(number),
            kind=chance.choice(["Nghị định", "Thông tư", "Hướng dẫn", "Luật", None]),
            number=chance.choice([str(number), None]),
            symbol=name(number),
            issued=chance.choice([_day(chance), _day(chance), _day(chance)[:4], None]),
            issuer=chance.choice(["Chính phủ", "Bộ Chính trị", None]),
            title=chance.choice(["về việc “thử”", "", None]),
            zone=chance.choice(["main"] * 9 + ["boilerplate"]),
            has_text=chance.random() < 0.3,
            source_count=chance.randrange(4),
            names=[f"Quyết định {number}"] * chance.randrange(3),
            effective_from=chance.choice([_day(chance), None]),
        )
    for number in range(2000):
        yield Node("Provision", f"{name(number)}|Điều 1", {"document": name(number), "path": "Điều 1"})


def _lineages(chance: random.Random) -> Iterator[Edge]:
    """Twenty chains, each joined to the next in some place; then a ring, loops, pairs in a circle, diamonds, several edges."""

    def link(newer: int, older: int) -> Edge:
        return relation(chance.choice(["REPLACES", "FOLLOWS"]), name(newer), name(older), _said(chance), source_count=1)

    for number in range(20 * CHAIN):
        if (number + 1) % CHAIN:
            yield link(number, number + 1)
        if chance.random() < 0.02:
            yield link(number, (number + CHAIN + 3) % (20 * CHAIN))
    ring = range(2000, 2070)
    yield from (link(a, b) for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    for number in range(2100, 2140):
        yield link(number, number)
        yield link(number, number + 40)
        yield link(number + 40, number)
    for top in range(2200, 2500, 3):  # a ladder of diamonds: as many shortest paths as powers of two
        yield from (link(a, b) for a, b in ((top, top + 1), (top, top + 2), (top + 1, top + 3), (top + 2, top + 3)))
        yield link(top, top + 1)


def _others(chance: random.Random) -> Iterator[Edge]:
    for _ in range(20_000):
        source, target = name(chance.randrange(DOCUMENTS)), name(chance.randrange(DOCUMENTS))
        count: Value = chance.choice([1, 2, None])
        yield relation(
            chance.choice(RELATIONS), source, target, _said(chance), source_count=count, quote=chance.choice(["“lời”", None])
        )
    for _ in range(3000):
        source, part = name(chance.randrange(DOCUMENTS)), f"{name(chance.randrange(2000))}|Điều 1"
        yield relation(chance.choice(ON_PROVISIONS), source, part, _said(chance), label="Provision", source_count=1)
    for number in range(2000):
        yield Edge("PART_OF", f"{name(number)}|Điều 1", "Provision", name(number), "Document", {})
    for _ in range(60):
        pair = chance.sample(range(DOCUMENTS), 2)
        yield Edge("MAY_BE", name(pair[0]), "Document", name(pair[1]), "Document", {})


def _said(chance: random.Random) -> str:
    return f"s{chance.randrange(3000)}"


def _periods(chance: random.Random) -> Iterator[Node | Edge]:
    """One to three periods of each document that follow each other, some of provisions, and why they are as they are."""
    made: list[str] = []
    for number in range(DOCUMENTS):
        days = sorted({_day(chance) for _ in range(chance.randrange(3))})
        for place, (first, last) in enumerate(zip([None, *days], [*days, None], strict=True)):
            because = chance.sample(made, 1) if made and chance.random() < 0.4 else []
            id_ = f"{name(number)}|{first or ''}"
            yield from period(
                id_, name(number), first, _before(last), chance.choice(STATUSES), *because, previous=chance.choice(STATUSES),
                rule=f"rule{place}", says=chance.choice(["vì thế", None]), rules=[f"rule{place}"], statements=[_said(chance)],
            )  # fmt: skip
            made.append(id_)
    for number in range(0, 2000, 4):
        part = f"{name(number)}|Điều 1"
        yield from period(f"{part}|", part, None, None, chance.choice(STATUSES), part="Điều 1", rule="rule0", rules=["rule0"])


def _before(day: str | None) -> str | None:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if day else None


def _bodies(chance: random.Random) -> Iterator[Node | Edge]:
    for number in range(40):
        yield Node("Body", f"body{number}", {"name": f"Ban {number}"})
        if number > 5:
            yield Edge("PART_OF", f"body{number}", "Body", f"body{chance.randrange(5)}", "Body", {})
    for number in range(0, DOCUMENTS, 3):
        body = f"body{chance.randrange(40)}"
        yield Edge("ISSUED_BY", name(number), "Document", body, "Body", {"statements": [_said(chance)]})


def _people(chance: random.Random) -> Iterator[Node | Edge]:
    for number in range(50):
        yield Node("Position", f"position{number}", {"title": f"Trưởng ban {number % 20}"})
        if number % 3:
            yield Edge("AT", f"position{number}", "Position", f"body{chance.randrange(40)}", "Body", {})
    for number in range(200):
        yield Node("Person", f"person{number}", {"name": f"Người {number}"})
        days: Value = chance.choice([None, [], [_day(chance)], [_day(chance), _day(chance)]])
        held: dict[str, Value] = {"statements": [_said(chance)], "as_of": days}
        yield Edge("HOLDS", f"person{number}", "Person", f"position{chance.randrange(50)}", "Position", held)


def _statements(chance: random.Random) -> Iterator[Node | Edge]:
    for number in range(300):
        yield Node(
            "Source", f"source{number}", {"name": f"source{number}", "text_kind": chance.choice(["news", "registry", None])}
        )
        if number % 5 == 0:
            yield Edge("TEXT_OF", f"source{number}", "Source", name(chance.randrange(DOCUMENTS)), "Document", {})
    for number in range(3000):
        predicate = chance.choice(PREDICATES)
        about = [("subject", "Document", name(chance.randrange(DOCUMENTS)))]
        if predicate == "replaces":
            about.append(("object", "Document", name(chance.randrange(DOCUMENTS))))
        if predicate == "mention" and chance.random() < 0.2:
            about = [("subject", "Person", f"person{chance.randrange(200)}")]
        value = json.dumps({"subject": "chi bộ", "action": "họp"}, ensure_ascii=False) if predicate == "norm" else "Chi bộ"
        yield from statement(
            f"s{number}", f"source{number % 300}", number, predicate, *about, value=value, raw="lời", quote="“lời”",
            verdict=chance.choice(["chosen", "agrees", "outranked", "rejected", None]), confidence=chance.choice([0.5, 0.9, 1, None]),
        )  # fmt: skip
