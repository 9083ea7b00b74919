"""References to documents: one pass for type words and signs, then a small parser anchored at each hit.

A reference is a sign (`96-QĐ/TW`), a number (`Quy định số 96`), a name (`Luật Đất đai 2024`), a year (`Luật năm 2013`) or
points back, to one (`Nghị định này`) or several (`các Nghị định này`). What belongs to it (date, year, issuer) is read in
whatever order it stands. Linear in the text.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from regraph.model import RelationType
from regraph.pipeline.clean import View
from regraph.pipeline.dates import DATE, iso, year_of
from regraph.pipeline.issuers import Issuer, issuer_at, signs, with_seat
from regraph.pipeline.laws import amends, known_end, named, under_one_word
from regraph.pipeline.names import CAPITAL
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import Kind, alternatives, kinds, kinds_of_code, table

Form = Literal["sign", "number", "name", "year", "back", "group", "implied"]
Act = tuple[RelationType, bool]
"""What one document does to another, and whether only to some of what it says."""

POINTS_BACK = ("back", "group")

_LETTERS = "A-ZĐƯÂÔĂÊ"
_MIXED = "TTr|CTr|Ctr|TTg|QĐi|QyĐ|QTr|TBo|SLt|TrS|ĐKTr|SNgV"
_TORN = r"(?:N[ ]Đ|Q[ ]Đ|T[ ]T|N[ ]Q)(?=[ ]?-)"  # `175/2025/N Đ-CP`
_CODE = rf"(?>{_TORN}|UBTVQH[ ]\d\d?(?!\d)|QH[ ]\d\d?(?![\d/])|(?:{_MIXED}|[{_LETTERS}0-9&])+)"
_YEAR_DIGITS = r"(?:1[ ]?9|2[ ]?0)[ ]?\d[ ]?\d"
SIGN = (
    r"(?P<number>\d{1,5}(?:\.\d{1,3})?[a-zA-Z]?)(?:(?:-\d{1,3}){1,2}(?=:\d{4}/))?"
    rf"(?:[ ]?[/:][ ]?(?P<year>{_YEAR_DIGITS})(?=[ ]?[/-]|[{_LETTERS}]{{2,4}}[/-]|QH\d))?"
    rf"(?:[ ]?[-/][ ]?|[ ](?={_CODE}/)|(?<=\d{{4}})(?={_CODE}[/-]|QH\d))(?=[{_LETTERS}]){_CODE}"
    rf"(?:(?:[ ]?[-/][ ]?(?=[{_LETTERS}])|\.(?=[{_LETTERS}]{{2,}}(?![{_LETTERS}]*[a-zà-ỹ]))){_CODE})*"
    r"(?:-(?:19|20)\d\d(?![\d/]))?(?:\([A-Z]\d{1,2}\))?"
    rf"(?!{CAPITAL}|(?<=[-/ ][{_LETTERS}])[^\W\d_])"
)
"""A sign: `96-QĐ/TW`, `30/2020/NĐ-CP`, `93/CP`, `02-1:2019/BYT`; a space may have slipped in beside a mark or into the year."""
_NUMBER_WORD = r"(?:(?i:s[ốồổ])\s*(?:hiệu\s*)?:?\s*)"

# `28/2014TT/BYT`, `28/2014TT-BYT`, misprinted for `28/2014/TT-BYT`; `8/2025QH15`
_GLUED_YEAR = regex(rf"(\d+[a-zA-Z]?/\d{{4}})(?:(QH\d+)|([{_LETTERS}]+)[-/](.+))")
# `214/2025/NĐCP`
_GLUED_CODE = regex(rf"/(NĐ|QĐ|TT|NQ|CT)(CP|TTg|UBND|HĐND|NHNN|B[{_LETTERS}]{{1,9}})$")
# The initials of who wrote a news text, behind its last sign: `178/2024/NĐ-CP.PTT`
_INITIALS = regex(r"(?<=-CP|TTg)\.[A-ZĐ]+$")
_SIGNED = regex(rf"\s*{_NUMBER_WORD}?{SIGN}")
BARE_SIGN = regex(rf"(?<![\w/.,-])(?:[Ss]ố\s*:?\s*)?{SIGN}")
_NUMBERED = regex(
    r"(?:[ ]+|[ ]*\n(?=(?i:số)[ ]|\d{2,5}(?:/\d{4})?[ ](?:của|năm|ngày)[ ]))"
    r"(?P<said>(?i:s[ốồ])[ ]*:?[ ]*)?(?P<number>\d{1,5})(?:[/:](?P<year>(?:19|20)\d\d))?(?![\w/%]|[.,:-]\d|[ ]*[-/][ ]*\d)"
    r"(?!\s+(?:năm|tháng|tuần|ngày)(?!\s+(?:\d|nay|trước|ngoái)))"  # `Kế hoạch 05 năm`
)
MANY = regex(r"(?<!\w)(?:các|những|(?:cả\s+)?(?P<count>hai|ba|bốn|sáu|0[2-9]))\s+$")
"""What stands before a type word that means several documents."""
_SEPARATES = regex(r"\s*(?:,\s*và|,|;|và)\s+")
_SPACED_NUMBERS = regex(r"(?:[ ]+\d{1,3}){2,5}(?![\w/%:]|[.,-]\d)")
_NEXT_NUMBER = regex(r"\s*(?:,\s*và|,|;|và)\s+(?:(?i:số)\s+)?(?P<number>\d{1,4})(?![\w/%:]|[.,-]\d|\s*[-/]\s*\w)")
_AFTER_BARE_NUMBER = regex(
    r"\s*(?:$|[,.;:()”\"?!\n]"
    r"|(?:ngày|năm|của|về|quy định|hướng dẫn|nêu|thì|và|có|đã|được|là|cũng|tại|này"
    r"|ban hành|thay thế|ra đời|yêu cầu|cho|không|trong)(?!\w))"
)
_AFTER_PADDED_NUMBER = regex(r"(?<!\d)0\d\s*\(")  # `Kế hoạch 02 (tại Phụ lục)`
_BACK = regex(
    r"\s+(?:này|trên đây|nêu trên|nói trên|ấy"
    r"|trên(?=\s*(?:$|[.,;:)”\"?!])|\s+(?:có|phải|đã|được|bị|thì|và|của|là|để|cũng|sẽ|cho|còn|chưa|không|do|theo|với|về|đều|đang)\s))(?!\w)"
)
# What news call by its being new: `Thông tư mới quy định …`
_NEW = regex(r"\s+mới(?!\s+(?:nhất|về|ban|được|ra|có|đây|này|sẽ|nào|thay|sửa)|\w)")
# `Nghị quyết A hoặc Nghị quyết mới quy định …`: one that is still to be made
_STILL_TO_BE_MADE = regex(r"(?:hoặc|(?:khi|nếu)\s+có|sớm\s+(?:có|ban\s+hành))\s+$")
_SENTENCE_OF_ITS_OWN = regex(r"[ ]*\n\s*Ngày")
_DATED = regex(r"\s*,?\s*(?:ký\s+|ban hành\s+)?ngày\s*(?:ngày\s+)?" + DATE)
# `Nghị định số A; ngày … của Chính phủ`, `Nghị định số A của Chinh phu ngày …`: a slip before the day
_DATED_AFTER_SLIP = regex(
    r"(?:\s*;|\s+của\s+(?P<body>(?:(?!(?:về|tại|theo|được|có|cấp|trước|sau|từ|đến|kể|vào|trong|hết|luật|nghị)\s)[^\W\d_]+\s+){2,7}?))"
    rf"\s*ngày\s+{DATE}(?(body)|(?=\s+của\s))"
)
_YEAR = regex(r"\s*,?\s*(?P<opened>\(\s*)?(?:năm\s*)?(?P<year>(?:19|20)\d\d)(?![\d/])(?(opened)\s*\))")
# `Hướng dẫn 25-HD/BTCTW 2023 của Ban Tổ chức Trung ương`
_SAID_YEAR = regex(r"(?:\s*năm\s*(?P<year>(?:19|20)\d\d)(?![\d/])|\s+(?P<plain>(?:19|20)\d\d)(?=\s+của\s))")
# `Thông tư liên tịch số A ngày … giữa Bộ B và Bộ C`
_OF = regex(r"\s*,?\s*(?:của|giữa)\s+")
# `của Hội nghị lần thứ bảy Ban Chấp hành Trung ương khóa XII`, `(Hội nghị) Trung ương 6 khóa XII`
_OF_A_PLENUM = regex(
    r"\s*,?\s*(?:của\s+)?hội\s+nghị\s+(?:lần\s+thứ\s+\w+(?:\s+(?!ban|trung)\w+)?\s*,?\s*(?:của\s+)?)?"
    r"(?P<body>ban\s+chấp\s+hành\s+trung\s+ương(?:\s+đảng)?|trung\s+ương(?:\s+đảng)?)"
    r"(?:\s+(?:lần\s+thứ\s+\w+|\d{1,2}))?(?:\s*,?\s*\(?\s*khóa\s+[ivx]+\)?)?(?!\w)"
)
_NAME_SIGN = regex(
    r"\s*(?:,(?!\s*(?:Luật|Bộ))|\()?\s*(?:Luật\s+|Bộ luật\s+)?"
    rf"(?:{_NUMBER_WORD}|(?=\d+/\d{{4}}/(?:QH|UBTVQH|PL)))\s*{SIGN}(?:\s*\))?"
)
_REVISED_BY_SIGN = regex(r"\s+sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?(?=\s+số\s*:?\s*\d)")
# Resolutions called by the plenum of the Central Committee that passed them, with its number.
_ASSEMBLY = regex(
    r"[ ]+(?:(?:Hội nghị[ ])?(?:lần thứ[ ]\w+[ ](?:Ban Chấp hành[ ])?)?Trung ương(?:[ ]Đảng)?(?:[ ]\d{1,2})?"
    r"[ ,(]{1,2}khóa[ ][IVX]+\)?)(?!\w)"
)
_KIND_AND_YEAR = regex(r"\s+(?:năm\s+)?(?P<year>(?:19|20)\d\d)(?![\d/])")
_LOWER_NEEDS = regex(r"(?:\s+\S+)?\s*(?:s[ốồ]\s*:?\s*)?\d")
# `hướng dẫn thi hành một số điều của luật thủy sản, luật giá`
_ARTICLES_OF = regex(r"(?<!\w)(?:điều\s+của|luật\s[^.;]{2,60}(?:,|\svà))\s+$")
_DRAFT = regex(
    r"(?:dự\s+thảo|dự\s+án|(?<!bộ\s)(?<!sở\s)(?<!luật\s)(?<!đã\s)(?:xây\s+dựng|soạn\s+thảo)|trình\s+[^,.;]{0,30}?(?:ban\s+hành|thông\s+qua|xem\s+xét))"
    r"\s+(?:lần\s+\S+\s+)?(?:các\s+)?$"
)


@dataclass(slots=True)
class Reference:
    """A place in the view that refers to a document; ``start`` to ``end`` runs from the type word to the issuer's end.

    ``name`` is what a law is called (`Đất đai`), ``amending`` marks a law named by what it amends, ``announced`` the name
    under which an act is issued (`Quốc hội ban hành Luật A`). ``title`` is the subject that follows (`về việc …`), ``within``
    the reference whose title holds this one, ``same_title`` those before it in a list that bear the title too. ``unsure``
    marks a number that is one only if a document of that kind and number stands in the text. ``reach`` is the end of all that
    belongs to it; ``modifies`` the document that it is said to have amended, by its ``from_part``; ``acts`` what was done to
    it, ``acts_on`` to which part where the verb tells one, ``earlier_acts`` what others of its provisions did; ``members`` the
    documents that a group means, one reference each.
    """

    start: int
    end: int
    form: Form
    kind: str
    number: str | None = None
    symbol: str | None = None
    year: str | None = None
    issued: str | None = None
    issued_at: tuple[int, int] | None = None
    issuer: Issuer | None = None
    name: str | None = None
    name_end: int = 0
    amending: bool = False
    announced: bool = False
    title: str | None = None
    title_at: tuple[int, int] | None = None
    draft: bool = False
    unsure: bool = False
    within: Reference | None = field(default=None, repr=False)
    same_title: list[Reference] = field(default_factory=list, repr=False)
    bears_title_of: Reference | None = field(default=None, repr=False)
    modifies: Reference | None = field(default=None, repr=False)
    from_part: str | None = None
    acts: tuple[Act, ...] = ()
    acts_on: str | None = None
    earlier_acts: tuple[tuple[Act, str], ...] = ()
    reach: int = 0
    members: list[Reference] = field(default_factory=list, repr=False)


@cache
def _type_words() -> tuple[AhoCorasick, tuple[Kind, ...]]:
    names = list(kinds())
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), tuple(kinds()[name] for name in names)


_NO_LAW = regex(r"(?:pháp|kỷ|kỉ)[ ]+$|(?:PHÁP|KỶ|KỈ)\s+$")


_CHANGES_LAW = frozenset(
    ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết", "Nghị quyết liên tịch", "Lệnh", "Sắc lệnh", "Sắc luật")
)
_BELOW_DECREES = frozenset(("Thông tư", "Thông tư liên tịch", "Kế hoạch", "Công văn", "Thông báo", "Hướng dẫn"))
_PLANS = frozenset(("Kế hoạch", "Chương trình", "Đề án"))
_NORMS = frozenset(("Nghị quyết", "Thông tư", "Thông tư liên tịch"))
_ONLY_PROPOSES = frozenset(("Tờ trình", "Báo cáo", "Biên bản"))
_OF_THE_PARTY = frozenset(("Nghị quyết", "Kết luận", "Quy định", "Chỉ thị", "Thông báo"))
LAWS = frozenset(("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"))
"""What only the National Assembly and its committee issue."""


def may_change(kind: str, changed: str) -> bool:
    """Whether a document of one kind can amend, replace or end one of another: a law only by the National Assembly's acts.

    What submits or reports (`Tờ trình về việc bãi bỏ …`) changes nothing itself, and a plan no norms.

    After Luật Ban hành văn bản quy phạm pháp luật 80/2015/QH13, Điều 12, and 64/2025/QH15, Điều 8.

    >>> may_change("Luật", "Luật"), may_change("Nghị định", "Luật"), may_change("Nghị định", "Quyết định")
    (True, False, True)
    """
    if kind in _ONLY_PROPOSES or (changed == "Nghị định" and kind in _BELOW_DECREES):
        return False
    if kind in _PLANS and changed in _NORMS:
        return False
    return changed not in LAWS or kind in _CHANGES_LAW


_CIRCULARS = ("Thông tư", "Thông tư liên tịch")
RANK = {"Hiến pháp": 0, "Bộ luật": 1, "Luật": 1, "Pháp lệnh": 2, "Nghị định": 3, "Quyết định": 4} | dict.fromkeys(_CIRCULARS, 5)
"""What stands above what, the highest first; how high a decision stands its kind alone does not tell."""
_RANKED = RANK.keys() - {"Quyết định"}


def may_guide(kind: str, guided: str) -> bool:
    """Whether a document of one kind can guide one of another: one that stands above it, a circular also another circular.

    >>> may_guide("Nghị định", "Luật"), may_guide("Nghị định", "Thông tư"), may_guide("Tờ trình", "Luật")
    (True, False, False)
    """
    if {kind, guided} <= _RANKED:
        return RANK[guided] < RANK[kind] or (kind in _CIRCULARS and guided in _CIRCULARS)
    return may_carry_out(kind) and kind not in LAWS


def may_carry_out(kind: str) -> bool:
    """Whether a document of a kind carries out others: in `Tờ trình … ban hành Nghị quyết thực hiện Luật A` that would do so."""
    return kind not in _ONLY_PROPOSES


def is_later(reference: Reference, other: Reference) -> bool:
    """Whether a reference is to a document of a later day or year than another, whose title then cannot hold it.

    >>> is_later(Reference(0, 1, "sign", "Luật", year="2020"), Reference(0, 1, "sign", "Luật", issued="2019-12-31"))
    True
    """
    if reference.issued and other.issued:
        return reference.issued > other.issued
    day, before = reference.issued or reference.year, other.issued or other.year
    return bool(day and before and day[:4].isdigit() and before[:4].isdigit()) and day[:4] > before[:4]  # type: ignore[index]


def references(view: View) -> list[Reference]:
    """Every reference of the text, in order, without overlap.

    >>> from regraph.pipeline.clean import clean
    >>> [found] = references(clean("theo Quy định số 96-QĐ/TW, ngày 02/02/2023 của Bộ Chính trị"))
    >>> found.symbol, found.issued, found.issuer.name
    ('96-QĐ/TW', '2023-02-02', 'Bộ Chính trị')
    """
    found: list[Reference] = []
    at = 0
    lower, length = view.lower, len(view.lower)
    words, kind_of = _type_words()
    for n, start, end in words.find_matches_as_indexes(lower):
        if start < at or (start and lower[start - 1].isalnum()) or (end < length and lower[end].isalnum()):
            continue
        reference = _typed(view, start, end, kind_of[n])
        if reference is not None:
            found.append(reference)
            if reference.form == "number":
                found.extend(_further_numbers(view, reference, bool(MANY.search(lower, max(0, start - 10), start))))
            elif reference.form == "name" and reference.name and not reference.amending and view.text[start].isupper():
                found.extend(_further_names(view, reference, end))
            at = found[-1].end
    return _with_whole_signs(_with_codes_in_short(view, _with_short_kinds(view, _with_bare_signs(view, found))))


def _with_whole_signs(found: list[Reference]) -> list[Reference]:
    """The references, each sign that was cut off, or has lost its hyphens, as the text writes it in full elsewhere.

    `12/2020/TT` and `12/2020/TTBYT` are `12/2020/TT-BYT` when no other sign of that kind, number and year begins so.
    """
    alike: dict[tuple[str, str | None, str | None], dict[str, list[Reference]]] = defaultdict(lambda: defaultdict(list))
    for reference in found:
        if reference.form == "sign" and reference.symbol:
            alike[reference.kind, reference.number, reference.year][reference.symbol].append(reference)
    for signs_of_number in alike.values():
        if len(signs_of_number) == 1:
            continue
        codes = {symbol: _CODES.findall(symbol) for symbol in signs_of_number}
        in_order = sorted(("".join(letters), symbol) for symbol, letters in codes.items())
        for symbol, those in signs_of_number.items():
            first = bisect_left(in_order, ("".join(codes[symbol]), ""))
            near = in_order[first : first + _MOST_ALIKE]  # what a sign is part of follows it
            whole = [other for _, other in near if _is_part(codes[symbol], codes[other])]
            if len(whole) == 1 and not _days_differ(those, signs_of_number[whole[0]]):
                for reference in those:
                    reference.symbol = whole[0]
    return found


_MOST_ALIKE = 8
_CODES = regex(rf"[{_LETTERS}a-z]+\d*")


def _is_part(codes: list[str], whole: list[str]) -> bool:
    """Whether the codes of a sign are those of another without their end or their hyphens; `UB` is whole beside `UBND`."""
    letters, others = "".join(codes), "".join(whole)
    if letters == others:
        return len(codes) < len(whole)
    return others.startswith(letters) and codes[-1] != "UB"


def _days_differ(some: list[Reference], others: list[Reference]) -> bool:
    days = {r.issued for r in some if r.issued}
    told = {r.issued for r in others if r.issued}
    return bool(days and told) and not days & told


def _further_numbers(view: View, first: Reference, many: bool) -> Iterator[Reference]:
    """The members of `các Quy định số 96, 97 và 102`; a sign at the end of such a list is that of all: `số 187, 188-KL/TW`.

    Without a word that means ``many`` they are unsure, and so are numbers with spaces alone between them: `Nghị quyết 70 71 72`.
    """
    listed = [first]
    while (following := _NEXT_NUMBER.match(view.text, listed[-1].end)) and _AFTER_BARE_NUMBER.match(view.lower, following.end()):
        number, end = following["number"], following.end()
        unsure = first.unsure or not many
        listed.append(Reference(following.start("number"), end, "number", first.kind, number=number, unsure=unsure))
    mark = _SEPARATES.match(view.text, listed[-1].end) if many or len(listed) > 1 else None
    if mark and (signed := BARE_SIGN.match(view.text, mark.end())):
        rest = "".join(view.text[signed.end("number") : signed.end()].split())
        for reference in listed:
            reference.form, reference.symbol, reference.year = "sign", f"{reference.number}{rest}", year_of_sign(signed)
            reference.unsure = False
    elif len(listed) == 1 and (spaced := _SPACED_NUMBERS.match(view.text, first.end)):
        numbers = [int(first.number or 0), *map(int, spaced[0].split())]
        if all(a < b for a, b in itertools.pairwise(numbers)):
            for one in re.finditer(r"\d+", spaced[0]):
                at = spaced.start() + one.start()
                listed.append(Reference(at, at + len(one[0]), "number", first.kind, number=one[0], unsure=True))
    else:
        _extended(view, listed[-1])
    yield from listed[1:]


def implied_at(view: View, at: int) -> Reference | None:
    """A document told only by its kind and year, or by its kind and that it came before, at a position: `Quyết định năm 2012`.

    >>> from regraph.pipeline.clean import clean
    >>> found = implied_at(clean("thay thế Quyết định năm 2012 về phí"), 8)
    >>> found.kind, found.year
    ('Quyết định', '2012')
    """
    said = _implied().match(view.lower, at)
    if said is None:
        return None
    return Reference(said.start("kind"), said.end(), "implied", kinds()[" ".join(said["kind"].split())].name, year=said["year"])


@cache
def _implied() -> re.Pattern[str]:
    names = alternatives(name for name, kind in kinds().items() if kind.by_number)
    return re.compile(
        rf"\s+(?:cho\s+)?(?P<kind>{names})\s+(?:(?:ban\s+hành\s+)?(?:từ\s+)?năm\s+(?P<year>(?:19|20)\d\d)(?!\d)"
        r"|(?:đã\s+)?(?:ban\s+hành\s+)?(?:trước\s+đây|trước\s+đó|hiện\s+hành|cũ)(?!\w))"
    )


def spoken_between(references: list[Reference], start: int, end: int) -> Iterator[Reference]:
    """The references that begin from ``start`` to ``end`` (exclusive), in order; ``references`` are sorted."""
    for i in range(bisect_left(references, start, key=lambda r: r.start), len(references)):
        if references[i].start >= end:
            return
        yield references[i]


def _typed(view: View, start: int, end: int, kind: Kind) -> Reference | None:
    """The reference whose type word stands from ``start`` to ``end``, or None when the word is only a word."""
    text, lower = view.text, view.lower
    capital = text[start].isupper()
    if kind.name == "Luật" and (  # `pháp luật`, `kỷ luật`
        _NO_LAW.search(lower, max(0, start - 8), start) or _NO_LAW.search(text, max(0, start - 8), start)
    ):
        return None
    if not capital and not _LOWER_NEEDS.match(lower, end):
        if kind.name in LAWS and _ARTICLES_OF.search(lower, max(0, start - 80), start) and known_end(view, end):
            return _named(view, start, end, kind)
        return _pointing_back(view, start, end, kind)
    if signed := _SIGNED.match(text, end):
        return _extended(view, _signed(start, signed, kind.name))
    if not capital:
        return _numbered_in_small_letters(view, start, end, kind)
    if back := _pointing_back(view, start, end, kind):
        return back
    if kind.name == "Nghị quyết" and (assembly := _ASSEMBLY.match(text, end)):
        return _extended(view, Reference(start, assembly.end(), "name", kind.name, name=view.words(end, assembly.end())))
    if kind.name in ("Luật", "Bộ luật", "Pháp lệnh") and (year := _KIND_AND_YEAR.match(lower, end)):
        return Reference(start, year.end(), "year", kind.name, year=year["year"])
    if kind.by_name and (named := _named(view, start, end, kind)):
        return named
    if kind.by_number and not lower.endswith("mẫu ", 0, start) and (numbered := _NUMBERED.match(text, end)):
        reference = Reference(start, numbered.end(), "number", kind.name, number=numbered["number"], year=numbered["year"])
        follows = _AFTER_BARE_NUMBER.match(lower, numbered.end()) or _AFTER_PADDED_NUMBER.match(lower, numbered.end() - 2)
        bare = follows and not _YEAR.fullmatch(numbered["number"])
        sure = numbered["said"] or numbered["year"] or bare
        reference.unsure = not sure
        return _extended(view, reference)
    return None


def _numbered_in_small_letters(view: View, start: int, end: int, kind: Kind) -> Reference | None:
    """`nghị quyết 05 của Bộ Chính trị`, in newspapers; without its issuer only where the text has a document of that number."""
    numbered = _NUMBERED.match(view.text, end) if kind.by_number else None
    if numbered is None or (kind.everyday and not numbered["said"]) or not _AFTER_BARE_NUMBER.match(view.lower, numbered.end()):
        return None
    reference = Reference(start, numbered.end(), "number", kind.name, number=numbered["number"], year=numbered["year"])
    reference = _extended(view, reference)
    reference.unsure = reference.issuer is None
    return reference


def _pointing_back(view: View, start: int, end: int, kind: Kind) -> Reference | None:
    back = _BACK.match(view.lower, end)
    if back is None and view.text[start].isupper() and not kind.everyday:
        back = _NEW.match(view.lower, end)
        if back and any(before.search(view.lower, max(0, start - 60), start) for before in (_STILL_TO_BE_MADE, _DRAFT)):
            back = None
    if back is None:
        return None
    many = MANY.search(view.lower, max(0, start - 10), start)
    if many and kind.everyday and view.text[start].islower():  # `các quy định này` are what documents say
        return None
    return Reference(start, back.end(), "group" if many else "back", kind.name)


def _signed(start: int, signed: re.Match[str], kind: str) -> Reference:
    sign = "".join(signed[0][signed.start("number") - signed.start() :].split())
    sign = sign if "(" in sign else sign.rstrip(")")
    sign = _INITIALS.sub("", sign)
    if glued := _GLUED_YEAR.fullmatch(sign):
        sign = f"{glued[1]}/{glued[2] or f'{glued[3]}-{glued[4]}'}"
    sign = _GLUED_CODE.sub(r"/\1-\2", sign)
    if kind == _STANDARD:
        sign = f"QCVN{sign}"
    return Reference(start, signed.end(), "sign", kind, number=signed["number"], symbol=sign, year=year_of_sign(signed))


_STANDARD = "Quy chuẩn kỹ thuật quốc gia"
"""Its sign begins with the letters that texts write as its type word: `QCVN 97:2025/BNNMT`."""


def year_of_sign(signed: re.Match[str]) -> str | None:
    """The year in a sign, without the spaces that have slipped into it (`35/2 018/QH14`)."""
    return "".join(signed["year"].split()) if signed["year"] else None


def _named(view: View, start: int, end: int, kind: Kind) -> Reference | None:
    """A law, the Constitution or a charter by its name; a sign, year or date may follow the name."""
    if kind.name in LAWS and (revised := _REVISED_BY_SIGN.match(view.lower, end)):  # `Luật sửa đổi, bổ sung số 9/2025/QH15`
        signed = _NAME_SIGN.match(view.text, revised.end())
        return _extended(view, _signed(start, signed, kind.name)) if signed else None
    if kind.name in LAWS and (amending := amends(view, end)):
        draft = bool(_DRAFT.search(view.lower, max(0, start - 60), start))
        return Reference(start, amending, "name", kind.name, amending=True, draft=draft)
    called = named(view, start, end, kind.name)
    if called is None:
        return None
    reference = Reference(start, called.end, "name", kind.name, name=called.name, year=called.year, name_end=called.end)
    if called.year is None and (year := _YEAR.match(view.lower, called.end)):
        reference.year, reference.end = year["year"], year.end()
    if signed := _NAME_SIGN.match(view.text, reference.end):
        sign = _signed(start, signed, kind.name)
        reference.form, reference.number, reference.symbol = "sign", sign.number, sign.symbol
        reference.year = reference.year or sign.year
        reference.end = signed.end()
    return _extended(view, reference)


def _further_names(view: View, first: Reference, end: int) -> Iterator[Reference]:
    """The members of `các luật: Đất đai, Nhà ở`, whose type word ends at ``end``."""
    for start, name_end in under_one_word(view, first.start, end, first.end):
        name = view.words(start, name_end)
        yield _extended(view, Reference(start, name_end, "name", first.kind, name=name, name_end=name_end))


def _extended(view: View, reference: Reference) -> Reference:
    """The reference with the date, year and issuer that follow it, each once, in any order."""
    if reference.symbol is None:  # what has a number was issued: `đã trình Chính phủ ban hành Nghị định số …`
        reference.draft = bool(_DRAFT.search(view.lower, max(0, reference.start - 60), reference.start))
    while True:
        end = reference.end
        dated = _DATED.match(view.lower, end) if reference.issued_at is None else None
        if dated and not _SENTENCE_OF_ITS_OWN.match(view.text, end):
            reference.issued, reference.issued_at, reference.end = iso(dated), (dated.start("day"), dated.end()), dated.end()
        elif reference.year is None and reference.issued_at is None and (year := _SAID_YEAR.match(view.lower, end)):
            reference.year, reference.end = year["year"] or year["plain"], year.end()
        elif reference.issuer is None and reference.kind in _OF_THE_PARTY and (of := _OF_A_PLENUM.match(view.lower, end)):
            body = of.span("body")
            reference.issuer, reference.end = Issuer(view.words(*body), *body, of.end()), of.end()
        elif reference.issuer is None and (of := _OF.match(view.lower, end)) and (issuer := issuer_at(view, of.end())):
            if reference.kind == "Điều lệ" and reference.form == "name":
                return reference  # `Quy định thi hành Điều lệ Đảng của Ban Chấp hành Trung ương`: a congress passes a charter
            if reference.kind in LAWS and not _PASSES_LAWS.match(issuer.name.lower()):
                return _without_day(view, reference)  # `quy định chi tiết Luật A ngày … của Bộ B`: of who wrote the other act
            issuer = with_seat(view, issuer) if reference.kind in _LETTERS_OF_OFFICES else issuer
            reference.issuer, reference.end = issuer, issuer.mention_end
        elif reference.issuer is None and (issuer := _of_plenum(view, end) or _signer(view, reference)):
            reference.issuer, reference.end = issuer, issuer.mention_end
        elif reference.form == "sign" and (slipped := _after_slip(view, reference)):
            reference.issued, reference.end = iso(slipped), slipped.end()
            reference.issued_at = (slipped.start("day"), slipped.end())
        else:
            return reference


def _after_slip(view: View, reference: Reference) -> re.Match[str] | None:
    """The day behind a semicolon, or behind a body whose name is misprinted, which is then not told."""
    if reference.issued_at is not None or reference.issuer is not None or reference.kind in LAWS:
        return None
    dated = _DATED_AFTER_SLIP.match(view.lower, reference.end)
    return dated if dated and (dated["body"] is None or view.text[dated.start("body")].isupper()) else None


# `Nghị quyết số 1-NQ/TW ngày … (của) Hội nghị lần thứ ba Ban Chấp hành Trung ương khóa XIII`
_PLENUM = regex(r"\s*,?\s+(?:(?:của|tại)\s+)?hội\s+nghị\s+(?:lần\s+thứ\s+\w+,?\s+)?(?=(?:ban\s+chấp\s+hành\s+)?trung\s+ương)")
_PASSES_LAWS = regex(r"quốc\s+hội|ủy\s+ban\s+thường\s+vụ|ubtvqh|hội\s+đồng\s+nhà\s+nước|chủ\s+tịch|nước")
_ABOUT = regex(r"\s+(?:về|quy\s+định|hướng\s+dẫn|ban\s+hành|sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|phê\s+duyệt)(?!\w)")


def _without_day(view: View, reference: Reference) -> Reference:
    if reference.issued_at is not None:
        before = view.lower[reference.start : reference.issued_at[0]].rstrip()
        reference.end = reference.start + len(before.removesuffix("ngày").rstrip(" ,"))
        reference.issued = reference.issued_at = None
    return reference


def _of_plenum(view: View, end: int) -> Issuer | None:
    plenum = _PLENUM.match(view.lower, end)
    return issuer_at(view, plenum.end()) if plenum else None


def _signer(view: View, reference: Reference) -> Issuer | None:
    """Who the sign tells, named right behind the day: `số 1/2013/TT-BCT ngày 31/12/2013 Bộ trưởng Bộ Công Thương quy định …`."""
    if reference.issued_at is None or reference.symbol is None or not view.text.startswith(" ", reference.end):
        return None
    issuer = issuer_at(view, reference.end + 1)
    named = issuer is not None and signs(reference.symbol, issuer.name) and _ABOUT.match(view.lower, issuer.mention_end)
    return issuer if named else None


def _with_bare_signs(view: View, typed: list[Reference]) -> list[Reference]:
    """The typed references and, between them, the signs that stand without a type word (`số 113/2011/NĐ-CP`)."""
    found: list[Reference] = []
    i = 0
    at = 0
    for signed in bare_signs(view):
        while i < len(typed) and typed[i].start <= signed.start():
            found.append(typed[i])
            at = max(at, typed[i].end)
            i += 1
        if signed.start() < at or (i < len(typed) and signed.end() > typed[i].start):
            continue
        dated = _DATED.match(view.lower, signed.end())
        before = found[-1] if found else None
        kind = kind_of_sign(signed, before, year_of(dated) if dated else None)
        if (
            kind is None
            and dated
            and before
            and before.kind in _LETTERS_OF_OFFICES
            and _SEPARATES.fullmatch(view.text, before.end, signed.start())
        ):
            kind = before.kind  # `các Văn bản: số 41/SNV-TC ngày …, số 57/SNV-TC ngày …`
        if (
            kind is None
            or not STANDS_ALONE.search(signed[0])
            or FORM.search(view.lower, max(0, signed.start() - 12), signed.start())
        ):
            continue
        start = signed.start()
        called = (
            _CALLED_BEFORE.search(view.text, max(at, start - _LONGEST_CALL), start)
            if _NUMBER_SAID.match(view.text, start)
            else None
        )
        if called and (named := _called_kind(called, signed)):
            kind, start = named, called.start()
        elif (short := _SHORT_WORD.search(view.text, max(at, start - _LONG_CODE), start)) and kinds()[
            kind.lower()
        ].short == short["word"]:
            start = short.start()
        reference = _extended(view, _signed(start, signed, kind))
        found.append(reference)
        at = reference.end
    found.extend(typed[i:])
    return found


# `Báo cáo tiếp thu số …`, `Báo cáo giải trình, tiếp thu số …`, `Nghị quyết Ban hành nội quy kỳ họp Quốc hội số …`
_NUMBER_SAID = regex(r"[Ss]ố")
_LONGEST_CALL = 90
_CALLED_BEFORE = regex(
    r"(?<!\w)(?P<kind>[A-ZĐ][a-zà-ỹđ]+(?:[ ][a-zà-ỹđ]+)?)(?:,?[ ]"
    r"(?!(?:tại|theo|của|và|có|được|này|bằng|do|ngày|với|trên|trong|là|đã|về|nêu|thì)[ ])[^\W\d_]+){1,12}[”\"]?[ ]$"
)


_SHORT_WORD = regex(rf"(?<![\w/.-])(?P<word>[{_LETTERS}]{{2,4}})[ ]$")  # `NĐ 30/2020/NĐ-CP`


def _called_kind(called: re.Match[str], signed: re.Match[str]) -> str | None:
    """The kind whose name a phrase before a sign begins with, when it is one that the sign's first code may stand for."""
    kind = kinds().get(called["kind"].lower()) or kinds().get(called["kind"].split()[0].lower())
    if kind is None or not kind.by_number or kind.name in LAWS:
        return None
    letters = first_code(signed)
    return kind.name if letters and kind.name in kinds_of_code(letters) else None


