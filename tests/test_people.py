"""People and positions: a sentence → who is what, and where."""

from __future__ import annotations

import pytest
from reading import HEADING, read

from regraph.pipeline.clean import clean
from regraph.pipeline.names import names
from regraph.pipeline.offices import body_of
from regraph.pipeline.vocabulary import table


def positions(text: str) -> dict[str, list[str]]:
    """Each person of a text with the titles of their positions."""
    return {person.name: [held.title for held in person.positions] for person in read(text).people}


def bodies(text: str) -> list[str | None]:
    """The body of each position of a text."""
    return [held.body for person in read(text).people for held in person.positions]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "đồng chí Lê Văn Ba, Ủy viên Bộ Chính trị, Trưởng Ban Tổ chức Trung ương tại Hội nghị.",
            {"Lê Văn Ba": ["Ủy viên Bộ Chính trị", "Trưởng Ban Tổ chức Trung ương"]},
        ),
        ("Phó Bí thư Thường trực Tỉnh ủy Lê Văn Ba dự hội nghị.", {"Lê Văn Ba": ["Phó Bí thư Thường trực Tỉnh ủy"]}),
        (
            "Phó Bí thư Tỉnh ủy Lê Văn Ba, Trưởng ban Tổ chức Tỉnh ủy Trần Thị Tư chủ trì.",
            {"Lê Văn Ba": ["Phó Bí thư Tỉnh ủy"], "Trần Thị Tư": ["Trưởng ban Tổ chức Tỉnh ủy"]},
        ),
        (
            "các đồng chí: Lê Văn Ba, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh; Trần Thị Tư, Ủy viên Ban Thường vụ.",
            {"Lê Văn Ba": ["Phó Bí thư Tỉnh ủy", "Chủ tịch HĐND tỉnh"], "Trần Thị Tư": ["Ủy viên Ban Thường vụ"]},
        ),
        (
            "Ủy viên Bộ Chính trị, Bí thư Đảng ủy Chính phủ, Thủ tướng Chính phủ Lê Văn Ba chủ trì phiên họp.",
            {"Lê Văn Ba": ["Ủy viên Bộ Chính trị", "Bí thư Đảng ủy Chính phủ", "Thủ tướng Chính phủ"]},
        ),
        (
            "Bí thư Đảng ủy, Tư lệnh Quân khu 2, Trung tướng Lê Văn Ba báo cáo.",
            {"Lê Văn Ba": ["Bí thư Đảng ủy", "Tư lệnh Quân khu 2"]},
        ),
        (
            "Tổ công tác gồm: Lê Văn Ba - Giám đốc Sở Y tế, Trần Thị Tư - Phó Giám đốc Sở Tài chính.",
            {"Lê Văn Ba": ["Giám đốc Sở Y tế"], "Trần Thị Tư": ["Phó Giám đốc Sở Tài chính"]},
        ),
        (
            "Dự họp có các Phó Thủ tướng: Lê Văn Ba, Trần Thị Tư và Phạm Văn Năm.",
            {"Lê Văn Ba": ["Phó Thủ tướng"], "Trần Thị Tư": ["Phó Thủ tướng"], "Phạm Văn Năm": ["Phó Thủ tướng"]},
        ),
        ("Ông Lê Văn Ba (Giám đốc Sở Y tế) trả lời.", {"Lê Văn Ba": ["Giám đốc Sở Y tế"]}),
        ("Chủ trì: Đ/c Lê Văn Ba, PCT UBND tỉnh.", {"Lê Văn Ba": ["PCT UBND tỉnh"]}),
        ("Ông Lê Văn Ba, phó giám đốc Sở Xây dựng, cho biết.", {"Lê Văn Ba": ["phó giám đốc Sở Xây dựng"]}),
        ("Bộ trưởng Bộ Y tế, GS.TS. Lê Văn Ba phát biểu.", {"Lê Văn Ba": ["Bộ trưởng Bộ Y tế"]}),
        (
            "Lê Văn Ba, Giám đốc Sở Y tế kiêm Trưởng ban Bảo vệ sức khỏe tỉnh.",
            {"Lê Văn Ba": ["Giám đốc Sở Y tế", "Trưởng ban Bảo vệ sức khỏe tỉnh"]},
        ),
        (
            "bổ nhiệm ông Lê Văn Ba, Bí thư Thành ủy Đà Nẵng giữ chức Phó Tổng Thanh tra Chính phủ.",
            {"Lê Văn Ba": ["Bí thư Thành ủy Đà Nẵng", "Phó Tổng Thanh tra Chính phủ"]},
        ),
        (
            "Ông Lê Văn Ba, Chủ tịch UBND tỉnh Sơn La, ĐBQH khóa XV giữ chức Trưởng Đoàn ĐBQH.",
            {"Lê Văn Ba": ["Chủ tịch UBND tỉnh Sơn La", "ĐBQH khóa XV", "Trưởng Đoàn ĐBQH"]},
        ),
        (
            "Ông Lê Văn Ba, Trợ lý Chủ tịch Quốc hội, Phó Chủ nhiệm Văn phòng Quốc hội.",
            {"Lê Văn Ba": ["Trợ lý Chủ tịch Quốc hội", "Phó Chủ nhiệm Văn phòng Quốc hội"]},
        ),
        ("Trợ lý Thủ tướng Chính phủ Lê Văn Ba có mặt.", {"Lê Văn Ba": ["Thủ tướng Chính phủ"]}),
        (
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Văn Ba trả lời báo chí.",
            {"Lê Văn Ba": ["Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"]},
        ),
        (
            "Bộ trưởng Bộ Công an - Thượng tướng Lê Văn Ba chủ trì.",
            {"Lê Văn Ba": ["Bộ trưởng Bộ Công an"]},
        ),
        ("Theo Tổng Bí thư Lê Văn Ba, Thủ tướng Chính phủ cần sớm quyết định.", {"Lê Văn Ba": ["Tổng Bí thư"]}),
        ("Lê Văn Ba\nGiám đốc Sở Y tế\nSố máy 1", {"Lê Văn Ba": ["Giám đốc Sở Y tế"]}),
        ("Ảnh: Lê Văn Ba\nGiám đốc Sở Y tế\nTrần Thị Tư", {"Trần Thị Tư": ["Giám đốc Sở Y tế"]}),
        (
            "Để bầu chủ tịch nước, ông Lê Văn Ba, Chủ tịch Quốc hội, đọc tờ trình.",
            {"Lê Văn Ba": ["Chủ tịch Quốc hội"]},
        ),
        (
            "Bộ trưởng Bộ Quốc phòng, Đại tướng Lê Văn Ba (ủy viên Hội đồng Nam Sơn).",
            {"Lê Văn Ba": ["Bộ trưởng Bộ Quốc phòng", "ủy viên Hội đồng Nam Sơn"]},
        ),
        ("Bộ trưởng Quốc phòng Đại tướng Lê Văn Ba.", {"Lê Văn Ba": ["Bộ trưởng Quốc phòng"]}),
        ("Đại sứ Việt Nam tại Nhật Bản Lê Văn Ba đón đoàn.", {"Lê Văn Ba": ["Đại sứ Việt Nam tại Nhật Bản"]}),
        ("Năm 1946, Chủ tịch Hồ Chí Minh ký sắc lệnh.", {"Hồ Chí Minh": ["Chủ tịch"]}),
        (
            "Ông Lê Văn Ba, Trưởng ban Quản lý Lăng Chủ tịch Hồ Chí Minh.",
            {"Lê Văn Ba": ["Trưởng ban Quản lý Lăng Chủ tịch Hồ Chí Minh"]},
        ),
        ("Bí thư Thành ủy Hồ Chí Minh", {}),
        ("Cục trưởng đầu tiên là Thượng tá Lê Văn Ba.", {}),
        ("Hội nghị diễn ra trên đường Lê Văn Ba.", {}),
    ],
)
def test_positions(text: str, people: dict[str, list[str]]) -> None:
    assert positions(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("cựu Chủ tịch UBND TP Hà Nội Lê Văn Ba hầu tòa.", {"Lê Văn Ba": ["cựu Chủ tịch UBND TP Hà Nội"]}),
        ("Ông Lê Văn Ba, nguyên Bộ trưởng Bộ Y tế, kể lại.", {"Lê Văn Ba": ["nguyên Bộ trưởng Bộ Y tế"]}),
        # What follows a former position may be past as well; it is told as it is written.
        (
            "Ông Lê Văn Ba, nguyên Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, kể lại.",
            {"Lê Văn Ba": ["nguyên Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"]},
        ),
        (
            "Ông Lê Văn Ba, Bí thư Tỉnh ủy, nguyên Giám đốc Sở Y tế, dự họp.",
            {"Lê Văn Ba": ["Bí thư Tỉnh ủy", "nguyên Giám đốc Sở Y tế"]},
        ),
        (
            "Cựu Giám đốc Sở Y tế Lê Văn Ba bị bắt. Năm 2015, ông Lê Văn Ba làm Giám đốc Sở Y tế.",
            {"Lê Văn Ba": ["Cựu Giám đốc Sở Y tế"]},
        ),
        (
            "Phó Chủ tịch nước, quyền Chủ tịch nước Lê Thị Ba ký lệnh.",
            {"Lê Thị Ba": ["Phó Chủ tịch nước", "quyền Chủ tịch nước"]},
        ),
    ],
)
def test_a_former_position_is_told_from_a_present_one(text: str, people: dict[str, list[str]]) -> None:
    assert positions(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Ông Lê Văn Ba, Vụ trưởng Vụ Pháp chế, Văn phòng Chính phủ, trả lời.",
            {"Lê Văn Ba": ["Vụ trưởng Vụ Pháp chế, Văn phòng Chính phủ"]},
        ),
        (
            "Bà Trần Thị Tư, Trưởng phòng Tài chính, Cục Hạ tầng, Bộ Xây dựng cho biết.",
            {"Trần Thị Tư": ["Trưởng phòng Tài chính, Cục Hạ tầng, Bộ Xây dựng"]},
        ),
        (
            "Ông Lê Văn Ba, Vụ trưởng Vụ Tín dụng, NHNN Việt Nam.",
            {"Lê Văn Ba": ["Vụ trưởng Vụ Tín dụng, NHNN Việt Nam"]},
        ),
        (
            "Ông Lê Văn Ba, Bí thư Huyện ủy Nam Sơn, tỉnh Hà Tĩnh.",
            {"Lê Văn Ba": ["Bí thư Huyện ủy Nam Sơn, tỉnh Hà Tĩnh"]},
        ),
        (
            "Ông Lê Văn Ba, Trưởng phòng Cảnh sát giao thông (CSGT) Công an tỉnh Sơn La.",
            {"Lê Văn Ba": ["Trưởng phòng Cảnh sát giao thông (CSGT) Công an tỉnh Sơn La"]},
        ),
        # A body beside another one, or a meeting, is no part of a position.
        ("Ông Lê Văn Ba, Bộ trưởng Bộ Y tế, Bộ Tài chính cùng dự.", {"Lê Văn Ba": ["Bộ trưởng Bộ Y tế"]}),
        ("Ông Lê Văn Ba, Vụ trưởng Vụ Pháp chế, Hội nghị đã nghe.", {"Lê Văn Ba": ["Vụ trưởng Vụ Pháp chế"]}),
        (
            "Ông Lê Văn Ba, Phó Trưởng Ban Chỉ đạo về phòng, chống thiên tai, dịch bệnh và cháy nổ phát biểu.",
            {"Lê Văn Ba": ["Phó Trưởng Ban Chỉ đạo về phòng, chống thiên tai, dịch bệnh và cháy nổ"]},
        ),
        (
            "Bà Trần Thị Tư, Trưởng phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới cho hay.",
            {"Trần Thị Tư": ["Trưởng phòng Bảo vệ, chăm sóc trẻ em và Bình đẳng giới"]},
        ),
        ("Bí thư Tỉnh ủy Lê Văn Ba, Bí thư Tỉnh ủy khảo sát thực địa.", {"Lê Văn Ba": ["Bí thư Tỉnh ủy"]}),
        (
            "Ông Lê Văn Ba, Ủy viên Trung ương Đảng khóa XII, XIII, Đại biểu Quốc hội khóa XV tỉnh Sơn La, dự họp.",
            {"Lê Văn Ba": ["Ủy viên Trung ương Đảng khóa XII, XIII", "Đại biểu Quốc hội khóa XV tỉnh Sơn La"]},
        ),
        (
            "Ông Lê Văn Ba, Chủ nhiệm Ủy ban Văn hóa, Giáo dục của Quốc hội, phát biểu.",
            {"Lê Văn Ba": ["Chủ nhiệm Ủy ban Văn hóa, Giáo dục của Quốc hội"]},
        ),
        (
            "Ông Lê Văn Ba, Phó Chủ tịch Hiệp hội các nhà vườn Nam Sơn, phát biểu.",
            {"Lê Văn Ba": ["Phó Chủ tịch Hiệp hội các nhà vườn Nam Sơn"]},
        ),
        ("Ông Lê Văn Ba[1], Đại sứ đặc mệnh toàn quyền tại Nga.", {"Lê Văn Ba": ["Đại sứ đặc mệnh toàn quyền tại Nga"]}),
    ],
)
def test_where_a_position_ends(text: str, people: dict[str, list[str]]) -> None:
    assert positions(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "Dự họp có Ủy viên Bộ Chính trị Bí thư Thành ủy Hà Nội Lê Thị Ba.",
            {"Lê Thị Ba": ["Ủy viên Bộ Chính trị", "Bí thư Thành ủy Hà Nội"]},
        ),
        (
            "bổ nhiệm ông Lê Văn Ba làm Trợ lý đồng chí Trần Văn Tư, Bộ trưởng Bộ Y tế.",
            {"Lê Văn Ba": ["Trợ lý đồng chí Trần Văn Tư"], "Trần Văn Tư": ["Bộ trưởng Bộ Y tế"]},
        ),
        (
            "Tổ phó là Thứ trưởng Bộ Y tế Lê Văn Ba.",
            {"Lê Văn Ba": ["Tổ phó", "Thứ trưởng Bộ Y tế"]},
        ),
        (
            "Quyết định bổ nhiệm lại chức vụ Phó Giám đốc Sở Y tế theo quy định đối với ông Lê Văn Ba và bà Trần Thị Tư.",
            {"Lê Văn Ba": ["Phó Giám đốc Sở Y tế"], "Trần Thị Tư": ["Phó Giám đốc Sở Y tế"]},
        ),
        (
            "Với cương vị Chủ tịch Hội Nông dân xã, ông Lê Văn Ba lo cho mọi nhà.",
            {"Lê Văn Ba": ["Chủ tịch Hội Nông dân xã"]},
        ),
        (
            "Bộ trưởng Bộ Y tế Lê Văn Ba làm trưởng ban, Thứ trưởng Bộ Tài chính Trần Văn Tư làm phó ban.",
            {"Lê Văn Ba": ["Bộ trưởng Bộ Y tế", "trưởng ban"], "Trần Văn Tư": ["Thứ trưởng Bộ Tài chính", "phó ban"]},
        ),
        (
            "Chúc mừng ông Lê Văn Ba, Bí thư Đảng ủy, Giám đốc Sở Y tế Trần Văn Tư nêu rõ.",
            {"Trần Văn Tư": ["Bí thư Đảng ủy", "Giám đốc Sở Y tế"]},
        ),
        ("Ông Lê Văn Ba (bên trái), Giám đốc Sở Y tế.", {"Lê Văn Ba": ["Giám đốc Sở Y tế"]}),
        (
            "Đại tá Lê Văn Ba (SN 1975), quê quán huyện Nam Sơn; Phó Cục trưởng Cục Hậu cần.",
            {"Lê Văn Ba": ["Phó Cục trưởng Cục Hậu cần"]},
        ),
        ("- Lê Văn Ba (sinh 1960): Nguyên Chủ tịch HĐND tỉnh.", {"Lê Văn Ba": ["Nguyên Chủ tịch HĐND tỉnh"]}),
        (
            "Quyền Trưởng phòng Lê Văn Ba, Q. Cục trưởng Trần Văn Tư",
            {"Lê Văn Ba": ["Quyền Trưởng phòng"], "Trần Văn Tư": ["Q. Cục trưởng"]},
        ),
        ("Giữ chức vụ phó phòng là ông Lê Văn Ba.", {"Lê Văn Ba": ["phó phòng"]}),
        ("Giám đốc Sở Y tế đương nhiệm là bà Trần Thị Tư.", {"Trần Thị Tư": ["Giám đốc Sở Y tế"]}),
        ("Hội nghị bầu Chủ tịch UBND xã mới là Lê Văn Ba.", {"Lê Văn Ba": ["Chủ tịch UBND xã"]}),
        ("Chủ tịch UBND tỉnh, Lê Văn Ba cho biết sẽ họp.", {"Lê Văn Ba": ["Chủ tịch UBND tỉnh"]}),
        ("Ông Lê Văn Ba, Chủ tịch UBND tỉnh, Trần Văn Tư cho biết sẽ họp.", {"Lê Văn Ba": ["Chủ tịch UBND tỉnh"]}),
        (
            "Ông Lê Văn Ba, Tổng Giám đốc Đài Nam Sơn (ĐNS) được điều động, phân công giữ chức Bí thư Tỉnh ủy.",
            {"Lê Văn Ba": ["Tổng Giám đốc Đài Nam Sơn", "Bí thư Tỉnh ủy"]},
        ),
        ("Giám đốc Sở Y tế mới là người mà ông Lê Văn Ba gặp.", {}),
        (
            "TS. Lê Văn Ba (Chuyên viên Bộ Y tế) - Chủ tịch Hội Y học cho biết.",
            {"Lê Văn Ba": ["Chuyên viên Bộ Y tế", "Chủ tịch Hội Y học"]},
        ),
        ("Phó Thủ tướng Lê Văn Ba, Bộ trưởng các bộ, Chủ tịch các tỉnh cùng dự.", {"Lê Văn Ba": ["Phó Thủ tướng"]}),
        ("Chính phủ các nước thành viên Trần Văn Ba nêu tên.", {}),
        ("Ban gồm 8 thành viên: Lê Văn Ba (Trưởng ban), Trần Văn Tư.", {"Lê Văn Ba": ["Trưởng ban"]}),
        ("Đoàn thăm Lăng Chủ tịch Lê Văn Ba và Bảo tàng Chủ tịch Lê Văn Ba.", {}),
        ("Sở báo cáo Giám đốc Sở Y tế, Phó Giám đốc Sở Y tế Lê Văn Ba cho ý kiến.", {"Lê Văn Ba": ["Phó Giám đốc Sở Y tế"]}),
        (
            "Kỷ luật nguyên Chủ tịch tỉnh Bến Tre Lê Văn Ba. Ông Lê Văn Ba, nguyên Chủ tịch UBND tỉnh Bến Tre, nhận lỗi.",
            {"Lê Văn Ba": ["nguyên Chủ tịch UBND tỉnh Bến Tre"]},
        ),
        (
            "ông Lê Văn Ba, Giám đốc Sở Y tế (nguyên Phó Chủ tịch UBND tỉnh), dự họp.",
            {"Lê Văn Ba": ["Giám đốc Sở Y tế", "nguyên Phó Chủ tịch UBND tỉnh"]},
        ),
    ],
)
def test_who_holds_a_position(text: str, people: dict[str, list[str]]) -> None:
    assert positions(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "bổ nhiệm đồng chí Lê Văn Ba, Vụ trưởng, đang biệt phái tại Bộ Y tế, giữ chức vụ Giám đốc Bệnh viện Nam Sơn.",
            {"Lê Văn Ba": ["Vụ trưởng", "Giám đốc Bệnh viện Nam Sơn"]},
        ),
        (
            "Ông Lê Văn Ba nói về nghề. Ông từng giữ chức Hiệu trưởng Trường Nam Sơn.",
            {"Lê Văn Ba": ["Hiệu trưởng Trường Nam Sơn"]},
        ),
        (
            "Đồng chí Lê Văn Ba là Đại tá, Chính ủy Binh đoàn 9; từ tháng 6-2018: Phó Tư lệnh Quân khu 2.",
            {"Lê Văn Ba": ["Chính ủy Binh đoàn 9", "Phó Tư lệnh Quân khu 2"]},
        ),
        (
            "Ông Lê Văn Ba từng giữ các chức vụ: Trưởng phòng, thư ký giúp việc của Bộ trưởng; Vụ trưởng Vụ Pháp chế.",
            {"Lê Văn Ba": ["Trưởng phòng", "thư ký giúp việc của Bộ trưởng", "Vụ trưởng Vụ Pháp chế"]},
        ),
        (
            "Ông Lê Văn Ba là người đại diện, cũng là Tổng Giám đốc Công ty Nam Sơn.",
            {"Lê Văn Ba": ["Tổng Giám đốc Công ty Nam Sơn"]},
        ),
        (
            "Họ tên: Trần Thị Tư; nơi ở: xã Nam Sơn; Nghề nghiệp: Chủ tịch HĐQT Công ty Nam Sơn.",
            {"Trần Thị Tư": ["Chủ tịch HĐQT Công ty Nam Sơn"]},
        ),
        (
            "Ông Lê Văn Ba đến muộn. Theo bà Trần Thị Tư, ông Ba là Trưởng ban quản lý chợ.",
            {"Lê Văn Ba": ["Trưởng ban quản lý chợ"]},
        ),
        # Not of one who is only spoken to or of, nor of a woman, nor in a wish.
        ("Họ gặp ông Lê Văn Ba. Ông là Giám đốc Sở Y tế.", {}),
        ("Bà Trần Thị Tư kể chuyện. Ông là Giám đốc Sở Y tế.", {}),
        ("Ông Lê Văn Ba kể chuyện. Khả năng ông làm Giám đốc không cao.", {}),
    ],
)
def test_what_is_told_of_someone_further_on(text: str, people: dict[str, list[str]]) -> None:
    assert positions(text) == people


