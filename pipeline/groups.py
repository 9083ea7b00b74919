"""What points back to several documents at once: `các Nghị định này`, `hai Quyết định nêu trên`, `các văn bản trên`."""

from __future__ import annotations

import re

from regraph.pipeline.clean import View
from regraph.pipeline.references import MANY, POINTS_BACK, Reference
from regraph.pipeline.resolve import Entity

_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_APART = 400
_APART_IN_A_SERIES = 1500
_MOST = 40


def tie_groups(view: View, references: list[Reference], owner: dict[int, Entity]) -> None:
    """Gives each group its ``members``, one reference of each document that is meant, or none.

    Meant are the documents of its kind (of any, for `văn bản`) that were last named together; where their number is said,
    they must be as many, or be all of their kind that the text has named so far. ``owner`` tells the document of a reference
    by `id`.
    """
    named: dict[str, list[Reference]] = {}
    everything: list[Reference] = []
    for reference in references:
        if reference.form == "group":
            of_kind = everything if reference.kind == "Văn bản" else named.get(reference.kind, [])
            reference.members = _members(of_kind, _count(view, reference), owner)
            for member in reference.members if reference.issued else ():
                _date(owner[id(member)], member, reference)
        elif reference.form not in (*POINTS_BACK, "year") and reference.within is None and id(reference) in owner:
            named.setdefault(reference.kind, []).append(reference)
            everything.append(reference)


def _count(view: View, group: Reference) -> int | None:
    said = MANY.search(view.lower, max(0, group.start - 10), group.start)
    count = said["count"] if said else None
    return None if count is None else _COUNTS.get(count) or int(count)


def _members(named: list[Reference], count: int | None, owner: dict[int, Entity]) -> list[Reference]:
    together: dict[int, Reference] = {}
    for i in range(len(named) - 1, max(-1, len(named) - 1 - _MOST), -1):
        apart = _APART if i + 1 == len(named) or not _of_one_series(named[i], named[i + 1]) else _APART_IN_A_SERIES
        if i + 1 < len(named) and named[i + 1].start - named[i].reach > apart:
            if len(together) >= 2:
                break
            together.clear()
        together.setdefault(id(owner[id(named[i])]), named[i])
    if count is not None and len(together) != count:
        together = {id(owner[id(r)]): r for r in reversed(named)} if len(named) <= _MOST else {}
    fits = len(together) >= 2 if count is None else len(together) == count
    return list(reversed(together.values())) if fits else []


def _of_one_series(one: Reference, next_one: Reference) -> bool:
    """Whether two documents were issued together as their signs tell: near numbers of one office and year."""
    if one.symbol is None or next_one.symbol is None or one.kind != next_one.kind:
        return False
    numbers = [int(re.sub(r"\D.*", "", r.symbol or "")) for r in (one, next_one)]
    rest = {re.sub(r"^\d+", "", r.symbol or "") for r in (one, next_one)}
    return len(rest) == 1 and abs(numbers[0] - numbers[1]) <= _MOST


def _date(entity: Entity, member: Reference, group: Reference) -> None:
    """Gives a member the day that is told of all: `Các Nghị quyết trên có hiệu lực từ ngày được thông qua (16/6/2025).`"""
    if entity.issued is None:
        entity.issued, member.issued, member.issued_at = group.issued, group.issued, group.issued_at
