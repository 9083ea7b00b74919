"""The answers that take more than one query of the catalogue, and the store and document that a command asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import groupby
from pathlib import Path
from shlex import quote
from typing import Any, TypeAlias

from regraph import console
from regraph.errors import UsageError
from regraph.graph.database import Database
from regraph.graph.find import find, suggest
from regraph.graph.ontology import ONTOLOGY
from regraph.graph.stores.base import GraphStore
from regraph.queries import run

Row: TypeAlias = Mapping[str, Any]
LISTED = 20
PLAIN = re.compile(r"[\w@%+=:,./-][\w@%+=:,./~-]*")
ENDING = ("replaces", "repeals")
FORCE = ("effective_from", "effective_to", "issued")


@contextmanager
def opened(db: Path) -> Iterator[GraphStore]:
    """The graph of the database in the folder `db`, for reading."""
    with Database.open(db, write=False) as database, closing(database.store()) as store:
        yield store


def the_one(store: GraphStore, doc: str) -> str:
    """The id of the one document that `doc` means.

    When it is none or several, the candidates are listed on standard error and UsageError is raised.
    """
    matches = find(store, doc)
    if len(matches) == 1:
        return matches[0].id
    near = matches or suggest(store, doc)
    for match in near[:LISTED]:
        console.note(f"  {match.id}  {match.label}  {match.title or ''}".rstrip())
    if len(near) > LISTED:
        console.note(f"  … and {len(near) - LISTED} more")
    if matches:
        raise UsageError(f"{doc!r} may be any of these {len(matches)} documents; give the id of one")
    raise UsageError(f"no document is known as {doc!r}" + ("; these are near" if near else ""))


def summary(store: GraphStore) -> dict[str, int]:
    """How many documents, relations between them and conflicts the store holds."""
    types = "|".join(type_ for type_, edge in ONTOLOGY.edges.items() if edge.relation)
    ((documents,),) = store.rows("MATCH (d:Document) RETURN count(*)").rows
    ((relations,),) = store.rows(f"MATCH (d:Document)-[r:{types}]->() RETURN count(*)").rows
    disputed = {(row["document"], row["attribute"]) for row in rows(store, "conflicts")}
    return {"documents": documents, "relations": relations, "conflicts": len(disputed)}


def rows(store: GraphStore, name: str, **parameters: str) -> list[Row]:
    """The rows of a query of the catalogue, each by column name."""
    answer = run(store, name, **parameters)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def card(store: GraphStore, doc: str) -> Row:
    """All that is known of the document with the id `doc`: its values, its relations, and every statement with its place."""
    (document,) = rows(store, "document", doc=doc)
    return {"document": document, "relations": rows(store, "relations", doc=doc), "facts": rows(store, "facts", doc=doc)}


def unsure(store: GraphStore, options: Sequence[str] = ()) -> list[Row]:
    """The documents that stay apart because several fit, each with its mentions and with its candidates.

    A candidate has under ``decide`` the command that makes it the one meant, under ``deny`` the one that rules it out, both
    with these ``options``.
    """
    found: list[Row] = []
    for id_, group in groupby(rows(store, "unsure"), key=lambda row: row["document"]):
        pairs = list(group)
        candidates = []
        for row in pairs:
            told = {name.removeprefix("candidate_"): value for name, value in row.items() if name.startswith("candidate_")}
            both = (id_, row["candidate"], *options)
            commands = {"decide": command("decide", "same", *both), "deny": command("decide", "not-same", *both)}
            candidates.append({"document": row["candidate"], **told, **commands})
        own = {name: value for name, value in pairs[0].items() if not name.startswith("candidate")}
        found.append({**own, "mentions": rows(store, "mentions", doc=id_), "candidates": candidates})
    return found


def missing(store: GraphStore, limit: int) -> list[Row]:
    """The documents cited whose text is not among the sources, those that most sources cite first, at most ``limit``.

    ``relations`` are the ways in which other documents act on them or their provisions.
    """
    found: dict[str, dict[str, Any]] = {}
    for row in rows(store, "missing"):
        told = {name: value for name, value in row.items() if name != "relation"} | {"relations": []}
        found.setdefault(row["document"], told)["relations"] += [row["relation"]] if row["relation"] else []
    most_first = sorted(found.values(), key=lambda row: (-row["sources"], -row["citations"], row["document"]))
    return list(most_first[:limit])


def command(*words: str) -> str:
    """A regraph command as it can be pasted into a shell.

    >>> command("show", "96-QĐ/TW"), command("show", "Luật Đất đai")
    ('regraph show 96-QĐ/TW', "regraph show 'Luật Đất đai'")
    """
    return " ".join(word if PLAIN.fullmatch(word) else quote(word) for word in ("regraph", *words))


def force(store: GraphStore, doc: str, on: str) -> Row:
    """Whether the document with the id `doc` was in force on the day `on`, and the statements that this rests on."""
    (document,) = rows(store, "document", doc=doc)
    facts = rows(store, "facts", doc=doc)
    evidence = [
        fact for fact in facts if fact["predicate"] in FORCE and fact["role"] == "subject" and fact["verdict"] != "outranked"
    ]
    evidence += [fact for fact in facts if fact["predicate"] in ENDING and fact["role"] == "object"]
    return {**document, "on": on, "status": status(document, on), "evidence": evidence}


def status(document: Row, on: str) -> str:
    """`in_force`, `not_yet`, `ended` or `unknown` on the day `on`, which is an ISO date as all days here are.

    >>> status({"effective_from": "2014-10-08", "effective_to": "2023-02-01", "effective_to_basis": "stated"}, "2023-02-01")
    'in_force'
    """
    begins, ends = document["effective_from"], document["effective_to"]
    if ends and on > ends:
        return "ended"
    if not begins:
        return "unknown"
    if on < begins:
        return "not_yet"
    if not ends and (document["effective_to_basis"] or "").startswith("unknown"):
        return "unknown"
    return "in_force"