def test_lists_below_a_heading_that_is_a_position() -> None:
    text = "### Thứ trưởng\n\n- Lê Văn Ba (2002-2007)\n- Trần Thị Tư, Ủy viên Trung ương Đảng\n\nẢnh\n\n- Phạm Văn Năm (2010)"
    assert positions(text) == {"Lê Văn Ba": ["Thứ trưởng"], "Trần Thị Tư": ["Thứ trưởng", "Ủy viên Trung ương Đảng"]}
    assert positions("Các Phó Trưởng ban:\n1. Lê Văn Ba\n2. Đại tá Trần Văn Tư") == {
        "Lê Văn Ba": ["Phó Trưởng ban"],
        "Trần Văn Tư": ["Phó Trưởng ban"],
    }
    assert positions("Trưởng ban\n1. Lê Văn Ba, Phó Trưởng ban\n2. Trần Văn Tư") == {"Lê Văn Ba": ["Phó Trưởng ban"]}


@pytest.mark.parametrize(
    ("table", "people"),
    [
        # The positions behind the name, some with their years and nothing else between them.
        (
            """| STT | Họ và tên | Năm sinh | Chức vụ |
|---|---|---|---|
| 1 | TS. Lê Văn Ba | 1970 | Giám đốc Sở Y tế (2010-2015) Bí thư Huyện ủy Nam Sơn (2015- |
| 2 | Trần Thị Tư (sinh 1980) | | Trợ lý Bộ trưởng Phạm Văn Năm (2019)
Vụ trưởng Vụ Pháp chế |
|""",
            {
                "Lê Văn Ba": ["Giám đốc Sở Y tế", "Bí thư Huyện ủy Nam Sơn"],
                "Trần Thị Tư": ["Trợ lý Bộ trưởng", "Vụ trưởng Vụ Pháp chế"],
                "Phạm Văn Năm": ["Bộ trưởng"],
            },
        ),
        # The position before one name or several.
        (
            """| Trưởng ban | Lê Văn Ba |
|---|---|
| Phó Trưởng ban (3) | Trần Thị Tư Lương Minh Tâm Phạm Văn Năm |
| Trụ sở | Hà Nội |""",
            {
                "Lê Văn Ba": ["Trưởng ban"],
                "Trần Thị Tư": ["Phó Trưởng ban"],
                "Lương Minh Tâm": ["Phó Trưởng ban"],
                "Phạm Văn Năm": ["Phó Trưởng ban"],
            },
        ),
        # A column of those who held one position.
        (
            """| Năm | Hiệu trưởng | Ghi chú |
|---|---|---|
| 2001 | Lê Văn Ba | nghỉ hưu |
| 2005 | Trần Thị Tư | |""",
            {"Lê Văn Ba": ["Hiệu trưởng"], "Trần Thị Tư": ["Hiệu trưởng"]},
        ),
        # A row that is a heading.
        (
            """| # | Ai | Từ |
|---|---|---|
| Hiệu trưởng (1990-2000) | | |
| 1 | Lê Văn Ba | 1990 |
| Giám đốc (2000-2010) | | |
| 1 | Trần Thị Tư | 2000 |""",
            {"Lê Văn Ba": ["Hiệu trưởng"], "Trần Thị Tư": ["Giám đốc"]},
        ),
        # Whose the highest office is cannot be told beside another one's name.
        (
            """| Họ và tên | Bộ trưởng | Chức vụ cao nhất |
|---|---|---|
| Lê Văn Ba | Trần Văn Tư | Ủy viên Trung ương Đảng |""",
            {},
        ),
    ],
)
def test_people_in_tables(table: str, people: dict[str, list[str]]) -> None:
    assert positions(table) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Tổng thống Mỹ Joe Biden đến thăm.", {"Joe Biden": ["Tổng thống Mỹ"]}),
        (
            "Tổng thống Macron và Thủ tướng Singapore Lawrence Wong hội đàm.",
            {"Macron": ["Tổng thống"], "Lawrence Wong": ["Thủ tướng Singapore"]},
        ),
        ("Tổng thống Emmanuel Macron đến. Tổng thống Macron phát biểu.", {"Emmanuel Macron": ["Tổng thống"]}),
        (
            "HLV Kim Sang-sik và Đại sứ Mỹ tại Việt Nam Marc Knapper có mặt.",
            {"Kim Sang-sik": ["HLV"], "Marc Knapper": ["Đại sứ Mỹ tại Việt Nam"]},
        ),
        ("Chủ tịch Trung Quốc Tập Cận Bình điện đàm.", {"Tập Cận Bình": ["Chủ tịch Trung Quốc"]}),
        ("Thượng tọa Thích Minh Quang, trụ trì chùa Nam Sơn.", {"Thích Minh Quang": ["trụ trì chùa Nam Sơn"]}),
        ("Thủ tướng Chínhphủ quyết định.", {}),
        ("Tổng thống Pháp và Thủ tướng Nga gặp nhau.", {}),
    ],
)
def test_foreigners_and_monks(text: str, people: dict[str, list[str]]) -> None:
    assert positions(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("- PCT. Lê Văn Ba (để b/c);", {"Lê Văn Ba": ["PCT"]}),
        ("- Phó CTr Lê Văn Ba (để b/c);", {"Lê Văn Ba": ["Phó CTr"]}),
        ("- VPCP: BTCN, PCN Lê Văn Ba, PCN Trần Văn Tư, Trợ lý TTg;", {"Lê Văn Ba": ["PCN"], "Trần Văn Tư": ["PCN"]}),
        ("- VP: CVP, PCVP-Lê Văn Ba, NC;", {"Lê Văn Ba": ["PCVP"]}),
        ("- Chủ tịch, PCT UBND tỉnh - Lê Văn Ba;", {"Lê Văn Ba": ["PCT UBND tỉnh"]}),
        ("- Thủ tướng, PTTg Lê Văn Ba;", {"Lê Văn Ba": ["PTTg"]}),
        ("- PTTgCP Lê Văn Ba;\n\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\nLê Văn Ba", {"Lê Văn Ba": ["PHÓ THỦ TƯỚNG"]}),
        ("mỏ của CT Cổ phần Đá Hoa Tân An", {}),
    ],
)
def test_who_receives_a_paper(text: str, people: dict[str, list[str]]) -> None:
    assert positions(text) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("KẾT LUẬN CỦA PHÓ THỦ TƯỚNG CHÍNH PHỦ LÊ VĂN BA TẠI CUỘC HỌP", {"Lê Văn Ba": ["PHÓ THỦ TƯỚNG CHÍNH PHỦ"]}),
        (
            "KẾT LUẬN CỦA THỦ TƯỚNG LÊ VĂN BA - TRƯỞNG BAN CHỈ ĐẠO TẠI PHIÊN HỌP",
            {"Lê Văn Ba": ["THỦ TƯỚNG", "TRƯỞNG BAN CHỈ ĐẠO"]},
        ),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", {}),
        ("CỦA BỘ TRƯỞNG BỘ Y TẾ QUY ĐỊNH VỀ VIỆN BỎNG LÊ HỮU TRÁC", {}),
    ],
)
def test_names_in_capitals(text: str, people: dict[str, list[str]]) -> None:
    assert positions(text) == people


