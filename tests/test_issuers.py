"""Who issued the documents that a text cites."""

from __future__ import annotations

import pytest
from reading import called, read

from regraph.pipeline.clean import clean
from regraph.pipeline.issuers import issuer_at


@pytest.mark.parametrize(
    ("after", "name"),
    [
        ("Ủy ban nhân dân tỉnh phân cấp thẩm quyền", "Ủy ban nhân dân tỉnh"),
        ("UBND Thành phố giải trình ý kiến", "UBND Thành phố"),
        ("UBND tỉnh Lào Cai hỏi", "UBND tỉnh Lào Cai"),
        ("UBND tỉnh Lào Cai Thực hiện", "UBND tỉnh Lào Cai"),
        ("UBND thành phố Hồ Chí Minh giao", "UBND thành phố Hồ Chí Minh"),
        ("UBND thành phố Huế hỏi", "UBND thành phố Huế"),
        ("Chủ tịch UBND tỉnh Hà Giang Trần Văn Ất về", "Chủ tịch UBND tỉnh Hà Giang"),
        ("Bảo hiểm xã hội Việt Nam về", "Bảo hiểm xã hội Việt Nam"),
        ("Thống đốc NHNN về", "Thống đốc NHNN"),
        ("BHXH Việt Nam về", "BHXH Việt Nam"),
        ("Trưởng Ban Chính sách, chiến lược Trung ương về", "Trưởng Ban Chính sách, chiến lược Trung ương"),
        ("Thống đốc Ngân hàng Nhà nước Việt Nam quy định lãi suất", "Thống đốc Ngân hàng Nhà nước Việt Nam"),
        ("Trưởng Ban Tổ chức Trung ương về hồ sơ", "Trưởng Ban Tổ chức Trung ương"),
        ("Ban Thường vụ Tỉnh ủy Hà Tĩnh về đảng phí", "Ban Thường vụ Tỉnh ủy Hà Tĩnh"),
        (
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai về",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai",
        ),
        ("Sở Giao thông vận tải ban hành", "Sở Giao thông vận tải"),
        ("Sở Công Thương tỉnh Lào Cai về", "Sở Công Thương tỉnh Lào Cai"),
        ("Sở Tư pháp thẩm định", "Sở Tư pháp"),
        ("Sở GD&ĐT Hà Nội về", "Sở GD&ĐT Hà Nội"),
        ("Sở Văn hóa, Thể thao và Du lịch về", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Chủ tịch UBND TP.HCM về", "Chủ tịch UBND TP.HCM"),
        ("UBND huyện Bát Xát, tỉnh Lào Cai về", "UBND huyện Bát Xát, tỉnh Lào Cai"),
        ("Ban chỉ đạo tỉnh Lào Cai về", "Ban chỉ đạo tỉnh Lào Cai"),
        ("Chủ tịch UBND tỉnh Lào Cai Trần Văn Ất về", "Chủ tịch UBND tỉnh Lào Cai"),
        ("Chủ tịch UBND tỉnh Hà Giang về", "Chủ tịch UBND tỉnh Hà Giang"),
        ("Thủ tướng Chính phủ Lê Văn Ất về", "Thủ tướng Chính phủ"),
        ("Bộ Thủy sản, Tổng cục Hải quan về", "Bộ Thủy sản, Tổng cục Hải quan"),
        ("liên Bộ Tài chính - Y tế về", "liên Bộ Tài chính - Y tế"),
        ("Hội đồng Bầu cử quốc gia TẢI VỀ", "Hội đồng Bầu cử quốc gia"),
        ("Hội đồng Bầu cử quốc gia\nCác mốc của cuộc bầu cử", "Hội đồng Bầu cử quốc gia"),
        ("Giám đốc Sở\nY tế tại", "Giám đốc Sở Y tế"),
        ("Bộ Tài chính, Cục Thuế đang rà soát", "Bộ Tài chính"),
        ("Tổ giúp việc Ban Chỉ đạo Trung ương về hoa", "Tổ giúp việc Ban Chỉ đạo Trung ương"),
        ("Tổ công tác tỉnh Lào Cai về", "Tổ công tác tỉnh Lào Cai"),
        ("BCHTW về phân cấp", "BCHTW"),
        ("Quỹ Phát triển khoa học và công nghệ Quốc gia hết", "Quỹ Phát triển khoa học và công nghệ Quốc gia"),
        ("Ngân hàng Phát triển Việt Nam triển khai", "Ngân hàng Phát triển Việt Nam"),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI QUY ĐỊNH MỨC PHÍ", "Hội đồng nhân dân tỉnh Lào Cai"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ\nMINH VỀ PHÍ", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("ỦY BAN NHÂN DÂN TỈNH BAN HÀNH QUY CHẾ", "Ủy ban nhân dân tỉnh"),
    ],
)
def test_how_far_a_name_reaches(after: str, name: str) -> None:
    view = clean(f"của {after}")
    found = issuer_at(view, 4)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "Hội nghị lần thứ tám",
        "Trường hợp các văn bản",
        "Phòng, chống tham nhũng",
        "Bộ luật Lao động",
        "Ban hành kèm theo",
        "Hội đồng",
        "cơ quan có thẩm quyền",
        "Bộ Thủy ...",
        "ỦY BAN NHÂN DÂN TỈNH SÔNG BÉ",
        "ỦY BAN NHÂN DÂN TỈNH HÀ NAM NINH",
    ],
)
def test_what_is_no_body(text: str) -> None:
    assert issuer_at(clean(text), 0) is None


