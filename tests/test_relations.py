"""Relations: a sentence → who does what to whom."""

from __future__ import annotations

import pytest
from reading import HEADING, called, read, relations


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Quy định số 12-QĐ/TW thay thế Quy định số 11-QĐ/TW.", {("12-QĐ/TW", "replaces", "11-QĐ/TW", None)}),
        ("Quy định số 12-QĐ/TW gồm 4 chương, thay thế cho Quy định số 11-QĐ/TW.", {("12-QĐ/TW", "replaces", "11-QĐ/TW", None)}),
        ("Quy định số 11-QĐ/TW được thay thế bởi Quy định số 12-QĐ/TW.", {("12-QĐ/TW", "replaces", "11-QĐ/TW", None)}),
        (
            "Quy định số 12-QĐ/TW nêu rõ các bước. Nội dung này trước đây đã có Quy định số 11-QĐ/TW ngày 01/02/2012.",
            {("12-QĐ/TW", "follows", "11-QĐ/TW", None)},
        ),
        (
            "Thông tư số 1/2010/TT-BTC hết hiệu lực kể từ ngày Thông tư số 2/2020/TT-BTC có hiệu lực thi hành.",
            {("2/2020/TT-BTC", "repeals", "1/2010/TT-BTC", None)},
        ),
        ("Điều 5 có hiệu lực cho đến khi Thông tư số 1/2010/TT-BTC được bãi bỏ.", set()),
        ("Luật số 9/2024/QH15 có hiệu lực từ ngày Nghị quyết số 6/2022/QH15 hết hiệu lực.", set()),
        (
            "Nghị định số 2/2020/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 1/2010/NĐ-CP.",
            {("2/2020/NĐ-CP", "amends", "1/2010/NĐ-CP", None)},
        ),
        (
            "Nghị định số 2/2020/NĐ-CP bãi bỏ khoản 2 Điều 5 Nghị định số 1/2010/NĐ-CP.",
            {("2/2020/NĐ-CP", "repeals", "1/2010/NĐ-CP", "khoản 2 Điều 5")},
        ),
        (
            "Nghị định số 2/2020/NĐ-CP bãi bỏ khoản 2 và khoản 3 Mục II tại Nghị định số 1/2010/NĐ-CP.",
            {("2/2020/NĐ-CP", "repeals", "1/2010/NĐ-CP", "khoản 2 Mục II; khoản 3 Mục II")},
        ),
        (
            "Nghị định số 2/2020/NĐ-CP bãi bỏ Chương IX - Thu, nộp phí và lệ phí của Nghị định số 1/2010/NĐ-CP.",
            {("2/2020/NĐ-CP", "repeals", "1/2010/NĐ-CP", "Chương IX")},
        ),
        (
            "Nghị định số 2/2020/NĐ-CP bãi bỏ các Điều 6, 7 Quy chế quản lý kho ban hành theo Nghị định số 1/2010/NĐ-CP.",
            {("2/2020/NĐ-CP", "repeals", "1/2010/NĐ-CP", "Điều 6; Điều 7")},
        ),
        (
            "Nghị định số 2/2020/NĐ-CP bãi bỏ khoản 7, khoản 8 Điều 16 quy định về phí, lệ phí của kho; khoản 2 Điều 24 quy định về giờ mở kho"
            " tại Nghị định số 1/2010/NĐ-CP.",
            {("2/2020/NĐ-CP", "repeals", "1/2010/NĐ-CP", "khoản 7 Điều 16; khoản 8 Điều 16; khoản 2 Điều 24")},
        ),
        (
            "Nghị định số 2/2020/NĐ-CP sửa đổi Điều 5.012 Chương C của Bộ quy chế an toàn kho ban hành kèm theo Nghị định số 1/2010/NĐ-CP.",
            {("2/2020/NĐ-CP", "amends", "1/2010/NĐ-CP", "Điều 5.012 Chương C")},
        ),
        (
            "Nghị định số 2/2020/NĐ-CP bãi bỏ Quy định về nghiên cứu khoa học trong ngành kho ban hành kèm theo Nghị định số 1/2010/NĐ-CP.",
            {("2/2020/NĐ-CP", "repeals", "1/2010/NĐ-CP", None)},
        ),
        (
            "Tại khoản 3 Điều 7 Nghị định số 1/2010/NĐ-CP ngày 02/3/2010 của Chính phủ quy định về phí mượn sách đã được sửa đổi, bổ sung tại "
            "khoản 2 Điều 1 Nghị định số 2/2020/NĐ-CP ngày 05/6/2020 quy định: ai cũng được mượn.",
            {("2/2020/NĐ-CP", "amends", "1/2010/NĐ-CP", "khoản 3 Điều 7")},
        ),
        (
            "Nghị định số 2/2020/NĐ-CP sửa đổi, bổ sung tên gọi và một số điều của Nghị định số 1/2010/NĐ-CP.",
            {("2/2020/NĐ-CP", "amends", "1/2010/NĐ-CP", None)},
        ),
        (
            "Nghị định số 2/2020/NĐ-CP ngưng hiệu lực áp dụng một số quy định tại Nghị định số 1/2010/NĐ-CP.",
            {("2/2020/NĐ-CP", "suspends", "1/2010/NĐ-CP", "một số quy định")},
        ),
        (
            "Thông tư số 5/2020/TT-BTC hướng dẫn chế độ kế toán thực hiện Quyết định số 8/QĐ-TTg.",
            {("5/2020/TT-BTC", "guides", "8/QĐ-TTg", None)},
        ),
        ("Quyết định số 7/QĐ-UBND về việc điều chỉnh Kế hoạch triển khai Nghị quyết số 6-NQ/TW.", set()),
        (
            "Thông tư số 5/2020/TT-BTC hướng dẫn quản lý, sử dụng kinh phí thực hiện Quyết định số 8/QĐ-TTg.",
            {("5/2020/TT-BTC", "guides", "8/QĐ-TTg", None)},
        ),
        ("Nghị quyết số 7/NQ-HĐND về mức chi soạn thảo văn bản triển khai thi hành Luật số 9/2024/QH15.", set()),
        (
            "Nghị định số 1/2010/NĐ-CP ban hành Quy chế mượn sách; Nghị định số 2/2020/NĐ-CP ngày 03/4/2020 của Chính phủ sửa đổi khoản 1 Điều 3 của Quy chế mượn sách.",
            {("2/2020/NĐ-CP", "amends", "1/2010/NĐ-CP", "khoản 1 Điều 3")},
        ),
        (
            "Nghị định số 1/2010/NĐ-CP ban hành Quy chế mượn sách; Nghị định số 2/2020/NĐ-CP sửa đổi một số điều của Quy chế bán sách.",
            set(),
        ),
        (
            "Nghị định số 1/2010/NĐ-CP ban hành Quy chế mượn sách; Nghị định số 5/2012/NĐ-CP ban hành Quy chế mượn sách; "
            "Nghị định số 2/2020/NĐ-CP sửa đổi một số điều của Quy chế mượn sách.",
            set(),
        ),
        (
            "Luật số 1/2010/QH12 được sửa đổi, bổ sung bởi Luật số 2/2020/QH14.",
            {("2/2020/QH14", "amends", "1/2010/QH12", None)},
        ),
        (
            "Quy định số 3-QĐ/TW cụ thể hóa Quy định số 1-QĐ/TW (sửa đổi, bổ sung tại Quy định số 2-QĐ/TW), Quy định số 9-QĐ/TW.",
            {
                ("2-QĐ/TW", "amends", "1-QĐ/TW", None),
                ("3-QĐ/TW", "implements", "1-QĐ/TW", None),
                ("3-QĐ/TW", "implements", "9-QĐ/TW", None),
            },
        ),
        (
            "- Thông tư số 9/2024/TT-BTC có hiệu lực từ ngày 1/3/2024.\n\n- Bãi bỏ các Thông tư sau đây:\n\n+ Thông tư số 1/2010/TT-BTC về phí;",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None)},
        ),
        ("- Thông tư số 9/2024/TT-BTC nêu mức phí.\n\n- Bãi bỏ Thông tư số 1/2010/TT-BTC về phí.", set()),
        (
            "Nghị định số 1/2020/NĐ-CP nêu mức phí. Nghị định thay thế Nghị định số 5/2010/NĐ-CP.",
            {("1/2020/NĐ-CP", "replaces", "5/2010/NĐ-CP", None)},
        ),
        (
            "- Nghị định số 1/2020/NĐ-CP về phí, khác Nghị định số 7/2000/NĐ-CP.\nNghị định thay thế Nghị định số 5/2010/NĐ-CP.",
            {("1/2020/NĐ-CP", "replaces", "5/2010/NĐ-CP", None)},
        ),
        ("Có Nghị định số 1/2020/NĐ-CP và Nghị định số 7/2000/NĐ-CP. Nghị định thay thế Nghị định số 5/2010/NĐ-CP.", set()),
        (
            "Có Nghị định số 1/2020/NĐ-CP và Nghị định số 2/2020/NĐ-CP. Hai Nghị định này thay thế Nghị định số 5/2010/NĐ-CP.",
            {("1/2020/NĐ-CP", "replaces", "5/2010/NĐ-CP", None), ("2/2020/NĐ-CP", "replaces", "5/2010/NĐ-CP", None)},
        ),
        (
            "Có Nghị định số 1/2020/NĐ-CP và Nghị định số 2/2020/NĐ-CP. Ba Nghị định này thay thế Nghị định số 5/2010/NĐ-CP.",
            set(),
        ),
        (
            "Luật số 1/2010/QH12 được sửa đổi, bổ sung bởi Luật số 2/2020/QH14; Luật số 3/2015/QH13 được sửa đổi bởi Luật số 4/2025/QH15.",
            {("2/2020/QH14", "amends", "1/2010/QH12", None), ("4/2025/QH15", "amends", "3/2015/QH13", None)},
        ),
        (
            "Nghị định số 1/2020/NĐ-CP hướng dẫn thi hành Luật Giá được sửa đổi, bổ sung bởi Nghị định số 2/2025/NĐ-CP.",
            {("1/2020/NĐ-CP", "guides", "Luật Giá", None), ("2/2025/NĐ-CP", "amends", "1/2020/NĐ-CP", None)},
        ),
        (
            "Xử phạt theo khoản 2 Điều 5 Nghị định số 1/2020/NĐ-CP được sửa đổi bởi Nghị định số 2/2025/NĐ-CP.",
            {("2/2025/NĐ-CP", "amends", "1/2020/NĐ-CP", None)},
        ),
        (
            "Xử phạt theo khoản 2 Điều 5 Nghị định số 1/2020/NĐ-CP bị bãi bỏ bởi Nghị định số 2/2025/NĐ-CP.",
            {("2/2025/NĐ-CP", "repeals", "1/2020/NĐ-CP", "khoản 2 Điều 5")},
        ),
        (
            "Điều 5 Nghị định số 1/2020/NĐ-CP, có hiệu lực từ ngày 01/3/2020, có nội dung được sửa đổi, có nội dung bị bãi bỏ bởi Điều 1 "
            "Nghị định số 2/2022/NĐ-CP có hiệu lực từ ngày 01/5/2022; Điều 3 Nghị định số 3/2024/NĐ-CP có hiệu lực từ ngày 01/6/2024.",
            {
                ("2/2022/NĐ-CP", "amends", "1/2020/NĐ-CP", "Điều 5"),
                ("2/2022/NĐ-CP", "repeals", "1/2020/NĐ-CP", "Điều 5"),
                ("3/2024/NĐ-CP", "amends", "1/2020/NĐ-CP", "Điều 5"),
                ("3/2024/NĐ-CP", "repeals", "1/2020/NĐ-CP", "Điều 5"),
            },
        ),
        (
            "Theo Nghị định số 1/2020/NĐ-CP (được sửa đổi bởi khoản 1 Điều 1, bổ sung bởi khoản 2 Điều 1 Nghị định số 2/2022/NĐ-CP).",
            {("2/2022/NĐ-CP", "amends", "1/2020/NĐ-CP", None)},
        ),
        (
            "Theo khoản 2 Điều 5 Nghị định số 1/2020/NĐ-CP (được sửa đổi bởi khoản 1 Điều 1; bãi bỏ bởi khoản 2 Điều 1 Nghị định số 2/2022/NĐ-CP).",
            {
                ("2/2022/NĐ-CP", "amends", "1/2020/NĐ-CP", "khoản 2 Điều 5"),
                ("2/2022/NĐ-CP", "repeals", "1/2020/NĐ-CP", "khoản 2 Điều 5"),
            },
        ),
        (
            "Theo khoản 2 Điều 5 Nghị định số 1/2020/NĐ-CP (cụm từ “bể cá” bị thay thế bởi khoản 3 Điều 2 Nghị định số 2/2022/NĐ-CP; "
            "được sửa đổi bởi Điều 2 Nghị định số 3/2024/NĐ-CP).",
            {
                ("2/2022/NĐ-CP", "amends", "1/2020/NĐ-CP", "khoản 2 Điều 5"),
                ("3/2024/NĐ-CP", "amends", "1/2020/NĐ-CP", "khoản 2 Điều 5"),
            },
        ),
        (
            "Theo Nghị định số 1/2020/NĐ-CP (sửa đổi bởi Nghị định số 2/2022/NĐ-CP); Nghị định số 3/2024/NĐ-CP bị bãi bỏ.",
            {("2/2022/NĐ-CP", "amends", "1/2020/NĐ-CP", None)},
        ),
        (
            "Theo Luật Giá số 64/2025/QH15. Luật sửa đổi, bổ sung một số điều của Luật Giá số 87/2025/QH15 nêu rõ.",
            {("87/2025/QH15", "amends", "64/2025/QH15", None)},
        ),
        ("Theo Quy định số 29-QĐ/TW ngày 25/7/2016 về thi hành Điều lệ Đảng.", {("29-QĐ/TW", "implements", "Điều lệ", None)}),
        (
            "Theo Hướng dẫn số 4-HD/BTCTW ngày 01/10/2025 của Ban Tổ chức Trung ương thực hiện Chỉ thị số 5-CT/TW.",
            {("4-HD/BTCTW", "guides", "5-CT/TW", None)},
        ),
        (
            "Nghị định 102/2024/NĐ-CP được Chính phủ ban hành ngày 30/7/2024 quy định chi tiết một số điều của Luật Đất đai.",
            {("102/2024/NĐ-CP", "guides", "Luật Đất đai", None)},
        ),
        (
            "Bộ luật Hình sự 100/2015/QH13 được sửa đổi theo Luật số 12/2017/QH14 và Luật số 59/2024/QH15.",
            {("12/2017/QH14", "amends", "100/2015/QH13", None), ("59/2024/QH15", "amends", "100/2015/QH13", None)},
        ),
        (
            "Theo đó, Thông tư này nêu mức phí theo Thông tư số 62/2023/TT-BTC. Thông tư này thay thế Thông tư số 105/2020/TT-BTC.",
            set(),
        ),
        (
            "Nghị quyết số 14/NQ-UBTVQH15 nêu rõ: Nghị quyết số 951/NQ-UBTVQH13 hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.",
            {("14/NQ-UBTVQH15", "repeals", "951/NQ-UBTVQH13", None)},
        ),
        (
            "Nghị định số 181/2025/NĐ-CP thay thế:\n(1) Nghị định số 209/2013/NĐ-CP;\n(2) Khoản 2 Điều 5 Nghị định số 12/2015/NĐ-CP.",
            {
                ("181/2025/NĐ-CP", "replaces", "209/2013/NĐ-CP", None),
                ("181/2025/NĐ-CP", "replaces", "12/2015/NĐ-CP", "khoản 2 Điều 5"),
            },
        ),
        ("Nghị định số 15/2020/NĐ-CP sửa đổi khoản 37 Điều 1 Nghị định số 14/2022/NĐ-CP.", set()),
        ("Nghị định số 2/2025/NĐ-CP sửa đổi một số điều của các nghị định quy định chi tiết thi hành Luật Đất đai.", set()),
        ("Luật số 1/2010/QH12 được sửa đổi, bổ sung Luật số 2/2020/QH14 và các văn bản khác.", set()),
        (
            "Người nuôi cá theo Luật Giá số 16/2023/QH15 đã được sửa đổi, bổ sung theo Luật số 44/2024/QH15 và Luật số 56/2024/QH15, "
            "Luật Đất đai số 31/2024/QH15 và Luật Nhà ở năm 2023.",
            {("44/2024/QH15", "amends", "16/2023/QH15", None), ("56/2024/QH15", "amends", "16/2023/QH15", None)},
        ),
        (
            "Luật Giá số 16/2023/QH15 đã được sửa đổi, bổ sung theo Luật số 44/2024/QH15, Luật Đất đai số 31/2024/QH15 "
            "hết hiệu lực kể từ ngày Luật số 9/2026/QH16 có hiệu lực.",
            {
                ("44/2024/QH15", "amends", "16/2023/QH15", None),
                ("9/2026/QH16", "repeals", "16/2023/QH15", None),
                ("9/2026/QH16", "repeals", "31/2024/QH15", None),
            },
        ),
        (
            "Luật Giá số 16/2023/QH15 được sửa đổi, bổ sung theo Luật Đất đai số 31/2024/QH15 và Luật Nhà ở số 27/2023/QH15.",
            {("31/2024/QH15", "amends", "16/2023/QH15", None), ("27/2023/QH15", "amends", "16/2023/QH15", None)},
        ),
        (
            "Luật Xây dựng số 50/2014/QH13 sửa đổi Luật Giá số 16/2013/QH13.",
            {("50/2014/QH13", "amends", "16/2013/QH13", None)},
        ),
        (
            "Nghị quyết số 7/2020/NQ-HĐTP về việc hướng dẫn áp dụng Điều 21, Điều 22 của Luật Giá.",
            {("7/2020/NQ-HĐTP", "guides", "Luật Giá", "Điều 21; Điều 22")},
        ),
        (
            "Nghị quyết số 7/2020/NQ-HĐTP hướng dẫn áp dụng Điều 21 về bình ổn giá cá và Điều 22 về kê khai giá hoa của Luật Giá.",
            {("7/2020/NQ-HĐTP", "guides", "Luật Giá", "Điều 21; Điều 22")},
        ),
        (
            "Thông tư số 9/2024/TT-BTC bãi bỏ Thông tư số 1/2010/TT-BTC, Thông tư số 2/2011/TT-BTC (sửa đổi Thông tư số 3/2009/TT-BTC).",
            {
                ("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None),
                ("9/2024/TT-BTC", "repeals", "2/2011/TT-BTC", None),
                ("2/2011/TT-BTC", "amends", "3/2009/TT-BTC", None),
            },
        ),
        (
            "Nghị định số 5/2024/NĐ-CP quy định chi tiết Luật Giá (thay thế Nghị định số 1/2013/NĐ-CP).",
            {("5/2024/NĐ-CP", "guides", "Luật Giá", None), ("5/2024/NĐ-CP", "replaces", "1/2013/NĐ-CP", None)},
        ),
        (
            "Theo Nghị định số 1/2020/NĐ-CP, Nghị định số 2/2021/NĐ-CP (được sửa đổi, bổ sung tại Nghị định số 9/2024/NĐ-CP).",
            {("9/2024/NĐ-CP", "amends", "2/2021/NĐ-CP", None)},
        ),
        ("Nghị quyết số 85/2024/QH15, hướng dẫn thi hành: Thông tư số 45/2024/TT-BTC.", set()),
        ("Dưới đây là các văn bản hướng dẫn Nghị định số 8/2024/NĐ-CP, hướng dẫn thi hành: Thông tư số 45/2024/TT-BTC.", set()),
        ("Nghị định số 8/2024/NĐ-CP hướng dẫn thi hành các văn bản sau: Thông tư số 45/2024/TT-BTC.", set()),
        ("Văn bản hợp nhất số 3/VBHN-BTC hợp nhất Nghị định hướng dẫn Luật Giá.", set()),
        ("Nghị định số 5/2024/NĐ-CP bãi bỏ các thông tư hướng dẫn Nghị định số 1/2020/NĐ-CP.", set()),
        ("Nghị định số 5/2024/NĐ-CP bãi bỏ Nghị định sửa đổi Nghị định số 1/2020/NĐ-CP.", set()),
        ("Kế hoạch số 5/KH-UBND triển khai thi hành Nghị định quy định chi tiết Luật Giá.", set()),
        (
            "Luật số 9/2024/QH15 bãi bỏ 2 điều và một số điểm, khoản của Luật Giá số 16/2023/QH15.",
            {("9/2024/QH15", "repeals", "16/2023/QH15", "2 điều và một số điểm, khoản")},
        ),
        (
            "Ba điều và nhiều khoản của Thông tư số 1/2010/TT-BTC hết hiệu lực kể từ ngày Thông tư số 2/2020/TT-BTC có hiệu lực.",
            {("2/2020/TT-BTC", "repeals", "1/2010/TT-BTC", "Ba điều và nhiều khoản")},
        ),
        (
            "Thông tư số 2/2020/TT-BTC bãi bỏ phụ lục của Thông tư số 1/2010/TT-BTC.",
            {("2/2020/TT-BTC", "repeals", "1/2010/TT-BTC", "phụ lục")},
        ),
        (
            "Một số điều của Thông tư số 1/2010/TT-BTC bị bãi bỏ bởi Thông tư số 2/2020/TT-BTC.",
            {("2/2020/TT-BTC", "repeals", "1/2010/TT-BTC", "một số điều")},
        ),
        (
            "Danh mục cá ban hành kèm theo Thông tư số 1/2010/TT-BTC được thay thế bằng Thông tư số 2/2020/TT-BTC.",
            {("2/2020/TT-BTC", "replaces", "1/2010/TT-BTC", "Danh mục cá")},
        ),
        (
            "Mức phí quy định tại Thông tư số 1/2010/TT-BTC được thay thế bởi Thông tư số 2/2020/TT-BTC.",
            {("2/2020/TT-BTC", "replaces", "1/2010/TT-BTC", "Mức phí")},
        ),
        (
            "Quy chế chợ cá ban hành kèm theo Quyết định số 1/2010/QĐ-BTC được thay thế bởi Quyết định số 2/2020/QĐ-BTC.",
            {("2/2020/QĐ-BTC", "replaces", "1/2010/QĐ-BTC", None)},
        ),
        (
            "Thông tư số 1/2010/TT-BTC và Thông tư số 3/2012/TT-BTC (bị bãi bỏ bởi Thông tư số 2/2020/TT-BTC).",
            {("2/2020/TT-BTC", "repeals", "3/2012/TT-BTC", None)},
        ),
        (
            "Nghị quyết số 7/2020/NQ-HĐTP hướng dẫn áp dụng Điều 21 về bình ổn giá cá, tôm, Điều 22 về kê khai giá hoa và Điều 23 "
            "về thẩm định giá cá, hoa của Luật Giá.",
            {("7/2020/NQ-HĐTP", "guides", "Luật Giá", "Điều 21; Điều 22; Điều 23")},
        ),
        (
            "Thông tư số 1/2010/TT-BTC bị bãi bỏ một số điều bởi Thông tư số 2/2020/TT-BTC.",
            {("2/2020/TT-BTC", "repeals", "1/2010/TT-BTC", "một số điều")},
        ),
        (
            "Thông tư số 1/2010/TT-BTC bị thay thế Điều 5, Điều 6 bởi Thông tư số 2/2020/TT-BTC.",
            {("2/2020/TT-BTC", "replaces", "1/2010/TT-BTC", "Điều 5; Điều 6")},
        ),
        (
            "Thông tư số 1/2010/TT-BTC bị bãi bỏ một phần bởi Thông tư số 2/2020/TT-BTC.",
            {("2/2020/TT-BTC", "repeals", "1/2010/TT-BTC", "một phần")},
        ),
        ("Nghị định số 9/2024/NĐ-CP có thể thay thế Nghị định số 1/2020/NĐ-CP.", set()),
        ("Thông tư số 2/2020/TT-BTC bãi bỏ Luật số 1/2010/QH12.", set()),
        ("Thông tư số 2/2014/TT-BTC tiếp tục thực hiện cho đến khi có văn bản thay thế\n- Thông tư số 1/2012/TT-BTC.", set()),
        ("theo Luật Kế toán, văn bản hướng dẫn Luật Kế toán, hướng dẫn tại Thông tư số 9/2025/TT-BTC.", set()),
        ("XỬ LÝ KỶ LUẬT ĐỐI VỚI CÁN BỘ theo Nghị định số 1/2020/NĐ-CP", set()),
        ("Tờ trình số 2/TTr-UBND về việc bãi bỏ Nghị quyết số 1/2010/NQ-HĐND.", set()),
        (
            "Đã có Thông tư số 1/2020/TT-BTC, Quyết định số 2/QĐ-BTC. Thông tư số 9/2024/TT-BTC bãi bỏ các văn bản nêu trên.",
            {("9/2024/TT-BTC", "repeals", "1/2020/TT-BTC", None), ("9/2024/TT-BTC", "repeals", "2/QĐ-BTC", None)},
        ),
    ],
)
def test_news(text: str, said: set[tuple[str, str, str, str | None]]) -> None:
    assert relations(read(text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            (
                "Điều 2. Thông tư này thay thế Thông tư số 1/2010/TT-BTC ngày 01/02/2010 của Bộ trưởng Bộ Tài chính về thuế "
                "và Thông tư số 2/2011/TT-BTC."
            ),
            {("9/2024/TT-BTC", "replaces", "1/2010/TT-BTC", None), ("9/2024/TT-BTC", "replaces", "2/2011/TT-BTC", None)},
        ),
        (
            "Điều 2. Thông tư này thay thế Thông tư số 1/2010/TT-BTC ngày 01/02/2010 sửa đổi Thông tư số 5/2005/TT-BTC"
            " và bãi bỏ khoản 3 Điều 6 Thông tư số 2/2008/TT-BTC ngày 03/02/2008 về phí.",
            {
                ("9/2024/TT-BTC", "replaces", "1/2010/TT-BTC", None),
                ("1/2010/TT-BTC", "amends", "5/2005/TT-BTC", None),
                ("9/2024/TT-BTC", "repeals", "2/2008/TT-BTC", "khoản 3 Điều 6"),
            },
        ),
        (
            "Điều 2. Thông tư này bãi bỏ khoản 3 Điều 6 tại Thông tư số 2/2008/TT-BTC.",
            {("9/2024/TT-BTC", "repeals", "2/2008/TT-BTC", "khoản 3 Điều 6")},
        ),
        ("Điều 2. Bãi bỏ Thông tư số 1/2010/TT-BTC.", {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None)}),
        (
            "Điều 2. Thông tư này bãi bỏ các văn bản, quy định sau đây kể từ ngày Thông tư này có hiệu lực:\na) Thông tư số 1/2010/TT-BTC;\n"
            "b) Các quy định về phí trong Thông tư số 2/2011/TT-BTC.",
            {
                ("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None),
                ("9/2024/TT-BTC", "repeals", "2/2011/TT-BTC", "Các quy định về phí"),
            },
        ),
        (
            "Điều 2. Các văn bản sau đây hết hiệu lực:\na) Thông tư số 1/2010/TT-BTC sửa đổi Thông tư số 2/2005/TT-BTC về phí; Thông tư số 3/2006/TT-BTC về thuế;\n",
            {
                ("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None),
                ("1/2010/TT-BTC", "amends", "2/2005/TT-BTC", None),
                ("1/2010/TT-BTC", "amends", "3/2006/TT-BTC", None),
            },
        ),
        (
            "Điều 2. Các văn bản sau đây hết hiệu lực:\na) Thông tư số 1/2010/TT-BTC về phí (phần về mức thu của trường học).\n",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "phần về mức thu của trường học")},
        ),
        (
            "Căn cứ Luật Tổ chức\nChính phủ ngày 18/02/2020 và Luật Giá ngày 20/6/2012;\nĐiều 1. Phạm vi",
            {("9/2024/TT-BTC", "based_on", "Luật Tổ chức Chính phủ", None), ("9/2024/TT-BTC", "based_on", "Luật Giá", None)},
        ),
        (
            "Điều 2. Các thủ tục hành chính đã công bố tại Quyết định số 1/QĐ-BTC ngày 01/02/2020; Quyết định số 2/QĐ-BTC ngày 03/4/2021 hết hiệu lực.",
            set(),
        ),
        (
            "Điều 2. Điều 7 Thông tư số 1/2010/TT-BTC hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "Điều 7")},
        ),
        ("Căn cứ Luật Giá số 16/2023/QH15;\nĐiều 1. Phạm vi", {("9/2024/TT-BTC", "based_on", "16/2023/QH15", None)}),
        (
            "Điều 2. Bãi bỏ Thông tư số 1/2010/TT-BTC hướng dẫn một số điều của Nghị định số 5/2009/NĐ-CP.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None), ("1/2010/TT-BTC", "guides", "5/2009/NĐ-CP", None)},
        ),
        (
            "Điều 2. Thông tư số 1/2010/TT-BTC bãi bỏ một số văn bản do Bộ Tài chính ban hành, liên tịch ban hành hết hiệu lực.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None)},
        ),
        (
            "Điều 2. Thông tư số 1/2010/TT-BTC hướng dẫn vay vốn cho doanh nghiệp nhỏ và vừa hết hiệu lực thi hành.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None)},
        ),
        (
            "Bãi bỏ Quyết định số 2/2008/QĐ-BTC về sửa đổi Điều 5 và Điều 6 của Quy chế kèm theo Quyết định số 1/2005/QĐ-BTC.",
            {("9/2024/TT-BTC", "repeals", "2/2008/QĐ-BTC", None), ("2/2008/QĐ-BTC", "amends", "1/2005/QĐ-BTC", "Điều 5; Điều 6")},
        ),
        ("Điều 2. Mức phí thực hiện theo hướng dẫn tại Thông tư số 1/2010/TT-BTC.", set()),
        (
            "Điều 2. Bãi bỏ các quy định về phí tại Thông tư số 1/2010/TT-BTC và Thông tư số 2/2011/TT-BTC.",
            {
                ("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "các quy định về phí"),
                ("9/2024/TT-BTC", "repeals", "2/2011/TT-BTC", "các quy định về phí"),
            },
        ),
        (
            "Điều 2. Bãi bỏ Quy chế chi tiêu ban hành kèm theo Quyết định số 12/2005/QĐ-BTC.",
            {("9/2024/TT-BTC", "repeals", "12/2005/QĐ-BTC", None)},
        ),
        (
            "Điều 2. Thông tư số 1/2010/TT-BTC và các văn bản khác về lệ phí hết hiệu lực.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None)},
        ),
        (
            "a) Bãi bỏ khoản 2 Điều 1\nThông tư số 1/2010/TT-BTC.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "khoản 2 Điều 1")},
        ),
        (
            "Điều 2. Bãi bỏ điểm, khoản, Phụ lục của Thông tư số 1/2010/TT-BTC\n1. Bãi bỏ điểm c khoản 1 Điều 17.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "điểm c khoản 1 Điều 17")},
        ),
        (
            "Điều 2. Bãi bỏ Điều 24 và Phụ lục số 02 về Danh mục cá quý ban hành kèm theo Thông tư số 1/2010/TT-BTC.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "Điều 24; Phụ lục số 02")},
        ),
        (
            "Điều 2. Sửa đổi một số điều của Thông tư số 1/2010/TT-BTC như sau:\n"
            "a) Thay cụm từ “cá chép” tại Điều 7 và Phụ lục X, Phụ lục XI thành cụm từ “cá trắm”.",
            {("9/2024/TT-BTC", "amends", "1/2010/TT-BTC", "Điều 7; Phụ lục X; Phụ lục XI")},
        ),
        (
            "Điều 2. Bãi bỏ một số điều của Thông tư số 1/2010/TT-BTC\n1. Bãi bỏ khoản 5 Điều 5 và số thứ tự 31 tại Phụ lục I.\n"
            "2. Bãi bỏ khoản 2 Điều 21; từ “cá” tại khoản 5 Điều 7; Điều 9.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "khoản 5 Điều 5; khoản 2 Điều 21; Điều 9")},
        ),
        (
            "Căn cứ các Nghị định của Chính phủ: số 1/2020/NĐ-CP ngày 01/01/2020 về phí; số 2/2021/NĐ-CP về lệ phí;\nĐiều 1. Phạm vi",
            {("9/2024/TT-BTC", "based_on", "1/2020/NĐ-CP", None), ("9/2024/TT-BTC", "based_on", "2/2021/NĐ-CP", None)},
        ),
        (
            "Bãi bỏ các văn bản:\na) Các quy định về phí tại Điều 3 Thông tư số 1/2010/TT-BTC;\nb) Thông tư số 2/2011/TT-BTC.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "Điều 3"), ("9/2024/TT-BTC", "repeals", "2/2011/TT-BTC", None)},
        ),
        (
            "2. Thông tư này thay thế những quy định về phí tại các văn bản sau:\nThông tư số 1/2010/TT-BTC về phí;\nQuyết định số 2/QĐ-BTC về lệ phí.",
            {
                ("9/2024/TT-BTC", "replaces", "1/2010/TT-BTC", "những quy định về phí"),
                ("9/2024/TT-BTC", "replaces", "2/QĐ-BTC", "những quy định về phí"),
            },
        ),
        (
            "2. Thông tư này thay thế và bãi bỏ các văn bản sau:\na) Thông tư số 1/2010/TT-BTC.\nb) Thông tư số 2/2011/TT-BTC.",
            {("9/2024/TT-BTC", "replaces", "1/2010/TT-BTC", None), ("9/2024/TT-BTC", "replaces", "2/2011/TT-BTC", None)},
        ),
        (
            "Điều 1. Bãi bỏ toàn bộ các thông tư\n1. Thông tư số 1/2010/TT-BTC về bể cá.\n2. Khoản 2 Điều 3 Thông tư số 2/2011/TT-BTC về chim.\n"
            "Điều 2. Hiệu lực\n1. Thông tư số 3/2012/TT-BTC về hoa.",
            {
                ("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None),
                ("9/2024/TT-BTC", "repeals", "2/2011/TT-BTC", "khoản 2 Điều 3"),
            },
        ),
        (
            "Điều 1. Ngưng hiệu lực thi hành các Thông tư của Bộ trưởng Bộ Tài chính sau đây\n\na) Thông tư số 1/2010/TT-BTC về bể cá;\n"
            "b) Thông tư số 2/2011/TT-BTC về chim.",
            {("9/2024/TT-BTC", "suspends", "1/2010/TT-BTC", None), ("9/2024/TT-BTC", "suspends", "2/2011/TT-BTC", None)},
        ),
        (
            "Điều 1. Bãi bỏ một phần các văn bản quy phạm pháp luật\n- Thông tư số 1/2010/TT-BTC về bể cá.\n- Điều 5 Thông tư số 2/2011/TT-BTC.",
            {
                ("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "một phần"),
                ("9/2024/TT-BTC", "repeals", "2/2011/TT-BTC", "Điều 5"),
            },
        ),
        (
            "Điều 1. Bãi bỏ một phần các văn bản sau:\na) Thông tư số 1/2010/TT-BTC về bể cá.\nb) Điều 5 Thông tư số 2/2011/TT-BTC.",
            {
                ("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "một phần"),
                ("9/2024/TT-BTC", "repeals", "2/2011/TT-BTC", "Điều 5"),
            },
        ),
        ("Điều 1. Hủy bỏ bể cá như sau:\n- Đo bể theo mẫu tại Phụ lục III ban hành kèm theo Thông tư số 1/2010/TT-BTC.", set()),
        ("Điều 1. Thay thế các Thông tư\n1. Bể cá được đo.\n2. Thông tư số 1/2010/TT-BTC về chim còn hiệu lực.", set()),
        (
            "Điều 1. Bãi bỏ văn bản\n1. Bãi bỏ Thông tư số 1/2010/TT-BTC về bể cá.\n2. Sửa đổi Thông tư số 2/2011/TT-BTC về chim.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None), ("9/2024/TT-BTC", "amends", "2/2011/TT-BTC", None)},
        ),
        (
            "Điều 2. Bãi bỏ các khoản: 3, 4 Điều 6 Thông tư số 1/2010/TT-BTC.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", "khoản 3 Điều 6; khoản 4 Điều 6")},
        ),
        (
            "Điều 24. Thông tư này thay thế các văn bản sau đây:\nThông tư số 1/2010/TT-BTC về bể cá;\n"
            "Điều 25. Thông tư số 2/2011/TT-BTC về chim;\nKhoản 2 Điều 7 Thông tư số 3/2012/TT-BTC về hoa.\nĐiều 25. Thi hành",
            {
                ("9/2024/TT-BTC", "replaces", "1/2010/TT-BTC", None),
                ("9/2024/TT-BTC", "replaces", "2/2011/TT-BTC", "Điều 25"),
                ("9/2024/TT-BTC", "replaces", "3/2012/TT-BTC", "khoản 2 Điều 7"),
            },
        ),
        (
            "Điều 24. Bãi bỏ các văn bản sau đây:\nThông tư số 1/2010/TT-BTC về bể cá.\n"
            "Điều 25. Thông tư số 2/2011/TT-BTC về chim còn hiệu lực.",
            {("9/2024/TT-BTC", "repeals", "1/2010/TT-BTC", None)},
        ),
        (
            "Điều 2. Thông tư này thay thế\nThông tư số 1/2010/TT-BTC về phí và\nThông tư số 2/2011/TT-BTC về thuế\nđất.",
            {("9/2024/TT-BTC", "replaces", "1/2010/TT-BTC", None), ("9/2024/TT-BTC", "replaces", "2/2011/TT-BTC", None)},
        ),
        (
            "Điều 2. Thông tư này thay thế Thông tư số 1/2010/TT-BTC về việc ban hành\nQuy chế bến\n\nbãi năm\n2010; Thông tư số 2/2011/TT-BTC.",
            {("9/2024/TT-BTC", "replaces", "1/2010/TT-BTC", None), ("9/2024/TT-BTC", "replaces", "2/2011/TT-BTC", None)},
        ),
    ],
)
def test_regulations(text: str, said: set[tuple[str, str, str, str | None]]) -> None:
    assert relations(read(HEADING + text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "Chi bộ sinh hoạt theo tổ đảng thay cho sinh hoạt toàn thể chi bộ theo Hướng dẫn số 3-HD/TW.",
        "Theo Quy định số 12-QĐ/TW, việc thay thế cán bộ thực hiện như Quy định số 11-QĐ/TW.",
        "Quy định số 12-QĐ/TW không thay thế Quy định số 11-QĐ/TW.",
        (
            "Quyết định số 5/QĐ-BTC công bố thủ tục hành chính được sửa đổi, bổ sung trong lĩnh vực thuế "
            "theo Nghị định số 1/2020/NĐ-CP."
        ),
        "Quyết định số 8/QĐ-BTC bổ sung tờ khai theo mẫu ban hành kèm theo Thông tư số 1/2010/TT-BTC.",
        "Quyết định số 8/QĐ-BTC bổ sung mẫu báo cáo theo mẫu ban hành kèm theo Thông tư số 1/2010/TT-BTC.",
        "Quyết định số 8/QĐ-BTC bãi bỏ việc báo cáo theo các biểu tại Phụ lục II kèm theo Thông tư số 1/2010/TT-BTC.",
    ],
)
def test_what_is_no_relation(text: str) -> None:
    assert relations(read(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Tài chính xây dựng Luật Thuế tài sản, trong đó sửa đổi Điều 5 của Luật Giá số 16/2023/QH15.",
        "Bộ Thủy sản đang soạn thảo Luật Nghề cá, trong đó bãi bỏ một số điều của Luật Giá số 16/2023/QH15.",
    ],
)
def test_what_is_being_written_does_nothing_yet(text: str) -> None:
    assert {r.modality for r in read(text).relations} == {"draft"}


