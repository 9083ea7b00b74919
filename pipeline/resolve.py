"""Which references of one text speak of the same document."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import ne

from regraph.model import Attribute, Document
from regraph.pipeline.capitals import proper_names
from regraph.pipeline.clean import View
from regraph.pipeline.heading import Heading
from regraph.pipeline.issuers import Issuer, is_abbreviated
from regraph.pipeline.laws import abbreviated, is_known, plain, stands_for
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import LAWS, Reference
from regraph.pipeline.topics import Topics
from regraph.pipeline.wording import Wording, speaks_for


@dataclass(slots=True, eq=False)
class Entity:
    """A document of the text while it is being put together."""

    kind: str
    references: list[Reference] = field(default_factory=list)
    number: str | None = None
    symbol: str | None = None
    issued: str | None = None
    year: str | None = None
    name: str | None = None
    heading: Heading | None = None

    @property
    def date_or_year(self) -> str | None:
        """When the document was issued, as far as the text tells; its sign may tell the year."""
        return self.issued or self.year


def resolve(view: View, references: list[Reference], own: Heading | None, quoted: list[Wording], topics: Topics) -> list[Entity]:
    """The documents of the text in the order in which they are first mentioned, each with all its references.

    One sign is one document, unless two dates of different years say otherwise (Party numbers start again each term). A bare
    number or name joins the one document that fits, or stands for itself. `Nghị định này` is the regulation itself, else the
    document of that kind that the text speaks of.
    """
    entities: list[Entity] = []
    by_symbol: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    by_number: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    by_name: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    named: set[tuple[tuple[str, str], int]] = set()
    self_entity = None
    if own is not None:
        self_entity = Entity(own.kind, [], own.number, own.symbol, own.issued, heading=own)
        entities.append(self_entity)
        if own.symbol:
            by_symbol[_sign_key(own.symbol)].append(self_entity)
            by_number[own.kind, (own.number or "").lstrip("0")].append(self_entity)
        if own.title:
            by_name[own.kind, plain(own.title)].append(self_entity)
            named.add(((own.kind, plain(own.title)), id(self_entity)))

    def new(reference: Reference) -> Entity:
        entity = Entity(
            reference.kind, [reference], reference.number, reference.symbol, reference.issued, reference.year, reference.name
        )
        entities.append(entity)
        return entity

    signed: dict[int, Entity] = {}
    for reference in references:  # signs and names with a year first: they are what bare numbers and names may join
        if reference.form == "sign":
            assert reference.symbol is not None
            candidates = by_symbol[_sign_key(reference.symbol)]
            dated = year_of_sign(reference.symbol) is not None  # a day of another year is a slip then
            entity = next((e for e in candidates if dated or _same_year(e.issued, reference.issued)), None)
            alike = by_number[reference.kind, (reference.number or "").lstrip("0")]
            if entity is None and alike and _ALIAS.search(view.lower, max(0, reference.start - 90), reference.start):
                entity = alike[-1]  # `Nghị định số 88/1999/NĐ-CP (sau đây viết tắt là Nghị định 88/CP)`
                candidates.append(entity)
            if entity is None:
                entity = new(reference)
                candidates.append(entity)
                by_number[reference.kind, (reference.number or "").lstrip("0")].append(entity)
            else:
                _join(entity, reference)
            signed[id(reference)] = entity
            key = (reference.kind, plain(reference.name))
            if reference.name and (key, id(entity)) not in named:
                named.add((key, id(entity)))
                by_name[key].append(entity)
    in_full, aliases = _in_full(references), _aliases(view, references)
    ended = {id(signed[id(r)]) for r in references if id(r) in signed and _is_ended(view, r)}
    latest: dict[tuple[str, str], str] = {}
    for reference in references:
        if reference.form == "name" and reference.year:
            key = (reference.kind, plain(reference.name))
            latest[key] = max(latest.get(key, ""), reference.year)
    met: dict[int, Entity] = {}
    spoken: dict[tuple[str, str], Entity] = {}
    sure = {(r.kind, (r.number or "").lstrip("0")) for r in references if r.form == "number" and not r.unsure}
    said_so: dict[str, Entity] = {}
    for reference in references:
        if self_entity is not None and _is_issued(view, reference, self_entity):
            reference.announced = True
            self_entity.references.append(reference)
            continue
        number = (reference.kind, (reference.number or "").lstrip("0"))
        if reference.form == "sign":
            spoken[number] = signed[id(reference)]
            continue
        if reference.form == "number":
            candidates = by_number[number]
            words = view.words(max(0, reference.start - _SAME_WORDS), reference.end)
            fitting = said_so.get(words) or _by_number(candidates, spoken.get(number), reference)
        elif reference.form == "name":
            candidates = by_name[reference.kind, in_full.get(id(reference)) or plain(reference.name)]
            fitting = _by_name(_may_mean(candidates, reference, self_entity, ended, latest), reference)
            alias = aliases.get(id(reference))
            if alias is not None and fitting is None and (fitting := met.get(id(alias)) or signed.get(id(alias))):
                candidates.append(fitting)
        else:
            continue
        if fitting is not None:
            _join(fitting, reference)
        elif not reference.unsure or (reference.form == "number" and not candidates and number in sure):
            fitting = new(reference)
            candidates.append(fitting)
        if fitting is not None and reference.form == "number":
            spoken[number] = fitting
            if reference.start >= _SAME_WORDS:
                said_so.setdefault(words, fitting)
        if fitting is not None:
            met[id(reference)] = fitting
    of_year: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
    for entity in entities:
        of_year[entity.kind, _year(entity)].append(entity)
    for reference in references:
        if reference.form == "year" and len(alike := of_year[reference.kind, reference.year]) == 1:
            alike[0].references.append(reference)
    owner = {id(r): e for e in entities for r in e.references}
    for reference in references:
        if reference.form != "back":
            continue
        if wording := speaks_for(quoted, reference.start):  # in another document's words `Luật này` is the amended one
            reported = self_entity is None and wording.document.kind == reference.kind
            if reported and id(wording.document) in owner:
                _join(owner[id(wording.document)], reference)
            continue
        if view.text[reference.start].islower() and view.lower.endswith("trên", reference.start, reference.end):
            continue  # `quy định nêu trên` is a provision
        called_new = view.lower.endswith("mới", reference.start, reference.end)
        if self_entity is not None and _means_self(reference, self_entity):
            if not called_new:
                _join(self_entity, reference)
        elif self_entity is None and (view.text[reference.start].isupper() or reference.kind in _NO_EVERYDAY_WORD):
            spoken_of = topics.at(reference.kind, reference.start)
            if spoken_of is not None and id(spoken_of) in owner:
                _join(owner[id(spoken_of)], reference)
    for entity in entities:
        entity.references.sort(key=lambda r: r.start)
        if entity.heading is None and (written := [r.kind for r in entity.references if _writes_kind(view, r)]):
            entity.kind = entity.kind if entity.kind in written else written[0]
    return sorted((e for e in entities), key=lambda e: (e is not self_entity, e.references[0].start if e.references else -1))


def _writes_kind(view: View, reference: Reference) -> bool:
    """Whether the reference names its kind, which `số 52/2014/QH13` does not: a law's sign is a resolution's too."""
    return reference.form not in ("back", "year") and view.lower.startswith(reference.kind.split()[0].lower(), reference.start)


_IS_CALLED = regex(r"\s*\(\s*(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là\s*:?\s*[“\"]?")


def _aliases(view: View, references: list[Reference]) -> dict[int, Reference]:
    """What each name stands for by which a document is said to be called: `Luật A số 5/2030/QH16 (sau đây gọi là Luật B)`."""
    found: dict[int, Reference] = {}
    for before, reference in itertools.pairwise(references):
        told = max(before.end, before.title_at[1] if before.title_at else 0)
        if reference.form != "name" or not _IS_CALLED.fullmatch(view.lower, told, reference.start):
            continue
        meant: Reference | None = before
        while meant is not None and (meant.kind, meant.amending) != (reference.kind, reference.amending):
            meant = meant.within
        if meant is not None:
            found[id(reference)] = meant
    return found


def _may_mean(
    candidates: list[Entity], reference: Reference, own: Entity | None, ended: set[int], latest: dict[tuple[str, str], str]
) -> list[Entity]:
    """What a law's name can mean. One without a year means in a law that law itself where it bears the name, and none that it
    ends; elsewhere none that ended where the text names a later law so, by its year alone (``latest``)."""
    if reference.issued or reference.year:
        return candidates
    if own is not None and reference.kind == own.kind:
        return [own] if own in candidates else [e for e in candidates if id(e) not in ended]
    left = [e for e in candidates if id(e) not in ended or latest.get((e.kind, plain(e.name)), "") <= (_year(e) or "")]
    return left if own is None and all(e.symbol is None for e in left) else candidates


def _is_ended(view: View, reference: Reference) -> bool:
    """Whether the text ends a law by name and number: `Luật A số 5/2004/QH11 … hết hiệu lực kể từ ngày Luật này có hiệu lực`."""
    if not (reference.name and reference.kind in LAWS):
        return False
    first, last = view.line(reference.start)
    after = view.lower[reference.end : min(last, reference.end + _SENTENCE)]
    return bool(_ENDS.search(after) or _ENDING.search(view.lower, max(first, reference.start - _SENTENCE), reference.start))


_SENTENCE = 600
# A number behind so many characters that stand before it elsewhere too, as in a headline and a caption, means the same.
_SAME_WORDS = 40
_ENDS = regex(r"^[^.;]*?(?:hết\s+hiệu\s+lực|(?:được|bị)\s+(?:thay\s+thế|bãi\s+bỏ))")
_ENDING = regex(r"(?:thay\s+thế|bãi\s+bỏ|hết\s+hiệu\s+lực)[^.;]*$")
_NO_EVERYDAY_WORD = frozenset(("Nghị định", "Thông tư", "Pháp lệnh"))
"""Kinds whose name means nothing else in small letters: `kể từ ngày nghị định này có hiệu lực`."""


def _in_full(references: list[Reference]) -> dict[int, str]:
    """The full name of each law that is called by its first words: `Luật Bầu cử` where one `Luật Bầu cử đại biểu …` stands,
    or by their initials."""
    named = {(r.kind, plain(r.name)): r for r in references if r.name and not r.amending}
    short = [key for key, r in named.items() if r.form == "name" and not is_known(r.name)][:_MOST_ALIKE]
    full = {key: longer[0] for key in short if len(longer := _longer(named, key)) == 1}
    return {id(r): full[key] for r in references if r.name and (key := (r.kind, plain(r.name))) in full}


def _longer(named: dict[tuple[str, str], Reference], short: tuple[str, str]) -> list[str]:
    """The names of laws of a kind that go on from a short one: not behind a comma, where the sentence goes on."""
    initials = named[short].name or ""
    own = initials.lower()
    return [
        name
        for (kind, name), r in named.items()
        if kind == short[0]
        and ((name.startswith(f"{short[1]} ") and not (r.name or "").lower().startswith(f"{own},")) or stands_for(initials, name))
    ]


def _is_issued(view: View, reference: Reference, own: Entity) -> bool:
    """Whether the text says that it is this document that is issued by it: `Quốc hội ban hành Luật Đất đai.`"""
    plain = reference.form == "name" and reference.kind == own.kind
    title = own.heading.title or "" if own.heading else ""
    if reference.amending and (title or own.symbol) and not title.lower().startswith("sửa đổi"):
        return False  # quoted in a note
    return plain and view.lower[max(0, reference.start - 12) : reference.start].rstrip().endswith("ban hành")


def _means_self(reference: Reference, own: Entity) -> bool:
    return reference.kind == own.kind or (reference.kind, own.kind) in {
        ("Thông tư", "Thông tư liên tịch"),
        ("Luật", "Bộ luật"),
        ("Nghị quyết", "Nghị quyết liên tịch"),
    }


_ALIAS = regex(r"\(\s*(?:sau\s+đây\s+)?(?:được\s+)?(?:gọi|viết)\s+(?:tắt\s+|chung\s+)?là\s+[^()]*$")


def _sign_key(symbol: str) -> tuple[str, ...]:
    """The number and the letters of a sign, however these are separated and ordered, with the Đ of `NĐ-CP`.

    >>> _sign_key("45/HD-BTCTW") == _sign_key("45-HD/BTCTW"), _sign_key("16/KH-MTTQ-BTT") == _sign_key("16/KH-BTT-MTTQ")
    (True, True)
    """
    number, *letters = _PARTS.findall(symbol.lower().replace("nd-cp", "nđ-cp"))
    return (number, *sorted(letters))


_PARTS = regex(r"\d+|[^\W\d_]+")


def year_of_sign(symbol: str) -> str | None:
    """The year that a sign holds: 2015 of `90/2015/QH13`."""
    year = re.search(r"[/:]((?:19|20)\d\d)(?=[/-])", symbol)
    return year[1] if year else None


def _same_year(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a[:4] == b[:4]


def _year(entity: Entity) -> str | None:
    return entity.year or (entity.issued[:4] if entity.issued else None)


def _year_of(reference: Reference) -> str | None:
    return reference.issued[:4] if reference.issued else reference.year


def _fits(entity: Entity, reference: Reference) -> bool:
    if entity.issued and reference.issued:
        return entity.issued == reference.issued
    years = {y for y in (entity.year, entity.issued and entity.issued[:4]) if y}
    said = {y for y in (reference.year, reference.issued and reference.issued[:4]) if y}
    return not years or not said or bool(years & said)


_MOST_ALIKE = 200  # documents of one number or name that are looked at; no text tells more of them apart


def _by_number(candidates: list[Entity], spoken: Entity | None, reference: Reference) -> Entity | None:
    """The document that a bare number means: the one that fits its date, of several the one last spoken of."""
    if reference.issuer is not None:
        candidates = [e for e in candidates[:_MOST_ALIKE] if _of_the_party(e) in (None, _is_party_body(reference.issuer.name))]
        spoken = spoken if spoken in candidates else None
    if reference.issued is None and reference.year is None:
        return spoken or (candidates[0] if candidates else None)
    fitting = [e for e in candidates[:_MOST_ALIKE] if _fits(e, reference)]
    return spoken if spoken in fitting else (fitting[0] if fitting else None)


def _of_the_party(entity: Entity) -> bool | None:
    """Whether the sign is one of the Party's centre; None where there is no sign."""
    return entity.symbol.endswith("TW") if entity.symbol else None


