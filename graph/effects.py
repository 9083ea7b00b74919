"""What sources say of a document's time beside its days: when it is suspended, until what it lasts, what it ends in general."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from regraph.graph.clusters import Thing
from regraph.model import Span, Statement

IN_EFFECT = frozenset({"enacted", "reported"})
_Time: TypeAlias = tuple[str | None, str | None, str | None, str | None]
_SUSPENDED = ("suspended_from", "suspended_to", "suspended_until")
_PREDICATES = frozenset((*_SUSPENDED, "effective_until", "residual_repeal"))


@dataclass(frozen=True, slots=True)
class Suspension:
    """The document, or its ``part``, is out of force from the day ``begins`` to the day ``ends``, or ``until`` a condition."""

    part: str | None
    begins: str | None
    ends: str | None
    until: str | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """The document, or its ``part``, is in force until what ``until`` says in words (`có văn bản thay thế`)."""

    part: str | None
    until: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Effects:
    """What main texts state of one document as done, equal times with all statements that say so.

    ``residual`` are the clauses by which it ends whatever is contrary to it: nothing is known to end by them.
    """

    suspensions: tuple[Suspension, ...] = ()
    until: tuple[Condition, ...] = ()
    residual: tuple[Statement, ...] = ()


NO_EFFECTS = Effects()


def effects(statements: Iterable[Statement], documents_of: Mapping[Thing, str]) -> dict[str, Effects]:
    """The effects of each document of which sources state any, by its id.

    >>> effects([suspended_from_2022_12_01], documents_of)["31/2022/TT-BTC"].suspensions[0].begins  # doctest: +SKIP
    '2022-12-01'
    """
    bounds: dict[tuple[str, str | None, str, Span], list[Statement]] = defaultdict(list)
    until: dict[str, dict[tuple[str | None, str], list[Statement]]] = defaultdict(lambda: defaultdict(list))
    residual: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        predicate = statement.predicate
        if predicate not in _PREDICATES:
            continue
        document = documents_of.get((statement.source, statement.subject))
        if document is None or statement.modality not in IN_EFFECT or statement.zone != "main" or not statement.value:
            continue
        part = dict(statement.qualifiers).get("part")
        if predicate == "residual_repeal":
            residual[document].append(statement)
        elif predicate == "effective_until":
            until[document][part, statement.value].append(statement)
        else:
            bounds[document, part, statement.source, statement.span].append(statement)
    suspended: dict[str, dict[_Time, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for (document, part, _, _), said in bounds.items():
        told = {statement.predicate: statement.value for statement in said}
        begins, ends, condition = map(told.get, _SUSPENDED)
        suspended[document][part, begins, ends, condition] += said
    return {
        document: Effects(
            suspensions=tuple(
                Suspension(*time, _sorted(said))
                for time, said in sorted(suspended[document].items(), key=lambda item: tuple(bound or "" for bound in item[0]))
            ),
            until=tuple(
                Condition(part, words, _sorted(said))
                for (part, words), said in sorted(until[document].items(), key=lambda item: (item[0][0] or "", item[0][1]))
            ),
            residual=_sorted(residual[document]),
        )
        for document in sorted({*suspended, *until, *residual})
    }


def _sorted(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(statements, key=lambda statement: statement.id))
