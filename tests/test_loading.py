"""A load makes a Neo4j database equal to the graph by writing what differs, and touches nothing of others."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest
from neo4j import GraphDatabase, Session
from neo4j.exceptions import ServiceUnavailable
from neo4j_server import Server
from sample_graph import SAMPLE, SMALL, contents, document, expected, graph, relation

from regraph.errors import DataError, RegraphError, StorageError, UsageError
from regraph.graph.ontology import ONTOLOGY
from regraph.graph.stores import loading
from regraph.graph.stores.loading import Changes
from regraph.graph.stores.server import Neo4jStore
from regraph.model import Graph, Node


@pytest.fixture
def server(neo4j_server: Server) -> Iterator[Neo4jStore]:
    """A Neo4j database with nothing in it, neither before nor after."""
    with Neo4jStore(neo4j_server.uri, neo4j_server.user, neo4j_server.password, None) as store:
        by_hand(neo4j_server, "MATCH (n) DETACH DELETE n")
        yield store
        by_hand(neo4j_server, "MATCH (n) DETACH DELETE n")


def by_hand(server: Server, cypher: str) -> None:
    """Write to the server as somebody else would."""
    with GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        driver.execute_query(cypher)


def edited(wanted: Graph, title: str) -> Graph:
    return replace(wanted, nodes=tuple(Node(node.label, node.id, {**node.properties, "title": title}) for node in wanted.nodes))


A, B = document("a"), document("b")


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        pytest.param(SAMPLE, SAMPLE, Changes(0, 0, 0), id="nothing"),
        pytest.param(Graph((), ()), SMALL, Changes(4, 0, 0), id="all is new"),
        pytest.param(SMALL, Graph((), ()), Changes(0, 0, 4), id="all is gone"),
        pytest.param(SMALL, edited(SMALL, "mới"), Changes(0, 2, 0), id="a property of nodes"),
        pytest.param(graph(document("b", title="cũ")), graph(B), Changes(0, 1, 0), id="a property that is gone"),
        pytest.param(graph(B), graph(document("b", title=None)), Changes(0, 0, 0), id="a property that is null"),
        pytest.param(graph(A, B), graph(B), Changes(0, 0, 1), id="a node without edges"),
        pytest.param(SMALL, graph(B), Changes(0, 1, 3), id="a node with its edges"),
        pytest.param(SMALL, replace(SMALL, edges=SMALL.edges[1:]), Changes(0, 0, 1), id="an edge"),
        pytest.param(
            graph(A, relation("CITES", "a", "a", "s")),
            graph(A, relation("CITES", "a", "a", "s", quote="mới")),
            Changes(0, 1, 0),
            id="a property of an edge",
        ),
        pytest.param(
            graph(A, relation("CITES", "a", "a", "s"), relation("CITES", "a", "a", "t")),
            graph(A, relation("CITES", "a", "a", "t"), relation("CITES", "a", "a", "u"), relation("CITES", "a", "a", "v")),
            Changes(1, 1, 0),
            id="one of several edges",
        ),
        pytest.param(
            graph(A, B, relation("CITES", "a", "b", "s")),
            graph(A, B, relation("CITES", "b", "a", "s")),
            Changes(1, 0, 1),
            id="an edge that is turned",
        ),
    ],
)
def test_a_load_writes_what_differs(server: Neo4jStore, before: Graph, after: Graph, changes: Changes) -> None:
    server.load(before)
    assert server.load(after) == changes
    assert contents(server) == expected(after)
    assert server.load(after) == Changes(0, 0, 0)


def test_a_load_makes_the_constraints_and_indexes_of_the_ontology(server: Neo4jStore) -> None:
    server.load(SMALL)
    unique = server.rows(
        "SHOW CONSTRAINTS YIELD type, labelsOrTypes, properties WHERE type = 'UNIQUENESS' RETURN labelsOrTypes[0], properties"
    )
    assert {label for label, properties in unique.rows if properties == ["id"]} == set(ONTOLOGY.nodes)
    found = server.rows(
        "SHOW INDEXES YIELD labelsOrTypes, properties, owningConstraint, state WHERE owningConstraint IS NULL AND "
        "size(properties) = 1 RETURN labelsOrTypes[0], properties[0]"
    )
    assert set(found.rows) == {(label, name) for label, node_type in ONTOLOGY.nodes.items() for name in node_type.indexed}


def test_what_others_wrote_is_left_alone(server: Neo4jStore, neo4j_server: Server) -> None:
    server.load(SMALL)
    by_hand(neo4j_server, "MATCH (a:Document {id: 'a'}) SET a.reviewed = true CREATE (a)<-[:READ]-(:Person {id: 'me'})")
    assert server.load(edited(SMALL, "mới")) == Changes(0, 2, 0)
    seen = "MATCH (a:Document {id: 'a'})<-[:READ]-(p:Person) RETURN a.reviewed, a.title, p.id"
    assert server.rows(seen).rows == [(True, "mới", "me")]
    server.load(Graph((), ()))
    assert server.rows("MATCH (n) RETURN n.id").rows == [("me",)]


def test_a_node_of_others_with_an_id_of_the_graph_is_not_taken_over(server: Neo4jStore, neo4j_server: Server) -> None:
    by_hand(neo4j_server, "CREATE (:Document {id: 'b', title: 'mine'})")
    with pytest.raises(DataError, match="the Document 'b' of the Neo4j database was not written by regraph"):
        server.load(SMALL)
    assert contents(server) == ["[{'_label': 'Document', 'id': 'b', 'title': 'mine'}]"]


def test_what_was_deleted_by_hand_comes_back(server: Neo4jStore, neo4j_server: Server) -> None:
    server.load(SMALL)
    by_hand(neo4j_server, "MATCH (a:Document {id: 'a'}) DETACH DELETE a")
    assert server.load(SMALL) == Changes(3, 0, 0)
    assert contents(server) == expected(SMALL)


@pytest.mark.parametrize("writes", range(6))
def test_a_load_that_is_cut_short_is_completed_by_the_next(
    server: Neo4jStore, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    server.load(SMALL)
    after = graph(document("b", title="mới"), document("c"), relation("AMENDS", "c", "b", "s"), relation("CITES", "b", "c", "s"))
    write, left = loading._write, [writes]

    def failing(*arguments: object) -> None:
        if not left[0]:
            raise ServiceUnavailable("gone")
        left[0] -= 1
        write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(loading, "_write", failing)
    with pytest.raises(StorageError, match="cannot reach a Neo4j server"):
        server.load(after)
    monkeypatch.undo()
    server.load(after)
    assert contents(server) == expected(after)


def test_what_does_not_answer_as_neo4j_does_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("regraph.graph.stores.server.SECONDS", 0.5)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        at = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(StorageError, match=f"cannot reach a Neo4j server at {at}.*check the address") as caught:
            Neo4jStore(f"bolt://{at}", "neo4j", "x", None)
    assert "Resolved" not in str(caught.value)
    assert "Deadline" not in str(caught.value)


def test_many_rows_go_in_batches(server: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "BATCH", 3)
    server.load(SAMPLE)
    assert contents(server) == expected(SAMPLE)


@pytest.mark.parametrize(
    ("uri", "password", "database", "error", "told"),
    [
        ("bolt://127.0.0.1:1", None, None, StorageError, "check the address and that it runs"),
        ("neo4j://127.0.0.1:1", None, None, StorageError, "check the address and that it runs"),
        ("bolt://nowhere.invalid:7687", None, None, StorageError, "check the address and that it runs"),
        (None, "wrong-secret", None, UsageError, "set REGRAPH_NEO4J_USER and REGRAPH_NEO4J_PASSWORD"),
        (None, None, "nowhere", UsageError, "has no database 'nowhere'"),
        ("http://127.0.0.1:7474", None, None, UsageError, "looks like bolt://localhost:7687"),
        ("localhost:7687", None, None, UsageError, "looks like bolt://localhost:7687"),
        ("bolt://localhost:port", None, None, UsageError, "looks like bolt://localhost:7687"),
        ("bolt://neo4j:wrong-secret@localhost:7687", None, None, UsageError, "without user and password"),
        ("", None, None, UsageError, "looks like bolt://localhost:7687"),
        ("bolt+s://", None, None, StorageError, "check the address"),
        ("neo4j+s://", None, None, StorageError, "check the address"),
    ],
)
def test_a_server_that_cannot_be_used_is_told(
    neo4j_server: Server, uri: str | None, password: str | None, database: str | None, error: type[RegraphError], told: str
) -> None:
    if uri is None or uri.endswith("s://"):  # nobody has signed the certificate of the server
        uri = neo4j_server.uri.replace("bolt://", uri or "bolt://")
    with pytest.raises(error, match=told) as raised:
        Neo4jStore(uri, neo4j_server.user, password or neo4j_server.password, database)
    assert "secret" not in str(raised.value)
    assert neo4j_server.password not in str(raised.value)


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+ssc", "neo4j+ssc"])
def test_a_load_goes_over_every_scheme(server: Neo4jStore, neo4j_server: Server, scheme: str) -> None:
    uri = neo4j_server.uri.replace("bolt:", f"{scheme}:")
    with Neo4jStore(uri, neo4j_server.user, neo4j_server.password, "neo4j") as store:
        store.load(SMALL)
    assert contents(server) == expected(SMALL)


def test_a_question_whose_connection_breaks_is_asked_again(server: Neo4jStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ServiceUnavailable("connection reset")

    monkeypatch.setattr(Session, "run", broken)
    assert server.rows("RETURN 1 AS one").rows == [(1,)]


def test_no_password_is_in_a_log(neo4j_server: Server, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"), Neo4jStore(neo4j_server.uri, neo4j_server.user, neo4j_server.password, None) as store:
        store.load(Graph((), ()))
    assert caplog.text
    assert neo4j_server.password not in caplog.text
