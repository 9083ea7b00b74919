"""A reference with all that belongs to it, as in a list: provisions before it, title, asides and amendments after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from regraph.model import RelationType
from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS, UNIT, spelled_out
from regraph.pipeline.references import LAWS, Act, Reference, is_later, may_change
from regraph.pipeline.vocabulary import alternatives, table

_POINTED = regex(r"\s+(?:nêu|nói)\s+trên(?!\w)")
_ASIDE = regex(
    r"[”\"]?\s*\((?:trừ\s[^()]*|(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt|chung)?[^()]*|(?!(?:có\s+[^()]{3,20}?\s|(?:các\s+|một\s+số\s+)?cụm\s+từ\s(?:“[^”()]{1,120}”\s)?)?(?:đã\s+|được\s+|bị\s+)*(?:sửa\s+đổi|điều\s+chỉnh,?\s+bổ\s+sung|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính))(?=[^()]{0,60}số)[^()]{0,80})\)"
)


@cache
def _acts() -> tuple[dict[str, RelationType], re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What each verb does, and patterns for `A (đã) được sửa đổi, bổ sung (một số điều) bởi`, for `; Điều 2` and for one verb.

    The last pattern is a clause that leaves the document to the next one: `được sửa đổi bởi khoản 1 Điều 1, bổ sung bởi … B`.
    """
    verbs: dict[str, RelationType] = {verb: row["relation"] for row in table("relations")["act"] for verb in row["verbs"]}
    some = (
        r"(?P<some>có\s+(?:một\s+số\s+)?(?:nội\s+dung|cụm\s+từ|quy\s+định|điểm|khoản)\s+"
        r"|(?:các\s+|một\s+số\s+)?cụm\s+từ\s+(?:“[^”()]{1,120}”\s+)?(?=được\s|bị\s))?"
    )
    verb = rf"{some}(?P<voice>(?:đã\s+)?(?:được\s+|bị\s+))?(?P<verb>{alternatives(verbs)})(?!\w)"
    unnamed = re.sub(r"\?P<\w+>", "?:", verb)
    part = rf"(?P<part>{PROVISIONS.pattern}\s*(?:của\s+|tại\s+)?)?"
    in_force = r"(?:,?\s*có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+(?:ngày\s+)?\d[^,;()\n]{6,30})?"
    done = rf"{unnamed}(?:\s*(?:,|và)?\s*{unnamed})*"
    what = (
        r"(?:(?:một\s+(?:số|phần)|\d{1,3}|hai|ba|bốn|năm|nhiều)\s+(?:điều|khoản|điểm|nội\s+dung|quy\s+định)(?:,\s+(?:khoản|điểm|phụ\s+lục))*"
        rf"|một\s+phần|(?:các\s+)?điều\s+khoản|{PROVISIONS.pattern})"
    )
    by = r"\s*,?\s*(?:bởi|tại|theo|bằng)\s*(?:các\s+|quy\s+định\s+(?:tại|của)\s+)?"
    joined = r"\s*[,;]\s*(?:và\s+)?"
    amended = (
        rf"[”\"]?\s*,?\s*\(?\s*(?:ngày\s+[\d/.]+\s*)?{in_force}[\s,]*(?:và\s+)?"
        rf"(?P<earlier>(?:{done}(?:\s+{what})?{by}{PROVISIONS.pattern}{joined}){{0,4}})"
        rf"(?P<verbs>{done})(?:\s+(?P<object>{what}))?{by}(?P<colon>:\s*)?{part}"
    )
    clause = rf"(?P<verbs>{done})(?:\s+{what})?{by}(?P<part>{PROVISIONS.pattern}){joined}"
    of_part = part.removesuffix("?")
    listed = (
        rf"{in_force}\s*(?:(?:,\s*và|,|và)\s*(?:các\s+)?{part}|;\s*{of_part.replace('?P<part>', '?P<part_>')}"
        r"|(?P<semicolon>;)\s*(?:và\s+)?)"
    )
    return verbs, re.compile(amended), re.compile(listed), re.compile(verb), re.compile(clause)


