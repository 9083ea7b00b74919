"""What a document governs and whom it addresses: its articles `Phạm vi điều chỉnh` and `Đối tượng áp dụng`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from regraph.pipeline.clean import View
from regraph.pipeline.outline import Depth, Line, Outline
from regraph.pipeline.patterns import regex
from regraph.pipeline.reported import Passage
from regraph.pipeline.resolve import Entity
from regraph.pipeline.sentences import Sentences

About = Literal["scope", "addressee"]


@dataclass(frozen=True, slots=True)
class Found:
    """What ``entity`` governs or whom it addresses, in its own words."""

    entity: Entity
    part: str | None
    about: About
    words: str
    start: int
    end: int


_HEADING = regex(
    r"(?P<scope>phạm\s+vi(?:\s+(?:điều\s+chỉnh|áp\s+dụng))?)?(?:\s*(?:và|,)\s*)?"
    r"(?P<addressee>đối\s+tượng(?:\s+(?:áp\s+dụng|điều\s+chỉnh|thực\s+hiện))?)?\s*(?P<colon>:)?\s*"
)
_THIS = (
    r"(?:(?:luật|bộ\s+luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|thông\s+tư(?:\s+liên\s+tịch)?|quyết\s+định|quy\s+định|quy\s+chế"
    r"|hướng\s+dẫn|điều\s+lệ|chỉ\s+thị|văn\s+bản|bản\s+quy\s+định)\s+này)"
)
_GOVERNS = regex(
    rf"{_THIS}\s+(?:(?:được\s+)?(?:quy\s+định|hướng\s+dẫn|điều\s+chỉnh)(?:\s+(?:chi\s+tiết|cụ\s+thể))?(?:\s+(?:về|việc|một\s+số))?)\s"
)
_ADDRESSES = regex(rf"{_THIS}\s+(?:được\s+)?(?:áp\s+dụng|có\s+hiệu\s+lực\s+áp\s+dụng|điều\s+chỉnh)\s+(?:đối\s+với|cho|với)\s*")
_NOT = regex(r"(?<!\w)không\s+(?:áp\s+dụng|điều\s+chỉnh|thuộc)(?!\w)")
_TOLD = regex(r"(?:phạm\s+vi,\s+)?đối\s+tượng\s+(?:áp\s+dụng|thực\s+hiện)(?:\s+thí\s+điểm)?\s+là\s+")
_COUNTED = (Depth.CLAUSE, Depth.POINT)
_LONGEST = 900
_END = " .;:,"


def scope(
    view: View,
    outline: Outline | None,
    itself: Entity | None,
    passages: list[Passage],
    sentences: Sentences,
) -> Iterator[Found]:
    """What the regulation ``itself``, and each document that a passage reports, says of its scope and its addressees."""
    if outline is not None and itself is not None:
        for n, line in enumerate(outline.lines):
            if line.depth == Depth.ARTICLE or (line.depth == Depth.CLAUSE and line.body < line.end):
                heading = _HEADING.match(view.lower, line.body, line.end)
                if heading and (heading["scope"] or heading["addressee"]):
                    yield from _under(view, outline, n, heading, itself)
    for passage in passages:
        end = sentences.at(passage.start)[1]
        told = _TOLD.match(view.lower, passage.start, end)
        if told and end - told.end() <= _LONGEST:
            then = view.lower.find(" thì ", told.end(), end)
            words = view.words(told.end(), then if then >= 0 else end).strip(_END)
            yield Found(passage.entity, passage.part, "addressee", words, passage.start, end)


def _under(view: View, outline: Outline, n: int, heading: re.Match[str], itself: Entity) -> Iterator[Found]:
    """What the line with such a heading, or the lines that it heads, say."""
    line = outline.lines[n]
    both = bool(heading["scope"] and heading["addressee"])
    about: About = "scope" if heading["scope"] else "addressee"
    if heading.end() < line.end and heading["colon"]:
        if not both:
            yield from _said(view, line, heading.end(), about, itself)
        return
    if heading.end() < line.end:
        return
    lists: About | None = None if both else about
    for under in outline.below(line):
        lower = view.lower[under.body : under.end].rstrip()
        named = _HEADING.match(lower)
        if named and (named["scope"] or named["addressee"]):
            continue  # a heading of its own
        addresses, governs = _ADDRESSES.match(lower), _GOVERNS.match(lower)
        if _NOT.search(lower):
            lists = None
        elif addresses or governs:
            lists = "addressee" if addresses else "scope"
            if lower.endswith(":"):
                yield from _items(view, outline, under, lists, itself)
            else:
                yield from _said(view, under, under.body + (addresses.end() if addresses else 0), lists, itself)
        elif lists == "addressee" and under.depth == Depth.INTRODUCTION:
            yield from _items(view, outline, under, lists, itself)
        elif lists == "addressee" and under.depth in _COUNTED and not lower.endswith(":"):
            yield from _said(view, under, under.body, lists, itself)


def _items(view: View, outline: Outline, line: Line, about: About, itself: Entity) -> Iterator[Found]:
    for item in outline.below(line):
        if view.text[item.end - 1] != ":" and not _NOT.search(view.lower, item.body, item.end):
            yield from _said(view, item, item.body, about, itself)


def _said(view: View, line: Line, start: int, about: About, itself: Entity) -> Iterator[Found]:
    words = view.words(start, line.end).strip(_END)
    if words and line.part and len(words) <= _LONGEST:
        yield Found(itself, line.part, about, words, start, line.end)
