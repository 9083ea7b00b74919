"""Positions in running text, one or several in a row (`Ủy viên Bộ Chính trị, Thủ tướng Chính phủ`), and where each ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.names import CAPITAL, foreign_name_at, name_at, no_name_at
from regraph.pipeline.offices import body_of, core_of, grammar, is_no_body
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives, table

_LONGEST = 160
_MOST = 8
_WORD = regex(r"(?:(?:TP|Tp|TX|T\.Ư|T\.P)\.?(?!\w)|[^\W\d_]+(?:[&.][^\W\d_]+)*|\d+(?!\w|/|\.\d))")
# `Phòng Cảnh sát giao thông (CSGT) Công an tỉnh`: the short name of a body before the larger one.
SHORT_NAME = rf"[ ]\({CAPITAL}[\w&.-]{{1,11}}\)"
_SHORTENED = regex(rf"{SHORT_NAME}(?=[ ]{CAPITAL})")
_JOIN = regex(r"[ ]*-[ ]*|[ ]+&[ ]+|[ ]+")
_AND = regex(rf"[ ]+và[ ]+(?={CAPITAL})")
_OF = regex(rf"của[ ]+(?={CAPITAL}|tỉnh|thành phố|huyện|xã|phường)")
_ABROAD = regex(rf"tại[ ]+(?={CAPITAL})")
_ABOUT = regex(r"về[ ]+|tổng[ ]kết[ ]+(?=(?:việc[ ])?(?:thực[ ]hiện[ ])?Nghị[ ]quyết)")
# `Hiệp hội các nhà đầu tư`, `Ban Quản lý các khu công nghiệp`
_OF_MANY = regex(r"(?<!\w)(?:[Hh]ội|[Ll]iên hiệp|[Qq]uản lý|[Kk]hối|[Mm]ạng lưới|[Cc]âu lạc bộ|[Đđ]iều phối)[ ]$")
_STEERING = regex(r"(?:ban chỉ đạo|tổ công tác|tiểu ban)", re.IGNORECASE)
# `Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực`
_FURTHER_MATTER = regex(
    r",[ ]+(?=[a-zà-ỹđ]+(?:[ ][a-zà-ỹđ]+){0,3}(?:[,;.\n]|[ ]-|[ ](?:và[ ])?[A-ZĐ]|[ ]và[ ][a-zà-ỹđ]|$))|[ ]và[ ]+(?=[a-zà-ỹđ])"
)
# A sign that a matter holds: `Ban Chỉ đạo tổng kết Nghị quyết số 18-NQ/TW`
_SIGN = regex(r"\d+-[A-ZĐ]+/[A-ZĐ]+(?!\w)")
# `Bộ Văn hóa, Thể thao và Du lịch`, `Ủy ban Văn hóa, Giáo dục của Quốc hội`: what stands between the comma and `và` or `của`
# belongs to the name of the body.
_ENUMERATED = regex(
    rf",[ ](?P<first>{CAPITAL}[^\W\d_]+(?:[ ][^\W\d_]+){{0,4}}?(?:,[ ]{CAPITAL}[^\W\d_]+(?:[ ][^\W\d_]+){{0,4}}?)?"
    rf"|[a-zà-ỹđ]+(?:[ ][a-zà-ỹđ]+){{0,4}}(?=[ ]và[ ]{CAPITAL}))"
    rf"[ ](?:và[ ](?P<last>{CAPITAL}?[^\W\d_]+)(?!\w)|(?=của[ ]{CAPITAL}))"
)
# A name of a body with a comma in it, plain when the new office follows: `Phó Vụ trưởng Vụ Kế hoạch, Tài chính giữ chức …`.
_UP_TO_NEW_OFFICE = regex(rf",[ ]{CAPITAL}[^,.;\n]{{2,80}}?(?=[ ](?:thôi[ ])?giữ[ ]chức)")
# The term of a body is a part of the position: `Ủy viên Trung ương Đảng khóa XII, XIII`, `ĐBQH khóa XV tỉnh Sơn La`.
_OF_A_TERM = regex(
    r"[ ]khóa[ ](?:[IVXLC]+|\d+)(?:(?:,[ ]|[ ]và[ ])[IVXLC]+)*(?!\w)"
    rf"(?:[ ](?:tỉnh|thành phố|TP\.?)[ ]{CAPITAL}[^\W\d_]*(?:(?:[ ]-)?[ ]{CAPITAL}[^\W\d_]*){{0,3}}(?!\w))?"
)
_TERM = r"(?:[ ]*,?[ ](?:khóa|nhiệm[ ]kỳ)[ ][\dIVXLC]+(?:[ ]?-[ ]?\d{4})?)?"
_AND_ALSO = regex(
    rf"(?:{SHORT_NAME})?"
    + _TERM
    + r"(?:[ ]*,?[ ]+(?:kiêm(?:[ ]nhiệm)?(?:[ ]chức(?:[ ]vụ)?)?|đồng[ ]thời[ ](?:là|giữ[ ]chức(?:[ ]vụ)?))[ ]+"
    r"|[ ]?,(?:\[[^\[\]\n]{1,12}\])?[ ]*(?:(?:hiện|nay|và|rồi|sau[ ]đó)[ ]là[ ])?|[ ]?-[ ]+)"
)
# Two positions with nothing but a space between them: the first ends with the name of its body.
_BESIDE = regex(rf"[ ](?={CAPITAL})")
# The one who holds the first position holds the second: `Phó Trưởng ban là Thứ trưởng …`, `Tổ trưởng: Giám đốc …`
_WHO_IS = regex(r"(?:[ ]là|:)[ ]+")
# What ends a position in capitals: `TRƯỞNG BAN CHỈ ĐẠO TẠI PHIÊN HỌP …`
_IN_CAPITALS = regex(r"(?:TẠI|NGÀY|THEO|TRONG)(?!\w)")
_CUT = regex(r"[ ]?(?:\.\.\.|…)")
# The place of a local body, behind a comma: `Bí thư Huyện ủy Nam Sơn, tỉnh Hà Tĩnh`
_PLACED = regex(
    rf",[ ]+(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã)[ ]+{CAPITAL}[^\W\d_]*(?:(?:[ ]-)?[ ]{CAPITAL}[^\W\d_]*){{0,3}}(?!\w)"
)
_LOCAL = regex(r"(?:(?:Huyện|Quận|Thị|Đảng) ủy|UBND|HĐND|MTTQ|Ủy ban nhân dân|Hội đồng nhân dân)(?!\w)", re.IGNORECASE)
_CALLED = regex(r"(?:đồng chí|đ/c|ông|bà)[ ]+")
_SHORT_BODY = regex(rf"{CAPITAL}{{3,}}(?!\w)")
_ITEM_WORDS = 6
_NEXT_ITEM = regex(r";\s+")


@dataclass(slots=True)
class Held:
    """A position named at ``start`` to ``end`` of the view; ``body`` is where it is held, when the text or its place tells."""

    title: str
    body: str | None
    start: int
    end: int
    rule: str


def chain(view: View, at: int, limit: int) -> list[tuple[int, int]]:
    """The positions that follow one another from ``at``, each as its span; empty when none begins there.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("Bí thư Đảng ủy Chính phủ, Thủ tướng Chính phủ nhấn mạnh")
    >>> [view.text[a:b] for a, b in chain(view, 0, len(view.text))]
    ['Bí thư Đảng ủy Chính phủ', 'Thủ tướng Chính phủ']
    """
    spans: list[tuple[int, int]] = []
    while len(spans) < _MOST and (title := grammar().title.match(view.text, at, limit)):
        end, of_person = _extent(view, title, min(limit, title.end() + _LONGEST))
        if _CUT.match(view.text, end):
            break
        spans.append((title.start(), end))
        further = _AND_ALSO.match(view.text, end, limit) or _beside(view, title.end(), end, limit)
        if further is None and core_of(title[0]) in table("positions")["beside_an_office"]:
            further = _WHO_IS.match(view.text, end, limit)
        if further is None or of_person:
            break
        at = further.end()
    return spans


def listed(view: View, at: int, limit: int) -> list[tuple[int, int]]:
    """The positions of one person from ``at``, semicolons between them too, as behind `từng giữ các chức vụ: `.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("Trưởng phòng, Phó Giám đốc Sở Y tế; Giám đốc Sở Y tế.")
    >>> [view.text[a:b] for a, b in listed(view, 0, len(view.text))]
    ['Trưởng phòng', 'Phó Giám đốc Sở Y tế', 'Giám đốc Sở Y tế']
    """
    spans = chain(view, at, limit)
    while spans and (further := _NEXT_ITEM.match(view.text, spans[-1][1], limit)):
        more = chain(view, further.end(), limit)
        if not more:
            break
        spans += more
    return spans


def begins_within_a_body(view: View, at: int) -> bool:
    """Whether a title at ``at`` is a part of a body's name: `Ban Bí thư`, `Đoàn Chủ tịch`, `Văn phòng Chủ tịch nước`."""
    return grammar().within.search(view.text, max(0, at - 24), at) is not None


