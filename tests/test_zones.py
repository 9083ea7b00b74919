"""Zones: what of a page is the text and what is the page's own."""

from __future__ import annotations

import pytest

from regraph.pipeline.clean import clean
from regraph.pipeline.zones import as_zones, zones

BODY = "Điều 1. Hoa\nHoa nở."
MENU = (
    "Một quyết định\n\nDanh mục\n\nChủ đề liên quan X\n\nTừ khóa: Số hiệu, tiêu đề\n\nDự thảo\n\nTình trạng: Còn\n\nTHUỘC TÍNH\n"
)


def boilerplate(text: str) -> str:
    view = clean(text)
    return "\n".join(view.text[a:b] for a, b, kind in zones(view) if kind == "boilerplate")


@pytest.mark.parametrize(
    "line",
    [
        "Link bài viết gốc: https://a.example/b",
        "Giờ đăng: 19/08/2025 17:13",
        "Mời bạn đọc vào chuyên mục Xã hội xem các tin khác.",
        "Mùa hoa gạo ở làng bên sông 10/07/2024 07:42 Sáng nay người làng ra xem hoa.",
        "Giờ đăng bài viết gốc: 01/04/2025 21:59",
        "Ngày giờ đăng bài viết gốc: 21:59 01-04-2025",
        "https://a.example/tin/mua-hoa.html",
        "[sửa | sửa mã nguồn]",
        "MỤC LỤC VĂN BẢN",
        "VĂN PHÒNG CHÍNH PHỦ XUẤT BẢN",
        "Facebook Email",
        "NÓNG: Cách chăm hoa mai đón Tết",
        ">> Cách chăm hoa mai đón Tết",
        ">>> Xem thêm:\n\n- Hoa mai.\n\n- Hoa đào.",
        "Mới Tra cứu tên 100 loài hoa",
        "Mua bán Đất tại Lào Cai",
        "Bạn phải\n\nđăng nhập hoặc\n\nđăng ký Thành Viên\n\nĐT: (028) 123",
    ],
)
def test_lines_of_the_page(line: str) -> None:
    assert boilerplate(f"Câu đầu.\n\n{line}\n\nCâu cuối.").split() == clean(line).text.split()


@pytest.mark.parametrize(
    "line", ["MINH HOA - Thứ hai, 01/07/2024 14:35 (GMT+7)", "Theo TTXVN", "Ảnh: Minh Hoa", ">>> TẢI VỀ Mẫu đơn xin hoa"]
)
def test_lines_of_the_article(line: str) -> None:
    assert not boilerplate(f"Câu đầu.\n\n{line}\n\nCâu cuối.")


@pytest.mark.parametrize(
    "text",
    [
        "Hoa được nộp tại địa chỉ:\nhttps://hoa.example\n\nCâu cuối.",
        "Ai trồng hoa thì phải\nđăng ký\nhoa của mình với xã.",
        "Họp nhau để\nmua bán hoa theo quy định tại chợ hoa.\n\nCâu cuối.",
        "**MỤC LỤC VĂN BẢN\nCHỨA BÍ MẬT CỦA HOA**\n\nCâu cuối.",
        "**Số tờ/Số\ntrang**3\n\nCâu cuối.",
    ],
)
def test_parts_of_a_longer_line_are_no_line_of_the_page(text: str) -> None:
    assert not boilerplate(text)


def test_the_name_that_the_page_gives_a_text_is_none_of_it() -> None:
    name = "Công văn 5/CH-TH năm 2025 về hoa do Cục Hoa ban hành"
    notice = "Văn bản này chưa cập nhật nội dung Tiếng Anh"
    assert boilerplate(f"Câu đầu.\n\n{name}\n{notice}\n{name}\n") == f"{name}\n{notice}\n{name}"


@pytest.mark.parametrize(
    "end",
    ["Ghi chú\nÝ kiến\nFacebook\nEmail\nBài khác:\nHoa đào.", "TRA CỨU NHANH:\n\n- GIÁ HOA - GIÁ QUẢ\n\n- LỊCH ÂM\n TỬ VI"],
)
def test_what_the_page_puts_behind_a_text(end: str) -> None:
    assert boilerplate(f"Câu đầu.\nNguyễn Thị Hoa\n{end}") == end


def test_capitals_that_end_a_text_are_part_of_it() -> None:
    assert not boilerplate("Nơi nhận:\n- Như trên;\nTM. HỘI HOA\nCHỦ TỊCH\nNGUYỄN THỊ HOA")


def test_heads_of_printed_pages() -> None:
    head = "[[SOURCE hoa PAGE 2]]\nCÔNG BÁO/Số 8 + 9/Ngày 02-3-2024 13"
    text = f"Câu đầu nói về\n\n{head}\n\nhoa ở làng.\n"
    view = clean(text)
    assert view.text == "Câu đầu nói về hoa ở làng.\n"
    found = as_zones(view, zones(view))
    assert [(z.kind, text[z.span.start : z.span.end].strip()) for z in found] == [
        ("main", "Câu đầu nói về"),
        ("boilerplate", head),
        ("main", "hoa ở làng."),
    ]


def test_fields_above_the_page() -> None:
    assert (
        boilerplate("---\nlayout: post\ntitle: Hoa\ndate: 2024\n---\nHoa nở.") == "---\nlayout: post\ntitle: Hoa\ndate: 2024\n---"
    )


def test_menus_above_a_regulation_do_not_end_it() -> None:
    view = clean(f"{MENU}\nCăn cứ Luật Hoa;\n{BODY}\n\nTin liên quan\n\nBài khác.")
    main = [view.text[a:b] for a, b, kind in zones(view) if kind == "main"]
    assert main == [f"Căn cứ Luật Hoa;\n{BODY}"]


def test_a_related_box_ends_an_article_that_quotes_articles_above_it() -> None:
    prose = "\n".join(["Một câu dài về hoa " * 10 + "."] * 6)
    assert boilerplate(f"{prose}\nTin liên quan\n\nCăn cứ Luật Hoa;\n{BODY}").startswith("Tin liên quan")


@pytest.mark.parametrize("text", ["", " ", "\x1f", "***", "\x1c\n\x1f"])
def test_nothing_but_space_and_marks_is_no_zone(text: str) -> None:
    assert zones(clean(text)) == []
