"""From the words of a person to what they decide of: documents, persons, mentions and statements."""

from __future__ import annotations

import re

from regraph import answers
from regraph.answers import Row
from regraph.errors import UsageError
from regraph.graph import decisions
from regraph.graph.comparison import sign_parts
from regraph.graph.decisions import Named, Place
from regraph.graph.find import find, find_people
from regraph.graph.stores.base import GraphStore
from regraph.graph.values import same_value

# news.txt:908-918, as tables show it
PLACE = re.compile(r"(?P<file>.+):(?P<start>\d+)-(?P<end>\d+)")
STATEMENT = re.compile(r"[0-9a-f]{20}")
SAID = """
MATCH (f:Source)<-[:`IN`]-(s:Statement)
WHERE {which}
OPTIONAL MATCH (s)-[:ABOUT]->(d:Document)
OPTIONAL MATCH (s)-[:ABOUT]->(p:Person)
RETURN s.id AS id, s.predicate AS predicate, s.value AS value, s.raw AS raw, s.start_offset AS start_offset,
       s.end_offset AS end_offset, f.sha256 AS sha256, f.name AS file, d.id AS document, p.id AS person
ORDER BY id
"""


def thing(store: GraphStore, words: str) -> Named:
    """The document, person or single mention that `words` mean: as `answers.the_one` takes them, a person's name or id, or
    `FILE:START-END` for what is mentioned there alone.

    Raises UsageError when it is none or several.
    """
    if PLACE.fullmatch(words):
        return _mentioned(store, words)
    people = [] if find(store, words) else find_people(store, words)
    if len(people) > 1:
        raise answers.listing(f"{words!r} may be any of these {len(people)} persons; give the id of one", people)
    if people:
        return Named("person", people[0], (), tuple(_places(store, people[0])))
    id_ = answers.the_one(store, words)
    (values,) = answers.rows(store, "document", doc=id_)
    may_be = {row["document"] for row in answers.rows(store, "unsure")}
    return decisions.document(id_, values, _places(store, id_), sure=id_ not in may_be and values["zone"] == "main")


def statement(store: GraphStore, words: str) -> Named:
    """The statement with the id `words`, or the only one at `FILE:START-END` but for the mention itself.

    Raises UsageError when there is none or several.
    """
    if STATEMENT.fullmatch(words):
        said = _said(store, "s.id = $id", id=words)
    else:
        there = _at(store, words)
        said = [row for row in there if row["predicate"] != "mention"] or there
    by_id = {row["id"]: row for row in said}
    if len(by_id) > 1:
        told = [f"{id_}  {row['predicate']}: {row['value'] or row['raw']}" for id_, row in by_id.items()]
        raise answers.listing(f"{words!r} makes these {len(by_id)} statements; give the id of one", told)
    if not by_id:
        raise UsageError(f"there is no statement {words!r}; `regraph show DOC --json` tells the ids")
    [(id_, row)] = by_id.items()
    pairs = [(name, row[name]) for name in ("predicate", "value") if row[name]]
    return Named("statement", id_, tuple(pairs), (_place(row),))


def _mentioned(store: GraphStore, words: str) -> Named:
    mentions = (row for row in _at(store, words) if row["predicate"] == "mention")
    found = {(row["document"], row["person"]): row for row in mentions if row["document"] or row["person"]}
    if len(found) != 1:
        told = "several things are" if found else "no document or person is"
        raise UsageError(f"{told} mentioned at {words}; give a place as `regraph show` or `regraph unsure` prints it")
    [row] = found.values()
    return Named("person" if row["person"] else "document", words, (), (_place(row),))


def _at(store: GraphStore, words: str) -> list[Row]:
    written = PLACE.fullmatch(words)
    if written is None:
        raise UsageError(f"{words!r} is neither the id of a statement nor a place; write it as news.txt:908-918")
    span = {"start": int(written["start"]), "end": int(written["end"])}
    said = _said(store, "s.start_offset = $start AND s.end_offset = $end", **span)
    found = [row for row in said if written["file"] in row["file"].split("; ")]
    if len({row["sha256"] for row in found}) > 1:
        raise UsageError(f"{written['file']} is the name of several sources; rename one and ingest it again")
    return found


def _said(store: GraphStore, which: str, **parameters: object) -> list[Row]:
    cypher = SAID.format(which=re.sub(r"\$(\w+)", r"$p_\1", which))
    answer = store.rows(cypher, {f"p_{name}": value for name, value in parameters.items()})
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def _place(row: Row) -> Place:
    return Place(row["sha256"], row["start_offset"], row["end_offset"], row["raw"])


def _places(store: GraphStore, id_: str) -> list[Place]:
    return [_place(row) for row in answers.rows(store, "mentions", doc=id_)]


def check_stated(store: GraphStore, doc: str, attribute: str, value: str) -> None:
    """Raise UsageError when no source states this value of the document."""
    (document,) = answers.rows(store, "document", doc=doc)
    sign = sign_parts(document["symbol"]) if document["symbol"] else ()
    facts = answers.rows(store, "facts", doc=doc)
    stated = sorted(
        {row["value"] for row in facts if row["predicate"] == attribute and row["role"] == "subject" and row["value"]}
    )
    if not any(same_value(attribute, value, other, sign) for other in stated):
        told = f"they state {'; '.join(stated)}" if stated else "they state none"
        raise UsageError(f"no source states {value!r} as {attribute} of {doc}: {told}; a registry that states it can be ingested")
