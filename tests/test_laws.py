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
        ("dự thảo Luật Phá sản (LPS) (sửa đổi) cho phép", "Phá sản (sửa đổi)", "sửa đổi"),
        ("Luật Phá sản (LPS) cho phép", "Phá sản", None),
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


def test_a_law_whose_articles_are_meant_may_be_called_in_small_letters() -> None:
    [law] = read("Theo một số điều của luật thủy sản, Thủy sản là một ngành. Một số điều của luật hiện hành đã cũ.").documents
    assert (called(law), len(law.mentions)) == ("Luật thủy sản", 1)
    laws = read("hướng dẫn một số điều của luật thủy sản, luật kế toán và luật chuyên ngành").documents
    assert [called(law) for law in laws] == ["Luật thủy sản", "Luật kế toán"]


def test_a_revised_law_in_the_title_of_a_dated_paper_is_the_one_of_the_text() -> None:
    law, paper = read("dự án Luật Giá (sửa đổi). Báo cáo số 5/BC-BTS ngày 03/4/2030 về dự án Luật Giá (sửa đổi).").documents
    assert (len(law.mentions), paper.title) == (2, "dự án Luật Giá (sửa đổi)")


def test_an_act_that_issues_a_law_is_that_law() -> None:
    found = read(
        "Căn cứ Luật số 9/2030/QH16 ngày 05/3/2030 của Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Giá."
    )
    assert [(called(d), d.title) for d in found.documents] == [
        ("9/2030/QH16", "sửa đổi, bổ sung một số điều của Luật Giá"),
        ("Luật Giá", "Giá"),
    ]
    assert relations(found) == {("9/2030/QH16", "amends", "Luật Giá", None)}


def test_an_amending_law_that_stands_alone_amends_all_that_it_names() -> None:
    [law, *amended] = read("Quốc hội thông qua Luật sửa đổi, bổ sung một số điều của Luật Giá; Luật Dược; Luật Thuế.").documents
    assert (law.title, len(amended)) == ("sửa đổi, bổ sung một số điều của Luật Giá; Luật Dược; Luật Thuế", 3)
    listed = read("Quốc hội thông qua: Luật sửa đổi, bổ sung một số điều của Luật Giá; Luật Dược; Luật Thuế.").documents
    assert listed[0].title == "sửa đổi, bổ sung một số điều của Luật Giá"


def test_an_amending_law_that_is_the_text_itself_has_no_other_number() -> None:
    head = "QUỐC HỘI\n-------\nLuật số: 9/2030/QH16\n\nHà Nội, ngày 05 tháng 3 năm 2030\n\nLUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT GIÁ\n\n"
    found = read(f"{head}Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Giá số 5/2012/QH13.\n\nĐiều 1. Luật Giá")
    assert ("9/2030/QH16", "amends", "5/2012/QH13", None) in relations(found)


def test_the_formula_that_enacts_an_amending_law_names_the_amended_one() -> None:
    note = "Luật số 9/2030/QH16 sửa đổi Luật Giá có căn cứ sau:\n“Căn cứ Hiến pháp;\nQuốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Giá số 5/2012/QH13.”.\n"
    assert "Luật sửa đổi, bổ sung một số điều của Luật Giá" not in {called(d) for d in read(note).documents if d.symbol}
    assert {d.symbol: d.title for d in read(note).documents}["5/2012/QH13"] == "Giá"


def test_the_title_around_an_amending_law_goes_on() -> None:
    text = (
        "Nghị định số 9/2030/NĐ-CP hướng dẫn Luật sửa đổi, bổ sung một số điều của các Luật về cá và sửa đổi các Nghị định về cá"
    )
    assert read(text).documents[1].title == "sửa đổi, bổ sung một số điều của các Luật về cá"


@pytest.mark.parametrize(
    "text",
    [
        "Luật Phòng vệ biển Sửa đổi khoản 1",
        "Luật bổ sung quy định về giá.",
        "LUẬT SƯ NƯỚC NGOÀI",
        "Luật sửa đổi số 9/2030/QH16 và Luật Giá số 8/2020/QH14",
    ],
)
def test_what_is_no_amending_law_by_name(text: str) -> None:
    assert not any(r.amending for r in references(clean(text)))


_LAW = "QUỐC HỘI\n-------\nLuật số: 12/2030/QH16\n\nHà Nội, ngày 05 tháng 02 năm 2030\n\nLUẬT\nPHÁ SẢN\n\n"
_ARTICLES = (
    "Điều 1. Phạm vi điều chỉnh\nLuật này quy định về phá sản.\nĐiều 2. Áp dụng Luật Phá sản\nLuật Phá sản áp dụng cho mọi doanh nghiệp.\n"
    "Điều 9. Hiệu lực thi hành\nLuật Phá sản số 51/2014/QH13 hết hiệu lực kể từ ngày Luật này có hiệu lực.\n"
)


