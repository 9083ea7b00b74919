"""What one sentence demands, forbids, allows or limits: who, when, what, how much.

Precision goes first: where the subject, the condition or the action is not plain the sentence gives nothing. The words are those
of `rules/norms.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from regraph.model import Limit, NormModality
from regraph.pipeline.clean import View
from regraph.pipeline.conditions import NOT_PLAIN, UNFINISHED, before_subject, condition_after, joined, several_sentences, whole
from regraph.pipeline.limits import limits, several_counts
from regraph.pipeline.subjects import Subject, begins_with_subject, holds_verb, lowered, subject_before
from regraph.pipeline.vocabulary import Places, alternatives, table


@dataclass(frozen=True, slots=True)
class Clause:
    """A norm as a sentence says it, ``start`` to ``end`` of the view; ``lists`` when its actions are the items that follow."""

    subject: str | None
    condition: str | None
    modality: NormModality
    action: str | None
    limit: Limit | None
    start: int
    end: int
    lists: bool = False


_LONGEST = 1500
_LONGEST_ACTION = 420
_LONGEST_THING = 20
_JOINS = re.compile(r"(?:,\s*|\s+)(?:và|nhưng|đồng\s+thời|song|và\s+đồng\s+thời)?\s*$")
# `…, nếu từ chối thì` and `… thì sau khi hết dịch` before a further modality
_THEN = re.compile(
    r"(?:,\s+(?P<when>(?:nếu|khi|(?:trong\s+)?trường\s+hợp)(?!\w)[^,;:.]{1,120}?))?\s+thì\s+(?P<condition>[^,;:.]{0,100}?)\s*$"
)
_LISTS = re.compile(
    r"\s*(?:(?:thực\s+hiện|tuân\s+thủ|tuân\s+theo|bảo\s+đảm|có|làm|đáp\s+ứng)\s+)?(?:các\s+|những\s+)?"
    r"(?:trách\s+nhiệm|nghĩa\s+vụ|quyền|nhiệm\s+vụ|việc|công\s+việc|hành\s+vi|quy\s+định)?"
    r"(?:\s*(?:sau\s+đây|sau|dưới\s+đây|như\s+sau))?\s*:"
)
_NOTE = re.compile(r"\s*\[\d{1,3}\]")
_AGAIN = re.compile(
    r"(?<!\w)(?:phải|có\s+trách\s+nhiệm|không\s+được|có\s+nghĩa\s+vụ|có\s+quyền|chỉ\s+được|nghiêm\s+cấm|bị\s+nghiêm\s+cấm)(?!\w)"
)
# A modality within the action: `yêu cầu người vi phạm phải …`
_NESTED = re.compile(
    r"(?<!\w)(?:yêu\s+cầu|buộc|bảo\s+đảm|đảm\s+bảo|người|không|chi\s+phí|số\s+tiền|khoản|nội\s+dung|mà|trường\s+hợp|việc|khi|nếu)"
    r"(?:\s+[^\s,;]+){0,4}\s*$"
)
_PERIOD = re.compile(r"(?:hằng|hàng|mỗi)\s+(?P<period>năm|quý|tháng|tuần)(?!\w)")
_WITHIN = re.compile(r"trong\s+thời\s+hạn\s+")
_GRANTED = re.compile(r"(?<!\w)được(?!\w)")
_NO_ACTION = ("đúng ", "bằng ", "theo ", "và ")
_APPLY = "áp dụng"
_PASSIVE = "được"
_DOES = re.compile(
    r"(?P<who>(?:các\s+)?(?:chi bộ|đảng bộ cơ sở|đảng bộ|tổ chức đảng|cấp ủy|cơ quan|tổ chức|cá nhân|đơn vị|doanh nghiệp))\s+"
    r"(?P<does>(?:thí điểm|thực hiện|tổ chức|áp dụng|sinh hoạt|sử dụng)\s.+)"
)
_CONDITION_OF_THING = re.compile(
    r"\s*,?\s*(?P<condition>(?:kể từ|đối với|tính từ|trong trường hợp|trừ trường hợp|từ ngày|nếu|khi)(?!\w).+)"
)
_CONDITION_ENDS = re.compile(r",\s+|\s+thì\s+")
_THING_ENDS = re.compile(r"(?:\s+(?:là|phải|được|quy định|tính|xác định))+$")
_NO_THING = re.compile(r"[,:“”\"()]|(?<!\w)(?:thì|nhưng|và|hoặc|mà|là|phải|được)(?!\w)")


@cache
def _modalities() -> tuple[re.Pattern[str], tuple[NormModality, ...]]:
    """Any modality, and what each group of the pattern means."""
    kinds: list[NormModality] = []
    rows: list[str] = []
    for row in table("norms")["modality"]:
        after = rf"(?=\s+(?:{alternatives(row['verbs'])})(?!\w))" if "verbs" in row else ""
        other = rf"(?!,?\s+(?:{alternatives(row['not_before'])})(?!\w))" if "not_before" in row else ""
        rows.append(rf"((?:{alternatives(row['phrases'])})(?!\w){after}{other})")
        kinds.append(row["name"])
    return re.compile(rf"(?<!\w)(?<!không )(?<!chưa )(?<!mà )(?<!không có )(?:{'|'.join(rows)})"), tuple(kinds)


@cache
def first() -> Places:
    """Where a modality or a limit may stand."""
    words = [
        f"{phrase} {verb}" if phrase == "được" else phrase
        for row in table("norms")["modality"]
        for phrase in row["phrases"]
        for verb in (row["verbs"] if phrase == "được" else [""])
    ]
    return Places([*words, *(phrase for row in table("norms")["limit"] for phrase in row["phrases"]), "nghiêm cấm"])


def clauses(view: View, start: int, end: int, context: str | None = None) -> list[Clause]:
    """The norms of the sentence between two positions, which begins after its number; ``context`` is a condition told above it.

    >>> from regraph.pipeline.clean import clean
    >>> said = "Chi bộ có tính chất đặc thù được áp dụng không quá 3 lần trong năm"
    >>> [found] = clauses(clean(said), 0, len(said))
    >>> found.subject, found.condition, found.modality, found.limit.number
    ('chi bộ', 'có tính chất đặc thù', 'may', 3)
    """
    if end - start > _LONGEST:
        return []
    found: list[Clause] = []
    for a, b in _segments(view, start, end):
        read = list(_segment(view, a, b, context, a == start))
        if found and read and _says_less(read[0].action, found[-1].action):  # `…; chi bộ được áp dụng không quá …`
            read[0] = replace(read[0], action=found[-1].action)
        found += read
    return [c for c in found if c.action is None or c.lists or c.limit or len(c.action.split()) > 1]


def says_another(lower: str) -> bool:
    """Whether words in lower case hold a modality of their own, so that they are no mere action.

    >>> says_another("lập kế hoạch; không được tiết lộ"), says_another("lập kế hoạch")
    (True, False)
    """
    return bool(_modalities()[0].search(lower) or _AGAIN.search(lower))


def _says_less(action: str | None, before: str | None) -> bool:
    """Whether an action is only the verb of the one before it."""
    return bool(action and before and before.startswith(f"{action} ") and len(action.split()) <= 2)


def _segments(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts between semicolons, without the marks at their ends."""
    at = start
    while at < end:
        stop = view.text.find(";", at, end)
        stop = end if stop < 0 else stop
        a, b = at, stop
        while a < b and view.text[a] in " ,.-\n":
            a += 1
        while b > a and view.text[b - 1] in " ,.;-\n":
            b -= 1
        if a < b:
            yield a, b
        at = stop + 1


