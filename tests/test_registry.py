"""A registry: which columns and cells are read, with what evidence, what is left out and told, and how it ranks."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from regraph.cli import app
from regraph.errors import DataError
from regraph.model import Text
from regraph.pipeline.registry import is_registry, read_registry

ENGLISH = "kind\tsymbol\ttitle\tissued\tissuer\teffective"
VIETNAMESE = "loai\tso_hieu\ttrich_yeu\tngay_ban_hanh\tco_quan\tngay_hieu_luc_most"
DECREE = {
    "mention": "Nghị định 30/2020/NĐ-CP", "kind": "Nghị định", "number": "30", "symbol": "30/2020/NĐ-CP",
    "title": "công tác văn thư", "issued": "2020-03-05", "issuer": "Chính phủ", "effective_from": "2020-03-05",
}  # fmt: skip


def text(*lines: str, name: str = "official.tsv", end: str = "\n") -> Text:
    content = end.join(lines) + end
    return Text(name, f"/{name}", content, hashlib.sha256(content.encode()).hexdigest(), "utf-8")


def stated(source: Text) -> list[dict[str, str | None]]:
    """What is said of each document, in order, without the line of the source itself."""
    by_subject: dict[str, dict[str, str | None]] = {}
    for said in read_registry(source).statements:
        if said.subject != "Source:":
            by_subject.setdefault(said.subject, {})[said.predicate] = said.value
    return list(by_subject.values())


def without(*names: str) -> dict[str, str]:
    return {name: value for name, value in DECREE.items() if name not in names}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [ENGLISH, "Nghị định\t30/2020/NĐ-CP\tcông tác văn thư\t2020-03-05\tChính phủ\t2020-03-05"],
            [DECREE],
            id="English, ISO",
        ),
        pytest.param(
            [VIETNAMESE, "Nghị định\t30/2020/NĐ-CP\tcông tác văn thư\t5/3/2020\tChính phủ\t05/03/2020"], [DECREE], id="Vietnamese"
        ),
        pytest.param(
            ["\ufeffKind\tSymbol\tnote\tIssued", "Nghị định\t 30/2020/NĐ-CP \tx\t05/03/2020"],
            [without("title", "issuer", "effective_from")],
            id="a mark before the heading, capitals, spaces, a column that is not known",
        ),
        pytest.param(
            ["issuer\tsymbol\tkind", "Chính phủ\t30/2020/NĐ-CP\tNghị định"],
            [without("title", "issued", "effective_from")],
            id="columns in another order",
        ),
        pytest.param(
            [ENGLISH, "Nghị định\t30/2020/NĐ-CP\t\t\t\t", "", "Nghị định\t30/2020/NĐ-CP"],
            [without("title", "issued", "issuer", "effective_from")] * 2,
            id="empty cells, an empty line, cells left out, a line twice",
        ),
        pytest.param(
            [ENGLISH, "Hiến pháp\t\tHiến pháp\t28/11/2013"],
            [{"mention": "Hiến pháp Hiến pháp", "kind": "Hiến pháp", "title": "Hiến pháp", "issued": "2013-11-28"}],
            id="a title alone",
        ),
        pytest.param(
            [ENGLISH, "Quyết định\t15\t\t5/3/2020\tBộ Y tế"],
            [{"mention": "Quyết định 15", "kind": "Quyết định", "number": "15", "issued": "2020-03-05", "issuer": "Bộ Y tế"}],
            id="a number alone beside day and issuer",
        ),
        pytest.param([ENGLISH], [], id="no line"),
    ],
)
def test_which_cells_are_read(lines: list[str], expected: list[dict[str, str]]) -> None:
    assert stated(text(*lines)) == expected
    assert stated(text(*lines, end="\r\n")) == expected
    assert read_registry(text(*lines)).faults == ()


def test_every_statement_has_its_cell_as_evidence() -> None:
    source = text(
        VIETNAMESE, "Luật\t31/2024/QH15\tĐất đai\t18/01/2024\tQuốc hội\t", "Nghị định\t30/2020/NĐ-CP\tvăn thư\t5/3/2020"
    )
    registry, *said = read_registry(source).statements
    assert (registry.predicate, registry.value) == ("text_kind", "registry")
    for statement in said:
        assert source.content[statement.span.start : statement.span.end] == statement.raw
        assert statement.raw in statement.quote
    [issued] = [s for s in said if s.predicate == "issued" and s.value == "2020-03-05"]
    assert (issued.raw, issued.rule, dict(issued.qualifiers)) == (
        "5/3/2020", "registry.issued", {"line": "3", "column": "ngay_ban_hanh"},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Luật\t1/2024/QH15\tx\t31/02/2024", "'31/02/2024' under issued is not a day; write it as 31/1/2020 or 2020-01-31"),
        ("Luật\t1/2024/QH15\tx\t2024", "'2024' under issued is not a day"),
        ("Luật\t1/2024/QH15\tx\t\t\t1/1/2025 (3)", "'1/1/2025 (3)' under effective is not a day"),
        ("Luật\t\t\t1/1/2024", "it names no document; give a kind, and a symbol or a title"),
        ("\t1/2024/QH15", "it names no document"),
        ("Luật\t1/2024/QH15\tx\t\t\t\tmore", "it has 7 cells under 6 headings"),
        ("Thông tư\t14\tx\t\tBộ Y tế", "its symbol is the number 14 alone, which many documents have; give the whole symbol"),
        ("Thông tư\t06\t/2017/TT-BYT Ban hành\t1/1/2017\tBộ Y tế", "its symbol 06 goes on in the next cell with /2017/TT-BYT"),
    ],
)
def test_a_line_that_cannot_be_right_is_left_out_and_told(line: str, fault: str) -> None:
    found = read_registry(text(ENGLISH, line, "Luật\t31/2024/QH15"))
    assert {s.subject for s in found.statements} == {"Source:", "Document:Luật 31/2024/QH15"}
    [told] = found.faults
    assert told.startswith(f"official.tsv line 2 is left out: {fault}")


@pytest.mark.parametrize("heading", ["", "symbol\ttitle", "kind,symbol", "Ngày 2/2/2023, Bộ Chính trị ban hành Quy định"])
def test_what_names_no_columns_is_no_registry(heading: str) -> None:
    with pytest.raises(DataError, match="its first line names no columns kind and symbol"):
        read_registry(text(heading, "Luật\t31/2024/QH15"))


@pytest.mark.parametrize(("name", "expected"), [("a.tsv", True), ("A.TSV", True), ("a.txt", False), ("-", False)])
def test_a_registry_is_known_by_the_name_of_its_file(name: str, expected: bool) -> None:
    assert is_registry(text(ENGLISH, name=name)) == expected


NEWS = "Nghị định số 30/2020/NĐ-CP ngày 3/5/2020 của Thủ tướng Chính phủ về công tác văn thư có hiệu lực từ ngày 1/5/2020.\n"
OWN = (
    "CHÍNH PHỦ\n-------\nSố: 30/2020/NĐ-CP\n\nHà Nội, ngày 05 tháng 3 năm 2020\n\nNGHỊ ĐỊNH\nVề công tác văn thư\n\n"
    "Điều 38. Hiệu lực thi hành\nNghị định này có hiệu lực thi hành từ ngày 05 tháng 3 năm 2020.\n"
)
ROW = "Nghị định\t30/2020/NĐ-CP\tVề công tác văn thư\t05/03/2020\tChính phủ\t{effective}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    (tmp_path / "own.txt").write_text(OWN, "utf-8")
    (tmp_path / "official.tsv").write_text(f"{ENGLISH}\n{ROW.format(effective='06/03/2020')}\n", "utf-8")
    return tmp_path


def regraph(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments], env={"REGRAPH_DB": str(folder / "db"), "COLUMNS": "300"})


@pytest.mark.parametrize(
    ("sources", "effective", "why"),
    [
        (["news.txt"], "2020-05-01", None),
        (["news.txt", "official.tsv"], "2020-03-06", "an official registry says so"),
        (["news.txt", "official.tsv", "own.txt"], "2020-03-05", "the document's own text says so"),
    ],
)
def test_a_registry_goes_before_news_and_after_the_own_text(
    folder: Path, sources: list[str], effective: str, why: str | None
) -> None:
    assert regraph(folder, "ingest", *(str(folder / name) for name in sources)).exit_code == 0
    found = json.loads(regraph(folder, "show", "30/2020/NĐ-CP", "--json").stdout)
    assert found["document"]["effective_from"] == effective
    assert {f["why"] for f in found["facts"] if f["predicate"] == "effective_from" and f["verdict"] == "chosen"} == {
        why or "the only value stated"
    }


def test_a_registry_is_ingested_once_and_again_when_it_changes(folder: Path) -> None:
    path = folder / "official.tsv"
    for expected in ("1 read, 0 unchanged", "0 read, 1 unchanged"):
        assert regraph(folder, "ingest", str(path)).stdout.startswith(expected)
    path.write_text(f"{ENGLISH}\n{ROW.format(effective='')}\nLuật\t1/1/1\tx\t1/1\n", "utf-8")
    changed = regraph(folder, "ingest", str(path))
    assert (changed.exit_code, changed.stdout.splitlines()[0]) == (1, "1 read, 0 unchanged, 1 failed")
    assert "official.tsv line 3 is left out: '1/1' under issued is not a day" in changed.stderr
    again = regraph(folder, "ingest", str(path))
    assert (again.exit_code, again.stdout.splitlines()[0]) == (1, "0 read, 1 unchanged, 1 failed")
    found = json.loads(regraph(folder, "show", "30/2020/NĐ-CP", "--json").stdout)
    assert found["document"]["effective_from_basis"] == "assumed: issue date"
    assert json.loads(regraph(folder, "missing", "--json").stdout) == []


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("ingest", "is no registry: its first line names no columns"),
        ("extract", "is a registry, no text; `regraph ingest` reads it"),
    ],
)
def test_what_is_no_registry_or_no_text_is_told(folder: Path, command: str, says: str) -> None:
    (folder / "x.tsv").write_text(NEWS, "utf-8")
    ended = regraph(folder, command, str(folder / "x.tsv"))
    assert ended.exit_code == 65
    assert says in ended.stderr