@pytest.mark.parametrize(
    ("text", "partly"),
    [
        ("Điều 2. Bãi bỏ một số điểm của khoản 2 Điều 5 Thông tư số 1/2010/TT-BTC.", True),
        ("Điều 2. Một số khoản tại Điều 5 Thông tư số 1/2010/TT-BTC hết hiệu lực từ ngày Thông tư này có hiệu lực.", True),
        ("Một số khoản tại Điều 5 Thông tư số 1/2010/TT-BTC bị bãi bỏ bởi Thông tư số 2/2020/TT-BTC.", True),
        ("Điều 2. Bãi bỏ khoản 2 Điều 5 Thông tư số 1/2010/TT-BTC.", False),
        ("Điều 2. Bãi bỏ quy định về phí tại khoản 2 Điều 5 Thông tư số 1/2010/TT-BTC.", True),
        (
            "Điều 2. Bãi bỏ các nội dung quy định về phí tại các điều, khoản của các thông tư sau đây:\n"
            "a) Khoản 2 Điều 5 Thông tư số 1/2010/TT-BTC;",
            True,
        ),
        ("Điều 2. Bãi bỏ quy định liên quan đến phí, lệ phí “cấp xã” tại Phụ lục I Thông tư số 1/2010/TT-BTC.", True),
        ("Điều 2. Các quy định về phí nuôi cá tại Mục 3 Chương III Thông tư số 1/2010/TT-BTC hết hiệu lực thi hành.", True),
        ("Điều 2. Mục 3 Chương III Thông tư số 1/2010/TT-BTC hết hiệu lực thi hành.", False),
        ("Điều 2. Bãi bỏ khoản 2 Điều 5 Thông tư số 1/2010/TT-BTC quy định về phí tại khoản 3.", False),
        ("Điều 2. Thông tư số 1/2010/TT-BTC hết hiệu lực từ ngày Thông tư này có hiệu lực, trừ Điều 5 và khoản 2 Điều 7.", True),
        ("Điều 2. Bãi bỏ Thông tư số 1/2010/TT-BTC, trừ các quy định tại khoản 2 Điều 9.", True),
        ("Điều 2. Thông tư số 1/2010/TT-BTC hết hiệu lực, trừ quy định tại Điều 5 của Thông tư này.", False),
        ("Điều 2. Thông tư số 1/2010/TT-BTC hết hiệu lực, trừ trường hợp quy định tại khoản 2 Điều này.", False),
    ],
)
def test_some_contents_of_a_provision(text: str, partly: bool) -> None:
    [found] = read((HEADING if text.startswith("Điều") else "") + text).relations
    assert (found.type, found.partly) == ("repeals", partly)


