"""Zones of a text: the article or regulation itself, and the furniture of the page around it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regraph.model import Span, Zone
from regraph.pipeline.clean import FRONT_MATTER, View
from regraph.pipeline.furniture import blocks, ends, is_furniture, lines
from regraph.pipeline.patterns import regex

_PREAMBLE = regex(r"^[ ]*(?:căn cứ |điều 1[.:])", re.MULTILINE)
_ARTICLE = regex(r"^[ ]*điều \d+[.:]", re.MULTILINE)
_PROSE = regex(r"^[^\n]{160,}[.;]$", re.MULTILINE)
_FEW = 5
# `TRA CỨU NHANH:` above `- GIÁ VÀNG | LỊCH ÂM`
_LINKS = regex(r"^[^\n]+:\s*\n- ", re.MULTILINE)


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
    for found in view.at_lines(lines(), view.lower):
        if found[0].strip() and not _goes_on(view.text, *found.span()):
            yield found.span()
    for words, block in blocks():
        if words in view.lower:
            yield from (found.span() for found in block.finditer(view.lower))
    begins = _begins(view)
    head = end = None
    for found in view.at_lines(ends(), view.lower):
        if found.start() < begins:
            head = found.end()
        elif view.text[: found.start()].strip():
            end = found.start()
            break
    if head is not None:
        yield 0, head
    if end is not None:
        yield end, len(view.text)
    if links := _LINKS.search(view.text, _capitals_below(view.text)):
        yield links.start(), len(view.text)


def _capitals_below(text: str) -> int:
    """Where the lines begin that end the text and have capitals alone."""
    at = len(text)
    while at > 0:
        start = text.rfind("\n", 0, at - 1) + 1
        if text[start:at].strip() and not text[start:at].isupper():
            break
        at = start
    return at


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the line is part of a longer one: small at its start, below words, or in capitals above more of them."""
    line = text[start:end].strip()
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()
    stop = text.find("\n", end + 1)
    below = text[end + 1 : stop if stop >= 0 else None].strip() if line.isupper() else ""
    return (line[0].islower() and bool(above) and not is_furniture(above)) or (below.isupper() and not is_furniture(below))


def _begins(view: View) -> int:
    """Where a regulation begins whose page has its menus above it; 0 where prose stands above the first line of a preamble."""
    first = next(view.at_lines(_PREAMBLE, view.lower), None)
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
    """The spans as zones of the text as read; the heads of its pages are furniture too."""
    found: list[Zone] = []
    pages = iter([*view.pages, None])
    page = next(pages)
    for a, b, kind in spans:
        span = view.raw(a, b)
        start = span.start
        while page is not None and page.start < span.end:
            if start < page.start:
                found.append(Zone(Span(start, page.start), "main" if kind == "main" else "boilerplate"))
            found.append(Zone(page, "boilerplate"))
            start = max(start, page.end)
            page = next(pages)
        if start < span.end:
            found.append(Zone(Span(start, span.end), "main" if kind == "main" else "boilerplate"))
    return tuple(found)
