"""Documents that a source tells only by kind and year (`thay thế Quyết định năm 2020`), found among those that are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from regraph.graph.clusters import LEAST_TITLE, Thing, is_day
from regraph.graph.comparison import Title, fold, title_words, titles_agree
from regraph.graph.effects import IN_EFFECT
from regraph.graph.groups import grouped
from regraph.graph.naming import Named
from regraph.model import Statement
from regraph.pipeline.vocabulary import Kind, kinds

Act: TypeAlias = tuple[str, str, str]
"""A document, what it does, and to which document, by their ids."""


@dataclass(frozen=True, slots=True)
class Predecessor:
    """What ``document`` does (``type``) to one told only by ``kind`` and ``year``, which is none or any of ``candidates``."""

    document: str
    type: str
    kind: str
    year: str | None
    candidates: tuple[str, ...]
    statements: tuple[Statement, ...]


def predecessors(
    statements: Iterable[Statement], documents_of: Mapping[Thing, str], documents: Mapping[str, Named], stated: Iterable[Act]
) -> tuple[dict[Act, list[Statement]], tuple[Predecessor, ...]]:
    """The acts on predecessors of which exactly one document can be meant, with their statements; and those not found.

    The one meant has the kind and the year told, or is older where no year is, and either some source states (``stated``) that
    the same is done to it, or it has the same issuer and a title like that of the document that acts.

    >>> acts, unresolved = predecessors([implied], documents_of, documents, [])  # doctest: +SKIP
    >>> list(acts)  # doctest: +SKIP
    [('215-QĐ/TW@2024-12-28', 'replaces', '216-QĐ/TW@2020-01-01')]
    """
    told: dict[tuple[str, str, str, str | None], list[Statement]] = defaultdict(list)
    for statement in statements:
        document = documents_of.get((statement.source, statement.subject))
        if statement.predicate != "predecessor" or document is None:
            continue
        if statement.modality in IN_EFFECT and statement.zone == "main":
            said = dict(statement.qualifiers)
            told[document, said["relation"], said["kind"], said.get("year")].append(statement)
    if not told:
        return {}, ()
    sure = {id_: document for id_, document in documents.items() if not document.cluster.candidates}
    by_issuer = grouped(sure, lambda id_: [fold(sure[id_].value("issuer"))])
    targets: dict[tuple[str, str], set[str]] = defaultdict(set)
    for source, type_, target in stated:
        targets[source, type_].add(target)
    found: dict[Act, list[Statement]] = defaultdict(list)
    unresolved: list[Predecessor] = []
    for (id_, type_, kind, year), said_so in sorted(told.items(), key=lambda item: tuple(part or "" for part in item[0])):
        own = documents[id_]
        known = [other for other in sorted(targets[id_, type_] & sure.keys()) if _fits(sure[other], own, kind, year)]
        issuer = fold(own.value("issuer"))
        alike = [
            other
            for other in sorted(by_issuer.get(issuer, ()) if issuer else ())
            if other != id_ and _fits(sure[other], own, kind, year) and _alike(sure[other], own)
        ]
        candidates = known or alike
        if len(candidates) == 1:
            found[id_, type_, candidates[0]] += said_so
        else:
            ordered = tuple(sorted(said_so, key=lambda statement: statement.id))
            unresolved.append(Predecessor(id_, type_, kind, year, tuple(candidates), ordered))
    return found, tuple(unresolved)


def _fits(other: Named, own: Named, kind: str, year: str | None) -> bool:
    issued, day = other.value("issued"), own.value("issued")
    if not issued or (is_day(issued) and is_day(day) and issued >= day):
        return False
    in_time = issued.startswith(year) if year else bool(day) and issued < day
    return in_time and _one_code(kind, other.value("kind"))


def _one_code(one: str, other: str) -> bool:
    """Whether two kinds are one or share a code, as Quyết định and Quy định do, which are taken for each other."""
    return fold(one) == fold(other) or not set(_codes(one)).isdisjoint(_codes(other))


def _codes(kind: str) -> Iterator[str]:
    known: Kind | None = kinds().get(kind.lower())
    yield from (code.letters for code in known.codes) if known else ()


def _alike(other: Named, own: Named) -> bool:
    titles = _title(other), _title(own)
    return all(len(title) >= LEAST_TITLE for title in titles) and titles_agree(*titles)


def _title(document: Named) -> Title:
    return title_words(document.value("title"))
