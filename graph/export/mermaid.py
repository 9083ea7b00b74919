"""Mermaid, for pictures in Markdown, wikis and merge requests."""

from __future__ import annotations

import re
from typing import TextIO

from regraph.graph.export.label import label_of, relation_words
from regraph.model import Graph

_ESCAPED = re.compile(r'["#&<>`\\;{}|\[\]()]')


def write(graph: Graph, out: TextIO) -> None:
    """Write the documents and their relations as a flowchart from left to right, both ends of a partial act with its part.

    Mermaid draws at most 500 lines unless its reader allows more; export a part of a larger graph.
    """
    words = relation_words()
    documents = [node for node in graph.nodes if node.label == "Document"]
    names = {node.id: f"d{number}" for number, node in enumerate(documents)}
    whole = {node.id: str(node.properties.get("document")) for node in graph.nodes if node.label == "Provision"}
    parts = {node.id: str(node.properties.get("path")) for node in graph.nodes if node.label == "Provision"}
    out.write("flowchart LR\n")
    out.writelines(f'  {names[node.id]}["{escape(label_of(node))}"]\n' for node in documents)
    for edge in graph.edges:
        target = whole.get(edge.target, edge.target) if edge.target_label == "Provision" else edge.target
        if edge.type in words and edge.source in names and target in names:
            part = f": {parts[edge.target]}" if edge.target_label == "Provision" else ""
            told = escape(f"{words[edge.type]['vi']}{part}")
            out.write(f'  {names[edge.source]} -->|"{told}"| {names[target]}\n')


def escape(text: str) -> str:
    """The text for between quotes, signs that Mermaid would read as entities, on one line.

    >>> escape('say "no"')
    'say #34;no#34;'
    """
    return _ESCAPED.sub(lambda sign: f"#{ord(sign[0])};", " ".join(text.split()))
