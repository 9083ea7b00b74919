"""The picture of the documents as SVG and PNG, for papers: no browser and no script is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, BinaryIO, TextIO
from xml.sax.saxutils import escape, quoteattr

from regraph.graph.export.extras import extra
from regraph.graph.export.flat import clean
from regraph.graph.export.label import relation_words
from regraph.graph.export.layering import CARD_HEIGHT, CARD_WIDTH
from regraph.graph.export.picture import picture
from regraph.graph.export.portable import portable
from regraph.model import Graph

FONT = "'Noto Sans', 'DejaVu Sans', 'Segoe UI', Arial, sans-serif"
SCALE = 2  # pixels of a PNG for each unit of the picture
LARGEST_PNG = 10_000
_LEGEND_ROW, _LEGEND_COLUMN = 22.0, 330.0
_WIDE = set("mwMWQĐÔƠƯÂ@%—")
_NARROW = set("iljtfrI.,;:/-()'| ")


def write(graph: Graph, out: TextIO) -> None:
    """Write the documents of main texts from left to right by year, the relations between them and a legend in two languages.

    The colours are those of the light HTML picture. Equal graphs give equal bytes.
    """
    out.writelines(_drawn(graph))


def write_png(graph: Graph, out: BinaryIO) -> None:
    """Write what ``write`` writes as PNG, two pixels a unit, fewer where it would be larger than 10,000 pixels.

    Raises UsageError when resvg is missing.
    """
    with extra("png", "PNG"):
        import resvg_py
    text = "".join(_drawn(graph))
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', text)
    assert size is not None
    zoom = min(float(SCALE), LARGEST_PNG / max(float(size[1]), float(size[2])))
    out.write(bytes(resvg_py.svg_to_bytes(svg_string=text, zoom=zoom, font_family="DejaVu Sans")))


def _drawn(graph: Graph) -> Iterator[str]:
    words = relation_words()
    data: dict[str, Any] = picture(portable(graph), words)
    layout = data["main"]
    lines = [(data["relations"][number], line) for number, line in layout["lines"].items()]
    types = [type_ for type_ in words if any(relation["type"] == type_ for relation, _ in lines)]
    across = max(1, int(layout["width"] // _LEGEND_COLUMN))
    legend = _LEGEND_ROW * -(-len(types) // across) + (24.0 if types else 0.0)
    width, height = layout["width"], layout["height"] + legend
    colours, looks = _colours(), _looks()
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.1f}" height="{height:.1f}" '
    yield f'viewBox="0 0 {width:.1f} {height:.1f}" font-family="{FONT}" role="img">\n'
    yield "<title>Văn bản và quan hệ giữa các văn bản · Documents and relations</title>\n<defs>\n"
    for type_ in types:
        hue = colours[looks[type_][0]]
        for part, fill in (("whole", hue), ("part", colours["page"])):
            yield f'<marker id="{type_}-{part}" viewBox="0 0 12 12" refX="11" refY="6" markerWidth="12" markerHeight="12" '
            yield f'markerUnits="userSpaceOnUse" orient="auto"><path d="M1.5,1.5 L11,6 L1.5,10.5 Z" fill="{fill}" '
            yield f'stroke="{hue}" stroke-width="1.4"/></marker>\n'
    yield f'</defs>\n<rect width="100%" height="100%" fill="{colours["page"]}"/>\n'
    end = (layout["apart"] or layout["height"]) - 10
    for band in layout["bands"]:
        yield f'<rect x="{band["x"] - 14:.1f}" y="4" width="{band["width"] + 28:.1f}" height="{end - 4:.1f}" rx="10" '
        yield f'fill="{colours["stripe"]}"/>\n'
        yield _text(band["x"], 24, band["year"] or "không rõ năm", f'font-size="15" font-weight="600" fill="{colours["soft"]}"')
    for relation, line in lines:
        part = "part" if all(act.get("scope") == "part" for act in relation["acts"]) else "whole"
        yield f'<path d="{line["path"]}" fill="none" {_stroke(relation["type"])} marker-end="url(#{relation["type"]}-{part})"/>\n'
    for document in data["documents"]:
        if document["id"] in layout["cards"]:
            yield from _card(document, layout["cards"][document["id"]])
    if len(lines) <= 40:
        for relation, line in lines:
            x, y = line["label"]
            shown = f'font-size="11" font-weight="600" text-anchor="middle" fill="{colours["text"]}" stroke="{colours["page"]}" '
            yield _text(x, y + 4, words[relation["type"]]["vi"], shown + 'stroke-width="4" paint-order="stroke"')
    for place, type_ in enumerate(types):
        x, y = 28 + (place % across) * _LEGEND_COLUMN, layout["height"] + 14 + (place // across) * _LEGEND_ROW
        yield f'<path d="M{x:.1f},{y:.1f} h44" fill="none" {_stroke(type_)} marker-end="url(#{type_}-whole)"/>\n'
        yield _text(x + 52, y + 4, f"{words[type_]['vi']} · {words[type_]['en']}", f'font-size="13" fill="{colours["text"]}"')
    yield "</svg>\n"


def _card(document: dict[str, Any], corner: tuple[float, float]) -> Iterator[str]:
    colours = _colours()
    x, y = corner
    dash = ' stroke-dasharray="4 3"' if document.get("has_text") is False else ""
    day = _day(document.get("issued"))
    sign = document.get("symbol") or document.get("title") or next(iter(document.get("names") or []), None) or document["id"]
    rows = [
        (14.5, 700, "text", sign),
        (12.5, 400, "text", _kind_and_day(document.get("kind"), day)),
        (12.5, 400, "soft", document.get("issuer")),
        (11.0, 400, "soft", _force(document)),
    ]
    shown = [(size, weight, colour, str(text)) for size, weight, colour, text in rows if text]
    yield f"<g><title>{escape(clean(str(document.get('title') or sign)))}</title>"
    yield f'<rect x="{x:.1f}" y="{y:.1f}" width="{CARD_WIDTH}" height="{CARD_HEIGHT}" rx="10" fill="{colours["card"]}" '
    yield f'stroke="{colours["rule"]}" stroke-width="1.5"{dash}/>\n'
    at = y + CARD_HEIGHT / 2 - len(shown) * 9 + 13
    for size, weight, colour, text in shown:
        yield _text(
            x + 11, at, cut(text, size, CARD_WIDTH - 22), f'font-size="{size}" font-weight="{weight}" fill="{colours[colour]}"'
        )
        at += 18
    yield "</g>\n"


def _kind_and_day(kind: str | None, day: str | None) -> str:
    """The kind, cut so that the day stays."""
    if not kind or not day:
        return kind or day or "không rõ ngày"
    return f"{cut(kind, 12.5, CARD_WIDTH - 22 - _width(f' · {day}', 12.5))} · {day}"


def _force(document: dict[str, Any]) -> str | None:
    begins, ends = _day(document.get("effective_from")), _day(document.get("effective_to"))
    if begins and ends:
        return f"hiệu lực {begins}–{ends}"
    return f"hiệu lực từ {begins}" if begins else f"hiệu lực đến hết {ends}" if ends else None


def _day(date: str | None) -> str | None:
    return "/".join(reversed(date.split("-"))) if date else None


def cut(text: str, size: float, width: float) -> str:
    """As much of the text as fits into ``width`` at a font size, ended by ``…`` where it does not.

    >>> cut("Quy định", 12, 200), cut("Ban Chấp hành Trung ương Đảng", 12, 90)
    ('Quy định', 'Ban Chấp hành…')
    """
    for place in range(len(text)):
        if _width(text[: place + 1], size) > width:
            return text[: max(0, place - 1)].rstrip() + "…"
    return text


def _width(text: str, size: float) -> float:
    return size * sum(0.9 if letter in _WIDE else 0.36 if letter in _NARROW else 0.62 for letter in text)


def _text(x: float, y: float, text: str, attributes: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {attributes}>{escape(clean(text))}</text>\n'


def _stroke(type_: str) -> str:
    hue, dash, width = _looks()[type_]
    dashed = "" if dash == "none" else f" stroke-dasharray={quoteattr(dash)}"
    return f'stroke="{_colours()[hue]}" stroke-width="{width}"{dashed}'


def _css() -> str:
    return (files("regraph.graph.export") / "assets" / "picture.css").read_text(encoding="utf-8")


def _colours() -> dict[str, str]:
    """The colours of the light theme by their names in the style sheet."""
    return dict(re.findall(r"--(\w+): (#\w{6})", _css().split("@media", 1)[0]))


def _looks() -> dict[str, tuple[str, str, str]]:
    """The hue, dash and width of each type of relation, as the style sheet has them."""
    rows = re.findall(r"^\.(\w+) \{ --hue: var\(--(\w+)\); --dash: (.*?); --width: ([\d.]+) \}", _css(), re.MULTILINE)
    return {type_: (hue, dash, width) for type_, hue, dash, width in rows}
