"""Clauses that end whatever contradicts a document without naming it: `các quy định trước đây trái với Thông tư này đều bãi bỏ`.

What they end cannot be told without reading the law: they are kept as a possible conflict and end nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regraph.model import Modality
from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import Reference, spoken_between
from regraph.pipeline.resolve import Entity
from regraph.pipeline.vocabulary import Places, matches_at

_FIRST = Places(["trái với", "trái quy định", "không phù hợp với"])
_CONTRARY = regex(
    r"(?:trái\s+với|trái|không\s+phù\s+hợp\s+với)\s+(?:các\s+)?(?:(?:quy\s+định|nội\s+dung)\s+(?:tại|của|trong)\s+)?"
)
_BEFORE = regex(r"(?:những|các|mọi)\s+(?:văn\s+bản|quy\s+định|nội\s+dung|hướng\s+dẫn)[^.;\n]{0,160}$|trước\s+đây\s+$")
_ENDS = regex(
    r"\s*,?\s*(?:thì\s+)?(?:đều\s+)?(?:bị\s+|được\s+)?(?:bãi\s+bỏ|hủy\s+bỏ|hết\s+hiệu\s+lực|không\s+còn\s+hiệu\s+lực)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Such a clause of ``entity``, at ``start`` to ``end`` of the view."""

    entity: Entity
    start: int
    end: int
    modality: Modality


def residual(view: View, references: list[Reference], owner: dict[int, Entity], regulation: bool) -> Iterator[Clause]:
    """The clauses by which a document ends, unnamed, all that is contrary to it; ``owner`` tells the document of a reference."""
    for contrary in matches_at(_FIRST.in_(view.lower), _CONTRARY, view.lower, len(view.lower)):
        meant = next(iter(spoken_between(references, contrary.end(), contrary.end() + 1)), None)
        if meant is None or id(meant) not in owner:
            continue
        ends = _ENDS.match(view.lower, meant.reach)
        lead = _BEFORE.search(view.lower, max(0, contrary.start() - 240), contrary.start())
        if ends and lead:
            yield Clause(owner[id(meant)], lead.start(), ends.end(), "enacted" if regulation else "reported")
