"""Lists laid out in lines below the colon that announces them: `Bãi bỏ các văn bản sau:`, then `a) …;`, `b) …;`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.vocabulary import alternatives, kinds

_LINES_ABOVE = 60
_LONGEST_LINE = 2000


@cache
def _item() -> re.Pattern[str]:
    """The break before an item and its mark; an item may begin with the document that it names, without a mark."""
    names, everyday = (alternatives(sorted({k.name for k in kinds().values() if k.everyday is said})) for said in (False, True))
    return re.compile(
        r"\n\s*(?:(?P<letter>[a-zđ\u0430-\u0455]\d?\))|(?P<number>\d{1,2}(?:\.\d+)*[.)])|(?P<dash>[-+•*])|(?P<bracket>\(\w{1,2}\))"
        rf"|(?P<document>(?=(?:{names})\s+(?:số\s*:?\s*)?\d|(?:{everyday})\s+số\s*:?\s*\d)))\s*"
    )


def announcement(view: View, at: int) -> int | None:
    """The end of the line that announces, with a colon, the list whose item begins the line of a position."""
    start = view.text.rfind("\n", max(0, at - 200), at)
    for _ in range(_LINES_ABOVE):
        if start <= 0 or not _item().match(view.text, start):
            return None
        line = view.text[max(0, start - _LONGEST_LINE) : start].rstrip()
        if line.endswith(":"):
            return max(0, start - _LONGEST_LINE) + len(line) - 1
        start = view.text.rfind("\n", 0, max(0, start - _LONGEST_LINE) + len(line))
    return None


def items(view: View, colon: int) -> Iterator[tuple[int, int]]:
    """Where the words of each item below the colon begin and end: those of the first item's kind, and lists within them.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("2. Bãi bỏ:\\na) Thông tư A;\\nb) Thông tư B.\\n3. Mục khác.")
    >>> [view.text[a:b] for a, b in items(view, view.text.index(":"))]
    ['Thông tư A;', 'Thông tư B.']
    """
    at = colon + 1
    listed: list[str] = []
    while (item := _item().match(view.text, at)) and item.lastgroup is not None:
        end = _line_end(view, item.end())
        if item.lastgroup not in listed:
            if listed and view.text[at - 1] != ":":
                below = _item().match(view.text, end)
                if item.lastgroup != "dash" or view.text[at - 1] in ".;" or below is None or below.lastgroup not in listed:
                    return
                at = end  # `1. Quyết định A về phường Nam Lý`, `- Quảng Bình;`: the item goes on
                continue
            listed.append(item.lastgroup)
        at = end
        yield item.end(), at


def _line_end(view: View, start: int) -> int:
    """Where the line of a position ends, without the white space there."""
    newline = view.text.find("\n", start)
    end = newline if newline >= 0 else len(view.text)
    while end > start and view.text[end - 1].isspace():
        end -= 1
    return end
