"""The resolved evidence as the graph that `ontology.toml` declares, sorted, so that equal evidence gives an equal graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from regraph.graph.bodies import body
from regraph.graph.collector import still
from regraph.graph.courses import Period
from regraph.graph.people import Position
from regraph.graph.resolution import Resolution, ResolvedDocument, ResolvedRelation, ResolvedSource
from regraph.graph.validity import Interval, Timeline, provision_id, timelines
from regraph.model import Edge, Graph, Node, Statement, Value

_BARE: Mapping[str, Value] = {}
_ROLE: Mapping[str, Mapping[str, Value]] = {role: {"role": role} for role in ("subject", "object")}


@still()
def project(resolution: Resolution) -> Graph:
    """The graph of a resolution: documents with their days in force, what they do to each other, and all evidence.

    >>> [edge.type for edge in project(resolution).edges if edge.source == "96-QĐ/TW@2023-02-02"]  # doctest: +SKIP
    ['ISSUED_BY', 'REPLACES']
    """
    lives = timelines(resolution)
    spans = list(_periods(lives))
    positions = sorted({position for person in resolution.people for position in person.positions}, key=lambda p: p.id)
    nodes = [
        *(_document(document, lives[document.id].interval) for document in resolution.documents),
        *(Node("Provision", provision_id(id_, part), {"document": id_, "path": part}) for id_, part in _parts(lives)),
        *(node for node, _ in spans),
        *_bodies(resolution.documents, positions),
        *(Node("Position", position.id, {"title": position.title}) for position in positions),
        *(Node("Person", person.id, {"name": person.name}) for person in resolution.people),
        *(_source(source) for source in resolution.sources),
        *_statements(resolution),
    ]
    edges = [
        *_relations(resolution.relations),
        *(Edge("PART_OF", provision_id(id_, part), "Provision", id_, "Document", _BARE) for id_, part in _parts(lives)),
        *(edge for _, edges in spans for edge in edges),
        *_larger(nodes),
        *_issued_by(resolution.documents),
        *_may_be(resolution),
        *_held(resolution),
        *_evidence(resolution),
    ]
    return Graph(
        tuple(sorted(nodes, key=lambda node: (node.label, node.id))),
        tuple(sorted(edges, key=lambda edge: (edge.type, edge.source, edge.target, edge.source_label, edge.target_label))),
    )


def _document(document: ResolvedDocument, interval: Interval) -> Node:
    properties: dict[str, Value] = {
        name: document.value(name) for name in ("kind", "number", "symbol", "issued", "issuer", "title")
    }
    properties |= {
        "zone": document.zone,
        "has_text": document.has_text,
        "names": list(document.names),
        "source_count": len(document.sources),
        "effective_from": interval.begins,
        "effective_from_basis": interval.begins_basis,
        "effective_to": interval.ends,
        "effective_to_basis": interval.ends_basis,
    }
    return Node("Document", document.id, properties)


def _parts(lives: Mapping[str, Timeline]) -> Iterator[tuple[str, str]]:
    for id_, life in lives.items():
        yield from ((id_, part) for part in life.parts)


def _periods(lives: Mapping[str, Timeline]) -> Iterator[tuple[Node, list[Edge]]]:
    """Every period of every document and provision, with the edges from what it is of and to the periods that it follows from."""
    of: dict[str, tuple[str, str, str | None, tuple[Period, ...]]] = {}
    for id_, life in lives.items():
        of |= {provision_id(id_, part): ("Provision", id_, part, periods) for part, periods in life.parts.items()}
        of[id_] = ("Document", id_, None, life.periods)
    for thing, (label, document, part, periods) in of.items():
        for period in periods:
            id_ = _period_id(thing, period)
            properties: dict[str, Value] = {
                "document": document,
                "part": part,
                "status": period.status,
                "previous": period.previous,
                "first_day": period.first,
                "last_day": period.last,
                "rule": period.reasons[0].rule,
                "rules": list(dict.fromkeys(reason.rule for reason in period.reasons)),
                "says": "; ".join(reason.says for reason in period.reasons),
                "statements": sorted({statement for reason in period.reasons for statement in reason.statements}),
            }
            edges = [Edge("HAS_PERIOD", thing, label, id_, "Period", _BARE)]
            because = {(other, day or period.first) for reason in period.reasons for other, day in reason.because}
            follows = {_period_id(other, _at(of[other][3], day)) for other, day in because if other in of}
            edges += [Edge("BECAUSE", id_, "Period", other, "Period", _BARE) for other in follows if other != id_]
            yield Node("Period", id_, properties), edges


def _period_id(thing: str, period: Period) -> str:
    return f"{thing}|{period.first or ''}"


def _at(periods: tuple[Period, ...], day: str | None) -> Period:
    return next(period for period in periods if period.holds(day))


def _bodies(documents: Iterable[ResolvedDocument], positions: Iterable[Position]) -> list[Node]:
    named = {name for document in documents if (issuer := document.value("issuer")) for name in body(issuer).single}
    named |= {position.body for position in positions if position.body}
    named |= {larger for name in named for larger in body(name).part_of}
    return [Node("Body", name, {"name": name}) for name in named]


def _source(source: ResolvedSource) -> Node:
    properties: dict[str, Value] = {
        "name": "; ".join(source.names),
        "sha256": source.sha256,
        "title": source.title,
        "text_kind": source.text_kind,
        "published": source.published,
        "event_date": source.event_date,
        "event_date_inferred": list(source.event_date_inferred),
    }
    return Node("Source", source.sha256, properties)


def _statements(resolution: Resolution) -> Iterator[Node]:
    names = {source.sha256: "; ".join(source.names) for source in resolution.sources}
    for statement in resolution.statements:
        verdict = resolution.verdicts.get(statement.id)
        properties: dict[str, Value] = {
            "predicate": statement.predicate,
            "value": statement.value,
            "raw": statement.raw,
            "quote": statement.quote,
            "start_offset": statement.span.start,
            "end_offset": statement.span.end,
            "source_name": names[statement.source],
            "rule": statement.rule,
            "confidence": statement.confidence,
            "modality": statement.modality,
            "zone": statement.zone,
            "verdict": verdict.verdict if verdict else None,
            "why": verdict.why if verdict else None,
        }
        yield Node("Statement", statement.id, properties)


def _relations(relations: Iterable[ResolvedRelation]) -> Iterator[Edge]:
    for relation in relations:
        said = relation.statements
        best = min(said, key=lambda s: (-s.confidence, len(s.quote), s.id))
        properties: dict[str, Value] = {
            "statements": [s.id for s in said],
            "source_count": len({s.source for s in said}),
            "quote": best.quote,
            "scope": "part" if relation.part else "whole",
            "from_part": "; ".join(sorted(_from_parts(said))) or None,
            "modality": "enacted" if any(s.modality == "enacted" for s in said) else "reported",
            "confidence": best.confidence,
        }
        target, label = relation.target, "Document"
        if relation.part:
            target, label = provision_id(relation.target, relation.part), "Provision"
        yield Edge(relation.type.upper(), relation.source, "Document", target, label, properties)


def _from_parts(statements: Iterable[Statement]) -> set[str]:
    return {part for s in statements for name, value in s.qualifiers if name == "from_part" for part in value.split("; ")}


def _larger(nodes: Iterable[Node]) -> Iterator[Edge]:
    for node in nodes:
        if node.label == "Body" and (larger := body(node.id).part_of):
            yield Edge("PART_OF", node.id, "Body", larger[0], "Body", {})


def _issued_by(documents: Iterable[ResolvedDocument]) -> Iterator[Edge]:
    for document in documents:
        if issuer := document.choices.get("issuer"):
            properties: dict[str, Value] = {"statements": list(issuer.statements)}
            for name in body(issuer.value).single:
                yield Edge("ISSUED_BY", document.id, "Document", name, "Body", properties)


def _may_be(resolution: Resolution) -> Iterator[Edge]:
    for unsure in resolution.unsure:
        for candidate in unsure.candidates:
            yield Edge("MAY_BE", unsure.document, "Document", candidate, "Document", _BARE)


def _held(resolution: Resolution) -> Iterator[Edge]:
    days = {source.sha256: source.published or source.event_date for source in resolution.sources}
    for person in resolution.people:
        for position, said in person.positions.items():
            as_of = sorted({day for s in said if (day := days[s.source])})
            properties: dict[str, Value] = {"statements": [s.id for s in said], "as_of": as_of}
            yield Edge("HOLDS", person.id, "Person", position.id, "Position", properties)
    for position in {position for person in resolution.people for position in person.positions}:
        if position.body:
            yield Edge("AT", position.id, "Position", position.body, "Body", {})


def _evidence(resolution: Resolution) -> Iterator[Edge]:
    for source in resolution.sources:
        if source.text_of:
            yield Edge("TEXT_OF", source.sha256, "Source", source.text_of, "Document", {})
    for statement in resolution.statements:
        yield Edge("IN", statement.id, "Statement", statement.source, "Source", _BARE)
        yield from _about(statement, resolution)


def _about(statement: Statement, resolution: Resolution) -> Iterator[Edge]:
    """A statement is about its subject and its object; one thing that is both is named as the subject."""
    seen = set()
    for role, key in (("subject", statement.subject), ("object", statement.object)):
        if key and (thing := _thing(statement.source, key, resolution)) and thing not in seen:
            seen.add(thing)
            label, id_ = thing
            yield Edge("ABOUT", statement.id, "Statement", id_, label, _ROLE[role])


def _thing(source: str, key: str, resolution: Resolution) -> tuple[str, str] | None:
    if key == "Source:":
        return "Source", source
    if id_ := resolution.documents_of.get((source, key)):
        return "Document", id_
    if id_ := resolution.people_of.get((source, key)):
        return "Person", id_
    return None
