"""The options and arguments that commands share, and how their values are read."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeAlias, overload

import typer

from regraph.errors import UsageError
from regraph.pipeline.dates import DAY, iso

DEFAULT_DB = Path("regraph.db")
STDOUT = Path("-")
STDOUT_NAMES = ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
PARAMETER = re.compile(r"(?P<key>\w+)(?P<json>:?)=(?P<value>.*)", re.DOTALL)


def parse_output(text: str) -> Path:
    """Where an answer goes; the names that the system has for standard output, which may be a file in use, are `-` too.

    >>> parse_output("a.html"), parse_output("/dev/stdout") == STDOUT
    (PosixPath('a.html'), True)
    """
    return STDOUT if text in STDOUT_NAMES else Path(text)


def parse_folder(text: str) -> Path:
    """The folder of a database; BadParameter for an empty name, which would else be the folder one is in.

    >>> parse_folder("regraph.db")
    PosixPath('regraph.db')
    """
    if not text:
        raise typer.BadParameter("the name of the folder is empty; name one, as regraph.db")
    return Path(text)


def statuses(begun: str) -> list[str]:
    """The statuses that begin so, for the completion of the shell.

    >>> statuses("in")
    ['in_force']
    """
    from regraph.graph.effect_rules import STATUSES

    return [status for status in STATUSES if status.startswith(begun)]


def query_names(begun: str) -> list[str]:
    """The queries of the catalogue that begin so, for the completion of the shell.

    >>> query_names("in-")
    ['in-force']
    """
    from regraph.queries import catalogue

    return [name for name in catalogue() if name.startswith(begun)]


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
MaybeDoc: TypeAlias = Annotated[
    str | None, typer.Argument(metavar="[DOC]", help="One document; without it, all that were in force.")
]
FromDay: TypeAlias = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help="With --to: what was in force on any day between the two.")
]
ToDay: TypeAlias = Annotated[str | None, typer.Option("--to", metavar="DAY", help="The last day; --from is the first.")]
Between: TypeAlias = Annotated[
    tuple[str, str], typer.Option("--between", metavar="DAY DAY", help="Changes after the first day, up to the second.")
]
HasStatus: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar="STATUS",
        autocompletion=statuses,
        help="Those with this answer instead: in_force, not_yet, ended, suspended, partly, continues_if_not_contrary or unknown.",
    ),
]
Explain: TypeAlias = Annotated[
    bool, typer.Option("--explain", help="The whole proof: each rule with its law, each statement with its quote and place.")
]
KnownAt: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--known-at",
        metavar="MOMENT",
        help="As it was known then, by what was ingested and decided until that day or moment (2024-01-31, 2024-01-31T12:00).",
    ),
]
Day: TypeAlias = Annotated[str | None, typer.Option("--on", metavar="DAY", help="2020-01-31 or 31/1/2020; today if not given.")]
Db: TypeAlias = Annotated[
    Path,
    typer.Option("--db", envvar="REGRAPH_DB", metavar="FOLDER", parser=parse_folder, help="The folder of the database."),
]
AsJson: TypeAlias = Annotated[bool, typer.Option("--json", help="Answer in JSON.")]
Limit: TypeAlias = Annotated[int, typer.Option("--limit", metavar="N", min=1, help="At most so many.")]
Parameters: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--parameter", "-p", metavar="KEY=VALUE", help="A parameter (KEY:=VALUE for one in JSON); again for another."),
]
Neo4jUri: TypeAlias = Annotated[
    str, typer.Option("--neo4j-uri", envvar="REGRAPH_NEO4J_URI", metavar="URI", help="As bolt://localhost:7687.")
]
Output: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="PATH",
        parser=parse_output,
        help="- is standard output, the default but for html (regraph.html) and folders.",
    ),
]
OneDoc: TypeAlias = Annotated[
    str | None, typer.Option("--doc", metavar="DOC", help="Only what is around this document, a symbol, number, name or id.")
]
Depth: TypeAlias = Annotated[
    int | None,
    typer.Option("--depth", metavar="N", min=0, help="With --doc: how many relations away a document may be; 1 if not given."),
]
InForceOn: TypeAlias = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help="Say of each document whether it was in force on 2020-01-31 or 31/1/2020."),
]
TextPaths: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--texts", metavar="PATH", help="For docbin and labelstudio: the texts that were ingested; again for another."),
]


class View(StrEnum):
    """What a picture without a browser shows."""

    LINEAGE = "lineage"
    TIMELINE = "timeline"
    SCHEME = "scheme"


OneView: TypeAlias = Annotated[
    View | None, typer.Option("--view", help="For svg and png: lineage if not given; a scheme (lược đồ) is that of --doc.")
]


class ExtractFormat(StrEnum):
    """How `regraph extract` prints."""

    JSONL = "jsonl"


class ExportFormat(StrEnum):
    """What `regraph export` writes."""

    CSV = "csv"
    CYPHER = "cypher"
    CYTOSCAPE = "cytoscape"
    DOCBIN = "docbin"
    GEXF = "gexf"
    GRAPHML = "graphml"
    HTML = "html"
    JSONL = "jsonl"
    JSONLD = "jsonld"
    LABELSTUDIO = "labelstudio"
    MERMAID = "mermaid"
    NEO4J_CSV = "neo4j-csv"
    NOTES = "notes"
    PNG = "png"
    SVG = "svg"
    TURTLE = "turtle"

    @property
    def default_output(self) -> Path:
        """Where the format goes when nothing is named: pictures and folders need a name, others are for pipes."""
        names = {"html": "regraph.html", "csv": "regraph-csv", "neo4j-csv": "regraph-neo4j-csv", "notes": "regraph-notes"}
        return Path(names.get(self, STDOUT))


def parse_day(text: str) -> str:
    """A day as people write it, in ISO form; UsageError when it is none.

    >>> parse_day("1/1/2020"), parse_day("2020-01-01"), parse_day("ngày 01 tháng 01 năm 2020")
    ('2020-01-01', '2020-01-01', '2020-01-01')
    """
    written = DAY.fullmatch(text.lower())
    try:
        day = iso(written) if written else date.fromisoformat(text).isoformat()
    except ValueError:
        day = None
    if day is None:
        raise UsageError(f"{text!r} is not a day; write it as 2020-01-31 or 31/1/2020")
    return day


def day_or_today(text: str | None) -> str:
    """A day as `parse_day` reads it, today when none is given."""
    return datetime.now().astimezone().date().isoformat() if text is None else parse_day(text)


@overload
def parse_moment(text: str) -> datetime: ...
@overload
def parse_moment(text: None) -> None: ...
def parse_moment(text: str | None) -> datetime | None:
    """A moment as people write it, in the time zone of this machine unless it names one; a day is its last moment.

    >>> parse_moment("31/1/2020").isoformat()[:19], parse_moment("2020-01-31T12:00:00+07:00").isoformat()
    ('2020-01-31T23:59:59', '2020-01-31T12:00:00+07:00')
    """
    if text is None:
        return None
    try:
        day = date.fromisoformat(parse_day(text))
    except UsageError:
        try:
            moment = datetime.fromisoformat(text)
        except ValueError as error:
            raise UsageError(f"{text!r} is no moment; write it as 2020-01-31, 31/1/2020 or 2020-01-31T12:00") from error
    else:
        moment = datetime.combine(day, time.max)
    return moment if moment.tzinfo else moment.astimezone()


def _integer(text: str) -> int:
    if not -(2**63) <= (number := int(text)) < 2**63:
        raise UsageError(f"{text} is too large; numbers of a graph have 64 bits")
    return number


def parse_parameters(pairs: Sequence[str]) -> dict[str, object]:
    """The parameters of a query: `key=value` is a string, `key:=value` a JSON value; UsageError for anything else.

    >>> parse_parameters(["number=96", "least:=2"])
    {'number': '96', 'least': 2}
    """
    found: dict[str, object] = {}
    for pair in pairs:
        written = PARAMETER.fullmatch(pair)
        if written is None:
            raise UsageError(f"{pair!r} is no parameter; write it as key=value")
        try:
            value = written["value"]
            found[written["key"]] = json.loads(value, parse_int=_integer) if written["json"] else value
        except ValueError as error:
            raise UsageError(f"{written['value']!r} is not JSON; write {written['key']}=value for a string") from error
    return found
