"""`regraph decide`: what a person decides where the sources do not tell, one function a command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from contextlib import closing, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from regraph import console
from regraph.errors import DataError, StorageError, UsageError
from regraph.guard import Outcome, guarded
from regraph.options import DEFAULT_DB, STDOUT, AsJson, Db, parse_day, parse_output
from regraph.pipeline.read import MAX_BYTES
from regraph.whole import write_whole

if TYPE_CHECKING:
    from regraph.graph.database import Database
    from regraph.graph.deciding import Standing
    from regraph.graph.decisions import Decision, Named, Verb
    from regraph.graph.stores.base import GraphStore

app = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
Thing = Annotated[
    str,
    typer.Argument(metavar="THING", help="A document, a person (name or id), or one mention by its place (a.txt:12-30)."),
]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="The reason, shown wherever the decision is.")]


@app.callback()
def decide() -> None:
    """Decide what the sources leave open. A decision holds over every later ingest and goes before all that sources say.

    \b
    Examples:
      regraph decide same 08-QĐ/TW 08-QĐ/TW@2018-10-25 --why 'same title'
      regraph decide not-same news.txt:120-131 96-QĐ/TW
      regraph decide choose 96-QĐ/TW issuer 'Bộ Chính trị'
      regraph decide list
    """


@app.command()
@guarded
def same(one: Thing, other: Thing, why: Why = None, db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """Two documents are one, or two persons are one. A place such as a.txt:12-30 means what is mentioned there alone.

    \b
    Examples:
      regraph decide same 08-QĐ/TW 08-QĐ/TW@2018-10-25
      regraph decide same 'Nguyễn Văn A (Bí thư)' 'Nguyễn Văn A (Chủ tịch)'
    """
    _decide(db, "same", lambda store: _two(store, one, other), why, as_json)


@app.command("not-same")
@guarded
def not_same(one: Thing, other: Thing, why: Why = None, db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """Two documents are not one, or two persons are not one: they stay apart, or come apart where they were taken for one.

    \b
    Examples:
      regraph decide not-same 08-QĐ/TW 08-QĐ/TW@2021-09-01
      regraph decide not-same news.txt:120-131 96-QĐ/TW
    """
    _decide(db, "not-same", lambda store: _two(store, one, other), why, as_json)


@app.command()
@guarded
def reject(
    statement: Annotated[
        str,
        typer.Argument(metavar="STATEMENT", help="Its id, or its place (a.txt:12-30) when it makes the only statement there."),
    ],
    why: Why = None,
    db: Db = DEFAULT_DB,
    as_json: AsJson = False,
) -> None:
    """A statement is wrong: it counts for nothing any more. `show` prints the places, `show --json` the ids.

    \b
    Examples:
      regraph decide reject news.txt:120-131
      regraph decide reject 0b0f39e2a54c12d7c8a1 --why 'the reporter mixed up two laws'
    """
    from regraph import things

    _decide(db, "reject", lambda store: (things.statement(store, statement),), why, as_json)


@app.command()
@guarded
def choose(
    doc: Annotated[str, typer.Argument(metavar="DOC", help="A document, as for `regraph show`.")],
    attribute: Annotated[
        str, typer.Argument(help="kind, number, symbol, issued, issuer, title, effective_from or effective_to.")
    ],
    value: Annotated[str, typer.Argument(help="One of the values that sources state; a day as 2020-01-31 or 31/1/2020.")],
    why: Why = None,
    db: Db = DEFAULT_DB,
    as_json: AsJson = False,
) -> None:
    """Of the values that sources state of a document, this one is right, whatever speaks for the others.

    \b
    Examples:
      regraph decide choose 96-QĐ/TW issuer 'Bộ Chính trị'
      regraph decide choose 262-QĐ/TW issued 8/10/2014 --why 'signed copy'
    """
    from regraph import things
    from regraph.graph.values import ATTRIBUTES

    if attribute not in ATTRIBUTES:
        raise UsageError(f"there is no attribute {attribute!r}; choose one of {', '.join(ATTRIBUTES)}")
    if attribute in ("issued", "effective_from", "effective_to") and not value.isdigit():
        value = parse_day(value)

    def named(store: GraphStore) -> tuple[Named, ...]:
        found = things.thing(store, doc)
        if found.type != "document":
            raise UsageError(f"{doc!r} is a person; a value is chosen for a document")
        things.check_stated(store, found.id, attribute, value)
        return (found,)

    _decide(db, "choose", named, why, as_json, attribute, value)


@app.command("list")
@guarded
def list_(db: Db = DEFAULT_DB, as_json: AsJson = False) -> None:
    """What was decided, when and why, and what today's sources no longer let be honoured.

    \b
    Examples:
      regraph decide list
      regraph decide list --json | jq '.[] | select(.hindrance)'
    """
    from regraph.graph.database import Database

    with Database.open(db, write=False) as database:
        found = database.decisions()
    if as_json:
        console.as_json([_told(standing) for standing in found])
    elif found:
        console.table(
            ["id", "decided", "decision", "why", "state"],
            [(s.decision.id, s.decision.decided[:16], s.decision.sentence, s.decision.why, _state(s)) for s in found],
        )
    else:
        console.note("Nothing was decided.")


@app.command()
@guarded
def undo(
    decision: Annotated[str, typer.Argument(metavar="ID", help="The id of a decision, or how it begins.")],
    db: Db = DEFAULT_DB,
    as_json: AsJson = False,
) -> None:
    """Take a decision back. What it overruled holds again.

    \b
    Example:
      regraph decide undo 3f2a
    """
    from regraph.graph.database import Database

    Database.open(db, write=False).close()
    with Database.open(db, write=True) as database:
        found = database.undo(decision)
    if as_json:
        console.as_json({"decision": found.id, "undone": found.sentence})
    else:
        console.answer(f"{found.id} undone: {found.sentence}")


@app.command("export")
@guarded
def export(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", parser=parse_output, help="Where to; - is standard output.")
    ] = STDOUT,
    db: Db = DEFAULT_DB,
    _as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line, as always.")] = True,
) -> None:
    """Write all decisions, one JSON object a line, in an order that does not change, for a colleague or for safe keeping.

    \b
    Examples:
      regraph decide export -o decisions.jsonl
      regraph decide export | git diff --no-index decisions.jsonl -
    """
    from regraph.graph.database import Database
    from regraph.graph.decisions import to_line

    with Database.open(db, write=False) as database:
        lines = [to_line(standing.decision) for standing in database.decisions()]

    def write(out: TextIO) -> None:
        out.writelines(f"{line}\n" for line in lines)

    if output == STDOUT:
        write(sys.stdout)
        return
    write_whole(output, write)
    console.note(f"{output}: {len(lines)} decisions")


@app.command("import")
@guarded
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="What `regraph decide export` wrote; - is standard input.")],
    db: Db = DEFAULT_DB,
    as_json: AsJson = False,
) -> None:
    """Add the decisions of a file. Those that are here already are left alone; of contrary ones the later holds.

    \b
    Examples:
      regraph decide import decisions.jsonl
      ssh office regraph decide export | regraph decide import -
    """
    from regraph.graph.database import Database
    from regraph.graph.decisions import from_line

    outcome, read = Outcome(), list["Decision"]()
    for number, line in enumerate(_lines(file), start=1):
        try:
            read += [from_line(line)] if line.strip() else []
        except DataError as error:
            outcome.failed(file, DataError(f"{file} line {number}: {error}"))
    outcome.done = len(read)
    with Database.open(db, write=True) as database:
        new = database.decide(read)
        idle = [s for s in database.decisions() if s.hindrance and s.decision.id in {decision.id for decision in read}]
    counts = {"new": new, "known": len(read) - new, "failed": len(outcome.failures), "not honoured": len(idle)}
    if as_json:
        console.as_json(counts)
    else:
        console.answer(", ".join(f"{number} {what}" for what, number in counts.items()))
    raise typer.Exit(outcome.exit_code)


def _lines(file: str) -> list[str]:
    try:
        with nullcontext(sys.stdin.buffer) if file == "-" else open(file, "rb") as source:
            data = source.read(MAX_BYTES + 1)
    except OSError as error:
        raise StorageError(f"{file} cannot be read ({error.strerror}); check the path") from error
    if len(data) > MAX_BYTES:
        raise DataError(f"{file} is larger than {MAX_BYTES >> 20} MB; import it in parts")
    try:
        return data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise DataError(f"{file} is not UTF-8; write it as `regraph decide export` does") from error


def _two(store: GraphStore, one: str, other: str) -> tuple[Named, ...]:
    from regraph import things

    found = things.thing(store, one), things.thing(store, other)
    if found[0].type != found[1].type:
        raise UsageError(f"{one!r} is a {found[0].type} and {other!r} a {found[1].type}; name two of one sort")
    if found[0].identity == found[1].identity:
        raise UsageError(f"{one!r} and {other!r} both mean {found[0].id}; name one mention of it by its place, as a.txt:12-30")
    return found


def _decide(
    db: Path,
    verb: Verb,
    named: Callable[[GraphStore], tuple[Named, ...]],
    why: str | None,
    as_json: bool,
    attribute: str | None = None,
    value: str | None = None,
) -> None:
    """Record one decision and say what it does to those before it."""
    from regraph.graph.database import Database
    from regraph.graph.decisions import Decision

    Database.open(db, write=False).close()  # a mistyped folder is told, not made
    with Database.open(db, write=True) as database:
        with closing(database.store()) as store:
            about = named(store)
        before = _honoured(database)
        decision = Decision(verb, about, attribute, value, why, datetime.now(UTC).isoformat(timespec="microseconds"))
        database.decide([decision])
        standings = database.decisions()
    [made] = [s for s in standings if s.decision.id == decision.id]
    overruled = [s.decision for s in standings if s.decision.id in before and s.hindrance and s is not made]
    if as_json:
        console.as_json({**_told(made), "overrules": [earlier.id for earlier in overruled]})
        return
    console.answer(f"{made.decision.id} decided: {made.decision.sentence}")
    if verb == "same" and (differing := _differing(*made.decision.things)):
        console.note(f"They differ in {', '.join(differing)}; to take it back: regraph decide undo {made.decision.id}")
    for earlier in overruled:
        console.note(f"This overrules {earlier.id} of {earlier.decided[:10]}: {earlier.sentence}.")
    if made.hindrance:
        console.note(f"Not honoured now: it {made.hindrance}.")


def _differing(one: Named, other: Named) -> list[str]:
    """What tells two documents from each other, with both values."""
    from regraph.graph.values import same_value

    known = dict(other.known_by) if other.type == "document" else {}
    pairs = ((name, value, known.get(name, value)) for name, value in one.known_by)
    return [f"{name} ({mine}, {theirs})" for name, mine, theirs in pairs if not same_value(name, mine, theirs)]


def _honoured(database: Database) -> Iterable[str]:
    return {standing.decision.id for standing in database.decisions() if standing.hindrance is None}


def _state(standing: Standing) -> str:
    return standing.hindrance or "honoured"


def _told(standing: Standing) -> dict[str, object]:
    made = standing.decision
    return {
        "decision": made.id,
        "verb": made.verb,
        "things": [thing.id for thing in made.things],
        "attribute": made.attribute,
        "value": made.value,
        "why": made.why,
        "decided": made.decided,
        "sentence": made.sentence,
        "hindrance": standing.hindrance,
    }