@pytest.mark.parametrize(
    "name", ["Y Thanh Hà Niê Kđăm", "Tráng A Dương", "K'Nhiếu", "Hầu A Lềnh", "Điểu K'Ré", "Giàng Páo Mỷ", "Ksor H'Bơ Khăp"]
)
def test_names_of_every_people_of_the_country(name: str) -> None:
    assert positions(f"Ủy viên Ủy ban Dân tộc {name} phát biểu.") == {name: ["Ủy viên Ủy ban Dân tộc"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chủ tịch UBND TP Hà Nội Trần Văn Ba", ["Trần Văn Ba"]),
        ("Bí thư Tỉnh ủy Bắc Ninh Trần Văn Ba", ["Trần Văn Ba"]),
        ("Chủ tịch UBND huyện Hoàng Sa Trần Văn Ba", ["Trần Văn Ba"]),
        ("Chủ tịch UBND tỉnh Trần Văn Ba", ["Trần Văn Ba"]),
        ("Chủ tịch UBND thành phố Trần Văn Ba", ["Trần Văn Ba"]),
        ("Bí thư Huyện ủy Kim Thành", []),
        ("Hiệu trưởng Trường THPT Chu Văn An Trần Văn Ba", ["Trần Văn Ba"]),
        ("Giám đốc Bệnh viện Nguyễn Tri Phương", []),
        ("Bí thư Đoàn Thanh niên", []),
        ("Học viện Chính trị quốc gia Hồ Chí Minh", []),
        ("Sở Văn Hóa, Bộ Y Tế, Phòng Quản Lý Đô Thị", []),
        ("Chủ tịch nước Trần Văn Ba Huân chương", ["Trần Văn Ba"]),
        ("Trần Văn Ba Phó Giám đốc", ["Trần Văn Ba"]),
        ("Chủ tịch Hồ Chí Minh Hướng dẫn 7-HD/BHT", ["Hồ Chí Minh"]),
        ("Trần Ba Nghị định số 5/2024/NĐ-CP", ["Trần Ba"]),
        ("Trần Văn Ba Luật số 5/2024/QH15", ["Trần Văn Ba"]),
        ("Trần Văn Ba Luật Đất đai", ["Trần Văn Ba"]),
        ("TRẦN VĂN BA THÔNG TƯ SỐ 5/2024/TT-BTS", ["Trần Văn Ba"]),
        ("Trần Văn Luật 45 tuổi, Lê Văn Quy định nghỉ", ["Trần Văn Luật", "Lê Văn Quy"]),
        ("ông Nguyễn Văn A, bà Trần Thị B", []),
        ("Tổng Giám đốc, ông Mark Atherton", ["Mark Atherton"]),
        ("Hiệp hội các nước Đông Nam Á", []),
    ],
)
def test_names(text: str, found: list[str]) -> None:
    assert [name.text for name in names(clean(text), 0, len(text))] == found


