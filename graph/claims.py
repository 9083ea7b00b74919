"""What sources state of the time of documents and provisions, gathered by document: starts, ends, suspensions, conditions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from regraph.graph.days import UNKNOWN, Day, known
from regraph.graph.effects import IN_EFFECT
from regraph.graph.orders import Order, order
from regraph.graph.parts import same, within
from regraph.graph.resolution import Resolution, ResolvedDocument, ResolvedRelation
from regraph.model import Statement

ENDING = {"replaces": "replaced", "repeals": "repealed"}
EXTENDED = "effect.extended"  # the rule of reading by which a day or condition is one to which the effect is prolonged
_ACTING = {*ENDING, "amends", "suspends", "extends", "guides"}
_CONSOLIDATION = "Văn bản hợp nhất"


@dataclass(frozen=True, slots=True)
class Stated:
    """A day, with the statements that say it."""

    day: Day
    value: str
    said: tuple[Statement, ...]

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements."""
        return tuple(sorted(statement.id for statement in self.said))


@dataclass(slots=True)
class OfPart:
    """What is stated of a provision, beside what is done to it, under all the ``names`` that it is given."""

    names: list[str] = field(default_factory=list)
    starts: list[Stated] = field(default_factory=list)
    ends: list[Stated] = field(default_factory=list)
    extended: list[Stated] = field(default_factory=list)


@dataclass(slots=True)
class Claims:
    """What is stated of one document: its ``parts`` by their spelling-free form, its last days (``ends``), those to which it is
    ``extended``, and the relations by which others act on it or its parts (``acts``), and that it guides others (``guides``).
    """

    document: ResolvedDocument
    order: Order
    issued: Day
    parts: dict[str, OfPart] = field(default_factory=dict)
    ends: list[Stated] = field(default_factory=list)
    extended: list[Stated] = field(default_factory=list)
    acts: list[ResolvedRelation] = field(default_factory=list)
    guides: list[ResolvedRelation] = field(default_factory=list)

    def named(self, part: str) -> OfPart:
        """What is stated of a provision, in whatever spelling."""
        found = self.parts.setdefault(same(part), OfPart())
        if part not in found.names:
            found.names.append(part)
        return found

    def by_depth(self) -> Iterator[tuple[str, OfPart]]:
        """The provisions, each after those that it is part of."""
        yield from sorted(self.parts.items(), key=lambda item: (len(within(item[0])), item[0]))


def claims(resolution: Resolution) -> dict[str, Claims]:
    """What is stated of each document, by its id.

    What consolidates other documents changes none of them: what its text replaces, they replaced.
    """
    found = {document.id: _of(document) for document in resolution.documents}
    for relation in resolution.relations:
        if relation.part:
            found[relation.target].named(relation.part)
        if relation.type not in _ACTING or found[relation.source].document.value("kind") == _CONSOLIDATION:
            continue
        found[relation.target].acts.append(relation)
        if relation.type == "guides":
            found[relation.source].guides.append(relation)
    _add_stated(resolution, found)
    for document in resolution.documents:
        effects = document.effects
        written = {claim.part for claim in effects.suspensions} | {claim.part for claim in effects.until}
        for part in sorted(part for parts in written for part in _parts(parts)):
            found[document.id].named(part)
    return found


def _of(document: ResolvedDocument) -> Claims:
    value = document.value
    issued = known(value("issued"))
    return Claims(document, order(value("kind"), value("symbol"), value("issuer")), issued)


def _add_stated(resolution: Resolution, found: dict[str, Claims]) -> None:
    """The days of provisions, all last days, and those to which effects are extended; which days of a whole document are taken is
    chosen elsewhere."""
    stated: dict[tuple[str, str, str, str, bool], list[Statement]] = defaultdict(list)
    for statement in resolution.statements:
        if statement.predicate not in ("effective_from", "effective_to") or not statement.value:
            continue
        document = resolution.documents_of.get((statement.source, statement.subject))
        verdict = resolution.verdicts.get(statement.id)
        if (
            document is None
            or statement.zone != "main"
            or statement.modality not in IN_EFFECT
            or (verdict is not None and verdict.verdict == "rejected")
        ):
            continue
        extended = statement.predicate == "effective_to" and statement.rule == EXTENDED
        parts = _parts(dict(statement.qualifiers).get("part"))
        for part in parts or ([""] if statement.predicate == "effective_to" else []):
            stated[document, part, statement.predicate, statement.value, extended].append(statement)
    for (document, part, predicate, value, extended), said in sorted(stated.items(), key=lambda item: item[0]):
        day = known(value)
        if day == UNKNOWN:
            continue
        told = Stated(day, value, tuple(said))
        of = found[document].named(part) if part else found[document]
        if extended:
            of.extended.append(told)
        elif predicate == "effective_to":
            of.ends.append(told)
        elif isinstance(of, OfPart):
            of.starts.append(told)


def _parts(written: str | None) -> list[str]:
    return [" ".join(part.split()) for part in (written or "").split(";") if part.strip()]


def statements_of(relations: Iterable[ResolvedRelation]) -> tuple[str, ...]:
    """The ids of all statements that state the relations."""
    return tuple(sorted({statement.id for relation in relations for statement in relation.statements}))
