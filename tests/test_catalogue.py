"""Every query of the catalogue gives equal rows on both engines, runs its own example, and follows paths to their end or says so."""

from __future__ import annotations

import random
import re
import shlex
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import networkx as nx
import pytest
from neo4j_server import Server
from random_graph import CHAIN, DOCUMENTS, name, random_graph
from sample_graph import SAMPLE
from typer.testing import CliRunner

from regraph import answers, printing
from regraph.cli import app
from regraph.graph.database import Database
from regraph.graph.effect_rules import STATUSES
from regraph.graph.stores.embedded import EmbeddedStore, build
from regraph.graph.stores.server import Neo4jStore
from regraph.model import Graph
from regraph.queries import catalogue, run
from regraph.queries.catalogue import _query

PATHS = [query.name for query in catalogue().values() if "depth" in query.parameters]
# What the sample texts say nothing of.
NOTHING_IN_CORPUS = {"circles", "consolidations", "dead-references", "doubtful", "orphaned-guides"}
ENDS = (0, CHAIN // 2, CHAIN - 1, 2000, 2035, 2100, 2140, 2200, 2350, 2499)


class Kept(NamedTuple):
    """One graph in both engines."""

    graph: Graph
    embedded: EmbeddedStore
    server: Neo4jStore


def kept(graph: Graph, path: Path, server: Server, stack: ExitStack) -> Kept:
    build(graph, path)
    there = stack.enter_context(Neo4jStore(server.uri, server.user, server.password, None))
    there.load(graph)
    return Kept(graph, stack.enter_context(EmbeddedStore(path)), there)


@pytest.fixture(scope="module")
def large(neo4j_server: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kept]:
    with ExitStack() as stack:
        yield kept(random_graph(1), tmp_path_factory.mktemp("random") / "graph", neo4j_server, stack)


def ids(graph: Graph, label: str, count: int) -> list[str]:
    found = [node.id for node in graph.nodes if node.label == label]
    return random.Random(2).sample(found, min(count, len(found)))


def questions(graph: Graph) -> Mapping[str, list[dict[str, str]]]:
    """What each query is asked, by its name, or by the only parameter that it must have."""
    stated = [edge for edge in graph.edges if edge.properties.get("statements")]
    edges = random.Random(2).sample(stated, min(8, len(stated)))
    there = {node.id for node in graph.nodes}
    mentions = {node.id for node in graph.nodes if node.properties.get("predicate") == "mention"}
    mentioned = [{"doc": edge.target} for edge in graph.edges if edge.type == "ABOUT" and edge.source in mentions][:12]
    documents = [*ids(graph, "Document", 8), *(name(number) for number in ENDS if name(number) in there)]
    days = ("1989-12-31", "2005-05-05", "2024-06-01")
    return {
        "doc": [{"doc": id_} for id_ in documents],
        "on": [{"on": day} for day in days],
        "period": [{"period": id_} for id_ in ids(graph, "Period", 12)],
        "body": [{"body": id_} for id_ in ids(graph, "Body", 3)],
        "source": [{"source": str(node.properties["name"])} for node in graph.nodes if node.label == "Source"][:3],
        "subject": [{"subject": words} for words in ("chi bộ", "Thanh niên", "nobody")],
        "from to": [{"from": day, "to": later} for day, later in pairwise(days)],
        "status": [{"on": "2015-05-05", "status": status} for status in STATUSES],
        "guidance": [{"doc": id_, "on": "2024-06-01"} for id_ in documents],
        "mentions": mentioned,
        "mentioned-in": mentioned,
        "evidence": [{"source": edge.source, "type": edge.type, "target": edge.target} for edge in edges],
        "": [{}],
    }


def asked(query: str, graph: Graph) -> list[dict[str, str]]:
    needed = [one for one, it in catalogue()[query].parameters.items() if it.default is None]
    every = questions(graph)
    return every.get(query) or every[" ".join(needed)]


def test_the_sample_texts_are_answered_alike(demo: Path, neo4j_server: Server, tmp_path: Path) -> None:
    with ExitStack() as stack, Database.open(demo, write=False) as database:
        here = kept(database.graph(), tmp_path / "graph", neo4j_server, stack)
        for query in catalogue():
            for parameters in asked(query, here.graph):
                assert run(here.embedded, query, **parameters) == run(here.server, query, **parameters), f"{query} {parameters}"


@pytest.mark.parametrize("query", catalogue())
def test_a_random_graph_is_answered_alike(large: Kept, query: str) -> None:
    found = 0
    for parameters in asked(query, large.graph):
        for depth in ({}, {"depth": 3}) if query in PATHS else ({},):
            first = run(large.embedded, query, **parameters, **depth)
            assert first == run(large.server, query, **parameters, **depth), f"{query} {parameters}"
            assert first.columns == catalogue()[query].columns
            assert all(len(row) == len(first.columns) for row in first.rows)
            found += len(first.rows)
    assert found


@pytest.mark.parametrize("query", catalogue())
def test_the_example_of_a_query_runs(demo: Path, query: str) -> None:
    words = shlex.split(catalogue()[query].example)
    assert words[:3] == ["regraph", "query", query]
    done = CliRunner().invoke(app, [*words[1:], "--db", str(demo), "--format", "csv"])
    assert done.exit_code == 0, done.output
    head, *rows = done.stdout.splitlines()
    assert head == ",".join(catalogue()[query].columns)
    assert bool(rows) == (query not in NOTHING_IN_CORPUS), "change the example, or NOTHING_IN_CORPUS"


# Paths


def links(graph: Graph, *types: str) -> nx.MultiDiGraph[str]:
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found.add_nodes_from(name(number) for number in range(DOCUMENTS))
    for edge in graph.edges:
        if edge.type in types and edge.target_label == "Document":
            found.add_edge(edge.source, edge.target, edge.type)
    return found


@pytest.mark.parametrize(
    ("query", "types", "backward"),
    [
        ("predecessors", ("REPLACES", "FOLLOWS"), False),
        ("successors", ("REPLACES", "FOLLOWS"), True),
        ("basis-tree", ("BASED_ON",), False),
        ("resting-on", ("BASED_ON",), True),
    ],
)
@pytest.mark.parametrize("depth", [1, 5, 31, 200])
def test_paths_are_the_shortest_and_tell_where_they_are_cut(
    large: Kept, query: str, types: tuple[str, ...], backward: bool, depth: int
) -> None:
    network = links(large.graph, *types)
    for start in (name(number) for number in ENDS):
        steps = nx.single_source_shortest_path_length(network.reverse(copy=False) if backward else network, start)
        within = {(far, document) for document, far in steps.items() if 0 < far <= depth}
        answer = run(large.embedded, query, doc=start, depth=depth)
        found = {(row[0], row[1]) for row in answer.rows if row[0]}
        assert found == within
        cut = max(steps.values()) > depth
        assert {row[0] for row in answer.rows if row[-1]} == ({depth} if cut else set())


def test_a_lineage_is_told_with_every_link_and_over_more_than_sixty_generations(large: Kept) -> None:
    network = links(large.graph, "REPLACES", "FOLLOWS")
    for start in (name(number) for number in ENDS):
        older = nx.single_source_shortest_path_length(network, start)
        newer = nx.single_source_shortest_path_length(network.reverse(copy=False), start)
        before = {
            (-older[b], b, type_, a) for a, b, type_ in network.edges(keys=True) if a in older and older.get(b) == older[a] + 1
        }
        after = {
            (newer[a], a, type_, b) for a, b, type_ in network.edges(keys=True) if b in newer and newer.get(a) == newer[b] + 1
        }
        answer = run(large.embedded, "lineage", doc=start)
        assert {(row[0], row[1], *row[6:8]) for row in answer.rows} == before | after | {(0, start, None, None)}
    assert {row[0] for row in run(large.embedded, "lineage", doc=name(0)).rows} >= set(range(-61, 1))


@pytest.mark.parametrize("depth", ["0", "-1", "1000", "x", "1.5"])
def test_a_depth_that_cannot_be_followed_is_told(large: Kept, depth: str) -> None:
    with pytest.raises(Exception, match=r"depth is a number from 1 to 999|write it as depth=3"):
        run(large.embedded, "lineage", doc=name(0), depth=depth)


def test_a_cut_lineage_says_so_to_a_person_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build(SAMPLE, tmp_path / "graph")
    with EmbeddedStore(tmp_path / "graph") as store:
        found = answers.rows(store, "lineage", doc="chain00", depth="3")
    printing.lineage(found)
    assert "goes on beyond these generations" in capsys.readouterr().err


# The files


@pytest.mark.parametrize("query", catalogue())
def test_the_head_of_a_query_fits_its_text(query: str) -> None:
    it = catalogue()[query]
    text = it.cypher + "".join(it.then.values())
    assert it.purpose.endswith((".", "?"))
    assert all(one.meaning for one in it.parameters.values())
    named = set(re.findall(r"\$(\w+)", text))
    assert set(it.parameters) <= named
    assert named - set(it.parameters) <= set(it.columns)
    assert {column.removeprefix("-") for column in it.order} <= set(it.columns)
    assert (it.columns[-1] == "cut") == ("depth" in it.parameters)
    assert "//" not in text.split("MATCH", 1)[1]


def test_there_is_a_query_for_what_is_asked_most() -> None:
    assert len(catalogue()) >= 25


def test_a_file_that_does_not_begin_with_its_head_is_told() -> None:
    with pytest.raises(ValueError, match="does not begin with its purpose"):
        _query("mine", "MATCH (d) RETURN d")
    with pytest.raises(ValueError, match="written as: name — meaning"):
        _query(
            "mine", "// purpose: a.\n// parameters: doc: id\n// columns: d\n// example: regraph query mine\nMATCH (d) RETURN d"
        )