@pytest.mark.parametrize(
    ("text", "own", "ended"),
    [
        pytest.param(_LAW + _ARTICLES, 2, 1, id="its own name in a law is the law itself"),
        pytest.param(_ARTICLES, 0, 1, id="without a heading it is at least not the law that ends"),
    ],
)
def test_the_name_of_a_law_in_that_law_is_not_the_law_before_it(text: str, own: int, ended: int) -> None:
    found = read(text).documents
    mentions = {d.symbol: [text[m.start : m.end] for m in d.mentions] for d in found if d.symbol}
    assert mentions["51/2014/QH13"] == ["Luật Phá sản số 51/2014/QH13"] * ended
    assert mentions.get("12/2030/QH16", []).count("Luật Phá sản") == own


def test_the_name_under_the_type_word_of_a_heading_is_that_of_the_law_itself() -> None:
    own, before = read(
        "QUỐC HỘI\n-------\nSố: 12/2030/QH16\n\nHà Nội, ngày 05 tháng 02 năm 2030\n\nLUẬT\nLuật Phá sản\n\nĐiều 9. Hiệu lực\n"
        "Luật Phá sản ngày 15 tháng 6 năm 2004 hết hiệu lực kể từ ngày Luật này có hiệu lực.\n"
    ).documents
    assert (own.symbol, own.title, len(own.mentions)) == ("12/2030/QH16", "Phá sản", 3)
    assert (before.issued, len(before.mentions)) == ("2004-06-15", 1)


def test_a_name_without_a_year_is_not_the_law_that_ended_where_a_later_one_is_told_of() -> None:
    text = (
        "Luật Thuế GTGT nêu gì? Luật Thuế giá trị gia tăng 2030 có hiệu lực từ 01/7/2030. "
        "Luật Thuế giá trị gia tăng số 13/2008/QH12 hết hiệu lực. Theo Luật Thuế GTGT thì khác."
    )
    mentions = [[text[m.start : m.end] for m in d.mentions] for d in read(text).documents]
    assert mentions == [
        ["Luật Thuế GTGT", "Luật Thuế giá trị gia tăng 2030", "Luật Thuế GTGT"],
        ["Luật Thuế giá trị gia tăng số 13/2008/QH12"],
    ]
    assert len(read("Luật Phá sản nêu gì? Luật Phá sản số 51/2014/QH13 hết hiệu lực.").documents) == 1


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Số 52/2014/QH13 được nêu trước. Luật Hôn nhân và gia đình số 52/2014/QH13 có hiệu lực.", {"Luật"}),
        ("Luật Hôn nhân và gia đình số 52/2014/QH13 có hiệu lực; số 52/2014/QH13 đã được đăng.", {"Luật"}),
    ],
)
def test_a_sign_alone_tells_no_other_kind(text: str, kinds: set[str]) -> None:
    [law] = read(text).documents
    assert (law.kind, {a.value for a in law.attributes if a.name == "kind"}) == ("Luật", kinds)


@pytest.mark.parametrize(
    ("quoted", "meant"),
    [
        ("Điều 6 Luật Mật ong năm 2010 được sửa đổi như sau:\n“3. Người nuôi ong theo Luật này được hỗ trợ.”.\n", "Mật ong"),
        ("Điều 6 Luật Mật ong năm 2010 được sửa đổi như sau:\n#### “3. Người nuôi ong theo Luật này được hỗ trợ.”.\n", "Mật ong"),
        ("Điều 6 Luật Mật ong năm 2010 được nhắc đến.\nAi theo Luật này cũng được hỗ trợ.\n", "Nuôi ong"),
    ],
)
def test_what_news_quote_of_a_law_speaks_of_that_law(quoted: str, meant: str) -> None:
    text = "Luật Nuôi ong năm 2024 gồm 3 điều. Luật Nuôi ong năm 2024 có hiệu lực từ ngày 01/7/2024.\n" + quoted
    documents = read(text).documents
    at = text.index("Luật này")
    assert [d.title for d in documents for m in d.mentions if m.start == at] == [meant]


def test_codes_are_called_by_their_initials() -> None:
    text = "Bộ luật Lao động 2029 quy định rõ, theo Điều 21 BLLĐ thì trả. Xem BLHS năm 2015, không xem ABLHS hay BLHS-1."
    documents = read(text).documents
    assert [[text[m.start : m.end] for m in d.mentions] for d in documents] == [
        ["Bộ luật Lao động 2029", "BLLĐ"],
        ["BLHS năm 2015"],
    ]
