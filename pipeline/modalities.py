"""The words that tell a modality, `phải`, `không được`, `có quyền`, and where what is to be done begins after them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from regraph.model import NormModality
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import Places, alternatives, table

FORBIDS = "nghiêm cấm"
"""What begins a sentence that forbids and names nobody."""

_OF_A_KIND = "".join(rf"(?<!{word} )" for word in ("thuộc diện", "thuộc đối tượng", "trường hợp"))
"""Words behind which a modality only tells which thing is meant: `hàng thuộc diện phải kiểm dịch`."""
_NOT_BEHIND = "".join(rf"(?<!{word} )" for word in ("không", "chưa", "mà", "không có", "các khoản")) + _OF_A_KIND

AGAIN = regex(
    rf"(?<!\w){_OF_A_KIND}(?:phải|có\s+trách\s+nhiệm|không\s+được|có\s+nghĩa\s+vụ|có\s+nhiệm\s+vụ|có\s+quyền|chỉ\s+được|nghiêm\s+cấm|bị\s+nghiêm\s+cấm)(?!\w)"
)
"""A modality that need not stand where one is read."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A modality from ``start``; what is to be done begins at ``action``. ``bodies`` when only an authority may act."""

    start: int
    action: int
    modality: NormModality
    bodies: bool = False


@cache
def _pattern(*, acting: bool) -> tuple[re.Pattern[str], tuple[Mapping[str, Any], ...]]:
    """Any modality, and the row of each group of the pattern; ``acting`` when also those that belong to the action."""
    kinds: list[Mapping[str, Any]] = []
    rows: list[str] = []
    for row in table("norms")["modality"]:
        if row.get("acts", False) and not acting:
            continue
        after = rf"(?=\s+(?:{alternatives(row['verbs'])})(?!\w))" if "verbs" in row else ""
        other = rf"(?!,?\s+(?:{alternatives(row['not_before'])})(?!\w))" if "not_before" in row else ""
        rows.append(rf"((?:{alternatives(row['phrases'])})(?!\w){after}{other})")
        kinds.append(row)
    return re.compile(rf"(?<!\w){_NOT_BEHIND}(?:{'|'.join(rows)})"), tuple(kinds)


def modalities(lower: str, start: int, end: int) -> list[Cue]:
    """The modalities between two positions of a text in lower case, in order.

    >>> [cue.modality for cue in modalities("chi bộ phải họp và có quyền bầu", 0, 31)]
    ['must', 'may']
    """
    pattern, kinds = _pattern(acting=True)
    found = []
    for m in pattern.finditer(lower, start, end):
        row = kinds[(m.lastindex or 1) - 1]
        found.append(Cue(m.start(), m.start() if row.get("acts") else m.end(), row["name"], row.get("bodies", False)))
    return found


def says_another(lower: str) -> bool:
    """Whether words in lower case hold a modality of their own, so that they are no mere action.

    >>> says_another("lập kế hoạch; không được tiết lộ"), says_another("lập kế hoạch")
    (True, False)
    """
    return bool(_pattern(acting=False)[0].search(lower) or AGAIN.search(lower))


@cache
def first() -> Places:
    """Where a modality or a limit may stand."""
    words = [
        f"{phrase} {verb}" if phrase == "được" else phrase
        for row in table("norms")["modality"]
        for phrase in row["phrases"]
        for verb in (row["verbs"] if phrase == "được" else [""])
    ]
    alone = (row for row in table("norms")["limit"] if "after" not in row)
    return Places([*words, *(phrase for row in alone for phrase in row["phrases"]), FORBIDS])
