"""A document as one source knows it, and the references of many sources that are one document."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from dataclasses import dataclass, field

from regraph.graph.bodies import Body, body, is_local_sign, of_sign
from regraph.graph.comparison import Title, fold, sign_year, title_likeness
from regraph.model import ZoneKind

DAY = len("2023-02-02")
LEAST_TITLE = 3  # words; shorter titles tell no document from another
_SIGN_WITHOUT_KIND = 3
_ONE_SERIES = {fold("Bộ luật"): fold("Luật")}
_TITLES_KEPT = 16


def is_day(date: str) -> bool:
    """Whether a date is a full one, neither empty nor a year alone."""
    return len(date) == DAY


def one_series(kind: str) -> str:
    """The kind with which a folded kind shares its numbers: codes are numbered among the laws."""
    return _ONE_SERIES.get(kind, kind)


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
    days: tuple[str, ...] = ()
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
        return one_series(self.kind)

    @property
    def scope(self) -> Body | None:
        """What of the issuer tells documents apart that are alike in all else: beside a sign, only the place."""
        return self.issuer if not self.sign or (self.issuer and self.issuer.place) else None

    def in_time(self, day: str) -> bool:
        """Whether a document of that day, year or unknown day can be the one meant."""
        return not day or (day >= self.earliest[: len(day)] and (not self.latest or day <= self.latest))


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
    dates: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    series: str = ""
    issuers: tuple[Body, ...] = ()
    titles: list[tuple[int, Title]] = field(default_factory=list)
    members: set[tuple[str, str]] = field(default_factory=set)

    @property
    def signers(self) -> tuple[Body, ...]:
        """The bodies that sources name as issuer, else those that the code in the sign stands for."""
        return self.issuers or tuple(map(body, of_sign(self.sign)))

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
        year = sign_year(reference.sign) or ""
        for date in (reference.date, year, *reference.days):
            if date and date not in self.dates:
                self.dates += (date,)
        self.day = max(self.day, reference.date, year, key=lambda date: (len(date), date))
        if reference.kind and reference.kind not in self.kinds:
            self.kinds += (reference.kind,)
        self.series = self.series or reference.series
        if reference.issuer and reference.issuer not in self.issuers:
            self.issuers += (reference.issuer,)
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
        if len(title) < LEAST_TITLE:
            return None
        best: float | None = None
        for _, other in self.titles:
            if len(other) >= LEAST_TITLE and (best is None or best < 1.0):
                best = max(best or 0.0, title_likeness(title, other))
        return best
