"""The ledger: every source, every statement it makes and every decision of a person, each recorded from and until a time.

The ledger alone is the truth of a database; the graph is made from it. Nothing is overwritten: what a source no longer
says is closed and stays readable as what was known then. One source is one transaction, so that a run killed at
any moment leaves whole sources behind and the next run goes on.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Self, cast

from regraph.errors import BusyError, DataError, RegraphError, StorageError
from regraph.graph.decisions import Decision, from_line, to_line
from regraph.model import Modality, Span, Statement, ZoneKind

APPLICATION_ID = 0x72677068  # PRAGMA application_id of a ledger, "rgph" in ASCII
BUSY_SECONDS = 10.0
COLUMNS = (
    "id, subject, predicate, value, object, raw, start_offset, end_offset, quote, qualifiers, rule, confidence, modality, zone"
)
KNOWN_AT = "{0}.recorded_from <= :change AND ({0}.recorded_until IS NULL OR {0}.recorded_until > :change)"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the ledger knows at one moment.

    ``generation`` names the moment: it differs whenever anything was recorded between. ``names`` holds the file names of
    each content by its SHA-256, ``statements`` all that these contents state, ``decisions`` what a person decided, in the
    order in which it was.
    """

    generation: str
    names: Mapping[str, tuple[str, ...]]
    statements: Sequence[Statement]
    decisions: tuple[Decision, ...]


