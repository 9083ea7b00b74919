"""Who a name means, and the tables of names."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from regraph.graph.bodies import body, of_sign
from regraph.graph.comparison import fold, sign_parts, title_words, titles_agree, usual_sign

TABLE = tomllib.loads(files("regraph.graph").joinpath("bodies.toml").read_text(encoding="utf-8"))
ROWS = [*TABLE["body"], *TABLE["local"]]


def test_every_name_means_one_body() -> None:
    names = [fold(name) for row in ROWS for name in (row["name"], *row.get("aliases", ()))]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_a_row_of_the_table(row: dict[str, object]) -> None:
    name = str(row["name"])
    assert body(name).name == name
    assert "part_of" not in row or row["part_of"] in {other["name"] for other in ROWS}
    for code in row.get("codes", ()):  # type: ignore[attr-defined]
        assert name in of_sign(sign_parts(f"01-QĐ/{code}"))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ban Chấp hành Trung ương khóa XIII", "Ban Chấp hành Trung ương Đảng"),
        ("Hội nghị Trung ương lần thứ tám", "Ban Chấp hành Trung ương Đảng"),
        ("Bộ trưởng Bộ Y tế", "Bộ Y tế"),
        ("Bộ trưởng Văn hóa, Thể thao và Du lịch", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Bộ trưởng Bộ Lâm nghiệp", "Bộ Lâm nghiệp"),
        ("Trưởng ban Tổ chức Trung ương", "Ban Tổ chức Trung ương"),
        ("Uỷ ban Kiểm tra Trung ương", "Ủy ban Kiểm tra Trung ương"),
        ("UỶ BAN NHÂN DÂN TỈNH LÀO CAI", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("UBND TP. Hà Nội", "Ủy ban nhân dân thành phố Hà Nội"),
        ("UBND huyện Bát Xát, tỉnh Lào Cai", "Ủy ban nhân dân huyện Bát Xát"),
        ("Ban Thường vụ Thành ủy một", "Ban Thường vụ Thành ủy"),
        ("Chủ tịch UBND tỉnh Hà Tĩnh", "Ủy ban nhân dân tỉnh Hà Tĩnh"),
        ("Bộ Chính trị, Ban Bí thư", "Bộ Chính trị, Ban Bí thư"),
        ("Ban Bí thư, Ban Tuyên giáo và Dân vận Trung ương", "Ban Bí thư, Ban Tuyên giáo và Dân vận Trung ương"),
        ("Học viện X", "Học viện X"),
        ("Quốc hội", "Quốc hội"),
    ],
)
def test_who_a_name_means(written: str, name: str) -> None:
    assert body(written).name == name


@pytest.mark.parametrize(
    ("one", "other", "related"),
    [
        ("Bộ Chính trị", "Ban Chấp hành Trung ương Đảng", True),
        ("Bộ Chính trị", "Ban Bí thư", True),
        ("Ban Tổ chức Trung ương", "Ủy ban Kiểm tra Trung ương", False),
        ("Bộ Y tế", "Bộ Tài chính", False),
        ("Bộ Y tế", "Chính phủ", True),
        ("Bộ Y tế", "Ban Bí thư", False),
        ("UBND tỉnh Lào Cai", "UBND tỉnh Hà Tĩnh", False),
        ("UBND tỉnh Lào Cai", "UBND thành phố Lào Cai", False),
        ("UBND Lào Cai", "UBND tỉnh Lào Cai", True),
        ("UBND tỉnh Lào Cai", "Chính phủ", False),
        ("Ban Thường vụ Tỉnh ủy Lào Cai", "Tỉnh ủy Lào Cai", True),
        ("Bộ Chính trị, Ban Bí thư", "Ban Bí thư", True),
        ("Học viện X", "Bộ Y tế", True),
    ],
)
def test_who_may_be_the_issuer_of_one_document(one: str, other: str, related: bool) -> None:
    assert body(one).related(body(other)) is related
    assert body(other).related(body(one)) is related


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("96-QĐ/TW", "96/QĐ-TW", True),
        ("03-HD/TW", "3 - HD/T.Ư", True),
        ("07-QĐi/TW", "07-QĐ/TW", True),
        ("30/2020/NĐ-CP", "30/2020/nđ–cp", True),
        ("30/2020/NĐ-CP", "30/2021/NĐ-CP", False),
        ("05-HD/TW", "05-HĐ/TW", False),
        ("823-QĐ/TW", "1823-QĐ/TW", False),
        ("8-QĐ/TW", "80-QĐ/TW", False),
    ],
)
def test_which_signs_are_the_same(one: str, other: str, same: bool) -> None:
    assert (sign_parts(one) == sign_parts(other)) is same


@pytest.mark.parametrize("symbol", ["96-QĐ/TW", "05/2020/QĐ-UBND", "98/NQ-CP", "4919/VPCP-KTTH", "31/2024/QH15", "06-QĐi/TW"])
def test_a_usual_sign_stays_as_it_is(symbol: str) -> None:
    assert usual_sign(symbol) == symbol


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("về việc lấy phiếu tín nhiệm", "Lấy phiếu, tín nhiệm", True),
        ("lấy phiếu tín nhiệm đối với chức danh, chức vụ", "việc lấy phiếu tín nhiệm đối với các chức danh, chức vụ", True),
        ("lấy phiếu tín nhiệm", "sinh hoạt đảng trực tuyến", False),
        ("", "sinh hoạt đảng", False),
    ],
)
def test_which_titles_are_wordings_of_one(one: str, other: str, agree: bool) -> None:
    assert titles_agree(title_words(one), title_words(other)) is agree
