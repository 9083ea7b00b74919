"""RDF in the terms of the European Legislation Identifier (ELI), with PROV and Web Annotation for the evidence."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, TextIO
from urllib.parse import quote

from regraph.graph.export.extras import extra
from regraph.graph.export.flat import clean
from regraph.graph.export.label import label_of, relation_words
from regraph.graph.export.portable import portable
from regraph.model import Edge, Graph, Node, Value

if TYPE_CHECKING:
    import rdflib

OWN = "urn:regraph:"
PREFIXES = {
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rg": f"{OWN}ontology:",
}
# The relation in ELI: the property that says the same, or the narrowest one that says less.
SAME = {
    "REPEALS": "eli:repeals", "AMENDS": "eli:amends", "CORRECTS": "eli:corrects", "BASED_ON": "eli:based_on",
    "CONSOLIDATES": "eli:consolidates", "CITES": "eli:cites",
}  # fmt: skip
WIDER = {
    "REPLACES": "eli:repeals", "SUSPENDS": "eli:changes", "EXTENDS": "eli:changes", "GUIDES": "eli:related_to",
    "IMPLEMENTS": "eli:related_to", "FOLLOWS": "eli:related_to",
}  # fmt: skip
_CLASSES = {
    "Document": ("eli:LegalResource",),
    "Provision": ("eli:LegalResourceSubdivision",),
    "Body": ("org:Organization", "eli:Agent", "prov:Agent"),
    "Period": ("rg:Period",),
    "Position": ("org:Post",),
    "Person": ("foaf:Person", "prov:Agent"),
    "Source": ("prov:Entity",),
    "Statement": ("prov:Entity", "oa:Annotation"),
}
_PROPERTIES = {
    ("Document", "number"): "eli:number", ("Document", "symbol"): "eli:id_local", ("Document", "issued"): "eli:date_document",
    ("Document", "effective_from"): "eli:first_date_entry_in_force", ("Document", "effective_to"): "eli:date_no_longer_in_force",
    ("Provision", "path"): "eli:number", ("Body", "name"): "foaf:name", ("Person", "name"): "foaf:name",
    ("Statement", "quote"): "prov:value",
}  # fmt: skip
_EDGES = {
    "ISSUED_BY": "eli:passed_by", "HOLDS": "org:holds", "AT": "org:postIn", "IN": "prov:wasQuotedFrom", "ABOUT": "oa:hasTarget",
    "TEXT_OF": "prov:specializationOf", "MAY_BE": "rg:mayBe", "HAS_PERIOD": "rg:hasPeriod", "BECAUSE": "prov:wasDerivedFrom",
}  # fmt: skip
_PART_OF = {"Provision": "eli:is_part_of", "Body": "org:subOrganizationOf"}
_IN_FORCE = {
    "in_force": "InForce-inForce", "partly": "InForce-partiallyInForce", "ended": "InForce-notInForce",
    "not_yet": "InForce-notInForce", "suspended": "InForce-notInForce",
}  # fmt: skip
_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "xsd:date"),
    (re.compile(r"\d{4}-\d\d"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)
_VIETNAMESE = "http://publications.europa.eu/resource/authority/language/VIE"
_LOCAL = re.compile(r"[A-Za-z][\w-]*", re.ASCII)
_DATED = {"issued", "effective_from", "effective_to", "published", "event_date", "in_force_on", "first_day", "last_day"}


def write_turtle(graph: Graph, out: TextIO) -> None:
    """Write the graph as Turtle; UsageError when rdflib is missing.

    A document is an ``eli:LegalResource``; its title stands on the ``eli:LegalExpression`` in Vietnamese that realizes it, its
    kind is an ``eli:ResourceType``. A relation that ELI has no word for gets one of regraph, declared as a part of the ELI
    property that is stated beside it: what replaces a document also ``eli:repeals`` it. Each relation is also an
    ``rdf:Statement`` that ``prov:wasDerivedFrom`` what the sources say, with their quotes and characters. ``eli:in_force`` is
    stated for graphs that tell the state on a day.
    """
    triples = _triples(graph)
    out.writelines(f"@prefix {name}: <{namespace}> .\n" for name, namespace in PREFIXES.items())
    for subject in sorted(set(triples.subjects()), key=str):
        told = sorted(f"\n    {_term(predicate)} {_term(target)}" for predicate, target in triples.predicate_objects(subject))
        out.write(f"\n{_term(subject)}{' ;'.join(told)} .\n")


def write_json_ld(graph: Graph, out: TextIO) -> None:
    """Write what ``write_turtle`` writes as JSON-LD, its things in the order of their addresses."""
    prefixes = {name: address for name, address in PREFIXES.items() if name != "rdf"}
    written = json.loads(_triples(graph).serialize(format="json-ld", context=prefixes, auto_compact=True))
    things = written.pop("@graph", None) or (
        [{key: written[key] for key in written if key != "@context"}] if "@id" in written else []
    )
    ordered = sorted((_sorted(thing) for thing in things), key=lambda thing: str(thing.get("@id")))
    json.dump({"@context": prefixes, "@graph": ordered}, out, ensure_ascii=False, indent=1, sort_keys=True)
    out.write("\n")


def _term(term: rdflib.term.Node) -> str:
    """A term of Turtle. rdflib's own writer makes a namespace of every address, which takes the square of their number."""
    written = term.n3()
    for name, namespace in PREFIXES.items():
        if written.startswith(f"<{namespace}") and _LOCAL.fullmatch(local := written[len(namespace) + 1 : -1]):
            return f"{name}:{local}"
    return written


