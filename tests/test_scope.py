"""What a regulation governs and whom it addresses."""

from __future__ import annotations

import pytest
from reading import HEADING, read

Said = tuple[str, str | None, str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Điều 1. Phạm vi điều chỉnh\nThông tư này quy định về phí đường bộ.\n",
            [("scope", "Điều 1", "Thông tư này quy định về phí đường bộ")],
        ),
        (
            "Điều 1. Phạm vi điều chỉnh\nThông tư này quy định về phí.\nĐiều 2. Đối tượng áp dụng\n1. Chủ xe.\n2. Người lái xe.\n",
            [
                ("scope", "Điều 1", "Thông tư này quy định về phí"),
                ("addressee", "khoản 1 Điều 2", "Chủ xe"),
                ("addressee", "khoản 2 Điều 2", "Người lái xe"),
            ],
        ),
        (
            "Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng\n1. Thông tư này quy định về phí.\n"
            "2. Thông tư này áp dụng đối với chủ xe và người lái xe.\n",
            [
                ("scope", "khoản 1 Điều 1", "Thông tư này quy định về phí"),
                ("addressee", "khoản 2 Điều 1", "chủ xe và người lái xe"),
            ],
        ),
        (
            "Điều 2. Đối tượng áp dụng\nThông tư này áp dụng đối với:\n1. Chủ xe;\n2. Người lái xe.\n",
            [("addressee", "khoản 1 Điều 2", "Chủ xe"), ("addressee", "khoản 2 Điều 2", "Người lái xe")],
        ),
        ("Điều 2. Đối tượng áp dụng\nThông tư này không áp dụng đối với:\n1. Xe công;\n", []),
        ("Điều 5. Phí\nThông tư này quy định về phí.\n", []),
    ],
)
def test_articles_on_scope_and_addressees(text: str, expected: list[Said]) -> None:
    found = read(HEADING + text)
    assert [(r.about, r.part, r.words) for r in found.reach] == expected
    assert all(r.document == found.self_id for r in found.reach)


def test_an_article_of_a_newspaper_tells_whom_a_document_addresses() -> None:
    found = read("Tin mới\n\nTheo Hướng dẫn số 3-HD/TW, đối tượng áp dụng là chi bộ ở vùng sâu thì được họp trực tuyến.\n")
    assert [(r.about, r.words) for r in found.reach] == [("addressee", "chi bộ ở vùng sâu")]