@pytest.mark.parametrize("words", table("positions")["names"]["person_after"])
def test_words_that_a_person_may_follow(words: str) -> None:
    text = f"Giám đốc Sở {words} Trần Văn Ba"
    assert [found.text for found in names(clean(text), 0, len(text))] == ["Trần Văn Ba"]


@pytest.mark.parametrize("surname", table("positions")["names"]["surnames"])
def test_surnames(surname: str) -> None:
    name = f"{surname} Minh Tâm"
    assert [found.text for found in names(clean(name), 0, len(name))] == [name]


@pytest.mark.parametrize("words", table("positions")["names"]["no_names"])
def test_words_that_begin_like_a_name(words: str) -> None:
    text = f"{words.title()} Minh"
    assert not list(names(clean(text), 0, len(text)))


@pytest.mark.parametrize("title", table("positions")["titles"])
def test_titles(title: str) -> None:
    assert positions(f"Ông Lê Văn Ba, {title} Nam Sơn, dự họp.") == {"Lê Văn Ba": [f"{title} Nam Sơn"]}


@pytest.mark.parametrize(("short", "title"), table("positions")["abbreviations"].items())
def test_abbreviated_titles(short: str, title: str) -> None:
    assert positions(f"Đ/c Lê Văn Ba, {short} UBND xã. Đ/c Lê Văn Ba, {title} UBND xã.") == {"Lê Văn Ba": [f"{title} UBND xã"]}