def _sorted(thing: dict[str, object]) -> dict[str, object]:
    return {
        key: sorted(value, key=lambda one: json.dumps(one, sort_keys=True)) if isinstance(value, list) else value
        for key, value in thing.items()
    }


def address(label: str, id_: str) -> str:
    """The IRI of a node.

    >>> address("Document", "96-QĐ/TW@2023-02-02")
    'urn:regraph:document:96-Q%C4%90%2FTW%402023-02-02'
    """
    return f"{OWN}{label.lower()}:{quote(clean(id_), safe='')}"


class _Writer:
    """Adds nodes and edges to a graph of rdflib."""

    def __init__(self, triples: rdflib.Graph) -> None:
        from rdflib import Literal, URIRef

        self._triples, self._iri, self._literal = triples, URIRef, Literal

    def iri(self, name: str) -> rdflib.URIRef:
        """The IRI of a prefixed name, or of a whole one."""
        prefix, _, local = name.partition(":")
        return self._iri(PREFIXES[prefix] + local if prefix in PREFIXES else name)

    def link(self, subject: str, predicate: str, target: str) -> None:
        self._triples.add((self.iri(subject), self.iri(predicate), self.iri(target)))

    def state(
        self, subject: str, predicate: str, value: str | float | bool, kind: str | None = None, language: str | None = None
    ) -> None:
        datatype = self.iri(kind) if kind else None
        told = clean(value) if isinstance(value, str) else value
        self._triples.add((self.iri(subject), self.iri(predicate), self._literal(told, lang=language, datatype=datatype)))

    def value(self, subject: str, predicate: str, name: str, value: Value) -> None:
        for one in value if isinstance(value, list) else [value]:
            if one is None:
                continue
            kinds = (kind for form, kind in _DATES if name in _DATED and isinstance(one, str) and form.fullmatch(one))
            self.state(subject, predicate, one, next(kinds, None))


def _triples(graph: Graph) -> rdflib.Graph:
    with extra("rdf", "RDF"):
        import rdflib
    triples = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        triples.bind(prefix, namespace)
    writer = _Writer(triples)
    words = relation_words()
    for type_, wider in WIDER.items():
        if any(edge.type == type_ for edge in graph.edges):
            own = f"rg:{type_.lower()}"
            writer.link(own, "rdf:type", "rdf:Property")
            writer.link(own, "rdfs:subPropertyOf", wider)
            writer.state(own, "rdfs:label", words[type_]["en"])
    graph = portable(graph)
    for kind in sorted({str(node.properties["kind"]) for node in graph.nodes if node.label == "Document" and _kind(node)}):
        writer.link(address("Kind", kind), "rdf:type", "eli:ResourceType")
        writer.link(address("Kind", kind), "rdf:type", "skos:Concept")
        writer.state(address("Kind", kind), "skos:prefLabel", kind, language="vi")
    for node in graph.nodes:
        _node(writer, node)
    for edge in graph.edges:
        _edge(writer, edge)
    return triples