@pytest.mark.parametrize(
    ("text", "issuers"),
    [
        (
            "Bộ Thủy sản ban hành các Quyết định số 1/QĐ-BTS và số 2/QĐ-BTS.",
            {"1/QĐ-BTS": "Bộ Thủy sản", "2/QĐ-BTS": "Bộ Thủy sản"},
        ),
        (
            "Sáng nay, Chính phủ đã ban hành Nghị định số 1/2024/NĐ-CP về cá, Nghị định số 2/2024/NĐ-CP về tôm.",
            {"1/2024/NĐ-CP": "Chính phủ", "2/2024/NĐ-CP": "Chính phủ"},
        ),
        ("Quốc hội ra Nghị quyết số 1/2024/QH15.", {"1/2024/QH15": "Quốc hội"}),
        (
            "Ngày 5/3/2025, Ban Chỉ đạo tỉnh về nuôi cá và Đề án 09 ban hành Quyết định số 5/QĐ-BCĐ về lồng bè.",
            {"Đề án 09": None, "5/QĐ-BCĐ": "Ban Chỉ đạo tỉnh về nuôi cá và Đề án 09"},
        ),
        ("Luật số 1/2024/QH15 đã được Quốc hội khóa XV chính thức thông qua.", {"1/2024/QH15": "Quốc hội"}),
        ("Quyết định số 1/QĐ-CTS năm 2024 về cá do Cục Thủy sản ban hành.", {"1/QĐ-CTS": "Cục Thủy sản"}),
        (
            "Theo đề nghị của Bộ Thủy sản (Tờ trình số 1/TTr-BTS và Báo cáo số 2/BC-BTS), Chính phủ đồng ý.",
            {"1/TTr-BTS": "Bộ Thủy sản", "2/BC-BTS": "Bộ Thủy sản"},
        ),
        ("Theo đề nghị của Giám đốc Sở\nY tế tại Tờ trình số 1/TTr-SYT;", {"1/TTr-SYT": "Giám đốc Sở Y tế"}),
        ("Theo ý kiến của Bộ Y tế, Bộ Thủy sản đã có Công văn số 1/BTS-VP.", {"1/BTS-VP": "Bộ Thủy sản"}),
        ("Thay mặt Ban Bí thư, đồng chí Lê Văn Ất, Ủy viên Bộ Chính trị, ký Quy định số 1-QĐ/TW.", {"1-QĐ/TW": "Ban Bí thư"}),
        ("Theo đó, tại Quyết định số 1/QĐ-BTS, Bộ trưởng Bộ Thủy sản đã giao các cục.", {"1/QĐ-BTS": "Bộ trưởng Bộ Thủy sản"}),
        ("Tại Quyết định số 1/QĐ-TTg, Thủ tướng Chính phủ bổ nhiệm ông Lê Văn Ất.", {"1/QĐ-TTg": "Thủ tướng Chính phủ"}),
        (
            "Theo Nghị quyết số 1/NQ-UBTVQH15, Ủy ban Thường vụ Quốc hội lập hai tòa.",
            {"1/NQ-UBTVQH15": "Ủy ban Thường vụ Quốc hội"},
        ),
        ("Tại Thông báo số 1/TB-BYT về việc kết luận của ông Lê Văn Ất, Thứ trưởng Bộ Y tế.", {"1/TB-BYT": None}),
        ("Tại Công văn số 1/TCT-CS năm 2023 Tổng cục Thuế cũng hướng dẫn như sau.", {"1/TCT-CS": "Tổng cục Thuế"}),
        ("Tại Mục 5 Kết luận số 1-KL/TW năm 2024, Bộ Chính trị có kết luận về hoa.", {"1-KL/TW": "Bộ Chính trị"}),
        (
            "Bộ trưởng Bộ Thủy sản ban hành kèm theo Thông tư số 1/2024/TT-BTS quy chế nuôi cá.",
            {"1/2024/TT-BTS": "Bộ trưởng Bộ Thủy sản"},
        ),
        (
            "Ban Chỉ đạo tỉnh về nuôi cá, trồng hoa và làm vườn ban hành Kế hoạch số 1/KH-BCĐ.",
            {"1/KH-BCĐ": "Ban Chỉ đạo tỉnh về nuôi cá, trồng hoa và làm vườn"},
        ),
        ("Nghị quyết số 1/2024/QH15 ngày 02/02/2024 kỳ họp thứ 3, Quốc hội khóa XV về cá.", {"1/2024/QH15": "Quốc hội"}),
        (
            "Quyết định số 1/QĐ-BYT ngày 02/02/2024 quy định về vệ sinh bể cá của Bộ trưởng Bộ Y tế;",
            {"1/QĐ-BYT": "Bộ trưởng Bộ Y tế"},
        ),
        ("Quyết định số 1/QĐ-BYT ngày 02/02/2024 về thẩm quyền của Bộ trưởng Bộ Thủy sản;", {"1/QĐ-BYT": None}),
        (
            "- Nghị định số 1/2024/NĐ-CP ngày 02/02/2024;\n- Nghị định số 2/2024/NĐ-CP ngày 03/02/2024 của Chính phủ.",
            {"1/2024/NĐ-CP": "Chính phủ", "2/2024/NĐ-CP": "Chính phủ"},
        ),
        (
            "Kết luận số 1-KL/BCĐ ngày 02/02/2024 và Công văn số 2-CV/BCĐ ngày 03/02/2024 của Ban Chỉ đạo tỉnh Lào Cai.",
            {"1-KL/BCĐ": "Ban Chỉ đạo tỉnh Lào Cai", "2-CV/BCĐ": "Ban Chỉ đạo tỉnh Lào Cai"},
        ),
        (
            "Quy định số 1-QĐ/TW ngày 02/02/2024; Hướng dẫn số 2-HD/TW ngày 03/02/2024 của Ban Bí thư.",
            {"1-QĐ/TW": None, "2-HD/TW": "Ban Bí thư"},
        ),
        ("Theo Luật số 1/2024/QH15, Thủ tướng Chính phủ quyết định như sau.", {"1/2024/QH15": None}),
        ("Ngày 02/02/2024, Thủ tướng Chính phủ ký Nghị định số 1/2024/NĐ-CP.", {"1/2024/NĐ-CP": None}),
        ("Ngày 02/02/2024, Bộ trưởng Bộ GD&ĐT ký Thông tư số 1/2024/TT-BGDĐT.", {"1/2024/TT-BGDĐT": "Bộ trưởng Bộ GD&ĐT"}),
        ("Theo Nghị định số 1/2024/NĐ-CP, Chủ tịch UBND cấp tỉnh quyết định giao mặt nước.", {"1/2024/NĐ-CP": None}),
        ("Công bố Lệnh của Chủ tịch nước công bố Luật số 1/2024/QH15.", {"1/2024/QH15": None}),
        ("Phó Thủ tướng Lê Văn Ất ký Quyết định số 1/QĐ-TTg.", {"1/QĐ-TTg": None}),
        ("Thực hiện chỉ đạo của Thủ tướng Chính phủ tại Công văn số 1/VPCP-NN.", {"1/VPCP-NN": None}),
        ("Tại Quyết định số 1/QĐ-TTg, Thủ tướng Chính phủ điều động ông Lê Văn Ất.", {"1/QĐ-TTg": "Thủ tướng Chính phủ"}),
        ("Luật số 1/2024/QH15 được Quốc hội (khóa XV) (kỳ họp thứ 7) thông qua ngày 27/6/2024.", {"1/2024/QH15": "Quốc hội"}),
        ("Luật số 1/2024/QH15 được Quốc hội khóa XV, kỳ họp thứ 7 thông qua ngày 27/6/2024.", {"1/2024/QH15": "Quốc hội"}),
        ("Luật số 1/2024/QH15 được Quốc hội (khóa XV, kỳ họp thứ 7) thông qua.", {"1/2024/QH15": "Quốc hội"}),
        ("Luật số 1/2024/QH15 được Quốc hội tại kỳ họp thứ 7, thông qua.", {"1/2024/QH15": "Quốc hội"}),
        ("Luật Hoa do Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV thông qua.", {"Luật Hoa": "Quốc hội"}),
        ("Thông tư số 1/2024/TT-BTS Bộ Thủy sản ban hành ngày 02/02/2024 về cá.", {"1/2024/TT-BTS": "Bộ Thủy sản"}),
        ("Xét kiến nghị của Bộ Thủy sản (văn bản số 1/BTS-VP ngày 02/02/2024) về cá.", {"1/BTS-VP": "Bộ Thủy sản"}),
        ("Sau khi nghe báo cáo của Bộ Thủy sản về tình hình nuôi cá (Báo cáo số 1/BC-BTS);", {"1/BC-BTS": "Bộ Thủy sản"}),
        (
            "Theo đề nghị của Sở Thủy sản tại Tờ trình số 1/TTr-STS; của Sở Tư pháp tại Báo cáo số 2/BC-STP.",
            {"1/TTr-STS": "Sở Thủy sản", "2/BC-STP": "Sở Tư pháp"},
        ),
        (
            "Quyết định số 1/QĐ-CSĐT ngày 02/02/2024 của Cơ quan Cảnh sát điều tra về cá.",
            {"1/QĐ-CSĐT": "Cơ quan Cảnh sát điều tra"},
        ),
        (
            "Ban Bí thư Trung ương Đảng Lao động Việt Nam khóa III ra Nghị quyết số 1-NQ/TW.",
            {"1-NQ/TW": "Ban Bí thư Trung ương Đảng"},
        ),
        ("Ngày 02/02/2024, Ban Bí thư (khóa XIII) ban hành Quy định số 1-QĐ/TW.", {"1-QĐ/TW": "Ban Bí thư"}),
        ("KẾT LUẬN SỐ 1-KL/TW CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ VỀ HOA", {"1-KL/TW": "Bộ Chính trị, Ban Bí thư"}),
        (
            "Theo đề nghị của Sở Thủy sản tại các Tờ trình: số 1/TTr-STS ngày 02/02/2024 và số 2/TTr-STS ngày 03/02/2024.",
            {"1/TTr-STS": "Sở Thủy sản", "2/TTr-STS": "Sở Thủy sản"},
        ),
        ("Nghị quyết số 1-NQ/TW được Bộ Chính trị ban hành về nuôi cá.", {"1-NQ/TW": "Bộ Chính trị"}),
        ("Hướng dẫn 1-HD/BTCTW 2024 của Ban Tổ chức Trung ương về chi bộ.", {"1-HD/BTCTW": "Ban Tổ chức Trung ương"}),
        (
            "Bãi bỏ Thông tư liên tịch số 1/2005/TTLT-BYT-BTC ngày 02/02/2005 giữa Bộ Y tế và Bộ Tài chính về cá.",
            {"1/2005/TTLT-BYT-BTC": "Bộ Y tế và Bộ Tài chính"},
        ),
        ("Công văn số 1/HM ngày 02/02/2024 của Công ty Hoa Mai tại Hà Nội về thuế.", {"1/HM": "Công ty Hoa Mai tại Hà Nội"}),
        (
            "Văn bản số 1/HM của Chi nhánh Hoa Mai tại TP. Hồ Chí Minh (Chi nhánh) về việc nộp thuế.",
            {"1/HM": "Chi nhánh Hoa Mai tại TP. Hồ Chí Minh"},
        ),
        ("Công văn số 1/HM ngày 02/02/2024 của Công ty Hoa Mai tại Hội nghị về thuế.", {"1/HM": "Công ty Hoa Mai"}),
        ("Quyết định số 1/QĐ-BYT của Bộ Y tế tại Hà Nội về thuế.", {"1/QĐ-BYT": "Bộ Y tế"}),
        ("Việc nuôi cá đã được Chính phủ trình Quốc hội tại Tờ trình số 1/TTr-CP.", {"1/TTr-CP": "Chính phủ"}),
        ("Theo kết luận của Bộ Chính trị (Công văn số 1-CV/BTCTW, ngày 02/02/2024).", {"1-CV/BTCTW": None}),
        ("Các bệnh viện thuộc Bộ Y tế đạt mục tiêu tại Nghị quyết số 1-NQ/TW.", {"1-NQ/TW": None}),
    ],
)
def test_who_a_verb_says_issued_it(text: str, issuers: dict[str, str | None]) -> None:
    assert {called(d): d.issuer for d in read(text).documents} == issuers


