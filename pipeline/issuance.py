"""Who issued a document and when, told by a verb: `Ngày 22/10/2025, Ban Bí thư ban hành Quy định số 379-QĐ/TW`."""

from __future__ import annotations

import re

from regraph.pipeline.clean import View
from regraph.pipeline.dates import DATE, iso
from regraph.pipeline.issuers import issuer_at
from regraph.pipeline.references import POINTS_BACK, Reference
from regraph.pipeline.sentences import Sentences

_ISSUES = re.compile(
    r"(?:\s+(?:vừa|đã|mới|chính\s+thức|thống\s+nhất|tiếp\s+tục))*\s+(?:ký\s+(?:ban\s+hành\s+|quyết\s+định\s+ban\s+hành\s+)?"
    r"|ban\s+hành\s+|thông\s+qua\s+|có\s+(?:ý\s+kiến\s+(?:tại|bằng)\s+)?|phát\s+hành\s+|gửi\s+|công\s+bố\s+|tại\s+)(?:các\s+|toàn\s+văn\s+)?$"
)
_DECIDES = re.compile(r"\s*,\s+")
_DECIDED = re.compile(
    r"\s+(?:đã\s+)?"
    r"(?:quyết\s+định|ban\s+hành|quy\s+định|yêu\s+cầu|giao|công\s+bố|cho\s+phép|hướng\s+dẫn|phê\s+duyệt)(?!\w)"
)
_IN = re.compile(r"(?:tại|theo|bằng)\s+$")
_ISSUED_BY = re.compile(r"\s*,?\s*(?:được|do)\s+")
_BY = re.compile(r"\s+(?:vừa\s+|đã\s+|mới\s+)?(?:ký\s+)?(?:ban\s+hành|thông\s+qua|ký)(?!\w)")
_BODY_START = re.compile(r"(?<!\w)(?=[A-ZĐÂƯ])")
_ON = re.compile(r"(?<!\w)ngày\s+" + DATE)
_ON_SAME = re.compile(r"\s*,?\s*(?:\([^()]*\)\s*)?(?:được\s+)?(?:ban\s+hành|ký|thông\s+qua)?\s*(?:vào\s+)?ngày\s+" + DATE)


def read_issuance(view: View, references: list[Reference], sentences: Sentences) -> None:
    """Gives a reference the issuer and the date that a verb of issuing states of it, where they are not said beside it."""
    for reference in references:
        if reference.form in POINTS_BACK or reference.within is not None or (reference.issuer and reference.issued):
            continue
        start, end = sentences.at(reference.start)
        verb = _ISSUES.search(view.lower, max(start, reference.start - 60), reference.start)
        inside = _IN.search(view.lower, max(start, reference.start - 8), reference.start)
        if verb is not None and verb.start() > start:
            _from_subject(view, reference, start, verb.start())
        elif inside and (decides := _DECIDES.match(view.lower, reference.reach)):
            issuer = issuer_at(view, decides.end())
            if issuer and _DECIDED.match(view.lower, issuer.mention_end):
                reference.issuer = reference.issuer or issuer
        elif by := _ISSUED_BY.match(view.lower, reference.reach, end):
            issuer = issuer_at(view, by.end())
            if issuer and (said := _BY.match(view.lower, issuer.mention_end)):
                reference.issuer = reference.issuer or issuer
                if on := _ON_SAME.match(view.lower, said.end()):
                    _date(reference, on)


def _from_subject(view: View, reference: Reference, start: int, verb: int) -> None:
    """Reads `Ngày D, BODY (ký) ban hành …` backwards from the verb: the body that ends at it or at the signer's name."""
    body = None
    for begin in _BODY_START.finditer(view.text, max(start, verb - 120), verb):
        issuer = issuer_at(view, begin.start())
        if issuer is None or issuer.mention_end > verb:
            continue
        rest = view.text[issuer.mention_end : verb].strip(" ,")
        words = rest.replace(",", " ").split()
        if not words or (len(words) <= 5 and all(w[0].isupper() for w in words)) or (len(words) <= 10 and rest.islower()):
            body = issuer
            break
    if body is None:
        return
    reference.issuer = reference.issuer or body
    dates = list(_ON.finditer(view.lower, max(start, body.start - 300), body.start))
    if reference.issued is None and len(dates) == 1 and len(view.text[dates[0].end() : body.start]) < 60:
        _date(reference, dates[0])


def _date(reference: Reference, on: re.Match[str]) -> None:
    if reference.issued is None and (day := iso(on)):
        reference.issued, reference.issued_at = day, (on.start("day"), on.end())
