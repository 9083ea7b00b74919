"""What the sentences say of documents: who replaces, repeals, amends, guides or rests on whom.

A cue (`thay thế`) takes as objects the references that follow it with nothing but scope words and provisions between,
and as subject the document whose title holds it, the reference before it, or the regulation itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from regraph.model import Modality, RelationType
from regraph.pipeline.clean import View
from regraph.pipeline.provisions import PROVISIONS, spelled_out
from regraph.pipeline.references import POINTS_BACK, Reference, implied_at, spoken_between
from regraph.pipeline.sentences import Sentences
from regraph.pipeline.topics import Topics
from regraph.pipeline.understand import Cue, cue_words, cues
from regraph.pipeline.units import PROVISIONS_BEFORE, SEPARATOR, changes_wording, part_before, provisions_in
from regraph.pipeline.vocabulary import alternatives, kinds
from regraph.pipeline.wording import Wording, speaks_for


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two references of one text; ``source`` None is the regulation itself.

    ``partly`` when only some of the contents of ``to_part`` are meant, without saying which.
    """

    source: Reference | None
    relation: RelationType
    target: Reference
    from_part: str | None
    to_part: str | None
    start: int
    end: int
    rule: str
    modality: Modality
    partly: bool = False


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    inside: list[Reference]

    def near(self, cue: Cue) -> list[Reference]:
        """The references that a cue may speak of: those shortly before it and the list behind it, a bounded number."""
        first = bisect_left(self.inside, cue.start - _BEFORE, key=lambda r: r.start)
        last = bisect_left(self.inside, cue.end, key=lambda r: r.start) + _LONGEST_LIST
        return self.inside[first:last]


_BEFORE_ENDED = re.compile(
    r"[)”\"]?\s*(?:(?:do\s+[^.;:\n]{3,100}?)?(?:,\s+liên\s+tịch\s+)?ban\s+hành|và\s+các\s+(?:văn\s+bản|quy\s+định)[^.;\n]{0,40}?\s+khác(?!\w)[^.;\n]{0,60}|,|sẽ|đã|cũng|đều|thì|cùng|đồng\s+thời|chính\s+thức|\s)*"
)
_ENDER = re.compile(r"\s*,?\s*(?:thi\s+hành\s*)?(?:kể\s+)?từ\s+(?:ngày|khi|thời\s+điểm)\s+")
_ANNOUNCED = re.compile(r"(?:các|những|hai|ba|bốn|năm|sáu|mọi|\d+)\s+(?:văn\s+bản|nghị|quyết|thông|pháp|luật|chỉ|quy)[^.;]*$")
# `cho đến khi A được bãi bỏ`, `trước ngày A hết hiệu lực` tell no end
_WHEN = re.compile(
    r"(?<!\w)(?:khi|nếu|trường\s+hợp|(?:trước|từ|đến|tới|sau)\s+(?:ngày|khi|thời\s+điểm))\s+(?:mà\s+)?(?:các\s+|những\s+)?"
    rf"(?:(?:quy\s+định|nội\s+dung)\s+(?:tại|của)\s+)?(?:{PROVISIONS.pattern}\s+(?:của\s+|tại\s+)?)?$"
)
_DENIES = r"(?:có|các|những)\s+văn\s+bản|không|chưa|không\s+phải|chứ\s+không|xử\s+phạt|hình\s+phạt|phạt|bầu\s+cử|tuyển\s+dụng"
_NEGATED = re.compile(rf"(?:{_DENIES})\s+$")
_NEGATED_OR_SUFFERED = re.compile(rf"(?:{_DENIES}|(?<!\w)(?:được|bị))\s+$")
_PLANNED = re.compile(
    r"(?:dự\s+kiến|đề\s+xuất|kiến\s+nghị|nghiên\s+cứu|rà\s+soát|xem\s+xét|làm\s+cơ\s+sở|chưa\s+có|vẫn\s+chưa|chuẩn\s+bị|tham\s+mưu|trình\s+\S+\s+\S+)\s*,?\s*(?:\S+\s+){0,8}$"
)
_NEXT_TO = re.compile(
    r"\s*(?:đã|yêu\s+cầu|giao|cho\s+phép|cho|được\s+(?:[^.;:,\n]{3,60}?\s+)?(?:ký\s+)?(?:ban\s+hành|xây\s+dựng)"
    r"|ngày\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|nhằm|để|là\s+(?:văn\s+bản|những\s+văn\s+bản)|,|\s)*"
)
_FIRST_ARTICLE = re.compile(r"^[ #]*(?:điều\s+1[.:]|chương\s+i\b|i\.|1\.)", re.MULTILINE)
_LIST_LINE = re.compile(
    r"\n\s*(?:(?P<letter>[a-zđ]\d?\))|(?P<number>\d{1,2}(?:\.\d+)*[.)])|(?P<dash>[-+•*])|(?P<bracket>\(\w{1,2}\)))\s*"
)

