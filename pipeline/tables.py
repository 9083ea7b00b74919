"""People in tables: a name in one cell, and the positions in the cells behind it, before it or in the head of its column."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regraph.pipeline.address import without_address
from regraph.pipeline.clean import View
from regraph.pipeline.names import name_at, names
from regraph.pipeline.offices import core_of, grammar
from regraph.pipeline.patterns import regex
from regraph.pipeline.positions import chain
from regraph.pipeline.vocabulary import table

_RULE = "---"
# The line between the head of a table and its body, each column on a line of its own since the view parts the cells so.
_HEAD_ENDS = regex(r"(?:^[ ]*:?-{3,}:?[ ]*\n){2,}", re.MULTILINE)
# Where the view takes the end of a cell for the wrap of a line, it leaves several spaces.
_CELL = regex(r"(?:\[sửa\s+sửa mã nguồn\][ ]*)?(?P<cell>[^\s](?:[^\n]*?\S)??)(?=[ ]{2}|[ ]*(?:\n|\Z))")
_LONGEST = 240
"""A line longer than this is no cell."""
_OF_NAMES = regex(r"(?:họ(?: và|,)? ?(?:tên|chữ đệm và tên)|tên|ứng viên|danh sách)(?:\s*\([^()\n]*\))?", re.IGNORECASE)
_NUMBER = regex(r"(?:\d{1,3}|[-—–])\.?")
_ASIDE = regex(r"\s*(?:\([^()\n]*\)|\[\d+\])")
# `Giám đốc Sở Y tế (2016-2020) Bí thư Huyện ủy (2020-`: what stands between the positions of one cell.
_BETWEEN = regex(r"(?:[ ]?\([^()\n]*\)|[ ]?\([\d\s/.’'-]+(?:nay)?|\[\d+\]|[ ,;.-])*")


@dataclass(frozen=True, slots=True)
class _Cell:
    start: int
    end: int
    names: tuple[int, ...]
    """Where the names begin of a cell that holds nothing else."""
    office: list[tuple[int, int]]
    """The positions of a cell that holds nothing else."""


class Tables:
    """The tables of a text, to be asked what positions they give the name that begins at a place."""

    def __init__(self, view: View, start: int, end: int) -> None:
        self._view = view
        self._given: dict[int, list[tuple[int, int]]] = {}
        self._spans: list[tuple[int, int]] = []
        self._size = len(view.text)
        start = view.line(start)[0]
        heads = [head for head in view.at_lines(_HEAD_ENDS, view.text, start) if head.end() <= end] if _RULE in view.text else []
        for head, until in zip(heads, [*(following.start() for following in heads[1:]), end], strict=False):
            columns = len(head[0].split())
            above = list(self._cells(max(start, head.start() - columns * _LONGEST), head.start()))[-columns:]
            apart = [i for i, span in enumerate(above) if self._ends_table(*span)]
            body = itertools.takewhile(lambda span: not self._ends_table(*span), self._cells(head.end(), until))
            heads_, cells = ([self._cell(*span) for span in cells] for cells in (above[apart[-1] + 1 if apart else 0 :], body))
            if cells:
                self._spans.append((head.start(), cells[-1].end))
            self._read(heads_, cells, [*heads_, *cells[: 2 * columns]])

    def of(self, at: int) -> list[tuple[int, int]]:
        """The positions that a table gives the name which begins at ``at``.

        >>> from regraph.pipeline.clean import clean
        >>> view = clean("| Họ và tên | Chức vụ |\\n|---|---|\\n| Lê Văn Ba | Giám đốc Sở Y tế |")
        >>> [view.text[slice(*span)] for span in Tables(view, 0, len(view.text)).of(view.text.index("Lê Văn Ba"))]
        ['Giám đốc Sở Y tế']
        """
        return self._given.get(at, [])

    def hold(self, at: int) -> bool:
        """Whether a place is within the body of a table."""
        i = bisect_right(self._spans, (at, self._size))
        return i > 0 and at < self._spans[i - 1][1]

    def _cells(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        return (found.span("cell") for found in _CELL.finditer(self._view.text, start, end))

    def _ends_table(self, start: int, end: int) -> bool:
        """Whether a line is a heading or a paragraph."""
        return end - start > _LONGEST or self._view.text.startswith("#", start)

    def _cell(self, start: int, end: int) -> _Cell:
        text = self._view.text
        office = chain(self._view, start, end) if grammar().title.match(text, start, end) else []
        if office:
            at = office[-1][1]
            while aside := _ASIDE.match(text, at, end):
                at = aside.end()
            return _Cell(start, end, (), office if at == end else [])
        found = names(self._view, start, end)
        rest, at = "", start
        for name in found:
            rest += without_address(self._view, at, name.start)
            at = name.end
            while aside := _ASIDE.match(text, at, end):
                at = aside.end()
        return _Cell(start, end, () if (rest + text[at:end]).strip(" ,;") else tuple(name.start for name in found), [])

    def _read(self, head: Sequence[_Cell], body: Sequence[_Cell], labels: Sequence[_Cell]) -> None:
        offices = [cell for cell in head if cell.office]
        of_names = any(_OF_NAMES.fullmatch(self._view.text, cell.start, cell.end) for cell in labels)
        if of_names:
            if not offices:  # else they are those of others: `Họ và tên | Bộ trưởng | Chức vụ cao nhất`
                self._behind(body)
        elif len(offices) == 1 and not any(cell.names for cell in head):
            for cell in body:
                self._give(cell, offices[0].office)
        else:
            self._before([*head, *body])

    def _give(self, cell: _Cell, office: list[tuple[int, int]]) -> None:
        for name in cell.names:
            self._given.setdefault(name, []).extend(office)

    def _behind(self, body: Sequence[_Cell]) -> None:
        """Gives each name the positions of the cells behind it, up to the next name."""
        named: _Cell | None = None
        for cell in body:
            if cell.names:
                named = cell
            elif named:
                self._give(named, list(self._offices(cell)))

    def _before(self, cells: Sequence[_Cell]) -> None:
        """Gives names the position in the cell before them, or in the row above them that holds nothing else."""
        heading: list[tuple[int, int]] = []
        for i, cell in enumerate(cells):
            before = cells[i - 1] if i else None
            if cell.office:
                numbered = i + 1 < len(cells) and self._is_number(cells[i + 1])
                heading = cell.office if numbered else []
            elif cell.names and before:
                self._give(cell, before.office or (heading if self._is_number(before) else []))

    def _is_number(self, cell: _Cell) -> bool:
        return _NUMBER.fullmatch(self._view.text, cell.start, cell.end) is not None

    def _offices(self, cell: _Cell) -> Iterator[tuple[int, int]]:
        """The positions that follow one another in a cell, whether marks, dates or nothing but a space part them."""
        at = cell.start
        while spans := chain(self._view, at, cell.end):
            start, at = spans[-1]
            yield from spans[:-1]
            if core_of(self._view.text[start:at]) in table("positions")["helpers"]:
                helped = chain(self._view, at + 1, cell.end)
                at = helped[0][1] if helped else at
                yield start, at
                name = name_at(self._view, at + 1)
                at = name.end if name else at
            else:
                yield start, at
            between = _BETWEEN.match(self._view.text, at, cell.end)
            at = between.end() if between else at
