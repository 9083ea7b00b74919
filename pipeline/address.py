"""Forms of address, ranks and degrees before a name: `đồng chí`, `Đại tá`, `GS.TS.`"""

from __future__ import annotations

import re
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives, table

_NEAR = 60
_WORD = regex(r"(?<!\w)(?=\w)")


@cache
def _address() -> re.Pattern[str]:
    rules = table("positions")["names"]
    words = alternatives([*rules["forms_of_address"], *rules["ranks"]])
    return re.compile(rf"(?:(?i:{words})(?!\w)[.,: ]*){{1,5}}$")


@cache
def _last_words() -> frozenset[str]:
    """The last word of each form of address, rank and degree, in lower case."""
    rules = table("positions")["names"]
    return frozenset(re.findall(r"\w+", words.lower())[-1] for words in (*rules["forms_of_address"], *rules["ranks"]))


@cache
def _form() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{alternatives(table('positions')['names']['forms_of_address'])})[ ]*$")


def address_at(view: View, start: int, name_start: int) -> int:
    """Where the forms of address, ranks and degrees right before a name begin, not before ``start``; the name, without any.

    >>> from regraph.pipeline.clean import clean
    >>> address_at(clean("chào đồng chí Đại tá Lê Văn Ba"), 0, 21)
    5
    """
    first = max(start, name_start - _NEAR)
    before = view.lower[first:name_start].rstrip(" .,:\n")
    last = len(before)
    while last and before[last - 1].isalnum():
        last -= 1
    if first + len(before) == name_start or before[last:] not in _last_words():
        return name_start
    for word in _WORD.finditer(view.text, first, name_start):
        if _address().match(view.text, word.start(), name_start):
            return word.start()
    return name_start


def without_address(view: View, start: int, end: int) -> str:
    """The text between two places without forms of address, ranks and degrees at its end."""
    return view.text[start : address_at(view, start, end)]


def is_called(view: View, start: int, end: int) -> bool:
    """Whether the text between two places ends with a form of address: `ông`, `đồng chí`."""
    return _form().search(view.text, start, end) is not None
