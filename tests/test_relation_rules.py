"""Relations, rule by rule: a sentence → who does what to which part of whom, and what only looks like it."""

from __future__ import annotations

import pytest
from reading import HEADING, called, read

from regraph.model import Extraction


def stated(found: Extraction) -> list[str]:
    """What the text states as done: `source (article) relation target: part`."""
    names = {d.id: called(d) for d in found.documents}
    return sorted(
        f"{names[r.source]}{f' ({r.from_part})' if r.from_part else ''} {r.type} {names[r.target]}{f': {r.to_part}' if r.to_part else ''}"
        for r in found.relations
        if r.modality not in ("planned", "draft")
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Thông tư số 5/2024/TT-BTS bãi bỏ Thông tư số 1/2010/TT-BTS về nuôi cá chép, Quyết định số 7/2008/QĐ-BTS và Điều 3 Quyết định số 8/2009/QĐ-BTS.",
            [
                "5/2024/TT-BTS repeals 1/2010/TT-BTS",
                "5/2024/TT-BTS repeals 7/2008/QĐ-BTS",
                "5/2024/TT-BTS repeals 8/2009/QĐ-BTS: Điều 3",
            ],
        ),
        (
            "Thông tư số 5/2024/TT-BTS thay thế Thông tư số 1/2010/TT-BTS (sửa đổi, bổ sung bởi Thông tư số 2/2012/TT-BTS) và Thông tư số 3/2013/TT-BTS.",
            [
                "2/2012/TT-BTS amends 1/2010/TT-BTS",
                "5/2024/TT-BTS replaces 1/2010/TT-BTS",
                "5/2024/TT-BTS replaces 3/2013/TT-BTS",
            ],
        ),
        (
            "Thông tư số 5/2024/TT-BTS thay thế cụm từ “cá chép” bằng cụm từ “cá trắm” tại khoản 2 Điều 4 Thông tư số 1/2010/TT-BTS.",
            ["5/2024/TT-BTS amends 1/2010/TT-BTS: khoản 2 Điều 4"],
        ),
        (
            "Thông tư số 5/2024/TT-BTS bãi bỏ một số điều của Thông tư số 1/2010/TT-BTS.",
            ["5/2024/TT-BTS repeals 1/2010/TT-BTS: một số điều"],
        ),
        (
            "Thông tư số 5/2024/TT-BTS sửa đổi khoản 1 và bãi bỏ khoản 2 Điều 5 của Thông tư số 1/2010/TT-BTS.",
            ["5/2024/TT-BTS amends 1/2010/TT-BTS: khoản 1 Điều 5", "5/2024/TT-BTS repeals 1/2010/TT-BTS: khoản 2 Điều 5"],
        ),
        (
            "Thông tư số 5/2024/TT-BTS sửa đổi, bổ sung, bãi bỏ một số điều của Thông tư số 1/2010/TT-BTS.",
            ["5/2024/TT-BTS amends 1/2010/TT-BTS", "5/2024/TT-BTS repeals 1/2010/TT-BTS: một số điều"],
        ),
        (
            "Thông tư số 5/2024/TT-BTS bãi bỏ Thông tư số 1/2010/TT-BTS sửa đổi Thông tư số 9/2005/TT-BTS.",
            ["1/2010/TT-BTS amends 9/2005/TT-BTS", "5/2024/TT-BTS repeals 1/2010/TT-BTS"],
        ),
        ("Hiện chưa có thông tư nào thay thế Thông tư số 1/2010/TT-BTS.", []),
        ("Đến nay chưa có bất kỳ văn bản nào bãi bỏ Thông tư số 1/2010/TT-BTS.", []),
        (
            "Thông tư số 5/2024/TT-BTS không bãi bỏ Thông tư số 1/2010/TT-BTS mà chỉ sửa đổi Thông tư số 2/2011/TT-BTS.",
            ["5/2024/TT-BTS amends 2/2011/TT-BTS"],
        ),
        ("Thông tư số 5/2024/TT-BTS chưa thay thế Thông tư số 1/2010/TT-BTS.", []),
        ("Trường hợp Thông tư số 1/2010/TT-BTS hết hiệu lực thì áp dụng Thông tư số 5/2024/TT-BTS.", []),
        ("Thông tư số 5/2024/TT-BTS được áp dụng cho đến khi Thông tư số 1/2010/TT-BTS hết hiệu lực.", []),
        ("Nếu Thông tư số 1/2010/TT-BTS được thay thế thì trại cá áp dụng văn bản mới.", []),
        ("Trước ngày Thông tư số 1/2010/TT-BTS bị bãi bỏ, trại cá đã nộp đủ lệ phí theo Thông tư số 5/2008/TT-BTS.", []),
        (
            "Thông tư số 1/2010/TT-BTS hết hiệu lực, thay vào đó là Thông tư số 5/2024/TT-BTS.",
            ["5/2024/TT-BTS replaces 1/2010/TT-BTS"],
        ),
        (
            "Thông tư số 1/2010/TT-BTS, Thông tư số 2/2011/TT-BTS hết hiệu lực kể từ ngày Thông tư số 5/2024/TT-BTS có hiệu lực.",
            ["5/2024/TT-BTS repeals 1/2010/TT-BTS", "5/2024/TT-BTS repeals 2/2011/TT-BTS"],
        ),
        ("Dự thảo Thông tư số 5/2024/TT-BTS.", []),
        ("Kế hoạch số 7-KH/TU triển khai Nghị quyết số 5-NQ/TW.", ["7-KH/TU implements 5-NQ/TW"]),
        ("Báo cáo kết quả thực hiện Nghị quyết số 5-NQ/TW theo Kế hoạch số 7-KH/TU.", []),
        ("Tổng kết 5 năm thực hiện Nghị quyết số 5-NQ/TW, Kế hoạch số 7-KH/TU nêu rõ nghề nuôi cá còn khó khăn.", []),
        ("Trên cơ sở Nghị quyết số 5-NQ/TW, Tỉnh ủy ban hành Kế hoạch số 7-KH/TU.", ["7-KH/TU based_on 5-NQ/TW"]),
        (
            "Điều 3 Thông tư số 1/2010/TT-BTS (được sửa đổi bởi Thông tư số 2/2012/TT-BTS, được bãi bỏ bởi Thông tư số 5/2024/TT-BTS).",
            ["2/2012/TT-BTS amends 1/2010/TT-BTS", "5/2024/TT-BTS repeals 1/2010/TT-BTS: Điều 3"],
        ),
        (
            "Theo Thông tư số 1/2010/TT-BTS đã được sửa đổi, bổ sung một số điều theo Thông tư số 2/2012/TT-BTS, Thông tư số 3/2013/TT-BTS và Thông tư số 4/2014/TT-BTS.",
            ["2/2012/TT-BTS amends 1/2010/TT-BTS", "3/2013/TT-BTS amends 1/2010/TT-BTS", "4/2014/TT-BTS amends 1/2010/TT-BTS"],
        ),
        (
            "Thông tư số 5/2024/TT-BTS sửa đổi, bổ sung một số điều của Thông tư số 1/2010/TT-BTS về giống hoa (Điều 3).",
            ["5/2024/TT-BTS (Điều 3) amends 1/2010/TT-BTS"],
        ),
        (
            "Thông tư số 5/2024/TT-BTS sửa đổi Thông tư số 1/2010/TT-BTS.\nBãi bỏ Thông tư số 2/2011/TT-BTS.",
            ["5/2024/TT-BTS amends 1/2010/TT-BTS", "5/2024/TT-BTS repeals 2/2011/TT-BTS"],
        ),
        ("Trại cá nộp phí theo Thông tư số 5/2024/TT-BTS.\nBãi bỏ Thông tư số 2/2011/TT-BTS.", []),
        ("Theo Thông tư số 5/2024/TT-BTS, khi ban hành Thông tư thay thế Thông tư số 1/2010/TT-BTS, trại cá được báo trước.", []),
        ("Quyết định số 8/QĐ-BTS đính chính Thông tư số 1/2010/TT-BTS.", ["8/QĐ-BTS corrects 1/2010/TT-BTS"]),
        (
            "Thông tư số 5/2024/TT-BTS ngưng hiệu lực Điều 4 Thông tư số 1/2010/TT-BTS.",
            ["5/2024/TT-BTS suspends 1/2010/TT-BTS: Điều 4"],
        ),
        (
            "Thông tư số 5/2024/TT-BTS kéo dài thời hạn áp dụng Thông tư số 1/2010/TT-BTS.",
            ["5/2024/TT-BTS extends 1/2010/TT-BTS"],
        ),
        ("Văn bản hợp nhất số 3/VBHN-BTS hợp nhất Thông tư số 1/2010/TT-BTS.", ["3/VBHN-BTS consolidates 1/2010/TT-BTS"]),
        ("Theo Quyết định số 8/QĐ-BTS, trại cá làm thủ tục thay thế giấy phép theo mẫu của Thông tư số 1/2010/TT-BTS.", []),
        ("Quyết định số 8/QĐ-BTS bãi bỏ danh mục thủ tục hành chính kèm theo Quyết định số 5/QĐ-BTS.", []),
        (
            "Quyết định số 8/QĐ-BTS bãi bỏ Danh mục giống hoa ban hành kèm theo Quyết định số 5/QĐ-BTS.",
            ["8/QĐ-BTS repeals 5/QĐ-BTS: Danh mục giống hoa"],
        ),
        (
            "Quyết định số 8/QĐ-BTS sửa đổi Điều 6 của Quy chế chợ hoa ban hành kèm theo Quyết định số 5/QĐ-BTS.",
            ["8/QĐ-BTS amends 5/QĐ-BTS: Điều 6"],
        ),
        ("Bộ Thủy sản đề xuất bãi bỏ Thông tư số 1/2010/TT-BTS.", []),
        (
            "Thông tư số 5/2024/TT-BTS sửa đổi Thông tư số 1/2010/TT-BTS; thay thế Thông tư số 2/2011/TT-BTS.",
            ["5/2024/TT-BTS amends 1/2010/TT-BTS", "5/2024/TT-BTS replaces 2/2011/TT-BTS"],
        ),
        ("Bộ Thủy sản có trách nhiệm rà soát Thông tư số 5/2024/TT-BTS; bãi bỏ Thông tư số 2/2011/TT-BTS.", []),
        (
            "Thông tư số 5/2024/TT-BTS được ban hành nhằm hướng dẫn thi hành Nghị định số 3/2023/NĐ-CP.",
            ["5/2024/TT-BTS guides 3/2023/NĐ-CP"],
        ),
        ("Thông tư số 5/2024/TT-BTS có 4 chương, 20 điều. Trại cá được hướng dẫn thi hành Nghị định số 3/2023/NĐ-CP.", []),
        (
            "Nghị định số 3/2023/NĐ-CP nêu mức phí nuôi cá. Theo đó, Nghị định bãi bỏ Nghị định số 7/2013/NĐ-CP.",
            ["3/2023/NĐ-CP repeals 7/2013/NĐ-CP"],
        ),
        (
            "Thông tư số 5/2024/TT-BTS giới thiệu giống hoa.\nCụ thể, Điều 3. Bãi bỏ Thông tư số 1/2010/TT-BTS.",
            ["5/2024/TT-BTS (Điều 3) repeals 1/2010/TT-BTS"],
        ),
        (
            "Theo Điều 9 Thông tư số 5/2024/TT-BTS quy định như sau:\n“1. Thông tư này có hiệu lực từ ngày ký.\n2. Bãi bỏ Thông tư số 1/2010/TT-BTS.”",
            ["5/2024/TT-BTS (Điều 9) repeals 1/2010/TT-BTS"],
        ),
        (
            "Thông tư số 1/2010/TT-BTS và Thông tư số 2/2011/TT-BTS được thay thế bằng Thông tư số 5/2024/TT-BTS.",
            ["5/2024/TT-BTS replaces 1/2010/TT-BTS", "5/2024/TT-BTS replaces 2/2011/TT-BTS"],
        ),
        (
            "1. Thông tư số 1/2010/TT-BTS. Lý do: bị thay thế bởi Thông tư số 5/2024/TT-BTS.",
            ["5/2024/TT-BTS replaces 1/2010/TT-BTS"],
        ),
        (
            "Thông tư số 1/2010/TT-BTS (được sửa đổi, bổ sung bởi khoản 3 Điều 1 Thông tư số 2/2012/TT-BTS và bị bãi bỏ bởi Thông tư số 5/2024/TT-BTS) không còn áp dụng cho trại cá.",
            ["2/2012/TT-BTS (khoản 3 Điều 1) amends 1/2010/TT-BTS", "5/2024/TT-BTS repeals 1/2010/TT-BTS"],
        ),
        (
            "khoản 2 Điều 5 Thông tư số 1/2010/TT-BTS đã được sửa đổi tại khoản 3 Điều 1 Thông tư số 2/2012/TT-BTS.",
            ["2/2012/TT-BTS (khoản 3 Điều 1) amends 1/2010/TT-BTS: khoản 2 Điều 5"],
        ),
        ("Thông tư số 5/2024/TT-BTS thay thế các quy định trước đây trái với thông tư này về hoa.", []),
        ("Nghị quyết số 5-NQ/TW yêu cầu sửa đổi Luật Thủy sản.", []),
        ("Chính phủ trình Quốc hội xem xét sửa đổi Luật Thủy sản.", []),
        ("Tờ trình số 4/TTr-BTS đề nghị bãi bỏ Thông tư số 1/2010/TT-BTS.", []),
        ("Công văn số 4/BTS-CC hướng dẫn thực hiện Thông tư số 5/2024/TT-BTS.", ["4/BTS-CC guides 5/2024/TT-BTS"]),
        ("Quyết định số 8/QĐ-BTS thu hồi, hủy bỏ Quyết định số 5/QĐ-BTS.", ["8/QĐ-BTS repeals 5/QĐ-BTS"]),
        ("Bãi bỏ Quyết định số 5/QĐ-BTS là đề xuất của các trại hoa.", []),
        (
            "Thông tư số 5/2024/TT-BTS bổ sung vào Danh mục kèm theo Thông tư số 1/2010/TT-BTS ba giống cúc.",
            ["5/2024/TT-BTS amends 1/2010/TT-BTS"],
        ),
        (
            "Kết luận số 8-KL/TW về tiếp tục thực hiện Chỉ thị số 5-CT/TW.",
            ["8-KL/TW implements 5-CT/TW"],
        ),
        (
            "Thông tư số 5/2025/TT-BTS hướng dẫn nuôi cá.\nThông tư này có hiệu lực kể từ ngày ký (05/9/2025); bãi bỏ thông tư 01/2017/TT-BTS.",
            ["5/2025/TT-BTS repeals 01/2017/TT-BTS"],
        ),
        (
            "Nghị định số 5/2025/NĐ-CP quy định về nuôi cá.\nNghị định số 7/2012/NĐ-CP về cá hết hiệu lực kể từ ngày nghị định này có hiệu lực.",
            ["5/2025/NĐ-CP repeals 7/2012/NĐ-CP"],
        ),
        ("Nghị quyết số 5/NQ-CP giao Bộ Thủy sản bãi bỏ Thông tư số 5/2013/TT-BTS.", []),
        ("Chỉ thị số 8-CT/TW yêu cầu tiếp tục thực hiện Hướng dẫn số 5-HD/TW.", ["8-CT/TW extends 5-HD/TW"]),
        (
            "Trại cá tuân thủ Luật Cá, Luật số 56/2024/QH15 sửa đổi, bổ sung Luật Cá.",
            ["56/2024/QH15 amends Luật Cá"],
        ),
        (
            "Quốc hội đã thông qua Luật sửa đổi, bổ sung một số điều của Luật Cá; Luật Hoa, cây cảnh.",
            [
                f"Luật sửa đổi, bổ sung một số điều của Luật Cá; Luật Hoa, cây cảnh amends {law}"
                for law in ("Luật Cá", "Luật Hoa, cây cảnh")
            ],
        ),
        (
            "Quốc hội thông qua 2 luật: Luật sửa đổi, bổ sung một số điều của Luật Cá; Luật Hoa.",
            ["Luật sửa đổi, bổ sung một số điều của Luật Cá amends Luật Cá"],
        ),
        (
            "Trại cá áp dụng Thông tư số 1/2010/TT-BTS và Thông tư số 2/2011/TT-BTS được thay thế bằng Thông tư số 5/2024/TT-BTS.",
            ["5/2024/TT-BTS replaces 2/2011/TT-BTS"],
        ),
    ],
)
def test_news(text: str, said: list[str]) -> None:
    assert stated(read(text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Điều 9. Hiệu lực\n1. Thông tư này có hiệu lực từ ngày 01/4/2024.\n2. Bãi bỏ các văn bản sau:\na) Thông tư số 1/2010/TT-BTS về giống hoa;\nb) Điều 4 Thông tư số 2/2011/TT-BTS;\nc) Quyết định số 7/2008/QĐ-BTS.",
            [
                "9/2024/TT-BTC repeals 1/2010/TT-BTS",
                "9/2024/TT-BTC repeals 2/2011/TT-BTS: Điều 4",
                "9/2024/TT-BTC repeals 7/2008/QĐ-BTS",
            ],
        ),
        (
            "Điều 9. Các văn bản sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực:\n1. Thông tư số 1/2010/TT-BTS;\n2. Thông tư số 2/2011/TT-BTS.",
            ["9/2024/TT-BTC repeals 1/2010/TT-BTS", "9/2024/TT-BTC repeals 2/2011/TT-BTS"],
        ),
        (
            "Điều 9. Các quy định về giống hoa tại các văn bản sau đây hết hiệu lực:\na) Thông tư số 1/2010/TT-BTS;\nb) Thông tư số 2/2011/TT-BTS.",
            [
                "9/2024/TT-BTC repeals 1/2010/TT-BTS: Các quy định về giống hoa",
                "9/2024/TT-BTC repeals 2/2011/TT-BTS: Các quy định về giống hoa",
            ],
        ),
        ("Điều 9. Vụ Cá chủ trì rà soát các văn bản về giống; bãi bỏ Thông tư số 1/2010/TT-BTS.", []),
        (
            "Điều 9. Thông tư này có hiệu lực từ ngày ký, đồng thời thay thế Thông tư số 1/2010/TT-BTS.",
            ["9/2024/TT-BTC replaces 1/2010/TT-BTS"],
        ),
        (
            "Điều 9. Thông tư này có hiệu lực từ ngày ký và bãi bỏ Thông tư số 1/2010/TT-BTS; Thông tư số 2/2011/TT-BTS.",
            ["9/2024/TT-BTC repeals 1/2010/TT-BTS", "9/2024/TT-BTC repeals 2/2011/TT-BTS"],
        ),
        ("Điều 9. Nay bãi bỏ Thông tư số 1/2010/TT-BTS.", ["9/2024/TT-BTC (Điều 9) repeals 1/2010/TT-BTS"]),
        (
            "Điều 9. Kể từ ngày Thông tư này có hiệu lực, Thông tư số 1/2010/TT-BTS hết hiệu lực.",
            ["9/2024/TT-BTC repeals 1/2010/TT-BTS"],
        ),
        ("Điều 9. Thông tư số 1/2010/TT-BTS tiếp tục có hiệu lực cho đến khi có văn bản thay thế.", []),
        (
            "Điều 9. Các quy định trong Thông tư số 1/2010/TT-BTS trái với Thông tư này đều bãi bỏ.",
            ["9/2024/TT-BTC repeals 1/2010/TT-BTS: các quy định trái với Thông tư này"],
        ),
        (
            "Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 1/2010/TT-BTS\n1. Sửa đổi khoản 2 Điều 4 như sau:\n“2. Thông tư này thay thế Thông tư số 5/2001/TT-BTS.”",
            [
                "1/2010/TT-BTS (khoản 2 Điều 4) replaces 5/2001/TT-BTS",
                "9/2024/TT-BTC (Điều 1) amends 1/2010/TT-BTS: khoản 2 Điều 4",
            ],
        ),
        (
            "Điều 2. Thay thế cụm từ “hoa hồng” bằng cụm từ “hoa cúc” tại Điều 3 của Thông tư số 1/2010/TT-BTS.",
            ["9/2024/TT-BTC (Điều 2) amends 1/2010/TT-BTS: Điều 3"],
        ),
        (
            "Điều 2. Bổ sung khoản 2a vào sau khoản 2 Điều 7 của Thông tư số 1/2010/TT-BTS.",
            ["9/2024/TT-BTC (Điều 2) amends 1/2010/TT-BTS: khoản 2a Điều 7"],
        ),
        (
            "Điều 2. Bổ sung Chương IVa gồm Điều 44a và Điều 44b của Thông tư số 1/2010/TT-BTS.",
            ["9/2024/TT-BTC (Điều 2) amends 1/2010/TT-BTS: Chương IVa"],
        ),
        ("Điều 2. Sửa đổi tên Điều 6 của Thông tư số 1/2010/TT-BTS.", ["9/2024/TT-BTC (Điều 2) amends 1/2010/TT-BTS: Điều 6"]),
        (
            "Điều 2. Bãi bỏ các điểm a, b khoản 1 Điều 2 và Điều 5 Thông tư số 1/2010/TT-BTS.",
            ["9/2024/TT-BTC (Điều 2) repeals 1/2010/TT-BTS: điểm a khoản 1 Điều 2; điểm b khoản 1 Điều 2; Điều 5"],
        ),
        ("Điều 2. Bãi bỏ toàn bộ Thông tư số 1/2010/TT-BTS, trừ Điều 3.", ["9/2024/TT-BTC (Điều 2) repeals 1/2010/TT-BTS"]),
        (
            "Căn cứ Nghị định số 1/2020/NĐ-CP;\nNghị định số 2/2021/NĐ-CP sửa đổi, bổ sung Nghị định số 1/2020/NĐ-CP;\nĐiều 1. Phạm vi",
            ["2/2021/NĐ-CP amends 1/2020/NĐ-CP", "9/2024/TT-BTC based_on 1/2020/NĐ-CP", "9/2024/TT-BTC based_on 2/2021/NĐ-CP"],
        ),
        (
            "Căn cứ Nghị định số 1/2020/NĐ-CP đã được sửa đổi, bổ sung bởi Nghị định số 2/2021/NĐ-CP;\nĐiều 1. Phạm vi",
            ["2/2021/NĐ-CP amends 1/2020/NĐ-CP", "9/2024/TT-BTC based_on 1/2020/NĐ-CP"],
        ),
        ("Điều 3. Mức phí được tính căn cứ Nghị định số 1/2020/NĐ-CP.", []),
        (
            "Điều 3. Ban hành kèm theo Thông tư này Kế hoạch.\n\nKẾ HOẠCH\n(Ban hành kèm theo Quyết định số 9/QĐ-BTC)\n1. Sửa đổi Thông tư số 1/2010/TT-BTS.",
            [],
        ),
        (
            "Điều 9. Bãi bỏ:\n1. Thông tư số 1/2010/TT-BTS;\n2. Khoản 2 Điều 4 và Phụ lục II Thông tư số 2/2011/TT-BTS;\n3. Các quy định về chợ hoa tại Quyết định số 7/2008/QĐ-BTS.\nĐiều 10. Trách nhiệm\n1. Thông tư số 3/2012/TT-BTS vẫn được áp dụng.",
            [
                "9/2024/TT-BTC (Điều 9) repeals 1/2010/TT-BTS",
                "9/2024/TT-BTC (Điều 9) repeals 2/2011/TT-BTS: khoản 2 Điều 4; Phụ lục II",
                "9/2024/TT-BTC (Điều 9) repeals 7/2008/QĐ-BTS: Các quy định về chợ hoa",
            ],
        ),
        (
            "Điều 9. Thông tư này thay thế các văn bản sau:\n- Thông tư số 1/2010/TT-BTS về giống hoa;\n- Thông tư số 2/2011/TT-BTS hướng dẫn Thông tư số 9/2005/TT-BTS;\n- Quyết định số 7/2008/QĐ-BTS sửa đổi Quyết định số 6/2007/QĐ-BTS.",
            [
                "2/2011/TT-BTS guides 9/2005/TT-BTS",
                "7/2008/QĐ-BTS amends 6/2007/QĐ-BTS",
                "9/2024/TT-BTC replaces 1/2010/TT-BTS",
                "9/2024/TT-BTC replaces 2/2011/TT-BTS",
                "9/2024/TT-BTC replaces 7/2008/QĐ-BTS",
            ],
        ),
        (
            "Điều 9. Thông tư số 1/2010/TT-BTS; Điều 3 và Điều 4 Thông tư số 2/2011/TT-BTS hết hiệu lực kể từ ngày Thông tư này có hiệu lực thi hành.",
            ["9/2024/TT-BTC repeals 1/2010/TT-BTS", "9/2024/TT-BTC repeals 2/2011/TT-BTS: Điều 3; Điều 4"],
        ),
        ("Điều 9. Trong thời gian chờ văn bản thay thế Thông tư số 1/2010/TT-BTS, trại cá nộp phí như cũ.", []),
        (
            "Điều 9. Trường hợp các văn bản dẫn chiếu tại Thông tư này được sửa đổi, bổ sung hoặc thay thế thì áp dụng văn bản mới, trừ Thông tư số 1/2010/TT-BTS.",
            [],
        ),
        ("Điều 9. Thông tư này không thay thế Thông tư số 1/2010/TT-BTS.", []),
        (
            "Điều 1. Thông tư này hướng dẫn Điều 3 Nghị định số 3/2023/NĐ-CP về nuôi cá.",
            ["9/2024/TT-BTC guides 3/2023/NĐ-CP: Điều 3"],
        ),
        (
            "Điều 1. Thông tư này hướng dẫn chế độ đối với chủ trại quy định tại Điều 3 của Nghị định số 3/2023/NĐ-CP.",
            ["9/2024/TT-BTC guides 3/2023/NĐ-CP: Điều 3"],
        ),
        (
            "Điều 1. Bỏ cụm từ “cá chép” tại khoản 2 Điều 3 Thông tư số 1/2010/TT-BTS.",
            ["9/2024/TT-BTC (Điều 1) amends 1/2010/TT-BTS: khoản 2 Điều 3"],
        ),
        (
            "Điều 1. Bãi bỏ cụm từ “cá chép” tại khoản 2 Điều 3 Thông tư số 1/2010/TT-BTS.",
            ["9/2024/TT-BTC (Điều 1) amends 1/2010/TT-BTS: khoản 2 Điều 3"],
        ),
        (
            "Điều 1. Thay thế Phụ lục I Thông tư số 1/2010/TT-BTS bằng Phụ lục I của Thông tư này.",
            ["9/2024/TT-BTC (Điều 1) replaces 1/2010/TT-BTS: Phụ lục I"],
        ),
        ("Điều 2. Bãi bỏ điểm b khoản 2 Điều 5 đã được sửa đổi, bổ sung tại khoản 1 Điều 1 Thông tư số 2/2012/TT-BTS.", []),
        (
            "Điều 2. Bãi bỏ Thông tư số 1/2010/TT-BTS đã được sửa đổi, bổ sung bởi Thông tư số 2/2012/TT-BTS, Thông tư số 3/2013/TT-BTS.",
            [
                "2/2012/TT-BTS amends 1/2010/TT-BTS",
                "3/2013/TT-BTS amends 1/2010/TT-BTS",
                "9/2024/TT-BTC (Điều 2) repeals 1/2010/TT-BTS",
            ],
        ),
        ("Xét Tờ trình số 4/TTr-BTS về giống hoa;\nĐiều 1. Phạm vi", []),
        (
            "Thực hiện Nghị quyết số 5-NQ/TW về hoa, Bộ ban hành Thông tư như sau:\nĐiều 1. Phạm vi",
            ["9/2024/TT-BTC implements 5-NQ/TW"],
        ),
        (
            "Điều 2. Những quy định về hoa tại Chương V của bản cũ đã được sửa đổi, bổ sung theo Thông tư số 1/2010/TT-BTS và "
            "Thông tư số 2/2011/TT-BTS, Điều 3 của Thông tư số 3/2012/TT-BTS hết hiệu lực.",
            ["9/2024/TT-BTC repeals 3/2012/TT-BTS: Điều 3"],
        ),
        ("Điều 2. Giấy phép cấp theo Thông tư số 1/2010/TT-BTS hết hiệu lực sau 02 năm.", []),
        ("Điều 2. Hợp đồng ký theo Thông tư số 1/2010/TT-BTS hết hiệu lực từ ngày Thông tư này có hiệu lực.", []),
        (
            "Điều 2. Thông tư này có hiệu lực từ ngày 01/4/2024 và thay thế Điều 3, Điều 4 Thông tư số 1/2010/TT-BTS, Thông tư số 2/2011/TT-BTS.",
            ["9/2024/TT-BTC replaces 1/2010/TT-BTS: Điều 3; Điều 4", "9/2024/TT-BTC replaces 2/2011/TT-BTS"],
        ),
        (
            "Điều 2. Kéo dài thời gian thực hiện Thông tư số 1/2010/TT-BTS đến hết năm 2026.",
            ["9/2024/TT-BTC (Điều 2) extends 1/2010/TT-BTS"],
        ),
        (
            "Điều 2. Ngưng hiệu lực thi hành khoản 3 Điều 5 Thông tư số 1/2010/TT-BTS đến hết ngày 31/12/2025.",
            ["9/2024/TT-BTC (Điều 2) suspends 1/2010/TT-BTS: khoản 3 Điều 5"],
        ),
        (
            "Điều 2. Bãi bỏ các văn bản sau:\n1. Thông tư số 1/2010/TT-BTS về chợ hoa phường Cúc\n- Sen Hồ;\n2. Thông tư số 2/2011/TT-BTS.",
            ["9/2024/TT-BTC (Điều 2) repeals 1/2010/TT-BTS", "9/2024/TT-BTC (Điều 2) repeals 2/2011/TT-BTS"],
        ),
        (
            "Điều 2. Thay thế các Thông tư:\n1. Thông tư số 1/2010/TT-BTS.\n"
            "2. Thông tư số 2/2011/TT-BTS ngày 13 ngày 8 tháng 2011 của Bộ trưởng Bộ Thủy sản sửa đổi Thông tư số 1/2010/TT-BTS.",
            [
                "2/2011/TT-BTS amends 1/2010/TT-BTS",
                "9/2024/TT-BTC (Điều 2) replaces 1/2010/TT-BTS",
                "9/2024/TT-BTC (Điều 2) replaces 2/2011/TT-BTS",
            ],
        ),
        (
            "Căn cứ Luật Cá; Căn cứ Thông tư số 1/2010/TT-BTS; Thực hiện Kế hoạch số 3/KH-BTS.\nĐiều 1. Phạm vi",
            ["9/2024/TT-BTC based_on 1/2010/TT-BTS", "9/2024/TT-BTC based_on Luật Cá", "9/2024/TT-BTC implements 3/KH-BTS"],
        ),
        (
            "Triển khai Kế hoạch số 3/KH-BTS của đoàn trại về việc thực hiện Nghị quyết số 5-NQ/TW; Kế hoạch số 4/KH-BTS về "
            "thực hiện Nghị quyết số 6-NQ/TW và Kế hoạch số 2/KH-BTS; Kế hoạch số 8/KH-BTS, Bộ ban hành như sau:\nĐiều 1. Phạm vi",
            [
                "4/KH-BTS implements 2/KH-BTS",
                "4/KH-BTS implements 6-NQ/TW",
                "9/2024/TT-BTC implements 3/KH-BTS",
                "9/2024/TT-BTC implements 4/KH-BTS",
                "9/2024/TT-BTC implements 8/KH-BTS",
            ],
        ),
    ],
)
def test_regulations(text: str, said: list[str]) -> None:
    assert stated(read(HEADING + text)) == said


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 5/NQ-CP yêu cầu các bộ sửa đổi Nghị định số 5/2013/NĐ-CP.",
        "Nghị quyết số 5/NQ-CP giao Bộ Thủy sản bãi bỏ Thông tư số 5/2013/TT-BTS.",
    ],
)
def test_what_somebody_is_told_to_do_is_planned(text: str) -> None:
    assert [r.modality for r in read(text).relations] == ["planned"]