def _beside(view: View, start: int, end: int, limit: int) -> re.Match[str] | None:
    """The space before a further position, when the one before it ends with its body: `Ủy viên Bộ Chính trị Bí thư Thành ủy`."""
    rules = grammar()
    ends_whole = rules.whole.search(view.text, start, end) or rules.known.fullmatch(view.lower, start + 1, end)
    return _BESIDE.match(view.text, end, limit) if ends_whole else None


def _extent(view: View, title: re.Match[str], limit: int) -> tuple[int, bool]:
    """Where a position that has begun ends, and whether that is behind a person's name: `Trợ lý đồng chí Lê Văn Ba`."""
    rules, text = grammar(), view.text
    core = core_of(title[0])
    if core in table("positions")["helpers"] and (helped := _helped(view, title.end(), limit)):
        return helped
    at = _words(view, title, core, *_head(view, title), limit)
    if (further := _UP_TO_NEW_OFFICE.match(text, at)) and not rules.title.match(text, at + 2):
        at = further.end()
    while larger := _larger(view, title, core, at, limit):
        at = larger
    if (placed := _PLACED.match(text, at, limit)) and _LOCAL.search(text, title.end(), at):
        at = placed.end()
    if (aside := _in_brackets().match(text, at)) and aside["body"] not in text[title.start() : at]:
        at = aside.end()
    if term := _OF_A_TERM.match(text, at, limit):
        at = term.end()
    return at, False


