"""References: what is written → what is read."""

from __future__ import annotations

import pytest
from reading import read, relations

from regraph.pipeline.clean import clean
from regraph.pipeline.references import Reference, references


def only(text: str) -> Reference:
    [found] = references(clean(text))
    return found


@pytest.mark.parametrize(
    ("text", "kind", "symbol", "issued", "issuer"),
    [
        ("Quy định số 96-QĐ/TW, ngày 02/02/2023 của Bộ Chính trị", "Quy định", "96-QĐ/TW", "2023-02-02", "Bộ Chính trị"),
        ("Quy định số 07-QĐi/TW ngày 28-8-2018 của Bộ Chính trị khóa XII", "Quy định", "07-QĐi/TW", "2018-08-28", "Bộ Chính trị"),
        ("Quy định số 366- QĐ/TW", "Quy định", "366-QĐ/TW", None, None),
        ("Quy định số31-QĐ/TW", "Quy định", "31-QĐ/TW", None, None),
        ("Quy định sồ 31-QĐ/TW", "Quy định", "31-QĐ/TW", None, None),
        ("quyết định số 12/QĐ-BTC", "Quyết định", "12/QĐ-BTC", None, None),
        (
            "Nghị định 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
            "Nghị định",
            "30/2020/NĐ-CP",
            "2020-03-05",
            "Chính phủ",
        ),
        ("Nghị định số 45/2010/NĐ-CP ngày 21.4.2010 của Chính phủ", "Nghị định", "45/2010/NĐ-CP", "2010-04-21", "Chính phủ"),
        ("Nghị định 93/CP", "Nghị định", "93/CP", None, None),
        ("Thông tư số 34 /2019/TT-BGTVT", "Thông tư", "34/2019/TT-BGTVT", None, None),
        (
            "Thông tư số 24/2009/TT-BCA-V24 ngày 28/4/2009 của Bộ Công an",
            "Thông tư",
            "24/2009/TT-BCA-V24",
            "2009-04-28",
            "Bộ Công an",
        ),
        (
            "Thông tư số 14/2015/TT-BYT ngày 25 tháng 6 năm 2015 của Bộ trưởng Bộ Y tế",
            "Thông tư",
            "14/2015/TT-BYT",
            "2015-06-25",
            "Bộ trưởng Bộ Y tế",
        ),
        (
            "Thông tư liên tịch số 75/2000/TTLT-BTC-BGDĐT của Bộ Tài chính và Bộ Giáo dục và Đào tạo ngày 20 tháng 7 năm 2000",
            "Thông tư liên tịch",
            "75/2000/TTLT-BTC-BGDĐT",
            "2000-07-20",
            "Bộ Tài chính và Bộ Giáo dục và Đào tạo",
        ),
        ("Nghị quyết 954/2020/UBTVQH14", "Nghị quyết", "954/2020/UBTVQH14", None, None),
        ("Công văn số 4919/VPCP-KTTH", "Công văn", "4919/VPCP-KTTH", None, None),
        ("Luật số 43/2024/QH15", "Luật", "43/2024/QH15", None, None),
        ("Luật Đất đai số 31/2024/QH15", "Luật", "31/2024/QH15", None, None),
        (
            "Quyết định số 10/2021/QĐ-UBND ngày 01/3/2021 của Ủy ban nhân dân tỉnh Hà Tĩnh về giá đất",
            "Quyết định",
            "10/2021/QĐ-UBND",
            "2021-03-01",
            "Ủy ban nhân dân tỉnh Hà Tĩnh",
        ),
    ],
)
def test_a_sign_with_what_belongs_to_it(text: str, kind: str, symbol: str, issued: str | None, issuer: str | None) -> None:
    found = only(text)
    assert (found.kind, found.symbol, found.issued, found.issuer and found.issuer.name) == (kind, symbol, issued, issuer)


