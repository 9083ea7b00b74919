"""`regraph unsure`, `missing` and `decide` as a researcher uses them."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from regraph.answers import command
from regraph.cli import app

TEXTS = {
    "early.txt": "Ngày 25/10/2018, Ban Chấp hành Trung ương ban hành Quy định số 08-QĐ/TW về trách nhiệm nêu gương của cán bộ.\n",
    "late.txt": "Quy định số 08-QĐ/TW ngày 1/9/2021 của Bộ Chính trị thay thế Quy định số 30-QĐ/TW ngày 26/7/2016 "
    "của Ban Bí thư.\n",
    "bare.txt": "Hội nghị nhắc lại Quy định số 08-QĐ/TW và giao các chi bộ thực hiện.\n",
    "other.txt": "Quy định số 30-QĐ/TW ngày 26/7/2016 của Bộ Chính trị được phổ biến tại chi bộ.\n",
    "mai.txt": "Bà Trương Thị Mai, Bí thư Tỉnh ủy Lào Cai, chủ trì cuộc họp.\n",
    "mai-too.txt": "Bà Trương Thị Mai, Chủ tịch Hội Nông dân tỉnh Hà Tĩnh, phát biểu tại lễ ra quân.\n",
}
EARLY, LATE, OLD = "08-QĐ/TW@2018-10-25", "08-QĐ/TW@2021-09-01", "30-QĐ/TW@2016-07-26"
UNSURE = f"08-QĐ/TW~{hashlib.sha256(TEXTS['bare.txt'].encode()).hexdigest()[:8]}"
BARE = "bare.txt:18-38"


def written(folder: Path) -> Path:
    """The texts in a new folder."""
    folder.mkdir()
    for name, content in TEXTS.items():
        (folder / name).write_text(content, "utf-8")
    return folder


class Shell:
    """Runs commands on one database."""

    def __init__(self, db: Path) -> None:
        self.db = db

    def __call__(self, *arguments: str, code: int = 0, stdin: str | None = None) -> Result:
        ended = CliRunner().invoke(app, [*arguments], env={"REGRAPH_DB": str(self.db), "COLUMNS": "300"}, input=stdin)
        assert ended.exit_code == code, ended.output
        return ended

    def json(self, *arguments: str) -> Any:
        return json.loads(self(*arguments, "--json").stdout)

    def sources(self, doc: str) -> set[str]:
        """The files that mention the document."""
        return {row["source"] for row in self.json("query", "mentions", "-p", f"doc={doc}")}


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The texts, to be changed."""
    return written(tmp_path / "texts")


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ingested")
    Shell(folder / "db")("ingest", str(written(folder / "texts")))
    return folder / "db"


@pytest.fixture
def sh(ingested: Path, tmp_path: Path) -> Shell:
    """A database of the texts, which nobody changes."""
    shutil.copytree(ingested, tmp_path / "db")
    return Shell(tmp_path / "db")


@pytest.fixture
def changing(texts: Path, tmp_path: Path) -> Shell:
    """A database of the texts that the test changes."""
    shell = Shell(tmp_path / "changing")
    shell("ingest", str(texts))
    return shell


def test_unsure_shows_quotes_and_candidates_with_the_command_that_decides(sh: Shell) -> None:
    [row] = sh.json("unsure")
    assert (row["document"], [m["source"] for m in row["mentions"]]) == (UNSURE, ["bare.txt"])
    assert [(c["document"], c["issuer"]) for c in row["candidates"]] == [
        (EARLY, "Ban Chấp hành Trung ương Đảng"),
        (LATE, "Bộ Chính trị"),
    ]
    printed = sh("unsure").stdout
    for shown in ("nhắc lại Quy định số 08-QĐ/TW", BARE, f"  regraph decide same {UNSURE} {LATE}\n"):
        assert shown in printed
    [_, *pasted] = shlex.split(row["candidates"][1]["decide"])
    sh(*pasted)
    assert sh.sources(LATE) == {"late.txt", "bare.txt"}
    assert sh.json("unsure") == []
    assert sh("unsure").stderr == "No mention fits several documents.\n"


def test_two_that_differ_are_made_one_with_a_warning(sh: Shell) -> None:
    made = sh("decide", "same", EARLY, OLD)
    [id_] = re.findall(r"^(\w+) decided", made.stdout)
    assert made.stderr == (
        f"They differ in issued (2018-10-25, 2016-07-26), symbol (08-QĐ/TW, 30-QĐ/TW); to take it back: regraph decide undo {id_}\n"
    )
    assert sh("decide", "same", UNSURE, LATE).stderr == ""


