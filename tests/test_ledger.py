"""What the ledger keeps, what it forgets nothing of, and what it says when it cannot be used."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from evidence import Source, ha_tinh, lao_cai, sha256

from regraph.errors import BusyError, DataError, RegraphError, StorageError
from regraph.graph import ledger as module
from regraph.graph.ledger import Ledger
from regraph.graph.lock import write_lock
from regraph.model import Statement

A, B = lao_cai().statements, ha_tinh().statements
PARTS = {"to_part": "điểm đ khoản 2 Điều 5", "from_part": "Điều 1"}
SHA_A, SHA_B = sha256("lao-cai.txt"), sha256("ha-tinh.txt")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path, write=True) as opened:
        yield opened


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as sql:
        return sql.execute(query).fetchall()


def by_id(statements: object) -> list[Statement]:
    return sorted(statements, key=lambda s: s.id)  # type: ignore[call-overload,no-any-return]


def test_what_is_recorded_is_read_back(ledger: Ledger) -> None:
    assert ledger.record("/a.txt", "a.txt", SHA_A, A)
    evidence = ledger.evidence()
    assert by_id(evidence.statements) == by_id(A)
    assert evidence.names == {SHA_A: ("a.txt",)}


def test_the_same_again_writes_nothing(ledger: Ledger, path: Path) -> None:
    ledger.record("/a.txt", "a.txt", SHA_A, A)
    before = ledger.generation()
    assert not ledger.record("/a.txt", "a.txt", SHA_A, list(reversed(A)))
    assert ledger.generation() == before
    assert rows(path, "SELECT count(*) FROM changes") == [(1,)]


def test_a_source_without_statements_is_a_source(ledger: Ledger) -> None:
    assert ledger.record("/a.txt", "a.txt", SHA_A, [])
    assert (ledger.evidence().names, list(ledger.evidence().statements)) == ({SHA_A: ("a.txt",)}, [])


def test_a_ledger_knows_by_which_rules_a_content_was_read(ledger: Ledger) -> None:
    assert ledger.read_by(SHA_A) == ""
    ledger.record("/a.txt", "a.txt", SHA_A, A, "first")
    assert ledger.read_by(SHA_A) == "first"
    assert not ledger.record("/a.txt", "a.txt", SHA_A, A, "second")
    assert ledger.read_by(SHA_A) == "second"
    assert ledger.record("/b.txt", "b.txt", SHA_A, None, "second")
    assert by_id(ledger.evidence().statements) == by_id(A)
    assert ledger.evidence().names == {SHA_A: ("a.txt", "b.txt")}


def of_version_1(path: Path) -> None:
    """A ledger with one source as the first version of its tables kept it."""
    with closing(sqlite3.connect(path)) as sql:
        sql.executescript(module._migrations()[0])
        sql.execute(f"PRAGMA application_id = {module.APPLICATION_ID}")
        sql.execute("PRAGMA user_version = 1")
        sql.execute("INSERT INTO changes VALUES (1, '2024-01-01T00:00:00.000000+00:00')")
        sql.execute("INSERT INTO contents VALUES (1, ?)", (SHA_A,))
        sql.execute("INSERT INTO sources VALUES ('/a.txt', 'a.txt', 1, 1, NULL)")
        sql.commit()


def test_an_older_ledger_is_brought_up_to_date_by_a_writer(path: Path) -> None:
    of_version_1(path)
    with pytest.raises(DataError, match="regraph ingest"):
        Ledger.open(path, write=False)
    with Ledger.open(path, write=True) as ledger:
        assert (ledger.evidence().names, ledger.read_by(SHA_A)) == ({SHA_A: ("a.txt",)}, "")
        assert ledger.record("/a.txt", "a.txt", SHA_A, A, "rules")


def test_a_changed_source_closes_what_it_said(ledger: Ledger) -> None:
    ledger.record("/a.txt", "a.txt", SHA_A, A)
    then = datetime.now(UTC)
    assert ledger.record("/a.txt", "a.txt", SHA_B, B)
    assert by_id(ledger.evidence().statements) == by_id(B)
    assert ledger.evidence().names == {SHA_B: ("a.txt",)}
    assert by_id(ledger.evidence(then).statements) == by_id(A)
    assert ledger.evidence(then).names == {SHA_A: ("a.txt",)}
    assert list(ledger.evidence(then - timedelta(days=1)).statements) == []


def test_a_source_changed_back_says_the_same_as_before(ledger: Ledger) -> None:
    for sha, statements in ((SHA_A, A), (SHA_B, B), (SHA_A, A)):
        assert ledger.record("/a.txt", "a.txt", sha, statements)
    assert by_id(ledger.evidence().statements) == by_id(A)


def test_only_statements_that_differ_are_written(ledger: Ledger, path: Path) -> None:
    ledger.record("/a.txt", "a.txt", SHA_A, A)
    new = replace(A[0], id="new", value="2023-01-01")
    assert ledger.record("/a.txt", "a.txt", SHA_A, [*A[1:], new])
    assert by_id(ledger.evidence().statements) == by_id([*A[1:], new])
    assert rows(path, "SELECT id FROM statements WHERE recorded_until = 2") == [(A[0].id,)]
    assert rows(path, "SELECT id FROM statements WHERE recorded_from = 2") == [("new",)]


def test_files_with_the_same_bytes_are_one_content(ledger: Ledger) -> None:
    ledger.record("/a.txt", "a.txt", SHA_A, A)
    assert ledger.record("/copy/b.txt", "b.txt", SHA_A, A)
    assert ledger.evidence().names == {SHA_A: ("a.txt", "b.txt")}
    assert len(ledger.evidence().statements) == len(A)
    ledger.record("/a.txt", "a.txt", SHA_B, B)
    assert ledger.evidence().names == {SHA_A: ("b.txt",), SHA_B: ("a.txt",)}
    assert by_id(ledger.evidence().statements) == by_id([*A, *B])


def test_every_qualifier_and_letter_survives(ledger: Ledger) -> None:
    source = Source("x.txt").say("Document:đ", "repeals", None, "Document:Đ", qualifiers=PARTS)
    ledger.record("/x.txt", "x.txt", sha256("x.txt"), source.statements)
    assert list(ledger.evidence().statements) == source.statements


def test_a_clock_set_back_does_not_change_what_was_known_when(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> Clock:
            assert tz is UTC
            return cls(1999, 1, 1, tzinfo=UTC)

    ledger.record("/a.txt", "a.txt", SHA_A, A)
    monkeypatch.setattr(module, "datetime", Clock)
    ledger.record("/a.txt", "a.txt", SHA_B, B)
    monkeypatch.undo()
    assert by_id(ledger.evidence(datetime.now(UTC)).statements) == by_id(B)


def test_a_reader_is_not_blocked_by_a_writer_and_sees_whole_sources(ledger: Ledger, path: Path) -> None:
    ledger.record("/a.txt", "a.txt", SHA_A, A)
    with Ledger.open(path, write=False) as reader, closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE statements SET value = 'half written'")
        assert by_id(reader.evidence().statements) == by_id(A)


KILLED = """
import os, signal, sys
from pathlib import Path
from evidence import ha_tinh, lao_cai, sha256
from regraph.graph import ledger as module
from regraph.graph.ledger import Ledger
row, calls = module._row, []
with Ledger.open(Path(sys.argv[1]), write=True) as ledger:
    ledger.record("/a.txt", "a.txt", sha256("lao-cai.txt"), lao_cai().statements)
    def killed(statement):
        calls.append(statement)
        if len(calls) == 5:
            os.kill(os.getpid(), signal.SIGKILL)
        return row(statement)
    module._row = killed
    ledger.record("/a.txt", "a.txt", sha256("ha-tinh.txt"), ha_tinh().statements)
