"""References placed among the documents that they may mean: in rounds, so that their order never matters.

Those that say most come first, and each round is decided against what the rounds before it have made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeAlias

from regraph.graph.bodies import Body, is_local_sign
from regraph.graph.clusters import DAY, LEAST_TITLE, Cluster, Reference, is_day
from regraph.graph.comparison import TITLES_AGREE, sign_year
from regraph.graph.groups import Groups, grouped

_CANDIDATES_READ = 50

Meaning: TypeAlias = Callable[[Reference], Callable[[Cluster], bool]]


def placed(
    references: Sequence[Reference],
    known: Iterable[Cluster],
    may_mean: Meaning,
) -> list[Cluster]:
    """Place references that share a sign, or a kind and number, among the ``known`` clusters that do; return the new ones.

    ``may_mean`` tells whether a reference can mean a document that the time and the source do not forbid.
    """
    pool: dict[str, list[Cluster]] = defaultdict(list)
    made: list[Cluster] = []
    known = list(known)
    _pour(pool, known)
    related = frozenset(thing for reference in references for thing in reference.beside)
    of = {r.thing: cluster for cluster in known for r in cluster.references if r.thing in related} if related else {}
    for _, batch in sorted(grouped(references, lambda r: (_round(r),)).items()):
        joins: list[tuple[Cluster, Reference]] = []
        rest: dict[Hashable, list[tuple[Reference, tuple[Cluster, ...]]]] = defaultdict(list)
        for reference in batch:
            apart = frozenset(of[thing] for thing in reference.beside if thing in of)
            candidates = _candidates(reference, pool[_lookup(reference)], may_mean, apart)
            if len(candidates) == 1:
                joins.append((candidates[0], reference))
            else:
                rest[_lookup(reference), _apart(reference, bool(candidates))].append((reference, tuple(candidates)))
        for cluster, reference in joins:
            cluster.add(reference)
        new = [cluster for group in rest.values() for cluster in _new(group)]
        if related:
            placed_now = (*joins, *((cluster, reference) for cluster in new for reference in cluster.references))
            of |= {reference.thing: cluster for cluster, reference in placed_now if reference.thing in related}
        _pour(pool, new)
        made += new
    return made


def _pour(pool: dict[str, list[Cluster]], clusters: Iterable[Cluster]) -> None:
    """Make clusters that are sure found by each of their dates, its year and month, and by no date at all."""
    for cluster in clusters:
        if cluster.candidates:
            continue
        for date in sorted({date[:length] for date in cluster.dates for length in (4, 7, DAY)} | {""}):
            pool[date].append(cluster)


def _round(reference: Reference) -> tuple[int, int, bool]:
    """Those that say most come first: a day before a year before none, a known place or issuer before none."""
    scope = reference.scope
    told = 0 if scope is None else 1 if scope.place and not scope.place.level else 2
    return -len(_lookup(reference)), -told, not reference.series


def _lookup(reference: Reference) -> str:
    return "" if reference.told_by_sign else reference.date


def _candidates(
    reference: Reference, clusters: Sequence[Cluster], may_mean: Meaning, apart: frozenset[Cluster]
) -> Sequence[Cluster]:
    """The documents but those ``apart`` that a reference may mean, one when it is that one; no more are read than could be told
    apart.
    """
    means = may_mean(reference)
    timeless = is_day(reference.date) or reference.told_by_sign
    tells = len(reference.title) >= LEAST_TITLE or _tells_by_issuer(reference)
    found: list[Cluster] = []
    for cluster in clusters:
        if (timeless or reference.in_time(cluster)) and means(cluster) and cluster not in apart:
            found.append(cluster)
            if len(found) > _CANDIDATES_READ and not tells:
                return found
    if len(found) > 1:
        for narrowed in _narrowed(reference, found):
            if len(narrowed) == 1:
                return narrowed
    return found[: _CANDIDATES_READ + 1]


def _narrowed(reference: Reference, found: Sequence[Cluster]) -> Iterator[Sequence[Cluster]]:
    """The documents among those found that a reference fits better: of its kind, of the very issuer, of its title, of the day
    that most sources give.
    """
    yield [c for c in found if reference.kind in c.kinds]
    of_issuer = found if reference.sign and not is_local_sign(reference.sign) else []
    if _tells_by_issuer(reference):
        of_issuer = [c for c in found if any(_is_issuer(reference, issuer) for issuer in c.issuers)]
        yield of_issuer
    if len(reference.title) >= LEAST_TITLE:
        yield [c for c in found if (c.likeness(reference.title) or 0.0) >= TITLES_AGREE]
    if of_issuer and not is_day(reference.date) and _numbers_once(reference.date):
        most = max(len(c.references) for c in of_issuer)
        yield [c for c in of_issuer if len(c.references) == most]


def _numbers_once(date: str) -> bool:
    """Whether an issuer gives a number once in that year, so that of two days the one that more sources state is right.

    In the year of a congress the Party's numbers start again; congresses are held in 2001, 2006 and so on.
    """
    return bool(date) and int(date[:4]) % 5 != 1


def _tells_by_issuer(reference: Reference) -> bool:
    """Whether a document of the very issuer goes before one whose issuer no source states: no issuer numbers twice in a year."""
    return reference.issuer is not None and bool(reference.date or sign_year(reference.sign))


def _is_issuer(reference: Reference, issuer: Body) -> bool:
    own = reference.issuer
    if own is None:
        return False
    return own.place == issuer.place if own.place and reference.sign else own.name == issuer.name


def _apart(reference: Reference, several: bool) -> Hashable:
    """What keeps a reference from new documents of the same sign, or kind and number, and date: a title, or that it says no more.

    Places share signs and all bodies share numbers, so that without day and issuer it may be anyone's document. Where ``several``
    documents fit, each mention stays alone: two of them need not mean the same.
    """
    if several:
        return reference.thing
    if is_day(reference.date) or reference.scope or (reference.sign and not is_local_sign(reference.sign)):
        return None
    return reference.title if len(reference.title) >= LEAST_TITLE else reference.thing


def _new(group: Sequence[tuple[Reference, tuple[Cluster, ...]]]) -> list[Cluster]:
    """New documents from references that nothing tells apart but their issuers; related issuers are one."""
    clusters: dict[tuple[str, str, bool], Cluster] = {}
    series = _series({reference.scope for reference, _ in group if reference.scope and not reference.sign})
    for reference, candidates in group:
        scope = reference.scope
        where = "" if scope is None else scope.place.label if reference.sign and scope.place else series[scope]
        cluster = clusters.setdefault((where, reference.series, bool(candidates)), Cluster())
        cluster.add(reference)
        cluster.candidates = tuple(dict.fromkeys((*cluster.candidates, *candidates)))
    return list(clusters.values())


def _series(issuers: set[Body]) -> dict[Body, str]:
    """A name for each issuer, the same for issuers of which one belongs to the other or that share a code."""
    groups = Groups()
    names = {issuer.name for issuer in issuers}
    for issuer in issuers:
        for larger in names.intersection(issuer.part_of):
            groups.join(issuer.name, larger)
        for code in () if issuer.local else issuer.codes:
            groups.join(issuer.name, f"code {code}")
    return {issuer: str(groups.root(issuer.name)) for issuer in issuers}
