"""What the picture shows of a graph: its documents, the relations between them and the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias

from regraph.graph.export.layering import Link
from regraph.graph.export.layout import layout
from regraph.graph.export.part import periods_of
from regraph.model import Edge, Graph, Node, Value

Record: TypeAlias = dict[str, object]


def picture(graph: Graph, types: Collection[str]) -> Record:
    """The data of the picture, ready for JSON.

    ``documents``, ``relations`` and ``statements`` (by id) hold what is known of each. All edges of one of ``types``
    from one document to another or to its provisions make one relation, whose ``acts`` are the single edges. ``main`` is the
    layout of the documents that stand in the main text of some source, ``all`` that of all documents where these are more.
    """
    documents = sorted(_of(graph.nodes, "Document"), key=lambda node: (str(node.properties.get("issued") or ""), node.id))
    relations = _relations(graph, types)
    everything = [node.id for node in documents]
    main = [node.id for node in documents if node.properties.get("zone") != "boilerplate"]
    years = {node.id: str(node.properties.get("issued") or "")[:4] for node in documents}
    about, periods = _about(graph, types), periods_of(graph)
    return {
        "documents": [
            {**_stated(node.properties), "id": node.id, "about": about[node.id], "periods": periods.get(node.id, [])}
            for node in documents
        ],
        "relations": relations,
        "statements": {node.id: _stated(node.properties) for node in _of(graph.nodes, "Statement")},
        "main": _layout(main, years, relations),
        "all": _layout(everything, years, relations) if len(main) < len(everything) else None,
    }


def _of(nodes: Iterable[Node], label: str) -> list[Node]:
    return [node for node in nodes if node.label == label]


def _stated(properties: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in sorted(properties.items()) if value is not None}


def _about(graph: Graph, types: Collection[str]) -> dict[str, list[Record]]:
    """The statements about each document by its id and the part it has in them, without those told with a relation."""
    told = {statement for edge in graph.edges if edge.type in types for statement in _statements(edge)}
    about: dict[str, list[Record]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "ABOUT" and edge.target_label == "Document" and edge.source not in told:
            about[edge.target].append({"id": edge.source, "role": edge.properties.get("role")})
    return about


def _statements(edge: Edge) -> list[str]:
    statements = edge.properties.get("statements")
    return statements if isinstance(statements, list) else []


def _relations(graph: Graph, types: Collection[str]) -> list[Record]:
    parts = {node.id: node.properties.get("path") for node in _of(graph.nodes, "Provision")}
    whole = {edge.source: edge.target for edge in graph.edges if edge.type == "PART_OF" and edge.source_label == "Provision"}
    acts: dict[Link, list[Record]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type not in types:
            continue
        to_part = parts.get(edge.target) if edge.target_label == "Provision" else None
        target = whole[edge.target] if edge.target_label == "Provision" else edge.target
        acts[Link(edge.source, target, edge.type)].append({**_stated(edge.properties), "to_part": to_part})
    return [{**link._asdict(), "acts": found} for link, found in sorted(acts.items())]


def _layout(shown: Collection[str], years: Mapping[str, str], relations: Iterable[Record]) -> Record:
    known = set(shown)
    links = [Link(str(one["source"]), str(one["target"]), str(one["type"])) for one in relations]
    inside = [(number, link) for number, link in enumerate(links) if {link.source, link.target} <= known]
    placed = layout({key: years[key] for key in shown}, [link for _, link in inside])
    lines = {
        number: {"path": path, "label": label}
        for (number, _), path, label in zip(inside, placed.paths, placed.labels, strict=True)
    }
    return {
        "width": placed.width,
        "height": placed.height,
        "bands": [band._asdict() for band in placed.bands],
        "cards": placed.cards,
        "lines": lines,
        "apart": placed.apart,
    }
