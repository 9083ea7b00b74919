"""Which persons of different sources are one person, and the positions they hold."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from regraph.graph.bodies import body
from regraph.graph.comparison import fold
from regraph.graph.deciding import Ruling, groups_as_decided
from regraph.graph.groups import Groups
from regraph.model import Statement


@dataclass(frozen=True, slots=True)
class Position:
    """A position by its title, and the body it belongs to when a source says so."""

    id: str
    title: str
    body: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person, who they are in each source as (source, subject), and the statements on each of their positions."""

    id: str
    name: str
    members: frozenset[tuple[str, str]]
    positions: Mapping[Position, tuple[Statement, ...]]


def people(statements: Sequence[Statement], ruling: Ruling) -> list[Person]:
    """The persons in ``statements``, all of which have the predicate ``holds``.

    Persons of one name are one when sources give them the same position or the same body, else they stay apart. A title
    without its body is that of the only body with which the same name bears it. What the ``ruling`` says comes first.

    >>> [person.name for person in people([mai_in_one_source, mai_in_another], Ruling())]  # doctest: +SKIP
    ['Trương Thị Mai']
    """
    bodies = _bodies(statements)
    positions = _positions(statements, bodies)
    groups = Groups()
    for statement in statements:
        person, name, at = (statement.source, statement.subject), fold(_name(statement)), bodies[statement.id]
        groups.join(person, ("position", name, fold(statement.value or ""), at))
        for shared in {at, _implied(statement.value or "")} - {None}:
            groups.join(person, ("body", name, shared))
    persons: dict[Hashable, list[Statement]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: s.id):
        persons[groups.root((statement.source, statement.subject))].append(statement)
    told = groups_as_decided(persons, ruling)
    namesakes = Counter(fold(_name(said[0])) for said in told)
    found = (_person(said, positions, namesakes[fold(_name(said[0]))] > 1) for said in told)
    return _with_own_ids(found)


def _name(statement: Statement) -> str:
    return statement.subject.removeprefix("Person:")


def _implied(title: str) -> str | None:
    """The body that a title names: `Bộ Tài chính` in `Bộ trưởng Tài chính`; None when it may be any place's."""
    named = body(title)
    return named.name if named.known and (named.place or not named.local) else None


def _bodies(statements: Iterable[Statement]) -> dict[str, str | None]:
    """The name of the body of each position stated, by statement id."""
    stated = {s.id: body(written).name if (written := dict(s.qualifiers).get("body")) else None for s in statements}
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for statement in statements:
        if at := stated[statement.id]:
            known[fold(_name(statement)), fold(statement.value or "")].add(at)
    for statement in statements:
        if stated[statement.id] is None:
            only = known.get((fold(_name(statement)), fold(statement.value or "")), set())
            stated[statement.id] = next(iter(only)) if len(only) == 1 else None
    return stated


def _positions(statements: Iterable[Statement], bodies: Mapping[str, str | None]) -> dict[str, Position]:
    """The position that each statement means, in the wording that most statements have; `Trưởng Ban` is `Trưởng ban`."""
    wordings: dict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    keys = {s.id: (fold(s.value or ""), bodies[s.id]) for s in statements}
    for statement in statements:
        wordings[keys[statement.id]][statement.value or ""] += 1
    positions: dict[tuple[str, str | None], Position] = {}
    for (key, at), counts in wordings.items():
        title = min(counts, key=lambda wording: (-counts[wording], wording))
        positions[key, at] = Position(title if at is None or fold(at) in key else f"{title}, {at}", title, at)
    return {id_: positions[key] for id_, key in keys.items()}


def _person(said: Sequence[Statement], positions: Mapping[str, Position], namesake: bool) -> Person:
    names = Counter(_name(statement) for statement in said)
    name = min(names, key=lambda wording: (-names[wording], wording))
    held: dict[Position, list[Statement]] = defaultdict(list)
    for statement in said:
        held[positions[statement.id]].append(statement)
    by_position = {position: tuple(held[position]) for position in sorted(held, key=lambda position: position.id)}
    id_ = f"{name} ({next(iter(by_position)).id})" if namesake else name
    return Person(id_, name, frozenset((s.source, s.subject) for s in said), by_position)


def _with_own_ids(persons: Iterable[Person]) -> list[Person]:
    """Persons that would still share an id are told apart by their first source."""
    by_id: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        by_id[person.id].append(person)
    own: list[Person] = []
    for id_, sharing in sorted(by_id.items()):
        first, *others = sorted(sharing, key=lambda person: min(person.members))
        own += [first, *(Person(f"{id_}~{min(p.members)[0][:8]}", p.name, p.members, p.positions) for p in others)]
    return own