def _segment(view: View, start: int, end: int, context: str | None, first_of_sentence: bool) -> Iterator[Clause]:
    lower = view.lower
    pattern, kinds = _modalities()
    cues = [(m.start(), m.end(), kinds[(m.lastindex or 1) - 1]) for m in pattern.finditer(lower, start, end)]
    if not cues:
        if first_of_sentence and (limited := _limited(view, start, end, context)):
            yield limited
        return
    n, subject = next(((n, who) for n, cue in enumerate(cues) if (who := subject_before(view, start, cue[0]))), (0, None))
    if subject is None or (n and not subject.condition and not subject.may_hold_modality):
        return
    condition = subject.condition if context == f"đối với {subject.words}" else joined(context, subject.condition)
    begin = start
    while True:
        cue, at, modality = cues[n]
        further = next((m for m in range(n + 1, len(cues)) if _joins(lower, at, cues[m][0])), None)
        stop = end if further is None else _before_joint(lower, at, cues[further][0])
        clause = _clause(view, subject, condition, modality, (begin, cue, at, stop, end))
        if clause is None:
            return
        yield clause
        if further is None or clause.lists:
            return
        if then := _THEN.search(lower, at, cues[further][0]):
            when = then.span("when") if then["when"] else then.span("condition")
            condition = joined(condition, view.words(*when))
        n, begin = further, cues[further][0]


def _joins(lower: str, at: int, modality: int) -> bool:
    """Whether a further modality has the same subject: only a conjunction or `thì` with a condition stands before it."""
    between = lower[at:modality]
    if then := _THEN.search(between):
        return not then["condition"] if then["when"] else bool(before_subject().match(then["condition"]))
    conjunction = _JOINS.search(between)
    return bool(conjunction and conjunction[0].strip())


def _before_joint(lower: str, at: int, modality: int) -> int:
    between = lower[at:modality]
    joint = _THEN.search(between) or _JOINS.search(between)
    return at + joint.start() if joint else modality


