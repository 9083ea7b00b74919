"""Reading the `.cypher` files and running them on any store.

A file is standard Cypher that Neo4j runs as it is, once its parameters are set; what another engine words differently is a
property of its store. It begins with

// purpose: a sentence
// parameters: doc — what it means; depth = 5 — the meaning of one that has a default
// columns: the names of the columns, separated by commas
// order: -documents, body, by which columns the rows are ordered, a `-` before one from high to low; may be left out
// example: regraph query NAME -p doc=96-QĐ/TW

A query with the parameter `depth` follows paths. Its first column tells how many steps away a document is, backwards below 0.
Its last column, `cut`, is added here: true where the path goes on beyond `depth`.

After a line `// then, for each:` a file may ask on, for each row that was found, by its columns as parameters; what is found
then are further columns. Of the links of a path those stay whose `via` is one step nearer; after `// then, for each before:` and
`// then, for each after:` they may be asked apart. (An engine without indexes finds at once what it is given by its id; what it
knows from another match it finds only after it has looked at everything.)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from regraph.errors import UsageError
from regraph.graph.collector import still
from regraph.graph.effect_rules import STATUSES
from regraph.graph.stores.base import Cell, GraphStore, Rows, Then

HEAD = re.compile(
    r"// purpose: (?P<purpose>.+)\n// parameters: ?(?P<parameters>.*)\n// columns: (?P<columns>.+)\n"
    r"(?:// order: (?P<order>.+)\n)?// example: (?P<example>.+)\n"
)
# depth = 5 — how many steps at most
DECLARED = re.compile(r"(?P<name>\w+)(?: = (?P<default>[^—]+))? — (?P<meaning>.+)")
THEN = re.compile(r"^// then, for each(?P<way> before| after|):\n", re.MULTILINE)
PARAMETER = re.compile(r"\$(\w+)")
NAMED = re.compile(r"\bAS (\w+)")
DAYS = {"on", "from", "to"}
DEPTH, BEFORE = "depth", " before"
DEEPEST = 999  # ladybug would plan a longer path another way, and take a hundred times as long


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a parameter of a query means, and its value where none is given: a text, a number, or None when one must be given."""

    meaning: str
    default: str | int | float | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """A question of the catalogue: its name, what it answers, its parameters, its columns, their order, an example, its text.

    ``then`` is the text that is asked for each row found, if there is one, and gives the columns ``more``; of a path there may be
    one for what came before and one for what came after.
    """

    name: str
    purpose: str
    parameters: Mapping[str, Parameter]
    columns: tuple[str, ...]
    order: tuple[str, ...]
    example: str
    cypher: str
    then: Mapping[str, str]
    more: tuple[str, ...]


@cache
def catalogue() -> dict[str, Query]:
    """Every query by name, in alphabetical order.

    >>> catalogue()["issued-by"].parameters
    {'body': Parameter(meaning='name or id of the body', default=None)}
    """
    found = sorted(
        (file for file in files("regraph.queries").iterdir() if file.name.endswith(".cypher")), key=lambda file: file.name
    )
    queries = (_query(file.name.removesuffix(".cypher"), file.read_text(encoding="utf-8")) for file in found)
    return {query.name: query for query in queries}


def named(name: str) -> Query:
    """The query with this name; UsageError, with the nearest name, when there is none."""
    queries = catalogue()
    if name not in queries:
        near = get_close_matches(name, queries, n=1)
        hint = f"did you mean {near[0]}?" if near else "`regraph queries` lists them"
        raise UsageError(f"there is no query {name!r}; {hint}")
    return queries[name]


@still()
def run(store: GraphStore, name: str, /, **parameters: object) -> Rows:
    """The answer of `store` to the query `name`, its rows in the order of the query, else of their columns, nulls last.

    Raises UsageError when there is no such query, a parameter is missing or unknown, or what should be a day, a status or a
    number is none; otherwise as `GraphStore.rows` does.

    >>> run(store, "issued-by", body="Bộ Chính trị").rows[0][:2]  # doctest: +SKIP
    ('2014-10-08', 'Quy định 262-QĐ/TW@2014-10-08')
    """
    query = named(name)
    given = _given(query, parameters)
    found = _found(store, query, given)
    if DEPTH not in given:
        return Rows(query.columns, _ordered(query, found))
    depth = int(str(given[DEPTH]))
    within = [row for row in found if abs(row[0]) <= depth]
    beyond = len(within) < len(found)
    rows = [(*row, beyond and abs(row[0]) == depth) for row in (_nearer(query, within) if query.then else within)]
    return Rows(query.columns, _ordered(query, rows))


