"""What the picture shows of a graph: its documents, the relations between them and the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias

from regraph.graph.export.layering import CARD_HEIGHT, CARD_WIDTH, Link
from regraph.graph.export.layout import layout
from regraph.graph.export.part import periods_of
from regraph.model import Edge, Graph, Node, Value

Record: TypeAlias = dict[str, Any]
# The texts of a statement before its numbers.
_EVIDENCE = (
    "predicate", "value", "raw", "quote", "source_name", "zone", "verdict", "why", "start_offset", "end_offset",
)  # fmt: skip


def picture(graph: Graph, types: Collection[str]) -> Record:
    """The data of the picture, ready for JSON.

    ``documents`` and ``relations`` hold what is known of each. All edges of one of ``types`` from one document to another or to
    its provisions make one relation, whose ``acts`` are the single edges. ``statements`` is a table of the evidence: acts and
    documents tell its rows by their numbers, and the rows tell their texts by their places in ``texts``, since many say the same.
    ``main`` is the layout of the documents that stand in the main text of some source, ``all`` that of all documents where these
    are more.
    """
    documents = described(graph)
    known = {node.id: node for node in _of(graph.nodes, "Statement")}
    numbers: dict[str, int] = {}
    relations = related(graph, types)
    for relation in relations:
        for act in relation["acts"]:
            act["statements"] = [numbers.setdefault(key, len(numbers)) for key in act.get("statements") or () if key in known]
    about = {
        document: [[numbers.setdefault(key, len(numbers)), role] for key, role in said]
        for document, said in _about(graph, types).items()
    }
    everything = [one["id"] for one in documents]
    main = [one["id"] for one in documents if one.get("zone") != "boilerplate"]
    years = {one["id"]: str(one.get("issued") or "")[:4] for one in documents}
    return {
        "documents": [{**one, "about": about.get(one["id"], [])} for one in documents],
        "relations": relations,
        "statements": _table(known[key] for key in numbers),
        "card": [CARD_WIDTH, CARD_HEIGHT],
        "main": _layout(main, years, relations),
        "all": _layout(everything, years, relations) if len(main) < len(everything) else None,
    }


def described(graph: Graph) -> list[Record]:
    """What is known of each document, the earliest first, with the first day, last day and status of its ``periods``."""
    documents = sorted(_of(graph.nodes, "Document"), key=lambda node: (str(node.properties.get("issued") or ""), node.id))
    periods = periods_of(graph)
    return [{**_stated(node.properties), "id": node.id, "periods": periods.get(node.id, [])} for node in documents]


def _table(statements: Iterable[Node]) -> Record:
    texts: dict[str, int] = {}

    def cell(value: Value) -> Value:
        return texts.setdefault(value, len(texts)) if isinstance(value, str) else value

    rows = [[cell(node.properties.get(name)) for name in _EVIDENCE] for node in statements]
    return {"columns": _EVIDENCE, "texts": list(texts), "rows": rows}


def _of(nodes: Iterable[Node], label: str) -> list[Node]:
    return [node for node in nodes if node.label == label]


def _stated(properties: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in sorted(properties.items()) if value is not None}


def _about(graph: Graph, types: Collection[str]) -> dict[str, list[tuple[str, str]]]:
    """The statements about each document by its id, each with the part it has in them, without those told with a relation."""
    told = {statement for edge in graph.edges if edge.type in types for statement in _statements(edge)}
    about: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type == "ABOUT" and edge.target_label == "Document" and edge.source not in told:
            about[edge.target].append((edge.source, str(edge.properties.get("role"))))
    return about


def _statements(edge: Edge) -> list[str]:
    statements = edge.properties.get("statements")
    return statements if isinstance(statements, list) else []


def related(graph: Graph, types: Collection[str]) -> list[Record]:
    """The relations of these types between documents, each with its ``source``, ``type``, ``target`` and single ``acts``."""
    parts = {node.id: node.properties.get("path") for node in _of(graph.nodes, "Provision")}
    whole = {edge.source: edge.target for edge in graph.edges if edge.type == "PART_OF" and edge.source_label == "Provision"}
    acts: dict[Link, list[Record]] = defaultdict(list)
    for edge in graph.edges:
        if edge.type not in types:
            continue
        to_part = parts.get(edge.target) if edge.target_label == "Provision" else None
        target = whole[edge.target] if edge.target_label == "Provision" else edge.target
        stated = {name: value for name, value in _stated(edge.properties).items() if name != "quote"}
        acts[Link(edge.source, target, edge.type)].append({**stated, "to_part": to_part})
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
