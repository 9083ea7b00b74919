"""The lines of a regulation, each with the provision that it stands in and the line that introduces it.

Articles: phần, chương, mục, điều, khoản, điểm (Nghị định 34/2016/NĐ-CP, Điều 68). Texts without articles, most of the Party's,
count `I-`, `1.`, `1.1.`, `a)`. Only numbers that follow one another count; what stands in annexes and forms is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.wording import Wording, speaks_for


class Depth(IntEnum):
    """How deep a line stands: an article or Roman number, what introduces its clauses, a clause, a line without mark, …"""

    ARTICLE = 0
    INTRODUCTION = 1
    CLAUSE = 2
    PLAIN = 3
    POINT = 4
    DASH = 5
    PLUS = 6


@dataclass(slots=True)
class Line:
    """A line from ``start`` to ``end`` of the view, its words from ``body``.

    ``depth`` is that of `Depth`; ``part`` is the provision, None when unsure; ``above`` is the nearest line of a smaller depth.
    ``heading`` when it only names its article.
    """

    start: int
    body: int
    end: int
    depth: Depth
    part: str | None
    above: Line | None
    heading: bool

    def last(self, view: View, count: int) -> str:
        """The last ``count`` characters of its words, in lower case and without white space at the end."""
        return view.lower[max(self.body, self.end - count) : self.end].rstrip()


_MARK = regex(
    r"[ #]*(?:(?P<article>[Đđ]iều|ĐIỀU)\s*(?P<label>\d{1,4}[a-zđ]?)\s*(?:[.:]|(?=\n|$))\s*"
    r"|(?P<roman>[IVX]{1,5})\s*[.-]\s*(?=\S)"
    r"|(?P<number>\d{1,3}(?:\.\d{1,2}){0,3})(?:[.)]|(?<=\.\d)|(?<=\.\d\d))\s*(?=[^\W\d_]|[(“\"])"
    r"|(?P<point>[a-zđ])\)\s*|(?P<dash>[-+•]|\((?:[ivx]{1,4}|\d{1,2})\))\s*)"
)
_LINE = regex(r"[^\n]+")
_ASIDE = regex(
    r"[ #_*.-]*(?:nơi nhận\b|phụ lục(?:\s+(?:số\s+)?[\divx]+)?[ .:]*$|(?:t/m|tm\.|kt\.)\s"
    r"|(?:(?:biểu\s+)?mẫu\s+số\b|mẫu\s+\d)(?![^\n]*?\s(?:là|được|để)\s))",
    re.IGNORECASE,
)
_ATTACHED = regex(
    r"[ #*]*(?P<kind>QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|QUY TRÌNH|HƯỚNG DẪN|QUY CHUẨN|NỘI QUY)"
    r"(?P<rest>[ ](?!CHUNG\b|CỤ THỂ\b|KHÁC\b)[^\n]+)?[ ]*$"
)
_PROMULGATED = regex(r"[ #*(\[]*(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s", re.IGNORECASE)
_LEFT_OUT = regex(r"\s*[\[(]?(?:\.{3,}|…+)[\])]?\s*")
_POINTS = "abcdđeghiklmnopqrstuvxy"
_MANY = 200
_MAY_LACK = 3
"""Articles that may be missing before one; after more of them, two that follow each other make the numbers sure again."""


class Outline:
    """The lines of a regulation; `at` gives the one that holds a position.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("Điều 1. Việc chung\\n1. Một việc:\\na) Thứ nhất.\\nb) Thứ hai.\\n")
    >>> Outline(view, 0, len(view.text), []).at(45).part
    'điểm b khoản 1 Điều 1'
    """

    def __init__(self, view: View, start: int, end: int, quoted: list[Wording]) -> None:
        self.lines = list(_lines(view, start, end, quoted))
        self._starts = [line.start for line in self.lines]

    def at(self, position: int) -> Line | None:
        """The line that holds a position, None where it is no part of the regulation's own articles."""
        i = bisect_right(self._starts, position) - 1
        return self.lines[i] if i >= 0 and position < self.lines[i].end else None

    def below(self, line: Line) -> Iterator[Line]:
        """The lines that ``line`` introduces, next to it and to each other, not those that they introduce."""
        i = bisect_right(self._starts, line.start)
        for under in self.lines[i : i + _MANY]:
            if under.depth <= line.depth:
                return
            if under.above is line:
                yield under


