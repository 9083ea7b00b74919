"""The body that issued a document, as named after `của`: known names first, else a head word and what belongs to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from regraph.pipeline.capitals import body_name
from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives, kinds, table

_TERM = regex(r"\s+(?P<open>\()?(?:khóa|nhiệm kỳ)\s+(?:[ivxlc]+|\d+(?:\s*-\s*\d{4})?)(?!\w)(?(open)\))")
_SHORT = regex(r"(?<!\w)[BCDĐGHKLMNPQRSTVX]{2,}(?!\w)|^[A-ZĐ]+$")  # `NHNN`, `UBTVQH`
# `Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam`, `Ban Bí thư Trung ương Đảng Lao động Việt Nam`
_OF_STATE = regex(
    r"(?<=trung ương đảng)\s+(?:lao\s+động|cộng\s+sản)\s+việt\s+nam(?!\w)|"
    r"(?:(?<=quốc hội)|(?<=chính phủ))(?:\s+nước)?(?:\s+cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa)?\s+việt\s+nam"
    r"(?:\s+dân\s+chủ\s+cộng\s+ho(?:à|òa))?(?!\w)"
)
_CUT_OFF = regex(r"\s?(?:\.{3}|…)")
_JOIN = regex(r"[ ]*(?:,|-|(?<=[ ])và)[ ]+")
_CAPITAL = r"(?=[A-ZĐÂÊÔƠƯĂÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ])"
_PLACE = regex(r"(?:tỉnh|thành\s+phố|tp|tp\.|huyện|quận|thị\s+xã|xã|phường)$")
# A clause of its own begins after a comma: `theo Quyết định số A của UBND tỉnh B, Sở C đã …`
_CLAUSE = regex(
    r"\s+(?:ban\s+hành\s+(?:kế\s+hoạch|chương\s+trình|quyết\s+định|nghị\s+quyết|chỉ\s+thị|hướng\s+dẫn|công\s+văn)|đã|có|đang|sẽ|vừa|phải|trình|họp|thống\s+nhất|yêu\s+cầu|đề\s+nghị|báo\s+cáo|phối\s+hợp|tổ\s+chức|giao|chỉ\s+đạo)(?!\w)"
)
_MAX_WORDS = 14
_WRAPPED_WORDS = 4
"""A name goes on in the next line only while it has at most so many words."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body named in the view from ``start`` to ``end``; ``mention_end`` also holds its term or officer (`khóa XIII`) after it.

    ``joint`` tells whether several bodies are named, with commas between them.
    """

    name: str
    start: int
    end: int
    mention_end: int
    joint: bool = False


@dataclass(frozen=True, slots=True)
class _Grammar:
    known: re.Pattern[str]
    head: re.Pattern[str]
    word: re.Pattern[str]
    place: re.Pattern[str]
    officer: re.Pattern[str]
    person: re.Pattern[str]
    not_body: re.Pattern[str]
    ministry: re.Pattern[str]
    council: re.Pattern[str]
    generic: frozenset[str]


@cache
def _grammar() -> _Grammar:
    rules = table("bodies")
    officers, heads = alternatives(rules["officers"]), alternatives(rules["heads"])
    officer = f"(?:(?:{alternatives(x.lower() for x in rules['officers'])}|trưởng(?=\\s+ban\\s))\\s+)?"
    lower = "|".join(x.replace(" ", r"\s+") for x in rules["stops"])
    stops = "|".join(
        (lower, alternatives(x.upper() for x in rules["stops"] if x.isalpha()), alternatives(rules["capital_stops"]))
    )
    kind = alternatives(k.name for k in kinds().values())
    names_of_places = {"Hà", "Hồ", "Cao", "Lâm", "Thái", "Đồng", "Sơn", "Trà", "Ninh", "Lai", "Từ", "Giang"}
    surnames = alternatives(x for x in table("positions")["names"]["surnames"] if x not in names_of_places)
    district = r",[ ]+(?=(?:huyện|quận|thị\s+xã|tỉnh|thành\s+phố)[ ]+[A-ZĐ])"
    provinces = alternatives(x.removeprefix("Thành phố ").upper() for x in table("places")["provinces"])
    syllable = r"(?:TP\.[ ]?)?[^\W\d_]+(?:&[^\W\d_]+)*\d?"
    return _Grammar(
        known=regex(
            rf"(?:{officer}|(?:trưởng|tổ\s+giúp\s+việc)\s+(?=ban\s))(?:{alternatives(n.lower() for n in rules['names'])})(?!\w)"
        ),
        head=regex(f"(?:(?:{officers})\\s+)?(?P<head>{heads})(?!\\w)"),
        word=regex(
            rf"(?:[ ]*-[ ]*|,[ ]+{_CAPITAL}(?!(?:{officers}|{heads})(?!\w))|{district}"
            rf"|\s+(?:và|của)\s+{_CAPITAL}(?!(?:{officers})(?!\w))|\s+)(?!(?:{stops}|{kind}|Điều|Khoản)(?!\w)){syllable}"
        ),
        place=regex(f"(?:{alternatives(x.lower() for x in rules['with_place'])})"),
        officer=regex(f"(?:{officers}|Thủ tướng|Phó Thủ tướng|Chủ tịch nước)(?!\\w)"),
        person=regex(rf"\s+(?:(?:đồng\s+chí|ông|bà)\s+)?(?:{surnames})(?P<given>(?:[ ]+{_CAPITAL}[^\W\d_]+){{1,3}})(?!\w)"),
        not_body=regex(f"(?:{alternatives(rules['not_bodies'])})(?!\\w)"),
        ministry=regex(
            f"(?:{alternatives(n.lower().removeprefix('bộ ') for n in rules['names'] if n.startswith('Bộ '))})(?!\\w)"
        ),
        # `CỦA HỘI ĐỒNG NHÂN DÂN TỈNH BẾN TRE QUY ĐỊNH …`
        council=regex(
            r"(?:ỦY\s+BAN|HỘI\s+ĐỒNG)\s+NHÂN\s+DÂN\s+(?:TỈNH|THÀNH\s+PHỐ)"
            rf"(?:\s+(?:{provinces})(?!\w|\s+NINH(?!\w)|[ ]*-)"
            r"|(?=\s*(?:$|\n\s*\n|[,;.()]|(?:BAN\s+HÀNH|VỀ|QUY\s+ĐỊNH|SỬA\s+ĐỔI|BÃI\s+BỎ)(?!\w))))"
        ),
        generic=frozenset(rules["generic"]),
    )


def issuer_at(view: View, at: int) -> Issuer | None:
    """The body or bodies named at position ``at`` of the view, or None.

    >>> from regraph.pipeline.clean import clean
    >>> issuer_at(clean("Bộ Chính trị khóa XIII về việc"), 0).name
    'Bộ Chính trị'
    """
    first = _one(view, at)
    if first is None:
        return None
    end = first
    acts_for = view.lower.endswith("thay mặt ", 0, at)
    named_by = view.lower.endswith("của ", 0, at)
    joint = False
    while joined := _JOIN.match(view.text, end):
        further = _one(view, joined.end())
        if further is None and view.lower.startswith("liên ", at):  # `liên Bộ Tài chính - Y tế`
            ministry = _grammar().ministry.match(view.lower, joined.end())
            further = ministry.end() if ministry else None
        if joined.end() == end or further is None or not view.text[joined.end()].isupper():
            break
        if named_by and "," in joined[0] and (_CLAUSE.match(view.lower, further) or view.lower.startswith("phó ", joined.end())):
            break
        if acts_for and _grammar().officer.match(view.text, joined.end()):
            break
        end, joint = further, joint or "," in joined[0]
    state = _OF_STATE.match(view.lower, end)
    term = _TERM.match(view.lower, state.end() if state else end) or state
    person = _grammar().person.match(view.text, end) if _grammar().officer.match(view.text, at) else None
    mention_end = term.end() if term else person.end() if person else end
    name = view.words(at, end)
    if name.isupper() and not _SHORT.search(name):
        name = body_name(view, at, end)
    return Issuer(name, at, end, mention_end, joint)


def _one(view: View, at: int) -> int | None:
    grammar = _grammar()
    if (known := grammar.known.match(view.lower, at)) and not grammar.place.match(view.lower, at):
        return known.end()
    if council := grammar.council.match(view.text, at):
        return council.end()
    head = grammar.head.match(view.text, at)
    if head is None or grammar.not_body.match(view.text, head.start("head")):
        return None
    signed = bool(grammar.officer.match(view.text, at))
    end = head.end()
    for n in range(_MAX_WORDS):
        following = grammar.word.match(view.text, end)
        if following is None or ("\n" in following[0] and n > _WRAPPED_WORDS):
            break
        person = grammar.person.match(view.text, end) if signed else None
        if person and len(person["given"].split()) > 1 and not _PLACE.search(view.lower, max(at, end - 10), end):
            break
        if _goes_on_anew(view, at, end, following[0].strip()):
            break
        end = following.end()
    cut_off = _CUT_OFF.match(view.text, end)  # `của Bộ Tài ...`
    return None if cut_off or (end == head.end() and head["head"] in grammar.generic) else end


_PLACED = regex(
    r"(?<!\w)(?i:tỉnh|thành\s+phố|huyện|quận|phường|thị\s+xã)"
    rf"(?P<name>\s+Huế|(?!\s+(?:Hồ\s+Chí|Thừa\s+Thiên)$)(?:\s+{_CAPITAL}[^\W\d_]+){{2,4}})?$"
)


def _goes_on_anew(view: View, at: int, end: int, word: str) -> bool:
    """Whether a word behind a place, or behind the word for one, is no more of the body's name that began at ``at``.

    `UBND tỉnh | phân cấp`, `UBND tỉnh Hà Giang | hỏi`, `UBND tỉnh Hà Giang | Thực hiện chương trình`
    """
    placed = _PLACED.search(view.text, max(at, end - 60), end)
    if placed is None or word in ("ủy", "huế"):
        return False
    after = view.text[end : end + 30].lstrip()[len(word) :]
    begins = placed["name"] is not None and after.startswith(" ") and after[1:2].islower()
    return word[0].islower() or begins


_SEAT = regex(
    rf"\s+tại\s+(?:(?:thành\s+phố|tỉnh|TP\.?)\s*)?(?:{_CAPITAL}[^\W\d_]+\s+){{1,5}}(?=(?:\([^()\n]{{1,160}}\)\s+)?(?:về|v/v)\s)"
)


def with_seat(view: View, issuer: Issuer) -> Issuer:
    """Who wrote a letter with the place of that office, when the letter's subject follows.

    >>> from regraph.pipeline.clean import clean
    >>> letter = clean("Công ty Hoa Mai tại Hà Nội về việc đóng thuế")
    >>> with_seat(letter, issuer_at(letter, 0)).name
    'Công ty Hoa Mai tại Hà Nội'
    """
    seat = _SEAT.match(view.text, issuer.end) if issuer.mention_end == issuer.end else None
    if seat is None:
        return issuer
    end = issuer.end + len(seat[0].rstrip())
    return Issuer(view.words(issuer.start, end), issuer.start, end, end, issuer.joint)


_BEFORE_CODES = regex(r"^\d+[a-zA-Z]?(?:/\d{4})?[-/]")


def signs(symbol: str, body: str) -> bool:
    """Whether each code of a sign after its kind's is made of the initials of a body, or of several.

    >>> signs("12/2000/QĐ-BYT", "Bộ trưởng Bộ Y tế"), signs("1/2011/TTLT-BYT-BTC", "Bộ Y tế"), signs("12/QĐ-TTg", "Bộ Y tế")
    (True, False, False)
    """
    codes = re.split(r"[-/]", _BEFORE_CODES.sub("", symbol))[1:]
    initials = "".join(unicodedata.normalize("NFD", word)[0] for word in re.findall(r"\w+", body) if word.lower() != "và").upper()
    return bool(codes) and all(code in initials for code in codes)


_ABBREVIATED = regex(r"(?<!\w)[A-ZĐ](?:[A-ZĐ]|&(?=[A-ZĐ])){2,}(?!\w)")
_CITY = regex(r"(?<!\w)TP\.?[ ]?(?=[A-ZĐ])")
_VOWELS = {
    "a": "aăâáàảãạấầẩẫậắằẳẵặ",
    "e": "eêéèẻẽẹếềểễệ",
    "i": "iíìỉĩị",
    "o": "oôơóòỏõọốồổỗộớờởỡợ",
    "u": "uưúùủũụứừửữự",
    "y": "yýỳỷỹỵ",
}
_MOST_NAMES = 40  # abbreviated names of one text that are looked for


def is_abbreviated(name: str) -> bool:
    """Whether words of a body's name are told by their initials, its place apart, which may be left out.

    >>> is_abbreviated("UBND tỉnh Lào Cai"), is_abbreviated("Bộ GD&ĐT"), is_abbreviated("Bộ Y tế"), is_abbreviated("UBND tỉnh")
    (True, True, False, False)
    """
    return bool(_ABBREVIATED.search(name)) and not _PLACE.search(name.lower())


def in_full(view: View, names: Iterable[str]) -> dict[str, Issuer]:
    """Where the text spells the bodies out that it also calls by these ``names``, words of which are told by their initials.

    >>> from regraph.pipeline.clean import clean
    >>> in_full(clean("Ủy ban nhân dân thành phố Huế họp."), ["UBND TP. Huế"])["UBND TP. Huế"].name
    'Ủy ban nhân dân thành phố Huế'
    """
    told: dict[str, Issuer] = {}
    for name in sorted(names)[:_MOST_NAMES]:
        for found in _words_of(name).finditer(view.lower):
            written = view.text[slice(*found.span())]
            if written[0].isupper() and not written.isupper():
                told[name] = Issuer(view.words(*found.span()), *found.span(), found.end())
                break
    return told


def _words_of(name: str) -> re.Pattern[str]:
    """An expression for a name in small letters whose abbreviated words are written in full."""

    def spell(short: re.Match[str]) -> str:
        words = (f"[{_VOWELS.get(c, c)}]\\w*" for c in short[0].replace("&", "").lower())
        return r"(?:\s*[,-])?\s+(?:và\s+)?".join(words)

    parts = _CITY.sub("thành phố ", name).split(" ")
    words = (_ABBREVIATED.sub(spell, part) if is_abbreviated(part) else re.escape(part.lower()) for part in parts)
    return regex(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)")
