"""Records: a document's name as the headline, below it lines with a label each."""

from __future__ import annotations

import pytest
from reading import read, relations

HEADLINE = "# NGHỊ ĐỊNH 8/2024/NĐ-CP — GIỮ RỪNG\n\n"


def test_a_record_tells_of_the_document_in_its_headline() -> None:
    found = read(
        f"{HEADLINE}**Ngày ban hành:** 05/02/2024\n**Hiệu lực:** 01/3/2024\n**Sửa đổi bởi:** NĐ 9/2025/NĐ-CP\n"
        "**Thay thế:** NĐ 7/2016/NĐ-CP, NĐ 6/2015/NĐ-CP\n\n---\n\nGiữ rừng là trồng cây."
    )
    document = found.documents[0]
    assert (document.symbol, document.issued, document.title) == ("8/2024/NĐ-CP", "2024-02-05", "GIỮ RỪNG")
    assert [(e.document, e.begins) for e in found.effects if e.begins] == [(document.id, "2024-03-01")]
    assert relations(found) == {
        ("8/2024/NĐ-CP", "replaces", "7/2016/NĐ-CP", None),
        ("8/2024/NĐ-CP", "replaces", "6/2015/NĐ-CP", None),
        ("9/2025/NĐ-CP", "amends", "8/2024/NĐ-CP", None),
    }


def test_a_record_may_be_a_list_below_a_heading() -> None:
    found = read(
        "# Nghị định 8/2024/NĐ-CP — Hướng dẫn thi hành Luật Giữ rừng năm 2019\n\n## Thông tin\n- **Cơ quan ban hành:** Chính phủ\n"
        "- **Ngày hiệu lực:** 01/3/2024\n- **Phạm vi:** Sửa đổi NĐ 7/2016/NĐ-CP (rừng), NĐ 6/2015/NĐ-CP\n- **Căn cứ:** Luật Cây năm 2018\n\n"
        "## Nội dung\nGiữ rừng."
    )
    document = found.documents[0]
    assert (document.symbol, document.issuer) == ("8/2024/NĐ-CP", "Chính phủ")
    assert [(e.document, e.begins) for e in found.effects] == [(document.id, "2024-03-01")]
    assert relations(found) == {
        ("8/2024/NĐ-CP", "guides", "Luật Giữ rừng", None),
        ("8/2024/NĐ-CP", "amends", "7/2016/NĐ-CP", None),
        ("8/2024/NĐ-CP", "amends", "6/2015/NĐ-CP", None),
        ("8/2024/NĐ-CP", "based_on", "Luật Cây", None),
    }


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}**Thay thế:** NĐ 7/2016/NĐ-CP\n\nGiữ rừng.",
        f"{HEADLINE}Giữ rừng.\n\nNgày ban hành: 05/02/2024\nHiệu lực: 01/3/2024",
        "Ai giữ rừng theo Nghị định 8/2024/NĐ-CP?\n\nNgày ban hành: 05/02/2024\nHiệu lực: 01/3/2024",
    ],
)
def test_one_label_or_one_further_on_makes_no_record(text: str) -> None:
    found = read(text)
    assert (found.relations, found.documents[0].issued) == ((), None)
