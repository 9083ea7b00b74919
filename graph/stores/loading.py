"""Loading a graph into Neo4j by difference.

Every node and edge that regraph writes carries a hash of its content as `_hash`. A load compares these with the graph
and writes only what differs; a node or edge without `_hash` belongs to somebody else and is left alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import zip_longest
from typing import Any, TypeAlias

from neo4j import Session

from regraph.errors import DataError
from regraph.graph.ontology import ONTOLOGY, Properties, values
from regraph.model import Edge, Graph, Node, Value

BATCH = 5000
Row: TypeAlias = dict[str, Value]
Ends: TypeAlias = tuple[str, str]


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

    Constraints come first, then nodes, then edges, at last the removal of nodes. Each batch is one transaction: a load
    that is cut short leaves a part, which the next load completes.

    Raises DataError when a node that somebody else wrote has an id of the graph, else as the driver does.
    """
    for label in ONTOLOGY.nodes:
        session.run(f"CREATE CONSTRAINT `{label.lower()}_id` IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE").consume()
    nodes, gone = _load_nodes(session, graph.nodes)
    edges = _load_edges(session, graph.edges)
    for label, ids in gone.items():
        _write(session, f"UNWIND $rows AS row MATCH (n:`{label}` {{id: row}}) DETACH DELETE n", ids)
    return nodes + edges


def _load_nodes(session: Session, nodes: Sequence[Node]) -> tuple[Changes, dict[str, list[str]]]:
    """Write what is new or different, and tell what has to go once its edges have gone."""
    wanted: dict[str, dict[str, Row]] = {label: {} for label in ONTOLOGY.nodes}
    for node in nodes:
        wanted[node.label][node.id] = _stored(node.properties, ONTOLOGY.nodes[node.label].properties)
    found = {label: _hashes(session, label) for label in wanted}
    for label, rows in wanted.items():
        if taken := [id_ for id_ in rows if found[label].get(id_, "") is None]:
            raise DataError(f"the {label} {taken[0]!r} of the Neo4j database was not written by regraph; use another database")
    done, gone = Changes(0, 0, 0), {}
    for label, rows in wanted.items():
        written = {id_: row for id_, row in rows.items() if found[label].get(id_) != row["_hash"]}
        changed = len(written.keys() & found[label].keys())
        gone[label] = [id_ for id_, hash_ in found[label].items() if hash_ is not None and id_ not in rows]
        _write(
            session,
            f"UNWIND $rows AS row MERGE (n:`{label}` {{id: row.id}}) SET n += row.properties",
            [{"id": id_, "properties": row} for id_, row in written.items()],
        )
        done += Changes(len(written) - changed, changed, len(gone[label]))
    return done, gone


def _hashes(session: Session, label: str) -> dict[str, str | None]:
    return dict(_read(session, f"MATCH (n:`{label}`) WHERE n.id IS NOT NULL RETURN n.id, n._hash"))


def _load_edges(session: Session, edges: Sequence[Edge]) -> Changes:
    wanted: dict[tuple[str, str, str], dict[Ends, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        row = _stored(edge.properties, ONTOLOGY.edges[edge.type].properties)
        wanted[edge.type, edge.source_label, edge.target_label][edge.source, edge.target].append(row)
    done = Changes(0, 0, 0)
    for edge_type in ONTOLOGY.edges.values():
        for source, target in edge_type.pairs:
            done += _load_pair(session, edge_type.type, source, target, wanted[edge_type.type, source, target])
    return done


def _load_pair(session: Session, type_: str, source: str, target: str, wanted: Mapping[Ends, list[Row]]) -> Changes:
    """Load the edges of one type between two labels. Two nodes may be joined by several, told apart by their content."""
    new = {ends: list(rows) for ends, rows in wanted.items()}
    old: dict[Ends, list[str]] = defaultdict(list)
    ours = (
        f"MATCH (s:`{source}`)-[r:`{type_}`]->(t:`{target}`) WHERE r._hash IS NOT NULL RETURN s.id, t.id, elementId(r), r._hash"
    )
    for start, end, element, hash_ in _read(session, ours):
        rows = new.get((start, end), [])
        same = next((row for row in rows if row["_hash"] == hash_), None)
        if same is None:
            old[start, end].append(element)
        else:
            rows.remove(same)
    changed, added, removed = [], [], []
    for ends in new.keys() | old.keys():
        for element, row in zip_longest(old[ends], new.get(ends, [])):
            if row is None:
                removed.append(element)
            elif element is None:
                added.append({"source": ends[0], "target": ends[1], "properties": row})
            else:
                changed.append({"element": element, "properties": row})
    found = f"MATCH ()-[r:`{type_}`]->() WHERE elementId(r) = row"
    _write(session, f"UNWIND $rows AS row {found} DELETE r", removed)
    _write(session, f"UNWIND $rows AS row {found}.element SET r += row.properties", changed)
    _write(
        session,
        f"UNWIND $rows AS row MATCH (s:`{source}` {{id: row.source}}) MATCH (t:`{target}` {{id: row.target}}) "
        f"CREATE (s)-[r:`{type_}`]->(t) SET r += row.properties",
        added,
    )
    return Changes(len(added), len(changed), len(removed))


def _stored(properties: Mapping[str, Value], declared: Properties) -> Row:
    """Every declared property, null where there is none, and the hash of the others."""
    row = values(properties, declared)
    content = json.dumps({name: value for name, value in row.items() if value is not None}, sort_keys=True)
    return row | {"_hash": sha256(content.encode()).hexdigest()}


def _read(session: Session, cypher: str) -> list[list[Any]]:
    return session.execute_read(lambda transaction: transaction.run(cypher).values())


def _write(session: Session, cypher: str, rows: Sequence[object]) -> None:
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        session.execute_write(lambda transaction: transaction.run(cypher, rows=batch).consume())  # noqa: B023