def test_a_title_is_shared_only_under_one_type_word() -> None:
    found = read(
        "Nghị định số 3/2025/NĐ-CP sửa đổi Nghị định số 1/2025/NĐ-CP và Nghị định số 2/2025/NĐ-CP ngày 01/4/2025 "
        "của Chính phủ về một việc."
    )
    assert {d.symbol: (d.issuer, d.title) for d in found.documents if d.number != "3"} == {
        "1/2025/NĐ-CP": ("Chính phủ", None),
        "2/2025/NĐ-CP": ("Chính phủ", "một việc"),
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Quyết định số 15-QĐ/TW ngày 02/12/2024 thay thế Quyết định năm 2020.",
            [("15-QĐ/TW", "replaces", "Quyết định", "2020")],
        ),
        ("Quy định số 15-QĐ/TW thay thế cho quy định trước đây về thi đua.", [("15-QĐ/TW", "replaces", "Quy định", None)]),
        ("Quy định số 15-QĐ/TW thay thế Quy định số 12-QĐ/TW năm 2020.", []),
        ("Quy định số 15-QĐ/TW không thay thế quy định hiện hành.", []),
        ("Bộ đề xuất thay thế nghị định hiện hành.", []),
    ],
)
def test_predecessors_without_a_name(text: str, said: list[tuple[str, str, str, str | None]]) -> None:
    found = read(text)
    names = {d.id: called(d) for d in found.documents}
    assert [(names[i.source], i.type, i.kind, i.year) for i in found.implied] == said
    assert len(found.documents) == (2 if "số 12" in text else "số 15" in text)


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Điều 2. Những quy định trước đây trái với Thông tư này đều bãi bỏ.", ["9/2024/TT-BTC"]),
        ("Điều 2. Các văn bản trước đây của Bộ trái với quy định tại Thông tư này đều bị bãi bỏ.", ["9/2024/TT-BTC"]),
        ("Điều 2. Xử lý hành vi trái với Thông tư này theo pháp luật.", []),
    ],
)
def test_what_is_contrary_is_no_relation(text: str, documents: list[str]) -> None:
    found = read(HEADING + text)
    names = {d.id: called(d) for d in found.documents}
    assert ([names[c.document] for c in found.residual], found.relations) == (documents, ())


