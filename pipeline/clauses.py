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
from regraph.pipeline.actions import act, action_between, is_bare_act
from regraph.pipeline.clean import View
from regraph.pipeline.conditions import NOT_PLAIN, UNFINISHED, before_subject, condition_after, joined, several_sentences, whole
from regraph.pipeline.limits import deadline, limits, several_counts
from regraph.pipeline.modalities import AGAIN, Cue, modalities
from regraph.pipeline.patterns import regex
from regraph.pipeline.subjects import (
    Subject,
    begins_with_subject,
    holds_verb,
    is_asked,
    lowered,
    only_names,
    subject_before,
    thing_before,
)
from regraph.pipeline.vocabulary import alternatives, table


@dataclass(frozen=True, slots=True)
class Clause:
    """A norm as a sentence says it, ``start`` to ``end`` of the view; ``shared`` is what of its condition is the subject's."""

    subject: str | None
    condition: str | None
    modality: NormModality
    action: str | None
    limit: Limit | None
    start: int
    end: int
    shared: str | None = None


_GOES_ON = ("must", "may")
_OF_THINGS = ("must", "must_not")
_LONGEST = 1500
_LONGEST_ACTION = 420
_LONGEST_THING = 20
_JOINS = regex(r"(?:,\s*|\s+)(?:và|nhưng|đồng\s+thời|song|và\s+đồng\s+thời)?\s*$")
# `…, nếu từ chối thì` and `… thì sau khi hết dịch` before a further modality
_THEN = regex(
    r"(?:,\s+(?P<when>(?:nếu|khi|(?:trong\s+)?trường\s+hợp)(?!\w)[^,;:.]{1,120}?))?\s+thì\s+(?P<condition>[^,;:.]{0,100}?)\s*$"
)
# A modality within the action: `yêu cầu người vi phạm phải …`
_NESTED = regex(
    r"(?<!\w)(?:yêu\s+cầu|buộc|bảo\s+đảm|đảm\s+bảo|người|không|chi\s+phí|số\s+tiền|khoản|nội\s+dung|thu\s+nhập|diện|đối\s+tượng|mà|trường\s+hợp|việc|khi|nếu)"
    r"(?:\s+[^\s,;]+){0,4}\s*$"
)
# What begins another sentence within one: `…, trong đó phải có một phó ban`, `…, còn bên mua có quyền …`
_OF_ITS_OWN = regex(
    r",\s*(?:trong\s+đó|còn|đồng\s+thời|riêng|nhưng|song|nếu|trường\s+hợp|và\s+người|và\s+bên)(?:\s+[^\s,;]+){0,8}\s*$"
)
_PERIOD = regex(r"(?:hằng|hàng|mỗi)\s+(?P<period>năm|quý|tháng|tuần)(?!\w)")
_LASTS = regex(
    r"(?:được\s+)?(?:niêm\s+yết|lưu|giữ|bảo\s+quản|duy\s+trì|nắm\s+giữ|bảo\s+hành|tiếp\s+tục|bảo\s+đảm|sử\s+dụng|không)(?!\w)"
)
_GRANTED = regex(r"(?<!\w)được(?!\w)")
_NO_ACTION = regex(r"(?:đúng|bằng|theo(?!\s+(?:dõi|đuổi))|và|cao|thấp|lớn|nhỏ|ít|nhiều)\s")
_THEN_IN = regex(r"(?<!\w)thì(?!\w)")
_APPLY = "áp dụng"
_PASSIVE = "được"
_HOLDS_ON = regex(r"(?:(?:trong\s+)?trường\s+hợp|khi|sau\s+khi|ngay\s+sau\s+khi|trước\s+khi|nếu|đối\s+với)(?!\w)")
"""What begins a condition that holds for all parts of a sentence: `Khi có dịch, A phải …; B phải …`."""
_DOES = regex(
    r"(?P<who>(?:các\s+)?(?:chi bộ|đảng bộ cơ sở|đảng bộ|tổ chức đảng|cấp ủy|cơ quan|tổ chức|cá nhân|đơn vị|doanh nghiệp))\s+"
    r"(?P<does>(?:thí điểm|thực hiện|tổ chức|áp dụng|sinh hoạt|sử dụng)\s.+)"
)
_CONDITION_OF_THING = regex(
    r"\s*,?\s*(?P<condition>(?:kể từ|đối với|tính từ|trong trường hợp|trừ trường hợp|từ ngày|nếu|khi)(?!\w).+)"
)
_BASE = regex(
    r"\s+(?P<base>(?:vốn|tổng|giá|doanh\s+thu|mức|số|thu\s+nhập|lương|diện\s+tích|dư\s+nợ|chi\s+phí)(?!\w)[^,;.:()]{0,90})"
)
_CONDITION_ENDS = regex(r",\s+|\s+thì\s+")
_ENDS = " ,.;/"
_ALTERNATIVE = regex(r"\s*(?:hoặc|trừ)(?!\w)")
_FEW = 8
_PARTED = regex(r"[,;:\d]|(?<!\w)(?:và|hoặc|nhưng|thì|để|khi|nếu)(?!\w)")
_ALSO_GRANTED = regex(r",\s+được\s+(?:hưởng|trả|quyền|nhận)(?!\w)")
_PURPOSE = regex(r"(?<!\w)để(?!\w)")
_THING_ENDS = regex(r"(?:\s+(?:là|phải|được|quy định|tính|xác định))+$")
_NO_THING = regex(r"[:“”\"()]|(?<!\w)(?:thì|nhưng|hoặc|mà|là|phải|được)(?!\w)")


