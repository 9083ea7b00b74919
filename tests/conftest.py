"""The stores and folders that tests run on."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from neo4j_server import Neo4jMissingError, Server, running
from typer.testing import CliRunner

from regraph.cli import app
from regraph.graph.stores.base import GraphStore
from regraph.graph.stores.embedded import EmbeddedStore, build
from regraph.graph.stores.server import Neo4jStore
from regraph.model import Graph

SHARED = Path(__file__).parents[2] / "shared"
CORPUS = Path(__file__).parents[1] / "corpus"
NOBODY = 65534


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One Neo4j server for all tests. Where it cannot be had, tests are skipped, or fail when it is required."""
    with ExitStack() as stack:
        try:
            server = stack.enter_context(running(tmp_path_factory.mktemp("neo4j")))
        except Neo4jMissingError as error:
            if os.environ.get("CI") or os.environ.get("REGRAPH_REQUIRE_NEO4J"):
                pytest.fail(f"no Neo4j server for the tests: {error}")
            pytest.skip(f"no Neo4j server for the tests: {error}")
        yield server


@pytest.fixture(scope="session", params=["embedded", "neo4j"])
def keep(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Graph], GraphStore]]:
    """Puts a graph into a store of the engine, in place of the one before, and opens it."""
    with ExitStack() as stack:
        path = tmp_path_factory.mktemp("embedded") / "graph"

        def embedded(graph: Graph) -> GraphStore:
            build(graph, path)
            return stack.enter_context(EmbeddedStore(path))

        def neo4j(graph: Graph) -> GraphStore:
            server: Server = request.getfixturevalue("neo4j_server")
            store = stack.enter_context(Neo4jStore(server.uri, server.user, server.password, None))
            store.load(graph)
            return store

        yield {"embedded": embedded, "neo4j": neo4j}[request.param]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the sample texts, for reading."""
    db = tmp_path_factory.mktemp("demo") / "db"
    done = CliRunner().invoke(app, ["ingest", str(CORPUS), "--db", str(db)])
    assert done.exit_code == 0, done.output
    return db


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that a user without privileges can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def unprivileged(shared_folder: Path) -> Iterator[Path]:
    """The same folder, read without the privileges of root, for whom permissions do not count."""
    privileged = os.geteuid() == 0
    if privileged:
        os.chown(shared_folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield shared_folder
    if privileged:
        os.seteuid(0)
    for path in [shared_folder, *shared_folder.rglob("*")]:
        path.chmod(0o755)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where CI is set a skipped test has failed: what it needs should be there. Texts beside the project alone may be missing."""
    report = yield
    if report.skipped and os.environ.get("CI") and isinstance(report.longrepr, tuple) and str(SHARED) not in report.longrepr[2]:
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped: {report.longrepr[2]}"
    return report
