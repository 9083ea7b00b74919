"""Consolidated texts: what they say of themselves, of the document whose words they have, and in their notes."""

from __future__ import annotations

import pytest
from reading import read

from regraph.model import Extraction

OPENING = (
    "LUẬT\nNUÔI ONG\n\nLuật Nuôi ong số 10/2014/QH13 ngày 19 tháng 6 năm 2014 của Quốc hội, có hiệu lực "
    "kể từ ngày 01 tháng 01 năm "
    "2015, được sửa đổi, bổ sung bởi:\n1. Luật số 20/2019/QH14 ngày 25 tháng 11 năm 2019 của Quốc hội "
    "sửa đổi, bổ sung một số "
    "điều của Luật Nuôi ong, có hiệu lực kể từ ngày 01 tháng 7 năm 2020;\n2. Luật Lâm sản số "
    "30/2023/QH15 ngày 24 tháng 6 năm 2023 của "
    "Quốc hội, có hiệu lực kể từ ngày 15 tháng 8 năm 2023.\nCăn cứ Hiến pháp;\nQuốc hội ban hành Luật Nuôi ong[1].\n"
)
BODY = (
    "Điều 1. Phạm vi\nLuật này quy định về nuôi ong.\nĐiều 2. Tổ ong[2]\n1. Tổ ong đặt xa đường.\n2.[3] "
    "Tổ ong có số.\na) Số sơn trên nắp;\n"
    "b)[4] (được bãi bỏ).\nĐiều 3. Hiệu lực\nLuật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2015.\n"
    "Luật Mật ong số 5/2004/QH11 hết hiệu lực kể từ ngày Luật này có hiệu lực.\n"
)
CERTIFIED = "VĂN PHÒNG QUỐC HỘI\nSố: 7/VBHN-VPQH\nXÁC THỰC VĂN BẢN HỢP NHẤT\nHà Nội, ngày 02 tháng 8 năm 2023\nCHỦ NHIỆM\n"
NOTES = (
    "[1] Luật số 20/2019/QH14 sửa đổi, bổ sung một số điều của Luật Nuôi ong có căn cứ ban hành như "
    "sau:\n“Căn cứ Hiến pháp;\n"
    "Căn cứ Luật Thú rừng số 8/2015/QH13.”\n"
    "[2] Điều này được sửa đổi, bổ sung theo quy định tại khoản 2 Điều 1 của Luật số 20/2019/QH14, có "
    "hiệu lực kể từ ngày 01 tháng 7 "
    "năm 2020.\n[3] Khoản này được bổ sung theo quy định tại Điều 9 của Luật Lâm sản số 30/2023/QH15, có "
    "hiệu lực kể từ ngày 15 tháng 8 "
    "năm 2023.\n[4] Điểm này được bãi bỏ theo quy định tại khoản 3 Điều 1 của Luật số 20/2019/QH14, có "
    "hiệu lực kể từ ngày 01 tháng 7 "
    "năm 2020.\n[5] Điều 2 của Luật số 20/2019/QH14 quy định như sau:\n“Điều 2. Hiệu lực\nLuật này có "
    "hiệu lực từ ngày 01 tháng 7 năm "
    "2020.”\n"
)


@pytest.fixture(scope="module")
def law() -> Extraction:
    return read(OPENING + BODY + CERTIFIED + NOTES)


def test_the_text_is_the_consolidation(law: Extraction) -> None:
    itself = law.documents[0]
    assert law.self_id == itself.id
    assert (itself.kind, itself.symbol, itself.issued) == ("Văn bản hợp nhất", "7/VBHN-VPQH", "2023-08-02")
    assert itself.issuer == "Văn phòng Quốc hội"


def test_it_speaks_in_the_words_of_the_consolidated_document(law: Extraction) -> None:
    symbols = {d.id: d.symbol for d in law.documents}
    base = next(d for d in law.documents if d.symbol == "10/2014/QH13")
    assert (base.issued, base.issuer, base.title) == ("2014-06-19", "Quốc hội", "Nuôi ong")
    assert {(symbols[e.document], e.part, e.begins) for e in law.effects} >= {
        ("10/2014/QH13", None, "2015-01-01"),
        ("20/2019/QH14", None, "2020-07-01"),
        ("30/2023/QH15", None, "2023-08-15"),
    }
    assert not [e for e in law.effects if symbols[e.document] == "10/2014/QH13" and e.begins != "2015-01-01"]


