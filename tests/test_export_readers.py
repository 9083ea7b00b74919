"""Exports as the libraries of their users read them back."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import neo4j_server as server
import networkx as nx
import pytest
import rdflib
import spacy
import yaml
from hypothesis import given
from markdown_it import MarkdownIt
from rdflib import RDF, Literal, URIRef
from sample_graph import contents, expected
from spacy.tokens import DocBin
from spacy.training import Example
from spacy.vocab import Vocab
from test_export import SMALL, TEXTS, TRICKY, export, holding, whole_ontology

from regraph.errors import UsageError
from regraph.graph.export import ANNOTATIONS, FOLDERS, FORMATS, IMAGES, svg
from regraph.graph.export.extras import extra
from regraph.graph.export.flat import clean, flat
from regraph.graph.export.notes import escape as in_markdown
from regraph.graph.export.part import around, on_day
from regraph.graph.export.rdf import PREFIXES, SAME, WIDER, address
from regraph.graph.export.spreadsheet import harmless
from regraph.graph.ontology import ONTOLOGY
from regraph.graph.projection import project
from regraph.graph.resolution import resolve
from regraph.graph.stores.loading import Changes
from regraph.graph.stores.server import Neo4jStore
from regraph.model import Edge, Graph, Node, Text, Value
from regraph.pipeline.extract import extract
from regraph.pipeline.statements import statements

ELI, PROV = rdflib.Namespace(PREFIXES["eli"]), rdflib.Namespace(PREFIXES["prov"])
CHAIN = Graph(
    nodes=(
        Node("Body", "Ban Bí thư", {"name": "Ban Bí thư"}),
        Node("Body", "Bộ Chính trị", {"name": "Bộ Chính trị"}),
        Node("Document", "165", {"kind": "Quy định", "symbol": "165-QĐ/TW", "issued": "2013-02"}),
        Node(
            "Document",
            "262",
            {"symbol": "262-QĐ/TW", "issued": "2014-10-08", "effective_from": "2014-10-08", "effective_to": "2023-02-01"},
        ),
        Node(
            "Document", "96", {"kind": "Quy định", "symbol": "96-QĐ/TW", "issued": "2023-02-02", "effective_from": "2023-02-02"}
        ),
        Node("Document", "97", {"symbol": "97-QĐ/TW"}),
        Node("Person", "An", {"name": "An"}),
        Node("Provision", "165#Điều 5", {"document": "165", "path": "Điều 5"}),
        Node("Source", "f", {"name": "tin/96.txt", "sha256": "f"}),
        Node("Source", "g", {"name": "tin/97.txt", "sha256": "g"}),
        Node("Statement", "s1", {"predicate": "replaces", "quote": "96 thay thế 262", "start_offset": 3, "end_offset": 11}),
        Node("Statement", "s2", {"predicate": "amends", "quote": "sửa Điều 5", "start_offset": 0, "end_offset": 3}),
        Node("Statement", "s3", {"predicate": "mention", "quote": "An", "start_offset": 9, "end_offset": 11}),
    ),
    edges=(
        Edge("ABOUT", "s1", "Statement", "96", "Document", {"role": "subject"}),
        Edge("ABOUT", "s1", "Statement", "262", "Document", {"role": "object"}),
        Edge("ABOUT", "s2", "Statement", "262", "Document", {"role": "subject"}),
        Edge("ABOUT", "s2", "Statement", "165", "Document", {"role": "object"}),
        Edge("ABOUT", "s3", "Statement", "An", "Person", {"role": "subject"}),
        Edge("AMENDS", "262", "Document", "165#Điều 5", "Provision", {"statements": ["s2"], "scope": "part"}),
        Edge("IN", "s1", "Statement", "f", "Source", {}),
        Edge("IN", "s2", "Statement", "g", "Source", {}),
        Edge("IN", "s3", "Statement", "g", "Source", {}),
        Edge("ISSUED_BY", "96", "Document", "Bộ Chính trị", "Body", {"statements": []}),
        Edge("PART_OF", "165#Điều 5", "Provision", "165", "Document", {}),
        Edge("PART_OF", "Ban Bí thư", "Body", "Bộ Chính trị", "Body", {}),
        Edge("REPLACES", "96", "Document", "262", "Document", {"statements": ["s1"], "confidence": 0.9}),
    ),
)


# networkx


@given(TEXTS.map(holding))
def test_gexf_keeps_every_text_that_xml_can_hold(graph: Graph) -> None:
    network = nx.read_gexf(io.BytesIO(export("gexf", graph).encode()))
    assert {told["identifier"] for _, told in network.nodes(data=True)} == {clean(node.id) for node in graph.nodes}
    for node in graph.nodes:
        told = network.nodes[clean(f"Document:{node.id}")]
        assert {name: told[name] for name in ("title", "names")} == flat(node.properties)
    assert [told["quote"] for _, _, told in network.edges(data=True)] == [clean(str(graph.edges[0].properties["quote"]))]


def test_gexf_tells_gephi_what_to_show_and_when() -> None:
    text = export("gexf", CHAIN)
    assert 'id="Document:262" label="262-QĐ/TW ngày 08/10/2014" start="2014-10-08" end="2023-02-01"' in text
    assert 'timeformat="date"' in text
    assert sorted(re.findall(r'<edge [^>]*label="(\w+)"', text)) == [edge.type for edge in CHAIN.edges]
    assert sorted(re.findall(r'<edge [^>]*kind="(\w+)"', text)) == [edge.type for edge in CHAIN.edges]
    assert "lastmodified" not in text


@given(TEXTS.map(holding))
def test_cytoscape_keeps_every_text(graph: Graph) -> None:
    network = nx.cytoscape_graph(json.loads(export("cytoscape", graph)))
    assert isinstance(network, nx.MultiDiGraph)
    for node in graph.nodes:
        assert node.properties.items() <= network.nodes[f"Document:{node.id}"].items()
    [(source, target, told)] = network.edges(data=True)
    assert (source, target) == tuple(f"Document:{end}" for end in (graph.edges[0].source, graph.edges[0].target))
    assert told["type"] == "CITES"
    assert graph.edges[0].properties.items() <= told.items()


# csv


def tables(graph: Graph) -> dict[str, list[dict[str, str]]]:
    read = {}
    for name, text in FOLDERS["csv"](graph):
        assert text.startswith("\ufeff"), "Excel would misread the letters"
        read[name] = list(csv.DictReader(io.StringIO(text[1:], newline="")))
    return read


@given(TEXTS.map(holding))
def test_csv_keeps_every_text_and_holds_no_formula(graph: Graph) -> None:
    read = tables(graph)
    for row, node in zip(read["nodes.csv"], graph.nodes, strict=True):
        assert {name: row[name] for name in ("title", "names")} == {
            name: harmless(value) for name, value in flat(node.properties).items()
        }
    cells = [cell for rows in read.values() for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@A1", "\tx", "\rx", "\n=1", "＝1", '=cmd|" /c calc"!A0'])
def test_a_formula_becomes_text(formula: str) -> None:
    node = Node("Document", formula, {"title": formula})
    [row] = tables(Graph((node,), ()))["nodes.csv"]
    assert row["identifier"] == "'" + clean(formula)
    assert row["title"] == "'" + clean(formula)


def test_csv_has_the_columns_that_gephi_and_data_frames_know() -> None:
    read = tables(CHAIN)
    assert list(read["nodes.csv"][0])[:4] == ["id", "label", "node", "identifier"]
    assert list(read["edges.csv"][0])[:5] == ["source", "target", "type", "label", "kind"]
    assert [row["kind"] for row in read["edges.csv"]] == [edge.type for edge in CHAIN.edges]
    ids = {row["id"] for row in read["nodes.csv"]}
    assert {row[end] for row in read["edges.csv"] for end in ("source", "target")} <= ids
    assert {row["type"] for row in read["edges.csv"]} == {"Directed"}


# neo4j-admin


@pytest.mark.usefixtures("neo4j_server")
def test_neo4j_admin_imports_the_same_graph_and_a_load_goes_on_from_there(tmp_path: Path) -> None:
    graph = whole_ontology("".join(TRICKY))
    plain = Graph((Node("Document", "plain", {"title": "như cũ", "names": []}),), ())
    both = Graph((*graph.nodes, *plain.nodes), graph.edges)
    folder, home = tmp_path / "csv", tmp_path / "home"
    folder.mkdir()
    for name, content in FOLDERS["neo4j-csv"](both):
        (folder / name).write_text(content, "utf-8", newline="\n")
    server.imported(folder, home)
    with server.running(home) as at, Neo4jStore(at.uri, at.user, at.password, None) as store:
        assert contents(store) == expected(imported(both))
        contained = [item.properties.values() for item in both.nodes] + [item.properties.values() for item in both.edges]
        lists = sum(any(isinstance(value, list) for value in values) for values in contained)
        assert store.load(both) == Changes(0, lists, 0)
        assert contents(store) == expected(both)
        assert store.load(both) == Changes(0, 0, 0)


def imported(graph: Graph) -> Graph:
    """What is imported of a graph: the sign between the items of a list is no part of an item, and an empty list is nothing."""

    def kept(properties: Mapping[str, Value]) -> dict[str, Value]:
        return {
            name: [item.replace("\x1f", " ") for item in value] if isinstance(value, list) else value
            for name, value in properties.items()
            if value != []
        }

    nodes = tuple(replace(node, properties=kept(node.properties)) for node in graph.nodes)
    return Graph(nodes, tuple(replace(edge, properties=kept(edge.properties)) for edge in graph.edges))


# rdflib


def triples(graph: Graph, name: str) -> rdflib.Graph:
    forms = {"turtle": "turtle", "jsonld": "json-ld"}
    return rdflib.Graph().parse(data=export(name, graph), format=forms[name])


def iri(label: str, id_: str) -> URIRef:
    return URIRef(address(label, id_))


@pytest.mark.parametrize("name", ["turtle", "jsonld"])
@pytest.mark.parametrize(
    ("source", "predicate", "target"),
    [
        (("Document", "96"), "eli:repeals", ("Document", "262")),
        (("Document", "96"), "rg:replaces", ("Document", "262")),
        (("Document", "262"), "eli:amends", ("Provision", "165#Điều 5")),
        (("Provision", "165#Điều 5"), "eli:is_part_of", ("Document", "165")),
        (("Document", "96"), "eli:passed_by", ("Body", "Bộ Chính trị")),
        (("Document", "96"), "eli:type_document", ("Kind", "Quy định")),
        (("Body", "Ban Bí thư"), "org:subOrganizationOf", ("Body", "Bộ Chính trị")),
        (("Statement", "s1"), "prov:wasQuotedFrom", ("Source", "f")),
        (("Statement", "s1"), "rg:object", ("Document", "262")),
    ],
)
def test_rdf_says_it_in_known_words(name: str, source: tuple[str, str], predicate: str, target: tuple[str, str]) -> None:
    prefix, local = predicate.split(":")
    assert (iri(*source), URIRef(PREFIXES[prefix] + local), iri(*target)) in triples(CHAIN, name)


@pytest.mark.parametrize("name", ["turtle", "jsonld"])
def test_rdf_tells_days_and_evidence(name: str) -> None:
    read = triples(CHAIN, name)
    assert str(read.value(iri("Document", "262"), ELI.date_no_longer_in_force)) == "2023-02-01"
    issued = {read.value(iri("Document", key), ELI.date_document) for key in ("96", "165")}
    assert {str(one.datatype).rsplit("#")[-1] for one in issued if isinstance(one, Literal)} == {"date", "gYearMonth"}
    [claim] = read.subjects(RDF.predicate, URIRef(PREFIXES["rg"] + "replaces"))
    assert (claim, RDF.subject, iri("Document", "96")) in read
    statement = read.value(claim, PROV.wasDerivedFrom)
    assert str(read.value(statement, PROV.value)) == "96 thay thế 262"
    place = read.value(statement, URIRef(PREFIXES["oa"] + "hasSelector"))
    assert [read.value(place, URIRef(PREFIXES["oa"] + end)) for end in ("start", "end")] == [
        Literal(3, datatype=rdflib.XSD.nonNegativeInteger),
        Literal(11, datatype=rdflib.XSD.nonNegativeInteger),
    ]
    assert not list(read.objects(predicate=ELI.in_force))


def test_rdf_tells_what_is_in_force_on_a_day() -> None:
    periods = (
        Node(
            "Period",
            "p1",
            {"document": "262", "part": None, "status": "in_force", "first_day": "2014-10-08", "last_day": "2023-02-01"},
        ),
        Node("Period", "p2", {"document": "96", "part": None, "status": "not_yet", "first_day": None, "last_day": "2023-02-01"}),
        Node("Period", "p3", {"document": "96", "part": "Điều 5", "status": "in_force", "first_day": None, "last_day": None}),
    )
    read = triples(on_day(Graph((*CHAIN.nodes, *periods), CHAIN.edges), "2020-01-01"), "turtle")
    told = {key: read.value(iri("Document", key), ELI.in_force) for key in ("165", "262", "96")}
    assert told == {"165": None, "262": ELI["InForce-inForce"], "96": ELI["InForce-notInForce"]}


def test_every_relation_has_words_in_rdf() -> None:
    relations = {type_ for type_, edge in ONTOLOGY.edges.items() if edge.relation}
    assert SAME.keys() | WIDER.keys() == relations
    assert not SAME.keys() & WIDER.keys()


def test_a_text_that_looks_like_an_address_stays_a_text() -> None:
    text = f"{PREFIXES['oa']}start"
    assert list(triples(holding(text), "turtle").objects(predicate=ELI.title)) == [Literal(text, lang="vi")] * 2


def test_rdf_states_of_a_thing_what_eli_lets_it() -> None:
    """The domains and ranges of the ELI ontology: a title is of an expression, a kind is a resource, who passed it an agent."""
    read = triples(
        Graph((*CHAIN.nodes, Node("Document", "x", {"title": "lấy phiếu", "kind": "Quy định"})), CHAIN.edges), "turtle"
    )
    assert {str(title) for title in read.objects(predicate=ELI.title)} == {"lấy phiếu"}
    for predicate, subject_class, object_class in [
        (ELI.title, ELI.LegalExpression, None),
        (ELI.type_document, ELI.LegalResource, ELI.ResourceType),
        (ELI.passed_by, ELI.LegalResource, ELI.Agent),
        (ELI.realizes, ELI.LegalExpression, ELI.LegalResource),
    ]:
        stated = list(read.subject_objects(predicate))
        assert stated
        for subject, target in stated:
            assert (subject, RDF.type, subject_class) in read
            assert object_class is None or (target, RDF.type, object_class) in read


@given(TEXTS.map(holding))
def test_turtle_and_json_ld_say_the_same(graph: Graph) -> None:
    turtle, json_ld = triples(graph, "turtle"), triples(graph, "jsonld")
    assert set(turtle) == set(json_ld)
    [title] = {str(one) for one in turtle.objects(predicate=ELI.title)}
    assert title == clean(str(graph.nodes[0].properties["title"]))


@pytest.mark.parametrize("name", ["turtle", "jsonld", "notes"])
def test_the_order_does_not_hang_on_hashes(name: str) -> None:
    program = f"from test_export_readers import CHAIN, export; print(export({name!r}, CHAIN))"
    here = Path(__file__).parent
    path = os.pathsep.join([str(here), str(here.parent / "src")])
    runs = {
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=here,
                       env={**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1


# Mermaid and Markdown


def test_mermaid_draws_documents_and_relations() -> None:
    lines = export("mermaid", CHAIN).splitlines()
    assert lines[0] == "flowchart LR"
    assert '  d2["Quy định 96-QĐ/TW ngày 02/02/2023"]' in lines
    assert lines[-2:] == ['  d1 -->|"sửa đổi, bổ sung: Điều 5"| d0', '  d2 -->|"thay thế"| d1']


@given(TEXTS)
def test_a_text_stays_within_its_quotes_in_mermaid(text: str) -> None:
    lines = export("mermaid", holding(text)).split("\n")
    assert len(lines) == 5
    for line in lines[1:3]:
        written = re.fullmatch(r'  d\d\["([^"`<>]*)"\]', line)
        assert written is not None
        read = re.sub(r"#(\d+);", lambda sign: chr(int(sign[1])), written[1])
        assert read == " ".join((text or f"{'ab'[lines.index(line) - 1]}").split())


def notes(graph: Graph) -> dict[str, tuple[dict[str, object], str]]:
    """Front matter and body of each note by its name."""
    found = {}
    for name, content in FOLDERS["notes"](graph):
        _, front, body = re.split(r"^---$\n", content, maxsplit=2, flags=re.MULTILINE)
        found[name.removesuffix(".md")] = (yaml.safe_load(front), body)
    return found


def test_notes_link_to_each_other() -> None:
    found = notes(CHAIN)
    front, body = found["Quy định 96-QĐ-TW ngày 02-02-2023"]
    assert front["id"] == "96"
    assert front["effective_from"] == "2023-02-02"
    assert "thay thế · replaces: [[262-QĐ-TW ngày 08-10-2014]]" in body
    assert "[[tin-96.txt]] 3–11" in body
    assert found["tin-96.txt"][0]["aliases"] == ["tin/96.txt"]
    assert "sửa đổi, bổ sung · amends: [[Quy định 165-QĐ-TW năm 02-2013]] (Điều 5)" in found["262-QĐ-TW ngày 08-10-2014"][1]
    assert "được thay thế bởi · replaced by: [[Quy định 96-QĐ-TW" in found["262-QĐ-TW ngày 08-10-2014"][1]
    links = {link for _, body in found.values() for link in re.findall(r"\[\[(.*?)\]\]", body)}
    assert links <= found.keys()


def test_each_quote_in_a_note_is_a_block_of_its_own() -> None:
    quoted = Node("Statement", "s4", {"quote": "262 bị thay thế bởi 96", "start_offset": 30, "end_offset": 52})
    edges = tuple(
        replace(edge, properties={"statements": ["s1", "s4"]}) if edge.type == "REPLACES" else edge for edge in CHAIN.edges
    )
    body = notes(Graph((*CHAIN.nodes, quoted), edges))["Quy định 96-QĐ-TW ngày 02-02-2023"][1]
    assert MarkdownIt().render(body).count("<blockquote>") == 2


def test_a_long_name_of_a_note_ends_between_words() -> None:
    [name] = notes(Graph((Node("Document", "x", {"kind": "Luật", "title": "bảo vệ quyền lợi người tiêu dùng " * 5}),), ()))
    assert name.endswith(("bảo vệ", "quyền", "lợi", "người", "tiêu", "dùng"))
    assert 80 < len(name) <= 100


@given(TEXTS)
def test_notes_keep_what_a_source_says_as_text(text: str) -> None:
    nodes = [
        *(Node("Document", key, {"title": text, "names": [text]}) for key in ("a", "b")),
        Node("Statement", "s", {"quote": text, "start_offset": 0, "end_offset": 1}),
    ]
    graph = Graph(tuple(nodes), (Edge("CITES", "a", "Document", "b", "Document", {"statements": ["s"]}),))
    found = notes(graph)
    assert len(found) == 2
    for front, body in found.values():
        assert front["aliases"] == [text]
        html = MarkdownIt().render(body)
        assert not re.search(r"<(?!/?(?:h1|h2|ul|li|p|blockquote|br)\b)", html)
        assert len(re.findall(r"\[\[", body)) == 1
    assert all(re.fullmatch(r'[^\\/:*?"<>|#^\[\]\x00-\x1f]+', name) for name in found)
    assert len({name.casefold() for name in found}) == 2


@pytest.mark.parametrize("text", ["*x*", "_x_", "[[a]]", "<b>", "`x`", "# x", "- x", "a | b", "$x$", "~~x~~", "==x==", "1. x"])
def test_markdown_is_escaped(text: str) -> None:
    assert MarkdownIt().renderInline(in_markdown(text)) == text.replace("<", "&lt;").replace(">", "&gt;")


# spaCy and Label Studio

NEWS = (
    "😀 Ngày 2/2/2023, Bộ Chính trị ban hành Quy định số 96-QĐ/TW về lấy phiếu tín nhiệm.\r\n"
    "Quy định số 96-QĐ/TW thay thế Quy định số 262-QĐ/TW.\n\nĐồng chí Trương Thị Mai, Trưởng ban Tổ chức Trung ương, phát biểu.\n"
)
TEXT = Text("tin/96.txt", "/tin/96.txt", NEWS, "f" * 64, "utf-8")


@pytest.fixture(scope="module")
def read_news() -> Graph:
    return project(resolve(statements(extract(TEXT)), {TEXT.sha256: ("96.txt",)}, ()))


def annotated(name: str, graph: Graph, texts: list[Text]) -> bytes:
    out = io.BytesIO()
    ANNOTATIONS[name](graph, texts, out)
    return out.getvalue()


def test_spacy_reads_the_marks(read_news: Graph) -> None:
    [doc] = DocBin().from_bytes(annotated("docbin", read_news, [TEXT])).get_docs(Vocab())
    assert doc.text == NEWS
    entities = [(one.label_, one.text, one.kb_id_) for one in doc.ents]
    assert ("DOCUMENT", "Quy định số 96-QĐ/TW", "96-QĐ/TW@2023-02-02") in entities
    assert ("PERSON", "Trương Thị Mai", "Trương Thị Mai") in entities
    assert ("REPLACES", "thay thế Quy định số 262-QĐ/TW") in {(one.label_, one.text) for one in doc.spans["sc"]}
    [[type_, start, end, other_start, other_end]] = doc.user_data["relations"]
    assert (type_, NEWS[start:end], NEWS[other_start:other_end]) == ("REPLACES", "Quy định số 96-QĐ/TW", "Quy định số 262-QĐ/TW")
    assert doc.user_data["source"] == "96.txt"


def test_spacy_can_learn_from_the_marks(read_news: Graph) -> None:
    [doc] = DocBin().from_bytes(annotated("docbin", read_news, [TEXT])).get_docs(Vocab())
    nlp = spacy.blank("xx")
    nlp.add_pipe("ner")
    nlp.add_pipe("spancat")
    examples = [Example(nlp.make_doc(doc.text), doc)]
    nlp.initialize(lambda: examples)
    assert {"DOCUMENT", "PERSON"} <= set(nlp.pipe_labels["ner"])
    assert "REPLACES" in nlp.pipe_labels["spancat"]
    assert nlp.update(examples)["ner"] > 0


def test_label_studio_gets_regions_and_relations(read_news: Graph) -> None:
    [task] = json.loads(annotated("labelstudio", read_news, [TEXT]))
    assert task["data"]["text"] == NEWS
    [prediction] = task["predictions"]
    regions = {one["id"]: one for one in prediction["result"] if one["type"] == "labels"}
    for region in regions.values():
        value = region["value"]
        assert NEWS[value["start"] : value["end"]] == value["text"]
        assert (region["from_name"], region["to_name"]) == ("label", "text")
    assert {label for one in regions.values() for label in one["value"]["labels"]} == {"DOCUMENT", "PERSON", "REPLACES"}
    [tie] = [one for one in prediction["result"] if one["type"] == "relation"]
    assert [regions[tie[end]]["value"]["text"] for end in ("from_id", "to_id")] == [
        "Quy định số 96-QĐ/TW",
        "Quy định số 262-QĐ/TW",
    ]
    assert tie["labels"] == ["REPLACES"]


@pytest.mark.parametrize("name", ANNOTATIONS)
def test_texts_that_the_graph_does_not_know_are_refused(name: str, read_news: Graph) -> None:
    with pytest.raises(UsageError, match="the graph speaks of none of these texts"):
        annotated(name, read_news, [Text("b.txt", "/b.txt", "khác", "0" * 64, "utf-8")])


def test_what_a_person_rejected_is_not_marked(read_news: Graph) -> None:
    nodes = tuple(
        Node(
            n.label,
            n.id,
            {**n.properties, "verdict": "rejected"} if n.properties.get("predicate") == "replaces" else n.properties,
        )
        for n in read_news.nodes
    )
    [doc] = DocBin().from_bytes(annotated("docbin", Graph(nodes, read_news.edges), [TEXT])).get_docs(Vocab())
    assert "REPLACES" not in {one.label_ for one in doc.spans["sc"]}
    assert not doc.user_data["relations"]


# Parts, pictures without a browser, and what is missing


@pytest.mark.parametrize(
    ("document", "depth", "documents", "others"),
    [
        ("96", 0, {"96"}, {"Bộ Chính trị"}),
        ("96", 1, {"96", "262"}, {"Bộ Chính trị", "s1", "f"}),
        ("96", 2, {"96", "262", "165"}, {"Bộ Chính trị", "s1", "f", "s2", "g", "165#Điều 5"}),
        ("165", 1, {"165", "262"}, {"165#Điều 5", "s2", "g"}),
        ("97", 9, {"97"}, set()),
    ],
)
def test_a_part_holds_what_is_said_of_its_documents(document: str, depth: int, documents: set[str], others: set[str]) -> None:
    part = around(CHAIN, document, depth)
    assert {node.id for node in part.nodes if node.label == "Document"} == documents
    assert {node.id for node in part.nodes if node.label != "Document"} == others
    ends = {(node.label, node.id) for node in part.nodes}
    assert all((edge.source_label, edge.source) in ends and (edge.target_label, edge.target) in ends for edge in part.edges)


def drawn(graph: Graph, view: svg.View, centre: str | None = None) -> ElementTree.Element:
    out = io.StringIO()
    svg.write(graph, out, view, centre)
    return ElementTree.fromstring(out.getvalue())


def words_of(picture: ElementTree.Element) -> list[str]:
    return [one.text or "" for one in picture.iter("{http://www.w3.org/2000/svg}text")]


TIMES = tuple(
    Node("Period", f"p{place}", {"document": of, "part": None, "status": status, "first_day": first, "last_day": last})
    for place, (of, status, first, last) in enumerate(
        [("262", "not_yet", None, "2014-10-07"), ("262", "in_force", "2014-10-08", "2023-02-01"), ("262", "ended", "2023-02-02", None),
         ("96", "not_yet", None, "2023-02-01"), ("96", "suspended", "2023-02-02", None)]
    )
)  # fmt: skip


def test_the_timeline_is_drawn_without_a_browser() -> None:
    picture = drawn(Graph((*CHAIN.nodes, *TIMES), CHAIN.edges), "timeline")
    words = words_of(picture)
    assert [one for one in words if "QĐ/TW" in one] == ["165-QĐ/TW · Quy định", "262-QĐ/TW", "96-QĐ/TW · Quy định"]
    assert {"2013", "2023", "còn hiệu lực · in force", "ngưng hiệu lực · suspended"} <= set(words)
    assert "hết hiệu lực · no longer in force" not in words
    bars = [
        one.get("fill")
        for one in picture.iter("{http://www.w3.org/2000/svg}path")
        if str(one.get("d")).startswith("M") and "H" in str(one.get("d"))
    ]
    assert bars.count("url(#suspended)") == 2, "the bar and its legend"


def test_the_scheme_is_drawn_without_a_browser() -> None:
    words = words_of(drawn(CHAIN, "scheme", "262"))
    assert words == [
        "Văn bản bị sửa đổi, bổ sung, đính chính", "Amended or corrected by it", "1", "165-QĐ/TW", "Quy định · 02/2013",
        "Văn bản thay thế, bãi bỏ", "Replaces or repeals it", "1", "96-QĐ/TW", "Quy định · 02/02/2023",
        "262-QĐ/TW", "08/10/2014",
    ]  # fmt: skip
    with pytest.raises(UsageError, match="name it with --doc"):
        drawn(CHAIN, "scheme")


@pytest.mark.parametrize("view", ["lineage", "timeline", "scheme"])
@given(text=TEXTS)
def test_drawn_pictures_take_any_text(view: svg.View, text: str) -> None:
    node = Node("Document", "a", {"title": text, "symbol": text, "kind": text, "issuer": text, "issued": "2020-01-01"})
    drawn(Graph((node,), ()), view, "a")


def test_png_is_a_picture_of_its_size() -> None:
    out = io.BytesIO()
    IMAGES["png"](CHAIN, out)
    image = out.getvalue()
    assert image.startswith(b"\x89PNG\r\n\x1a\n")
    svg = io.StringIO()
    FORMATS["svg"](CHAIN, svg)
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', svg.getvalue())
    assert size is not None
    width, height = int.from_bytes(image[16:20]), int.from_bytes(image[20:24])
    assert [width, height] == pytest.approx([float(size[1]) * 2, float(size[2]) * 2], abs=2)


@pytest.mark.parametrize(
    ("name", "library", "extra_name"),
    [("turtle", "rdflib", "rdf"), ("jsonld", "rdflib", "rdf"), ("png", "resvg_py", "png")],
)
def test_a_missing_library_is_told(name: str, library: str, extra_name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    told = rf"needs {library}, which is not installed; in the folder of regraph run: .*pip install -e '\.\[{extra_name}\]'"
    with pytest.raises(UsageError, match=told):
        IMAGES[name](SMALL, io.BytesIO()) if name in IMAGES else FORMATS[name](SMALL, io.StringIO())


def test_an_extra_lets_other_errors_through() -> None:
    with pytest.raises(ValueError, match="other"), extra("rdf", "RDF"):
        raise ValueError("other")
