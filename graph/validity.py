"""From when to when a document is in force, and what each end of the interval rests on.

The start is the stated day of effect of the whole document, else its day of issue, marked as assumed: Party documents take
effect on the day they are signed unless they say otherwise. The end is the stated last day, or the day before a
document that replaces or repeals the whole of it begins, whichever comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from regraph.graph.resolution import Resolution, ResolvedDocument

ENDING = {"replaces": "replaced", "repeals": "repealed"}


@dataclass(frozen=True, slots=True)
class Interval:
    """First and last day in force, None when not known or without end; each basis says what the day rests on.

    A basis is ``stated``, ``assumed: …``, ``derived: …`` or ``unknown: …``, and None where nothing is known to begin or end.
    """

    begins: str | None
    begins_basis: str | None
    ends: str | None
    ends_basis: str | None


def intervals(resolution: Resolution) -> dict[str, Interval]:
    """The interval in force of every document, by id.

    >>> intervals(resolution)["262-QĐ/TW@2014-10-08"].ends_basis  # doctest: +SKIP
    'derived: replaced by 96-QĐ/TW@2023-02-02'
    """
    starts = {document.id: _start(document) for document in resolution.documents}
    enders: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for relation in resolution.relations:
        if relation.type in ENDING and relation.part is None:
            enders[relation.target].add((relation.source, ENDING[relation.type]))
    return {
        document.id: Interval(*starts[document.id], *_end(document, starts, enders[document.id]))
        for document in resolution.documents
    }


def _start(document: ResolvedDocument) -> tuple[str | None, str | None]:
    if stated := _day(document.value("effective_from")):
        return stated, "stated"
    if issued := _day(document.value("issued")):
        return issued, "assumed: issue date"
    return None, None


def _end(
    document: ResolvedDocument, starts: Mapping[str, tuple[str | None, str | None]], enders: set[tuple[str, str]]
) -> tuple[str | None, str | None]:
    """The earliest end that does not lie before the start; when there is none, why those that are said do not count."""
    begins, _ = starts[document.id]
    ends: list[tuple[str, str]] = []
    unknown: list[str] = []
    if stated := _day(document.value("effective_to")):
        ends.append((stated, "stated"))
    for source, how in sorted(enders):
        start, _ = starts[source]
        if start is None:
            unknown.append(f"unknown: {how} by {source}, whose start is not known")
        else:
            ends.append((_day_before(start), f"derived: {how} by {source}"))
    possible = [end for end in ends if not begins or end[0] >= begins]
    if possible:
        return min(possible)
    unknown += [f"unknown: {day} ({basis}) lies before the start" for day, basis in sorted(ends)]
    return None, unknown[0] if unknown else None


def _day(value: str | None) -> str | None:
    """A full date, None for a year alone or for what is no date."""
    try:
        return date.fromisoformat(value or "").isoformat()
    except ValueError:
        return None


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
