"""Days on which the text says that something happened: `sáng 17/2`, with the year that its documents give it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from regraph.pipeline.clean import View
from regraph.pipeline.dates import DAY, iso, nearest
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import Reference
from regraph.pipeline.vocabulary import Places, matches_at

_PARTS_OF_DAY = Places(["sáng", "chiều", "tối", "trưa", "ngày", "hôm"])
# `sáng 17/2`, `ngày 5-12`, `sáng 5-12,`; `ngày 27-29 tháng 8`, `các ngày 5-7` are several days
_DAY_AND_MONTH = regex(
    r"(?<!\w)(?:sáng|chiều|tối|trưa|ngày|hôm)\s+(?:nay\s*)?\(?(?P<day>\d{1,2})"
    r"(?:/|(?<!các\sngày\s\d)(?<!các\sngày\s\d\d)(?:(?<=ngày\s\d)-|(?<=ngày\s\d\d)-|-(?=\d{1,2}[,)])))"
    r"(?P<month>\d{1,2})(?!\d|[/.-]\d|\s+tháng|\s+h[àằ]ng\s+(?:năm|tháng))\)?"
)
# `trước ngày 30/6`, `dự kiến vào ngày 16/4`
_MAY_BE_TO_COME = regex(r"(?<!\w)(?:trước|sau|từ|đến|dự\s+kiến(?:\s+[^\W\d_]+){0,4})\s+$")
_FULL = regex(r"(?<!\w)(?:sáng|chiều|tối|trưa)\s+(?:ngày\s+)?\(?(?=\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """``value`` said at ``start`` to ``end`` of the view; ``inferred`` names the parts that the text leaves out."""

    value: str
    start: int
    end: int
    inferred: tuple[str, ...]
    rule: str


def events(view: View, references: list[Reference], zones: list[tuple[int, int, str]], published: str | None) -> list[Day]:
    """The days of the main text that stand with a time of day or lack their year.

    A day without year falls in the twelve months up to the day of publication, or, when that is not known, in the twelve months
    that begin with the latest issue date in the main text: an article tells of documents that are there. A day that is called a
    limit, which may be still to come, is the one nearest to the day of publication. Boxes of other articles, which may be
    years younger, have no part in it.
    """
    days: list[Day] = []
    main = [(a, b) for a, b, kind in zones if kind == "main"]
    latest = max((r.issued for r in references if r.issued and any(a <= r.start < b for a, b in main)), default=None)
    for a, b in main:
        parts = _PARTS_OF_DAY.in_(view.lower, a, b)
        days.extend(
            Day(value, hit.start(), full.end(), (), "event.date")
            for hit in matches_at(parts, _FULL, view.lower, b)
            if (full := DAY.match(view.lower, hit.end())) and (value := iso(full))
        )
        hits = list(matches_at(parts, _DAY_AND_MONTH, view.lower, b))
        limits = {_said(hit) for hit in hits if _MAY_BE_TO_COME.search(view.lower, max(a, hit.start() - 40), hit.start())}
        for hit in hits:
            near = published and nearest(hit, published) if _said(hit) in limits else None
            if value := near or _with_year(*_said(hit), published, latest):
                days.append(Day(value, hit.start(), hit.end(), ("year",), "event.year_inferred"))
    return sorted(days, key=lambda d: d.start)


def _said(hit: re.Match[str]) -> tuple[int, int]:
    return int(hit["day"]), int(hit["month"])


def _with_year(day: int, month: int, published: str | None, latest: str | None) -> str | None:
    bound = published or latest
    if bound is None:
        return None
    anchor = date.fromisoformat(bound)
    first = anchor - timedelta(days=364) if published else anchor
    for year in (first.year, first.year + 1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        if first <= candidate <= first + timedelta(days=366):
            return candidate.isoformat()
    return None
