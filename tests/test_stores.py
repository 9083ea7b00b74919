"""What goes into a store comes out of it, and queries are answered and refused alike, whichever engine keeps it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from sample_graph import CHAIN, SAMPLE, SMALL, contents, document, expected, graph, relation

from regraph.errors import UsageError
from regraph.graph.stores.base import Cell, GraphStore, Then
from regraph.model import Graph, Node, Value

TEXTS = [
    "", None, "Nghị quyết “mới” – Đảng ủy", 'x "y" \'z\' ""', "a\nb\r\nc\r", "\\", "back\\slash\\n", "NULL", "null", " giữa ",
    ",", ";", "\t", "\x00\x01\x1f", "\u2028\x85\ufeff", "😀\U0010ffff", "[a, b]", "{}", "\ue000\ue001", "=", "$doc", "//",
    "x" * 300_000,
]  # fmt: skip
LISTS: list[Value] = [
    None,
    [],
    [""],
    ["", ""],
    ["a"],
    ["a", "", "b,c", 'd"e', "f\ng", "\ue000", "=", "null", "[", "\\"],
]


def documents(name: str, given: Sequence[Value]) -> Graph:
    """One document for each value of the property `name`."""
    return graph(*(document(f"d{number}", **{name: value}) for number, value in enumerate(given)))


@pytest.mark.parametrize(
    "kept",
    [
        pytest.param(Graph((), ()), id="empty"),
        pytest.param(SAMPLE, id="sample"),
        pytest.param(documents("title", TEXTS), id="texts"),
        pytest.param(documents("names", LISTS), id="lists"),
        pytest.param(graph(*(document(text) for text in TEXTS if text and len(text) < 100)), id="ids"),
        pytest.param(documents("has_text", [True, False, None]), id="bools"),
        pytest.param(documents("source_count", [0, -1, 2**62, None]), id="ints"),
        pytest.param(
            graph(document("a"), *(relation("AMENDS", "a", "a", "s", confidence=x) for x in [0.1 + 0.2, 1, 0.0, 1e-300, None])),
            id="floats",
        ),
        pytest.param(
            graph(document("a"), *(relation("AMENDS", "a", "a", "s", from_part=part) for part in ["Điều 1", "Điều 2", None])),
            id="several edges between two nodes",
        ),
        pytest.param(graph(document("same"), Node("Body", "same", {})), id="one id under two labels"),
    ],
)
def test_a_store_keeps_a_graph(keep: Callable[[Graph], GraphStore], kept: Graph) -> None:
    assert contents(keep(kept)) == expected(kept)


@pytest.mark.parametrize(
    ("cypher", "cells"),
    [
        ("MATCH (d:Document {id: 'b'}) RETURN d", [{"_label": "Document", "id": "b", "zone": "main", "title": "cũ"}]),
        ("MATCH (:Document {id: 'a'})-[r]->() RETURN r", [{"_type": "REPLACES", "statements": ["s"]}]),
        (
            "MATCH p = (:Document {id: 'a'})-[:REPLACES]->(:Document) RETURN p",
            [[{"_label": "Document", "id": "a", "zone": "main"}, {"_type": "REPLACES", "statements": ["s"]},
              {"_label": "Document", "id": "b", "zone": "main", "title": "cũ"}]],
        ),
        ("MATCH (d:Document) RETURN count(*), sum(size(d.id)), min(d.id)", [2, 2, "a"]),
        ("RETURN date('2023-02-02'), 1.5, true, [1, NULL], NULL", ["2023-02-02", 1.5, True, [1, None], None]),
        ("MATCH (d:Document {id: 'b'}) RETURN {a: d.title, b: [d.id]}", [{"a": "cũ", "b": ["b"]}]),
    ],
)  # fmt: skip
def test_cells_are_the_same_json_on_every_engine(keep: Callable[[Graph], GraphStore], cypher: str, cells: list[Cell]) -> None:
    assert keep(SMALL).rows(cypher).rows == [tuple(cells)]


@pytest.mark.parametrize(
    ("cypher", "parameters"),
    [
        ("RETRN 1", {}),
        ("", {}),
        ("MATCH (d:Document RETURN d", {}),
        ("RETURN $x", {}),
        ("RETURN 1 AS a; RETURN 2 AS b", {}),
        ("CREATE (:Body {id: 'new'})", {}),
        ("MATCH (d:Document) SET d.title = 'new'", {}),
        ("MATCH (d:Document) DETACH DELETE d", {}),
        ("RETURN 1 / 0", {}),
        ("RETURN '\udcff'", {}),
        ("RETURN $x", {"x": "\udcff"}),
    ],
)
def test_a_refused_query_is_told_in_one_line(
    keep: Callable[[Graph], GraphStore], cypher: str, parameters: dict[str, str]
) -> None:
    store = keep(SMALL)
    with pytest.raises(UsageError, match="query") as error:
        store.rows(cypher, parameters)
    assert "\n" not in str(error.value)
    assert contents(store) == expected(SMALL)


def test_a_path_of_any_length_is_followed_to_its_end(keep: Callable[[Graph], GraphStore]) -> None:
    cypher = "MATCH (:Document {id: 'chain00'})-[:REPLACES|FOLLOWS*]->(d:Document) RETURN count(*)"
    assert keep(SAMPLE).rows(cypher).rows == [(len(CHAIN) - 1,)]


NEWER = "MATCH (:Document {id: $x})<-[:REPLACES|FOLLOWS]-(v:Document) RETURN v.id AS via"
OLDER = "MATCH (:Document {id: $x})-[:REPLACES|FOLLOWS]->(v:Document) RETURN v.id AS via"
FOUND = (
    "MATCH (d:Document) RETURN d.source_count AS step, d.id AS document UNION ALL "
    "MATCH (d:Document {id: 'b'}) RETURN 2 AS step, d.id AS document"
)


@pytest.mark.parametrize(
    ("then", "rows"),
    [
        pytest.param([Then(OLDER, {"x": "document"})], [(0, "b", "c"), (1, "a", "b"), (2, "b", "c")], id="of all rows"),
        pytest.param(
            [Then(OLDER, {"x": "document"}, range(1, 2))],
            [(0, "b", None), (1, "a", "b"), (-1, "c", None), (2, "b", None)],
            id="of the rows within some steps, the others with nothing",
        ),
        pytest.param(
            [Then(NEWER, {"x": "document"}, range(-1, 0)), Then(OLDER, {"x": "document"}, range(1, 3))],
            [(0, "b", None), (1, "a", "b"), (-1, "c", "b"), (2, "b", "c")],
            id="each way",
        ),
        pytest.param(
            [Then(f"{NEWER} UNION ALL {OLDER}", {"x": "document"}, range(1, 3))],
            [(0, "b", None), (1, "a", "b"), (-1, "c", None), (2, "b", "a"), (2, "b", "c")],
            id="in several parts",
        ),
        pytest.param(
            [Then("OPTIONAL MATCH (v:Document {id: $x}) WHERE v.id <> $y RETURN v.id AS via", {"x": "document"})],
            [(0, "b", None), (1, "a", "a"), (-1, "c", "c"), (1, "none", "none"), (2, "b", None)],
            id="by what was given, too",
        ),
    ],
)
def test_what_was_found_is_asked_on(keep: Callable[[Graph], GraphStore], then: list[Then], rows: list[tuple[Cell, ...]]) -> None:
    steps = {"b": 0, "a": 1, "c": -1, "none": 1}
    documents = (document(name, source_count=step) for name, step in steps.items())
    chain = graph(*documents, relation("REPLACES", "a", "b", "s"), relation("FOLLOWS", "b", "c", "s"))
    store = keep(chain)
    found = store.rows_then(FOUND, ["step", "document"], then, ["via"], {"y": "b"})
    assert sorted(found, key=str) == sorted(rows, key=str)


def test_closing_twice_is_allowed(keep: Callable[[Graph], GraphStore]) -> None:
    store = keep(SMALL)
    store.close()
    store.close()
