"""The body that issued a document, as named after `của`: known names first, else a head word and what belongs to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.vocabulary import alternatives, kinds, table

_TERM = re.compile(r"\s+(?:khóa|nhiệm kỳ)\s+(?:[ivxlc]+|\d+(?:\s*-\s*\d{4})?)(?!\w)")
_JOIN = re.compile(r"[ ]*(?:,|-|(?<=[ ])và)[ ]+")
_MAX_WORDS = 14


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body named in the view from ``start`` to ``end``; ``mention_end`` also holds a term (`khóa XIII`) after it."""

    name: str
    start: int
    end: int
    mention_end: int


@dataclass(frozen=True, slots=True)
class _Grammar:
    known: re.Pattern[str]
    head: re.Pattern[str]
    word: re.Pattern[str]
    place: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    rules = table("bodies")
    officer = f"(?:(?:{alternatives(x.lower() for x in rules['officers'])})\\s+)?"
    stops = "|".join(rules["stops"])
    kind = alternatives(k.name for k in kinds().values())
    syllable = r"[^\W\d_]+\d?"
    return _Grammar(
        known=re.compile(f"{officer}(?:{alternatives(n.lower() for n in rules['names'])})(?!\\w)"),
        head=re.compile(f"(?:(?:{alternatives(rules['officers'])})\\s+)?(?:{alternatives(rules['heads'])})(?!\\w)"),
        word=re.compile(
            rf"(?:\s*-\s*|,\s+(?=[A-ZĐÂÔƯÁ])|\s+(?:và|của)\s+(?=[A-ZĐÂÔƯÁ])|\s+)(?!(?:(?i:{stops})|{kind}|Điều|Khoản)(?!\w)){syllable}"
        ),
        place=re.compile(f"(?:{alternatives(x.lower() for x in rules['with_place'])})"),
    )


def issuer_at(view: View, at: int) -> Issuer | None:
    """The body or bodies named at position ``at`` of the view, or None.

    >>> from regraph.pipeline.clean import clean
    >>> issuer_at(clean("Bộ Chính trị khóa XIII về việc"), 0).name
    'Bộ Chính trị'
    """
    first = _one(view, at)
    if first is None:
        return None
    end = first
    while joined := _JOIN.match(view.text, end):
        if joined.end() == end or (further := _one(view, joined.end())) is None or not view.text[joined.end()].isupper():
            break
        end = further
    term = _TERM.match(view.lower, end)
    return Issuer(view.words(at, end), at, end, term.end() if term else end)


def _one(view: View, at: int) -> int | None:
    grammar = _grammar()
    if (known := grammar.known.match(view.lower, at)) and not grammar.place.match(view.lower, at):
        return known.end()
    head = grammar.head.match(view.text, at)
    if head is None:
        return None
    end = head.end()
    for _ in range(_MAX_WORDS):
        following = grammar.word.match(view.text, end)
        if following is None:
            break
        end = following.end()
    return end
