"""Amending acts: the articles and items of an act → what each does to which provision."""

from __future__ import annotations

import pytest
from reading import called, read

HEAD = "CHÍNH PHỦ\n-------\nSố: 9/2024/NĐ-CP\n\nHà Nội, ngày 05 tháng 02 năm 2024\n\nNGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 1/2010/NĐ-CP\n\n"
ARTICLE = "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 1/2010/NĐ-CP\n"
END = "Điều 2. Hiệu lực\nNghị định này có hiệu lực từ ngày 01/3/2024."


def changes(text: str) -> set[tuple[str, str | None, str | None]]:
    """What the act does to the decree: kind of change, its article, the provisions; without that it amends something of it."""
    found = read(text)
    names = {d.id: called(d) for d in found.documents}
    said = {
        (r.type, r.from_part, r.to_part)
        for r in found.relations
        if (names[r.source], names[r.target]) == ("9/2024/NĐ-CP", "1/2010/NĐ-CP")
    }
    return {(act, article, part) for act, article, part in said if act != "amends" or part}


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Nội dung mới.”.\n2. Bãi bỏ khoản 3 Điều 6.\n", {("amends", "khoản 2 Điều 5"), ("repeals", "khoản 3 Điều 6")}),
        ("1. Bổ sung khoản 2a vào sau khoản 2 Điều 7 như sau:\n“2a. Mới.”.\n", {("amends", "khoản 2a Điều 7")}),
        ("1. Bổ sung điểm e vào khoản 2 Điều 7 như sau:\n“e) Mới;”.\n", {("amends", "điểm e khoản 2 Điều 7")}),
        ("1. Bổ sung Điều 5a vào sau Điều 5 như sau:\n“Điều 5a. Tên\nNội dung.”.\n", {("amends", "Điều 5a")}),
        ("1. Sửa đổi, bổ sung một số khoản của Điều 8 như sau:\na) Sửa đổi khoản 1 như sau:\n“1. Mới.”;\nb) Bãi bỏ khoản 4.\n", {("amends", "khoản 1 Điều 8"), ("repeals", "khoản 4 Điều 8")}),
        ("1. Thay cụm từ “sở” bằng cụm từ “sở, ngành” tại khoản 1 Điều 9, Điều 10.\n", {("amends", "khoản 1 Điều 9; Điều 10")}),
        ("1. Bỏ cụm từ “cấp huyện” tại Điều 9.\n", {("amends", "Điều 9")}),
        ("1. Khoản 2 Điều 5 được sửa đổi như sau:\n“2. Mới.”.\n2. Điều 6 bị bãi bỏ.\n", {("amends", "khoản 2 Điều 5"), ("repeals", "Điều 6")}),
        ("1. Bãi bỏ điểm c (iii) khoản 1 Điều 13.\n", {("repeals", "điểm c (iii) khoản 1 Điều 13")}),
        ("1. Thay đổi cách tính tại Điều 5 là việc của bộ.\n", set()),
        ("1. Bổ sung các khoản: 3, 4 và 9 vào Điều 6 như sau:\n“3. Mới.”.\n", {("amends", "khoản 3 Điều 6; khoản 4 Điều 6; khoản 9 Điều 6")}),
        ("1. Bãi bỏ các Điều: 6, 7.\n", {("repeals", "Điều 6; Điều 7")}),
        ("1. Thay thế khoản 2 và bổ sung khoản 5 Điều 17 như sau:\n“2. Mới.”.\n", {("amends", "khoản 2 Điều 17; khoản 5 Điều 17")}),
        ("1. Sửa đổi khoản 2 và bãi bỏ khoản 5 Điều 37 như sau:\n“2. Mới.”.\n", {("amends", "khoản 2 Điều 37"), ("repeals", "khoản 5 Điều 37")}),
        ("1. Sửa đổi, bổ sung điểm a; bãi bỏ điểm b khoản 2 Điều 37.\n", {("amends", "điểm a khoản 2 Điều 37"), ("repeals", "điểm b khoản 2 Điều 37")}),
        ("1. Bãi bỏ khoản 2 Điều 5; bỏ cụm từ “sở” tại khoản 3 Điều 6 và bổ sung Điều 7a.\n", {("repeals", "khoản 2 Điều 5"), ("amends", "khoản 3 Điều 6; Điều 7a")}),
        ("1. Bỏ từ “cá” tại điểm b khoản 5 Điều 12.\n2. Bỏ từ “bể” tại điểm đ khoản 3, từ “hồ” tại khoản 3a và từ “ao” tại điểm g khoản 4 Điều 74.\n", {("amends", "điểm b khoản 5 Điều 12; điểm đ khoản 3 Điều 74; khoản 3a Điều 74; điểm g khoản 4 Điều 74")}),
        ("1. Bổ sung khoản 3 Điều 5.\n2. Sửa đổi Điều 7 và khoản 2 Điều 9.\n", {("amends", "khoản 3 Điều 5; Điều 7; khoản 2 Điều 9")}),
        ("1. Thay thế Phụ lục 02 bằng Phụ lục 03 ban hành kèm theo Nghị định này.\n", {("amends", "Phụ lục 02")}),
        ("1. Bãi bỏ Điều 5 về cấp và sửa đổi giấy phép.\n", {("repeals", "Điều 5")}),
        ("1. Sửa đổi khoản 1 Điều 8 như sau:\n“1. Mới.”.\n2. Sửa đổi khoản 2 và bãi bỏ khoản 3.\n", {("amends", "khoản 1 Điều 8")}),
    ],
)  # fmt: skip
def test_items(items: str, said: set[tuple[str, str]]) -> None:
    assert changes(HEAD + ARTICLE + items + END) == {(act, "Điều 1", part) for act, part in said}


