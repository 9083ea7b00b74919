"""Every export format, read back by another reader than its writer."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from neo4j import Driver, GraphDatabase
from neo4j_server import Server

from regraph.graph.export import ANNOTATIONS, FOLDERS, FORMATS, IMAGES
from regraph.graph.export.cypher import literal
from regraph.graph.export.flat import LIST_SEPARATOR
from regraph.graph.export.label import label_of
from regraph.graph.export.network import to_networkx
from regraph.graph.export.portable import portable
from regraph.graph.ontology import ONTOLOGY
from regraph.model import Edge, Graph, Node, Value

TRICKY = [
    "it's", 'say "no"', "C:\\users\\x", "\\u0041", "\\", "line\nbreak\r\ttab", "';\nMATCH (n) DETACH DELETE n;//", "`$x` {y}",
    "</data><x>&amp;]]>", "</script>", "Quy định số 96-QĐ/TW của Bộ Chính trị", "Quy đị̣nh", "😀", "",
    "\x00\x07\x1f\x7f", "\u2028\u0085\ufeff",
]  # fmt: skip

TEXTS = st.sampled_from(TRICKY) | st.text()

SMALL = Graph(
    nodes=(
        Node("Body", "Bộ Chính trị", {"name": "Bộ Chính trị"}),
        Node("Document", "262", {"kind": "Quy định", "has_text": False, "names": ["Quy định 262", "262-QĐ/TW"], "title": None}),
        Node("Document", "96", {"kind": "Quy định", "has_text": True, "names": [], "source_count": 2}),
        Node("Statement", "s1", {"quote": "thay thế Quy định 262", "source_name": "/home/lan/tin/a.txt"}),
    ),
    edges=(
        Edge("ABOUT", "s1", "Statement", "96", "Document", {"role": "subject"}),
        Edge("REPLACES", "96", "Document", "262", "Document", {"statements": ["s1"], "from_part": None, "confidence": 0.9}),
        Edge("REPLACES", "96", "Document", "262", "Document", {"statements": ["s2"], "confidence": 0.5}),
    ),
)


def export(name: str, graph: Graph) -> str:
    """What the format makes of the graph; the files of a folder one after the other."""
    if name in FOLDERS:
        return "".join(f"{file}\n{content}" for file, content in FOLDERS[name](graph))
    out = io.StringIO(newline="")
    FORMATS[name](graph, out)
    return out.getvalue()


def holding(text: str) -> Graph:
    """A graph with ``text`` in every place that can hold text."""
    ends = (f"a{text}", f"b{text}")
    properties: dict[str, Value] = {"title": text, "names": [text, text]}
    edge = Edge("CITES", ends[0], "Document", ends[1], "Document", {"quote": text, "statements": [text]})
    return Graph(tuple(Node("Document", end, properties) for end in ends), (edge,))


def test_the_formats() -> None:
    assert sorted(FORMATS) == [
        "cypher", "cytoscape", "gexf", "graphml", "html", "jsonl", "jsonld", "mermaid", "svg", "turtle",
    ]  # fmt: skip
    assert sorted(FOLDERS) == ["csv", "neo4j-csv", "notes"]
    assert sorted(IMAGES) == ["png"]
    assert sorted(ANNOTATIONS) == ["docbin", "labelstudio"]


def test_jsonl_has_a_sorted_line_for_every_node_and_edge() -> None:
    start, end = '"from": "96", "from_label": "Document"', '"to": "262", "to_label": "Document"'
    assert export("jsonl", SMALL).splitlines() == [
        f'{{"confidence": 0.5, "edge": "REPLACES", {start}, "statements": ["s2"], {end}}}',
        f'{{"confidence": 0.9, "edge": "REPLACES", {start}, "statements": ["s1"], {end}}}',
        '{"edge": "ABOUT", "from": "s1", "from_label": "Statement", "role": "subject", "to": "96", "to_label": "Document"}',
        '{"has_text": false, "id": "262", "kind": "Quy định", "names": ["Quy định 262", "262-QĐ/TW"], "node": "Document"}',
        '{"has_text": true, "id": "96", "kind": "Quy định", "names": [], "node": "Document", "source_count": 2}',
        '{"id": "Bộ Chính trị", "name": "Bộ Chính trị", "node": "Body"}',
        '{"id": "s1", "node": "Statement", "quote": "thay thế Quy định 262", "source_name": "a.txt"}',
    ]


@pytest.mark.parametrize("name", [*FORMATS, *FOLDERS])
def test_equal_graphs_give_equal_bytes(name: str) -> None:
    nodes = (replace(node, properties=dict(reversed(list(node.properties.items())))) for node in SMALL.nodes)
    other = Graph(tuple(nodes), SMALL.edges)
    assert other == SMALL
    assert export(name, other) == export(name, SMALL)


@pytest.mark.parametrize("name", [*FORMATS, *FOLDERS])
def test_an_empty_graph_can_be_written(name: str) -> None:
    export(name, Graph((), ()))


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        ("tin/a.txt", "tin/a.txt"),
        ("../a.txt", "../a.txt"),
        ("-", "-"),
        ("/home/lan/tin/a.txt", "a.txt"),
        ("C:\\Users\\lan\\a.txt", "a.txt"),
        (None, None),
    ],
)
@pytest.mark.parametrize("name", [*FORMATS, *FOLDERS])
def test_no_format_tells_where_the_sources_lie(name: str, stored: str | None, written: str | None) -> None:
    def graph(file: str | None) -> Graph:
        source = Node("Source", "s", {"name": file, "title": "/a title/"})
        return Graph((source, Node("Statement", "t", {"source_name": file, "quote": "/a quote/"})), ())

    assert export(name, graph(stored)) == export(name, graph(written))


@given(TEXTS)
def test_jsonl_keeps_every_text(text: str) -> None:
    graph = holding(text)
    records = [json.loads(line) for line in export("jsonl", graph).split("\n")[:-1]]
    nodes = [{"node": node.label, "id": node.id, **node.properties} for node in graph.nodes]
    ends = {"from": f"a{text}", "from_label": "Document", "to": f"b{text}", "to_label": "Document"}
    assert sorted(records, key=str) == sorted([*nodes, {"edge": "CITES", **ends, **graph.edges[0].properties}], key=str)


def test_the_network_keeps_nodes_edges_and_properties() -> None:
    network = to_networkx(SMALL)
    assert network.nodes["Document:262"]["names"] == ["Quy định 262", "262-QĐ/TW"]
    assert network.nodes["Document:262"]["type"] == "Document"
    assert [attributes["statements"] for attributes in network["Document:96"]["Document:262"].values()] == [["s1"], ["s2"]]
    assert nx.descendants(network, "Statement:s1") == {"Document:96", "Document:262"}


def in_xml(value: Value) -> Value:
    """What a reader of XML 1.0 gets of a value: no character that XML forbids, and every line break as LF."""
    if isinstance(value, list):
        value = LIST_SEPARATOR.join(value)
    if not isinstance(value, str):
        return value
    allowed = (letter for letter in value if letter in "\t\n\r" or (ord(letter) >= 32 and letter not in "\ufffe\uffff"))
    return re.sub("\r\n?", "\n", "".join(allowed))


def in_graphml(properties: Mapping[str, Value]) -> dict[str, Value]:
    return {name: in_xml(value) for name, value in properties.items() if value is not None}


@given(TEXTS.map(holding) | st.just(SMALL))
def test_graphml_keeps_every_text_that_xml_can_hold(graph: Graph) -> None:
    network = nx.parse_graphml(export("graphml", graph), force_multigraph=True)
    assert isinstance(network, nx.MultiDiGraph)
    written = portable(graph)
    nodes = {
        f"{node.label}:{node.id}": {**node.properties, "type": node.label, "identifier": node.id, "label": label_of(node)}
        for node in written.nodes
    }
    assert {name: network.nodes[name] for name in network} == {in_xml(name): in_graphml(told) for name, told in nodes.items()}
    edges = [in_graphml({**edge.properties, "type": edge.type}) for edge in written.edges]
    assert [told for _, _, _, told in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[2])] == edges


ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'", '"': '"'}


@given(TEXTS)
def test_a_cypher_string_is_closed_only_by_its_last_quote(text: str) -> None:
    written = literal(text)
    body = re.fullmatch(r"""'((?:[^'\\\x00-\x1f]|\\[bfnrt\\'"]|\\u[0-9a-f]{4})*)'""", written)
    assert body is not None
    read = re.sub(r"\\(?:u(....)|(.))", lambda seen: chr(int(seen[1], 16)) if seen[1] else ESCAPES[seen[2]], body[1])
    assert read == text


@given(TEXTS)
def test_a_cypher_statement_stays_on_its_line(text: str) -> None:
    lines = export("cypher", holding(text)).split("\n")
    assert [line.split(" ")[0] for line in lines] == ["CREATE", "MERGE", "MERGE", "MATCH", ""]
    assert all(line.endswith(";") for line in lines[:-1])


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("it's", r"'it\'s'"), (True, "true"), (False, "false"), (2, "2"), (0.9, "0.9"), ([], "[]"), (["a", "b"], "['a', 'b']"),
    ],
)  # fmt: skip
def test_cypher_literals(value: Value, written: str) -> None:
    assert literal(value) == written


@pytest.fixture
def empty_neo4j(neo4j_server: Server) -> Iterator[Driver]:
    """The server without any node, before the test and after it."""
    with GraphDatabase.driver(neo4j_server.uri, auth=(neo4j_server.user, neo4j_server.password)) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")
        yield driver
        driver.execute_query("MATCH (n) DETACH DELETE n")


def whole_ontology(text: str) -> Graph:
    """A node of every label and an edge of every pair, with a value for every property."""
    values: dict[str, Value] = {"string": text, "int": 3, "float": 0.5, "bool": True, "strings": [text, "", "b"]}

    def filled(declared: Mapping[str, str]) -> dict[str, Value]:
        return {name: values[kind] for name, kind in declared.items()}

    nodes = [Node(label, text, filled(told.properties)) for label, told in ONTOLOGY.nodes.items()]
    edges = [
        Edge(type_, text, source, text, target, filled(told.properties))
        for type_, told in ONTOLOGY.edges.items()
        for source, target in told.pairs
    ]
    return Graph(tuple(nodes), tuple(edges))


@pytest.mark.parametrize("times", [1, 2], ids=["run once", "run twice"])
def test_neo4j_makes_the_same_graph_of_the_script(empty_neo4j: Driver, times: int) -> None:
    text = "".join(TRICKY)
    graph = whole_ontology(text)
    with empty_neo4j.session() as session:
        for line in export("cypher", graph).split("\n")[:-1] * times:
            session.run(line).consume()
        nodes = session.run("MATCH (n) RETURN labels(n), properties(n)").values()
        edges = session.run("MATCH (a)-[r]->(b) RETURN type(r), labels(a), labels(b), properties(r)").values()
    assert sorted(nodes, key=str) == sorted(([[node.label], {**node.properties, "id": text}] for node in graph.nodes), key=str)
    wanted = [[edge.type, [edge.source_label], [edge.target_label], edge.properties] for edge in graph.edges]
    assert sorted(edges, key=str) == sorted(wanted, key=str)
