"""The Python interface: a database opened once, asked many times, with tables that notebooks show and pandas takes.

import regraph

with regraph.open("regraph.db") as graph:
    graph.lineage("96-QĐ/TW").df()
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, overload

from regraph import answers
from regraph.errors import UsageError
from regraph.graph.database import Database
from regraph.graph.stores.base import Rows
from regraph.graph.stores.embedded import EmbeddedStore
from regraph.graph.stores.foreign import LIMITS, Limits
from regraph.queries import catalogue

if TYPE_CHECKING:
    import pandas

SHOWN = 60


class Table(Sequence[Mapping[str, Any]]):
    """The rows of an answer, each a dictionary by the names in ``columns``; days are ISO strings."""

    def __init__(self, columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
        self.columns = tuple(columns)
        self._rows = list(rows)

    @overload
    def __getitem__(self, index: int) -> Mapping[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> Table: ...
    def __getitem__(self, index: int | slice) -> Mapping[str, Any] | Table:
        return Table(self.columns, self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self)} rows of {', '.join(self.columns)}>"

    def df(self) -> pandas.DataFrame:
        """The table as a pandas DataFrame.

        Raises UsageError when pandas is not installed.
        """
        try:
            from pandas import DataFrame
        except ImportError:
            raise UsageError("pandas is not installed; install it with: pip install pandas") from None
        return DataFrame(self._rows, columns=list(self.columns))

    def _repr_html_(self) -> str:
        def cells(tag: str, values: Sequence[object]) -> str:
            return "".join(f"<{tag}>{html.escape('' if v is None else str(v))}</{tag}>" for v in values)

        body = "".join(f"<tr>{cells('td', [row.get(c) for c in self.columns])}</tr>" for row in self._rows[:SHOWN])
        more = f"<p>… {len(self) - SHOWN} more rows</p>" if len(self) > SHOWN else ""
        return f"<table><thead><tr>{cells('th', self.columns)}</tr></thead><tbody>{body}</tbody></table>{more}"


class Graph:
    """A database opened for reading; use `regraph.open`, in a ``with`` block or with `close`.

    A document is named as on the command line: `96-QĐ/TW`, `Quy định số 96`, a name, an id. A name that fits no document or
    several raises UsageError.
    """

    def __init__(self, store: EmbeddedStore, opened: ExitStack) -> None:
        self._store = store
        self._opened = opened

    @classmethod
    def open(cls, folder: str | Path) -> Self:
        """Open the database in ``folder``, the graph made first when it is older than what was ingested.

        Raises DataError when the folder holds no database, BusyError and StorageError as the commands do.

        >>> Graph.open("regraph.db").lineage("96-QĐ/TW")  # doctest: +SKIP
        <3 rows of generation, document, kind, symbol, issued, title, relation, via>
        """
        with ExitStack() as stack:
            database = stack.enter_context(Database.open(Path(folder), write=False))
            store = stack.enter_context(closing(database.store()))
            return cls(store, stack.pop_all())

    def close(self) -> None:
        """Give back the files; closing twice is allowed."""
        self._opened.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def documents(self) -> Table:
        """Every document that a main text names, with its values and its interval in force."""
        return self.query("documents")

    def document(self, doc: str) -> Mapping[str, Any]:
        """All that is known of one document: ``document``, ``relations`` and ``facts``, each with file, place and words."""
        return answers.card(self._store, self._id(doc))

    def lineage(self, doc: str) -> Table:
        """What the document replaced or followed, and what replaced or followed it."""
        return self.query("lineage", doc=doc)

    def in_force(self, on: str) -> Table:
        """The documents in force on a day, an ISO date."""
        return self.query("in-force", on=on)

    def query(self, name: str, **parameters: object) -> Table:
        """The answer to a query of the catalogue, which `queries` lists; a parameter ``doc`` is named as on the command line.

        Raises UsageError when there is no such query or a parameter is missing, unknown or no day or number where it should be.

        >>> Graph.open("regraph.db").query("family", doc="96-QĐ/TW", depth=2).df()  # doctest: +SKIP
        """
        return _table(answers.catalogued(self._store, name, parameters))

    def queries(self) -> Table:
        """The catalogue: each query with its purpose, parameters, columns and an example for the command line."""
        rows = [
            {
                "name": one.name, "purpose": one.purpose, "parameters": ", ".join(one.parameters),
                "columns": ", ".join(one.columns), "example": one.example,
            }
            for one in catalogue().values()
        ]  # fmt: skip
        return Table(("name", "purpose", "parameters", "columns", "example"), rows)

    def cypher(self, text: str, /, limits: Limits = LIMITS, **parameters: object) -> Table:
        """Your own read-only Cypher, with ``parameters`` for its `$names`, within ``limits`` of seconds and rows.

        It runs in a process of its own, which reads nothing but the graph: no file, no extension, no network. Raises UsageError
        when it is refused or goes beyond the limits.

        >>> Graph.open("regraph.db").cypher("MATCH (d:Document {symbol: $s}) RETURN d.title", s="96-QĐ/TW")  # doctest: +SKIP
        <1 rows of d.title>
        """
        return _table(self._store.foreign(text, parameters, limits))

    def _id(self, doc: str) -> str:
        return answers.the_one(self._store, doc)

    def _repr_html_(self) -> str:
        told = answers.summary(self._store)
        return f"<p>regraph: {told['documents']} documents, {told['relations']} relations, {told['conflicts']} conflicts</p>"


def _table(answer: Rows) -> Table:
    return Table(answer.columns, [dict(zip(answer.columns, row, strict=True)) for row in answer.rows])
