"""Laws by name: abbreviated, revised, several under one type word, and those named by what they amend."""

from __future__ import annotations

import pytest
from reading import called, read, relations

from regraph.pipeline.clean import clean
from regraph.pipeline.references import references


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("nộp theo Luật Thuế TNCN 2026 thì", "Thuế TNCN", "2026"),
        ("trái Luật Tổ chức TAND.", "Tổ chức TAND", None),
        ("Luật Phá sản sửa đổi năm 2030 cho phép", "Phá sản", "2030"),
        ("Luật Phá sản sửa đổi, bổ sung 2030 cho phép", "Phá sản", "2030"),
        ("Luật Phá sản (năm 2014) cho phép", "Phá sản", "2014"),
        ("dự thảo Luật Phá sản (sửa đổi) cho phép", "Phá sản (sửa đổi)", "sửa đổi"),
        ("Luật Xuất bản Việt Nam cho phép", "Xuất bản Việt Nam", None),
        ("theo Điều lệ Mặt trận Tổ quốc Việt Nam thì", "Mặt trận Tổ quốc Việt Nam", None),
        ("theo Điều lệ Đảng Cộng sản Việt Nam thì", "Đảng Cộng sản Việt Nam", None),
    ],
)
def test_how_a_law_is_called(text: str, name: str, year: str | None) -> None:
    found = references(clean(text))[0]
    assert (found.name, found.year) == (name, year)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("sửa đổi một số điều của Luật: Giá, Kế toán, Dược.", ["Giá", "Kế toán", "Dược"]),
        ("theo các Luật Giá, Kế toán và Dược", ["Giá", "Kế toán", "Dược"]),
        ("theo các Luật Giá, Kế toán và Luật Dược", ["Giá", "Kế toán", "Dược"]),
        ("các Luật Quản lý, sử dụng tài sản công, Giá", ["Quản lý, sử dụng tài sản công", "Giá"]),
        ("theo Luật Giá, Thanh tra Bộ xử lý", ["Giá"]),
        ("các Luật Giá, các sở và Thanh tra Bộ xử lý", ["Giá"]),
    ],
)
def test_names_under_one_type_word(text: str, names: list[str]) -> None:
    assert [r.name for r in references(clean(text))] == names


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá số 9/2030/QH16.", ["9/2030/QH16", "Luật Giá"]),
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá và Luật Dược số 9/2030/QH16.", ["9/2030/QH16", "Luật Giá", "Luật Dược"]),
        ("Căn cứ Luật Giá số 9/2030/QH16; Luật sửa đổi một số điều của Luật Giá số 9/2030/QH16.", ["9/2030/QH16", "Luật sửa đổi một số điều của Luật Giá số 9/2030/QH16"]),
        ("Luật sửa đổi Luật Giá số 9/2030/QH16, Luật Dược số 8/2030/QH16.", ["Luật sửa đổi Luật Giá số 9/2030/QH16, Luật Dược số 8/2030/QH16", "9/2030/QH16", "8/2030/QH16"]),
    ],
)  # fmt: skip
def test_whose_a_number_after_an_amended_law_is(text: str, documents: list[str]) -> None:
    assert [called(d) for d in read(text).documents] == documents


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá ngày 05/3/2030.", ["2030-03-05", None]),
        ("Luật sửa đổi Luật Giá số 9/2030/QH16, Luật Dược số 8/2030/QH16 ngày 05/3/2031.", ["2031-03-05", None, None]),
        ("Luật sửa đổi Luật Giá ngày 05/3/2030, Luật Dược ngày 06/3/2030.", [None, "2030-03-05", "2030-03-06"]),
        ("Luật sửa đổi một số điều của 9 luật về giá ngày 05/3/2030.", ["2030-03-05"]),
        (
            "Luật sửa đổi một số điều của Luật Giá ngày 05/3/2030 và Luật sửa đổi Luật Dược ngày 06/3/2030.",
            ["2030-03-05", None, "2030-03-06", None],
        ),
    ],
)
def test_whose_a_day_after_an_amended_law_is(text: str, issued: list[str | None]) -> None:
    assert [d.issued for d in read(text).documents] == issued


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("theo Luật sửa đổi một số điều của Luật Giá và Luật Dược năm 2031 (bản in).", ["Luật sửa đổi một số điều của Luật Giá và Luật Dược năm 2031", "Luật Giá", "Luật Dược"]),
        ("theo Luật sửa đổi một số điều của Luật Giá năm 2031.", ["Luật sửa đổi một số điều của Luật Giá năm 2031", "Luật Giá"]),
        ("theo Luật sửa đổi một số điều của Luật Giá 2023.", ["Luật sửa đổi một số điều của Luật Giá 2023", "Luật Giá 2023"]),
        ("Luật Giá. Theo Luật sửa đổi Luật Giá.", ["Luật Giá", "Luật sửa đổi Luật Giá"]),
    ],
)  # fmt: skip
def test_a_name_within_a_name_is_a_mention_only_where_there_is_no_other(text: str, mentions: list[str]) -> None:
    found = read(text)
    assert [text[m.start : m.end] for d in found.documents for m in d.mentions] == mentions


def test_an_amending_law_amends_each_law_of_its_name() -> None:
    found = read("theo Luật số 9/2030/QH16 sửa đổi, bổ sung một số điều của các Luật: Giá, Dược và Kế toán.")
    assert relations(found) == {("9/2030/QH16", "amends", f"Luật {name}", None) for name in ("Giá", "Dược", "Kế toán")}


def test_a_law_abbreviated_is_the_law_in_full() -> None:
    [law] = read("Luật Tổ chức VKSND năm 2014 giao việc này; Luật Tổ chức Viện kiểm sát nhân dân năm 2014 nói rõ.").documents
    assert law.title == "Tổ chức Viện kiểm sát nhân dân"


def test_a_law_by_its_first_words_is_the_one_of_the_text() -> None:
    text = "theo Luật Bầu cử thì có; Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân nói rõ."
    [law] = read(text).documents
    assert text[law.mentions[0].start : law.mentions[0].end] == "Luật Bầu cử"


def test_an_act_that_issues_a_law_is_that_law() -> None:
    found = read(
        "Căn cứ Luật số 9/2030/QH16 ngày 05/3/2030 của Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Giá."
    )
    assert [(called(d), d.title) for d in found.documents] == [
        ("9/2030/QH16", "sửa đổi, bổ sung một số điều của Luật Giá"),
        ("Luật Giá", "Giá"),
    ]
    assert relations(found) == {("9/2030/QH16", "amends", "Luật Giá", None)}


@pytest.mark.parametrize(
    "text", ["Luật bổ sung quy định về giá.", "LUẬT SƯ NƯỚC NGOÀI", "Luật sửa đổi số 9/2030/QH16 và Luật Giá số 8/2020/QH14"]
)
def test_what_is_no_amending_law_by_name(text: str) -> None:
    assert not any(r.amending for r in references(clean(text)))
