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
        (f"Thực hiện {DECREE} về nuôi cá lồng…", "nuôi cá lồng"),
        (f"Ban hành {DECREE} về nuôi cá lồng và các ...", None),
        (f"Căn cứ khoản 2 Điều 4 {DECREE} quy định chi tiết việc nuôi cá lồng.", "quy định chi tiết việc nuôi cá lồng"),
        ("Nghị định số 12/2024/NĐ-CP ngày ngày 05/3/2024 của Chính phủ về nuôi cá lồng.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng (Nghị định 12).", "nuôi cá lồng"),
        (f"Thực hiện {DECREE} về nuôi cá lồng, chỉ đạo của Bộ Thủy sản tại Công điện số 5/CĐ-BTS.", "nuôi cá lồng"),
        (f"Theo {DECREE} về thi hành pháp luật nuôi cá, Chỉ thị số 5-CT/TW của Ban Bí thư.", "thi hành pháp luật nuôi cá"),
        (f"Bãi bỏ Điều 4 {DECREE} sửa đổi, bổ sung một số nghị định về cá.", "sửa đổi, bổ sung một số nghị định về cá"),
        ("Nghị quyết số 12-NQ/TW được Bộ Chính trị ban hành về nuôi cá lồng.", "nuôi cá lồng"),
        (f"Thực hiện {DECREE} về nuôi cá lồng, Thông tư số 4/2025/TT-BTS đã bổ sung hai mẫu.", "nuôi cá lồng"),
        (
            f"{DECREE} về thành lập Ban Chỉ đạo nuôi biển, do đồng chí Lê Văn Ba làm Trưởng ban.",
            "thành lập Ban Chỉ đạo nuôi biển",
        ),
        ("Công văn số 12/HM của Công ty Hoa Mai tại Hà Nội về hóa đơn mua cá.", "hóa đơn mua cá"),
        (
            "Khoản 2 Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Giá quy định: một.",
            "sửa đổi, bổ sung một số điều của Luật Giá",
        ),
        (
            "Khoản 2 Điều 1 Luật số 5/2024/QH15 sửa đổi, bổ sung một số điều của Luật Giá quy định: một.",
            "sửa đổi, bổ sung một số điều của Luật Giá",
        ),
        ("Sửa đổi Phụ lục I Nghị định số 12/2024/NĐ-CP về nuôi cá lồng.", "nuôi cá lồng"),
        (f"Phụ lục I của {DECREE} về nuôi cá lồng.", "nuôi cá lồng"),
        (f"Khoản 1 Điều 8 {DECREE} về nuôi cá lồng có quy định: mỗi hộ có 3 lồng.", "nuôi cá lồng"),
        ("Theo Điều 8 Nghị định 12/2024/NĐ-CP về nuôi cá lồng có quy định: mỗi hộ có 3 lồng.", "nuôi cá lồng"),
        (f"{DECREE} quy định tổ chức dạy nghề cho người phải bỏ biển.", "quy định tổ chức dạy nghề cho người phải bỏ biển"),
        (f"{DECREE} quy định trường hợp không phải cấp phép.", "quy định trường hợp không phải cấp phép"),
        (f"{DECREE} giao các bộ phát triển nuôi cá lồng.", None),
        (
            f"{DECREE} về vốn vay của ngư dân, Hội Nghề cá Việt Nam và các chủ bè cũng được phổ biến.",
            "vốn vay của ngư dân, Hội Nghề cá Việt Nam và các chủ bè",
        ),
        (
            "Sau khi nghe Báo cáo của Cục Thủy sản về việc thả cá (Báo cáo số 4-BC/CTS, ngày 1/2/2030), hội nghị kết luận.",
            "thả cá",
        ),
        (
            "Xét Tờ trình số 4/TTr-STS của Sở Thủy sản về việc ban hành Quyết định\n“Quy định mật độ\nthả cá”; Báo cáo số 5/BC-STP",
            "ban hành Quyết định “Quy định mật độ thả cá”",
        ),
        (f"{DECREE} về nuôi cá năm 2024 và những năm tiếp theo.", "nuôi cá năm 2024 và những năm tiếp theo"),
        (
            f"Thực hiện {DECREE} về nuôi cá lồng, Sở Thủy sản (thường trực của Ban Chỉ huy phòng, chống bão) đề nghị các huyện thu lồng.",
            "nuôi cá lồng",
        ),
        ("Báo cáo số 12/BC-CTS tổng hợp ý kiến của ngư dân về cá lồng.", "tổng hợp ý kiến của ngư dân về cá lồng"),
        (
            "Thông tư số 12/2024/TT-BTS của Bộ Thủy sản tạm ngưng hiệu lực quy định về mật độ thả cá hết hiệu lực.",
            "tạm ngưng hiệu lực quy định về mật độ thả cá",
        ),
        (
            "Nghị quyết số 12/2024/QH15 về chất vấn tại kỳ họp thứ 3, Quốc hội khóa XV.",
            "chất vấn tại kỳ họp thứ 3, Quốc hội khóa XV",
        ),
        (
            "Nghị quyết số 12/NQ-UBTVQH15 của Ủy ban Thường vụ Quốc hội phê chuẩn bộ máy của hai viện.",
            "phê chuẩn bộ máy của hai viện",
        ),
        (f"{DECREE} về nuôi cá lồng.[3] Hội nghị khai mạc sáng 6/3.", "nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng năm 2024.Các hộ đã đăng ký.", "nuôi cá lồng năm 2024"),
        (f"“Toàn văn {DECREE} về nuôi cá lồng”. Báo Thủy sản", "nuôi cá lồng"),
        ("Quyết định số 12/QĐ-CTS năm 2024 về nuôi cá lồng do Cục Thủy sản ban hành", "nuôi cá lồng"),
        ("Thông tư 12/2024/TT-BCT Quy định nuôi cá lồng của Bộ trưởng Bộ Công Thương ban hành\n", "Quy định nuôi cá lồng"),
        (f"{DECREE} về nuôi cá lồng (Tờ trình số 4/TTr-CTS).", "nuôi cá lồng"),
        (
            "Thông tư sửa đổi, bổ sung Điều 3 Nghị định số 12/2024/NĐ-CP quy định mức thu phí bến cá.",
            "quy định mức thu phí bến cá",
        ),
        ("Thông tư bổ sung Điều 3 Nghị định số 12/2024/NĐ-CP quy định các hành vi bị cấm.", None),
        ("Thông tư sửa đổi Điều 3 Nghị định số 12/2024/NĐ-CP quy định mật độ thả như sau: mỗi lồng 9 con.", None),
        ("theo Điều 3 Nghị định số 12/2024/NĐ-CP quy định mức thu phí bến cá.", None),
        (
            "Khoản 2 Điều 1 Luật số 12/2024/QH15 sửa đổi, bổ sung một số điều của Luật Thủy sản.",
            "sửa đổi, bổ sung một số điều của Luật Thủy sản",
        ),
    ],
)
def test_the_sentence_goes_on_after_a_title(text: str, title: str | None) -> None:
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
        "thông qua giá bến cá giai đoạn từ ngày 01/01/2020 đến ngày 31/12/2024",
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
        f"{DECREE} Tải về về việc Nuôi cá lồng trên biển.",
        "Quyết định 12/QĐ-BTS năm 2025 **TẢI VỀ** về Nuôi cá lồng trên biển.",
        "Quyết định 12/QĐ-CTS của Cục Thủy sản Tải về về việc Nuôi cá lồng trên biển.",
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
        f"{DECREE} quy định, các hộ có bè nhỏ được thả 3 lồng.",
        f"Căn cứ khoản 2 Điều 4 {DECREE} quy định về mật độ thả cá.",
        "Nghị định số 12/2024/NĐ-CP Tải về có 5 chương.",
        "Ban Chỉ đạo thực hiện Nghị quyết số 12-NQ/TU ban hành Kế hoạch số 4-KH/BCĐ về nuôi cá.",
        "Phụ lục Công văn 12/BTS-NC về biên chế của trạm nuôi cá.",
        "Tại Phụ lục II Nghị định 12/2024/NĐ-CP về mẫu tờ khai.",
        "Khoản 1 Điều 8 Nghị định số 12/2024/NĐ-CP về việc miễn thuế cho ngư dân có quy định: “Mỗi hộ được miễn”.",
        "Khoản 1 Điều 8 Nghị định số 12/2024/NĐ-CP về miễn thuế quy định như sau: “Mỗi hộ được miễn”.",
        "Khoản 1, Điều 8, Nghị định số 12/2024/NĐ-CP quy định về mật độ thả cá.",
        "Điều 8 Nghị định số 12/2024/NĐ-CP của Chính phủ quy định người nuôi cá không phải nộp hồ sơ.",
        f"{DECREE} tạm ngưng hiệu lực từ ngày 01/6/2030.",
        "Quyết định số 12/QĐ-BTS đình chỉ thi hành cho đến ngày 01/6/2030.",
        "Ngư dân theo Nghị quyết số 12/NQ-HĐND của HĐND tỉnh tiếp tục hưởng hỗ trợ theo Nghị quyết này.",
        f"{DECREE} quy định cá nhân được miễn thuế đối với cá lồng.",
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
        (
            "Căn cứ Công văn số 12/BTS-NC ngày 5/3/2024 của Bộ Thủy sản về việc khai báo; rà soát, cấp lại giấy phép nuôi cá;",
            "khai báo; rà soát, cấp lại giấy phép nuôi cá",
            "Bộ Thủy sản",
        ),
        (
            "Nghị quyết số 12-NQ/TW ngày 5/3/2024 của Hội nghị lần thứ chín Ban Chấp hành Trung ương (khóa XIII) về nuôi biển.",
            "nuôi biển",
            "Ban Chấp hành Trung ương",
        ),
        (
            f"{DECREE} quy định nuôi tôm hùm và khai thác nước đầu vào.",
            "quy định nuôi tôm hùm và khai thác nước đầu vào",
            "Chính phủ",
        ),
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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Tờ trình số 3/TTr-CP và Đề án số 4/ĐA-CP ngày 09 tháng 5 năm 2025", ["2025-05-09"] * 2),
        ("Nghị định số 3/2020/NĐ-CP và Nghị định số 4/2020/NĐ-CP ngày 09 tháng 5 năm 2020", [None, "2020-05-09"]),
        ("Tờ trình số 3/TTr-CP và Báo cáo số 4/BC-QH ngày 09 tháng 5 năm 2020", [None, "2020-05-09"]),
    ],
)
def test_the_day_behind_two_papers(text: str, days: list[str | None]) -> None:
    assert [d.issued for d in read(text).documents] == days


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Quyết định số 1/QĐ-BTS và số 2/QĐ-BTS về nuôi cá.", ["nuôi cá", "nuôi cá"]),
        ("Quyết định số 1/QĐ-BTS ngày 05/3/2024 và Quyết định số 2/QĐ-BTS ngày 06/3/2024 của Bộ Thủy sản về nuôi cá.", ["nuôi cá"] * 2),
        ("Quyết định số 1/QĐ-BTS và Quyết định số 2/QĐ-BTS sửa đổi mức phí.", [None, "sửa đổi mức phí"]),
        ("Quyết định số 1/QĐ-BTS; Quyết định số 2/QĐ-BTS về nuôi cá.", [None, "nuôi cá"]),
        ("Quyết định số 1/QĐ-BTS và Quyết định số 2/QĐ-BTS sửa đổi một số điều của các quyết định về cá.", ["sửa đổi một số điều của các quyết định về cá"] * 2),
        ("Các Nghị định của Chính phủ: số 1/2024/NĐ-CP ngày 5/3/2024 và số 2/2024/NĐ-CP ngày 6/3/2024 về nuôi cá.", ["nuôi cá"] * 2),
        ("bởi Nghị định số 1/2024/NĐ-CP; số 2/2024/NĐ-CP về nuôi cá.", [None, "nuôi cá"]),
        ("Quyết định số 1/QĐ-BTS của Bộ Thủy sản và Quyết định số 2/QĐ-TTg về nuôi cá.", [None, "nuôi cá"]),
    ],
)  # fmt: skip
def test_the_title_behind_a_list(text: str, titles: list[str | None]) -> None:
    assert [d.title for d in read(text).documents] == titles


