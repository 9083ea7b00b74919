"""Strict reading: what looks like a reference and was not read is named, with the reason."""

from __future__ import annotations

import pytest

from regraph.model import Text
from regraph.pipeline.strict import Reading, reading


def read(content: str) -> Reading:
    return reading(Text("a.txt", "/a.txt", content, "0" * 64, "utf-8"))


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("điền vào Mẫu số 05-HD kèm theo", "số 05-HD", "a form, not a document"),
        ("xem 12/ABC-XYZ để biết", "12/ABC-XYZ", "no kind of document has this code"),
        ("bản 03-HD của đơn vị", "03-HD", "no issuer's code"),
        ("Nghị quyết 68 xác định rõ", "Nghị quyết 68", "a number that no document of this kind in the text has"),
    ],
)
def test_what_is_not_read(text: str, words: str, reason: str) -> None:
    [found] = read(text).unread
    assert (found.words.removeprefix("số ") if not words.startswith("số") else f"số {found.words}", found.reason) == (
        words,
        reason,
    )
    assert text[found.span.start : found.span.end] == found.words


def test_a_number_is_read_where_its_sign_stands_in_the_text() -> None:
    found = read("Nghị quyết số 68-NQ/TW ra đời. Nghị quyết 68 xác định rõ hướng đi.")
    assert (found.read, found.unread) == (2, ())


def test_the_share_unread() -> None:
    found = read("Quy định số 96-QĐ/TW, Quy định số 97-QĐ/TW, Quy định số 98-QĐ/TW và bản 03-HD")
    assert found.share_unread == 0.25


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("Nghị quyết số 254/2025/NĐ-CP", ["NĐ stands for Nghị định"]),
        ("Quy định số 12-QĐi/TW ngày 02/02/2023", ["QĐi was not in use in 2023"]),
        ("Quy định số 12-QĐi/TW ngày 02/10/2018", []),
        ("Nghị định số 15/HĐBT ngày 02/10/2001", ["HĐBT was not in use in 2001"]),
        ("Tờ trình số 12/TTr-CP và Công văn số 160/TTg-KTN ngày 12/9/2011", []),
    ],
)
def test_what_is_read_but_doubtful(text: str, reasons: list[str]) -> None:
    found = read(text)
    assert ([d.reason for d in found.doubtful], found.unread) == (reasons, ())
