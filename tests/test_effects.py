"""Effect: a clause → from when to when."""

from __future__ import annotations

import pytest
from reading import HEADING, called, read


@pytest.mark.parametrize(
    ("clause", "document", "part", "begins", "ends"),
    [
        ("Thông tư này có hiệu lực thi hành kể từ ngày 15 tháng 3 năm 2024.", "9/2024/TT-BTC", None, "2024-03-15", None),
        ("Thông tư này có hiệu lực kể từ ngày ký.", "9/2024/TT-BTC", None, "2024-02-05", None),
        ("Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký.", "9/2024/TT-BTC", None, "2024-03-21", None),
        (
            "Thông tư này có hiệu lực từ ngày 01/3/2024 đến hết ngày 31/12/2025.",
            "9/2024/TT-BTC",
            None,
            "2024-03-01",
            "2025-12-31",
        ),
        ("Thông tư số 1/2010/TT-BTC hết hiệu lực từ ngày 01/7/2024.", "1/2010/TT-BTC", None, None, "2024-06-30"),
        ("Bãi bỏ Điều 4 Thông tư số 1/2010/TT-BTC kể từ ngày 01/7/2024.", "1/2010/TT-BTC", "Điều 4", None, "2024-06-30"),
        ("Điều 5 Thông tư này có hiệu lực từ ngày 01/7/2025.", "9/2024/TT-BTC", "Điều 5", "2025-07-01", None),
        ("Thông tư có hiệu lực kể ngày ký.", "9/2024/TT-BTC", None, "2024-02-05", None),
        ("Thông tư này có hiệu lực kể từ ngày ký ban hành.", "9/2024/TT-BTC", None, "2024-02-05", None),
        ("Thông tư này có hiệu lực đến hết ngày 31/12/2025.", "9/2024/TT-BTC", None, None, "2025-12-31"),
        ("Quy định tại khoản 2 Điều 3 có hiệu lực từ ngày 01/7/2025.", "9/2024/TT-BTC", "khoản 2 Điều 3", "2025-07-01", None),
        (
            "Quy định về hoa cảnh sẽ có hiệu lực thực hiện từ ngày 01/7/2025.",
            *("9/2024/TT-BTC", "Quy định về hoa cảnh sẽ", "2025-07-01", None),
        ),
        (
            "Các quy định sau đây có hiệu lực từ ngày 01/7/2025:\na) Khoản 1 Điều 2;\nb) Quy định về hoa tại Điều 5.\nĐiều 10. Khác",
            *("9/2024/TT-BTC", "khoản 1 Điều 2; Điều 5", "2025-07-01", None),
        ),
        (
            "2. Quy định về hoa tại Điều 5 của Thông tư này được thực hiện từ ngày 01/7/2025.",
            *("9/2024/TT-BTC", "Điều 5", "2025-07-01", None),
        ),
        ("Thông tư số 1/2010/TT-BTC chấm dứt hiệu lực vào ngày 31/12/2024.", "1/2010/TT-BTC", None, None, "2024-12-31"),
        ("Từ ngày 01/7/2024, Thông tư số 1/2010/TT-BTC hết hiệu lực.", "1/2010/TT-BTC", None, None, "2024-06-30"),
    ],
)
def test_clauses_of_a_regulation(clause: str, document: str, part: str | None, begins: str | None, ends: str | None) -> None:
    found = read(HEADING + "Điều 9. Hiệu lực\n" + clause)
    names = {d.id: called(d) for d in found.documents}
    assert [(names[e.document], e.part, e.begins, e.ends) for e in found.effects] == [(document, part, begins, ends)]


def test_an_effect_is_tied_to_the_document_whose_title_speaks_of_it() -> None:
    found = read(
        "Hướng dẫn số 3-HD/TW ngày 27/12/2022 của Ban Bí thư về việc thí điểm họp chi bộ trực tuyến ở vùng sâu.\n\n"
        "Quy định số 9-QĐ/TW ngày 02/02/2023 về việc đánh giá cán bộ.\n\n"
        "Việc thí điểm họp chi bộ trực tuyến có hiệu lực kể từ ngày ký đến hết ngày 30/6/2025."
    )
    [effect] = found.effects
    assert (effect.document, effect.begins, effect.ends) == ("d1", "2022-12-27", "2025-06-30")