def at_first(text: str) -> str | None:
    return read(text).documents[0].title


def decree(n: int, year: int = 2020) -> str:
    return f"Nghị định số {n}/{year}/NĐ-CP ngày 0{n}/3/{year} của Chính phủ"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # no document amends a later one
        (f"theo {decree(1)} sửa đổi Nghị định số 9/2019/NĐ-CP và {decree(2, 2021)} về tôm.", "sửa đổi Nghị định số 9/2019/NĐ-CP"),
        (f"theo {decree(1)} về cá, {decree(2, 2021)} về tôm.", "cá"),
        (f"- Tại Điều 6 {decree(1)} hướng dẫn thi hành một số điều của Luật Giá và Luật Dược quy định:\n“1. …”", "hướng dẫn thi hành một số điều của Luật Giá và Luật Dược"),
        ("gửi Công văn 5-CV/BCĐ năm 2030 (Công văn 5-CV/BCĐ) về nuôi cá. Theo đó", "nuôi cá"),
        ("Quyết định số 5/QĐ-BTS đổi tên Viện Cá thành Viện Thủy sản; sau đó nhập vào Viện Biển.", "đổi tên Viện Cá thành Viện Thủy sản"),
        ("(Nghị định số 5/2020/NĐ-CP quy định 19 hành vi)", None),
        # the next one is told as the bearer is, not as what it amends
        (f"theo {decree(2)} sửa đổi Nghị định số 9/2010/NĐ-CP và {decree(1)} về tôm.", "sửa đổi Nghị định số 9/2010/NĐ-CP"),
        (f"theo {decree(2)} sửa đổi {decree(1, 2010)} và {decree(3, 2011)}.", f"sửa đổi {decree(1, 2010)} và {decree(3, 2011)}"),
        # a decree is about no circular
        (f"theo {decree(1)} về cá và Thông tư số 2/2019/TT-BTS về tôm.", "cá"),
        # all that an amending act amends
        (
            "theo Thông tư số 9/2020/TT-BTS sửa đổi Quyết định số 1/2001/QĐ-BTS về cá; Quyết định số 2/2002/QĐ-BTS về tôm; "
            "Thông tư số 3/2003/TT-BTS về cua.",
            "sửa đổi Quyết định số 1/2001/QĐ-BTS về cá; Quyết định số 2/2002/QĐ-BTS về tôm; Thông tư số 3/2003/TT-BTS về cua",
        ),
        # what it amends had been amended
        (
            f"theo {decree(3)} sửa đổi Nghị định số 1/2010/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 2/2015/NĐ-CP.",
            "sửa đổi Nghị định số 1/2010/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 2/2015/NĐ-CP",
        ),
        (f"theo {decree(3)} sửa đổi Nghị định số 1/2010/NĐ-CP được sửa đổi bởi {decree(4, 2022)}.", "sửa đổi Nghị định số 1/2010/NĐ-CP"),
        # the sentence's own act goes on
        (f"Bãi bỏ {decree(1)} về cá và bãi bỏ khoản 2 Điều 3 {decree(2, 2019)} về tôm.", "cá"),
        (f"Nội dung của {decree(1)} về cá trái với Nghị định này đều bãi bỏ.", "cá"),
        (f"Bổ sung Điều 5a vào sau Điều 5 {decree(1)} quy định về cá như sau: “Điều 5a.”", "quy định về cá"),
        # what stands before a title
        ("Quyết định số 1/QĐ-UBND ngày 05/3/2020 của UBND tỉnh Phú Yên (cũ) về việc nuôi cá.", "nuôi cá"),
        ("Quyết định số 1/QĐ-TTg của Thủ tướng Chính phủ: Về việc nuôi cá.", "nuôi cá"),
        # what titles list
        ("theo Nghị định số 1/2020/NĐ-CP quy định định mức cho các nghề: Nuôi cá, Nuôi tôm.", "quy định định mức cho các nghề: Nuôi cá, Nuôi tôm"),
        ("theo Nghị định số 1/2020/NĐ-CP quy định mức phí nuôi cá: Mỗi hộ nộp 3 triệu đồng.", None),
    ],
)  # fmt: skip
def test_a_title_in_its_sentence(text: str, title: str | None) -> None:
    assert at_first(text) == title