def test_a_title_below_its_kind_in_capitals() -> None:
    heading = HEADING.replace("Về một việc", "Quy định chi tiết một số điều của Luật Giá")
    assert relations(read(heading + "Điều 1. Phạm vi")) == {("9/2024/TT-BTC", "guides", "Luật Giá", None)}


LETTER = (
    "BỘ TÀI CHÍNH\n-------\nSố: 97/BTC-PC\n{}\n\nHà Nội, ngày 05 tháng 02 năm 2024\n\nKính gửi: Sở Tài chính tỉnh Kon Tum\n\n{}\n"
)


@pytest.mark.parametrize(
    ("title", "implements"),
    [
        ("V/v triển khai thực hiện Nghị quyết số 8/2023/QH15", True),
        ("V/v tăng cường thực hiện Nghị quyết số 8/2023/QH15", True),
        ("V/v xây dựng Kế hoạch thực hiện Nghị quyết số 8/2023/QH15", True),
        ("V/v bể cá liên quan đến thực hiện Nghị quyết số 8/2023/QH15", False),
        ("V/v mẫu biểu triển khai thực hiện Nghị quyết số 8/2023/QH15", False),
        ("V/v vướng mắc khi thực hiện Nghị quyết số 8/2023/QH15", False),
        ("V/v báo cáo thực hiện Nghị quyết số 8/2023/QH15", False),
        ("V/v chi phí trong việc triển khai Nghị quyết số 8/2023/QH15", False),
    ],
)
def test_a_letter_about_carrying_out_a_document_carries_out_none(title: str, implements: bool) -> None:
    said = {("97/BTC-PC", "implements", "8/2023/QH15", None)} if implements else set()
    assert relations(read(LETTER.format(title, "Bộ Tài chính có ý kiến như sau."))) == said


