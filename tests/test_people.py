"""People and positions: a sentence → who is what, and where."""

from __future__ import annotations

import pytest
from reading import read


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
        ("Hội nghị diễn ra trên đường Lê Văn Ba.", {}),
    ],
)
def test_positions(text: str, people: dict[str, list[str]]) -> None:
    assert {p.name: [held.title for held in p.positions] for p in read(text).people} == people


def test_a_local_position_belongs_to_the_province_of_the_text() -> None:
    found = read(
        "Hội nghị tại điểm cầu Tỉnh ủy Lào Cai. Phó Bí thư Tỉnh ủy Lê Văn Ba, Trưởng ban Tổ chức Tỉnh ủy Trần Thị Tư dự."
    )
    assert [p.positions[0].body for p in found.people] == ["Tỉnh ủy Lào Cai", "Ban Tổ chức Tỉnh ủy Lào Cai"]
