"""The command line as a user meets it: answers, streams, exit codes, and no traceback."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from neo4j_server import Server
from typer.testing import CliRunner

from regraph import console
from regraph.cli import app
from regraph.graph.database import Database
from regraph.graph.export import ANNOTATIONS, FOLDERS, FORMATS, IMAGES
from regraph.options import ExportFormat

ROOT = Path(__file__).parent.parent
COMMANDS = [
    "ingest", "extract", "show", "lineage", "in-force", "changed", "timeline", "applies", "conflicts", "unsure", "missing", "decide same", "decide not-same",
    "decide reject", "decide choose", "decide list", "decide undo", "decide export", "decide import", "query", "queries", "load",
    "export", "doctor",
]  # fmt: skip
FIRST = (
    "Ngày 2/2/2023, Bộ Chính trị ban hành Quy định số 96-QĐ/TW về việc lấy phiếu tín nhiệm đối với chức danh lãnh đạo. "
    "Quy định số 96-QĐ/TW thay thế Quy định số 262-QĐ/TW ngày 8/10/2014 của Bộ Chính trị.\n"
)
FULL = "No space left on device; check the path, the permissions and the disk"
SECOND = (
    "Quy định số 262-QĐ/TW ngày 8/10/2014 của Ban Chấp hành Trung ương Đảng đã thay thế Quy định số 165-QĐ/TW ngày 18/2/2013 "
    "của Bộ Chính trị.\n"
)


def regraph(*arguments: str | bytes | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command as its users do, in a process of its own."""
    command = [sys.executable, "-m", "regraph", *arguments]
    settings = {"capture_output": True, "encoding": "utf-8", "timeout": 120, **options}
    return subprocess.run(command, check=False, **settings)  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    (folder / "a.txt").write_text(FIRST, "utf-8")
    (folder / "b.txt").write_text(SECOND, "utf-8")
    return folder


