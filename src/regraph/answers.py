"""The answers that take more than one query of the catalogue, and the store and document that a command asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from itertools import groupby
from pathlib import Path
from shlex import quote
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

from regraph.errors import UsageError
from regraph.graph.database import Database
from regraph.graph.effect_rules import rules
from regraph.graph.find import find, suggest
from regraph.graph.ontology import ONTOLOGY
from regraph.graph.parts import place
from regraph.graph.stores.base import GraphStore, Rows
from regraph.graph.stores.embedded import EmbeddedStore, build
from regraph.queries import named, run

Row: TypeAlias = Mapping[str, Any]
LISTED = 20
DOCUMENTS = {"doc"}
PLAIN = re.compile(r"[\w@%+=:,./-][\w@%+=:,./~-]*")
ENDING = ("replaces", "repeals")
FORCE = ("effective_from", "effective_to", "issued")


@contextmanager
def opened(db: Path, known_at: datetime | None = None) -> Iterator[EmbeddedStore]:
    """The graph of the database in the folder `db`, for reading; with ``known_at`` that of what was recorded at that moment."""
    with Database.open(db, write=False) as database, ExitStack() as stack:
        if known_at is None:
            yield stack.enter_context(closing(database.store()))
        else:
            path = Path(stack.enter_context(TemporaryDirectory(prefix="regraph-"))) / "graph.lbug"
            build(database.graph(at=known_at), path)
            try:
                yield stack.enter_context(EmbeddedStore(path))
            except UsageError as error:
                raise UsageError(f"{error}; this is what was known at {known_at:%Y-%m-%d %H:%M}") from error


def the_one(store: GraphStore, doc: str) -> str:
    """The id of the one document that `doc` means.

    Raises UsageError when it is none or several; the candidates are the notes of the error.
    """
    matches = find(store, doc)
    if len(matches) == 1:
        return matches[0].id
    near = matches or suggest(store, doc)
    told = [f"{match.id}  {match.label}  {match.title or ''}".rstrip() for match in near[:LISTED]]
    told += [f"… and {len(near) - LISTED} more"] if len(near) > LISTED else []
    if matches:
        raise listing(f"{doc!r} may be any of these {len(matches)} documents; give the id of one", told)
    hint = "these are near" if near else "`regraph query documents` lists all"
    raise listing(f"no document is known as {doc!r}; {hint}", told)


def listing(sentence: str, candidates: Iterable[str]) -> UsageError:
    """The error of a name that does not mean one thing, with what it may mean as its notes.

    >>> listing("'96' may be any of these 2 documents", ["96-QĐ/TW", "96/2025/NĐ-CP"]).__notes__
    ['  96-QĐ/TW', '  96/2025/NĐ-CP']
    """
    error = UsageError(sentence)
    for candidate in candidates:
        error.add_note(f"  {candidate}")
    return error


def summary(store: GraphStore) -> dict[str, int]:
    """How many documents, relations between them and conflicts the store holds."""
    types = "|".join(type_ for type_, edge in ONTOLOGY.edges.items() if edge.relation)
    ((documents,),) = store.rows("MATCH (d:Document) RETURN count(*)").rows
    ((relations,),) = store.rows(f"MATCH (d:Document)-[r:{types}]->() RETURN count(*)").rows
    disputed = {(row["document"], row["attribute"]) for row in rows(store, "conflicts")}
    return {"documents": documents, "relations": relations, "conflicts": len(disputed)}


def catalogued(store: GraphStore, name: str, parameters: Mapping[str, object]) -> Rows:
    """The answer to a query of the catalogue; its documents are named as people name them. Raises UsageError as `run` does."""
    documents = named(name).parameters.keys() & parameters.keys() & DOCUMENTS
    return run(store, name, **{**parameters, **{one: the_one(store, str(parameters[one])) for one in documents}})


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


def force(store: GraphStore, doc: str, on: str, explain: bool = False) -> Row:
    """Whether the document with the id `doc` was in force on the day `on`, and the statements that this rests on.

    ``status`` is the answer, ``rule`` and ``says`` are why, ``parts`` the provisions with another answer than the whole; with
    ``explain`` also the ``proof``.
    """
    (document,) = rows(store, "document", doc=doc)
    facts = rows(store, "facts", doc=doc)
    evidence = [
        fact for fact in facts if fact["predicate"] in FORCE and fact["role"] == "subject" and fact["verdict"] != "outranked"
    ]
    evidence += [fact for fact in facts if fact["predicate"] in ENDING and fact["role"] == "object"]
    periods = [row for row in rows(store, "timeline", doc=doc) if _holds(row, on)]
    whole = next(row for row in periods if row["part"] is None)
    others = [row for row in periods if row["part"] is not None and row["status"] != whole["status"]]
    parts = sorted(others, key=lambda row: place(row["part"]))
    told = {name: whole[name] for name in ("status", "rule", "says", "first_day", "last_day")}
    found = {**document, "on": on, **told, "parts": parts, "evidence": evidence}
    return {**found, "proof": proof(store, whole["period"])} if explain else found


def timeline(store: GraphStore, doc: str, explain: bool = False) -> Row:
    """All periods of the document with the id `doc` and of its provisions, first to last; with ``explain`` each has its proof."""
    (document,) = rows(store, "document", doc=doc)
    periods = rows(store, "timeline", doc=doc)
    if explain:
        periods = [{**row, "proof": proof(store, row["period"])} for row in periods]
    whole, parts = ([row for row in periods if (row["part"] is None) is of_whole] for of_whole in (True, False))
    by_day = sorted(whole, key=_first), sorted(parts, key=lambda row: (place(row["part"]), _first(row)))
    return {**document, "periods": by_day[0], "parts": by_day[1]}


def proof(store: GraphStore, period: str) -> list[Row]:
    """Why the answer of a period holds: the period itself, then those of other documents and provisions that it follows from.

    Each has under ``quotes`` its statements, under ``laws`` the rules of effect with what they say and where they stand.
    """
    return [
        {**row, "quotes": rows(store, "quotes", period=row["period"]), "laws": [law(rule) for rule in row["rules"] or ()]}
        for row in rows(store, "proof", period=period)
    ]


def explained(store: GraphStore, found: Sequence[Row]) -> list[Row]:
    """The rows each with the proof of its period."""
    return [{**row, "proof": proof(store, row["period"])} for row in found]


def law(rule: str) -> Row:
    """A rule of effect by its id: what it says, where it stands, from when to when."""
    told = rules()[rule]
    return {"rule": told.id, "says": told.says, "source": told.source, "since": told.since, "until": told.until}


def _first(row: Row) -> str:
    return row["first_day"] or ""


def _holds(row: Row, day: str) -> bool:
    return _first(row) <= day and (row["last_day"] is None or day <= row["last_day"])
