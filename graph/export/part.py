"""A part of a graph, and its state on a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from regraph.graph.ontology import ONTOLOGY
from regraph.model import Edge, Graph


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
    while reached and depth:
        depth -= 1
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
        if edge.type in ("IN", "ISSUED_BY", "HAS_PERIOD") and (edge.source_label, edge.source) in kept:
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
    """The graph whose documents say by ``in_force`` what they were on ``day``: the status of the period that holds it.

    >>> on_day(graph, "2020-01-01")  # doctest: +SKIP
    """
    told = {
        of: status for of, periods in periods_of(graph).items() for first, last, status in periods if _holds(first, last, day)
    }
    nodes = tuple(
        replace(node, properties={**node.properties, "in_force": told.get(node.id, "unknown"), "in_force_on": day})
        if node.label == "Document"
        else node
        for node in graph.nodes
    )
    return Graph(nodes, graph.edges)


def periods_of(graph: Graph) -> dict[str, list[tuple[str | None, str | None, str]]]:
    """First day, last day and status of each period of each document as a whole, in their order."""
    found: dict[str, list[tuple[str | None, str | None, str]]] = defaultdict(list)
    for node in graph.nodes:
        if node.label == "Period" and node.properties.get("part") is None:
            of, first, last, status = (node.properties.get(name) for name in ("document", "first_day", "last_day", "status"))
            found[str(of)].append((str(first) if first else None, str(last) if last else None, str(status)))
    return {of: sorted(periods, key=lambda period: period[0] or "") for of, periods in found.items()}


def _holds(first: str | None, last: str | None, day: str) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _ends(edge: Edge) -> set[tuple[str, str]]:
    return {(edge.source_label, edge.source), (edge.target_label, edge.target)}
