"""From the statements of all sources to the documents, persons and positions that they are about.

Page furniture (boilerplate) tells nothing of a document that a main text mentions, and makes no relation at all. What
is only planned or drafted makes no relation either. What a person decided goes before all that the sources say.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from regraph.graph.clusters import Cluster, Thing
from regraph.graph.collector import still
from regraph.graph.comparison import fold
from regraph.graph.deciding import Ruling, Standing, documents_as_decided, joins, rejections
from regraph.graph.decisions import Decision
from regraph.graph.effects import IN_EFFECT, NO_EFFECTS, Effects, effects
from regraph.graph.identity import documents
from regraph.graph.mentions import RELATIONS, Mention, mentions, of_the_whole, references
from regraph.graph.naming import Named, ids
from regraph.graph.people import Person, people
from regraph.graph.predecessors import Predecessor, predecessors
from regraph.graph.values import ATTRIBUTES, OTHER, OWN_TEXT, REGISTRY, Choice, Verdict, choose, same_value
from regraph.model import Statement, ZoneKind

_ActOnPart: TypeAlias = tuple[str, str, str, str]
"""A document, what it does, to which document, and to which part of it in folded words, empty for the whole."""


@dataclass(frozen=True, slots=True)
class ResolvedDocument:
    """One real document: what it is called by every source, and the choice made for each of its attributes."""

    id: str
    zone: ZoneKind
    has_text: bool
    names: tuple[str, ...]
    sources: tuple[str, ...]
    choices: Mapping[str, Choice]
    effects: Effects = NO_EFFECTS

    def value(self, attribute: str) -> str | None:
        """The value chosen for an attribute, None when no source states it."""
        choice = self.choices.get(attribute)
        return choice.value if choice else None


@dataclass(frozen=True, slots=True)
class ResolvedRelation:
    """What the document ``source`` does to ``target``, or to ``part`` of it, with all statements that say so.

    ``partly`` when some statement says that only some of the contents are meant, and does not say which.
    """

    source: str
    type: str
    target: str
    part: str | None
    statements: tuple[Statement, ...]
    partly: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedSource:
    """One content: the names of its files and what it says of itself."""

    sha256: str
    names: tuple[str, ...]
    title: str | None
    text_kind: str | None
    published: str | None
    event_date: str | None
    event_date_inferred: tuple[str, ...]
    text_of: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources contradict each other on an attribute of a document: the value chosen, why, and the others.

    For a relation that cannot be the attribute is its type, nothing is chosen, and the others are the documents acted on.
    """

    document: str
    attribute: str
    chosen: str
    why: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """A document that stays apart because it may be any of ``candidates``."""

    document: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """All sources together; every sequence is sorted by id, so that equal evidence gives an equal resolution.

    ``documents_of`` and ``people_of`` lead from a thing of one source to the id of the real one; ``verdicts`` from
    a statement's id to what became of its value. ``predecessors`` are those told by kind and year that stay unresolved.
    """

    documents: tuple[ResolvedDocument, ...]
    relations: tuple[ResolvedRelation, ...]
    people: tuple[Person, ...]
    sources: tuple[ResolvedSource, ...]
    statements: Sequence[Statement]
    documents_of: Mapping[Thing, str]
    people_of: Mapping[Thing, str]
    verdicts: Mapping[str, Verdict]
    conflicts: tuple[Conflict, ...]
    unsure: tuple[Unsure, ...]
    predecessors: tuple[Predecessor, ...]
    decisions: tuple[Standing, ...]