_BEFORE = 4000
_LONGEST_LIST = 400
_LINES_ABOVE = 60

SOME_OF_IT = "một số điều"
_HAVE_PREDECESSORS = frozenset(("replaces", "repeals", "follows"))

# Relations whose cue is an everyday word too: the subject must stand beside it.
_BESIDE = frozenset(("guides", "implements", "consolidates", "extends"))


def relations(
    view: View,
    references: list[Reference],
    sentences: Sentences,
    quoted: list[Wording],
    regulation: bool,
    topics: Topics,
) -> list[Link]:
    """Every relation that the text states between documents.

    ``references`` in order, with titles and reach; ``regulation`` tells whether the text is itself a document, which then is
    the subject where none is named.
    """
    found: list[Link] = []
    first_article = at.start() if (at := _FIRST_ARTICLE.search(view.lower)) else len(view.text)
    for sentence in _sentences_to_read(view, references, sentences):
        whole = [(r.start, r.end) for r in sentence.inside if _apart(r, sentence)]
        taken: set[int] = set()
        for cue in cues(view.text, view.lower, sentence.start, sentence.end, whole):
            before = max(sentence.start, cue.start - 20)
            denied = _NEGATED_OR_SUFFERED if cue.form == "active" else _NEGATED
            if denied.search(view.lower, before, cue.start):
                continue
            wording = speaks_for(quoted, cue.start)
            for link in _links(view, references, sentence, cue, taken, regulation, cue.start < first_article, topics):
                taken.add(id(link.target))
                if wording is not None and link.source is None:
                    link = replace(link, source=wording.document, from_part=wording.part)
                found.append(link)
    found.extend(_acts(view, references, sentences, regulation))
    return found


def _apart(reference: Reference, sentence: _Sentence) -> bool:
    """Whether the reference is one token: within the sentence, and not named by a title that holds cues of its own."""
    named_by_title = reference.title_at is not None and reference.title_at[0] < reference.end
    return reference.start >= sentence.start and reference.end <= sentence.end and not named_by_title


def _sentences_to_read(view: View, references: list[Reference], sentences: Sentences) -> Iterator[_Sentence]:
    """The sentences with both a cue and a reference, each once, with the list that a colon at their end announces.

    A list may stand on the lines below its announcement, so the line that announces is looked at for each reference too.
    """
    at = i = 0
    for reference in references:
        if reference.start < at:
            continue
        for position in (_announcement(view, reference.start), reference.start):
            if position is None or position < at:
                continue
            start, end = sentences.at(position)
            if not cue_words().search(view.lower, start, end):
                at = max(at, start if position != reference.start else end)
                continue
            end = _with_list(view, end)
            at = max(end, position + 1)
            while i < len(references) and references[i].end <= start:
                i += 1
            j = i
            while j < len(references) and references[j].start < end:
                j += 1
            if j > i:
                yield _Sentence(start, end, references[i:j])


