"""An extraction as statements: one fact each, with its place and quote, under an id that is a hash of its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import partial

from regraph.model import Document, Extraction, Modality, Norm, Span, Statement, Text, ZoneKind
from regraph.pipeline.output import limit

_QUOTE = 240


def statements(found: Extraction) -> list[Statement]:
    """Every fact of the extraction, each once, in the order of the text's structure.

    The same text gives the same statements with the same ids, whenever and wherever it is read.

    >>> from regraph.model import Text
    >>> from regraph.pipeline.extract import extract
    >>> said = "Quy định số 96-QĐ/TW thay thế Quy định số 262-QĐ/TW."
    >>> text = Text("a.txt", "/a.txt", said, "0" * 64, "utf-8")
    >>> [s.object for s in statements(extract(text)) if s.predicate == "replaces"]
    ['Document:Quy định 262-QĐ/TW']
    """
    return list({s.id: s for s in _all(found)}.values())


def statement(
    text: Text,
    subject: str,
    predicate: str,
    span: Span,
    *,
    value: str | None = None,
    target: str | None = None,
    qualifiers: Mapping[str, str | None] | None = None,
    rule: str,
    confidence: float = 1.0,
    modality: Modality,
    zone: ZoneKind = "main",
) -> Statement:
    """One fact that ``text`` states at ``span``; a qualifier without a value is left out.

    >>> text = Text("a.txt", "/a.txt", "Quy định 96", "0" * 64, "utf-8")
    >>> statement(text, "Document:d1", "kind", Span(0, 8), value="Quy định", rule="kind", modality="reported").raw
    'Quy định'
    """
    raw = text.content[span.start : span.end]
    pairs = tuple(sorted((name, said) for name, said in (qualifiers or {}).items() if said))
    told = [text.sha256, subject, predicate, value, target, raw, span.start, span.end, pairs, rule, confidence, modality, zone]
    digest = hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:20]
    quote = _quote(text.content, span)
    return Statement(
        digest, text.sha256, subject, predicate, value, target, raw, span, quote, pairs, rule, confidence, modality, zone
    )


def _all(found: Extraction) -> Iterator[Statement]:
    keys = _keys(found.documents)
    speaks: Modality = "enacted" if found.text_kind == "regulation" else "reported"

    say = partial(statement, found.text, modality=speaks)
    whole = Span(0, 0)
    yield say("Source:", "text_kind", whole, value=found.text_kind, rule="source.kind")
    if found.title:
        yield say("Source:", "title", whole, value=found.title, rule="source.title")
    if found.published:
        yield say("Source:", "published", whole, value=found.published, rule="source.published")
    for day in found.dates:
        yield say(
            "Source:", "event_date", day.span, value=day.value, qualifiers={"inferred": ",".join(day.inferred)}, rule=day.rule
        )
    if found.self_id:
        yield say("Source:", "self", whole, target=f"Document:{keys[found.self_id]}", rule="source.self")
    for document in found.documents:
        subject = f"Document:{keys[document.id]}"
        for span in document.mentions:
            surface = " ".join(found.text.content[span.start : span.end].split())
            yield say(subject, "mention", span, value=surface, rule="mention", zone=document.zone)
        for a in document.attributes:
            yield say(subject, a.name, a.span, value=a.value, rule=a.rule, confidence=a.confidence, zone=document.zone)
    for r in found.relations:
        yield say(
            f"Document:{keys[r.source]}",
            r.type,
            r.span,
            target=f"Document:{keys[r.target]}",
            qualifiers={"from_part": r.from_part, "to_part": r.to_part, "partly": "yes" if r.partly else None},
            rule=r.rule,
            confidence=r.confidence,
            modality=r.modality,
            zone=r.zone,
        )
    for i in found.implied:
        told = f"{i.kind} {i.year}" if i.year else i.kind
        qualifiers = {"relation": i.type, "kind": i.kind, "year": i.year}
        yield say(
            f"Document:{keys[i.source]}",
            "predecessor",
            i.span,
            value=told,
            qualifiers=qualifiers,
            rule=i.rule,
            modality=i.modality,
        )
    for c in found.residual:
        yield say(f"Document:{keys[c.document]}", "residual_repeal", c.span, value="contrary", rule=c.rule, modality=c.modality)
    for e in found.effects:
        state = "suspended" if e.suspended else "effective"
        for bound, said in (("from", e.begins), ("to", e.ends), ("until", e.until)):
            if said:
                yield say(
                    f"Document:{keys[e.document]}",
                    f"{state}_{bound}",
                    e.span,
                    value=said,
                    qualifiers={"part": e.part},
                    rule=e.rule,
                    modality=e.modality,
                )
    for n in found.norms:
        yield say(f"Document:{keys[n.document]}", "norm", n.span, value=_norm(n), rule=n.rule)
    for reach in found.reach:
        yield say(
            f"Document:{keys[reach.document]}",
            reach.about,
            reach.span,
            value=reach.words,
            qualifiers={"part": reach.part},
            rule=reach.rule,
        )
    for person in found.people:
        for span in person.mentions:
            yield say(f"Person:{person.name}", "mention", span, value=person.name, rule="mention", zone=person.zone)
        for held in person.positions:
            yield say(
                f"Person:{person.name}",
                "holds",
                held.span,
                value=held.title,
                qualifiers={"body": held.body},
                rule=held.rule,
                zone=person.zone,
            )


def _keys(documents: tuple[Document, ...]) -> dict[str, str]:
    """A readable key for each document, unlike any other's in the source: kind, sign or number or name, and issue date."""
    keys: dict[str, str] = {}
    taken: dict[str, int] = {}
    for d in documents:
        called = d.symbol or d.number or d.title or ""
        key = f"{d.kind} {called}".strip() + (f"@{d.issued}" if d.issued else "")
        taken[key] = taken.get(key, 0) + 1
        keys[d.id] = key if taken[key] == 1 else f"{key}#{taken[key]}"
    return keys


def _norm(norm: Norm) -> str:
    """The norm as JSON, with what is stated of it only."""
    told = {
        "subject": norm.subject,
        "condition": norm.condition,
        "modality": norm.modality,
        "action": norm.action,
        "limit": limit(norm.limit),
        "part": norm.part,
    }
    return json.dumps({name: said for name, said in told.items() if said}, ensure_ascii=False)


def _quote(content: str, span: Span) -> str:
    """The sentence or line around the span on one line, cut to what a reader needs to see."""
    if span.end <= span.start:
        return ""
    first, last = max(0, span.start - _QUOTE), min(len(content), max(span.end, span.start + _QUOTE))
    start = max(first, content.rfind("\n", first, span.start) + 1, content.rfind(". ", first, span.start) + 1)
    ends = [e for e in (content.find("\n", span.end, last), content.find(". ", span.end, last)) if e >= 0]
    end = min(ends, default=last)
    return " ".join(content[start:end].split())
