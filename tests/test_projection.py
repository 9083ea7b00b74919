"""The graph that resolved evidence makes."""

from __future__ import annotations

import pytest
from evidence import Source, ha_tinh, lao_cai, resolved, sha256

from regraph.graph.ontology import ONTOLOGY
from regraph.graph.projection import project
from regraph.model import Edge, Graph, Node

QD96, QD262 = "96-QĐ/TW@2023-02-02", "262-QĐ/TW@2014-10-08"


def edges(graph: Graph, type_: str) -> list[Edge]:
    return [edge for edge in graph.edges if edge.type == type_]


def ends(graph: Graph, type_: str) -> list[tuple[str, str]]:
    return [(edge.source, edge.target) for edge in edges(graph, type_)]


def node(graph: Graph, label: str, id_: str) -> Node:
    return next(node for node in graph.nodes if (node.label, node.id) == (label, id_))


def labels(graph: Graph, label: str) -> list[str]:
    return [node.id for node in graph.nodes if node.label == label]


def test_two_articles_on_one_meeting() -> None:
    graph = project(resolved(lao_cai(), ha_tinh()))
    ONTOLOGY.check(graph)
    assert labels(graph, "Document") == ["03-HD/TW@2022-12-27", "22-HD/BTCTW@2023-01-03", QD262, QD96]
    assert dict(node(graph, "Document", QD262).properties) == {
        "kind": "Quy định",
        "number": "262",
        "symbol": "262-QĐ/TW",
        "issued": "2014-10-08",
        "issuer": "Bộ Chính trị",
        "title": None,
        "zone": "main",
        "has_text": False,
        "names": ["Quy định 262-QĐ/TW"],
        "source_count": 2,
        "effective_from": "2014-10-08",
        "effective_from_basis": "assumed: issue date",
        "effective_to": "2023-02-01",
        "effective_to_basis": f"derived: replaced by {QD96}",
    }
    assert ends(graph, "ISSUED_BY") == [
        ("03-HD/TW@2022-12-27", "Ban Bí thư"),
        ("22-HD/BTCTW@2023-01-03", "Ban Tổ chức Trung ương"),
        (QD262, "Bộ Chính trị"),
        (QD96, "Bộ Chính trị"),
    ]
    assert ends(graph, "PART_OF") == [
        ("Ban Bí thư", "Ban Chấp hành Trung ương Đảng"),
        ("Ban Tổ chức Trung ương", "Ban Chấp hành Trung ương Đảng"),
        ("Bộ Chính trị", "Ban Chấp hành Trung ương Đảng"),
    ]
    [holds] = edges(graph, "HOLDS")
    assert (holds.source, holds.target, holds.properties["as_of"]) == (
        "Trương Thị Mai", "Trưởng Ban Tổ chức Trung ương", ["2023-02-17", "2023-02-18"],
    )  # fmt: skip
    assert ends(graph, "AT") == [("Trưởng Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương")]


def test_a_relation_is_one_edge_with_all_its_evidence() -> None:
    again = ha_tinh()
    again.statements = [s for s in again.statements if s.predicate != "replaces"]
    again.relation("d1", "replaces", "d4", quote="thay", from_part="Điều 9")
    other = Source("other.txt")
    other.document("x", symbol="96-QĐ/TW", issued="2023-02-02").document("y", symbol="262-QĐ/TW", issued="2014-10-08")
    other.relation("x", "replaces", "y", modality="enacted", quote="96 thay thế 262 từ ngày ký")
    graph = project(resolved(again, other))
    [edge] = edges(graph, "REPLACES")
    said = sorted(s.id for source in (again, other) for s in source.statements if s.predicate == "replaces")
    assert (edge.source, edge.target) == (QD96, QD262)
    assert dict(edge.properties) == {
        "statements": said,
        "source_count": 2,
        "quote": "thay",
        "scope": "whole",
        "from_part": "Điều 9",
        "modality": "enacted",
        "confidence": 1.0,
    }