@pytest.fixture(scope="module")
def db(news: Path) -> Path:
    """A database of both texts."""
    folder = news.parent / "news.db"
    done = regraph("ingest", news, "--db", folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def run(db: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """Runs commands on the database of both texts within the process of the tests."""
    monkeypatch.setenv("REGRAPH_DB", str(db))
    return CliRunner()


# Answers


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_with_an_example(command: str) -> None:
    shown = CliRunner().invoke(app, [*command.split(), "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert re.search(rf"^\s*Examples?:\s*$\n.*regraph {command}", shown.stdout, re.MULTILINE | re.DOTALL), shown.stdout
    assert "--json" in shown.stdout


ANSWERING = [
    "show",
    "lineage",
    "in-force",
    "changed",
    "timeline",
    "applies",
    "conflicts",
    "unsure",
    "missing",
    "query",
    "queries",
]


@pytest.mark.parametrize("command", ANSWERING)
def test_the_examples_of_help_answer_from_the_sample_texts(demo: Path, command: str) -> None:
    shown = CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).stdout
    examples = re.findall(rf"^ +(regraph {command}\b.*)$", shown.partition("Example")[2], re.MULTILINE)
    assert examples
    for example in examples:
        words = shlex.split(re.split(r" [|<>] ", example)[0])
        if "--known-at" not in words and "-" not in words:
            done = CliRunner().invoke(app, words[1:], env={"REGRAPH_DB": str(demo)})
            assert (done.exit_code, done.stdout != "") == (0, True), f"{example}\n{done.output}"


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"^\| `regraph ((?:decide )?[a-z-]+)", readme, re.MULTILINE)) == set(COMMANDS)
    [decide] = [group.typer_instance for group in app.registered_groups if group.typer_instance]
    registered = [("", command) for command in app.registered_commands] + [("decide ", c) for c in decide.registered_commands]
    assert {group + (c.name or c.callback.__name__) for group, c in registered if c.callback} == set(COMMANDS)


def test_help_lists_the_commands_in_the_order_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    told = list(dict.fromkeys(re.findall(r"^\| `regraph ([a-z-]+)", readme, re.MULTILINE)))
    shown = re.findall(r"^│ ([a-z][a-z-]+) ", CliRunner().invoke(app, ["--help"]).stdout, re.MULTILINE)
    assert [name for name in shown if name != "decide"] == [name for name in told if name != "decide"]


def test_version() -> None:
    assert regraph("--version").stdout == "regraph 0.1.0\n"


def test_ingest_tells_what_it_did(run: CliRunner, news: Path, tmp_path: Path) -> None:
    db = ["--db", str(tmp_path / "db"), "--json"]
    first = run.invoke(app, ["ingest", str(news), *db])
    again = run.invoke(app, ["ingest", str(news / "a.txt"), str(news / "none.txt"), *db])
    totals = {"documents": 3, "relations": 2, "conflicts": 1}
    assert (first.exit_code, json.loads(first.stdout)) == (0, {"read": 2, "unchanged": 0, "failed": 0} | totals)
    assert (again.exit_code, json.loads(again.stdout)) == (1, {"read": 0, "unchanged": 1, "failed": 1} | totals)
    assert first.stderr == ""
    assert again.stderr == f"regraph: {news / 'none.txt'} does not exist; check the path.\n"


def test_extract_prints_one_object_a_text_in_order(news: Path) -> None:
    done = regraph("extract", news, "--format", "jsonl")
    assert [Path(json.loads(line)["source"]).name for line in done.stdout.splitlines()] == ["a.txt", "b.txt"]
    assert (done.returncode, done.stderr) == (0, "")


def test_extract_keeps_to_its_schema(run: CliRunner) -> None:
    schema = Draft202012Validator(json.loads((ROOT / "docs" / "extract.schema.json").read_text("utf-8")))
    done = run.invoke(app, ["extract", str(ROOT / "corpus")])
    extractions = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(extractions) == len(list((ROOT / "corpus").glob("*.txt")))
    for found in extractions:
        schema.validate(found)
        ids = {document["id"] for document in found["documents"]}
        assert {end for relation in found["relations"] for end in (relation["from"], relation["to"])} <= ids
        assert {effect["doc"] for effect in found["effect"]} <= ids


def test_show(run: CliRunner) -> None:
    found = json.loads(run.invoke(app, ["show", "96", "--json"]).stdout)
    assert found["document"]["symbol"] == "96-QĐ/TW"
    assert [(row["direction"], row["relation"], row["document"]) for row in found["relations"]] == [
        ("out", "REPLACES", "262-QĐ/TW@2014-10-08")
    ]
    assert found["facts"]
    for fact in found["facts"]:
        assert FIRST[fact["start_offset"] : fact["end_offset"]] == fact["raw"]
        assert fact["source"] == "a.txt"
        assert fact["raw"] in fact["quote"] or fact["quote"] in fact["raw"]
    printed = run.invoke(app, ["show", "96"]).stdout
    assert printed.startswith("Quy định 96-QĐ/TW ngày 02/02/2023\n")
    assert re.search(r"a\.txt:\d+-\d+ +replaces 262-QĐ/TW@2014-10-08", printed)


def test_show_of_a_document_whose_own_text_was_read(demo: Path) -> None:
    shown = CliRunner().invoke(app, ["show", "30/2020/NĐ-CP"], env={"REGRAPH_DB": str(demo), "COLUMNS": "200"})
    assert shown.exit_code == 0, shown.output
    assert re.search(r"own text +among the sources", shown.stdout)


def test_show_tells_norms_in_words(demo: Path) -> None:
    shown = CliRunner().invoke(app, ["show", "03-HD/TW"], env={"REGRAPH_DB": str(demo), "COLUMNS": "200"})
    assert re.search(r"norm: may sinh hoạt đảng trực tuyến; at most 3", shown.stdout)
    assert "modality" not in shown.stdout


def test_lineage_goes_over_all_generations(run: CliRunner) -> None:
    found = json.loads(run.invoke(app, ["lineage", "262-QĐ/TW", "--json"]).stdout)
    assert {(row["generation"], row["symbol"]) for row in found} == {(1, "96-QĐ/TW"), (0, "262-QĐ/TW"), (-1, "165-QĐ/TW")}
    lines = run.invoke(app, ["lineage", "262-QĐ/TW"]).stdout.splitlines()
    assert [line.split("  ")[0] for line in lines if "-QĐ/TW" in line] == [" +1", " 0", " -1"]
    assert "replaces Quy định 262-QĐ/TW" in "\n".join(lines)
    assert "replaced by Quy định 262-QĐ/TW" in "\n".join(lines)


@pytest.mark.parametrize(
    ("day", "symbols"),
    [
        ("2013-01-01", set()),
        ("1/3/2013", {"165-QĐ/TW"}),
        ("2020-01-01", {"262-QĐ/TW"}),
        ("1.2.2023", {"262-QĐ/TW"}),
        ("2-2-2023", {"96-QĐ/TW"}),
        (None, {"96-QĐ/TW"}),
    ],
)
def test_in_force_on_a_day(run: CliRunner, day: str | None, symbols: set[str]) -> None:
    on = ["--on", day] if day else []
    found = json.loads(run.invoke(app, ["in-force", *on, "--json"]).stdout)
    assert {row["symbol"] for row in found} == symbols


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--on", "1800-01-01"], "No document is known to have been in force on 1800-01-01."),
        (["--from", "1800-01-01", "--to", "1800-02-01"], "in force between 1800-01-01 and 1800-02-01."),
        (["--on", "2020-01-01", "--status", "suspended"], "suspended on 2020-01-01."),
        (["--on", "2020-01-01", "--known-at", "2001-01-01"], "in force on 2020-01-01 by what was known at 2001-01-01 23:59."),
    ],
)
def test_nothing_in_force_is_said(run: CliRunner, words: list[str], says: str) -> None:
    told = run.invoke(app, ["in-force", *words])
    assert (told.exit_code, told.stdout) == (0, "")
    assert says in told.stderr


