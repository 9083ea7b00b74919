"""The lineage drawn without a browser: documents from left to right by year, the relations between them, a legend."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from regraph.graph.export.drawing import colours, cut, day, kind_and_day, looks, sheet, sign, stroke, text
from regraph.graph.export.flat import clean
from regraph.graph.export.label import relation_words
from regraph.graph.export.layering import CARD_HEIGHT, CARD_WIDTH
from regraph.graph.export.picture import picture
from regraph.model import Graph

_LEGEND_ROW, _LEGEND_COLUMN = 22.0, 330.0
_LABELLED = 40


def lineage(graph: Graph) -> Iterator[str]:
    """The documents of main texts; relations have their words on them where there are few."""
    data = picture(graph, relation_words())
    layout = data["main"]
    lines = [(data["relations"][number], line) for number, line in layout["lines"].items()]
    types = [type_ for type_ in relation_words() if any(relation["type"] == type_ for relation, _ in lines)]
    across = max(1, int(layout["width"] // _LEGEND_COLUMN))
    legend = _LEGEND_ROW * -(-len(types) // across) + (24.0 if types else 0.0)
    return sheet(layout["width"], layout["height"] + legend, _body(data, lines, types, across))


def _body(data: dict[str, Any], lines: list[tuple[Any, Any]], types: list[str], across: int) -> Iterator[str]:
    layout, words, shades = data["main"], relation_words(), colours()
    yield "<defs>\n"
    for type_ in types:
        hue = shades[looks()[type_][0]]
        for part, fill in (("whole", hue), ("part", shades["page"])):
            yield f'<marker id="{type_}-{part}" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="12" markerHeight="12" '
            yield f'markerUnits="userSpaceOnUse" orient="auto"><path d="M1.5,1.5 L11,6 L1.5,10.5 Z" fill="{fill}" '
            yield f'stroke="{hue}" stroke-width="1.4"/></marker>\n'
    yield "</defs>\n"
    end = (layout["apart"] or layout["height"]) - 10
    for band in layout["bands"]:
        yield f'<rect x="{band["x"] - 14:.1f}" y="4" width="{band["width"] + 28:.1f}" height="{end - 4:.1f}" rx="10" '
        yield f'fill="{shades["stripe"]}"/>\n'
        yield text(band["x"], 24, band["year"] or "không rõ năm", 15, "soft", 700)
    for relation, line in lines:
        part = "part" if all(act.get("scope") == "part" for act in relation["acts"]) else "whole"
        yield f'<path d="{line["path"]}" fill="none" {stroke(relation["type"])} marker-end="url(#{relation["type"]}-{part})"/>\n'
    for document in data["documents"]:
        if document["id"] in layout["cards"]:
            yield from _card(document, layout["cards"][document["id"]])
    if len(lines) <= _LABELLED:
        halo = f' text-anchor="middle" stroke="{shades["page"]}" stroke-width="4" paint-order="stroke"'
        for relation, line in lines:
            yield text(line["label"][0], line["label"][1] + 4, words[relation["type"]]["vi"], 11, weight=700, more=halo)
    for place, type_ in enumerate(types):
        x, y = 28 + (place % across) * _LEGEND_COLUMN, layout["height"] + 14 + (place // across) * _LEGEND_ROW
        yield f'<path d="M{x:.1f},{y:.1f} h44" fill="none" {stroke(type_)} marker-end="url(#{type_}-whole)"/>\n'
        yield text(x + 52, y + 4, f"{words[type_]['vi']} · {words[type_]['en']}", 13)


def _card(document: dict[str, Any], corner: tuple[float, float]) -> Iterator[str]:
    x, y = corner
    room = CARD_WIDTH - 22
    dash = ' stroke-dasharray="4 3"' if document.get("has_text") is False else ""
    rows = [
        (14.5, 700, "text", sign(document)),
        (12.5, 400, "text", kind_and_day(document, 12.5, room)),
        (12.5, 400, "soft", document.get("issuer")),
        (11.0, 400, "soft", _force(document)),
    ]
    shown = [(size, weight, colour, str(words)) for size, weight, colour, words in rows if words]
    yield f"<g><title>{escape(clean(str(document.get('title') or sign(document))))}</title>"
    yield f'<rect x="{x:.1f}" y="{y:.1f}" width="{CARD_WIDTH}" height="{CARD_HEIGHT}" rx="10" fill="{colours()["card"]}" '
    yield f'stroke="{colours()["rule"]}" stroke-width="1.5"{dash}/>\n'
    at = y + CARD_HEIGHT / 2 - len(shown) * 9 + 13
    for size, weight, colour, words in shown:
        yield text(x + 11, at, cut(words, size, room), size, colour, weight)
        at += 18
    yield "</g>\n"


def _force(document: dict[str, Any]) -> str | None:
    begins, ends = day(document.get("effective_from")), day(document.get("effective_to"))
    if begins and ends:
        return f"hiệu lực {begins}–{ends}"
    return f"hiệu lực từ {begins}" if begins else f"hiệu lực đến hết {ends}" if ends else None
