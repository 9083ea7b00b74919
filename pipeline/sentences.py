"""Sentences and paragraphs of a clean text."""

from __future__ import annotations

import re
from bisect import bisect_right

from regraph.pipeline.clean import View

# A full stop ends a sentence before white space and a capital, an opening quote or bracket, not after an initial (`TP.`, `Q.`).
_END = re.compile(r"\n+|(?<![A-ZĐ])[.!?…]+[”\")]*(?=\s+[“\"(\[]*[A-ZĐÂÔƯÁÀĂÊÚÝÍÓ0-9]|\s*$)|(?<=[A-ZĐ]{3})\.(?=\s+[A-ZĐÂÔƯ])")


class Sentences:
    """The sentences of a view, found once; `at` gives the bounds of the one that holds a position.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("Một câu. Hai câu.")
    >>> view.text[slice(*Sentences(view).at(10))]
    'Hai câu.'
    """

    def __init__(self, view: View) -> None:
        self._text = view.text
        self._ends = [m.end() for m in _END.finditer(view.text)]
        if not self._ends or self._ends[-1] < len(view.text):
            self._ends.append(len(view.text))

    def at(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds ``position``, without the white space around it."""
        i = min(bisect_right(self._ends, position), len(self._ends) - 1)
        start, end = (self._ends[i - 1] if i else 0), self._ends[i]
        text = self._text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end
