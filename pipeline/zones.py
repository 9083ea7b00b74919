"""Zones of a text: the article or regulation itself, and the furniture of the page around it."""

from __future__ import annotations

import re
from functools import cache

from regraph.model import Zone
from regraph.pipeline.clean import View
from regraph.pipeline.vocabulary import alternatives, table


@cache
def _furniture() -> re.Pattern[str]:
    rules = table("zones")
    ends, starts = alternatives(rules["ends"]), alternatives(s.rstrip() for s in rules["starts"])
    return re.compile(rf"^[ #]*(?:(?:{ends})[ :.…]*$|(?:{starts})[^\n]{{0,120}}$)", re.MULTILINE)


def zones(view: View) -> list[tuple[int, int, str]]:
    """Spans of the view with their kind, in order, without gaps but for white space.

    >>> from regraph.pipeline.clean import clean
    >>> [kind for *_, kind in zones(clean("Bài viết.\\n\\nĐọc thêm\\n\\nBài khác."))]
    ['main', 'boilerplate']
    """
    text = view.text
    end = found.start() if (found := _furniture().search(view.lower)) and found.start() > 0 else len(text)
    main_end = len(text[:end].rstrip())
    main_start = len(text) - len(text.lstrip())
    spans = [(main_start, main_end, "main")] if main_end > main_start else []
    if text[end:].strip():
        spans.append((end, len(text.rstrip()), "boilerplate"))
    return spans


def as_zones(view: View, spans: list[tuple[int, int, str]]) -> tuple[Zone, ...]:
    """The spans as zones of the text as read."""
    return tuple(Zone(view.raw(a, b), "main" if kind == "main" else "boilerplate") for a, b, kind in spans)
