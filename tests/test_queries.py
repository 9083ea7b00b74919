"""Each query of the catalogue gives the rows that it should, the same on every engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sample_graph import CHAIN, LAW, NEWS, SAMPLE, TITLE

from regraph.errors import UsageError
from regraph.graph.stores.base import Cell, GraphStore
from regraph.graph.stores.embedded import EmbeddedStore, build
from regraph.model import Graph
from regraph.queries import catalogue, run

QUOTE = 'Quy định 96 thay thế\r\nQuy định "262"'
NOTHING = (None, None, None, None)
D96 = ("Quy định", "96-QĐ/TW", "2023-02-02", TITLE)
D262 = ("Quy định", "262-QĐ/TW", "2014-10-08", None)
D165 = ("Quy định", "165-QĐ/TW", "2013-02-18", "")


@pytest.fixture(scope="module")
def sample(keep: Callable[[Graph], GraphStore]) -> GraphStore:
    """The sample in a store of each engine."""
    return keep(SAMPLE)


def linked(generation: int, document: str, relation: str | None, via: str | None) -> tuple[Cell, ...]:
    return (generation, document, *NOTHING, relation, via, False)


@pytest.mark.parametrize(
    ("name", "parameters", "rows"),
    [
        ("lineage", {"doc": "262"}, [
            (-1, "165", *D165, "FOLLOWS", "262", False), (0, "262", *D262, None, None, False),
            (1, "96", *D96, "REPLACES", "262", False)]),
        ("lineage", {"doc": "x"}, [
            linked(-2, "z", "REPLACES", "y"), linked(-1, "y", "REPLACES", "x"), linked(0, "x", None, None),
            linked(1, "z", "FOLLOWS", "x"), linked(2, "y", "REPLACES", "z")]),
        ("lineage", {"doc": "self"}, [linked(0, "self", None, None)]),
        ("lineage", {"doc": "top"}, [
            linked(-2, "bottom", "REPLACES", "left"), linked(-2, "bottom", "REPLACES", "right"),
            linked(-1, "left", "REPLACES", "top"), linked(-1, "right", "FOLLOWS", "top"), linked(-1, "right", "REPLACES", "top"),
            linked(0, "top", None, None)]),
        ("lineage", {"doc": "chain40"}, [linked(0, "chain40", None, None)] + [
            linked(40 - place, f"chain{place:02}", "REPLACES" if place % 2 else "FOLLOWS", f"chain{place + 1:02}")
            for place in reversed(range(40))]),
        ("lineage", {"doc": "nothing"}, []),
        ("predecessors", {"doc": "96"}, [(1, "262", *D262, False), (2, "165", *D165, False)]),
        ("predecessors", {"doc": "x"}, [(1, "y", *NOTHING, False), (2, "z", *NOTHING, False)]),
        ("predecessors", {"doc": "chain00"}, [(place, f"chain{place:02}", *NOTHING, False) for place in range(1, len(CHAIN))]),
        ("successors", {"doc": "165"}, [(1, "262", *D262, False), (2, "96", *D96, False)]),
        ("successors", {"doc": "96"}, []),
        ("in-force", {"on": "2023-02-01"}, [
            ("2001-01-01", "2023-02-02", "old", "Hướng dẫn", *NOTHING, None, None, "continues_if_not_contrary", None, None, "old-1"),
            ("2014-10-08", "2023-02-01", "262", "Quy định", "262-QĐ/TW", "2014-10-08", None, None, "stated",
             "derived: replaced by 96-QĐ/TW", "partly", "part.not-in-force", None, "262-1")]),
        ("in-force", {"on": "2023-02-02"}, [
            ("2001-01-01", "2023-02-02", "old", "Hướng dẫn", *NOTHING, None, None, "continues_if_not_contrary", None, None, "old-1"),
            ("2023-02-02", None, "96", "Quy định", "96-QĐ/TW", "2023-02-02", "Bộ Chính trị", TITLE, "assumed: the day of issue",
             None, "in_force", "start.signed.party", "issued on 2023-02-02", "96-2")]),
        ("status", {"on": "2014-01-01", "status": "not_yet"}, [
            ("2023-02-02", None, "96", "Quy định", "96-QĐ/TW", "2023-02-02", "Bộ Chính trị", TITLE, "assumed: the day of issue",
             None, "not_yet", "start.signed.party", None, "96-1")]),
        ("counts", {"on": "2023-02-02"}, [("continues_if_not_contrary", 1), ("ended", 1), ("in_force", 1)]),
        ("between", {"from": "2023-02-02", "to": "2023-02-03"}, [
            ("96", "2023-02-02", None, "in_force", "Quy định", "96-QĐ/TW", "2023-02-02", "Bộ Chính trị", TITLE,
             "start.signed.party", "issued on 2023-02-02", "96-2"),
            ("future", "2023-02-03", None, "in_force", "Kết luận", *NOTHING, None, None, "future-1"),
            ("old", "2001-01-01", "2023-02-02", "continues_if_not_contrary", "Hướng dẫn", *NOTHING, None, None, "old-1")]),
        ("changed", {"from": "2014-10-08", "to": "2023-02-03"}, [
            ("2023-02-02", "262", "partly", "ended", "Quy định", "262-QĐ/TW", "2014-10-08", None, None, "end.replaced.party",
             "replaced by 96", "262-2"),
            ("2023-02-02", "96", "not_yet", "in_force", "Quy định", "96-QĐ/TW", "2023-02-02", "Bộ Chính trị", TITLE,
             "start.signed.party", "issued on 2023-02-02", "96-2")]),
        ("timeline", {"doc": "262"}, [
            ("khoản 2 Điều 5", None, None, "ended", None, None, None, None, "262-5-1"),
            (None, "2014-10-08", "2023-02-01", "partly", "part.not-in-force", None, None, None, "262-1"),
            (None, "2023-02-02", None, "ended", "end.replaced.party", "replaced by 96", ["end.replaced.party"],
             ["s-replaces", "s-i1"], "262-2")]),
        ("proof", {"period": "262-1"}, [
            (0, "262", None, "2014-10-08", "2023-02-01", "partly", "part.not-in-force", None, None, "262-1", False),
            (1, "262", "khoản 2 Điều 5", None, None, "ended", None, None, None, "262-5-1", False),
            (2, "96", None, "2023-02-02", None, "in_force", "start.signed.party", "issued on 2023-02-02", ["start.signed.party"],
             "96-2", False)]),
        ("quotes", {"period": "262-2"}, [
            (NEWS, 40, 45, QUOTE, "replaces", None, "thay thế", "reported", 1.0, "s-replaces"),
            (LAW, 10, 15, "ngày 08/10/2014", "issued", "2014-10-08", "08/10/2014", "reported", 0.9, "s-i1")]),
        ("quotes", {"period": "96-1"}, []),
        ("issued-by", {"body": "BỘ CHÍNH TRỊ"}, [
            ("2000-01-01", "aside", "Thông báo", None, None, "2000-01-01", None, "boilerplate"),
            ("2023-02-02", "96", "Quy định", "96-QĐ/TW", TITLE, "2023-02-02", None, "main")]),
        ("issued-by", {"body": "tw"}, []),
        ("mentioned-in", {"doc": "96"}, [(NEWS, 2, 7, "đầu tiên", 'Bộ Chính trị: "Quy định mới"', "2023-02-03")]),
        ("mentioned-in", {"doc": "262"}, [(LAW, 1, 3, None, None, None)]),
        ("evidence", {"source": "96", "type": "replaces", "target": "262"}, [
            (NEWS, 40, 45, QUOTE, "replaces", "thay thế", "reported", 1.0, "replaces.active", "s-replaces")]),
        ("evidence", {"source": "96", "type": "AMENDS", "target": "262/5"}, [
            (NEWS, 40, 45, QUOTE, "replaces", "thay thế", "reported", 1.0, "replaces.active", "s-replaces"),
            (NEWS, 70, 75, "a", "mention", None, "reported", None, None, "s-m2")]),
        ("evidence", {"source": "Trương Thị Mai", "type": "HOLDS", "target": "Trưởng ban@btc"}, [
            (NEWS, 100, 105, None, "holds", None, "reported", None, None, "s-p")]),
        ("evidence", {"source": "262/5", "type": "PART_OF", "target": "262"}, []),
        ("document", {"doc": "96"}, [
            ("96", "Quy định", "96", "96-QĐ/TW", "2023-02-02", "Bộ Chính trị", TITLE, "2023-02-02", "assumed: the day of issue",
             None, None, "main", False, 2, ["Quy định 96", 'Quy định số "96"'])]),
        ("document", {"doc": "165"}, [("165", "Quy định", None, *D165[1:3], None, "", *NOTHING, "main", None, None, None)]),
        ("facts", {"doc": "262"}, [
            (NEWS, 40, 45, "replaces", "object", None, "thay thế", QUOTE, "reported", "main", None, None, 1.0,
             "replaces.active", "s-replaces", "96"),
            (NEWS, 55, 60, "kind", "subject", "Quy định", None, None, "reported", None, "agrees", None, None, None, "s-k", None),
            (NEWS, 60, 65, "issued", "subject", "2014-08-10", None, "ngày 10/8/2014", "reported", None, "outranked",
             "the document's own text says another", None, None, "s-i2", None),
            (LAW, 3, 8, "mention", "subject", None, None, None, "reported", *NOTHING[:3], None, None, "s-m3", None),
            (LAW, 10, 15, "issued", "subject", "2014-10-08", "08/10/2014", "ngày 08/10/2014", "reported", "main", "chosen",
             "the document's own text", 0.9, "issued.heading", "s-i1", None)]),
        ("conflicts", {}, [
            ("262", "issued", "2014-10-08", LAW, "ngày 08/10/2014", "2014-08-10", NEWS, "ngày 10/8/2014",
             "the document's own text says another")]),
        ("people", {}, [
            ("Trương Thị Mai", "Trưởng ban", "Ban Chấp hành Trung ương", ["2023-02-03"]),
            ("Trương Thị Mai", "Tổng Bí thư", None, None)]),
        ("unsure", {}, [
            ("aside", "Thông báo", None, None, "2000-01-01", None, None, "262", "Quy định", "262-QĐ/TW", "262", "2014-10-08",
             None, None),
            ("aside", "Thông báo", None, None, "2000-01-01", None, None, "96", "Quy định", "96-QĐ/TW", "96", "2023-02-02",
             TITLE, "Bộ Chính trị")]),
        ("missing", {}, [
            ("96", "Quy định", "96-QĐ/TW", "96", "2023-02-02", "Bộ Chính trị", TITLE, 1, 2, "CITES")]),
        ("mentions", {"doc": "96"}, [
            (NEWS, 7, 12, None, "đầu tiên", None, 'Bộ Chính trị: "Quy định mới"', "2023-02-03"),
            (NEWS, 70, 75, None, "a", None, 'Bộ Chính trị: "Quy định mới"', "2023-02-03")]),
        ("relations", {"doc": "262"}, [
            ("in", "AMENDS", "96", *D96, "Điều 1", "khoản 2 Điều 5", None, None, None, "96", "262/5"),
            ("in", "REPLACES", "96", *D96, None, None, "reported", 1, "thay thế", "96", "262"),
            ("out", "FOLLOWS", "165", *D165, None, None, None, None, None, "262", "165")]),
        ("relations", {"doc": "96"}, [
            ("in", "CITES", "165", *D165, None, None, None, None, None, "165", "96"),
            ("out", "AMENDS", "262", *D262, "Điều 1", "khoản 2 Điều 5", None, None, None, "96", "262/5"),
            ("out", "REPLACES", "262", *D262, None, None, "reported", 1, "thay thế", "96", "262")]),
    ],
)  # fmt: skip
def test_rows(sample: GraphStore, name: str, parameters: dict[str, str], rows: list[tuple[Cell, ...]]) -> None:
    answer = run(sample, name, **parameters)
    assert answer.columns == catalogue()[name].columns
    assert answer.rows == rows


@pytest.mark.parametrize(
    ("name", "parameters", "told"),
    [
        ("linage", {"doc": "96"}, "there is no query 'linage'; did you mean lineage?"),
        ("?", {}, "there is no query '?'; `regraph queries` lists them"),
        (
            "lineage",
            {},
            "the query lineage takes these parameters: doc (id of the document), depth (how many generations each way",
        ),
        ("document", {"doc": "96", "on": "2020-01-01"}, "the query document takes these parameters: doc (id of the document)"),
        ("people", {"doc": "96"}, "the query people takes these parameters: none"),
        ("in-force", {"on": "1/1/2020"}, "'1/1/2020' is not a day; write it as 2024-01-31"),
        ("in-force", {"on": "2023-02-30"}, "'2023-02-30' is not a day"),
        ("in-force", {"on": "20230201"}, "'20230201' is not a day"),
        ("between", {"from": "2023-02-01", "to": "1/1/2024"}, "'1/1/2024' is not a day"),
        ("most-cited", {"least": "two"}, "'two' is no number; write it as least=3"),
        ("status", {"on": "2023-02-01", "status": "dead"}, "'dead' is no status; it is one of in_force, not_yet, ended"),
    ],
)
def test_a_wrong_question_is_told(tmp_path: Path, name: str, parameters: dict[str, str], told: str) -> None:
    build(Graph((), ()), tmp_path / "graph")
    with EmbeddedStore(tmp_path / "graph") as store, pytest.raises(UsageError) as error:
        run(store, name, **parameters)
    assert str(error.value).startswith(told)


@pytest.mark.parametrize("value", ["96' OR 1 = 1 //", '"}) MATCH (n) RETURN n //', "\\", "$doc", "`"])
def test_a_value_is_never_read_as_cypher(sample: GraphStore, value: str) -> None:
    assert run(sample, "document", doc=value).rows == []
