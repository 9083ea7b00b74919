"""GraphML, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

import io
import re
from typing import TextIO

import networkx as nx

from regraph.graph.export.network import to_networkx
from regraph.graph.export.portable import portable
from regraph.model import Graph, Value

LIST_SEPARATOR = " | "
# Characters outside the Char production of XML 1.0, section 2.2.
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(graph: Graph, out: TextIO) -> None:
    """Write the graph as GraphML: lists joined by ``" | "``, nulls left out, characters that XML forbids removed.

    A line break becomes LF, as every reader of XML would make it (section 2.11).
    ``networkx.read_graphml`` gives back the network of ``to_networkx`` with these changes.
    """
    network = to_networkx(portable(graph))
    network = nx.relabel_nodes(network, {name: _clean(name) for name in network})
    for _, attributes in network.nodes(data=True):
        _flatten(attributes)
    for _, _, attributes in network.edges(data=True):
        _flatten(attributes)
    buffer = io.BytesIO()
    nx.write_graphml_xml(network, buffer)
    out.write(buffer.getvalue().decode("utf-8"))


def _flatten(attributes: dict[str, Value]) -> None:
    """Put what GraphML can hold in the place of each value, names in order."""
    stated = sorted((name, value) for name, value in attributes.items() if value is not None)
    attributes.clear()
    for name, value in stated:
        text = LIST_SEPARATOR.join(value) if isinstance(value, list) else value
        attributes[name] = _clean(text) if isinstance(text, str) else text


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", re.sub("\r\n?", "\n", text))
