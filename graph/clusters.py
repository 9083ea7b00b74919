"""A document as one source knows it, and the references of many sources that are one document."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias

from regraph.graph.bodies import Body, body, is_local_sign, of_sign
from regraph.graph.comparison import Title, fold, sign_year, title_likeness
from regraph.model import ZoneKind

DAY = len("2023-02-02")
LEAST_TITLE = 3  # words; shorter titles tell no document from another
_SIGN_WITHOUT_KIND = 3
_ONE_SERIES = {fold("Bộ luật"): fold("Luật")}
_TITLES_KEPT = 16

Thing: TypeAlias = tuple[str, str]
"""A thing as one source knows it: the source, and the subject or object of its statements."""


def is_day(date: str) -> bool:
    """Whether a date is a full one, neither empty nor a year alone."""
    return len(date) == DAY


def one_series(kind: str) -> str:
    """The kind with which a folded kind shares its numbers: codes are numbered among the laws."""
    return _ONE_SERIES.get(kind, kind)


@dataclass(slots=True)
class Reference:
    """A document as one source knows it, by the ``key`` that is local to the source; values that it does not state are empty.

    ``sign`` holds the parts of the symbol, ``number`` has no leading zeros, ``date`` may be a year alone, ``days`` are the
    days of issue that the source gives in that year. ``kind`` and ``name`` are folded, ``called`` is the name as written,
    ``national`` tells that one document in a year bears the name (a law's), and ``begins`` when it came into force. The document
    was issued between ``earliest`` and ``latest``; ``distinct`` are the keys of documents that stand beside it.

    ``series`` is the kind, where the sign does not say it: `100/2015/QH13` is a code and a resolution, each of its own series.
    ``told_by_sign`` tells that the sign alone tells the document: it holds a year and the code of a body that is alone in the
    country.
    """

    thing: Thing
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
    begins: str = ""
    earliest: str = ""
    latest: str = ""
    distinct: frozenset[str] = frozenset()
    series: str = field(init=False, default="")
    told_by_sign: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        if sign_year(self.sign):
            self.told_by_sign = bool(of_sign(self.sign)) and not is_local_sign(self.sign)
            if len(self.sign) <= _SIGN_WITHOUT_KIND:
                self.series = one_series(self.kind)

    @property
    def scope(self) -> Body | None:
        """What of the issuer tells documents apart that are alike in all else: beside a sign, only the place."""
        return self.issuer if not self.sign or (self.issuer and self.issuer.place) else None

    @property
    def source(self) -> str:
        """The source that knows the document so."""
        return self.thing[0]

    @property
    def key(self) -> str:
        """What tells the document from others of its source."""
        return self.thing[1]

    @property
    def beside(self) -> frozenset[Thing]:
        """The documents of the source that stand beside it, none of which it is."""
        return frozenset((self.source, key) for key in self.distinct)

    def in_time(self, cluster: Cluster) -> bool:
        """Whether a document can be the one meant by its day or year of issue, which may be unknown."""
        day = cluster.day
        return not day or self.earliest[: len(day)] <= day <= (self.latest or "9999")


@dataclass(slots=True, eq=False)
class Cluster:
    """References to one document; ``candidates`` are the documents that it may be when that is unsure.

    ``local`` when places share the ``sign``. ``day`` is the day of issue as far as it is known, ``dates`` are all that a
    source gives it.
    """

    references: list[Reference] = field(default_factory=list)
    candidates: tuple[Cluster, ...] = ()
    zone: ZoneKind = "main"
    sign: tuple[str, ...] = ()
    local: bool = False
    number: str = ""
    day: str = ""
    dates: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    series: str = ""
    issuers: tuple[Body, ...] = ()
    titles: tuple[Title, ...] = ()

    @property
    def members(self) -> frozenset[Thing]:
        """The document as each of the sources knows it."""
        return frozenset(reference.thing for reference in self.references)

    @property
    def issued(self) -> str:
        """The day of issue that most sources state, else what is known of it."""
        stated = Counter(reference.date for reference in self.references if is_day(reference.date))
        return min(stated, key=lambda day: (-stated[day], day), default=self.day)

    @property
    def begins(self) -> str:
        """The first day in force: the one that most sources state, else a year after the issue, empty when neither is known.

        Few laws begin later than that.
        """
        stated = Counter(reference.begins for reference in self.references if reference.begins)
        year_later = f"{int(self.issued[:4]) + 1}{self.issued[4:]}" if is_day(self.issued) else ""
        return min(stated, key=lambda day: (-stated[day], day), default=year_later)

    @property
    def first(self) -> Thing:
        """The document as the first source knows it, whatever the order in which they came."""
        return min(reference.thing for reference in self.references)

    @property
    def signers(self) -> tuple[Body, ...]:
        """The bodies that sources name as issuer, else those that the code in the sign stands for."""
        return self.issuers or tuple(map(body, of_sign(self.sign)))

    def add(self, reference: Reference) -> None:
        """Take in a reference; one from page furniture tells a document of the main texts nothing new."""
        if not self.references:
            self.zone = reference.zone
        self.references.append(reference)
        if reference.zone != self.zone:
            return
        if reference.sign and not self.sign:
            self.sign, self.local = reference.sign, is_local_sign(reference.sign)
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
        if reference.title and reference.title not in self.titles:
            longest_first = sorted((*self.titles, reference.title), key=lambda title: (-len(title), title))
            self.titles = tuple(longest_first[:_TITLES_KEPT])

    @property
    def law(self) -> str:
        """The folded name by which most sources know the law that has this sign, empty when it is none."""
        names = Counter(r.name for r in self.references if r.national and r.zone == self.zone)
        return min(names, key=lambda name: (-names[name], name), default="") if self.sign else ""

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
        for other in self.titles:
            if len(other) >= LEAST_TITLE and (best is None or best < 1.0):
                best = max(best or 0.0, title_likeness(title, other))
        return best
