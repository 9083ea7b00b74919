"""A database folder: recorded texts, the graph made from them, and what happens when things go wrong."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from regraph.errors import BusyError, DataError, StorageError, UsageError
from regraph.graph import database as module
from regraph.graph.database import Database
from regraph.graph.lock import write_lock
from regraph.model import Extraction, Text
from regraph.pipeline.extract import extract

MEETING = (
    "Quy định số 96-QĐ/TW ngày 02/02/2023 của Bộ Chính trị thay thế Quy định số 262-QĐ/TW ngày 08/10/2014 của Bộ Chính trị.\n"
)
GUIDANCE = "Hướng dẫn số 03-HD/TW ngày 27/12/2022 của Ban Bí thư về sinh hoạt đảng trực tuyến.\n"
COUNT = "MATCH (d:Document) RETURN count(*) AS documents"


def text(content: str, name: str = "a.txt", locator: str | None = None) -> Text:
    return Text(name, locator or f"/texts/{name}", content, hashlib.sha256(content.encode()).hexdigest(), "utf-8")


def documents(folder: Path) -> int:
    """How many documents the embedded store holds."""
    with Database.open(folder, write=False) as database:
        store = database.store()
        try:
            return int(store.rows(COUNT).rows[0][0])
        finally:
            store.close()


def ingest(folder: Path, *texts: Text, rebuild: bool = True) -> list[bool]:
    with Database.open(folder, write=True) as database:
        changed = [database.ingest(one) for one in texts]
        if rebuild:
            database.rebuild()
    return changed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "db"


def test_what_is_ingested_is_in_the_graph(folder: Path) -> None:
    assert ingest(folder, text(MEETING), text(GUIDANCE, "b.txt")) == [True, True]
    assert documents(folder) == 3
    with Database.open(folder, write=False) as database:
        assert {node.id for node in database.graph().nodes if node.label == "Document"} == {
            "03-HD/TW@2022-12-27",
            "262-QĐ/TW@2014-10-08",
            "96-QĐ/TW@2023-02-02",
        }


def test_the_same_again_changes_nothing(folder: Path) -> None:
    ingest(folder, text(MEETING))
    made = (folder / "graph.made").read_text()
    assert ingest(folder, text(MEETING)) == [False]
    assert (folder / "graph.made").read_text() == made


@pytest.mark.parametrize(
    ("again", "rules", "reads", "changed"),
    [
        pytest.param(text(MEETING), "the same", 1, False, id="unchanged"),
        pytest.param(text(MEETING, "copy.txt"), "the same", 1, True, id="the same content in another file"),
        pytest.param(text(GUIDANCE), "the same", 2, True, id="changed"),
        pytest.param(text(MEETING), "other", 2, False, id="unchanged, to be read by other rules that say the same"),
    ],
)
def test_a_content_is_read_once_by_the_same_rules(
    folder: Path, monkeypatch: pytest.MonkeyPatch, again: Text, rules: str, reads: int, changed: bool
) -> None:
    read: list[Text] = []

    def recorded(one: Text) -> Extraction:
        read.append(one)
        return extract(one)

    monkeypatch.setattr(module, "extract", recorded)
    monkeypatch.setattr(module, "_rules", lambda _: "the same")
    ingest(folder, text(MEETING))
    monkeypatch.setattr(module, "_rules", lambda _: rules)
    assert ingest(folder, again) == [changed]
    assert ingest(folder, again) == [False]
    assert len(read) == reads


def test_other_rules_close_what_they_do_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ingest(folder, text(MEETING))
    monkeypatch.setattr(module, "_rules", lambda _: "other")
    monkeypatch.setattr(module, "statements", lambda _: [])
    assert ingest(folder, text(MEETING)) == [True]
    assert documents(folder) == 0


def test_a_source_keeps_its_file_name_wherever_it_is_named_from(folder: Path) -> None:
    ingest(folder, text(MEETING, "news/a.txt", "/texts/news/a.txt"))
    assert ingest(folder, text(MEETING, "a.txt", "/texts/news/a.txt")) == [False]


def test_a_changed_source_changes_the_graph(folder: Path) -> None:
    ingest(folder, text(MEETING))
    assert ingest(folder, text(GUIDANCE)) == [True]
    assert documents(folder) == 1


def test_what_was_known_before_can_be_seen(folder: Path) -> None:
    ingest(folder, text(MEETING))
    then = datetime.now(UTC)
    ingest(folder, text(GUIDANCE))
    with Database.open(folder, write=False) as database:
        assert {node.id for node in database.graph(then).nodes if node.label == "Document"} == {
            "262-QĐ/TW@2014-10-08",
            "96-QĐ/TW@2023-02-02",
        }


def test_an_interrupted_run_keeps_what_it_recorded_and_the_next_read_shows_it(folder: Path) -> None:
    ingest(folder, text(MEETING))
    ingest(folder, text(GUIDANCE, "b.txt"), rebuild=False)
    assert documents(folder) == 3


def lose_store(folder: Path) -> None:
    (folder / "graph.lbug").unlink()


def lose_mark(folder: Path) -> None:
    (folder / "graph.made").unlink()


def other_rules(folder: Path) -> None:
    made = folder / "graph.made"
    made.write_text(made.read_text().rsplit(" ", 1)[0] + " other\n")


def damage(folder: Path) -> None:
    (folder / "graph.lbug").write_bytes(b"no graph" * 999)


@pytest.mark.parametrize("spoil", [lose_store, lose_mark, other_rules, damage])
def test_a_store_that_is_missing_damaged_or_old_is_made_anew(
    folder: Path, spoil: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest(folder, text(MEETING))
    spoil(folder)  # type: ignore[operator]
    assert documents(folder) == 2
    monkeypatch.setattr(module, "build", None)  # the store made is good from now on
    assert documents(folder) == 2


def test_while_another_process_ingests_the_store_of_before_is_read(folder: Path) -> None:
    ingest(folder, text(MEETING))
    ingest(folder, text(GUIDANCE, "b.txt"), rebuild=False)
    with write_lock(folder / "lock"):
        assert documents(folder) == 2
    assert documents(folder) == 3


def test_while_the_first_ingest_runs_there_is_nothing_to_read(folder: Path) -> None:
    ingest(folder, text(MEETING), rebuild=False)
    with write_lock(folder / "lock"), pytest.raises(BusyError):
        documents(folder)


def test_one_process_writes_and_others_read(folder: Path) -> None:
    ingest(folder, text(MEETING))
    with Database.open(folder, write=True) as writer:
        with pytest.raises(BusyError, match="wait"):
            Database.open(folder, write=True)
        writer.ingest(text(GUIDANCE, "b.txt"))
        with Database.open(folder, write=False) as reader:
            assert sum(node.label == "Document" for node in reader.graph().nodes) == 3


def test_a_writer_that_failed_to_open_leaves_no_lock(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "ledger.sqlite").write_text("words, no database " * 99)
    with pytest.raises(DataError):
        Database.open(folder, write=True)
    (folder / "ledger.sqlite").unlink()
    assert ingest(folder, text(MEETING)) == [True]


@pytest.mark.parametrize("there", [False, True])
def test_a_folder_without_database_is_not_read(folder: Path, there: bool) -> None:
    if there:
        folder.mkdir(parents=True)
    with pytest.raises(DataError, match="regraph ingest"):
        Database.open(folder, write=False)
    assert not (folder / "ledger.sqlite").exists()


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="give another"):
        Database.open(tmp_path / "file" / "db", write=True)


@pytest.mark.parametrize("write", [False, True])
def test_a_folder_that_may_not_be_read(unprivileged: Path, write: bool) -> None:
    ingest(unprivileged, text(MEETING), rebuild=False)
    unprivileged.chmod(0)
    with pytest.raises(StorageError, match="permission"):
        Database.open(unprivileged, write=write)


@pytest.mark.parametrize("write", [False, True])
def test_a_folder_whose_name_is_not_utf8(tmp_path: Path, write: bool) -> None:
    with pytest.raises(UsageError, match=r"d\\xe9 has a name that is not UTF-8"):
        Database.open(tmp_path / "d\udce9", write=write)
    assert not list(tmp_path.iterdir())


def test_an_empty_database_has_an_empty_graph(folder: Path) -> None:
    ingest(folder)
    assert documents(folder) == 0


def test_closing_twice_is_allowed(folder: Path) -> None:
    with Database.open(folder, write=True) as database:
        database.close()