def _query(name: str, text: str) -> Query:
    head = HEAD.match(text)
    if head is None:
        raise ValueError(f"{name}.cypher does not begin with its purpose, parameters, columns and example")
    declared = [DECLARED.fullmatch(one) for one in head["parameters"].split("; ") if one]
    parameters = {one["name"]: Parameter(one["meaning"], _default(one["default"])) for one in declared if one}
    if len(parameters) != len(declared):
        raise ValueError(f"{name}.cypher has a parameter that is not written as: name — meaning")
    order = tuple(head["order"].split(", ")) if head["order"] else ()
    cypher, *then = THEN.split(text[head.end() :])
    columns = tuple(head["columns"].split(", "))
    more = tuple(NAMED.findall(then[-1].rpartition("RETURN")[2])) if then else ()
    texts = dict(zip(then[::2], then[1::2], strict=True))
    return Query(name, head["purpose"], parameters, columns, order, head["example"], cypher, texts, more)


def _default(text: str | None) -> str | int | float | None:
    if text is None:
        return None
    return int(text) if text.isdecimal() else float(text)


def _given(query: Query, parameters: Mapping[str, object]) -> dict[str, object]:
    """The values for a query, each as what its parameter takes."""
    given = {name: one.default for name, one in query.parameters.items() if one.default is not None} | dict(parameters)
    if given.keys() != query.parameters.keys():
        told = (
            f"{name} ({one.meaning})" if one.default is None else f"{name} ({one.meaning}; {one.default} if not given)"
            for name, one in query.parameters.items()
        )
        raise UsageError(f"the query {query.name} takes these parameters: {', '.join(told) or 'none'}")
    for name, one in query.parameters.items():
        if isinstance(one.default, int | float):
            given[name] = _number(name, given[name], type(one.default))
        elif not isinstance(given[name], str):
            given[name] = str(given[name])
        if name in DAYS:
            _check_day(str(given[name]))
    if {"from", "to"} <= given.keys() and str(given["from"]) > str(given["to"]):
        raise UsageError(f"{given['from']} is after {given['to']}; give the earlier day first")
    if (status := given.get("status")) is not None and status not in STATUSES:
        raise UsageError(f"{status!r} is no status; it is one of {', '.join(STATUSES)}")
    if DEPTH in given and not 0 < int(str(given[DEPTH])) <= DEEPEST:
        raise UsageError(f"{given[DEPTH]} steps cannot be followed; depth is a number from 1 to {DEEPEST}")
    return given


def _number(name: str, value: object, kind: type[int] | type[float]) -> int | float:
    try:
        return kind(str(value))
    except ValueError as error:
        raise UsageError(f"{value!r} is no number; write it as {name}=3") from error


def _found(store: GraphStore, query: Query, given: Mapping[str, object]) -> list[tuple[Cell, ...]]:
    """The rows of a query with what is then asked for each, of a path only as far as it is followed."""
    cypher = _in_dialect(query.cypher, store.dialect, given.get(DEPTH))
    values = {f"p_{name}": value for name, value in given.items() if name != DEPTH}
    columns = query.columns[:-1] if DEPTH in given else query.columns
    first = [column for column in columns if column not in query.more]
    then = []
    for way, text in query.then.items():
        asked = {f"p_{name}": name for name in PARAMETER.findall(text) if name in first}
        then.append(Then(_in_dialect(text, store.dialect, None), asked, _steps(way, given.get(DEPTH))))
    return store.rows_then(cypher, first, then, query.more, values)


def _steps(way: str, depth: object) -> range | None:
    """How many steps away a document is for which a link is asked; None when no path is followed."""
    if depth is None:
        return None
    most = int(str(depth))
    return range(-most, 0) if way == BEFORE else range(1, most + 1)


@cache
def _in_dialect(cypher: str, dialect: tuple[tuple[str, str], ...], depth: object) -> str:
    """The text as the engine words it.

    The greatest length of a path must stand in the text itself; one step more than wanted shows whether it was cut.
    """
    if depth is not None:
        cypher = cypher.replace(f"${DEPTH}", str(int(str(depth)) + 1))
    for pattern, replacement in dialect:
        cypher = re.sub(pattern, replacement, cypher)
    return PARAMETER.sub(r"$p_\1", cypher)  # a name alone, such as `$on`, may be a word that an engine reserves


def _nearer(query: Query, found: Sequence[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    """The rows of a path, once each, whose link is to one that is one step nearer, and where the path begins."""
    at, via = query.columns.index("document"), query.columns.index("via")
    known = {(row[0], row[at]) for row in found}
    for row in dict.fromkeys(found):
        nearer = row[0] - 1 if row[0] > 0 else row[0] + 1
        if not row[0] or (nearer, row[via]) in known:
            yield row


def _check_day(text: str) -> None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise UsageError(f"{text!r} is not a day; write it as 2024-01-31")


def _ordered(query: Query, rows: Iterable[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows once each, in the order of the query and then of all columns."""
    found = sorted(rows, key=lambda row: [(cell is None, cell) for cell in row])
    for column in reversed(query.order):
        at = query.columns.index(column.removeprefix("-"))
        high = column.startswith("-")
        found.sort(key=lambda row: ((row[at] is None) is not high, row[at]), reverse=high)
    return found
