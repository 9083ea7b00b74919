"""Whom norms are for: the terms of `subjects.toml`, what is wider and narrower, and those that a norm's subject names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from regraph.graph.comparison import fold

_BETWEEN = re.compile(r",\s+(?:và\s+|hoặc\s+)?|\s+(?:và|hoặc)\s+")
_MARKS = re.compile(r"[,;:.()\"“”/-]+")
_MANY = re.compile(r"(?:(?:tất cả )?(?:các|những)|mọi|mỗi|từng)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """The ``terms`` that a subject names; ``qualified`` when more words narrow them: `chi bộ có tính chất đặc thù`."""

    terms: frozenset[str]
    qualified: bool


@cache
def _table() -> tuple[Mapping[str, str], Mapping[str, tuple[str, ...]]]:
    """The term of each folded name, the longest names first, and the terms next above each."""
    rows = tomllib.loads(files("regraph.graph").joinpath("subjects.toml").read_text(encoding="utf-8"))["term"]
    names = {fold(name): row["name"] for row in rows for name in (row["name"], *row.get("aliases", ()))}
    ordered = {name: names[name] for name in sorted(names, key=lambda name: (-len(name), name))}
    return ordered, {row["name"]: tuple(row.get("wider", ())) for row in rows}


def term(words: str) -> str:
    """The term that ``words`` are a name of, else the words themselves.

    >>> term("UBND"), term("tổ kế toán")
    ('Ủy ban nhân dân', 'tổ kế toán')
    """
    return _table()[0].get(fold(words), words)


def wider(name: str) -> frozenset[str]:
    """Every term that holds all that ``name`` means, but not itself.

    >>> sorted(wider("đảng bộ cơ sở"))
    ['tổ chức cơ sở đảng', 'tổ chức đảng', 'đảng bộ']
    """
    _, above = _table()
    found: set[str] = set()
    left = list(above.get(name, ()))
    while left:
        one = left.pop()
        if one not in found:
            found.add(one)
            left += above.get(one, ())
    return frozenset(found)


def named(subject: str) -> Named:
    """The terms that the subject of a norm names.

    In a list each member counts until one says more than a term, for what follows may belong to it: `người đứng đầu cơ quan, tổ
    chức`, `cấp ủy cấp trên của chi bộ, đảng bộ`.

    >>> named("đảng bộ cơ sở, chi bộ").terms == {"đảng bộ cơ sở", "chi bộ"}
    True
    >>> named("cấp ủy cấp trên của chi bộ, đảng bộ")
    Named(terms=frozenset({'cấp ủy'}), qualified=True)
    """
    whole = _MANY.sub("", subject, count=1)
    if (one := _table()[0].get(fold(whole))) is not None:
        return Named(frozenset((one,)), qualified=False)
    found: set[str] = set()
    for piece in _BETWEEN.split(whole):
        said = fold(_MANY.sub("", piece, count=1))
        if (one := _table()[0].get(said)) is not None:
            found.add(one)
            continue
        begun = next((name for name in _table()[0] if said.startswith(f"{name} ")), None)
        return Named(frozenset(found | ({_table()[0][begun]} if begun else set())), qualified=True)
    return Named(frozenset(found), qualified=False)


def mentioned(words: str) -> frozenset[str]:
    """Every term that stands anywhere in ``words``, such as a title or a clause on whom a document addresses.

    >>> sorted(mentioned("sinh hoạt đảng ở đảng bộ cơ sở, chi bộ"))
    ['chi bộ', 'đảng bộ cơ sở']
    """
    said = _plain(words)
    found: set[str] = set()
    for name, one in _table()[0].items():  # the longest first: `đảng bộ cơ sở` is no `đảng bộ`
        if (plain := _plain(name)) in said:
            found.add(one)
            said = said.replace(plain, "  ")
    return frozenset(found)


def _plain(words: str) -> str:
    return f" {' '.join(_MARKS.sub(' ', fold(words)).split())} "
