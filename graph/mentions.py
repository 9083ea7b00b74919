"""What each source says of each document: its statements gathered, and the values that tell it from other documents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import get_args

from regraph.graph.bodies import days_of_term, issuer
from regraph.graph.clusters import Reference, Thing, is_day
from regraph.graph.comparison import SAME_CODES, Title, fold, number_key, sign_parts, title_words, without_marks
from regraph.graph.effects import IN_EFFECT
from regraph.model import RelationType, Statement, ZoneKind
from regraph.pipeline.vocabulary import Kind, kinds

RELATIONS = frozenset(get_args(RelationType))
# Luật Đất đai năm 2024 | Luật Đất đai (2024) | Nghị định 30 năm 2020 của Chính phủ
_YEAR = re.compile(r"[\s,(]+(?:năm\s+((?:19|20)\d\d)\b\)?|((?:19|20)\d\d)\)?$)")
# Nghị quyết số 26-NQ/TW của Ban Chấp hành Trung ương Đảng (khóa X); a National Assembly has terms of its own
_OF_A_TERM = re.compile(
    r"(?:trung ương|đảng|bộ chính trị|ban bí thư)[^,;]{0,20}?[\s(]kh(?:óa|oá)\s+([ivx]+)(?!\w)", re.IGNORECASE
)
_ANAPHORS = tuple(f" {fold(word)}" for word in ("này", "đó", "trên"))
# Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam | Điều lệ Đảng Cộng sản Việt Nam
_OF_THE_COUNTRY = re.compile(r" (?:nước Cộng h(?:òa|oà) xã hội chủ nghĩa Việt Nam|(?<=Đảng )Cộng sản Việt Nam)$")


@dataclass(slots=True)
class Mention:
    """One document in one source: what is ``said`` of it alone, and in ``acts_on`` and ``acted_on_by`` the keys of the documents
    that it stands in a relation to.

    What page furniture says of a document that the main text mentions is left out.
    """

    zone: ZoneKind = "boilerplate"
    said: list[Statement] = field(default_factory=list)
    acts_on: frozenset[str] = frozenset()
    acted_on_by: frozenset[str] = frozenset()

    @property
    def beside(self) -> frozenset[str]:
        """The documents that this one stands in a relation to."""
        return self.acts_on | self.acted_on_by if self.acts_on and self.acted_on_by else self.acts_on or self.acted_on_by

    def stated(self, predicate: str) -> list[str]:
        """The values that the source states, one for each statement."""
        return [s.value for s in self.said if s.predicate == predicate and s.value]

    def value(self, predicate: str) -> str:
        """The value that the source states most surely, empty when it states none."""
        return _surest([s for s in self.said if s.predicate == predicate and s.value])

    def values(self) -> dict[str, str]:
        """The value that the source states most surely of each attribute."""
        said: dict[str, list[Statement]] = {}
        for statement in self.said:
            if statement.value:
                said.setdefault(statement.predicate, []).append(statement)
        return {predicate: _surest(statements) for predicate, statements in said.items()}

    def wordings(self) -> list[str]:
        """How the source writes the document, in the order of the alphabet."""
        return sorted(set(self.stated("mention")))

    def year(self) -> str:
        """The year of issue when the source calls the document by it (`Luật Đất đai năm 2024`) and by no other."""
        years = {found[1] or found[2] for wording in self.wordings() if (found := _YEAR.search(wording))}
        return years.pop() if len(years) == 1 else ""

    def term(self) -> tuple[str, str]:
        """The days between which a document of the Party lies that the source gives to one term: `Trung ương Đảng khóa X`."""
        terms = {found[1].upper() for wording in self.wordings() if (found := _OF_A_TERM.search(wording))}
        return days_of_term(terms.pop()) if len(terms) == 1 else ("", "")

    def names(self, kind: str) -> bool:
        """Whether the source writes the kind out, not only the sign, whose code may stand for several kinds."""
        wordings = self.stated("mention")
        return any(w.startswith(kind) for w in wordings) or any(fold(w).startswith(fold(kind)) for w in wordings)

    def day(self) -> str:
        """The day of issue, empty when no full date is stated."""
        issued = self.value("issued")
        return issued if is_day(issued) else ""

    def begins(self) -> str:
        """The first day on which the whole document is in force, empty when no full date is stated."""
        days = {s.value or "" for s in self.said if s.predicate == "effective_from" and of_the_whole(s)}
        return min(filter(is_day, days), default="")

    def name(self, kind: str) -> str:
        """What a document is called by name: its kind with the title that its mentions hold, else as mentioned.

        `Luật` with the title `Đất đai` is called `Luật Đất đai`; a mention of no more than the kind or the sign takes the title.
        """
        titles = sorted(set(self.stated("title")), key=lambda title: (-len(title), title))
        full = [title if fold(title).startswith(fold(kind)) else f"{kind} {title}" for title in titles]
        written = [fold(wording) for wording in self.wordings()]
        named = [name for name in full if any(wording.startswith(fold(name)) for wording in written)]
        wording = _YEAR.sub("", min(self.wordings(), key=len, default=kind))
        called = named[0] if named else full[0] if full and (self.value("symbol") or fold(wording) == fold(kind)) else wording
        return _OF_THE_COUNTRY.sub("", called)


def _surest(said: list[Statement]) -> str:
    """The value stated most surely, of equals the most frequent; empty when there is none."""
    if len(said) <= 1:
        return (said[0].value or "") if said else ""
    counts = Counter(s.value or "" for s in said)
    surest: dict[str, float] = defaultdict(float)
    for statement in said:
        surest[statement.value or ""] = max(surest[statement.value or ""], statement.confidence)
    return min(counts, key=lambda value: (-surest[value], -counts[value], value))


def of_the_whole(statement: Statement) -> bool:
    """Whether a statement is of the document itself, unlike a day on which only a part, or what is planned, takes effect."""
    if not statement.predicate.startswith("effective_"):
        return True
    return statement.modality in IN_EFFECT and not any(name == "part" for name, _ in statement.qualifiers)


def mentions(statements: Iterable[Statement]) -> dict[Thing, Mention]:
    """Every document of every source that makes a statement about it.

    >>> mentions([mention_in_main_text])["39b4…", "Document:d1"].zone  # doctest: +SKIP
    'main'
    """
    found: dict[Thing, Mention] = defaultdict(Mention)
    mixed: set[Thing] = set()
    for statement in statements:
        if not statement.subject.startswith("Document:"):
            continue
        thing = (statement.source, statement.subject)
        mention = found[thing]
        if statement.predicate in RELATIONS:
            if statement.object and statement.object != statement.subject:
                mention.acts_on |= {statement.object}
                found[statement.source, statement.object].acted_on_by |= {statement.subject}
            continue
        if statement.zone == "main" and mention.zone != "main" and not statement.predicate.startswith("effective_"):
            mention.zone = "main"
            if mention.said:
                mixed.add(thing)
        elif statement.zone != mention.zone:
            mixed.add(thing)
        mention.said.append(statement)
    for thing in mixed:
        mention = found[thing]
        mention.said = [statement for statement in mention.said if statement.zone == mention.zone]
    return {thing: mention for thing, mention in found.items() if mention.said}


def references(known: Mapping[Thing, Mention], written: Mapping[str, str]) -> Iterator[Reference]:
    """What tells each document from others; ``written`` holds the day on which a source was written, where that is known.

    A source cannot mean what came after it, nor a document act on a later one.
    """
    signs, titles = cache(sign_parts), cache(title_words)  # one object for all references that state the same
    for thing, mention in known.items():
        source, _ = thing
        earliest, latest = "", written.get(source, "")
        if mention.acted_on_by:
            acting = [known[source, other].day() for other in mention.acted_on_by if (source, other) in known]
            latest = min(filter(None, [*acting, latest]), default="")
        if mention.acts_on:
            earliest = max((known[source, other].day() for other in mention.acts_on if (source, other) in known), default="")
        first, last = mention.term()
        earliest, latest = max(earliest, first), min(filter(None, (latest, last)), default="")
        yield _reference(thing, mention, earliest, latest, signs, titles)


def _reference(
    thing: Thing,
    mention: Mention,
    earliest: str,
    latest: str,
    signs: Callable[[str], tuple[str, ...]],
    titles: Callable[[str], Title],
) -> Reference:
    values = mention.values()
    kind, number, symbol, title = (values.get(name, "") for name in ("kind", "number", "symbol", "title"))
    known = kinds().get(kind.lower())
    sign = signs(symbol) if symbol else ()
    marked = _unmarked_codes(kind.lower())  # `29/2025/ND-CP` is the sign of a decree without its marks
    if not marked.keys().isdisjoint(sign):
        sign = tuple(marked.get(part, part) for part in sign)
    issued_by = values.get("issuer", "")
    by_name = known is not None and known.by_name
    called = mention.name(kind) if by_name or not (number or sign) else ""
    name = "" if _names_nothing(called, kind, known) else fold(called)
    national = by_name and bool(name)
    date = values.get("issued") or mention.year()
    issued = sorted(set(mention.stated("issued")))
    return Reference(
        thing=thing,
        zone=mention.zone,
        kind=fold(kind) if mention.names(kind) or not sign else "",
        number=number_key(number) if number else sign[0] if sign else "",
        sign=sign,
        date=date,
        days=_days(tuple(day for day in issued if is_day(day) and day[:4] == date[:4])),
        issuer=issuer(issued_by, sign) if issued_by else None,
        title=titles(title) if title else (),
        name=name,
        called=called,
        national=national,
        begins=mention.begins() if national else "",
        earliest=earliest,
        latest=latest,
        distinct=mention.beside,
    )


def _names_nothing(called: str, kind: str, known: Kind | None) -> bool:
    """Whether a name is no document's own: `Luật này`, or the bare name of a kind that has numbers."""
    name = fold(called)
    return name.endswith(_ANAPHORS) or (name == fold(kind) and bool(known and known.codes))


@cache
def _unmarked_codes(kind: str) -> Mapping[str, str]:
    """The codes of a kind in full, by their spelling without marks: `nđ` by `nd`."""
    known = kinds().get(kind)
    codes = [code.letters.casefold() for code in known.codes] if known else []
    return {without_marks(code): SAME_CODES.get(code, code) for code in codes if "đ" in code}


@lru_cache(maxsize=50_000)
def _days(days: tuple[str, ...]) -> tuple[str, ...]:
    """One object for all references that give the same."""
    return days
