"""What a document demands, forbids, allows or limits, from its own text and from what an article tells of it.

In a regulation every sentence speaks for the document, in the provision where it stands; in an article only a sentence whose
paragraph names the one document that it reports (`reported`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from regraph.pipeline.actions import action_between
from regraph.pipeline.announcements import Announcement, announcement
from regraph.pipeline.assignments import assignment, assigns, may_assign
from regraph.pipeline.clauses import Clause, clauses
from regraph.pipeline.clean import View
from regraph.pipeline.conditions import joined, whole
from regraph.pipeline.listed import is_broken, listed
from regraph.pipeline.matters import matters
from regraph.pipeline.modalities import FORBIDS, Cue, first
from regraph.pipeline.outline import Depth, Line, Outline
from regraph.pipeline.patterns import regex
from regraph.pipeline.reported import Passage
from regraph.pipeline.resolve import Entity
from regraph.pipeline.sentences import Sentences
from regraph.pipeline.subjects import Subject, begins_with_subject, lowered, named_between


@dataclass(frozen=True, slots=True)
class Found:
    """A norm of ``entity``, in its ``part``."""

    entity: Entity
    part: str | None
    clause: Clause
    rule: str


_CHANGES = regex(r"(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|công\s+bố|đính\s+chính)(?!\w)|[^\n]*\ssửa\s+đổi,\s+bổ\s+sung\s")
_NO_NORMS = regex(
    r"(?:hiệu\s+lực|điều\s+khoản|tổ\s+chức)\s+thi\s+hành|chuyển\s+tiếp|(?:đối\s+tượng|phạm\s+vi)\s+(?:áp\s+dụng|điều\s+chỉnh)|giải\s+thích\s+từ\s+ngữ"
)
_GUIDES = regex(r"\s*\(?(?:khoản|điều|điểm)\s+\d+[^():\n]{0,20}\)?\s*[:.]\s*", re.IGNORECASE)
_NEUTRAL = regex(
    r"[^\n]{0,160}?(?:như\s+sau|sau\s+đây|sau|gồm|bao\s+gồm)\s*:$"
    r"|(?:trách\s+nhiệm|quyền|nghĩa\s+vụ|quy\s+trình|trình\s+tự|thủ\s+tục|nguyên\s+tắc|thẩm\s+quyền|yêu\s+cầu|quy\s+định)(?!\w)[^\n:;,.]{0,80}:$"
)
# What introduces a list of things, in whose items a modality only tells which: `Cơ sở gồm: a) Trường được phép …`
_OF_THINGS = regex(
    r"^(?!.*(?:bước|trình\s+tự|quy\s+trình|nhiệm\s+vụ|trách\s+nhiệm|quyền|biện\s+pháp|nguyên\s+tắc|yêu\s+cầu)).*"
    r"(?:(?<!\w)gồm(?!\w)|(?:có|các|những)\s+(?:các\s+)?(?:nội\s+dung|loại|hình\s+thức|thành\s+phần)(?!\w)[^:]{0,60}:$)"
)
_BEGINS_CONDITION = (
    r"(?:trường\s+hợp|trong\s+trường\s+hợp|khi|nếu|đối\s+với|sau\s+khi|trước\s+khi|trong\s+thời\s+hạn|trong\s+thời\s+gian"
    r"|kể\s+từ\s+ngày|kể\s+từ\s+khi|trừ\s+trường\s+hợp)"
)
_DONE = (
    r"(?:(?:được\s+)?(?:thực\s+hiện|xử\s+lý|giải\s+quyết|quy\s+định|áp\s+dụng|tiến\s+hành|xác\s+định)"
    r"(?:\s+(?:theo\s+)?(?:các\s+)?(?:quy\s+định|trình\s+tự|nguyên\s+tắc))?\s*)?(?:như\s+sau|sau\s+đây)?"
)
_WHEN = regex(rf"(?P<condition>{_BEGINS_CONDITION}\s[^:;\n]{{3,240}}?)\s*,?\s*(?P<rest>(?:thì\s+)?{_DONE})\s*:$")
# `Khi có sự cố, trách nhiệm được quy định như sau:`
_WHEN_SOMETHING = regex(
    rf"(?P<condition>{_BEGINS_CONDITION}\s[^:;\n]{{3,240}}?),\s+(?:thì\s+)?(?:việc|trách\s+nhiệm|quyền|nghĩa\s+vụ|trình\s+tự|thủ\s+tục|thẩm\s+quyền)"
    rf"(?!\w)[^,:;\n]{{0,120}}?\s(?:được\s+)?(?:thực\s+hiện|quy\s+định|xử\s+lý|tiến\s+hành|xác\s+định)\s[^,:;\n]{{0,40}}?(?:như\s+sau|sau\s+đây|sau)\s*:$"
)
_HOLDS_CONDITION = regex(
    r"(?<!\w)(?:trường\s+hợp|khi|nếu|trong\s+thời\s+hạn"
    r"|(?<!điều kiện )(?<!yêu cầu )(?<!quy định )(?<!trách nhiệm )đối\s+với)(?!\w)"
)
_FORBIDDEN_VERB = regex(
    r"\s+(?=(?:có\s+hành\s+vi|lợi\s+dụng|lạm\s+dụng|tự\s+ý|tiết\s+lộ|nhận|sử\s+dụng|cản\s+trở|can\s+thiệp|gây|lập|đặt|thu|chiếm|mua|bán)\s)"
)
_LONGEST_HEADING = 300
_LONGEST_INTRODUCTION = 600
_ASIDE = regex(
    r"[(\[](?:(?<=\()sau\s+đây\s[^()\n]{0,240}(?:\([^()\n]{0,80}\)[^()\n]{0,80})?\)|(?<=\[)\d{1,3}\])(?P<mark>[,;.:]?)"
)
_CASE = regex(r"(?:đối\s+với|(?:trong\s+)?trường\s+hợp|khi)\s")
_LONGEST_NAME = 160


def norms(
    view: View,
    outline: Outline | None,
    itself: Entity | None,
    passages: list[Passage],
    sentences: Sentences,
) -> Iterator[Found]:
    """The norms of the text, in order: those of the regulation ``itself`` by its ``outline``, and those that passages report."""
    view = _without_asides(view)
    if outline is not None and itself is not None:
        yield from _enacted(view, outline, itself, sentences)
    for passage in passages:
        for a, b in _sentences(sentences, passage.start, passage.end):
            for clause in matters(view, a, b) or clauses(view, a, b):
                yield Found(passage.entity, passage.part, clause, "norm.reported")


def _without_asides(view: View) -> View:
    """The view with blanks for what only names something, `(sau đây gọi là Quỹ)`, and for the numbers of footnotes."""
    pieces: list[tuple[int, int, str]] = []
    at = 0
    for aside in _ASIDE.finditer(view.lower):
        start = aside.start() - view.text[aside.start() - 1 : aside.start()].isspace()
        pieces.append((at, start, aside["mark"] + " " * (aside.end() - start - len(aside["mark"]))))
        at = aside.end()
    if not pieces:
        return view

    def blanked(text: str) -> str:
        return "".join(text[a:b] + blank for a, b, blank in pieces) + text[at:]

    return replace(view, text=blanked(view.text), lower=blanked(view.lower))


def changes_others(title: str | None) -> bool:
    """Whether a title is that of an act whose words are to stand in other documents.

    >>> changes_others("Sửa đổi, bổ sung một số điều của Luật Nhà ở"), changes_others("quản lý nhà ở")
    (True, False)
    """
    return bool(title and _CHANGES.match(title.lower()))


def _sentences(sentences: Sentences, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        a, b = sentences.at(at)
        if b <= at:
            at += 1
            continue
        yield max(a, start), min(b, end)
        at = b + 1


def _enacted(view: View, outline: Outline, itself: Entity, sentences: Sentences) -> Iterator[Found]:
    found: list[Found] = []
    known: dict[int, Announcement] = {}
    read: set[int] = set()
    for above in outline.lines:
        if told := _announced(view, above, sentences, known):
            known[id(above)] = told
            for item, clause in listed(view, outline, above, told, sentences, read):
                found.append(Found(itself, item.part, clause, "norm.listed"))
    tasks = {
        line.body
        for line in outline.lines
        if not line.heading and id(line) not in read and view.text[line.body : line.body + 1].isupper() and may_assign(view, line)
    }
    at = 0
    for hit in sorted({*first().in_(view.lower), *tasks}):
        line = outline.at(hit)
        if hit < at or line is None or line.heading or line.part is None:
            continue
        start, at = sentences.at(hit)
        if (start <= line.body and id(line) in read) or (start <= line.start and is_broken(view, line)):
            continue
        understood, context = _context(view, line, known)
        if not understood or _on_itself(view, line):
            continue
        start = max(start, line.body)
        if guides := _GUIDES.match(view.text, start, at):  # `(Khoản 1): Đảng viên phải …`
            start = guides.end()
        task = assignment(view, start, at, by_name=assigns(view, line)) if start == line.body else None
        found += [Found(itself, line.part, clause, "norm.enacted") for clause in _of_sentence(view, start, at, context, task)]
    yield from sorted(found, key=lambda one: one.clause.start)


def _announced(view: View, line: Line, sentences: Sentences, known: dict[int, Announcement]) -> Announcement | None:
    """What the line announces; nothing where it only goes on or stands where norms are not read."""
    names = line.body > line.start and line.end - line.body <= _LONGEST_NAME and view.text[line.end - 1] not in ".;,"
    if not line.heading and not names and view.text[line.end - 1] != ":":
        return None
    if line.end - line.body > _LONGEST_INTRODUCTION:
        return None
    understood, context = _context(view, line, known)
    if not understood or _on_itself(view, line):
        return None
    return announcement(view, max(line.body, sentences.at(line.end - 1)[0]), line.end, context)


def _of_sentence(view: View, start: int, end: int, context: str | None, task: tuple[Subject, Cue] | None) -> list[Clause]:
    """The norms of a sentence of a regulation."""
    if view.lower.startswith(FORBIDS, start):
        forbidden = _forbidden(view, start, end, context)
        return [forbidden] if forbidden else []
    return matters(view, start, end) or clauses(view, start, end, context, task)


def _forbidden(view: View, start: int, end: int, context: str | None) -> Clause | None:
    """`Nghiêm cấm việc sửa sổ sách`, `nghiêm cấm cán bộ lợi dụng chức vụ`."""
    at = start + len(FORBIDS)
    at += len(view.text[at:end]) - len(view.text[at:end].lstrip())
    subject = None
    if begins_with_subject(view.lower[at:end]):
        verb = _FORBIDDEN_VERB.search(view.lower, at, end)
        subject = named_between(view, at, verb.start()) if verb else None
        if verb is None or subject is None:
            return None
        at = verb.end()
    action = action_between(view, at, end)
    if action is None:
        return None
    return Clause(subject, joined(context, action.condition), "must_not", action.words, action.limit, start, end)


def _on_itself(view: View, line: Line) -> bool:
    """Whether the line stands under an article on the document itself: its scope, words, coming into force, carrying out."""
    article: Line | None = line
    while article is not None and article.depth > Depth.ARTICLE:
        article = article.above
    return article is not None and bool(
        _NO_NORMS.search(view.lower, article.body, min(article.end, article.body + _LONGEST_HEADING))
    )


def _goes_on(when: re.Match[str]) -> bool:
    """Whether more than a condition stands before a list: `khi có sự cố, trách nhiệm được quy định như sau:`."""
    return " thì " in when["condition"] or bool(when["rest"] and "," in when["condition"])


def _context(view: View, line: Line, known: dict[int, Announcement]) -> tuple[bool, str | None]:
    """Whether what introduces the line is understood, and the condition that it sets."""
    conditions: list[str] = []
    above = line.above
    while above is not None and not above.heading:
        if told := known.get(id(above)):
            return True, joined(told.condition, *reversed(conditions))
        said = above.last(view, _LONGEST_INTRODUCTION)
        if said.endswith(":"):
            if above.end - above.body > _LONGEST_INTRODUCTION:
                return False, None
            when = _WHEN.fullmatch(said)
            if when is None or _goes_on(when):
                when = _WHEN_SOMETHING.fullmatch(said)
            if when:
                conditions.append(lowered(view.words(above.body, above.body + when.end("condition"))))
            elif _HOLDS_CONDITION.search(said) or _OF_THINGS.search(said) or not _NEUTRAL.fullmatch(said):
                return False, None
        elif _heads_case(view, above) and whole(said):  # `1. Đối với xe tải`
            conditions.append(lowered(view.words(above.body, above.body + len(said))))
        above = above.above
    return True, joined(*reversed(conditions))


def _heads_case(view: View, line: Line) -> bool:
    """Whether a line with a mark only names the case that the lines below it are on."""
    return (
        line.body > line.start
        and line.end - line.body <= _LONGEST_NAME
        and view.text[line.end - 1] not in ".;:,"
        and bool(_CASE.match(view.lower, line.body, line.end))
    )
