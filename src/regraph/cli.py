"""The command line: a thin layer over the library, one function a command."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from regraph import console
from regraph.errors import OK, SOME_FAILED, BusyError, RegraphError, StorageError, UsageError
from regraph.guard import DEBUG, guarded, unexpected
from regraph.pipeline.read import Failure, read

if TYPE_CHECKING:
    from regraph.graph.find import Match
    from regraph.graph.stores.base import GraphStore

app = typer.Typer(
    name="regraph",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

DEFAULT_DB = Path("regraph.db")
DEFAULT_PICTURE = Path("regraph.html")
STDOUT = Path("-")
DAY = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})")

Paths: TypeAlias = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS...",
        help="Files, folders (every .txt file in them), patterns like 'news/*.txt', or - for standard input.",
    ),
]
Doc: TypeAlias = Annotated[
    str, typer.Argument(metavar="DOC", help="A symbol, number, name or id: 96-QĐ/TW, 96, 'Quy định 96 năm 2023'.")
]
Db: TypeAlias = Annotated[Path, typer.Option("--db", envvar="REGRAPH_DB", metavar="FOLDER", help="The folder of the database.")]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]


class ExtractFormat(StrEnum):
    """How `regraph extract` prints."""

    JSONL = "jsonl"


class ExportFormat(StrEnum):
    """What `regraph export` writes."""

    GRAPHML = "graphml"
    HTML = "html"
    CYPHER = "cypher"
    JSONL = "jsonl"


@dataclass(slots=True)
class Outcome:
    """How the sources of one command fared."""

    done: int = 0
    failures: list[RegraphError] = field(default_factory=list)

    def failed(self, name: str, error: Exception) -> None:
        """Say that the source `name` failed, and go on."""
        if not isinstance(error, RegraphError):
            error = RegraphError(f"{name}: {unexpected(error)}")
        console.fail(str(error))
        self.failures.append(error)

    @property
    def exit_code(self) -> int:
        """0 when all went well, the code of the failures when nothing went well for one kind of reason, else 1."""
        codes = {error.exit_code for error in self.failures}
        if not codes:
            return OK
        return codes.pop() if not self.done and len(codes) == 1 else SOME_FAILED


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        console.answer(f"regraph {version('regraph')}")
        raise typer.Exit


@app.callback()
def regraph(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
    debug: Annotated[bool, typer.Option("--debug", envvar=DEBUG, help="Show where an error comes from.")] = False,
) -> None:
    """Which Vietnamese documents replace, repeal, amend or guide which, from when to when, and where it is said.

    \b
    Start:
      regraph ingest news/            read texts into the database regraph.db
      regraph show 96-QĐ/TW           all that is known of one document
      regraph lineage 96-QĐ/TW        what came before and after it
      regraph in-force --on 1/1/2020  what was in force on a day
    """
    if debug:
        os.environ[DEBUG] = "1"


@app.command()
@guarded
def ingest(paths: Paths, db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """Read texts into the database; a text that is the same as last time is not read again.

    \b
    Examples:
      regraph ingest news/
      regraph ingest 'news/2023-*.txt' laws/ --db party.db
      pdftotext law.pdf - | regraph ingest -
    """
    from regraph.graph.database import Database

    outcome, changed = Outcome(), 0
    with Database.open(db, write=True) as database, console.progress("Reading") as at:
        for source in read(paths):
            if isinstance(source, Failure):
                outcome.failed(source.name, source.error)
                continue
            at(source.name)
            try:
                changed += database.ingest(source)
                outcome.done += 1
            except (StorageError, BusyError, OSError):
                raise
            except Exception as error:
                outcome.failed(source.name, error)
        at("is done, building the graph")
        database.rebuild()
        graph = database.graph()
    documents = [node for node in graph.nodes if node.label == "Document"]
    relations = [edge for edge in graph.edges if edge.type in RELATIONS]
