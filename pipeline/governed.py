"""What a verb governs: the documents listed behind it or before it, each with the part of it that is meant."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from regraph.pipeline.clean import View
from regraph.pipeline.itemized import heads_documents, items
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS, spelled_out
from regraph.pipeline.references import POINTS_BACK, Reference, is_later
from regraph.pipeline.units import (
    BY_A_FORM,
    DESCRIBED,
    ITEM_MARK,
    PROVISIONS_BEFORE,
    SEPARATOR,
    part_before,
    provisions_in,
    without_asides,
)

Governed = tuple[Reference, str | None]
"""A document and the part of it that is meant, None for the whole."""

# `sửa đổi Điều 26 của Quy chế … ban hành kèm theo Nghị định số …`: what a document promulgates is part of it
_WHOLE = r"(?:quy\s+chế|quy\s+định|quy\s+trình|quy\s+tắc|điều\s+lệ|chương\s+trình|đề\s+án|kế\s+hoạch|nội\s+quy|hướng\s+dẫn)(?!\w)"
_ISSUED_WITH = r"(?:(?:ban\s+hành\s+)?kèm(?:\s+theo)?|ban\s+hành\s+theo)\s+(?:các\s+)?$"
_ANNEX = regex(
    rf"\s*(?P<what>(?:[^.;:\n]|\.(?=\d)){{0,300}}?(?<!\w)(?:{_WHOLE}|(?:danh\s+mục|định\s+mức|bảng|biểu|phụ\s+lục|mẫu|điều\s+\d)(?!\w))"
    rf"(?:[^.;:\n]|\.(?=\d)){{0,300}}?)\s+(?:được\s+)?{_ISSUED_WITH}"
)
# What a document consists of but for its first articles (`Quy chế …`, with its capital): without it nothing is left.
_ALL_OF_IT = regex(
    r"(?:[Tt]oàn bộ )?(?:nội dung )?(?:các |bản )?(?:Quy|Điều lệ|Chương trình|Đề án|Kế hoạch|Nội quy|Hướng dẫn)(?!\w*ết)"
)
# In a clause, what a document promulgates may be named at length: `Các Điều 1 và 2 những quy định về …; về … ban hành kèm theo A`
_LONG_ANNEX = regex(rf"\s*(?:các\s+)?(?P<what>(?:{PROVISIONS.pattern})[^.:\n]{{0,1200}}?)\s+(?:được\s+)?{_ISSUED_WITH}")
_KEM_THEO = regex(_ISSUED_WITH)
_AMENDS = regex(r"(?:sửa\s+đổi|bổ\s+sung)(?!\w)")
# `danh mục thủ tục hành chính kèm theo Quyết định số …`: procedures are no provisions
_PROCEDURES = regex(r"(?<!\w)(?:tthc|thủ\s+tục\s+hành\s+chính|quy\s+trình\s+(?:nội\s+bộ|điện\s+tử))(?!\w)")
# `các văn bản sau đây:`, `điều, khoản, điểm tại các Thông tư sau:`, with the documents on the lines below
_ANNOUNCES = regex(
    r"\s*(?:(?:toàn\s+bộ|một\s+phần|một\s+số|nội\s+dung|các|những|\(?\d{1,2}\)?|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)\s+)*"
    r"(?:văn\s+bản|luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|quyết\s+định|thông\s+tư|quy\s+định|quy\s+chế|kết\s+luận|chỉ\s+thị"
    r"|hướng\s+dẫn|kế\s+hoạch|điều|khoản|điểm|nội\s+dung|phụ\s+lục)(?!\w)[^.:;\n]{0,200}:"
)
_COLON = regex(r"\s*:(?=\s*\n)")
_OF_ALL = regex(
    r"\s*(?P<what>(?:(?:các|những|một\s+số)\s+)?(?:quy\s+định|nội\s+dung)\s.{2,300}?)\s+(?:tại|của|trong)\s+(?:các|những|\d+)\s+"
    r"(?:văn\s+bản|luật|pháp|nghị|thông|quyết|chỉ)"
)
_IN_PART = regex(r"\s*(?P<what>một\s+phần)(?!\w)")
_MEMBER = regex(
    rf"\s*(?:(?:và|các|những|toàn\s+bộ)\s+)*(?:(?:{PROVISIONS.pattern})\s*,?\s*(?:(?:của|tại|trong|thuộc)\s+)?(?:các\s+)?)?"
)
# Words that no title holds: what they stand in is a clause of its own.
_NEW_CLAUSE = regex(
    r":|(?<!\w)(?:thì|phải|nếu|mà|khi|vẫn|tiếp\s+tục|có\s+hiệu\s+lực|hết\s+hiệu\s+lực|chịu\s+trách\s+nhiệm|trừ)(?!\w)"
)
_AND = regex(r"\s*(?:,|và(?!\w))")
_LONGEST_TAIL = 600
_LONGEST_TITLE = 1000


@dataclass(frozen=True, slots=True)
class Way:
    """How a list is to be read.

    ``loose`` lets any words stand before the first member, ``annexes`` a name of what was promulgated with one; ``ends`` when the
    verb ends what it governs; ``item`` when the list is one of several lines, ``clause`` when it is a clause up to its verb,
    ``attribute`` when the verb tells what a member of another list does, ``preamble`` when it opens a regulation.
    """

    loose: bool = False
    ends: bool = False
    annexes: bool = False
    item: bool = False
    clause: bool = False
    attribute: bool = False
    preamble: bool = False


_OPENS_ANEW = regex(r"\s*(?:Thực hiện|Triển khai|Trên cơ sở|Xét|Theo)\s")
_LOOSE = Way(loose=True)
_ITEM = Way(ends=True, annexes=True, item=True)
_CLAUSE = Way(ends=True, annexes=True, clause=True)


def behind(view: View, level: list[Reference], start: int, end: int, way: Way) -> list[Governed]:
    """The references of ``level`` between two positions that a verb ending at ``start`` governs, each with the part meant."""
    announced = _announced(view, start, end)
    if announced is not None and not _named_within(level, start, announced):
        part = _OF_ALL.match(view.lower, start, announced) or (_IN_PART.match(view.lower, start, announced) if way.ends else None)
        of_all = view.words(*part.span("what")) if part else None
        if found := itemized(view, level, announced - 1, end, of_all, way.ends):
            return found
    return list(_members(view, level, start, end, way))


def _announced(view: View, start: int, end: int) -> int | None:
    """Where the words end that announce, behind a verb ending at ``start``, the documents on the lines below."""
    if announced := _ANNOUNCES.match(view.lower, start, end) or _COLON.match(view.text, start, end):
        return announced.end()
    _, line_end = view.line(start)
    return line_end if start < line_end < end and heads_documents(view, line_end) else None


def behind_unread(view: View, level: list[Reference], start: int, end: int, way: Way) -> list[Governed]:
    """The list that goes on behind a semicolon, when its first members are called in words that are not read as documents."""
    i = bisect_left(level, start, key=lambda r: r.start)
    if i == len(level) or level[i].start >= end:
        return []
    mark = view.text.rfind(";", start, level[i].start)
    if not 0 <= mark - start < _LONGEST_TAIL or _NEW_CLAUSE.search(view.lower, start, mark):
        return []
    return behind(view, level, mark + 1, end, way)


_LOCATED = regex(
    rf"[^.:\n]{{0,900}}?(?:quy\s+định|nêu)\s+tại\s+(?:các\s+)?(?:{PROVISIONS.pattern})\s*,?\s*(?:(?:của|tại|thuộc)\s+)?(?:các\s+)?"
)


def located(view: View, level: list[Reference], start: int, end: int) -> list[Governed]:
    """The documents that a verb is about by a provision of theirs: `hướng dẫn chế độ đối với người quy định tại Điều 1 của A`."""
    first = next((r for r in level if r.start >= start), None)
    if first is None or first.start >= end or not _LOCATED.fullmatch(view.lower, start, first.start):
        return []
    return list(_members(view, level, start, end, _LOOSE))


# What joins the verbs that share what stands behind the last: `sửa đổi khoản 1 và bãi bỏ khoản 2 Điều 5 của A`.
_JOINS = regex(r"\s*[,;]?\s*(?:và|đồng\s+thời|hoặc)?\s*$")


def shared(view: View, level: list[Reference], at: tuple[int, int, int], end: int) -> list[Governed]:
    """What a verb shares with the next one, each with its own provisions; ``at`` is its end and where the next stands."""
    start, until, following = at
    if until - start > _LONGEST_TAIL or _begins_within(level, start, following):
        return []
    joint = _JOINS.search(view.lower, start, until)
    runs = _runs(view, start, joint.start() if joint else until)
    said, _ = without_asides(view, start, until)
    if not runs or not _ONLY_PROVISIONS.fullmatch(said):
        return []
    found = behind(view, level, following, end, _CLAUSE)
    if not found:
        return []
    behind_next = _runs(view, following, found[0][0].start)
    together = spelled_out(" và ".join([*runs, *behind_next]))
    own = together[: len(together) - len(spelled_out(" và ".join(behind_next)))]
    return [(found[0][0], "; ".join(own))]


_ONLY_PROVISIONS = regex(
    rf"\s*(?:(?:các|cụm\s+từ|tại|nội\s+dung)\s+)*(?:{PROVISIONS.pattern})(?:\s*(?:,|và|cụm\s+từ|tại)\s*(?:{PROVISIONS.pattern}))*"
    r"\s*[,;]?\s*(?:và|đồng\s+thời|hoặc)?\s*"
)


def _runs(view: View, start: int, end: int) -> list[str]:
    """The runs of provisions between two positions, as written."""
    said, written = without_asides(view, start, end)
    return [written[slice(*run.span())] for run in PROVISIONS.finditer(said)]


def itemized(
    view: View, level: list[Reference], colon: int, end: int, of_all: str | None = None, ends: bool = True
) -> list[Governed]:
    """The documents that the items below a colon begin with; ``of_all`` is the part that is meant where an item names none."""
    found: list[Governed] = []
    for first, last in items(view, colon):
        if last > end:
            break
        dotted = _DOTTED.match(view.lower, first, last)
        members = _members(view, level, dotted.end() if dotted else first, last, replace(_ITEM, ends=ends))
        if dotted:
            provisions = "; ".join(spelled_out(view.text[slice(*dotted.span("run"))]))
            members = ((reference, part or provisions) for reference, part in islice(members, 1))
        found.extend((reference, part or of_all) for reference, part in members)
    return found


# `Điều 25. Nghị định số …` in a list that goes on
_DOTTED = regex(rf"(?P<run>{PROVISIONS.pattern})\.\s+(?:của\s+)?")


def _begins_within(level: list[Reference], start: int, end: int) -> bool:
    i = bisect_left(level, start, key=lambda r: r.start)
    return i < len(level) and level[i].start < end


def _named_within(level: list[Reference], start: int, end: int) -> bool:
    """Whether a document is named between two positions, as none is in `… sau đây từ ngày Thông tư này có hiệu lực:`."""
    i = bisect_left(level, start, key=lambda r: r.start)
    return any(r.form not in POINTS_BACK for r in takewhile(lambda r: r.start < end, islice(level, i, None)))


def _members(view: View, level: list[Reference], start: int, end: int, way: Way) -> Iterator[Governed]:
    """The list that begins at ``start``: one document after another with nothing but what belongs to them between."""
    at = start
    of_all: str | None = None
    before: Reference | None = None
    n = 0
    for i in range(bisect_left(level, start, key=lambda r: r.start), len(level)):
        reference = level[i]
        if reference.start >= end:
            return
        if _in_quotes(view, at, reference.start):
            continue
        if before is not None:
            separator = SEPARATOR.match(view.lower, at, reference.start)
            begins = separator.end() if separator else _after_unread_title(view, at, before, reference, way)
            near = reference.start - at < _LONGEST_TITLE
            if begins is None and (way.ends or way.preamble) and near and not _NEW_CLAUSE.search(view.lower, at, reference.start):
                continue  # in a title that was not read
            if begins is None or (way.ends and (n == 1 or way.item) and _may_be_amended(view, before, reference)):
                return
            if way.attribute and ";" in view.text[at:begins]:
                return
            if way.preamble and _OPENS_ANEW.match(view.text, begins):
                return  # `Căn cứ A; Thực hiện B`
            if way.item and before.title_at and not _alike(before, reference):
                return  # `Quyết định A công bố thủ tục tại Nghị định B và Thông tư C`
            at = begins
        fits, part = part_before(view, at, reference.start, way.ends)
        if n == 0 and fits and way.annexes and _AND.match(view.lower, at):
            return  # `Luật A sửa đổi và Luật B`
        annex = _ANNEX.match(view.lower, at, reference.start) if way.annexes else None
        if annex is not None and BY_A_FORM.search(annex["what"]):
            annex = None
        if annex is None and way.clause and n == 0:
            annex = _LONG_ANNEX.match(view.lower, at, reference.start)
        if not fits and annex is not None:
            fits = not (way.ends and _PROCEDURES.search(annex["what"]))
            part = provisions_in(view, at, annex.end("what"))
            if part is None and way.ends:
                part = view.words(*annex.span("what")).rstrip(" ,")
        if not (fits or (way.loose and n == 0)):
            return
        if part is not None and _ALL_OF_IT.match(part) and _KEM_THEO.search(view.lower, at, reference.start):
            part = None
        if not fits:
            part = own_part(view, reference, at)
        elif n and part is None and of_all is not None and not PROVISIONS.match(of_all.lower()):
            part = of_all  # `các quy định về phí tại A và B`
        of_all, at, before, n = part, reference.reach, reference, n + 1
        if part is None and way.ends and (aside := _PART_ASIDE.match(view.lower, reference.end, _next_start(level, i, end))):
            part = view.words(*aside.span("what"))
        yield reference, part


# `bãi bỏ A về trường học (phần về mức chi)`
_PART_ASIDE = regex(r"[^.;:()\n]{0,300}?\(\s*(?P<what>(?:phần|nội\s+dung|các\s+quy\s+định)\s[^()\n]{5,300})\)")


def _next_start(level: list[Reference], i: int, end: int) -> int:
    return min(level[i + 1].start, end) if i + 1 < len(level) else end


def _alike(one: Reference, other: Reference) -> bool:
    """Whether two documents are of one kind; circulars of one body and of several are."""
    return one.kind.split(" liên tịch")[0] == other.kind.split(" liên tịch")[0]


def _may_be_amended(view: View, amending: Reference, reference: Reference) -> bool:
    """Whether what stands behind a semicolon may still be in the title of an amending document: `A sửa đổi B; C`."""
    title = amending.title_at
    if (
        title is None
        or not _AMENDS.match(view.lower, title[0])
        or not view.text[amending.reach : reference.start].startswith(";")
    ):
        return False
    return not is_later(reference, amending)


def _after_unread_title(view: View, at: int, before: Reference, reference: Reference, way: Way) -> int | None:
    """Where the next member of a list begins behind a semicolon, when what stands before may be the rest of a title.

    In a clause that ends in its verb it may begin behind `và` too.
    """
    mark = view.text.rfind(";", at, reference.start)
    if mark < 0 and way.clause and reference.symbol and before.symbol:
        mark = max(view.lower.rfind(" và ", at, reference.start) + len(" và"), len(" và") - 1)
        mark = mark if mark >= len(" và") + at else -1
    if reference.within is not None or mark < 0 or mark - at > _LONGEST_TAIL or _NEW_CLAUSE.search(view.lower, at, mark):
        return None
    if view.text.count("(", at, mark) > view.text.count(")", at, mark):
        return None
    item = ITEM_MARK.match(view.lower, mark + 1, reference.start)
    head = view.lower[item.end() if item else mark + 1 : reference.start]
    fits = _MEMBER.fullmatch(head) or DESCRIBED.fullmatch(head) or _ANNEX.fullmatch(head)
    return mark + 1 if fits else None


def _in_quotes(view: View, start: int, at: int) -> bool:
    """Whether a quotation that opens after ``start`` is still open at ``at``."""
    start += view.text.startswith('"', start)  # one that was open before
    return view.text.rfind("“", start, at) > view.text.rfind("”", start, at) or view.text.count('"', start, at) % 2 == 1


def own_part(view: View, reference: Reference, start: int) -> str | None:
    """The provisions named right before a reference, from ``start`` on."""
    listed = PROVISIONS_BEFORE.search(view.lower, start, reference.start)
    return "; ".join(spelled_out(view.text[listed.start() : reference.start])) if listed else None


_BEFORE_ENDED = regex(
    r"[)”\"]?\s*(?:(?:do\s+[^.;:\n]{3,100}?)?(?:,\s+liên\s+tịch\s+)?ban\s+hành|và\s+các\s+(?:văn\s+bản|quy\s+định)[^.;\n]{0,40}?\s+khác(?!\w)[^.;\n]{0,60}|,|sẽ|đã|cũng|đều|thì|cùng|đồng\s+thời|chính\s+thức|\s)*"
)
LABELS = regex(
    r"[\s“\"*#(-]*"
    r"(?:(?:điều|khoản|mục|chương)\s+\w+(?:[.:]\s*|\s+(?=bãi|hủy|thay|sửa|bổ|nay))|nay\s+|(?:\d{1,2}(?:\.\d+)*|[a-zđ]|[ivx]+)[.)]\s*)*"
    r"(?:(?:kể\s+)?từ\s+(?:ngày|khi|thời\s+điểm)\s+[^,;.\n]{0,120}?(?:hiệu\s+lực(?:\s+thi\s+hành)?|\d{4})\s*(?:,|thì(?!\w))\s*)?"
)
"""What stands before the words of an article or item: its label, and `Kể từ ngày …,`."""
# `các quy định trong A trái với Nghị định này đều bãi bỏ`: what is contrary in A ends, not A
_CONTRARY = regex(r"\s*(?:có\s+nội\s+dung\s+|mà\s+)?(?P<what>trái\s+với\s+(?:các\s+)?(?:quy\s+định\s+(?:của|tại|trong)\s+)?)$")
# `Các thủ tục hành chính công bố tại A; B hết hiệu lực`: the procedures end, not A and B
_OPENS_WITH_PROCEDURES = regex(
    rf"\s*(?:(?:các|những|toàn\s+bộ|nội\s+dung|danh\s+mục)\s+)*{_PROCEDURES.pattern}[^.;:\n]{{0,200}}?\s(?:tại|theo|trong)\s"
)
_UNREAD_TITLE = regex(r"\s+(?:của\s+[^.;:,]{3,80}?\s+)?(?=[^\W\d_])[^.;:]{3,400}")


def before(view: View, level: list[Reference], start: int, verb: int) -> list[Governed]:
    """The references of ``level`` that a clause ending in a verb at ``verb`` is about: `A và Điều 5 của B … hết hiệu lực`."""
    labels = LABELS.match(view.lower, start, verb)
    begins = labels.end() if labels else start
    if _OPENS_WITH_PROCEDURES.match(view.lower, begins, verb):
        return []
    norm = next((r for r in reversed(level) if r.reach <= verb), None)
    if norm is not None and norm.form == "back" and (contrary := _CONTRARY.search(view.lower, start, norm.start)):
        if not _BEFORE_ENDED.fullmatch(view.lower, norm.reach, verb):
            return []
        part = f"các quy định {view.words(contrary.start('what'), norm.end)}"
        return [(r, part) for r, _ in _backwards(view, level, start, contrary.start())]
    whole = list(_members(view, level, begins, verb, _CLAUSE))
    if (
        whole
        and whole[0][0].form != "back"
        and _reaches(view, whole[-1][0].reach, verb)
        and not _another_within(level, whole, verb)
    ):
        return whole
    return _backwards(view, level, start, verb)


# `Giấy phép cấp theo (Điều 5 của) A hết hiệu lực`: the permit ends, not A
_HANGS_ON = regex(
    rf"(?<!\w)(?:(?<!kèm\s)theo|tại|của|trong|bởi|bằng|với|cho|thuộc|căn\s+cứ|áp\s+dụng|trên)\s+(?:các\s+)?"
    rf"(?:(?:{PROVISIONS.pattern})\s*,?\s*(?:(?:của|tại|trong|thuộc)\s+)?(?:các\s+)?)?$"
)
_WAS_AMENDED_BY = regex(
    rf"(?<!\w)được\s+(?:sửa\s+đổi|bổ\s+sung)[^.;:\n]{{0,60}}?\s(?:bởi|tại|theo|bằng)\s+(?:(?:{PROVISIONS.pattern})\s+(?:của\s+|tại\s+)?)?[^,.;:\n]{{0,10}}$"
)


_SET_OUT_IN = regex(r"(?P<what>[^.,;:()\n]{2,200}?)(?<!theo)\s+(?:được\s+)?(?:quy\s+định|nêu)\s+(?:tại|trong)\s+(?:các\s+)?")


def ended_up_to(view: View, level: list[Reference], start: int, last: Reference) -> list[Governed]:
    """The list that a clause begins with, up to ``last``: A and the Điều 5 of B in `A và Điều 5 của B được thay thế bằng C`."""
    labels = LABELS.match(view.lower, start, last.start)
    begins = labels.end() if labels else start
    listed = list(_members(view, level, begins, last.end, Way(ends=True, annexes=True)))
    if listed and listed[-1][0] is last:
        return listed
    set_out = _SET_OUT_IN.fullmatch(view.lower, begins, last.start)
    return [(last, view.words(*set_out.span("what")))] if set_out else []


def _another_within(level: list[Reference], members: list[Governed], end: int) -> bool:
    """Whether a document stands between the last member of a list and a position that is none of the list's own."""
    listed = {r.symbol or r.name for r, _ in members}
    i = bisect_left(level, members[-1][0].reach, key=lambda r: r.start)
    return any((r.symbol or r.name) not in listed for r in level[i:] if r.start < end)