def _what_was_done(said: str) -> tuple[Act, ...]:
    """The acts that the verbs of such a clause state, each once; `có nội dung` before verbs means some of the contents only."""
    verbs, _, _, one, _ = _acts()
    partly = False
    found: dict[tuple[RelationType, bool], None] = {}
    for act in one.finditer(said):
        partly = bool(act["some"]) or (partly and not act["voice"])
        wording = partly and bool(_WORDING.search(act["some"] or ""))
        found["amends" if wording else verbs[" ".join(act["verb"].split())], partly] = None
    return tuple(found)


def _in_part(act: Act) -> Act:
    """The act as one of several of one document, of which none ends all: what it also amends goes on."""
    relation, partly = act
    return relation, partly or relation in ("replaces", "repeals")


_MARKER = r"(?:\(\d{1,2}\)|\([a-zđ]\)|[a-zđ]\d?\)|\d{1,2}(?:\.\d+)*[.)]|[-+•*])"
SEPARATOR = regex(rf"[)”\"]?\s*(?:(?:[,;.]|và(?!\w)|cùng\s+với|đồng\s+thời|hoặc|\n)\s*)+(?:{_MARKER}\s*)?")
"""What stands between two members of a list, an item mark included."""

ITEM_MARK = regex(rf"\s*{_MARKER}(?=\s)")