def test_effect_of_documents_that_a_text_goes_through_one_by_one() -> None:
    aside = "Trại cá và chợ hoa được sắp xếp lại. " * 15
    found = read(
        "".join(f"Xã {n}: Tại Nghị quyết số {n}/NQ-UBTVQH15, Ủy ban quyết nghị sắp xếp. {aside}\n\n" for n in (11, 12, 13))
        + "Các Nghị quyết trên có hiệu lực từ ngày 16/6/2025."
    )
    names = {d.id: called(d) for d in found.documents}
    assert {(names[e.document], e.begins) for e in found.effects} == {(f"{n}/NQ-UBTVQH15", "2025-06-16") for n in (11, 12, 13)}


def test_an_end_told_with_the_beginning() -> None:
    found = read(HEADING + "Điều 3. Thông tư này có hiệu lực kể từ ngày ký cho đến hết ngày 18/11/2025.")
    assert [(e.begins, e.ends) for e in found.effects] == [("2024-02-05", "2025-11-18")]


def test_a_text_without_heading_is_what_its_annex_is_promulgated_with() -> None:
    found = read(
        "Điều 1. Nghị định này thay thế Nghị định số 18/1992/NĐ-CP.\nĐiều 2. Nghị định này có hiệu lực từ ngày ký.\n"
        "DANH MỤC\nCÁ QUÝ\n(Sửa đổi Danh mục của Nghị định số 18/1992/NĐ-CP), ban hành kèm theo Nghị định số 48/2002/NĐ-CP ngày 22/4/2002\n"
    )
    assert stated(found) == ["48/2002/NĐ-CP replaces 18/1992/NĐ-CP"]


def test_provisions_with_their_headings() -> None:
    text = "Điều 2. Thông tư này bãi bỏ khoản 1.4 Mục 1 Quy định chung; Mục 2 Cơ sở nuôi cá; Mục 3 Sổ ghi tại Quyết định số 17/2005/QĐ-BTS."
    assert stated(read(HEADING + text)) == ["9/2024/TT-BTC repeals 17/2005/QĐ-BTS: khoản 1.4 Mục 1; Mục 2; Mục 3"]
