"""The Python interface: a database opened once, asked many times, with tables that notebooks show and pandas takes.

import regraph

with regraph.open("regraph.db") as graph:
    graph.lineage("96-QĐ/TW").df()
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, overload

from regraph import answers, notebook, printing
from regraph.applies import norms_for
from regraph.errors import UsageError
from regraph.graph.export.extras import installing
from regraph.graph.stores.base import Rows
from regraph.graph.stores.embedded import EmbeddedStore
from regraph.graph.stores.foreign import LIMITS, Limits
from regraph.options import parse_day, parse_moment
from regraph.queries import catalogue

if TYPE_CHECKING:
    import pandas


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
            raise UsageError(f"pandas is not installed; {installing('pandas')}") from None
        return DataFrame(self._rows, columns=list(self.columns))

    def _repr_html_(self) -> str:
        return notebook.table(self.columns, self._rows)


class Lineage(Table):
    """What came before a document and after it, one row for each link; in a notebook a picture from left to right by year."""

    def _repr_html_(self) -> str:
        return notebook.lineage(self._rows)


class Card(Mapping[str, Any]):
    """All that is known of one document: ``document``, ``relations`` and ``facts``, each with file, place and words.

    In a notebook it shows the document, its relations and the quotes.
    """

    def __init__(self, found: Mapping[str, Any]) -> None:
        self._found = found

    def __getitem__(self, key: str) -> Any:
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def __repr__(self) -> str:
        told = self._found["document"]
        return f"<{printing.name(told)}: {len(self['relations'])} relations, {len(self['facts'])} statements>"

    def _repr_html_(self) -> str:
        return notebook.card(self._found)


class Graph:
    """A database opened for reading; use `regraph.open`, in a ``with`` block or with `close`.

    A document is named as on the command line: `96-QĐ/TW`, `Quy định số 96`, a name, an id. A name that fits no document or
    several raises UsageError.
    """

    def __init__(self, store: EmbeddedStore, opened: ExitStack) -> None:
        self._store = store
        self._opened = opened

    @classmethod
    def open(cls, folder: str | Path, known_at: str | None = None) -> Self:
        """Open the database in ``folder``, the graph made first when it is older than what was ingested.

        With ``known_at``, a day or a moment (`2024-01-31`, `2024-01-31T12:00`), all answers are by what had been ingested then.

        Raises DataError when the folder holds no database, BusyError and StorageError as the commands do.

        >>> regraph.open("regraph.db").lineage("96-QĐ/TW")  # doctest: +SKIP
        <3 rows of generation, document, kind, symbol, issued, title, relation, via>
        """
        with ExitStack() as stack:
            store = stack.enter_context(answers.opened(Path(folder), parse_moment(known_at) if known_at else None))
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

    def document(self, doc: str) -> Card:
        """All that is known of one document.

        >>> graph.document("96")["document"]["issued"]  # doctest: +SKIP
        '2023-02-02'
        """
        return Card(answers.card(self._store, self._id(doc)))

    def lineage(self, doc: str) -> Lineage:
        """What the document replaced or followed, and what replaced or followed it."""
        found = self.query("lineage", doc=doc)
        return Lineage(found.columns, found)

    def in_force(self, on: str) -> Table:
        """The documents in force on a day, an ISO date."""
        return self.query("in-force", on=parse_day(on))

    def status(self, doc: str, on: str, explain: bool = False) -> Mapping[str, Any]:
        """Whether the document was in force on a day, an ISO date: ``status``, the ``rule`` that gives it, and the ``evidence``.

        ``parts`` are the provisions with another status than the whole; with ``explain`` there is also the ``proof``.

        >>> graph.status("262-QĐ/TW", "2020-01-01")["status"]  # doctest: +SKIP
        'in_force'
        """
        return answers.force(self._store, self._id(doc), parse_day(on), explain)

    def timeline(self, doc: str) -> Table:
        """The periods of the document and of its provisions, each with its status and the rule that gives it."""
        found = answers.timeline(self._store, self._id(doc))
        return _table([*found["periods"], *found["parts"]])

    def changed(self, first: str, last: str) -> Table:
        """What began, ended or otherwise changed after the day ``first`` up to ``last``, both ISO dates."""
        return self.query("changed", **{"from": parse_day(first), "to": parse_day(last)})

    def applies(self, subject: str, on: str, condition: str | None = None) -> Table:
        """What somebody must, must not or may do on a day, an ISO date, the nearest to what is asked first.

        ``condition`` are words of the condition that is met.

        >>> graph.applies("chi bộ", "2024-05-01", "đặc thù")[0]["limit"]  # doctest: +SKIP
        {'at_most': 3, 'unit': 'lần', 'per': 'năm'}
        """
        return _table(norms_for(self._store, subject, parse_day(on), condition))

    def query(self, name: str, **parameters: object) -> Table:
        """The answer to a query of the catalogue, which `queries` lists; a parameter ``doc`` is named as on the command line.

        Raises UsageError when there is no such query or a parameter is missing, unknown or no day or number where it should be.

        >>> regraph.open("regraph.db").query("family", doc="96-QĐ/TW", depth=2).df()  # doctest: +SKIP
        """
        return _answer(answers.catalogued(self._store, name, parameters))

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

        >>> regraph.open("regraph.db").cypher("MATCH (d:Document {symbol: $s}) RETURN d.title", s="96-QĐ/TW")  # doctest: +SKIP
        <1 rows of d.title>
        """
        return _answer(self._store.foreign(text, parameters, limits))

    def _id(self, doc: str) -> str:
        return answers.the_one(self._store, doc)

    def _repr_html_(self) -> str:
        told = answers.summary(self._store)
        return f"<p>regraph: {told['documents']} documents, {told['relations']} relations, {told['conflicts']} conflicts</p>"


def _answer(answer: Rows) -> Table:
    return Table(answer.columns, [dict(zip(answer.columns, row, strict=True)) for row in answer.rows])


def _table(rows: Sequence[Mapping[str, Any]]) -> Table:
    return Table(tuple(rows[0]) if rows else (), rows)
