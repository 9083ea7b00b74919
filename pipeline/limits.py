"""Limits that a sentence sets: `không quá 3 lần trong năm`, `ít nhất 05 thành viên`, `chậm nhất 30 ngày làm việc`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from regraph.model import Bound, Limit
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives, table


@dataclass(frozen=True, slots=True)
class Found:
    """A limit and where it stands; ``limit`` is None when its number or unit could not be read."""

    limit: Limit | None
    start: int
    end: int


_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)(?![\d/])"
_TEN, _TENS, _HUNDRED = "mười", "mươi", "trăm"
_BEFORE = regex(r"\s+trước(?!\w)")  # `chậm nhất 6 tháng trước ngày …` is no time that may pass
_NO_DEADLINE = regex(r"(?<!\w)(?:nếu|mà|không(?!\s+(?:quá|kể)))(?!\w)")


@cache
def _word() -> str:
    """A number in words: `năm`, `mười lăm`, `chín mươi`, `một trăm hai mươi`."""
    words = table("norms")["units"]["words"]
    digit = alternatives(words)
    tens = rf"(?:(?:{digit})\s+{_TENS}|{_TEN})(?:\s+(?:{digit})(?!\s+{_TENS}))?"
    return rf"(?P<word>(?:{digit})\s+{_HUNDRED}(?:\s+{tens})?|{tens}|{digit})(?=\s)"


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, Bound]]:
    rows = table("norms")["limit"]
    units = table("norms")["units"]
    bounds: dict[str, Bound] = {phrase: row["bound"] for row in rows for phrase in row["phrases"]}
    told = "|".join(
        rf"(?<={before} ){phrase}" if before else alternatives([phrase])
        for phrase, before in sorted(
            ((phrase, before) for row in rows for phrase in row["phrases"] for before in row.get("after", ("",))),
            key=lambda row: (-len(row[0]), row),
        )
    )
    periods = alternatives(units["periods"])
    return (
        re.compile(
            rf"(?<!\w)(?:(?:mỗi|một|hằng|hàng)\s+(?P<each>{periods})\s+)?(?P<bound>{told})(?!\w)\s*,?\s*(?:là\s+)?"
            rf"(?P<stated>(?:{_NUMBER}|{_word()})\s*(?:\((?:\w|\s){{1,30}}\)\s*)?"
            rf"(?P<unit>{alternatives(units['names'])})(?!\w)"
            rf"(?:\s*(?:/|trong\s+(?:(?:01|1|một|mỗi)\s+)?|(?:cho\s+)?(?:mỗi|một)\s+)(?:0?1\s+)?(?P<per>{periods})(?!\w))?)?"
        ),
        bounds,
    )


@cache
def _within() -> re.Pattern[str]:
    units = table("norms")["units"]
    return re.compile(
        rf"(?:^|[,;]\s+)(?:trong\s+(?:thời\s+(?:hạn|gian)|vòng)\s+(?:(?:tối\s+đa|không\s+quá|chậm\s+nhất)\s+(?:là\s+)?)?"
        rf"|chậm\s+nhất\s+(?:là\s+)?(?:(?:sau|trong(?:\s+vòng)?)\s+)?)"
        rf"(?:{_NUMBER}|{_word()})\s*(?:\((?:\w|\s){{1,30}}\)\s*)?(?P<unit>{alternatives(units['times'])})(?!\w)"
    )


def deadline(condition: str) -> Limit | None:
    """The time that a condition leaves for what is to be done.

    >>> deadline("chậm nhất là 10 ngày, kể từ ngày nhận đơn")
    Limit(bound='at_most', number=10, unit='ngày', per=None)
    >>> deadline("trong thời hạn ba mươi ngày kể từ ngày nhận đơn").number, deadline("trong thời hạn thuê")
    (30, None)
    """
    lower = condition.lower()
    told = limits(lower, 0, len(lower))
    if told and told[0].start == 0:
        return told[0].limit
    within = None if _NO_DEADLINE.search(lower) else _within().search(lower)
    return Limit("at_most", _value(within["number"], within["word"]), " ".join(within["unit"].split()), None) if within else None


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
        return _in_words(word or "")
    plain = number.replace(".", "")
    return float(plain.replace(",", ".")) if "," in plain else int(plain)


def _in_words(word: str) -> int:
    """The number that words name.

    >>> _in_words("mười lăm"), _in_words("chín mươi"), _in_words("một trăm hai mươi")
    (15, 90, 120)
    """
    digits = table("norms")["units"]["words"]
    total = digit = 0
    for said in word.split():
        if said == _HUNDRED:
            total, digit = digit * 100, 0
        elif said == _TENS:
            total, digit = total + digit * 10, 0
        elif said == _TEN:
            total += 10
        else:
            digit = digits[said]
    return total + digit


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
    words = alternatives((*units["words"], _TEN, _TENS))
    return re.compile(rf"(?<![\w/.,])(?:\d[\d.,]*|{words})\s*(?:\([^()]{{1,30}}\)\s*)?(?:{alternatives(units['names'])})(?!\w)")