def test_a_partial_act_points_at_the_provisions() -> None:
    graph = project(resolved(ha_tinh().relation("d1", "repeals", "d4", to_part="khoản 2 Điều 5; Điều 7")))
    ONTOLOGY.check(graph)
    parts = [f"{QD262}#khoản 2 Điều 5", f"{QD262}#Điều 7"]
    assert [(edge.target, edge.target_label, edge.properties["scope"]) for edge in edges(graph, "REPEALS")] == [
        (part, "Provision", "part") for part in parts
    ]
    assert [(part, QD262) for part in parts] == [pair for pair in ends(graph, "PART_OF") if "#" in pair[0]]
    assert dict(node(graph, "Provision", parts[0]).properties) == {"document": QD262, "path": "khoản 2 Điều 5"}


def test_every_statement_leads_to_its_source_and_to_what_it_is_about() -> None:
    source = ha_tinh()
    graph = project(resolved(source))
    [replaces] = [s for s in source.statements if s.predicate == "replaces"]
    assert {(e.target, e.properties["role"]) for e in edges(graph, "ABOUT") if e.source == replaces.id} == {
        (QD96, "subject"),
        (QD262, "object"),
    }
    assert len(edges(graph, "IN")) == len(source.statements)
    about = {edge.source for edge in edges(graph, "ABOUT")}
    assert about == {s.id for s in source.statements}
    [published] = [s for s in source.statements if s.predicate == "published"]
    assert [(e.target, e.target_label) for e in edges(graph, "ABOUT") if e.source == published.id] == [
        (sha256("ha-tinh.txt"), "Source")
    ]


def test_a_statement_shows_its_place_and_what_became_of_its_value() -> None:
    source = lao_cai()
    graph = project(resolved(source, ha_tinh()))
    [issuer] = [s for s in source.statements if (s.subject, s.predicate) == ("Document:d1", "issuer")]
    properties = node(graph, "Statement", issuer.id).properties
    assert (properties["source_name"], properties["verdict"], properties["why"]) == (
        "lao-cai.txt", "outranked", "more specific: Bộ Chính trị is part of Ban Chấp hành Trung ương Đảng",
    )  # fmt: skip
    assert (properties["start_offset"], properties["end_offset"]) == (issuer.span.start, issuer.span.end)


def test_the_text_of_a_document() -> None:
    source = Source("96.txt").about(text_kind="regulation", self_="d1")
    source.document("d1", symbol="96-QĐ/TW", issued="2023-02-02")
    graph = project(resolved(source))
    assert ends(graph, "TEXT_OF") == [(sha256("96.txt"), QD96)]
    assert node(graph, "Document", QD96).properties["has_text"] is True


def test_joint_issuers_are_bodies_of_their_own() -> None:
    source = Source("a.txt").document("d1", symbol="06-HD/BTCTW-BTGTW", issued="2011-08-15")
    graph = project(resolved(source.say("Document:d1", "issuer", "Ban Tổ chức Trung ương và Ban Tuyên giáo Trung ương")))
    ONTOLOGY.check(graph)
    assert [body for _, body in ends(graph, "ISSUED_BY")] == ["Ban Tuyên giáo Trung ương", "Ban Tổ chức Trung ương"]


@pytest.mark.parametrize("modality", ["planned", "draft"])
def test_no_edge_for_what_is_not_done(modality: str) -> None:
    source = ha_tinh()
    source.statements = [s for s in source.statements if s.predicate != "replaces"]
    source.relation("d1", "replaces", "d4", modality=modality)  # type: ignore[arg-type]
    graph = project(resolved(source))
    assert edges(graph, "REPLACES") == []
    assert any(node.properties.get("modality") == modality for node in graph.nodes)


def test_equal_evidence_gives_an_equal_sorted_graph() -> None:
    graph = project(resolved(lao_cai(), ha_tinh()))
    assert graph == project(resolved(ha_tinh(), lao_cai()))
    assert list(graph.nodes) == sorted(graph.nodes, key=lambda node: (node.label, node.id))
    assert list(graph.edges) == sorted(graph.edges, key=lambda edge: (edge.type, edge.source, edge.target))