_LONG_CODE = 5


@cache
def _kinds_in_short() -> tuple[re.Pattern[str], Mapping[str, tuple[str, ...]]]:
    """The code of a kind with a number (`NQ 57`, `NĐ 30/2020`), and the kinds that each code stands for."""
    meant: dict[str, list[str]] = {}
    for kind in dict.fromkeys(kinds().values()):
        for code in kind.codes:
            if kind.by_number and len(code.letters) < _LONG_CODE:
                meant.setdefault(code.letters, []).append(kind.name)
    number = r"(?P<number>\d{1,4})(?:/(?P<year>(?:19|20)\d\d))?(?![\w/%:]|[.,-]\d|[ ]?[-/][ ]?\w)"
    first = "".join(sorted({code[0] for code in meant}))
    rest = "|".join(sorted({re.escape(code[1:]) for code in meant}, key=len, reverse=True))
    pattern = rf"(?P<code>[{first}](?<![\w/.-].)(?:{rest}))[ ]?(?:số[ ]?)?{number}"
    return re.compile(pattern), {code: tuple(names) for code, names in meant.items()}


_DECREE = "NĐ"


def _with_short_kinds(view: View, known: list[Reference]) -> list[Reference]:
    """The references and, between them, those to documents of the text by the code of their kind: `NQ 57`, `NĐ 30/2020`.

    A decree is told by its number and year, for only the Government issues them, so that it need not be named otherwise.
    """
    named = {(r.kind, number, year) for r in known if r.number and (number := r.number.lstrip("0")) for year in (None, r.year)}
    if not named and _DECREE not in view.text:
        return known
    pattern, meant = _kinds_in_short()
    found: list[Reference] = []
    for short in pattern.finditer(view.text):
        number = short["number"].lstrip("0")
        kind = next((name for name in meant.get(short["code"], ()) if (name, number, short["year"]) in named), None)
        told = kind is None and short["code"] == _DECREE and short["year"] is not None
        if name := meant[_DECREE][0] if told else kind:
            found.append(Reference(*short.span(), "number", name, number=short["number"], year=short["year"], unsure=not told))
    return _with_those_between(known, found)


