"""Consolidated texts (văn bản hợp nhất): a document with its amendments worked in, which speaks in the words of that document.

Laid out by Pháp lệnh 01/2012/UBTVQH13: below the title the document and the acts that amended it, notes for what each of them
changed, and at the end or in the heading the number of the consolidated text itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from regraph.model import RelationType
from regraph.pipeline.capitals import body_name
from regraph.pipeline.clean import View
from regraph.pipeline.dates import DATE, iso
from regraph.pipeline.heading import Heading
from regraph.pipeline.issuers import issuer_at
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS, spelled_out
from regraph.pipeline.references import Reference, spoken_between
from regraph.pipeline.relate import Link
from regraph.pipeline.resolve import Entity
from regraph.pipeline.wording import Wording, speaks_for

KIND = "Văn bản hợp nhất"
_REACH = 4000
_LONGEST_LIST = 12_000
_AMENDED = regex(
    r"[^:]{0,900}?được\s+(?:sửa\s+đổi|bổ\s+sung)(?:\s*,?\s*bổ\s+sung)?(?:\s+một\s+số\s+(?:điều|nội\s+dung))?"
    r"\s+(?:bởi|theo|tại)(?:\s+các\s+\w+(?:\s+\w+)?(?:\s+sau)?)?\s*:"
)
_BODY = regex(r"\n[ #]*(?:căn cứ|theo đề nghị|xét|quốc hội ban hành|chương|phần|điều \d)")
_ITEM = regex(r"[.:;]\s*(?:và\s+)?(?:(?:\d{1,2}|[a-zđ])[.)]\s*|[-+]\s*)?$")
_NUMBER = regex(r"(?:số|SỐ|Số)\s*:?\s*(?P<symbol>(?P<number>\d{1,4})[ ]?/[ ]?VBHN[ ]?-[ ]?[A-ZĐ]{2,12})(?!\w)")
_CERTIFIED = regex(r"xác\s+thực\s+văn\s+bản\s+hợp\s+nhất")
_PLACE = regex(r"[^\n\d]{2,40}ngày\s+" + DATE)
_GAZETTE = regex(r"^[ ]*VĂN BẢN HỢP NHẤT[ ]*-[ ]*(?P<body>[A-ZĐÀ-Ỹ ]{6,60}?)[ ]*$", re.MULTILINE)
_AROUND = 700


@dataclass(frozen=True, slots=True)
class Consolidation:
    """What a consolidated text says of itself (``heading``), of the document that it sets out and of those that amended it.

    ``base`` is the heading of the consolidated document, whose words the text has: `Luật này`, the preamble and the closing
    clause are its own.
    """

    heading: Heading
    itself: Reference
    base: Heading
    document: Reference
    amending: tuple[Reference, ...]


def consolidation(view: View, own: Heading, references: list[Reference]) -> Consolidation | None:
    """What the text consolidates, or None when it is no consolidated text.

    ``own`` is the heading as laid out, which has the kind and the title of the consolidated document.

    >>> from regraph.pipeline.clean import clean
    >>> from regraph.pipeline.heading import heading
    >>> from regraph.pipeline.references import references
    >>> view = clean("LUẬT\\nNHÀ Ở\\nLuật Nhà ở số 1/2014/QH13 ngày 02 tháng 3 năm 2014 của Quốc hội, được sửa đổi, bổ sung bởi:"
    ...              "\\n1. Luật số 2/2020/QH14.\\nĐiều 1.\\nSố: 3/VBHN-VPQH\\nXÁC THỰC VĂN BẢN HỢP NHẤT")
    >>> found = consolidation(view, heading(view), references(view))
    >>> found.heading.symbol, found.base.symbol, [r.symbol for r in found.amending]
    ('3/VBHN-VPQH', '1/2014/QH13', ['2/2020/QH14'])
    """
    document = amended = None
    for reference in spoken_between(references, own.kind_at[1], own.kind_at[1] + _REACH):
        if reference.form == "sign" and not view.text[view.line(reference.start)[0] : reference.start].strip():
            amended = _AMENDED.match(view.lower, reference.end)
            if amended is not None and reference.kind == own.kind:
                document = reference
            break
    if document is None or amended is None:
        return None
    body = _BODY.search(view.lower, amended.end(), amended.end() + _LONGEST_LIST)
    end = body.start() if body else min(len(view.text), amended.end() + _LONGEST_LIST)
    amending = tuple(
        r
        for r in spoken_between(references, amended.end(), end)
        if r.form == "sign" and _ITEM.search(view.lower, max(amended.end() - 1, r.start - 12), r.start)
    )
    base = replace(
        own,
        symbol=document.symbol,
        symbol_at=(document.start, document.end),
        number=document.number,
        issued=document.issued,
        issued_at=document.issued_at,
        issuer=document.issuer.name if document.issuer else None,
        issuer_at=(document.issuer.start, document.issuer.end) if document.issuer else None,
        title=None if document.name else own.title,  # a law's name is its title
        title_at=None if document.name else own.title_at,
    )
    itself = _heading(view, own, document.start)
    at = itself.symbol_at or own.kind_at
    named = Reference(*at, "sign" if itself.symbol else "back", KIND, number=itself.number, symbol=itself.symbol)
    return Consolidation(itself, named, base, document, amending)


def _heading(view: View, own: Heading, before: int) -> Heading:
    """The consolidated text's own number, day and issuer, from above the title or from where it is certified."""
    certified = _CERTIFIED.search(view.lower, before)
    number = _NUMBER.search(view.text, 0, before)
    place = _PLACE.search(view.lower, 0, before)
    start, end = (max(before, certified.start() - _AROUND), certified.end() + _AROUND) if certified else (before, before)
    number = number or _NUMBER.search(view.text, start, end)
    place = place or (_PLACE.search(view.lower, certified.end(), end) if certified else None)
    issuer = (own.issuer, own.issuer_at)
    if number is None or number.start() > before:
        issuer = _gazetted(view, before) or _certifying(view, start, end)
    return replace(
        own,
        kind=KIND,
        symbol="".join(number["symbol"].split()) if number else None,
        symbol_at=number.span("symbol") if number else None,
        number=number["number"] if number else None,
        issued=iso(place) if place else None,
        issued_at=(place.start("day"), place.end()) if place else None,
        issuer=issuer[0],
        issuer_at=issuer[1],
    )


