"""Provisions that an end leaves in force: `Nghị định A hết hiệu lực, trừ Điều 5`."""

from __future__ import annotations

from collections.abc import Sequence

from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS
from regraph.pipeline.references import Reference, spoken_between

_REACH = 600
_EXCEPT = regex(
    r"(?<!\w)trừ\s+(?:(?:các|những)\s+)?(?:(?:quy\s+định|nội\s+dung(?:\s+quy\s+định)?)\s+(?:tại|của)\s+)?(?:các\s+)?"
    rf"(?:{PROVISIONS.pattern})\s*(?:(?:của|tại)\s+)?"
    r"(?P<own>(?:bộ\s+luật|luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|thông\s+tư(?:\s+liên\s+tịch)?|quyết\s+định|quy\s+định|văn\s+bản"
    r"|điều|khoản)\s+này)?"
)


def excepted(view: View, references: list[Reference], ended: Sequence[Reference], start: int, end: int) -> list[Reference]:
    """Which of the documents said to have ended go on in provisions that are told between two positions.

    `trừ quy định tại Điều 9 của Luật này` speaks of the act that ends them, and leaves nothing of them in force.

    >>> from regraph.pipeline.clean import clean
    >>> from regraph.pipeline.references import references
    >>> view = clean("Nghị định số 4/2020/NĐ-CP hết hiệu lực, trừ Điều 5.")
    >>> found = references(view)
    >>> [one.symbol for one in excepted(view, found, found, 26, 51)]
    ['4/2020/NĐ-CP']
    """
    for told in _EXCEPT.finditer(view.lower, start, min(end, start + _REACH)):
        if told["own"]:
            continue
        named = list(spoken_between(references, told.end(), told.end() + 1))
        if not named:
            return list(ended) if len(ended) == 1 else []
        return [r for r in ended if (r.symbol or r.name) == (named[0].symbol or named[0].name)]
    return []