def relations(found: Extraction) -> set[tuple[str | None, str | None, str, str | None, str | None]]:
    symbols = {d.id: d.symbol or d.kind for d in found.documents}
    return {(symbols[r.source], r.from_part, r.type, symbols[r.target], r.to_part) for r in found.relations}


@pytest.mark.parametrize(
    ("source", "from_part", "relation", "target", "to_part"),
    [
        ("7/VBHN-VPQH", None, "consolidates", "10/2014/QH13", None),
        ("7/VBHN-VPQH", None, "consolidates", "20/2019/QH14", None),
        ("7/VBHN-VPQH", None, "consolidates", "30/2023/QH15", None),
        ("20/2019/QH14", None, "amends", "10/2014/QH13", None),
        ("30/2023/QH15", None, "amends", "10/2014/QH13", None),
        ("20/2019/QH14", "khoản 2 Điều 1", "amends", "10/2014/QH13", "Điều 2"),
        ("30/2023/QH15", "Điều 9", "amends", "10/2014/QH13", "khoản 2 Điều 2"),
        ("20/2019/QH14", "khoản 3 Điều 1", "repeals", "10/2014/QH13", "điểm b khoản 2 Điều 2"),
        ("10/2014/QH13", None, "repeals", "5/2004/QH11", None),
    ],
)
def test_relations(law: Extraction, source: str, from_part: str | None, relation: str, target: str, to_part: str | None) -> None:
    assert (source, from_part, relation, target, to_part) in relations(law)


def test_the_consolidation_itself_changes_nothing(law: Extraction) -> None:
    assert {r[2] for r in relations(law) if r[0] == "7/VBHN-VPQH"} == {"consolidates"}


def test_number_in_the_heading_and_marks_without_brackets() -> None:
    found = read(
        "BỘ NUÔI TRỒNG\n-----\nSố: 9/VBHN-BNT\nHà Nội, ngày 24 tháng 11 năm 2025\n\nTHÔNG TƯ\nHƯỚNG DẪN "
        "NGHỊ ĐỊNH SỐ 1/2019/NĐ-CP\n\n"
        "Thông tư số 19/2019/TT-BNT ngày 27 tháng 12 năm 2019 của Bộ trưởng Bộ Nuôi trồng hướng dẫn Nghị "
        "định số 1/2019/NĐ-CP, có hiệu "
        "lực kể từ ngày 11 tháng 02 năm 2020, được sửa đổi, bổ sung bởi:\nThông tư số 10/2025/TT-BNT "
        "ngày 13 tháng 10 năm 2025 của Bộ "
        "trưởng Bộ Nuôi trồng, có hiệu lực kể từ ngày 28 tháng 10 năm 2025.\nĐiều 4. Số tổ\n1.2 Mỗi trại có số.\n"
        "2 Khoản này được sửa đổi theo quy định tại Điều 1 của Thông tư số 10/2025/TT-BNT, có hiệu lực "
        "kể từ ngày 28 tháng 10 năm 2025.\n"
    )
    itself = found.documents[0]
    assert (itself.symbol, itself.issued, itself.issuer) == ("9/VBHN-BNT", "2025-11-24", "Bộ Nuôi trồng")
    stated = relations(found)
    assert ("10/2025/TT-BNT", "Điều 1", "amends", "19/2019/TT-BNT", "khoản 1 Điều 4") in stated
    assert ("19/2019/TT-BNT", None, "guides", "1/2019/NĐ-CP", None) in stated


def test_a_preamble_with_an_amended_law_is_no_consolidation() -> None:
    found = read(
        "BỘ NUÔI TRỒNG\n-----\nSố: 9/2025/TT-BNT\n\nTHÔNG TƯ\nVỀ MỘT VIỆC\n\nCăn cứ Luật Nuôi ong số "
        "10/2014/QH13 được sửa đổi, bổ sung "
        "bởi Luật số 20/2019/QH14;\nĐiều 1. Phạm vi\n"
    )
    assert found.documents[0].symbol == "9/2025/TT-BNT"