def _gazetted(view: View, before: int) -> tuple[str, tuple[int, int]] | None:
    """The body that the gazette names above the text: `VĂN BẢN HỢP NHẤT - VĂN PHÒNG QUỐC HỘI`."""
    line = _GAZETTE.search(view.text, 0, before)
    return (body_name(view, *line.span("body")), line.span("body")) if line else None


def _certifying(view: View, start: int, end: int) -> tuple[str | None, tuple[int, int] | None]:
    """The body in capitals that begins a line beside the certification."""
    for line in re.finditer(r"^[ ]*(?=\w)", view.text[start:end], re.MULTILINE):
        at = start + line.end()
        issuer = issuer_at(view, at)
        if issuer is not None and view.text[issuer.start : issuer.end].isupper():
            return body_name(view, issuer.start, issuer.end), (issuer.start, issuer.end)
    return None, None


def stated(view: View, found: Consolidation, references: list[Reference]) -> list[Link]:
    """The relations that the layout states: what is consolidated, what amended it, and by the notes which provision."""
    start, end = found.document.start, max(r.end for r in (found.document, *found.amending))
    links = [
        Link(found.itself, "consolidates", r, None, None, start, end, "consolidates.opening", "enacted")
        for r in (found.document, *found.amending)
    ]
    links += [Link(r, "amends", found.document, None, None, start, r.end, "amends.opening", "enacted") for r in found.amending]
    return [*links, *_notes(view, found, references)]


def with_itself(entities: list[Entity], found: Consolidation) -> list[Entity]:
    """The documents with the consolidated text itself first; a mention of its number elsewhere is one of it."""
    symbol = found.itself.symbol
    itself = next((e for e in entities if symbol and e.symbol and e.symbol.lower() == symbol.lower()), None)
    itself = itself or Entity(KIND, [], found.heading.number, symbol)
    itself.heading = found.heading
    itself.issued = found.heading.issued
    elsewhere = [r for r in itself.references if r.end <= found.itself.start or r.start >= found.itself.end]
    itself.references = [found.itself, *elsewhere]
    return [itself, *(e for e in entities if e is not itself)]


