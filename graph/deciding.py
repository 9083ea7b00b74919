"""A person's decisions honoured: which things they mean among today's sources, and the documents and persons that follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from regraph.graph.bodies import body
from regraph.graph.clusters import Cluster, Reference, Thing, one_series
from regraph.graph.comparison import fold, number_key, sign_parts
from regraph.graph.decisions import Decision, Named, Place, latest_first
from regraph.graph.groups import Groups, grouped
from regraph.model import Statement

_NOTHING: frozenset[Thing] = frozenset()

Pair: TypeAlias = tuple[frozenset[Thing], frozenset[Thing]]


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of a decision: it is honoured when ``hindrance`` is None, which else says why it is not, or not wholly."""

    decision: Decision
    hindrance: str | None


@dataclass(slots=True)
class Ruling:
    """The decisions as today's sources let them be honoured.

    ``same`` and ``apart`` are pairs of sets of things, ``rejected`` the reasons by statement id, ``hindrances`` why a
    decision is not honoured, by its id.
    """

    same: list[Pair] = field(default_factory=list)
    apart: list[Pair] = field(default_factory=list)
    rejected: dict[str, str] = field(default_factory=dict)
    hindrances: dict[str, str] = field(default_factory=dict)


def rejections(decisions: Iterable[Decision], statements: Iterable[Statement], ruling: Ruling) -> None:
    """Enter into the ``ruling`` which statements are rejected.

    A statement is the one with its id or, when other rules have given it another, the one that says the same at the same place.
    """
    wanted = {decision.things[0].id: decision for decision in latest_first(decisions) if decision.verb == "reject"}
    if not wanted:
        return
    sources = {decision.things[0].places[0].source for decision in wanted.values()}
    there = [statement for statement in statements if statement.source in sources]
    by_id = {statement.id: statement for statement in there}
    for id_, decision in wanted.items():
        found = [by_id[id_]] if id_ in by_id else [s for s in there if _says(decision.things[0], s)]
        ruling.rejected |= {statement.id: decision.reason for statement in found}
        if not found:
            ruling.hindrances[decision.id] = "finds nothing: no source says so any more"


def _says(rejected: Named, statement: Statement) -> bool:
    told, [place] = dict(rejected.known_by), rejected.places
    return (
        statement.source == place.source
        and statement.predicate == told.get("predicate")
        and statement.value == told.get("value")
        and place.overlap(statement.span.start, statement.span.end) > 0
    )


def joins(
    decisions: Iterable[Decision], clusters: Sequence[Cluster], statements: Iterable[Statement], ruling: Ruling
) -> list[tuple[Decision, frozenset[Thing]]]:
    """Enter into the ``ruling`` what is one and what is apart.

    Returns the decisions to choose, the latest first, with the things that each is about.
    """
    asked = [decision for decision in latest_first(decisions) if decision.verb != "reject"]
    if not asked:
        return []
    find = _finder(asked, clusters, statements)
    groups, choosing = Groups(), list[tuple[Decision, frozenset[Thing]]]()
    for decision in asked:
        sides = [find(thing) for thing in decision.things]
        if lost := [thing.id for thing, side in zip(decision.things, sides, strict=True) if not side]:
            ruling.hindrances[decision.id] = f"finds nothing: no source mentions {' nor '.join(lost)} as it did"
        elif decision.verb == "choose":
            choosing.append((decision, sides[0]))
        elif decision.verb == "same":
            _join(decision, (sides[0], sides[1]), groups, ruling)
        else:
            _keep_apart(decision, _disjoint(sides[0], sides[1]), groups, ruling)
    ruling.apart = [
        (_with_joined(one, groups, ruling.same), _with_joined(other, groups, ruling.same)) for one, other in ruling.apart
    ]
    return choosing


def _join(decision: Decision, pair: Pair, groups: Groups, ruling: Ruling) -> None:
    """Join what no later decision keeps apart: of several mentions all but those that one such decision is about."""
    for one, other in ruling.apart:
        kept = next(filter(None, (_without(pair, denied, one, other, groups) for denied in (_NOTHING, one, other))), None)
        if kept is None:
            ruling.hindrances[decision.id] = "overruled by a later decision that keeps them apart"
            return
        if kept != pair:
            ruling.hindrances[decision.id] = "overruled in part by a later decision that keeps some of them apart"
        pair = kept
    first, *others = sorted(thing for side in pair for thing in side)
    for thing in others:
        groups.join(first, thing)
    ruling.same.append(pair)


