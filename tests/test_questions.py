"""What the queries of the catalogue answer about a small graph of laws, decrees and guidance, on every engine."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from sample_graph import document, graph, period, relation, statement, subject

from regraph.graph.stores.base import Cell, GraphStore
from regraph.model import Edge, Graph, Node
from regraph.queries import run

NORM = json.dumps({"subject": "Chi bộ cơ sở", "modality": "must", "action": "họp"}, ensure_ascii=False)
DUTY = json.dumps({"subject": "đảng viên", "modality": "must", "action": "báo cáo chi bộ"}, ensure_ascii=False)
LAWS = graph(
    document("old law", kind="Luật", symbol="45/2013", number="45", issued="2013-11-29", issuer="Quốc hội",
             effective_from="2014-07-01", has_text=False, source_count=2),
    document("new law", kind="Luật", symbol="31/2024", number="31", issued="2024-01-18", issuer="Quốc hội",
             effective_from="2024-08-01", has_text=True, source_count=3),
    document("decree", kind="Nghị định", number="43", issued="2014-05-15", issuer="Chính phủ", effective_from="2014-07-01"),
    document("circular", kind="Thông tư", number="1", issued="2015", issuer=None),
    document("late circular", kind="Thông tư", number="9", issued="2024-09-01", issuer="Bộ Tài chính",
             effective_from="2024-09-01"),
    document("last circular", kind="Thông tư", number="3", issued="2024-08-01", issuer="Bộ Tài chính",
             effective_from="2024-08-01"),
    document("amending law", kind="Luật", number="35", issued="2018-11-20", issuer="Quốc hội", effective_from="2019-01-01"),
    document("guide", kind="Hướng dẫn", issued="2020-01-01", has_text=True),
    document("consolidated", kind="Văn bản hợp nhất", issued="2019-02-01"),
    document("furniture", kind="Thông tư", zone="boilerplate", issued="2024-10-10"),
    Node("Provision", "old law|Điều 5", {"document": "old law", "path": "Điều 5"}),
    Node("Body", "qh", {"name": "Quốc hội"}), Node("Body", "cp", {"name": "Chính phủ"}), Node("Body", "btc", {"name": "Bộ Tài chính"}),
    Node("Position", "Bộ trưởng@btc", {"title": "Bộ trưởng"}), Node("Position", "Thư ký", {"title": "Thư ký"}),
    Node("Person", "An", {"name": "An"}), Node("Person", "Bình", {"name": "Bình"}),
    Node("Source", "a.txt", {"name": "a.txt", "text_kind": "news", "published": "2024-02-01"}),
    Node("Source", "b.txt", {"name": "b.txt"}),
    *statement("s1", "a.txt", 10, "replaces", subject("new law"), ("object", "Document", "old law"), confidence=0.9, quote="thay thế"),
    *statement("s2", "a.txt", 50, "norm", subject("guide"), value=NORM, confidence=1.0),
    *statement("s3", "b.txt", 60, "norm", subject("guide"), value=DUTY, confidence=0.4),
    *statement("s4", "b.txt", 5, "addressee", subject("guide"), value="Chi bộ trực thuộc", confidence=None),
    *statement("s5", "b.txt", 90, "issued", subject("old law"), value="2013-01-01", verdict="rejected", why="a person said so"),
    *period("old-1", "old law", "2014-07-01", "2024-07-31", "in_force"),
    *period("old-2", "old law", "2024-08-01", None, "ended", rule="end.replaced", says="replaced by new law"),
    *period("new-1", "new law", "2024-08-01", None, "in_force"),
    *period("decree-1", "decree", "2014-07-01", "2024-07-31", "in_force"),
    *period("decree-2", "decree", "2024-08-01", None, "continues_if_not_contrary", rule="guides.replaced", says="its law was replaced"),
    *period("circular-1", "circular", "2015-02-01", "2024-07-31", "suspended"),
    *period("circular-2", "circular", "2024-08-01", None, "in_force"),
    *period("guide-1", "guide", "2020-01-01", "2025-06-30", "in_force"),
    relation("REPLACES", "new law", "old law", "s1", source_count=1),
    relation("GUIDES", "decree", "old law", "s1", source_count=2),
    relation("BASED_ON", "circular", "decree", "s1"),
    relation("BASED_ON", "decree", "old law", "s1"),
    relation("BASED_ON", "late circular", "old law", "s1", quote="Căn cứ Luật Đất đai"),
    relation("BASED_ON", "last circular", "old law", "s1"),
    relation("REPEALS", "last circular", "old law", "s1"),
    relation("CITES", "circular", "old law", "s1"),
    relation("CITES", "furniture", "old law", "s1"),
    relation("AMENDS", "amending law", "old law|Điều 5", "s1", label="Provision", from_part="Điều 6", quote="sửa đổi"),
    relation("CONSOLIDATES", "consolidated", "old law|Điều 5", "s1", label="Provision"),
    relation("CONSOLIDATES", "consolidated", "amending law", "s1"),
    relation("FOLLOWS", "guide", "guide", "s1"),
    Edge("PART_OF", "old law|Điều 5", "Provision", "old law", "Document", {}),
    Edge("PART_OF", "btc", "Body", "cp", "Body", {}),
    Edge("ISSUED_BY", "old law", "Document", "qh", "Body", {}), Edge("ISSUED_BY", "new law", "Document", "qh", "Body", {}),
    Edge("ISSUED_BY", "decree", "Document", "cp", "Body", {}),
    Edge("HOLDS", "An", "Person", "Bộ trưởng@btc", "Position", {"as_of": ["2021-05-01", "2019-05-01"]}),
    Edge("HOLDS", "Bình", "Person", "Bộ trưởng@btc", "Position", {"as_of": ["2023-05-01"]}),
    Edge("HOLDS", "Bình", "Person", "Thư ký", "Position", {}),
    Edge("AT", "Bộ trưởng@btc", "Position", "btc", "Body", {}),
    Edge("TEXT_OF", "b.txt", "Source", "guide", "Document", {}),
)  # fmt: skip


@pytest.fixture(scope="module")
def laws(keep: Callable[[Graph], GraphStore]) -> GraphStore:
    """The laws in a store of each engine."""
    return keep(LAWS)


@pytest.mark.parametrize(
    ("query", "parameters", "columns", "rows"),
    [
        ("family", {"doc": "amending law", "depth": "2"}, "steps document part direction relation via cut", [
            (0, "amending law", None, None, None, None, False),
            (1, "consolidated", None, "out", "CONSOLIDATES", "amending law", False),
            (1, "old law|Điều 5", "Điều 5", "in", "AMENDS", "amending law", False),
            (2, "old law", None, "in", "PART_OF", "old law|Điều 5", True)]),
        ("family", {"doc": "new law", "depth": "1"}, "steps document relation cut", [
            (0, "new law", None, False), (1, "old law", "REPLACES", True)]),
        ("family", {"doc": "circular"}, "document", [("circular",)]),
        ("basis-tree", {"doc": "circular"}, "steps document via cut", [
            (0, "circular", None, False), (1, "decree", "circular", False), (2, "old law", "decree", False)]),
        ("basis-tree", {"doc": "circular", "depth": "1"}, "steps document via cut", [
            (0, "circular", None, False), (1, "decree", "circular", True)]),
        ("resting-on", {"doc": "old law"}, "steps document via", [
            (0, "old law", None), (1, "decree", "old law"), (1, "last circular", "old law"), (1, "late circular", "old law"),
            (2, "circular", "decree")]),
        ("ending", {"from": "2024-07-31", "to": "2025-06-30"}, "last_day document status", [
            ("2024-07-31", "old law", "in_force"), ("2025-06-30", "guide", "in_force")]),
        ("ending", {"from": "2025-07-01", "to": "2030-01-01"}, "document", []),
        ("dead-references", {}, "document relation target ended_on quote", [
            ("late circular", "BASED_ON", "old law", "2024-08-01", "Căn cứ Luật Đất đai")]),
        ("most-cited", {"least": "2"}, "citing document", [(7, "old law")]),
        ("most-cited", {}, "citing document", [(7, "old law"), (1, "amending law"), (1, "decree")]),
        ("cited-by", {"doc": "old law"}, "document relation part", [
            ("decree", "BASED_ON", None), ("decree", "GUIDES", None), ("circular", "CITES", None), ("amending law", "AMENDS", "Điều 5"),
            ("consolidated", "CONSOLIDATES", "Điều 5"), ("new law", "REPLACES", None), ("last circular", "BASED_ON", None),
            ("last circular", "REPEALS", None), ("late circular", "BASED_ON", None), ("furniture", "CITES", None)]),
        ("guides-without-parent", {}, "document", [("guide",)]),
        ("orphaned-guides", {"on": "2024-08-01"}, "document status rule parent ended_on", [
            ("decree", "continues_if_not_contrary", "guides.replaced", "old law", "2024-08-01")]),
        ("orphaned-guides", {"on": "2024-07-31"}, "document", []),
        ("guidance", {"doc": "old law", "on": "2024-07-31"}, "document relation status", [("decree", "GUIDES", "in_force")]),
        ("guidance", {"doc": "old law", "on": "2024-08-01"}, "document says", [("decree", "its law was replaced")]),
        ("guidance", {"doc": "new law", "on": "2024-08-01"}, "document", []),
        ("amended-provisions", {"doc": "old law"}, "part relation document from_part quote", [
            ("Điều 5", "AMENDS", "amending law", "Điều 6", "sửa đổi")]),
        ("single-source", {}, "document relation target confidence source quote", [
            ("new law", "REPLACES", "old law", 0.9, "a.txt", "thay thế")]),
        ("positions", {}, "position body day person", [
            ("Bộ trưởng", "Bộ Tài chính", "2019-05-01", "An"), ("Bộ trưởng", "Bộ Tài chính", "2021-05-01", "An"),
            ("Bộ trưởng", "Bộ Tài chính", "2023-05-01", "Bình"), ("Thư ký", None, None, "Bình")]),
        ("bodies", {}, "documents body part_of first_issued last_issued", [
            (2, "qh", None, "2013-11-29", "2024-01-18"), (1, "cp", None, "2014-05-15", "2014-05-15"),
            (0, "btc", "Chính phủ", None, None)]),
        ("norms-for", {"subject": "chi bộ"}, "predicate statement", [("addressee", "s4"), ("norm", "s2")]),
        ("norms-for", {"subject": "Đảng viên"}, "predicate statement", [("norm", "s3")]),
        ("norms-for", {"subject": '" OR 1'}, "statement", []),
        ("documents", {}, "document", [
            ("amending law",), ("circular",), ("consolidated",), ("decree",), ("guide",), ("last circular",), ("late circular",),
            ("new law",), ("old law",)]),
        ("issued-between", {"from": "2014-05-15", "to": "2015-12-31"}, "issued document", [
            ("2014-05-15", "decree"), ("2015", "circular")]),
        ("issued-between", {"from": "2014-05-16", "to": "2015-12-30"}, "document", []),
        ("kinds", {}, "documents kind with_text first_issued last_issued", [
            (3, "Luật", 1, "2013-11-29", "2024-01-18"), (3, "Thông tư", 0, "2015", "2024-09-01"),
            (1, "Hướng dẫn", 1, "2020-01-01", "2020-01-01"), (1, "Nghị định", 0, "2014-05-15", "2014-05-15"),
            (1, "Văn bản hợp nhất", 0, "2019-02-01", "2019-02-01")]),
        ("incomplete", {}, "document number issued issuer", [
            ("circular", "1", "2015", None), ("consolidated", None, "2019-02-01", None), ("guide", None, "2020-01-01", None)]),
        ("sources", {}, "source text_kind published text_of documents statements", [
            ("a.txt", "news", "2024-02-01", None, 3, 2), ("b.txt", None, None, "guide", 2, 3)]),
        ("said-by", {"source": "b.txt"}, "start_offset predicate subject object statement", [
            (5, "addressee", "guide", None, "s4"), (60, "norm", "guide", None, "s3"), (90, "issued", "old law", None, "s5")]),
        ("said-by", {"source": "a.txt"}, "predicate subject object", [
            ("replaces", "new law", "old law"), ("norm", "guide", None)]),
        ("rejected", {}, "verdict document predicate value why", [
            ("rejected", "old law", "issued", "2013-01-01", "a person said so")]),
        ("doubtful", {"below": "0.9"}, "confidence document statement", [(0.4, "guide", "s3")]),
        ("doubtful", {}, "confidence document other", [(0.4, "guide", None), (0.9, "new law", "old law")]),
        ("consolidations", {}, "document target part", [
            ("consolidated", "amending law", None), ("consolidated", "old law", "Điều 5")]),
        ("circles", {}, "document relation other", [("guide", "FOLLOWS", "guide")]),
    ],
)  # fmt: skip
def test_rows(laws: GraphStore, query: str, parameters: dict[str, str], columns: str, rows: list[tuple[Cell, ...]]) -> None:
    answer = run(laws, query, **parameters)
    places = [answer.columns.index(column) for column in columns.split()]
    assert [tuple(row[place] for place in places) for row in answer.rows] == rows