# `[3] Khoản này được bổ sung theo quy định tại khoản 2 Điều 1 của Luật số …`; printed, the mark may lack its brackets.
_NOTE = regex(
    r"^[ ]*\[?(?P<mark>\d{1,3})\]?[ ]{0,2}(?:(?P<whole>điều|khoản|điểm)[ ]này"
    r"|(?:tên|đoạn|tiêu đề|cụm từ|từ|chương|mục|phụ lục|mẫu|gạch)(?!\w)[^;\n]{0,300}?)"
    r"\s+(?:đã\s+)?được\s+(?P<act>sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|bỏ|thay)[^.;\n]{0,300}?\s(?:theo\s+)?quy\s+định\s+tại\s+"
    rf"(?P<part>{PROVISIONS.pattern})\s+(?:của\s+)?",
    re.MULTILINE,
)
_LABEL = regex(
    r"^[ #]*(?:(?P<điều>điều[ ]\d{1,3}[a-zđ]?)\.|(?P<khoản>\d{1,3}[a-zđ]?)\.|(?P<điểm>[a-zđ]\d?)\))"
    r"(?:[ ]?\[?(?P<mark>\d{1,3})\]?(?![\w.)\]]))?",
    re.MULTILINE,
)
_LAST_MARK = regex(r"\[?(?P<mark>\d{1,3})\]?[ .]*$")


def _notes(view: View, found: Consolidation, references: list[Reference]) -> Iterator[Link]:
    """What the notes state: the provision of the consolidated document that an act has amended or repealed."""
    at = {r.start: r for r in references}
    marked = _marked(view, found.document.end)
    for note in _NOTE.finditer(view.lower, found.document.end):
        act = at.get(note.end())
        if act is None or act.form != "sign" or act.symbol == found.document.symbol:
            continue
        places = marked.get((note["whole"], note["mark"]), [])
        n = bisect_left(places, (note.start(), ""))
        part = places[n - 1][1] if n else None
        if note["act"].startswith("bãi"):
            if part is None:
                continue
            relation: RelationType = "repeals"
        else:
            relation = "amends"
        by = "; ".join(spelled_out(view.text[note.start("part") : note.end("part")]))
        yield Link(act, relation, found.document, by, part, note.start("mark"), act.end, f"{relation}.note", "enacted")


def _marked(view: View, start: int) -> dict[tuple[str, str], list[tuple[int, str]]]:
    """Where each note is marked: by unit and mark, the provisions whose label or heading bears it."""
    marks: dict[tuple[str, str], list[tuple[int, str]]] = {}
    article = clause = None
    for label in _LABEL.finditer(view.lower, start):
        unit = label.lastgroup if label.lastgroup != "mark" else next(u for u in ("điều", "khoản", "điểm") if label[u])
        mark = label["mark"]
        if unit == "điều":
            article, clause = "Điều " + label["điều"].split()[1], None
            part: str | None = article
            if mark is None:
                newline = view.lower.find("\n", label.end())
                last = _LAST_MARK.search(view.lower, label.end(), newline if 0 <= newline < label.end() + 300 else label.end())
                mark = last["mark"] if last else None
        elif unit == "khoản":
            clause = f"khoản {label['khoản']}"
            part = f"{clause} {article}" if article else None
        else:
            part = " ".join(filter(None, (f"điểm {label['điểm']}", clause, article))) if article else None
        if mark and part:
            marks.setdefault((str(unit), mark), []).append((label.start(), part))
    return marks


_CITED = regex(r"(?:căn\s+cứ\s+ban\s+hành|quy\s+định)[^:“\"\n]{0,100}?như\s+sau\s*:\s*(?=[“\"])")
_ENACTED = regex(r"ban\s+hành\s+$")
_CLOSES = regex(r"[”\"](?=\s*[.;,]?\s*(?:\n|$))")


def cited(view: View, found: Consolidation, references: list[Reference], quoted: list[Wording]) -> list[Wording]:
    """``quoted`` with the words of the amending documents that the notes repeat (preamble, closing articles), each as theirs."""
    symbols = {r.symbol for r in found.amending}
    mine: list[Wording] = []
    for opened in _CITED.finditer(view.lower, found.document.end):
        if mine and opened.start() < mine[-1].end:
            continue
        start = view.text.rfind("\n", max(0, opened.start() - 1500), opened.start()) + 1
        owner = next((r for r in spoken_between(references, start, opened.start()) if r.symbol in symbols), None)
        closed = _CLOSES.search(view.text, opened.end() + 1)
        if owner is not None and closed is not None:
            mine.append(Wording(opened.end(), closed.end(), owner, None))
    for reference in references:
        words = speaks_for(mine, reference.start)
        if words is not None and _ENACTED.search(view.lower, max(0, reference.start - 12), reference.start):
            reference.form = "sign"  # `Quốc hội ban hành Luật …`
            reference.number, reference.symbol = words.document.number, words.document.symbol
    starts = [w.start for w in mine]
    others = [w for w in quoted if not ((n := bisect_left(starts, w.end)) and mine[n - 1].end > w.start)]
    return sorted([*others, *mine], key=lambda w: w.start)