@pytest.mark.parametrize(
    "clause",
    [
        "Trường hợp đã nộp hồ sơ trước ngày Thông tư này có hiệu lực thi hành thì áp dụng quy định cũ.",
        "Thông tư này áp dụng từ kỳ tính thuế năm 2024.",
        "Giấy phép có hiệu lực 5 năm kể từ ngày cấp.",
        "Điều 6. Giấy phép này có hiệu lực kể từ ngày ký.",
        "Quyết định xử phạt có hiệu lực kể từ ngày ký.",
        "Hợp đồng theo Luật Giá có hiệu lực từ ngày 01/7/2025.",
        "Từ ngày Thông tư này có hiệu lực đến hết ngày 31/12/2025, phí hoa giảm một nửa.",
        "Các chế độ quy định tại Điều 5 Thông tư này được thực hiện từ ngày 01/7/2025.",
        "Văn bản trái với khoản 3 Điều 7 Thông tư này hết hiệu lực từ ngày có văn bản mới.",
    ],
)
def test_what_is_no_effect(clause: str) -> None:
    assert read(HEADING + clause).effects == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ngưng hiệu lực thi hành khoản 5 Điều 3 Thông tư số 31/2022/TT-BTC từ ngày 01/12/2022 đến hết ngày 29/12/2022.",
            ("31/2022/TT-BTC", "khoản 5 Điều 3", "2022-12-01", "2022-12-29", None, True),
        ),
        (
            "Tạm ngưng hiệu lực từ ngày 01/12/2022 đến hết ngày 29/12/2022 đối với Thông tư số 31/2022/TT-BTC.",
            ("31/2022/TT-BTC", None, "2022-12-01", "2022-12-29", None, True),
        ),
        (
            "Thông tư số 31/2022/TT-BTC bị tạm ngưng hiệu lực cho đến khi có quyết định khác của Quốc hội.",
            ("31/2022/TT-BTC", None, None, None, "có quyết định khác của quốc hội", True),
        ),
        (
            "Nghị quyết số 2/2022/QH15 về kéo dài thời hạn áp dụng Nghị quyết số 1/2017/QH14 đến hết ngày 31/12/2023.",
            ("1/2017/QH14", None, None, "2023-12-31", None, False),
        ),
        (
            "Nghị quyết số 1/2017/QH14 được tiếp tục áp dụng đến ngày 31/12/2023.",
            ("1/2017/QH14", None, None, "2023-12-31", None, False),
        ),
        (
            "Cần biết. Tiếp tục thực hiện Hướng dẫn số 3-HD/TW ngày 27/12/2022 cho đến khi có quy định, hướng dẫn mới.",
            ("3-HD/TW", None, None, None, "có quy định, hướng dẫn mới", False),
        ),
        (
            "Hướng dẫn số 3-HD/TW có hiệu lực từ ngày 27/12/2022 cho đến khi có văn bản thay thế.",
            ("3-HD/TW", None, "2022-12-27", None, "có văn bản thay thế", False),
        ),
        (
            "Quy định số 4-QĐ/TW có hiệu lực từ ngày 01/3/2020 cho đến khi Trung ương có quy định mới.",
            ("4-QĐ/TW", None, "2020-03-01", None, "trung ương có quy định mới", False),
        ),
        (
            "Nghị quyết số 1/2017/QH14 được tiếp tục thực hiện cho đến khi Luật Hoa được sửa đổi, bổ sung.",
            ("1/2017/QH14", None, None, None, "luật hoa được sửa đổi, bổ sung", False),
        ),
        ("Cán bộ tiếp tục thực hiện theo quy định tại Nghị định số 1/2010/NĐ-CP đến hết ngày 31/12/2023.", None),
        ("Trường hợp kéo dài thời hạn áp dụng Nghị định số 1/2010/NĐ-CP đến hết ngày 01/01/2030 thì bộ báo cáo.", None),
        ("Đề xuất tạm ngưng hiệu lực Nghị định số 1/2010/NĐ-CP từ ngày 01/01/2030.", None),
        ("Chấp hành viên tạm đình chỉ thi hành án theo Luật Phá sản 2014 đến ngày 01/01/2030.", None),
    ],
)
def test_suspended_or_going_on(text: str, said: tuple[str, str | None, str | None, str | None, str | None, bool] | None) -> None:
    found = read(text)
    names = {d.id: called(d) for d in found.documents}
    effects = [(names[e.document], e.part, e.begins, e.ends, e.until and e.until.lower(), e.suspended) for e in found.effects]
    assert effects == ([said] if said else [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Thông tư số 1/2025/TT-BTC thay thế Thông tư số 105/2020/TT-BTC. Thông tư này có hiệu lực từ ngày 01/01/2026.",
            ("1/2025/TT-BTC", None, "2026-01-01"),
        ),
        (
            "Thông tư số 1/2025/TT-BTC thay thế Thông tư số 105/2020/TT-BTC. Thông tư có hiệu lực từ ngày 01/01/2026.",
            ("1/2025/TT-BTC", None, "2026-01-01"),
        ),
        ("Nghị quyết số 14/2025/QH15 có hiệu lực từ ngày được thông qua (ngày 7/2/2025).", ("14/2025/QH15", None, "2025-02-07")),
        (
            "Quy định số 4-QĐ/TW tại Mục 35 quy định: “Quy định này có hiệu lực từ ngày 01/3/2020”.",
            ("4-QĐ/TW", None, "2020-03-01"),
        ),
        ("Thông tư số 8/2025/TT-BTC có hiệu lực từ ngày ký ban hành (9/8/2025).", ("8/2025/TT-BTC", None, "2025-08-09")),
        ("Từ ngày 01/7/2025, Thông tư số 8/2025/TT-BTC chính thức có hiệu lực.", ("8/2025/TT-BTC", None, "2025-07-01")),
        ("Có hiệu lực từ ngày 01/7/2025, Thông tư số 8/2025/TT-BTC quy định về hoa.", ("8/2025/TT-BTC", None, "2025-07-01")),
        ("Trồng trước ngày 01/7/2025 (ngày Thông tư số 8/2025/TT-BTC có hiệu lực).", ("8/2025/TT-BTC", None, "2025-07-01")),
        ("Đến ngày Thông tư số 8/2025/TT-BTC có hiệu lực thi hành (ngày 01/7/2025).", ("8/2025/TT-BTC", None, "2025-07-01")),
        ("Theo Thông tư số 8/2025/TT-BTC (hiệu lực 01/7/2025), hoa phải đẹp.", ("8/2025/TT-BTC", None, "2025-07-01")),
        ("Thông tư số 8/2025/TT-BTC có hiệu lực ngày 01/7/2025 về hoa.", ("8/2025/TT-BTC", None, "2025-07-01")),
        (
            "Hoa được bán theo khoản 1 Điều 2 Thông tư số 8/2025/TT-BTC có hiệu lực từ ngày 01/7/2025.",
            ("8/2025/TT-BTC", None, "2025-07-01"),
        ),
        (
            "Giá hoa nêu tại Điều 3, cách tính tại Điều 5 Thông tư số 8/2025/TT-BTC (có hiệu lực từ ngày 01/7/2025).",
            ("8/2025/TT-BTC", None, "2025-07-01"),
        ),
        (
            "Cụ thể, tại Thông tư số 8/2025/TT-BTC về hoa, Bộ quy định như sau. Thông tư này có hiệu lực từ ngày 01/7/2025.",
            ("8/2025/TT-BTC", None, "2025-07-01"),
        ),
        (
            "Thông tư này quy định về hoa.\n\nThông tư số 8/2025/TT-BTC nêu rõ cách trồng hoa.\n\nThông tư này có hiệu lực từ ngày 01/7/2025.",
            ("8/2025/TT-BTC", None, "2025-07-01"),
        ),
    ],
)
def test_the_document_that_a_news_text_speaks_of(text: str, said: tuple[str, str | None, str]) -> None:
    found = read(text)
    names = {d.id: called(d) for d in found.documents}
    assert [(names[e.document], e.part, e.begins) for e in found.effects] == [said]