def _is_party_body(name: str) -> bool:
    return bool(
        re.match(
            r"(?:hội nghị |thường trực )?(?:bộ chính trị|ban bí thư|ban chấp hành|bch|trung ương|đảng|ban .* trung ương)",
            name.lower(),
        )
    )


def _by_name(candidates: list[Entity], reference: Reference) -> Entity | None:
    """The law that a name means: the only one that fits, or the one of its year.

    A name without a year, which could be any of several, stands for itself; in the title of a document of some year it is no
    law of a later one.
    """
    if len(candidates) > 1 and reference.issued is None and reference.year is None:
        return next((e for e in candidates[:_MOST_ALIKE] if e.symbol is None and _year(e) is None), None)
    latest = _year_of(reference.within) if reference.within is not None else None
    fitting = [e for e in candidates[:_MOST_ALIKE] if _fits(e, reference) and not (latest and _is_after(e, latest))]
    if len(fitting) > 1:
        fitting = [e for e in fitting if _year(e) == reference.year]
    return fitting[0] if fitting else None


def _is_after(entity: Entity, year: str) -> bool:
    """Whether a document is of a later year; what is only called revised may be of any."""
    own = _year(entity)
    return own is not None and own.isdigit() and own > year


def _join(entity: Entity, reference: Reference) -> None:
    entity.references.append(reference)
    entity.issued = entity.issued or reference.issued
    entity.year = entity.year or reference.year
    entity.name = entity.name or reference.name
    if entity.symbol is None or (reference.symbol != entity.symbol and (reference.symbol or "").upper() == entity.symbol):
        entity.symbol = reference.symbol or entity.symbol  # a heading in capitals writes `32/CT-TTG`