@pytest.mark.parametrize(
    ("text", "kind", "number", "issued"),
    [
        ("Quy định số 96 ngày 2/2/2023 về việc", "Quy định", "96", "2023-02-02"),
        ("Theo Quy định 41 của Bộ Chính trị", "Quy định", "41", None),
        ("Hướng dẫn 43 nêu rõ", "Hướng dẫn", "43", None),
        ("Thực hiện Nghị quyết 18, các tỉnh", "Nghị quyết", "18", None),
        ("triển khai chỉ thị 09 của Ban Bí thư khóa XII về nuôi cá", "Chỉ thị", "09", None),
        ("theo quyết định số 9 của Bộ Y tế, các tỉnh", "Quyết định", "9", None),
    ],
)
def test_a_number_without_sign(text: str, kind: str, number: str, issued: str | None) -> None:
    found = only(text)
    assert (found.form, found.kind, found.number, found.issued) == ("number", kind, number, issued)


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("theo Luật Đất đai 2024 thì", "Đất đai", "2024"),
        ("theo Luật Cán bộ, công chức năm 2008, người", "Cán bộ, công chức", "2008"),
        ("theo Bộ luật Hình sự.", "Hình sự", None),
        (
            "Luật Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân quy định",
            "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",
            None,
        ),
        ("Luật Đất đai và Luật Nhà ở", "Đất đai", None),
        ("Hiến pháp năm 2013", "", "2013"),
        ("Nghị quyết Trung ương 4 khóa XII về", "Trung ương 4 khóa XII", None),
        ("Nghị quyết Hội nghị Trung ương 6 khóa XII", "Hội nghị Trung ương 6 khóa XII", None),
        ("trái với Điều lệ Đảng và", "Đảng", None),
    ],
)
def test_a_law_by_its_name(text: str, name: str, year: str | None) -> None:
    found = references(clean(text))[0]
    assert (found.form, found.name, found.year) == ("name", name, year)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (
            "Quy định số 96-QĐ/TW ngày 02/02/2023 của Bộ Chính trị về việc lấy phiếu",
            "Quy định số 96-QĐ/TW ngày 02/02/2023 của Bộ Chính trị",
        ),
        ("các Nghị định số 26/2009/NĐ-CP ngày 16 tháng 3 năm 2009 và", "Nghị định số 26/2009/NĐ-CP ngày 16 tháng 3 năm 2009"),
        ("tại Nghị định này được", "Nghị định này"),
        ("Hướng dẫn 43-HD/BTCTW năm 2025 quy định", "Hướng dẫn 43-HD/BTCTW năm 2025"),
        (
            "Nghị quyết số 27-NQ/TW ngày 09/11/2022 Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XIII về tiếp tục",
            "Nghị quyết số 27-NQ/TW ngày 09/11/2022 Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XIII",
        ),
        (
            "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị Trung ương 6 khóa XII về",
            "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị Trung ương 6 khóa XII",
        ),
        ("triển khai Đề án 06 và", "Đề án 06"),
        ("Kế hoạch 02 (tại Phụ lục)", "Kế hoạch 02"),
        ("Bộ Tư pháp\n\nLuật Nuôi con nuôi 2010", "Luật Nuôi con nuôi 2010"),
        (
            "ngày 22 tháng 6 năm 2021của Chính phủ, Nghị định số 60/2021/NĐ-CP ngày 21 tháng 6 năm 2021của Chính phủ",
            "Nghị định số 60/2021/NĐ-CP ngày 21 tháng 6 năm 2021 của Chính phủ",
        ),
    ],
)
def test_how_far_a_reference_reaches(text: str, written: str) -> None:
    found = only(text)
    assert clean(text).text[found.start : found.end] == written


def test_a_letter_of_an_unknown_office_in_a_list_of_letters() -> None:
    found = references(clean("các văn bản: Công văn số 695/TCHQ-GSQL ngày 05/02/2021 và 1238/GSQL-GQ2 ngày 29/7/2024"))
    assert [(r.kind, r.symbol) for r in found] == [("Công văn", "695/TCHQ-GSQL"), ("Công văn", "1238/GSQL-GQ2")]


