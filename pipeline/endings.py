"""Where the words of a title end in running text: at a mark, or where the sentence around it goes on (`rules/titles.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.names import CAPITAL
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import table

_KINDS = (
    r"kế\s+hoạch|nghị\s+quyết|nghị\s+định|quyết\s+định|thông\s+tư|chỉ\s+thị|quy\s+định|kết\s+luận|hướng\s+dẫn|luật|đề\s+án"
    r"|tờ\s+trình|báo\s+cáo|công\s+văn|văn\s+bản|thông\s+báo"
)
_MARKS = (
    r"\n|;|\^|:(?=\s+[^\s\d])|[.?!…](?=\s|\[|\^|$)|(?<=[^\W_][^\W_])\.(?=[^\W\d_]{2})|[”\"]|\s*\[\d|\]\(",
    r"\s+văn\s+bản\s+này\s|(?<=\w)[ ]?_{4,}",
    # a note in brackets
    (
        r"\s*\((?=\s*(?:(?:đã\s+)?(?:được\s+)?(?:sửa\s+đổi|bổ\s+sung)|sau\s+đây|gọi\s+(?:là|chung|tắt)|viết\s+tắt|(?:có\s+)?hiệu\s+l[ựư]c"
        rf"|trừ\s|gồm|bản\s|nay\s+là|thứ\s+tự|mã\s|điều\s+\d|khoản\s+\d|vd\s*:|ví\s+dụ|(?:{_KINDS})\s+(?:số\s+)?\d))"
    ),
)
_FIRST = r"[\s;^:.?!…”\"\[\](,_]"
"""What an end begins with, to pass quickly over all else."""
_LOOK_BEHIND = regex(r"\(\?<[!=][^()]*\)")


def _spaced(words: str) -> str:
    """An expression whose spaces stand for any white space; in a look-behind for one character."""
    return re.sub(r"\(\?<[!=][^()]*\)|[ ]", lambda m: r"\s+" if m[0] == " " else m[0].replace(" ", r"\s"), words)


def _any(words: list[str]) -> str:
    return "|".join(map(_spaced, words))


@cache
def _ends() -> re.Pattern[str]:
    """Marks, words of the sentence around a title, and the same after a comma, on lower-case text."""
    found = list(_MARKS)
    for row in table("titles")["end"]:
        plain = [w for w in row["words"] if not w.startswith("(?<")]
        space = r",\s*" if row.get("comma") else r"\s+"
        found.append(rf"{space}(?:{_any(plain)})(?!\w)")
        for words in row["words"]:
            if words.startswith("(?<"):
                behind = "".join(_LOOK_BEHIND.findall(words))
                found.append(rf"{_spaced(behind)}{space}(?:{_spaced(words.removeprefix(behind))})(?!\w)")
    clause = table("titles")["clause"]
    found.append(rf",\s+[^,.;:\n]{{1,90}}?\s(?:{_any(clause['marks'])})(?!\w)")
    found.append(rf",\s+(?:{_any(clause['topics'])})\s[^,.;:\n]{{2,90}}?\s(?:{_any(clause['states'])})(?!\w)")
    return re.compile(rf"(?={_FIRST})(?:{'|'.join(found)})")


@cache
def _acts() -> re.Pattern[str]:
    """Who acts and a verb, after a comma, on the text as written: a name's own words are capitals (`Ban Tổ chức`)."""
    clause = table("titles")["clause"]
    verbs = _any([*clause["acts"], *clause["sure_acts"]])
    body = rf"(?i:{_any(clause['bodies'])})\s[^,.;:\n]{{0,90}}?(?<=\s)(?:\([^()\n]{{1,200}}\)\s+)?(?:{verbs})[\s:]"
    not_listed = "".join(rf"(?<!\s{word},)" for word in clause["listed"])
    return re.compile(rf",{not_listed}\s+(?:{body}|{CAPITAL}[^,.;:\n]{{0,90}}?\s(?:{_any(clause['sure_acts'])})\s)")


@cache
def _anew(tasks: bool) -> re.Pattern[str]:
    semicolon = table("titles")["semicolon"]
    return re.compile(rf"\s*(?:{_any([*semicolon['words'], *(semicolon['tasks'] if tasks else ())])})(?!\w)")


def begins_anew(view: View, at: int, tasks: bool = True) -> bool:
    """Whether the sentence, not a title, goes on with the words at a position behind a semicolon; it may give ``tasks``."""
    return bool(_anew(tasks).match(view.lower, at))


def endings(view: View, at: int, until: int) -> Iterator[re.Match[str]]:
    """Where a title that is read from ``at`` may end before ``until``, in order; each match begins where the title would end."""
    ends = _ends().finditer(view.lower, at, until)
    clauses = _acts().finditer(view.text, at, until)
    one, other = next(ends, None), next(clauses, None)
    while one or other:
        if other is None or (one and one.start() <= other.start()):
            assert one is not None
            yield one
            one = next(ends, None)
        else:
            yield other
            other = next(clauses, None)


_LEFT_OVER = regex(
    r"(?:[\s,]+(?:quy\s+định|có|và|hoặc|tại|về|do|để|khi|thì|cho\s+đến|kể\s+từ|gửi\s+kèm\s+theo|(?<!kèm\s)(?<!tiếp\s)theo|như|(?<!đầu\s)vào|của|các|những"
    r"|v\.v|với|cho|đã|nhưng|thuộc\s+trường\s+hợp))+$"
)


def without_left_over(title: str) -> str:
    """The title without words at its end that call for more, which the sentence around it says.

    >>> without_left_over("nuôi cá lồng và các")
    'nuôi cá lồng'
    """
    return title[: len(_LEFT_OVER.sub("", title.lower()))]
