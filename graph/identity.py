"""Which documents of different sources are one document.

A document is told by its sign and its day of issue, by its kind, number and day, or by its name and year. A reference
that says less joins the one document that it can mean, and stays apart when there are several or none. Sources are
never compared by name alone: the Party's numbers start again with each term, places share signs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from regraph.graph.bodies import is_local_sign, of_sign, term
from regraph.graph.clusters import LEAST_TITLE, Cluster, Reference, Thing, is_day
from regraph.graph.comparison import TITLES_AGREE, sign_year
from regraph.graph.groups import Groups, grouped
from regraph.graph.placing import placed

_TOO_UNLIKE = 0.5
_TERM = 5  # years
_LIFE = 10  # years
_RECENT = 2  # years

_NameKey: TypeAlias = tuple[str, str, str, str]


def documents(references: Iterable[Reference]) -> list[Cluster]:
    """Gather references into documents, first those in main texts, then those in page furniture.

    >>> one = Reference(("a", "1"), "main", "quy định", "96", date="2023-02-02")
    >>> other = Reference(("b", "1"), "main", "quy định", "96", ("96", "qđ", "tw"), "2023-02-02")
    >>> [len(cluster.references) for cluster in documents([one, other])]
    [2]
    """
    ordered = sorted(references, key=lambda r: r.thing)
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
    known = grouped((c for c in clusters if c.sign), lambda c: (c.sign,))
    made: list[Cluster] = []
    for sign, group in grouped(references, lambda r: (r.sign,)).items():
        if not is_local_sign(sign):
            _agree_on_days(group)
        else:
            for of_place in grouped(group, lambda r: (r.issuer.place.label,) if r.issuer and r.issuer.place else ()).values():
                _agree_on_days(of_place)
        made += placed(group, known.get(sign, []), _sign_may_mean)
    return made


def _agree_on_days(references: Sequence[Reference]) -> None:
    """Days that some source gives one document, or that lie in one series of numbers, are one document's; all its references take
    the most stated.
    """
    days = Groups()
    stated = Counter(reference.date for reference in references)
    for reference in references:
        for day in reference.days:
            days.join(day, reference.date)
    for dated in grouped(references, _series).values():
        kinds = {reference.kind for reference in dated if reference.kind}
        for kind in kinds:
            first, *others = (reference.date for reference in dated if reference.kind == kind or len(kinds) == 1)
            for day in others:
                days.join(first, day)
    one_of = grouped(sorted(stated), lambda day: (days.root(day),))
    for reference in references:
        if reference.days:
            reference.date = min(one_of[days.root(reference.date)], key=lambda day: (-stated[day], day))


def _series(reference: Reference) -> Iterator[tuple[str, str, int]]:
    """The series of numbers, in a year of a term, in which the sign stands once; none when that is not known for sure.

    The Party's numbers start again after each congress, those of its committees in places in the year before.
    """
    year, day = sign_year(reference.sign), reference.date
    issuer = "" if of_sign(reference.sign) else reference.issuer.name if reference.issuer else None
    if issuer is None or not is_day(day):
        return
    if year:
        yield issuer, year, 0
    elif not (is_local_sign(reference.sign) and int(day[:4]) % _TERM == 0):
        yield issuer, day[:4], term(day)


def _numbered(references: Sequence[Reference], clusters: Sequence[Cluster]) -> list[Cluster]:
    known = grouped((c for c in clusters if c.number), lambda c: ((kind, c.number) for kind in sorted(c.kinds)))
    made: list[Cluster] = []
    for number, group in grouped(references, lambda r: ((r.kind, r.number),)).items():
        made += placed(group, known.get(number, []), _number_may_mean)
    return made


def _named(references: Sequence[Reference], clusters: Sequence[Cluster]) -> list[Cluster]:
    """A law by its name and year is the law with a sign that has both; other documents go by kind, day and title."""
    laws: dict[str, set[Cluster]] = defaultdict(set)
    dated = grouped((c for c in clusters if c.number), lambda c: ((kind, c.day) for kind in sorted(c.kinds)))
    named: dict[_NameKey, Cluster] = {}
    for cluster in clusters:
        if law := cluster.law:
            laws[law].add(cluster)
        for reference in cluster.references if not cluster.number else ():
            if not reference.sign:
                named[_name_key(reference, "")] = cluster
                if reference.national and reference.date and not cluster.candidates:
                    laws[reference.name].add(cluster)
    made: list[Cluster] = []
    eras = _eras(r for r in references if r.national and not r.date and is_day(r.latest))
    for reference in sorted(references, key=lambda r: not r.date):
        key = _name_key(reference, eras.get(reference.thing, ""))
        in_force = None if reference.date else _law_in_force(reference, laws.get(reference.name, ()))
        if in_force:
            in_force.add(reference)
            continue
        if key not in named:
            if reference.national:
                found = _laws(reference, laws)
            else:
                found = [c for c in dated.get((reference.kind, reference.date), []) if _same_title(reference, c)]
            if len(found) == 1 and reference.date:
                named[key] = found[0]
            else:
                named[key] = Cluster(candidates=tuple(found))
                made.append(named[key])
        named[key].add(reference)
        if reference.national and reference.date and not named[key].candidates:
            laws[reference.name].add(named[key])
    return made


def _laws(reference: Reference, laws: Mapping[str, set[Cluster]]) -> list[Cluster]:
    """The laws of that name, of its year when it has one."""
    year = reference.date[:4]
    found = (c for c in laws.get(reference.name, ()) if (sign_year(c.sign) or c.day[:4]).startswith(year))
    return sorted(found, key=lambda c: c.first)


def _law_in_force(reference: Reference, laws: Iterable[Cluster]) -> Cluster | None:
    """The law of a name that alone was in force when the source was written.

    From the issue of the next law of that name to its effect both may be meant; so may either where the source mentions another
    of the laws beside it. Where the source tells the law by its number too, a bare name beside that is another's. Where laws of
    that name have signs, one known by its year alone may be an act that amends them.
    """
    day = reference.latest
    if not is_day(day):
        return None
    ordered = sorted(laws, key=lambda law: (law.issued, law.first))
    begun = [law for law in ordered if law.issued and law.issued <= day]
    if not begun or not (begins := begun[-1].begins) or begins > day:
        return None
    latest, signed = begun[-1], any(law.sign for law in ordered)
    beside = any(r.source == reference.source and (law is not latest or r.sign) for law in ordered for r in law.references)
    if beside or (signed and not latest.sign) or reference.beside & latest.members or not reference.in_time(latest):
        return None
    return latest if _still_told(latest, day) else None


def _still_told(law: Cluster, day: str) -> bool:
    """Whether a law may be taken for the one in force on a day though a later one of its name may be unknown.

    Laws are passed anew every ten years or so: after that some source of those years must still tell it by number or day.
    """
    if _years_before(day, _LIFE) <= law.issued:
        return True
    since = _years_before(day, _RECENT)
    return any(since <= r.latest and (r.sign or is_day(r.date)) for r in law.references)


def _years_before(day: str, years: int) -> str:
    return f"{int(day[:4]) - years}{day[4:]}"


def _same_title(reference: Reference, cluster: Cluster) -> bool:
    return is_day(reference.date) and (cluster.likeness(reference.title) or 0.0) >= TITLES_AGREE


def _eras(references: Iterable[Reference]) -> dict[Thing, str]:
    """The first day of the years in which sources that name a law without its year mean one law, empty for the first years."""
    found: dict[Thing, str] = {}
    for named in grouped(references, lambda r: (r.name,)).values():
        began, era = "", ""
        for reference in sorted(named, key=lambda r: r.latest):
            if began and began < _years_before(reference.latest, _LIFE):
                began = era = reference.latest
            began = began or reference.latest
            found[reference.thing] = era
    return found


def _name_key(reference: Reference, era: str) -> _NameKey:
    if reference.national:
        return (reference.name, reference.date[:4], era, "")
    if reference.name and is_day(reference.date):
        return (reference.name, reference.date, "", "")
    return (reference.name, reference.date, *reference.thing)


def _sign_may_mean(reference: Reference) -> Callable[[Cluster], bool]:
    series, place = reference.series, reference.issuer.place if reference.issuer else None
    anywhere = place is None and is_local_sign(reference.sign) and not is_day(reference.date)
    told = anywhere and len(reference.title) >= LEAST_TITLE

    def means(cluster: Cluster) -> bool:
        if series and cluster.series and series != cluster.series:
            return False
        if told and (likeness := cluster.likeness(reference.title)) is not None and likeness < _TOO_UNLIKE:
            return False
        if place is None:
            return True
        return all(place.may_be(issuer.place) for issuer in cluster.issuers if issuer.place)

    return means


def _number_may_mean(reference: Reference) -> Callable[[Cluster], bool]:
    issuer, title, dated = reference.issuer, reference.title, is_day(reference.date)
    placed, told = issuer is not None and issuer.place is not None, len(title) >= LEAST_TITLE

    def means(cluster: Cluster) -> bool:
        if issuer and (signers := cluster.signers) and not any(map(issuer.related, signers)):
            return False
        if dated:
            return True
        likeness = cluster.likeness(title) if told else None
        if not placed and cluster.local:
            return likeness is not None and likeness >= TITLES_AGREE
        return likeness is None or likeness >= _TOO_UNLIKE

    return means


def _merged(clusters: list[Cluster]) -> list[Cluster]:
    """Give a sign without date the day that one bare number states, when each is the only one that the other can be."""
    dated = grouped(
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
        and all(reference.in_time(bare) for reference in signed.references)
        and all(_number_may_mean(_undated(reference))(signed) for reference in bare.references if reference.zone == bare.zone)
        and signed.members.isdisjoint(thing for reference in bare.references for thing in reference.beside)
    )


def _undated(reference: Reference) -> Reference:
    """The reference as it would be judged without its date, by its title and issuer."""
    return Reference(reference.thing, reference.zone, issuer=reference.issuer, title=reference.title)
