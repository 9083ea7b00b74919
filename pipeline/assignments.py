"""Tasks that are given without a word of modality: `giao Sở Y tế lập kế hoạch`, `Sở Y tế: lập kế hoạch` under a heading on tasks.

In a list of somebody's duties an item that plainly tells the task of an authority (`Bộ Công an lập kế hoạch` under `Trách nhiệm
của Bộ Y tế:`) is a norm of that authority; one that only names somebody else is a norm of nobody.
"""

from __future__ import annotations

import re
from functools import cache

from regraph.pipeline.actions import acts_in
from regraph.pipeline.clean import View
from regraph.pipeline.modalities import Cue
from regraph.pipeline.outline import Line
from regraph.pipeline.patterns import regex
from regraph.pipeline.subjects import Subject, authority_between, is_head
from regraph.pipeline.vocabulary import alternatives, table

_LONGEST_NAME = 240
_COLON = regex(r"\s*:\s*$")
_HEADING = 200
_SENTENCE_ENDS = (".", ";", ":")


@cache
def _gives() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('norms')['tasks']['gives'])})\s+")


@cache
def _under() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(table('norms')['tasks']['under'])})(?!\w)")


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(alternatives(table("norms")["tasks"]["alone"]))


def _begins_name(words: str) -> bool:
    """Whether the words may only begin a name or be a verb: `Văn phòng (đăng ký đất đai)`, `Lưu trữ (hồ sơ)`."""
    return is_head(words) and not _alone().fullmatch(words.lower())


def assigns(view: View, line: Line) -> bool:
    """Whether the line stands under a heading that says who has which task."""
    above = line.above
    while above is not None:
        if above.end - above.body <= _HEADING and _under().search(view.lower, above.body, above.end):
            return True
        above = above.above
    return False


def may_assign(view: View, line: Line) -> bool:
    """Whether `assignment` may find a task at the line's beginning.

    >>> from regraph.pipeline.clean import clean
    >>> said = "Giao Sở Y tế lập kế hoạch"
    >>> may_assign(clean(said), Line(0, len(said), 0, None, None, 4))  # doctest: +SKIP
    True
    """
    return _gives().match(view.lower, line.body) is not None or assigns(view, line)


def assignment(view: View, start: int, end: int, *, by_name: bool) -> tuple[Subject, Cue] | None:
    """Whom a sentence gives a task, and where the task begins; ``by_name`` when the name alone is enough.

    >>> from regraph.pipeline.clean import clean
    >>> said = "Giao Sở Y tế lập kế hoạch"
    >>> subject, cue = assignment(clean(said), 0, len(said), by_name=False)
    >>> subject.words, said[cue.action :]
    ('Sở Y tế', 'lập kế hoạch')
    """
    gives = _gives().match(view.lower, start, end)
    if gives is None and not by_name:
        return None
    if gives is None and view.text[end - 1] not in _SENTENCE_ENDS and view.text[end : end + 1] not in _SENTENCE_ENDS:
        return None  # a title: `2. Văn phòng đăng ký đất đai`
    at = gives.end() if gives else start
    for act in acts_in(view.lower, at + 1, min(end, at + _LONGEST_NAME)):
        after_colon = _COLON.search(view.text, at, act.start())
        if not (after_colon or view.text[act.start()].islower()) or (act["power"] and gives is None):
            continue
        who = authority_between(view, at, after_colon.start() if after_colon else act.start())
        if who is not None and (after_colon or not _begins_name(who.words)):
            return who, Cue(act.start(), act.start(), "must")
    return None