def starts(text: str) -> set[tuple[str, str | None, str | None, str | None]]:
    found = read(text)
    names = {d.id: called(d) for d in found.documents}
    return {(names[e.document], e.part, e.begins, e.ends) for e in found.effects}


@pytest.mark.parametrize("verb", ["cùng có", "đều chính thức có", "có"])
def test_documents_that_begin_together(verb: str) -> None:
    text = f"Luật số 1/2024/QH15, Luật số 2/2024/QH15 và Luật số 3/2024/QH15 {verb} hiệu lực từ ngày 01/7/2025."
    assert starts(text) == {(f"{n}/2024/QH15", None, "2025-07-01", None) for n in (1, 2, 3)}


def test_provisions_in_brackets_begin_together_with_other_documents() -> None:
    text = "Luật số 1/2024/QH15 và Luật số 2/2024/QH15 (Điều 3 và Điều 7) cùng có hiệu lực từ ngày 01/7/2025."
    assert starts(text) == {("1/2024/QH15", None, "2025-07-01", None), ("2/2024/QH15", "Điều 3; Điều 7", "2025-07-01", None)}


def test_documents_that_end_together() -> None:
    listed = "- Thông tư số 1/2010/TT-BTC ngày 01/02/2010 về hoa;\n- Khoản 2 Điều 3 Thông tư số 2/2010/TT-BTC ngày 01/03/2010 về cây.\n"
    assert starts(
        f"{HEADING}Điều 1. Hoa\nĐiều 2. Hiệu lực\n1. Các văn bản sau đây hết hiệu lực kể từ ngày 01/7/2024:\n{listed}"
    ) == {
        ("1/2010/TT-BTC", None, None, "2024-06-30"),
        ("2/2010/TT-BTC", "khoản 2 Điều 3", None, "2024-06-30"),
    }