def test_a_code_of_a_kind_is_no_document_of_its_own_but_for_a_decree_with_its_year() -> None:
    assert read("NQ98, TT 29, TT 9/2030 và NĐ 9 nêu rõ").documents == ()
    [decree] = read("NQ98, TT 29 và NĐ 9/2030 nêu rõ, nhất là NĐ 9/2030").documents
    assert (decree.kind, decree.number, len(decree.mentions)) == ("Nghị định", "9", 2)
    assert len(read("Nghị định số 9/2030/NĐ-CP và NĐ 9/2029").documents) == 2


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("theo NĐ 9/2030/NĐ-CP thì", "NĐ 9/2030/NĐ-CP"),
        ("(QĐ số 9/QĐ-BTS)", "QĐ số 9/QĐ-BTS"),
        ("Phòng TT 9/QĐ-BTS", "9/QĐ-BTS"),
    ],
)
def test_a_sign_behind_its_kind_in_short(text: str, written: str) -> None:
    found = only(text)
    assert text[found.start : found.end] == written


def test_an_amendment_told_by_kinds_in_short() -> None:
    said = read("NĐ 7/2029/NĐ-CP (sửa đổi bởi NĐ 9/2030/NĐ-CP) nêu rõ.")
    assert relations(said) == {("9/2030/NĐ-CP", "amends", "7/2029/NĐ-CP", None)}


def test_small_letters_and_a_number_mean_a_document_that_is_named_with_its_issuer() -> None:
    [found] = read("Bộ nói về nghị quyết 09 của Bộ Chính trị. Theo nghị quyết 09, cá đã lớn; nghị quyết 8 thì chưa.").documents
    assert (found.number, found.issuer, len(found.mentions)) == ("09", "Bộ Chính trị", 2)
    assert read("Luật quy định 3 hành vi, Bộ quyết định 9 của ông là sai, nghị quyết 8 nêu rõ.").documents == ()


def test_a_date_in_the_next_sentence_is_not_that_of_the_document() -> None:
    assert only("Ban Chỉ đạo và Đề án 06\nNgày 15 tháng 11 năm 2025, tại Hà Nội").issued is None


def test_members_of_a_list_take_the_type_word_before_it() -> None:
    found = references(clean("thay thế các Quy định số 11-QĐ/TW ngày 01/02/2012, số 12-QĐ/TW và số 13-QĐ/TW"))
    assert [(r.kind, r.symbol) for r in found] == [("Quy định", "11-QĐ/TW"), ("Quy định", "12-QĐ/TW"), ("Quy định", "13-QĐ/TW")]


