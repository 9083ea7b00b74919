"""When each document and provision is in force, by the rules of effect, and what each answer rests on.

A document begins on the day that it states, else on that of its issue, which is assumed. It ends on its stated last day, or on
the day before a document that replaces or repeals the whole of it begins, whichever comes first; what ends a provision never ends
its document. Between lie suspensions; what it guides may end and leave it in one of four ways, by the law of that day. What is
not known to the day makes the answer unknown on the days between.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from regraph.graph.claims import ENDING, EXTENDED, Claims, OfPart, Stated, claims, statements_of
from regraph.graph.courses import Course, End, Judged, Period, Reason, Stretch, changes, judged, periods
from regraph.graph.days import UNKNOWN, Day, known
from regraph.graph.effect_rules import Status, deciding
from regraph.graph.effects import Condition, Suspension
from regraph.graph.guidance import Guidance
from regraph.graph.parts import place, same, within
from regraph.graph.resolution import Resolution, ResolvedRelation
from regraph.graph.starts import start_of, stated_start, with_parents
from regraph.model import Statement

_NAMED = 3
_FOLLOWED = 10
_BESIDE = 300  # characters, about two sentences


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day in force, None when not known or without end; each basis says what the day rests on.

    A basis is ``stated``, ``assumed: …``, ``derived: …`` or ``unknown: …``, and None where nothing is known to begin or end.
    """

    begins: str | None
    begins_basis: str | None
    ends: str | None
    ends_basis: str | None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The interval of a document and its periods, and those of the provisions that something is known of, by name."""

    interval: Interval
    periods: tuple[Period, ...]
    parts: Mapping[str, tuple[Period, ...]]


def provision_id(document: str, part: str) -> str:
    """The id of a part of a document.

    >>> provision_id("30/2020/NĐ-CP@2020-03-05", "khoản 2 Điều 5")
    '30/2020/NĐ-CP@2020-03-05#khoản 2 Điều 5'
    """
    return f"{document}#{part}"


def timelines(resolution: Resolution) -> dict[str, Timeline]:
    """The timeline of every document, by id.

    >>> timelines(resolution)["262-QĐ/TW@2014-10-08"].interval.ends_basis  # doctest: +SKIP
    'derived: replaced by 96-QĐ/TW@2023-02-02'
    """
    return _Validity(claims(resolution)).timelines()


class _Validity:
    """The courses of all documents and provisions, from what others do to them."""

    def __init__(self, known_claims: Mapping[str, Claims]) -> None:
        self.claims = known_claims
        first = {id_: start_of(told) for id_, told in known_claims.items()}
        self.starts = {id_: with_parents(first[id_], told, first, known_claims) for id_, told in known_claims.items()}
        self.courses = {id_: Course(self.starts[id_]) for id_ in known_claims}
        self.parts: dict[str, dict[str, Course]] = {}
        self.never: set[str] = set()
        for id_, told in known_claims.items():
            self._end_whole(told, self.courses[id_])
        self._leave_out_what_never_began()
        for id_, told in known_claims.items():
            whole = [condition for condition in told.document.effects.until if not condition.part]
            self._extend(self.courses[id_], told.extended, whole, [act for act in told.acts if act.part is None])
        for id_, told in known_claims.items():
            self._limit_whole(told, self.courses[id_])
            self.parts[id_] = {key: self._part_course(told, key, part) for key, part in told.by_depth()}
        Guidance(known_claims, self.starts, self.courses, self.parts).settle()

    def timelines(self) -> dict[str, Timeline]:
        return {id_: self._timeline(id_) for id_ in self.claims}

    # Ends of whole documents

    def _end_whole(self, told: Claims, course: Course) -> None:
        possible: list[tuple[End, bool]] = []
        if (stated := told.document.choices.get("effective_to")) and known(stated.value) != UNKNOWN:
            last = known(stated.value)
            reason = Reason("end.stated", f"its last day is stated: {stated.value}", stated.statements)
            possible.append((End(last, "stated", "stated", reason, "end.stated"), not last.surely_before(course.start.day)))
        for act in told.acts:
            if act.type in ENDING and act.part is None and not act.partly:
                impossible = self._impossible(act)
                if not (impossible and self._known_otherwise(act)):
                    chosen = [one for one in told.ends if stated and one.value == stated.value]
                    possible.append((self._end_by(act, told, chosen), not impossible))
        course.ends = sorted((end for end, can_be in possible if can_be), key=lambda end: (end.last.latest or "", end.basis))
        for end, _ in possible if not course.ends else ():
            derived = "" if end.cause == "stated" else "derived: "
            says = f"{end.last.exact or 'its last day'} ({derived}{end.basis}) lies before the start"
            reason = replace(end.reason, rule="end.impossible", says=says)
            course.stretches.append(Stretch("unknown", course.start.day, None, reason))

    def _end_by(self, relation: ResolvedRelation, told: Claims, ends: Sequence[Stated]) -> End:
        """The end of a document or provision by another, on the day before that begins; where this is not known, on one of its
        stated last days (``ends``) that is told beside the relation.
        """
        cause = ENDING[relation.type]
        start = self.starts[relation.source]
        rule = deciding(f"end.{cause}", told.order)
        reported = "" if any(s.modality == "enacted" for s in relation.statements) else ", as is reported"
        last, says = start.day.moved(-1), f"{cause} by {relation.source} {_from(start.day)}"
        statements = statements_of([relation])
        if start.day.exact is None and (stated := self._told_with(relation, ends)):
            last, says = stated.day, f"{cause} by {relation.source}; its last day is stated: {stated.value}"
            statements = tuple(sorted({*statements, *stated.statements}))
        reason = Reason(
            rule.id if rule else "end.unknown",
            says + reported,
            statements,
            ((relation.source, start.day.latest),),
        )
        return End(last, f"{cause} by {relation.source}", cause, reason)

    def _told_with(self, relation: ResolvedRelation, ends: Sequence[Stated]) -> Stated | None:
        """The last day that is told beside what ends the document, if it is not before that was issued."""
        issued = self.claims[relation.source].issued
        beside = [
            stated
            for stated in ends
            if not stated.day.surely_before(issued)
            and any(_beside(one, other) for one in stated.said for other in relation.statements)
        ]
        return beside[0] if len(beside) == 1 else None

    def _impossible(self, relation: ResolvedRelation) -> bool:
        """Whether the dates rule out that one document ends the other: it is the older one, or would end it before its issue."""
        actor, target = self.claims[relation.source], self.claims[relation.target]
        last, start = self.starts[relation.source].day.moved(-1), self.starts[relation.target].day
        if actor.issued.surely_before(target.issued) or last.surely_before(target.issued):
            return True
        both_known = actor.issued.exact and target.issued.exact
        return not both_known and last.surely_before(start)

    def _known_otherwise(self, relation: ResolvedRelation) -> bool:
        """Whether an older document is said to end a newer one that is also said to end it, directly or by others: a misprint."""
        actor, target = self.claims[relation.source], self.claims[relation.target]
        if not actor.issued.surely_before(target.issued):
            return False
        seen, ahead = {relation.source}, [relation.source]
        while ahead:
            for act in self.claims[ahead.pop()].acts:
                if act.type in ENDING and act.part is None and act.source not in seen and not self._impossible(act):
                    if act.source == relation.target:
                        return True
                    seen.add(act.source)
                    ahead.append(act.source)
        return False

    def _leave_out_what_never_began(self) -> None:
        """A document that was ended before it began ends no other."""
        self.never = {
            id_ for id_, course in self.courses.items() if any(end.last.surely_before(course.start.day) for end in course.ends)
        }
        ends = {f"{how} by {id_}" for id_ in self.never for how in ENDING.values()}
        for course in self.courses.values() if ends else ():
            course.ends = [end for end in course.ends if end.basis not in ends]

    # Suspensions, extensions, conditions

    def _limit_whole(self, told: Claims, course: Course) -> None:
        acts = [act for act in told.acts if act.part is None]
        self._suspend(course, [s for s in told.document.effects.suspensions if not s.part], acts)
        self._untold(course, acts)

    def _extend(
        self, course: Course, extended: Sequence[Stated], until: Sequence[Condition], acts: Sequence[ResolvedRelation]
    ) -> None:
        stated = [end for end in course.ends if end.cause == "stated"]
        others = [end for end in course.ends if end.cause != "stated"]
        if extended:
            latest = max(extended, key=lambda told: (told.day.latest or "", told.value))
            if all((end.last.latest or "") <= (latest.day.latest or "") for end in stated):
                reason = Reason("end.extended", f"its effect is extended to {latest.value}", latest.statements)
                stated = [End(latest.day, f"extended to {latest.value}", "stated", reason, "end.extended")]
        for condition in until:
            statements = tuple(statement.id for statement in condition.statements)
            if any(statement.rule == EXTENDED for statement in condition.statements):
                stated = []
            reason = Reason("end.condition", f"it lasts until: {condition.until}", statements)
            course.stretches.append(Stretch("in_force", course.start.day, None, reason))
        prolonging = [act for act in acts if act.type == "extends"]
        if prolonging and stated and not extended and not until:
            says = f"{prolonging[0].source} extends its effect beyond {stated[0].last.latest}, to what day is not known"
            reason = Reason("end.unknown", says, statements_of(prolonging), ((prolonging[0].source, None),))
            stated = [End(Day(end.last.earliest, None), "extended, to what day is not known", "stated", reason) for end in stated]
        course.ends = others + stated

    def _suspend(self, course: Course, suspensions: Iterable[Suspension], acts: Iterable[ResolvedRelation]) -> None:
        suspending = [act for act in acts if act.type == "suspends"]
        told: set[str] = set()
        for suspension in suspensions:
            sources = {statement.source for statement in suspension.statements}
            told |= sources
            by = [act for act in suspending if sources & {statement.source for statement in act.statements}]
            first = known(suspension.begins) if suspension.begins else self.starts[by[0].source].day if by else UNKNOWN
            last = known(suspension.ends) if suspension.ends else None
            until = f"until: {suspension.until}" if suspension.until else "without a last day"
            reason = Reason(
                "suspended" if last else "suspended.open",
                f"suspended from {suspension.begins or first.exact or 'a day that is not known'} to {until}".replace(
                    "to until", "until"
                ),
                (*(statement.id for statement in suspension.statements), *statements_of(by)),
                tuple((act.source, first.latest) for act in by),
            )
            course.stretches.append(Stretch("suspended", first, last, reason))
        for act in suspending:
            if not told & {statement.source for statement in act.statements}:
                start, ending = self.starts[act.source], self.courses[act.source].ending()
                reason = Reason(
                    "suspended" if ending else "suspended.open",
                    f"suspended by {act.source}",
                    statements_of([act]),
                    ((act.source, start.day.latest),),
                )
                course.stretches.append(Stretch("suspended", start.day, ending.last if ending else None, reason))

    def _untold(self, course: Course, acts: Iterable[ResolvedRelation]) -> None:
        """Acts that end only some of the contents, it is not said which."""
        for act in acts:
            if act.type in ENDING and act.partly:
                start = self.starts[act.source]
                says = f"some of its contents are {ENDING[act.type]} by {act.source}"
                reason = Reason("part.untold", says, statements_of([act]), ((act.source, start.day.latest),))
                course.stretches.append(Stretch("partly", start.day, None, reason))

    # Provisions

    def _part_course(self, told: Claims, key: str, part: OfPart) -> Course:
        """What bears on a provision itself; what its document or the provision above it shares with it is added when judging."""
        course = Course(stated_start(part.starts) if part.starts else self.starts[told.document.id])
        for stated in part.ends:
            reason = Reason("end.stated", f"its last day is stated: {stated.value}", stated.statements)
            course.ends.append(End(stated.day, "stated", "stated", reason, "end.stated"))
        acts = [act for act in told.acts if act.part and same(act.part) == key]
        for act in acts:
            if act.type in ENDING and not act.partly and act.source not in self.never and not self._impossible(act):
                course.ends.append(self._end_by(act, told, part.ends))
        effects = told.document.effects
        self._extend(course, part.extended, [c for c in effects.until if _is(c.part, key)], acts)
        self._suspend(course, [s for s in effects.suspensions if _is(s.part, key)], acts)
        self._untold(course, acts)
        course.ends.sort(key=lambda end: (end.last.latest or "", end.basis))
        return course

    # Periods

    def _timeline(self, id_: str) -> Timeline:
        course, parts = self.courses[id_], self.parts[id_]
        days = {*changes(course), *(day for part in parts.values() for day in changes(part))}
        names = {key: self.claims[id_].parts[key].names for key in parts}
        of_parts: dict[str, tuple[Period, ...]] = {}
        for key in parts:
            above = [self.parts[id_][one] for one in within(key) if one in parts]
            own_days = {day for one in (course, parts[key], *above) for day in changes(one)}
            of_parts |= dict.fromkeys(names[key], periods(own_days, partial(self._judged_part, id_, key)))
        return Timeline(_interval(course), periods(days, partial(self._judged_whole, id_)), of_parts)

    def _judged_whole(self, id_: str, day: str) -> Judged:
        """A document as it is judged by itself and by its provisions."""
        course, parts = self.courses[id_], self.parts[id_]
        status, reasons = judged(course, day)
        if not parts or status not in ("in_force", "not_yet"):
            return status, reasons
        own = {key: judged(part, day)[0] for key, part in parts.items()}
        if status == "in_force":
            rule, differing = "part.not-in-force", [key for key, of_part in own.items() if of_part != "in_force"]
        else:
            begun = [key for key, of_part in own.items() if of_part == "in_force"]
            rule, differing = "part.in-force", [key for key in begun if parts[key].start is not course.start]
        names = sorted((self.claims[id_].parts[key].names[0] for key in differing), key=place)
        return ("partly", (_of_parts(rule, id_, names), *reasons)) if names else (status, reasons)

    def _judged_part(self, id_: str, key: str, day: str) -> Judged:
        """A provision as it is judged by itself and by all that it is part of, the nearest first."""
        told, course = self.claims[id_], self.parts[id_][key]
        status, reasons = judged(course, day)
        above = [(told.parts[one].names[0], self.parts[id_][one]) for one in within(key) if one in self.parts[id_]]
        for name, parent in [*above, (None, self.courses[id_])]:
            of_parent, _ = judged(parent, day)
            begun_before = of_parent == "not_yet" and course.start is not parent.start
            shared = status in ("in_force", "partly") and of_parent not in ("in_force", "partly") and not begun_before
            if status != "ended" and (of_parent == "ended" or shared):
                what = provision_id(id_, name) if name else id_
                return of_parent, (Reason("part.parent", f"{name or 'the document'} is {_said(of_parent)}", (), ((what, ""),)),)
        return status, reasons


def _beside(one: Statement, other: Statement) -> bool:
    return one.source == other.source and one.span.start - _BESIDE < other.span.start < one.span.end + _BESIDE


def _of_parts(rule: str, id_: str, names: Sequence[str]) -> Reason:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    what = "already in force" if rule == "part.in-force" else "not in force, or not surely"
    because = tuple((provision_id(id_, name), "") for name in names[:_FOLLOWED])
    return Reason(rule, f"{what}: {', '.join(names[:_NAMED])}{more}", (), because)


def _from(day: Day) -> str:
    if day.exact:
        return f"from {day.exact}"
    if day.earliest and day.latest:
        return f"from a day between {day.earliest} and {day.latest}"
    return "from a day that is not known"


def _said(status: Status) -> str:
    return {"in_force": "in force", "not_yet": "not yet in force"}.get(status, status.replace("_", " "))


def _is(part: str | None, key: str) -> bool:
    return any(same(one) == key for one in (part or "").split(";") if one.strip())


def _interval(course: Course) -> Interval:
    begins, basis = course.start.begins, course.start.basis
    if begins is None and course.start.day != UNKNOWN:
        basis = f"unknown: between {course.start.day.earliest} and {course.start.day.latest}"
    doubts = [s.reason.says for s in course.stretches if s.reason.rule == "end.impossible"]
    conditions = [s.reason.says for s in course.stretches if s.reason.rule == "end.condition"]
    end = course.ending()
    if end is None:
        because = f"unknown: {doubts[0]}" if doubts else f"open: {conditions[0]}" if conditions else None
        return Interval(begins, basis, None, because)
    if end.cause == "stated" and end.last.latest is None:
        return Interval(begins, basis, end.last.earliest, end.basis)
    if end.last.exact:
        return Interval(begins, basis, end.last.exact, end.basis if end.cause == "stated" else f"derived: {end.basis}")
    untold = ", whose start is not known" if end.cause in ENDING.values() else ""
    return Interval(begins, basis, None, f"unknown: {end.basis}{untold}")
