"""Short ways to read a text in the tests of the pipeline."""

from __future__ import annotations

import hashlib

from regraph.model import Document, Extraction, Text
from regraph.pipeline.extract import extract

HEADING = "BỘ TÀI CHÍNH\n-------\nSố: 9/2024/TT-BTC\n\nHà Nội, ngày 05 tháng 02 năm 2024\n\nTHÔNG TƯ\nVề một việc\n\n"
"""The heading of a circular, to be put before its articles."""


def read(content: str, name: str = "a.txt") -> Extraction:
    """The extraction of a text given as a string."""
    return extract(Text(name, f"/{name}", content, hashlib.sha256(content.encode()).hexdigest(), "utf-8"))


def called(document: Document) -> str:
    """The sign of a document, else its kind with number or name."""
    return document.symbol or f"{document.kind} {document.number or document.title or ''}".strip()


def relations(found: Extraction) -> set[tuple[str, str, str, str | None]]:
    """The relations as (from, type, to, part of to), documents by their signs or names."""
    names = {d.id: called(d) for d in found.documents}
    return {(names[r.source], r.type, names[r.target], r.to_part) for r in found.relations}