def _without(pair: Pair, denied: frozenset[Thing], one: frozenset[Thing], other: frozenset[Thing], groups: Groups) -> Pair | None:
    """The pair without what is joined with the ``denied``; None when a side is empty or ``one`` and ``other`` would be joined."""
    roots = set(map(groups.root, denied))
    left = [frozenset(thing for thing in side if groups.root(thing) not in roots) for side in pair]
    joined = {groups.root(thing) for side in left for thing in side}
    apart = joined.isdisjoint(map(groups.root, one)) or joined.isdisjoint(map(groups.root, other))
    return (left[0], left[1]) if all(left) and apart else None


def _keep_apart(decision: Decision, pair: Pair, groups: Groups, ruling: Ruling) -> None:
    one, other = pair
    if not (one and other):
        ruling.hindrances[decision.id] = "finds nothing to keep apart: both are the same mentions"
    elif not {groups.root(thing) for thing in one}.isdisjoint(map(groups.root, other)):
        ruling.hindrances[decision.id] = "overruled by a later decision that makes them one"
    else:
        ruling.apart.append(pair)


def _disjoint(one: frozenset[Thing], other: frozenset[Thing]) -> Pair:
    """A mention and the document that took it in: what is left of the document without it."""
    return (one, other - one) if len(one) <= len(other) else (one - other, other)


def _with_joined(things: frozenset[Thing], groups: Groups, same: Iterable[Pair]) -> frozenset[Thing]:
    roots = set(map(groups.root, things))
    return things.union(thing for pair in same for side in pair for thing in side if groups.root(thing) in roots)


def _finder(
    decisions: Iterable[Decision], clusters: Sequence[Cluster], statements: Iterable[Statement]
) -> Callable[[Named], frozenset[Thing]]:
    """Finds the things that a name means: the one sure document known by its values, else what its places mention."""
    signs = grouped((c for c in clusters if c.sign), lambda c: (c.sign,))
    numbers = grouped((c for c in clusters if c.number), lambda c: ((kind, c.number) for kind in c.kinds))
    sources = {place.source for decision in decisions for thing in decision.things for place in thing.places}
    mentioned: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.source in sources and statement.predicate == "mention":
            mentioned[statement.source].append(statement)

    def find(thing: Named) -> frozenset[Thing]:
        told = dict(thing.known_by)
        if "symbol" in told:
            near = signs.get(sign_parts(told["symbol"]), [])
        else:
            near = numbers.get((fold(told.get("kind", "")), number_key(told.get("number", "0"))), [])
        sure = [cluster for cluster in near if told and _is(cluster, told)]
        if len(sure) == 1:
            return frozenset(sure[0].members)
        subject = f"{thing.type.capitalize()}:"
        said = (_said(place, [s for s in mentioned[place.source] if s.subject.startswith(subject)]) for place in thing.places)
        return frozenset((s.source, s.subject) for s in said if s)

    return find


def _is(cluster: Cluster, told: Mapping[str, str]) -> bool:
    series = one_series(fold(told.get("kind", "")))
    issuer = body(told["issuer"]) if "issuer" in told else None
    return (
        not cluster.candidates
        and told.get("issued", "") in {"", *cluster.dates}
        and (not cluster.series or cluster.series == series)
        and (issuer is None or any(issuer.related(other) for other in cluster.issuers))
    )


def _said(place: Place, mentions: Iterable[Statement]) -> Statement | None:
    """The mention that shares most characters with the place."""
    near = [(place.overlap(s.span.start, s.span.end), s) for s in mentions]
    most = max((shared for shared, _ in near), default=0)
    return min((s for shared, s in near if shared == most > 0), key=lambda s: s.id, default=None)


def documents_as_decided(clusters: list[Cluster], ruling: Ruling) -> list[Cluster]:
    """The documents after what a person decided: joined, split, and freed of candidates that they are not.

    Of a document that may be several others only the mentions decided of are joined or split off. One that is left with a
    single candidate is that one.
    """
    if not (ruling.same or ruling.apart):
        return clusters
    parts = _Parts(clusters, frozenset(thing for pair in (*ruling.same, *ruling.apart) for side in pair for thing in side))
    for one, other in ruling.same:
        parts.join(one | other)
    for one, other in ruling.apart:
        parts.split(one, other)
        parts.deny(one, other)
        parts.deny(other, one)
    return parts.whole()


