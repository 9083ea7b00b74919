"""Documents that a registry records as in force, and what the graph of a database holds them to be on some days.

Those held to be ended are listed, each with its rule and reason, to be looked at. Run it on a database into which the registry
and the texts have been read: ``python benchmarks/recorded.py regraph.db 2024-01-01``.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from regraph.graph.database import Database
from regraph.graph.effect_rules import HOLDING

RECORDED = """
MATCH (:Source {text_kind: 'registry'})<-[:`IN`]-(s:Statement {predicate: 'mention'})-[:ABOUT]->(d:Document)
WITH DISTINCT d
MATCH (d)-[:HAS_PERIOD]->(p:Period)
WHERE (p.first_day IS NULL OR p.first_day <= $day) AND (p.last_day IS NULL OR p.last_day >= $day)
RETURN d.id AS document, p.status AS status, p.rule AS rule, p.says AS says, p.first_day AS first_day
ORDER BY status, document
"""


def main() -> None:
    """Print the shares for each day, and each document held to be ended or not known on the last of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", type=Path)
    parser.add_argument("days", nargs="*", default=["2024-01-01"])
    given = parser.parse_args()
    with Database.open(given.database, write=False) as database, closing(database.store()) as store:
        for day in given.days:
            rows = store.rows(RECORDED, {"day": day}).rows
            counts = Counter(status for _, status, *_ in rows)
            begun = len(rows) - counts["not_yet"]
            holding = sum(counts[status] for status in HOLDING)
            sure = counts["in_force"] + counts["partly"]
            shares = f"in force or partly {sure} ({sure / begun:.2%}), with those that continue {holding} ({holding / begun:.2%})"
            ended = f"ended {counts['ended']} ({counts['ended'] / len(rows):.2%})"
            sys.stdout.write(f"{day}: {len(rows)} recorded, {begun} begun: {shares}, {ended} {dict(counts)}\n")
    for document, status, rule, says, first_day in rows:
        if status in ("ended", "unknown", "suspended"):
            sys.stdout.write(f"{status} {document} {first_day} {rule}: {says}\n")


if __name__ == "__main__":
    main()
