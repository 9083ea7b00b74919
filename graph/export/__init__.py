"""Writes a graph in the formats that other programs read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from regraph.graph.export import cypher, graphml, html, jsonl
from regraph.model import Graph

FORMATS: dict[str, Callable[[Graph, TextIO], None]] = {
    "cypher": cypher.write,
    "graphml": graphml.write,
    "html": html.write,
    "jsonl": jsonl.write,
}
"""The writer of each format by the name that ``regraph export`` takes; all of them write text in UTF-8."""
