"""`Nghị định này` in a text that is no regulation: which document it means."""

from __future__ import annotations

import pytest
from reading import called, read


def meant(text: str, words: str = "Nghị định này") -> list[str]:
    at = text.index(words)
    return [called(d) for d in read(text).documents if any(m.start == at for m in d.mentions)]


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("Nghị định 12/2030/NĐ-CP có 5 điều. Nghị định này nói về cá.", ["12/2030/NĐ-CP"]),
        # named later than it is spoken of
        ("Nghị định này nói về cá. Nghị định 12/2030/NĐ-CP có 5 điều, theo Nghị định 9/2020/NĐ-CP.", ["12/2030/NĐ-CP"]),
        ("Đối tượng tại Điều 2 Nghị định này được hỗ trợ.\n\nĐiều 2 Nghị định 12/2030/NĐ-CP: ngư dân.", ["12/2030/NĐ-CP"]),
        ("Nghị định này nói về cá. Nghị định này thay thế Nghị định 9/2020/NĐ-CP.", []),
        ("Nghị định này nói về cá. Nghị định 9/2020/NĐ-CP hết hiệu lực từ đó.", []),
        ("Nghị định này nói về cá, theo dự thảo Nghị định. Nghị định 9/2020/NĐ-CP có 5 điều.", []),
        ("Nghị định này nói về cá. Nghị định 9/2020/NĐ-CP có 5 điều. Nghị định 8/2020/NĐ-CP có 6 điều.", []),
        # what stands below is the words of the amended one
        (
            "Tại Điều 5 Nghị định 9/2020/NĐ-CP (sửa đổi bởi Điều 1 Nghị định 12/2030/NĐ-CP) quy định như sau:\n\n"
            "Mức phạt tại Chương II Nghị định này là của cá nhân.",
            ["9/2020/NĐ-CP"],
        ),
    ],
)
def test_which_document_is_meant(text: str, documents: list[str]) -> None:
    assert meant(text) == documents