@pytest.mark.parametrize("rank", table("positions")["names"]["ranks"])
def test_ranks_stand_between_a_position_and_a_name(rank: str) -> None:
    assert positions(f"Giám đốc Sở Nam Sơn, {rank} Lê Văn Ba dự họp.") == {"Lê Văn Ba": ["Giám đốc Sở Nam Sơn"]}


@pytest.mark.parametrize("words", [*table("positions")["stops"]["words"], *table("positions")["stops"]["phrases"]])
def test_a_position_ends_before_a_verb(words: str) -> None:
    assert positions(f"Ông Lê Văn Ba, Giám đốc Sở Y tế {words} việc khác.") == {"Lê Văn Ba": ["Giám đốc Sở Y tế"]}


@pytest.mark.parametrize("words", table("positions")["stops"]["compounds"])
def test_a_position_goes_on_over_compounds(words: str) -> None:
    assert positions(f"Ông Lê Văn Ba, Giám đốc Trung tâm Nam Sơn {words}, dự họp.") == {
        "Lê Văn Ba": [f"Giám đốc Trung tâm Nam Sơn {words}"]
    }


@pytest.mark.parametrize("name", ["Hoắc Thị Tuyết Mai", "Lượng Văn Tới", "Nguyễn Tường Văn"])
def test_whoever_signs_has_a_name(name: str) -> None:
    assert positions(f"{HEADING}KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\n{name}") == {name: ["THỨ TRƯỞNG"]}


