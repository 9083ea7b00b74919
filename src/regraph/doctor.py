"""What `regraph doctor` looks at: this installation and one database."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from regraph import answers
from regraph.errors import DataError, RegraphError
from regraph.graph.database import LEDGER, Database

PACKAGES = ("regraph", "ladybug", "neo4j", "networkx", "spacy", "underthesea")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and the error when it is not as it should be."""

    name: str
    detail: str
    error: RegraphError | None = None


def checks(db: Path) -> Iterator[Check]:
    """Look at Python, the packages, and the ledger and the graph of the database in the folder `db`."""
    yield Check("Python", f"{platform.python_version()} on {platform.platform()}")
    yield Check("SQLite", sqlite3.sqlite_version)
    for package in PACKAGES:
        try:
            yield Check(package, version(package))
        except PackageNotFoundError:
            missing = DataError(f"{package} is not installed; install regraph again")
            yield Check(package, str(missing), missing)
    try:
        yield from _database(db)
    except RegraphError as error:
        yield Check("database", str(error), error)


def _database(db: Path) -> Iterator[Check]:
    with Database.open(db, write=False) as database:
        yield _ledger(db / LEDGER)
        with closing(database.store()) as store:
            totals = answers.summary(store)
            yield Check("graph", ", ".join(f"{number} {what}" for what, number in totals.items()))


def _ledger(path: Path) -> Check:
    """SQLite's own check of the whole file."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (result,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        result = str(error)
    if result == "ok":
        return Check("ledger", str(path))
    damaged = DataError(f"{path} is damaged ({result}); ingest the sources into a new folder")
    return Check("ledger", str(damaged), damaged)
