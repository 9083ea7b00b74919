"""How the answers about documents look to a person."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from textwrap import shorten

from regraph import console
from regraph.answers import Row
from regraph.graph.find import label

EXCERPT = 60
TITLE = 70
ACTIVE = {"REPLACES": "replaces", "FOLLOWS": "follows"}
PASSIVE = {"REPLACES": "replaced by", "FOLLOWS": "followed by"}
STATUS = {
    "in_force": "in force",
    "not_yet": "not yet in force",
    "ended": "no longer in force",
    "suspended": "suspended",
    "partly": "partly in force",
    "continues_if_not_contrary": "in force as far as it is not contrary",
    "unknown": "not known whether in force",
}
MODALITY = {"must": "must", "must_not": "must not", "may": "may", "limit": "limit"}
BOUND = {"at_most": "at most", "at_least": "at least"}


def card(found: Row) -> None:
    """Print what `answers.card` found."""
    document = found["document"]
    console.heading(name(document))
    issuer, title = document["issuer"], document["title"]
    lines = {
        "id": document["document"],
        "issued by": issuer,
        "title": title,
        "in force": interval(document),
        "written as": "; ".join(document["names"] or ()),
        "own text": "among the sources" if document["has_text"] else "not among the sources",
        "sources": f"{document['source_count']}" + ("" if document["zone"] == "main" else ", none in its main text"),
    }
    console.pairs({key: value for key, value in lines.items() if value})
    if found["relations"]:
        related = [(_relation(row), name(row), row["to_part"], row["source_count"], row["quote"]) for row in found["relations"]]
        console.heading("\nRelations")
        console.table(["relation", "document", "part", "sources", "quote"], related)
    said = []
    for (where, quote), group in groupby(found["facts"], key=lambda row: (place(row), excerpt(row))):
        said.append((where, [_judged(row) for row in group], quote or None))
    console.heading("\nWhere it is said")
    console.table(["file:characters", "says", "quote"], said)


def lineage(found: Iterable[Row]) -> None:
    """Print the rows of the query `lineage`, the newest generation first."""
    ordered = sorted(found, key=lambda row: (-row["generation"], row["issued"] or "", row["document"], row["via"] or ""))
    names = {row["document"]: name(row) for row in ordered}
    lines = []
    for (generation, document, via), links in groupby(ordered, key=lambda row: (row["generation"], row["document"], row["via"])):
        linked = list(links)
        words = ACTIVE if generation > 0 else PASSIVE
        link = f"{', '.join(words[row['relation']] for row in linked)} {names[via]}" if via else None
        lines.append((f"{generation:+d}" if generation else "0", names[document], link, short(linked[0]["title"])))
    console.table(["generation", "document", "link", "title"], lines)
    if any(row["cut"] for row in ordered):
        console.note("The chain goes on beyond these generations; regraph query lineage -p doc=… -p depth=… follows more.")


def force(found: Row) -> None:
    """Print what `answers.force` found."""
    console.heading(f"{name(found)}: {STATUS[found['status']]} on {found['on']}")
    console.pairs({"in force": interval(found), "because": found["says"], "rule": found["rule"]})
    if found["parts"]:
        lines = [(row["part"], STATUS[row["status"]], days(row), row["says"]) for row in found["parts"]]
        console.table(["provision", "is", "days", "because"], lines)
    if "proof" in found:
        proof(found["proof"])
        return
    said = [(place(row), _said(row), excerpt(row)) for row in found["evidence"]]
    if said:
        console.table(["file:characters", "says", "quote"], said)


def proof(steps: Iterable[Row]) -> None:
    """Print what `answers.proof` found: each step with its rules and the laws that they stand in, and its quotes."""
    for step in steps:
        what = f"{step['part']} {step['document']}" if step["part"] else step["document"]
        indent = "  " * step["steps"]
        console.heading(f"\n{indent}{what} {days(step)}: {STATUS[step['status']]}")
        console.answer(f"{indent}  because {step['says']}")
        for law in step["laws"]:
            console.answer(f"{indent}  rule {law['rule']}: {law['says']}" + (f" ({law['source']})" if law["source"] else ""))
        for quote in step["quotes"]:
            console.answer(f"{indent}  {place(quote)} {quote['predicate']}: {excerpt(quote)}")


def in_force(found: Iterable[Row]) -> None:
    """Print the rows of the queries `in-force` and `status`."""
    rows = list(found)
    lines = []
    for row in rows:
        begins = _end(row["effective_from"], row["effective_from_basis"])
        ends = _end(row["effective_to"], row["effective_to_basis"])
        lines.append((name(row), [STATUS[row["status"]], row["rule"]], row["issuer"], short(row["title"]), begins, ends))
    console.table(["document", "is, by rule", "issued by", "title", "from", "to"], lines)
    proof(step for row in rows for step in row.get("proof", ()))


def between(found: Iterable[Row]) -> None:
    """Print the rows of the query `between`."""
    rows = list(found)
    lines = [(name(row), [STATUS[row["status"]], row["rule"]], days(row), row["issuer"], short(row["title"])) for row in rows]
    console.table(["document", "is, by rule", "days", "issued by", "title"], lines)
    proof(step for row in rows for step in row.get("proof", ()))


def changed(found: Iterable[Row]) -> None:
    """Print the rows of the query `changed`."""
    rows = list(found)
    lines = [(row["day"], name(row), STATUS[row["before"]], STATUS[row["after"]], [row["says"], row["rule"]]) for row in rows]
    console.table(["from", "document", "was", "is", "because, by rule"], lines)
    proof(step for row in rows for step in row.get("proof", ()))


def timeline(found: Row) -> None:
    """Print what `answers.timeline` found."""
    console.heading(name(found))
    console.table(
        ["days", "is", "because", "rule"],
        [(days(row), STATUS[row["status"]], row["says"], row["rule"]) for row in found["periods"]],
    )
    if found["parts"]:
        lines = [(row["part"], days(row), STATUS[row["status"]], row["says"], row["rule"]) for row in found["parts"]]
        console.table(["provision", "days", "is", "because", "rule"], lines)
    proof(step for row in (*found["periods"], *found["parts"]) for step in row.get("proof", ()))


def days(row: Row) -> str:
    """The first and last day of a period."""
    return f"{row['first_day'] or '…'} – {row['last_day'] or '…'}"


def conflicts(found: Iterable[Row]) -> None:
    """Print the rows of the query `conflicts`, one block for each value on which sources differ."""
    for number, (key, disputed) in enumerate(groupby(found, key=lambda row: f"{row['document']}: {row['attribute']}")):
        said = list(disputed)
        console.heading(f"\n{key}" if number else key)
        chosen = {("chosen", row["chosen_value"], row["chosen_source"], row["chosen_quote"], None) for row in said}
        others = {("other", row["other_value"], row["other_source"], row["other_quote"], row["why"]) for row in said}
        lines = [*sorted(chosen, key=str), *sorted(others, key=str)]
        console.table(["", "value", "file", "quote", "reason"], lines)


def unsure(found: Iterable[Row]) -> None:
    """Print what `answers.unsure` found, one block for each document: where it is mentioned, and what it may be."""
    for number, row in enumerate(found):
        heading = f"{name(row)}  {row['document']}"
        console.heading(f"\n{heading}" if number else heading)
        console.table(["file:characters", "quote"], [(place(m), excerpt(m)) for m in row["mentions"]])
        lines = [(c["document"], name(c), c["issuer"], short(c["title"])) for c in row["candidates"]]
        console.table(["may be", "document", "issued by", "title"], lines)
        for candidate in row["candidates"]:
            console.answer(f"  {candidate['decide']}")


def missing(found: Iterable[Row]) -> None:
    """Print what `answers.missing` found."""
    lines = [
        (
            name(row),
            row["issuer"],
            short(row["title"]),
            row["sources"],
            row["citations"],
            ", ".join(map(str.lower, row["relations"])),
        )
        for row in found
    ]
    console.table(["document", "issued by", "title", "sources", "citations", "related as"], lines)


def name(row: Row) -> str:
    """The document of a row as people write it."""
    return label(row["kind"], row["symbol"] or row.get("number") or row["title"], row["issued"]) or str(row["document"])


def place(row: Row) -> str:
    """Where a statement stands: file and characters."""
    return f"{row['source']}:{row['start_offset']}-{row['end_offset']}"


def excerpt(row: Row) -> str:
    """The words of a statement with a few around them; `--json` has the whole quote."""
    if not row["raw"] or row["raw"] not in row["quote"]:
        return str(row["quote"])
    before, words, after = row["quote"].partition(row["raw"])
    left = before if len(before) <= EXCERPT else "… " + before[-EXCERPT:].partition(" ")[2]
    right = after if len(after) <= EXCERPT else after[:EXCERPT].rpartition(" ")[0] + " …"
    return f"{left}{words}{right}"


def required(norm: Row) -> str:
    """What a norm is about: the action and its limit, as ``họp trực tuyến; at most 3 lần/năm``."""
    told = norm.get("limit")
    counted = ""
    if told:
        (bound,) = (name for name in BOUND if name in told)
        counted = f"{BOUND[bound]} {told[bound]} {told['unit']}" + (f"/{told['per']}" if told["per"] else "")
    return "; ".join(filter(None, (norm.get("action"), counted)))


def interval(row: Row) -> str:
    """From when to when a document is in force, and what each end rests on."""
    begins, ends = row["effective_from"], row["effective_to"]
    since = f"from {begins} ({row['effective_from_basis']})" if begins else "start not known"
    if ends:
        return f"{since} to {ends} ({row['effective_to_basis']})"
    return f"{since}, end {row['effective_to_basis'] or 'not stated'}"


def short(title: str | None) -> str | None:
    """A title for a column of a table."""
    return shorten(title, TITLE, placeholder=" …") if title else None


def _end(day: str | None, basis: str | None) -> list[str]:
    return [part for part in (day, basis) if part] or ["–"]


def _relation(row: Row) -> str:
    verb = str(row["relation"]).lower()
    return verb if row["direction"] == "out" else f"← {verb}"


def _judged(row: Row) -> str:
    return f"{_said(row)} ({row['verdict']})" if row["verdict"] else _said(row)


def _said(row: Row) -> str:
    if row["predicate"] == "self":
        return "is the document itself"
    if row["predicate"] == "norm":
        norm = json.loads(row["value"])
        whose = "; ".join(norm[name] for name in ("part", "subject", "condition") if name in norm)
        return f"norm: {MODALITY[norm['modality']]} {required(norm)}" + (f" ({whose})" if whose else "")
    if row["value"] is not None:
        return f"{row['predicate']}: {row['value']}"
    return f"{row['predicate']} {row['other']}" if row["role"] == "subject" else f"{row['other']} {row['predicate']} it"
