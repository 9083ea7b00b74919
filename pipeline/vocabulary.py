"""The vocabulary that the rules are built from, read once from ``rules/*.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> Mapping[str, Any]:
    """The contents of ``rules/<name>.toml``.

    >>> table("kinds")["kind"][0]["name"]
    'Hiến pháp'
    """
    return tomllib.loads((files("regraph.pipeline") / "rules" / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document; ``codes`` stand for it in a sign (``QĐ`` in ``96-QĐ/TW``)."""

    name: str
    codes: tuple[str, ...]
    by_name: bool
    by_number: bool
    long_forms: tuple[str, ...]


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of document by each of its names in lower case.

    >>> kinds()["báo cáo thẩm tra"].name
    'Báo cáo'
    """
    found: dict[str, Kind] = {}
    for row in table("kinds")["kind"]:
        kind = Kind(
            row["name"],
            tuple(row.get("codes", ())),
            row.get("by_name", False),
            row.get("by_number", False),
            tuple(row.get("long_forms", ())),
        )
        for name in (kind.name, *kind.long_forms):
            found[name.lower()] = kind
    return found


@cache
def kinds_of_code() -> Mapping[str, tuple[str, ...]]:
    """The kinds that a code in a sign may stand for, in the order of the table.

    >>> kinds_of_code()["QĐ"]
    ('Quyết định', 'Quy định')
    """
    found: dict[str, list[str]] = {}
    for kind in dict.fromkeys(kinds().values()):
        for code in kind.codes:
            found.setdefault(code, []).append(kind.name)
    return {code: tuple(names) for code, names in found.items()}


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of ``phrases``, the longest first, with any white space between words.

    >>> alternatives(["Bộ", "Bộ luật"])
    'Bộ\\\\s+luật|Bộ'
    """
    return "|".join(re.sub(r"(?:\\ )+", r"\\s+", re.escape(p)) for p in sorted(set(phrases), key=lambda p: (-len(p), p)))