def _announcement(view: View, at: int) -> int | None:
    """The end of the line that announces, with a colon, the list whose item begins the line of a position."""
    start = view.text.rfind("\n", max(0, at - 200), at)
    for _ in range(_LINES_ABOVE):
        if start <= 0 or not _LIST_LINE.match(view.text, start):
            return None
        line = view.text[max(0, start - 2000) : start].rstrip()
        if line.endswith(":"):
            return max(0, start - 2000) + len(line) - 1
        start = view.text.rfind("\n", 0, max(0, start - 2000) + len(line))
    return None


def _with_list(view: View, end: int) -> int:
    """The end of the list of lines that follows a sentence ending in a colon, else ``end``."""
    if view.text[end - 1 : end] != ":":
        return end
    first = _LIST_LINE.match(view.text, end)
    if first is None or first.lastgroup is None:
        return end
    kind, at = first.lastgroup, end
    while (line := _LIST_LINE.match(view.text, at)) and line.lastgroup == kind:
        newline = view.text.find("\n", line.end())
        at = newline if newline >= 0 else len(view.text)
    return at


def _links(
    view: View,
    references: list[Reference],
    sentence: _Sentence,
    cue: Cue,
    taken: set[int],
    regulation: bool,
    preamble: bool,
    topics: Topics,
) -> Iterator[Link]:
    near = sentence.near(cue)
    # A heading stands on a line above its title, and is known by what its title holds.
    bearing = {id(r): (r.title_at, r) for n in near for r in (n.within, n) if r is not None and r.title_at is not None}
    holders = sorted((at, i) for i, (at, _) in bearing.items() if at[0] < cue.end <= at[1])
    holder = bearing[holders[-1][1]][1] if holders else None
    level = [r for r in near if r.within is holder and r.modifies is None]
    relation: RelationType = cue.relation
    if relation == "implements" and holder is not None and holder.kind == "Hướng dẫn":
        relation = "guides"  # `Hướng dẫn số … thực hiện Chỉ thị …`
    if cue.form == "passive":
        yield from _passive(view, references, level, sentence, cue, regulation)
        return
    subjects: list[Reference | None]
    if cue.form == "ended":
        subject, targets = _ended(view, level, sentence, cue)
        subjects = [subject]
        if subject is None and not regulation:
            return
    else:
        opening = regulation and (preamble or cue.form == "basis") and _begins_line(view, cue.start)
        if cue.form == "preamble" and not opening:
            return
        if changes_wording(view, cue.end) and relation in ("replaces", "repeals"):
            relation = "amends"
        if cue.form == "active" and _IS_OF_ANOTHER.match(view.lower, cue.end):
            return
        if view.lower[cue.start : cue.end] == "hướng dẫn" and _NOUN.match(view.lower, cue.end):
            return  # `hướng dẫn tại Thông tư A` is what A says
        if relation == "guides" and holder is not None and _OTHERS_GUIDE.search(view.lower, max(0, cue.start - 30), cue.start):
            return
        loose, ends = cue.loose and holder is not None, relation in ("repeals", "replaces")
        targets = list(_objects(view, level, cue.end, loose, ends, ends or relation == "amends"))
        if not targets and relation in _HAVE_PREDECESSORS and (implied := implied_at(view, cue.end)):
            targets = [(implied, None)]
        if not targets:
            return
        if opening and (cue.opens or cue.form in ("preamble", "basis")):
            subjects = [None]
        elif cue.form == "basis":
            subjects = _issued_next(view, level, targets[-1][0])
        else:
            subjects = _subjects(view, references, level, sentence, cue, holder, taken, regulation, topics)
    before = view.lower[max(sentence.start, cue.start - 90) : cue.start]
    for subject in subjects:
        for target, part in targets:
            if target is subject or target.form == "back":
                continue
            drafted = target.draft or (subject is not None and subject.draft)
            modality: Modality = (
                "draft"
                if drafted
                else "planned"
                if holder is None and _PLANNED.search(before)
                else "enacted"
                if regulation
                else "reported"
            )
            span = min(cue.start, target.start), max(cue.end, target.end)
            yield Link(subject, relation, target, None, part, *span, f"{cue.relation}.{cue.form}", modality)
            if cue.relation == "amends" and cue.form == "active" and "bãi bỏ" in view.lower[cue.start : cue.end]:
                some = part or SOME_OF_IT  # never the whole: `sửa đổi, bãi bỏ một số điều của A`
                yield Link(subject, "repeals", target, None, some, *span, "repeals.active", modality)