def test_the_day_that_stands_before_the_signer_is_that_of_the_document() -> None:
    [found] = read("Ngày 02/02/2024, Thủ tướng Chính phủ ký Nghị định số 1/2024/NĐ-CP.").documents
    assert found.issued == "2024-02-02"


def test_when_a_signer_issued_it() -> None:
    [found] = read("Ngày 2/2/2024, đồng chí Lê Văn Ất, Ủy viên Bộ Chính trị, ký ban hành Quy định số 1-QĐ/TW.").documents
    assert (found.issued, found.issuer) == ("2024-02-02", None)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Quyết định số 5/2020/QĐ-UBND của UBND tỉnh Lào Cai. Ủy ban nhân dân tỉnh Lào Cai họp.", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("Quyết định số 5/2020/QĐ-UBND của UBND tỉnh Lào Cai. Ủy ban nhân dân tỉnh Hà Giang họp.", "UBND tỉnh Lào Cai"),
        ("Quyết định số 5/2020/QĐ-UBND của UBND tỉnh. Quyết định số 5/2020/QĐ-UBND của UBND tỉnh Lào Cai.", "UBND tỉnh Lào Cai"),
        ("Thông tư số 5/2020/TT-BGDĐT của Bộ GD&ĐT. Bộ Giáo dục và Đào tạo nói rõ.", "Bộ Giáo dục và Đào tạo"),
        ("Kế hoạch số 5-KH/BCĐTW của Ban Chỉ đạo Trung ương, Ủy ban nhân dân tỉnh ban hành Kế hoạch nuôi cá", "Ban Chỉ đạo Trung ương"),
        ("dự án được Thủ tướng Chính phủ giao vốn tại Quyết định số 5/QĐ-TTg là", "Thủ tướng Chính phủ"),
        ("Nghị quyết 5-NQ/TW nêu. Nghị quyết 5/NQ-CP nêu. Nghị quyết 5 của Bộ Chính trị nêu.", "Bộ Chính trị"),
        ("Kết luận 5-KL/TW của Ban Bi thư nêu. Kết luận 5-KL/TW của Ban Bí thư nêu.", "Ban Bí thư"),
        ("Các Nghị quyết của Hội đồng nhân dân tỉnh sau đây hết hiệu lực từ ngày mai: số 5/2013/NQ-HĐND về cá.", "Hội đồng nhân dân tỉnh"),
    ],
)  # fmt: skip
def test_the_name_of_an_issuer(text: str, issuer: str) -> None:
    assert read(text).documents[0].issuer == issuer


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("Ngày 12/8/1950, chính quyền tỉnh cũ ban hành Nghị định số 5/NĐ về hoa.", "1950-08-12"),
        ("Ngày 10/11, Chính phủ ban hành Nghị định số 5/2025/NĐ-CP về hoa.", "2025-11-10"),
        ("---\ndate: 2025-01-02\n---\nNgày 30/12, Thủ tướng Chính phủ ký Quyết định số 5/QĐ-TTg.", "2024-12-30"),
        ("Ngày 10/11, Chính phủ ban hành Nghị định số 5/NĐ về hoa.", None),
        ("Ngày 9-8, Phó Thủ tướng Lê Hoa thay mặt Chính phủ ký Nghị định số 5/2025/NĐ-CP về hoa.", "2025-08-09"),
        ("---\ndate: 2025-01-02\n---\nNgày 30/12, báo Hoa cho biết, Thủ tướng Chính phủ đã ký Quyết định số 5/QĐ-TTg.", None),
        ("Thông tư số 5/2025/TT-BTS có hiệu lực ngay từ ngày ký (24/01/2025).", "2025-01-24"),
        ("Nghị quyết số 5/2025/QH15 về cá. Nghị quyết này được Quốc hội khóa XV, kỳ họp thứ 9 thông qua ngày 17/5/2025.", "2025-05-17"),
        ("Nghị quyết số 5/2025/QH15 về cá được Quốc hội khóa XV, Kỳ họp thứ 9 thông qua ngày 17/5/2025.", "2025-05-17"),
        ("Nghị quyết số 5/2025/QH15 của Quốc hội thông qua ngày 17/5/2025 nêu rõ.", "2025-05-17"),
        ("Nghị quyết số 5-NQ/TW về “Nuôi cá” được Ban Chấp hành Trung ương khóa XIII ban hành ngày 16/6/2022.", "2022-06-16"),
        ("Tại Nghị quyết số 5/NQ-UBTVQH15, xã A nuôi cá.\nTại Nghị quyết số 6/NQ-UBTVQH15, xã B nuôi tôm.\nCác Nghị quyết trên có hiệu lực từ ngày được thông qua (16/6/2025).", "2025-06-16"),
        ("Nghị định số 5/2025/NĐ-CP; ngày 05 tháng 3 năm 2025 của Chính phủ", "2025-03-05"),
        ("Nghị định số 5/2025/NĐ-CP; ngày 05 tháng 3 năm 2025 các hộ phải khai báo", None),
        ("Nghị định số 5/HĐBT của Hội dồng Bộ trưởng ngày 05 tháng 3 năm 1990 về cá", "1990-03-05"),
        ("Nghị định số 5/2025/NĐ-CP của người nuôi cá ngày 05/3/2025", None),
        ("Nghị định số 5/2025/NĐ-CP ngày 05 tháng 3 năm 202 5 của Chính phủ", "2025-03-05"),
    ],
)  # fmt: skip
def test_when_it_was_issued(text: str, issued: str | None) -> None:
    assert read(text).documents[0].issued == issued


def test_a_sign_with_its_year_is_one_document_whatever_a_slip_says() -> None:
    [found] = read("Nghị quyết số 5/2015/QH13 ngày 10/6/2013. Nghị quyết số 5/2015/QH13 ngày 10/6/2015.").documents
    assert found.issued == "2015-06-10"


def test_the_prime_minister_signs_his_own_decisions_for_the_government() -> None:
    [found] = read("Phó Thủ tướng Lê Hoa thay mặt Chính phủ ký Quyết định số 5/QĐ-TTg về hoa.").documents
    assert found.issuer is None


def test_whose_name_follows_a_charter_did_not_issue_it() -> None:
    found = read("Quy định thi hành Điều lệ Đảng của Ban Chấp hành Trung ương nêu rõ.").documents
    assert [d.issuer for d in found if d.kind == "Điều lệ"] == [None]
