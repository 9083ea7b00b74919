"""One text, read from end to end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from itertools import chain, product

from regraph.model import (
    DateMention,
    Effect,
    Extraction,
    Implied,
    Modality,
    Norm,
    Person,
    Position,
    Reach,
    Relation,
    RelationType,
    Residual,
    Text,
    TextKind,
    ZoneKind,
)
from regraph.pipeline.amendments import by_article
from regraph.pipeline.carried_out import carried_out
from regraph.pipeline.clean import View, clean
from regraph.pipeline.consolidation import cited, consolidation, stated, with_itself
from regraph.pipeline.continuance import suspended_or_extended
from regraph.pipeline.dates import DATE, iso
from regraph.pipeline.effects import Span, effects
from regraph.pipeline.events import events
from regraph.pipeline.groups import tie_groups
from regraph.pipeline.heading import heading
from regraph.pipeline.issuance import read_issuance
from regraph.pipeline.issuers import in_full
from regraph.pipeline.lists import share
from regraph.pipeline.norms import changes_others, norms
from regraph.pipeline.outline import Outline
from regraph.pipeline.own import completed, with_heading
from regraph.pipeline.patterns import regex
from regraph.pipeline.people import people
from regraph.pipeline.promulgated import promulgated
from regraph.pipeline.records import record
from regraph.pipeline.references import LAWS, Reference, may_carry_out, may_change, may_guide, references
from regraph.pipeline.relate import Link, relations
from regraph.pipeline.reported import reported
from regraph.pipeline.residual import residual
from regraph.pipeline.resolve import Entity, abbreviated_issuers, as_document, resolve
from regraph.pipeline.scope import scope
from regraph.pipeline.sentences import Sentences
from regraph.pipeline.titles import read_titles
from regraph.pipeline.topics import Topics
from regraph.pipeline.units import gather
from regraph.pipeline.wording import UNNAMED, wordings
from regraph.pipeline.zones import as_zones, zones

ENDS_OR_CHANGES = frozenset(("replaces", "repeals", "amends"))
_LATER = frozenset((*ENDS_OR_CHANGES, "corrects", "extends", "follows"))
_LATER_THAN_ITS_SIGN = frozenset(("guides", "implements"))
_QUESTION = regex(r"^#{1,4} .*\?\s*$|^\*\*.*\?\*\*\s*$", re.MULTILINE)
_FRONT_DATE = regex(r"^(?:date|published|pubdate|ngày đăng)\s*:\s*[\"']?(?P<date>[^\n\"']+)", re.MULTILINE | re.IGNORECASE)
_FRONT_TITLE = regex(r"^title\s*:\s*[\"']?\s*(?P<title>[^\n\"]+)", re.MULTILINE)
# `LÊ HOA - Thứ ba, 04/06/2024 08:15 (GMT+7)`, `04/06/2024 08:15`
_OWN_DATE = regex(
    r"^[ ]*(?:[^\n\d]{0,60}?(?<!\w)(?:thứ[ ](?:hai|ba|tư|năm|sáu|bảy)|chủ[ ]nhật),?[ ](?:ngày[ ])?)?"
    + DATE
    + r"[ ,-]+\d{1,2}[:h]\d{2}(?:[ ]*\(?gmt[ ]?\+[ ]?7\)?)?[ ]*$",
    re.MULTILINE,
)
_POSTED = regex(r"[ ]*(?:ngày )?giờ đăng(?: bài viết gốc)? ?:[ ]*(?:\d{1,2}:\d{2}[ ]+(?:ngày )?)?" + DATE)
_FIRST_LINES = 1500


def extract(text: Text) -> Extraction:
    """All that the text says, every fact with its place.

    >>> said = "Quy định số 96-QĐ/TW thay thế Quy định số 262-QĐ/TW."
    >>> found = extract(Text("a.txt", "/a.txt", said, "0" * 64, "utf-8"))
    >>> [(r.type, found.documents[1].symbol) for r in found.relations]
    [('replaces', '262-QĐ/TW')]
    """
    view = clean(text.content)
    spans = zones(view)
    main = [(a, b) for a, b, kind in spans if kind == "main"]
    own = heading(view, main[0][0], main[-1][1]) if main else None
    refs = references(view)
    merged = consolidation(view, own, refs) if own is not None else None
    if main:
        own = merged.base if merged else completed(view, own, refs, (main[0][0], main[-1][1]))
    if own is not None:
        refs = with_heading(own, refs)
    sentences = Sentences(view)
    read_titles(view, refs)
    share(view, refs, sentences)
    gather(view, refs)
    published = _published(view, main, text.content[:_FIRST_LINES])
    read_issuance(view, refs, sentences, published)
    noted = record(view, refs, main[0][0]) if main and own is None else None
    own_title = own.title_at if own else None
    quoted = wordings(view, refs, own_title)
    if own is None:
        quoted = [wording for wording in quoted if wording.document is not UNNAMED]
    if merged is not None:
        quoted = cited(view, merged, refs, quoted)
    topics = Topics(view, refs)
    entities = resolve(view, refs, own, quoted, topics)
    owner = {id(r): e for e in entities for r in e.references}
    tie_groups(view, refs, owner)
    links = relations(view, refs, sentences, quoted, own.kind if own else None, topics)
    says: Modality = "reported" if own is None else "enacted"
    links += carried_out(view, refs, says)
    links += promulgated(view, refs, own_title, says)
    links += noted.links if noted else ()
    if own is not None:
        links = by_article(view, links, quoted)
    documents, laid_out = entities, []
    if merged is not None:  # the text speaks for the document that it consolidates, the first of the entities
        documents, laid_out = with_itself(entities, merged), stated(view, merged, refs)
        owner[id(merged.itself)] = documents[0]
    spans_of_effect = chain(
        effects(view, refs, entities, links, quoted, sentences, own is not None, topics, published),
        suspended_or_extended(view, refs, owner, sentences, own is not None),
        [Span(owner[id(noted.reference)], None, noted.begins[0], None, *noted.begins[1:], "effect.record", "reported")]
        if noted and noted.begins
        else (),
    )
    itself = documents[0] if own is not None else None
    speaks = own is not None and not changes_others(own.title)
    outline = Outline(view, main[0][0], main[-1][1], quoted) if speaks else None
    passages = list(reported(view, refs, owner, main)) if own is None else []
    local = {id(e): f"d{n}" for n, e in enumerate(documents, 1)}
    spelled = in_full(view, abbreviated_issuers(documents))

    def zone(at: int) -> ZoneKind:
        return "main" if any(a <= at < b for a, b in main) else "boilerplate"

    return Extraction(
        text=text,
        text_kind=_kind_of_text(text.content, own is not None),
        title=own.title if own and own.title else _title(view, main, text.content[:_FIRST_LINES]),
        published=published,
        self_id=local[id(documents[0])] if own else None,
        zones=as_zones(view, spans),
        documents=tuple(as_document(view, e, local[id(e)], main, spelled) for e in documents),
        relations=tuple(_relations(view, [*laid_out, *links], entities, owner, local, zone)),
        effects=tuple(
            Effect(
                local[id(s.entity)], s.part, s.begins, s.ends, view.raw(s.start, s.end), s.rule, s.modality, s.until, s.suspended
            )
            for s in spans_of_effect
            if zone(s.start) == "main"
        ),
        implied=tuple(_implied(view, links, entities, owner, local, zone)),
        residual=tuple(
            Residual(local[id(c.entity)], view.raw(c.start, c.end), "residual.contrary", c.modality)
            for c in residual(view, refs, owner, own is not None)
            if zone(c.start) == "main"
        ),
        people=tuple(
            Person(
                p.name,
                tuple(Position(h.title, h.body, view.raw(h.start, h.end), h.rule) for h in p.positions),
                "main",
                tuple(view.raw(a, b) for a, b in p.mentions),
            )
            for p in people(view, spans, own.issuer if own else None)
        ),
        norms=tuple(
            Norm(
                local[id(n.entity)],
                n.part,
                n.clause.subject,
                n.clause.condition,
                n.clause.modality,
                n.clause.action,
                n.clause.limit,
                view.raw(n.clause.start, n.clause.end),
                n.rule,
            )
            for n in norms(view, outline, itself, passages, sentences)
            if zone(n.clause.start) == "main"
        ),
        reach=tuple(
            Reach(local[id(s.entity)], s.part, s.about, s.words, view.raw(s.start, s.end), f"reach.{s.about}")
            for s in scope(view, outline, itself, passages, sentences)
            if zone(s.start) == "main"
        ),
        dates=tuple(
            DateMention(d.value, view.raw(d.start, d.end), d.inferred, d.rule) for d in events(view, refs, spans, published)
        ),
    )


def _relations(
    view: View,
    links: list[Link],
    entities: list[Entity],
    owner: dict[int, Entity],
    local: dict[int, str],
    zone: Callable[[int], ZoneKind],
) -> list[Relation]:
    found: dict[tuple[str, str, str, str | None, str | None], Relation] = {}
    for link in links:
        sources = entities[:1] if link.source is None else _meant(link.source, owner)
        for source, target in product(sources, _meant(link.target, owner)):
            if source is target or zone(link.start) != "main":
                continue
            if not _may_be(link.relation, source, target):
                continue
            key = (local[id(source)], link.relation, local[id(target)], link.from_part, link.to_part)
            span = view.raw(link.start, link.end)
            found.setdefault(key, Relation(*key, "main", span, link.rule, link.modality, partly=link.partly))
    # What replaces a document also ends it: the two are one act.
    replaced = {(r.source, r.target) for r in found.values() if r.type == "replaces" and r.to_part is None}
    by_article = {(r.source, r.type, r.target, r.to_part) for r in found.values() if r.from_part}
    return [
        r
        for r in found.values()
        if (r.type != "repeals" or (r.source, r.target) not in replaced)
        and (r.from_part or (r.source, r.type, r.target, r.to_part) not in by_article)
    ]


def _implied(
    view: View,
    links: list[Link],
    entities: list[Entity],
    owner: dict[int, Entity],
    local: dict[int, str],
    zone: Callable[[int], ZoneKind],
) -> Iterator[Implied]:
    for link in links:
        if link.target.form == "implied" and zone(link.start) == "main":
            for source in entities[:1] if link.source is None else _meant(link.source, owner):
                span = view.raw(link.start, link.end)
                yield Implied(
                    local[id(source)],
                    link.relation,
                    link.target.kind,
                    link.target.year,
                    span,
                    f"{link.relation}.implied",
                    link.modality,
                )


# Of resolutions only the National Assembly's and its committee's are above laws.
_RESOLVES_BELOW_LAWS = regex(r"/NQ-(?:CP|HĐND|HĐTP)")
# What the Party resolves the National Assembly makes law.
_OF_THE_PARTY = regex(r"-[A-ZĐ]+/(?:TW|TU)$")
# Councils and committees of a place (`UB` until 2003) change nothing of the centre's: Luật 64/2025/QH15, Điều 8.
_LOCAL = regex(r"[-/](?:UBND|HĐND|UB)(?![A-ZĐ])")
_CENTRAL = regex(r"/(?:NĐ|TT|TTLT|PL|QH\d+|UBTVQH\d+)(?:-|$)|-(?:CP|TTg|TTG)$|/(?:CP|TTg|HĐBT)$")


def _has_authority(source: Entity, target: Entity) -> bool:
    """Whether a document may change or end another by who issued them: what is of a place nothing of the centre, and the
    Constitution only what the National Assembly issued."""
    symbol = source.symbol or ""
    below_laws = _RESOLVES_BELOW_LAWS.search(symbol) or _OF_THE_PARTY.search(symbol)
    if (target.kind == "Hiến pháp" and "UBTVQH" in symbol) or (target.kind in LAWS and below_laws):
        return False
    return not (_LOCAL.search(symbol) and _CENTRAL.search(target.symbol or ""))


def _may_be(relation: RelationType, source: Entity, target: Entity) -> bool:
    """Whether the law and time allow the relation; a law called by its name alone may be an earlier one than the text's other."""
    if relation in ENDS_OR_CHANGES and not (may_change(source.kind, target.kind) and _has_authority(source, target)):
        return False
    if relation == "guides" and not may_guide(source.kind, target.kind):
        return False
    if relation == "implements" and not may_carry_out(source.kind):
        return False
    later = relation in _LATER or (relation in _LATER_THAN_ITS_SIGN and target.symbol is not None)
    return not later or _may_follow(source, target)


