"""Sentences and paragraphs of a clean text."""

from __future__ import annotations

import re
from bisect import bisect_right

from regraph.pipeline.clean import View
from regraph.pipeline.laws import known_end
from regraph.pipeline.patterns import regex

# A full stop ends a sentence before white space and a capital, an opening quote or bracket, not after an initial (`TP.`, `Q.`).
_NEWLINES = regex(r"\n\n*")
_CAPITALS = "A-ZĐÂÔƯĂÊÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
_END = regex(
    rf"[.!?…](?:(?:(?<![A-ZĐ.!?…][.!?…])|(?<=[A-ZĐ][.!?…][.!?…]))[.!?…]*+[”\")]*+(?=\s+[“\"(\[]*[{_CAPITALS}0-9]|\s*$)"
    rf"|(?<=[A-ZĐ/-][A-ZĐ]{{2}}\.)(?=\s+[{_CAPITALS}]))"
)


class Sentences:
    """The sentences of a view, found line by line as they are asked for; `at` gives the bounds of the one that holds a position.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("Một câu. Hai câu.")
    >>> view.text[slice(*Sentences(view).at(10))]
    'Hai câu.'
    """

    def __init__(self, view: View) -> None:
        self._text = view.text
        ends = (
            m.end()
            for m in _NEWLINES.finditer(view.text)
            if not (_wrapped(view.text, *m.span()) or _within_a_law(view, *m.span()))
        )
        self._lines = [0, *ends, len(view.text) + 1]
        self._ends: dict[int, list[int]] = {}

    def at(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds ``position``, without the white space around it."""
        n = bisect_right(self._lines, position) - 1
        first, last = self._lines[n], min(self._lines[n + 1], len(self._text))
        if first not in self._ends:
            self._ends[first] = [m.end() for m in _END.finditer(self._text, first, last)]
        ends = self._ends[first]
        i = bisect_right(ends, position)
        start, end = (ends[i - 1] if i else first), (ends[i] if i < len(ends) else last)
        text = self._text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end


_LAW = regex(r"(?<!\w)(?:luật|pháp lệnh)(?=\s+[^\n]{2,60}$)")


def _within_a_law(view: View, start: int, end: int) -> bool:
    """Whether a line breaks within the name of a law: `Luật Tổ chức` above `Chính phủ`."""
    if end - start > 1 or not any(word in view.lower[max(0, start - 70) : start] for word in ("luật ", "pháp lệnh ")):
        return False
    law = _LAW.search(view.lower, max(0, start - 70), start)
    return law is not None and (known_end(view, law.end()) or 0) > end


# A line that was only wrapped: the next goes on in small letters, or this one ends in a word that calls for more.
_ITEM = regex(r"(?:[a-zđ]|[ivx]+)\d?[.)]")
_PROVISION = regex(r"\S.*(?:điều|khoản|điểm|chương|phụ lục)\s+\w{1,4}\s*$", re.IGNORECASE)
_DOCUMENT = regex(r"(?:Nghị|Thông|Quyết|Luật|Bộ luật|Pháp|Quy|Hướng|Chỉ|Kết)\s*(?:(?!(?<!\w)này(?!\w))[^\n]){0,30}?\d")
_HEADING = regex(r"(?:^|\n)[ #]*(?:(?:Điều|Mục)\s+)?\w{1,4}\.\s+\S[^\n.;:]{0,60}$")
_CALLS_FOR_DOCUMENT = regex(
    r"(?<!\w)(?:toàn bộ|một phần|cho|vào|với|bằng|là|từ|thi hành|thực hiện|hướng dẫn|chi tiết|điều"
    r"|(?:thực hiện|triển khai) (?:nghiêm(?: túc)?|(?:có )?hiệu quả|tốt))$",
    re.IGNORECASE,
)
_BREAKS_OFF = regex(r"[^\W\d_]{1,12},? ?$")
_CALLS_FOR_MORE = regex(
    r"(?<!\w)(?:việc ban hành|và|hoặc|của|số|ngày|năm|tại|theo|bởi|các|thay thế|bãi bỏ|bổ sung|sửa đổi|căn cứ)$"
)


def _wrapped(text: str, start: int, end: int) -> bool:
    if text[max(0, start - 1) : start] in ".;:!?":
        return False
    goes_on = text[end : end + 1].islower() and not _ITEM.match(text, end)
    if end - start > 1:  # a page may end amid a sentence
        return goes_on and end - start == 2 and _BREAKS_OFF.search(text[max(0, start - 30) : start]) is not None
    if _DOCUMENT.match(text, end):
        before = text[max(0, start - 30) : start]
        if _PROVISION.search(before):
            return True
        if _CALLS_FOR_DOCUMENT.search(before.rstrip()) and not _HEADING.search(text[max(0, start - 80) : start]):
            return True
    return goes_on or bool(_CALLS_FOR_MORE.search(text[max(0, start - 14) : start].rstrip()))
