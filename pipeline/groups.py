"""What points back to several documents at once: `các Nghị định này`, `hai Quyết định nêu trên`, `các văn bản trên`."""

from __future__ import annotations

from regraph.pipeline.clean import View
from regraph.pipeline.references import MANY, POINTS_BACK, Reference
from regraph.pipeline.resolve import Entity

_COUNTS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6}
_APART = 400
_MOST = 40
_LEAD = 6
_NEAR = 3000
_HEAD = 60


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
            reference.members = _members(view, of_kind, _count(view, reference), owner)
        elif reference.form not in (*POINTS_BACK, "year") and reference.within is None and id(reference) in owner:
            named.setdefault(reference.kind, []).append(reference)
            everything.append(reference)


def _count(view: View, group: Reference) -> int | None:
    said = MANY.search(view.lower, max(0, group.start - 10), group.start)
    count = said["count"] if said else None
    return None if count is None else _COUNTS.get(count) or int(count)


def _enumerated(view: View, one: Reference, following: Reference) -> bool:
    """Whether two paragraphs name their documents in the same place with the same words: `Hà Nội: Tại Nghị quyết số …`."""
    lead = view.lower[max(0, one.start - _LEAD) : one.start]
    return (
        following.start - one.reach < _NEAR
        and len(lead.strip()) > 1
        and lead == view.lower[max(0, following.start - _LEAD) : following.start]
        and max(r.start - view.line(r.start)[0] for r in (one, following)) < _HEAD
    )


def _members(view: View, named: list[Reference], count: int | None, owner: dict[int, Entity]) -> list[Reference]:
    together: dict[int, Reference] = {}
    for i in range(len(named) - 1, max(-1, len(named) - 1 - _MOST), -1):
        if i + 1 < len(named) and named[i + 1].start - named[i].reach > _APART and not _enumerated(view, named[i], named[i + 1]):
            if len(together) >= 2:
                break
            together.clear()
        together.setdefault(id(owner[id(named[i])]), named[i])
    if count is not None and len(together) != count:
        together = {id(owner[id(r)]): r for r in reversed(named)} if len(named) <= _MOST else {}
    fits = len(together) >= 2 if count is None else len(together) == count
    return list(reversed(together.values())) if fits else []