@pytest.mark.parametrize(
    ("article", "said"),
    [
        (
            "Điều 1. Sửa đổi một số nội dung của Điều 15 Nghị định số 1/2010/NĐ-CP\n1. Sửa đổi khoản 3 như sau:\n“3. Mới.”.\n2. Bãi bỏ điểm a khoản 5.\n",
            {("amends", "Điều 1", "khoản 3 Điều 15"), ("repeals", "Điều 1", "điểm a khoản 5 Điều 15")},
        ),
        (
            "Điều 1. Sửa đổi Điều 15 Nghị định số 1/2010/NĐ-CP như sau:\n“Điều 15. Tên\n1. Mới.\n2. Cũng mới.”.\n",
            {("amends", "Điều 1", "Điều 15")},
        ),
        (
            "Điều 1. Sửa đổi khoản 2 Điều 15 Nghị định số 1/2010/NĐ-CP\nĐiều 2. Sửa đổi, bổ sung Điều 20\n1. Sửa đổi khoản 1 như sau:\n“1. Mới.”.\n",
            {("amends", "Điều 1", "khoản 2 Điều 15"), ("amends", "Điều 2", "khoản 1 Điều 20")},
        ),
    ],
)  # fmt: skip
def test_items_below_an_article_that_names_one(article: str, said: set[tuple[str, str, str]]) -> None:
    assert changes(HEAD + article + END.replace("Điều 2", "Điều 9")) == said


def test_an_article_with_many_items() -> None:
    items = "".join(f"{n}. Sửa đổi Điều {n} như sau:\n“Điều {n}. Tên\nNội dung mới.”.\n" for n in range(1, 61))
    [(act, article, part)] = changes(HEAD + ARTICLE + items + END)
    assert (act, article, len(str(part).split("; "))) == ("amends", "Điều 1", 60)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("Điều 1. Sửa đổi, bổ sung, bãi bỏ một số điều của Nghị định số 1/2010/NĐ-CP\n1. Bãi bỏ khoản 3 Điều 6.\n", {("repeals", "Điều 1", "khoản 3 Điều 6")}),
        ("Điều 1. Bãi bỏ một số điều của Nghị định số 1/2010/NĐ-CP\n1. Bãi bỏ khoản 3 Điều 6.\n", {("repeals", "Điều 1", "khoản 3 Điều 6")}),
        ("Điều 1. Sửa đổi khoản 2 Điều 5 của Nghị định số 1/2010/NĐ-CP\n", {("amends", "Điều 1", "khoản 2 Điều 5")}),
        ("Điều 1. Bãi bỏ toàn bộ Nghị định số 1/2010/NĐ-CP\n", {("repeals", "Điều 1", None)}),
    ],
)  # fmt: skip
def test_headings(heading: str, said: set[tuple[str, str, str | None]]) -> None:
    assert changes(HEAD + heading + END) == said


