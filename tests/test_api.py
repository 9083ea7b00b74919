"""The Python interface, on the sample texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

import regraph
from regraph import notebook
from regraph.api import Graph
from regraph.errors import DataError, UsageError


@pytest.fixture(scope="module")
def db(demo: Path) -> Path:
    return demo


@pytest.fixture(scope="module")
def graph(db: Path) -> Iterator[Graph]:
    with regraph.open(db) as opened:
        yield opened


def test_lineage(graph: Graph) -> None:
    found = graph.lineage("Quy định số 96-QĐ/TW")
    assert {(row["generation"], row["symbol"]) for row in found} == {(0, "96-QĐ/TW"), (-1, "262-QĐ/TW"), (-2, "165-QĐ/TW")}
    assert list(found.df()["symbol"]) == [row["symbol"] for row in found]


def test_in_force(graph: Graph) -> None:
    assert "262-QĐ/TW" in {row["symbol"] for row in graph.in_force("2020-01-01")}
    assert "96-QĐ/TW" not in {row["symbol"] for row in graph.in_force("2020-01-01")}


def test_status_timeline_and_changes(graph: Graph) -> None:
    former = "262-QĐ/TW@2014-10-08"
    assert graph.status(former, "1/1/2020")["status"] == "in_force"
    assert graph.status(former, "2023-06-01", explain=True)["proof"]
    periods = [(row["status"], row["first_day"]) for row in graph.timeline(former) if row["part"] is None]
    assert ("ended", "2023-02-02") in periods
    assert {"96-QĐ/TW", "262-QĐ/TW"} <= {row["symbol"] for row in graph.changed("2023-02-01", "2023-02-28")}


def test_what_applies(graph: Graph) -> None:
    found = graph.applies("chi bộ", "2024-05-01", "đặc thù")
    assert found[0]["limit"] == {"at_most": 3, "unit": "lần", "per": "năm"}
    assert list(found.df()["document"]) == ["03-HD/TW@2022-12-27"] * len(found)
    assert len(graph.applies("nhà du hành vũ trụ", "2024-05-01")) == 0


def test_what_was_known_before_anything_was_ingested(db: Path) -> None:
    with regraph.open(db, known_at="2020-01-01") as before:
        assert len(before.documents()) == 0


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


def test_a_name_that_fits_several_tells_them(graph: Graph) -> None:
    with pytest.raises(regraph.UsageError) as caught:
        graph.document("262-QĐ/TW")
    assert [line.split()[0] for line in caught.value.__notes__] == ["262-QĐ/TW@2014-10-08", "262-QĐ/TW@2025-02-03"]


@pytest.mark.parametrize("ask", [Graph.documents, lambda graph: graph.cypher("RETURN 1")], ids=["catalogue", "Cypher"])
def test_a_closed_graph_says_so(demo: Path, ask: Callable[[Graph], object]) -> None:
    graph = regraph.open(demo)
    graph.close()
    with pytest.raises(regraph.UsageError, match="this graph is closed; open it again"):
        ask(graph)


def test_a_table_shows_itself_safely(graph: Graph) -> None:
    shown = graph.cypher("RETURN '<b>' AS x")._repr_html_()
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown


def test_a_document_shows_itself_with_its_quotes(graph: Graph) -> None:
    card = graph.document("96-QĐ/TW")
    assert repr(card).startswith("<Quy định 96-QĐ/TW ngày 02/02/2023: 2 relations, ")
    shown = card._repr_html_()
    for words in [
        "<h4>Quy định 96-QĐ/TW ngày 02/02/2023</h4>",
        "<td>replaces</td><td>Quy định 262-QĐ/TW ngày 08/10/2014</td>",
        "Bộ Chính trị",
        "<mark>Quy định số 96-QĐ/TW ngày 02/02/2023 của Bộ Chính trị</mark>",
        "party-confidence-vote-2023.txt:",
    ]:
        assert words in shown  # fmt: skip
    assert {"document", "relations", "facts"} == set(card)


def test_a_lineage_shows_itself_as_a_picture(graph: Graph) -> None:
    drawn = ElementTree.fromstring(graph.lineage("262-QĐ/TW@2014-10-08")._repr_html_())
    words = [text.text for text in drawn.iter("{http://www.w3.org/2000/svg}text")]
    places = {sign: words.index(sign) for sign in ("165-QĐ/TW", "262-QĐ/TW", "96-QĐ/TW")}
    assert list(places.values()) == sorted(places.values())
    assert {"2013", "2014", "2023", "kế tục", "thay thế · replaces"} <= set(words)


@pytest.mark.parametrize("view", ["table", "card", "lineage"])
def test_what_a_source_says_never_becomes_markup(view: str) -> None:
    evil = "<img src=x onerror=alert(1)>"
    document = {"document": evil, "kind": evil, "symbol": evil, "issued": None, "title": evil, "issuer": evil, "has_text": False,
                "effective_from": None, "effective_to": None, "effective_to_basis": evil, "source_count": 1}  # fmt: skip
    relation = document | {"direction": "out", "relation": evil, "to_part": evil, "quote": evil}
    fact = {"predicate": evil, "quote": f"a {evil} b", "raw": evil, "source": evil, "start_offset": 1, "end_offset": 2}
    shown = {
        "table": lambda: notebook.table([evil], [{evil: evil}]),
        "card": lambda: notebook.card({"document": document, "relations": [relation], "facts": [fact]}),
        "lineage": lambda: notebook.lineage([document | {"generation": 0, "relation": None, "via": None}]),
    }[view]()
    assert "<img" not in shown
    assert "&lt;img" in shown


def test_wrong_names(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no document is known"):
        graph.lineage("không có văn bản này")
    with pytest.raises(UsageError):
        graph.cypher("MATCH (d:Document) DELETE d")
    with pytest.raises(DataError):
        regraph.open(tmp_path)
