"""What is to be done, where the words tell nobody who does it: an item of a list, what follows after a semicolon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

from regraph.model import Limit
from regraph.pipeline.clean import View
from regraph.pipeline.conditions import NOT_PLAIN, UNFINISHED, condition_after, several_sentences
from regraph.pipeline.limits import deadline, limits, several_counts
from regraph.pipeline.modalities import says_another
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives, table

Act: TypeAlias = Literal["duty", "power"]

_LONGEST = 500
_ENDS = " ;.,/\n"
_NO_ACTION = regex(
    r"(?:là|(?:quyền|trách\s+nhiệm|nghĩa\s+vụ|nhiệm\s+vụ)|(?:các\s+|những\s+)(?:hành\s+vi|quyền|trách\s+nhiệm|nghĩa\s+vụ|nhiệm\s+vụ|việc|nội\s+dung|trường\s+hợp))\s"
    r"|trường\s+hợp|khi\s|nếu\s|đối\s+với|nghiêm\s+cấm|định\s+kỳ|(?:hằng|hàng)\s+(?:năm|quý|tháng)|[^\w(“\"]"
)
_THEN = regex(r"(?<!\w)thì(?!\w)")


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done, on what condition and how much, up to ``end`` of the view."""

    words: str
    condition: str | None
    limit: Limit | None
    end: int


@cache
def _acts() -> re.Pattern[str]:
    rows = table("norms")["acts"]
    return re.compile(rf"(?:(?P<duty>{alternatives(rows['duties'])})|(?P<power>{alternatives(rows['powers'])}))(?!\w)")


def act(lower: str, start: int, end: int) -> Act | None:
    """Whether what begins at ``start`` is something that one has to do or may do; None when it is no known verb.

    >>> act("báo cáo cấp trên", 0, 16), act("đề nghị khen thưởng", 0, 19), act("đơn vị", 0, 6)
    ('duty', 'power', None)
    """
    found = _acts().match(lower, start, end)
    if found is None:
        return None
    return "duty" if found["duty"] else "power"


@cache
def _either() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('norms')['acts']['either'])})(?!\w)")


def is_either(lower: str, start: int, end: int) -> bool:
    """Whether what begins at ``start`` may as well be a duty as a right: `tham gia quản lý`."""
    return bool(_either().match(lower, start, end))


def is_bare_act(words: str) -> bool:
    """Whether words are a known verb and no more.

    >>> is_bare_act("bảo đảm"), is_bare_act("bảo đảm an toàn")
    (True, False)
    """
    return bool(_acts().fullmatch(words.lower()))


def acts_in(lower: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The known verbs between two positions, in order; the groups are `duty` and `power`."""
    yield from _act_within().finditer(lower, start, end)


@cache
def _act_within() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_acts().pattern}")


def action_between(view: View, start: int, end: int) -> Action | None:
    """The action that two positions bound, None where it goes on below or is not plain.

    >>> from regraph.pipeline.clean import clean
    >>> action_between(clean("Trả lời đơn khi có yêu cầu;"), 0, 27)
    Action(words='trả lời đơn', condition='khi có yêu cầu', limit=None, end=26)
    """
    while end > start and view.text[end - 1] in _ENDS:
        end -= 1
    if end - start > _LONGEST or NOT_PLAIN.search(view.lower, start, end) or _NO_ACTION.match(view.lower, start):
        return None
    parted = condition_after(view, start, end)
    if parted is None or says_another(view.lower[start : parted[0]]):
        return None
    words = view.words(start, parted[0]).strip(_ENDS)
    if (
        len(words.split()) < 2
        or UNFINISHED.search(words.lower())
        or several_sentences(words)
        or _THEN.search(words.lower())
        or words.count("(") != words.count(")")
    ):
        return None
    told = limits(view.lower, start, end)
    if told and (len(told) > 1 or told[0].limit is None or several_counts(view.lower, start, end)):
        return None
    limit = told[0].limit if told else deadline(parted[1]) if parted[1] else None
    return Action(words[0].lower() + words[1:], parted[1], limit, end)
