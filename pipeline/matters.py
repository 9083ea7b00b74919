"""Matters that must not be dealt with in some way: `các nội dung không được thực hiện trong họp trực tuyến là A; B; C`."""

from __future__ import annotations

from dataclasses import dataclass

from regraph.pipeline.clauses import Clause
from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex

_ANNOUNCED = regex(
    r"(?:(?:\d{1,2}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+|các\s+|những\s+)(?:nội\s+dung|việc|vấn\s+đề|công\s+việc)\s+không\s+được\s+"
    r"(?:phép\s+)?(?P<verb>\w+(?:\s+\w+)?)(?:\s+(?P<condition>(?:trong|khi|tại|qua|bằng)\s[^:;.\n]{3,120}?))?(?:\s+(?:gồm\s+có|bao\s+gồm|gồm|là|sau\s+đây|như\s+sau)(?:\s*:|(?=\s))|\s*:)\s*"
)
_BREAK = regex(r"\s*;\s*(?:và\s+)?")
_END = " .…;,"


@dataclass(frozen=True, slots=True)
class Matters:
    """What announces such matters: the verb that they must not be the object of, and where; ``end`` is where they begin."""

    verb: str
    condition: str | None
    end: int


def announced(view: View, start: int, end: int) -> Matters | None:
    """The announcement that begins at ``start``, None when there is none.

    >>> from regraph.pipeline.clean import clean
    >>> said = "Các nội dung không được thực hiện trong họp trực tuyến là: a) bầu cử"
    >>> announced(clean(said), 0, len(said)).condition
    'trong họp trực tuyến'
    """
    said = _ANNOUNCED.match(view.lower, start, end)
    if said is None:
        return None
    return Matters(view.words(*said.span("verb")), view.words(*said.span("condition")) if said["condition"] else None, said.end())


def matters(view: View, start: int, end: int) -> list[Clause]:
    """The matters that a sentence lists behind their announcement, one norm for each; at least two, parted by semicolons."""
    told = announced(view, start, end)
    if told is None:
        return []
    found: list[Clause] = []
    at = told.end
    for stop in [*((m.start(), m.end()) for m in _BREAK.finditer(view.text, at, end)), (end, end)]:
        words = view.words(at, stop[0]).strip(_END)
        if words:
            found.append(Clause(None, told.condition, "must_not", f"{told.verb} {words}", None, at, stop[0]))
        at = stop[1]
    return found if len(found) > 1 else []