@pytest.mark.parametrize(
    "quoted",
    [
        "“Điều 8. Bể cá\n1. Bể “lớn” được đo một lần.\n2. Bể nhỏ được đo hai lần.”",
        "“1. Bể lớn được đo một lần.\n“3. Bể nhỏ được đo hai lần.”",
        "“Điều 1. Bể cá\n1. Bể được đo.\nCăn cứ Luật Giá năm 2012, bể được bán.”",
    ],
)
def test_quoted_articles_end_no_preamble(quoted: str) -> None:
    letter = LETTER.format(
        "V/v bể cá",
        f"Căn cứ Luật Thủy sản số 6/2022/QH15:\n{quoted}\nCăn cứ Nghị định số 4/2023/NĐ-CP về bể cá;\n"
        "1. Sở cho đo bể.\nCăn cứ Nghị định số 5/2023/NĐ-CP, “bể” là bể nuôi cá.",
    )
    assert relations(read(letter)) == {
        ("97/BTC-PC", "based_on", "6/2022/QH15", None),
        ("97/BTC-PC", "based_on", "4/2023/NĐ-CP", None),
    }


PLAN = "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\n-------\nSố: 12/KH-UBND\n\nKon Tum, ngày 05 tháng 02 năm 2024\n\nKẾ HOẠCH\nNuôi cá năm 2024\n\n"