def test_nothing_in_force_leaves_out_no_doubt(demo: Path) -> None:
    told = CliRunner().invoke(app, ["in-force", "--on", "1990-01-01"], env={"REGRAPH_DB": str(demo)})
    assert re.search(r"No document .* in force on 1990-01-01\.\nOf \d+ more it is not known", told.stderr)


@pytest.mark.parametrize(
    ("line", "completed"),
    [("regraph query in-fo", "in-force"), ("regraph queries fam", "family"), ("regraph in-force --status sus", "suspended")],
)
def test_the_shell_completes_names(line: str, completed: str) -> None:
    words = {"_REGRAPH_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
    assert completed in regraph(env={**os.environ, **words}).stdout.split()


def test_in_force_of_one_document_shows_what_it_rests_on(run: CliRunner) -> None:
    found = json.loads(run.invoke(app, ["in-force", "262", "--on", "2024-01-01", "--json"]).stdout)
    assert (found["status"], found["effective_to"]) == ("ended", "2023-02-01")
    assert {(fact["source"], fact["predicate"]) for fact in found["evidence"]} >= {("a.txt", "replaces"), ("b.txt", "issued")}
    assert "no longer in force on 2024-01-01" in run.invoke(app, ["in-force", "262", "--on", "1/1/2024"]).stdout


def test_the_proof_names_rules_laws_and_quotes(run: CliRunner) -> None:
    found = json.loads(run.invoke(app, ["in-force", "262", "--on", "2024-01-01", "--explain", "--json"]).stdout)
    first, second = found["proof"]
    assert (first["rule"], second["document"], second["status"]) == ("end.replaced.party", "96-QĐ/TW@2023-02-02", "in_force")
    assert first["laws"][0]["source"] == "Quy định 66-QĐ/TW, Điều 3"
    assert [quote["predicate"] for quote in first["quotes"]] == ["replaces"]
    assert [(quote["predicate"], quote["raw"]) for quote in second["quotes"]] == [("issued", "2/2/2023")]
    printed = run.invoke(app, ["in-force", "262", "--on", "2024-01-01", "--explain"]).stdout
    for shown in ("rule end.replaced.party", "Quy định 66-QĐ/TW", "a.txt:", "thay thế", "rule start.signed.party"):
        assert shown in printed


@pytest.mark.parametrize(
    ("words", "symbols"),
    [
        (["in-force", "--from", "2013-01-01", "--to", "2013-12-31"], {"165-QĐ/TW"}),
        (["in-force", "--from", "1/1/2014", "--to", "31/12/2023"], {"165-QĐ/TW", "262-QĐ/TW", "96-QĐ/TW"}),
        (["in-force", "--on", "2020-01-01", "--status", "not_yet"], {"96-QĐ/TW"}),
        (["in-force", "--on", "2020-01-01", "--status", "ended"], {"165-QĐ/TW"}),
        (["in-force", "--on", "2020-01-01", "--known-at", "2000-01-01"], set()),
        (["changed", "--between", "2013-01-01", "2014-01-01"], {"165-QĐ/TW"}),
        (["changed", "--between", "1/1/2023", "2/2/2023"], {"262-QĐ/TW", "96-QĐ/TW"}),
        (["changed", "--between", "2/2/2023", "1/1/2030", "--explain"], set()),
    ],
)
def test_what_held_and_what_changed(run: CliRunner, words: list[str], symbols: set[str]) -> None:
    assert {row["symbol"] for row in json.loads(run.invoke(app, [*words, "--json"]).stdout)} == symbols
    printed = run.invoke(app, words)
    assert printed.exit_code == 0
    assert {symbol for symbol in ("96-QĐ/TW", "165-QĐ/TW") if f"Quy định {symbol}" in printed.stdout} == symbols - {"262-QĐ/TW"}


def test_the_timeline_of_a_document(run: CliRunner) -> None:
    found = json.loads(run.invoke(app, ["timeline", "262", "--explain", "--json"]).stdout)
    assert [(row["first_day"], row["last_day"], row["status"]) for row in found["periods"]] == [
        (None, "2014-10-07", "not_yet"),
        ("2014-10-08", "2023-02-01", "in_force"),
        ("2023-02-02", None, "ended"),
    ]
    assert all(row["proof"] for row in found["periods"])
    assert "2014-10-08 – 2023-02-01" in run.invoke(app, ["timeline", "262"]).stdout


def test_what_was_known_before_a_source_came(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGRAPH_DB", str(tmp_path / "db"))
    for number, text in enumerate((SECOND, FIRST)):
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    ask = ["in-force", "262", "--on", "2024-01-01", "--json"]
    CliRunner().invoke(app, ["ingest", str(tmp_path / "0.txt")])
    before = datetime.now(UTC).isoformat()
    assert json.loads(CliRunner().invoke(app, ask).stdout)["status"] == "in_force"
    CliRunner().invoke(app, ["ingest", str(tmp_path / "1.txt")])
    assert json.loads(CliRunner().invoke(app, ask).stdout)["status"] == "ended"
    assert json.loads(CliRunner().invoke(app, [*ask, "--known-at", before]).stdout)["status"] == "in_force"


def test_conflicts_show_both_quotes_and_the_reason(run: CliRunner) -> None:
    (row,) = json.loads(run.invoke(app, ["conflicts", "--json"]).stdout)
    assert (row["attribute"], row["chosen_value"], row["other_value"]) == (
        "issuer",
        "Bộ Chính trị",
        "Ban Chấp hành Trung ương Đảng",
    )
    printed = run.invoke(app, ["conflicts"]).stdout
    for shown in ("262-QĐ/TW@2014-10-08: issuer", "a.txt", "b.txt", "more specific"):
        assert shown in printed


@pytest.mark.parametrize(
    ("arguments", "rows"),
    [
        (["issued-by", "-p", "body=Bộ Chính trị"], {"96-QĐ/TW", "262-QĐ/TW", "165-QĐ/TW"}),
        (["predecessors", "-p", "doc=Quy định 262"], {"165-QĐ/TW"}),
        (["MATCH (d:Document) WHERE d.number = $n RETURN d.symbol AS symbol", "-p", "n=96"], {"96-QĐ/TW"}),
        (["MATCH (d:Document) WHERE d.source_count >= $n RETURN d.symbol AS symbol", "-p", "n:=2"], {"262-QĐ/TW"}),
        (["MATCH (d:Document {id: 'none'}) RETURN d.symbol AS symbol"], set()),
    ],
)
def test_query(run: CliRunner, arguments: list[str], rows: set[str]) -> None:
    asked = run.invoke(app, ["query", *arguments, "--json"])
    assert {row["symbol"] for row in json.loads(asked.stdout)} == rows


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        ("json", '[{"kind": "Quy định", "documents": 3}]\n'),
        ("jsonl", '{"kind": "Quy định", "documents": 3}\n'),
        ("csv", "kind,documents\nQuy định,3\n"),
    ],
)
def test_an_answer_is_printed_as_asked(run: CliRunner, form: str, printed: str) -> None:
    text = "MATCH (d:Document) RETURN d.kind AS kind, count(*) AS documents"
    assert run.invoke(app, ["query", text, "--format", form]).stdout == printed


