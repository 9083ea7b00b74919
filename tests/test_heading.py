"""Headings: the lines as laid out or crawled → what the document says of itself."""

from __future__ import annotations

import pytest
from reading import read

from regraph.pipeline.clean import clean
from regraph.pipeline.heading import heading

PROVINCE = (
    "**ỦY BAN NHÂN\nDÂN** TỈNH HÀ NAM\n|\n**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\n|\nSố:\n7/2025/QĐ-UBND\n|\n"
    "*Hà Nam, ngày 05\ntháng 8 năm 2025*\n|\n**QUYẾT ĐỊNH**\n\nBAN HÀNH QUY ĐỊNH\n\n"
    "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM\n\nCăn cứ Luật Giá;"
)
ASSEMBLY = (
    "ỦY BAN THƯỜNG VỤ\nQUỐC HỘI\n-----\nNghị quyết số: 1/2025/UBTVQH15\n"
    "Hà Nội, ngày 1 tháng 2 năm 2025\nNGHỊ QUYẾT\nvề một việc\n"
)
HEADLESS = (
    "Điều 1. Phạm vi\nLuật này quy định một việc.\nĐiều 2. Đối tượng\nLuật này áp dụng cho ai.\n"
    "Luật này đã được Quốc hội khóa XIII, kỳ họp thứ 6 thông qua ngày 26 tháng 11 năm 2013."
)


@pytest.mark.parametrize(
    ("text", "kind", "symbol", "issued", "issuer", "title"),
    [
        (
            "CHÍNH PHỦ\n-----\nSố: 1/2020/NĐ-CP\nHà Nội, ngày 02 tháng 3 năm 2020\n\nNGHỊ ĐỊNH\nVề một việc\n\nĐiều 1.",
            *("Nghị định", "1/2020/NĐ-CP", "2020-03-02", "Chính phủ", "một việc"),
        ),
        (PROVINCE, "Quyết định", "7/2025/QĐ-UBND", "2025-08-05", "Chủ tịch Ủy ban nhân dân tỉnh Hà Nam", "BAN HÀNH QUY ĐỊNH"),
        (ASSEMBLY, "Nghị quyết", "1/2025/UBTVQH15", "2025-02-01", "Ủy ban Thường vụ Quốc hội", "một việc"),
        (
            "LUẬT\nCỦA QUỐC HỘI SỐ 16/1999/QH10 VỀ MỘT VIỆC\n\nĐiều 1. Phạm vi",
            *("Luật", "16/1999/QH10", None, "Quốc hội", "MỘT VIỆC"),
        ),
        (
            "# BỘ LUẬT LAO ĐỘNG 2019\n# Số: 45/2019/QH14\n\nĐiều 1. Phạm vi",
            *("Bộ luật", "45/2019/QH14", None, None, "LAO ĐỘNG"),
        ),
        (HEADLESS, "Luật", None, "2013-11-26", "Quốc hội", None),
        (
            "BỘ NUÔI TRỒNG\n-----\nSố: 6/2031/TT-BNT\n\nTHÔNG TƯ\nThông tư về việc đánh số lồng bè.\n\nĐiều 1. Số",
            *("Thông tư", "6/2031/TT-BNT", None, "Bộ Nuôi trồng", "đánh số lồng bè"),
        ),
        ("QUỐC HỘI\n-----\nSố: 6/2031/QH17\n\nLUẬT\nLuật sư\n\nĐiều 1. Nghề", "Luật", "6/2031/QH17", None, "Quốc hội", "Luật sư"),
    ],
)
def test_headings(text: str, kind: str, symbol: str | None, issued: str | None, issuer: str | None, title: str | None) -> None:
    found = heading(clean(text))
    assert found is not None
    assert (found.kind, found.symbol, found.issued, found.issuer, found.title) == (kind, symbol, issued, issuer, title)


