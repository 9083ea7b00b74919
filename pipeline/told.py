"""What a text tells of someone behind their name: the words that lead to positions, in the sentence and in those after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regraph.pipeline.clean import View
from regraph.pipeline.names import Name
from regraph.pipeline.patterns import regex
from regraph.pipeline.positions import Held, chain, listed
from regraph.pipeline.rows import as_held, behind_ranks

_FAR = 600
"""How far behind a name what is told of the person may still name positions."""
_NEAR = 60
_ADVERBS = r"(?:(?:lần[ ]lượt|đã|còn|sẽ|vừa|mới|cũng|hiện|nay|đang|từng|vốn|tiếp[ ]tục|thôi|chính[ ]thức)[ ])*"
_HOLDS = r"(?:giữ|nhận|đảm[ ]nhiệm|đảm[ ]nhận|trải[ ]qua|kinh[ ]qua)"
_OFFICE = r"(?:các[ ])?(?:chức(?:[ ](?:vụ|danh))?|cương[ ]vị|vị[ ]trí|trọng[ ]trách)(?:[ ](?:là|như))?:?"
_CHOSEN = r"(?:bổ[ ]nhiệm|bầu|cử|phân[ ]công|chỉ[ ]định|giao|trúng[ ]cử|tái[ ]cử|đắc[ ]cử)"
TAKES_OFFICE = (
    rf"{_ADVERBS}(?:(?:được[ ](?:[^.;:\n]{{1,60}}?[ ])?)?{_HOLDS}[ ]{_OFFICE}"
    rf"|(?:được[ ](?:[^.;:\n]{{1,40}}?[ ])?)?(?:{_CHOSEN}[ ])?(?:làm|là)"
    r"|được[ ](?:bầu|bổ[ ]nhiệm)(?:[ ](?:lại|bổ[ ]sung))?|trở[ ]thành|nhậm[ ]chức)[ ]+"
)
"""`giữ chức`, `được Quốc hội bầu làm`, `từng là`, `trở thành` with the white space behind it."""
_PRONOUN = regex(
    rf"(?:(?:^|[.;,:]|[.]”)\s+|\n\s*|(?<!\w)(?:khi|đó|nay|rằng|biết|mà)[ ])(?P<who>[Ôô]ng|[Bb]à|[Đđ]ồng[ ]chí)[ ]{TAKES_OFFICE}"
)
_DATED = regex(r"(?<!\w)(?:từ|đến|năm|tháng|giai[ ]đoạn)[ ][^.;:\n]{0,40}\d:[ ]+")
_APPOINTED = regex(
    r"(?:bổ nhiệm|điều động|phân công|luân chuyển|giới thiệu|bầu|chỉ định|tiếp nhận|biệt phái|cử)(?!\w)[^.;\n]{0,40}$"
)
_NEW_OFFICE = regex(rf"{_HOLDS}[ ]{_OFFICE}[ ]+")
_OFFICE_IS = regex(r"[,;][ ]*(?:chức[ ](?:vụ|danh)|nghề[ ]nghiệp)(?:[ ]là|:)?[ ]+")
_ALSO_IS = regex(r"(?:,|[ ]và)[ ](?:cũng|còn|đồng[ ]thời)[ ](?:là|giữ[ ]chức(?:[ ]vụ)?)[ ]+")
_SENTENCE_END = regex(r"[.;\n]")
_SUBORDINATE = regex(r"\s*(?:[^,.;]{0,60},\s*)?(?:khi|sau khi|trước khi)(?!\w)", re.IGNORECASE)


def told_later(view: View, name: Name, at: int, limit: int, subject: bool) -> list[Held]:
    """The positions that the text gives someone behind ``at``, before it names anyone else at ``limit``.

    A new office of one who is appointed (`bổ nhiệm ông A, …, giữ chức …`), a life told by dates (`từ năm 2016: …`), and, when
    the person is the ``subject`` of the sentence, what the next ones say of `ông` or `đồng chí`.
    """
    limit = min(limit, at + _FAR)
    line_end = min(view.line(name.end)[1], limit)
    leads = list(_leads(view, name, at, limit, line_end))
    if subject:
        leads += [m.end() for m in _ALSO_IS.finditer(view.text, at, line_end)]
        leads += [m.end() for m in _PRONOUN.finditer(view.text, at, limit) if _may_be(view, name, m["who"].lower())]
    found = (offices(view, lead, limit) for lead in leads)
    return [held for spans in found for held in as_held(view, spans, "position.later")]


def offices(view: View, lead: int, limit: int) -> list[tuple[int, int]]:
    """The positions behind words that end at ``lead`` and give someone an office, a list of them behind a colon."""
    follow = listed if view.text[max(0, lead - 3) : lead].rstrip().endswith(":") else chain
    return follow(view, behind_ranks(view, lead, limit), limit)


def _leads(view: View, name: Name, at: int, limit: int, line_end: int) -> Iterator[int]:
    """Where words end that lead to a position within the sentence or the line of a name."""
    if _APPOINTED.search(view.lower, max(0, name.start - _NEAR), name.start):
        sentence = _SENTENCE_END.search(view.text, at, limit)
        if office := _NEW_OFFICE.search(view.lower, at, sentence.start() if sentence else limit):
            yield office.end()
    if office := _OFFICE_IS.search(view.lower, at, line_end):
        yield office.end()
    if view.text.find(": ", at, line_end) >= 0:
        yield from (mark.end() for mark in _DATED.finditer(view.lower, at, line_end))


def _may_be(view: View, name: Name, pronoun: str) -> bool:
    """Whether `ông` or `bà` may be said of someone: not when the text has just called them the other, or their name tells."""
    called = view.lower[max(0, name.start - 8) : name.start]
    woman = called.endswith("bà ") or " Thị " in name.text
    return pronoun == "đồng chí" or (pronoun == "bà") == woman or not (woman or called.endswith("ông "))


def is_subject(view: View, begin: int, earlier: int) -> bool:
    """Whether a sentence speaks of the one whose name, with what belongs to it, begins at ``begin``.

    ``earlier`` is where the name before it ends, -1 for none: of several who are named in a sentence it speaks of the first,
    or of one whom a clause leads to (`Khi ông A về thăm, ông B …`).
    """
    first = max(0, begin - _FAR)
    ends = [m.end() for m in _SENTENCE_END.finditer(view.text, first, begin)]
    sentence = ends[-1] if ends else first
    clause = view.text[sentence:begin].rstrip()
    if earlier > sentence:
        return clause.endswith(",") and _SUBORDINATE.match(view.text, sentence, begin) is not None
    return not clause or clause.endswith((",", ":"))
