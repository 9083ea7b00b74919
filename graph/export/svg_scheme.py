"""The scheme (lược đồ) of one document drawn without a browser: left what it acts upon, right what acts upon it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from regraph.errors import UsageError
from regraph.graph.export.drawing import colours, cut, kind_and_day, looks, sheet, sign, text
from regraph.graph.export.label import picture_words, relation_words
from regraph.graph.export.picture import described, related
from regraph.model import Graph

_BOX, _GAP, _ROW, _HEAD, _MARGIN, _BETWEEN = 320.0, 64.0, 40.0, 46.0, 20.0, 14.0


class _Box(NamedTuple):
    """One box: its heading in two languages, and the documents in it with the type of the relation."""

    vi: str
    en: str
    entries: list[tuple[dict[str, Any], str]]

    @property
    def height(self) -> float:
        return _HEAD + len(self.entries) * _ROW


def scheme(graph: Graph, centre: str | None) -> Iterator[str]:
    """The boxes that hold something, as the portals of law arrange them, around the document with the id ``centre``.

    Raises UsageError when no document is named.
    """
    documents = {one["id"]: one for one in described(graph)}
    if centre is None or centre not in documents:
        raise UsageError("a scheme is of one document; name it with --doc")
    relations, sides = related(graph, relation_words()), picture_words()["scheme"]
    left, right = ([box for group in sides[side] if (box := _box(group, relations, documents, centre)).entries] for side in sides)
    own = documents[centre]
    height = max(_stack(left), _stack(right), 110.0) + 2 * _MARGIN
    return sheet(3 * _BOX + 2 * _GAP + 2 * _MARGIN, height, _body(left, right, own, height))


def _box(group: dict[str, Any], relations: list[dict[str, Any]], documents: dict[str, dict[str, Any]], centre: str) -> _Box:
    own, other, types = ("source", "target", group["acts"]) if "acts" in group else ("target", "source", group["suffers"])
    found = {(one[other], one["type"]) for one in relations if one[own] == centre and one["type"] in types}
    entries = sorted(found, key=lambda one: (str(documents[one[0]].get("issued") or ""), one))
    return _Box(group["vi"], group["en"], [(documents[key], type_) for key, type_ in entries])


def _stack(boxes: list[_Box]) -> float:
    return sum(box.height + _BETWEEN for box in boxes) - _BETWEEN


def _body(left: list[_Box], right: list[_Box], own: dict[str, Any], height: float) -> Iterator[str]:
    middle, x = height / 2, _MARGIN + _BOX + _GAP
    yield from _side(left, _MARGIN, height, to_right=True)
    yield from _side(right, x + _BOX + _GAP, height, to_right=False)
    yield _frame(x, middle - 50, 100, "focus")
    rows = [
        (15.0, 700, "text", sign(own)),
        (12.5, 400, "text", kind_and_day(own, 12.5, _BOX - 24)),
        (12.5, 400, "soft", own.get("issuer")),
        (12.5, 400, "text", own.get("title") if own.get("symbol") else None),
    ]
    shown = [row for row in rows if row[3]]
    for place, (size, weight, colour, words) in enumerate(shown):
        at = middle - len(shown) * 10 + 14 + place * 20
        yield text(x + 12, at, cut(str(words), size, _BOX - 24), size, colour, weight)


def _side(boxes: list[_Box], x: float, height: float, to_right: bool) -> Iterator[str]:
    """The boxes of one side, below each other, each tied to the document in the middle."""
    shades, y = colours(), (height - _stack(boxes)) / 2
    outer, trunk = (x + _BOX, x + _BOX + _GAP / 2) if to_right else (x, x - _GAP / 2)
    inner = x + _BOX + _GAP if to_right else x - _GAP
    for box in boxes:
        joint = y + box.height / 2
        yield f'<path d="M{outer:.1f},{joint:.1f} H{trunk:.1f} V{height / 2:.1f} H{inner:.1f}" fill="none" '
        yield f'stroke="{shades["rule"]}" stroke-width="2"/>\n'
        yield _frame(x, y, box.height, "rule")
        yield text(x + 12, y + 18, cut(box.vi, 12.5, _BOX - 50), 12.5, weight=700)
        yield text(x + 12, y + 33, box.en, 11, "soft") + text(x + _BOX - 34, y + 18, str(len(box.entries)), 12.5, "soft")
        for place, (document, type_) in enumerate(box.entries):
            at = y + _HEAD + place * _ROW
            hue = shades[looks()[type_][0]]
            yield f'<rect x="{x + 12:.1f}" y="{at - 4:.1f}" width="4" height="{_ROW - 6:.1f}" fill="{hue}"/>\n'
            yield text(x + 24, at + 9, cut(sign(document), 13, _BOX - 36), 13)
            yield text(x + 24, at + 25, kind_and_day(document, 11, _BOX - 36), 11, "soft")
        y += box.height + _BETWEEN


def _frame(x: float, y: float, height: float, colour: str) -> str:
    shades = colours()
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{_BOX}" height="{height:.1f}" rx="10" fill="{shades["card"]}" '
        f'stroke="{shades[colour]}" stroke-width="1.5"/>\n'
    )