_SCOPE_WORDS = (
    "các", "những", "một số", "một phần", "toàn bộ", "nội dung", "quy định", "điều khoản", "điều", "khoản", "điểm", "cụm từ",
    "biện pháp", "để", "tên gọi và",
    "việc", "thi hành", "thực hiện", "hướng dẫn", "chi tiết", "và", "của", "tại", "trong", "theo", "cho", "đối với", "văn bản",
    "quy phạm pháp luật", "dưới đây", "sau đây", "sau", "gồm", "có", "số", "tổ chức", "triển khai", "hiệu lực", "thời hạn",
    "áp dụng", "phụ lục", "nghị định",
    "thông tư", "quyết định", "nghị quyết", "luật", "pháp lệnh", "bao", "như", "vấn đề", "cụ thể", "hành",
    "nghiêm", "nghiêm túc", "hiệu quả", "kịp thời", "đồng bộ", "quyết liệt", "đầy đủ", "tốt", "thắng lợi",
)  # fmt: skip
# Possessive, for the words may be read in one way only: linear however many there are.
_SCOPE = regex(rf"(?:(?>(?:{alternatives(_SCOPE_WORDS)})(?!\w)|{_MARKER}(?=\s)|[,:;“\"(-]|\s+))*+")
_LONGEST_GAP = 1000
_NEAR = 300
PROVISIONS_BEFORE = regex(
    rf"(?:{PROVISIONS.pattern})\s*,?\s*(?:(?:của|tại|trong|thuộc|ban\s+hành\s+(?:kèm\s+)?theo)\s+)?(?:các\s+)?$"
)
# `Chương III Tiếp công dân của`, `Chương IX - Đào tạo của`, `Điều 1 và Điều 2 quy định về phí tại`
_HEADED = regex(
    rf"(?P<run>{PROVISIONS.pattern})(?:\s+(?P<dash>[-–]))?\s+(?P<matter>(?:quy\s+định\s+)?về\s+|quy\s+định\s+)?"
    r"(?P<heading>(?:(?!(?<!\w)(?:theo|như|bằng|thành|để|được|bị|kèm|phù|(?:điều|khoản|điểm)\s\d+)(?!\w))(?(matter)[^.;:()“”\"\n]|(?(dash)[^.;:()“”\"\n]|[^.,;:()“”\"\n]))){3,200}?)"
    r"\s+(?:của|tại|trong)\s+(?:các\s+)?$"
)
DESCRIBED = regex(
    r"\s*:?\s*(?P<what>(?:(?:các|những|một\s+số)\s+)?(?:quy\s+định|nội\s+dung|điều\s+khoản|(?:điều|khoản)\s+quy\s+định|phần|mẫu|biểu|phụ\s+lục)(?!\w)(?:(?!\s(?:phù\s+hợp\s+với|(?:thực\s+hiện|áp\s+dụng)\s+theo|nêu\s+trên|như\s+sau)(?!\w)).){2,800}?|một\s+phần\s+.{2,200}?)"
    r"(?:\s*,?\s+(?:được\s+|đã\s+|theo\s+)?(?:quy\s+định|nêu))?\s+(?:tại|của|trong|ban\s+hành\s+(?:kèm\s+)?theo)\s+(?:các\s+)?$",
    re.DOTALL,
)
BY_A_FORM = regex(r"(?<!\w)theo\s+(?:(?:các|quy\s+định\s+tại)\s+)?(?:mẫu|biểu|phụ\s+lục|danh\s+mục)(?!\w)")
"""What is done by the form that a document promulgates, which itself stays as it was: `bổ sung hồ sơ theo mẫu … kèm theo A`."""
# `các văn bản sau đây:` with the mark of the first item on the line below
_FIRST_ITEM = regex(rf"\s*(?:(?:các|những)\s+)?(?:{alternatives(_SCOPE_WORDS)}|\s)*+:\s*\n\s*{_MARKER}\s*")
# `Căn cứ các Nghị định của Chính phủ: số A …; số B …`
_ANNOUNCED = regex(
    r"\s*(?:các|những)\s+(?:văn\s+bản|luật|nghị\s+định|nghị\s+quyết|quyết\s+định|thông\s+tư|quy\s+định|kết\s+luận|chỉ\s+thị|hướng\s+dẫn|kế\s+hoạch)"
    r"\s+(?:sau\s+(?:đây\s+)?)?của\s+[^:;.\n]{3,80}:"
)
_SOME = regex(r"một\s+(?:phần|số\s+(?:điều|quy\s+định|nội\s+dung))")
SOME_OF_IT = "một số điều"
# `bãi bỏ các thông tư hướng dẫn A`: those end, not A
_GUIDANCE_ON = regex(
    r"(?<!\w)(?:văn\s+bản(?:\s+quy\s+phạm\s+pháp\s+luật)?|nghị\s+định|thông\s+tư|nghị\s+quyết|quyết\s+định)\s+"
    r"(?:quy\s+định\s+chi\s+tiết|hướng\s+dẫn|thi\s+hành)(?!\w)"
)
# `bãi bỏ các điều, khoản của A`, which the items below name
_BARE_UNITS = regex(
    r"(?<!\w)(?:điểm|khoản|điều)(?:\s*(?:,|và)\s*(?:điểm|khoản|điều|chương|mục|phụ\s+lục|cụm\s+từ))*\s+(?:của|tại|trong|thuộc)(?!\w)"
)
_BARE_ANNEX = regex(r"(?<!\w)phụ\s+lục(?=\s+(?:của|tại|trong|thuộc)(?!\w))")
# `bãi bỏ 2 điều và một số điểm, khoản của A`
_COUNT = r"(?:\d{1,3}|một(?:\s+(?:số|phần))?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nhiều)\s+"
_COUNTED_UNIT = r"(?:điểm|khoản|điều|chương|mục|phụ\s+lục|quy\s+định|nội\s+dung)(?!\w)"
_COUNTED = (
    rf"(?P<what>{_COUNT}{_COUNTED_UNIT}(?:\s*(?:,|và)\s*(?:{_COUNT}|các\s+)?{_COUNTED_UNIT})*)"
    r"\s+(?:của|tại|trong|thuộc)\s+(?:các\s+)?"
)
_ONLY_COUNTED = regex(rf"\s*{_COUNTED}")
_COUNTED_BEFORE = regex(rf"(?<!\w){_COUNTED}$")
_QUOTED = regex(r"“[^”]*”|\"[^\"]*\"")


