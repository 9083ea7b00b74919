"""The heading of a regulation text: issuer, number, place and date, kind and title, as laid out by rule.

State: Nghị định 30/2020/NĐ-CP, annex I; Party: Hướng dẫn 36-HD/VPTW. Crawled texts break the lines and mix the two columns, so each
part is looked for by its own form within the first lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.dates import DATE, iso
from regraph.pipeline.references import SIGN, kind_of_sign
from regraph.pipeline.vocabulary import alternatives, kinds, table

_REACH = 3000
_NUMBER_LINE = re.compile(rf"^[ _]*(?:(?:Luật|LUẬT|Nghị quyết|Pháp lệnh|Bộ luật)[ ]+)?(?:[Ss]ố|SỐ)[ ]*[:.]?[ ]*{SIGN}[ ]*(?:$|\n)", re.MULTILINE)
_PLACE_LINE = re.compile(r"(?:^|[,\n ])(?:ngày[ ]+)" + DATE, re.MULTILINE)
_LINE = re.compile(r"[^\n]+")
_NOT_ISSUER = re.compile(r"CỘNG HÒA XÃ HỘI|ĐỘC LẬP|ĐẢNG CỘNG SẢN\s*(?:VIỆT NAM)?$|^\W*$|^VIỆT NAM$|CÔNG BÁO|^\d")
_TITLE_END = re.compile(r"\n[ ]*\n|\n(?=[ ]*(?:[-_=*]{3,}|căn cứ|theo |xét |thực hiện|điều |chương |phần |số[: ]|thi hành|bộ trưởng|chính phủ|quốc hội|ban |-)) *", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a regulation says of itself; each part with its place in the view, None where it does not stand."""

    kind: str
    kind_at: tuple[int, int]
    symbol: str | None
    symbol_at: tuple[int, int] | None
    number: str | None
    issued: str | None
    issued_at: tuple[int, int] | None
    issuer: str | None
    issuer_at: tuple[int, int] | None
    title: str | None
    title_at: tuple[int, int] | None


@cache
def _kind_line() -> re.Pattern[str]:
    names = alternatives(n.upper() for n in kinds())
    return re.compile(rf"^[ ]*(?P<kind>{names})[ ]*:?[ ]*$", re.MULTILINE)


def heading(view: View) -> Heading | None:
    """The heading of the text, or None when the text is no regulation.

    >>> from regraph.pipeline.clean import clean
    >>> found = heading(clean("CHÍNH PHỦ\\n-----\\nSố: 1/2020/NĐ-CP\\nHà Nội, ngày 02 tháng 3 năm 2020\\n\\nNGHỊ ĐỊNH\\nVề một việc\\n\\nĐiều 1."))
    >>> found.kind, found.symbol, found.issued, found.issuer, found.title
    ('Nghị định', '1/2020/NĐ-CP', '2020-03-02', 'Chính phủ', 'một việc')
    """
    text = view.text
    kind_line = _kind_line().search(text, 0, _REACH)
    if kind_line is None:
        return None
    kind = kinds()[" ".join(kind_line["kind"].lower().split())].name
    number = next((m for m in _NUMBER_LINE.finditer(text, 0, kind_line.end() + 400) if kind_of_sign(m, None) is not None), None)
    place = _PLACE_LINE.search(view.lower, 0, kind_line.start() + 400)
    top = min([kind_line.start(), *((number.start(),) if number else ())])
    issuer_at = _issuer(view, top)
    title_at = _title(view, kind_line.end())
    return Heading(
        kind=kind,
        kind_at=kind_line.span("kind"),
        symbol="".join(text[number.start("number") : number.end()].split()) if number else None,
        symbol_at=(number.start("number"), len(text[: number.end()].rstrip())) if number else None,
        number=number["number"] if number else None,
        issued=iso(place) if place else None,
        issued_at=(place.start("day"), place.end()) if place else None,
        issuer=_sentence_case(view.words(*issuer_at)) if issuer_at else None,
        issuer_at=issuer_at,
        title=view.words(*title_at) if title_at else None,
        title_at=title_at,
    )


def _issuer(view: View, before: int) -> tuple[int, int] | None:
    """The capital lines above the number, joined where a name is broken over two."""
    lines = [m.span() for m in _LINE.finditer(view.text, 0, before) if m[0].isupper() and not _NOT_ISSUER.search(m[0].strip())]
    if not lines:
        return None
    start, end = lines[0]
    for next_start, next_end in lines[1:]:
        if view.text[end:next_start].count("\n") > 1:
            break
        end = next_end
    return start, len(view.text[:end].rstrip(" -_*"))


def _title(view: View, kind_end: int) -> tuple[int, int] | None:
    start = kind_end
    while start < len(view.text) and view.text[start].isspace():
        start += 1
    if re.match(r"(?:điều|căn cứ|chương|phần|-{3})", view.lower[start : start + 10]):
        return None
    end = found.start() if (found := _TITLE_END.search(view.lower, start, start + 1200)) else min(len(view.text), start + 300)
    if about := re.compile(r"(?:v/v|về\s+việc|về)\s+").match(view.lower, start):
        start = about.end()
    return (start, end) if end > start else None


@cache
def _proper_names() -> dict[str, str]:
    return {n.lower(): n for n in table("bodies")["names"]}


def _sentence_case(capitals: str) -> str:
    """A body's name as running text writes it: the known name, else each word's first letter after the table of proper words."""
    lower = capitals.lower()
    if known := _proper_names().get(lower):
        return known
    parts = [_proper_names().get(p) or p for p in re.split(r"(?<=\S)\s+và\s+(?=bộ\s)", lower)]
    if len(parts) > 1:
        return " và ".join(p[0].upper() + p[1:] for p in parts)
    head = re.match(r"(ủy ban nhân dân|hội đồng nhân dân|tỉnh ủy|thành ủy|ban thường vụ)\s*(tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn)?\s*(.*)", lower)
    if head:
        place = " ".join(w.capitalize() for w in head[3].split())
        return " ".join(filter(None, (head[1].capitalize(), head[2], place)))
    return lower[0].upper() + lower[1:]