@pytest.mark.parametrize("name", ["Nguyễn Văn A", "Nguyễn Văn", "Bộ Tài chính", "Hà Nội"])
def test_what_stands_below_a_title_and_is_no_name(name: str) -> None:
    assert positions(f"{HEADING}KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\n{name}") == {}


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Trưởng Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương"),
        ("Trưởng ban Tổ chức Tỉnh ủy", "Ban Tổ chức Tỉnh ủy"),
        ("Phó Trưởng Ban Thường trực Ban Chỉ đạo", "Ban Chỉ đạo"),
        ("Trưởng ban", None),
        ("Bộ trưởng Khoa học và Công nghệ", "Bộ Khoa học và Công nghệ"),
        ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Văn phòng Chính phủ"),
        ("Tổng Thanh tra Chính phủ", "Thanh tra Chính phủ"),
        ("Phó Chánh Văn phòng Bộ VHTT&DL", "Văn phòng Bộ VHTT&DL"),
        ("Thường trực Ban Bí thư", "Ban Bí thư"),
        ("Ủy viên dự khuyết Trung ương Đảng", "Trung ương Đảng"),
        ("Vụ trưởng thuộc Bộ Ngoại giao", "Bộ Ngoại giao"),
        ("nguyên Đại biểu Quốc hội", "Quốc hội"),
        ("CHỦ TỊCH QUỐC HỘI", "Quốc hội"),
        ("PCT UBND tỉnh", "UBND tỉnh"),
        ("Chủ tịch nước", None),
        ("Đại sứ Việt Nam tại Nhật Bản", None),
    ],
)
def test_the_body_that_a_position_names(title: str, body: str | None) -> None:
    assert body_of(title) == body


