"""A part of a graph, and its state on a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from regraph.graph.ontology import ONTOLOGY
from regraph.model import Edge, Graph, Node


def around(graph: Graph, document: str, depth: int) -> Graph:
    """The documents that at most ``depth`` relations part from ``document``, with all that is said of them alone.

    Their provisions, issuers and statements, and the sources of these, are kept; persons are not, since no fact ties them to a
    document.

    >>> around(graph, "96-QĐ/TW@2023-02-02", 1)  # doctest: +SKIP
    """
    whole = {node.id: str(node.properties.get("document")) for node in graph.nodes if node.label == "Provision"}
    near: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges:
        if ONTOLOGY.edges[edge.type].relation:
            target = whole[edge.target] if edge.target_label == "Provision" else edge.target
            near[edge.source].add(target)
            near[target].add(edge.source)
    documents = reached = {document}
    for _ in range(depth):
        reached = {other for one in reached for other in near[one]} - documents
        documents = documents | reached
    kept = {("Document", id_) for id_ in documents} | {("Provision", id_) for id_, of in whole.items() if of in documents}
    kept |= {("Period", node.id) for node in graph.nodes if node.label == "Period" and node.properties["document"] in documents}
    about: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for edge in graph.edges:
        if edge.type == "ABOUT":
            about[edge.source].add((edge.target_label, edge.target))
    kept |= {("Statement", id_) for id_, things in about.items() if things <= kept}
    larger = {edge.source: edge.target for edge in graph.edges if edge.type == "PART_OF" and edge.source_label == "Body"}
    for edge in graph.edges:
        if edge.type in ("IN", "ISSUED_BY") and (edge.source_label, edge.source) in kept:
            kept.add((edge.target_label, edge.target))
            body = larger.get(edge.target) if edge.type == "ISSUED_BY" else None
            while body and ("Body", body) not in kept:
                kept.add(("Body", body))
                body = larger.get(body)
    return Graph(
        tuple(node for node in graph.nodes if (node.label, node.id) in kept),
        tuple(edge for edge in graph.edges if _ends(edge) <= kept),
    )


def on_day(graph: Graph, day: str) -> Graph:
    """The graph whose documents say by ``in_force`` what they were on ``day``, as their periods tell; `unknown` without one.

    >>> on_day(graph, "2020-01-01")  # doctest: +SKIP
    """
    held = {
        node.properties["document"]: node.properties["status"]
        for node in graph.nodes
        if node.label == "Period"
        and node.properties.get("part") is None
        and str(node.properties.get("first_day") or "") <= day
        and (node.properties.get("last_day") is None or str(node.properties["last_day"]) >= day)
    }

    def told(node: Node) -> Node:
        state = {"in_force": held.get(node.id, "unknown"), "in_force_on": day}
        return replace(node, properties={**node.properties, **state})

    return Graph(tuple(told(node) if node.label == "Document" else node for node in graph.nodes), graph.edges)


def _ends(edge: Edge) -> set[tuple[str, str]]:
    return {(edge.source_label, edge.source), (edge.target_label, edge.target)}