"""


def test_killed_while_recording_the_next_run_goes_on(path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    assert subprocess.run([sys.executable, "-c", KILLED, path], env=environment, check=False).returncode == -signal.SIGKILL
    with Ledger.open(path, write=False) as reader:
        assert by_id(reader.evidence().statements) == by_id(A)
    with Ledger.open(path, write=True) as ledger:
        assert ledger.record("/a.txt", "a.txt", SHA_B, B)
        assert by_id(ledger.evidence().statements) == by_id(B)


def other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as sql:
        sql.execute("CREATE TABLE notes (text)")


def newer(path: Path) -> None:
    Ledger.open(path, write=True).close()
    with closing(sqlite3.connect(path)) as sql:
        sql.execute("PRAGMA user_version = 1000")


def damaged(path: Path) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.record("/a.txt", "a.txt", SHA_A, A)
    path.write_bytes(path.read_bytes()[:4096] + b"\0" * 3000 + path.read_bytes()[7096:])


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        pytest.param(lambda path: path.write_bytes(b"no database at all, only words" * 99), DataError, "no ledger", id="text"),
        pytest.param(other_program, DataError, "another program", id="another program's database"),
        pytest.param(newer, DataError, "newer regraph", id="from a newer regraph"),
        pytest.param(lambda path: path.mkdir(), StorageError, "cannot be read or written", id="folder"),
    ],
)
def test_what_is_no_ledger_is_refused(path: Path, make: object, error: type[RegraphError], message: str, write: bool) -> None:
    make(path)  # type: ignore[operator]
    with pytest.raises(error, match=message):
        Ledger.open(path, write=write)


def test_a_damaged_ledger_is_told(path: Path) -> None:
    damaged(path)
    with pytest.raises(DataError, match="damaged"), Ledger.open(path, write=False) as ledger:
        ledger.evidence()


def test_an_empty_file_becomes_a_ledger_only_for_a_writer(path: Path) -> None:
    path.touch()
    with pytest.raises(DataError, match="regraph ingest"):
        Ledger.open(path, write=False)
    with Ledger.open(path, write=True) as ledger:
        assert ledger.generation() == "0"


def test_a_ledger_held_by_another_process_is_busy(ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Ledger.open(path, write=True) as second, pytest.raises(BusyError, match="wait"):
            second.record("/a.txt", "a.txt", SHA_A, A)
    assert ledger.record("/a.txt", "a.txt", SHA_A, A)


def test_a_full_disk_loses_only_the_source_at_hand(ledger: Ledger) -> None:
    ledger.record("/a.txt", "a.txt", SHA_A, A)
    pages = ledger._connection.execute("PRAGMA page_count").fetchone()[0]
    ledger._connection.execute(f"PRAGMA max_page_count = {pages}")
    many = [replace(statement, id=f"{at}", quote="x" * 500) for at, statement in enumerate(B * 50)]
    with pytest.raises(StorageError, match="disk is full"):
        ledger.record("/b.txt", "b.txt", SHA_B, many)
    assert by_id(ledger.evidence().statements) == by_id(A)
    ledger._connection.execute("PRAGMA max_page_count = 1000000")
    assert ledger.record("/b.txt", "b.txt", SHA_B, many)


def test_a_ledger_that_may_not_be_written_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(path, write=True) as ledger:
        ledger.record("/a.txt", "a.txt", SHA_A, A)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Ledger.open(path, write=False) as reader:
        assert len(reader.evidence().statements) == len(A)
    assert [file.name for file in path.parent.iterdir()] == ["ledger.sqlite"]


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    first, second = write_lock(tmp_path / "lock"), write_lock(tmp_path / "lock")
    with first, pytest.raises(BusyError, match="wait until it has ended"), second:
        pass
    with write_lock(tmp_path / "lock"):
        pass


def test_a_lock_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="permissions"), write_lock(tmp_path / "none" / "lock"):
        pass
