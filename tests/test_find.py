"""The words people use for a document, and the documents they may mean."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from regraph.graph.find import Match, find, suggest
from regraph.graph.stores.embedded import EmbeddedStore, build
from regraph.model import Graph, Node, Value


def document(id_: str, kind: str, **properties: Value) -> Node:
    return Node("Document", id_, {"kind": kind, "zone": "main", **properties})


DOCUMENTS = (
    document("96-qđ", "Quy định", number="96", symbol="96-QĐ/TW", issued="2023-02-02", names=["Quy định số 96", "96-QĐ/TW"]),
    document("96-kl", "Kết luận", number="96", symbol="96-KL/TW", issued="2024-09-01"),
    document("296", "Quy định", number="296", symbol="296-QĐ/TW"),
    document("08-2018", "Quy định", number="08", symbol="08-QĐ/TW", issued="2018-10-25"),
    document("08-2021", "Quy định", number="08", symbol="08-QĐ/TW", issued="2021-03-01", zone="boilerplate"),
    document("03-hd", "Hướng dẫn", number="03", symbol="03-HD/TW", issued="2022-12-27"),
    document("03-hđ", "Quyết định", number="03", symbol="03-HĐ/TW"),
    document("nđ30", "Nghị định", number="30", symbol="30/2020/NĐ-CP", issued="2020-03-05"),
    document("land", "Luật", title="Đất đai", names=["Luật Đất đai"]),
    document("land-2013", "Luật", symbol="45/2013/QH13", title="Đất đai", names=["Luật Đất đai năm 2013"]),
    document("bare", "Quy định", number="512", names=["Quy định số 512"]),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedStore]:
    path = tmp_path_factory.mktemp("graph") / "graph.lbug"
    build(Graph(tuple(sorted(DOCUMENTS, key=lambda node: node.id)), ()), path)
    with EmbeddedStore(path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("doc", "ids"),
    [
        ("land-2013", ["land-2013"]),
        ("296", ["296"]),
        ("96-QĐ/TW", ["96-qđ"]),
        ("96-qđ/tw", ["96-qđ"]),
        (" 96 - QĐ/TW ", ["96-qđ"]),
        ("96/QĐ-TW", ["96-qđ"]),
        ("96–QÐ/TW", ["96-qđ"]),
        ("96-QD/TW", ["96-qđ"]),
        ("Quy định 96", ["96-qđ"]),
        ("quy định số 96-QĐ/TW", ["96-qđ"]),
        ("Quy đi\u0323nh số: 96", ["96-qđ"]),
        ("quy dinh so 96", ["96-qđ"]),
        ("QĐ 96", ["96-qđ"]),
        ("Quy định số 96-QĐ/TW ngày 2/2/2023", ["96-qđ"]),
        ("Quy định số 96-QĐ/TW, ngày 02/02/2023", ["96-qđ"]),
        ("Quy định 96 năm 2023", ["96-qđ"]),
        ("Quy định 96 năm 2022", []),
        ("Chỉ thị 96", []),
        ("8", ["08-2018", "08-2021"]),
        ("08-QĐ/TW", ["08-2018", "08-2021"]),
        ("08-QĐ/TW ngày 25/10/2018", ["08-2018"]),
        ("08-QĐ/TW@2021-03-01", ["08-2021"]),
        ("3-HD/TW", ["03-hd"]),
        ("03-HĐ/TW", ["03-hđ"]),
        ("hướng dẫn 03", ["03-hd"]),
        ("30/2020", ["nđ30"]),
        ("nghị định 30/2020/NĐ-CP", ["nđ30"]),
        ("Luật Đất đai", ["land", "land-2013"]),
        ("luật đất đai năm 2013", ["land-2013"]),
        ("dat dai", ["land", "land-2013"]),
        ("512", ["bare"]),
        ("12", []),
        ("6", []),
        ("không có", []),
        ("", []),
    ],
)
def test_find(store: EmbeddedStore, doc: str, ids: list[str]) -> None:
    assert [match.id for match in find(store, doc)] == ids


@pytest.mark.parametrize(
    ("issued", "label"),
    [("2023-02-02", "Quy định 96-QĐ/TW ngày 02/02/2023"), ("2023", "Quy định 96-QĐ/TW năm 2023"), (None, "Quy định 96-QĐ/TW")],
)
def test_label(issued: str | None, label: str) -> None:
    assert Match("96", "Quy định", "96", "96-QĐ/TW", issued, None, None, None, ()).label == label


def test_the_number_alone_lists_every_kind(store: EmbeddedStore) -> None:
    assert [match.label for match in find(store, "96")] == [
        "Kết luận 96-KL/TW ngày 01/09/2024",
        "Quy định 96-QĐ/TW ngày 02/02/2023",
    ]


@pytest.mark.parametrize(
    ("doc", "first"),
    [("97-QĐ/TW", "96-qđ"), ("Luật Đất đia", "land"), ("Quy định 95-QĐ/TW", "96-qđ"), ("30/2021/NĐ-CP", "nđ30")],
)
def test_suggest(store: EmbeddedStore, doc: str, first: str) -> None:
    assert suggest(store, doc)[0].id == first


def test_nothing_near_is_suggested_for_noise(store: EmbeddedStore) -> None:
    assert suggest(store, "xyz") == []