def gather(view: View, references: list[Reference]) -> None:
    """Sets how far each reference reaches, and ties the acts that amended a document to it (``modifies``)."""
    for reference in references:
        reference.reach = max(reference.end, reference.title_at[1] if reference.title_at else 0)
        if reference.issuer and 0 < reference.issuer.start - reference.reach < len(" của  "):  # `Quyết định A về x của Bộ B`
            reference.reach = reference.issuer.mention_end
        if pointed := _POINTED.match(view.lower, reference.reach):
            reference.reach = pointed.end()
        if aside := _ASIDE.match(view.lower, reference.reach):
            reference.reach = aside.end()
    starts = [r.start for r in references]
    for i in range(len(references) - 1, -1, -1):  # the nearest document is the amended one: those nested in a title come first
        _gather_amending(view, references, starts, i)


def _gather_amending(view: View, references: list[Reference], starts: list[int], i: int) -> None:
    amended = references[i]
    at = begin = amended.end if amended.title_at and view.text.startswith(" (", amended.end) else amended.reach
    _, by, further, _, clause = _acts()
    acts: tuple[Act, ...] = ()
    acts_on: str | None = None
    closed = colon = False  # `được sửa đổi bởi: B; C` goes on behind semicolons
    last = amended
    n = i
    while (n := bisect_left(starts, at, n + 1)) < len(references):
        amending = references[n]
        if amending.start > at + 200:
            break
        if amending.modifies is not None:
            continue
        if not may_change(amending.kind, amended.kind):
            break
        bracketed = view.text[begin : begin + 2].lstrip().startswith("(") and not closed
        goes_on = bracketed and at != begin and view.text.startswith(";", at)
        found = by.fullmatch(view.lower, at + goes_on, amending.start)
        if found and at == amended.reach and view.text.startswith((",", " và "), at) and _amends_another(view, amended):
            break  # `A (được bổ sung bởi B, được bãi bỏ bởi C)`, `A được bổ sung bởi B và bị bãi bỏ bởi C`
        if found and _is_active(view, found) and not is_later(amending, amended):
            break
        if found:
            colon = found["colon"] is not None
            acts = _what_was_done(found["verbs"])
            on = view.words(*found.span("object")) if found["object"] else ""
            acts_on = "; ".join(spelled_out(on)) or on or None
            amending.earlier_acts = tuple(
                (act, "; ".join(spelled_out(view.text[slice(*done.span("part"))])))
                for done in clause.finditer(view.lower, *found.span("earlier"))
                for act in map(_in_part, _what_was_done(done["verbs"]))
            )
            acts = tuple(map(_in_part, acts)) if amending.earlier_acts else acts
        elif not closed and at != begin and amending.kind in (amended.kind, last.kind):
            found = further.fullmatch(view.lower, at, amending.start)
            if found and found["semicolon"] and not colon:
                break
        if found and last is not amended and (_of_its_own(view, amending) or _is_another_law(last, amending)):
            break  # `sửa đổi A đã được sửa đổi bởi B, C quy định về phí`
        if not found or (found.groupdict().get("part_") and last.from_part is None):
            break
        amending.modifies, amending.acts, amending.acts_on = amended, acts, acts_on
        last = amending
        if parts := found["part"] or found.groupdict().get("part_"):
            amending.from_part = "; ".join(spelled_out(view.text[amending.start - len(parts) : amending.start]))
        closed = view.text.startswith(")", amending.reach)  # `A (sửa đổi bởi B), C`: C is listed with A
        at = amending.reach + closed
    outer: Reference | None = amended
    while outer is not None and at > amended.reach:  # all whose words end here reach as far
        outer.reach = max(outer.reach, at)
        outer = outer.within if outer.within is not None and outer.within.reach >= amended.end else None


def _is_active(view: View, found: re.Match[str]) -> bool:
    """Whether verbs and object tell what the document before them does to a part of another: `A bãi bỏ khoản 1 Điều 5 tại B`."""
    return (
        found["object"] is not None
        and _AT.match(view.lower, found.end("object")) is not None
        and not _SUFFERED.search(view.lower, found.start(), found.end("verbs"))
    )


