"""What is printed: how tables fit the width there is."""

from __future__ import annotations

import pytest

from regraph import console

COLUMNS = ("document", "from", "title")
ROW = ("63/2022/NĐ-CP", "2022-09-12", "bể cá cảnh trong nhà trường")


@pytest.mark.parametrize(
    ("width", "printed"),
    [
        (60, [" 63/2022/NĐ-CP   2022-09-12   bể cá cảnh trong nhà trường"]),
        (44, [" 63/2022/NĐ-CP   2022-09-12   bể cá cảnh", "                              trong nhà", "                              trường"]),
        (30, ["63/2022/NĐ-CP", "  from   2022-09-12", "  title  bể cá cảnh trong nhà trường"]),
    ],
)  # fmt: skip
def test_days_and_signs_are_never_broken(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, width: int, printed: list[str]
) -> None:
    monkeypatch.setattr(console, "PIPED_WIDTH", width)
    console.table(COLUMNS, [ROW])
    assert capsys.readouterr().out.splitlines()[-len(printed) :] == printed


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (None, ["–"]),
        (True, ["true"]),
        ([1, "hai"], ["1", "hai"]),
        ({"symbol": "63/2022/NĐ-CP", "names": ["a", "ă"]}, ["symbol: 63/2022/NĐ-CP", "names: a", "ă"]),
    ],
)
def test_a_cell_is_written_for_people(capsys: pytest.CaptureFixture[str], value: object, lines: list[str]) -> None:
    console.table(("column",), [(value,)])
    assert [line.strip() for line in capsys.readouterr().out.splitlines()[-len(lines) :]] == lines