def clauses(
    view: View, start: int, end: int, context: str | None = None, assignment: tuple[Subject, Cue] | None = None
) -> list[Clause]:
    """The norms of the sentence between two positions, which begins after its number; ``context`` is a condition told above it.

    ``assignment`` is who is given a task where no modality tells it.

    >>> from regraph.pipeline.clean import clean
    >>> said = "Chi bộ có tính chất đặc thù được áp dụng không quá 3 lần trong năm"
    >>> [found] = clauses(clean(said), 0, len(said))
    >>> found.subject, found.condition, found.modality, found.limit.number
    ('chi bộ', 'có tính chất đặc thù', 'may', 3)
    """
    if end - start > _LONGEST:
        return []
    found: list[Clause] = []
    goes_on: Clause | None = None
    before = start
    opens = bool(before_subject().match(view.lower, start))
    opening: str | None = None
    for a, b in _segments(view, start, end):
        if a > start and _breaks_off(view, before, a):
            return found
        held = opens and a > start and not before_subject().match(view.lower, a)
        under = opening if held else context
        read = list(_segment(view, a, b, under, a == start, assignment if a == start else None, goes_on))
        if opens and a == start and read and _HOLDS_ON.match(view.lower, start):
            opening = read[0].shared
        elif held and under is None:  # `Hằng năm, A phải …; B phải …`: whether it holds for B is not sure
            read = [clause for clause in read if goes_on and clause.subject == goes_on.subject]
        if not read and goes_on and (further := _further(view, a, b, goes_on)):
            read = [further]
        goes_on = _may_go_on(read[-1], b) if read else None
        before = a
        if found and read and _says_less(read[0].action, found[-1].action):  # `…; chi bộ được áp dụng không quá …`
            read[0] = replace(read[0], action=found[-1].action)
        found += read
    return [c for c in found if c.action is None or c.limit or len(c.action.split()) > 1]


def _breaks_off(view: View, before: int, at: int) -> bool:
    """Whether the part of a sentence that begins at ``before``, up to the next one, only begins a row of names or a list."""
    said = view.lower[before:at]
    return ":" in said or (only_names(said) and not modalities(view.lower, before, at))


def _may_go_on(last: Clause, end: int) -> Clause | None:
    """The norm whose subject and modality hold for what follows it: `phải nộp phí; thông báo …`."""
    return last if last.end == end and last.action and last.modality in _GOES_ON else None


def _further(view: View, start: int, end: int, norm: Clause) -> Clause | None:
    """The norm that a part without a modality adds to the one before it."""
    granted = norm.modality == "must" and view.lower.startswith(_PASSIVE, start)
    action = action_between(view, start, end) if not granted and act(view.lower, start, end) else None
    if action is None:
        return None
    condition = joined(norm.shared, action.condition)
    return replace(norm, condition=condition, action=action.words, limit=action.limit, start=start, end=end)


def _says_less(action: str | None, before: str | None) -> bool:
    """Whether an action is only the verb of the one before it."""
    return bool(action and before and before.startswith(f"{action} ") and len(action.split()) <= 2)