@pytest.mark.parametrize(
    "text",
    [
        "theo quy định của pháp luật",
        "hội nghị quyết định 5 nội dung quan trọng",
        "Nghị định thư Kyoto",
        "tốc độ 60 km/h, tỷ lệ 24/7, ngày 12/6/2025",
        "luật sư Nguyễn Văn A",
        "Bộ luật Quốc tế về kho nổi",
        "Công ty số 5/HCM",
        "Quy định 5 điều đảng viên không được làm",
        "Quy trình số: 02",
        "MẪU QUYẾT ĐỊNH SỐ 03",
        "QĐ/TW",
        "KHEN THƯỞNG, KỶ\nLUẬT VÀ TỔ CHỨC THỰC HIỆN",
        "Giấy phép số 23/GPXD ngày 20/9/2001",
        "hợp đồng số 12/AB-CD ngày 20/9/2001",
        "Quy định mới về lễ tang",
        "Thông tư mới về giáo dục",
        "Kế hoạch 5 năm phát triển kinh tế của huyện",
        "Báo cáo 6 tháng đầu năm",
        "thông qua Nghị quyết trên tinh thần đồng thuận",
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert [r for r in references(clean(text)) if not r.unsure] == []


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("các Quy định số 96, 97 và 102 của Bộ Chính trị", ["96", "97", "102"]),
        ("các Nghị quyết 57, 59, 66 và 68", ["57", "59", "66", "68"]),
        ("hai Kết luận số 187, 188- KL/TW ngày 29/8/2025", ["187-KL/TW", "188-KL/TW"]),
        ("các Nghị định số 12, 13/2020/NĐ-CP", ["12/2020/NĐ-CP", "13/2020/NĐ-CP"]),
        ("Quy định số 96, 12 tổ chức và 3 chi bộ", ["96"]),
        ("các Quy định số 96, 97 được ban hành và 30 ngày sau có hiệu lực", ["96", "97"]),
        ("các Quy định số 96 và 30 tổ chức đảng", ["96"]),
        ("theo Nghị quyết 57, 59 và 66.", ["57", "59", "66"]),
        ("toàn văn Nghị quyết 57 58 59 nói gì", ["57", "58", "59"]),
        ("thực hiện Nghị quyết 57 30 ngày 40 đêm", ["57"]),
    ],
)
def test_lists_of_numbers(text: str, called: list[str]) -> None:
    assert [r.symbol or r.number for r in references(clean(text))] == called


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("Thông tư số 28/2014TT/BTC ngày 04/9/2014", "28/2014/TT-BTC"),
        ("Thông tư số 28/2014TT-BTC ngày 04/9/2014", "28/2014/TT-BTC"),
        ("Luật số 8/2025QH15", "8/2025/QH15"),
        ("Luật số 35/2 018/QH14", "35/2018/QH14"),
        ("Nghị định số 15/202 5/NĐ-CP", "15/2025/NĐ-CP"),
        ("Nghị định số 214/2025/NĐCP ngày 04/8/2025", "214/2025/NĐ-CP"),
        ("Quyết định 160/QĐBYT năm 2025", "160/QĐ-BYT"),
        ("công văn số 19/CV-AB-2025 ngày 06/10/2025", "19/CV-AB-2025"),
        ("QCVN 02-32-1:2019/BNNPTNT", "QCVN02-32-1:2019/BNNPTNT"),
        ("Quy chuẩn kỹ thuật quốc gia QCVN 03:2019/BYT", "QCVN03:2019/BYT"),
        ("Kế hoạch hành động số 45-KHHĐ/TU", "45-KHHĐ/TU"),
        ("xem số 5155/SGDĐT-GDTX ngày 02/3/2025", "5155/SGDĐT-GDTX"),
    ],
)
def test_signs_as_they_are_printed(printed: str, symbol: str) -> None:
    assert only(printed).symbol == symbol


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Nghị định số 120/2020/NĐ-\u0421\u0420 của Chính phủ", ["120/2020/NĐ-CP"]),
        ("theo Nghị định 178/2024/NĐ-CP.PTT", ["178/2024/NĐ-CP"]),
        ("Luật số 32/2013/QH 13 và Luật số 3/2020/QH14", ["32/2013/QH13", "3/2020/QH14"]),
        ("xử lý kỷ luật đối với cán bộ, KỶ LUẬT ĐỐI VỚI CÁN BỘ", []),
        ("Nghị định 181 - Chứng từ thanh toán", ["181"]),
        ("Nghị định số 5/2020/NĐ-CPngày 01/01/2020", ["5/2020/NĐ-CP"]),
        ("Bộ luật Hình sự 100/2015/QH13", ["100/2015/QH13"]),
        ("công văn số 1537/ĐA-VP và số 1541/ĐA-VP", ["1537/ĐA-VP", "1541/ĐA-VP"]),
        ("Luật Hỗ trợ doanh nghiệp vừa và nhỏ được ban hành", ["Hỗ trợ doanh nghiệp vừa và nhỏ"]),
    ],
)
def test_slips_in_signs_and_names(text: str, called: list[str]) -> None:
    found = references(clean(text))
    assert [r.symbol or r.name or r.number for r in found] == called
    assert len({r.kind for r in found}) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định 320/2025/ND-CP ngày 05/5/2025 nêu rõ. Nghị định 320/2025/NĐ-CP có 5 chương.",
        "Hướng dẫn 45/HD-BTCTW và Hướng dẫn số 45-HD/BTCTW",
        "Điều lệ Đảng và Điều lệ Đảng Cộng sản Việt Nam",
        "Nghị định số 88/1999/NĐ-CP (sau đây viết tắt là Nghị định 88/CP) nêu rõ. Theo Nghị định 88/CP thì khác.",
        "Kế hoạch số 16/KH-MTTQ-BTT nêu rõ. Mục II Kế hoạch số 16/KH-BTT-MTTQ thì khác.",
        "Nghị quyết số 98/2023/QH15 nêu rõ. NQ98 và NQ 98 thì sao?",
        "Hướng dẫn số 31-HD/BTGTW (gọi là HD 31)",
        "Nghị định số 9/2030/NĐ-CP về cá. NĐ 9/2030 nêu rõ, NĐ 9 cũng vậy.",
        "Thông tư số 30/2024/TT-BGDĐT có hiệu lực. Thông tư mới quy định cụ thể hơn.",
        "Thông tư 8/2030/TT … Thông tư 8/2030/TT-BTS có hiệu lực.",
        "Quyết định số 9/QĐ-BTS ngày 01/2/2030 và Quyết định 9/QĐBTS",
        "Nghị định số 7/2030/N Đ-CP và Nghị định số 7/2030/NĐ-CP",
        "Luật Nuôi trồng cá và tôm có hiệu lực. Điều 4 Luật NTC&T quy định.",
        "Luật Xuất cảnh, nhập cảnh của công dân Việt Nam nêu rõ. Điều 3 Luật Xuất nhập cảnh của công dân Việt Nam",
        "Pháp lệnh về thuế nhà, đất và Điều 3 Pháp lệnh Thuế nhà, đất",
        "theo Luật Nuôi cá số 5/2030/QH16 (sau đây gọi là Luật Cá). Điều 3 Luật Cá nêu rõ.",
    ],
)
def test_one_document_in_two_spellings(text: str) -> None:
    assert len(read(text).documents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 9/2030/QH16 về cá hoặc Nghị quyết mới quy định về tôm",
        "Nghị quyết số 9/2030/QH16 về cá. Bộ Thủy sản trình Quốc hội ban hành Nghị quyết mới quy định về tôm",
    ],
)
def test_one_that_is_still_to_be_made_is_none_that_is_named(text: str) -> None:
    [found] = read(text).documents
    assert (found.title, len(found.mentions)) == ("cá", 1)


