"""The main job from end to end: texts into a folder, then the answers that the commands print.

The two seed articles are read where they lie; without them those tests skip. The sample corpus is always there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from regraph.cli import app

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the seed articles are not at {SEEDS}")


def run(*words: str, db: Path) -> str:
    """What the command prints on standard output; it must succeed."""
    done = CliRunner().invoke(app, list(words), env={"REGRAPH_DB": str(db)})
    assert done.exit_code == 0, done.output
    return done.stdout


def rows(*words: str, db: Path) -> Any:
    return json.loads(run(*words, "--json", db=db))


def lines(db: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("export", "--format", "jsonl", db=db).splitlines()]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("articles") / "db"
    run("ingest", str(SEEDS), db=db)
    return db


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    db = tmp_path_factory.mktemp("sample") / "db"
    run("ingest", str(ROOT / "corpus"), db=db)
    return db


@seeds
def test_the_documents_of_both_articles_are_six(articles: Path) -> None:
    found = {
        n["symbol"]: (n["issued"], n["issuer"]) for n in lines(articles) if n.get("node") == "Document" and n["zone"] == "main"
    }
    assert found == {
        "96-QĐ/TW": ("2023-02-02", "Bộ Chính trị"),
        "97-QĐ/TW": ("2023-02-07", "Bộ Chính trị"),
        "262-QĐ/TW": ("2014-10-08", "Bộ Chính trị"),
        "172-QĐ/TW": ("2013-03-07", "Bộ Chính trị"),
        "03-HD/TW": ("2022-12-27", "Ban Bí thư"),
        "22-HD/BTCTW": ("2023-01-03", "Ban Tổ chức Trung ương"),
    }


@seeds
def test_one_document_behind_two_ways_of_writing(articles: Path) -> None:
    document = rows("show", "96", db=articles)["document"]
    assert document["source_count"] == 2
    assert {"Quy định số 96 ngày 2/2/2023", "Quy định số 96-QĐ/TW ngày 02/02/2023 của Bộ Chính trị"} <= set(document["names"])


@seeds
def test_what_replaced_and_followed_what(articles: Path) -> None:
    edges = {
        (e["from"], e["edge"], e["to"]) for e in lines(articles) if e.get("edge") in ("REPLACES", "FOLLOWS", "REPEALS", "AMENDS")
    }
    assert edges == {
        ("96-QĐ/TW@2023-02-02", "REPLACES", "262-QĐ/TW@2014-10-08"),
        ("96-QĐ/TW@2023-02-02", "FOLLOWS", "262-QĐ/TW@2014-10-08"),
        ("97-QĐ/TW@2023-02-07", "REPLACES", "172-QĐ/TW@2013-03-07"),
    }


@seeds
def test_the_articles_differ_on_the_issuer_of_three(articles: Path) -> None:
    found = rows("conflicts", db=articles)
    assert {(c["document"], c["attribute"], c["chosen_value"], c["other_value"]) for c in found} == {
        ("96-QĐ/TW@2023-02-02", "issuer", "Bộ Chính trị", "Ban Chấp hành Trung ương Đảng"),
        ("03-HD/TW@2022-12-27", "issuer", "Ban Bí thư", "Ban Chấp hành Trung ương Đảng"),
        ("22-HD/BTCTW@2023-01-03", "issuer", "Ban Tổ chức Trung ương", "Ban Chấp hành Trung ương Đảng"),
    }
    for conflict in found:
        assert conflict["chosen_value"] in conflict["chosen_quote"]
        assert conflict["other_value"] in conflict["other_quote"]
        assert conflict["why"].startswith("more specific")


@seeds
def test_when_each_is_in_force(articles: Path) -> None:
    def interval(doc: str) -> tuple[str, str, str]:
        found = rows("show", doc, db=articles)["document"]
        return found["effective_from"], found["effective_to"], found["effective_to_basis"]

    assert interval("03-HD/TW") == ("2022-12-27", "2025-06-30", "stated")
    assert interval("262") == ("2014-10-08", "2023-02-01", "derived: replaced by 96-QĐ/TW@2023-02-02")
    in_2020 = {d["symbol"] for d in rows("in-force", "--on", "2020-01-01", db=articles)}
    assert in_2020 == {"262-QĐ/TW", "172-QĐ/TW"}


@seeds
def test_boxes_of_other_articles_state_nothing(articles: Path) -> None:
    everything = lines(articles)
    aside = {n["symbol"] for n in everything if n.get("node") == "Document" and n["zone"] == "boilerplate"}
    assert aside == {"60-KH/TU", "57-NQ/TW", "18-NQ/TW"}
    assert not [e for e in everything if e.get("edge") in ("HOLDS", "REPLACES") and any(s in e["from"] for s in aside)]


@seeds
def test_the_day_of_the_conference(articles: Path) -> None:
    sources = [n for n in lines(articles) if n.get("node") == "Source"]
    assert [(s["event_date"], s["event_date_inferred"]) for s in sources] == [("2023-02-17", ["year"])] * 2


@seeds
def test_people_their_positions_and_bodies(articles: Path) -> None:
    found = {(p["person"], p["position"], p["body"]) for p in rows("query", "people", db=articles)}
    assert {
        ("Trương Thị Mai", "Trưởng Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương"),
        ("Trương Thị Mai", "Ủy viên Bộ Chính trị", "Bộ Chính trị"),
        ("Vũ Xuân Cường", "Phó Bí thư Thường trực Tỉnh ủy", "Tỉnh ủy Lào Cai"),
        ("Vũ Xuân Cường", "Chủ tịch HĐND tỉnh", "Hội đồng nhân dân tỉnh Lào Cai"),
        ("Phạm Toàn Thắng", "Trưởng Ban Tổ chức Tỉnh ủy", "Ban Tổ chức Tỉnh ủy Lào Cai"),
        ("Trần Thế Dũng", "Phó Bí thư Thường trực Tỉnh ủy", "Tỉnh ủy Hà Tĩnh"),
        ("Võ Hồng Hải", "Trưởng ban Tổ chức Tỉnh ủy", "Ban Tổ chức Tỉnh ủy Hà Tĩnh"),
    } <= found
    assert len([f for f in found if f[0] == "Trương Thị Mai"]) == 3


@seeds
def test_every_fact_shows_file_characters_and_quote(articles: Path) -> None:
    texts = {p.name: p.read_text(encoding="utf-8") for p in SEEDS.iterdir()}
    said = [n for n in lines(articles) if n.get("node") == "Statement" and n["predicate"] not in ("text_kind", "self")]
    assert len(said) > 100
    for statement in said:
        if statement["predicate"] == "title" and not statement.get("raw"):
            continue  # the title of the source itself
        start, end = statement["start_offset"], statement["end_offset"]
        assert texts[statement["source_name"]][start:end] == statement["raw"]
        assert statement["quote"]


@seeds
@pytest.mark.parametrize("again", [[0, 1, 0, 1], [1, 0]], ids=["the same twice", "in another order"])
def test_order_and_repetition_change_nothing(articles: Path, tmp_path: Path, again: list[int]) -> None:
    files = sorted(str(p) for p in SEEDS.iterdir())
    for i in again:
        run("ingest", files[i], db=tmp_path / "db")
    assert run("export", "--format", "jsonl", db=tmp_path / "db") == run("export", "--format", "jsonl", db=articles)


def test_the_sample_shows_lineage_over_three_generations(sample: Path) -> None:
    generations = {(r["generation"], r["symbol"]) for r in rows("lineage", "96-QĐ/TW", db=sample)}
    assert {(0, "96-QĐ/TW"), (-1, "262-QĐ/TW"), (-2, "165-QĐ/TW")} <= generations


def test_the_sample_shows_a_conflict(sample: Path) -> None:
    assert any(c["attribute"] == "issuer" for c in rows("conflicts", db=sample))


def test_the_sample_shows_a_pilot_with_its_end(sample: Path) -> None:
    pilot = rows("show", "03-HD/TW", db=sample)["document"]
    assert (pilot["effective_from"], pilot["effective_to"]) == ("2022-12-27", "2025-06-30")


def test_the_sample_ends_no_document_by_a_partial_act(sample: Path) -> None:
    everything = lines(sample)
    parts = {e["to"] for e in everything if e.get("edge") in ("REPEALS", "REPLACES") and e["to_label"] == "Provision"}
    assert parts
    whole = {n["id"]: n for n in everything if n.get("node") == "Document"}
    ended_whole = {e["to"] for e in everything if e.get("edge") in ("REPEALS", "REPLACES") and e["to_label"] == "Document"}
    for document in {p.split("#")[0] for p in parts} - ended_whole:
        assert not whole[document].get("effective_to_basis", "").startswith("derived"), document
