"""Effect that is suspended for a time, or goes on beyond its end: `ngưng hiệu lực … đến hết ngày …`, `kéo dài … đến khi có …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regraph.model import Modality
from regraph.pipeline.clean import View
from regraph.pipeline.dates import DAY, iso
from regraph.pipeline.effect_terms import UNTIL_CONDITION
from regraph.pipeline.effects import Span, part_of
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import Reference, spoken_between
from regraph.pipeline.resolve import Entity
from regraph.pipeline.sentences import Sentences
from regraph.pipeline.units import part_before
from regraph.pipeline.vocabulary import Places, matches_at

_CUE = regex(
    r"(?<!\w)(?:(?P<suspends>(?:tạm\s+)?(?:ngưng|ngừng|đình\s+chỉ|dừng)\s+(?:hiệu\s+lực(?:\s+thi\s+hành)?"
    r"|(?:việc\s+)?(?:thi\s+hành|áp\s+dụng)))"
    r"|(?:kéo\s+dài|gia\s+hạn)(?:\s+(?:thêm|thời\s+hạn|thời\s+gian|hiệu\s+lực|việc|tiếp\s+tục))*"
    r"\s+(?:áp\s+dụng|thực\s+hiện|thi\s+hành|có\s+hiệu\s+lực|hiệu\s+lực|thí\s+điểm)"
    r"|(?P<goes_on>tiếp\s+tục\s+(?:được\s+)?(?:thực\s+hiện|áp\s+dụng|thi\s+hành|có\s+hiệu\s+lực)))(?!\w)"
)
_FIRST = Places(["tạm ", "ngưng", "ngừng", "đình", "dừng", "kéo", "gia hạn", "tiếp tục"])
_FROM = regex(r"(?<!\w)(?:kể\s+)?từ\s+(?=(?:ngày\s+)?\d)")
_TO = regex(r"(?<!\w)(?:cho\s+)?đến\s+(?:hết\s+)?(?=(?:ngày\s+)?\d)")
# Dates between the words and their object: `từ ngày 01/12/2022 đến hết ngày 29/12/2022 đối với Thông tư …`
_DATE = r"(?:ngày\s+)?\d[\d/.-]*(?:\s+tháng\s+\d+\s+năm\s+\d{4})?\s*"
_BEFORE_OBJECT = regex(rf"\s*(?:(?:kể\s+)?từ\s+{_DATE})?(?:(?:cho\s+)?đến\s+(?:hết\s+)?{_DATE})?(?:đối\s+với\s+)")
_UNDER_ITS_RULES = regex(r"(?<!\w)(?:theo|quy\s+định)\s+(?:tại|của)(?!\w)")
_OF_IT = regex(r"\s*,?\s*(?:sẽ\s+|đã\s+|được\s+|bị\s+|vẫn\s+)*")
_BEGINS_CLAUSE = regex(
    r"(?:^|[.;:,\n]|(?<!\w)(?:về|quyết\s+định|quyết\s+nghị|cho\s+phép|việc|là|và|đồng\s+ý|thống\s+nhất))"
    r"[\s\d.)“\"*-]*(?:[a-zđ]\))?\s*$"
)
_PLANNED = regex(
    r"(?:trường\s+hợp|nếu|đề\s+xuất|kiến\s+nghị|báo\s+cáo|đề\s+nghị|quyền|xem\s+xét|dự\s+kiến|không|có\s+thể)(?!\w)"
    r"[^.;\n]{0,120}$"
)
_LONGEST = 400


def suspended_or_extended(
    view: View, references: list[Reference], owner: dict[int, Entity], sentences: Sentences, regulation: bool
) -> Iterator[Span]:
    """What the text says of documents whose effect is suspended (`Span.suspended`), or lasts to a day or until a condition.

    Only a document that stands right after the words, or right before them, is meant; transitional rules, which let cases go on
    under a document, and powers to suspend are none. ``owner`` tells the document of a reference by `id`.
    """
    modality: Modality = "enacted" if regulation else "reported"
    for cue in matches_at(_FIRST.in_(view.lower), _CUE, view.lower, len(view.lower)):
        start, end = sentences.at(cue.start())
        start, end = max(start, cue.start() - _LONGEST), min(end, cue.end() + 2 * _LONGEST)
        if _PLANNED.search(view.lower, start, cue.start()):
            continue
        meant = _meant(view, references, cue, start, end)
        if meant is None:
            continue
        reference, part = meant
        begin, last = _day(view, _FROM, cue.end(), end), _day(view, _TO, cue.end(), end)
        until = UNTIL_CONDITION.search(view.lower, cue.end(), end)
        said = [m for m in (begin, last, until) if m]
        if cue["suspends"]:
            begins, rule = iso(begin) if begin else None, "effect.suspended"
        else:
            begins, rule = None, "effect.extended"
        ends = iso(last) if last else None
        condition = view.words(*until.span("condition")) if until else None
        if not (begins or ends or condition):
            continue
        for member in reference.members or (reference,):
            if id(member) in owner:
                at = (cue.start(), max(m.end() for m in said))
                yield Span(owner[id(member)], part, begins, ends, *at, rule, modality, condition, bool(cue["suspends"]))


def _day(view: View, lead: re.Pattern[str], at: int, end: int) -> re.Match[str] | None:
    """The date after the first such lead."""
    found = lead.search(view.lower, at, end)
    return DAY.match(view.lower, found.end(), end) if found else None


def _meant(
    view: View, references: list[Reference], cue: re.Match[str], start: int, end: int
) -> tuple[Reference, str | None] | None:
    """The document that the cue speaks of, right after it or right before it, and the part that is meant."""
    spoken = spoken_between(references, cue.end(), end)
    after = next((r for r in spoken if r.within is None or r.within.start < cue.start()), None)
    if after is not None and (not cue["goes_on"] or _BEGINS_CLAUSE.search(view.lower[start : cue.start()])):
        dated = _BEFORE_OBJECT.match(view.lower, cue.end())
        for at in {cue.end(), dated.end() if dated else cue.end()}:
            fits, part = part_before(view, at, after.start)
            if fits and not _UNDER_ITS_RULES.search(view.lower, cue.end(), after.start):
                return after, part
    before = [r for r in spoken_between(references, start, cue.start()) if r.within is None]
    if before and _OF_IT.fullmatch(view.lower, before[-1].reach, cue.start()):
        return before[-1], part_of(view, start, before[-1])
    return None