def test_a_sign_is_rather_as_small_letters_write_it() -> None:
    [found] = read("CHỈ THỊ SỐ 7/CT-TTG VỀ HOA. Thực hiện Chỉ thị số 7/CT-TTg ngày 01/2/2030.").documents
    assert found.symbol == "7/CT-TTg"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("và Báo cáo tiếp thu số 9/BC-UBND ngày 01/2/2030", "Báo cáo tiếp thu số 9/BC-UBND ngày 01/2/2030"),
        ("và Báo cáo thẩm tra, tiếp thu số 9/BC-UBND ngày 01/2/2030", "Báo cáo thẩm tra, tiếp thu số 9/BC-UBND ngày 01/2/2030"),
        ("Điều 2 “Nghị quyết ban hành nội quy kỳ họp” số 9/2030/QH16 nêu", "Nghị quyết ban hành nội quy kỳ họp” số 9/2030/QH16"),
        ("Báo cáo kết quả theo số 9/BC-UBND", "số 9/BC-UBND"),
        ("Luật nuôi cá số 9/NĐ-CP", "số 9/NĐ-CP"),
    ],
)
def test_a_sign_behind_what_its_document_is_called(text: str, written: str) -> None:
    [found] = references(clean(text))
    assert text[found.start : found.end] == written


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 9/2030/QĐ và các Quyết định số 9/2030/QĐ-UBND, số 9/2030/QĐ-TTg",
        "Quyết định số 9/2005/QĐ-UB và Quyết định số 9/2005/QĐ-UBND",
        "Quyết định số 9/QĐ-BTS ngày 01/2/2030 và Quyết định số 9/QĐ-B ngày 03/2/2030",
        "Luật Giá, Luật số 9/2030/QH16 và pháp luật về phí",
    ],
)
def test_documents_that_are_alike_only_in_part(text: str) -> None:
    assert len(read(text).documents) > 1


