"""Lists laid out in lines below the colon, or the bare heading, that announces them: `Bãi bỏ các văn bản sau:`, then `a) …;`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS
from regraph.pipeline.vocabulary import alternatives, kinds

_LINES_ABOVE = 60
_LONGEST_LINE = 2000
_LONGEST_HEADING = 250
# `Điều 1. Bãi bỏ toàn bộ các quyết định (của Bộ trưởng Bộ Tài chính)`, which says no more
_HEADING = regex(
    r"[ *#]*(?:điều\s+\d+[a-z]?|\d{1,2})\s*[.)]\s*"
    r"(?:bãi\s+bỏ|hủy\s+bỏ|thay\s+thế|(?:tạm\s+)?ngưng\s+hiệu\s+lực(?:\s+thi\s+hành)?)\s+"
    r"(?:(?:toàn\s+bộ|một\s+phần|một\s+số|các|số|\d{1,3})\s+)*"
    r"(?:văn\s+bản(?:\s+quy\s+phạm\s+pháp\s+luật)?|luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|quyết\s+định|chỉ\s+thị"
    r"|thông\s+tư(?:\s+liên\s+tịch)?)"
    r"(?:\s+quy\s+phạm\s+pháp\s+luật)?(?:\s+(?:của|do)\s+[^.:;\d\n]{3,150}?)?(?:\s+sau(?:\s+đây)?)?\s*"
)
_PROVISION = r"(?:Điểm\s+[a-zđ]\d?\s+)?(?:Khoản\s+\d{1,3}[a-zđ]?\s+)?Điều\s+\d{1,3}[a-zđ]?"
_PROVISION_BEFORE = regex(rf"(?:{PROVISIONS.pattern})\s*,?\s*(?:(?:của|tại|trong)\s+)?")


@cache
def _document() -> re.Pattern[str]:
    names, everyday = (alternatives(sorted({k.name for k in kinds().values() if k.everyday is said})) for said in (False, True))
    return re.compile(rf"(?:{names})\s+(?:số\s*:?\s*)?\d|(?:{everyday})\s+số\s*:?\s*\d")


@cache
def _item() -> re.Pattern[str]:
    """The break before an item and its mark; an item may begin with the document that it names, without a mark."""
    return re.compile(
        r"\n\s*(?:(?P<letter>[a-zđ\u0430-\u0455]\d?\))|(?P<number>\d{1,2}(?:\.\d+)*[.)])|(?P<dash>[-+•*])|(?P<bracket>\(\w{1,2}\))"
        rf"|(?P<document>(?={_document().pattern}))|(?P<provision>(?={_PROVISION}\.?\s+(?:của\s+)?(?:{_document().pattern}))))\s*"
    )


def _item_at(view: View, at: int) -> tuple[int, str] | None:
    """Where the words of the item behind a line break begin, and its kind; a provision is one only in a list that goes on.

    `Điều 25. Nghị định số …` is an article where the list above has ended.
    """
    item = _item().match(view.text, at)
    if item is None or item.lastgroup is None:
        return None
    if item.lastgroup != "provision":
        return item.end(), item.lastgroup
    return (item.end(), "document") if view.text[max(0, at - 4) : at].rstrip().endswith(";") else None


def announces(view: View, end: int) -> bool:
    """Whether the line that ends at a position announces the list below it: by a colon, or as a heading of documents alone."""
    return view.text[end - 1] == ":" or heads_documents(view, end)


def heads_documents(view: View, end: int) -> bool:
    """Whether the line that ends at a position says only that documents end, which the items below it name.

    >>> from regraph.pipeline.clean import clean
    >>> heads_documents(clean("Điều 1. Bãi bỏ các thông tư\\n1. Thông tư số 2/2020/TT-BTC"), 27)
    True
    """
    start, _ = view.line(end - 1)
    if end - start > _LONGEST_HEADING or not _HEADING.fullmatch(view.lower, start, end):
        return False
    first = _item_at(view, end)
    if first is None or first[1] == "document":
        return False
    provision = _PROVISION_BEFORE.match(view.lower, first[0])
    return bool(_document().match(view.text, provision.end() if provision else first[0]))


def announcement(view: View, at: int) -> int | None:
    """The end of the line that announces the list whose item begins the line of a position."""
    start = view.text.rfind("\n", max(0, at - 200), at)
    for _ in range(_LINES_ABOVE):
        if start <= 0 or _item_at(view, start) is None:
            return None
        line = view.text[max(0, start - _LONGEST_LINE) : start].rstrip()
        end = max(0, start - _LONGEST_LINE) + len(line)
        if line and announces(view, end):
            return end - 1
        start = view.text.rfind("\n", 0, end)
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
    while item := _item_at(view, at):
        begin, kind = item
        end = _line_end(view, begin)
        if kind not in listed:
            if listed and view.text[at - 1] != ":":
                below = _item_at(view, end)
                if kind != "dash" or view.text[at - 1] in ".;" or below is None or below[1] not in listed:
                    return
                at = end  # `1. Quyết định A về phường Nam Lý`, `- Quảng Bình;`: the item goes on
                continue
            listed.append(kind)
        at = end
        yield begin, at


def _line_end(view: View, start: int) -> int:
    """Where the line of a position ends, without the white space there."""
    newline = view.text.find("\n", start)
    end = newline if newline >= 0 else len(view.text)
    while end > start and view.text[end - 1].isspace():
        end -= 1
    return end
