"""Two CSV files, for spreadsheets, data frames and Gephi."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from regraph.graph.export.flat import Flat, flat
from regraph.graph.export.label import label_of
from regraph.graph.export.portable import portable
from regraph.model import Graph

# What a spreadsheet takes for the beginning of a formula, also in full width.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def files(graph: Graph) -> Iterator[tuple[str, str]]:
    """``nodes.csv`` and ``edges.csv`` with a column for each property that occurs, lists joined by ``" | "``.

    ``id`` is ``Label:id`` and ``node`` the label; an edge has its type in ``label`` and ``kind``, since ``type`` tells Gephi that
    it is directed, and without ``kind`` Gephi merges the edges between the same two nodes. A text that a spreadsheet would run as
    a formula has ``'`` before it. Each file begins with a byte-order mark, without which Excel misreads Vietnamese letters.
    """
    graph = portable(graph)
    nodes = [
        flat({"id": f"{node.label}:{node.id}", "label": label_of(node), "node": node.label, "identifier": node.id})
        | flat(node.properties)
        for node in graph.nodes
    ]
    edges = [
        flat(
            {
                "source": f"{edge.source_label}:{edge.source}",
                "target": f"{edge.target_label}:{edge.target}",
                "type": "Directed",
                "label": edge.type,
                "kind": edge.type,
            }
        )
        | flat(edge.properties)
        for edge in graph.edges
    ]
    yield "nodes.csv", _table(("id", "label", "node", "identifier"), nodes)
    yield "edges.csv", _table(("source", "target", "type", "label", "kind"), edges)


def harmless(value: Flat) -> Flat:
    """The value, a text that begins like a formula with ``'`` before it.

    >>> harmless("=1+1"), harmless("96-QĐ/TW"), harmless(-1)
    ("'=1+1", '96-QĐ/TW', -1)
    """
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value


def _table(first: Sequence[str], rows: Sequence[Mapping[str, Flat]]) -> str:
    out = io.StringIO(newline="")
    out.write("\ufeff")
    writer = csv.DictWriter(out, _columns(first, rows), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _columns(first: Sequence[str], rows: Iterable[Mapping[str, Flat]]) -> list[str]:
    return [*first, *sorted({name for row in rows for name in row} - set(first))]
