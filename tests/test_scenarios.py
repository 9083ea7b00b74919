"""The table of truth, right in the library and on every engine."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

import pytest
from scenarios import SCENARIOS, Scenario, prefixed

from regraph.graph.effect_rules import HOLDING, STATUSES, rules
from regraph.graph.ontology import ONTOLOGY
from regraph.graph.projection import project
from regraph.graph.stores.base import GraphStore
from regraph.graph.validity import timelines
from regraph.model import Graph
from regraph.queries import run

NAMES = [scenario.name for scenario in SCENARIOS]


def answers(scenario: Scenario) -> dict[str, str]:
    """What the library answers to the questions of the scenario."""
    found, ids = timelines(scenario.resolution()), scenario.ids()
    told = {}
    for (letter, part, day, _, rule), question in zip(scenario.questions(), scenario.asked, strict=True):
        life = found[ids[letter]]
        (period,) = [p for p in (life.parts[part] if part else life.periods) if p.holds(day)]
        told[question] = f"{period.status} {period.reasons[0].rule}" if rule else period.status
    return told


@pytest.mark.parametrize("scenario", SCENARIOS, ids=NAMES)
def test_the_library_answers_right(scenario: Scenario) -> None:
    assert answers(scenario) == dict(scenario.asked)


def test_the_table_holds_every_rule_and_every_answer() -> None:
    asked = [question for scenario in SCENARIOS for question in scenario.questions()]
    assert {rule for *_, rule in asked if rule} == rules().keys()
    assert {status for *_, status, _ in asked} == set(STATUSES)
    assert len(set(NAMES)) == len(NAMES) >= 60


@pytest.fixture(scope="module")
def store(keep: Callable[[Graph], GraphStore]) -> GraphStore:
    """All scenarios in one store of each engine."""
    graphs = [prefixed(project(scenario.resolution()), f"{scenario.name}/") for scenario in SCENARIOS]
    nodes = sorted(chain.from_iterable(graph.nodes for graph in graphs), key=lambda node: (node.label, node.id))
    edges = sorted(chain.from_iterable(graph.edges for graph in graphs), key=lambda edge: (edge.type, edge.source, edge.target))
    whole = Graph(tuple(nodes), tuple(edges))
    ONTOLOGY.check(whole)
    return keep(whole)


def test_every_engine_answers_right(store: GraphStore) -> None:
    wrong: list[tuple[str | None, ...]] = []
    in_force: dict[str, set[str]] = {}
    for scenario in SCENARIOS:
        ids = scenario.ids()
        for letter, part, day, status, rule in scenario.questions():
            doc = f"{scenario.name}/{ids[letter]}"
            columns, rows = (answer := run(store, "timeline", doc=doc)).columns, answer.rows
            periods = [dict(zip(columns, row, strict=True)) for row in rows]
            (found,) = [
                p for p in periods
                if p["part"] == part and (p["first_day"] or "") <= day and (p["last_day"] is None or day <= p["last_day"])
            ]  # fmt: skip
            if (found["status"], found["rule"]) != (status, rule or found["rule"]):
                wrong.append((scenario.name, letter, part, day, found["status"], found["rule"]))
            if part is None:
                if day not in in_force:
                    in_force[day] = {row[2] for row in run(store, "in-force", on=day).rows}
                if (doc in in_force[day]) != (status in HOLDING):
                    wrong.append((scenario.name, letter, day, "in-force"))
    assert wrong == []