@pytest.mark.parametrize(
    ("text", "called"),
    [
        (
            "Thông tư số 5/2025/TT-BYT có hiệu lực từ ngày 01/8/2025.\nThông tư số 3/2019/TT-BYT hết hiệu lực kể từ ngày"
            " Thông tư này có hiệu lực. Các mẫu kèm theo Thông tư này được dùng từ năm 2026.",
            ["Thông tư số 5/2025/TT-BYT", "Thông tư này", "Thông tư này"],
        ),
        (
            "Thông tư số 3/2019/TT-BYT quy định về khám bệnh. Nghị định trên có hiệu lực, Thông tư trên được áp dụng.",
            ["Thông tư số 3/2019/TT-BYT", "Thông tư trên"],
        ),
        (
            "Quy định số 5-QĐ/TW ngày 01/8/2025.\nTheo quy định nêu trên, Quy định số 5-QĐ/TW được áp dụng.",
            ["Quy định số 5-QĐ/TW ngày 01/8/2025", "Quy định số 5-QĐ/TW"],
        ),
    ],
)
def test_what_the_text_speaks_of(text: str, called: list[str]) -> None:
    assert [text[m.start : m.end] for m in read(text).documents[0].mentions] == called


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Nghị định 9/2025/NĐ-CP - GIỮ RỪNG", "9/2025/NĐ-CP"),
        ("Nghị định số 9/2025/NĐCP ngày", "9/2025/NĐ-CP"),
        ("Công văn số 9/BTS(X13) ngày", "9/BTS(X13)"),
        ("Thông tư số 9/2025/TTBYT ngày", "9/2025/TT-BYT"),
        ("công văn số 19/CV-AB-2025 ngày", "19/CV-AB-2025"),
    ],
)
def test_signs_as_companies_and_haste_write_them(text: str, symbol: str) -> None:
    assert only(text).symbol == symbol


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Toàn văn Nghị quyết 57 59 66 của Bộ Chính trị", [("57", True), ("59", True), ("66", True)]),
        ("Nghị quyết 57 10 điểm mới", [("57", True)]),
        ("Nghị quyết 57 5 điểm mới", [("57", True)]),
        ("Đề án 06 (bản in)", [("06", False)]),
        ("Kế hoạch 2026 (bản in)", [("2026", True)]),
    ],
)
def test_numbers_run_together_and_unsure_ones(text: str, numbers: list[tuple[str, bool]]) -> None:
    assert [(r.number, r.unsure) for r in references(clean(text))] == numbers


def test_a_number_that_is_sure_further_on_is_the_same_before() -> None:
    [found] = read("Nuôi cá theo Kế hoạch 09 ra sao?\nTheo Kế hoạch 09, cá đã lớn.").documents
    assert (found.kind, found.number, len(found.mentions)) == ("Kế hoạch", "09", 2)
    assert read("Nuôi cá theo Kế hoạch 09 ra sao?").documents == ()


def test_equal_words_mean_the_same_document() -> None:
    headline = "Các tỉnh phía Bắc nuôi cá theo chỉ đạo tại Nghị quyết 71 ra sao?"
    found = read(f"{headline}\nNghị quyết 71-NQ/TW nêu rõ. Nghị quyết 71/NQ-CP thì khác.\n{headline} (Ảnh: A)").documents
    assert [(d.symbol, len(d.mentions)) for d in found] == [("71-NQ/TW", 3), ("71/NQ-CP", 1)]


def test_a_number_in_the_next_line() -> None:
    assert [
        r.number for r in references(clean("Căn cứ Quy định\n377 của Bộ Chính trị và Nghị quyết\nsố 57 của Bộ Chính trị"))
    ] == ["377", "57"]
    assert not references(clean("Quy định\n12 người nuôi cá"))