def _helped(view: View, at: int, limit: int) -> tuple[int, bool] | None:
    """The end of whom someone helps, a person or another position, behind `Trợ lý` or `Thư ký` that ends at ``at``."""
    text = view.text
    first = at + 1 if text.startswith(" ", at) else at
    of = first + 4 if text.startswith("của ", first) else first
    if called := _CALLED.match(text, of, limit):
        name = name_at(view, called.end())
        return (name.end, True) if name else None
    inner = grammar().title.match(text, of, limit)
    if inner is None or inner.start() == at:
        return None
    end, _ = _extent(view, inner, limit)
    return (at, False) if name_at(view, end + 1) else (end, False)


def _head(view: View, title: re.Match[str]) -> tuple[int, bool]:
    """Where the words behind a title go on, and whether behind the whole name of a body that its last word begins.

    `Trưởng Ban Dân vận Trung ương` goes on behind a whole name, `Trưởng ban chỉ đạo` behind a part of one.
    """
    start = title.end() - len(title[0].rsplit(" ", 1)[-1])
    if (known := grammar().known.match(view.lower, start)) and known.end() > title.end():
        return known.end(), True
    compound = grammar().compound.match(view.text, start)
    return (max(title.end(), compound.end()) if compound else title.end()), False


def _words(view: View, title: re.Match[str], core: str, at: int, whole: bool, limit: int) -> int:
    """Where the words of a position end that go on at ``at``: before a stop word, a mark, another position or a person's name."""
    rules, text = grammar(), view.text
    start = title.end()
    about = False
    foreign = at == start and core in table("positions")["of_foreigners"]
    while at < limit:
        if about and (further := _further_matter(view, at, limit)):
            at = further
            continue
        if (shortened := _SHORTENED.match(text, at, limit)) and rules.bodies.match(text, shortened.end() + 1):
            at = shortened.end()
        joined = _AND.match(text, at, limit) or _JOIN.match(text, at, limit)
        if joined is None:
            enumerated = _enumerated(view, core, start, at, limit)
            if not enumerated:
                break
            at = enumerated
            continue
        first = joined.end()
        follows_and = joined[0].strip() == "và"
        capital = text[first : first + 1].isupper()
        if capital and (name_at(view, first) or _IN_CAPITALS.match(text, first)):
            break
        if follows_and and rules.bodies.match(text, first):
            break
        country = rules.country.match(text, first, limit) if capital else None
        if foreign and not country and foreign_name_at(view, first):
            break
        if rules.rank.match(text, first) and ("-" in joined[0] or _ranked(view, first)):
            break
        inner = rules.title.match(text, first)
        if inner and not (joined[0] == " " and rules.within.search(text, max(title.start(), at - 20), first)):
            break
        foreign = False
        if known := rules.known.match(view.lower, first, limit):
            at, whole = known.end(), True
            continue
        if country:
            at, foreign = country.end(), True
            continue
        if not rules.after.search(text, max(title.start(), at - 20), first) and rules.phrase.match(text, first):
            break
        if not about and (aim := _ABOUT.match(text, first, limit)) and _STEERING.search(text, title.start(), first):
            word = _WORD.match(text, aim.end(), limit)
            compound = rules.compound.match(text, aim.end(), limit)
            at, about, whole = (compound or word or aim).end(), True, False
            continue
        if compound := rules.compound.match(text, first, limit):
            at = compound.end()
            continue
        if capital and (other := no_name_at(view, first)):
            at, whole = min(other, limit), rules.region.match(text, first) is not None
            continue
        if whole and joined[0] == " " and text[first].islower() and not rules.goes_on.match(text, first):
            break
        if (of := _OF.match(text, first, limit)) and not name_at(view, of.end()):
            first = of.end()
        elif (abroad := _ABROAD.match(text, first)) and core in table("positions")["abroad"]:
            at = abroad.end() - 1
            continue
        elif text.startswith("các ", first) and (about or _OF_MANY.search(text, max(title.start(), at - 20), first)):
            at = first + 3
            continue
        elif rules.stop.match(text, first) or text.startswith(("và ", "của "), first):
            break
        word = _SIGN.match(text, first, limit) or _WORD.match(text, first, limit)
        if word is None:
            break
        at = word.end()
        whole = rules.whole.search(text, max(start, at - 12), at) is not None
    return at


