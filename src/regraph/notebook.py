"""How the answers of the Python interface show themselves in a notebook: HTML in which every text of a source stays text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from regraph import printing
from regraph.answers import Row
from regraph.graph.export import svg
from regraph.model import Edge, Graph, Node

SHOWN = 60
_OF_DOCUMENT = ("kind", "symbol", "issued", "title")


def table(columns: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """The first rows as a table, and how many more there are.

    >>> table(["x"], [{"x": "<b>"}])
    '<table><thead><tr><th>x</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{_cell(row.get(c))}</td>' for c in columns)}</tr>" for row in rows[:SHOWN])
    more = f"<p>… {len(rows) - SHOWN} more rows</p>" if len(rows) > SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def card(found: Row) -> str:
    """What `answers.card` found: the document, its relations, and where each fact is said, folded up."""
    document = found["document"]
    told = {
        "issued by": document["issuer"],
        "title": document["title"],
        "in force": printing.interval(document),
        "own text": "among the sources" if document["has_text"] else "not among the sources",
        "sources": document["source_count"],
    }
    facts = "".join(
        f'<tr><th style="text-align: left">{name}</th><td>{_cell(value)}</td></tr>' for name, value in told.items() if value
    )
    relations = [
        {
            "relation": ("" if row["direction"] == "out" else "← ") + str(row["relation"]).lower().replace("_", " "),
            "document": printing.name(row),
            "part": row["to_part"],
            "quote": row["quote"],
        }
        for row in found["relations"]
    ]
    related = table(("relation", "document", "part", "quote"), relations) if relations else ""
    said = "".join(f"<li>{escape(row['predicate'])}: {_quote(row)}</li>" for row in found["facts"][:SHOWN])
    more = f"<li>… {len(found['facts']) - SHOWN} more</li>" if len(found["facts"]) > SHOWN else ""
    evidence = f"<details><summary>{len(found['facts'])} places where it is said</summary><ul>{said}{more}</ul></details>"
    return f"<h4>{escape(printing.name(document))}</h4><table>{facts}</table>{related}{evidence}"


def lineage(rows: Iterable[Row]) -> str:
    """The rows of the query `lineage` as a picture from left to right by year."""
    known = {row["document"]: {name: row[name] for name in _OF_DOCUMENT if row[name]} for row in rows}
    edges = {
        (row["relation"], *((row["document"], row["via"]) if row["generation"] > 0 else (row["via"], row["document"])))
        for row in rows
        if row["via"]
    }
    out = io.StringIO()
    svg.write(
        Graph(
            tuple(Node("Document", key, known[key]) for key in sorted(known)),
            tuple(Edge(type_, source, "Document", target, "Document", {}) for type_, source, target in sorted(edges)),
        ),
        out,
    )
    return f'<div style="overflow-x: auto">{out.getvalue()}</div>'


def _quote(row: Row) -> str:
    """The quote with the words that state the fact marked, and its place."""
    quote, words = row["quote"], row["raw"]
    marked = escape(quote).replace(escape(words), f"<mark>{escape(words)}</mark>", 1) if words else escape(quote)
    return f"“{marked}” <small>{escape(printing.place(row))}</small>"


def _cell(value: object) -> str:
    return "" if value is None else escape(str(value))
