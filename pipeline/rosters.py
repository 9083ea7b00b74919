"""Lists of people below a heading that is a position: `### Thứ trưởng`, `Các Phó Trưởng ban:`."""

from __future__ import annotations

import re
from bisect import bisect_left

from regraph.pipeline.clean import View
from regraph.pipeline.names import Name
from regraph.pipeline.patterns import regex
from regraph.pipeline.rows import Row

_EDIT = r"(?:\[sửa\s+sửa mã nguồn\])?"  # what crawled pages leave behind a heading
_END = regex(rf"(?P<colon>[ ]*:)?\s*{_EDIT}[ ]*(?:(?<=\n)|\n|(?=-[ ])|$)")
_MARKS = regex(r"[ *+•-]*(?P<sure>#[ #*]*(?:(?:các|những)[ ])?|(?:các|những)[ ])?", re.IGNORECASE)
_ITEM = regex(rf"{_EDIT}\s*(?:[-+•·]|\d{{1,3}}[.)])[ ]*")


class Rosters:
    """The headings of a text that are positions, to be asked for each name in its order what stands over it."""

    def __init__(self, view: View, rows: list[Row]) -> None:
        self._view = view
        self._ends: list[int] = []
        self._spans: list[list[tuple[int, int]]] = []
        for row in rows:
            if not row.spans:
                continue
            first = row.spans[0][0]
            marks, end = _MARKS.fullmatch(view.text, view.line(first)[0], first), _END.match(view.text, row.end)
            if marks and end and (marks["sure"] or end["colon"]):  # another line may be the caption of a picture
                self._ends.append(end.end())
                self._spans.append(row.spans)
        self._open = -1
        self._until = -1

    def over(self, name: Name, begin: int) -> list[tuple[int, int]]:
        """The positions of the heading over a list, an item of which begins with a name, with its address at ``begin``."""
        line, line_end = self._view.line(name.start)
        if not _ITEM.fullmatch(self._view.text, line, begin):
            return []
        i = bisect_left(self._ends, name.start + 1) - 1
        if i < 0:
            return []
        since = max(self._ends[i], self._until) if i == self._open else self._ends[i]
        if self._view.text[since : max(since, line)].strip():
            return []
        self._open, self._until = i, line_end
        return self._spans[i]
