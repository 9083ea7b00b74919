"""Days that are known in full, only to their year or month, or not at all."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_WRITTEN = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that is not before ``earliest`` and not after ``latest``, both ISO dates; None where nothing is known."""

    earliest: str | None = None
    latest: str | None = None

    @property
    def exact(self) -> str | None:
        """The day itself, when it is known."""
        return self.earliest if self.earliest == self.latest else None

    def surely_before(self, other: Day) -> bool:
        """Whether it lies before the other, whichever days both are."""
        return bool(self.latest and other.earliest and self.latest < other.earliest)

    def moved(self, days: int) -> Day:
        """The day so many days later, or earlier.

        >>> Day("2023-03-01", "2023-03-01").moved(-1).exact
        '2023-02-28'
        """
        return Day(self.earliest and after(self.earliest, days), self.latest and after(self.latest, days))


UNKNOWN = Day()


def known(value: str | None) -> Day:
    """What a value tells of a day: all of it, its month or year, or nothing.

    >>> known("2023"), known("2023-02-02").exact
    (Day(earliest='2023-01-01', latest='2023-12-31'), '2023-02-02')
    """
    written = _WRITTEN.fullmatch(value or "")
    if written is None:
        return UNKNOWN
    year, month, day = (int(part) if part else None for part in written.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last = date(first.year, month or 12, day or monthrange(first.year, month or 12)[1])
    except ValueError:
        return UNKNOWN
    return Day(first.isoformat(), last.isoformat())


def after(day: str, days: int = 1) -> str:
    """The day so many days after another; the calendar's first and last day have none beyond them.

    >>> after("2024-12-31"), after("2024-01-01", -1)
    ('2025-01-01', '2023-12-31')
    """
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return day