_AT = regex(r"\s*,?\s*tại\s")
_SUFFERED = regex(r"\(|(?<!\w)(?:được|bị|đã)\s")


def _of_its_own(view: View, listed: Reference) -> bool:
    """Whether the title of a document in a list of amending ones says that it sets out a matter of its own."""
    title = listed.title_at
    return title is not None and listed.kind not in LAWS and bool(_SETS_OUT.match(view.lower, title[0]))


def _is_another_law(amending: Reference, listed: Reference) -> bool:
    """Whether a law is called by its own name behind one that is not: `A được sửa đổi theo Luật số 9/2024/QH15, Luật Giá`."""
    return listed.kind in LAWS and _has_own_name(listed) and not _has_own_name(amending)


def _has_own_name(law: Reference) -> bool:
    return law.name is not None and not law.amending


_SETS_OUT = regex(r"(?:về\s+)?(?:việc\s+)?quy\s+định(?!\w)(?!.{0,200}(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ))")
_BY = regex(
    rf"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|đính\s+chính)(?:\s+một\s+số\s+\w+)?\s+(?:bởi|tại|theo|bằng)\s+(?:{PROVISIONS.pattern}\s*(?:của\s+|tại\s+)?)?(?:các\s+)?$"
)


def _amends_another(view: View, reference: Reference) -> bool:
    """Whether a document stands behind `bởi`, as one that did something to another."""
    return bool(_BY.search(view.lower, max(0, reference.start - 120), reference.start))


def part_before(view: View, start: int, end: int, ends: bool = False) -> tuple[bool, str | None]:
    """Whether only scope words, provisions or a described part stand between ``start`` and a reference at ``end``, and that part.

    With ``ends`` even `một số điều` is a part, for an act that ends a document ends no more of it than it says.

    >>> from regraph.pipeline.clean import clean
    >>> part_before(clean("khoản 2 Điều 5 của Luật"), 0, 19)
    (True, 'khoản 2 Điều 5')
    """
    if end - start > _LONGEST_GAP:
        return False, None
    if item := _FIRST_ITEM.match(view.lower, start, end):
        start = item.end()
    if announced := _ANNOUNCED.match(view.lower, start, end):
        start = announced.end()
    gap, written = without_asides(view, start, end)
    if _SCOPE.fullmatch(gap):
        if _GUIDANCE_ON.search(gap):
            return False, None
        if not ends:
            return True, None
        if _BARE_UNITS.search(gap) and not _SOME.search(gap):
            return True, SOME_OF_IT
        some = _SOME.search(gap) or _BARE_ANNEX.search(gap)
        return True, " ".join(some[0].split()) if some else None
    if counted := _ONLY_COUNTED.fullmatch(gap):
        return True, view.words(start + counted.start("what"), start + counted.end("what")) if ends else None
    if (_CHANGES_QUOTED.match(view.lower, start, end) or _WORDING.match(gap)) and (
        runs := [written[slice(*run.span())] for run in PROVISIONS.finditer(gap)]
    ):
        return True, "; ".join(dict.fromkeys(spelled_out(" và ".join(runs))))
    if listed := PROVISIONS_BEFORE.search(gap):
        before = gap[: listed.start()]
        if _SCOPE.fullmatch(before) or DESCRIBED.fullmatch(before.rstrip() + " "):
            return True, "; ".join(spelled_out(written[listed.start() :]))
    separators = _separators(gap)
    if separators and (named := _headed_each(gap[: separators[-1].start()], written)):
        if last := _LAST_ABOUT.fullmatch(gap, separators[-1].end()):
            return True, "; ".join([named, *spelled_out(written[slice(*last.span("run"))])])
        fits, part = part_before(view, start + separators[-1].end(), end, ends)
        if fits and part and (separators[-1][0] == ";" or PROVISIONS.fullmatch(part.lower())):
            return True, f"{named}; {part}"
    headed = _HEADED.search(gap)
    if headed and _SCOPE.fullmatch(gap, 0, headed.start()) and (headed["matter"] or written[headed.start("heading")].isupper()):
        return True, "; ".join(spelled_out(written[slice(*headed.span("run"))]))
    if (described := DESCRIBED.fullmatch(gap)) and not BY_A_FORM.search(described["what"]):
        return True, view.words(start + described.start("what"), start + described.end("what"))
    return False, None