def as_document(
    view: View, entity: Entity, local_id: str, in_main: list[tuple[int, int]], in_full: dict[str, Issuer]
) -> Document:
    """The document that the entity stands for, with every value that the text states and its place.

    ``in_full`` tells where the text spells out the issuers that it calls by abbreviated names.
    Its mentions are those by its own name; the heading's type word, or a place within another's name, only where it has no other.
    """
    stated = list(_stated(view, entity, in_full))

    def first(name: str) -> str | None:
        values = [a.value for a in stated if a.name == name]
        if name == "issued" and entity.symbol and (year := year_of_sign(entity.symbol)):
            values.sort(key=lambda v: v[:4] != year)
        elif name == "issuer":  # rather in small letters than in the capitals of a heading, and with its place
            values = sorted(values, key=lambda v: (v.isupper(), _is_cut(v, values), _is_misprint(v, values)))
        elif name == "title" and entity.name:
            values.sort(key=lambda v: (abbreviated(v), v.isupper()))
        elif name == "title" and entity.heading is None:
            values.sort(key=str.isupper)
        return next(iter(values), None)

    own_at = entity.heading.kind_at if entity.heading else None
    heading = entity.heading.title_at if entity.heading else None
    spoken = [r for r in entity.references if not r.announced and (heading is None or r.title_at != heading or r.symbol)]
    mentions = tuple(view.raw(r.start, r.end) for r in [r for r in spoken if not _within_a_name(r)] or spoken)
    starts = [r.start for r in entity.references] + ([own_at[0]] if own_at else [])
    main = entity.heading is not None or any(a <= s < b for s in starts for a, b in in_main)
    return Document(
        id=local_id,
        kind=entity.kind,
        number=entity.number,
        symbol=entity.symbol,
        issued=first("issued"),
        issuer=first("issuer"),
        title=first("title"),
        zone="main" if main else "boilerplate",
        mentions=mentions or ((view.raw(*own_at),) if own_at else ()),
        attributes=tuple(stated),
    )


