"""A graph that keeps to the ontology passes the check, one that does not is refused by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from sample_graph import SAMPLE, document, graph, relation

from regraph.errors import DataError
from regraph.graph.ontology import ONTOLOGY, Properties, values
from regraph.model import Edge, Graph, Node, Value

CITES = relation("CITES", "a", "b", "s")
A, B = document("a"), document("b")


def test_what_the_ontology_declares() -> None:
    assert list(ONTOLOGY.nodes) == ["Document", "Provision", "Period", "Body", "Position", "Person", "Source", "Statement"]
    assert ONTOLOGY.nodes["Provision"].properties == {"document": "string", "path": "string"}
    assert ONTOLOGY.edges["AMENDS"].pairs == (("Document", "Document"), ("Document", "Provision"))
    assert ONTOLOGY.edges["PART_OF"].properties == {}
    assert [edge_type.type for edge_type in ONTOLOGY.edges.values() if edge_type.relation][:2] == ["REPLACES", "REPEALS"]
    assert not ONTOLOGY.edges["ISSUED_BY"].relation
    for node_type in ONTOLOGY.nodes.values():
        assert set(node_type.indexed) <= node_type.properties.keys()
    for edge_type in ONTOLOGY.edges.values():
        assert edge_type.about.endswith(".")
        assert {label for pair in edge_type.pairs for label in pair} <= ONTOLOGY.nodes.keys()


@pytest.mark.parametrize(
    "kept",
    [
        Graph((), ()),
        SAMPLE,
        graph(A, B, CITES, CITES),
        graph(A, Node("Body", "a", {})),
        graph(document("a", title=None, names=[], source_count=0, has_text=False)),
        graph(A, relation("CITES", "a", "a", "s", confidence=1)),
    ],
)
def test_a_graph_that_keeps_to_the_ontology_passes(kept: Graph) -> None:
    ONTOLOGY.check(kept)


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (graph(Node("Law", "a", {})), "Law 'a' has the label Law, which ontology.toml does not declare"),
        (graph(document("a", colour="red")), "Document 'a' has the property colour, which"),
        (graph(document("a", id="b")), "Document 'a' has the property id, which"),
        (graph(document("")), "a Document has no id"),
        (graph(A, A), "Document 'a' stands twice in the graph"),
        (graph(document("a", title=1)), "Document 'a' has 1 as its title, which ontology.toml declares as string"),
        (graph(document("a", has_text=1)), "has 1 as its has_text, which ontology.toml declares as bool"),
        (graph(document("a", source_count=True)), "has True as its source_count, which ontology.toml declares as int"),
        (graph(document("a", source_count=1.0)), "has 1.0 as its source_count, which ontology.toml declares as int"),
        (graph(document("a", names="b")), "has 'b' as its names, which ontology.toml declares as strings"),
        (graph(A, relation("CITES", "a", "a", "s", confidence="1")), "CITES from 'a' to 'a' has '1' as its confidence"),
        (graph(A, B, replace(CITES, type="LIKES")), "LIKES from 'a' to 'b' has the type LIKES, which"),
        (graph(A, Node("Body", "b", {}), replace(CITES, target_label="Body")), "joins Document to Body, which"),
        (graph(A, B, replace(CITES, source_label="Provision")), "joins Provision to Document, which"),
        (graph(A, CITES), "CITES from 'a' to 'b' ends at Document 'b', which is not in the graph"),
        (graph(B, CITES), "CITES from 'a' to 'b' ends at Document 'a', which is not in the graph"),
        (graph(A, B, replace(CITES, properties={})), "CITES from 'a' to 'b' has no statements"),
        (graph(A, B, replace(CITES, properties={"statements": []})), "CITES from 'a' to 'b' has no statements"),
        (
            graph(A, Node("Provision", "p", {}), Edge("PART_OF", "p", "Provision", "a", "Document", {"statements": ["s"]})),
            "PART_OF from 'p' to 'a' has the property statements, which",
        ),
    ],
)
def test_a_graph_that_does_not_is_refused(broken: Graph, told: str) -> None:
    with pytest.raises(DataError, match=re.escape(told)):
        ONTOLOGY.check(broken)


@pytest.mark.parametrize(
    ("properties", "declared", "found"),
    [
        ({}, {"a": "string", "b": "strings"}, [None, None]),
        ({"b": [], "a": ""}, {"a": "string", "b": "strings"}, ["", []]),
        ({"x": 1, "n": 1}, {"x": "float", "n": "int"}, [1.0, 1]),
        ({"x": None}, {"x": "float"}, [None]),
    ],
)
def test_values_are_every_declared_property(properties: Mapping[str, Value], declared: Properties, found: list[Value]) -> None:
    given = values(properties, declared)
    assert given == found
    assert [type(value) for value in given] == [type(value) for value in found]