def test_each_mention_that_is_unsure_is_decided_alone(changing: Shell, texts: Path) -> None:
    (texts / "two.txt").write_text("Đoàn kiểm tra đã nêu Quy định số 08-QĐ/TW tại buổi làm việc.\n", "utf-8")
    changing("ingest", str(texts))
    rows = {row["mentions"][0]["source"]: row for row in changing.json("unsure")}
    assert set(rows) == {"bare.txt", "two.txt"}
    [_, *pasted] = shlex.split(rows["two.txt"]["candidates"][0]["decide"])
    changing(*pasted)
    assert changing.sources(EARLY) == {"early.txt", "two.txt"}
    assert [row["mentions"][0]["source"] for row in changing.json("unsure")] == ["bare.txt"]


def test_the_command_names_the_database_that_was_named(sh: Shell) -> None:
    ended = CliRunner().invoke(app, ["unsure", "--json", "--db", str(sh.db)])
    assert json.loads(ended.stdout)[0]["candidates"][0]["deny"].endswith(f" --db {sh.db}")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["show", "96-QĐ/TW@2023-02-02"], "regraph show 96-QĐ/TW@2023-02-02"),
        (["show", "Quy định 96~1a2b"], "regraph show 'Quy định 96~1a2b'"),
        (["show", "5 (tỉnh Lào Cai)"], "regraph show '5 (tỉnh Lào Cai)'"),
        (["show", "~x"], "regraph show '~x'"),
        (["show", "a'b;c"], "regraph show 'a'\"'\"'b;c'"),
    ],
)
def test_a_command_can_be_pasted(words: list[str], expected: str) -> None:
    assert command(*words) == expected
    assert shlex.split(expected) == ["regraph", *words]


def test_missing_counts_sources_citations_and_relations(sh: Shell) -> None:
    rows = sh.json("missing")
    assert [(row["document"], row["sources"], row["citations"], row["relations"]) for row in rows] == [
        (OLD, 2, 2, ["REPLACES"]),
        (EARLY, 1, 1, []),
        (LATE, 1, 1, []),
    ]
    assert [row["document"] for row in sh.json("missing", "--limit", "1")] == [OLD]
    assert "replaces" in sh("missing").stdout


@pytest.mark.parametrize(
    ("arguments", "sources"),
    [
        (["same", UNSURE, EARLY], {EARLY: {"early.txt", "bare.txt"}}),
        (["same", BARE, EARLY], {EARLY: {"early.txt", "bare.txt"}}),
        (["not-same", UNSURE, EARLY], {LATE: {"late.txt", "bare.txt"}}),
        (["not-same", BARE, EARLY], {LATE: {"late.txt", "bare.txt"}}),
        (["same", EARLY, LATE], {EARLY: {"early.txt", "late.txt", "bare.txt"}}),
    ],
)
def test_a_decision_holds_over_a_new_ingest_and_is_undone(
    changing: Shell, texts: Path, arguments: list[str], sources: dict[str, set[str]]
) -> None:
    told = changing.json("decide", *arguments, "--why", "seen")
    assert (told["hindrance"], told["overrules"], told["why"]) == (None, [], "seen")
    for _ in range(2):
        assert {doc: changing.sources(doc) for doc in sources} == sources
        (texts / "new.txt").write_text("Quy định số 5-QĐ/TW ngày 3/3/2023 của Ban Bí thư.\n", "utf-8")
        changing("ingest", str(texts))
    assert changing.json("decide", "undo", told["decision"][:4]) == {"decision": told["decision"], "undone": told["sentence"]}
    assert changing.sources(UNSURE) == {"bare.txt"}
    assert changing.json("decide", "list") == []


def test_a_decision_on_a_text_that_is_gone_is_listed_as_idle(changing: Shell, texts: Path) -> None:
    changing("decide", "same", BARE, EARLY)
    (texts / "bare.txt").write_text("Hội nghị bàn về vụ đông.\n", "utf-8")
    changing("ingest", str(texts))
    [row] = changing.json("decide", "list")
    assert row["hindrance"] == f"finds nothing: no source mentions {BARE} as it did"
    assert "finds nothing" in changing("decide", "list").stdout


def test_of_contrary_decisions_the_later_holds_and_says_so(sh: Shell) -> None:
    first = sh.json("decide", "same", BARE, EARLY)
    second = sh("decide", "not-same", BARE, EARLY)
    assert second.stderr.startswith(f"This overrules {first['decision']} of 20")
    assert sh.sources(LATE) == {"late.txt", "bare.txt"}
    [overruled, holds] = sh.json("decide", "list")
    assert overruled["hindrance"] == "overruled by a later decision that keeps them apart"
    sh("decide", "undo", holds["decision"])
    assert sh.sources(EARLY) == {"early.txt", "bare.txt"}


def test_a_statement_is_rejected_by_its_place_or_id(sh: Shell) -> None:
    [replaces] = [fact for fact in sh.json("show", LATE)["facts"] if fact["predicate"] == "replaces"]
    place = f"{replaces['source']}:{replaces['start_offset']}-{replaces['end_offset']}"
    told = sh.json("decide", "reject", place, "--why", "misread")
    assert sh.json("show", LATE)["relations"] == []
    assert {(f["verdict"], f["why"]) for f in sh.json("show", LATE)["facts"] if f["predicate"] == "replaces"} == {
        ("rejected", "a person decided so: misread")
    }
    sh("decide", "undo", told["decision"])
    assert len(sh.json("show", LATE)["relations"]) == 1
    assert sh.json("decide", "reject", replaces["statement"])["decision"] == told["decision"]


