"""Which norms hold for somebody on a day."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from sample_graph import document, graph, period, relation, statement, subject
from typer.testing import CliRunner

from regraph.answers import rows
from regraph.applies import norms_for
from regraph.cli import app
from regraph.graph.applicability import Applicable, applicable
from regraph.graph.stores.base import GraphStore
from regraph.graph.subjects import mentioned, named, term, wider
from regraph.model import Graph, Node

DAY = "2024-05-01"


def norm(subject: str | None = "chi bộ", document: str = "d1", predicate: str = "norm", **told: Any) -> dict[str, Any]:
    """A row of the query `norms`; what is not told is that of a document in force."""
    row = {
        "title": None,
        "issued": "2023-01-01",
        "source": "a.txt",
        "start_offset": 0,
        "modality": "enacted",
        "status": "in_force",
    }
    own = {name: told.pop(name) for name in tuple(told) if name in row or name == "words"}
    value = {"modality": "must", "action": "họp đều"} | ({"subject": subject} if subject else {}) | told
    said = own.pop("words", None) or json.dumps(value)
    return row | own | {"document": document, "predicate": predicate, "value": said}


def ask(
    rows: Sequence[dict[str, Any]], subject: str = "chi bộ", condition: str | None = None, ended: Sequence[dict[str, Any]] = ()
) -> list[Applicable]:
    return applicable(rows, ended, subject, DAY, condition, status={row["document"]: str(row["status"]) for row in rows})


@pytest.mark.parametrize(
    ("subject", "asked", "how", "qualified"),
    [
        ("chi bộ", "chi bộ", "same", False),
        ("các chi bộ", "Chi Bộ", "same", False),
        ("chi bộ có trên 30 đảng viên", "chi bộ", "same", True),
        ("đảng bộ cơ sở, chi bộ", "chi bộ", "same", False),
        ("tổ chức đảng", "chi bộ", "wider", False),
        ("cấp ủy, tổ chức đảng", "đảng bộ cơ sở", "wider", False),
        ("chi bộ cơ sở", "chi bộ", "narrower", False),
        ("tổ kế toán của xã", "tổ kế toán", "same", True),
    ],
)
def test_what_the_subject_of_a_norm_is_to_the_one_asked_for(subject: str, asked: str, how: str, qualified: bool) -> None:
    [found] = ask([norm(subject)], asked)
    assert (found.how, found.qualified) == (how, qualified)


@pytest.mark.parametrize(
    ("subject", "asked"),
    [
        ("đảng viên", "chi bộ"),
        ("cấp ủy cấp trên của chi bộ", "chi bộ"),
        ("người đứng đầu cơ quan, tổ chức", "tổ chức"),
        ("tổ chức", "tổ chức đảng"),
        ("công ty", "công"),
    ],
)
def test_subjects_that_only_share_words(subject: str, asked: str) -> None:
    assert ask([norm(subject)], asked) == []


@pytest.mark.parametrize(("status", "count"), [("in_force", 1), ("unknown", 1), ("suspended", 0), ("ended", 0), ("not_yet", 0)])
def test_only_documents_that_may_be_in_force(status: str, count: int) -> None:
    assert len(ask([norm(status=status)])) == count


def test_the_nearest_to_what_is_asked_comes_first() -> None:
    rows = [
        norm(document="d2", status="unknown", action="1 không rõ hiệu lực"),
        norm("tổ chức đảng", action="2 rộng hơn"),
        norm(condition="khi giải thể", action="3 điều kiện khác"),
        norm(action="4 không điều kiện"),
        norm("chi bộ ở xa", action="5 hẹp lại"),
        norm(condition="có tính chất đặc thù", action="6 đúng điều kiện"),
    ]
    assert [one.norm["action"][0] for one in ask(rows, condition="đặc thù")] == ["6", "4", "5", "2", "3", "1"]


def test_a_norm_that_names_nobody_holds_for_those_whom_its_document_addresses() -> None:
    forbidden = norm(None, modality="enacted", action="nhận hối lộ")
    assert ask([forbidden]) == []
    for tells in (norm(predicate="addressee", words="Chi bộ và đảng viên"), norm("chi bộ", action="họp")):
        assert "addressed" in {one.how for one in ask([forbidden, tells])}
    assert [one.how for one in ask([forbidden | {"title": "sinh hoạt ở chi bộ"}])] == ["addressed"]
    assert ask([forbidden, norm(predicate="addressee", document="d2", words="chi bộ")]) == []


def test_norms_that_several_sources_state_are_one_with_the_own_text_first() -> None:
    rows = [norm(source="news.txt", modality="reported"), norm(source="own.txt", part="Điều 5"), norm(action="khác hẳn")]
    found = ask(rows)
    assert sorted((len(one.evidence), one.document["source"], one.norm.get("part")) for one in found) == [
        (1, "a.txt", None),
        (2, "own.txt", "Điều 5"),
    ]


@pytest.mark.parametrize(
    ("part", "ended", "since", "count"),
    [
        ("khoản 2 Điều 5", "Điều 5", "2024-01-01", 0),
        ("khoản 2 Điều 5", "khoản 2 Điều 5", "2024-01-01", 0),
        ("khoản 2 Điều 5", "khoản 1 Điều 5", "2024-01-01", 1),
        ("khoản 2 Điều 15", "Điều 5", "2024-01-01", 1),
        ("khoản 2 Điều 5", "Điều 5", "2025-01-01", 1),
        ("khoản 2 Điều 5", "Điều 5", None, 1),
    ],
)
def test_a_norm_ends_with_its_provision(part: str, ended: str, since: str | None, count: int) -> None:
    gone = [{"document": "d1", "part": ended, "since": since, "by": "d2"}]
    assert len(ask([norm(part=part)], ended=gone)) == count


def test_terms() -> None:
    assert term("ubnd") == "Ủy ban nhân dân"
    assert "tổ chức đảng" in wider("chi bộ cơ sở")
    assert named("mỗi đảng viên").terms == {"đảng viên"}
    assert mentioned("Chi bộ, đảng bộ cơ sở và Uỷ ban nhân dân cấp xã") == {"chi bộ", "đảng bộ cơ sở", "Ủy ban nhân dân cấp xã"}


GRAPH = graph(
    document("d1", kind="Nghị định", symbol="1/2020/NĐ-CP", issued="2020-01-01", effective_from="2020-03-01"),
    document("d2", kind="Nghị định", symbol="2/2023/NĐ-CP", issued="2023-01-01", effective_from="2023-03-01"),
    *period("p1", "d1", None, "2020-02-29", "not_yet"),
    *period("p2", "d1", "2020-03-01", None, "in_force"),
    Node("Provision", "d1#Điều 5", {"document": "d1", "path": "Điều 5"}),
    Node("Source", "a.txt", {"name": "a.txt"}),
    *statement("s1", "a.txt", 1, "norm", subject("d1"), value=norm(part="khoản 2 Điều 5")["value"], raw="họp", quote="phải họp"),
    *statement(
        "s2", "a.txt", 2, "norm", subject("d1"), value=norm("tổ chức đảng", part="Điều 6")["value"], raw="họp", quote="họp"
    ),
    *statement("s3", "a.txt", 3, "addressee", subject("d1"), value="chi bộ", raw="chi bộ", quote="đối với chi bộ"),
    *statement("s4", "a.txt", 4, "mention", subject("d1"), value="1/2020/NĐ-CP"),
    relation("REPEALS", "d2", "d1#Điều 5", "s4", label="Provision"),
)


def test_every_engine_gives_the_norms_and_the_provisions_that_ended(keep: Callable[[Graph], GraphStore]) -> None:
    store = keep(GRAPH)
    assert [(row["statement"], row["document"], row["predicate"]) for row in rows(store, "norms")] == [
        ("s3", "d1", "addressee"),
        ("s1", "d1", "norm"),
        ("s2", "d1", "norm"),
    ]
    assert rows(store, "ended-provisions") == [{"document": "d1", "part": "Điều 5", "since": "2023-03-01", "by": "d2"}]
    assert [row["part"] for row in norms_for(store, "chi bộ", "2022-01-01")] == ["khoản 2 Điều 5", "Điều 6"]
    assert [row["part"] for row in norms_for(store, "chi bộ", "2023-03-01")] == ["Điều 6"]
    assert norms_for(store, "chi bộ", "2020-02-29") == []


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("applies")
    (folder / "a.txt").write_text(
        "Hướng dẫn số 03-HD/TW ngày 27/12/2022 của Ban Bí thư về họp trực tuyến ở chi bộ có hiệu lực từ ngày ký đến hết ngày 30/6/2025.\n\n"
        "Theo Hướng dẫn số 03-HD/TW, chi bộ có tính chất đặc thù được áp dụng không quá 3 lần trong năm.\n",
        "utf-8",
    )
    assert CliRunner().invoke(app, ["ingest", str(folder / "a.txt"), "--db", str(folder / "db")]).exit_code == 0
    return folder / "db"


def test_the_command(db: Path) -> None:
    def answer(*words: str) -> str:
        done = CliRunner().invoke(app, ["applies", *words, "--db", str(db)], env={"COLUMNS": "200"})
        assert done.exit_code == 0, done.output
        return done.output

    [row] = json.loads(answer("chi bộ", "--on", "2024-05-01", "--condition", "đặc thù", "--json"))
    assert (row["document"], row["condition"], row["condition_asked"]) == ("03-HD/TW@2022-12-27", "có tính chất đặc thù", "met")
    assert (row["limit"], row["effective_to"]) == ({"at_most": 3, "unit": "lần", "per": "năm"}, "2025-06-30")
    assert "at most 3 lần/năm" in answer("chi bộ", "--on", "1/5/2024")
    assert json.loads(answer("chi bộ", "--on", "2025-07-01", "--json")) == []
    assert "No norm" in answer("chi bộ", "--on", "2025-07-01")