@still()
def resolve(
    statements: Sequence[Statement], names: Mapping[str, tuple[str, ...]], decisions: Sequence[Decision] = ()
) -> Resolution:
    """Resolve the ``statements`` of the contents whose file names are ``names`` (by SHA-256) as the ``decisions`` will have it.

    The same evidence gives the same resolution, in whatever order it comes.

    >>> resolve(statements, {"39b4…": ("a.txt",), "eb5f…": ("b.txt",)}).documents[0].id  # doctest: +SKIP
    '96-QĐ/TW@2023-02-02'
    """
    ruling = Ruling()
    rejections(decisions, statements, ruling)
    told = [s for s in statements if s.id not in ruling.rejected] if ruling.rejected else statements
    of_sources: dict[str, list[Statement]] = defaultdict(list)
    for statement in told:
        if statement.subject == "Source:":
            of_sources[statement.source].append(statement)
    known = mentions(told)
    written = {sha256: day for sha256, said in of_sources.items() if (day := _written(said, known))}
    clusters = documents(references(known, written))
    choosing = joins(decisions, clusters, told, ruling)
    clusters = documents_as_decided(clusters, ruling)
    rank = _Rank(of_sources)
    chosen = _chosen(choosing, clusters, known, ruling)
    verdicts = {id_: Verdict("rejected", why) for id_, why in ruling.rejected.items()}
    named = [_named(cluster, known, rank, chosen.get(cluster, {}), verdicts) for cluster in clusters]
    found = dict(zip(ids(named), named, strict=True))
    documents_of = {thing: id_ for id_, document in found.items() for thing in document.cluster.members}
    persons = people([s for s in told if s.predicate == "holds" and s.zone == "main" and s.value], ruling)
    by_cluster = {document.cluster: id_ for id_, document in found.items()}
    in_time = effects(told, documents_of)
    acts = _acts(told, documents_of)
    implied, unresolved = predecessors(told, documents_of, found, ((source, type_, target) for source, type_, target, _ in acts))
    for act, said_so in implied.items():
        acts.setdefault((*act, ""), []).extend(said_so)
    backwards = _backwards(acts, found)
    verdicts |= {s.id: Verdict("outranked", why) for act, why in backwards.items() for s in acts[act]}
    return Resolution(
        documents=tuple(_document(id_, found[id_], known, rank, in_time.get(id_, NO_EFFECTS)) for id_ in sorted(found)),
        relations=_relations({act: said for act, said in acts.items() if act not in backwards}),
        people=tuple(persons),
        sources=tuple(_source(sha256, names[sha256], of_sources.get(sha256, ()), documents_of) for sha256 in sorted(names)),
        statements=statements,
        documents_of=documents_of,
        people_of={member: person.id for person in persons for member in person.members},
        verdicts=verdicts,
        conflicts=tuple(
            sorted(
                [
                    *(conflict for id_, document in found.items() for conflict in _conflicts(id_, document.choices)),
                    *{Conflict(source, type_, "", why, (target,)) for (source, type_, target, _), why in backwards.items()},
                ],
                key=lambda conflict: (conflict.document, conflict.attribute, conflict.others),
            )
        ),
        unsure=tuple(
            Unsure(id_, tuple(sorted(by_cluster[candidate] for candidate in found[id_].cluster.candidates)))
            for id_ in sorted(found)
            if found[id_].cluster.candidates
        ),
        predecessors=unresolved,
        decisions=tuple(Standing(d, ruling.hindrances.get(d.id)) for d in sorted(decisions, key=lambda d: d.later)),
    )


class _Rank:
    """How near a source stands to the document that a statement is about."""

    def __init__(self, of_sources: Mapping[str, Sequence[Statement]]) -> None:
        said = [s for statements in of_sources.values() for s in statements]
        self.own = {(s.source, s.object) for s in said if s.predicate == "self"}
        self._registries = {s.source for s in said if s.predicate == "text_kind" and s.value == "registry"}

    def __call__(self, statement: Statement) -> int:
        if (statement.source, statement.subject) in self.own:
            return OWN_TEXT
        return REGISTRY if statement.source in self._registries else OTHER


def _chosen(
    choosing: Iterable[tuple[Decision, frozenset[Thing]]],
    clusters: Iterable[Cluster],
    known: Mapping[Thing, Mention],
    ruling: Ruling,
) -> dict[Cluster, dict[str, Decision]]:
    """The value that a person chose for an attribute of a document: the latest decision that some source still bears out."""
    wanted = list(choosing)
    about = frozenset(thing for _, things in wanted for thing in things)
    of = {thing: cluster for cluster in clusters if about for thing in cluster.members & about}
    found: dict[Cluster, dict[str, Decision]] = defaultdict(dict)
    for decision, things in wanted:
        counts = Counter(of[thing] for thing in sorted(things) if thing in of)
        [(cluster, _)] = counts.most_common(1)
        attribute, value = decision.attribute or "", decision.value or ""
        if later := found[cluster].get(attribute):
            ruling.hindrances[decision.id] = f"overruled by {later.id}: {later.sentence}"
        elif not any(same_value(attribute, s.value or "", value, cluster.sign) for s in _stated_of(cluster, known)[attribute]):
            ruling.hindrances[decision.id] = f"finds nothing: no source states {value} any more"
        else:
            found[cluster][attribute] = decision
    return found


def _stated_of(cluster: Cluster, known: Mapping[Thing, Mention]) -> dict[str, list[Statement]]:
    """What the sources state of the whole document, by attribute."""
    stated: dict[str, list[Statement]] = {attribute: [] for attribute in ATTRIBUTES}
    for thing in sorted(cluster.members):
        if known[thing].zone == cluster.zone:
            for statement in known[thing].said:
                if statement.value and statement.predicate in stated and of_the_whole(statement):
                    stated[statement.predicate].append(statement)
    return stated


def _named(
    cluster: Cluster, known: Mapping[Thing, Mention], rank: _Rank, chosen: Mapping[str, Decision], verdicts: dict[str, Verdict]
) -> Named:
    """A document with the choice for each attribute that its sources state of the whole of it; adds to the ``verdicts``."""
    stated = _stated_of(cluster, known)
    name = cluster.called if any(r.national for r in cluster.references if r.zone == cluster.zone) else ""
    decided = {attribute: (decision.value or "", decision.reason) for attribute, decision in chosen.items()}
    choices: dict[str, Choice] = {}
    for attribute, said in stated.items():
        if said:
            choices[attribute], told = choose(attribute, said, rank, cluster.sign, name, decided.get(attribute))
            verdicts |= told
    return Named(cluster, choices)