def test_cells_of_csv(run: CliRunner) -> None:
    text = "RETURN ['a', 'b'] AS list, true AS yes, NULL AS nothing, '=1+1' AS formula, {x: [1]} AS map, 'a, \"b\"' AS text, 0.5 AS n"
    printed = run.invoke(app, ["query", text, "--format", "csv"]).stdout
    assert printed == 'list,yes,nothing,formula,map,text,n\na | b,true,,\'=1+1,"{""x"": [1]}","a, ""b""",0.5\n'


def test_the_catalogue_is_listed_and_one_query_shown(run: CliRunner) -> None:
    listed = {entry["name"]: entry for entry in json.loads(run.invoke(app, ["queries", "--json"]).stdout)}
    assert {"lineage", "in-force", "evidence"} <= listed.keys()
    assert listed["family"]["parameters"]["depth"] == {"meaning": "how many steps at most", "default": 3}
    assert "issued-by" in run.invoke(app, ["queries"]).stdout
    shown = run.invoke(app, ["queries", "family"]).stdout
    for part in (
        "family: The family of a document",
        "how many steps at most; 3 if not given",
        "regraph query family -p doc=",
        "MATCH",
    ):
        assert part in shown


def test_what_json_does_not_know_is_null(run: CliRunner) -> None:
    asked = run.invoke(app, ["query", "RETURN 1.0/0.0 AS a, 0.0/0.0 AS b, [1.0/0.0, 2.5] AS c", "--json"])
    assert json.loads(asked.stdout, parse_constant=str) == [{"a": None, "b": None, "c": [None, 2.5]}]


