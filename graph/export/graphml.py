"""GraphML, for yEd, Gephi, Cytoscape and networkx."""

from __future__ import annotations

import io
from typing import TextIO

import networkx as nx

from regraph.graph.export.flat import clean, flat
from regraph.graph.export.network import to_networkx
from regraph.graph.export.portable import portable
from regraph.model import Graph


def write(graph: Graph, out: TextIO) -> None:
    """Write the graph as GraphML: lists joined by ``" | "``, nulls left out, characters that XML forbids removed.

    ``networkx.read_graphml`` gives back the network of ``to_networkx`` with these changes.
    """
    network = to_networkx(portable(graph))
    network = nx.relabel_nodes(network, {name: clean(name) for name in network})
    for _, attributes in network.nodes(data=True):
        stated = flat(attributes)
        attributes.clear()
        attributes.update(stated)
    for _, _, attributes in network.edges(data=True):
        stated = flat(attributes)
        attributes.clear()
        attributes.update(stated)
    buffer = io.BytesIO()
    nx.write_graphml_xml(network, buffer)
    out.write(buffer.getvalue().decode("utf-8"))