def _document(id_: str, document: Named, known: Mapping[Thing, Mention], rank: _Rank, effects: Effects) -> ResolvedDocument:
    cluster = document.cluster
    telling = [thing for thing in cluster.members if known[thing].zone == cluster.zone]
    return ResolvedDocument(
        id=id_,
        zone=cluster.zone,
        has_text=not rank.own.isdisjoint(cluster.members),
        names=tuple(sorted({wording for thing in telling for wording in known[thing].wordings()})),
        sources=tuple(sorted({source for source, _ in telling})),
        choices=document.choices,
        effects=effects,
    )


def _acts(statements: Iterable[Statement], documents_of: Mapping[Thing, str]) -> dict[_ActOnPart, list[Statement]]:
    """What main texts state as done between two different documents: by source, type, target and folded part of it."""
    found: dict[_ActOnPart, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.predicate not in RELATIONS or statement.zone != "main" or statement.modality not in IN_EFFECT:
            continue
        source = documents_of.get((statement.source, statement.subject))
        target = documents_of.get((statement.source, statement.object or ""))
        if source is None or target is None or source == target:
            continue
        for part in _parts(statement):
            found[source, statement.predicate, target, part].append(statement)
    return found


def _parts(statement: Statement) -> dict[str, str]:
    """The parts acted on as written, by their folded wording; an empty one stands for the whole document."""
    written = (dict(statement.qualifiers).get("to_part") or "").split("; ")
    return {fold(part): " ".join(part.split()) for part in written}


def _backwards(acts: Mapping[_ActOnPart, Sequence[Statement]], found: Mapping[str, Named]) -> dict[_ActOnPart, str]:
    """The acts of a document on a later one, each with the reason why it cannot be."""
    impossible = {}
    for source, type_, target, part in acts:
        acting, acted_on = found[source].value("issued"), found[target].value("issued")
        known = min(len(acting), len(acted_on))
        if acting[:known] < acted_on[:known]:
            why = f"{source} of {acting} cannot act on {target} of {acted_on}: a misreading or a misprint"
            impossible[source, type_, target, part] = why
    return impossible


def _relations(acts: Mapping[_ActOnPart, Sequence[Statement]]) -> tuple[ResolvedRelation, ...]:
    """One relation for each document or part acted on."""
    wordings: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (_, _, target, key), said in acts.items():
        for statement in said:
            wordings[target, key][_parts(statement)[key]] += 1
    parts = {key: min(counts, key=lambda part: (-counts[part], part)) for key, counts in wordings.items()}
    relations = (
        ResolvedRelation(
            source,
            type_,
            target,
            parts[target, part] or None,
            tuple(sorted(said, key=lambda s: s.id)),
            any(("partly", "yes") in s.qualifiers for s in said),
        )
        for (source, type_, target, part), said in acts.items()
    )
    return tuple(sorted(relations, key=lambda r: (r.source, r.type, r.target, r.part or "")))


def _written(said: Iterable[Statement], known: Mapping[Thing, Mention]) -> str:
    """The day on which a source was written: its publication, for a regulation its issue; empty when not known."""
    days = [_stated(said, "published") or ""]
    days += [known[thing].day() for s in said if s.predicate == "self" and (thing := (s.source, s.object or "")) in known]
    return min(filter(None, days), default="")


def _stated(said: Iterable[Statement], predicate: str) -> str | None:
    """What a source says of itself: its surest statement, the first in the text among equals."""
    best = min((s for s in said if s.predicate == predicate and s.value), key=_surest_first, default=None)
    return best.value if best else None


def _surest_first(statement: Statement) -> tuple[float, int, str]:
    return -statement.confidence, statement.span.start, statement.value or ""


def _source(sha256: str, names: tuple[str, ...], said: Sequence[Statement], documents_of: Mapping[Thing, str]) -> ResolvedSource:
    day = min((s for s in said if s.predicate == "event_date" and s.value), key=_surest_first, default=None)
    text_of = sorted(id_ for s in said if s.predicate == "self" and (id_ := documents_of.get((sha256, s.object or ""))))
    return ResolvedSource(
        sha256=sha256,
        names=names,
        title=_stated(said, "title"),
        text_kind=_stated(said, "text_kind"),
        published=_stated(said, "published"),
        event_date=day.value if day else None,
        event_date_inferred=tuple(value for name, value in day.qualifiers if name == "inferred") if day else (),
        text_of=text_of[0] if text_of else None,
    )


def _conflicts(id_: str, choices: Mapping[str, Choice]) -> list[Conflict]:
    return [
        Conflict(id_, attribute, choice.value, choice.why, choice.others)
        for attribute, choice in sorted(choices.items())
        if choice.others
    ]
