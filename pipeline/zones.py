"""Zones of a text: the article or regulation itself, and the furniture of the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from regraph.model import Zone
from regraph.pipeline.clean import FRONT_MATTER, View
from regraph.pipeline.vocabulary import alternatives, table

_PREAMBLE = re.compile(r"^[ ]*(?:căn cứ |điều 1[.:])", re.MULTILINE)
_ARTICLE = re.compile(r"^[ ]*điều \d+[.:]", re.MULTILINE)
_PROSE = re.compile(r"^[^\n]{160,}[.;]$", re.MULTILINE)
_FEW = 5


@cache
def _ends() -> re.Pattern[str]:
    rules = table("zones")
    ends, starts = alternatives(rules["ends"]), alternatives(s.rstrip() for s in rules["starts"])
    openings = alternatives(rules["openings"])
    return re.compile(rf"^[ #]*(?:(?:{ends})[ :.…]*$|(?:{starts})[^\n]{{0,120}}$|(?:{openings}))", re.MULTILINE)


@cache
def _lines() -> re.Pattern[str]:
    return re.compile(rf"^[ ]*(?:{'|'.join(table('zones')['lines'])})[ ]*$", re.MULTILINE)


@cache
def _blocks() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(
            rf"^[ ]*{alternatives([row['from']])}(?:[^\n]*\n){{0,{row.get('within', 60)}}}?"
            rf"[ ]*{alternatives([row['to']])}[^\n]*(?:\n\s*[^\n]+){{{row['more']}}}",
            re.MULTILINE,
        )
        for row in table("zones")["blocks"]
    )


def zones(view: View) -> list[tuple[int, int, str]]:
    """Spans of the view with their kind, in order, without gaps but for white space.

    >>> from regraph.pipeline.clean import clean
    >>> [kind for *_, kind in zones(clean("Bài viết.\\n\\nĐọc thêm\\n\\nBài khác."))]
    ['main', 'boilerplate']
    """
    text = view.text
    furniture = sorted(_furniture(view))
    spans: list[tuple[int, int, str]] = []
    at = 0
    for start, end in (*furniture, (len(text), len(text))):
        if start > at:
            spans.append((at, start, "main"))
        if end > max(start, at):
            spans.append((max(start, at), end, "boilerplate"))
        at = max(at, end)
    return _merged(text, spans)


def _furniture(view: View) -> Iterator[tuple[int, int]]:
    if front := FRONT_MATTER.match(view.text):
        yield front.span()
    for found in _lines().finditer(view.lower):
        if found[0].strip():
            yield found.span()
    for block in _blocks():
        for found in block.finditer(view.lower):
            yield found.span()
    begins = _begins(view)
    head = end = None
    for found in _ends().finditer(view.lower):
        if found.start() < begins:
            head = found.end()
        elif view.text[: found.start()].strip():
            end = found.start()
            break
    if head is not None:
        yield 0, head
    if end is not None:
        yield end, len(view.text)


def _begins(view: View) -> int:
    """Where a regulation begins whose page has its menus above it; 0 where prose stands above the first line of a preamble."""
    first = _PREAMBLE.search(view.lower)
    if first is None or len(_PROSE.findall(view.text, 0, first.start())) > _FEW or not _ARTICLE.search(view.lower, first.end()):
        return 0
    return first.start()


def _merged(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The spans without the white space at their ends, neighbours of one kind as one."""
    merged: list[tuple[int, int, str]] = []
    for start, end, kind in spans:
        inside = text[start:end]
        if not inside.strip().strip(" \n*#-_"):
            continue
        start += len(inside) - len(inside.lstrip())
        end = start + len(inside.strip())
        if merged and merged[-1][2] == kind:
            merged[-1] = (merged[-1][0], end, kind)
        else:
            merged.append((start, end, kind))
    return merged


def as_zones(view: View, spans: list[tuple[int, int, str]]) -> tuple[Zone, ...]:
    """The spans as zones of the text as read."""
    return tuple(Zone(view.raw(a, b), "main" if kind == "main" else "boilerplate") for a, b, kind in spans)