def _within_a_name(reference: Reference) -> bool:
    """Whether the reference is part of what another document is called: `Luật sửa đổi, bổ sung một số điều của Luật A`."""
    outer = reference.within
    while outer is not None and not (outer.amending and not outer.announced and reference.end <= outer.end):
        outer = outer.within
    return outer is not None


def _is_cut(name: str, names: Iterable[str]) -> bool:
    """Whether another of the names goes on from this one: `UBND tỉnh`, `UBND tỉnh Lào Cai`."""
    return any(other.lower().startswith(f"{name.lower()} ") for other in names)


def _is_misprint(name: str, names: Iterable[str]) -> bool:
    """Whether another of the names is that of a known body, of which this one, itself unknown, differs in one word.

    >>> _is_misprint("Bộ Chinh trị", ["Bộ Chinh trị", "Bộ Chính trị"])
    True
    """
    words, known = name.lower().split(), proper_names()
    alike = [other.lower().split() for other in names if other.lower() in known]
    return name.lower() not in known and any(len(other) == len(words) > 2 and sum(map(ne, words, other)) == 1 for other in alike)


def abbreviated_issuers(entities: list[Entity]) -> set[str]:
    """The names of issuers that the text may spell out elsewhere."""
    return {r.issuer.name for e in entities for r in e.references if r.issuer and is_abbreviated(r.issuer.name)}


