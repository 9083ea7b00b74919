"""Facts of a database to be judged by hand, drawn by a seed: pairs of mentions held to be one document, and relations.

A pair comes from two sources; its document is drawn first, so that one that all sources mention does not stand for all. What is
told to be unsure is left out.
Prints JSON lines, in the first form for a pair, in the second for a relation, to which a reader adds a verdict:

{"type": "merge", "document": "96-QĐ/TW@2023-02-02", "mentions": [{"words": …, "source": …, "place": …, "quote": …}, …]}
{"type": "relation", "relation": "replaces", "from": …, "to": …, "part": …, "evidence": [{"quote": …, "source": …, …}]}

Run it with ``python benchmarks/sample.py --db regraph-data --count 100 --seed 1 > sample.jsonl``.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from regraph.graph.database import LEDGER
from regraph.graph.ledger import Ledger
from regraph.graph.resolution import Resolution, resolve
from regraph.model import Statement

Row: TypeAlias = dict[str, Any]
Names: TypeAlias = Mapping[str, tuple[str, ...]]


def merges(resolution: Resolution, names: Names, count: int, chance: random.Random) -> Iterator[Row]:
    """As many pairs of mentions in different sources that are held to be one document, each with what its source says of it."""
    said: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    of: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for statement in resolution.statements:
        said[statement.source, statement.subject].append(statement)
    for thing, id_ in sorted(resolution.documents_of.items()):
        of[id_][thing[0]].append(thing)
    unsure = {told.document for told in resolution.unsure}
    shared = sorted(id_ for id_, sources in of.items() if len(sources) > 1 and id_ not in unsure)
    for id_ in chance.sample(shared, min(count, len(shared))):
        pair = [chance.choice(of[id_][source]) for source in chance.sample(sorted(of[id_]), 2)]
        yield {"type": "merge", "document": id_, "mentions": [_mention(said[thing], names) for thing in pair]}


def relations(resolution: Resolution, names: Names, count: int, chance: random.Random) -> Iterator[Row]:
    """As many relations, each with the statements that it rests on."""
    for relation in chance.sample(resolution.relations, min(count, len(resolution.relations))):
        yield {
            "type": "relation",
            "relation": relation.type,
            "from": relation.source,
            "to": relation.target,
            "part": relation.part,
            "evidence": [_place(statement, names) | {"rule": statement.rule} for statement in relation.statements],
        }


def _mention(said: list[Statement], names: Names) -> Row:
    first = min((s for s in said if s.predicate == "mention"), key=lambda s: s.span, default=said[0])
    values = {s.predicate: s.value for s in said if s.value and s.predicate != "mention"}
    return {"words": first.value, **_place(first, names), "values": values}


def _place(statement: Statement, names: Names) -> Row:
    place = f"{statement.span.start}-{statement.span.end}"
    return {"source": "; ".join(names[statement.source]), "place": place, "quote": statement.quote}


def main() -> None:
    """Prints the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db", type=Path, default=Path("regraph-data"), help="folder of the database")
    parser.add_argument("--count", type=int, default=50, help="how many of each")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with Ledger.open(options.db / LEDGER, write=False) as ledger:
        evidence = ledger.evidence()
    resolution = resolve(evidence.statements, evidence.names, evidence.decisions)
    chance = random.Random(options.seed)
    for draw in (merges, relations):
        for row in draw(resolution, evidence.names, options.count, chance):
            print(json.dumps(row, ensure_ascii=False))  # noqa: T201


if __name__ == "__main__":
    main()
