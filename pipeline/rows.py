"""Positions in a row as they stand in a text, with what the words before them tell of who holds them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regraph.pipeline.clean import View
from regraph.pipeline.names import OTHER_PART, is_syllable
from regraph.pipeline.offices import begins_abbreviated, body_of, grammar, is_abbreviated
from regraph.pipeline.patterns import regex
from regraph.pipeline.positions import Held, begins_within_a_body, chain

_SEVERAL = regex(r"(?<!\w)(?:\d+|các|hai|ba|bốn|năm|những|các đồng chí)[ ]+$", re.IGNORECASE)
_GIVES = regex(r"(?:chức(?: vụ| danh)?|bổ nhiệm(?: lại)?|miễn nhiệm|bãi nhiệm|phê chuẩn|bầu|giữ|làm)\s+$")
_ROLE = regex(r"(?:^|[.;:\n]\s*)(?:là|với (?:cương vị|tư cách|vai trò)(?: là)?|trên cương vị(?: là)?)\s+$")
# No position: `gồm 8 thành viên: …`, `các nước thành viên`.
_COUNTED = regex(r"(?:\d|nước|quốc gia|đơn vị|tổ chức|công ty|ngân hàng)[ ]thành viên$")
_FOREIGN = regex(rf"(?<!\w){OTHER_PART}(?!\w)")
_NEAR = 24
_FAR = 300
"""How far behind a title its holder from abroad may be named."""
_SHORT = 160
"""Characters of a line that may be a heading, a signature or a caption."""


@dataclass(frozen=True, slots=True)
class Row:
    """Positions in a row, up to ``end``.

    ``several`` tells that they are said of more than one person (`các Thứ trưởng`), ``given`` that they are given to someone
    (`bổ nhiệm chức vụ Giám đốc`), ``role`` that they say what someone is who is named next (`Với cương vị Bí thư, ông A …`).
    """

    spans: list[tuple[int, int]]
    end: int
    several: bool
    given: bool
    role: bool


def rows(view: View, start: int, end: int, named: Sequence[int]) -> Iterator[Row]:
    """The positions between ``start`` and ``end`` of the view, those in a row as one, where someone may be named who holds them.

    ``named`` are the beginnings of names, in order. A position of no one is not read to its end, which is slow: one in a line
    too long for a heading, a signature or a caption that no name follows in the line.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("các Thứ trưởng: A, B")
    >>> [(view.text[slice(*row.spans[0])], row.several) for row in rows(view, 0, 20, [])]
    [('Thứ trưởng', True)]
    """
    at = start
    for begin in grammar().titles.in_(view.lower, start, end):
        title = grammar().title.match(view.text, begin, end) if begin >= at else None
        if title is None:
            continue
        at = title.end()
        if not _may_be_held(view, title, named):
            continue
        counted = _COUNTED.search(view.lower, max(start, title.start() - _NEAR), title.end())
        if counted or begins_within_a_body(view, title.start()):
            continue
        spans = chain(view, title.start(), end)
        if not spans:
            continue
        at = max(spans[-1][1], at)
        if is_abbreviated(view.text[slice(*spans[-1])]):
            spans = spans[-1:]  # `Thủ tướng, PTTg Lê Văn Ba`: a list of who receives a paper
        elif begins_abbreviated(view.text[slice(*spans[-1])]):
            spans = [span for span in spans if begins_abbreviated(view.text[slice(*span)])]
        near = max(start, title.start() - _NEAR)
        yield Row(
            spans,
            spans[-1][1],
            _SEVERAL.search(view.text, near, title.start()) is not None,
            _GIVES.search(view.lower, near, title.start()) is not None,
            _ROLE.search(view.lower, near, title.start()) is not None,
        )


def _may_be_held(view: View, title: re.Match[str], named: Sequence[int]) -> bool:
    """Whether the line is a short one, or a name or a word that is not Vietnamese follows in it."""
    line, line_end = view.line(title.start())
    following = bisect_left(named, title.end())
    if line_end - line <= _SHORT or (following < len(named) and named[following] < line_end):
        return True
    words = _FOREIGN.finditer(view.text, title.end(), min(line_end, title.end() + _FAR))
    return any(not is_syllable(word[0]) for word in words)


def as_held(view: View, spans: list[tuple[int, int]], rule: str) -> list[Held]:
    """The positions at ``spans`` of the view, each with its body, read by ``rule``."""
    titles = [(view.words(*span), span) for span in spans]
    return [Held(title, body_of(title), *span, rule) for title, span in titles]


def behind_ranks(view: View, at: int, limit: int) -> int:
    """Where a position may begin behind ranks that are set off by commas: `là Đại tá, Chỉ huy trưởng …`."""
    while (rank := grammar().rank.match(view.text, at, limit)) and view.text.startswith(", ", rank.end()):
        at = rank.end() + 2
    return at
