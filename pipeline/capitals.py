"""Names of bodies in capitals, as headings and signatures have them, and how running text writes them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives, table


def body_name(view: View, start: int, end: int) -> str:
    """The body named in capitals from ``start`` to ``end``, as running text writes it."""
    return spelled(view, view.words(start, end))


_COUNCIL = regex(
    r"(ủy ban nhân dân|hội đồng nhân dân|tỉnh ủy|thành ủy)\s*"
    r"(tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn|đặc khu)?\s*(.*)"
)
_OF_THE_REPUBLIC = regex(r"\s+nước\s+cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam$", re.IGNORECASE)


def spelled(view: View, capitals: str) -> str:
    """A body's name as the text itself writes it elsewhere, else as `sentence_case` makes it."""
    capitals = _OF_THE_REPUBLIC.sub("", capitals)
    lower = capitals.lower()
    if lower in proper_names() or _COUNCIL.match(lower):
        return sentence_case(capitals)
    words = re.compile(rf"(?<!\w){alternatives([lower])}(?!\w)")
    written = Counter(view.words(*m.span()) for m in words.finditer(view.lower))
    spelled = [(n, w) for w, n in written.items() if w[0].isupper() and w[1:] != w[1:].lower() and not w.isupper()]
    return max(spelled)[1] if spelled else sentence_case(capitals)


@cache
def proper_names() -> dict[str, str]:
    return {n.lower(): n for n in table("bodies")["names"]}


def sentence_case(capitals: str) -> str:
    """A body's name as running text writes it: the known name, else each word's first letter after the table of proper words."""
    lower = capitals.lower()
    if known := proper_names().get(lower):
        return known
    parts = [proper_names().get(p) or p for p in re.split(r"(?<=\S)\s+và\s+(?=bộ\s)", lower)]
    if len(parts) > 1:
        return " và ".join(p[0].upper() + p[1:] for p in parts)
    if head := _COUNCIL.match(lower):
        place = " ".join(w.capitalize() for w in head[3].split())
        return " ".join(filter(None, (head[1].capitalize(), head[2], place)))
    return _capitalised(lower)


@cache
def _written_so() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    rules = table("bodies")
    known = sorted((*rules["officers"], *rules["heads"], *rules["names"]), key=lambda h: sum(map(str.isupper, h)))
    spelled = {h.lower(): h for h in known}
    within = alternatives([*(n for n in spelled if " " in n), "việt nam"])
    return (
        re.compile(rf"(?:{alternatives(spelled)})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{within})(?!\w)"),
        {**spelled, "việt nam": "Việt Nam"},
    )


_OF_A_PLACE = regex(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|thị trấn|đặc khu|(?:tỉnh|thành|huyện|quận|thị)[ ]ủy)[ ]"
    r"(?P<place>\w+(?:[ ]\w+){0,4})$"
)
_ABBREVIATION = regex(r"(?<!\w)[bcdđghklmnpqrstvx]{2,}(?!\w)", re.IGNORECASE)


def _capitalised(lower: str) -> str:
    """Capitals for the kind of body, its field and its place: `Cục Hải quan`, `Sở Giáo dục và Đào tạo`.

    Nghị định 30/2020/NĐ-CP, annex II.
    """
    first, within, spelled = _written_so()
    head = first.match(lower)
    starts = {0, *((head.end() + 1,) if head else ()), *(m.end() for m in re.finditer(r"\svà\s", lower))}
    if place := _OF_A_PLACE.search(lower):
        starts -= {place.start()} - {0}
        starts |= {m.start() for m in re.finditer(r"\w+", lower) if m.start() >= place.start("place")}
    name = "".join(c.upper() if i in starts else c for i, c in enumerate(lower))
    for found in (*within.finditer(lower), *((head,) if head else ())):
        name = name[: found.start()] + spelled[" ".join(found[0].split())] + name[found.end() :]
    return _ABBREVIATION.sub(lambda m: m[0].upper(), name)