@pytest.mark.parametrize(
    "text",
    [
        "# Mẫu nào?\n\nMẫu như sau:\n\nĐỀ ÁN\nTrồng hoa\n",
        "Một bài báo về Nghị định số 1/2020/NĐ-CP.",
        "Tin vắn\n\nQuốc hội họp phiên bế mạc.",
    ],
)
def test_articles_have_none(text: str) -> None:
    assert heading(clean(text)) is None


LETTER = (
    "BỘ NUÔI TRỒNG\n-------\n|\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\nSố: 42/BNT-CT\nV/v bảo quản mật\nong mùa mưa\n|\n"
    "Hà Nội, ngày 3 tháng 11 năm 2025\n|\n\nKính gửi: Ủy ban nhân dân tỉnh Lào Cai\n\nThi hành Luật Giá.\n"
)
OFFICE = (
    "/ỦY BAN MTTQ VIỆT NAM\n\nXÃ ĐỒNG HOA\n\nBAN THƯỜNG TRỰC\n\nSố:      /KH-MTTQ-BTT\n\nKẾ HOẠCH\n\nTổ chức họp về mùa hoa\n\n"
    "năm tới và những mùa sau\n\nThực hiện Luật Giá.\n"
)
AUTHORITY = "Số: 7/NQ-UBTVQH15\n\nNGHỊ QUYẾT\n\nVề việc đặt tên\n\nỦY BAN THƯỜNG VỤ QUỐC HỘI\n\nCăn cứ Luật Giá;\n"
CAPITALS = "CỤC HẢI QUAN\n-------\nSố: 3/TB-CHQ\n\nTHÔNG BÁO\nKẾT QUẢ XÁC ĐỊNH MÃ SỐ\nCỤC TRƯỞNG CỤC HẢI QUAN\nCăn cứ Luật Giá;\n"
OLD_LAW = (
    "LUẬT\nCỦA QUỐC HỘI NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỐ 2/2004/QH11 NGÀY 15 THÁNG 6 NĂM 2004 VỀ HOA\n\nĐiều 1. Hoa"
)
TORN = (
    "ỦY\nBAN NHÂN DÂN\nTỈNH LÀO CAI\n-----\nSố: 4/QĐ-UBND\n\nQUYẾT ĐỊNH\n"
    "ĐẶT TÊN HOA CHO CÁC XÃ ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nCăn cứ Luật Giá;\n"
)
RUN_ON = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n-----\nSố: 6/QĐ-UBND\n\nQUYẾT ĐỊNH\n"
OF_THE_OFFICER = RUN_ON + "ĐẶT TÊN HOA (ĐỢT 3) CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nCăn cứ Luật Giá;\n"
TORN_OFFICER = RUN_ON + "ĐẶT TÊN HOA CHỦ TỊCH ỦY BAN NHÂN\nDÂN TỈNH LÀO CAI\nCăn cứ Luật Giá;\n"
OFFICE_OF_A_CITY = "THÀNH ỦY HÀ NỘI\n{office}\n*\nSố 12-HD/{code}\n\nHƯỚNG DẪN\nvề trồng hoa\n\nThực hiện Luật Giá;\n"
PLACELESS_OFFICER = RUN_ON + "Về việc đặt tên hoa\n\n**CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH**\n\nCăn cứ Luật Giá;\n"
MINISTER = "BỘ Y TẾ\n-----\nSố: 6/QĐ-BYT\n\nQUYẾT ĐỊNH\nVề việc đặt tên hoa\n\nBỘ TRƯỞNG BỘ Y TẾ\n\nCăn cứ Luật Giá;\n"
WITHOUT_AUTHORITY = "BỘ XÂY DỰNG\n-----\nSố: 4/2025/TT-BXD\n\nTHÔNG TƯ\nSỬA ĐỔI THÔNG TƯ SỐ 1/2020/TT-BXD CỦA BỘ TRƯỞNG BỘ XÂY DỰNG\nCăn cứ Luật Giá;\n"
OFFICE_AT_THE_CENTRE = (
    "BAN CHẤP HÀNH\nTRUNG ƯƠNG\nBAN TỔ CHỨC\n*\nSố 45-HD/BTCTW\n\nHƯỚNG DẪN\nMỘT VIỆC\n-----\nThực hiện Quy định"
)
COLUMNS = "BỘ NUÔI TRỒNG  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 8/2024/TT-BNT\n\nTHÔNG TƯ\nVề hoa\n\nĐiều 1. Hoa"
GLUED = "Số: 9/2025/NĐ-CP\n\nNGHỊ ĐỊNH Quy định về hoa\n\nCăn cứ Luật Giá;\nChính phủ ban hành Nghị định quy định về hoa.\n"
DEPARTMENT = "BỘ\nTÀI CHÍNH\nCỤC THUẾ\n-----\nSố: 56/CT-CS\nV/v tiền thuê vườn\n\nKính gửi: Thuế tỉnh Lào Cai\n"
SPACED = "QUỐC HỘI\n*****\nLuật số: 28/2004/QH 11\nHà Nội, ngày03 tháng 12 năm 2004\nLUẬT\nHOA\n\nĐiều 1. Hoa"
ONE_LINE = "CHÍNH PHỦ_______ Số: 17/2025/NĐ-CP | CỘNG HÒA XÃ HỘI\n\nNGHỊ ĐỊNH\nVề hoa\n\nChính phủ ban hành Nghị định về hoa.\n"
TWICE = "Luật số: 80/2025/QH15\n\nLUẬT CÁN BỘ\n\nCÁN BỘ\n\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật Cán bộ.\n"
OPENED = "BỘ Y TẾ\n-----\nSố: 5/VBHN-BYT\n\nQUYẾT ĐỊNH\nVỀ TRỒNG HOA\nQuyết định số 1/2008/QĐ-TTg ngày 27 tháng 10 năm 2008\n"
KINDLESS = (
    "Số: 21/2025/TT-BGDĐT\n\nQuy định về vườn hoa\n\nCăn cứ Luật Giá;\nBộ trưởng Bộ Nội vụ ban hành Thông tư quy định về hoa.\n\n"
    "Điều 1. Phạm vi\nThông tư này quy định về vườn hoa.\nĐiều 2. Hiệu lực\nThông tư này có hiệu lực.\n"
)
OFFICE_OF_THE_ASSEMBLY = "BAN CHẤP HÀNH TRUNG ƯƠNG\nĐẢNG ĐOÀN QUỐC HỘI\n\nSố 3-KH/ĐĐQH15\n\nKẾ HOẠCH\ntrồng hoa\n"
TAIL_OF_A_BODY = "Số: 5-LCT/HĐNN8\n\nLUẬT\nHOA CỦA QUỐC HỘI SỐ 5-LCT/HĐNN8 NGÀY 12/08/1991\n\nQuốc hội ban hành Luật.\n"
WIRE = "CÔNG ĐIỆN\nV/V CHỐNG RÉT CHO HOA\n\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ trưởng các Bộ;\n\nTrời rét đậm.\n"
TORN_SPEAKER = "THÔNG TƯ\nVỀ TRỒNG HOA\n\nCăn cứ Luật Giá;\nBộ trưởng Bộ\nGiáo dục và Đào tạo ban hành Thông tư về trồng hoa.\n\nĐiều 1. Hoa\n"
UNADDRESSED = "CỤC THUẾ\nTHUẾ TỈNH LÀO CAI\n-----\nSố: 15/LCA-QL\nV/v hóa đơn mua hoa\nLào Cai, ngày 02 tháng 12 năm 2025\n\nTrả lời công ty.\n"
PARTY_OFFICE = "BAN CHẤP HÀNH\nTRUNG ƯƠNG\nVĂN PHÒNG\n*\n|\nĐẢNG CỘNG\nSẢN VIỆT NAM\n|\nSố 32-TB/VPTW\n\nTHÔNG BÁO\nvề mùa hoa\n\nNgày đẹp.\n"
UNTITLED = (
    "BỘ XÂY DỰNG\n-----\nSố: 3/2025/TT-BXD\n\nTHÔNG TƯ\n\nCăn cứ Luật Giá;\n"
    "Bộ trưởng Bộ Xây dựng ban hành Thông tư quy định về vườn hoa.\n\nĐiều 1. Hoa\n"
)
TAIL = "QUỐC HỘI\n-----\nSố: 8/2000/QH10\n\nLUẬT\nSỬA ĐỔI LUẬT HOA SỐ 8/2000/QH10 NGÀY 09 THÁNG 6 NĂM 2000\n\nĐiều 1. Hoa"