def _segments(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts between semicolons, without the marks at their ends."""
    at = start
    while at < end:
        stop = _semicolon(view, at, end)
        stop = end if stop < 0 else stop
        a, b = at, stop
        while a < b and view.text[a] in " ,.-\n":
            a += 1
        while b > a and view.text[b - 1] in " ,.;-\n":
            b -= 1
        if a < b:
            yield a, b
        at = stop + 1


def _semicolon(view: View, at: int, end: int) -> int:
    """The next semicolon that parts what is said; not one before an alternative or an exception: `khi đến hạn; hoặc khi …`."""
    while (stop := view.text.find(";", at, end)) >= 0 and _ALTERNATIVE.match(view.lower, stop + 1, end):
        at = stop + 1
    return stop


def _segment(
    view: View,
    start: int,
    end: int,
    context: str | None,
    first_of_sentence: bool,
    assignment: tuple[Subject, Cue] | None,
    goes_on: Clause | None,
) -> Iterator[Clause]:
    lower = view.lower
    cues = modalities(lower, start, end)
    if not cues and assignment is None:
        if first_of_sentence and (limited := _limited(view, start, end, context)):
            yield limited
        return
    n, subject = _subject(view, start, cues)
    if subject is None and assignment is not None:
        n, subject, cues = 0, assignment[0], [assignment[1], *(cue for cue in cues if cue.start > assignment[1].action)]
    if subject is None and goes_on is not None and (carried := _carried(lower, goes_on, cues, start)):
        n, subject, context = 0, carried, None
    if subject is None or (n and not subject.condition and not subject.may_hold_modality):
        return
    condition = subject.condition if context == f"đối với {subject.words}" else joined(context, subject.condition)
    begin = start
    while True:
        cue = cues[n]
        further = next((m for m in range(n + 1, len(cues)) if _joins(lower, cue.action, cues[m].start)), None)
        stop = end if further is None else _before_joint(lower, cue.action, cues[further].start)
        clause = _clause(view, subject, condition, cue, (begin, stop, end))
        if clause is None:
            return
        if further is None or not is_bare_act(clause.action or ""):  # `phải bảo đảm và chịu trách nhiệm về …`
            yield clause
        if further is None:
            return
        if then := _THEN.search(lower, cue.action, cues[further].start):
            when = then.span("when") if then["when"] else then.span("condition")
            condition = joined(condition, view.words(*when))
        n, begin = further, cues[further].start


def _subject(view: View, start: int, cues: list[Cue]) -> tuple[int, Subject | None]:
    """Which modality is the first that has a subject, and its subject."""
    for n, cue in enumerate(cues):
        if n and not view.text[cues[n - 1].action : cue.start].strip() and cues[n - 1].action > cues[n - 1].start:
            continue  # `… và phải chịu trách nhiệm`: it belongs to the modality before it
        if _tells_who(view.lower, cues[n : n + 2]):
            continue
        subject = subject_before(view, start, cue.start)
        if subject is not None and not (cue.bodies and subject.may_hold_modality):
            return n, subject
    if cues and cues[0].modality in _OF_THINGS and not cues[0].bodies:
        return 0, thing_before(view, start, cues[0].start, cues[0].action)
    return 0, None


def _carried(lower: str, norm: Clause, cues: list[Cue], start: int) -> Subject | None:
    """The subject of the norm before it, when a part begins with a further modality: `phải nộp phí; không được …`."""
    if norm.subject and cues and cues[0].start == start and is_asked(lower, norm.subject, cues[0].action):
        return Subject(norm.subject, norm.shared, False)
    return None


def _tells_who(lower: str, cues: list[Cue]) -> bool:
    """Whether the first of two modalities only tells who the subject is: `đơn vị được lựa chọn phải …`."""
    if len(cues) < 2 or lower[cues[0].start : cues[0].action] != _PASSIVE or "được" in lower[cues[1].start : cues[1].action]:
        return False
    between = lower[cues[0].action : cues[1].start]
    return len(between.split()) <= _FEW and not _PARTED.search(between) and not _NESTED.search(between)


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


def _clause(view: View, subject: Subject, condition: str | None, cue: Cue, at: tuple[int, int, int]) -> Clause | None:
    """The norm that ``at`` bounds: where it begins, where its action ends, and where the part of the sentence does."""
    begin, stop, end = at
    after, modality = cue.action, cue.modality
    only = view.lower.startswith("chỉ", cue.start)
    said = view.lower[after:stop]
    if ":" in view.text[after : stop + 1]:
        return None
    if modality != "must" and begins_with_subject(said.lstrip()):  # `không được tổ chức đảng kết nạp`
        return None
    if "được" in view.lower[cue.start : after] and _GRANTED.search(said):  # `… được phép sử dụng được nhập khẩu`
        return None
    if (again := AGAIN.search(said)) and not _NESTED.search(said[: again.start()]):
        comma = said.rfind(",", 0, again.start())
        if comma < 0 or not _OF_ITS_OWN.match(said, comma, again.start()):
            return None
        stop = after + comma
    parted = condition_after(view, after, stop)
    if parted is None:
        return None
    action_end, own = parted
    if only:
        if own is None:
            return None
        own = f"chỉ {own}"
    if modality == "must" and _ALSO_GRANTED.search(said):  # `phải giữ kho, được hưởng thù lao`
        return None
    if own and deadline(own) and _PURPOSE.search(view.lower, after, action_end):
        return None  # `yêu cầu giải thích để có kết luận trong thời hạn 5 ngày`: of which act it is, is not plain
    if own and condition and own.split()[:2] == condition.split("; ")[-1].lower().split()[:2]:
        return None  # a deadline for each of two acts
    told = limits(view.lower, after, action_end)
    if len(told) > 1 or any(t.limit is None for t in told) or (told and several_counts(view.lower, after, end)):
        return None
    limit = _every(told[0].limit, condition) if told else time_left(modality, condition, own, said)
    last = told and not view.lower[told[0].end : action_end].strip(" ,.")
    if last and not UNFINISHED.search(view.lower[after : told[0].start].rstrip(" ,")):
        action_end = told[0].start  # `có ít nhất 5 thành viên` is nothing without its limit
    action = view.words(after, action_end).strip(_ENDS)
    if action[1:2].islower():
        action = action[0].lower() + action[1:]
    if not _is_action(action) or (action.startswith(_APPLY) and modality == "may" and not (limit or only)):
        return None  # `được áp dụng đối với …` is a passive
    if view.lower[cue.start : after] == _PASSIVE and not limit and holds_verb(subject.words):
        return None  # `cơ quan thuế lập danh sách người được mua …`
    words = subject.words
    if action == _APPLY and (parts := _DOES.match(words)):  # `chi bộ thí điểm họp theo tổ được áp dụng …`
        words, action = parts["who"], parts["does"]
    return Clause(words, joined(condition, own), modality, action, limit, begin, stop, shared=condition)


def _is_action(words: str) -> bool:
    return (
        0 < len(words) <= _LONGEST_ACTION
        and not _NO_ACTION.match(words.lower())
        and words.count("(") == words.count(")")
        and not NOT_PLAIN.search(words.lower())
        and not several_sentences(words)
        and not UNFINISHED.search(words.lower())
        and not _THEN_IN.search(words.lower())
    )


def _every(limit: Limit | None, condition: str | None) -> Limit | None:
    """A limit with the period that the condition tells: `hằng năm, … ít nhất một lần`."""
    period = _PERIOD.match(condition.lower()) if condition and limit and limit.unit == "lần" and not limit.per else None
    return replace(limit, per=period["period"]) if limit and period else limit


def time_left(modality: NormModality, condition: str | None, own: str | None, action: str) -> Limit | None:
    """The time that the conditions leave for an action, unless it is one that lasts as long.

    >>> time_left("must", "trong thời hạn 5 ngày kể từ ngày nhận đơn", None, "trả lời")
    Limit(bound='at_most', number=5, unit='ngày', per=None)
    """
    if modality == "must_not" or _LASTS.match(action.lstrip()):
        return None
    return next((limit for said in (condition, own) if said and (limit := deadline(said) or _ahead(said))), None)


def _ahead(condition: str) -> Limit | None:
    """How long before something a thing is to be done: `trước khi họp ít nhất 10 ngày`."""
    told = limits(condition.lower(), 0, len(condition)) if condition.lower().startswith("trước") else []
    return told[0].limit if len(told) == 1 else None


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
    limit, at, own = told[0].limit, told[0].end, None
    if limit.unit == "%" and (base := _BASE.match(lower, at, end)):
        limit, at = replace(limit, unit=f"% {view.words(*base.span('base'))}"), base.end()
    if rest := lower[at:end].strip(" ,."):
        tail = _CONDITION_OF_THING.match(lower, at, end)
        if tail is None or NOT_PLAIN.search(rest) or several_counts(lower, told[0].start, end):
            return None
        own = view.words(*tail.span("condition"))
    return Clause(lowered(thing), joined(context, condition, own), "limit", None, limit, start, end)
