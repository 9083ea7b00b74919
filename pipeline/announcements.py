"""What introduces a list of norms: `Giám đốc có các nhiệm vụ sau đây:`, `Điều 9. Trách nhiệm của Bộ Y tế`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from regraph.model import NormModality
from regraph.pipeline.clean import View
from regraph.pipeline.conditions import joined
from regraph.pipeline.matters import announced
from regraph.pipeline.modalities import modalities
from regraph.pipeline.patterns import regex
from regraph.pipeline.subjects import authority_between, named_between, subject_before


@dataclass(frozen=True, slots=True)
class Announcement:
    """What introduces a list whose items are what is to be done, from ``start`` to ``end`` of the view.

    ``modality`` is None where each item tells by its verb whether it is a duty or a right; ``verb`` goes before the words of each
    item; ``loose`` when only items that begin with a known verb count.
    """

    subject: str | None
    condition: str | None
    modality: NormModality | None
    verb: str
    start: int
    end: int
    loose: bool = False


_WHAT = r"(?:quyền(?:\s+(?:hạn|lợi))?|nghĩa\s+vụ|trách\s+nhiệm|nhiệm\s+vụ)"
_WHATS = rf"(?P<what>{_WHAT}(?:(?:\s*,\s*|\s+|\s*,\s*)(?:và\s+)?{_WHAT})*)"
_BELOW = r"(?:\s*,?\s*(?:cụ\s+thể|chủ\s+yếu|cơ\s+bản|chính|sau\s+đây|như\s+sau|sau|dưới\s+đây|gồm|bao\s+gồm))*\s*:?\s*$"
_HAS = regex(rf"(?<!\w)(?:có|thực\s+hiện)\s+(?:(?:các|những)\s+)?{_WHATS}{_BELOW}")
_OF_BELOW = r"(?:\s*,?\s*(?:cụ\s+thể|sau\s+đây|như\s+sau|dưới\s+đây|gồm|bao\s+gồm))*\s*:?\s*$"  # not `chính`: `của Bộ Tài chính`
_OF = regex(rf"(?:(?:các|những)\s+)?{_WHATS}\s+của\s+(?P<who>[^:;]{{3,200}}?){_OF_BELOW}")
_WHERE = regex(
    r"\s+(?P<condition>(?:khi|đối\s+với|trong(?!\s+(?:các\s+)?(?:cơ\s+quan|doanh\s+nghiệp|tổ\s+chức|đơn\s+vị|trường|cơ\s+sở|công\s+ty|khu|nước)))\s.+)"
)
_ABOUT = regex(r"(?<!\w)(?:về|theo)\s")
_WHEN = r"(?P<condition>(?:trong|khi|đối\s+với|tại)\s[^\n:;“”]{3,160}?)"
_FORBIDDEN = regex(rf"(?:(?:các|những)\s+)?(?:hành\s+vi|việc)\s+(?:bị\s+)?(?:nghiêm\s+cấm|cấm)(?:\s+{_WHEN})?{_BELOW}")
_FORBIDS = regex(
    rf"nghiêm\s+cấm\s*(?:(?:các|những|mọi)\s+)?(?:hành\s+vi|việc)?\s*(?:sau\s+đây|sau)?\s*(?:{_WHEN})?{_BELOW}",
)
# `Những việc cán bộ không được làm`, `Các hành vi bị cấm đối với đấu giá viên`; who is protected does not do what is forbidden
_NOT_TO_DO = regex(
    r"(?:(?:các|những)\s+)?(?:hành\s+vi|việc|điều)\s+(?:khác\s+)?(?:mà\s+)?(?P<who>[^:;]{3,160}?)\s+không\s+được\s+(?:làm|thực\s+hiện)"
    rf"(?:\s+(?P<condition>(?:khi|trong|liên\s+quan|đối\s+với|tại)\s[^:;]{{3,160}}?))?{_BELOW}"
)
_FORBIDDEN_TO = regex(
    r"(?:(?:các|những)\s+)?(?:hành\s+vi|việc)\s+bị\s+(?:nghiêm\s+)?cấm\s+đối\s+với\s+(?P<who>[^:;]{3,160}?)"
    rf"(?:\s+(?P<condition>(?:khi|trong|liên\s+quan|tại)\s[^:;]{{3,160}}?))?{_OF_BELOW}"
)
_PROTECTED = regex(
    r"(?:trẻ\s+em|người\s+(?:khuyết\s+tật|cao\s+tuổi|bệnh|tiêu\s+dùng|bị\s+hại|chưa\s+thành\s+niên)|phụ\s+nữ|nạn\s+nhân)(?!\w)"
)
_DUTIES = ("nghĩa vụ", "trách nhiệm", "nhiệm vụ")
_LISTS = regex(
    r"\s*(?:(?:thực\s+hiện|tuân\s+thủ|tuân\s+theo|bảo\s+đảm|có|làm|đáp\s+ứng)\s+)?(?:đầy\s+đủ\s+)?(?:các\s+|những\s+)?"
    r"(?:trách\s+nhiệm|nghĩa\s+vụ|quyền|nhiệm\s+vụ|việc|công\s+việc|hành\s+vi|quy\s+định)?"
    r"(?:\s*(?:sau\s+đây|sau|dưới\s+đây|như\s+sau))?\s*:\s*"
)
_ONLY = "chỉ"
_LAST = 240


def announcement(view: View, start: int, end: int, context: str | None) -> Announcement | None:
    """What a heading, or a sentence that ends its line with a colon, announces; ``context`` is a condition told above it.

    >>> from regraph.pipeline.clean import clean
    >>> said = "Khi có dịch, giám đốc có các nhiệm vụ sau đây:"
    >>> found = announcement(clean(said), 0, len(said), None)
    >>> found.subject, found.condition, found.modality
    ('giám đốc', 'khi có dịch', 'must')
    """
    lower = view.lower
    for to in (_NOT_TO_DO.match(lower, start, end), _FORBIDDEN_TO.match(lower, start, end)):
        name = named_between(view, *to.span("who")) if to and not _PROTECTED.match(to["who"]) else None
        if to and name:
            condition = view.words(*to.span("condition")) if to["condition"] else None
            return Announcement(name, joined(context, condition), "must_not", "", start, end)
    if forbidden := _FORBIDDEN.match(lower, start, end) or _FORBIDS.match(lower, start, end):
        condition = view.words(*forbidden.span("condition")) if forbidden["condition"] else None
        return Announcement(None, joined(context, condition), "must_not", "", start, end)
    if told := announced(view, start, end):
        return Announcement(None, joined(context, told.condition), "must_not", told.verb, start, end)
    if of := _OF.match(lower, start, end):
        return _of_somebody(view, of, context)
    if has := _HAS.search(lower, max(start, end - _LAST), end):
        return _with_subject(view, start, has.start(), end, _modality(has["what"]), context)
    if who := authority_between(view, start, _name_ends(lower, start, end)):
        return Announcement(who.words, context, "must", "", start, end, loose=True)
    for cue in modalities(lower, max(start, end - _LAST), end):
        if _LISTS.fullmatch(lower, cue.action, end) and not lower.startswith(_ONLY, cue.start):
            return _with_subject(view, start, cue.start, end, cue.modality, context)
    return None


def _name_ends(lower: str, start: int, end: int) -> int:
    """The end of the words without the colon and what announces: `Sở Y tế có trách nhiệm:` is none."""
    return start + len(lower[start:end].rstrip(" :\n"))


def _with_subject(
    view: View, start: int, cue: int, end: int, modality: NormModality | None, context: str | None
) -> Announcement | None:
    subject = subject_before(view, start, cue)
    if subject is None:
        return None
    return Announcement(subject.words, joined(context, subject.condition), modality, "", start, end)


def _of_somebody(view: View, of: re.Match[str], context: str | None) -> Announcement | None:
    """`Trách nhiệm của Bộ Y tế trong phòng bệnh`."""
    where = _WHERE.search(view.lower, of.start("who"), of.end("who"))
    who = named_between(view, of.start("who"), where.start() if where else of.end("who"))
    if who is None or _ABOUT.search(view.lower, of.start("who"), of.end("who")):
        return None
    condition = joined(context, view.words(*where.span("condition")) if where else None)
    return Announcement(who, condition, _modality(of["what"]), "", of.start(), of.end(), loose=True)


def _modality(what: str) -> NormModality | None:
    words = " ".join(what.split())
    duty, right = any(word in words for word in _DUTIES), "quyền" in words
    return None if duty and right else "must" if duty else "may"