def _begins_line(view: View, at: int) -> bool:
    """Whether nothing but an item mark stands before the position on its line, or a semicolon ended what does."""
    line = view.text.rfind("\n", max(0, at - 100), at) + 1
    before = view.text[line or max(0, at - 100) : at].rstrip()
    return before.endswith(";") or (bool(line or at <= 100) and not before.strip(' -+*•_“"').removesuffix("Nay"))


# `sửa đổi các nghị định quy định chi tiết Luật A`: those guide, not what amends them
_OTHERS_GUIDE = re.compile(r"(?:các|những)\s+(?:nghị\s+định|thông\s+tư|văn\s+bản|nghị\s+quyết|quyết\s+định)\s+$")
# `thực hiện theo hướng dẫn tại A` cites A; `hướng dẫn sửa đổi, bổ sung A` amends it
_NOUN = re.compile(r"\s+(?:tại|của)\s")
_IS_OF_ANOTHER = re.compile(r"\s+(?:theo(?!\w)|(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)(?!\w))")
# `sửa đổi Điều 26 của Quy chế … ban hành kèm theo Nghị định số …`: what a document promulgates is part of it
_ANNEX = re.compile(
    r"\s*(?P<what>[^.;:\n]{0,200}?(?<!\w)(?:quy\s+chế|quy\s+định|quy\s+trình|quy\s+tắc|danh\s+mục|định\s+mức|chương\s+trình|điều\s+lệ|bảng"
    r"|biểu|phụ\s+lục|mẫu|hướng\s+dẫn|đề\s+án|kế\s+hoạch|nội\s+quy|điều\s+\d)(?!\w)[^.;:\n]{0,200}?)\s+(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s+$"
)


def _objects(
    view: View, level: list[Reference], start: int, loose: bool = False, ends: bool = False, annexes: bool = False
) -> Iterator[tuple[Reference, str | None]]:
    """The references after ``start`` that a cue governs, each with the part of it that is meant.

    ``loose`` lets any words stand before the first, ``annexes`` a name of what was promulgated with it; ``ends`` is said of
    acts that end what they govern.
    """
    at = start
    n = 0
    of_all: str | None = None
    for reference in level:
        if reference.start < start or _in_quotes(view, at, reference.start):
            continue
        if n:
            separator = SEPARATOR.match(view.lower, at, reference.start)
            if separator is None:
                return
            at = separator.end()
        fits, part = part_before(view, at, reference.start, ends)
        if not fits and annexes and n == 0 and (annex := _ANNEX.match(view.lower, at, reference.start)):
            fits, part = True, provisions_in(view, at, annex.end("what"))
            if part is None and ends:
                part = view.words(*annex.span("what"))
        if not (fits or (loose and n == 0)):
            return
        if not fits:
            part = _own_part(view, reference, at)
        elif n and part is None and not _names_provision(of_all):
            part = of_all  # `các quy định về phí tại A và B`
        of_all = part
        yield reference, part
        n += 1
        at = reference.reach


def _names_provision(part: str | None) -> bool:
    return part is None or bool(PROVISIONS.match(part.lower()))


def _in_quotes(view: View, start: int, at: int) -> bool:
    """Whether a quotation that opens after ``start`` is still open at ``at``."""
    return view.text.rfind("“", start, at) > view.text.rfind("”", start, at)