def test_a_depth_beyond_all_relations_takes_no_longer(run: CliRunner) -> None:
    parts = [run.invoke(app, ["export", "--format", "jsonl", "--doc", "96", "--depth", n]).stdout for n in ("9", "9" * 18)]
    assert parts[0] == parts[1] != ""


def test_the_depth_of_a_path_is_a_parameter(run: CliRunner) -> None:
    found = json.loads(run.invoke(app, ["query", "predecessors", "-p", "doc=96", "-p", "depth=1", "--json"]).stdout)
    assert [(row["symbol"], row["cut"]) for row in found] == [("262-QĐ/TW", True)]


@pytest.mark.parametrize("form", [form for form in ExportFormat if form not in FOLDERS])
def test_export_to_a_file_and_to_standard_output(run: CliRunner, news: Path, tmp_path: Path, form: ExportFormat) -> None:
    target = tmp_path / "graph"
    texts = ["--texts", str(news)] if form in ANNOTATIONS else []
    told = run.invoke(app, ["export", "--format", form, "-o", str(target), "--json", *texts])
    assert json.loads(told.stdout)["file"] == str(target)
    assert run.invoke(app, ["export", "--format", form, "-o", "-", *texts]).stdout_bytes == target.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]


@pytest.mark.parametrize("command", ["export --format jsonl", "decide export"])
def test_standard_output_by_its_name_is_added_to_not_replaced(db: Path, tmp_path: Path, command: str) -> None:
    log = tmp_path / "log"
    log.write_text("before\n", "utf-8")
    with log.open("a") as out:
        done = regraph(
            *command.split(), "-o", "/dev/stdout", "--db", db, capture_output=False, stdout=out, stderr=subprocess.PIPE
        )
    assert (done.returncode, done.stderr) == (0, "")
    assert log.read_text("utf-8") == "before\n" + regraph(*command.split(), "--db", db).stdout


@pytest.mark.parametrize("form", FOLDERS)
def test_export_to_a_new_folder(run: CliRunner, tmp_path: Path, form: str) -> None:
    target = tmp_path / "graph"
    done = run.invoke(app, ["export", "--format", form, "-o", str(target)])
    assert done.exit_code == 0, done.stderr
    assert len(list(target.iterdir())) > 1
    assert [path.name for path in tmp_path.iterdir()] == ["graph"]
    again = run.invoke(app, ["export", "--format", form, "-o", str(target)])
    assert again.exit_code == 2
    assert "already there; name a folder that is new or empty" in " ".join(again.stderr.split())


def test_export_of_a_part_and_of_a_day(run: CliRunner) -> None:
    part = run.invoke(app, ["export", "--format", "jsonl", "--doc", "165", "--on", "1/1/2014"]).stdout
    documents = [one for line in part.splitlines() if (one := json.loads(line)).get("node") == "Document"]
    assert {one["symbol"]: one["in_force"] for one in documents} == {"165-QĐ/TW": "in_force", "262-QĐ/TW": "not_yet"}


def test_export_offers_every_format() -> None:
    assert set(ExportFormat) == FORMATS.keys() | FOLDERS.keys() | IMAGES.keys() | ANNOTATIONS.keys()


