"""New wording in quotation marks: what an amending act puts into another document, whose `Luật này` is that document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from regraph.pipeline.clean import View
from regraph.pipeline.provisions import PROVISIONS, spelled_out
from regraph.pipeline.references import Reference

_OPENS = re.compile(r"(?:như\s+sau|sau\s+đây|thành)\s*:\s*[“\"]|\n[ ]*[“\"](?=\s*(?:Điều|Khoản|Chương|Mục|[a-zđ]\)|\d+[a-z]?\.))")
_CLOSES = re.compile(r"[”\"](?=\s*[.;,]?\s*(?:\n|$))")
_HEAD = re.compile(r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)")
_LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class Wording:
    """Words from ``start`` to ``end`` of the view that stand, or are to stand, in ``document``, in its ``part``."""

    start: int
    end: int
    document: Reference
    part: str | None


def wordings(view: View, references: list[Reference]) -> list[Wording]:
    """The quoted new wordings of the text, each with the document that it becomes part of.

    Those of no known document are left out.

    >>> from regraph.pipeline.clean import clean
    >>> from regraph.pipeline.references import references
    >>> view = clean("Điều 2. Sửa đổi khoản 1 Điều 9 của Luật Nhà ở như sau:\\n“1. Luật này có hiệu lực.”.\\n")
    >>> [found] = wordings(view, references(view))
    >>> found.document.name, found.part
    ('Nhà ở', 'khoản 1 Điều 9')
    """
    found: list[Wording] = []
    at = 0
    while opened := _OPENS.search(view.text, at):
        closed = _CLOSES.search(view.text, opened.end(), opened.end() + _LONGEST)
        if closed is None:
            at = opened.end()
            continue
        if owner := _owner(view, references, found, opened.start()):
            found.append(Wording(opened.end() - 1, closed.end(), *owner))
        at = closed.end()
    return found


def _owner(view: View, references: list[Reference], quoted: list[Wording], before: int) -> tuple[Reference, str | None] | None:
    """The document named last, outside quotations, on a line that speaks of amending, and the provision named there or below."""
    part: str | None = None
    end = before
    for _ in range(40):
        start = view.text.rfind("\n", 0, end) + 1
        inside = next((w for w in quoted if w.start <= start < w.end), None)
        if inside is not None:
            end = max(view.text.rfind("\n", 0, inside.start), 0)
            continue
        line = view.lower[start:end]
        if _HEAD.search(line):
            named = [r for r in references if start <= r.start < end and r.form != "back"]
            if part is None and (listed := list(re.finditer(PROVISIONS.pattern, line))):
                part = "; ".join(p for m in listed[-1:] for p in spelled_out(view.text[start + m.start() : start + m.end()]))
            if named:
                return named[-1], part
        if start == 0:
            return None
        end = start - 1
    return None


def speaks_for(quoted: list[Wording], at: int) -> Wording | None:
    """The wording that a position stands in."""
    return next((w for w in quoted if w.start <= at < w.end), None)
