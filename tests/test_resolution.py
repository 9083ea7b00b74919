"""Statements of several sources, and the documents, people and values that they come to."""

from __future__ import annotations

import random
import re
from typing import Any, TypeAlias

import pytest
from evidence import Source, ha_tinh, ids, lao_cai, one, resolved, sha256
from hypothesis import given, settings
from hypothesis import strategies as st

from regraph.graph.resolution import Resolution
from regraph.model import ZoneKind

Values: TypeAlias = dict[str, Any]


def document(kind: str, number: str = "", symbol: str = "", issued: str = "", issuer: str = "", title: str = "") -> Values:
    values = {"kind": kind, "number": number, "symbol": symbol, "issued": issued, "issuer": issuer, "title": title}
    return {name: value for name, value in values.items() if value}


def one_each(*documents: Values) -> Resolution:
    """One source for each document."""
    return resolved(*(Source(f"{at}.txt").document("d1", **values) for at, values in enumerate(documents)))


QD96 = document("Quy định", "96", "96-QĐ/TW", "2023-02-02", "Bộ Chính trị")
QD08_2018 = document("Quy định", "08", "08-QĐ/TW", "2018-10-25", "Ban Chấp hành Trung ương", "trách nhiệm nêu gương của cán bộ")
QD08_2021 = document("Quy định", "08", "08-QĐ/TW", "2021-09-01", "Bộ Chính trị", "chế độ kiểm tra, giám sát trong Đảng")
UBND = document("Quyết định", "05", "05/2020/QĐ-UBND", "2020-03-01")
LAO_CAI = UBND | {"issuer": "UBND tỉnh Lào Cai"}
HA_TINH = UBND | {"issuer": "Ủy ban nhân dân tỉnh Hà Tĩnh"}
ND30 = document("Nghị định", "30", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ")
PLAN = document("Kế hoạch", "5", "05-KH/TU")
REPUBLIC = "nước Cộng hòa xã hội chủ nghĩa Việt Nam"
LAND_2013 = document("Luật", "45", "45/2013/QH13", "2013-11-29", title="Đất đai")
LAND_2024 = document("Luật", "31", "31/2024/QH15", "2024-01-18", title="Đất đai")


@pytest.mark.parametrize(
    ("documents", "expected"),
    [
        pytest.param([QD96, document("Quy định", "96", issued="2023-02-02")], ["96-QĐ/TW@2023-02-02"], id="number and day"),
        pytest.param([QD96, document("Quy định", symbol="96-QĐ/TW")], ["96-QĐ/TW@2023-02-02"], id="sign without day"),
        pytest.param([QD96, document("Quy định", symbol="96-qđ/TW", issued="2023-02-02")], ["96-QĐ/TW@2023-02-02"], id="case"),
        pytest.param(
            [QD96, document("Quy định", symbol="96/QĐ-T.Ư", issued="2023")], ["96-QĐ/TW@2023-02-02"], id="slash first, year"
        ),
        pytest.param([QD96, document("Quy định", "96")], ["96-QĐ/TW@2023-02-02"], id="number alone, one candidate"),
        pytest.param(
            [QD96, document("Quyết định", "96", issued="2023-02-02")],
            ["96-QĐ/TW@2023-02-02", "Quyết định 96@2023-02-02"],
            id="QĐ is two kinds, a number without sign must agree in kind",
        ),
        pytest.param(
            [document("Hướng dẫn", "3", issued="2022-12-27"), document("Hướng dẫn", "03", "03-HD/TW", "2022-12-27")],
            ["03-HD/TW@2022-12-27"],
            id="leading zero",
        ),
        pytest.param(
            [document("Thông tư", "823", "823/TT-X", "2020-01-01"), document("Thông tư", "1823", "1823/TT-X", "2020-01-01")],
            ["1823/TT-X@2020-01-01", "823/TT-X@2020-01-01"],
            id="a number is compared whole",
        ),
        pytest.param(
            [document("Hướng dẫn", "5", "05-HD/TW", "2020-01-01"), document("Hợp đồng", "5", "05-HĐ/TW", "2020-01-01")],
            ["05-HD/TW@2020-01-01", "05-HĐ/TW@2020-01-01"],
            id="Đ is not D",
        ),
        pytest.param([QD08_2018, QD08_2021], ["08-QĐ/TW@2018-10-25", "08-QĐ/TW@2021-09-01"], id="numbers start again each term"),
        pytest.param(
            [QD08_2018, QD08_2021, document("Quy định", "08", "08-QĐ/TW")],
            ["08-QĐ/TW@2018-10-25", "08-QĐ/TW@2021-09-01", "08-QĐ/TW~…"],
            id="a sign with two candidates stays apart",
        ),
        pytest.param(
            [QD08_2018, QD08_2021, document("Quy định", "08", "08-QĐ/TW", "2018")],
            ["08-QĐ/TW@2018-10-25", "08-QĐ/TW@2021-09-01"],
            id="the year tells which",
        ),
        pytest.param(
            [
                QD08_2018,
                QD08_2021,
                document("Quy định", "08", "08-QĐ/TW", title="về trách nhiệm nêu gương của cán bộ, đảng viên"),
            ],
            ["08-QĐ/TW@2018-10-25", "08-QĐ/TW@2021-09-01"],
            id="the title tells which",
        ),
        pytest.param([LAO_CAI, LAO_CAI], ["05/2020/QĐ-UBND@2020-03-01 (tỉnh Lào Cai)"], id="one place"),
        pytest.param(
            [LAO_CAI, HA_TINH],
            ["05/2020/QĐ-UBND@2020-03-01 (tỉnh Hà Tĩnh)", "05/2020/QĐ-UBND@2020-03-01 (tỉnh Lào Cai)"],
            id="places share signs",
        ),
        pytest.param([LAO_CAI, UBND], ["05/2020/QĐ-UBND@2020-03-01 (tỉnh Lào Cai)"], id="no place, one candidate"),
        pytest.param(
            [
                LAO_CAI | {"title": "mức hỗ trợ học phí cho trẻ em"},
                document("Quyết định", symbol="05/2020/QĐ-UBND", title="bảng giá các loại đất trong tỉnh"),
                document("Quyết định", symbol="05/2020/QĐ-UBND", title="mức hỗ trợ học phí cho trẻ em mầm non"),
            ],
            ["05/2020/QĐ-UBND@2020-03-01 (tỉnh Lào Cai)", "05/2020/QĐ-UBND~…"],
            id="no place, and another matter",
        ),
        pytest.param(
            [LAO_CAI, HA_TINH, UBND],
            [
                "05/2020/QĐ-UBND@2020-03-01 (tỉnh Hà Tĩnh)",
                "05/2020/QĐ-UBND@2020-03-01 (tỉnh Lào Cai)",
                "05/2020/QĐ-UBND@2020-03-01~…",
            ],
            id="no place, two candidates",
        ),
        pytest.param(
            [LAO_CAI, UBND | {"issuer": "UBND thành phố Lào Cai"}],
            ["05/2020/QĐ-UBND@2020-03-01 (thành phố Lào Cai)", "05/2020/QĐ-UBND@2020-03-01 (tỉnh Lào Cai)"],
            id="a city is not its province",
        ),
        pytest.param(
            [ND30, document("Nghị định", symbol="30/2020/NĐ-CP")], ["30/2020/NĐ-CP@2020-03-05"], id="decree without day"
        ),
        pytest.param(
            [ND30, ND30, ND30 | {"issued": "2020-05-03"}],
            ["30/2020/NĐ-CP@2020-03-05"],
            id="a sign with year and a central code is unique whatever the day",
        ),
        pytest.param(
            [document("Nghị quyết", "98", "98/NQ-CP", "2024-07-01"), document("Nghị quyết", "98", "98/NQ-CP", "2025-07-01")],
            ["98/NQ-CP@2024-07-01", "98/NQ-CP@2025-07-01"],
            id="a State sign without year starts again each year",
        ),
        pytest.param(
            [LAND_2013, LAND_2024, document("Luật", title="Đất đai")],
            ["31/2024/QH15@2024-01-18", "45/2013/QH13@2013-11-29", "Luật Đất đai~…"],
            id="a law by name alone stays apart",
        ),
        pytest.param(
            [LAND_2013, LAND_2024, document("Luật", title="Đất đai", issued="2024")],
            ["31/2024/QH15@2024-01-18", "45/2013/QH13@2013-11-29"],
            id="a law by name and year",
        ),
        pytest.param(
            [document("Luật", title="Đất đai", issued="2024"), document("Luật", title="đất đai", issued="2024")],
            ["Luật Đất đai@2024"],
            id="a law without sign",
        ),
        pytest.param(
            [document("Nghị định", symbol="30/2020/NĐ-CP"), document("Nghị định", "30", issued="2020")],
            ["30/2020/NĐ-CP"],
            id="the year in the sign",
        ),
        pytest.param(
            [document("Nghị định", symbol="30/2020/NĐ-CP"), document("Nghị định", "30", issued="2021", issuer="Chính phủ")],
            ["30/2020/NĐ-CP", "Nghị định 30@2021 (Chính phủ)"],
            id="another year than in the sign",
        ),
        pytest.param(
            [QD08_2018, document("Quy định", issued="2018-10-25", title="về trách nhiệm nêu gương của cán bộ, đảng viên")],
            ["08-QĐ/TW@2018-10-25"],
            id="kind, day and title",
        ),
        pytest.param(
            [QD08_2018, document("Quy định", issued="2018-10-26", title="trách nhiệm nêu gương của cán bộ")],
            ["08-QĐ/TW@2018-10-25", "Quy định trách nhiệm nêu gương của cán bộ@2018-10-26"],
            id="kind and title on another day",
        ),
        pytest.param(
            [
                document("Nghị quyết", "100", "100/2015/QH13"),
                document("Bộ luật", "100", "100/2015/QH13"),
                document("Luật", "100", "100/2015/QH13"),
            ],
            ["Bộ luật 100/2015/QH13", "Nghị quyết 100/2015/QH13"],
            id="a sign without kind",
        ),
        pytest.param(
            [
                document("Hiến pháp", issued="2013"),
                document("Hiến pháp", title=REPUBLIC, issued="2013"),
            ],
            ["Hiến pháp@2013"],
            id="the long form of a name",
        ),
        pytest.param(
            [QD96, QD96, QD96 | {"symbol": "07-QĐi/TW"}, document("Quy định", "07", "07-QĐ/TW", "2023-02-02")],
            ["07-QĐi/TW@2023-02-02", "96-QĐ/TW@2023-02-02"],
            id="two codes of Quy định",
        ),
        pytest.param(
            [document("Kế hoạch", "60", issuer="Tỉnh ủy Lào Cai"), document("Kế hoạch", "60", issuer="Tỉnh ủy Hà Tĩnh")],
            ["Kế hoạch 60 (tỉnh Hà Tĩnh)", "Kế hoạch 60 (tỉnh Lào Cai)"],
            id="bare numbers of two places",
        ),
        pytest.param(
            [
                document("Quyết định", "5", issued="2020-01-01", issuer="Bộ Y tế"),
                document("Quyết định", "5", issued="2020-01-01", issuer="Bộ Tài chính"),
            ],
            ["Quyết định 05@2020-01-01 (Bộ Tài chính)", "Quyết định 05@2020-01-01 (Bộ Y tế)"],
            id="bare numbers of two ministries on one day",
        ),
        pytest.param(
            [
                document("Thông tư", symbol="05-TT/ABC", issuer="Bộ Y tế"),
                document("Thông tư", "5", issued="2020-01-01", issuer="Bộ Y tế"),
                document("Thông tư", "5", issued="2020-01-01", issuer="Bộ Tài chính"),
                document("Thông tư", "5", issued="2020-01-01"),
            ],
            ["05-TT/ABC@2020-01-01", "Thông tư 05@2020-01-01 (Bộ Tài chính)", "Thông tư 05@2020-01-01~…"],
            id="a candidate that is found to be another",
        ),
        pytest.param(
            [
                document("Thông tư", symbol="06/2017/TT-BVHTTDL"),
                document("Thông tư", "06", issued="2017-05-24", issuer="Bộ Tài nguyên và Môi trường"),
            ],
            ["06/2017/TT-BVHTTDL", "Thông tư 06@2017-05-24"],
            id="the code in a sign names another ministry",
        ),
        pytest.param(
            [document("Thông tư", symbol="06/2017/TT-BYT"), document("Thông tư", "06", issued="2017-05-24", issuer="Bộ Y tế")],
            ["06/2017/TT-BYT@2017-05-24"],
            id="the code in a sign names the ministry",
        ),
        pytest.param(
            [
                document("Hướng dẫn", symbol="45-HD/BTCTW", issued="2020"),
                document("Hướng dẫn", symbol="45-HD/BTCT.Ư", issued="2020"),
            ],
            ["45-HD/BTCTW@2020"],
            id="the centre in the code of its commission",
        ),
        pytest.param(
            [LAO_CAI, UBND | {"issued": "2020-06-01"}, UBND | {"issued": "", "issuer": "UBND tỉnh Lào Cai"}],
            ["05/2020/QĐ-UBND@2020-03-01 (tỉnh Lào Cai)", "05/2020/QĐ-UBND@2020-06-01"],
            id="the place that is stated goes before one that is not known",
        ),
        pytest.param(
            [
                *[document("Quyết định", symbol="298/QĐ-TTg", issued="2017-08-28")] * 2,
                document("Quyết định", symbol="298/QĐ-TTg", issued="2017-08-18"),
                document("Quyết định", symbol="298/QĐ-TTg", issued="2017"),
            ],
            ["298/QĐ-TTg@2017-08-28"],
            id="a number is given once in a year: the day that more sources state",
        ),
        pytest.param(
            [
                *[document("Quy định", symbol="29-QĐ/TW", issued="2016-07-25")] * 2,
                document("Quy định", symbol="29-QĐ/TW", issued="2016-01-04"),
                document("Quy định", symbol="29-QĐ/TW", issued="2016"),
            ],
            ["29-QĐ/TW@2016-01-04", "29-QĐ/TW@2016-07-25", "29-QĐ/TW@2016~…"],
            id="twice in the year of a congress",
        ),
        pytest.param([QD96, QD96 | {"issued": "2023-02-20"}], ["96-QĐ/TW@2023-02-02"], id="a misprinted day"),
        pytest.param(
            [QD96, document("Quyết định", "96", "96-QĐ/TW", "2023-02-20", "Bộ Chính trị")],
            ["96-QĐ/TW@2023-02-02", "96-QĐ/TW@2023-02-20"],
            id="each kind has its own numbers",
        ),
        pytest.param(
            [document("Báo cáo", symbol="7/BC-XYZ", issued=f"2020-0{month}-01") for month in (1, 2)],
            ["07/BC-XYZ@2020-01-01", "07/BC-XYZ@2020-02-01"],
            id="several may bear the code of a body that is not known",
        ),
        pytest.param(
            [document("Báo cáo", symbol="7/BC-XYZ", issued=f"2020-0{month}-01", issuer="Viện Xã hội") for month in (1, 2)],
            ["07/BC-XYZ@2020-01-01"],
            id="the same body by its name",
        ),
        pytest.param(
            [LAO_CAI, LAO_CAI | {"issued": "2020-03-11"}], ["05/2020/QĐ-UBND@2020-03-01 (tỉnh Lào Cai)"], id="its place"
        ),
        pytest.param(
            [PLAN | {"issued": f"2020-{month}-01", "issuer": "Tỉnh ủy Lào Cai"} for month in ("03", "12")],
            ["05-KH/TU@2020-03-01 (tỉnh Lào Cai)", "05-KH/TU@2020-12-01 (tỉnh Lào Cai)"],
            id="committees in places hold their congresses in the year before",
        ),
        pytest.param(
            [document("Nghị định", "30", "30/2020/ND-CP"), ND30, document("Quyết định", "5", "5/QD-TTg", "2020-01-01")],
            ["05/QĐ-TTg@2020-01-01", "30/2020/NĐ-CP@2020-03-05"],
            id="a code without its marks, whose kind is known",
        ),
        pytest.param(
            [
                document("Hướng dẫn", "44", "44-HD/UBKTTW", "2021-04-02", "Ủy ban Kiểm tra Trung ương"),
                document("Hướng dẫn", "44", "44-HD/TW", "2021-04-02", "Ban Chấp hành Trung ương"),
                document("Hướng dẫn", "44", issued="2021-04-02", issuer="Ủy ban Kiểm tra Trung ương"),
            ],
            ["44-HD/TW@2021-04-02", "44-HD/UBKTTW@2021-04-02"],
            id="the very issuer goes before a larger body",
        ),
        pytest.param(
            [document("Quy định", symbol="96-QĐ/TW"), document("Quy định", "96", issued="2023-02-02")],
            ["96-QĐ/TW@2023-02-02"],
            id="a sign without day and a day without sign",
        ),
    ],
)
def test_which_documents_are_one(documents: list[Values], expected: list[str]) -> None:
    for ordered in (documents, list(reversed(documents))):
        assert [re.sub("~.*", "~…", id_) for id_ in ids(one_each(*ordered))] == expected


@pytest.mark.parametrize(
    ("documents", "apart"),
    [
        pytest.param([document("Quy định", "96"), document("Quy định", "96")], 2, id="number alone is no document's name"),
        pytest.param([PLAN | {"title": "phát triển đảng"}, PLAN | {"title": "Về phát triển Đảng"}], 1, id="local sign and title"),
        pytest.param([document("Kế hoạch", "5", "05-KH/TU"), document("Kế hoạch", "5", "05-KH/TU")], 2, id="local sign alone"),
        pytest.param(
            [QD08_2018, document("Quy định", "08", title="chế độ kiểm tra và giám sát trong Đảng")],
            2,
            id="number with another title",
        ),
        pytest.param([QD08_2018, QD08_2021, document("Quy định", "08")], 3, id="number with two candidates"),
        pytest.param([document("Luật", title="này", issued="2010-06-17")] * 2, 2, id="this law"),
        pytest.param([document("Luật", issued="2010-06-17")] * 2, 2, id="two laws of one day without name"),
        pytest.param([LAO_CAI, document("Quyết định", "05", issued="2020")], 2, id="number beside a sign that places share"),
        pytest.param(
            [document("Quy chế", title="làm việc"), document("Quy chế", title="làm việc")], 2, id="a name that many have"
        ),
        pytest.param(
            [QD08_2018, QD08_2021, *[document("Quy định", "08", "08-QĐ/TW")] * 2], 4, id="two mentions that fit two candidates"
        ),
    ],
)
def test_what_stays_apart(documents: list[Values], apart: int) -> None:
    assert len(one_each(*documents).documents) == apart


def test_unsure_names_the_candidates() -> None:
    [unsure] = one_each(QD08_2018, QD08_2021, document("Quy định", "08", "08-QĐ/TW")).unsure
    assert (unsure.document, unsure.candidates) == (
        f"08-QĐ/TW~{sha256('2.txt')[:8]}",
        ("08-QĐ/TW@2018-10-25", "08-QĐ/TW@2021-09-01"),
    )


def test_a_source_cannot_mean_what_came_after_it() -> None:
    early = Source("early.txt").about(published="2019-05-01").document("d1", kind="Quy định", symbol="08-QĐ/TW")
    late = Source("late.txt").document("d1", **QD08_2018).document("d2", **QD08_2021)
    assert one(resolved(early, late), "08-QĐ/TW@2018-10-25").sources == tuple(
        sorted({s.statements[0].source for s in (early, late)})
    )


@pytest.mark.parametrize(
    ("acting", "target", "expected"),
    [
        ("old", "undated", "08-QĐ/TW@2018-10-25"),
        ("undated", "new", "08-QĐ/TW@2021-09-01"),
        ("new", "undated", f"08-QĐ/TW~{sha256('a.txt')[:8]}"),
    ],
)
def test_a_document_acts_on_earlier_ones(acting: str, target: str, expected: str) -> None:
    source = (
        Source("a.txt")
        .document("undated", kind="Quy định", symbol="08-QĐ/TW")
        .document("old", kind="Hướng dẫn", symbol="01-HD/TW", issued="2019-01-01")
        .document("new", kind="Hướng dẫn", symbol="02-HD/TW", issued="2020-01-01" if acting == "undated" else "2022-01-01")
        .relation(acting, "replaces", target)
    )
    resolution = resolved(source, Source("b.txt").document("d1", **QD08_2018).document("d2", **QD08_2021))
    assert resolution.documents_of[source.statements[0].source, "Document:undated"] == expected


def test_a_regulation_cannot_mean_what_came_after_it() -> None:
    own = Source("own.txt").about(text_kind="regulation", self_="d1")
    own.document("d1", kind="Hướng dẫn", symbol="01-HD/TW", issued="2019-01-01").document(
        "d2", kind="Quy định", symbol="08-QĐ/TW"
    )
    resolution = resolved(own, Source("b.txt").document("d1", **QD08_2018).document("d2", **QD08_2021))
    assert resolution.documents_of[own.statements[0].source, "Document:d2"] == "08-QĐ/TW@2018-10-25"


def test_a_misprinted_day_is_a_conflict() -> None:
    resolution = one_each(QD96, QD96, QD96 | {"issued": "2023-02-20"})
    assert [(c.attribute, c.chosen, c.others) for c in resolution.conflicts] == [("issued", "2023-02-02", ("2023-02-20",))]


def test_a_symbol_without_its_marks_is_no_conflict() -> None:
    resolution = one_each(document("Nghị định", "30", "30/2020/ND-CP", "2020-03-05"), ND30, ND30 | {"symbol": "30/2020/ND-CP"})
    assert (resolution.documents[0].value("symbol"), resolution.conflicts) == ("30/2020/NĐ-CP", ())


def test_two_days_that_one_source_gives_are_one_document_for_all() -> None:
    both = Source("a.txt").document("d1", **QD96).say("Document:d1", "issued", "2023-02-20", confidence=0.5)
    others = [Source(f"{at}.txt").document("d1", **(QD96 | {"issued": "2023-02-20"})) for at in range(2)]
    resolution = resolved(both, *others)
    assert ids(resolution) == ["96-QĐ/TW@2023-02-20"]
    assert [(c.attribute, c.chosen, c.why) for c in resolution.conflicts] == [
        ("issued", "2023-02-20", "more frequent: 3 sources against 1")
    ]


def test_documents_that_a_source_relates_are_not_one() -> None:
    source = Source("a.txt").document("d1", **QD96).document("d2", kind="Quy định", number="96").relation("d1", "replaces", "d2")
    assert len(resolved(source).documents) == 2


def test_two_articles_on_one_meeting() -> None:
    resolution = resolved(lao_cai(), ha_tinh())
    assert ids(resolution) == ["03-HD/TW@2022-12-27", "22-HD/BTCTW@2023-01-03", "262-QĐ/TW@2014-10-08", "96-QĐ/TW@2023-02-02"]
    assert {(c.document, c.attribute, c.chosen, c.why, c.others) for c in resolution.conflicts} == {
        (id_, "issuer", chosen, why, ("Ban Chấp hành Trung ương Đảng",))
        for id_, chosen, why in [
            ("03-HD/TW@2022-12-27", "Ban Bí thư", "more specific: Ban Bí thư is part of Ban Chấp hành Trung ương Đảng"),
            ("22-HD/BTCTW@2023-01-03", "Ban Tổ chức Trung ương", "more specific: the symbol's code names Ban Tổ chức Trung ương"),
            ("96-QĐ/TW@2023-02-02", "Bộ Chính trị", "more specific: Bộ Chính trị is part of Ban Chấp hành Trung ương Đảng"),
        ]
    }
    assert [person.id for person in resolution.people] == ["Trương Thị Mai"]
    assert [(r.source, r.type, r.target) for r in resolution.relations] == [
        ("96-QĐ/TW@2023-02-02", "replaces", "262-QĐ/TW@2014-10-08")
    ]


@pytest.mark.parametrize(
    ("attribute", "values", "chosen", "others"),
    [
        pytest.param("issuer", ["Bộ trưởng Bộ Y tế", "Bộ Y tế", "BỘ Y TẾ"], "Bộ Y tế", (), id="minister and ministry"),
        pytest.param("issuer", ["Uỷ ban Dân tộc", "Ủy ban Dân tộc"], "Ủy ban Dân tộc", (), id="tone marks"),
        pytest.param("issuer", ["Ủy ban nhân dân tỉnh", "UBND tỉnh Lào Cai"], "Ủy ban nhân dân tỉnh Lào Cai", (), id="place"),
        pytest.param("issuer", ["Bộ Y tế", "Bộ Tài chính", "Bộ Y tế"], "Bộ Y tế", ("Bộ Tài chính",), id="more frequent"),
        pytest.param("issuer", ["Bộ Y tế", "Bộ Tài chính"], "Bộ Tài chính", ("Bộ Y tế",), id="alphabet"),
        pytest.param(
            "issuer", ["Chính phủ", "Chính phủ", "Thủ tướng Chính phủ"], "Thủ tướng Chính phủ", ("Chính phủ",), id="more specific"
        ),
        pytest.param("title", ["về lấy phiếu tín nhiệm", "lấy phiếu tín nhiệm trong hệ thống chính trị"],
                     "lấy phiếu tín nhiệm trong hệ thống chính trị", (), id="one title holds the other"),
        pytest.param("title", ["nuôi cá lồng bè trên biển", *["nuôi cá lồng bè"] * 4], "nuôi cá lồng bè trên biển", (), id="fuller"),
        pytest.param("title", ["nuôi cá lồng bè diễn ra tại Huế", *["nuôi cá lồng bè"] * 5],
                     "nuôi cá lồng bè", (), id="fuller by the words of one sentence"),
        pytest.param("title", ["lấy phiếu tín nhiệm", "sinh hoạt đảng trực tuyến", "lấy phiếu tín nhiệm"],
                     "lấy phiếu tín nhiệm", ("sinh hoạt đảng trực tuyến",), id="other title"),
        pytest.param("issuer", ["Bộ Chính trị, Ban Bí thư", "Ban Bí thư"], "Ban Bí thư", (), id="one of joint issuers"),
        pytest.param("kind", ["Quy định", "Quyết định", "quy định"], "Quy định", ("Quyết định",), id="kind"),
        pytest.param("number", ["3", "03"], "03", (), id="leading zero"),
        pytest.param("effective_from", ["2023-03-01", "2023-02-02", "2023-03-01"], "2023-03-01", ("2023-02-02",), id="effect"),
    ],
)  # fmt: skip
def test_which_value_is_chosen(attribute: str, values: list[str], chosen: str, others: tuple[str, ...]) -> None:
    sources = [
        Source(f"{at}.txt").document("d1", symbol="1/ABC", issued="2023-01-01").say("Document:d1", attribute, value)
        for at, value in enumerate(values)
    ]
    resolution = resolved(*sources)
    [document] = resolution.documents
    assert document.value(attribute) == chosen
    assert [c.others for c in resolution.conflicts if c.attribute == attribute] == ([others] if others else [])


@pytest.mark.parametrize(
    ("symbol", "attribute", "own", "other", "chosen", "why"),
    [
        ("45-HD/BTCTW", "issuer", "Ban tổ chức", "Bộ Chính trị", "Ban Tổ chức Trung ương", "the document's own text says so"),
        ("07/2024/TT-BYT", "issued", "2025-05-17", "2024-05-17", "2024-05-17", "contrary to the year 2024 in the symbol"),
        ("07/2024/TT-BYT", "issued", "2024-05-17", "2024-05-16", "2024-05-17", "the document's own text says so"),
    ],
)
def test_the_symbol_tells_more_of_a_value(symbol: str, attribute: str, own: str, other: str, chosen: str, why: str) -> None:
    text, second = Source("own.txt").about(self_="d1"), Source("b.txt")
    for source, value in ((text, own), (second, other)):
        source.document("d1", symbol=symbol).say("Document:d1", attribute, value)
    resolution = resolved(text, second)
    [found] = resolution.documents
    assert found.value(attribute) == chosen
    assert why in {verdict.why for verdict in resolution.verdicts.values()}


def test_a_kind_that_is_written_out_goes_before_one_taken_for_the_code() -> None:
    sign_only = Source("a.txt").document("d1", called="số 96-QĐ/TW", symbol="96-QĐ/TW", issued="2023-02-02")
    sign_only.say("Document:d1", "kind", "Quyết định", raw="số 96-QĐ/TW")
    resolution = resolved(sign_only, Source("b.txt").document("d1", **QD96))
    assert one(resolution, "96-QĐ/TW@2023-02-02").value("kind") == "Quy định"
    assert resolution.conflicts == ()


@pytest.mark.parametrize("about", [{"text_kind": "regulation", "self_": "d1"}, {"text_kind": "registry"}])
def test_the_own_text_and_a_registry_outrank_what_is_more_specific_or_frequent(about: Values) -> None:
    own = Source("own.txt").about(**about).document("d1", **(QD96 | {"issuer": "Ban Chấp hành Trung ương"}))
    resolution = resolved(own, *(Source(f"{at}.txt").document("d1", **QD96) for at in range(3)))
    document = one(resolution, "96-QĐ/TW@2023-02-02")
    assert document.value("issuer") == "Ban Chấp hành Trung ương Đảng"
    assert document.has_text == ("self_" in about)
    [conflict] = resolution.conflicts
    assert conflict.others == ("Bộ Chính trị",)


def test_every_value_gets_one_verdict() -> None:
    statements = [s for source in (lao_cai(), ha_tinh()) for s in source.statements]
    verdicts = resolved(lao_cai(), ha_tinh()).verdicts
    issuers = {s.value: verdicts[s.id].verdict for s in statements if s.predicate == "issuer" and s.subject == "Document:d1"}
    assert issuers == {"Ban Chấp hành Trung ương Đảng": "outranked", "Bộ Chính trị": "chosen"}
    kinds = sorted(verdicts[s.id].verdict for s in statements if s.predicate == "kind" and s.subject == "Document:d1")
    assert kinds == ["agrees", "chosen"]
    assert not any(s.id in verdicts for s in statements if s.predicate in ("mention", "replaces", "holds", "published"))


def test_two_days_in_one_source_are_a_conflict() -> None:
    source = Source("a.txt").document("d1", **QD96).say("Document:d1", "issued", "2023-02-20", confidence=0.5)
    resolution = resolved(source, Source("b.txt").document("d1", **QD96))
    assert [(c.attribute, c.chosen, c.others) for c in resolution.conflicts] == [("issued", "2023-02-02", ("2023-02-20",))]


LAND_OF_2013 = LAND_2013 | {"effective_from": "2014-07-01"}
WORK_2013 = LAND_2013 | {"symbol": "38/2013/QH13", "number": "38", "issued": "2013-12-16", "title": "Việc làm"}
LAND_OF_2024 = LAND_2024 | {"effective_from": "2024-08-01"}


@pytest.mark.parametrize(
    ("published", "laws", "expected"),
    [
        pytest.param("2016-05-01", [LAND_OF_2013, LAND_OF_2024], "45/2013/QH13@2013-11-29", id="the one in force"),
        pytest.param("2024-09-01", [LAND_OF_2013, LAND_OF_2024], "31/2024/QH15@2024-01-18", id="the one after it"),
        pytest.param("2024-05-01", [LAND_OF_2013, LAND_OF_2024], "Luật Đất đai~…", id="issued and not yet in force"),
        pytest.param("2014-01-01", [LAND_OF_2013], "Luật Đất đai~…", id="before the first that is known"),
        pytest.param("2024-09-01", [LAND_OF_2013, LAND_2024], "Luật Đất đai~…", id="issued, nobody says when in force"),
        pytest.param("2025-02-01", [LAND_OF_2013, LAND_2024], "31/2024/QH15@2024-01-18", id="issued more than a year ago"),
        pytest.param(
            "2025-01-01", [LAND_OF_2013, document("Luật", title="Đất đai", issued="2024")], "Luật Đất đai~…", id="no day"
        ),
        pytest.param("", [LAND_OF_2013], "Luật Đất đai~…", id="no day of the source"),
        pytest.param(
            "2016-05-01",
            [LAND_OF_2013, WORK_2013, WORK_2013, WORK_2013 | {"title": "Đất đai"}],
            "45/2013/QH13@2013-11-29",
            id="a sign that another law bears",
        ),
        pytest.param("2023-11-29", [LAND_OF_2013], "45/2013/QH13@2013-11-29", id="ten years old"),
        pytest.param("2026-05-01", [LAND_OF_2013], "Luật Đất đai~…", id="older, of the next one nobody tells"),
    ],
)
def test_a_law_by_name_is_the_one_in_force(published: str, laws: list[Values], expected: str) -> None:
    source = Source("z.txt").document("d1", kind="Luật", title="Đất đai")
    told = source.about(published=published) if published else source
    resolution = resolved(told, *(Source(f"{at}.txt").document("d1", **law) for at, law in enumerate(laws)))
    assert re.sub("~.*", "~…", resolution.documents_of[sha256("z.txt"), "Document:d1"]) == expected


def test_a_law_by_name_beside_another_of_that_name_is_unsure() -> None:
    source = (
        Source("z.txt").about(published="2025-01-01").document("d1", kind="Luật", title="Đất đai").document("d2", **LAND_2013)
    )
    resolution = resolved(source, Source("a.txt").document("d1", **LAND_OF_2024))
    assert "~" in resolution.documents_of[sha256("z.txt"), "Document:d1"]


def test_an_older_document_does_not_act_on_a_newer_one() -> None:
    source = Source("a.txt").document("old", **QD08_2018).document("new", **QD96).relation("old", "replaces", "new")
    resolution = resolved(source)
    [conflict] = resolution.conflicts
    assert resolution.relations == ()
    assert (conflict.document, conflict.attribute, conflict.others) == (
        "08-QĐ/TW@2018-10-25",
        "replaces",
        ("96-QĐ/TW@2023-02-02",),
    )
    assert resolution.verdicts[source.statements[-1].id].verdict == "outranked"


STATUTE = document("Quyết định", "215", "215-QĐ/TW", "2024-12-28", "Bộ Chính trị", "quy chế làm việc của Hội đồng Lý luận")
EARLIER = document("Quyết định", "216", "216-QĐ/TW", "2020-01-02", "Bộ Chính trị", "về quy chế làm việc của Hội đồng Lý luận")
IMPLIED = {"relation": "replaces", "kind": "Quyết định", "year": "2020"}


@pytest.mark.parametrize(
    ("said", "others", "target", "candidates"),
    [
        pytest.param(IMPLIED, [EARLIER], "216-QĐ/TW@2020-01-02", 0, id="kind, year, issuer and title"),
        pytest.param(IMPLIED, [EARLIER | {"kind": "Quy định"}], "216-QĐ/TW@2020-01-02", 0, id="a kind with the same code"),
        pytest.param(IMPLIED, [EARLIER | {"issuer": "Ban Bí thư"}], None, 0, id="another issuer"),
        pytest.param(IMPLIED, [EARLIER | {"issued": "2012-01-02"}], None, 0, id="another year"),
        pytest.param(IMPLIED, [EARLIER | {"title": "về công tác cán bộ nữ"}], None, 0, id="another subject"),
        pytest.param(IMPLIED, [EARLIER, EARLIER | {"symbol": "9-QĐ/TW", "number": "9"}], None, 2, id="two that fit"),
        pytest.param(IMPLIED | {"year": ""}, [EARLIER], "216-QĐ/TW@2020-01-02", 0, id="no year told: the older one"),
        pytest.param(IMPLIED | {"year": ""}, [EARLIER | {"issued": "2025-01-02"}], None, 0, id="no year told: none is older"),
    ],
)
def test_a_predecessor_told_by_kind_and_year(said: Values, others: list[Values], target: str | None, candidates: int) -> None:
    qualifiers = {name: value for name, value in said.items() if value}
    source = Source("z.txt").document("d1", **STATUTE).say("Document:d1", "predecessor", "Quyết định 2020", qualifiers=qualifiers)
    resolution = resolved(source, *(Source(f"{at}.txt").document("d1", **other) for at, other in enumerate(others)))
    assert [(r.type, r.target, r.statements) for r in resolution.relations] == (
        [("replaces", target, (source.statements[-1],))] if target else []
    )
    assert [len(p.candidates) for p in resolution.predecessors] == ([] if target else [candidates])


def test_a_predecessor_that_another_source_names() -> None:
    source = Source("z.txt").document("d1", **STATUTE).say("Document:d1", "predecessor", "Quyết định 2020", qualifiers=IMPLIED)
    other = Source("a.txt").document("d1", **STATUTE).document("d2", **(EARLIER | {"title": ""})).relation("d1", "replaces", "d2")
    [relation] = resolved(source, other).relations
    assert {statement.predicate for statement in relation.statements} == {"replaces", "predecessor"}


def test_page_furniture_tells_nothing_of_a_document_of_the_main_text() -> None:
    news = Source("a.txt").document("d1", **QD96)
    teaser = (
        Source("b.txt")
        .document("d1", zone="boilerplate", **(QD96 | {"title": "tin khác"}))
        .document("d2", zone="boilerplate", **QD08_2018)
        .relation("d1", "replaces", "d2", zone="boilerplate")
        .holds("Trương Thị Mai", "Trưởng Ban Tổ chức Trung ương", zone="boilerplate")
    )
    resolution = resolved(news, teaser)
    assert [(d.id, d.zone, len(d.sources)) for d in resolution.documents] == [
        ("08-QĐ/TW@2018-10-25", "boilerplate", 1),
        ("96-QĐ/TW@2023-02-02", "main", 1),
    ]
    assert one(resolution, "96-QĐ/TW@2023-02-02").value("title") is None
    assert one(resolution, "08-QĐ/TW@2018-10-25").value("title") == QD08_2018["title"]
    assert resolution.relations == ()
    assert resolution.people == ()
    statement = teaser.statements[0]
    assert resolution.documents_of[statement.source, "Document:d1"] == "96-QĐ/TW@2023-02-02"


def test_an_effect_told_before_the_document_is_named_counts() -> None:
    early = (
        Source("a.txt")
        .effect("d1", "effective_from", "2023-02-10")
        .document("d1", kind="Quy định", symbol="96-QĐ/TW", issued="2023-02-02")
    )
    assert one(resolved(early), "96-QĐ/TW@2023-02-02").value("effective_from") == "2023-02-10"


def test_page_furniture_gives_no_day_to_a_document_of_the_main_text() -> None:
    main = Source("a.txt").document("d1", kind="Quy định", symbol="96-QĐ/TW")
    assert ids(resolved(main, Source("b.txt").document("d1", zone="boilerplate", **QD96))) == ["96-QĐ/TW", "96-QĐ/TW@2023-02-02"]


@pytest.mark.parametrize(("modality", "relations"), [("enacted", 1), ("reported", 1), ("planned", 0), ("draft", 0)])
def test_what_is_planned_or_drafted_makes_no_relation(modality: str, relations: int) -> None:
    source = Source("a.txt").document("d1", **QD96).document("d2", **QD08_2018)
    source.relation("d1", "replaces", "d2", modality=modality)  # type: ignore[arg-type]
    assert len(resolved(source).relations) == relations


def test_each_part_acted_on_is_a_relation_of_its_own() -> None:
    source = Source("a.txt").document("d1", **QD96).document("d2", **QD08_2018)
    source.relation("d1", "repeals", "d2", to_part="khoản 2 Điều 5; Điều 7")
    source.relation("d1", "repeals", "d2", to_part="Khoản 2  Điều 5").relation("d1", "repeals", "d2", to_part="điều 7; điều 7")
    assert [(relation.part, len(relation.statements)) for relation in resolved(source).relations] == [
        ("Khoản 2 Điều 5", 2),
        ("Điều 7", 2),
    ]


@pytest.mark.parametrize(
    ("one_says", "other_says", "people"),
    [
        pytest.param({"title": "Trưởng ban"}, {"title": "Trưởng Ban"}, ["Trương Thị Mai"], id="same position"),
        pytest.param(
            {"title": "Trưởng ban", "body": "Ban Tổ chức Trung ương"},
            {"title": "Ủy viên", "body": "Ban Tổ chức Trung ương"},
            ["Trương Thị Mai"],
            id="same body",
        ),
        pytest.param(
            {"title": "Phó Thủ tướng"}, {"title": "Phó Thủ tướng Chính phủ"}, ["Trương Thị Mai"], id="body in the title"
        ),
        pytest.param(
            {"title": "Bí thư", "body": "Tỉnh ủy Lào Cai"},
            {"title": "Chủ tịch"},
            ["Trương Thị Mai (Bí thư, Tỉnh ủy Lào Cai)", "Trương Thị Mai (Chủ tịch)"],
            id="nothing shared",
        ),
        pytest.param(
            {"title": "Bí thư", "body": "Tỉnh ủy Lào Cai"},
            {"title": "Bí thư", "body": "Tỉnh ủy Hà Tĩnh"},
            ["Trương Thị Mai (Bí thư, Tỉnh ủy Hà Tĩnh)", "Trương Thị Mai (Bí thư, Tỉnh ủy Lào Cai)"],
            id="one title at two bodies",
        ),
    ],
)
def test_which_people_are_one(one_says: Values, other_says: Values, people: list[str]) -> None:
    resolution = resolved(
        Source("a.txt").holds("Trương Thị Mai", **one_says), Source("b.txt").holds("Trương Thị Mai", **other_says)
    )
    assert [person.id for person in resolution.people] == people


def test_a_position_is_one_in_every_wording() -> None:
    [person] = resolved(lao_cai(), ha_tinh()).people
    assert [(position.title, position.body) for position in person.positions] == [
        ("Trưởng Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương")
    ]


def test_a_source_says_what_it_is() -> None:
    source = Source("a.txt").about(title="Tin", text_kind="news", published="2023-02-17")
    source.say("Source:", "event_date", "2023-02-17", qualifiers={"inferred": "year"})
    [found] = resolved(source).sources
    assert (found.names, found.title, found.text_kind, found.published) == (("a.txt",), "Tin", "news", "2023-02-17")
    assert (found.event_date, found.event_date_inferred) == ("2023-02-17", ("year",))


KINDS = st.sampled_from(["Quy định", "Quyết định", "Kế hoạch", "Luật", ""])
MAYBE = st.sampled_from
DOCUMENTS = st.builds(
    document,
    KINDS,
    MAYBE(["", "8", "08"]),
    MAYBE(["", "08-QĐ/TW", "8/QĐ-TW", "08-KH/TU", "08/2020/QĐ-UBND", "08/2020/NĐ-CP", "08/2020/QH14"]),
    MAYBE(["", "2020", "2018-10-25", "2020-03-01"]),
    MAYBE(["", "Bộ Chính trị", "Ban Chấp hành Trung ương", "UBND tỉnh Lào Cai", "UBND Lào Cai", "Tỉnh ủy Hà Tĩnh", "Hội X"]),
    MAYBE(["", "trách nhiệm nêu gương", "trách nhiệm nêu gương của cán bộ", "chế độ kiểm tra, giám sát"]),
)


@st.composite
def evidence(draw: st.DrawFn) -> list[Source]:
    sources = []
    for at in range(draw(st.integers(1, 5))):
        source = Source(f"{at}.txt")
        if draw(st.booleans()):
            source.about(published=draw(MAYBE(["2019-01-01", "2022-01-01"])), text_kind=draw(MAYBE(["news", "registry"])))
        if draw(st.booleans()):
            source.about(self_="d0")
        count = draw(st.integers(1, 3))
        for key in range(count):
            zone: ZoneKind = draw(MAYBE(["main", "main", "boilerplate"]))
            source.document(f"d{key}", zone=zone, **draw(DOCUMENTS))
            if draw(st.booleans()):
                source.say(f"Document:d{key}", "issued", draw(MAYBE(["2018-10-25", "2018-11-02"])), zone=zone)
        if count > 1:
            source.relation("d0", draw(MAYBE(["replaces", "cites"])), "d1")
        source.holds(draw(MAYBE(["A B", "C D"])), draw(MAYBE(["Bí thư", "bí thư", "Chủ tịch"])))
        sources.append(source)
    return sources


@settings(max_examples=150, deadline=None)
@given(evidence(), st.randoms(use_true_random=False))
def test_the_order_of_the_evidence_changes_nothing(sources: list[Source], chance: random.Random) -> None:
    first = resolved(*sources)
    shuffled = list(sources)
    chance.shuffle(shuffled)
    for source in shuffled:
        chance.shuffle(source.statements)
    second = resolved(*shuffled)
    assert second.documents == first.documents
    assert (second.relations, second.people, second.unsure) == (first.relations, first.people, first.unsure)
    assert (second.conflicts, second.verdicts, second.documents_of) == (first.conflicts, first.verdicts, first.documents_of)


@settings(max_examples=100, deadline=None)
@given(evidence())
def test_every_document_of_a_source_is_one_document_of_all(sources: list[Source]) -> None:
    resolution = resolved(*sources)
    assert len(set(ids(resolution))) == len(resolution.documents)
    stated = {(s.source, s.subject) for source in sources for s in source.statements if s.subject.startswith("Document:")}
    assert resolution.documents_of.keys() == stated
    assert set(resolution.documents_of.values()) == set(ids(resolution))


def test_an_old_law_that_a_source_of_those_years_tells_by_its_number_is_still_meant() -> None:
    bare = Source("z.txt").document("d1", kind="Luật", title="Đất đai").about(published="2024-05-01")
    telling = Source("a.txt").document("d1", **LAND_OF_2013).about(published="2023-06-01")
    assert resolved(bare, telling).documents_of[sha256("z.txt"), "Document:d1"] == "45/2013/QH13@2013-11-29"


def test_a_name_beside_the_number_of_that_law_is_another_law() -> None:
    bare = (
        Source("z.txt").document("d1", kind="Luật", title="Đất đai").document("d2", **LAND_OF_2013).about(published="2016-05-01")
    )
    found = resolved(bare, Source("a.txt").document("d1", **LAND_OF_2013)).documents_of
    assert re.sub("~.*", "~…", found[sha256("z.txt"), "Document:d1"]) == "Luật Đất đai~…"


@pytest.mark.parametrize(
    ("years", "several"),
    [
        pytest.param(("2014", "2019"), 1, id="within ten years"),
        pytest.param(("2000", "2022"), 2, id="laws are passed anew"),
        pytest.param(("2000", "2008", "2022"), 2, id="counted from the first"),
    ],
)
def test_a_law_that_is_known_by_its_bare_name_alone_is_one_for_some_years(years: tuple[str, ...], several: int) -> None:
    sources = [Source(f"{y}.txt").document("d1", kind="Bộ luật", title="Hàng hải").about(published=f"{y}-05-01") for y in years]
    assert len({*resolved(*sources).documents_of.values()}) == several


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        ("Quyết định số 08-QĐ/TW của Ban Chấp hành Trung ương Đảng (khóa XII)", "08-QĐ/TW@2018-10-25"),
        ("Quyết định số 08-QĐ/TW của Hội nghị Trung ương lần thứ ba khoá XIII", "08-QĐ/TW@2021-09-01"),
        ("Quyết định số 08-QĐ/TW của Trung ương khóa X", "08-QĐ/TW"),
        ("Quyết định số 08-QĐ/TW của Trung ương", "08-QĐ/TW~…"),
    ],
)
def test_a_term_tells_which_of_two_is_meant(called: str, expected: str) -> None:
    both = Source("a.txt").document("d1", **QD08_2018).document("d2", **QD08_2021)
    bare = Source("z.txt").document("d1", called, kind="Quyết định", number="08", symbol="08-QĐ/TW")
    assert re.sub("~.*", "~…", resolved(both, bare).documents_of[sha256("z.txt"), "Document:d1"]) == expected
