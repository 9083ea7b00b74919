"""What the items of an announced list say: one norm for each, of whom and with the modality that the announcement tells."""

from __future__ import annotations

from collections.abc import Iterator

from regraph.model import NormModality
from regraph.pipeline.actions import act, action_between, acts_in, is_either
from regraph.pipeline.announcements import Announcement
from regraph.pipeline.clauses import Clause, time_left
from regraph.pipeline.clean import View
from regraph.pipeline.conditions import before_subject, joined, whole
from regraph.pipeline.modalities import Cue, modalities
from regraph.pipeline.outline import Line, Outline
from regraph.pipeline.patterns import regex
from regraph.pipeline.sentences import Sentences
from regraph.pipeline.subjects import begins_with_subject, lowered

_ITEM_ENDS = (".", ";", ",")
_COMMA = regex(r",\s+(?:thì\s+)?|\s+thì\s+")
_EVERY = regex(r"(?P<period>(?:định\s+kỳ\s+)?(?:hằng|hàng)\s+(?:năm|quý|tháng|tuần|ngày))\s*,?\s+")
_ORGANISES = regex(
    r"tổ\s+chức\s+(?!(?:xã\s+hội|chính\s+trị|nghề\s+nghiệp|kinh\s+tế|tín\s+dụng|quốc\s+tế|phi\s+chính\s+phủ|đảng|công\s+đoàn|sự\s+nghiệp|đại\s+diện|có)(?!\w))"
)
_PASSIVE = "được "
_PERIODIC = regex(r"(?:định\s+kỳ|hằng|hàng)(?!\w)")
_THEN = regex(r",?\s+thì$")
_TIMES = regex(r"(?:hằng|hàng|định\s+kỳ|trong\s+thời\s+hạn|chậm\s+nhất|trước\s+ngày|sau\s+ngày)(?!\w)")
_PARTS = regex(";")
_TRIES = 4
_BY_ACT: dict[str, NormModality] = {"duty": "must", "power": "may"}


def listed(
    view: View, outline: Outline, line: Line, told: Announcement, sentences: Sentences, read: set[int]
) -> Iterator[tuple[Line, Clause]]:
    """What the list says that ``told`` announces on the ``line``: one norm for each item, whose line goes into ``read``."""
    marked = plain = False
    for item in outline.below(line):
        has_mark = item.body > item.start
        if marked and not has_mark and not (plain and is_broken(view, item)):
            continue  # a paragraph on the item before it, or the rest of one that is not read
        marked = marked or has_mark
        begin = _past_condition(view, item)
        of_its_own = told.modality == "must_not" and begins_with_subject(view.lower[item.body : item.end])
        if not told.loose and begin is not None and not of_its_own:
            read.add(id(item))
        clause = _item(view, item, *begin, told, sentences) if item.part is not None and begin is not None else None
        plain = clause is not None
        if clause is not None:
            read.add(id(item))
            yield item, clause


def _own(view: View, begin: int, item: Line, told: Announcement) -> Cue | None:
    """The modality with which an item begins: `Giám đốc có nghĩa vụ: a) Phải lập sổ`."""
    if told.modality == "must_not":
        return None
    cue = next(iter(modalities(view.lower, begin, item.end)), None)
    return cue if cue is not None and cue.start == begin < cue.action else None


def _item(view: View, item: Line, begin: int, when: str | None, told: Announcement, sentences: Sentences) -> Clause | None:
    """The norm of an item: its first sentence from ``begin``, after the condition ``when``, up to a modality of its own."""
    own = _own(view, begin, item, told)
    if own is not None:
        begin = own.action + 1
    elif told.modality is None and is_either(view.lower, begin, item.end):
        return None  # under duties and rights together it may be each
    kind = act(view.lower, begin, item.end)
    modality = own.modality if own else told.modality or _BY_ACT.get(kind or "")
    if own is None and modality == "must" and view.lower.startswith(_PASSIVE, begin):
        return None
    if (
        modality is None
        or (told.loose and kind is None and own is None)
        or not view.text[item.body : item.end].rstrip().endswith(_ITEM_ENDS)
    ):
        return None
    organises = told.subject is not None and bool(_ORGANISES.match(view.lower, begin))
    if not organises and begins_with_subject(view.lower[begin : item.end]):
        return None
    stop = min(sentences.at(begin)[1], item.end)
    ends = [m.start() for m in _PARTS.finditer(view.text, begin, stop)]
    if own is not None and ends:
        stop, ends = ends[0], []
    for end in (stop, *ends[: -_TRIES - 1 : -1]):
        if action := action_between(view, begin, end):
            return Clause(
                told.subject,
                joined(told.condition, when, action.condition),
                modality,
                f"{told.verb} {action.words}".strip(),
                action.limit or time_left(modality, when, None, action.words),
                item.body,
                stop if end == stop and own is None else action.end,
            )
    return None


def _past_condition(view: View, item: Line) -> tuple[int, str | None] | None:
    """Where what an item says begins after its condition: `Khi có dịch, lập kế hoạch`; None where that is not plain."""
    if not before_subject().match(view.lower, item.body):
        return item.body, None
    if (every := _EVERY.match(view.lower, item.body, item.end)) and act(view.lower, every.end(), item.end):
        return every.end(), lowered(view.words(*every.span("period")))
    acts = [m.end() for m in _COMMA.finditer(view.lower, item.body, item.end) if act(view.lower, m.end(), item.end)]
    if not acts or (len(acts) > 1 and not _TIMES.match(view.lower, item.body)):
        return None
    condition = _THEN.sub("", view.words(item.body, acts[0])).rstrip(" ,")
    adverb = _PERIODIC.match(view.lower, item.body)
    if " thì " in condition or (adverb and any(acts_in(view.lower, adverb.end(), acts[0]))):
        return None
    return (acts[0], lowered(condition)) if whole(condition) else None


def is_broken(view: View, line: Line) -> bool:
    """Whether the line is the rest of another one: it has no mark and begins with a small letter or a mark of punctuation."""
    return line.body == line.start and not view.text[line.start : line.start + 1].isupper()
