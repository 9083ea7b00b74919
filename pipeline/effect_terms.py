"""The words of effect and the days that stand with them: from when, until when, or how long after the signing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regraph.pipeline.clean import View
from regraph.pipeline.dates import DATE, DAY, DAY_AND_MONTH, in_year, iso, nearest
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives

UNTIL_CONDITION = regex(
    r"(?<!\w)(?:cho\s+)?(?:đến|tới)\s+khi\s+(?P<condition>(?:[^.;:,\n]{1,80}?\s)??"
    r"(?:có|ban\s+hành|hoàn\s+thành|kết\s+thúc|hết|được|bị|sửa\s+đổi|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|công\s+bố|luật|nghị|thông\s+tư|quy\s+định)"
    r"\s[^.;,\n]{2,150}(?:,\s+(?:hướng\s+dẫn|quy\s+định|văn\s+bản|kết\s+luận|sửa\s+đổi|bổ\s+sung|thay\s+thế)(?!\w)[^.;,\n]{0,80})*)"
)
"""`cho đến khi có văn bản thay thế`, `đến khi Trung ương có quy định mới`, to be searched in lower-case text."""


@dataclass(frozen=True, slots=True)
class Term:
    """What the words of effect from ``start`` to ``end`` of the view say.

    ``begins`` is the first and ``last`` the last day; ``after_signing`` counts days from the issue date, which then is the first.
    ``ends`` when the effect is said to end. Where the day stands before the subject, the subject begins at ``subject_from``.
    ``signed`` when the first day is that of the signing, ``beside`` when only the document right before the words is meant,
    ``until`` is a condition that ends the effect. ``no_year`` is a first day whose year nothing but the document itself tells.
    """

    start: int
    end: int
    begins: str | None = None
    last: str | None = None
    after_signing: int | None = None
    ends: bool = False
    subject_from: int | None = None
    beside: bool = False
    signed: bool = False
    until: tuple[int, int] | None = None
    no_year: re.Match[str] | None = None

    @property
    def begins_it(self) -> bool:
        """Whether a first day is told: of `A được sửa đổi bởi B, có hiệu lực từ …` that of B, but what ends is A."""
        return self.begins is not None or self.after_signing is not None or self.no_year is not None

    def first_day(self, issued: str | None, year: str | None) -> str | None:
        """The first day for a document that was issued on a day or in a year; late in a year, it may begin in the next."""
        if self.no_year is None:
            return self.begins if self.after_signing is None else days_after(issued, self.after_signing)
        if issued:
            days = [in_year(self.no_year, int(issued[:4]) + n) for n in (0, 1)]
            return next((day for day in days if day and day >= issued), None)
        if year is None or not year.isdigit() or int(self.no_year["month"]) < _APRIL:  # a revised law is of any year
            return None
        return in_year(self.no_year, int(year))


_APRIL = 4
_CUE = regex(
    r"(?<!\w)(?:(?P<ends>(?:hết|chấm\s+dứt)\s+hiệu\s+lực)|(?P<has>có\s+hiệu\s+lực)|(?P<bare>hiệu\s+lực))"
    r"(?:\s+(?:thi\s+hành|thực\s+hiện|áp\s+dụng))?(?!\w)"
)
_EFFECT = regex(r"hiệu\s+lực")
_BEFORE_IT = regex(r"(?<!\w)(?:có|hết|chấm\s+dứt)\s+$")
_SPELLED = {
    "năm": 5,
    "bảy": 7,
    "mười": 10,
    "mười lăm": 15,
    "hai mươi": 20,
    "ba mươi": 30,
    "bốn mươi lăm": 45,
    "sáu mươi": 60,
    "chín mươi": 90,
}
_DATE_AHEAD = r"(?:ng[àa]y\s*)?(?=\d{1,2}\s*[-;,]?\s*(?:[/.-]\s*\d|tháng))"
# The day of signing, of issuing and of adoption are one. That of the gazette is another, later one, which the texts do not tell.
_SIGNING = (
    r"(?:(?:ngày|khi)\s+(?:được\s+)?(?:ký(?:\s+ban\s+hành)?|ban\s+hành|thông\s+qua)"
    r"|(?:khi|ngày)\s+(?:được\s+)?[^.;,\n]{0,40}?thông\s+qua)"
)
_COUNTED = (
    rf"(?:(?P<words>{alternatives(_SPELLED)})\s*)?(?:\(?(?P<count>\d{{1,3}})\)?)?"
    r"\s*ngày\s*(?:làm\s+việc\s*)?,?\s*(?:kể\s+)?(?:từ|sau)\s+"
)
_FROM = regex(
    rf"(?:\s+đồng\s+thời[^.;\n]{{0,60}}?)?\s*,?\s*(?:(?:ngay|chính\s+thức|bắt\s+đầu)\s+)?(?:kể\s+từ|kể(?=\s+ngày)|từ|vào|sau|(?<=ngay\s)(?=khi\s))\s*"
    rf"(?P<from>{_SIGNING}|{_COUNTED}{_SIGNING}|{_DATE_AHEAD})"
)
# `có hiệu lực 8/8/2025`, `ngày có hiệu lực là 8/8/2025`, `Hiệu lực: 8/8/2025`
_PLAINLY = regex(rf"\s*(?:(?:là|:)\s*)?{_DATE_AHEAD}")
_LABEL = regex(r"(?:^|[(\[,;\n-]|\sngày)\s*$")
_END = regex(rf"\s*(?:,?\s*(?:kể\s+)?(?P<lead>từ|vào|sau)\s+|(?P<label>:)\s*|(?=\s+ngày)\s+){_DATE_AHEAD}")
_UNTIL = regex(r"\s*(?:,\s*)?(?:(?:ban\s+hành|và|thi\s+hành)\s+)*(?:cho\s+)?đến\s+(?:hết\s+)?(?:ngày\s*)?(?=\d)")
_SIGNED_ON = regex(r"\s*\(?(?:tức\s+(?:là\s+)?)?(?:ngày\s+)?(?=\d{1,2}[/.-]\d)")
_AND = regex(r"\s*,?\s*(?:và\s+)?")
_IN_BRACKETS = regex(r"\s*\(\s*(?:(?:kể\s+)?từ\s+)?(?:ngày\s+)?(?=\d{1,2}(?:[/.-]\d|\s+tháng))")
# `Từ ngày 01/7/2025, Luật A có hiệu lực`
_DAY_BEFORE = regex(
    rf"(?:[\s*#“\"-]|(?:\d{{1,2}}|[a-zđ])[.)])*(?:như\s+vậy,?\s+|theo\s+đó,?\s+)?(?:(?:bắt\s+đầu\s+)?(?:kể\s+)?từ\s+(?:ngày\s+)?|ngày\s+){DATE}\s*(?:\([^()]*\)\s*)?,\s*"
)
# `01/7/2014 (ngày Luật A có hiệu lực thi hành)`
_DAY_OF_IT = regex(rf"{DATE}\s*\(\s*(?:(?:là|tức(?:\s+là)?)\s+)?(?:ngày|thời\s+điểm)\s+$")
_LOOK_BACK = 400
# `từ ngày Luật này có hiệu lực đến hết ngày …` is a span of time in which something else holds
_SPAN = regex(r"(?<!\w)(?:từ|trong|sau)\s+(?:ngày|khi|thời\s+(?:điểm|gian))\s[^.;\n]*$")


def terms(view: View, sentence: tuple[int, int], cue: re.Match[str], published: str | None) -> Term | None:
    """What the words found by `cues` say; ``published`` is the day of the text, which tells the year of `từ ngày 01/7`."""
    start, end = cue.start(), cue.end()
    if cue["ends"]:
        found = _ended(view, start, end)
    elif cue["has"]:
        found = _begun(view, start, end, published) or _shown(view, start, end)
    else:
        labelled = _LABEL.search(view.lower, max(sentence[0], start - 12), start)
        found = _begun(view, start, end, None) if labelled else None
    return found or (_told_before(view, sentence, cue) if not cue["bare"] else None)


def cues(view: View) -> Iterator[re.Match[str]]:
    """The words of effect, in order; their groups are ``ends``, ``has`` and ``bare``."""
    for word in _EFFECT.finditer(view.lower):
        lead = _BEFORE_IT.search(view.lower, max(0, word.start() - 16), word.start())
        if cue := _CUE.match(view.lower, lead.start() if lead else word.start()):
            yield cue


def days_after(day: str | None, count: int) -> str | None:
    """The day so many days later.

    >>> days_after("2024-02-28", 2)
    '2024-03-01'
    """
    return (date.fromisoformat(day) + timedelta(days=count)).isoformat() if day else None


def _begun(view: View, start: int, after: int, published: str | None) -> Term | None:
    """`… từ ngày 01/7/2025 (đến hết ngày …)`, `… sau 45 ngày kể từ ngày ký`, `… 01/7/2025`."""
    begin = _FROM.match(view.lower, after)
    signed = begin is not None and begin["from"].strip() not in ("", "ngày", "ngay")
    if begin is None:
        begin = _PLAINLY.match(view.lower, after)
        if begin is None:
            return _only_until(view, start, after)
    day = None if signed else DAY.match(view.lower, begin.end())
    count = no_year = None
    if signed:
        words, number = begin["words"], begin["count"]
        count = int(number or _SPELLED.get(" ".join((words or "").split()), 0))
        if not number and not words and (on := _SIGNED_ON.match(view.lower, begin.end())):
            day = DAY.match(view.lower, on.end())  # `từ ngày được thông qua (07/02/2025)`
    first = iso(day) if day else None
    if day is None and not signed:
        day = no_year = DAY_AND_MONTH.match(view.lower, begin.end()) if "from" in begin.re.groupindex else None
        first = nearest(day, published) if day and published else None
        if day is None:
            return None
    at = day.end() if day else begin.end()
    last, at = _last(view, at)
    until = UNTIL_CONDITION.match(view.lower, _AND.match(view.lower, at).end()) if last is None else None  # type: ignore[union-attr]
    return Term(
        start,
        until.end() if until else at,
        first,
        last,
        None if first or no_year else count,
        signed=bool(first and signed),
        until=until.span("condition") if until else None,
        no_year=None if first else no_year,
    )


def _last(view: View, at: int) -> tuple[str | None, int]:
    until = _UNTIL.match(view.lower, at)
    day = DAY.match(view.lower, until.end()) if until else None
    return (iso(day), day.end()) if day else (None, at)


def _only_until(view: View, start: int, after: int) -> Term | None:
    """`Nghị quyết này có hiệu lực đến hết ngày 31/12/2026`."""
    last, at = _last(view, after)
    if last is None or _SPAN.search(view.lower, max(0, start - _LOOK_BACK), start):
        return None
    return Term(start, at, last=last)


def _shown(view: View, start: int, after: int) -> Term | None:
    """The day in brackets of `trước ngày Thông tư A có hiệu lực (08/8/2025)`, or that before `08/8/2025 (ngày A có hiệu lực)`."""
    shown = _IN_BRACKETS.match(view.lower, after)
    day = DAY.match(view.lower, shown.end()) if shown else None
    if day:
        return Term(start, day.end(), iso(day), beside=True)
    opened = view.text.rfind("(", max(0, start - _LOOK_BACK), start)
    if opened >= 0 and view.text.find(")", opened, start) < 0:
        lead = re.compile(r"\(\s*(?:(?:là|tức(?:\s+là)?)\s+)?(?:ngày|thời\s+điểm)\s+").match(view.lower, opened)
        before = _DAY_OF_IT.search(view.lower, max(0, opened - 40), lead.end()) if lead else None
        if before and lead:
            return Term(start, after, iso(before), subject_from=lead.end(), beside=True)
    return None


def _ended(view: View, start: int, after: int) -> Term | None:
    """`… từ ngày 01/7/2024`, the first day out of force; where it ends `ngày 31/12/2024` or after it, that is the last in it."""
    end = _END.match(view.lower, after)
    day = DAY.match(view.lower, end.end()) if end else None
    value = iso(day) if day else None
    if day is None or end is None or value is None:
        return None
    inclusive = end["lead"] == "sau" or (end["lead"] != "từ" and not end["label"] and not value.endswith("-01"))
    return Term(start, day.end(), last=value if inclusive else days_after(value, -1), ends=True)


def _told_before(view: View, sentence: tuple[int, int], cue: re.Match[str]) -> Term | None:
    """The day that stands before the subject: `Từ ngày 01/7/2025, Luật A có hiệu lực`."""
    first = max(sentence[0], cue.start() - _LOOK_BACK)
    day = _DAY_BEFORE.match(view.lower, first, cue.start())
    value = iso(day) if day else None
    if day is None or value is None:
        return None
    if cue["ends"]:
        return Term(cue.start(), cue.end(), last=days_after(value, -1), ends=True, subject_from=day.end())
    return Term(cue.start(), cue.end(), value, subject_from=day.end())