def _lines(view: View, start: int, end: int, quoted: list[Wording]) -> Iterator[Line]:
    by_article = bool(re.compile(r"^[ #]*(?:Điều|ĐIỀU)[ ]+\d+[ ]*[.:\n]", re.MULTILINE).search(view.text, start, end))
    count = _Count(by_article)
    above: list[Line | None] = [None] * len(Depth)
    titles: list[str] = []
    title: str | None = None
    last: Line | None = None
    for found in _LINE.finditer(view.text, start, end):
        if speaks_for(quoted, found.start()) is not None:
            continue
        if _ASIDE.match(found[0]):
            count.leave()
            above = [None] * len(Depth)
            continue
        if _LEFT_OUT.fullmatch(found[0]):
            count.skip()
            continue
        mark = _MARK.match(view.text, found.start(), found.end())
        if (attached := _ATTACHED.match(found[0])) and found[0].isupper():
            title = attached["kind"].capitalize()
        if (attached and not attached["rest"]) or (title and _PROMULGATED.match(found[0])):
            titles = [*titles[-4:], title or ""]
        body = mark.end() if mark else found.start()
        depth = count.read(mark, found[0], titles)
        if mark and mark["dash"] == "+" and (dash := above[Depth.DASH]) and view.text[dash.start : dash.body].strip(" #") == "-":
            depth = Depth.PLUS
        if mark is None and depth == Depth.PLAIN and last is not None and found[0].lstrip()[:1].islower():
            depth = max(depth, last.depth)  # the rest of the item before it
        if depth == Depth.ARTICLE:
            title = None
        if not count.sure:
            if depth == Depth.ARTICLE:
                above = [None] * len(Depth)
            continue
        parent = next((above[d] for d in range(depth - 1, -1, -1) if above[d] is not None), None)
        heading = depth == Depth.ARTICLE and view.text[found.end() - 1] not in ".;:,"
        line = Line(found.start(), body, found.end(), depth, count.part(), parent, heading)
        above[depth:] = [line, *[None] * (len(Depth) - depth - 1)]
        last = line
        yield line


class _Count:
    """The numbers of the units that a line stands in, as far as they follow one another."""

    def __init__(self, by_article: bool) -> None:
        self._by_article = by_article
        self._top: str | None = None
        self._number: str | None = None
        self._point: str | None = None
        self._aside = False
        self._of = ""
        self._last = 0
        self._unsure = 0
        self._barred = False
        self._skips = False
        self.sure = not by_article

    def leave(self) -> None:
        """What follows is no part of the articles until they begin anew."""
        self._barred, self.sure = True, False

    def skip(self) -> None:
        """Articles may have been left out before the next one."""
        self._skips = True

    def read(self, mark: re.Match[str] | None, words: str, titles: list[str]) -> Depth:
        """The depth of the next line, which says ``words`` and begins with ``mark``; ``titles`` are the kinds of attachments."""
        if mark is None:
            self._aside = self._aside or words.lstrip()[:1].isupper()
            introduces = self._top is not None and self._number is None and words.rstrip().endswith(":")
            return Depth.INTRODUCTION if introduces else Depth.PLAIN
        self._aside = False
        if mark["article"]:
            self._article(mark["label"], titles)
            return Depth.ARTICLE
        if mark["roman"]:
            if self._by_article:
                return Depth.PLAIN
            self._top, self._number, self._point = f"Mục {mark['roman']}", None, None
            return Depth.ARTICLE
        if mark["number"]:
            follows = "." in mark["number"] or int(mark["number"]) in (1, _leading(self._number) + 1)
            self._number, self._point = (mark["number"] if follows else ""), None
            return Depth.PLAIN if "." in mark["number"] and not self._by_article else Depth.CLAUSE
        if mark["point"]:
            at = _POINTS.find(self._point or "")
            follows = mark["point"] == "a" or (self._point not in (None, "") and mark["point"] in _POINTS[at + 1 : at + 3])
            self._point = mark["point"] if follows else ""
            return Depth.POINT
        return Depth.DASH

    def part(self) -> str | None:
        """The provision that the line stands in, None when its number does not follow."""
        if self._number == "" or self._point == "":
            return None
        if self._by_article:
            names = ("điểm", "khoản", "Điều")
        elif self._top:
            names = ("tiết", "điểm", "")
        else:
            names = ("điểm", "mục", "")
        point = self._point if not self._aside else None
        pieces = [f"{names[0]} {point}" if point else "", f"{names[1]} {self._number}" if self._number else ""]
        pieces.append(f"{names[2]} {self._top}".strip() if self._top else "")
        return (" ".join(filter(None, pieces)) + self._of) or None

    def _article(self, label: str, titles: list[str]) -> None:
        number = _leading(label)
        if number == 1 and (self._last >= 1 or self._barred):
            self._of = f" {titles[-1]}" if titles else ""
            self._barred = not titles
            titles.clear()
            self._last = 0
        elif self._last >= 1 and number == self._last + 1:  # what seemed to end the articles was only a line of one
            self._barred = False
        next_to_it = number <= self._last + _MAY_LACK or self._skips or number == self._unsure + 1
        self.sure = not self._barred and (self._last == 0 or (self._last <= number and next_to_it))
        self._skips = False
        if self.sure:
            self._last = number
        else:
            self._unsure = number
        self._top, self._number, self._point = label, None, None


def _leading(label: str | None) -> int:
    found = re.match(r"\d+", label or "")
    return int(found[0]) if found else 0