def _stated(view: View, entity: Entity, in_full: dict[str, Issuer]) -> list[Attribute]:
    found: list[Attribute] = []
    seen: set[tuple[str, str]] = set()

    def add(name: str, value: str | None, at: tuple[int, int] | None, rule: str) -> None:
        if value and at and (name, value) not in seen:
            seen.add((name, value))
            found.append(Attribute(name, value, view.raw(*at), rule))

    if own := entity.heading:
        add("kind", own.kind, own.kind_at, "heading.kind")
        add("number", own.number, own.symbol_at, "heading.number")
        add("symbol", own.symbol, own.symbol_at, "heading.number")
        add("issued", own.issued, own.issued_at, "heading.date")
        add("issuer", own.issuer, own.issuer_at, "heading.issuer")
        add("title", own.title, own.title_at, "heading.title")
    for reference in entity.references:
        add("issued", reference.issued, reference.issued_at, "reference.date")
        if reference.form in ("back", "year"):
            continue
        at = (reference.start, reference.end)
        if reference.kind == entity.kind or _writes_kind(view, reference):
            add("kind", reference.kind, at, f"reference.{reference.form}")
        add("number", reference.number, at, f"reference.{reference.form}")
        add("symbol", reference.symbol, at, f"reference.{reference.form}")
        if reference.title and reference.name != reference.title:
            add("title", reference.title, reference.title_at or at, "reference.title")
        if reference.name and reference.kind not in ("Hiến pháp", "Điều lệ", "Nghị quyết"):
            add("title", reference.name, at, "reference.name")
    named = [(r.issuer, r.end) for r in entity.references if r.issuer and r.form not in ("back", "year")]
    for issuer, end in sorted(named, key=lambda n: view.text[n[0].start : n[0].end].isupper()):  # those in capitals last
        if (full := in_full.get(issuer.name)) and not _is_cut(issuer.name, (i.name for i, _ in named)):
            add("issuer", full.name, (full.start, full.end), "issuer.in_full")
        add("issuer", issuer.name, (issuer.start, issuer.end), "reference.issuer" if issuer.end <= end else "list.issuer")
    return found
