"""Each row of the vocabulary is proved on its examples."""

from __future__ import annotations

import pytest
from reading import HEADING, read

from regraph.pipeline.clean import clean
from regraph.pipeline.issuers import issuer_at
from regraph.pipeline.references import references
from regraph.pipeline.vocabulary import table


def _endings() -> list[dict[str, list[str]]]:
    return [*table("titles")["end"], table("titles")["semicolon"], table("titles")["clause"]]


@pytest.mark.parametrize(("kind", "example"), [(row["name"], e) for row in table("kinds")["kind"] for e in row["examples"]])
def test_kinds(kind: str, example: str) -> None:
    assert [r.kind for r in references(clean(example))] == [kind]


@pytest.mark.parametrize("row", table("laws")["law"], ids=lambda row: row["kind"])
def test_names_of_laws(row: dict[str, object]) -> None:
    names = row["names"]
    assert isinstance(names, list)
    for name in names:
        [found] = references(clean(str(row["example"]).format(name=name)))
        assert (found.kind, found.name) == (row["kind"], clean(name).text)


def test_names_of_bodies() -> None:
    for name in table("bodies")["names"]:
        text = table("bodies")["example"].format(name=name)
        found = issuer_at(clean(text), text.index(name))
        assert found is not None
        assert found.name == clean(name).text


@pytest.mark.parametrize(("row", "example"), [(row, e) for row in table("relations")["cue"] for e in row["examples"]])
def test_cues_of_relations(row: dict[str, str], example: str) -> None:
    text = HEADING + example + "\nĐiều 1. Phạm vi" if row["form"] == "preamble" or row.get("regulation") else example
    assert [(r.type, r.rule) for r in read(text).relations] == [(row["relation"], f"{row['relation']}.{row['form']}")]


@pytest.mark.parametrize(
    ("relation", "example"), [(row["relation"], e) for row in table("relations")["act"] for e in row["examples"]]
)
def test_verbs_of_acts(relation: str, example: str) -> None:
    found = read(example)
    assert [(r.type, r.source, r.target) for r in found.relations] == [(relation, "d2", "d1")]


TITLED = "Nghị định số 12/2024/NĐ-CP ngày 05/3/2024 của Chính phủ về "


@pytest.mark.parametrize("example", [e for row in _endings() for e in row["ends"]])
def test_where_titles_end(example: str) -> None:
    title, rest = example.split("|")
    assert read(f"Việc này theo {TITLED}{title}{rest}.").documents[0].title == title


@pytest.mark.parametrize("title", [e for row in _endings() for e in row.get("holds", ())])
def test_where_titles_go_on(title: str) -> None:
    assert read(f"Việc này theo {TITLED}{title}.").documents[0].title == title


def test_no_row_stands_without_an_example() -> None:
    for name, rows in (
        ("kinds", table("kinds")["kind"]),
        ("relations", [*table("relations")["cue"], *table("relations")["act"]]),
    ):
        assert all(row["examples"] for row in rows), name
    assert all(row["ends"] for row in _endings())
