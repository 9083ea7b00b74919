"""The lines of a page that are not its text, as `rules/zones.toml` names them."""

from __future__ import annotations

import re
from functools import cache

from regraph.pipeline.vocabulary import alternatives, table


@cache
def ends() -> re.Pattern[str]:
    """A line from which on all is furniture, to be searched in lower-case text."""
    rules = table("zones")
    whole, starts = alternatives(rules["ends"]), alternatives(s.rstrip() for s in rules["starts"])
    openings, below_name = alternatives(rules["openings"]), alternatives(rules["below_name"])
    named = rf"(?:[^\n]+\n\s*)?(?:{below_name})"
    return re.compile(rf"^[ #]*+(?:(?:{whole})[ :.…]*$|(?:{starts})[^\n]{{0,120}}$|(?:{openings})|{named})", re.MULTILINE)


@cache
def lines() -> re.Pattern[str]:
    """A single line of furniture amid the text, to be searched in lower-case text."""
    return re.compile(rf"^[ ]*(?:{'|'.join(table('zones')['lines'])})[ ]*$", re.MULTILINE)


@cache
def blocks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Blocks of lines that are furniture, to be searched in lower-case text, each with the words that every one of them has."""
    return tuple(
        (
            row["from"],
            re.compile(
                rf"^[ ]*{alternatives([row['from']])}(?:[^\n]*\n){{0,{row.get('within', 60)}}}?"
                rf"[ ]*{alternatives([row['to']])}[^\n]*(?:\n\s*[^\n]+){{{row['more']}}}",
                re.MULTILINE,
            ),
        )
        for row in table("zones")["blocks"]
    )


def is_furniture(*lines_: str) -> bool:
    """Whether one of the lines is furniture, so that it is not part of a sentence that goes over it.

    >>> is_furniture("Văn bản này chưa cập nhật nội dung tiếng Anh"), is_furniture("ngày 02 tháng 02 năm 2023")
    (True, False)
    """
    return any(ends().match(line.lower()) or lines().match(line.lower()) for line in lines_)