def _clause(
    view: View, subject: Subject, condition: str | None, modality: NormModality, at: tuple[int, int, int, int, int]
) -> Clause | None:
    """The norm whose modality stands at the second and third place of ``at`` and whose action ends by the fourth."""
    begin, cue, after, stop, end = at
    only = view.lower.startswith("chỉ", cue)
    said = view.lower[after:stop]
    if ":" in view.text[after : stop + 1]:
        announces = not only and _LISTS.fullmatch(view.lower[after : stop + 1].rstrip(" \n"))
        return Clause(subject.words, condition, modality, "", None, begin, stop, lists=True) if announces else None
    if modality != "must" and begins_with_subject(said.lstrip()):  # `không được tổ chức đảng kết nạp`
        return None
    if "được" in view.lower[cue:after] and _GRANTED.search(said):  # `… được phép sử dụng được nhập khẩu`
        return None
    if (again := _AGAIN.search(said)) and not _NESTED.search(said[: again.start()]):
        return None
    parted = condition_after(view, after, stop)
    if parted is None:
        return None
    action_end, own = parted
    if only:
        if own is None:
            return None
        own = f"chỉ {own}"
    if own and condition and own.split()[:2] == condition.split("; ")[-1].lower().split()[:2]:
        return None  # a deadline for each of two acts
    told = limits(view.lower, after, action_end)
    if len(told) > 1 or any(t.limit is None for t in told) or (told and several_counts(view.lower, after, end)):
        return None
    limit = _every(told[0].limit, condition) if told else _deadline(condition) or _deadline(own)
    last = told and not view.lower[told[0].end : action_end].strip(" ,.")
    if last and not UNFINISHED.search(view.lower[after : told[0].start].rstrip(" ,")):
        action_end = told[0].start  # `có ít nhất 5 thành viên` is nothing without its limit
    action = _NOTE.sub("", view.words(after, action_end)).strip(" ,.;")
    if not _is_action(action) or (action.startswith(_APPLY) and modality == "may" and not (limit or only)):
        return None  # `được áp dụng đối với …` is a passive
    if cue + len(_PASSIVE) == after and not limit and holds_verb(subject.words):  # `cơ quan thuế lập danh sách người được mua …`
        return None
    words = subject.words
    if action == _APPLY and (parts := _DOES.match(words)):  # `chi bộ thí điểm họp theo tổ được áp dụng …`
        words, action = parts["who"], parts["does"]
    return Clause(words, joined(condition, own), modality, action, limit, begin, stop)


def _is_action(words: str) -> bool:
    return (
        0 < len(words) <= _LONGEST_ACTION
        and not words.startswith(_NO_ACTION)
        and words.count("(") == words.count(")")
        and not NOT_PLAIN.search(words.lower())
        and not several_sentences(words)
        and not UNFINISHED.search(words.lower())
    )


def _every(limit: Limit | None, condition: str | None) -> Limit | None:
    """A limit with the period that the condition tells: `hằng năm, … ít nhất một lần`."""
    period = _PERIOD.match(condition.lower()) if condition and limit and limit.unit == "lần" and not limit.per else None
    return replace(limit, per=period["period"]) if limit and period else limit


def _deadline(condition: str | None) -> Limit | None:
    """The limit that a condition begins with: `chậm nhất là 10 ngày, kể từ ngày …`, `trong thời hạn tối đa 15 ngày`."""
    within = _WITHIN.match(condition.lower()) if condition else None
    told = limits(condition.lower(), 0, len(condition)) if condition else []
    return told[0].limit if told and told[0].start == (within.end() if within else 0) else None


@cache
def _thing() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('norms')['topics']['names'])})(?!\w)")


def _limited(view: View, start: int, end: int, context: str | None) -> Clause | None:
    """`Thời gian tập huấn không quá 5 ngày`: a thing that has a limit, and nobody who acts."""
    lower = view.lower
    condition, begin = None, start
    if before_subject().match(lower, start):
        over = _CONDITION_ENDS.search(lower, start, end)
        if over is None or not whole(view.words(start, over.start())):
            return None
        condition, begin = lowered(view.words(start, over.start())), over.end()
    told = limits(lower, begin, end)
    if not _thing().match(lower, begin, end) or len(told) != 1 or told[0].limit is None:
        return None
    thing = _THING_ENDS.sub("", view.words(begin, told[0].start))
    if len(thing.split()) > _LONGEST_THING or _NO_THING.search(thing):
        return None
    own = None
    if rest := lower[told[0].end : end].strip(" ,."):
        tail = _CONDITION_OF_THING.match(lower, told[0].end, end)
        if tail is None or NOT_PLAIN.search(rest) or several_counts(lower, told[0].start, end):
            return None
        own = view.words(*tail.span("condition"))
    return Clause(lowered(thing), joined(context, condition, own), "limit", None, told[0].limit, start, end)