class Ledger:
    """The ledger in one SQLite file; use `Ledger.open`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path, write: bool) -> Self:
        """Open the ledger at ``path``, for writing also create it or bring its schema up to date.

        Raises DataError when the file is no ledger or comes from a newer regraph, StorageError when it cannot be
        read or written, BusyError when another process holds it.

        >>> with Ledger.open(Path("db/ledger.sqlite"), write=True) as ledger:  # doctest: +SKIP
        ...     ledger.record("/news/a.txt", "a.txt", sha256, statements)
        True
        """
        with _sqlite_errors(path):
            ledger = cls(path, _connect(path, write))
            try:
                ledger._prepare(write)
            except BaseException:
                ledger.close()
                raise
            return ledger

    def close(self) -> None:
        """Give back the file; closing twice is allowed."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read_by(self, sha256: str) -> str:
        """The rules that the content ``sha256`` was last read by, empty when it never was."""
        with _sqlite_errors(self.path):
            row = self._connection.execute("SELECT read_by FROM contents WHERE sha256 = ?", (sha256,)).fetchone()
            return cast(str, row[0]) if row else ""

    def record(self, locator: str, name: str, sha256: str, statements: Sequence[Statement] | None, read_by: str = "") -> bool:
        """Record that the source at ``locator`` now holds the content ``sha256``, which makes ``statements``.

        ``read_by`` are the rules that read them. Statements of this content that are gone are closed, new ones opened, equal
        ones left alone; ``None`` leaves all as they are. Returns whether what is known has changed: the same again changes
        nothing.
        """
        said = None if statements is None else {statement.id: statement for statement in statements}
        with _sqlite_errors(self.path), self._transaction() as sql:
            content = _content(sql, sha256)
            open_source = sql.execute(
                "SELECT rowid, name, content FROM sources WHERE locator = ? AND recorded_until IS NULL", (locator,)
            ).fetchone()
            moved = open_source is None or open_source[1:] != (name, content)
            gone, new = set[str](), list[Statement]()
            if said is not None:
                rows = sql.execute("SELECT id FROM statements WHERE content = ? AND recorded_until IS NULL", (content,))
                known = {row[0] for row in rows}
                gone, new = known - said.keys(), [statement for id_, statement in said.items() if id_ not in known]
                sql.execute("UPDATE contents SET read_by = ? WHERE id = ? AND read_by <> ?", (read_by, content, read_by))
            if not (moved or gone or new):
                return False
            change = _new_change(sql)
            if moved:
                if open_source:
                    sql.execute("UPDATE sources SET recorded_until = ? WHERE rowid = ?", (change, open_source[0]))
                sql.execute("INSERT INTO sources VALUES (?, ?, ?, ?, NULL)", (locator, name, content, change))
            sql.executemany(
                "UPDATE statements SET recorded_until = ? WHERE content = ? AND id = ? AND recorded_until IS NULL",
                [(change, content, id_) for id_ in sorted(gone)],
            )
            sql.executemany(
                f"INSERT INTO statements (content, {COLUMNS}, recorded_from) VALUES ({', '.join('?' * 16)})",
                [(content, *_row(statement), change) for statement in new],
            )
            return True

    def decide(self, decisions: Iterable[Decision]) -> int:
        """Record decisions in one transaction; returns how many were new.

        One that is recorded already is recorded anew only when it was made later: with that it overrules what came between.
        """
        with _sqlite_errors(self.path), self._transaction() as sql:
            recorded = {decision.id: decision for decision in _decisions(sql, _generation(sql, None)[0])}
            new = [d for d in decisions if d.id not in recorded or recorded[d.id].decided < d.decided]
            if not new:
                return 0
            change = _new_change(sql)
            for decision in new:
                _close_decision(sql, decision.id, change)
                sql.execute("INSERT INTO decisions VALUES (?, ?, ?, NULL)", (decision.id, to_line(decision), change))
            return len(new)

    def undo(self, decision: str) -> None:
        """Close the decision with this id: from now on it holds no more."""
        with _sqlite_errors(self.path), self._transaction() as sql:
            _close_decision(sql, decision, _new_change(sql))

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that hold now, in the order in which they were made."""
        with _sqlite_errors(self.path), self._snapshot() as sql:
            return _decisions(sql, _generation(sql, None)[0])

    def generation(self) -> str:
        """The moment of the last change, as in `Evidence.generation`: its number and time, ``0`` when there is none."""
        with _sqlite_errors(self.path):
            return _generation(self._connection, None)[1]

    def evidence(self, at: datetime | None = None) -> Evidence:
        """All that is known now, or was known at the moment ``at`` (with its time zone)."""
        with _sqlite_errors(self.path), self._snapshot() as sql:
            change, generation = _generation(sql, at)
            names: dict[str, list[str]] = {}
            for sha256, name in sql.execute(
                "SELECT DISTINCT sha256, name FROM sources JOIN contents ON contents.id = content "
                f"WHERE {KNOWN_AT.format('sources')} ORDER BY sha256, name",
                {"change": change},
            ):
                names.setdefault(sha256, []).append(name)
            rows = sql.execute(
                f"SELECT sha256, {', '.join('statements.' + column for column in COLUMNS.split(', '))} "
                "FROM statements JOIN contents ON contents.id = statements.content "
                f"WHERE {KNOWN_AT.format('statements')} AND statements.content IN "
                f"(SELECT content FROM sources WHERE {KNOWN_AT.format('sources')})",
                {"change": change},
            )
            files = {sha256: tuple(found) for sha256, found in names.items()}
            return Evidence(generation, files, list(_statements(rows)), _decisions(sql, change))

    def _prepare(self, write: bool) -> None:
        """Check that the file is a ledger of a version this program knows; for writing, migrate it."""
        sql = self._connection
        migrations = _migrations()
        version, application = _pragma(sql, "user_version"), _pragma(sql, "application_id")
        empty = sql.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
        if application != APPLICATION_ID and not empty:
            raise DataError(f"{self.path} is a database of another program; give another folder.")
        if version > len(migrations):
            raise DataError(f"{self.path} was written by a newer regraph; update regraph to read it.")
        if version < len(migrations) and not write:
            raise DataError(f"{self.path} has no current tables yet; run `regraph ingest` on it once.")
        if write:
            sql.execute("PRAGMA journal_mode = WAL")
            sql.execute("PRAGMA synchronous = FULL")
            sql.execute("PRAGMA foreign_keys = ON")
            for number, script in list(enumerate(migrations, start=1))[version:]:
                sql.executescript(
                    f"BEGIN IMMEDIATE; {script}; PRAGMA user_version = {number}; PRAGMA application_id = {APPLICATION_ID}; COMMIT"
                )

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        sql = self._connection
        sql.execute("BEGIN IMMEDIATE")
        try:
            yield sql
            sql.commit()
        except BaseException:
            sql.rollback()
            raise

    @contextmanager
    def _snapshot(self) -> Iterator[sqlite3.Connection]:
        """One unchanging view of the ledger, whatever a writer does meanwhile."""
        self._connection.execute("BEGIN")
        try:
            yield self._connection
        finally:
            self._connection.rollback()


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    mode = "rwc" if write else "ro"
    if not write and not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        mode = "ro&immutable=1"  # SQLite cannot read a WAL database where it may not put its -shm file
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def _pragma(sql: sqlite3.Connection, name: str) -> int:
    return cast(int, sql.execute(f"PRAGMA {name}").fetchone()[0])


def _migrations() -> list[str]:
    """The scripts that bring a ledger from each version to the next, `migrations/1.sql` first."""
    folder = files("regraph.graph") / "migrations"
    scripts = {int(script.name.removesuffix(".sql")): script for script in folder.iterdir() if script.name.endswith(".sql")}
    return [scripts[number].read_text(encoding="utf-8") for number in sorted(scripts)]


def _content(sql: sqlite3.Connection, sha256: str) -> int:
    sql.execute("INSERT OR IGNORE INTO contents (sha256) VALUES (?)", (sha256,))
    return cast(int, sql.execute("SELECT id FROM contents WHERE sha256 = ?", (sha256,)).fetchone()[0])


def _new_change(sql: sqlite3.Connection) -> int:
    """A change recorded now; never earlier than the last one, even when the clock was set back."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return cast(
        int,
        sql.execute(
            "INSERT INTO changes (recorded_at) SELECT max(?, coalesce(max(recorded_at), '')) FROM changes RETURNING id", (now,)
        ).fetchone()[0],
    )


