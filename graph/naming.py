"""The ids of documents: readable, and the same whatever the order in which the sources came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from regraph.graph.bodies import Body, body, is_local_sign
from regraph.graph.clusters import Cluster, is_day
from regraph.graph.comparison import sign_year, usual_number, usual_sign
from regraph.graph.values import Choice


@dataclass(frozen=True, slots=True)
class Named:
    """A document with the choices for its attributes."""

    cluster: Cluster
    choices: Mapping[str, Choice]

    def value(self, attribute: str) -> str:
        """The value chosen for ``attribute``, empty when there is none."""
        choice = self.choices.get(attribute)
        return choice.value if choice else ""

    @property
    def issuer(self) -> Body | None:
        """The issuer chosen."""
        return body(self.value("issuer")) if self.value("issuer") else None


def ids(documents: Sequence[Named]) -> list[str]:
    """An id for each document, in the order given.

    ``96-QĐ/TW@2023-02-02`` by sign and day, ``Quy định 96@2023-02-02`` by kind, number and day, ``Luật Đất đai@2024``
    by name and year; behind it in brackets the place where places share the sign, or the issuer (before it the kind) where
    that is all that tells. A document that these do not tell from others, or that may be another, has the start of its first
    source's hash behind a tilde.
    """
    proposed = [_id(document) for document in documents]
    shared = Counter(id_ for id_, _ in proposed)
    found = [""] * len(documents)
    taken: set[str] = set()
    for at in sorted(range(len(documents)), key=lambda at: _order(documents[at].cluster)):
        id_, tells = proposed[at]
        source, key = documents[at].cluster.first
        issuer = documents[at].issuer
        if shared[id_] > 1 and documents[at].cluster.series:
            id_ = f"{documents[at].value('kind')} {id_}"
        elif tells and shared[id_] > 1 and issuer and not issuer.place:
            id_ = f"{id_} ({issuer.name})"
        tells = tells and not documents[at].cluster.candidates
        choices = (f"{id_}~{source[:8]}", f"{id_}~{source[:8]} {key.removeprefix('Document:')}", f"{id_}~{source} {key}")
        found[at] = next(choice for choice in ((id_, *choices) if tells else choices) if choice not in taken)
        taken.add(found[at])
    return found


def _order(cluster: Cluster) -> tuple[bool, bool, tuple[str, str]]:
    """Which of several documents with one id keeps it: one that is sure, in a main text, from the first source."""
    return bool(cluster.candidates), cluster.zone != "main", cluster.first


def _id(document: Named) -> tuple[str, bool]:
    """The id that says what tells the document, and whether that tells it from all others."""
    cluster, kind = document.cluster, document.value("kind") or "Văn bản"
    issuer = document.issuer
    place = issuer.place.label if issuer and issuer.place else ""
    day = document.value("issued") if is_day(document.value("issued")) else cluster.day
    if sign_year(cluster.sign) and not is_day(day):
        day = ""
    if cluster.sign:
        local = is_local_sign(cluster.sign)
        return _joined(usual_sign(document.value("symbol")), day, place if local else ""), bool(day or place or not local)
    if cluster.number:
        where = place or (issuer.name if issuer and not is_day(day) else "")
        return _joined(f"{kind} {usual_number(document.value('number'))}", day, where), is_day(day) or bool(where)
    national = cluster.references[0].national
    return _joined(cluster.called or kind, day[:4] if national else day, ""), national or is_day(day)


def _joined(base: str, day: str, place: str) -> str:
    return base + (f"@{day}" if day else "") + (f" ({place})" if place else "")