def test_a_note_before_a_title_tells_who_amended_the_document() -> None:
    found = read(
        "Căn cứ Nghị định số 1/2020/NĐ-CP của Chính phủ (được sửa đổi, bổ sung bởi Nghị định số 2/2022/NĐ-CP) quy định về cá."
    )
    assert found.documents[0].title == "quy định về cá"
    assert [(r.type, r.source, r.target) for r in found.relations if r.type == "amends"] == [("amends", "d2", "d1")]


@pytest.mark.parametrize(
    ("text", "title", "issuer"),
    [
        ("Quyết định số 1/2000/QĐ-BYT về tủ thuốc của Bộ trưởng Bộ Y tế.", "tủ thuốc", "Bộ trưởng Bộ Y tế"),
        ("Thông tư liên tịch số 1/2000/TTLT-BYT-BTC về tủ thuốc của Bộ Y tế và Bộ Tài chính.", "tủ thuốc", "Bộ Y tế và Bộ Tài chính"),
        ("Quyết định số 1/2000/QĐ-BYT về nhiệm vụ của Bộ trưởng Bộ Y tế.", "nhiệm vụ của Bộ trưởng Bộ Y tế", None),
        ("Quyết định số 1/2000/QĐ-BYT về tủ thuốc của Bộ trưởng Bộ Tài chính.", "tủ thuốc của Bộ trưởng Bộ Tài chính", None),
        ("Thông tư số 1/2000/TT-BYT về tủ thuốc của Bộ Y tế.", "tủ thuốc của Bộ Y tế", None),
        ("Thông tư số 1/2000/TT-BYT ngày 02/3/2000 Bộ trưởng Bộ Y tế quy định về tủ thuốc.", "quy định về tủ thuốc", "Bộ trưởng Bộ Y tế"),
        ("Thông tư số 1/2000/TT-BYT ngày 02/3/2000 của Bộ Y tế chính sách tủ thuốc.", "chính sách tủ thuốc", "Bộ Y tế"),
    ],
)  # fmt: skip
def test_the_issuer_beside_a_title(text: str, title: str, issuer: str | None) -> None:
    found = read(text).documents[0]
    assert (found.title, found.issuer) == (title, issuer)


def test_a_title_in_small_letters_goes_before_one_in_capitals() -> None:
    text = "BÃI BỎ QUYẾT ĐỊNH SỐ 9/2020/QĐ-UBND VỀ NUÔI CÁ\n\nBãi bỏ Quyết định số 9/2020/QĐ-UBND về nuôi cá."
    [found] = read(text).documents
    assert found.title == "nuôi cá"


def test_a_ministry_passes_no_law() -> None:
    law = read("Nghị định số 1/2020/NĐ-CP quy định chi tiết Luật Thủy sản ngày 05/3/2020 của Bộ Thủy sản.").documents[1]
    assert (law.issued, law.issuer) == (None, None)
