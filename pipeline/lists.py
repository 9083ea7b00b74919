"""What a list of documents says once for all of its members: an issuer before it, an issuer and title after it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from regraph.pipeline.clean import View
from regraph.pipeline.issuers import Issuer, issuer_at
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import Reference
from regraph.pipeline.sentences import Sentences

# `các văn bản mới của Bộ Chính trị gồm: …`
_ANNOUNCED = regex(
    r"(?:văn\s+bản|quy\s+định|nghị\s+quyết|kết\s+luận|chỉ\s+thị|hướng\s+dẫn|quyết\s+định|nghị\s+định|thông\s+tư)(?:\s+[^\s.;]+){0,7}?\s+của\s+$"
)
_OF = regex(r"của\s+")
_REACH = 150
_GOES_ON = regex(
    r"\s*(?:,?\s*(?:bao\s+gồm|gồm\s+có|gồm|sau\s+đây|sau|như|là)(?:\s+\S+){0,4}?)?\s*:"
    r"|\s+sau(?:\s+đây)?\s+(?:hết|chấm|bị|được|không)\s[^.:;]{0,110}:"
)
_AND = regex(r"\s*(?:,\s*và(?!\w)|,|;|và(?!\w)|(?=\n\s*[-+•]))\s*(?:[-+•]\s*|[a-zđ]\)\s*)?(?:các\s+)?")
_OF_SEVERAL = ("UBND", "HĐND", "TW")
"""Codes that several bodies have: those of each place, and of the Party's centre."""


def share(view: View, references: list[Reference], sentences: Sentences) -> None:
    """Gives the members of a list the issuer and the title that are said once for all of them."""
    _from_announcement(view, references, sentences)
    for before, after in zip(reversed(references[:-1]), reversed(references[1:]), strict=True):
        if not _listed_together(view, before, after):
            continue
        before.issuer = before.issuer or after.issuer
        if before.issued_at is None and before.title_at is None and _one_day(view, before, after):
            before.issued, before.issued_at = after.issued, after.issued_at
        if before.title is None and after.title is not None and _one_title(view, before, after):
            before.title = after.title
            bearer = after.bears_title_of or after
            before.bears_title_of = bearer
            bearer.same_title.append(before)


def _listed_together(view: View, before: Reference, after: Reference) -> bool:
    """Whether two references are of one list: `các Nghị định số A và số B của Chính phủ`, `Tờ trình số A, Báo cáo số B của …`."""
    if not {before.form, after.form} <= {"sign", "number"} or before.within is not after.within:
        return False
    one_word, office = _under_one_word(view, before, after), _office(before)
    if before.issuer not in (None, after.issuer) or (before.issuer is not None and not one_word):
        return False
    titled = before.title_at is not None and before.symbol and after.symbol and not office.startswith(_OF_SEVERAL)
    between = view.lower[before.title_at[1] if titled and before.title_at else before.end : after.start]
    if office == "TW" and ";" in between and not one_word:
        return False
    return (one_word or office == _office(after)) and bool(_AND.fullmatch(between))


def _one_day(view: View, before: Reference, after: Reference) -> bool:
    """Whether a day behind two papers of one office is that of both: `Tờ trình số 3/TTr-CP và Đề án số 4/ĐA-CP ngày D`."""
    joined = view.lower[before.end : after.start].strip() == "và"
    submitted = {before.kind, after.kind} <= _SUBMITTED and before.kind != after.kind
    return joined and submitted and after.issued_at is not None and before.year is None


_SUBMITTED = {"Tờ trình", "Báo cáo", "Đề án"}


def _under_one_word(view: View, before: Reference, after: Reference) -> bool:
    """Whether the type word is said once for both: `các Nghị định số A và số B`."""
    return before.kind == after.kind and not view.lower.startswith(before.kind.lower(), after.start)


_AMENDS = regex(r"(?:(?:việc|quy\s+định)\s+)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)(?!\w)")


# `Nghị định A và Nghị định B sửa đổi, bổ sung một số điều của các Nghị định về x`: no document of the list is meant
_AMENDS_SEVERAL = regex(
    r"(?:\s*(?:,|và)\s*bổ\s+sung)?\s+(?:một\s+số\s+điều\s+)?(?:của\s+)?các\s+(?:nghị\s+định|thông\s+tư|quyết\s+định|nghị\s+quyết|luật|văn\s+bản)(?!\s+số)"
)


def _one_title(view: View, before: Reference, after: Reference) -> bool:
    """Whether the title behind a list is that of its last two members: not of the one that the other's title amends."""
    typed = view.lower.startswith(before.kind.lower(), before.start)
    if typed and ";" in view.text[before.end : after.start]:  # `Nghị định A, Nghị định B; số C về x`
        return False
    if _under_one_word(view, before, after):
        return True
    alike = before.kind == after.kind and before.form == after.form == "sign" and bool(before.issued) == bool(after.issued)
    amends = after.title_at and _AMENDS.match(view.lower, after.title_at[0])
    return alike and (not amends or bool(_AMENDS_SEVERAL.match(view.lower, amends.end())))


def _office(reference: Reference) -> str:
    """What a sign says of its issuer: all after the code of its kind, without the number of a term (`CP` of `291/TTr-CP`)."""
    codes = re.split(r"[-/]", (reference.symbol or "").lstrip("0123456789/-"))
    return "-".join(codes[1:] or codes).rstrip("0123456789")


def _from_announcement(view: View, references: list[Reference], sentences: Sentences) -> None:
    announcements = list(_announcements(view))
    following = [at for at, _, _ in announcements[1:]]
    for (at, issuer, first), until in zip(announcements, [*following, len(view.text)], strict=False):
        end = told = sentences.at(at)[1]
        for i in range(bisect_left(references, first, key=lambda r: r.start), len(references)):
            reference = references[i]
            if reference.within is not None:
                continue
            if reference.start >= until or (reference.start >= end and not _AND.fullmatch(view.lower, told, reference.start)):
                break
            told = max(reference.end, reference.title_at[1] if reference.title_at else 0)
            reference.issuer = reference.issuer or issuer


def _announcements(view: View) -> Iterator[tuple[int, Issuer, int]]:
    """Where lists are announced with who issued their members, and where the members begin."""
    for of in _OF.finditer(view.lower):
        colon = view.lower.find(":", of.end(), of.end() + _REACH) >= 0
        announced = _ANNOUNCED.search(view.lower, max(0, of.start() - _REACH), of.end()) if colon else None
        if announced is None:
            continue
        issuer = issuer_at(view, announced.end())
        if issuer is None or not (goes_on := _GOES_ON.match(view.lower, issuer.mention_end)):
            continue
        yield announced.start(), issuer, goes_on.end()
