"""Writes a graph in the formats that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO, TextIO

from regraph.graph.export import (
    bulk,
    cypher,
    cytoscape,
    docbin,
    gexf,
    graphml,
    html,
    jsonl,
    labelstudio,
    mermaid,
    notes,
    rdf,
    spreadsheet,
    svg,
)
from regraph.model import Graph, Text

FORMATS: dict[str, Callable[[Graph, TextIO], None]] = {
    "cypher": cypher.write,
    "cytoscape": cytoscape.write,
    "gexf": gexf.write,
    "graphml": graphml.write,
    "html": html.write,
    "jsonl": jsonl.write,
    "jsonld": rdf.write_json_ld,
    "mermaid": mermaid.write,
    "svg": svg.write,
    "turtle": rdf.write_turtle,
}
"""The writer of each format of one text, by the name that ``regraph export`` takes; all of them write UTF-8."""

FOLDERS: dict[str, Callable[[Graph], Iterator[tuple[str, str]]]] = {
    "csv": spreadsheet.files,
    "neo4j-csv": bulk.files,
    "notes": notes.files,
}
"""The files of each format of several texts, each with its name."""

IMAGES: dict[str, Callable[[Graph, BinaryIO], None]] = {"png": svg.write_png}
"""The writer of each format that is no text."""

ANNOTATIONS: dict[str, Callable[[Graph, Sequence[Text], BinaryIO], None]] = {
    "docbin": docbin.write,
    "labelstudio": labelstudio.write,
}
"""The writer of each format for annotators, which also needs the texts that the graph was read from."""