_CODE = "BL"


@cache
def _codes_in_short() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The initials of a code of law, and the name that they stand for."""
    names: dict[str, str] = table("laws")["codes"]
    return re.compile(rf"(?<![\w/-])(?:{alternatives(names)})(?![\w/-])"), names


def _with_codes_in_short(view: View, known: list[Reference]) -> list[Reference]:
    """The references and, between them, those to codes of law by their initials: `BLLĐ năm 2019`."""
    if _CODE not in view.text:
        return known
    pattern, names = _codes_in_short()
    found: list[Reference] = []
    for short in pattern.finditer(view.text):
        code = Reference(*short.span(), "name", "Bộ luật", name=names[short[0]], name_end=short.end())
        if year := _YEAR.match(view.lower, short.end()):
            code.year, code.end = year["year"], year.end()
        found.append(code)
    return _with_those_between(known, found)


def _with_those_between(known: list[Reference], found: list[Reference]) -> list[Reference]:
    if not found:
        return known
    starts = [r.start for r in known]
    apart = [r for r in found if (i := bisect_left(starts, r.end)) == 0 or known[i - 1].end <= r.start]
    return sorted([*known, *apart], key=lambda r: r.start)


# Looking for marks and then back for a number is ten times faster than looking for numbers, of which laws are full.
_MARK = regex(rf"[-/](?=[ ]?[{_LETTERS}])")
_BEFORE_MARK = regex(
    r"(?<![\w/.,-])(?:[Ss]ố\s*:?\s*)?\d{1,5}(?:\.\d{1,3})?[a-zA-Z]?(?:[ ]?[/:][ ]?(?:19|20)\d\d)?"
    rf"(?:[ ][{_LETTERS}]{{1,4}}|[ ])?$"
)


def bare_signs(view: View) -> Iterator[re.Match[str]]:
    """Every sign of the text, with a type word before it or not."""
    at = 0
    for mark in _MARK.finditer(view.text):
        if mark.start() < at:
            continue
        before = _BEFORE_MARK.search(view.text, max(0, mark.start() - 28), mark.start())
        signed = BARE_SIGN.match(view.text, before.start()) if before else None
        if signed is not None:
            yield signed
            at = signed.end()


FORM = regex(r"(?:mẫu|biểu|phụ lục|hợp đồng)\s+(?:số\s+)?$")
# A sign without a type word has an issuer's code too (`05-HD` alone is a form), or is one of the old short ones.
STANDS_ALONE = regex(r"[-/.]\s?[^-/.\d]+\d*[-/.]|/(?:CP|TTg|HĐBT|SL|QH\d*|UBTVQH\d*)$|-(?:CP|TTg|HĐBT)$")
# The offices of a province that write letters: `5155/SGDĐT-GDTX`, `1890/STP-VB`.
_DEPARTMENT = regex(rf"S[{_LETTERS}]{{2,}}")
_LETTERS_OF_OFFICES = ("Công văn", "Văn bản")
_FIRST_CODE = regex(rf"{_MIXED}|[{_LETTERS}]+")


def kind_of_sign(signed: re.Match[str], before: Reference | None, year: int | None = None) -> str | None:
    """The kind that a bare sign's first code stands for: that of the reference before it when the code allows, as in a list.

    Of a sign of a known ``year`` it is a kind that bore the code then, if there was one.
    """
    letters = first_code(signed)
    year = int(year_of_sign(signed) or 0) or year
    names = (kinds_of_code(letters, year) or kinds_of_code(letters)) if letters else ()
    if not names and letters and _DEPARTMENT.fullmatch(letters):
        names = ("Công văn",)
    if before is not None and (before.kind in names or _tail(before.symbol) == _tail(signed[0])):
        return before.kind
    return names[0] if names else None


def _tail(sign: str | None) -> str | None:
    """What follows the number of a sign, year apart: `/NĐ-CP`."""
    return re.sub(r"^\D*\d+[a-zA-Z]?(?:/\d{4})?", "", sign.replace(" ", "")) if sign else None


def first_code(signed: re.Match[str]) -> str | None:
    """The letters of a sign that stand for its kind: `NĐ` of `30/2020/NĐ-CP`."""
    code = _FIRST_CODE.search(signed[0], signed.start("number") - signed.start())
    return code[0] if code else None
