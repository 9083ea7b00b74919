"""What becomes of guidance when what it guides ends or is amended, by the rule of that day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from regraph.graph.claims import Claims, statements_of
from regraph.graph.courses import Course, End, Reason, Start, Stretch
from regraph.graph.days import Day
from regraph.graph.effect_rules import Rule, Status, deciding
from regraph.graph.parts import same, within
from regraph.graph.resolution import ResolvedRelation


@dataclass(frozen=True, slots=True)
class Guidance:
    """All documents with what is stated of them and what is known of their time; `settle` adds to the ``courses``."""

    claims: Mapping[str, Claims]
    starts: Mapping[str, Start]
    courses: Mapping[str, Course]
    parts: Mapping[str, Mapping[str, Course]]

    def settle(self) -> None:
        """Add what follows from the ends of what documents guide, each after what it guides.

        In a circle of documents that guide each other, and in what guides these, only their other ends count.
        """
        waiting = {id_: {act.target for act in told.guides} for id_, told in self.claims.items() if told.guides}
        while waiting:
            ready = sorted(id_ for id_, parents in waiting.items() if not parents & waiting.keys())
            if not ready:
                before = {id_: Course(course.start, [*course.ends], [*course.stretches]) for id_, course in self.courses.items()}
                for id_ in sorted(waiting):
                    self._leave(id_, before)
                return
            for id_ in ready:
                self._leave(id_, self.courses)
                del waiting[id_]

    def _leave(self, id_: str, courses: Mapping[str, Course]) -> None:
        """Add what follows for one guidance from the ends of all that it guides."""
        told, course = self.claims[id_], self.courses[id_]
        parents = sorted({(act.target, act.part or "") for act in told.guides})
        answers: list[tuple[Rule, End, ResolvedRelation]] = []
        for act in sorted(told.guides, key=lambda act: (act.target, act.part or "")):
            end = self._ending(act.target, act.part, courses) or self._amended(act)
            if end is None:
                course.stretches += _passed_on(act, courses[act.target])
                continue
            if _ended_before(end, course.start):
                continue
            rule = self._rule(told, end)
            if rule is not None:
                answers.append((rule, end, act))
        ended = [(rule, end, act) for rule, end, act in answers if rule.answer == "ended"]
        if ended and len({(act.target, act.part or "") for _, _, act in ended}) == len(parents):
            rule, end, act = max(ended, key=lambda item: (item[1].last.latest or "9999", item[2].target))
            basis = f"{act.target}, which it guides, is {_done(end.cause)}"
            course.ends.append(End(end.last, basis, "guidance", _left(rule, end, act), "guidance.when"))
            return
        for rule, end, act in answers:
            status: Status = "partly" if rule.answer == "ended" else rule.answer
            course.stretches.append(Stretch(status, end.last.moved(1), None, _left(rule, end, act)))

    def _rule(self, told: Claims, end: End) -> Rule | None:
        """The rule that tells what becomes of the guidance; when it may have been either of two, the one that leaves it open."""
        first = end.last.moved(1)
        if end.cause != "amended" and self._continued(told, first):
            return deciding("guidance.continued", told.order)
        if told.order.side == "state" and not told.order.legal:
            return deciding("guidance.administrative", told.order) if end.cause != "amended" else None
        found = {
            deciding("guidance", told.order, day, end.cause) for day in (first.earliest or first.latest, first.latest or "9999")
        }
        if len(found) > 1:
            return deciding("guidance.when", told.order) if end.cause != "amended" else None
        return found.pop()

    def _continued(self, told: Claims, first: Day) -> bool:
        return any(
            act.type == "extends" and act.part is None and not self.starts[act.source].day.surely_before(first)
            for act in told.acts
        )

    def _amended(self, act: ResolvedRelation) -> End | None:
        """The first amendment of what is guided that a rule on guidance is about, as if it were an end."""
        found = []
        order = self.claims[act.source].order
        for other in self.claims[act.target].acts:
            if other.type != "amends" and not (other.type == "replaces" and other.part):
                continue
            day = self.starts[other.source].day
            overlap = not act.part or not other.part or same(act.part) in (same(other.part), *within(other.part))
            if overlap and day.earliest and deciding("guidance", order, day.earliest, "amended"):
                says = f"amended by {other.source}"
                reason = Reason("guidance.2025", says, statements_of([other]), ((other.source, day.latest),))
                found.append(End(day.moved(-1), says, "amended", reason))
        return min(found, key=lambda end: (end.last.latest or "", end.basis), default=None)

    def _ending(self, id_: str, part: str | None, courses: Mapping[str, Course]) -> End | None:
        """How a document, or a provision with all above it, ends."""
        ends = [*courses[id_].ends]
        if part:
            ends += [end for key in (same(part), *within(part)) if key in self.parts[id_] for end in self.parts[id_][key].ends]
        return Course(self.starts[id_], ends).ending()


def _ended_before(end: End, start: Start) -> bool:
    """Whether what is guided ended before the guidance began: then this was made for something else, or for what follows."""
    first = end.last.moved(1)
    return bool(start.day.earliest and first.latest and start.day.earliest >= first.latest)


def _passed_on(act: ResolvedRelation, parent: Course) -> list[Stretch]:
    """Guidance of guidance shares what became of this when what it guides ended."""
    found = []
    for stretch in parent.stretches:
        if stretch.reason.rule.startswith("guidance.") and stretch.status in ("unknown", "continues_if_not_contrary"):
            says = f"it guides {act.target}, of which: {stretch.reason.says}"
            reason = Reason(stretch.reason.rule, says, statements_of([act]), ((act.target, stretch.first.latest),))
            found.append(replace(stretch, reason=reason))
    return found


def _left(rule: Rule, end: End, act: ResolvedRelation) -> Reason:
    what = f"{act.part} {act.target}" if act.part else act.target
    since = f" from {end.last.moved(1).exact}" if end.last.exact else ""
    says = f"it guides {what}, which is {_done(end.cause)}{since} ({end.basis})"
    return Reason(rule.id, says, (*statements_of([act]), *end.reason.statements), ((act.target, end.last.moved(1).latest),))


def _done(cause: str) -> str:
    return cause if cause in ("replaced", "repealed", "amended") else "ended"