def test_items_on_several_documents() -> None:
    found = read(
        HEAD + "Điều 9. Sửa đổi các nghị định\n1. Sửa đổi, bổ sung một số điều của Nghị định số 1/2010/NĐ-CP như sau:\n"
        "a) Sửa đổi khoản 2 Điều 5 như sau:\n“2. Mới.”;\nb) Bãi bỏ Điều 6.\n"
        "2. Sửa đổi, bổ sung một số điều của Nghị định số 2/2011/NĐ-CP như sau:\na) Sửa đổi Điều 7 như sau:\n“Điều 7. Mới.”.\n"
        + END
    )
    names = {d.id: called(d) for d in found.documents}
    assert {(names[r.target], r.type, r.from_part, r.to_part) for r in found.relations if r.to_part} == {
        ("1/2010/NĐ-CP", "amends", "khoản 1 Điều 9", "khoản 2 Điều 5"),
        ("1/2010/NĐ-CP", "repeals", "khoản 1 Điều 9", "Điều 6"),
        ("2/2011/NĐ-CP", "amends", "khoản 2 Điều 9", "Điều 7"),
    }


def test_an_act_without_number_is_not_what_it_amends() -> None:
    found = read(
        "CHÍNH PHỦ\n-------\n\nNGHỊ ĐỊNH\nVề việc sửa đổi Quy chế Đấu thầu ban hành kèm theo Nghị định số 88/1999/NĐ-CP\n\n"
        "Điều 1. Sửa đổi Quy chế ban hành kèm theo Nghị định số 88/1999/NĐ-CP.\nĐiều 2. Nghị định này có hiệu lực từ ngày 01/3/2003."
    )
    assert [(d.symbol, d.id == found.self_id) for d in found.documents] == [(None, True), ("88/1999/NĐ-CP", False)]


def test_a_heading_with_several_documents_leaves_parts_to_items_that_name_one() -> None:
    found = read(
        HEAD + "Điều 3. Sửa đổi, bổ sung một số điều của Nghị định số 1/2010/NĐ-CP và Nghị định số 2/2011/NĐ-CP\n"
        "1. Sửa đổi khoản 2 Điều 5 của Nghị định số 1/2010/NĐ-CP như sau:\n“2. Mới.”.\n" + END
    )
    names = {d.id: called(d) for d in found.documents}
    assert {(names[r.target], r.to_part) for r in found.relations if r.to_part} == {("1/2010/NĐ-CP", "khoản 2 Điều 5")}


@pytest.mark.parametrize("cue", ["Nay sửa đổi", "Sửa đổi"])
def test_an_annex_of_a_decree_is_amended(cue: str) -> None:
    found = read(
        HEAD + f"Điều 1. {cue}, bổ sung một số Điều của Quy chế đấu thầu ban hành kèm theo Nghị định số 1/2010/NĐ-CP như sau:\n"
        "1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Mới.”.\n" + END
    )
    assert ("Điều 1", "khoản 2 Điều 5") in {(r.from_part, r.to_part) for r in found.relations}


@pytest.mark.parametrize(
    "quoted",
    [
        "“Điều hành bể cá” kèm theo hồ sơ",
        "“Chương trình nuôi cá” của năm sau",
        "“Mục tiêu cao nhất là cá” không đổi",
        "“Điều 9 về bể cá” và các điều khác",
    ],
)
def test_a_quotation_amid_a_sentence_is_no_new_wording(quoted: str) -> None:
    text = (
        "BỘ Y TẾ\nSố: 5/2030/TT-BYT\nHà Nội, ngày 02 tháng 3 năm 2030\nTHÔNG TƯ\nVề bể cá\nĐiều 1. Chủ bể nhập vào phần mềm\n"
        f"{quoted} theo Thông tư này.\nĐiều 2. Thông tư này nói thêm về\ncác nội dung “một số việc”.\n"
    )
    [own] = [d for d in read(text).documents if d.symbol == "5/2030/TT-BYT"]
    assert sum(text[m.start : m.end] == "Thông tư này" for m in own.mentions) == 2


@pytest.mark.parametrize(
    ("title", "meant"),
    [
        ("Sửa đổi, bổ sung một số điều của Thông tư số 4/2029/TT-BYT về bể cá\n", 1),
        ("", 1),  # what the wording is put into is not told
    ],
)
def test_this_document_in_new_wording_is_not_the_text_itself(title: str, meant: int) -> None:
    text = (
        f"BỘ Y TẾ\nSố: 5/2030/TT-BYT\nHà Nội, ngày 02 tháng 3 năm 2030\nTHÔNG TƯ\n{title}"
        "Điều 1. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:\n“1. Bể cá được ghi theo mẫu kèm theo Thông tư này.”.\n"
        "Điều 2. Hiệu lực\nThông tư này có hiệu lực từ ngày 01/5/2030.\n"
    )
    [own] = [d for d in read(text).documents if d.symbol == "5/2030/TT-BYT"]
    assert sum(text[m.start : m.end] == "Thông tư này" for m in own.mentions) == meant
