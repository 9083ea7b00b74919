"""Cytoscape JSON, for Cytoscape, Cytoscape.js and networkx."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TextIO

from regraph.graph.export.label import label_of
from regraph.graph.export.portable import portable
from regraph.model import Graph, Value


def write(graph: Graph, out: TextIO) -> None:
    """Write the graph as the elements of Cytoscape.js, with lists as lists and without nulls.

    ``id`` is ``Label:id`` as in the other formats, ``identifier`` the id alone, ``type`` the label of a node or the type of an
    edge, ``name`` what to show.
    """
    nodes = [
        {
            **_stated(node.properties),
            "id": f"{node.label}:{node.id}",
            "value": f"{node.label}:{node.id}",  # networkx names its nodes by it
            "identifier": node.id,
            "type": node.label,
            "name": label_of(node),
        }
        for node in portable(graph).nodes
    ]
    edges = [
        {
            **_stated(edge.properties),
            "id": f"e{number}",
            "source": f"{edge.source_label}:{edge.source}",
            "target": f"{edge.target_label}:{edge.target}",
            "type": edge.type,
            "name": edge.type,
            "key": number,
        }
        for number, edge in enumerate(graph.edges)
    ]
    whole = {
        "data": [],
        "directed": True,
        "multigraph": True,
        "elements": {"nodes": [{"data": one} for one in nodes], "edges": [{"data": one} for one in edges]},
    }
    json.dump(whole, out, ensure_ascii=False, allow_nan=False, sort_keys=True)
    out.write("\n")


def _stated(properties: Mapping[str, Value]) -> dict[str, Value]:
    return {name: value for name, value in properties.items() if value is not None}