class _Parts:
    """Documents while they are joined and split; ``became`` leads from one taken apart to what is left of it."""

    def __init__(self, clusters: Iterable[Cluster], decided: frozenset[Thing]) -> None:
        self._clusters = dict.fromkeys(clusters)
        self._became: dict[Cluster, Cluster] = {}
        self._narrowed: set[Cluster] = set()
        self._decided = decided
        self._of = {thing: cluster for cluster in clusters for thing in cluster.members if thing in decided}

    def join(self, things: frozenset[Thing]) -> None:
        touched = self._touched(things)
        pieces = [self._carved(cluster, things) if cluster.candidates else cluster for cluster in touched]
        if len(pieces) < 2:
            return
        sure = [piece for piece in pieces if not piece.candidates]
        joined = _made([reference for piece in sure or pieces for reference in piece.references])
        if sure:
            for piece in pieces:
                for reference in piece.references if piece.candidates else ():
                    joined.add(reference)
        else:
            first, *others = (self._now(piece.candidates) for piece in pieces)
            joined.candidates = tuple(c for c in first if all(c in other for other in others)) or first
            self._narrowed.add(joined)
        for piece in pieces:
            self._replace(piece, joined)

    def split(self, one: frozenset[Thing], other: frozenset[Thing]) -> None:
        for cluster in self._touched(one):
            if not cluster.members.isdisjoint(other):
                self._carved(cluster, one)

    def deny(self, one: frozenset[Thing], other: frozenset[Thing]) -> None:
        """What ``one`` mentions is none of the documents of ``other``, although it may seem so."""
        denied = set(self._touched(other))
        for cluster in self._touched(one):
            if not denied.isdisjoint(self._now(cluster.candidates)):
                piece = self._carved(cluster, one)
                piece.candidates = tuple(c for c in self._now(piece.candidates) if c not in denied)
                self._narrowed.add(piece)

    def whole(self) -> list[Cluster]:
        for cluster in list(self._clusters):
            if cluster.candidates:
                before = len(cluster.candidates)
                cluster.candidates = tuple(c for c in self._now(cluster.candidates) if c is not cluster)
                only_left = len(cluster.candidates) == 1 and (before > 1 or cluster in self._narrowed)
                if only_left and cluster.number and not cluster.candidates[0].candidates:
                    [into] = cluster.candidates
                    for reference in cluster.references:
                        into.add(reference)
                    self._replace(cluster, into)
        return list(self._clusters)

    def _touched(self, things: frozenset[Thing]) -> list[Cluster]:
        return list(dict.fromkeys(self._of[thing] for thing in sorted(things) if thing in self._of))

    def _carved(self, cluster: Cluster, things: frozenset[Thing]) -> Cluster:
        """The mentions of these things as a document of their own; the whole of it when there are no others."""
        if cluster.members <= things:
            return cluster
        out = [r for r in cluster.references if r.thing in things]
        rest = _made([r for r in cluster.references if r.thing not in things])
        piece = _made(out)
        rest.candidates = piece.candidates = cluster.candidates
        self._replace(cluster, rest)
        self._add(piece)
        return piece

    def _replace(self, old: Cluster, new: Cluster) -> None:
        del self._clusters[old]
        self._became[old] = new
        self._add(new)

    def _add(self, cluster: Cluster) -> None:
        self._clusters[cluster] = None
        self._of |= dict.fromkeys(cluster.members & self._decided, cluster)

    def _now(self, clusters: Iterable[Cluster]) -> tuple[Cluster, ...]:
        found: dict[Cluster, None] = {}
        for cluster in clusters:
            now = cluster
            while now in self._became:
                now = self._became[now]
            found[now] = None
        return tuple(found)


def _made(references: Iterable[Reference]) -> Cluster:
    cluster = Cluster()
    for reference in sorted(references, key=lambda r: (r.zone != "main", not r.sign, -len(r.date), r.thing)):
        cluster.add(reference)
    return cluster


def groups_as_decided(groups: Mapping[Hashable, Sequence[Statement]], ruling: Ruling) -> list[Sequence[Statement]]:
    """Statements about one person each, joined and split as a person decided."""
    parts = [list(said) for said in groups.values()]
    for one, other in filter(_of_people, ruling.same):
        touched = [said for said in parts if _are_of(said, one | other)]
        parts = [said for said in parts if not _are_of(said, one | other)]
        if touched:
            parts.append(sorted((s for said in touched for s in said), key=lambda s: s.id))
    for one, other in filter(_of_people, ruling.apart):
        split: list[list[Statement]] = []
        for said in parts:
            if _are_of(said, one) and _are_of(said, other):
                split += [[s for s in said if _are_of([s], one)], [s for s in said if not _are_of([s], one)]]
            else:
                split.append(said)
        parts = split
    return list(parts)


def _of_people(pair: Pair) -> bool:
    return any(subject.startswith("Person:") for _, subject in pair[0])


def _are_of(said: Iterable[Statement], things: frozenset[Thing]) -> bool:
    return any((statement.source, statement.subject) in things for statement in said)