def _may_follow(source: Entity, target: Entity) -> bool:
    """Whether a document is not of an earlier year than one that it is said to change or end: then one of the two is misread."""
    return not (source.date_or_year and target.date_or_year) or source.date_or_year[:4] >= target.date_or_year[:4]


def _meant(reference: Reference, owner: dict[int, Entity]) -> list[Entity]:
    """The documents that a reference means: none, one, or those of a group."""
    return [owner[id(r)] for r in reference.members or (reference,) if id(r) in owner]


def _kind_of_text(content: str, regulation: bool) -> TextKind:
    if regulation:
        return "regulation"
    return "qa" if _QUESTION.search(content) else "news"


def _published(view: View, main: list[tuple[int, int]], first_lines: str) -> str | None:
    """The day of publication: in the article's own line with the hour, in the front matter, or as the page says it was posted."""
    first = main[0][0] if main else 0
    own = _OWN_DATE.search(view.lower[first : first + _FIRST_LINES])
    if own and (day := iso(own)):
        return day
    posted = next(view.at_lines(_POSTED, view.lower), None) if "giờ đăng" in view.lower else None
    return _front_date(first_lines) or (iso(posted) if posted else None)


def _front_date(first_lines: str) -> str | None:
    """The day of publication in the front matter, as ISO 8601 or RFC 2822 writes it."""
    front = _FRONT_DATE.search(first_lines)
    if front is None:
        return None
    written = front["date"].strip()
    try:
        return date.fromisoformat(written[:10]).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except ValueError:
        return None


_PART = regex(
    r"(?i:phụ\s+lục$|(?:phần|chương|mục|điều|phụ\s+lục)\s+(?:mở\s+đầu|thứ\s+\w+|(?:số\s+)?(?:[ivxlc]+|\d+)[a-z]?)(?!\w))\s*"
)


def _opens_part(line: str) -> bool:
    """Whether a line opens a part of a document, and names no text: `CHƯƠNG I`, not `Điều 7 Nghị định A quy định gì?`."""
    label = _PART.match(line)
    return label is not None and (line[label.end() :][:1] in ("", ".", ":", "-", "–") or line.isupper())


def _title(view: View, main: list[tuple[int, int]], first_lines: str) -> str | None:
    if front := _FRONT_TITLE.search(first_lines):
        return front["title"].strip()
    first = next((line.strip(" #[]") for a, b in main for line in view.text[a:b].split("\n") if line.strip(" #-")), "")
    return None if _opens_part(first) else first[:300] or None