_SOME_CONTENTS = regex(
    rf"(?<!\w)(?:một\s+(?:số|phần)|nhiều|\d{{1,3}})\s+{_COUNTED_UNIT}(?:\s*(?:,|và)\s*{_COUNTED_UNIT})*\s+(?:của|tại|trong|thuộc)\s+(?:các\s+)?"
    rf"(?:{PROVISIONS.pattern})\s*,?\s*(?:(?:của|tại|trong|thuộc|(?:ban\s+hành\s+)?kèm\s+theo)\s+)?(?:các\s+)?$"
)


def some_contents(view: View, start: int, end: int) -> bool:
    """Whether only some contents of the provisions right before a reference are meant.

    >>> from regraph.pipeline.clean import clean
    >>> some_contents(clean("một số điểm của khoản 2 Điều 5 Luật"), 0, 31)
    True
    """
    return bool(_SOME_CONTENTS.search(view.lower, max(start, end - _NEAR), end))


def some_of_it(view: View, start: int, end: int) -> str | None:
    """The words right before a reference that say how many of its provisions are meant, and not which: `một số điều của A`.

    >>> from regraph.pipeline.clean import clean
    >>> some_of_it(clean("bãi bỏ 2 điều của Luật"), 0, 18)
    '2 điều'
    """
    some = _COUNTED_BEFORE.search(view.lower, start, end)
    return view.words(*some.span("what")) if some else None


_ABOUT = r"(?:quy\s+định\s+)?về\s(?:(?!(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)(?!\w))[^.:;()“”\"\n]){3,200}"
_HEADED_UNIT = regex(rf"\s*(?:và\s+)?(?P<run>{PROVISIONS.pattern})(?:\s+(?P<heading>{_ABOUT}|[^.,:()“”\"\n]{{3,200}}))?")
_LAST_ABOUT = regex(rf"\s*(?P<run>{PROVISIONS.pattern})\s+{_ABOUT}\s+(?:của|tại|trong)\s+(?:các\s+)?")


# `Mục 1 Quy định chung; Mục 2 …`, `Điều 150 về tội mua bán người và Điều 151 về …`
_NEXT_HEADED = regex(rf";|(?:\s*,\s*(?:và\s+)?|\s+và\s+)(?=(?:{PROVISIONS.pattern})\s+(?:quy\s+định\s+)?về\s)")


_UNIT_ENDS = regex(rf"(?:{UNIT.pattern})$")


def _separators(gap: str) -> list[re.Match[str]]:
    """What parts the provisions that have a heading each; in `khoản 7, khoản 8 Điều 16 quy định về phí` nothing does."""
    return [
        found
        for found in _NEXT_HEADED.finditer(gap)
        if found[0] == ";" or not _UNIT_ENDS.search(gap, max(0, found.start() - 40), found.start())
    ]


def _headed_each(gap: str, written: str) -> str | None:
    """The provisions of a list of which each has its heading, or says what it is about."""
    named: list[str] = []
    first = UNIT.search(gap)
    at = first.start() if first and _SCOPE.fullmatch(gap, 0, first.start()) else 0
    for separator in (*_separators(gap), None):
        until = separator.start() if separator else len(gap)
        unit = _HEADED_UNIT.fullmatch(gap, at, until)
        if unit is None:
            return None
        heading = written[slice(*unit.span("heading"))]
        if heading and not heading[0].isupper() and not heading.startswith(("về ", "quy định về ")):
            return None
        named += spelled_out(written[slice(*unit.span("run"))])
        at = separator.end() if separator else until
    return "; ".join(named)


