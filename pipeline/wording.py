"""New wording in quotation marks: what an amending act puts into another document, whose `Luật này` is that document."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS, spelled_out
from regraph.pipeline.references import POINTS_BACK, Reference, spoken_between

_OPENS = regex(
    r"(?P<announced>(?:như\s+sau|sau\s+đây|thành)\s*:\s*)[“\"]"
    r"|\n[ #*]*[“\"](?=\s*(?:(?:Điều|Khoản|Chương|Mục)\s+(?:\d|[IVXLC]+[a-z]?\b)|[a-zđ]\)|\d+[a-z]?\.))"
)
_CLOSES = regex(r"[”\"](?=\s*[.;,]?\s*(?:\n|$))")
_MARKS = regex(r"[“”]")
_GOES_ON = regex(r"”[ ]+[^\W\d_]")
_HEAD = regex(r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|quy\s+định\s+như\s+sau)")
_ARTICLE = regex(r"[ *#]*điều\s+\d+[a-z]?\s*[.:]")
_LONGEST = 60_000


UNNAMED = Reference(0, 0, "implied", "Văn bản")
"""The document of a new wording that the text does not tell; it is never the text itself."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words from ``start`` to ``end`` of the view that stand, or are to stand, in ``document``, in its ``part``."""

    start: int
    end: int
    document: Reference
    part: str | None


def wordings(view: View, references: list[Reference], title: tuple[int, int] | None = None) -> list[Wording]:
    """The quoted new wordings of the text, each with the document that it becomes part of.

    Where its article names none, that is the only one that the text's own ``title`` is about, else one that is UNNAMED.

    >>> from regraph.pipeline.clean import clean
    >>> from regraph.pipeline.references import references
    >>> view = clean("Điều 2. Sửa đổi khoản 1 Điều 9 của Luật Nhà ở như sau:\\n“1. Luật này có hiệu lực.”.\\n")
    >>> [found] = wordings(view, references(view))
    >>> found.document.name, found.part
    ('Nhà ở', 'khoản 1 Điều 9')
    """
    found: list[Wording] = []
    amended = _amended(view, references, title) if title else None
    closes = [m.end() for m in _CLOSES.finditer(view.text)]
    at = 0
    while closes and (opened := _OPENS.search(view.text, at)):
        n = bisect_right(closes, opened.end())
        at = opened.end()
        if n == len(closes):
            break
        ends = _inline(view, opened.end() - 1, closes[n]) or closes[n]
        if ends < closes[n] and not opened["announced"]:
            at = ends
        elif ends - opened.end() < _LONGEST:
            at = ends
            document, part = _owner(view, references, found, opened.start())
            found.append(Wording(opened.end() - 1, at, document or amended or UNNAMED, part))
    return found


def _inline(view: View, start: int, end: int) -> int | None:
    """Where the quotation that opens at ``start`` closes amid a sentence that goes on, before ``end``; None when it does not."""
    depth = 0
    for mark in _MARKS.finditer(view.text, start, end):
        depth += 1 if mark[0] == "“" else -1
        if depth == 0:
            following = _GOES_ON.match(view.text, mark.start())
            return mark.end() if following and following[0][-1].islower() else None
        if depth < 0:
            return None
    return None


def _amended(view: View, references: list[Reference], title: tuple[int, int]) -> Reference | None:
    """The document in a title such as `Sửa đổi, bổ sung một số điều của A`, if it is one alone."""
    if not _HEAD.match(view.lower, title[0]):
        return None
    named = [r for r in spoken_between(references, *title) if r.form not in POINTS_BACK]
    outer = [r for r in named if r.within is None or r.within.start < title[0]]
    return outer[0] if len({r.symbol or r.name for r in outer}) == 1 else None


def _owner(view: View, references: list[Reference], quoted: list[Wording], before: int) -> tuple[Reference | None, str | None]:
    """The document named last, outside quotations, on a line that speaks of amending, and the provision named there or below.

    A wording in the same article as the one before it has that one's document. Where none is found, only the provision is told.
    """
    part: str | None = None
    new_article = False
    end = before
    for _ in range(40):
        start, _ = view.line(end)
        inside = speaks_for(quoted, start)
        if inside is not None:
            if not new_article:
                return (None if inside.document is UNNAMED else inside.document), part
            end = max(view.text.rfind("\n", 0, inside.start), 0)
            continue
        line = view.lower[start:end]
        new_article = new_article or bool(_ARTICLE.match(line))
        if _HEAD.search(line):
            named = [r for r in spoken_between(references, start, end) if r.form not in POINTS_BACK]
            if part is None and (listed := list(re.finditer(PROVISIONS.pattern, line))):
                part = "; ".join(p for m in listed[-1:] for p in spelled_out(view.text[start + m.start() : start + m.end()]))
            if named:
                return named[-1], part
        if start == 0:
            break
        end = start - 1
    return None, part


def speaks_for(quoted: list[Wording], at: int) -> Wording | None:
    """The wording that a position stands in."""
    i = bisect_right(quoted, at, key=lambda w: w.start) - 1
    return quoted[i] if i >= 0 and at < quoted[i].end else None
