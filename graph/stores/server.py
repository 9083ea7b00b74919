"""The graph on a Neo4j server, over Bolt: loaded by difference, read in read-only transactions."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import neo4j.graph
from neo4j import READ_ACCESS, GraphDatabase, NotificationMinimumSeverity, Query, Result, Session
from neo4j.exceptions import ClientError, DriverError, Neo4jError

from regraph.errors import DataError, RegraphError, StorageError, UsageError
from regraph.graph.collector import still
from regraph.graph.ontology import ONTOLOGY
from regraph.graph.stores.base import Cell, Rows, Then, one_line, refuse_broken_text, scalar
from regraph.graph.stores.loading import Changes, load
from regraph.model import Graph

SCHEMES = {"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"}
PARAMETER = re.compile(r"\$(?P<name>\w+)")
INTERNAL = re.compile(r"ResolvedIPv\dAddress\(\('(?P<host>[^']+)', (?P<port>\d+)[^)]*\)\)| \(deadline Deadline\([^)]*\)\)")
ALL = -1  # rows that are fetched at once; all are kept anyway
PLAIN = frozenset({str, int, bool, type(None)})
SECONDS = 10.0  # how long to try a connection, and a transaction that the server asks to repeat

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what it has to say comes as an error too


class Neo4jStore:
    """The database `database` (None: the user's own) of the server at `uri`, until `close` or the end of a `with` block.

    Raises StorageError when the server does not answer, UsageError when it refuses the user, password or database or
    when `uri` is none.

    >>> with Neo4jStore("bolt://localhost:7687", "neo4j", "secret", None) as store:  # doctest: +SKIP
    ...     store.load(graph)
    Changes(added=318, changed=0, removed=0)
    """

    dialect: tuple[tuple[str, str], ...] = ()

    def __init__(self, uri: str, user: str, password: str, database: str | None) -> None:
        self._address = _address(uri)
        self._database = database
        self._driver = GraphDatabase.driver(
            uri,
            auth=(user, password),
            connection_timeout=SECONDS,
            connection_acquisition_timeout=SECONDS,
            max_transaction_retry_time=SECONDS,
            notifications_min_severity=NotificationMinimumSeverity.OFF,
        )
        try:
            with self._session("the connection") as session:
                session.run("RETURN 1").consume()
        except RegraphError:
            self.close()
            raise

    def rows(self, cypher: str, parameters: Mapping[str, object] | None = None) -> Rows:
        """Answer one read-only Cypher query; see `GraphStore.rows`.

        It goes there and back once, without a transaction of the driver; one that the driver repeats is for what failed and may
        be asked again, as where a connection broke.
        """
        refuse_broken_text(cypher, parameters)
        given = dict(parameters or {})
        with self._session("the query", default_access_mode=READ_ACCESS, fetch_size=ALL) as session:
            try:
                return _answer(session.run(Query(cypher), given))
            except (Neo4jError, DriverError) as error:
                if not error.is_retryable():
                    raise
            return session.execute_read(lambda transaction: _answer(transaction.run(cypher, given)))

    def rows_then(
        self,
        cypher: str,
        columns: Sequence[str],
        then: Sequence[Then],
        more: Sequence[str],
        parameters: Mapping[str, object],
    ) -> list[tuple[Cell, ...]]:
        """Ask for all at once; see `GraphStore.rows_then`."""
        if not then:
            return self._together(cypher, columns, parameters)
        parts = [_asked_on(one, columns[0], more) for one in then]
        steps = [_is_within(columns[0], one.within) for one in then if one.within is not None]
        if len(steps) == len(then):
            nothing = ", ".join(f"null AS {column}" for column in more)
            parts.append(f"WITH {columns[0]} WHERE NOT ({' OR '.join(steps)}) RETURN {nothing}")
        names = ", ".join(columns)
        every = f"CALL () {{ {cypher} }} CALL ({names}) {{ {' UNION ALL '.join(parts)} }} RETURN {names}, {', '.join(more)}"
        return self.rows(every, parameters).rows

    def _together(self, cypher: str, columns: Sequence[str], parameters: Mapping[str, object]) -> list[tuple[Cell, ...]]:
        """All rows as one record: for each record of its own the driver waits and looks around anew."""
        [[rows]] = self.rows(f"CALL () {{ {cypher} }} RETURN collect([{', '.join(columns)}])", parameters).rows
        return [tuple(row) for row in rows]

    def load(self, graph: Graph) -> Changes:
        """Make what regraph wrote to the database equal to `graph`: add, change and remove what differs, nothing else.

        A load that is cut short is completed by the next one; a second load of the same graph writes nothing.

        Raises DataError when the graph breaks the ontology or a node that somebody else wrote has an id of the graph,
        StorageError when the server cannot be reached or refuses a change.
        """
        with still():
            ONTOLOGY.check(graph)
            with self._session("the load") as session:
                return load(session, graph)

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _session(self, what: str, **settings: Any) -> Iterator[Session]:
        """A session of the driver with these settings, whose errors are told as regraph's own."""
        try:
            with self._driver.session(database=self._database, **settings) as session:
                yield session
        except Neo4jError as error:
            raise self._refused(error, what) from error
        except DriverError as error:
            raise StorageError(
                f"cannot reach a Neo4j server at {self._address}: {_plainly(error)}; check the address and that it runs"
            ) from error

    def _refused(self, error: Neo4jError, what: str) -> RegraphError:
        code, message = error.code or "", one_line(error.message or "")
        if code.startswith("Neo.ClientError.Security."):
            return UsageError(
                f"the Neo4j server at {self._address} refused the user ({message}); "
                "set REGRAPH_NEO4J_USER and REGRAPH_NEO4J_PASSWORD"
            )
        if code.startswith("Neo.ClientError.Database."):
            return UsageError(f"the Neo4j server at {self._address} has no database {self._database!r}: {message}")
        if code.startswith("Neo.ClientError.Schema."):
            return DataError(f"the Neo4j database holds nodes that regraph did not write and that stand in its way: {message}")
        if isinstance(error, ClientError):
            return UsageError(f"{what} was refused: {message}")
        return StorageError(f"the Neo4j server at {self._address} failed in {what}: {message}")


def _plainly(error: DriverError) -> str:
    """What the driver says, without the names of its own classes."""
    return INTERNAL.sub(lambda found: f"{found['host']}:{found['port']}" if found["host"] else "", one_line(str(error)))


def _address(uri: str) -> str:
    """Host and port of `uri`, without anything secret in it."""
    try:
        parts = urlsplit(uri)
        known = parts.scheme in SCHEMES and parts.hostname and parts.username is None and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise UsageError("the address of a Neo4j server looks like bolt://localhost:7687, without user and password")
    return parts.netloc


def _asked_on(then: Then, steps: str, more: Sequence[str]) -> str:
    """The text that asks on for a row, which has its columns as variables."""
    text = PARAMETER.sub(lambda found: then.given.get(found["name"], found[0]), then.cypher)
    given = ", ".join(then.given.values())
    asked = f"CALL ({given}) {{ {text} }} RETURN {', '.join(more)}"
    return asked if then.within is None else f"WITH * WHERE {_is_within(steps, then.within)} {asked}"


def _is_within(steps: str, within: range) -> str:
    return f"{within.start} <= {steps} < {within.stop}"


def _answer(result: Result) -> Rows:
    return Rows(tuple(result.keys()), [tuple(map(_cell, record.values())) for record in result])


def _cell(value: object) -> Cell:
    if type(value) in PLAIN:
        return value
    match value:
        case neo4j.graph.Node():
            return {"_label": ":".join(sorted(value.labels)), **_shown(value)}
        case neo4j.graph.Relationship():
            return {"_type": value.type, **_shown(value)}
        case neo4j.graph.Path():
            steps = [step for pair in zip(value.nodes, value.relationships, strict=False) for step in pair]
            return [_cell(step) for step in [*steps, value.end_node]]
        case dict():
            return {name: _cell(item) for name, item in value.items()}
        case list():
            return [_cell(item) for item in value]
        case _:
            return scalar(value)


def _shown(entity: neo4j.graph.Entity) -> dict[str, Cell]:
    return {name: _cell(value) for name, value in entity.items() if not name.startswith("_")}
