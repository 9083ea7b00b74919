"""GEXF, for Gephi, with the days in force for its timeline."""

from __future__ import annotations

import re
from typing import TextIO
from xml.etree import ElementTree

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from regraph.graph.export.flat import clean, flat
from regraph.graph.export.label import label_of
from regraph.graph.export.portable import portable
from regraph.model import Graph

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OWN = {"id": "identifier", "label": "label_stated", "start": "start_stated", "end": "end_stated", "key": "key_stated"}


def write(graph: Graph, out: TextIO) -> None:
    """Write the graph as GEXF: nodes as people write them, edges labelled by their type, values flat as in GraphML.

    A document lives from its first to its last day in force, so that Gephi's timeline shows what was in force. The id of a node
    is ``Label:id``, its own id is the attribute ``identifier``. Edges of different types are of a different ``kind``, without
    which Gephi merges those between the same two nodes.
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in portable(graph).nodes:
        stated = {_OWN.get(name, name): value for name, value in flat(node.properties).items()}
        days = {
            bound: stated[name]
            for bound, name in (("start", "effective_from"), ("end", "effective_to"))
            if _DAY.fullmatch(str(stated.get(name, "")))
        }
        own = {"identifier": clean(node.id), "node": node.label, "label": clean(label_of(node))}
        network.add_node(clean(f"{node.label}:{node.id}"))
        network.nodes[clean(f"{node.label}:{node.id}")].update(stated | own | days)
    for number, edge in enumerate(graph.edges):
        source, target = clean(f"{edge.source_label}:{edge.source}"), clean(f"{edge.target_label}:{edge.target}")
        network.add_edge(source, target, key=number)
        network.edges[source, target, number].update(flat(edge.properties), id=f"e{number}", label=edge.type)
    writer = GEXFWriter(network, prettyprint=False)
    for meta in writer.xml.iter("meta"):
        del meta.attrib["lastmodifieddate"]
    for written in writer.xml.iter("edge"):
        written.set("kind", written.attrib["label"])
    text = ElementTree.tostring(writer.xml, encoding="unicode")
    out.write(f"<?xml version='1.0' encoding='utf-8'?>\n{text}\n")