def _reaches(view: View, at: int, verb: int) -> bool:
    """Whether only the rest of a title stands between a member and the verb."""
    if _BEFORE_ENDED.fullmatch(view.lower, at, verb):
        return True
    return bool(_UNREAD_TITLE.fullmatch(view.lower, at, verb)) and not _NEW_CLAUSE.search(view.lower, at, verb)


def _backwards(view: View, level: list[Reference], start: int, verb: int) -> list[Governed]:
    """The members of a list read from the verb back, when other words stand before it in the sentence."""
    found: list[Governed] = []
    at = verb
    earlier = [r for r in level if r.end <= verb]
    for n, reference in reversed(list(enumerate(earlier))):
        gap = (
            SEPARATOR.match(view.lower, reference.reach, at)
            if found
            else _BEFORE_ENDED.fullmatch(view.lower, reference.reach, at)
        )
        if gap is None or reference.form == "back":
            break
        floor = earlier[n - 1].reach if n else start
        if separator := SEPARATOR.match(view.lower, floor, reference.start) if n else None:
            floor = separator.end()
        floor = max(floor, view.text.rfind(";", floor, reference.start) + 1)
        if found and not part_before(view, gap.end(), found[0][0].start)[0]:
            break
        if _WAS_AMENDED_BY.search(view.lower, start, reference.start):  # what it amended was not read
            return [member for member in found if member[1]]
        fits, part = part_before(view, floor, reference.start)
        if not fits and _HANGS_ON.search(view.lower, floor, reference.start):
            return []
        found.insert(0, (reference, part))
        at = reference.start
    return found
