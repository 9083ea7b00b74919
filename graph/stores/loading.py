"""Loading a graph into Neo4j by difference.

Every node and edge that regraph writes carries a fingerprint of its key and content as `_hash`. A load asks the server for the
sums of these fingerprints in so many buckets, reads what is in the buckets whose sums are others than those of the graph, and
writes only what differs. A node or edge without `_hash` belongs to somebody else and is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, TypeAlias

from neo4j import Session

from regraph.errors import DataError
from regraph.graph.ontology import ONTOLOGY, Table
from regraph.graph.stores.fingerprint import fingerprint
from regraph.model import Graph, Value

BATCH = 10_000
BUCKETS = 4096
HALF = 2**32  # sums of whole fingerprints would not fit in the server's integers
Row: TypeAlias = list[Value]
"""A node or edge as it is sent: its key, the values of its declared properties, its fingerprint."""
Ends: TypeAlias = tuple[str, str]
Sums: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Changes:
    """How many nodes and edges one load added, changed and removed."""

    added: int
    changed: int
    removed: int

    def __add__(self, other: Changes) -> Changes:
        return Changes(self.added + other.added, self.changed + other.changed, self.removed + other.removed)


def load(session: Session, graph: Graph) -> Changes:
    """Make what regraph wrote to the database of `session` equal to `graph`, which keeps to the ontology.

    Constraints and indexes come first, then nodes, then edges, at last the removal of nodes. Each batch is one transaction: a
    load that is cut short leaves a part, which the next load completes.

    Raises DataError when a node that somebody else wrote has an id of the graph, else as the driver does.
    """
    for statement in schema():
        session.run(statement).consume()
    _refuse_what_others_wrote(session, graph)
    done = Changes(0, 0, 0)
    gone: dict[str, list[str]] = {}
    for table in ONTOLOGY.tables(graph):
        if table.ends:
            done += _load_edges(session, table, *table.ends)
        else:
            changes, gone[table.name] = _load_nodes(session, table)
            done += changes
    for label, ids in gone.items():
        _write(session, f"UNWIND $rows AS row MATCH (n:`{label}` {{id: row}}) DETACH DELETE n", ids)
    return done


def schema() -> Iterator[str]:
    """The statements that make the constraints and indexes of the ontology where there are none."""
    for label, node_type in ONTOLOGY.nodes.items():
        name = label.lower()
        yield f"CREATE CONSTRAINT `{name}_id` IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE"
        for one in node_type.indexed:
            yield f"CREATE INDEX `{name}_{one}` IF NOT EXISTS FOR (n:`{label}`) ON (n.`{one}`)"


def _refuse_what_others_wrote(session: Session, graph: Graph) -> None:
    for label in ONTOLOGY.nodes:
        others = {id_ for (id_,) in _read(session, f"MATCH (n:`{label}`) WHERE n._hash IS NULL AND n.id IS NOT NULL RETURN n.id")}
        taken = [node.id for node in graph.nodes if node.label == label and node.id in others] if others else []
        if taken:
            raise DataError(f"the {label} {taken[0]!r} of the Neo4j database was not written by regraph; use another database")


def _load_nodes(session: Session, table: Table) -> tuple[Changes, list[str]]:
    """Write the nodes that are new or different, and tell which have to go once their edges have gone."""
    new, found = _difference(session, f"(x:`{table.name}`)", table.rows, "x.id")
    old = {id_ for id_, _ in found}
    changed = sum(row[0] in old for row in new)
    gone = sorted(old - {str(row[0]) for row in new})
    properties = _assigned(table.properties, first=1)
    _write(session, f"UNWIND $rows AS row MERGE (n:`{table.name}` {{id: row[0]}}) SET n += {properties}", new)
    return Changes(len(new) - changed, changed, len(gone)), gone


def _load_edges(session: Session, table: Table, source: str, target: str) -> Changes:
    """Load the edges of one type between two labels. Two nodes may be joined by several, told apart by their content."""
    pattern = f"(s:`{source}`)-[x:`{table.name}`]->(t:`{target}`)"
    missing, found = _difference(session, pattern, table.rows, "[s.id, t.id], elementId(x)")
    old: dict[Ends, list[str]] = defaultdict(list)
    new: dict[Ends, list[Row]] = defaultdict(list)
    for (start, end), element, _ in found:
        old[start, end].append(element)
    for row in missing:
        new[str(row[0]), str(row[1])].append(row)
    changed, added, removed = [], [], []
    for ends in new.keys() | old.keys():
        for element, row in zip_longest(old.get(ends, ()), new.get(ends, ())):
            if row is None:
                removed.append(element)
            elif element is None:
                added.append(row)
            else:
                changed.append([element, *row])
    of_element = f"MATCH ()-[r:`{table.name}`]->() WHERE elementId(r) ="
    _write(session, f"UNWIND $rows AS row {of_element} row DELETE r", removed)
    _write(session, f"UNWIND $rows AS row {of_element} row[0] SET r += {_assigned(table.properties, first=3)}", changed)
    _write(
        session,
        f"UNWIND $rows AS row MATCH (s:`{source}` {{id: row[0]}}) MATCH (t:`{target}` {{id: row[1]}}) "
        f"CREATE (s)-[:`{table.name}` {_assigned(table.properties, first=2)}]->(t)",
        added,
    )
    return Changes(len(added), len(changed), len(removed))


def _difference(session: Session, pattern: str, rows: Sequence[Row], returned: str) -> tuple[list[Row], list[list[Any]]]:
    """The rows that the server does not hold as they are, each with its fingerprint, and what the server holds beside the others.

    `pattern` matches what is stored as `x`; of what is beside the others `returned` and the fingerprint are read.
    """
    wanted: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        mark = fingerprint(row)
        wanted[mark].append([*row, mark])
    ours = f"MATCH {pattern} WHERE x._hash IS NOT NULL"
    counted = "count(*), sum(x._hash / $half), sum(x._hash % $half)"
    there = _read(session, f"{ours} RETURN x._hash % $buckets, {counted}", half=HALF, buckets=BUCKETS)
    sums = _sums(mark for mark, same in wanted.items() for _ in same)
    differ = [bucket for bucket, *told in there if sums.get(bucket) != tuple(told)]
    found: list[list[Any]] = []
    if differ:
        asked = f"{ours} AND x._hash % $buckets IN $differ RETURN {returned}, x._hash"
        for stored in _read(session, asked, buckets=BUCKETS, differ=differ):
            if same := wanted.get(stored[-1]):
                same.pop()
            else:
                found.append(stored)
    equal = {bucket for bucket, *_ in there}.difference(differ)
    return [row for mark, same in wanted.items() if mark % BUCKETS not in equal for row in same], found


def _sums(fingerprints: Iterable[int]) -> dict[int, Sums]:
    """For each bucket how many fingerprints it holds, and the sums of their halves."""
    found: dict[int, Sums] = {}
    for one in fingerprints:
        count, high, low = found.get(one % BUCKETS, (0, 0, 0))
        found[one % BUCKETS] = count + 1, high + one // HALF, low + one % HALF
    return found


def _assigned(declared: Mapping[str, object], first: int) -> str:
    """The map of the declared properties and the fingerprint, from the places of a row after its key."""
    return "{" + ", ".join(f"`{name}`: row[{place}]" for place, name in enumerate([*declared, "_hash"], first)) + "}"


def _read(session: Session, cypher: str, **parameters: object) -> list[list[Any]]:
    return session.execute_read(lambda transaction: transaction.run(cypher, parameters).values())


def _write(session: Session, cypher: str, rows: Sequence[object]) -> None:
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        session.execute_write(lambda transaction: transaction.run(cypher, rows=batch).consume())  # noqa: B023
