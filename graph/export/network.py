"""The graph in memory, for algorithms and for the formats that networkx writes."""

from __future__ import annotations

import networkx as nx

from regraph.model import Graph


def to_networkx(graph: Graph) -> nx.MultiDiGraph[str]:
    """The graph as a ``networkx.MultiDiGraph``.

    A node is named ``Label:id`` (``Document:96-QĐ/TW@2023-02-02``), since two labels may use the same id, and holds ``type``
    (its label), ``id`` and its properties. An edge has the key ``e0``, ``e1``… in the order of the graph and holds
    ``type`` and its properties.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in graph.nodes:
        network.add_node(f"{node.label}:{node.id}", **{**node.properties, "type": node.label, "id": node.id})
    for number, edge in enumerate(graph.edges):
        source, target = f"{edge.source_label}:{edge.source}", f"{edge.target_label}:{edge.target}"
        network.add_edge(source, target, key=f"e{number}")
        network.edges[source, target, f"e{number}"].update(edge.properties, type=edge.type)
    return network
