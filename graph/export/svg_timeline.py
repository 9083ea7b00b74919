"""The timeline drawn without a browser: for each document the days on which it is in force, in part, or suspended."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from regraph.graph.export.drawing import colours, cut, sheet, sign, text
from regraph.graph.export.label import picture_words
from regraph.graph.export.picture import described
from regraph.model import Graph

_NAMES, _ROW, _HEAD, _MARGIN = 250.0, 24.0, 36.0, 20.0
_LEGEND_ROW, _LEGEND_COLUMN = 24.0, 400.0
_SILENT = ("not_yet", "ended")
# What fills the bar of a status: a hue, and the pattern that tells it apart without colours.
_FILLS = {
    "in_force": ("blue", None),
    "partly": ("blue", '<path d="M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4" stroke="{hue}" stroke-width="2.6"/>'),
    "continues_if_not_contrary": ("blue", '<circle cx="4" cy="4" r="1.8" fill="{hue}"/>'),
    "suspended": ("red", '<path d="M2,0 v8" stroke="{hue}" stroke-width="3"/>'),
    "unknown": ("grey", ""),
}


def timeline(graph: Graph) -> Iterator[str]:
    """A row for each document of main texts of which a first day is known, the oldest above."""
    shown = [one for one in described(graph) if one.get("zone") != "boilerplate" and _begins(one)]
    shown.sort(key=lambda one: (_begins(one), one["id"]))
    days = [day for one in shown for day in (_begins(one), one.get("effective_to"), one.get("issued")) if day]
    first, last = (int(min(days)[:4]), int(max(days)[:4]) + 1) if days else (0, 0)
    year = max(26.0, min(120.0, 1150 / max(1, last - first)))
    width = max(_NAMES + (last - first) * year, _LEGEND_COLUMN) + _MARGIN
    there = [status for status in _FILLS if any(period[2] == status for one in shown for period in one["periods"])]
    across = int((width - 2 * _MARGIN) // _LEGEND_COLUMN) or 1
    height = _HEAD + len(shown) * _ROW + 30 + _LEGEND_ROW * -(-len(there) // across)
    return sheet(width, height, _body(shown, first, last, year), _legend(there, across, _HEAD + len(shown) * _ROW + 16))


def _body(shown: list[dict[str, Any]], first: int, last: int, year: float) -> Iterator[str]:
    shades, bottom = colours(), _HEAD + len(shown) * _ROW
    yield "<defs>\n"
    for status, (name, drawn) in _FILLS.items():
        if drawn is not None:
            yield f'<pattern id="{status}" width="8" height="8" patternUnits="userSpaceOnUse">'
            yield f'<rect width="8" height="8" fill="{shades["card"]}"/>{drawn.format(hue=shades[name])}</pattern>\n'
    yield "</defs>\n"
    for number in range(first, last):
        x = _NAMES + (number - first) * year
        if number % 2 == 0:
            yield f'<rect x="{x:.1f}" y="0" width="{year:.1f}" height="{bottom:.1f}" fill="{shades["stripe"]}"/>\n'
        if year >= 40 or number % 2 == 0:
            yield text(x + 4, 22, str(number), 13, "soft", 700)
    end = _NAMES + (last - first) * year

    def place(day: str, after: int = 0) -> float:
        whole = date.fromisoformat((day + "-01-01")[:10])
        start = date(whole.year, 1, 1)
        return _NAMES + (whole.year - first + ((whole - start).days + after) / 366) * year

    for row, one in enumerate(shown):
        y = _HEAD + row * _ROW
        named = " · ".join(part for part in (sign(one), one.get("kind")) if part)
        yield text(_MARGIN, y + 16, cut(named, 12.5, _NAMES - _MARGIN - 10), 12.5)
        for begins, ends, status in one["periods"] or [(_begins(one), one.get("effective_to"), "unknown")]:
            if status not in _SILENT:
                x = place(begins or _begins(one))
                yield _bar(x, y + 5, max(3.0, (place(ends, 1) if ends else end) - x), status, is_open=not ends)


def _legend(there: list[str], across: int, top: float) -> Iterator[str]:
    words = picture_words()["states"]
    for place, status in enumerate(there):
        x, y = _MARGIN + (place % across) * _LEGEND_COLUMN, top + (place // across) * _LEGEND_ROW
        yield _bar(x, y, 32, status) + text(x + 42, y + 12, f"{words[status]['vi']} · {words[status]['en']}", 12.5)


def _bar(x: float, y: float, width: float, status: str, is_open: bool = False) -> str:
    """A bar, without a right end where no last day is known."""
    shades = colours()
    name, drawn = _FILLS[status]
    fill = shades[name] if drawn is None else f"url(#{status})"
    dash = ' stroke-dasharray="2 2"' if status == "unknown" else ""
    edge = f"M{x + width:.1f},{y:.1f} H{x:.1f} v14 h{width:.1f}" + ("" if is_open else " Z")
    return f'<path d="{edge}" fill="{fill}" stroke="{shades[name]}" stroke-width="1.3"{dash}/>\n'


def _begins(document: dict[str, Any]) -> str:
    return str(document.get("effective_from") or document.get("issued") or "")