@pytest.mark.parametrize(
    ("opening", "carried_out"),
    [
        (
            "Nghề cá cần thêm hồ. Thực hiện Nghị quyết số 3/NQ-HĐND ngày 01/01/2024 về nuôi cá. Triển khai Chương trình số 4-CTr/TU. "
            "Ủy ban nhân dân tỉnh xây dựng Kế hoạch nuôi cá như sau:",
            {"3/NQ-HĐND", "4-CTr/TU"},
        ),
        ("Nghề cá lớn. Thực hiện Nghị quyết số 3/NQ-HĐND, Ủy ban nhân dân tỉnh ban hành Kế hoạch này như sau:", {"3/NQ-HĐND"}),
        ("Nghề cá lớn. Thực hiện Nghị quyết số 3/NQ-HĐND, hồ đã nhiều. Nay tỉnh ban hành Kế hoạch nuôi cá như sau:", set()),
        ("Nghề cá lớn. Thực hiện Nghị quyết số 3/NQ-HĐND, các hồ thả cá.", set()),
        (
            "Nghề cá lớn.\nĐể tiếp tục thực hiện nghiêm\nNghị quyết số 3/NQ-HĐND ngày 01/01/2024; Chương trình số 4-CTr/TU, Ủy ban nhân dân tỉnh yêu cầu:",
            {"3/NQ-HĐND", "4-CTr/TU"},
        ),
        ("Nhằm triển khai có hiệu quả Nghị quyết số 3/NQ-HĐND, Ủy ban nhân dân tỉnh yêu cầu các xã:", {"3/NQ-HĐND"}),
        ("Các hồ đã có cá để thực hiện Nghị quyết số 3/NQ-HĐND.", set()),
        ("Nghề cá lớn.\n\nI. VIỆC LÀM\nHồ rộng. Thực hiện Nghị quyết số 3/NQ-HĐND, xã xây dựng kế hoạch thả cá như sau:", set()),
    ],
)
def test_what_the_paragraph_that_enacts_a_plan_carries_out(opening: str, carried_out: set[str]) -> None:
    found = relations(read(f"{PLAN}{opening}\n\nI. MỤC ĐÍCH\nNuôi cá.\n"))
    assert found == {("12/KH-UBND", "implements", symbol, None) for symbol in carried_out}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Quyết định số 4-QĐ/TW “Thi hành Điều lệ Đảng”.", {("4-QĐ/TW", "implements", "Điều lệ", None)}),
        ("Quyết định số 4-QĐ/TU về việc thi hành Quy định số 9-QĐ/TW.", {("4-QĐ/TU", "implements", "9-QĐ/TW", None)}),
        (
            "Hướng dẫn số 6-HD/TW của Ban Bí thư một số vấn đề cụ thể thi hành Điều lệ Đảng.",
            {("6-HD/TW", "guides", "Điều lệ", None)},
        ),
        ("Hướng dẫn số 6-HD/TW về một số nội dung thi hành Điều lệ Đảng.", {("6-HD/TW", "guides", "Điều lệ", None)}),
        ("Nghị định số 4/2020/NĐ-CP về một số biện pháp thi hành Luật Giá.", {("4/2020/NĐ-CP", "implements", "Luật Giá", None)}),
        (
            "Nghị định số 4/2020/NĐ-CP quy định chi tiết một số biện pháp thi hành Luật Giá.",
            {("4/2020/NĐ-CP", "guides", "Luật Giá", None)},
        ),
        ("Nghị quyết số 7/2020/QH14 về việc tổ chức thi hành Luật Giá.", {("7/2020/QH14", "implements", "Luật Giá", None)}),
        ("Nghị định số 4/2020/NĐ-CP về một số biện pháp thi hành án theo Luật Giá.", set()),
        ("Nghị định số 4/2020/NĐ-CP quy định xử phạt việc cản trở thi hành Luật Giá.", set()),
        ("Nghị định số 4/2020/NĐ-CP nêu việc thi hành Luật Thi hành án dân sự và Luật Giá.", set()),
        ("Công văn số 4/BTC-PC về việc thi hành Nghị định này.", set()),
    ],
)
def test_titles_with_thi_hanh(text: str, said: set[tuple[str, str, str, str | None]]) -> None:
    assert relations(read(text)) == said


