"""The Python interface, on the sample texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import regraph
from regraph.api import Graph
from regraph.errors import DataError, UsageError


@pytest.fixture(scope="module")
def graph(demo: Path) -> Iterator[Graph]:
    with regraph.open(demo) as opened:
        yield opened


def test_lineage(graph: Graph) -> None:
    found = graph.lineage("Quy định số 96-QĐ/TW")
    assert {(row["generation"], row["symbol"]) for row in found} == {(0, "96-QĐ/TW"), (-1, "262-QĐ/TW"), (-2, "165-QĐ/TW")}
    assert list(found.df()["symbol"]) == [row["symbol"] for row in found]


def test_in_force(graph: Graph) -> None:
    assert "262-QĐ/TW" in {row["symbol"] for row in graph.in_force("2020-01-01")}
    assert "96-QĐ/TW" not in {row["symbol"] for row in graph.in_force("2020-01-01")}


def test_documents_and_one_of_them(graph: Graph) -> None:
    ids = {row["document"] for row in graph.documents()}
    card = graph.document("96-QĐ/TW")
    assert card["document"]["document"] in ids
    assert all(fact["quote"] or fact["start"] == 0 for fact in card["facts"] if "quote" in fact and "start" in fact)


def test_a_query_of_the_catalogue_as_a_data_frame(graph: Graph) -> None:
    found = graph.query("family", doc="Quy định số 96-QĐ/TW", depth=1)
    assert {row["document"] for row in found} == {"96-QĐ/TW@2023-02-02", "262-QĐ/TW@2014-10-08"}
    assert list(found.df()["cut"]) == [False, True, True]
    with pytest.raises(UsageError, match="the query family takes these parameters"):
        graph.query("family", document="96-QĐ/TW")


def test_cypher_and_the_catalogue(graph: Graph) -> None:
    assert graph.cypher("MATCH (d:Document {symbol: $s}) RETURN d.kind AS kind", s="96-QĐ/TW")[0]["kind"] == "Quy định"
    assert {"lineage", "in-force"} <= {row["name"] for row in graph.queries()}


def test_a_table_shows_itself_safely(graph: Graph) -> None:
    shown = graph.cypher("RETURN '<b>' AS x")._repr_html_()
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown


def test_wrong_names(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no document is known"):
        graph.lineage("không có văn bản này")
    with pytest.raises(UsageError):
        graph.cypher("MATCH (d:Document) DELETE d")
    with pytest.raises(DataError):
        regraph.open(tmp_path)
