"""The commands that ask a graph: a query of the catalogue by its name, or Cypher of the user's own."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from regraph import console
from regraph.guard import guarded
from regraph.options import DEFAULT_DB, STDOUT, AsJson, Db, Parameters, parse_parameters, query_names

if TYPE_CHECKING:
    from regraph.graph.stores.base import Cell, Rows
    from regraph.queries import Query


class AnswerFormat(StrEnum):
    """How the rows of an answer are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


Question: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="NAME|CYPHER",
        help="A query of the catalogue, your own read-only Cypher, or - for Cypher from standard input.",
        autocompletion=query_names,
    ),
]
QueryName: TypeAlias = Annotated[
    str | None, typer.Argument(metavar="[NAME]", help="One query; without it, all of them.", autocompletion=query_names)
]
Format: TypeAlias = Annotated[
    AnswerFormat, typer.Option("--format", help="A table for people, one JSON array, one JSON object a line, or CSV.")
]
Timeout: TypeAlias = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", min=0.1, max=86_400, help="Stop your own Cypher after so long.")
]
MaxRows: TypeAlias = Annotated[
    int, typer.Option("--max-rows", metavar="N", min=1, help="Stop your own Cypher when it answers more rows.")
]


@guarded
def query(
    question: Question,
    parameters: Parameters = None,
    form: Format = AnswerFormat.TABLE,
    timeout: Timeout = 30,
    max_rows: MaxRows = 100_000,
    db: Db = DEFAULT_DB,
    as_json: AsJson = False,
) -> None:
    """Ask a query of the catalogue, or your own read-only Cypher.

    `regraph queries` lists the catalogue. Your own Cypher runs in a process of its own that reads nothing but the graph: no file,
    no extension, no network.

    \b
    Examples:
      regraph query issued-by -p body='Bộ Chính trị'
      regraph query family -p doc=96-QĐ/TW -p depth=2
      regraph query changed -p from=2022-12-31 -p to=2023-12-31 --format csv > changed.csv
      regraph query 'MATCH (d:Document) WHERE d.kind = $kind RETURN d.symbol' -p kind='Quy định'
      regraph query - --format jsonl < mine.cypher
    """
    from regraph import answers
    from regraph.graph.stores.foreign import Limits

    given = parse_parameters(parameters or [])
    text = sys.stdin.read() if question == str(STDOUT) else question
    with answers.opened(db) as store:
        if question == str(STDOUT) or len(text.split()) > 1:
            answer = store.foreign(text, given, Limits(timeout, max_rows))
        else:
            answer = answers.catalogued(store, question, given)
    _print(answer, AnswerFormat.JSON if as_json else form)


@guarded
def queries(name: QueryName = None, as_json: AsJson = False) -> None:
    """List the queries of the catalogue, or show one: what it answers, its parameters, columns, an example and its Cypher.

    \b
    Examples:
      regraph queries
      regraph queries family
      regraph queries --json | jq -r '.[].example'
    """
    from regraph.queries import catalogue, named

    found = [named(name)] if name else list(catalogue().values())
    if as_json:
        console.as_json([_told(one) for one in found])
    elif name:
        _show(found[0])
    else:
        console.table(["query", "parameters", "purpose"], [(one.name, list(one.parameters), one.purpose) for one in found])


def _told(one: Query) -> Mapping[str, object]:
    parameters = {name: {"meaning": it.meaning, "default": it.default} for name, it in one.parameters.items()}
    return {
        "name": one.name, "purpose": one.purpose, "parameters": parameters, "columns": one.columns, "example": one.example,
        "cypher": one.cypher, "then": one.then,
    }  # fmt: skip


def _show(one: Query) -> None:
    console.heading(f"{one.name}: {one.purpose}")
    meanings = {
        name: it.meaning if it.default is None else f"{it.meaning}; {it.default} if not given"
        for name, it in one.parameters.items()
    }
    console.pairs(meanings)
    console.pairs({"columns": ", ".join(one.columns), "example": one.example})
    console.answer(f"\n{one.cypher.strip()}")
    for way, text in one.then.items():
        console.answer(f"\n// then, for each{way}:\n{text.strip()}")


def _print(answer: Rows, form: AnswerFormat) -> None:
    match form:
        case AnswerFormat.JSON:
            console.as_json(list(_objects(answer)))
        case AnswerFormat.JSONL:
            for one in _objects(answer):
                console.as_json(one)
        case AnswerFormat.CSV:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerows([answer.columns, *([_field(cell) for cell in row] for row in answer.rows)])
        case AnswerFormat.TABLE if answer.rows:
            console.table(answer.columns, answer.rows)
        case AnswerFormat.TABLE:
            console.note("No rows.")


def _objects(answer: Rows) -> Iterator[dict[str, Cell]]:
    return (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)


def _field(cell: Cell) -> object:
    """A cell as CSV has it: nothing for null, `true` and `false`, a list of texts joined by `" | "`, what has parts as JSON.

    >>> _field(["a", "b"]), _field([{"x": 1}]), _field(True)
    ('a | b', '[{"x": 1}]', 'true')
    """
    from regraph.graph.export.flat import LIST_SEPARATOR
    from regraph.graph.export.spreadsheet import harmless

    if isinstance(cell, list) and all(isinstance(item, str) for item in cell):
        return harmless(LIST_SEPARATOR.join(cell))
    if isinstance(cell, bool | list | dict):
        return json.dumps(cell, ensure_ascii=False)
    return None if cell is None else harmless(cell)
