"""What a list of documents says once for all of its members: an issuer before it, an issuer and title after it."""

from __future__ import annotations

import re
from bisect import bisect_left

from regraph.pipeline.clean import View
from regraph.pipeline.issuers import issuer_at
from regraph.pipeline.references import Reference
from regraph.pipeline.sentences import Sentences

# `các văn bản mới của Bộ Chính trị gồm: …`
_ANNOUNCED = re.compile(
    r"(?:văn\s+bản|quy\s+định|nghị\s+quyết|kết\s+luận|chỉ\s+thị|hướng\s+dẫn|quyết\s+định|nghị\s+định|thông\s+tư)(?:\s+\S+){0,4}?\s+của\s+"
)
_GOES_ON = re.compile(r"\s*(?:,?\s*(?:bao\s+gồm|gồm\s+có|gồm|sau\s+đây|sau|như|là)(?:\s+\S+){0,4}?)?\s*:")
_AND = re.compile(r"\s*(?:,\s*và(?!\w)|,|;|và(?!\w))\s*(?:các\s+)?")


def share(view: View, references: list[Reference], sentences: Sentences) -> None:
    """Gives the members of a list the issuer and the title that are said once for all of them."""
    _from_announcement(view, references, sentences)
    for before, after in zip(reversed(references[:-1]), reversed(references[1:]), strict=True):
        if not _listed_together(view, before, after):
            continue
        before.issuer = before.issuer or after.issuer
        if before.title is None and after.title is not None and _one_title(view, before, after):
            before.title = after.title
            bearer = after.bears_title_of or after
            before.bears_title_of = bearer
            bearer.same_title.append(before)


def _listed_together(view: View, before: Reference, after: Reference) -> bool:
    """Whether two references are of one list: `các Nghị định số A và số B của Chính phủ`, `Tờ trình số A, Báo cáo số B của …`."""
    if not {before.form, after.form} <= {"sign", "number"} or before.within is not after.within or before.issuer:
        return False
    return (_under_one_word(view, before, after) or _office(before) == _office(after)) and bool(
        _AND.fullmatch(view.lower, before.end, after.start)
    )


def _under_one_word(view: View, before: Reference, after: Reference) -> bool:
    """Whether the type word is said once for both: `các Nghị định số A và số B`."""
    return before.kind == after.kind and not view.lower.startswith(before.kind.lower(), after.start)


_AMENDS = re.compile(r"(?:(?:việc|quy\s+định)\s+)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)(?!\w)")


def _one_title(view: View, before: Reference, after: Reference) -> bool:
    """Whether the title behind a list is that of its last two members: not of the one that the other's title amends."""
    if _under_one_word(view, before, after):
        return True
    alike = before.kind == after.kind and before.form == after.form == "sign" and bool(before.issued) == bool(after.issued)
    return (
        alike
        and ";" not in view.text[before.end : after.start]
        and not (after.title_at and _AMENDS.match(view.lower, after.title_at[0]))
    )


def _office(reference: Reference) -> str:
    """What a sign says of its issuer: all after the code of its kind, without the number of a term (`CP` of `291/TTr-CP`)."""
    codes = re.split(r"[-/]", (reference.symbol or "").lstrip("0123456789/"))
    return "-".join(codes[1:] or codes).rstrip("0123456789")


def _from_announcement(view: View, references: list[Reference], sentences: Sentences) -> None:
    for announced in _ANNOUNCED.finditer(view.lower):
        issuer = issuer_at(view, announced.end())
        if issuer is None or not (goes_on := _GOES_ON.match(view.lower, issuer.mention_end)):
            continue
        end = sentences.at(announced.start())[1]
        for i in range(bisect_left(references, goes_on.end(), key=lambda r: r.start), len(references)):
            reference = references[i]
            if reference.start >= end:
                break
            if reference.within is None and reference.issuer is None:
                reference.issuer = issuer
