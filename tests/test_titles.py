"""Titles of the documents that a text cites: where they begin and end."""

from __future__ import annotations

import pytest
from reading import HEADING, called, read

DECREE = "Nghị định số 12/2024/NĐ-CP ngày 05/3/2024 của Chính phủ"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{DECREE} về nuôi cá lồng đã được ban hành.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng sẽ giúp ngư dân yên tâm.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng phải được các hộ tuân theo.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng là căn cứ để cấp phép.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng gồm 5 chương.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng nêu rõ mật độ thả.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng quy định người nuôi phải khai báo.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng được thực hiện từ năm 2025.", "nuôi cá lồng"),
        (f"Giấy phép cấp theo {DECREE} về nuôi cá lồng tiếp tục có giá trị sử dụng.", "nuôi cá lồng"),
        (f"Sửa đổi {DECREE} về nuôi cá lồng theo hướng giảm mật độ.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng; nhất là phần mật độ.", "nuôi cá lồng"),
        (f"Theo {DECREE} về nuôi cá lồng, Giám đốc Sở Thủy sản cấp giấy phép cho các hộ.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng có nội dung: “Mỗi hộ 3 lồng”.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng, theo đó mỗi hộ có 3 lồng.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng, bao gồm: thả giống, cho ăn.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng, xác định mục tiêu đến năm 2030.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng, thời gian thả giống sẽ ngắn lại.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng, người nuôi không được thả quá dày.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng; làm căn cứ để cấp phép.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng (Điều 4).", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng (Nghị định 12).", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng.[3] Hội nghị khai mạc sáng 6/3.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng năm 2024.Các hộ đã đăng ký.", "nuôi cá lồng năm 2024"),
        (f"“Toàn văn {DECREE} về nuôi cá lồng”. Báo Thủy sản", "nuôi cá lồng"),
        ("Quyết định số 12/QĐ-CTS năm 2024 về nuôi cá lồng do Cục Thủy sản ban hành", "nuôi cá lồng"),
    ],
)
def test_the_sentence_goes_on_after_a_title(text: str, title: str) -> None:
    assert read(text).documents[0].title == title


@pytest.mark.parametrize(
    "title",
    [
        "trách nhiệm nêu gương của cán bộ",
        "chính sách đối với người nuôi cá, chủ lồng bè, thợ lặn",
        "công bố thủ tục hành chính được sửa đổi, bổ sung, thay thế, bãi bỏ trong lĩnh vực thủy sản",
        "công bố thủ tục hành chính mới ban hành và bị bãi bỏ lĩnh vực thủy sản",
        "bãi bỏ một số văn bản quy phạm pháp luật do Bộ trưởng Bộ Thủy sản ban hành",
        "chuyển đổi hợp tác xã được thành lập theo Luật Hợp tác xã",
        "hỗ trợ lồng bè, giống, thức ăn trên địa bàn tỉnh Phú Yên, tỉnh Khánh Hòa và vùng lân cận",
        "hỗ trợ ngư dân (bao gồm cả thợ lặn) trên địa bàn TP.Huế",
        "phê duyệt “Đề án nuôi biển” giai đoạn 2025 - 2030",
        "hướng dẫn đo lồng bè; cách ghi nhật ký nuôi",
        "những việc người nuôi cá theo quy định không được làm",
    ],
)
def test_a_title_that_goes_on(title: str) -> None:
    assert read(f"Theo Quyết định số 12/QĐ-BTS ngày 05/3/2024 của Bộ Thủy sản về việc {title}.").documents[0].title == title