@pytest.mark.parametrize(
    ("text", "kind", "symbol", "issuer", "title"),
    [
        (LETTER, "Công văn", "42/BNT-CT", "Bộ Nuôi trồng", "bảo quản mật ong mùa mưa"),
        (
            OFFICE,
            *("Kế hoạch", None, "Ban Thường trực Ủy ban MTTQ Việt Nam xã Đồng Hoa"),
            "Tổ chức họp về mùa hoa năm tới và những mùa sau",
        ),
        (AUTHORITY, "Nghị quyết", "7/NQ-UBTVQH15", "Ủy ban Thường vụ Quốc hội", "đặt tên"),
        (CAPITALS, "Thông báo", "3/TB-CHQ", "Cục Hải quan", "KẾT QUẢ XÁC ĐỊNH MÃ SỐ"),
        (OLD_LAW, "Luật", "2/2004/QH11", "Quốc hội", "HOA"),
        (TORN, "Quyết định", "4/QĐ-UBND", "Ủy ban nhân dân tỉnh Lào Cai", "ĐẶT TÊN HOA CHO CÁC XÃ"),
        (OF_THE_OFFICER, "Quyết định", "6/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", "ĐẶT TÊN HOA (ĐỢT 3)"),
        (TORN_OFFICER, "Quyết định", "6/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", "ĐẶT TÊN HOA"),
        (PLACELESS_OFFICER, "Quyết định", "6/QĐ-UBND", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", "đặt tên hoa"),
        (
            OFFICE_OF_A_CITY.format(office="BAN TỔ CHỨC", code="BTCTU"),
            *("Hướng dẫn", "12-HD/BTCTU", "Ban Tổ chức Thành ủy Hà Nội", "trồng hoa"),
        ),
        (
            OFFICE_OF_A_CITY.format(office="BAN THƯỜNG VỤ", code="TU"),
            *("Hướng dẫn", "12-HD/TU", "Ban Thường vụ Thành ủy Hà Nội", "trồng hoa"),
        ),
        (
            OFFICE_OF_A_CITY.format(office="BAN CHỈ ĐẠO", code="BCĐ"),
            *("Hướng dẫn", "12-HD/BCĐ", "Ban Chỉ đạo Thành ủy Hà Nội", "trồng hoa"),
        ),
        (MINISTER, "Quyết định", "6/QĐ-BYT", "Bộ Y tế", "đặt tên hoa"),
        (
            WITHOUT_AUTHORITY,
            *("Thông tư", "4/2025/TT-BXD", "Bộ Xây dựng"),
            "SỬA ĐỔI THÔNG TƯ SỐ 1/2020/TT-BXD CỦA BỘ TRƯỞNG BỘ XÂY DỰNG",
        ),
        (OFFICE_AT_THE_CENTRE, "Hướng dẫn", "45-HD/BTCTW", "Ban Tổ chức Trung ương", "MỘT VIỆC"),
        (COLUMNS, "Thông tư", "8/2024/TT-BNT", "Bộ Nuôi trồng", "hoa"),
        (GLUED, "Nghị định", "9/2025/NĐ-CP", "Chính phủ", "Quy định về hoa"),
        (DEPARTMENT, "Công văn", "56/CT-CS", "Cục Thuế", "tiền thuê vườn"),
        (SPACED, "Luật", "28/2004/QH11", "Quốc hội", "HOA"),
        (ONE_LINE, "Nghị định", "17/2025/NĐ-CP", "Chính phủ", "hoa"),
        (TWICE, "Luật", "80/2025/QH15", "Quốc hội", "CÁN BỘ"),
        (OPENED, "Quyết định", "5/VBHN-BYT", "Bộ Y tế", "TRỒNG HOA"),
        (KINDLESS, "Thông tư", "21/2025/TT-BGDĐT", "Bộ trưởng Bộ Nội vụ", "Quy định về vườn hoa"),
        (OFFICE_OF_THE_ASSEMBLY, "Kế hoạch", "3-KH/ĐĐQH15", "Đảng đoàn Quốc hội", "trồng hoa"),
        (TAIL_OF_A_BODY, "Luật", "5-LCT/HĐNN8", "Quốc hội", "HOA"),
        (TAIL, "Luật", "8/2000/QH10", "Quốc hội", "SỬA ĐỔI LUẬT HOA"),
        (WIRE, "Công điện", None, "Thủ tướng Chính phủ", "CHỐNG RÉT CHO HOA"),
        (TORN_SPEAKER, "Thông tư", None, "Bộ trưởng Bộ Giáo dục và Đào tạo", "TRỒNG HOA"),
        (UNADDRESSED, "Công văn", "15/LCA-QL", "Thuế tỉnh Lào Cai", "hóa đơn mua hoa"),
        (PARTY_OFFICE, "Thông báo", "32-TB/VPTW", "Văn phòng Trung ương", "mùa hoa"),
        (UNTITLED, "Thông tư", "3/2025/TT-BXD", "Bộ Xây dựng", "quy định về vườn hoa"),
    ],
)
def test_layouts(text: str, kind: str, symbol: str | None, issuer: str, title: str) -> None:
    found = heading(clean(text))
    assert found is not None
    assert (found.kind, found.symbol, found.issuer, found.title) == (kind, symbol, issuer, title)


def test_the_date_is_that_nearest_to_the_kind() -> None:
    summary = "Luật Hoa có hiệu lực từ ngày 01/01/2019\n\n"
    found = heading(clean(f"{summary}QUỐC HỘI\n-----\nLuật số: 2/2018/QH14\nHà Nội, ngày 12 tháng 6 năm 2018\nLUẬT\nHOA\n"))
    assert found is not None
    assert found.issued == "2018-06-12"


@pytest.mark.parametrize(
    ("lines", "issued", "issuer"),
    [
        (
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LÀO CAI Độc lập - Tự do - Hạnh phúc\n"
            "Số: 4/2026/QĐ-UBND Lào Cai, ngày 30 tháng 6 năm 2026\nQUYẾT ĐỊNH\nvề hoa\n",
            *("2026-06-30", "Ủy ban nhân dân tỉnh Lào Cai"),
        ),
        (
            "CHÍNH PHỦ\nSố: 4/2026/NĐ-CP\nHà Nội, ng**ày 3 tháng 6 năm 2026\nNGHỊ ĐỊNH\nvề hoa\n",
            *("2026-06-03", "Chính phủ"),
        ),
        (
            "Nghị định này có hiệu lực từ ngày 01 tháng 8 năm 2026.\n\nCHÍNH PHỦ\nSố: 4/2026/NĐ-CP\n\nNGHỊ ĐỊNH\nvề hoa\n",
            *(None, "Chính phủ"),
        ),
        (
            "NGHỊ QUYẾT\nVỀ HOA\n\nQUỐC HỘI\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Hoa\nChính phủ quy định chi tiết về hoa.\n",
            *(None, "Quốc hội"),
        ),
    ],
)
def test_day_and_issuer_as_crawled(lines: str, issued: str | None, issuer: str) -> None:
    found = heading(clean(lines))
    assert found is not None
    assert (found.issued, found.issuer) == (issued, issuer)


def test_the_notices_of_the_page_are_no_heading() -> None:
    text = "Một trang tin.\n\nVăn bản liên quan\n\nTHÔNG BÁO\nvề dữ liệu khách hàng\n"
    assert heading(clean(text), 0, text.index("Văn bản liên quan")) is None


@pytest.mark.parametrize(
    ("signed", "issuer"),
    [
        ("T/M BAN BÍ THƯ", "Ban Bí thư"),
        ("T/M BỘ CHÍNH TRỊ", "Bộ Chính trị"),
        ("T/M BAN CHẤP HÀNH TRUNG ƯƠNG", "Ban Chấp hành Trung ương"),
    ],
)
def test_papers_of_the_centre_are_of_the_body_that_they_are_signed_for(signed: str, issuer: str) -> None:
    found = read(
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 9-HD/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 02 tháng 6 năm 2025\n\nHƯỚNG DẪN\nmột số vấn đề\n\n"
        f"Điều 1. Phạm vi\nHướng dẫn này có hiệu lực từ ngày ký.\n\n{signed}\nTHƯỜNG TRỰC\n\nLê Văn Bình\n"
    )
    assert found.documents[0].issuer == issuer


ARTICLES = "Điều 1. Hoa\nHoa phải đẹp.\nĐiều 2. Hiệu lực\n{kind} này có hiệu lực từ ngày 01/3/2020.\n"
TABLE = (
    "Số hiệu:\n|\n5/CH-TH\n|\nLoại văn bản:\n|\nCông văn\n|\nNơi ban hành:\n|\nCục Hoa\n|\nNgười ký:\n|\nLê Bình\n|\n"
    "Ngày ban hành:\n|\n04/11/2025\n|\nTình trạng:\n|\nĐã biết\n|\n\n"
)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        (TABLE + "Kính gửi: Công ty Hoa Mai.\n\nTrả lời về hoa.\n", ("Công văn", "5/CH-TH", "2025-11-04", "Cục Hoa")),
        (
            f"# Nghị định 3/2020/NĐ-CP về hoa\n\n> **Số hiệu**: 3/2020/NĐ-CP\n\n---\n\nCăn cứ Luật Giá;\n{ARTICLES.format(kind='Nghị định')}",
            *(("Nghị định", "3/2020/NĐ-CP", None, None),),
        ),
        (
            "Chủ tịch Lê Bình vừa ký ban hành Nghị quyết số 7-NQ/TW (ngày 02/3/2024) về hoa. Trân trọng giới thiệu toàn văn Nghị quyết số 7-NQ/TW:\n\nHoa là quốc sách.\n",
            *(("Nghị quyết", "7-NQ/TW", None, None),),
        ),
        (
            "DANH MỤC HOA\n(Ban hành kèm theo Quyết định số: 6/QĐ-UBND ngày 04/11/2025 của Ủy ban nhân dân tỉnh Lào Cai)\n\nHoa mai.\n",
            *(("Quyết định", "6/QĐ-UBND", "2025-11-04", "Ủy ban nhân dân tỉnh Lào Cai"),),
        ),
        (
            "Điều 1. Ban hành kèm theo Quyết định này Quy chế trồng hoa.\nĐiều 2. Quyết định này có hiệu lực từ ngày ký.\n\nQUY CHẾ\nTRỒNG HOA\n"
            "(Kèm theo Quyết định số 6/QĐ-UBND ngày 04/11/2025 của Ủy ban nhân dân tỉnh Lào Cai)\nĐiều 1. Quy chế này quy định về hoa.\nĐiều 2. Quy chế này.\n",
            *(("Quyết định", "6/QĐ-UBND", "2025-11-04", "Ủy ban nhân dân tỉnh Lào Cai"),),
        ),
        (
            "THÔNG TƯ\nVỀ HOA\n\nĐiều 1. Hoa\nHoa đẹp.\nĐiều 2. Hiệu lực\nThông tư số 1/2025/TT-BNV có hiệu lực kể từ ngày ký (17/1/2025).\n",
            *(("Thông tư", "1/2025/TT-BNV", "2025-01-17", None),),
        ),
        ("Phạm vi điều chỉnh\nThông tư này quy định về hoa.\n\nĐối tượng\nNgười trồng hoa.\n", ("Thông tư", None, None, None)),
        (
            "Kính gửi: Các cửa hàng hoa.\n\nCăn cứ Luật Giá;\n\nTừ ngày nhận Công văn này, giá hoa là 1 đồng.\n",
            ("Công văn", None, None, None),
        ),
        (ARTICLES.format(kind="Nghị định") + "TM. CHÍNH PHỦ\nTHỦ TƯỚNG\nLê Bình\n", ("Nghị định", None, None, "Chính phủ")),
        (
            ARTICLES.format(kind="Quyết định") + "KT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\nLê Bình\n",
            ("Quyết định", None, None, "Thủ tướng Chính phủ"),
        ),
        (ARTICLES.format(kind="Nghị định") + "THỦ TƯỚNG\nLê Bình\n", ("Nghị định", None, None, None)),
        (ARTICLES.format(kind="Thông tư") + "THỐNG ĐỐC\nLê Bình\n", ("Thông tư", None, None, None)),
        (
            "Điều 1. Phạt\nQuyết định này là quyết định phạt. Quyết định này do người phạt ký.\nĐiều 2. Ai thi hành\n"
            "Bộ trưởng chịu trách nhiệm thi hành Nghị định này.\nĐiều 3. Hiệu lực\nNghị định này có hiệu lực từ ngày 01/3/2020.\n",
            *(("Nghị định", None, None, None),),
        ),
        (
            ARTICLES.format(kind="Nghị định")
            + "DANH MỤC\nHOA ĐẸP\n(Sửa đổi Danh mục hoa kèm theo Nghị định số 1/CP), ban hành kèm theo"
            " Nghị định số 9/2002/NĐ-CP ngày 22/4/2002\n1. Hoa hồng\n",
            *(("Nghị định", "9/2002/NĐ-CP", "2002-04-22", None),),
        ),
    ],
)
def test_what_a_text_without_its_heading_tells_of_itself(text: str, own: tuple[str, ...]) -> None:
    found = read(text)
    assert found.self_id == found.documents[0].id
    itself = found.documents[0]
    assert (itself.kind, itself.symbol, itself.issued, itself.issuer) == own


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi: Công ty Hoa Mai.\n\nCục Hoa nhận được công văn số 5/HM của Công ty.\n",
        "Kính gửi: Công ty Hoa Mai.\n\nCục Hoa nhận được công văn số 5/HM của Công ty. Công văn này nêu giá hoa.\n",
        "Nghị định này quy định về hoa.\n\nNghị định số 5/2025/NĐ-CP nêu rõ cách trồng hoa.\n",
        "# Nghị định 15/2020/NĐ-CP\n\n- **Số hiệu:** 15/2020/NĐ-CP\n- **Loại văn bản:** Nghị định\n\nNội dung chính: phạt người ngắt hoa.\n",
        "## Toàn văn Nghị định số 5/2025/NĐ-CP về hoa\n\nChính phủ vừa ban hành Nghị định số 5/2025/NĐ-CP.\n\nĐiều 4. Hoa\n",
    ],
)
def test_what_is_not_the_document_itself(text: str) -> None:
    assert read(text).self_id is None


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("CHƯƠNG I", None),
        ("CHƯƠNG I TRỒNG HOA", None),
        ("PHẦN MỞ ĐẦU", None),
        ("Phần thứ nhất", None),
        ("Điều 1. Hoa", None),
        ("PHỤ LỤC", None),
        ("ĐIỀU CHỈNH GIÁ HOA", "ĐIỀU CHỈNH GIÁ HOA"),
        ("Phần mềm đếm hoa", "Phần mềm đếm hoa"),
        ("Điều 7 Nghị định 5/2024/NĐ-CP nói gì?", "Điều 7 Nghị định 5/2024/NĐ-CP nói gì?"),
    ],
)
def test_the_title_of_a_source_is_no_part_of_a_document(line: str, title: str | None) -> None:
    assert read(f"{line}\n\nHoa phải đẹp.\n").title == title
