"""GraphML, for yEd, Gephi, Cytoscape and networkx."""

from __future__ import annotations

import io
from typing import TextIO

import networkx as nx

from regraph.graph.export.flat import clean, flat
from regraph.graph.export.label import label_of
from regraph.graph.export.network import to_networkx
from regraph.graph.export.portable import portable
from regraph.model import Graph


def write(graph: Graph, out: TextIO) -> None:
    """Write the graph as GraphML: lists joined by ``" | "``, nulls left out, characters that XML forbids removed.

    ``networkx.read_graphml`` gives back the network of ``to_networkx`` with these changes. A node has its own id in
    ``identifier``, since igraph keeps that of GraphML in ``id``, and in ``label`` what Gephi shows.
    """
    graph = portable(graph)
    labels = {f"{node.label}:{node.id}": label_of(node) for node in graph.nodes}
    network = to_networkx(graph)
    for name, attributes in network.nodes(data=True):
        stated = flat(attributes | {"identifier": attributes.pop("id"), "label": labels[name]})
        attributes.clear()
        attributes.update(stated)
    network = nx.relabel_nodes(network, {name: clean(name) for name in network})
    for _, _, attributes in network.edges(data=True):
        stated = flat(attributes)
        attributes.clear()
        attributes.update(stated)
    buffer = io.BytesIO()
    nx.write_graphml_xml(network, buffer)
    out.write(buffer.getvalue().decode("utf-8"))
