"""Who issued a document and when, told by a verb: `Ngày 22/10/2025, Ban Bí thư ban hành Quy định số 379-QĐ/TW`."""

from __future__ import annotations

import re

from regraph.pipeline.clean import View
from regraph.pipeline.dates import DATE, iso
from regraph.pipeline.issuers import Issuer, issuer_at, signs
from regraph.pipeline.names import CAPITAL
from regraph.pipeline.references import POINTS_BACK, Reference
from regraph.pipeline.sentences import Sentences

_ISSUES = re.compile(
    r"(?:\s+(?:vừa|đã|mới|chính\s+thức|thống\s+nhất|tiếp\s+tục))*\s+(?:ký\s+(?:ban\s+hành\s+|quyết\s+định\s+ban\s+hành\s+)?"
    r"|ban\s+hành\s+|thông\s+qua\s+|có\s+(?:ý\s+kiến\s+(?:tại|bằng)\s+)?|phát\s+hành\s+|gửi\s+|công\s+bố\s+|ra\s+|tại\s+)(?:các\s+|toàn\s+văn\s+)?$"
)
_DECIDES = re.compile(r"\s*,?\s+")
_DECIDED = re.compile(
    r"\s+(?:(?:đã|cũng)\s+)*"
    r"(?:quyết\s+định|ban\s+hành|quy\s+định|kết\s+luận|có\s+(?:ý\s+kiến|kết\s+luận)|yêu\s+cầu|giao|công\s+bố|cho\s+phép|hướng\s+dẫn|phê\s+duyệt)(?!\w)"
)
_IN = re.compile(r"(?:tại|theo|bằng)\s+$")
_ISSUED_BY = re.compile(r"\s*,?\s*(?:(?:đã|vừa|mới)\s+)?(?:được|do)\s+")
_BY = re.compile(
    r"\s+(?:(?:vừa|đã|mới|chính\s+thức|thống\s+nhất|biểu\s+quyết)\s+)*(?:ký\s+)?(?:ban\s+hành|thông\s+qua|phê\s+duyệt|công\s+bố|ký)(?!\w)"
)
_FOR = re.compile(r"(?<!\w)thay\s+mặt\s+")
_MEMBER = re.compile(r"(?:ủy\s+viên|thường\s+trực|thành\s+viên|phó)\s+$")
_AT = re.compile(r"\s+tại\s")
_NOT_ACTING = re.compile(r"(?:của|thuộc|với|cho|theo|từ)\s+$")
_WRITES = re.compile(
    r"(?:(?:đề\s+nghị|ý\s+kiến|chỉ\s+đạo|yêu\s+cầu|kiến\s+nghị|kết\s+luận|định\s+hướng|phê\s+duyệt|quy\s+định|hướng\s+dẫn|đề\s+xuất|báo\s+cáo|thông\s+báo)"
    r"[^,.;\n]{0,40}?\s+của|\s+và)\s+$"
)
_OFFICE = re.compile(r"VP(?:CP|TW|TU|QH|CTN)")
_LAWS = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh")
_PASSES_LAWS = re.compile(r"quốc hội|ubtvqh|hội đồng nhà nước")
_GOVERNS = re.compile(r"chính phủ|thủ tướng|hội đồng bộ trưởng")
_AND = re.compile(r"\s*(?:,\s*và|,|;|và)\s*(?:các\s+)?")
_LINE = 200
_PUT_FORWARD = ("Tờ trình", "Báo cáo", "Công văn")
_BODY_START = re.compile(rf"(?<!\w)(?={CAPITAL})")
_ON = re.compile(r"(?<!\w)ngày\s+" + DATE)
# `có hiệu lực kể từ ngày ký (05/3/2025)`
_SIGNED_ON = re.compile(
    r"\s+(?:chính\s+thức\s+)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ\s+ngày\s+(?:ký|ban\s+hành|ký\s+ban\s+hành)\s*"
    r"(?:\(\s*(?:(?:từ\s+)?ngày\s+)?|,?\s*(?:tức\s+)?(?:là\s+)?(?:từ\s+)?ngày\s+)" + DATE
)
_ON_SAME = re.compile(r"\s*,?\s*(?:\([^()]*\)\s*)?(?:được\s+)?(?:ban\s+hành|ký|thông\s+qua)?\s*(?:vào\s+)?ngày\s+" + DATE)


def read_issuance(view: View, references: list[Reference], sentences: Sentences) -> None:
    """Gives a reference the issuer and the date that a verb of issuing states of it, where they are not said beside it.

    The members of a list after one verb have the same issuer: `BODY ban hành các Quyết định số A và số B`.
    """
    before: Reference | None = None
    acted = False
    for reference in references:
        if on := _SIGNED_ON.match(view.lower, reference.reach):
            _date(reference, on)
        if reference.form in POINTS_BACK or reference.within is not None:
            continue
        if before is not None and acted and _AND.fullmatch(view.lower, before.reach, reference.start):
            reference.issuer = reference.issuer or before.issuer
        else:
            acted = not (reference.issuer and reference.issued) and _read(view, reference, sentences)
        before = reference


