"""Limits that a sentence sets: `không quá 3 lần trong năm`, `ít nhất 05 thành viên`, `chậm nhất 30 ngày làm việc`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from regraph.model import Bound, Limit
from regraph.pipeline.vocabulary import alternatives, table


@dataclass(frozen=True, slots=True)
class Found:
    """A limit and where it stands; ``limit`` is None when its number or unit could not be read."""

    limit: Limit | None
    start: int
    end: int


_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\d/])"


_BEFORE = re.compile(r"\s+trước(?!\w)")  # `chậm nhất 6 tháng trước ngày …` is no time that may pass


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, Bound]]:
    rows = table("norms")["limit"]
    units = table("norms")["units"]
    bounds: dict[str, Bound] = {phrase: row["bound"] for row in rows for phrase in row["phrases"]}
    periods = alternatives(units["periods"])
    return (
        re.compile(
            rf"(?<!\w)(?:(?:mỗi|một|hằng|hàng)\s+(?P<each>{periods})\s+)?(?P<bound>{alternatives(bounds)})(?!\w)\s*,?\s*(?:là\s+)?"
            rf"(?P<stated>(?:{_NUMBER}|(?P<word>{alternatives(units['words'])})(?=\s))\s*(?:\((?:\w|\s){{1,30}}\)\s*)?"
            rf"(?P<unit>{alternatives(units['names'])})(?!\w)"
            rf"(?:\s*(?:/|trong\s+(?:(?:01|1|một|mỗi)\s+)?|(?:cho\s+)?(?:mỗi|một)\s+)(?:0?1\s+)?(?P<per>{periods})(?!\w))?)?"
        ),
        bounds,
    )


def limits(lower: str, start: int, end: int) -> list[Found]:
    """The limits between two positions of a text in lower case, in order.

    >>> said = "được áp dụng không quá 3 lần trong năm"
    >>> [found.limit for found in limits(said, 0, len(said))]
    [Limit(bound='at_most', number=3, unit='lần', per='năm')]
    """
    pattern, bounds = _pattern()
    found: list[Found] = []
    for m in pattern.finditer(lower, start, end):
        limit = None
        if m["stated"] and not (m["bound"].startswith("chậm") and _BEFORE.match(lower, m.end())):
            per = m["per"] or m["each"]
            limit = Limit(
                bounds[" ".join(m["bound"].split())],
                _value(m["number"], m["word"]),
                " ".join(m["unit"].split()),
                " ".join(per.split()) if per else None,
            )
        found.append(Found(limit, m.start(), m.end()))
    return found


def _value(number: str | None, word: str | None) -> int | float:
    if number is None:
        value: int = table("norms")["units"]["words"][word]
        return value
    plain = number.replace(".", "")
    return float(plain.replace(",", ".")) if "," in plain else int(plain)


def several_counts(lower: str, start: int, end: int) -> bool:
    """Whether more than one number of something stands there, so that a limit may be only one of several.

    >>> said = "tối thiểu 5 ngày đối với trong nước, 7 ngày đối với quốc tế"
    >>> several_counts(said, 0, len(said))
    True
    """
    return len(_counted().findall(lower, start, end)) > 1


@cache
def _counted() -> re.Pattern[str]:
    units = table("norms")["units"]
    return re.compile(
        rf"(?<![\w/.,])(?:\d[\d.,]*|{alternatives(units['words'])})\s*(?:\([^()]{{1,30}}\)\s*)?(?:{alternatives(units['names'])})(?!\w)"
    )
