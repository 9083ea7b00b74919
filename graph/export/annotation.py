"""What the graph says of its texts, as marks on them, for the tools of annotators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from regraph.errors import UsageError
from regraph.graph.ontology import ONTOLOGY
from regraph.model import Graph, Node, Text

_OF_MENTION = {"Document": "DOCUMENT", "Person": "PERSON"}


class Mark(NamedTuple):
    """The characters ``start`` to ``end`` of a text: a mention of a document or person, or the words that state a relation.

    ``thing`` is the id of what is mentioned, empty for a relation.
    """

    start: int
    end: int
    label: str
    thing: str


class Tie(NamedTuple):
    """A relation between two marks of a text: the mentions of its documents that stand nearest to the words that state it."""

    type: str
    source: Mark
    target: Mark


class Annotated(NamedTuple):
    """A text with its marks in their order and the relations between them."""

    text: Text
    marks: list[Mark]
    ties: list[Tie]


def annotated(graph: Graph, texts: Iterable[Text]) -> list[Annotated]:
    """Each of ``texts`` that the graph speaks of, with what it says; what a person rejected is left out.

    Raises UsageError when the graph speaks of none of them.
    """
    said = _said(graph)
    things: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    for edge in graph.edges:
        if edge.type == "ABOUT":
            things[edge.source][str(edge.properties.get("role"))] = (edge.target_label, edge.target)
    found = [
        _annotate(text, said[text.sha256], things)
        for text in {text.sha256: text for text in texts}.values()
        if text.sha256 in said
    ]
    if not found:
        raise UsageError("the graph speaks of none of these texts; name with --texts those that were ingested, unchanged")
    return found


def _said(graph: Graph) -> dict[str, list[Node]]:
    """The statements of each source that hold, by its id."""
    statements = {
        node.id: node for node in graph.nodes if node.label == "Statement" and node.properties.get("verdict") != "rejected"
    }
    said: dict[str, list[Node]] = {node.id: [] for node in graph.nodes if node.label == "Source"}
    for edge in graph.edges:
        if edge.type == "IN" and edge.source in statements:
            said[edge.target].append(statements[edge.source])
    return said


def _annotate(text: Text, said: Iterable[Node], things: Mapping[str, Mapping[str, tuple[str, str]]]) -> Annotated:
    mentions: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    stated: list[tuple[Mark, Mapping[str, tuple[str, str]]]] = []
    for node in said:
        start, end = node.properties.get("start_offset"), node.properties.get("end_offset")
        predicate, about = str(node.properties.get("predicate")), things.get(node.id, {})
        if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text.content):
            continue
        if predicate == "mention" and (thing := about.get("subject")) and thing[0] in _OF_MENTION:
            mentions[thing].append(Mark(start, end, _OF_MENTION[thing[0]], thing[1]))
        elif predicate.upper() in ONTOLOGY.edges and ONTOLOGY.edges[predicate.upper()].relation:
            stated.append((Mark(start, end, predicate.upper(), ""), about))
    ties = set()
    for words, about in stated:
        ends = [min(mentions.get(about[role], []), key=lambda mark: _away(mark, words), default=None)
                for role in ("subject", "object") if role in about]  # fmt: skip
        if len(ends) == 2 and ends[0] and ends[1]:
            ties.add(Tie(words.label, ends[0], ends[1]))
    marks = {mark for found in mentions.values() for mark in found} | {words for words, _ in stated}
    return Annotated(text, sorted(marks), sorted(ties))


def _away(mark: Mark, words: Mark) -> tuple[int, Mark]:
    return max(words.start - mark.end, mark.start - words.end, 0), mark