def _subjects(
    view: View,
    references: list[Reference],
    level: list[Reference],
    sentence: _Sentence,
    cue: Cue,
    holder: Reference | None,
    taken: set[int],
    regulation: bool,
    topics: Topics,
) -> list[Reference | None]:
    """Who does what an active cue says; None is the regulation itself, an empty list nobody that is named."""
    if holder is not None:
        return [holder, *holder.same_title]
    if cue.form == "topic":
        since = sentence.start - _BEFORE
        spoken = [
            r
            for r in spoken_between(references, since, sentence.start)
            if r.within is None and r.form not in (*POINTS_BACK, "year")
        ]
        return [spoken[-1]] if spoken else []
    before = [r for r in level if r.reach <= cue.start and id(r) not in taken]
    semicolon = view.text.rfind(";", max(sentence.start, cue.start - _BEFORE), cue.start)
    if before and semicolon > before[-1].reach and not view.lower[semicolon + 1 : cue.start].strip(" \nvà"):
        pass  # `A sửa đổi B; thay thế C`: the list of acts goes on
    elif semicolon >= 0:
        before = [r for r in before if r.reach > semicolon]
    if not regulation and (topic := _bare_kind(view, topics, sentence, cue)):
        return [topic]
    own = [r for r in before if r.form == "back"]
    if cue.relation in _BESIDE:
        beside = [r for r in before if _NEXT_TO.fullmatch(view.lower, r.reach, cue.start)]
        return [beside[-1]] if beside else []
    if own and regulation:
        return [own[-1]]
    if before and not _begins_line(view, cue.start):
        return [before[-1]]
    return [None] if regulation and (taken or _begins_clause(view, sentence.start, cue.start)) else []


_BARE_KIND = re.compile(
    r"[\s“\"*#-]{0,20}(?:(?:Đồng thời|Theo đó|Ngoài ra|Bên cạnh đó|Cụ thể)\s*,?\s+)?"
    rf"(?P<kind>(?i:{alternatives(name for name, kind in kinds().items() if kind.by_number and not kind.everyday)}))"
    r"(?=\s+(?!số|của)[^\W\d_]*[^\W\d_A-ZĐ])",
)


def _bare_kind(view: View, topics: Topics, sentence: _Sentence, cue: Cue) -> Reference | None:
    """The document that a news text calls by its kind alone (`Nghị định bổ sung …`)."""
    said = _BARE_KIND.match(view.text, sentence.start)
    if said is None or said.end() > cue.start or said["kind"][0].islower() or any(r.start < cue.start for r in sentence.inside):
        return None
    return topics.at(kinds()[" ".join(said["kind"].lower().split())].name, sentence.start)


_LABELS = re.compile(
    r"[\s“\"*#(-]*"
    r"(?:(?:điều|khoản|mục|chương)\s+\w+[.:]?\s*|nay\s+|(?:\d{1,2}(?:\.\d+)*|[a-zđ]|[ivx]+)[.)]\s*)*(?:kể\s+từ\s+[^,]{0,80},\s*)?"
)


def _begins_clause(view: View, start: int, at: int) -> bool:
    """Whether nothing but the labels of an article or item stands between a sentence's beginning and the position."""
    line = max(start, view.line(at)[0])
    return bool(_LABELS.fullmatch(view.lower, line, at))


_ISSUES = re.compile(r"[^.;]*?(?:ban\s+hành|ký|có|gửi|thông\s+qua|trình)\s+(?:các\s+)?", re.DOTALL)


def _issued_next(view: View, level: list[Reference], last: Reference) -> list[Reference | None]:
    """The document that was issued on the basis of what stands before: `trên cơ sở A, Bộ B ban hành C`."""
    after = next((r for r in level if r.start >= last.reach), None)
    return [after] if after is not None and _ISSUES.fullmatch(view.lower, last.reach, after.start) else []


# `các quy định về A tại các văn bản sau đây`
_SCOPE_OF_ALL = re.compile(
    r"(?P<what>(?:các|những)\s+(?:quy\s+định|nội\s+dung)\s.{2,300}?)\s+(?:tại|của|trong)\s+(?:các|những)\s+(?:văn\s+bản|nghị|thông|quyết)",
    re.DOTALL,
)


