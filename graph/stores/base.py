"""What every store of the graph can do, whichever engine keeps it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any, Protocol, TypeAlias

from regraph.errors import UsageError

Cell: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class Then:
    """What is asked on for rows that were found: `given` tells of its parameters the column that gives the value.

    It is asked for those rows whose first cell is `within` a range of steps; None: for all.
    """

    cypher: str
    given: Mapping[str, str]
    within: range | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query: the names of its columns and one tuple of cells for each row.

    A cell is a JSON value, the same on every engine: dates are ISO strings; a node is a dictionary of its properties
    with its label under `_label`, an edge one with its type under `_type`, a path a list of nodes and edges in turn.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


class GraphStore(Protocol):
    """A graph that answers read-only Cypher.

    `dialect` is what the engine words differently from the standard Cypher of the query catalogue: regular expressions
    and what to put in place of their matches.
    """

    dialect: tuple[tuple[str, str], ...]

    def rows(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """Answer one read-only Cypher query, with `parameters` for its `$names`.

        Raises UsageError when the engine refuses the query, with its message in one line; StorageError when the store
        cannot be reached any more.
        """
        ...

    def rows_then(
        self,
        cypher: str,
        columns: Sequence[str],
        then: Sequence[Then],
        more: Sequence[str],
        parameters: Mapping[str, object],
    ) -> list[tuple[Cell, ...]]:
        """Each row that `cypher` finds, of `columns`, with each row that is found for it then, of the columns `more`.

        A row for which nothing is asked is followed by nulls; one for which nothing is found is left out. Raises as `rows` does.
        """
        ...

    def close(self) -> None:
        """Give back the file or connection; closing twice is allowed."""
        ...


def scalar(value: object) -> Cell:
    """A single value of an engine as JSON has it, which knows no infinity.

    >>> scalar(Decimal("3")), scalar(date(2023, 2, 2)), scalar(float("inf"))
    (3, '2023-02-02', None)
    """
    match value:
        case float() if not isfinite(value):
            return None
        case None | bool() | int() | float() | str():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case date() | datetime() | time():
            return value.isoformat()
        case _:
            return str(value)


def one_line(message: str) -> str:
    """The message of an engine without its line breaks."""
    return " ".join(message.split())


def refuse_broken_text(cypher: str, parameters: Mapping[str, object] | None) -> None:
    """Raise UsageError when a text cannot be written as UTF-8, as one from a command line of another encoding may be."""
    try:
        json.dumps([cypher, parameters], ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise UsageError("the query holds bytes that are no UTF-8; set the terminal to UTF-8") from error
