"""The public output of `regraph extract`, as `docs/extract.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from regraph.model import Extraction, Limit, Relation
from regraph.pipeline.patterns import regex

FORMAT = 1


def to_json(found: Extraction) -> dict[str, object]:
    """The extraction as one JSON object of the public output (`"format": 1`)."""
    return {
        "format": FORMAT,
        "source": found.text.name,
        "sha256": found.text.sha256,
        "text_kind": found.text_kind,
        "title": found.title,
        "published": found.published,
        "self": found.self_id,
        "zones": [{"start": z.span.start, "end": z.span.end, "kind": z.kind} for z in found.zones],
        "documents": [
            {
                "id": d.id,
                "kind": d.kind,
                "number": d.number,
                "symbol": d.symbol,
                "issued": d.issued,
                "issuer": d.issuer,
                "title": d.title,
                "zone": d.zone,
                "mentions": [{"start": m.start, "end": m.end} for m in d.mentions],
            }
            for d in found.documents
        ],
        "relations": _relations(r for r in found.relations if r.modality not in _INTENDED),
        "intended": _relations(r for r in found.relations if r.modality in _INTENDED),
        "effect": _effects(found, suspended=False),
        "suspensions": _effects(found, suspended=True),
        "implied": [
            {
                "from": i.source,
                "type": i.type,
                "kind": i.kind,
                "year": i.year,
                "start": i.span.start,
                "end": i.span.end,
                "rule": i.rule,
                "modality": i.modality,
            }
            for i in found.implied
        ],
        "residual": [
            {"doc": c.document, "start": c.span.start, "end": c.span.end, "rule": c.rule, "modality": c.modality}
            for c in found.residual
        ],
        "people": [
            {
                "name": p.name,
                "positions": [held.title for held in p.positions],
                "bodies": [held.body for held in p.positions],
                "zone": p.zone,
                "mentions": [{"start": m.start, "end": m.end} for m in p.mentions],
            }
            for p in found.people
        ],
        "norms": [
            {
                "doc": n.document,
                "part": n.part,
                "subject": n.subject,
                "condition": n.condition,
                "modality": n.modality,
                "action": n.action,
                "limit": limit(n.limit),
                "start": n.span.start,
                "end": n.span.end,
                "rule": n.rule,
            }
            for n in found.norms
        ],
        "reach": [
            {
                "doc": r.document,
                "part": r.part,
                "about": r.about,
                "words": r.words,
                "start": r.span.start,
                "end": r.span.end,
                "rule": r.rule,
            }
            for r in found.reach
        ],
        "dates": [
            {"value": d.value, "inferred": list(d.inferred), "start": d.span.start, "end": d.span.end} for d in found.dates
        ],
    }


_INTENDED = frozenset(("planned", "draft"))
_SOME = regex(r"một (?:số|phần) (?:điều|khoản|điểm|quy định|nội dung)(?:, (?:điều|khoản|điểm))*")
_ENDS = frozenset(("replaces", "repeals"))


def _relations(found: Iterable[Relation]) -> list[dict[str, object]]:
    """One row for what one document does to another, with the place that states it first and all provisions that are named.

    A whole document that is ended is more than its provisions; in all else the provisions say more than `một số điều`.
    """
    rows: dict[tuple[str, str, str], list[Relation]] = {}
    for relation in found:
        rows.setdefault((relation.source, relation.type, relation.target), []).append(relation)
    return [_row(stated) for stated in rows.values()]


def _row(stated: list[Relation]) -> dict[str, object]:
    first = stated[0]
    whole = [r for r in stated if r.to_part is None]
    if first.type in _ENDS and whole:
        stated = whole
    shown = next((r for r in stated if r.to_part or r.from_part), stated[0])
    return {
        "from": first.source,
        "type": first.type,
        "to": first.target,
        "from_part": _joined(stated, lambda r: r.from_part),
        "to_part": _joined(stated, lambda r: r.to_part),
        "partly": all(r.partly for r in stated),
        "zone": shown.zone,
        "start": shown.span.start,
        "end": shown.span.end,
        "rule": shown.rule,
        "modality": shown.modality,
        "confidence": max(r.confidence for r in stated),
    }


def _joined(stated: list[Relation], part: Callable[[Relation], str | None]) -> str | None:
    """The provisions of all, each once; `một số điều` only when none is named."""
    named = dict.fromkeys(p for r in stated if (said := part(r)) for p in said.split("; "))
    return "; ".join([p for p in named if not _SOME.fullmatch(p)] or named) or None


def limit(found: Limit | None) -> dict[str, object] | None:
    """A limit as the public output writes it, the number under its bound.

    >>> limit(Limit("at_most", 3, "lần", "năm"))
    {'at_most': 3, 'unit': 'lần', 'per': 'năm'}
    """
    return {found.bound: found.number, "unit": found.unit, "per": found.per} if found else None


def _effects(found: Extraction, suspended: bool) -> list[dict[str, object]]:
    return [
        {
            "doc": e.document,
            "part": e.part,
            "from": e.begins,
            "to": e.ends,
            "until": e.until,
            "start": e.span.start,
            "end": e.span.end,
            "rule": e.rule,
        }
        for e in found.effects
        if e.suspended == suspended
    ]