@pytest.mark.parametrize(
    "body",
    [
        "Bộ Văn hóa, Thể thao và Du lịch",
        "Sở Văn hóa, Thể thao và Du lịch",
        "Ban Tổ chức & Nội vụ",
        "Ban Chính sách, chiến lược Trung ương",
        "Viện kiểm sát nhân dân tối cao",
        "Ban chỉ đạo cải cách hành chính",
        "Văn phòng Chủ tịch nước",
        "Ủy ban Kinh tế và Tài chính của Quốc hội",
        "Ban Quản lý dự án đầu tư xây dựng 307",
    ],
)
def test_the_whole_name_of_a_body(body: str) -> None:
    assert bodies(f"Ông Lê Văn Ba, Chủ nhiệm {body} phát biểu.") == [body]


def test_a_local_position_belongs_to_the_province_of_the_text() -> None:
    text = "Hội nghị tại điểm cầu Tỉnh ủy Lào Cai. Phó Bí thư Tỉnh ủy Lê Văn Ba, Trưởng ban Tổ chức Tỉnh ủy Trần Thị Tư dự."
    assert bodies(text) == ["Tỉnh ủy Lào Cai", "Ban Tổ chức Tỉnh ủy Lào Cai"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lê Văn Ba, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Sơn La.", ["Tỉnh ủy Sơn La", "UBND tỉnh Sơn La"]),
        (
            "Lê Văn Ba, Ủy viên Ban Thường vụ, Trưởng ban Tổ chức Tỉnh ủy Sơn La.",
            ["Ban Thường vụ Tỉnh ủy Sơn La", "Ban Tổ chức Tỉnh ủy Sơn La"],
        ),
        ("Tại Hà Nội, Phó Bí thư Tỉnh ủy Lê Văn Ba phát biểu.", ["Tỉnh ủy"]),
        ("Tại Hà Nội, Phó Bí thư Thành ủy Lê Văn Ba phát biểu.", ["Thành ủy Hà Nội"]),
    ],
)
def test_the_place_of_a_local_body(text: str, found: list[str]) -> None:
    assert bodies(text) == found