def test_each_clause_of_a_chain_has_its_provision() -> None:
    found = read(
        "Theo Nghị định số 1/2020/NĐ-CP (được sửa đổi bởi khoản 1 Điều 1, bị bãi bỏ bởi khoản 2 Điều 1 Nghị định số 2/2022/NĐ-CP)."
    )
    assert {(r.type, r.from_part, r.to_part, r.partly) for r in found.relations} == {
        ("amends", "khoản 1 Điều 1", None, False),
        ("repeals", "khoản 2 Điều 1", None, True),
    }


def test_an_exception_is_of_the_document_that_it_names() -> None:
    found = read(
        HEADING
        + "Điều 2. Thông tư số 1/2010/TT-BTC và Thông tư số 2/2011/TT-BTC hết hiệu lực, trừ Điều 5 của Thông tư số 2/2011/TT-BTC."
    )
    names = {d.id: called(d) for d in found.documents}
    assert {(names[r.target], r.partly) for r in found.relations} == {("1/2010/TT-BTC", False), ("2/2011/TT-BTC", True)}


def test_a_list_of_amenders_behind_a_colon_does_not_end_with_what_they_amend() -> None:
    found = read(
        HEADING
        + "Điều 2. Thông tư số 1/2010/TT-BTC về bể cá, được sửa đổi, bổ sung bởi: Thông tư số 2/2011/TT-BTC ngày 01/02/2011 "
        "sửa đổi Thông tư số 1/2010/TT-BTC; Thông tư số 3/2012/TT-BTC ngày 01/02/2012 sửa đổi Thông tư số 1/2010/TT-BTC hết hiệu lực."
    )
    names = {d.id: called(d) for d in found.documents}
    assert [names[r.target] for r in found.relations if r.type == "repeals"] == ["1/2010/TT-BTC"]


def test_the_number_behind_a_list_of_laws_is_that_of_the_law_that_amends_them() -> None:
    found = read(
        HEADING + "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Giá, Luật Kế toán, Luật Thuế tài nguyên số 56/2024/QH15 "
        "và Luật Thủy sản số 89/2025/QH15;\n"
    )
    names = {d.id: called(d) for d in found.documents}
    assert {names[r.source] for r in found.relations if r.type == "amends"} == {"56/2024/QH15"}
    assert {names[r.target] for r in found.relations if r.type == "based_on"} == {"56/2024/QH15", "89/2025/QH15"}


def test_a_quotation_that_never_closes_leaves_the_preamble() -> None:
    letter = LETTER.format(
        "V/v bể cá", 'Căn cứ Luật Thủy sản số 6/2022/QH15 về “bể cá";\nCăn cứ Nghị định số 4/2023/NĐ-CP về “bể”;'
    )
    assert {target for _, _, target, _ in relations(read(letter))} == {"6/2022/QH15", "4/2023/NĐ-CP"}
