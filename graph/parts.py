"""Which provisions of a document are parts of which others: `khoản 2 Điều 5` is one of `Điều 5`."""

from __future__ import annotations

import re
from functools import lru_cache

from regraph.graph.comparison import fold

_UNITS = ("gạch đầu dòng", "đoạn", "tiết", "điểm", "khoản", "điều", "tiểu mục", "mục", "chương", "phần", "phụ lục")
_UNIT = re.compile(
    rf"\s*(?:{fold('của')}\s+|,\s*)?(?P<unit>{'|'.join(map(fold, _UNITS))})\s+"
    rf"(?:(?:{fold('thứ')}|{fold('số')})\s+)?(?P<label>[^\s,;]{{1,12}})\s*"
)
_NUMBER = re.compile(r"\d+")
_MOST_UNITS = 8


def within(part: str) -> tuple[str, ...]:
    """The provisions that ``part`` is part of, folded, the nearest first; none for what is no path of units.

    >>> [len(within(part)) for part in ("điểm a khoản 2 Điều 5", "Điều 5", "các quy định về phí")]
    [2, 0, 0]
    """
    units = _units(fold(part))
    return tuple(" ".join(f"{unit} {label}" for unit, label in units[at:]) for at in range(1, len(units)))


def same(part: str) -> str:
    """A provision in a form that is equal for all its spellings.

    >>> same("khoản 2, Điều 5") == same("Khoản 2 Điều 5")
    True
    """
    units = _units(fold(part))
    return " ".join(f"{unit} {label}" for unit, label in units) if units else fold(part)


def place(part: str) -> tuple[tuple[str, int, str], ...]:
    """Where a provision stands in its document, to order by: numbers count as numbers, the outer unit goes before the inner.

    >>> sorted(["Điều 16", "khoản 2 Điều 7", "Điều 7", "khoản 10 Điều 7"], key=place)
    ['Điều 7', 'khoản 2 Điều 7', 'khoản 10 Điều 7', 'Điều 16']
    """
    units = _units(fold(part)) or (("", fold(part)),)
    numbers = ((unit, label, _NUMBER.match(label)) for unit, label in reversed(units))
    return tuple((unit, int(number[0]) if number else 0, label) for unit, label, number in numbers)


@lru_cache(maxsize=100_000)
def _units(folded: str) -> tuple[tuple[str, str], ...]:
    """The units of a path, most specific first; empty when something else stands in it."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(folded):
        unit = _UNIT.match(folded, at)
        if unit is None or len(found) == _MOST_UNITS:
            return ()
        found.append((unit["unit"], unit["label"]))
        at = unit.end()
    return tuple(found)