def _ended(
    view: View, level: list[Reference], sentence: _Sentence, cue: Cue
) -> tuple[Reference | None, list[tuple[Reference, str | None]]]:
    """Subject and objects of `A, B hết hiệu lực kể từ ngày C có hiệu lực`, or of such a clause with its list after a colon."""
    after = [r for r in level if r.start >= cue.end]
    subject = after[0] if after and _ENDER.fullmatch(view.lower, cue.end, after[0].start) else None
    since = max(sentence.start, cue.start - _BEFORE)
    before = view.lower[since : cue.start]
    colon = view.text.find(":", cue.end, min(sentence.end, cue.end + _BEFORE))
    if (
        colon >= 0
        and (announced := _ANNOUNCED.search(before))
        and not [r for r in level if r.end <= cue.start and r.form != "back"]
    ):
        scope = _SCOPE_OF_ALL.match(view.lower, since + announced.start(), cue.start)
        part = view.words(*scope.span("what")) if scope else None
        return subject, [(r, own or part) for r, own in _objects(view, level, colon + 1)]
    targets: list[tuple[Reference, str | None]] = []
    at = cue.start
    earlier = [r for r in level if r.end <= cue.start]
    for n, reference in reversed(list(enumerate(earlier))):
        gap = (
            SEPARATOR.match(view.lower, reference.reach, at)
            if targets
            else _BEFORE_ENDED.fullmatch(view.lower, reference.reach, at)
        )
        if gap is None or reference.form == "back":
            break
        floor = earlier[n - 1].reach if n else since
        if separator := SEPARATOR.match(view.lower, floor, reference.start) if n else None:
            floor = separator.end()
        if targets and not part_before(view, gap.end(), targets[0][0].start)[0]:
            break
        targets.insert(0, (reference, part_before(view, floor, reference.start)[1]))
        at = reference.start
    if targets and _WHEN.search(view.lower, since, at):
        return subject, []
    return subject, targets


def _acts(view: View, references: list[Reference], sentences: Sentences, regulation: bool) -> Iterator[Link]:
    """`A được sửa đổi, bổ sung bởi B, C`: what `units.gather` tied to A."""
    modality: Modality = "enacted" if regulation else "reported"
    for act in references:
        amended = act.modifies
        if amended is not None:
            named = _own_part(view, amended, max(sentences.at(amended.start)[0], amended.start - 300))
            for relation, partly in act.acts:
                rule = f"{relation}.passive"
                # `theo Điều 5 Luật A được sửa đổi bởi Luật B` tells only that A was amended
                part = named if partly or act.from_part or relation != "amends" else None
                yield Link(act, relation, amended, act.from_part, part, amended.start, act.end, rule, modality, partly)


def _passive(
    view: View, references: list[Reference], level: list[Reference], sentence: _Sentence, cue: Cue, regulation: bool
) -> Iterator[Link]:
    """`Lý do: bị bãi bỏ bởi B` in the line of A."""
    if cue.start - sentence.start < 20 and not any(r.start < cue.start for r in level):
        line, _ = view.line(cue.start)
        spoken = next((r for r in spoken_between(references, line, cue.start) if r.within is None), None)
        acts = [r for r, _ in _objects(view, level, cue.end)]
        if spoken is not None and acts:
            modality: Modality = "enacted" if regulation else "reported"
            rule = f"{cue.relation}.passive"
            yield Link(acts[0], cue.relation, spoken, None, None, cue.start, acts[0].end, rule, modality)


def _own_part(view: View, reference: Reference, start: int) -> str | None:
    """The provisions named right before a reference, from ``start`` on."""
    listed = PROVISIONS_BEFORE.search(view.lower, start, reference.start)
    return "; ".join(spelled_out(view.text[listed.start() : reference.start])) if listed else None