def _kind(node: Node) -> bool:
    return isinstance(node.properties.get("kind"), str) and bool(clean(str(node.properties["kind"])))


def _node(writer: _Writer, node: Node) -> None:
    subject = address(node.label, node.id)
    for name in _CLASSES[node.label]:
        writer.link(subject, "rdf:type", name)
    writer.state(subject, "rdfs:label", label_of(node))
    if node.label == "Document":
        _document(writer, node, subject)
    for name, value in node.properties.items():
        if node.label == "Document" and name in ("kind", "title"):
            continue
        if (node.label, name) == ("Document", "in_force") and value in _IN_FORCE:
            writer.link(subject, "eli:in_force", f"eli:{_IN_FORCE[str(value)]}")
        writer.value(subject, _PROPERTIES.get((node.label, name), f"rg:{name}"), name, value)
    start, end = node.properties.get("start_offset"), node.properties.get("end_offset")
    if node.label == "Statement" and isinstance(start, int) and isinstance(end, int):
        place = f"{subject}:place"
        writer.link(subject, "oa:hasSelector", place)
        writer.link(place, "rdf:type", "oa:TextPositionSelector")
        writer.state(place, "oa:start", start, "xsd:nonNegativeInteger")
        writer.state(place, "oa:end", end, "xsd:nonNegativeInteger")


def _document(writer: _Writer, node: Node, subject: str) -> None:
    """Kind and title, which ELI states of other things than the document itself."""
    if _kind(node):
        writer.link(subject, "eli:type_document", address("Kind", str(node.properties["kind"])))
    if (title := node.properties.get("title")) is not None:
        expression = f"{subject}:vi"
        writer.link(subject, "eli:is_realized_by", expression)
        writer.link(expression, "rdf:type", "eli:LegalExpression")
        writer.link(expression, "eli:realizes", subject)
        writer.link(expression, "eli:language", _VIETNAMESE)
        writer.state(expression, "eli:title", str(title), language="vi")


def _edge(writer: _Writer, edge: Edge) -> None:
    source, target = address(edge.source_label, edge.source), address(edge.target_label, edge.target)
    if edge.type == "PART_OF":
        writer.link(source, _PART_OF[edge.source_label], target)
        return
    if edge.type in _EDGES:
        writer.link(source, _EDGES[edge.type], target)
        if edge.type == "ABOUT":
            writer.link(source, f"rg:{edge.properties.get('role') or 'subject'}", target)
    else:
        predicate = SAME.get(edge.type, f"rg:{edge.type.lower()}")
        writer.link(source, predicate, target)
        if edge.type in WIDER:
            writer.link(source, WIDER[edge.type], target)
    statements = edge.properties.get("statements")
    if isinstance(statements, list) and statements:
        _evidence(writer, edge, source, target, statements)


def _evidence(writer: _Writer, edge: Edge, source: str, target: str, statements: list[str]) -> None:
    told = [edge.type, source, target, statements, edge.properties.get("from_part")]
    claim = f"{OWN}claim:{hashlib.sha256(json.dumps(told).encode()).hexdigest()[:20]}"
    predicate = _EDGES.get(edge.type) or SAME.get(edge.type, f"rg:{edge.type.lower()}")
    writer.link(claim, "rdf:type", "rdf:Statement")
    writer.link(claim, "rdf:type", "prov:Entity")
    writer.link(claim, "rdf:subject", source)
    writer.link(claim, "rdf:predicate", predicate)
    writer.link(claim, "rdf:object", target)
    for statement in statements:
        writer.link(claim, "prov:wasDerivedFrom", address("Statement", statement))
    for name, value in edge.properties.items():
        if name != "statements":
            writer.value(claim, f"rg:{name}", name, value)