def test_documents_listed_below_begin_together() -> None:
    listed = "a) Luật Hoa số 1/2024/QH15;\nb) Điều 5 Luật Cây số 2/2024/QH15 đã được sửa đổi theo Luật số 3/2024/QH15."
    for said in ("Kể từ ngày 01/7/2025, các luật sau đây có hiệu lực thi hành", "Các luật sau đây có hiệu lực từ ngày 01/7/2025"):
        assert starts(f"{said}:\n{listed}") == {
            ("1/2024/QH15", None, "2025-07-01", None),
            ("2/2024/QH15", "Điều 5", "2025-07-01", None),
        }


def test_a_revised_law_has_no_year_that_a_day_without_one_could_be_of() -> None:
    assert starts("Luật Hoa (sửa đổi) có hiệu lực thi hành từ ngày 01 tháng 7.") == set()
    assert starts("Luật Hoa năm 2030 có hiệu lực thi hành từ ngày 01 tháng 7.") == {("Luật Hoa", None, "2030-07-01", None)}


@pytest.mark.parametrize(
    "said",
    [
        "Từ ngày 01/01/2026, các Nghị quyết của Hội đồng nhân dân tỉnh sẽ hết hiệu lực thi hành gồm",
        "Các văn bản sau đây hết hiệu lực từ ngày 01/01/2026",
    ],
)
def test_documents_listed_below_end_together(said: str) -> None:
    listed = "- Nghị quyết số 1/2019/NQ-HĐND về giá đất;\n\n- Nghị quyết số 2/2020/NQ-HĐND sửa đổi Nghị quyết số 1/2019/NQ-HĐND."
    assert starts(f"{said}:\n\n{listed}") == {
        ("1/2019/NQ-HĐND", None, None, "2025-12-31"),
        ("2/2020/NQ-HĐND", None, None, "2025-12-31"),
    }


def test_what_was_amended_ends_not_what_amended_it() -> None:
    text = "Luật Giá số 1/2012/QH13 đã được sửa đổi, bổ sung theo Luật số 2/2014/QH13 hết hiệu lực từ ngày 01/7/2024."
    assert starts(text) == {("1/2012/QH13", None, None, "2024-06-30")}


def test_the_laws_in_a_title_do_not_begin_with_it() -> None:
    text = "Luật số 2/2024/QH15 ngày 01/02/2024 sửa đổi, bổ sung một số điều của Luật Giá, Luật Đầu tư, có hiệu lực từ ngày 01/7/2024."
    assert starts(text) == {("2/2024/QH15", None, "2024-07-01", None)}


