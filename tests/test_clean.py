"""The clean view and its way back to the text as read."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regraph.pipeline.clean import clean


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        (unicodedata.normalize("NFD", "Quyết định số 96-QĐ/TW"), "Quyết định số 96-QĐ/TW"),
        ("Ngh\u1ecb \u0111\u1ecbnh 30/2020/N\u00d0-CP", "Nghị định 30/2020/NĐ-CP"),
        ("Quy\u00a0định\u00a0số\u00a096", "Quy định số 96"),
        ("Quy\u00adđịnh\u200b 96", "Quyđịnh 96"),
        ("**Hướng dẫn 01-HD/TW**, ngày 28/9/2021", "Hướng dẫn 01-HD/TW, ngày 28/9/2021"),
        ("từ ngày ký**và**thay thế", "từ ngày ký và thay thế"),
        ("366\u2013QĐ/TW", "366-QĐ/TW"),
        ("Uỷ ban, hoà giải, thuỷ lợi, quý, quỹ, hoàn", "Ủy ban, hòa giải, thủy lợi, quý, quỹ, hoàn"),
        ("Nghị quyết số\n132/2020/QH14", "Nghị quyết số 132/2020/QH14"),
        ("Bộ Tài chính\nban hành", "Bộ Tài chính ban hành"),
        ("Hết câu.\nCâu mới", "Hết câu.\nCâu mới"),
        ("gồm:\na) một;\nb) hai", "gồm:\na) một;\nb) hai"),
        ("Một bài\n\nbài khác", "Một bài\n\nbài khác"),
        ("n**ă**m 202**5** ở C**ông** ty, ng**ày** nào, Th**ông** tư", "năm 2025 ở Công ty, ngày nào, Thông tư"),
        ("hư**ớng** dẫn, ti**ền** lương, qu**yền** hạn, bu**ổi** họp", "hướng dẫn, tiền lương, quyền hạn, buổi họp"),
        (
            "được sửa đôi, bô sung một sô điêu theo Luật sô 5/2020/QH14",
            "được sửa đổi, bổ sung một số điều theo Luật số 5/2020/QH14",
        ),
        ("SỬA ĐÔI, BÔ SUNG; quy định chi tiêt, hướng dân thi hành", "SỬA ĐỔI, BỔ SUNG; quy định chi tiết, hướng dẫn thi hành"),
        ("bố mẹ, so 10 với 5, bộ sưu tập, chi tiêu, nông dân thi đua",) * 2,
        ("ông**Thành** và TH**Bình**", "ông Thành và TH Bình"),
        ("Số 5/CT-CS\nv/v thuế", "Số 5/CT-CS\nv/v thuế"),
        ("do Cục Hoa ban hành\nVăn bản này chưa cập nhật nội dung Tiếng Anh",) * 2,
        ("theo Luật\n\n[[SOURCE hoa PAGE 2]]\n12 CÔNG BÁO/Số 8 + 9/Ngày 02-3-2024\n\nđất đai", "theo Luật đất đai"),
        ("Hết câu.\n\nCÔNG BÁO/Số 8/Ngày 02-3-2024 13\n\nCâu mới", "Hết câu.\nCâu mới"),
        ("CẤP MÃ SỐ\nBỘ TRƯỞNG BỘ NỘI VỤ", "CẤP MÃ SỐ\nBỘ TRƯỞNG BỘ NỘI VỤ"),
        (
            "Thông tư nàycó hiệu lực từ ngày kývà thay thế Quyết định số 8/2018/QĐ-TTgcủa Thủ tướng, Nghị định 3/2017/NĐ-CPhết hiệu lực",
            "Thông tư này có hiệu lực từ ngày ký và thay thế Quyết định số 8/2018/QĐ-TTg của Thủ tướng, Nghị định 3/2017/NĐ-CP hết hiệu lực",
        ),
        (
            "pháp luậtvề hoa, Luật số 3/2024/QH15ngày 5 tháng 2 năm 2024của Quốc hội",
            "pháp luật về hoa, Luật số 3/2024/QH15 ngày 5 tháng 2 năm 2024 của Quốc hội",
        ),
        (
            unicodedata.normalize("NFD", "ngày kývà thay thế, số 3/2017/NĐ-CPhết hiệu lực"),
            "ngày ký và thay thế, số 3/2017/NĐ-CP hết hiệu lực",
        ),
        ("c) Chết hoặc mất, vanban.chinhphu.vn, 2024quy-dinh, TPHCM",) * 2,
        ("Điều\n1. Phạm vi\n1.\nMột việc", "Điều 1. Phạm vi\n1. Một việc"),
        ("Chương\nII\nQUY ĐỊNH", "Chương II\nQUY ĐỊNH"),
        ("---\nlayout: post\ntitle: Một bài\n---\nMột bài", "---\nlayout: post\ntitle: Một bài\n---\nMột bài"),
        ("s ửa đ ổi một " * 6 + "v ăn bản", "sửa đổi một " * 6 + "văn bản"),
        ("c ả một lần", "c ả một lần"),
        ("bổ sung khoản 9 vào\nĐiều 4 Nghị định số 1/2020/NĐ-CP", "bổ sung khoản 9 vào Điều 4 Nghị định số 1/2020/NĐ-CP"),
        ("đều bãi bỏ\nĐiều 8. Tổ chức", "đều bãi bỏ\nĐiều 8. Tổ chức"),
    ],
)
def test_what_is_seen(raw: str, seen: str) -> None:
    assert clean(raw).text == seen


@pytest.mark.parametrize(
    ("raw", "part"),
    [
        (unicodedata.normalize("NFD", "theo Quyết định số 96 nêu trên"), "Quyết định"),
        ("a\u00adb Quy\u00adđịnh c", "Quyđịnh"),
        ("**Hướng dẫn** số **01**", "01"),
        ("từ ngày kývà thay thế", "thay thế"),
        ("Hướng dẫn nàycó hiệu lực", "Hướng dẫn này"),
        ("theo LuậtGiá và Pháp lệnhPhí", "Luật Giá và Pháp lệnh Phí"),
        (unicodedata.normalize("NFD", "nàycó kývà luậtvề 2024của QH15ngày"), "luật về 2024"),
    ],
)
def test_a_part_of_the_view_is_found_in_the_text(raw: str, part: str) -> None:
    view = clean(raw)
    at = view.text.index(part)
    span = view.raw(at, at + len(part))
    assert clean(raw[span.start : span.end]).text == part


@given(
    st.text(
        alphabet=st.sampled_from("aăđeêoơuưyqQĐÐ\u0300\u0301\u0309\u0303\u0323\u0302 \n\r\t*|\\.-\u00ad\u200b\u00a0,;:“”1/"),
        max_size=80,
    )
)
def test_any_text_keeps_its_order_and_bounds(raw: str) -> None:
    view = clean(raw)
    assert len(view.lower) == len(view.text)
    starts = [view.raw(i, i + 1) for i in range(len(view.text))]
    assert all(0 <= s.start < s.end <= len(raw) for s in starts)
    assert all(a.start <= b.start for a, b in itertools.pairwise(starts))


@given(st.lists(st.sampled_from(["này", "có", "ký", "và", "NĐ-CP", "hết", " ", "2024", "của", "**", "\u00ad"]), max_size=12))
def test_words_that_are_parted_keep_their_places(pieces: list[str]) -> None:
    for form in ("NFC", "NFD"):
        raw = unicodedata.normalize(form, "".join(pieces))
        view = clean(raw)
        spans = [view.raw(i, i + 1) for i in range(len(view.text))]
        assert all(0 <= s.start < s.end <= len(raw) for s in spans)
        assert all(a.start <= b.start and a.end <= b.end for a, b in itertools.pairwise(spans))
        assert "".join(clean(raw[s.start : s.end]).text for s, c in zip(spans, view.text, strict=True) if c.isalnum()) == "".join(
            filter(str.isalnum, view.text)
        )


@given(st.text(max_size=200))
def test_the_whole_view_covers_what_is_not_dropped(raw: str) -> None:
    view = clean(raw)
    span = view.raw(0, len(view.text))
    assert clean(raw[span.start : span.end]).text == view.text or not view.text