@pytest.mark.parametrize(
    "text",
    [
        f"{DECREE} “Nuôi cá lồng trên biển” đã ra đời.",
        f'{DECREE} về "Nuôi cá lồng trên biển", Thông tư số 1/2025/TT-BTS và các văn bản khác.',
        f"{DECREE} “về Nuôi cá lồng trên biển”; các xã đã nhận.",
        f"{DECREE} (về Nuôi cá lồng trên biển) được phổ biến.",
        f"{DECREE} do đồng chí Phó Thủ tướng ký về Nuôi cá lồng trên biển.",
        "Quyết định số 12/QĐ-UBND của Chủ tịch UBND tỉnh Phú Yên Lê Văn Ất về việc Nuôi cá lồng trên biển.",
        "Nghị định số 12/2024/NĐ-CP về Nuôi cá lồng ... Theo Nghị định số 12/2024/NĐ-CP về Nuôi cá lồng trên biển.",
    ],
)
def test_where_a_title_begins(text: str) -> None:
    assert read(text).documents[0].title == "Nuôi cá lồng trên biển"


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định số 168 giao thông đang được áp dụng.",
        "Bộ Thủy sản đã ký Quyết định số 12/QĐ-BTS về nuôi cá ...",
        "Nghị định số 12/2024/NĐ-CP áp dụng đối với người nuôi cá.",
        "Ban Chỉ đạo Nghị quyết số 18, ban hành Quy chế làm việc.",
        f"- Tại khoản 2 Điều 4 {DECREE} quy định về mật độ thả cá.",
        "Mẫu 3 ban hành kèm theo Nghị định số 12/2024/NĐ-CP quy định về tờ khai.",
        "Nghị định số 12/2024/NĐ-CP bổ sung quy định: mỗi hộ có 3 lồng.",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert read(text).documents[0].title is None


@pytest.mark.parametrize(
    ("text", "title", "issuer"),
    [
        ("Căn cứ Nghị định số 12/2024/NĐ-CP chống khai thác quá mức;", "chống khai thác quá mức", None),
        ("Công văn 12/CTS-NV năm 2024 nuôi cá lồng do Cục Thủy sản ban hành\n", "nuôi cá lồng", "Cục Thủy sản"),
        (
            "Nghị quyết số 12-NQ/TW ngày 5/3/2024 Hội nghị lần thứ chín Ban Chấp hành Trung ương Đảng khóa XIII về nuôi biển.",
            "nuôi biển",
            "Ban Chấp hành Trung ương Đảng",
        ),
        ("Công văn số 12/TTH-NV ngày 5/3/2024 của Thuế tỉnh Phú Yên về nuôi biển.", "nuôi biển", "Thuế tỉnh Phú Yên"),
    ],
)
def test_titles_without_about(text: str, title: str, issuer: str | None) -> None:
    [found] = read(text).documents
    assert (found.title, found.issuer) == (title, issuer)


def test_a_nested_title_ends_where_the_outer_amends_more() -> None:
    found = read(
        "Thông tư số 1/2025/TT-BTS ngày 5/3/2025 của Bộ Thủy sản sửa đổi Thông tư số 2/2020/TT-BTS ngày 6/3/2020 của Bộ Thủy sản "
        "quy định nuôi tôm và sửa đổi biểu mẫu của Thông tư số 3/2020/TT-BTS."
    )
    assert found.documents[1].title == "quy định nuôi tôm"


def test_a_named_law_bears_its_name_only() -> None:
    found = read(f"{DECREE} quy định chi tiết một số điều của Luật Thủy sản về nuôi cá lồng.")
    assert [d.title for d in found.documents] == ["quy định chi tiết một số điều của Luật Thủy sản về nuôi cá lồng", "Thủy sản"]


def test_a_title_over_wrapped_lines() -> None:
    found = read(
        HEADING + "Căn cứ Nghị định số 12/2024/NĐ-CP ngày 05/3/2024 của Chính phủ quy định chi tiết một số\n"
        "điều của Luật Thủy sản;\nĐiều 1. Một việc\n"
    )
    assert "quy định chi tiết một số điều của Luật Thủy sản" in [d.title for d in found.documents]


def test_a_list_goes_on_after_a_nested_title() -> None:
    def decree(n: int) -> str:
        return f"Nghị định số {n}/2020/NĐ-CP ngày 0{n}/3/2020 của Chính phủ"

    found = read(
        f"thay thế các {decree(1)} về cá, {decree(2)} về việc sửa đổi {decree(3)} về tôm, {decree(4)} về cua "
        f"và {decree(5)} về mực."
    )
    titles = {called(d): d.title for d in found.documents}
    assert titles["2/2020/NĐ-CP"] == f"sửa đổi {decree(3)} về tôm"
    assert (titles["4/2020/NĐ-CP"], titles["5/2020/NĐ-CP"]) == ("cua", "mực")