def test_a_statement_that_stands_twice_is_one() -> None:
    said = "Thông tư số 8/2025/TT-BTC có hiệu lực từ ngày 01/7/2025.\n\n"
    assert len(read(said + said).effects) == 1


def test_the_day_of_publication_tells_the_year() -> None:
    said = "Thông tư số 8/2024/TT-BTC có hiệu lực từ ngày 1/1."
    assert starts(f"---\ntitle: Hoa\ndate: 2024-12-30\n---\n{said}") == {("8/2024/TT-BTC", None, "2025-01-01", None)}
    assert starts(said) == set()


@pytest.mark.parametrize(
    "said", ["ngay từ ngày ký (24/01/2025)", "ngay kể từ ngày 24/01/2025", "chính thức từ ngày 24/01/2025", "ngay khi ban hành"]
)
def test_at_once(said: str) -> None:
    text = f"Thông tư số 8/2025/TT-BTC ngày 24/01/2025 có hiệu lực {said}."
    assert starts(text) == {("8/2025/TT-BTC", None, "2025-01-24", None)}


def test_what_is_said_next_is_said_of_the_document_that_the_day_of_signing_told() -> None:
    text = (
        "Nghị định số 5/2025/NĐ-CP ngày 09/8/2025 sửa đổi Nghị định số 1/2020/NĐ-CP.\n\nNghị định số 1/2020/NĐ-CP ngày 01/02/2020 quy định về hoa."
        "\n\nNghị định này có hiệu lực kể từ ngày ký (9/8/2025). Quy định tại khoản 1 Điều 5 của Nghị định này có hiệu lực từ ngày 01/01/2026."
    )
    assert ("5/2025/NĐ-CP", "khoản 1 Điều 5", "2026-01-01", None) in starts(text)


def test_an_act_called_by_what_it_does_is_not_what_it_is_done_to() -> None:
    text = "[3] Nghị quyết tháo gỡ vướng mắc khi thi hành Luật Hoa có hiệu lực từ ngày 01/01/2026\n\n"
    assert starts(f"{text}Quốc hội thông qua Nghị quyết số 5/2025/QH15.") == {("5/2025/QH15", None, "2026-01-01", None)}
    assert starts(text) == set()


def test_what_is_applied_instead_of_another_is_in_effect() -> None:
    text = "Như vậy, cách chấm điểm theo Quy định 5-QĐ/TW năm 2025 được áp dụng từ ngày 30/8/2025 và thay thế Quy định 4-QĐ/TW."
    assert starts(text) == {("5-QĐ/TW", None, "2025-08-30", None)}
    assert starts("Mức phạt theo Quy định 5-QĐ/TW năm 2025 được áp dụng từ ngày 30/8/2025.") == set()


def test_the_document_itself_tells_the_year() -> None:
    assert starts("Thông tư số 8/2024/TT-BTC có hiệu lực từ ngày 1/7.") == {("8/2024/TT-BTC", None, "2024-07-01", None)}
    assert starts("Thông tư số 8/2024/TT-BTC có hiệu lực từ ngày 1/1.") == set()  # which may be the next year's
    assert starts("Thông tư số 8/2024/TT-BTC ngày 20/12/2024 có hiệu lực từ ngày 1/2.") == {
        ("8/2024/TT-BTC", None, "2025-02-01", None)
    }


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (
            "Nghị định số 5/2025/NĐ-CP ngày 09/8/2025 sửa đổi Nghị định số 1/2020/NĐ-CP.\n\nNghị định số 1/2020/NĐ-CP ngày 01/02/2020 quy định về hoa."
            "\n\nNghị định này có hiệu lực kể từ ngày ký (9/8/2025).",
            {("5/2025/NĐ-CP", None, "2025-08-09", None)},
        ),
        (
            "Chính phủ ban hành nghị định mới. Nghị định số 1/2020/NĐ-CP nêu rõ. Nghị định này có hiệu lực từ ngày 01/7/2025.",
            set(),
        ),
    ],
)
def test_a_document_of_another_day_is_not_the_one_spoken_of(
    text: str, begins: set[tuple[str, str | None, str | None, str | None]]
) -> None:
    assert starts(text) == begins
