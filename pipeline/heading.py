"""The heading of a regulation text: issuer, number, place and date, kind and title, as laid out by rule.

State: Nghị định 30/2020/NĐ-CP, annex I; Party: Hướng dẫn 36-HD/VPTW. Crawled texts break the lines and mix the two columns, so
each part is looked for by its own form within the first lines.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from regraph.pipeline.capitals import body_name, proper_names, spelled
from regraph.pipeline.clean import View
from regraph.pipeline.dates import DATE, iso
from regraph.pipeline.issuers import issuer_at
from regraph.pipeline.laws import is_known
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import SIGN, kind_of_sign
from regraph.pipeline.vocabulary import Places, alternatives, kinds, matches_at, table

_REACH = 6000
_NUMBER_LINE = regex(
    rf"^(?:[^\n_]{{0,60}}_{{2,}})?[ _#]*(?:(?:Luật|LUẬT|Nghị quyết|Pháp lệnh|Bộ luật)[ ]+)?"
    rf"(?:[Ss]ố|SỐ)(?:[ ]+hiệu)?\s*[:.]?\s*{SIGN}(?:(?<=QH)[ ]\d{{1,2}})?[ ]*(?:$|\n|(?=[A-ZĐ]|\())",
    re.MULTILINE,
)
_SMALL_NUMBER_LINE = regex(
    r"^[ ]*số[ ]*:[ ]*(?P<number>\d{1,5})(?P<year>/\d{4})?[/-][a-zđ]{2,6}(?:-[a-zđ]{2,10})*[ ]*$", re.MULTILINE | re.IGNORECASE
)
# `Hà Nội, ngày …`, also behind the number on one line; `có hiệu lực từ ngày …` is none.
_PLACE_LINE = regex(
    r"(?:^|[_|])[^\n,;_|]{0,70}(?:,|(?<=\w))[ ]*"
    r"(?<!từ )(?<!kể )(?<!đến )(?<!trước )(?<!sau )(?<!hết )(?<!vào )(?<!là )(?<!trong )[Nn]gày\s*" + DATE,
    re.MULTILINE,
)
_ADOPTED = regex(
    r"này\s+(?:đã\s+)?được\s+(?P<body>quốc\s+hội|ủy\s+ban\s+thường\s+vụ\s+quốc\s+hội|hội\s+đồng\s+nhân\s+dân)[^.;\n]{0,160}?"
    r"thông\s+qua\s+(?:vào\s+)?ngày\s+" + DATE
)
_ARTICLE_LINE = regex(r"^[ #]*điều\s+\d+[.:]", re.MULTILINE)
_BARE_BEGINNING = regex(r"[\s#]*(?:phần|chương|điều|căn cứ|mục)\s")
_SPEAKS = regex(
    r"^[ ]*(?=[A-ZĐ])(?P<body>[^\n,;:]{2,90}?(?:\n[^\n,;:]{2,60}?)?)"
    r"(?:\s+(?:ban hành|hướng dẫn|quy định|quyết định|kết luận|chỉ thị|yêu cầu|thông báo)(?=\s)|\s+điện\s*:)",
    re.MULTILINE,
)
_LINE = regex(r"[^\n]+")
_QUESTION = regex(r"\s*#[ ][^\n]*\?[ ]*$", re.MULTILINE)
_NOT_ISSUER = regex(
    r"CỘNG HÒA|^CỘNG$|^HÒA XÃ|XÃ HỘI CHỦ|CHỦ NGHĨA|ĐỘC LẬP|ĐẢNG CỘNG(?:\s+SẢN(?:\s+VIỆT NAM)?)?$|^(?:CỘNG )?SẢN VIỆT NAM$"
    r"|^\W*$|^VIỆT NAM$|CÔNG BÁO|^VĂN BẢN|^\d"
)
_TITLE_END = regex(
    r"\n\s*\n|\n(?=[ #]*(?:[-_=*]{3,}|căn cứ|theo |xét |thực hiện|điều \d|chương [\divx]|phần [\divx]"
    r"|số\s*:|thi hành|bộ trưởng|chính phủ|quốc hội|ban |-))"
)


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


_TITLE_BEGINS = "Quy định|Về|V/v|Sửa đổi|Ban hành|Hướng dẫn|Bãi bỏ|Phê duyệt|Công bố"  # glued to the kind on its line


@cache
def _kind_line() -> re.Pattern[str]:
    names = alternatives(n.upper() for n in kinds())
    return re.compile(rf"^[ #]*(?P<kind>{names})[ ]*(?::?[ ]*$|(?=[ ](?:{_TITLE_BEGINS})(?!\w)))", re.MULTILINE)


def heading(view: View, start: int = 0, until: int | None = None) -> Heading | None:
    """The heading of the text between ``start`` and ``until`` (the page has its own lines around it), or None for no regulation.

    >>> from regraph.pipeline.clean import clean
    >>> issued = "CHÍNH PHỦ\\n-----\\nSố: 1/2020/NĐ-CP\\nHà Nội, ngày 02 tháng 3 năm 2020"
    >>> found = heading(clean(f"{issued}\\n\\nNGHỊ ĐỊNH\\nVề một việc\\n\\nĐiều 1."))
    >>> found.kind, found.symbol, found.issued, found.issuer, found.title
    ('Nghị định', '1/2020/NĐ-CP', '2020-03-02', 'Chính phủ', 'một việc')
    """
    text = view.text
    if _QUESTION.match(text, start):
        return None  # a page of questions and answers; what it shows of a form is no heading
    reach = min(start + _REACH, len(text) if until is None else until)
    kind_line = _kind_line().search(text, start, reach) or _named_kind_line(view, start, reach)
    if kind_line is not None and _ARTICLE_LINE.search(view.lower, start, kind_line.start()) and (first := _bare(view, start)):
        return first  # what follows the articles is promulgated by them
    letter = _letter(view, start, kind_line.start() if kind_line else reach)
    if letter is not None:
        return letter
    if kind_line is None:
        return _numbered(view, start) or _bare(view, start)
    kind = kinds()[" ".join(kind_line["kind"].lower().split())].name
    lines = (*_NUMBER_LINE.finditer(text, 0, kind_line.end() + 400), *_SMALL_NUMBER_LINE.finditer(text, 0, kind_line.end() + 400))
    signs = [m for m in lines if m.re.pattern == _SMALL_NUMBER_LINE.pattern or kind_of_sign(m, None) is not None]
    above = [m for m in signs if m.start() < kind_line.start()]
    number = above[-1] if above else next(iter(signs), None)  # a portal's table may give it before the heading does
    place = _place(view, start, kind_line.end() + 80) or _ADOPTED.search(view.lower)
    top = min([kind_line.start(), *((number.start(),) if number else ())])
    of = _OF_LINE.match(text, kind_line.end())
    told = (body_name(view, *of.span("issuer")), of.span("issuer")) if of else None
    issuer, issuer_at = (
        told or _issuer(view, top) or _deciding(view, kind_line.end()) or _speaking(view, kind_line.end()) or (None, None)
    )
    named = kind_line.re.pattern == _NAMED_KIND_LINE.pattern
    title_at = kind_line.span("name") if named else _title(view, kind, of.end() if of else kind_line.end())
    if number is None and of and of["number"]:
        number = of
    symbol_at = None
    if number is not None:
        symbol_end = number.end("sign") if number is of else number.end()
        symbol_at = (number.start("number"), len(text[:symbol_end].rstrip()))
    symbol = "".join(text[slice(*symbol_at)].split()) if symbol_at else None
    tail = _OWN_SIGN.search(text, *title_at) if title_at else None
    if title_at and tail and "".join(tail["sign"].split()) == symbol:
        title_at = (title_at[0], tail.start())
    if title_at and issuer and (end := _runs_on(view, title_at, issuer)):
        title_at = (title_at[0], end)
    if title_at is None:
        title_at = _promulgated(view, kind, kind_line.end())
    if kind == "Quyết định" and (chair := _chair(view, kind_line.end(), issuer)):
        issuer, issuer_at = chair
    return Heading(
        kind=kind,
        kind_at=kind_line.span("kind"),
        symbol=symbol,
        symbol_at=symbol_at,
        number=number["number"] if number else None,
        issued=iso(place) if place else None,
        issued_at=(place.start("day"), place.end()) if place else None,
        issuer=issuer,
        issuer_at=issuer_at,
        title=view.words(*title_at) if title_at else None,
        title_at=title_at,
    )


# `LUẬT / CỦA QUỐC HỘI … SỐ 16/1999/QH10 VỀ …`, `KẾT LUẬN / CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ / VỀ …`
_DAY_IN_CAPITALS = r"(?:[ ,]+NGÀY[ ]+(?:\d{1,2}[ ]+THÁNG[ ]+\d{1,2}[ ]+NĂM[ ]+\d{4}|\d{1,2}[/-]\d{1,2}[/-]\d{4}))?"
_OF_LINE = regex(rf"\s*CỦA[ ]+(?P<issuer>[^\n]{{4,120}}?)(?:[ ]+SỐ[ ]+(?P<sign>{SIGN}))?{_DAY_IN_CAPITALS}(?=\s+VỀ\s)")
_OWN_SIGN = regex(rf"(?:\s+CỦA[ ]+QUỐC[ ]+HỘI)?\s+SỐ[ ]*:?[ ]*(?P<sign>{SIGN}){_DAY_IN_CAPITALS}$")
_NAMED_KIND_LINE = regex(
    r"^[ #]*(?P<kind>BỘ LUẬT|LUẬT|PHÁP LỆNH)[ ]+(?P<name>[^\n]{3,80}?)(?:[ ]+(?:NĂM[ ]+)?(?:19|20)\d\d)?[ ]*$", re.MULTILINE
)
_SIGN_OR_ARTICLE = regex(rf"\s*[# ]*(?:(?:[Ss]ố|SỐ)[ ]*:?[ ]*{SIGN}|Điều[ ]+1[.:]|Căn cứ[ ]+Hiến pháp)")


def _place(view: View, start: int, end: int) -> re.Match[str] | None:
    """The line of place and date nearest to the kind: `Hà Nội, ngày …`, else the first that has a date."""
    lines = list(_PLACE_LINE.finditer(view.text, start, end))
    return next((m for m in reversed(lines) if "," in m[0][: m.start("day") - m.start()]), lines[0] if lines else None)


def _named_kind_line(view: View, start: int, end: int) -> re.Match[str] | None:
    """A line such as `BỘ LUẬT LAO ĐỘNG 2019` that the number or the first article follows."""
    for line in _NAMED_KIND_LINE.finditer(view.text, start, end):
        following = _LINE.search(view.text, line.end())  # the name may stand twice
        after = following.end() if following and following[0].isupper() and following[0].strip() in line[0] else line.end()
        if line[0].isupper() and _SIGN_OR_ARTICLE.match(view.text, after):
            return line
    return None


# `V/v …`, then `Kính gửi: …`: an official letter, which names its kind nowhere (Nghị định 30/2020/NĐ-CP, annex III, form 1.5).
_ADDRESSED = regex(r"^[ ]*kính gửi\s*:", re.MULTILINE)
_ABOUT_LINE = regex(r"^[ ]*v/v\s*:?\s*", re.MULTILINE)
_ABOUT_END = regex(r"\n\s*\n|\n(?=[ ]*(?:[^\n,]{2,30},[ ]*ngày[ ]|kính gửi|cộng hòa|độc lập|-{3,}))")
_LETTER_NUMBER = regex(rf"^[ ]*(?:[Ss]ố|SỐ)\s*:?\s*(?P<sign>{SIGN}(?:\.[A-ZĐ]+)?)[ ]*(?:$|\n|(?=[A-ZĐ]))", re.MULTILINE)
_LETTER = "Công văn"
_LETTER_HEAD = 700


def _letter(view: View, start: int, before: int) -> Heading | None:
    """The heading of an official letter that stands before the position: its number, and a subject or no other code.

    A subject right below the number makes a letter of a text that names nobody whom it is for.
    """
    addressed = _ADDRESSED.search(view.lower, start, before)
    until = addressed.start() if addressed else min(before, start + _LETTER_HEAD)
    number = next(iter(reversed(list(_LETTER_NUMBER.finditer(view.text, start, until)))), None)
    about = _ABOUT_LINE.search(view.lower, start, until)
    if number is None or (about is None and kind_of_sign(number, None) not in (None, _LETTER)):
        return None
    if addressed is None and (about is None or view.text[number.end() : about.start()].strip()):
        return None
    title_at = None
    if about is not None:
        end = _ABOUT_END.search(view.lower, about.end(), about.end() + 600)
        title_at = (about.end(), len(view.text[: end.start() if end else until].rstrip()))
    place = _place(view, start, until)
    issuer, issuer_at = _issuer(view, number.start()) or (None, None)
    return Heading(
        kind=_LETTER,
        kind_at=number.span("sign"),
        symbol="".join(number["sign"].split()),
        symbol_at=number.span("sign"),
        number=number["number"],
        issued=iso(place) if place else None,
        issued_at=(place.start("day"), place.end()) if place else None,
        issuer=issuer,
        issuer_at=issuer_at,
        title=view.words(*title_at) if title_at else None,
        title_at=title_at,
    )


_PREAMBLE = regex(r"^[ #]*(?:căn cứ|theo đề nghị|xét|thực hiện)(?!\w)", re.MULTILINE)


def _deciding(view: View, start: int) -> tuple[str, tuple[int, int]] | None:
    """The authority in capitals between the title and the preamble: `ỦY BAN THƯỜNG VỤ QUỐC HỘI`, then `Căn cứ …`."""
    last = None
    for line in _LINE.finditer(view.text, start, start + 1500):
        if _PREAMBLE.match(view.lower, line.start()):
            break
        if line[0].strip(" *#-_"):
            last = line
    else:
        return None
    if last is None or not last[0].isupper() or not _authority().match(last[0].lower().strip(" *#")):
        return None
    at = (last.start() + len(last[0]) - len(last[0].lstrip(" *#")), last.start() + len(last[0].rstrip(" *#,:")))
    return body_name(view, *at), at


_CHAIR = regex(r"(?:^|(?<=\s))CHỦ\s+TỊCH\s+(?P<committee>(?:ỦY\s+BAN\s+NHÂN\s+DÂN|UBND)(?:\s+[^\W\d_]+){0,8})[ *#:,_]*\n\s*\Z")


def _chair(view: View, start: int, issuer: str | None) -> tuple[str, tuple[int, int]] | None:
    """The chair of a people's committee who decides, named above the preamble; the letterhead's ``issuer`` tells the place."""
    preamble = _PREAMBLE.search(view.lower, start, start + 1500)
    found = _CHAIR.search(view.text, max(start, preamble.start() - 200), preamble.start()) if preamble else None
    if found is None or not found[0].isupper() or _NEEDS_BODY.search(view.text, max(start, found.start() - 9), found.start()):
        return None
    committee = body_name(view, *found.span("committee"))
    if issuer and issuer.startswith(committee):
        committee = issuer
    return f"Chủ tịch {committee}", (found.start(), found.end("committee"))


@cache
def _authority() -> re.Pattern[str]:
    """A body that signs, at the head of a line; a word such as `phòng` or `ban` begins titles too."""
    rules = table("bodies")
    known = alternatives(h.lower() for h in (*rules["officers"], *rules["names"], *rules["with_place"]))
    return re.compile(rf"(?:{known}|đảng ủy|hội đồng|ban thường vụ|ban thường trực|ban chấp hành|ban bí thư|ban chỉ đạo)(?!\w)")


def _runs_on(view: View, title: tuple[int, int], issuer: str) -> int | None:
    """Where a title in capitals ends that runs on into the authority: the preamble follows, so no other line names it."""
    if not view.text[slice(*title)].isupper() or not _PREAMBLE.match(view.lower, title[1] + 1):
        return None
    officers = alternatives(o.upper() for o in table("bodies")["officers"])
    words = issuer.upper().split()
    body, cut = (r"\s+".join(map(re.escape, part)) for part in (words, words[:5]))  # the name itself may be cut short
    tail = re.compile(rf"\s(?:(?:{officers})\s+(?:{body}|{cut})|{body})$").search(view.text, *title)
    return tail.start() if tail and not _NEEDS_BODY.search(view.text, max(title[0], tail.start() - 9), tail.start()) else None


_NEEDS_BODY = regex(r"(?:(?<!\w)(?:CỦA|CHO|BỞI|DO|THUỘC)|,)\Z")


def _speaking(view: View, start: int) -> tuple[str, tuple[int, int]] | None:
    """The body that ends the preamble with what it issues: `Quốc hội ban hành Luật …`, `Ban Tổ chức Trung ương hướng dẫn …`."""
    for spoken in _SPEAKS.finditer(view.text, start, start + 6000):
        issuer = issuer_at(view, spoken.start("body"))
        if issuer is not None and issuer.mention_end >= spoken.end("body"):
            name = body_name(view, issuer.start, issuer.end) if issuer.name.isupper() else issuer.name
            return name, (issuer.start, issuer.end)
    return None


def _promulgated(view: View, kind: str, start: int) -> tuple[int, int] | None:
    """The title as the end of the preamble has it: `Bộ trưởng Bộ Nội vụ ban hành Thông tư quy định …`."""
    told = re.compile(rf"\sban\s+hành\s+{alternatives([kind.lower()])}\s+(?P<title>[^\n]{{10,400}}?)[.:]?[ ]*$", re.MULTILINE)
    first = _ARTICLE_LINE.search(view.lower, start)
    found = told.search(view.lower, start, first.start() if first else start + 6000)
    return found.span("title") if found else None


def _numbered(view: View, start: int) -> Heading | None:
    """The heading of a regulation that has lost the line of its kind: number, title and preamble, then articles."""
    number = _NUMBER_LINE.search(view.text, start, start + 300)
    kind = kind_of_sign(number, None) if number else None
    preamble = _PREAMBLE.search(view.lower, number.end(), start + 2000) if number else None
    if number is None or kind is None or preamble is None or len(_ARTICLE_LINE.findall(view.lower, preamble.end())) < 2:
        return None
    at = (number.start("number"), len(view.text[: number.end()].rstrip()))
    place = _place(view, start, preamble.start())
    issuer, issuer_at = _issuer(view, number.start()) or _speaking(view, number.end()) or (None, None)
    title_at = _title(view, kind, number.end())
    return Heading(
        kind=kind,
        kind_at=at,
        symbol="".join(view.text[slice(*at)].split()),
        symbol_at=at,
        number=number["number"],
        issued=iso(place) if place else None,
        issued_at=(place.start("day"), place.end()) if place else None,
        issuer=issuer,
        issuer_at=issuer_at,
        title=view.words(*title_at) if title_at else None,
        title_at=title_at,
    )


def _bare(view: View, start: int) -> Heading | None:
    """The heading of a regulation whose text begins with its first article: only the kind is known, from `Nghị định này`."""
    if not _BARE_BEGINNING.match(view.lower, start) or len(_ARTICLE_LINE.findall(view.lower, start)) < 2:
        return None
    name = _own_kind(view, start)
    return bare(view, start, kinds()[name].name) if name else None


def _own_kind(view: View, start: int) -> str | None:
    """The kind in lower case that `… này` means: what was adopted, what promulgates, else what takes effect, is carried out."""
    places, pattern = _spoken()
    spoken = list(matches_at(places.in_(view.lower, start), pattern, view.lower, len(view.lower)))
    if not spoken:
        return None
    said = [" ".join(m["kind"].split()) for m in spoken]
    for name, m in zip(said, spoken, strict=True):
        if _ADOPTED.match(view.lower, m.start("itself")):
            return name
        if m.start() < start + _FIRST_ARTICLE and view.lower.endswith("kèm theo ", start, m.start()):
            return name
    takes_effect = (name for name, m in zip(said, spoken, strict=True) if _TAKES_EFFECT.match(view.lower, m.end()))
    carried_out = (
        name for name, m in zip(said, spoken, strict=True) if _CARRIED_OUT.search(view.lower, m.start() - 40, m.start())
    )
    votes = Counter(filter(None, (next(carried_out, None), next(takes_effect, None), Counter(said).most_common(1)[0][0])))
    return votes.most_common(1)[0][0]


def bare(view: View, start: int, kind: str) -> Heading:
    """A heading of which only the kind is known, and what the last words of a law tell of its adoption."""
    at = max(view.lower.find(kind.lower(), start), start)
    adopted = _ADOPTED.search(view.lower)
    issuer = issuer_at(view, adopted.start("body")) if adopted else None
    return Heading(
        kind=kind,
        kind_at=(at, at + len(kind)),
        symbol=None,
        symbol_at=None,
        number=None,
        issued=iso(adopted) if adopted else None,
        issued_at=(adopted.start("day"), adopted.end()) if adopted else None,
        issuer=issuer.name if issuer else None,
        issuer_at=(issuer.start, issuer.end) if issuer else None,
        title=None,
        title_at=None,
    )


@cache
def _spoken() -> tuple[Places, re.Pattern[str]]:
    """`Nghị định này` in lower case, and where it may stand."""
    pattern = re.compile(rf"(?<!\w)(?P<kind>{alternatives(kinds())})\s+(?P<itself>này)(?!\w)")
    return Places(f"{kind}{space}này" for kind in kinds() for space in " \n"), pattern


_FIRST_ARTICLE = 500
_TAKES_EFFECT = regex(r"\s+có\s+hiệu\s+lực")
_CARRIED_OUT = regex(r"trách\s+nhiệm\s+(?:tổ\s+chức\s+)?thi\s+hành\s+$")


@cache
def _heads() -> re.Pattern[str]:
    rules = table("bodies")
    return re.compile(f"(?:{alternatives(h.lower() for h in (*rules['heads'], *rules['officers'], *rules['names']))})(?!\\w)")


def _issuer(view: View, before: int) -> tuple[str, tuple[int, int]] | None:
    """The body named in capitals above the number; within the Party the office stands below the committee that it serves."""
    lines = [
        (m.start(), end, m.end())
        for m in _LINE.finditer(view.text, max(0, before - 900), before)
        if (end := column.start() if (column := _COLUMN.search(view.text, *m.span())) else m.end()) > m.start() + 1
        and view.text[m.start() : end].isupper()
        and not _NOT_ISSUER.search(view.text[m.start() : end].strip())
    ]
    if not lines:
        return None
    groups = [[lines[0]]]
    for line in lines[1:]:
        if view.text[groups[-1][-1][2] : line[0]].strip(" \n*_#-"):
            groups.append([line])
        else:
            groups[-1].append(line)
    named = [g for g in groups if _heads().match(view.lower[g[0][0] : g[-1][1]].strip(_MARKS))]
    if not named:
        return None
    group = named[-1]
    names = [" ".join(view.text[a:b].strip(_MARKS).split()) for a, b, _ in group]
    return spelled(view, _office(names)), (group[0][0], len(view.text[: group[-1][1]].rstrip(" -_*")))


_MARKS = " -_*#/"
# The right column on the same line.
_COLUMN = regex(r"(?<=\w)(?<!ĐẢNG)(?<!NƯỚC)[ ]+(?:CỘNG(?:[ ]+HÒA[^\n]*)?|Độc[ ]lập[ ]*-[^\n]*)$")
_ABOVE = regex(r"(?:TỈNH|THÀNH|HUYỆN|QUẬN|THỊ|ĐẢNG) ỦY|ỦY BAN M|ỦY BAN MẶT TRẬN|MẶT TRẬN")


def _office(lines: list[str]) -> str:
    """The office that issues, of the lines of a heading: a name broken over lines, or a committee and the office below it."""
    if len(lines) > 1 and not _heads().match(lines[0].lower()):  # `ỦY`, then `BAN NHÂN DÂN`
        lines = [f"{lines[0]} {lines[1]}", *lines[2:]]
    whole = " ".join(lines)
    if whole.lower() in proper_names():
        return whole
    if whole.startswith("BAN CHẤP HÀNH TRUNG ƯƠNG"):
        office = re.sub(r"^(?:ĐẢNG(?!\s+(?:ĐOÀN|ỦY|BỘ)))?\s*", "", whole.removeprefix("BAN CHẤP HÀNH TRUNG ƯƠNG").strip())
        at_the_centre = office.endswith("TRUNG ƯƠNG") or office.startswith("ĐẢNG")
        return (office if at_the_centre else f"{office} TRUNG ƯƠNG") if office else whole
    below = next((n for n in range(len(lines) - 1, 0, -1) if _heads().match(lines[n].lower())), None)
    if below is None:
        return whole
    above, office = " ".join(lines[:below]), " ".join(lines[below:])
    return f"{office} {above}" if _ABOVE.match(above) else office


_PARAGRAPH = regex(r"\n[ ]*\n[ ]*(?P<first>[^\W\d_])(?!\))[^\n]{2,300}")


def _title(view: View, kind: str, kind_end: int) -> tuple[int, int] | None:
    start = kind_end
    while start < len(view.text) and view.text[start].isspace():
        start += 1
    start += len(view.text[start : start + 20]) - len(view.text[start : start + 20].lstrip(" #"))
    if re.match(r"(?:điều \d|căn cứ|chương|phần|-{3})", view.lower[start : start + 10]):
        return None
    end = found.start() if (found := _TITLE_END.search(view.lower, start, start + 1200)) else min(len(view.text), start + 300)
    lines = list(_LINE.finditer(view.text, start, end))
    for line in lines[1:]:
        if lines[0][0].isupper() and not line[0].isupper() and line[0].strip():  # a title in capitals ends with them
            end = line.start()
            break
        if line[0].isupper() and _authority().match(line[0].lower().strip(" *#")):  # the authority that issues, on its own line
            end = line.start()
            break
    while (more := _PARAGRAPH.match(view.text, end)) and more["first"].islower() and more.end() < start + 1200:
        end = more.end()  # a title with each line a paragraph
    end = len(view.text[:end].rstrip("./ \n"))
    repeats = view.lower.startswith(f"{kind.lower()} ", start, end) and not kinds()[kind.lower()].everyday
    if repeats and not is_known(view.words(start, end)):  # `LUẬT / Luật Đất đai`, but not `LUẬT / Luật sư`
        start += len(kind) + 1
    if about := re.compile(r"(?:v/v|về\s+việc|về)\s+").match(view.lower, start):
        start = about.end()
    return (start, end) if end > start else None