def _read(view: View, reference: Reference, sentences: Sentences) -> bool:
    """Reads what a verb of issuing, or a body beside it, says of one reference; tells whether it may hold for a list."""
    start, end = sentences.at(reference.start)
    start = _line_before(view, start)
    verb = _ISSUES.search(view.lower, max(start, reference.start - 60), reference.start)
    inside = _IN.search(view.lower, max(start, reference.start - 8), reference.start)
    if verb is not None and verb.start() > start and _from_subject(view, reference, start, verb.start()):
        return True
    if view.text.startswith("(", reference.start - 1) and reference.kind in _PUT_FORWARD:
        return _from_proposer(view, reference, start)
    if inside and (decides := _DECIDES.match(view.lower, reference.reach)):
        issuer = issuer_at(view, decides.end())
        decided = issuer and (
            (reference.title is None and _signs(reference, issuer)) or _DECIDED.match(view.lower, issuer.mention_end)
        )
        if issuer and decided and _may_issue(reference, issuer):
            reference.issuer = reference.issuer or issuer
    elif by := _ISSUED_BY.match(view.lower, reference.reach, end):
        issuer = issuer_at(view, by.end())
        if issuer and (said := _BY.match(view.lower, issuer.mention_end)):
            reference.issuer = reference.issuer or issuer
            if on := _ON_SAME.match(view.lower, said.end()):
                _date(reference, on)
    return False


def _line_before(view: View, start: int) -> int:
    """The start of the line before, when the sentence that begins at ``start`` goes on from it."""
    goes_on = start > 1 and view.text[start - 1] == "\n" and view.text[start - 2].isalnum()
    since = max(0, start - _LINE)
    return max(since, view.text.rfind("\n", since, start - 1) + 1) if goes_on else start


def _from_subject(view: View, reference: Reference, start: int, verb: int) -> bool:
    """Reads `Ngày D, BODY (ký) ban hành …` backwards from the verb: the body that ends at it or at the signer's name."""
    body = None
    first = max(start, verb - 120)
    acting = _FOR.search(view.lower, first, verb)
    for begin in _BODY_START.finditer(view.text, acting.end() if acting else first, verb):
        issuer = issuer_at(view, begin.start())
        if issuer and issuer.mention_end <= verb and (acting or _is_subject(view, issuer, start, verb)):
            body = issuer
            break
    if body is None or not _may_issue(reference, body):
        return False
    dates = list(_ON.finditer(view.lower, max(start, body.start - 300), body.start))
    if reference.issued is None and len(dates) == 1 and len(view.text[dates[0].end() : body.start]) < 60:
        _date(reference, dates[0])
    if body.name.startswith("Phó") or _MEMBER.search(view.lower, max(start, body.start - 16), body.start):
        return False  # a person signed whose position the body belongs to
    reference.issuer = reference.issuer or body
    return True


def _is_subject(view: View, issuer: Issuer, start: int, verb: int) -> bool:
    """Whether the body is what the verb at ``verb`` is said of; between them may stand the signer's name or a few words."""
    since = max(start, issuer.start - 80)
    rest = view.text[issuer.mention_end : verb].strip(" ,")
    if _AT.match(view.lower, verb):
        return rest == "thẩm định" or (
            not rest and (issuer.start == start or bool(_WRITES.search(view.lower, since, issuer.start)))
        )
    if (
        issuer.joint and " của " in view.lower[max(start, issuer.start - _LINE) : issuer.start]
    ):  # `theo đề nghị của A, B ban hành …`: B alone
        return False
    words = rest.replace(",", " ").split()
    if not words or (len(words) <= 5 and all(w[0].isupper() for w in words)):
        return True
    return len(words) <= 10 and rest.islower() and not _NOT_ACTING.search(view.lower, since, issuer.start)


def _from_proposer(view: View, reference: Reference, start: int) -> bool:
    """Reads `theo đề nghị của BODY (Tờ trình số A và Báo cáo số B)`."""
    for begin in _BODY_START.finditer(view.text, max(start, reference.start - 90), reference.start):
        issuer = issuer_at(view, begin.start())
        if issuer and view.text[issuer.mention_end : reference.start] == " (" and _may_issue(reference, issuer):
            reference.issuer = reference.issuer or issuer
            return True
    return False


def _may_issue(reference: Reference, body: Issuer) -> bool:
    """Whether the kind and sign allow the body.

    What an office signs (`VPCP`, `VPTW`) is not issued by whom the office serves, and a law that is made public is not issued by
    the President.
    """
    if reference.kind in _LAWS:
        return _PASSES_LAWS.search(body.name.lower()) is not None
    if re.search(r"[-/](?:CP|TTg)$", reference.symbol or "") and not _GOVERNS.search(body.name.lower()):
        return False  # `theo Nghị định số 1/2025/NĐ-CP, Chủ tịch UBND cấp tỉnh quyết định …`
    return not _OFFICE.search(reference.symbol or "") or "văn phòng" in body.name.lower()


def _signs(reference: Reference, body: Issuer) -> bool:
    """Whether the sign tells the body, without the number of its term: `1/NQ-UBTVQH15`, `2/QĐ-TTg`."""
    symbol = (reference.symbol or "").rstrip("0123456789")
    return signs(symbol, body.name) or (symbol.endswith("TTg") and body.name.startswith("Thủ tướng"))


def _date(reference: Reference, on: re.Match[str]) -> None:
    if reference.issued is None and (day := iso(on)):
        reference.issued, reference.issued_at = day, (on.start("day"), on.end())
