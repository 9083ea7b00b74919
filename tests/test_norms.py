"""Norms: a sentence → who must, must not or may do what, when and how much; and what gives none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from reading import HEADING, read

from regraph.pipeline.output import to_json
from regraph.pipeline.vocabulary import table

ARTICLE = HEADING + "Điều 4. Sinh hoạt\n"
Said = tuple[str | None, str | None, str, str | None]


def norms(text: str) -> list[dict[str, Any]]:
    found: Any = to_json(read(text))["norms"]
    return list(found)


def said(text: str) -> list[Said]:
    return [(n["subject"], n["condition"], n["modality"], n["action"]) for n in norms(text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Đảng viên phải dự họp đầy đủ.", [("đảng viên", None, "must", "dự họp đầy đủ")]),
        ("1. Chi bộ không được thu thêm khoản nào.", [("chi bộ", None, "must_not", "thu thêm khoản nào")]),
        ("Người nộp thuế có quyền yêu cầu giải thích.", [("người nộp thuế", None, "may", "yêu cầu giải thích")]),
        ("Bộ Y tế có trách nhiệm công bố danh mục.", [("Bộ Y tế", None, "must", "công bố danh mục")]),
        (
            "Cơ quan, tổ chức, cá nhân phải báo cáo hằng năm.",
            [("cơ quan, tổ chức, cá nhân", None, "must", "báo cáo hằng năm")],
        ),
        ("Khi hết nhiệm kỳ, chi bộ phải họp.", []),  # one word is no action
        ("Khi hết nhiệm kỳ, chi bộ phải bầu lại.", [("chi bộ", "khi hết nhiệm kỳ", "must", "bầu lại")]),
        (
            "Trường hợp vắng mặt thì đảng viên phải báo cáo lý do.",
            [("đảng viên", "trường hợp vắng mặt", "must", "báo cáo lý do")],
        ),
        (
            "Khi có dịch, cơ quan, đơn vị, cá nhân phải khai báo ngay.",
            [("cơ quan, đơn vị, cá nhân", "khi có dịch", "must", "khai báo ngay")],
        ),
        ("Chủ xe phải nộp phí, trừ trường hợp được miễn.", [("chủ xe", "trừ trường hợp được miễn", "must", "nộp phí")]),
        (
            "Chi bộ chỉ được sử dụng quỹ khi có nghị quyết.",
            [("chi bộ", "chỉ khi có nghị quyết", "may", "sử dụng quỹ")],
        ),
        (
            "Nhà thầu phải nộp hồ sơ đúng hạn và không được sửa giá.",
            [("nhà thầu", None, "must", "nộp hồ sơ đúng hạn"), ("nhà thầu", None, "must_not", "sửa giá")],
        ),
        (
            "Chủ xe phải nộp phí đúng hạn; không được sang tên xe.",
            [("chủ xe", None, "must", "nộp phí đúng hạn"), ("chủ xe", None, "must_not", "sang tên xe")],
        ),
        (
            "Giám đốc có quyền lập quỹ và có nhiệm vụ công khai quỹ.",
            [("giám đốc", None, "may", "lập quỹ"), ("giám đốc", None, "must", "công khai quỹ")],
        ),
        (
            "Khi có dịch, giám đốc phải báo cáo cấp trên; nhân viên phải đeo khẩu trang.",
            [
                ("giám đốc", "khi có dịch", "must", "báo cáo cấp trên"),
                ("nhân viên", "khi có dịch", "must", "đeo khẩu trang"),
            ],
        ),
        (
            "Hằng năm, giám đốc phải báo cáo cấp trên; nhân viên phải đeo khẩu trang.",
            [("giám đốc", "hằng năm", "must", "báo cáo cấp trên")],  # whether every year is of both is not sure
        ),
        (
            "Khi nhập hàng thuộc diện phải kiểm dịch, chủ hàng phải nộp hồ sơ.",
            [("chủ hàng", "khi nhập hàng thuộc diện phải kiểm dịch", "must", "nộp hồ sơ")],
        ),
        (
            "Chủ cơ sở có lợn bị giết mổ bắt buộc có quyền nhận hỗ trợ.",
            [("chủ cơ sở có lợn bị giết mổ bắt buộc", None, "may", "nhận hỗ trợ")],
        ),
        (
            "Việc định giá phải được lập biên bản; phải báo trước cho dân.",
            [("việc định giá", None, "must", "được lập biên bản")],  # who is to tell the people is not said
        ),
        ("Hai bên có nghĩa vụ giữ lời hứa.", [("hai bên", None, "must", "giữ lời hứa")]),
        ("Chủ tài khoản phải giữ kín mật khẩu.", [("chủ tài khoản", None, "must", "giữ kín mật khẩu")]),
        ("Người đại diện phải dự phiên họp.", [("người đại diện", None, "must", "dự phiên họp")]),
        (
            "Khi hàng cũ đã hết, trường hợp cần thêm; trường hợp thiếu tiền thì giám đốc phải báo cáo cấp trên.",
            [("giám đốc", "trường hợp thiếu tiền", "must", "báo cáo cấp trên")],
        ),
        ("Chủ xe bắt buộc phải mua bảo hiểm.", [("chủ xe", None, "must", "mua bảo hiểm")]),
        ("Nhà thầu được lựa chọn phải ký cam kết.", [("nhà thầu được lựa chọn", None, "must", "ký cam kết")]),
        ("Chủ xe phải bảo đảm và chịu trách nhiệm về phanh xe.", [("chủ xe", None, "must", "chịu trách nhiệm về phanh xe")]),
        ("Bộ Y tế có trách nhiệm hướng dẫn Thông tư này./.", [("Bộ Y tế", None, "must", "hướng dẫn Thông tư này")]),
        ("Bộ Y tế chủ trì lập danh mục thuốc.", [("Bộ Y tế", None, "must", "chủ trì lập danh mục thuốc")]),
        ("Cơ quan chủ trì phải gửi dự thảo.", [("cơ quan chủ trì", None, "must", "gửi dự thảo")]),
        ("Giao Sở Y tế lập kế hoạch.", [("Sở Y tế", None, "must", "lập kế hoạch")]),
        ("Hợp đồng phải được lập thành văn bản.", [("hợp đồng", None, "must", "được lập thành văn bản")]),
        (
            "Khi thuê xe, hợp đồng thuê xe phải ghi rõ giá.",
            [("hợp đồng thuê xe", "khi thuê xe", "must", "ghi rõ giá")],
        ),
        ("Việc thu phí không được gây cản trở giao thông.", [("việc thu phí", None, "must_not", "gây cản trở giao thông")]),
        ("Trừ trường hợp được miễn, chủ xe phải nộp phí.", [("chủ xe", "trừ trường hợp được miễn", "must", "nộp phí")]),
        ("Người phải thi hành án có quyền thỏa thuận.", [("người phải thi hành án", None, "may", "thỏa thuận")]),
        ("Nghiêm cấm việc sửa chữa sổ sách đã khóa.", [(None, None, "must_not", "việc sửa chữa sổ sách đã khóa")]),
        ("Nghiêm cấm cán bộ lợi dụng chức vụ để thu tiền.", [("cán bộ", None, "must_not", "lợi dụng chức vụ để thu tiền")]),
        ("Bộ Y tế có trách nhiệm theo dõi dịch bệnh.", [("Bộ Y tế", None, "must", "theo dõi dịch bệnh")]),
        ("Cá nhân bị xử phạt phải nộp tiền phạt.", [("cá nhân bị xử phạt", None, "must", "nộp tiền phạt")]),
        ("Người ra quyết định phạt phải ký biên bản.", [("người ra quyết định phạt", None, "must", "ký biên bản")]),
        ("Người nào gây thiệt hại thì phải đền bù thỏa đáng.", [("người nào gây thiệt hại", None, "must", "đền bù thỏa đáng")]),
        (
            "Người học quy định tại khoản 2 Điều này phải dự lớp.",
            [("người học quy định tại khoản 2 Điều này", None, "must", "dự lớp")],
        ),
        (
            "Công đoàn, trong phạm vi quyền hạn của mình, có trách nhiệm bảo vệ người làm thuê.",
            [("công đoàn", "trong phạm vi quyền hạn của mình", "must", "bảo vệ người làm thuê")],
        ),
        ("Quỹ hưu (sau đây gọi là Quỹ) có trách nhiệm trả lương.", [("Quỹ hưu", None, "must", "trả lương")]),
        ("Văn thư cơ quan phải đóng dấu văn bản.", [("văn thư cơ quan", None, "must", "đóng dấu văn bản")]),
        (
            "Nhà thầu có trách nhiệm nộp hồ sơ và chịu trách nhiệm về số liệu.",
            [("nhà thầu", None, "must", "nộp hồ sơ"), ("nhà thầu", None, "must", "chịu trách nhiệm về số liệu")],
        ),
        (
            "Giám đốc phải trả lời bằng văn bản, nếu từ chối thì phải nêu lý do.",
            [("giám đốc", None, "must", "trả lời bằng văn bản"), ("giám đốc", "nếu từ chối", "must", "nêu lý do")],
        ),
        (
            "Đảng bộ cơ sở do hoàn cảnh đặc biệt được sinh hoạt trực tuyến thì sau khi hết dịch phải sinh hoạt trực tiếp.",
            [
                ("đảng bộ cơ sở", "do hoàn cảnh đặc biệt", "may", "sinh hoạt trực tuyến"),
                ("đảng bộ cơ sở", "do hoàn cảnh đặc biệt; sau khi hết dịch", "must", "sinh hoạt trực tiếp"),
            ],
        ),
    ],
)
def test_a_sentence_of_a_regulation(sentence: str, expected: list[Said]) -> None:
    assert said(ARTICLE + sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Hồ sơ được gửi đến cơ quan thuế.",
        "Cán bộ được bổ nhiệm theo quy định.",
        "Người bị thu hồi đất không được bồi thường.",
        "Việc này không phải đăng ký.",
        "Cơ quan thuế thông báo cho người nộp thuế phải nộp bổ sung.",
        "Trường hợp người nộp thuế phải nộp bổ sung tiền thuế.",
        "Nhà thầu được đề nghị chỉ định thầu chuẩn bị hồ sơ.",
        "Các tổ chức đó phải nộp báo cáo.",
        "Quá thời hạn nêu trên, chi bộ phải báo cáo cấp trên.",
        "Hằng năm, Bộ Y tế chủ trì đánh giá, cơ quan liên quan phải gửi số liệu.",
        "Đảng viên không được tổ chức đảng phân công làm việc khác.",
        "Chi bộ chỉ được sử dụng quỹ của mình.",
        "Đảng viên được rút đơn nhưng phải bằng văn bản theo mẫu.",
        "Thông tư này phải được công bố.",
        "Cơ quan thuế lập danh sách người được mua nhà ở theo giá ưu đãi.",
        "Thanh tra phải đúng trình tự, thủ tục.",
        "Chủ xe trong danh sách được phép chạy đêm được sử dụng bến.",
        "Thành viên phải báo trước chậm nhất là 06 tháng trước ngày rút vốn.",
        "Chủ xe phải dừng ký hợp đồng mới kể từ ngày không được cấp phép.",
        "Những người phải thi hành án không nộp đơn thì phải chịu phạt tiền.",
        "Khi đi qua cảng, bè gỗ, tổ chức, cá nhân phải treo đèn.",
        "Trong thời hạn mười ngày, kể từ ngày trình phương án của doanh nghiệp, hợp tác xã phá sản ra hội nghị, thẩm phán phải họp.",
        "Giám đốc các sở; các tổ chức, cá nhân có liên quan có trách nhiệm báo cáo hằng quý.",
        "Cấp phó được ủy quyền có thẩm quyền ký và phải chịu trách nhiệm về chữ ký.",
        "Hợp đồng được lập thành hai bản, trong đó bên thuê phải ghi rõ giá.",
        "Chủ xe có quyền bán xe khi hết hạn thuê; hoặc khi có thỏa thuận.",
        "Sở Y tế chủ trì thẩm định giá trong trường hợp mua bằng ngân sách, gửi Bộ Tài chính.",
        "Giám đốc có quyền yêu cầu giải thích để kết luận trong thời hạn 5 ngày kể từ ngày nhận đơn.",
        "Bộ Y tế phải báo tin kể từ khi có dịch và tiến hành dập dịch.",
        "Chủ xe có quyền bán xe nếu chưa trả phí hoặc nộp bù nếu đã trả phí.",
        "Yêu cầu người thuê nhà phải thực hiện việc đặt cọc.",
        "Bên giữ đồ của bên có nghĩa vụ giao hàng.",
        "Hằng năm, các đơn vị được giao vốn, cơ quan thuế phải báo cáo.",
        "Các khoản phải thu khó đòi của năm trước.",
        "Thẩm phán lấy lời khai tại trụ sở, trong trường hợp cần thiết có thể lấy lời khai tại nhà.",
        "Thủ kho phải giữ kho, được hưởng thù lao.",
        "Người giữ kho phải ký biên bản, được hưởng thù lao.",
        "Nhà thầu phải lập sổ, trong đó ghi ý kiến của dân nếu dân dự họp.",
        "Sở Y tế lập kế hoạch.",
        "Cơ quan chủ trì lập dự thảo.",
        "Cơ sở được kinh doanh hàng có thu nhập phải nộp thuế được miễn phí.",
    ],
)
def test_what_is_not_plain_gives_nothing(sentence: str) -> None:
    found = said(ARTICLE + sentence)
    assert [n for n in found if n[2] != "may" or "rút" not in (n[3] or "")] == []


@pytest.mark.parametrize(
    ("sentence", "subject", "modality", "limit"),
    [
        ("Chi bộ được áp dụng không quá 3 lần trong năm.", "chi bộ", "may", {"at_most": 3, "unit": "lần", "per": "năm"}),
        ("Hội đồng phải có ít nhất 05 thành viên.", "hội đồng", "must", {"at_least": 5, "unit": "thành viên", "per": None}),
        ("Thời gian tập huấn không quá 5 ngày.", "thời gian tập huấn", "limit", {"at_most": 5, "unit": "ngày", "per": None}),
        (
            "Thời hạn thuê tối thiểu là 02 năm kể từ ngày ký.",
            "thời hạn thuê",
            "limit",
            {"at_least": 2, "unit": "năm", "per": None},
        ),
        (
            "Chậm nhất là 10 ngày kể từ ngày nhận đơn, cơ quan thuế phải trả lời bằng văn bản.",
            "cơ quan thuế",
            "must",
            {"at_most": 10, "unit": "ngày", "per": None},
        ),
        (
            "Trong thời hạn tối đa 15 ngày kể từ ngày nhận đơn, cơ quan thuế phải trả lời bằng văn bản.",
            "cơ quan thuế",
            "must",
            {"at_most": 15, "unit": "ngày", "per": None},
        ),
        (
            "Trong thời hạn ba mươi ngày kể từ ngày nhận đơn, cơ quan thuế phải trả lời bằng văn bản.",
            "cơ quan thuế",
            "must",
            {"at_most": 30, "unit": "ngày", "per": None},
        ),
        (
            "Sau khi nhận đủ hồ sơ, chậm nhất sau 05 ngày làm việc thì cơ quan thuế phải tính tiền thuê đất.",
            "cơ quan thuế",
            "must",
            {"at_most": 5, "unit": "ngày làm việc", "per": None},
        ),
        (
            "Trong thời gian tối đa 07 (bảy) ngày, chủ xe phải nộp phí.",
            "chủ xe",
            "must",
            {"at_most": 7, "unit": "ngày", "per": None},
        ),
        (
            "Trước khi họp ít nhất 10 ngày, giám đốc phải gửi tài liệu.",
            "giám đốc",
            "must",
            {"at_least": 10, "unit": "ngày", "per": None},
        ),
        (
            "Chủ xe phải báo mất xe trong vòng 24 giờ kể từ khi biết tin.",
            "chủ xe",
            "must",
            {"at_most": 24, "unit": "giờ", "per": None},
        ),
        ("Mức đóng không quá 1.500.000 đồng/tháng.", "mức đóng", "limit", {"at_most": 1500000, "unit": "đồng", "per": "tháng"}),
        (
            "Tổ chức phát hành phải góp tối thiểu 2,5% vốn.",
            "tổ chức phát hành",
            "must",
            {"at_least": 2.5, "unit": "%", "per": None},
        ),
    ],
)
def test_limits(sentence: str, subject: str, modality: str, limit: dict[str, object]) -> None:
    [found] = norms(ARTICLE + sentence)
    assert (found["subject"], found["modality"], found["limit"]) == (subject, modality, limit)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thời gian chuẩn bị tối thiểu là 5 ngày đối với trong nước và 10 ngày đối với quốc tế.",
        "Cơ quan phải trả lời chậm nhất 30 ngày đối với đơn thường, 60 ngày đối với đơn khó.",
        "Chi bộ phải họp không quá mức cho phép.",
        "Chở quá tải bị phạt gấp đôi; mức phạt không quá 5 triệu đồng.",
    ],
)
def test_a_limit_that_is_one_of_several_or_no_number_gives_nothing(sentence: str) -> None:
    assert norms(ARTICLE + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Trong thời hạn 05 năm, cổ đông không được bán cổ phần.",
        "Trong thời hạn 12 tháng kể từ ngày bán, hãng xe phải bảo hành máy.",
        "Trong thời hạn 3 ngày mà không có trả lời, chủ xe có quyền khiếu nại lần hai.",
        "Trong thời hạn thuê, bên thuê phải sửa chữa nhỏ.",
        "Danh sách thi phải được niêm yết trong thời hạn 20 ngày.",
    ],
)
def test_a_time_that_something_lasts_is_no_deadline(sentence: str) -> None:
    [found] = norms(ARTICLE + sentence)
    assert found["limit"] is None


def test_a_list_gives_a_norm_for_each_item_in_its_provision() -> None:
    text = (
        HEADING
        + "Điều 7. Trách nhiệm\n1. Giám đốc có trách nhiệm:\na) Lập kế hoạch năm;\nb) Trả lời đơn khi có yêu cầu của dân.\n"
    )
    assert [(n["part"], n["subject"], n["condition"], n["action"]) for n in norms(text)] == [
        ("điểm a khoản 1 Điều 7", "giám đốc", None, "lập kế hoạch năm"),
        ("điểm b khoản 1 Điều 7", "giám đốc", "khi có yêu cầu của dân", "trả lời đơn"),
    ]


def test_forbidden_acts() -> None:
    text = HEADING + "Điều 3. Các hành vi bị nghiêm cấm trong đấu thầu\n1. Đưa, nhận, môi giới hối lộ.\n2. Tiết lộ giá dự thầu.\n"
    assert [(n["part"], n["subject"], n["condition"], n["modality"], n["action"]) for n in norms(text)] == [
        ("khoản 1 Điều 3", None, "trong đấu thầu", "must_not", "đưa, nhận, môi giới hối lộ"),
        ("khoản 2 Điều 3", None, "trong đấu thầu", "must_not", "tiết lộ giá dự thầu"),
    ]


def test_matters_that_must_not_be_dealt_with() -> None:
    text = ARTICLE + "1. Hai nội dung không được thực hiện trong họp trực tuyến:\na) Bỏ phiếu kín;\nb) Xử lý kỷ luật.\n"
    assert said(text) == [
        (None, "trong họp trực tuyến", "must_not", "thực hiện bỏ phiếu kín"),
        (None, "trong họp trực tuyến", "must_not", "thực hiện xử lý kỷ luật"),
    ]


def test_matters_are_quoted_without_the_spaces_around_them() -> None:
    text = ARTICLE + "1. Các nội dung không được thực hiện trong họp trực tuyến là bầu cử; xử lý kỷ luật.\n"
    assert [text[n["start"] : n["end"]].rstrip(".\n") for n in norms(text)] == ["bầu cử", "xử lý kỷ luật"]


def test_the_line_above_sets_the_condition_or_leaves_the_item_out() -> None:
    items = "a) Chủ xe phải nộp phí.\n"
    assert said(ARTICLE + "1. Đối với xe tải:\n" + items) == [("chủ xe", "đối với xe tải", "must", "nộp phí")]
    assert said(ARTICLE + "1. Việc thu phí thực hiện như sau:\n" + items) == [("chủ xe", None, "must", "nộp phí")]
    assert said(ARTICLE + "1. Xe tải, khi đi qua trạm, theo các bước:\n" + items) == []
    assert said(ARTICLE + "1. Khi có sự cố, trách nhiệm được quy định như sau:\n" + items) == [
        ("chủ xe", "khi có sự cố", "must", "nộp phí")
    ]
    assert said(ARTICLE + "1. Nếu có sự cố và theo lệnh cấp trên, các bước như sau:\n" + items) == []


@pytest.mark.parametrize(
    "item",
    [
        "a) Chủ cơ sở được tham gia tập huấn.",
        "a) Phối hợp với các đơn vị, báo cáo",
        "a) Định kỳ báo cáo cấp trên.",
        "a) Là đầu mối phối hợp.",
        "a) Cơ quan đầu mối, chịu trách nhiệm chung.",
        "a) Các nhiệm vụ khác theo quy định.",
    ],
)
def test_items_that_are_no_plain_action(item: str) -> None:
    assert norms(ARTICLE + "1. Giám đốc có trách nhiệm:\n" + item + "\n") == []


@pytest.mark.parametrize(
    ("item", "action"),
    [
        ("a) Lập kế hoạch; không được tiết lộ kế hoạch.", "lập kế hoạch"),
        ("a) Báo cho dân. Ủy ban tìm người nuôi.", "báo cho dân"),
        ("a) Quản lý văn bản đến;", "quản lý văn bản đến"),
        ("a) Kiểm tra trang thiết bị;", "kiểm tra trang thiết bị"),
        ("a) Lưu sổ gốc [3];", "lưu sổ gốc"),
    ],
)
def test_an_item_goes_as_far_as_it_is_plain(item: str, action: str) -> None:
    assert [n["action"] for n in norms(ARTICLE + "1. Giám đốc có trách nhiệm:\n" + item + "\n")] == [action]


@pytest.mark.parametrize(
    ("introduction", "item", "expected"),
    [
        ("1. Giám đốc có các nhiệm vụ sau đây:", "a) Lập kế hoạch;", ("giám đốc", None, "must", "lập kế hoạch")),
        ("1. Học viên có những quyền sau:", "a) Được mượn sách;", ("học viên", None, "may", "được mượn sách")),
        ("1. Giám đốc có nhiệm vụ, quyền hạn:", "a) Lập kế hoạch;", ("giám đốc", None, "must", "lập kế hoạch")),
        ("1. Giám đốc có nhiệm vụ và quyền hạn:", "a) Quyết định giá vé;", ("giám đốc", None, "may", "quyết định giá vé")),
        ("1. Giám đốc có nhiệm vụ và quyền hạn:", "a) Sân bãi và nhà ga;", None),  # neither a duty nor a right by its verb
        ("1. Trách nhiệm của Bộ Y tế:", "a) Lập kế hoạch;", ("Bộ Y tế", None, "must", "lập kế hoạch")),
        (
            "1. Trách nhiệm của Bộ Y tế trong phòng dịch:",
            "a) Lập kế hoạch;",
            ("Bộ Y tế", "trong phòng dịch", "must", "lập kế hoạch"),
        ),
        # an item that plainly tells somebody else's task is a norm of theirs, never of who is named above
        ("1. Trách nhiệm của Bộ Y tế:", "a) Bộ Công an lập kế hoạch;", ("Bộ Công an", None, "must", "lập kế hoạch")),
        ("1. Trách nhiệm của Bộ Y tế:", "a) Bộ Công an là đầu mối lập kế hoạch;", None),
        ("1. Trách nhiệm của Bộ Y tế:", "a) Cơ quan khác lập kế hoạch;", None),
        ("1. Trách nhiệm của Bộ Tài chính:", "a) Lập kế hoạch;", ("Bộ Tài chính", None, "must", "lập kế hoạch")),
        ("1. Bộ Y tế", "a) Lập kế hoạch;", ("Bộ Y tế", None, "must", "lập kế hoạch")),  # the name alone announces it
        ("1. Giám đốc có trách nhiệm:", "a) Khi có dịch, lập kế hoạch;", ("giám đốc", "khi có dịch", "must", "lập kế hoạch")),
        ("1. Giám đốc có trách nhiệm:", "a) Hằng năm lập kế hoạch;", ("giám đốc", "hằng năm", "must", "lập kế hoạch")),
        (
            "1. Giám đốc có trách nhiệm:",
            "a) Khi có đơn cần lập sổ, báo cáo ngay, trả lời dân;",
            None,
        ),  # where the condition ends?
        (
            "1. Giám đốc có trách nhiệm:",
            "a) Trong thời gian nghỉ lễ, cơ quan thường trực phải trực đêm;",
            ("cơ quan thường trực", "trong thời gian nghỉ lễ", "must", "trực đêm"),
        ),
        ("1. Giám đốc có trách nhiệm:", "a) Định kỳ kiểm tra, bảo trì máy;", None),
        ("1. Giám đốc có trách nhiệm:", "a) Khi hết hàng thì theo giá cũ hai bên bàn việc sửa, bổ sung hợp đồng;", None),
        ("1. Giám đốc có trách nhiệm:", "a) Được nghỉ phép khi cần thiết;", None),
        ("1. Giám đốc có các quyền:", "a) Quyền quy định tại Điều 3;", None),  # names a right and tells none
        ("1. Trách nhiệm của giám đốc:", "a) Tổ chức nghề nghiệp tham gia ý kiến.", None),
        ("1. Trách nhiệm của giám đốc:", "a) Tổ chức tập huấn nghề.", ("giám đốc", None, "must", "tổ chức tập huấn nghề")),
        (
            "1. Giám đốc có nghĩa vụ:",
            "a) Không được sửa sổ gốc; không tự ý hủy sổ.",
            ("giám đốc", None, "must_not", "sửa sổ gốc"),
        ),
        ("1. Giám đốc có trách nhiệm:", "a) Phải lập sổ theo dõi;", ("giám đốc", None, "must", "lập sổ theo dõi")),
        ("1. Giám đốc có quyền và nghĩa vụ:", "a) Không được lập quỹ riêng;", ("giám đốc", None, "must_not", "lập quỹ riêng")),
        (
            "1. Giám đốc có trách nhiệm:",
            "a) Kiểm tra hàng thuộc diện phải kiểm dịch;",
            ("giám đốc", None, "must", "kiểm tra hàng thuộc diện phải kiểm dịch"),
        ),
        (
            "1. Điều kiện đối với chủ xe được quy định như sau:",
            "a) Chủ xe phải có bằng lái.",
            ("chủ xe", None, "must", "có bằng lái"),
        ),
        ("1. Giám đốc có quyền:", "a) Đóng cửa bến khi thấy nguy hiểm và chịu trách nhiệm về việc đó;", None),
        ("1. Giám đốc có quyền và nghĩa vụ:", "a) Tham gia ban quản trị;", None),  # may be either
        ("1. Cơ sở đào tạo gồm:", "a) Viện nghiên cứu được phép đào tạo tiến sĩ.", None),
        ("1. Phương án có những nội dung sau đây:", "a) Danh sách thợ; thợ và cán bộ phải nghỉ việc.", None),
        ("1. Những việc cán bộ không được làm:", "a) Nhận quà của dân;", ("cán bộ", None, "must_not", "nhận quà của dân")),
        (
            "1. Những việc cán bộ không được làm khi tiếp dân:",
            "a) Nhận quà của dân;",
            ("cán bộ", "khi tiếp dân", "must_not", "nhận quà của dân"),
        ),
        (
            "1. Những việc cán bộ không được làm:",
            "a) Cán bộ không được thu thêm tiền.",
            ("cán bộ", None, "must_not", "thu thêm tiền"),
        ),
        (
            "1. Các hành vi bị cấm đối với đấu giá viên:",
            "a) Cho thuê thẻ hành nghề;",
            ("đấu giá viên", None, "must_not", "cho thuê thẻ hành nghề"),
        ),
        (
            "1. Các hành vi bị cấm đối với trẻ em:",
            "a) Đánh đập, bỏ đói;",
            (None, "đối với trẻ em", "must_not", "đánh đập, bỏ đói"),
        ),
        ("1. Đối với xe tải", "a) Chủ xe phải nộp phí.", ("chủ xe", "đối với xe tải", "must", "nộp phí")),
        ("1. Trách nhiệm của Bộ Y tế:", "a) Nhà kho và bến bãi;", None),
        (
            "1. Nghiêm cấm các hành vi sau đây đối với du khách:",
            "a) Thu thêm tiền;",
            (None, "đối với du khách", "must_not", "thu thêm tiền"),
        ),
    ],
)
def test_what_announces_a_list(introduction: str, item: str, expected: Said | None) -> None:
    assert said(f"{ARTICLE}{introduction}\n{item}\n") == ([expected] if expected else [])


def test_a_heading_announces_the_clauses_of_its_article() -> None:
    text = (
        HEADING
        + "Điều 6. Quyền và nghĩa vụ của hành khách\n1. Yêu cầu trả lại vé.\n2. Tuân thủ nội quy của bến.\n3. Ghế và hành lý.\n"
    )
    assert [(n["part"], n["modality"], n["action"]) for n in norms(text)] == [
        ("khoản 1 Điều 6", "may", "yêu cầu trả lại vé"),
        ("khoản 2 Điều 6", "must", "tuân thủ nội quy của bến"),
    ]


def test_a_line_without_number_introduces_the_clauses_of_its_article() -> None:
    text = HEADING + "Điều 6. Bến xe\nHành khách có trách nhiệm sau đây:\n1. Giữ gìn vệ sinh chung;\n2. Xếp hàng khi mua vé.\n"
    assert [(n["part"], n["condition"], n["action"]) for n in norms(text)] == [
        ("khoản 1 Điều 6", None, "giữ gìn vệ sinh chung"),
        ("khoản 2 Điều 6", "khi mua vé", "xếp hàng"),
    ]


def test_what_follows_a_semicolon_has_the_subject_of_what_stands_before() -> None:
    text = ARTICLE + "Khi có dịch, giám đốc có trách nhiệm lập sổ theo dõi; báo cáo cấp trên; sổ theo dõi của các ca.\n"
    assert said(text) == [
        ("giám đốc", "khi có dịch", "must", "lập sổ theo dõi"),
        ("giám đốc", "khi có dịch", "must", "báo cáo cấp trên"),
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Điều 1. Một\n1. Việc.\n2. Chi bộ phải họp đều.\n", "khoản 2 Điều 1"),
        ("Điều 1. Một\n1. Việc gồm các bước sau đây:\na) Bước.\nb) Chi bộ phải họp đều.\n", "điểm b khoản 1 Điều 1"),
        ("Điều 1. Một\nChi bộ phải họp đều.\n", "Điều 1"),
        (
            "Điều 1. Một\n1. Việc gồm các bước sau đây:\na) Bước.\nThêm một câu.\nb) Chi bộ phải họp đều.\n",
            "điểm b khoản 1 Điều 1",
        ),
        ("Điều 1. Một\n7. Chi bộ phải họp đều.\n", None),  # clauses 1 to 6 are missing: which clause it is, is not sure
        ("Điều 1. Một\nĐiều\n2. Hai\n1.\nChi bộ phải họp đều.\n", "khoản 1 Điều 2"),
        ("Điều 1. Một\nĐiều 9. Chín\nĐiều 10. Mười\nChi bộ phải họp đều.\n", "Điều 10"),  # two in a row make a gap sure
        ("Điều 1. Một\nMột việc.\nĐiều2. Hai\nChi bộ phải họp đều.\n", "Điều 2"),
        ("Điều 1. Một\nĐơn ghi theo:\nMẫu số 5.\nĐiều 2. Hai\nChi bộ phải họp đều.\n", "Điều 2"),
        ("Điều 1. Một\nMẫu số 5 được dùng khi cần.\n2. Chi bộ phải họp đều.\n", None),
    ],
)
def test_the_provision_in_which_a_norm_stands(text: str, part: str | None) -> None:
    assert [n["part"] for n in norms(HEADING + text)] == ([part] if part else [])


@pytest.mark.parametrize("text", ["Điều 1.", "Điều 1. Họp\n1. Chi bộ phải họp đều.\na)", "Điều 1. Họp\n1."])
def test_an_item_without_words_gives_none(text: str) -> None:
    assert all(norm["action"] for norm in norms(HEADING + text))


def test_a_party_text_without_articles() -> None:
    text = (
        "BAN TỔ CHỨC TRUNG ƯƠNG\nSố 7-HD/BTCTW\nHà Nội, ngày 03 tháng 01 năm 2023\n\nHƯỚNG DẪN\nvề một việc\n\n"
        "I- NỘI DUNG\n1. Việc chung\n1.1. Chi bộ phải họp đều.\nII- TỔ CHỨC\n"
    )
    assert [(n["part"], n["subject"]) for n in norms(text)] == [("điểm 1.1 Mục I", "chi bộ")]


@pytest.mark.parametrize("article", ["Đối tượng áp dụng", "Phạm vi điều chỉnh", "Giải thích từ ngữ", "Điều khoản chuyển tiếp"])
def test_articles_on_the_document_itself_give_no_norm(article: str) -> None:
    assert norms(f"{HEADING}Điều 1. {article}\nTrường nghề; viện nghiên cứu được phép đào tạo tiến sĩ.\n") == []


def test_what_stands_below_an_item_is_not_of_the_list() -> None:
    items = "- Lập kế hoạch năm;\n- Cơ quan nơi xác nhận lý lịch:\n+ Chỉ đạo chi ủy xác nhận.\n- Báo cáo cấp trên.\n"
    assert said(ARTICLE + "1. Trách nhiệm của giám đốc:\n" + items) == [
        ("giám đốc", None, "must", "lập kế hoạch năm"),
        ("giám đốc", None, "must", "báo cáo cấp trên"),
    ]


def test_an_attached_statute_is_named_and_annexes_are_left_out() -> None:
    text = (
        HEADING
        + "Điều 1. Ban hành\nBan hành Quy chế kèm theo.\nĐiều 2. Trách nhiệm\nCác đơn vị phải phối hợp tốt.\n\nNơi nhận:\n\n"
        "QUY CHẾ\nvề việc họp\n\nĐiều 1. Họp\nChi bộ phải họp đều.\n\nPHỤ LỤC I\n1. Đơn vị phải ghi rõ tên.\n"
    )
    assert [(n["part"], n["subject"]) for n in norms(text)] == [("Điều 2", "các đơn vị"), ("Điều 1 Quy chế", "chi bộ")]


def test_an_attached_statute_whose_name_follows_its_kind() -> None:
    text = HEADING + "Điều 1. Ban hành\nBan hành Quy chế kèm theo.\nQUY CHẾ ĐẤU GIÁ\n(Ban hành kèm theo Thông tư này)\n"
    text += "CHƯƠNG I\nQUY ĐỊNH CHUNG\nĐiều 1. Họp\nChi bộ phải họp đều.\n"
    assert [n["part"] for n in norms(text)] == ["Điều 1 Quy chế"]


def test_wording_that_goes_into_another_document_is_not_the_acts_own() -> None:
    text = HEADING.replace("Về một việc", "Sửa đổi, bổ sung một số điều của Thông tư số 1/2020/TT-BTC")
    assert norms(text + "Điều 1. Sửa đổi Điều 3\n“1. Chi bộ phải họp đều.”\n") == []


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (
            "Theo khoản 2 Điều 5 Nghị định số 9/2024/NĐ-CP, chủ xe phải nộp phí.",
            [("9/2024/NĐ-CP", "khoản 2 Điều 5", "chủ xe")],
        ),
        ("Nghị định số 9/2024/NĐ-CP nêu rõ chủ xe phải nộp phí.", [("9/2024/NĐ-CP", None, "chủ xe")]),
        ("Chủ xe phải nộp phí.", []),
        ("Theo Nghị định số 9/2024/NĐ-CP và Nghị định số 8/2023/NĐ-CP, chủ xe phải nộp phí.", []),
        ("Theo dự thảo Nghị định số 9/2024/NĐ-CP, chủ xe phải nộp phí.", []),
        ("Theo Nghị định số 9/2024/NĐ-CP, phí được thu qua ngân hàng.\n\nChủ xe phải đi đăng kiểm.", []),
    ],
)
def test_an_article_tells_only_what_it_ties_to_one_document(article: str, expected: list[tuple[str, str | None, str]]) -> None:
    found = read("Tin tức hôm nay\n\n" + article)
    symbols = {d.id: d.symbol for d in found.documents}
    assert [(symbols[n.document], n.part, n.subject) for n in found.norms] == expected


def test_the_evidence_is_in_the_text() -> None:
    text = ARTICLE + "Nhà thầu phải nộp hồ sơ đúng hạn và không được sửa giá; chủ xe phải nộp phí.\n"
    found = read(text)
    assert [text[n.span.start : n.span.end] for n in found.norms] == [
        "Nhà thầu phải nộp hồ sơ đúng hạn",
        "không được sửa giá",
        "chủ xe phải nộp phí",
    ]


SEED = Path(__file__).parents[2] / "shared" / "seeds" / "002_eb5fb163875fd75a.txt"


@pytest.mark.skipif(not SEED.is_file(), reason=f"the seed article is not at {SEED}")
def test_the_article_on_meetings_held_online() -> None:
    """What it tells of one guideline on Party meetings: two limits, a duty after an emergency, a third limit, six exclusions."""
    found: Any = to_json(read(SEED.read_text("utf-8")))
    [guideline] = [d["id"] for d in found["documents"] if d["symbol"] == "03-HD/TW"]
    assert {n["doc"] for n in found["norms"]} == {guideline}
    told = [(n["subject"], n["condition"], n["modality"], n["limit"]) for n in found["norms"]]
    once, thrice = ({"at_most": times, "unit": "lần", "per": "năm"} for times in (1, 3))
    emergency = "do hoàn cảnh đặc biệt"
    assert told[:5] == [
        ("đảng bộ cơ sở", "có tính chất đặc thù", "may", once),
        ("chi bộ", "có tính chất đặc thù", "may", thrice),
        ("đảng bộ cơ sở, chi bộ", emergency, "may", None),
        ("đảng bộ cơ sở, chi bộ", f"{emergency}; ngay sau khi trở lại bình thường", "must", None),
        ("chi bộ", None, "may", thrice),
    ]
    assert told[5:] == [(None, "trong thí điểm sinh hoạt đảng trực tuyến", "must_not", None)] * 6
    actions = [n["action"] for n in found["norms"]]
    assert actions[0] == actions[1] == "áp dụng sinh hoạt trực tuyến"
    assert "trực tiếp" in actions[3]
    assert "theo tổ đảng" in actions[4]
    assert [word in action for word, action in zip(SIX, actions[5:], strict=True)] == [True] * 6
    [effect] = [e for e in found["effect"] if e["doc"] == guideline]
    assert (effect["from"], effect["to"]) == ("2022-12-27", "2025-06-30")
    assert [(r["doc"], r["about"]) for r in found["reach"]] == [(guideline, "addressee")]


SIX = ("cán bộ", "kỷ luật", "chính trị nội bộ", "bí mật", "phiếu kín", "kiểm điểm")


@pytest.mark.parametrize("row", [*table("norms")["modality"], *table("norms")["limit"]], ids=lambda row: row["example"])
def test_each_row_reads_its_example(row: dict[str, Any]) -> None:
    [found] = norms(ARTICLE + row["example"])
    assert found["modality"] == row["name"] if "name" in row else row["bound"] in found["limit"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("1. Sở Y tế lập kế hoạch.", [("Sở Y tế", None, "must", "lập kế hoạch")]),
        ("1. Sở Y tế: Lập kế hoạch.", [("Sở Y tế", None, "must", "lập kế hoạch")]),
        ("1. Giám đốc lập kế hoạch.", [("giám đốc", None, "must", "lập kế hoạch")]),
        ("1. Sở Y tế phê duyệt kế hoạch.", []),  # a power is not given by the name alone
        (
            "1. Văn phòng đăng ký xe tiếp nhận hồ sơ.",  # the first verb is of the name
            [("Văn phòng đăng ký xe", None, "must", "tiếp nhận hồ sơ")],
        ),
        ("1. Văn phòng đăng ký xe", []),
        ("1. Lưu trữ hồ sơ đấu giá.", []),
        ("1. Kế hoạch của Sở Y tế.", []),
    ],
)
def test_a_name_is_given_a_task_under_a_heading_on_tasks(sentence: str, expected: list[Said]) -> None:
    assert said(HEADING + "Điều 4. Phân công\n" + sentence + "\n") == expected


def test_the_rest_of_an_item_goes_with_the_item() -> None:
    items = "- Trách nhiệm của thư ký: ghi biên bản;\nlập sổ theo dõi.\n- Lập kế hoạch năm;\nbáo cáo cấp trên.\n"
    assert said(ARTICLE + "1. Trách nhiệm của giám đốc:\n" + items) == [
        ("giám đốc", None, "must", "lập kế hoạch năm"),
        ("giám đốc", None, "must", "báo cáo cấp trên"),
    ]


@pytest.mark.parametrize("part", ["subjects", "topics", "conditions", "things", "tasks"])
def test_each_table_reads_its_example(part: str) -> None:
    assert len(norms(ARTICLE + table("norms")[part]["example"])) == 1


@pytest.mark.parametrize(
    ("between", "part"),
    [("...", "khoản 1 Điều 9"), ("[…]", "khoản 1 Điều 9"), ("(....)", "khoản 1 Điều 9"), ("Một việc khác.", None)],
)
def test_articles_may_be_left_out_where_the_text_says_so(between: str, part: str | None) -> None:
    text = f"{HEADING}Điều 1. Phạm vi\nMột việc.\n{between}\nĐiều 9. Họp\n1. Đảng viên phải dự họp đầy đủ.\n"
    assert [n["part"] for n in norms(text)] == ([part] if part else [])
