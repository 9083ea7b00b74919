"""What bears on the time of one document or provision, and the periods that follow from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from regraph.graph.days import Day, after
from regraph.graph.effect_rules import Status

EVER = "0001-01-01"  # a day before all others, to ask what was before anything happened
_FIRST_OF = ("suspended", "unknown", "continues_if_not_contrary", "partly", "in_force")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something holds: the ``rule``, what it ``says`` here, the ids of the ``statements``, and what else it follows from.

    ``because`` names other documents or provisions and a day, empty for the first of the period that this is the reason of; the
    period of theirs that holds the day is part of the proof.
    """

    rule: str
    says: str
    statements: tuple[str, ...] = ()
    because: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """The first day of effect; ``basis`` is ``stated``, ``assumed: …`` or ``unknown: …``, None when nothing is known.

    ``reason`` is why it is in force from then on, ``doubt`` why it is not known on the days on which it may have begun;
    ``begins`` is the day to be shown, which for an assumed effect is that of the issue though it may have begun later.
    """

    day: Day
    basis: str | None
    reason: Reason
    doubt: Reason
    begins: str | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The ``last`` day of effect and its ``cause``: replaced, repealed, stated or guidance.

    ``reason`` is why it is ended after that, ``doubt`` the rule by which it is not known on the days on which it may have ended.
    """

    last: Day
    basis: str
    cause: str
    reason: Reason
    doubt: str = "end.unknown"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From the day ``first`` to the day ``last``, or without end, a document that would be in force has another ``status``."""

    status: Status
    first: Day
    last: Day | None
    reason: Reason


@dataclass(slots=True)
class Course:
    """All that bears on the time of one document or provision."""

    start: Start
    ends: list[End] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)

    def ending(self) -> End | None:
        """How it ends, as surely as is known: the last day is not before any that may be one, nor after the first sure one."""
        if not self.ends:
            return None
        first = min(self.ends, key=lambda end: (end.last.latest or "9999-12-31", end.basis))
        may = [end.last.earliest for end in self.ends]
        return End(
            Day(None if None in may else min(filter(None, may)), first.last.latest), first.basis, first.cause, first.reason
        )


@dataclass(frozen=True, slots=True)
class Period:
    """The days ``first`` to ``last`` (None: no bound), on all of which one answer holds for the same reasons, the main one first.

    ``previous`` is the status of the period before, None for the first.
    """

    first: str | None
    last: str | None
    status: Status
    previous: Status | None
    reasons: tuple[Reason, ...]

    def holds(self, day: str | None) -> bool:
        """Whether the day lies in it; None is a day before all others."""
        asked = day or EVER
        return (self.first is None or self.first <= asked) and (self.last is None or asked <= self.last)


Judged = tuple[Status, tuple[Reason, ...]]


def periods(days: Iterable[str], judge: Callable[[str], Judged]) -> tuple[Period, ...]:
    """The periods between the ``days`` on which something may change, as the ``judge`` answers for the first day of each.

    They follow each other without gaps; neighbours differ in their answer or its reasons.
    """
    firsts = sorted(set(days) - {EVER})
    found: list[tuple[str | None, Judged]] = [(None, judge(EVER))]
    for first in firsts:
        judged = judge(first)
        if judged != found[-1][1]:
            found.append((first, judged))
    ends: Iterator[str | None] = iter([*(after(following or EVER, -1) for _, (following, _) in pairwise(found)), None])
    before: Sequence[Status | None] = [None, *(judged[0] for _, judged in found)]
    return tuple(
        Period(first, last, judged[0], previous, judged[1])
        for (first, judged), last, previous in zip(found, ends, before, strict=False)
    )


def changes(course: Course) -> Iterator[str]:
    """The days from which the course may give another answer."""
    days = [course.start.day]
    days += [end.last.moved(1) for end in course.ends]
    for stretch in course.stretches:
        days += [stretch.first] + ([stretch.last.moved(1)] if stretch.last else [])
    for day in days:
        yield from filter(None, (day.earliest, day.latest))


def judged(course: Course, day: str) -> Judged:
    """The answer for a day and its reasons, from all that bears on the document or provision itself.

    An end goes before a beginning: what was replaced before it began is ended. What may have happened, as its day is not known in
    full, makes the answer unknown.
    """
    start = course.start
    ended = [end for end in course.ends if end.last.latest and day > end.last.latest]
    if ended:
        return "ended", (min(ended, key=lambda end: (end.last.latest or "", end.basis)).reason,)
    if start.day.earliest and day < start.day.earliest:
        return "not_yet", (start.reason,)
    possible = [end for end in course.ends if end.last.earliest is None or day > end.last.earliest]
    if possible:
        end = min(possible, key=lambda end: (end.last.earliest or "", end.basis))
        return "unknown", (replace(end.reason, rule=end.doubt),)
    if start.day.latest is None or day < start.day.latest:
        return "unknown", (start.doubt,)
    holding = [stretch for stretch in course.stretches if _may_hold(stretch, day)]
    if not holding:
        return "in_force", (start.reason,)
    told = [(stretch.status if _holds(stretch, day) else "unknown", stretch) for stretch in holding]
    status, stretch = min(told, key=lambda item: (_FIRST_OF.index(item[0]), item[1].first.latest or "", item[1].reason.says))
    return status, (stretch.reason, start.reason)


def _holds(stretch: Stretch, day: str) -> bool:
    began = stretch.first.latest is not None and stretch.first.latest <= day
    return began and (stretch.last is None or (stretch.last.earliest is not None and day <= stretch.last.earliest))


def _may_hold(stretch: Stretch, day: str) -> bool:
    began = stretch.first.earliest is None or stretch.first.earliest <= day
    return began and (stretch.last is None or stretch.last.latest is None or day <= stretch.last.latest)