def test_a_value_is_chosen(sh: Shell) -> None:
    assert sh.json("show", OLD)["document"]["issuer"] == "Ban Bí thư"
    sh("decide", "choose", OLD, "issuer", "bộ chính trị", "--why", "signed copy")
    assert sh.json("show", OLD)["document"]["issuer"] == "Bộ Chính trị"
    [row] = sh.json("conflicts")
    assert (row["chosen_value"], row["why"]) == ("Bộ Chính trị", "a person decided so: signed copy")
    sh("decide", "choose", OLD, "issued", "26/7/2016")


def test_persons_are_one_or_not(sh: Shell) -> None:
    people = [row["id"] for row in sh.json("query", "MATCH (p:Person) RETURN p.id AS id ORDER BY id")]
    assert len(people) == 2
    sh("decide", "same", *people)
    assert len(sh.json("query", "MATCH (p:Person) RETURN p.id AS id")) == 1


def test_decisions_are_exported_and_imported_without_change(sh: Shell, texts: Path, tmp_path: Path) -> None:
    sh("decide", "same", BARE, EARLY, "--why", "seen")
    sh("decide", "choose", OLD, "issuer", "Bộ Chính trị")
    sh("decide", "reject", "late.txt:5-20", code=2)
    exported = sh("decide", "export").stdout
    sh("decide", "export", "-o", str(tmp_path / "d.jsonl"))
    assert (tmp_path / "d.jsonl").read_text("utf-8") == exported
    other = Shell(tmp_path / "other")
    other("ingest", str(texts))
    assert other.json("decide", "import", str(tmp_path / "d.jsonl")) == {"new": 2, "known": 0, "failed": 0, "not honoured": 0}
    assert other.json("decide", "import", str(tmp_path / "d.jsonl")) == {"new": 0, "known": 2, "failed": 0, "not honoured": 0}
    assert other("decide", "export").stdout == exported
    assert other.sources(EARLY) == {"early.txt", "bare.txt"}


def test_a_bad_line_is_told_and_the_others_are_imported(sh: Shell, tmp_path: Path) -> None:
    sh("decide", "same", BARE, EARLY)
    lines = sh("decide", "export").stdout
    other = Shell(tmp_path / "other")
    ended = other("decide", "import", "-", code=1, stdin=f"same A B\n\n{lines}")
    assert ended.stdout == "1 new, 0 known, 1 failed, 1 not honoured\n"
    assert ended.stderr.startswith("regraph: - line 1: it is not JSON")
    assert other("decide", "import", "-", code=65, stdin="{}").stdout == "0 new, 0 known, 1 failed, 0 not honoured\n"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["same", "08", EARLY], 2, "'08' may be any of these 3 documents"),
        (["same", "99-QĐ/TW", EARLY], 2, "no document is known as '99-QĐ/TW'"),
        (["same", EARLY, EARLY], 2, "name one mention of it by its place"),
        (["same", "Trương Thị Mai", EARLY], 2, "'Trương Thị Mai' may be any of these 2 persons"),
        (["same", "mai.txt:3-17", EARLY], 2, "'mai.txt:3-17' is a person and '08-QĐ/TW@2018-10-25' a document"),
        (["same", "bare.txt:1-2", EARLY], 2, "no document or person is mentioned at bare.txt:1-2"),
        (["reject", "bare.txt"], 2, "'bare.txt' is neither the id of a statement nor a place"),
        (["reject", BARE], 2, "makes these 3 statements; give the id of one"),
        (["reject", "0" * 20], 2, "there is no statement '00000000000000000000'"),
        (["choose", OLD, "colour", "red"], 2, "there is no attribute 'colour'; choose one of kind, number"),
        (["choose", OLD, "issuer", "Bộ Y tế"], 2, "they state Ban Bí thư; Bộ Chính trị"),
        (["choose", OLD, "issued", "32/1/2020"], 2, "'32/1/2020' is not a day"),
        (["undo", "zz"], 2, "there is no decision 'zz'; `regraph decide list` shows their ids"),
        (["import", "gone.jsonl"], 74, "gone.jsonl cannot be read (No such file or directory); check the path"),
        (["list", "--db", "nowhere"], 65, "nowhere holds no regraph database"),
        (["undo", "aa", "--db", "nowhere"], 65, "nowhere holds no regraph database"),
        (["same", "a", "b", "--db", "nowhere"], 65, "nowhere holds no regraph database"),
    ],
)
def test_what_cannot_be_decided_is_told(sh: Shell, arguments: list[str], code: int, says: str) -> None:
    assert says in re.sub(r"\s+", " ", sh("decide", *arguments, code=code).stderr)