def _generation(sql: sqlite3.Connection, at: datetime | None) -> tuple[int, str]:
    moment = at.astimezone(UTC).isoformat(timespec="microseconds") if at else "9999"
    row = sql.execute("SELECT id, recorded_at FROM changes WHERE recorded_at <= ? ORDER BY id DESC LIMIT 1", (moment,)).fetchone()
    return (row[0], f"{row[0]} {row[1]}") if row else (0, "0")


def _decisions(sql: sqlite3.Connection, change: int) -> tuple[Decision, ...]:
    rows = sql.execute(f"SELECT line FROM decisions WHERE {KNOWN_AT.format('decisions')}", {"change": change})
    return tuple(sorted((from_line(line) for (line,) in rows), key=lambda decision: decision.later))


def _close_decision(sql: sqlite3.Connection, decision: str, change: int) -> None:
    sql.execute("UPDATE decisions SET recorded_until = ? WHERE id = ? AND recorded_until IS NULL", (change, decision))


def _row(statement: Statement) -> tuple[object, ...]:
    return (
        statement.id,
        statement.subject,
        statement.predicate,
        statement.value,
        statement.object,
        statement.raw,
        statement.span.start,
        statement.span.end,
        statement.quote,
        json.dumps(statement.qualifiers, ensure_ascii=False),
        statement.rule,
        statement.confidence,
        statement.modality,
        statement.zone,
    )


def _statements(rows: sqlite3.Cursor) -> Iterator[Statement]:
    shared: dict[str, tuple[tuple[str, str], ...]] = {}
    span = Span(0, 0)
    for sha256, id_, subject, predicate, value, target, raw, start, end, quote, qualifiers, *rest in rows:
        rule, confidence, modality, zone = rest
        if qualifiers not in shared:
            shared[qualifiers] = tuple((name, text) for name, text in json.loads(qualifiers))
        if (span.start, span.end) != (start, end):
            span = Span(start, end)  # all that is stated of one mention shares it
        yield Statement(
            id=id_,
            source=sys.intern(sha256),
            subject=sys.intern(subject),
            predicate=sys.intern(predicate),
            value=value,
            object=target,
            raw=value if raw == value else raw,
            span=span,
            quote=quote,
            qualifiers=shared[qualifiers],
            rule=sys.intern(rule),
            confidence=confidence,
            modality=cast(Modality, sys.intern(modality)),
            zone=cast(ZoneKind, sys.intern(zone)),
        )


@contextmanager
def _sqlite_errors(path: Path) -> Iterator[None]:
    """Tell a failure of SQLite as one of regraph's errors, by its primary result code."""
    try:
        yield
    except sqlite3.Error as error:
        raise _told(path, error) from error


def _told(path: Path, error: sqlite3.Error) -> RegraphError:
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BusyError(f"Another process holds {path}; wait until it has ended, then run the command again.")
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return DataError(f"{path} is damaged or no ledger ({error}); restore it from a copy or ingest into a new folder.")
        case sqlite3.SQLITE_FULL:
            return StorageError(f"The disk is full; free some space and run the command again: {path} keeps what it holds.")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_IOERR:
            return StorageError(f"{path} cannot be read or written ({error}); check the disk and the permissions.")
        case _:
            return StorageError(f"{path} could not be used ({error}); restore it from a copy or ingest into a new folder.")