def test_the_picture_goes_to_a_file_unless_told_otherwise(
    run: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run.invoke(app, ["export", "--format", "html"])
    assert told.stdout == ""
    assert "96-QĐ/TW" in (tmp_path / "regraph.html").read_text("utf-8")


def test_load_makes_the_server_equal(run: CliRunner, neo4j_server: Server) -> None:
    signed = {"REGRAPH_NEO4J_USER": neo4j_server.user, "REGRAPH_NEO4J_PASSWORD": neo4j_server.password}
    first = run.invoke(app, ["load", "--neo4j-uri", neo4j_server.uri, "--json"], env=signed)
    again = run.invoke(app, ["load"], env=signed | {"REGRAPH_NEO4J_URI": neo4j_server.uri})
    assert first.exit_code == 0, first.stderr
    assert json.loads(first.stdout)["added"] > 0
    assert again.stdout == "0 added, 0 changed, 0 removed\n"
    wrong = run.invoke(app, ["load", "--neo4j-uri", neo4j_server.uri], env=signed | {"REGRAPH_NEO4J_PASSWORD": "wrong"})
    assert wrong.exit_code == 2


def test_doctor(run: CliRunner, tmp_path: Path) -> None:
    sound = run.invoke(app, ["doctor", "--json"])
    assert sound.exit_code == 0
    assert {"Python", "ladybug", "ledger", "graph"} <= {check["check"] for check in json.loads(sound.stdout)}
    (tmp_path / "ledger.sqlite").write_bytes(b"no ledger" * 100)
    broken = run.invoke(app, ["doctor", "--db", str(tmp_path)])
    assert broken.exit_code == 65
    assert "BAD" in broken.stdout


# What goes wrong


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        pytest.param(["ingest"], 2, "Missing argument", id="no path"),
        pytest.param(["inges", "a"], 2, "No such command", id="no such command"),
        pytest.param(["show", "96", "--colour"], 2, "No such option", id="no such option"),
        pytest.param(["export", "--format", "pdf"], 2, "pdf", id="no such format"),
        pytest.param(["in-force", "--on", "32/1/2020"], 2, "'32/1/2020' is not a day", id="no such day"),
        pytest.param(["in-force", "--from", "1/1/2020"], 2, "--from and --to go together", id="no last day"),
        pytest.param(["in-force", "262", "--status", "ended"], 2, "--status is about all documents", id="status of one"),
        pytest.param(["in-force", "--status", "dead"], 2, "'dead' is no status", id="no such status"),
        pytest.param(["in-force", "--known-at", "then"], 2, "'then' is no moment", id="no such moment"),
        pytest.param(["changed", "--between", "1/1/2020", "then"], 2, "'then' is not a day", id="no second day"),
        pytest.param(["in-force", "--on", "yesterday"], 2, "'yesterday' is not a day", id="not a day"),
        pytest.param(["query", "succesors"], 2, "did you mean successors", id="no such query"),
        pytest.param(["queries", "succesors"], 2, "did you mean successors", id="no such query to show"),
        pytest.param(["query"], 2, "Missing argument", id="no query"),
        pytest.param(["query", "lineage", "-p", "doc=96", "-p", "depth=0"], 2, "depth is a number from 1 to 999", id="no depth"),
        pytest.param(["query", "successors"], 2, "doc (id of the document)", id="a missing parameter"),
        pytest.param(["query", "successors", "-p", "doc"], 2, "'doc' is no parameter", id="not a parameter"),
        pytest.param(["query", "RETURN $n", "-p", "n:=x"], 2, "'x' is not JSON", id="not JSON"),
        pytest.param(["query", "MATCH d RETURN d"], 2, "the query was refused", id="bad Cypher"),
        pytest.param(["query", "CREATE (d:Document {id: 'x'})"], 2, "the query was refused", id="a query that writes"),
        pytest.param(["show", "99-QĐ/TW"], 2, "no document is known as '99-QĐ/TW'; these are near", id="an unknown document"),
        pytest.param(["lineage", "Quy định"], 2, "'Quy định' may be any of these 3 documents", id="a kind alone"),
        pytest.param(["load", "--neo4j-uri", "bolt://127.0.0.1:1"], 2, "REGRAPH_NEO4J_PASSWORD", id="no password"),
        pytest.param(
            ["load", "--neo4j-uri", "bolt://127.0.0.1:1", "--db", "nowhere"], 65, "nowhere holds no", id="nothing to load"
        ),
        pytest.param(["show", "96", "--db", "nowhere"], 65, "nowhere holds no regraph database", id="no database"),
        pytest.param(
            ["export", "--format", "html", "-o", "no/where.html"], 74, "no/where.html cannot", id="no folder to write to"
        ),
        pytest.param(
            ["export", "--format", "notes", "-o", "no/where"], 74, "no/where cannot", id="no folder to write a folder to"
        ),
        pytest.param(["export", "--format", "html", "-o", "/dev/full"], 74, "/dev/full cannot", id="a full device"),
        pytest.param(["export", "--format", "html", "-o", "."], 2, ". is a folder; name a file", id="a folder to write to"),
        pytest.param(["export", "--format", "csv", "-o", "-"], 2, "csv is a folder", id="a folder to standard output"),
        pytest.param(["export", "--format", "docbin"], 2, "docbin needs the texts themselves", id="no texts"),
        pytest.param(["export", "--format", "docbin", "--texts", "gone.txt"], 74, "gone.txt does not exist", id="a missing text"),
        pytest.param(["export", "--format", "svg", "--doc", "99-QĐ/TW"], 2, "no document is known as", id="a part of nothing"),
        pytest.param(["extract", "gone.txt"], 74, "gone.txt does not exist", id="a missing file"),
        pytest.param(["extract", "empty.txt"], 65, "empty.txt is empty", id="an empty file"),
        pytest.param(["extract", "gone.txt", "empty.txt"], 1, "is empty", id="all fail for different reasons"),
        pytest.param(["extract", "gone.txt", "good.txt"], 1, "gone.txt does not exist", id="some fail"),
        pytest.param(["ingest", "gone.txt", "--db", "new.db"], 74, "gone.txt does not exist", id="nothing to ingest"),
        pytest.param(["ingest", "good.txt", "--db", "good.txt"], 74, "good.txt", id="a file as database"),
        pytest.param(["ingest", "good.txt", "--db", ""], 2, "the name of the folder is empty", id="an empty name as database"),
        pytest.param(["ingest", "", "--db", "new.db"], 74, "'' does not exist", id="an empty path"),
        pytest.param(["extract", "good.txt/a"], 74, "good.txt/a leads through a file", id="a path through a file"),
        pytest.param(["extract", "list.tsv"], 65, "list.tsv is a registry, no text", id="a registry as text"),
        pytest.param(["doctor", "list.tsv"], 65, "list.tsv is a registry, no text", id="a registry to read strictly"),
        pytest.param(
            ["doctor", "list.tsv", "good.txt"], 1, "list.tsv is a registry", id="a registry and a text to read strictly"
        ),
        pytest.param(["show", "%"], 2, "known as '%'; `regraph query documents` lists all", id="no document like it"),
        pytest.param(["in-force", "--on", ""], 2, "'' is not a day", id="an empty day"),
        pytest.param(["in-force", "262", "--known-at", ""], 2, "'' is no moment", id="an empty moment"),
        pytest.param(["in-force", "262", "--known-at", "1/1/2000"], 2, "known at 2000-01-01 23:59", id="a moment before all"),
        pytest.param(["in-force", "--from", "", "--to", ""], 2, "'' is not a day", id="two empty days"),
        pytest.param(["in-force", "--status", ""], 2, "'' is no status", id="an empty status"),
        pytest.param(["in-force", "", "--on", "1/1/2020"], 2, "no document is known as ''", id="an empty document"),
        pytest.param(
            ["in-force", "--from", "1/1/2020", "--to", "1/1/2019"], 2, "earlier day first", id="days the wrong way round"
        ),
        pytest.param(["changed", "--between", "1/1/2020", "1/1/2019"], 2, "earlier day first", id="changes the wrong way round"),
        pytest.param(["applies", " "], 2, "the subject is empty", id="nobody"),
        pytest.param(["applies", "chi bộ", "--on", ""], 2, "'' is not a day", id="an empty day of norms"),
        pytest.param(["export", "--format", "jsonl", "--on", ""], 2, "'' is not a day", id="an empty day to export"),
        pytest.param(["export", "--format", "jsonl", "--depth", "2"], 2, "name it with --doc", id="a depth around nothing"),
        pytest.param(["export", "--format", "csv", "--texts", "good.txt"], 2, "--texts is for docbin", id="texts for a table"),
        pytest.param(["query", "RETURN 1", "--timeout", "inf"], 2, "86400", id="no end of time"),
        pytest.param(["query", "RETURN $n", "-p", f"n:={2**63}"], 2, "is too large", id="a number too large"),
        pytest.param(["query", "RETURN $n", "-p", f"n:=[{-(2**64)}]"], 2, "is too large", id="a number too small, in a list"),
        pytest.param(["decide", "import", "/dev/zero"], 65, "/dev/zero is larger than 64 MB", id="decisions without end"),
    ],
)
def test_failures(
    run: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, says: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REGRAPH_NEO4J_PASSWORD", raising=False)
    Path("good.txt").write_text(FIRST, "utf-8")
    Path("empty.txt").touch()
    Path("list.tsv").write_text("kind\tsymbol\n", "utf-8")
    ended = run.invoke(app, arguments, env={"COLUMNS": "200"})
    assert ended.exit_code == code, ended.output
    assert says in ended.stderr
    assert "Traceback" not in ended.output


def test_several_candidates_are_listed(run: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(FIRST.replace("262-QĐ/TW ngày 8/10/2014 của Bộ Chính trị", "96-KL/TW ngày 1/9/2014"), "utf-8")
    db = str(tmp_path / "db")
    assert run.invoke(app, ["ingest", str(tmp_path / "c.txt"), "--db", db]).exit_code == 0
    asked = run.invoke(app, ["show", "96", "--db", db, "--json"])
    assert (asked.exit_code, asked.stdout) == (2, "")
    assert re.findall(r"^  (\S+)  ", asked.stderr, re.MULTILINE) == ["96-KL/TW@2014-09-01", "96-QĐ/TW@2023-02-02"]
    assert asked.stderr.endswith("'96' may be any of these 2 documents; give the id of one.\n")


def test_a_server_that_does_not_answer(run: CliRunner) -> None:
    ended = run.invoke(app, ["load", "--neo4j-uri", "bolt://127.0.0.1:1"], env={"REGRAPH_NEO4J_PASSWORD": "secret"})
    assert ended.exit_code == 74
    assert "secret" not in ended.output


def test_an_unforeseen_error_is_one_sentence(run: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Database) -> None:
        raise KeyError("symbol")

    monkeypatch.setattr(Database, "store", broken)
    quiet = run.invoke(app, ["show", "96"])
    assert quiet.exit_code == 70
    assert quiet.stderr == "regraph: unexpected KeyError: 'symbol'; run again with REGRAPH_DEBUG=1 to see where, and report it.\n"
    assert "Traceback" in run.invoke(app, ["show", "96"], env={"REGRAPH_DEBUG": "1"}).stderr


def test_an_unforeseen_error_in_one_text_leaves_the_others(
    run: CliRunner, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_text = Database.ingest

    def broken(self: Database, text: object) -> bool:
        if getattr(text, "name", "").endswith("a.txt"):
            raise IndexError("list index out of range")
        return read_text(self, text)  # type: ignore[arg-type]

    monkeypatch.setattr(Database, "ingest", broken)
    ended = run.invoke(app, ["ingest", str(news), "--db", str(tmp_path / "db"), "--json"])
    assert ended.exit_code == 1
    assert json.loads(ended.stdout)["documents"] == 2
    assert "a.txt: unexpected IndexError" in ended.stderr


# Streams and signals, in a process of their own


def test_a_database_that_is_written_is_busy(news: Path, tmp_path: Path) -> None:
    with Database.open(tmp_path / "db", write=True):
        ended = regraph("ingest", news, "--db", tmp_path / "db")
    assert ended.returncode == 75
    assert ended.stderr.count("\n") == 1


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number}.txt").write_text(FIRST, "utf-8")
    command = f"{sys.executable} -m regraph extract {tmp_path} | head -c 10; echo ${{PIPESTATUS[0]}} >&2"
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120, check=False)
    assert ended.stderr == "0\n"


def test_a_full_disk_is_told(news: Path) -> None:
    with open("/dev/full", "w") as full:
        ended = regraph("extract", news, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == 74
    assert ended.stderr == f"regraph: input or output failed: {FULL}.\n"


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["show", "--help"]])
def test_a_full_disk_is_told_of_what_belongs_to_no_command(words: list[str]) -> None:
    with open("/dev/full", "w") as full:
        ended = regraph(*words, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert (ended.returncode, ended.stderr) == (74, f"regraph: input or output failed: {FULL}.\n")


@pytest.mark.parametrize(
    ("words", "closed", "code"),
    [
        ("extract -", "<&-", 65),
        ("query -", "<&-", 2),
        ("decide import -", "<&-", 0),
        ("show 96", ">&-", 0),
        ("show 99", "2>&-", 2),
        ("show 96", "<&- >&- 2>&-", 0),
    ],
)
def test_a_closed_stream_is_an_empty_one(db: Path, tmp_path: Path, words: str, closed: str, code: int) -> None:
    copy = shutil.copytree(db, tmp_path / "db")
    command = f"{sys.executable} -m regraph {words} --db {copy} {closed}".replace("extract - --db " + str(copy), "extract -")
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == code, ended.stderr
    assert "unexpected" not in ended.stderr


def test_a_folder_whose_name_is_not_utf8_is_told_before_anything_is_read(news: Path, tmp_path: Path) -> None:
    ended = regraph("ingest", news, "--db", os.fsencode(tmp_path) + b"/d\xe9")
    assert ended.returncode == 2
    assert ended.stderr.endswith("d\\xe9 has a name that is not UTF-8; rename it or set the terminal to UTF-8.\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_an_error_is_red_on_a_terminal_unless_colours_are_not_wanted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, no_colour: str, coloured: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    console.fail("no such thing!.")
    told = capsys.readouterr().err
    assert "regraph: no such thing." in told
    assert ("\x1b[31m" in told) == coloured


def test_output_is_utf8_whatever_the_locale(news: Path) -> None:
    plain = os.environ | {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    ended = regraph("extract", news / "a.txt", env=plain)
    assert "Quy định" in ended.stdout


def test_standard_input_is_a_source() -> None:
    ended = regraph("extract", "-", input=FIRST)
    assert json.loads(ended.stdout)["source"] == "-"


def test_an_interrupt_ends_with_its_code(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "regraph", "ingest", "-", "--db", str(tmp_path / "db")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not (tmp_path / "db" / "lock").exists():
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        stdout, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (stdout, stderr) == ("", "regraph: interrupted; what is done is kept, run the same command again to go on.\n")


def test_extract_loads_no_store(news: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "regraph", "extract", str(news / "a.txt")]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    loaded = set(re.findall(r"\| +([\w.]+)$", ended.stderr, re.MULTILINE))
    assert "regraph.pipeline.extract" in loaded
    assert not loaded & {"ladybug", "neo4j", "regraph.graph", "regraph.graph.database", "regraph.queries"}