UBND = (
    "ỦY BAN NHÂN DÂN\nTỈNH SƠN LA\n-------\nSố: 5/2024/QĐ-UBND\n\nSơn La, ngày 05 tháng 02 năm 2024\n\n"
    "QUYẾT ĐỊNH\nVề một việc\n\nĐiều 1. Phạm vi\n\n"
)

CHAIR = UBND.replace("\n\nĐiều 1.", "\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA\n\nCăn cứ Luật Giá;\n\nĐiều 1.")


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        (HEADING + "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\n(Đã ký)\n\nLê Văn Ba", "THỨ TRƯỞNG", "Bộ Tài chính"),
        (HEADING + "BỘ TRƯỞNG\n\nLÊ VĂN BA", "BỘ TRƯỞNG", "Bộ Tài chính"),
        (UBND + "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Ba", "PHÓ CHỦ TỊCH", "Ủy ban nhân dân tỉnh Sơn La"),
        (UBND + "TM. ỦY BAN\nNHÂN DÂN\nCHỦ TỊCH\nLê Văn Ba", "CHỦ TỊCH", "Ủy ban nhân dân tỉnh Sơn La"),
        (UBND + "KT. CHỦ TỊCH PHÓ CHỦ TỊCH\nĐại tá Lê Văn Ba", "PHÓ CHỦ TỊCH", "Ủy ban nhân dân tỉnh Sơn La"),
        (CHAIR + "CHỦ TỊCH\nLê Văn Ba", "CHỦ TỊCH", "Ủy ban nhân dân tỉnh Sơn La"),
        (UBND + "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nLê Văn Ba", "CHÁNH VĂN PHÒNG", None),
        (HEADING + "KT. TRƯỞNG BAN GIÁM SÁT PHÓ TRƯỞNG BAN\nLê Văn Ba", "PHÓ TRƯỞNG BAN", "BAN GIÁM SÁT"),
        (HEADING + "PHÓ CHỦ NHIỆM\nLê Văn Ba", "PHÓ CHỦ NHIỆM", None),
        (HEADING + "TL. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ\nPHÁP CHẾ\nLê Văn Ba", "VỤ TRƯỞNG VỤ PHÁP CHẾ", "VỤ PHÁP CHẾ"),
        (HEADING + "KT. TRƯỞNG BAN GIÁM SÁT\nHẢI QUAN PHÓ TRƯỞNG BAN\nLê Văn Ba", "PHÓ TRƯỞNG BAN", "BAN GIÁM SÁT"),
        (HEADING + "KT. BỘ TRƯỞNG\nTHỨ\nTRƯỞNG\n( Đã ký)\nLê Văn Ba", "THỨ TRƯỞNG", "Bộ Tài chính"),
        (HEADING + "BỘ TRƯỞNG\nLê\nVăn Ba", "BỘ TRƯỞNG", "Bộ Tài chính"),
    ],
)
def test_who_signs(text: str, title: str, body: str | None) -> None:
    [person] = read(text).people
    assert person.name == "Lê Văn Ba"
    assert [(held.title, held.body) for held in person.positions] == [(title, body)]
