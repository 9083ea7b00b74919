"""The command line: a thin layer over the library, one function a command."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regraph import applies, asking, console, decide
from regraph.errors import OK, BusyError, DataError, StorageError, UsageError
from regraph.guard import DEBUG, Outcome, guarded
from regraph.options import (
    DEFAULT_DB,
    STDOUT,
    AsJson,
    Between,
    Day,
    Db,
    Depth,
    Doc,
    Explain,
    ExportFormat,
    ExtractFormat,
    FromDay,
    HasStatus,
    InForceOn,
    KnownAt,
    Limit,
    MaybeDoc,
    Neo4jUri,
    OneDoc,
    OneView,
    Output,
    Paths,
    TextPaths,
    ToDay,
    day_or_today,
    parse_day,
    parse_moment,
)
from regraph.pipeline.read import Failure, read

if TYPE_CHECKING:
    from regraph.model import Text
    from regraph.pipeline.strict import Remark

app = typer.Typer(
    name="regraph",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(decide.app, name="decide")


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        console.answer(f"regraph {version('regraph')}")
        raise typer.Exit


@app.callback()
def regraph(
    _shown: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
    debug: Annotated[bool, typer.Option("--debug", envvar=DEBUG, help="Show where an error comes from.")] = False,
) -> None:
    """Which Vietnamese documents replace, repeal, amend or guide which, from when to when, and where it is said.

    \b
    Start:
      regraph ingest news/            read texts into the database regraph.db
      regraph show 96-QĐ/TW           all that is known of one document
      regraph lineage 96-QĐ/TW        what came before and after it
      regraph in-force --on 1/1/2020  what was in force on a day
      regraph timeline 03-HD/TW       from when to when one document holds, and by which rule
      regraph changed --between 2022-12-31 2023-12-31
    """
    if debug:
        os.environ[DEBUG] = "1"


@app.command()
@guarded
def ingest(paths: Paths, db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """Read texts into the database. A text that was read before and is the same adds nothing.

    A file NAME.tsv is a registry: a table with the columns kind and symbol, and title, issued, issuer or effective (or loai,
    so_hieu, trich_yeu, ngay_ban_hanh, co_quan, ngay_hieu_luc). Where sources differ it goes before all but a document's own text.

    \b
    Examples:
      regraph ingest news/
      regraph ingest official.tsv
      regraph ingest 'news/2023-*.txt' laws/ --db party.db
      pdftotext law.pdf - | regraph ingest -
    """
    from regraph import answers
    from regraph.graph.database import Database
    from regraph.pipeline.registry import is_registry, read_registry

    outcome, changed = Outcome(), 0
    with Database.open(db, write=True) as database, console.progress("Reading") as at:
        for source in _texts(paths, outcome, at):
            try:
                for fault in read_registry(source).faults if is_registry(source) else ():
                    outcome.failed(source.name, DataError(fault))
                changed += database.ingest(source)
                outcome.done += 1
            except (StorageError, BusyError, OSError):
                raise
            except Exception as error:
                outcome.failed(source.name, error)
        at("is done, making the graph")
        with closing(database.store()) as store:
            totals = answers.summary(store)
    sources = {"read": changed, "unchanged": outcome.done - changed, "failed": len(outcome.failures)}
    if as_json:
        console.as_json(sources | totals)
    else:
        console.answer(", ".join(f"{number} {what}" for what, number in sources.items()))
        console.answer(f"{db}: " + ", ".join(f"{number} {what}" for what, number in totals.items()))
    raise typer.Exit(outcome.exit_code)


@app.command()
@guarded
def extract(
    paths: Paths,
    _format: Annotated[ExtractFormat, typer.Option("--format", help="One JSON object a line.")] = ExtractFormat.JSONL,
    _as_json: Annotated[bool, typer.Option("--json", help="The same as --format jsonl.")] = True,
) -> None:
    """Print what each text says, one JSON object a line. No database is touched.

    \b
    Examples:
      regraph extract news/a.txt
      regraph extract laws/ | jq -r '.documents[].symbol'
    """
    from regraph.pipeline.extract import extract
    from regraph.pipeline.output import to_json

    outcome = Outcome()
    with console.progress("Reading") as at:
        for source in _texts(paths, outcome, at):
            try:
                _refuse_registry(source)
                found = to_json(extract(source))
            except Exception as error:
                outcome.failed(source.name, error)
                continue
            console.as_json(found)
            outcome.done += 1
    raise typer.Exit(outcome.exit_code)


@app.command()
@guarded
def show(doc: Doc, db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """All that is known of one document: values, interval in force, relations, and where each is said.

    \b
    Examples:
      regraph show 96-QĐ/TW
      regraph show 'Quy định 96' --json | jq .facts
    """
    from regraph import answers, printing

    with answers.opened(db) as store:
        found = answers.card(store, answers.the_one(store, doc))
    if as_json:
        console.as_json(found)
    else:
        printing.card(found)


@app.command()
@guarded
def lineage(doc: Doc, db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """What a document replaced or followed, and what replaced or followed it, over all generations.

    \b
    Example:
      regraph lineage 96-QĐ/TW
    """
    from regraph import answers, printing

    with answers.opened(db) as store:
        found = answers.rows(store, "lineage", doc=answers.the_one(store, doc))
    if as_json:
        console.as_json(found)
    else:
        printing.lineage(found)


@app.command("in-force")
@guarded
def in_force(
    doc: MaybeDoc = None,
    on: Day = None,
    first: FromDay = None,
    last: ToDay = None,
    status: HasStatus = None,
    explain: Explain = False,
    known_at: KnownAt = None,
    db: Db = DEFAULT_DB,
    as_json: AsJson = False,
) -> None:
    """What was in force on a day or between two, or whether one document was, and what this rests on.

    \b
    The answer about a document is one of
      in_force, not_yet, ended, suspended (for a time),
      partly (in force, but not, or not surely, in all its provisions),
      continues_if_not_contrary (what it guides was replaced or amended: it holds as far as it is not contrary),
      unknown (what is known does not decide it; --explain tells why).

    \b
    Examples:
      regraph in-force --on 2020-01-01
      regraph in-force --from 2020-01-01 --to 2020-12-31
      regraph in-force 262-QĐ/TW@2014-10-08 --on 1/1/2020 --explain
      regraph in-force --on 2020-01-01 --status unknown
      regraph in-force 03-HD/TW --known-at 2024-01-31
    """
    from regraph import answers, printing

    between = first is not None or last is not None
    moment = parse_moment(known_at)
    if between and (first is None or last is None or any(given is not None for given in (on, doc, status))):
        raise UsageError(
            "--from and --to go together, without DOC, --on and --status; `regraph timeline DOC` is about one document"
        )
    if doc is not None and status is not None:
        raise UsageError("--status is about all documents; leave it out to ask about one")
    day = day_or_today(on)
    with answers.opened(db, moment) as store:
        if doc is not None:
            found = answers.force(store, answers.the_one(store, doc), day, explain)
        elif first is not None and last is not None:
            all_found = answers.rows(store, "between", **{"from": parse_day(first), "to": parse_day(last)})
        elif status is not None:
            all_found = answers.rows(store, "status", on=day, status=status)
        else:
            all_found = answers.rows(store, "in-force", on=day)
            counts = {row["status"]: row["documents"] for row in answers.rows(store, "counts", on=day)}
        if explain and doc is None:
            all_found = answers.explained(store, all_found)
    if as_json:
        console.as_json(all_found if doc is None else found)
    elif doc is not None:
        printing.force(found)
    else:
        if not all_found:
            when = f"between {first} and {last}" if between else f"on {day}"
            known = f" by what was known at {moment:%Y-%m-%d %H:%M}" if moment else ""
            console.note(f"No document is known to have been {printing.STATUS[status or 'in_force']} {when}{known}.")
        elif between:
            printing.between(all_found)
        else:
            printing.in_force(all_found)
        if not between and not status and (unclear := counts.get("unknown")):
            console.note(f"Of {unclear} more it is not known: regraph in-force --on {day} --status unknown")


@app.command()
@guarded
def changed(
    between: Between, explain: Explain = False, known_at: KnownAt = None, db: Db = DEFAULT_DB, as_json: AsJson = False
) -> None:
    """What came into force, ended, was suspended or otherwise changed between two days, and why.

    \b
    Examples:
      regraph changed --between 2022-12-31 2023-12-31
      regraph changed --between 1/1/2025 1/7/2025 --json | jq -r '.[] | select(.after == "ended").document'
    """
    from regraph import answers, printing

    first, last = map(parse_day, between)
    with answers.opened(db, parse_moment(known_at)) as store:
        found = answers.rows(store, "changed", **{"from": first, "to": last})
        if explain:
            found = answers.explained(store, found)
    if as_json:
        console.as_json(found)
    elif found:
        printing.changed(found)
    else:
        console.note(f"Nothing is known to have changed after {first} up to {last}.")


@app.command()
@guarded
def timeline(doc: Doc, explain: Explain = False, known_at: KnownAt = None, db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """From when to when a document and its provisions are in force, suspended or ended, with the rule for each.

    \b
    Examples:
      regraph timeline 96-QĐ/TW
      regraph timeline 03-HD/TW --explain
    """
    from regraph import answers, printing

    with answers.opened(db, parse_moment(known_at)) as store:
        found = answers.timeline(store, answers.the_one(store, doc), explain)
    if as_json:
        console.as_json(found)
    else:
        printing.timeline(found)


app.command()(applies.applies)


@app.command()
@guarded
def conflicts(db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """Values on which sources differ, with the quotes, the one that was chosen, and why.

    \b
    Example:
      regraph conflicts
    """
    from regraph import answers, printing

    with answers.opened(db) as store:
        found = answers.rows(store, "conflicts")
    if as_json:
        console.as_json(found)
    elif found:
        printing.conflicts(found)
    else:
        console.note("The sources do not contradict each other.")


@app.command()
@guarded
def unsure(db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """Mentions that several documents fit, or one not surely, which therefore stay apart: the quotes, and what would decide.

    \b
    Examples:
      regraph unsure
      regraph unsure --json | jq -r '.[].candidates[].decide'
    """
    from regraph import answers, printing

    default = (DEFAULT_DB, Path(os.environ.get("REGRAPH_DB", DEFAULT_DB)))
    with answers.opened(db) as store:
        found = answers.unsure(store, () if db in default else ("--db", str(db)))
    if as_json:
        console.as_json(found)
    elif found:
        printing.unsure(found)
    else:
        console.note("No mention fits several documents.")


@app.command()
@guarded
def missing(limit: Limit = 20, db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """Documents that are cited most and whose own text is not among the sources: what to look for next.

    \b
    Examples:
      regraph missing
      regraph missing --limit 100 --json | jq -r '.[].symbol'
    """
    from regraph import answers, printing

    with answers.opened(db) as store:
        found = answers.missing(store, limit)
    if as_json:
        console.as_json(found)
    elif found:
        printing.missing(found)
    else:
        console.note("The text of every document that is cited is here.")


app.command()(asking.query)
app.command()(asking.queries)


@app.command()
@guarded
def export(
    form: Annotated[ExportFormat, typer.Option("--format", help="What to write.")],
    output: Output = None,
    doc: OneDoc = None,
    depth: Depth = None,
    on: InForceOn = None,
    view: OneView = None,
    texts: TextPaths = None,
    db: Db = DEFAULT_DB,
    as_json: AsJson = False,
) -> None:
    """Write the graph, or what is around one document, for other programs or as a picture.

    \b
    Pictures: html (into regraph.html), svg, png, mermaid
    Programs: graphml, gexf, cytoscape, csv (a folder), jsonl, cypher, neo4j-csv (a folder)
    Notes and data: notes (a folder of Markdown), turtle, jsonld
    For annotators: docbin (spaCy), labelstudio

    \b
    Examples:
      regraph export --format html
      regraph export --format svg --doc 96-QĐ/TW --depth 2 -o lineage.svg
      regraph export --format png --doc 69-QĐ/TW --view scheme -o scheme.png
      regraph export --format gexf --on 1/1/2020 -o graph.gexf
      regraph export --format docbin --texts news/ -o news.spacy
      regraph export --format jsonl | wc -l
    """
    from regraph import exporting
    from regraph.graph.database import Database

    with Database.open(db, write=False) as database:
        graph, centre = exporting.wanted(database, doc, depth, parse_day(on) if on is not None else None)
    target = output or form.default_output
    exporting.write(graph, form, target, texts or [], view.value if view else None, centre)
    if target == STDOUT:
        return
    if as_json:
        console.as_json({"file": str(target), "nodes": len(graph.nodes), "edges": len(graph.edges)})
    else:
        console.note(f"{target}: {len(graph.nodes)} nodes, {len(graph.edges)} edges")


@app.command()
@guarded
def load(neo4j_uri: Neo4jUri, db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """Make a Neo4j database equal to the graph; what others wrote there is left alone.

    User, password and database come from REGRAPH_NEO4J_USER (neo4j if not set), REGRAPH_NEO4J_PASSWORD and REGRAPH_NEO4J_DATABASE
    (the user's own if not set).

    \b
    Example:
      REGRAPH_NEO4J_PASSWORD=… regraph load --neo4j-uri bolt://localhost:7687
    """
    from regraph.graph.database import Database
    from regraph.graph.stores.server import Neo4jStore

    with Database.open(db, write=False) as database:
        graph = database.graph()
    user, password = os.environ.get("REGRAPH_NEO4J_USER", "neo4j"), os.environ.get("REGRAPH_NEO4J_PASSWORD")
    if password is None:
        raise UsageError("the password of the Neo4j user is missing; set REGRAPH_NEO4J_PASSWORD")
    with console.progress("Loading"), Neo4jStore(neo4j_uri, user, password, os.environ.get("REGRAPH_NEO4J_DATABASE")) as store:
        changes = asdict(store.load(graph))
    if as_json:
        console.as_json(changes)
    else:
        console.answer(", ".join(f"{number} {what}" for what, number in changes.items()))


@app.command()
@guarded
def doctor(
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]...", help="Texts to read strictly; without any, the installation and the database."),
    ] = None,
    db: Db = DEFAULT_DB,
    as_json: AsJson = False,
) -> None:
    """Check this installation and the database, or list what in a text looks like a reference and was not read.

    \b
    Examples:
      regraph doctor
      regraph doctor news/a.txt
    """
    if texts:
        raise typer.Exit(_read_strictly(texts, as_json))
    from regraph.doctor import checks

    found = list(checks(db))
    if as_json:
        console.as_json([{"check": c.name, "ok": c.error is None, "detail": c.detail} for c in found])
    else:
        console.table(["", "check", "detail"], [("ok" if c.error is None else "BAD", c.name, c.detail) for c in found])
    raise typer.Exit(next((c.error.exit_code for c in found if c.error), OK))


def _read_strictly(paths: list[str], as_json: bool) -> int:
    """Print what of each text was not read, and why; the exit code."""
    from regraph.pipeline.strict import reading

    outcome = Outcome()
    for source in _texts(paths, outcome, lambda _: None):
        try:
            _refuse_registry(source)
            found = reading(source)
        except Exception as error:
            outcome.failed(source.name, error)
            continue
        outcome.done += 1
        if as_json:
            console.as_json(
                {
                    "source": source.name,
                    "read": found.read,
                    "share_unread": found.share_unread,
                    "unread": [_as_json(remark) for remark in found.unread],
                    "doubtful": [_as_json(remark) for remark in found.doubtful],
                }
            )
            continue
        console.heading(f"{source.name}: {found.read} references read, {len(found.unread)} not ({found.share_unread:.1%})")
        for why, remarks in (("why not", found.unread), ("read, but doubtful", found.doubtful)):
            if remarks:
                rows = [(f"{r.span.start}-{r.span.end}", r.words, r.reason) for r in remarks]
                console.table(["characters", "words", why], rows)
    return outcome.exit_code


def _texts(paths: list[str], outcome: Outcome, at: Callable[[str], None]) -> Iterator[Text]:
    """Each text that can be read, its name given to ``at``; of the others it is told why not."""
    for source in read(paths):
        at(source.name)
        if isinstance(source, Failure):
            outcome.failed(source.name, source.error)
        else:
            yield source


def _refuse_registry(source: Text) -> None:
    from regraph.pipeline.registry import is_registry

    if is_registry(source):
        raise DataError(f"{source.name} is a registry, no text; `regraph ingest` reads it")


def _as_json(remark: Remark) -> dict[str, object]:
    return {"start": remark.span.start, "end": remark.span.end, "words": remark.words, "reason": remark.reason}
