"""The public output of `regraph extract`, as `docs/extract.schema.json` describes it."""

from __future__ import annotations

from regraph.model import Extraction, Limit

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
        "relations": [
            {
                "from": r.source,
                "type": r.type,
                "to": r.target,
                "from_part": r.from_part,
                "to_part": r.to_part,
                "partly": r.partly,
                "zone": r.zone,
                "start": r.span.start,
                "end": r.span.end,
                "rule": r.rule,
                "modality": r.modality,
                "confidence": r.confidence,
            }
            for r in found.relations
        ],
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
