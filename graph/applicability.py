"""Which norms hold for somebody on a day: the subject's narrower and wider terms, the condition, and the document in force.

A norm of a wider term holds for what it includes; one of a narrower term holds for a part of it. A norm that names nobody holds
for those whom its document addresses.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from regraph.graph.comparison import fold
from regraph.graph.subjects import mentioned, named, term, wider

Row: TypeAlias = Mapping[str, Any]
How: TypeAlias = Literal["same", "wider", "narrower", "addressed"]
Met: TypeAlias = Literal["met", "none", "other"]
_HOW: tuple[How, ...] = ("same", "wider", "narrower", "addressed")
_MET: tuple[Met, ...] = ("met", "none", "other")


@dataclass(frozen=True, slots=True)
class Applicable:
    """A norm that holds for the subject asked for.

    ``how`` tells what its own subject is to the one asked for, ``condition_asked`` whether its condition is the one asked
    for (``met``), another, or none; ``status`` whether its document was in force. ``document`` and ``evidence`` are rows of the
    query `norms`.
    """

    norm: Mapping[str, Any]
    how: How
    qualified: bool
    condition_asked: Met
    status: str
    document: Row
    evidence: tuple[Row, ...] = field(repr=False)


def applicable(
    rows: Iterable[Row],
    ended: Iterable[Row],
    subject: str,
    on: str,
    condition: str | None,
    status: Mapping[str, str],
) -> list[Applicable]:
    """The norms for ``subject`` of the documents that were in force on the day ``on``, the nearest to what is asked first.

    ``rows`` are those of the query `norms`, ``ended`` those of `ended-provisions`; ``status`` tells of each document whether it
    was in force on that day. Those of which nobody knows come after those in force; what was not yet, no longer or only in an
    ended provision in force is left out. Norms that several sources state are one.

    >>> applicable([], [], "chi bộ", "2024-05-01", None, status={})
    []
    """
    wanted = term(" ".join(subject.split()))
    dead = [(row["document"], fold(row["part"])) for row in ended if row["since"] and row["since"] <= on]
    of_documents: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        of_documents[row["document"]].append(row)
    found: list[Applicable] = []
    for document, said in of_documents.items():
        state = status.get(document, "unknown")
        if state in ("ended", "not_yet", "suspended"):
            continue
        ended_parts = [part for id_, part in dead if id_ == document]
        norms = _merged(row for row in said if row["predicate"] == "norm")
        addressed = wanted in _addressed(said)
        for norm, evidence in norms:
            if _is_within(norm.get("part"), ended_parts):
                continue
            if how := _how(norm.get("subject"), wanted, addressed):
                asked = _asked(norm, condition)
                found.append(Applicable(norm, how[0], how[1], asked, state, evidence[0], tuple(evidence)))
    return sorted(found, key=_nearest_first)


def _nearest_first(one: Applicable) -> tuple[object, ...]:
    return (
        one.status != "in_force",
        _MET.index(one.condition_asked),
        _HOW.index(one.how),
        one.qualified,
        _reversed(one.document["issued"]),
        one.document["document"],
        one.document["source"],
        one.document["start_offset"],
    )


def _reversed(day: str | None) -> str:
    """A key that puts the later day first and no day last."""
    return "".join(chr(ord("9") - int(digit)) if digit.isdigit() else digit for digit in day or "") or "~"


def _merged(rows: Iterable[Row]) -> list[tuple[Mapping[str, Any], list[Row]]]:
    """Each norm once, with the statements of all sources, the document's own text first."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        told = json.loads(row["value"])
        key = json.dumps({name: fold(str(value)) for name, value in told.items() if name != "part"}, sort_keys=True)
        found[key].append(row)
    merged = []
    for said in found.values():
        said.sort(key=lambda row: (row["modality"] != "enacted", row["source"], row["start_offset"]))
        merged.append((json.loads(said[0]["value"]), said))
    return merged


def _addressed(said: Iterable[Row]) -> frozenset[str]:
    """The terms for all whom a document speaks to: in its words on addressees, its title and the subjects of its norms."""
    found: set[str] = set()
    for row in said:
        if row["predicate"] == "addressee":
            found |= mentioned(row["value"])
        elif row["predicate"] == "norm" and (who := json.loads(row["value"]).get("subject")):
            found |= named(who).terms
        if row["title"]:
            found |= mentioned(row["title"])
    return frozenset(found | {above for one in found for above in wider(one)})


def _how(subject: str | None, wanted: str, addressed: bool) -> tuple[How, bool] | None:
    """What the subject of a norm is to the one asked for, and whether more words narrow it; None when neither holds the other."""
    if subject is None:
        return ("addressed", False) if addressed else None
    own = named(subject)
    if wanted in own.terms:
        return "same", own.qualified
    if own.terms & wider(wanted):
        return "wider", own.qualified
    if any(wanted in wider(one) for one in own.terms):
        return "narrower", own.qualified
    said, asked = fold(subject), fold(wanted)
    if said == asked or (said.startswith(f"{asked} ") and not any(fold(one).startswith(f"{asked} ") for one in own.terms)):
        return "same", said != asked
    return None


def _asked(norm: Mapping[str, Any], condition: str | None) -> Met:
    own = norm.get("condition")
    if own is None:
        return "none"
    return "met" if condition and fold(condition) in fold(own) else "other" if condition else "none"


def _is_within(part: str | None, ended: Iterable[str]) -> bool:
    """Whether a provision, or one that it stands in, is among those that ended."""
    own = fold(part) if part else ""
    return any(own == one or own.endswith(f" {one}") for one in ended)
