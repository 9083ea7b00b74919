"""The command that tells which norms hold for somebody on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from regraph import console
from regraph.errors import UsageError
from regraph.guard import guarded
from regraph.options import DEFAULT_DB, AsJson, Day, Db, Limit, day_or_today

if TYPE_CHECKING:
    from regraph.graph.stores.base import GraphStore

Who: TypeAlias = Annotated[str, typer.Argument(metavar="SUBJECT", help="Whom the norms are for: 'chi bộ', 'công chức'.")]
Condition: TypeAlias = Annotated[
    str | None, typer.Option("--condition", metavar="WORDS", help="Norms whose condition holds these words come first.")
]
HOW = {"same": "", "wider": "a wider term", "narrower": "a narrower term", "addressed": "all whom it addresses"}
NORM = ("subject", "condition", "modality", "action", "limit", "part")
OF_DOCUMENT = ("document", "kind", "symbol", "number", "issued", "issuer", "title", "effective_from", "effective_to")
PLACE = ("raw", "quote", "source", "start_offset", "end_offset", "statement")


@guarded
def applies(
    subject: Who, on: Day = None, condition: Condition = None, limit: Limit = 20, db: Db = DEFAULT_DB, as_json: AsJson = False
) -> None:
    """What somebody must, must not or may do on a day, with the words that say so.

    Norms come from the documents in force on that day; those of which nobody knows are marked. A subject finds its wider and
    narrower terms too: what holds for every tổ chức đảng holds for a chi bộ. Norms that name nobody (`nghiêm cấm …`) hold for all
    whom their document addresses.

    \b
    Examples:
      regraph applies 'chi bộ' --on 2024-05-01
      regraph applies 'chi bộ' --on 2024-05-01 --condition 'đặc thù'
      regraph applies 'công chức' --json | jq '.[] | select(.modality == "must_not") | .action'
    """
    from regraph.answers import opened
    from regraph.graph.find import label
    from regraph.printing import MODALITY, excerpt, required

    if not subject.strip():
        raise UsageError("the subject is empty; name whom the norms are for, as 'chi bộ'")
    day = day_or_today(on)
    with opened(db) as store:
        found = norms_for(store, subject, day, condition)
    if as_json:
        console.as_json(found[:limit])
        return
    if not found:
        console.note(f"No norm for {subject!r} is known to have been in force on {day}.")
        return
    lines = []
    for row in found[:limit]:
        document = label(row["kind"], row["symbol"] or row["number"] or row["title"], row["issued"])
        who = _lines(row["subject"], HOW[row["how"]])
        where = _lines(row["part"], document, _force(row))
        lines.append((MODALITY[row["modality"]], required(row), who, row["condition"] or "", where, excerpt(row)))
    console.table(["", "what", "who", "when", "document", "quote"], lines)
    if len(found) > limit:
        console.note(f"{len(found) - limit} more; see them with --limit {len(found)}")


_STATUS = (
    "MATCH (d:Document)-[:HAS_PERIOD]->(p:Period) WHERE p.part IS NULL AND (p.first_day IS NULL OR p.first_day <= $day) "
    "AND (p.last_day IS NULL OR p.last_day >= $day) RETURN d.id, p.status"
)


def norms_for(store: GraphStore, subject: str, on: str, condition: str | None = None) -> list[dict[str, Any]]:
    """The norms for `subject` on the day `on`, the nearest to what is asked first, each with its document, days and quote.

    `on` is an ISO day; `condition` are words of the condition that is met.

    >>> norms_for(store, "chi bộ", "2024-05-01", "đặc thù")[0]["limit"]  # doctest: +SKIP
    {'at_most': 3, 'unit': 'lần', 'per': 'năm'}
    """
    from regraph.answers import rows
    from regraph.graph.applicability import applicable

    held = store.rows(_STATUS, {"day": on}).rows
    status: dict[str, str] = dict(held)
    found = applicable(rows(store, "norms"), rows(store, "ended-provisions"), subject, on, condition, status)
    return [
        {name: one.norm.get(name) for name in NORM}
        | {name: one.document[name] for name in OF_DOCUMENT}
        | {"status": one.status, "how": one.how, "qualified": one.qualified, "condition_asked": one.condition_asked}
        | {name: one.document[name] for name in PLACE}
        | {"sources": len({row["source"] for row in one.evidence})}
        for one in found
    ]


def _lines(*said: str | None) -> str:
    return "\n".join(filter(None, said))


def _force(row: dict[str, Any]) -> str:
    if row["status"] == "unknown":
        return "not known whether in force"
    if row["status"] != "in_force":
        return str(row["status"]).replace("_", " ")
    return f"until {row['effective_to']}" if row["effective_to"] else ""
