"""Which documents of different sources are one document.

A document is told by its sign and its day of issue, by its kind, number and day, or by its name and year. A reference
that says less joins the one document that it can mean, and stays apart when there are several or none. Sources are
never compared by name alone: the Party's numbers start again with each term, places share signs.

Nothing here depends on the order of the sources: references are placed in rounds, those that say most first, and each
round is decided against what the rounds before it have made.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from regraph.graph.bodies import Body, is_local_sign, of_sign
from regraph.graph.comparison import TITLES_AGREE, Title, fold, sign_year, title_likeness
from regraph.graph.groups import Groups
from regraph.model import ZoneKind

_DAY = len("2023-02-02")
_SIGN_WITHOUT_KIND = 3
_ONE_SERIES = {fold("Bộ luật"): fold("Luật")}
_TITLES_KEPT = 16
_CANDIDATES_READ = 50
_TOO_UNLIKE = 0.5
_LEAST_TITLE = 3

_NameKey: TypeAlias = tuple[str, str, str, str]
_Item = TypeVar("_Item")
_Key = TypeVar("_Key", bound=Hashable)


def is_day(date: str) -> bool:
    """Whether a date is a full one, neither empty nor a year alone."""
    return len(date) == _DAY


@dataclass(slots=True)
class Reference:
    """A document as one source knows it: ``key`` is local to ``source``, values that it does not state are empty.

    ``sign`` holds the parts of the symbol, ``number`` has no leading zeros, ``date`` may be a year alone, ``days`` are all
    days of issue that the source gives in that year. ``kind`` and ``name`` are folded, ``called`` is the name as written,
    ``national`` tells that one document in a year bears the name (a law's). The document was issued between ``earliest``
    and ``latest``; ``distinct`` are the keys of documents that stand beside it.
    """

    source: str
    key: str
    zone: ZoneKind
    kind: str = ""
    number: str = ""
    sign: tuple[str, ...] = ()
    date: str = ""
    days: frozenset[str] = frozenset()
    issuer: Body | None = None
    title: Title = ()
    name: str = ""
    called: str = ""
    national: bool = False
    earliest: str = ""
    latest: str = ""
    distinct: frozenset[str] = frozenset()

    @property
    def told_by_sign(self) -> bool:
        """Whether the sign alone tells the document: it holds a year and the code of a body that is alone in the country."""
        return sign_year(self.sign) is not None and bool(of_sign(self.sign)) and not is_local_sign(self.sign)

    @property
    def series(self) -> str:
        """The kind, where the sign does not say it: `100/2015/QH13` is a code and a resolution, each of its own series."""
        if len(self.sign) > _SIGN_WITHOUT_KIND or not sign_year(self.sign):
            return ""
        return _ONE_SERIES.get(self.kind, self.kind)

    @property
    def scope(self) -> Body | None:
        """What of the issuer tells documents apart that are alike in all else: beside a sign, only the place."""
        return self.issuer if not self.sign or (self.issuer and self.issuer.place) else None


@dataclass(slots=True, eq=False)
class Cluster:
    """References to one document; ``candidates`` are the documents that it may be when that is unsure.

    ``day`` is the day of issue as far as it is known, ``dates`` are all that a source gives it.
    """

    references: list[Reference] = field(default_factory=list)
    candidates: tuple[Cluster, ...] = ()
    zone: ZoneKind = "main"
    sign: tuple[str, ...] = ()
    number: str = ""
    day: str = ""
    dates: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    series: str = ""
    issuers: set[Body] = field(default_factory=set)
    titles: list[tuple[int, Title]] = field(default_factory=list)
    members: set[tuple[str, str]] = field(default_factory=set)

    def add(self, reference: Reference) -> None:
        """Take in a reference; one from page furniture tells a document of the main texts nothing new."""
        if not self.references:
            self.zone = reference.zone
        self.references.append(reference)
        self.members.add((reference.source, reference.key))
        if reference.zone != self.zone:
            return
        self.sign = self.sign or reference.sign
        self.number = self.number or reference.number
        self.dates |= ({reference.date} | reference.days) - {""}
        self.day = max(self.day, reference.date, key=lambda date: (len(date), date))
        self.kinds |= {reference.kind} - {""}
        self.series = self.series or reference.series
        if reference.issuer:
            self.issuers.add(reference.issuer)
        title = (-len(reference.title), reference.title)
        if reference.title and title not in self.titles:
            insort(self.titles, title)
            del self.titles[_TITLES_KEPT:]

    @property
    def called(self) -> str:
        """What most sources call the document."""
        counts = Counter(reference.called for reference in self.references if reference.zone == self.zone)
        return min(counts, key=lambda name: (-counts[name], name))

    def likeness(self, title: Title) -> float | None:
        """How alike ``title`` is to the likest of this document's titles, None when there is too little to compare."""
        if len(title) < _LEAST_TITLE:
            return None
        return max((title_likeness(title, other) for _, other in self.titles if len(other) >= _LEAST_TITLE), default=None)


def documents(references: Iterable[Reference]) -> list[Cluster]:
    """Gather references into documents, first those in main texts, then those in page furniture.

    >>> one = Reference("a", "1", "main", "quy định", "96", date="2023-02-02")
    >>> other = Reference("b", "1", "main", "quy định", "96", ("96", "qđ", "tw"), "2023-02-02")
    >>> [len(cluster.references) for cluster in documents([one, other])]
    [2]
    """
    ordered = sorted(references, key=lambda r: (r.source, r.key))
    clusters: list[Cluster] = []
    for zone in ("main", "boilerplate"):
        stated = [r for r in ordered if r.zone == zone]
        clusters += _signed([r for r in stated if r.sign], clusters)
        numbered = [r for r in stated if not r.sign and r.number]
        clusters += _numbered([r for r in numbered if is_day(r.date)], clusters)
        clusters = _merged(clusters)
        clusters += _numbered([r for r in numbered if not is_day(r.date)], clusters)
        clusters += _named([r for r in stated if not r.sign and not r.number], clusters)
    return clusters


def _signed(references: Sequence[Reference], clusters: Sequence[Cluster]) -> list[Cluster]:
    known = _by((c for c in clusters if c.sign), lambda c: (c.sign,))
    made: list[Cluster] = []
    for sign, group in _by(references, lambda r: (r.sign,)).items():
        if not is_local_sign(sign):
            _agree_on_days(group)
        made += _placed(group, known.get(sign, []), _sign_may_mean)
    return made


def _agree_on_days(references: Sequence[Reference]) -> None:
    """Days of one year that some source gives one document are one document's; all its references take the most stated."""
    days = Groups()
    stated = Counter(reference.date for reference in references)
    for reference in references:
        for day in reference.days:
            days.join(day, reference.date)
    one_of = _by(sorted(stated), lambda day: (days.root(day),))
    for reference in references:
        if reference.days:
            reference.date = min(one_of[days.root(reference.date)], key=lambda day: (-stated[day], day))


def _numbered(references: Sequence[Reference], clusters: Sequence[Cluster]) -> list[Cluster]:
    known = _by((c for c in clusters if c.number), lambda c: ((kind, c.number) for kind in sorted(c.kinds)))
    made: list[Cluster] = []
    for number, group in _by(references, lambda r: ((r.kind, r.number),)).items():
        made += _placed(group, known.get(number, []), _number_may_mean)
    return made


def _named(references: Sequence[Reference], clusters: Sequence[Cluster]) -> list[Cluster]:
    """A law by its name and year is the law with that title and a sign of that year; others by name and day."""
    laws: dict[str, set[Cluster]] = defaultdict(set)
    named: dict[_NameKey, Cluster] = {}
    for cluster in clusters:
        for reference in cluster.references:
            if reference.sign and reference.national and reference.zone == cluster.zone:
                laws[reference.name].add(cluster)
            elif not cluster.number:
                named[_name_key(reference)] = cluster
    made: list[Cluster] = []
    for reference in references:
        key = _name_key(reference)
        if key not in named:
            found = _laws(reference, laws) if reference.national else []
            if len(found) == 1 and reference.date:
                named[key] = found[0]
            else:
                named[key] = Cluster(candidates=tuple(found))
                made.append(named[key])
        named[key].add(reference)
    return made


def _laws(reference: Reference, laws: Mapping[str, set[Cluster]]) -> list[Cluster]:
    """The laws of that name with a sign, of its year when it has one; by a name without year a law is never found for sure."""
    year = reference.date[:4]
    found = (c for c in laws.get(reference.name, ()) if (sign_year(c.sign) or c.day[:4]).startswith(year))
    return sorted(found, key=lambda c: min(c.members))


def _name_key(reference: Reference) -> _NameKey:
    if reference.national and reference.name:
        return (reference.name, reference.date[:4], "", "")
    if reference.name and len(reference.date) == _DAY:
        return (reference.name, reference.date, "", "")
    return (reference.name, reference.date, reference.source, reference.key)


def _placed(
    references: Sequence[Reference],
    known: Iterable[Cluster],
    may_mean: Callable[[Reference, Cluster], bool],
) -> list[Cluster]:
    """Place references that share a sign (or kind and number) among the clusters that do; return the new clusters."""
    pool: dict[str, list[Cluster]] = defaultdict(list)
    made: list[Cluster] = []
    _pour(pool, known)
    for _, batch in sorted(_by(references, lambda r: (_round(r),)).items()):
        joins: list[tuple[Cluster, Reference]] = []
        rest: dict[Hashable, list[tuple[Reference, tuple[Cluster, ...]]]] = defaultdict(list)
        for reference in batch:
            candidates = _candidates(reference, pool[_lookup(reference)], may_mean)
            if len(candidates) == 1:
                joins.append((candidates[0], reference))
            else:
                rest[_lookup(reference), _apart(reference)].append((reference, tuple(candidates)))
        for cluster, reference in joins:
            cluster.add(reference)
        new = [cluster for group in rest.values() for cluster in _new(group)]
        _pour(pool, new)
        made += new
    return made


def _pour(pool: dict[str, list[Cluster]], clusters: Iterable[Cluster]) -> None:
    """Make clusters found by each of their dates, its year and month, and by no date at all."""
    for cluster in clusters:
        for date in sorted({date[:length] for date in cluster.dates for length in (4, 7, _DAY)} | {""}):
            pool[date].append(cluster)


def _round(reference: Reference) -> tuple[int, int, bool]:
    """Those that say most come first: a day before a year before none, a known place or issuer before none."""
    scope = reference.scope
    told = 0 if scope is None else 1 if scope.place and not scope.place.level else 2
    return -len(_lookup(reference)), -told, not reference.series


def _lookup(reference: Reference) -> str:
    return "" if reference.told_by_sign else reference.date


def _candidates(
    reference: Reference, clusters: Sequence[Cluster], may_mean: Callable[[Reference, Cluster], bool]
) -> Sequence[Cluster]:
    """The documents that a reference may mean, one when it is that one; no more are read than could be told apart."""
    timeless = is_day(reference.date) or reference.told_by_sign
    beside = [(reference.source, key) for key in reference.distinct]
    found: list[Cluster] = []
    for cluster in clusters:
        if cluster.candidates or not (timeless or _in_time(reference, cluster.day)):
            continue
        if may_mean(reference, cluster) and cluster.members.isdisjoint(beside):
            found.append(cluster)
            if len(found) > _CANDIDATES_READ:
                return found
    if len(found) > 1:
        for narrowed in (
            [c for c in found if reference.kind in c.kinds],
            [c for c in found if (c.likeness(reference.title) or 0.0) >= TITLES_AGREE],
        ):
            if len(narrowed) == 1:
                return narrowed
    return found


def _in_time(reference: Reference, day: str) -> bool:
    """Whether a document of that day (or year, or unknown day) can be the one meant."""
    return not day or (day >= reference.earliest[: len(day)] and (not reference.latest or day <= reference.latest))


def _sign_may_mean(reference: Reference, cluster: Cluster) -> bool:
    if reference.series and cluster.series and reference.series != cluster.series:
        return False
    place = reference.issuer.place if reference.issuer else None
    return place is None or all(place.may_be(issuer.place) for issuer in cluster.issuers if issuer.place)


def _number_may_mean(reference: Reference, cluster: Cluster) -> bool:
    if reference.issuer and not all(reference.issuer.related(issuer) for issuer in cluster.issuers):
        return False
    if is_day(reference.date):
        return True
    likeness = cluster.likeness(reference.title)
    if is_local_sign(cluster.sign) and not (reference.issuer and reference.issuer.place):
        return likeness is not None and likeness >= TITLES_AGREE
    return likeness is None or likeness >= _TOO_UNLIKE


def _apart(reference: Reference) -> Hashable:
    """What keeps a reference from new documents of the same sign, or kind and number, and date: a title, or that it says no more.

    Places share signs and all bodies share numbers, so that without day and issuer it may be anyone's document.
    """
    if is_day(reference.date) or reference.scope or (reference.sign and not is_local_sign(reference.sign)):
        return None
    return reference.title if len(reference.title) >= _LEAST_TITLE else (reference.source, reference.key)


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


def _merged(clusters: list[Cluster]) -> list[Cluster]:
    """Give a sign without date the day that one bare number states, when each is the only one that the other can be."""
    dated = _by(
        (c for c in clusters if not c.sign and is_day(c.day) and not c.candidates),
        lambda c: ((kind, c.number) for kind in sorted(c.kinds)),
    )
    claims: dict[Cluster, list[Cluster]] = {}
    for cluster in clusters:
        if cluster.sign and not cluster.candidates and not is_day(cluster.day):
            bares = {bare: None for kind in sorted(cluster.kinds) for bare in dated.get((kind, cluster.number), [])}
            claims[cluster] = [bare for bare in bares if _may_be_one(cluster, bare)]
    claimed = Counter(bare for found in claims.values() for bare in found)
    absorbed = {found[0]: cluster for cluster, found in claims.items() if len(found) == 1 and claimed[found[0]] == 1}
    for cluster in clusters:
        cluster.candidates = tuple(dict.fromkeys(absorbed.get(candidate, candidate) for candidate in cluster.candidates))
        if len(cluster.candidates) == 1 and cluster.number:
            absorbed[cluster] = cluster.candidates[0]
    for cluster, into in absorbed.items():
        for reference in cluster.references:
            into.add(reference)
    return [cluster for cluster in clusters if cluster not in absorbed]


def _may_be_one(signed: Cluster, bare: Cluster) -> bool:
    return (
        bare.zone == signed.zone
        and bare.day.startswith(signed.day)
        and all(_in_time(reference, bare.day) for reference in signed.references)
        and all(_number_may_mean(_undated(reference), signed) for reference in bare.references if reference.zone == bare.zone)
        and not any((reference.source, key) in signed.members for reference in bare.references for key in reference.distinct)
    )


def _undated(reference: Reference) -> Reference:
    """The reference as it would be judged without its date, by its title and issuer."""
    return Reference(reference.source, reference.key, reference.zone, issuer=reference.issuer, title=reference.title)


def _by(items: Iterable[_Item], keys: Callable[[_Item], Iterable[_Key]]) -> dict[_Key, list[_Item]]:
    groups: dict[_Key, list[_Item]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            groups[key].append(item)
    return groups
