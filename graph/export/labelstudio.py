"""Tasks for Label Studio, with what regraph read as predictions to correct."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import BinaryIO

from regraph.graph.export.annotation import Annotated, Mark, annotated
from regraph.graph.export.portable import portable
from regraph.model import Graph, Text

# `text` and `label` are the names that the labelling interface must use.
_TEXT, _LABEL = "text", "label"


def write(graph: Graph, texts: Sequence[Text], out: BinaryIO) -> None:
    """Write a task for each text that the graph speaks of. Offsets count characters, as Label Studio does.

    The labelling interface needs ``<Text name="text" value="$text"/>`` and ``<Labels name="label" toName="text">`` with the
    labels ``DOCUMENT``, ``PERSON`` and the types of relations, and ``<Relations>`` for the relations between mentions.
    """
    names = {node.id: node.properties.get("name") for node in portable(graph).nodes if node.label == "Source"}
    tasks = [
        {
            "data": {_TEXT: one.text.content, "source": names[one.text.sha256], "sha256": one.text.sha256},
            "predictions": [{"model_version": "regraph", "result": _result(one)}],
        }
        for one in annotated(graph, texts)
    ]
    out.write((json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode())


def _result(one: Annotated) -> list[dict[str, object]]:
    keys = {mark: f"m{number}" for number, mark in enumerate(one.marks)}
    regions = [_region(mark, key, one.text.content) for mark, key in keys.items()]
    ties: list[dict[str, object]] = [
        {
            "type": "relation",
            "from_id": keys[tie.source],
            "to_id": keys[tie.target],
            "direction": "right",
            "labels": [tie.type],
        }
        for tie in one.ties
    ]
    return [*regions, *ties]


def _region(mark: Mark, key: str, text: str) -> dict[str, object]:
    """A marked stretch; what is mentioned there is its note."""
    value = {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end], "labels": [mark.label]}
    meta = {"meta": {"text": [mark.thing]}} if mark.thing else {}
    return {"id": key, "from_name": _LABEL, "to_name": _TEXT, "type": "labels", "value": value, **meta}
