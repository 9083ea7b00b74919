"""What a document demands, forbids, allows or limits, from its own text and from what an article tells of it.

In a regulation every sentence speaks for the document, in the provision where it stands; in an article only a sentence whose
paragraph names the one document that it reports (`reported`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regraph.model import Limit
from regraph.pipeline.clauses import Clause, clauses, first, says_another
from regraph.pipeline.clean import View
from regraph.pipeline.conditions import NOT_PLAIN, UNFINISHED, condition_after, joined, several_sentences
from regraph.pipeline.limits import limits, several_counts
from regraph.pipeline.matters import announced, matters
from regraph.pipeline.outline import Line, Outline
from regraph.pipeline.reported import Passage
from regraph.pipeline.resolve import Entity
from regraph.pipeline.sentences import Sentences
from regraph.pipeline.subjects import begins_with_subject, lowered


@dataclass(frozen=True, slots=True)
class Found:
    """A norm of ``entity``, in its ``part``."""

    entity: Entity
    part: str | None
    clause: Clause
    rule: str


_CHANGES = re.compile(r"(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|công\s+bố|đính\s+chính)(?!\w)|[^\n]*\ssửa\s+đổi,\s+bổ\s+sung\s")
_CARRIED_OUT = re.compile(r"(?:hiệu\s+lực|điều\s+khoản|tổ\s+chức)\s+thi\s+hành|chuyển\s+tiếp")
_GUIDES = re.compile(r"\s*\(?(?:khoản|điều|điểm)\s+\d+[^():\n]{0,20}\)?\s*[:.]\s*", re.IGNORECASE)
_FORBIDDEN = re.compile(
    r"(?:(?:các|những)\s+)?(?:hành\s+vi|việc)\s+(?:bị\s+)?(?:nghiêm\s+cấm|cấm)"
    r"(?:\s+(?P<condition>(?:trong|khi|đối\s+với)\s+[^\n:;“”]{3,120}))?\s*$"
)
_FORBIDS = "nghiêm cấm"
_NEUTRAL = re.compile(r"[^\n]{0,160}?(?:như\s+sau|sau\s+đây|sau|gồm|bao\s+gồm)\s*:$")
_WHEN = re.compile(
    r"(?P<condition>(?:trường\s+hợp|trong\s+trường\s+hợp|khi|nếu|đối\s+với|sau\s+khi|trước\s+khi|trong\s+thời\s+hạn)"
    r"\s[^:;\n]{3,240}?)\s*,?\s*(?P<rest>(?:thì\s+)?"
    r"(?:(?:được\s+)?(?:thực\s+hiện|xử\s+lý|giải\s+quyết|quy\s+định|áp\s+dụng|tiến\s+hành)"
    r"(?:\s+(?:theo\s+)?(?:các\s+)?quy\s+định)?\s*)?(?:như\s+sau|sau\s+đây)?)\s*:$"
)
_HOLDS_CONDITION = re.compile(r"(?<!\w)(?:trường\s+hợp|khi|nếu|đối\s+với|trong\s+thời\s+hạn)(?!\w)")
_ITEM_ENDS = ".;,"
_LISTED_END = " ;.,"
_LONGEST_ITEM = 500
_LONGEST_HEADING = 300
_LONGEST_INTRODUCTION = 600
_NO_ACTION = re.compile(
    r"(?:là|(?:các\s+|những\s+)(?:hành\s+vi|quyền|trách\s+nhiệm|nghĩa\s+vụ|nhiệm\s+vụ|việc|nội\s+dung|trường\s+hợp))\s"
    r"|trường\s+hợp|khi\s|nếu\s|đối\s+với|nghiêm\s+cấm|định\s+kỳ|(?:hằng|hàng)\s+(?:năm|quý|tháng)"
)
_NOTE = re.compile(r"\s*\[\d{1,3}\]")


def norms(
    view: View,
    outline: Outline | None,
    itself: Entity | None,
    passages: list[Passage],
    sentences: Sentences,
) -> Iterator[Found]:
    """The norms of the text, in order: those of the regulation ``itself`` by its ``outline``, and those that passages report."""
    if outline is not None and itself is not None:
        yield from _enacted(view, outline, itself, sentences)
    for passage in passages:
        for a, b in _sentences(sentences, passage.start, passage.end):
            for clause in matters(view, a, b) or clauses(view, a, b):
                if not clause.lists:
                    yield Found(passage.entity, passage.part, clause, "norm.reported")


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
    listed: set[int] = set()
    at = 0
    for hit in first().in_(view.lower):
        line = outline.at(hit)
        if hit < at or line is None or id(line) in listed:
            continue
        start, at = sentences.at(hit)
        if line.heading:
            if heading := _FORBIDDEN.match(view.lower, line.body, line.end):
                condition = view.words(*heading.span("condition")) if heading["condition"] else None
                yield from _items(view, outline, line, Clause(None, condition, "must_not", "", None, hit, at), itself, listed)
            continue
        understood, context = _context(view, line)
        if not understood or line.part is None or _on_carrying_out(view, line):
            continue
        start = max(start, line.body)
        if guides := _GUIDES.match(view.text, start, at):  # `(Khoản 1): Đảng viên phải …`
            start = guides.end()
        for clause in _of_sentence(view, line, start, at, context):
            if clause.lists:
                yield from _items(view, outline, line, clause, itself, listed)
            else:
                yield Found(itself, line.part, clause, "norm.enacted")


def _of_sentence(view: View, line: Line, start: int, end: int, context: str | None) -> list[Clause]:
    """The norms of a sentence of a regulation, those that announce the items of a list among them."""
    announces = end >= line.end - 1 and line.last(view, 2).endswith(":")
    if view.lower.startswith(_FORBIDS, start):
        if announces:
            return [Clause(None, context, "must_not", "", None, start, end, lists=True)]
        action = _action(view, start + len(_FORBIDS), end)
        return [] if action is None else [action.under(Clause(None, context, "must_not", "", None, start, end))]
    if told := announced(view, start, end):
        if announces:
            return [Clause(None, joined(context, told.condition), "must_not", told.verb, None, start, end, lists=True)]
        return matters(view, start, end)
    return clauses(view, start, end, context)


def _on_carrying_out(view: View, line: Line) -> bool:
    """Whether the line stands under an article on coming into force or on who carries the document out."""
    article: Line | None = line
    while article is not None and article.depth > 0:
        article = article.above
    return article is not None and bool(
        _CARRIED_OUT.search(view.lower, article.body, min(article.end, article.body + _LONGEST_HEADING))
    )


def _goes_on(when: re.Match[str]) -> bool:
    """Whether more than a condition stands before a list: `khi có sự cố, trách nhiệm được quy định như sau:`."""
    return " thì " in when["condition"] or bool(when["rest"] and "," in when["condition"])


def _context(view: View, line: Line) -> tuple[bool, str | None]:
    """Whether what introduces the line is understood, and the condition that it sets."""
    conditions: list[str] = []
    above = line.above
    while above is not None and not above.heading:
        said = above.last(view, _LONGEST_INTRODUCTION)
        if said.endswith(":"):
            if above.end - above.body > _LONGEST_INTRODUCTION:
                return False, None
            when = _WHEN.fullmatch(said)
            if when and not _goes_on(when):
                conditions.append(lowered(view.words(above.body, above.body + when.end("condition"))))
            elif _HOLDS_CONDITION.search(said) or not _NEUTRAL.fullmatch(said):
                return False, None
        above = above.above
    return True, joined(*reversed(conditions))


def _items(view: View, outline: Outline, line: Line, intro: Clause, itself: Entity, listed: set[int]) -> Iterator[Found]:
    """What a list says that its line announces: one norm for each item."""
    for item in outline.below(line):
        listed.add(id(item))
        organises = intro.subject is not None and view.lower.startswith("tổ chức ", item.body)
        acts_itself = not organises and begins_with_subject(view.lower[item.body : item.end])
        ended = view.text[item.end - 1] in _ITEM_ENDS
        if item.part is not None and ended and not acts_itself and (action := _action(view, item.body, item.end)):
            yield Found(itself, item.part, action.under(intro, item.body, item.end), "norm.listed")


@dataclass(frozen=True, slots=True)
class _Action:
    """What an item says is to be done, on what condition and how much."""

    words: str
    condition: str | None
    limit: Limit | None

    def under(self, intro: Clause, start: int | None = None, end: int | None = None) -> Clause:
        """The norm of the item, whose subject, condition and modality are those of ``intro``."""
        return Clause(
            intro.subject,
            joined(intro.condition, self.condition),
            intro.modality,
            f"{intro.action} {self.words}".strip(),
            self.limit,
            intro.start if start is None else start,
            intro.end if end is None else end,
        )


def _action(view: View, start: int, end: int) -> _Action | None:
    """The action between two positions, None where it goes on below or is not plain."""
    while end > start and view.text[end - 1] in _LISTED_END:
        end -= 1
    if end - start > _LONGEST_ITEM or NOT_PLAIN.search(view.lower, start, end) or _NO_ACTION.match(view.lower, start):
        return None
    parted = condition_after(view, start, end)
    if parted is None or says_another(view.lower[start : parted[0]]):
        return None
    words = _NOTE.sub("", view.words(start, parted[0])).strip(_LISTED_END)
    if (
        len(words.split()) < 2
        or UNFINISHED.search(words.lower())
        or several_sentences(words)
        or words.count("(") != words.count(")")
    ):
        return None
    told = limits(view.lower, start, end)
    if told and (len(told) > 1 or told[0].limit is None or several_counts(view.lower, start, end)):
        return None
    return _Action(words[0].lower() + words[1:], parted[1], told[0].limit if told else None)
