"""A Cypher script that recreates the graph in Neo4j."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TextIO

from regraph.graph.export.portable import portable
from regraph.model import Edge, Graph, Node, Value


def write(graph: Graph, out: TextIO) -> None:
    """Write constraints, nodes and edges, one statement a line, each ended by ``;``.

    Every statement is a MERGE, so that running the script twice changes nothing. Feed it to ``cypher-shell``:

        regraph export --format cypher | cypher-shell -u neo4j
    """
    graph = portable(graph)
    out.writelines(_constraint(label) + "\n" for label in sorted({node.label for node in graph.nodes}))
    out.writelines(_node(node) + "\n" for node in graph.nodes)
    out.writelines(_edge(edge) + "\n" for edge in graph.edges)


def _constraint(label: str) -> str:
    return f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"


def _node(node: Node) -> str:
    return f"MERGE (n:{node.label} {{id: {literal(node.id)}}}) SET n += {_map(node.properties)};"


def _edge(edge: Edge) -> str:
    source = f"MATCH (a:{edge.source_label} {{id: {literal(edge.source)}}})"
    target = f"MATCH (b:{edge.target_label} {{id: {literal(edge.target)}}})"
    return f"{source} {target} MERGE (a)-[:{edge.type} {_map(edge.properties)}]->(b);"


def _map(properties: Mapping[str, Value]) -> str:
    pairs = (f"{name}: {literal(value)}" for name, value in sorted(properties.items()) if value is not None)
    return "{" + ", ".join(pairs) + "}"


def literal(value: Value) -> str:
    r"""The value as a Cypher literal: ``it's`` → ``'it\'s'``, ``["a", "b"]`` → ``['a', 'b']``, ``True`` → ``true``.

    A string never holds a line break or another control character as it is, so that a statement stays on its line.
    """
    if isinstance(value, list):
        return "[" + ", ".join(literal(item) for item in value) + "]"
    if isinstance(value, str):
        return "'" + json.dumps(value, ensure_ascii=False)[1:-1].replace("'", "\\'") + "'"
    return json.dumps(value)