# What a new unit consists of: `Chương IVa gồm Điều 44a và Điều 44b`
_CONSISTS_OF = regex(rf"(?<!\w)(?:bao\s+)?gồm\s+(?:các\s+)?(?:{PROVISIONS.pattern})")
# What is put `vào sau khoản 2 Điều 7` is of that article, and `khoản 10 vào Điều 49` of it too; `Điều 5a vào Điều 5` is alone.
_NEXT_TO = regex(
    rf"(?<!\w)(?:vào\s+)?(?:liền\s+)?(?:ngay\s+)?(?:sau|trước)\s+(?:{UNIT.pattern})"
    r"|(?<!\w)vào(?=\s+(?:điểm|khoản|điều|mục|chương|phần|phụ\s+lục)\s)"
)
# The heading of a unit is of that unit: `tiêu đề khoản 5`, `tên Điều 6`.
_HEADING_OF = regex(
    r"(?<!\w)(?:tiêu\s+đề|tên(?:\s+gọi)?|đoạn\s+(?:mở\s+đầu|đầu|cuối)|câu\s+dẫn|phần\s+dẫn)(?:\s+(?:của|tại))?(?=\s+(?:điểm|khoản|điều|mục|chương|phần|phụ)\s)"
)
_INTO_ITS_LIKE = regex(r"(?P<put>(?P<unit>khoản|điểm|điều|mục|chương)\s+\w+\s+)vào\s+(?P=unit)\s+\w+")


def without_asides(view: View, start: int, end: int) -> tuple[str, str]:
    """The words between two positions, in lower case and as written, with blanks for quotations and for where a unit is put.

    >>> from regraph.pipeline.clean import clean
    >>> [" ".join(said.split()) for said in without_asides(clean("khoản 2a vào sau khoản 2 Điều 7"), 0, 31)]
    ['khoản 2a điều 7', 'khoản 2a Điều 7']
    """
    said = _CONSISTS_OF.sub(_blank, _QUOTED.sub(_blank, view.lower[start:end]))
    said = _INTO_ITS_LIKE.sub(lambda m: m["put"] + " " * (len(m[0]) - len(m["put"])), said)
    said = _BY_ITS_OWN.sub(_blank, said)
    said = _HEADING_OF.sub(_blank, _NEXT_TO.sub(_blank, said))
    if said == view.lower[start:end]:
        return said, view.text[start:end]
    return said, "".join(c if kept != " " else " " for c, kept in zip(view.text[start:end], said, strict=True))


# `thay thế Phụ lục 2 bằng Phụ lục 2 ban hành kèm theo Thông tư này`: the second is not of what is amended
_BY_ITS_OWN = regex(r"(?<!\w)bằng\s+(?:các\s+)?(?:phụ\s+lục|biểu|mẫu|danh\s+mục)[^.;:\n]{0,160}?\s(?:này|tương\s+ứng)(?!\w)")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def provisions_in(view: View, start: int, end: int) -> str | None:
    """The first run of provisions that stands between two positions, spelled out."""
    listed = re.compile(PROVISIONS.pattern).search(view.lower, start, end)
    return "; ".join(spelled_out(view.text[listed.start() : listed.end()])) if listed else None


# `bổ sung biện pháp “…” tại Điều 5`: what is quoted is part of what is named behind it
_CHANGES_QUOTED = regex(r"(?:(?!(?:bãi|hủy)\s+bỏ|thay\s+thế|sửa\s+đổi|bổ\s+sung)[^.;:\n“\"]){0,120}[“\"]")
_WORDING = regex(r"\s*(?:(?:các|một\s+số)\s+)?(?:cụm\s+từ|từ)(?!\w)")


def changes_wording(view: View, at: int) -> bool:
    """Whether what is changed at ``at`` is wording (`thay thế cụm từ “…”`), which amends and never ends a document."""
    return bool(_WORDING.match(view.lower, at))
