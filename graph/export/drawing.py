"""What pictures without a browser are drawn with: the colours and looks of the HTML picture, and texts that fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from regraph.graph.export.flat import clean

FONT = "'Noto Sans', 'DejaVu Sans', 'Segoe UI', Arial, sans-serif"
_WIDE = set("mwMWQĐÔƠƯÂ@%—")
_NARROW = set("iljtfrI.,;:/-()'| ")


def sheet(width: float, height: float, *bodies: Iterator[str]) -> Iterator[str]:
    """A picture of this size with a title and the colour of the page behind it."""
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.1f}" height="{height:.1f}" '
    yield f'viewBox="0 0 {width:.1f} {height:.1f}" font-family="{FONT}" role="img">\n'
    yield "<title>Văn bản và quan hệ giữa các văn bản · Documents and relations</title>\n"
    yield f'<rect width="100%" height="100%" fill="{colours()["page"]}"/>\n'
    for body in bodies:
        yield from body
    yield "</svg>\n"


def text(x: float, y: float, words: str, size: float, colour: str = "text", weight: int = 400, more: str = "") -> str:
    """Words on one line, whose base begins at a place."""
    shown = f'font-size="{size}" font-weight="{weight}" fill="{colours()[colour]}"{more}'
    return f'<text x="{x:.1f}" y="{y:.1f}" {shown}>{escape(clean(words))}</text>\n'


def sign(document: dict[str, Any]) -> str:
    """What a document is called where there is little room."""
    return str(document.get("symbol") or document.get("title") or next(iter(document.get("names") or []), None) or document["id"])


def kind_and_day(document: dict[str, Any], size: float, room: float) -> str:
    """The kind and the day of issue, the kind cut so that the day stays."""
    kind, issued = document.get("kind"), day(document.get("issued"))
    if not kind or not issued:
        return kind or issued or "không rõ ngày"
    return f"{cut(kind, size, room - width(f' · {issued}', size))} · {issued}"


def day(date: str | None) -> str | None:
    """The day as people write it: `02/02/2023`."""
    return "/".join(reversed(date.split("-"))) if date else None


def cut(words: str, size: float, room: float) -> str:
    """As much of the words as fits into ``room`` at a font size, ended by ``…`` where it does not.

    >>> cut("Quy định", 12, 200), cut("Ban Chấp hành Trung ương Đảng", 12, 90)
    ('Quy định', 'Ban Chấp hà…')
    """
    for place in range(len(words)):
        if width(words[: place + 1], size) > room:
            return words[: max(0, place - 1)].rstrip() + "…"
    return words


def width(words: str, size: float) -> float:
    """About how wide the words are at a font size."""
    return size * sum(0.9 if letter in _WIDE else 0.36 if letter in _NARROW else 0.62 for letter in words)


def stroke(type_: str) -> str:
    """The attributes of a line for a relation of this type."""
    hue, dash, thick = looks()[type_]
    dashed = "" if dash == "none" else f" stroke-dasharray={quoteattr(dash)}"
    return f'stroke="{colours()[hue]}" stroke-width="{thick}"{dashed}'


def colours() -> dict[str, str]:
    """The colours of the light theme by their names in the style sheet."""
    return dict(re.findall(r"--(\w+): (#\w{6})", _css().split("@media", 1)[0]))


def looks() -> dict[str, tuple[str, str, str]]:
    """The hue, dash and width of each type of relation, as the style sheet has them."""
    rows = re.findall(r"^\.(\w+) \{ --hue: var\(--(\w+)\); --dash: (.*?); --width: ([\d.]+) \}", _css(), re.MULTILINE)
    return {type_: (hue, dash, thick) for type_, hue, dash, thick in rows}


@cache
def _css() -> str:
    return (files("regraph.graph.export") / "assets" / "picture.css").read_text(encoding="utf-8")