def _ranked(view: View, at: int) -> bool:
    """Whether ranks and degrees at ``at`` lead to a name: `Đại tướng Phan Văn Giang`."""
    while rank := grammar().rank.match(view.text, at):
        at = rank.end() + len(view.text[rank.end() : rank.end() + 3]) - len(view.text[rank.end() : rank.end() + 3].lstrip(" .,"))
    return name_at(view, at) is not None


def _enumerated(view: View, core: str, start: int, at: int, limit: int) -> int | None:
    """The end of a list within the name of a body that goes on after a comma at ``at``, or None.

    The body begins behind the title, which ends at ``start``, or with its last word (`Trưởng phòng`).
    """
    rules, text = grammar(), view.text
    found = _ENUMERATED.match(text, at, limit)
    body = rules.bodies.search(text, start, at)
    begins = body.end() if body else start if core in table("positions")["heads"] else None
    if found is None or begins is None or len(text[begins:at].split()) > _ITEM_WORDS:
        return None
    items = [found.start("first"), *([found.start("last")] if found["last"] else [])]
    if any(rules.title.match(text, i) or rules.bodies.match(text, i) or name_at(view, i) for i in items):
        return None
    if any(rules.stop.match(text, found.start("first") + w.start()) for w in re.finditer(r"\w+", found["first"])):
        return None
    return found.end() if found["last"] else found.end("first")


def _further_matter(view: View, at: int, limit: int) -> int | None:
    """Where the next matter of a steering committee begins behind a comma, in small letters and no clause of its own."""
    rules = grammar()
    found = _FURTHER_MATTER.match(view.text, at, limit)
    if found is None or any(pattern.match(view.text, found.end()) for pattern in (rules.stop, rules.phrase, rules.title)):
        return None
    return found.end() - 1


def _larger(view: View, title: re.Match[str], core: str, at: int, limit: int) -> int | None:
    """The end of the unit that a position's body is a part of, behind a comma: `Cục trưởng Cục Quân lực, Bộ Tổng Tham mưu`."""
    text = view.text
    first = at + 2
    if not text.startswith(", ", at) or first >= limit or core in table("positions")["of_their_own"]:
        return None
    own = body_of(text[title.start() : at])
    larger = _of_level().match(text, first, limit) or (
        None if grammar().rank.match(text, first) else _SHORT_BODY.match(text, first, limit)
    )
    if own is None or larger is None or is_no_body(text, first):
        return None
    rank = _of_level().match(own)
    if rank is None or grammar().known.fullmatch(own.lower()) or _level(rank) >= _level(larger):
        return None
    end = _words(view, title, core, larger.end(), False, limit)
    named = end > larger.end() or larger[0] not in table("bodies")["generic"]
    return end if named and text[first:end] not in text[title.start() : at] else None


@cache
def _of_level() -> re.Pattern[str]:
    levels: list[list[str]] = table("positions")["levels"]
    return re.compile(rf"(?:{alternatives(head for heads in levels for head in heads)})(?!\w)")


def _level(head: re.Match[str]) -> int:
    """How large a unit is by the word that its name begins with; those named by letters alone (`NHNN`) are among the largest."""
    levels: list[list[str]] = table("positions")["levels"]
    words = " ".join(head[0].split())
    return next((n for n, heads in enumerate(levels) if words in heads), len(levels) - 1)


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(rf"[ ]\((?P<body>(?:{alternatives(table('bodies')['heads'])})[ ][^()\n]{{2,60}})\)")
