"""Nodes as people write them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypedDict

from regraph.graph.find import label
from regraph.model import Node


class Words(TypedDict):
    """A relation in Vietnamese and English; ``by`` and ``en_by`` are the words as the document acted upon has it."""

    vi: str
    en: str
    by: str
    en_by: str


@cache
def picture_words() -> dict[str, Any]:
    """All words of the picture, as `words.toml` has them."""
    return tomllib.loads((files("regraph.graph.export") / "assets" / "words.toml").read_text(encoding="utf-8"))


@cache
def relation_words() -> dict[str, Words]:
    """The words of every relation by its type.

    >>> relation_words()["REPLACES"]["vi"]
    'thay thế'
    """
    words: dict[str, Words] = picture_words()["relations"]
    return words


def label_of(node: Node) -> str:
    """The node as people write it, its id where nothing else is known.

    >>> label_of(Node("Document", "96@2023", {"kind": "Quy định", "symbol": "96-QĐ/TW", "issued": "2023-02-02"}))
    'Quy định 96-QĐ/TW ngày 02/02/2023'
    """

    def stated(name: str) -> str | None:
        value = node.properties.get(name)
        return str(value) if value else None

    if node.label == "Document":
        sign = stated("symbol") or stated("number") or stated("title")
        return (label(stated("kind"), sign, stated("issued")) if sign else None) or node.id
    if node.label == "Provision":
        return f"{stated('path') or ''} · {stated('document') or ''}".strip(" ·") or node.id
    names = {"Statement": "quote", "Source": "title"}
    return stated(names.get(node.label, "name")) or stated("name") or stated("title") or node.id
