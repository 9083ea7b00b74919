"""Reading the `.cypher` files and running them on any store.

A file is standard Cypher that Neo4j runs as it is; what another engine words differently is a property of its store.
It begins with three lines: `// purpose:` a sentence, `// parameters:` pairs of name and meaning joined by ` — ` and
separated by `; `, and `// columns:` the names of the columns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from regraph.errors import UsageError
from regraph.graph.effect_rules import STATUSES
from regraph.graph.stores.base import Cell, GraphStore, Rows

# // purpose: The documents that a body issued.
# // parameters: body — name or id of the body
# // columns: issued, document, kind
HEAD = re.compile(r"// purpose: (?P<purpose>.+)\n// parameters: ?(?P<parameters>.*)\n// columns: (?P<columns>.+)\n")
STEPS = re.compile(r"^// first: (?P<first>\w+)\n(?P<before>[^;]*?)^// then\n", re.MULTILINE)
PARAMETER = re.compile(r"\$(\w+)")
DAYS = {"on", "from", "to"}


@dataclass(frozen=True, slots=True)
class Query:
    """A question of the catalogue: its name, what it answers, its parameters with their meaning, its columns, its text.

    ``first`` names a parameter whose value are the rows of the answer to ``before``, as maps; behind a `_` follows the name of a
    column for the list of its values. Where there are none, there is no answer. By the values of a list that it is given an
    engine finds at once what by those of another match it would find only after looking at everything.
    """

    name: str
    purpose: str
    parameters: Mapping[str, str]
    columns: tuple[str, ...]
    cypher: str
    first: str | None = None
    before: str = ""


@cache
def catalogue() -> dict[str, Query]:
    """Every query by name, in alphabetical order.

    >>> catalogue()["issued-by"].parameters
    {'body': 'name or id of the body'}
    """
    found = sorted(
        (file for file in files("regraph.queries").iterdir() if file.name.endswith(".cypher")), key=lambda file: file.name
    )
    queries = (_query(file.name.removesuffix(".cypher"), file.read_text(encoding="utf-8")) for file in found)
    return {query.name: query for query in queries}


def run(store: GraphStore, name: str, /, **parameters: str) -> Rows:
    """The answer of `store` to the query `name`, its rows in the order of their columns from left to right, nulls last.

    Raises UsageError when there is no such query, a parameter is missing or unknown, or what should be a day or a status is
    none; otherwise as `GraphStore.rows` does.

    >>> run(store, "issued-by", body="Bộ Chính trị").rows[0][:2]  # doctest: +SKIP
    ('2014-10-08', 'Quy định 262-QĐ/TW@2014-10-08')
    """
    query = _named(name)
    if parameters.keys() != query.parameters.keys():
        wanted = ", ".join(f"{parameter} ({meaning})" for parameter, meaning in query.parameters.items()) or "none"
        raise UsageError(f"the query {name} takes these parameters: {wanted}")
    for parameter in parameters.keys() & DAYS:
        _check_day(parameters[parameter])
    if (status := parameters.get("status")) is not None and status not in STATUSES:
        raise UsageError(f"{status!r} is no status; it is one of {', '.join(STATUSES)}")
    given: dict[str, object] = dict(parameters)
    if query.first:
        before = _asked(store, query.before, given)
        if not before.rows:
            return Rows(query.columns, [])
        given[query.first] = [dict(zip(before.columns, row, strict=True)) for row in before.rows]
        for at, column in enumerate(before.columns):
            given[f"{query.first}_{column}"] = [row[at] for row in before.rows]
    answer = _asked(store, query.cypher, given)
    return Rows(answer.columns, sorted(answer.rows, key=_order))


def _asked(store: GraphStore, cypher: str, parameters: Mapping[str, object]) -> Rows:
    for pattern, replacement in store.dialect.items():
        cypher = re.sub(pattern, replacement, cypher)
    named = set(PARAMETER.findall(cypher))
    # A name alone, such as `$on`, may be a word that an engine reserves.
    return store.rows(PARAMETER.sub(r"$p_\1", cypher), {f"p_{key}": value for key, value in parameters.items() if key in named})


def _query(name: str, text: str) -> Query:
    head = HEAD.match(text)
    if head is None:
        raise ValueError(f"{name}.cypher does not begin with its purpose, parameters and columns")
    pairs = [pair.split(" — ", 1) for pair in head["parameters"].split("; ") if pair]
    columns, cypher, first, before = tuple(head["columns"].split(", ")), text[head.end() :], None, ""
    if steps := STEPS.search(cypher):
        first, before, cypher = steps["first"], steps["before"], cypher[: steps.start()] + cypher[steps.end() :]
    return Query(name, head["purpose"], dict(pairs), columns, cypher, first, before)


def _named(name: str) -> Query:
    queries = catalogue()
    if name not in queries:
        near = get_close_matches(name, queries, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(queries)}"
        raise UsageError(f"there is no query {name!r}; {hint}")
    return queries[name]


def _check_day(text: str) -> None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise UsageError(f"{text!r} is not a day; write it as 2024-01-31")


def _order(row: tuple[Cell, ...]) -> list[tuple[bool, Cell]]:
    return [(cell is None, cell) for cell in row]
