"""A database: a folder with the ledger of what sources state and the graph made from it.

``ledger.sqlite`` is the truth. ``graph.lbug`` is made from it and may be deleted at any time; ``graph.made`` says from
which state of the ledger and by which rules it was made, so that a read after an interrupted run makes it anew.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, nullcontext
from datetime import datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Self

from regraph.errors import BusyError, DataError, StorageError, UsageError
from regraph.graph.deciding import Standing
from regraph.graph.decisions import Decision
from regraph.graph.ledger import Evidence, Ledger
from regraph.graph.lock import write_lock
from regraph.graph.projection import project
from regraph.graph.resolution import resolve
from regraph.graph.stores.embedded import EmbeddedStore, build
from regraph.model import Graph, Text
from regraph.pipeline.extract import extract
from regraph.pipeline.registry import is_registry, read_registry
from regraph.pipeline.statements import statements

LEDGER, STORE, MADE, LOCK = "ledger.sqlite", "graph.lbug", "graph.made", "lock"


class Database:
    """A folder with a ledger and a graph; use `Database.open`, in a ``with`` block."""

    def __init__(self, folder: Path, ledger: Ledger, opened: ExitStack, writes: bool) -> None:
        self.folder = folder
        self._ledger = ledger
        self._opened = opened
        self._writes = writes

    @classmethod
    def open(cls, folder: Path, write: bool) -> Self:
        """Open the database in ``folder``; for writing make it when there is none, and be its only writer.

        Raises UsageError when the name of the folder is not UTF-8, DataError when it holds no database, BusyError when another
        process writes to it, StorageError when it cannot be read or written.

        >>> with Database.open(Path("regraph-data"), write=True) as database:  # doctest: +SKIP
        ...     database.ingest(text)
        ...     database.rebuild()
        True
        """
        path = folder / LEDGER
        try:
            str(folder).encode()
        except UnicodeEncodeError as error:
            name = os.fsencode(folder).decode("utf-8", "backslashreplace")
            raise UsageError(f"the folder {name} has a name that is not UTF-8; rename it or set the terminal to UTF-8") from error
        with ExitStack() as stack:
            if write:
                try:
                    folder.mkdir(parents=True, exist_ok=True)
                except OSError as error:
                    raise StorageError(f"The folder {folder} cannot be made ({error.strerror}); give another one.") from error
                stack.enter_context(write_lock(folder / LOCK))
            elif not _is_file(path):
                raise DataError(f"{folder} holds no regraph database; make one with `regraph ingest`.")
            ledger = stack.enter_context(Ledger.open(path, write))
            return cls(folder, ledger, stack.pop_all(), write)

    def close(self) -> None:
        """Give back the folder; closing twice is allowed."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def ingest(self, text: Text) -> bool:
        """Record all that ``text`` or registry states in one transaction; returns whether this changed anything.

        A content that the rules of today have read before is not read again.
        """
        rules = _rules("pipeline")
        said = None
        if self._ledger.read_by(text.sha256) != rules:
            said = read_registry(text).statements if is_registry(text) else statements(extract(text))
        return self._ledger.record(text.locator, Path(text.name).name, text.sha256, said, rules)

    def decide(self, decisions: Iterable[Decision]) -> int:
        """Record what a person decided in one transaction; returns how many of the decisions were new or renewed."""
        return self._ledger.decide(decisions)

    def undo(self, decision: str) -> Decision:
        """Take back the decision with this id, or with the only id that begins so, and return it; UsageError when it is none."""
        found = [d for d in self._ledger.decisions() if decision and d.id.startswith(decision)]
        if len(found) != 1:
            what = f"{decision!r} begins the ids of {len(found)} decisions" if found else f"there is no decision {decision!r}"
            raise UsageError(f"{what}; `regraph decide list` shows their ids")
        self._ledger.undo(found[0].id)
        return found[0]

    def decisions(self) -> tuple[Standing, ...]:
        """The decisions that hold, in the order in which they were made, and whether today's sources let them be honoured."""
        evidence = self._ledger.evidence()
        return resolve(evidence.statements, evidence.names, evidence.decisions).decisions if evidence.decisions else ()

    def graph(self, at: datetime | None = None) -> Graph:
        """The graph of all that is recorded now, or was at the moment ``at`` (with its time zone)."""
        return _graph(self._ledger.evidence(at))

    def rebuild(self) -> None:
        """Make the embedded store anew from the ledger and swap it in; a database opened for writing can.

        Killed at any moment it leaves the old store or the new one, and the next read knows which.
        """
        evidence = self._ledger.evidence()
        build(_graph(evidence), self.folder / STORE)
        _write(self.folder / MADE, f"{evidence.generation} {_rules('graph')}\n")

    def store(self) -> EmbeddedStore:
        """The embedded store, open for reading; made first when it is missing, damaged or older than the ledger.

        While another process is still ingesting, the store of before its run is given.
        Raises BusyError when there is none yet.
        """
        path = self.folder / STORE
        if not self._is_current():
            try:
                self._rebuild_alone()
            except BusyError:
                if not path.is_file():
                    raise
        try:
            return EmbeddedStore(path)
        except DataError:
            self._rebuild_alone()
            return EmbeddedStore(path)

    def _rebuild_alone(self) -> None:
        with nullcontext() if self._writes else write_lock(self.folder / LOCK):
            self.rebuild()

    def _is_current(self) -> bool:
        try:
            made = (self.folder / MADE).read_text(encoding="utf-8")
        except OSError:
            return False
        return (self.folder / STORE).is_file() and made == f"{self._ledger.generation()} {_rules('graph')}\n"


def _graph(evidence: Evidence) -> Graph:
    return project(resolve(evidence.statements, evidence.names, evidence.decisions))


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise StorageError(f"{path} cannot be read ({error.strerror}); give yourself the permission.") from error


@cache
def _rules(package: str) -> str:
    """A hash of the code and tables of ``pipeline`` or ``graph``: what another version of them read or made is not kept."""
    digest = hashlib.sha256()
    for path in sorted(_files(files("regraph") / package), key=lambda path: str(path)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for path in folder.iterdir():
        if path.is_dir():
            yield from _files(path)
        elif path.name.endswith((".py", ".toml")):
            yield path


def _write(path: Path, content: str) -> None:
    aside = path.with_name(path.name + ".new")
    try:
        aside.write_text(content, encoding="utf-8")
        os.replace(aside, path)
    except OSError as error:
        raise StorageError(f"{path} cannot be written ({error.strerror}); check the disk and the permissions.") from error
