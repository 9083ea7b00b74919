"""Dates as Vietnamese texts write them: `ngày 02 tháng 02 năm 2023`, `ngày 2/2/2023`, `21.4.2010`."""

from __future__ import annotations

import re
from datetime import date

from regraph.pipeline.patterns import regex

DATE = (
    r"(?P<day>\d{1,2})\s*[-;,]?\s*(?:[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})"
    r"|(?:tháng|ngày(?=\s*\d{1,2}\s*năm))\s*[;,]?\s*(?P<month_>\d{1,2})\s*[;,]?\s*(?:n[ăaáâ]m\s*|ngày\s*|[/.-]\s*)"
    r"(?P<year_>2[ ]?0[ ]?\d[ ]?\d|\d{4}))(?!\d)"
)
"""A full date without its leading `ngày`, for use inside larger expressions (lower case), with the slips that are seen often."""

DAY = regex(r"(?:ng[àa]y\s*)?" + DATE)
"""A full date, with `ngày` or without, to be matched on lower-case text."""


def iso(found: re.Match[str]) -> str | None:
    """The date that a match of `DATE` holds, or None when there is no such day.

    >>> iso(DAY.match("ngày 02 tháng 02 năm 2023"))
    '2023-02-02'
    >>> iso(DAY.match("31/2/2023")) is None
    True
    """
    try:
        return date(year_of(found), int(found["month"] or found["month_"]), int(found["day"])).isoformat()
    except ValueError:
        return None


def year_of(found: re.Match[str]) -> int:
    """The year that a match of `DATE` holds, without the spaces that have slipped into it.

    >>> year_of(DAY.match("ngày 15 tháng 01 năm 202 2"))
    2022
    """
    return int((found["year"] or found["year_"]).replace(" ", ""))


DAY_AND_MONTH = regex(
    r"(?:ngày\s*)?(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})(?![\d%]|\s*[/.-]\s*\d|\s+năm\s+\d|\s*(?:tỷ|triệu|đồng))"
)
"""A date without its year, `ngày 10/11`, to be matched on lower-case text."""


def in_year(said: re.Match[str], year: int) -> str | None:
    """The date that a match of `DAY_AND_MONTH` is in a year.

    >>> in_year(DAY_AND_MONTH.match("ngày 10/11"), 2025)
    '2025-11-10'
    """
    try:
        return date(year, int(said["month"]), int(said["day"])).isoformat()
    except ValueError:
        return None


def nearest(said: re.Match[str], published: str) -> str | None:
    """The date that a match of `DAY_AND_MONTH` is nearest to the day of publication.

    >>> nearest(DAY_AND_MONTH.match("ngày 30/12"), "2025-01-02")
    '2024-12-30'
    """
    near = date.fromisoformat(published)
    days = [in_year(said, year) for year in (near.year - 1, near.year, near.year + 1)]
    return min((d for d in days if d), key=lambda d: abs(date.fromisoformat(d) - near), default=None)
