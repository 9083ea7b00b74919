"""The canonical export: one JSON object a line, equal graphs give equal bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TextIO

from regraph.graph.export.portable import portable
from regraph.model import Graph, Value


def write(graph: Graph, out: TextIO) -> None:
    """Write every node and edge as one line, keys and lines sorted, without properties that are null.

    ``{"id": "…", "kind": "Quy định", "node": "Document", …}`` is a node, ``{"edge": "REPLACES", "from": "…",
    "from_label": "Document", "to": "…", "to_label": "Document", …}`` an edge. A statement is a node with the label
    ``Statement``. Letters are not escaped, so that ``grep 'Quy định'`` works.
    """
    lines = sorted(_line(record) for record in _records(portable(graph)))
    out.writelines(line + "\n" for line in lines)


def _records(graph: Graph) -> Iterator[dict[str, Value]]:
    for node in graph.nodes:
        yield {**node.properties, "node": node.label, "id": node.id}
    for edge in graph.edges:
        ends = {"from": edge.source, "from_label": edge.source_label, "to": edge.target, "to_label": edge.target_label}
        yield {**edge.properties, **ends, "edge": edge.type}


def _line(record: dict[str, Value]) -> str:
    stated = {key: value for key, value in record.items() if value is not None}
    return json.dumps(stated, ensure_ascii=False, sort_keys=True, allow_nan=False)
