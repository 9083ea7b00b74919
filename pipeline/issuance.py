"""Who issued a document and when, told by a verb: `Ngày 22/10/2025, Ban Bí thư ban hành Quy định số 379-QĐ/TW`."""

from __future__ import annotations

import re

from regraph.pipeline.clean import View
from regraph.pipeline.dates import DATE, DAY_AND_MONTH, in_year, iso, nearest
from regraph.pipeline.issuers import Issuer, issuer_at, signs
from regraph.pipeline.names import CAPITAL
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS
from regraph.pipeline.references import POINTS_BACK, Reference
from regraph.pipeline.sentences import Sentences

_ISSUES = regex(
    r"(?:\s+(?:vừa|đã|mới|chính\s+thức|thống\s+nhất|nhất\s+trí|biểu\s+quyết|tiếp\s+tục))*\s+(?:ký\s+(?:ban\s+hành\s+|quyết\s+định\s+ban\s+hành\s+)?"
    r"|ban\s+hành\s+(?:kèm\s+theo\s+)?|thông\s+qua\s+|có\s+(?:ý\s+kiến\s+(?:tại|bằng)\s+)?|phát\s+hành\s+|gửi\s+|công\s+bố\s+|ra\s+|tại\s+)(?:các\s+|toàn\s+văn\s+)?"
    r"(?:(?:tờ\s+trình|báo\s+cáo|văn\s+bản|công\s+văn)\s*:\s*)?$"
)
_DECIDES = regex(r"\s*,?\s+")
_DECIDED = regex(
    r"\s+(?:(?:đã|cũng)\s+)*"
    r"(?:có\s+)?(?:quyết\s+định|ban\s+hành|quy\s+định|yêu\s+cầu|giao|công\s+bố|cho\s+phép|hướng\s+dẫn|phê\s+duyệt|kết\s+luận|quyết\s+nghị|xác\s+định"
    r"|ý\s+kiến|nêu|đề\s+ra|phê\s+chuẩn|chỉ\s+định|tiếp\s+nhận|phân\s+công|bổ\s+nhiệm|miễn\s+nhiệm|điều\s+động|cho\s+thôi|thành\s+lập|tặng|chỉ\s+đạo|khẳng\s+định|thông\s+qua|đồng\s+ý|thống\s+nhất)(?!\w)"
)
_ASSEMBLY = regex(
    r"\s*,?\s+(?:(?:của|tại)\s+)?(?:hội\s+nghị\s+(?:lần\s+thứ\s+\w+,?\s+)?(?=(?:ban\s+chấp\s+hành\s+)?trung\s+ương)"
    r"|kỳ\s+họp\s+(?:bất\s+thường\s+)?(?:lần\s+)?(?:thứ\s+\w+)?,?\s+(?:của\s+)?(?=quốc\s+hội))"
)
_IN = regex(rf"(?:tại|theo|bằng)\s+(?:(?:{PROVISIONS.pattern})\s+(?:của\s+)?)?$")
_ISSUED_BY = regex(r"[”\"]?\s*,?\s*(?:(?:đã|vừa|mới)\s+)?(?:được|do)\s+")
# `Nghị quyết này được Quốc hội khóa XV, kỳ họp thứ 9 thông qua ngày 17/5/2025`
_PASSED = regex(
    r"[”\"]?\s*,?\s*(?:(?:đã|vừa|mới)\s+)?(?:(?:được|do)\s+[^.;\n“]{3,120}?\s)?(?:ban\s+hành|thông\s+qua|ký)\s+(?:vào\s+)?ngày\s+"
    + DATE
)
_BY = regex(
    r"(?:\s*\([^()\n]{1,60}\))*(?:\s*,?\s+(?:tại\s+)?kỳ\s+họp\s+(?:bất\s+thường\s+)?(?:lần\s+)?thứ\s+\w+,?)?"
    r"\s+(?:(?:vừa|đã|mới|chính\s+thức|thống\s+nhất|nhất\s+trí|biểu\s+quyết)\s+)*(?:ký\s+)?(?:ban\s+hành|thông\s+qua|phê\s+duyệt|công\s+bố|ký)(?!\w)"
)
# `được Thủ tướng Chính phủ giao tại Quyết định số …`
_LETS = regex(r"(?:giao|cho|phê|đồng|chấp|ban|quy|thông|chỉ|thống|xác)(?:[ ]\w+){0,3}")
_FOR = regex(r"(?<!\w)thay\s+mặt\s+")
_BY_OFFICER = regex(rf",[ ]{CAPITAL}[^,.;:\d\n]{{4,80}}[ ]")  # `Ngày 9-8, Phó Thủ tướng A thay mặt …`
_MEMBER = regex(r"(?:ủy\s+viên|thường\s+trực|thành\s+viên|phó)\s+$")
_AT = regex(r"\s+tại\s")
_NOT_ACTING = regex(r"(?:của|thuộc|với|cho|theo|từ)\s+$")
_WRITES = regex(
    r"(?:(?:đề\s+nghị|ý\s+kiến|chỉ\s+đạo|yêu\s+cầu|kiến\s+nghị|kết\s+luận|định\s+hướng|phê\s+duyệt|quy\s+định|hướng\s+dẫn|đề\s+xuất|báo\s+cáo|thông\s+báo)"
    r"[^,.;\n]{0,40}?\s+của|\s+và|;\s+của)\s+$"
)
_OFFICE = regex(r"VP(?:CP|TW|TU|QH|CTN)")
_OFFICE_OF_THE_CENTRE = regex(r"-[A-ZĐ]+/([A-ZĐ]+)TW\b")  # `8011-CV/BTCTW`
_GOVERNS = regex(r"chính phủ|thủ tướng|hội đồng bộ trưởng")
_AND = regex(r"\s*(?:,\s*và|,|;|và)\s*(?:các\s+)?")
_LINE = 200
_NEAR = 120
_PUT_FORWARD = ("Tờ trình", "Báo cáo", "Công văn", "Văn bản")
_BODY_START = regex(rf"(?<!\w)(?={CAPITAL})")
_ON = regex(r"(?<!\w)ngày\s+" + DATE)
_ON_SHORT = regex(r"(?<!\w)(?:ngày\s+)" + DAY_AND_MONTH.pattern)
_ON_SAME = regex(r"\s*,?\s*(?:\([^()]*\)\s*)?(?:được\s+)?(?:ban\s+hành|ký|thông\s+qua)?\s*(?:vào\s+)?ngày\s+" + DATE)

# `Ngày D, <who is no known body> ban hành A`
_BY_OTHER = regex(
    rf"(?<!\w)(?<!từ\x20)(?<!đến\x20)ngày\s+{DATE},?\s+(?:[^\W\d_]+\s+){{1,12}}?(?:(?:đã|vừa)\s+)?(?:ký\s+|ban\s+hành\s+|thông\s+qua\s+|ra\s+)+$"
)


# `có hiệu lực kể từ ngày ký (15/8/2025)` tells the day of signing
_IN_FORCE_SINCE_SIGNING = regex(
    r"\s*,?\s*(?:(?:sẽ|chính\s+thức|bắt\s+đầu)\s+)*có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:ngay\s+)?(?:kể\s+)?từ\s+ngày\s+(?:được\s+)?"
    r"(?:ký(?:\s+ban\s+hành)?|ban\s+hành|thông\s+qua)\s*"
    r"(?:\(\s*(?:tức\s+(?:là\s+)?)?(?:(?:từ\s+)?ngày\s+)?|,?\s*(?:tức\s+)?(?:là\s+)?(?:từ\s+)?ngày\s+)" + DATE
)


def read_issuance(view: View, references: list[Reference], sentences: Sentences, published: str | None) -> None:
    """Gives a reference the issuer and the date that a verb of issuing states of it, where they are not said beside it.

    ``published`` is the day of the text, which tells the year of `Ngày 09/9` where no sign does.
    The members of a list after one verb have the same issuer: `BODY ban hành các Quyết định số A và số B`.
    """
    before: Reference | None = None
    acted = False
    for reference in references:
        signed = _IN_FORCE_SINCE_SIGNING.match(view.lower, reference.reach)
        if signed is None and reference.within is None:
            signed = _PASSED.match(view.lower, reference.reach)
        if signed:
            _date(reference, signed)
        if reference.form in POINTS_BACK or reference.within is not None:
            continue
        if before is not None and acted and _AND.fullmatch(view.lower, before.reach, reference.start):
            reference.issuer = reference.issuer or before.issuer
        else:
            acted = not (reference.issuer and reference.issued) and _read(view, reference, sentences, published)
        before = reference


def _read(view: View, reference: Reference, sentences: Sentences, published: str | None) -> bool:
    """Reads what a verb of issuing, or a body beside it, says of one reference; tells whether it may hold for a list."""
    start, end = sentences.at(reference.start)
    start = _line_before(view, start)
    verb = _ISSUES.search(view.lower, max(start, reference.start - 60), reference.start)
    inside = _IN.search(view.lower, max(start, reference.start - 60), reference.start)
    if verb is not None and verb.start() > start and _from_subject(view, reference, start, verb.start(), published):
        return True
    if view.text.startswith("(", reference.start - 1) and reference.kind in _PUT_FORWARD:
        return _from_proposer(view, reference, start)
    if assembly := _ASSEMBLY.match(view.lower, reference.end, end):
        reference.issuer = reference.issuer or issuer_at(view, assembly.end())
    elif inside and (decides := _DECIDES.match(view.lower, reference.reach)):
        issuer = issuer_at(view, decides.end())
        decided = issuer and (
            (reference.title is None and _signs(reference, issuer)) or _DECIDED.match(view.lower, issuer.mention_end)
        )
        if issuer and decided and _may_issue(reference, issuer):
            reference.issuer = reference.issuer or issuer
    elif by := _ISSUED_BY.match(view.lower, reference.reach, end) or _ISSUED_BY.match(view.lower, reference.end, end):
        issuer = issuer_at(view, by.end())
        if issuer and (said := _BY.match(view.lower, issuer.mention_end)):
            reference.issuer = reference.issuer or issuer
            if on := _ON_SAME.match(view.lower, said.end()):
                _date(reference, on)
    elif reference.issued is None and (directly := _DECIDES.match(view.lower, reference.reach, end)):
        issuer = issuer_at(view, directly.end())
        said = _BY.match(view.lower, issuer.mention_end) if issuer else None
        if issuer and said and (on := _ON_SAME.match(view.lower, said.end())) and _may_issue(reference, issuer):
            reference.issuer = reference.issuer or issuer
            _date(reference, on)
    return False


def _line_before(view: View, start: int) -> int:
    """The start of the line before, when the sentence that begins at ``start`` goes on from it."""
    goes_on = start > 1 and view.text[start - 1] == "\n" and view.text[start - 2].isalnum()
    since = max(0, start - _LINE)
    return max(since, view.text.rfind("\n", since, start - 1) + 1) if goes_on else start


def _from_subject(view: View, reference: Reference, start: int, verb: int, published: str | None) -> bool:
    """Reads `Ngày D, BODY (ký) ban hành …` backwards from the verb: the body that ends at it or at the signer's name."""
    body = None
    first = max(start, verb - 220)
    acting = _FOR.search(view.lower, first, verb)
    for begin in _BODY_START.finditer(view.text, acting.end() if acting else first, verb):
        issuer = _charged(view, issuer_at(view, begin.start()), verb)
        if issuer and issuer.mention_end <= verb and (acting or _is_subject(view, issuer, start, verb)):
            body = issuer
            break
    if body is None:
        by_other = _BY_OTHER.search(view.lower, max(start, verb - _NEAR), reference.start)
        if by_other and by_other.end() == reference.start:
            _date(reference, by_other)
        return False
    dates = list(_ON.finditer(view.lower, max(start, body.start - 300), body.start))
    if reference.issued is None and len(dates) == 1 and len(view.text[dates[0].end() : body.start]) < 60:
        _date(reference, dates[0])
    if (
        not dates
        and (near := next(_ON_SHORT.finditer(view.lower, max(start, body.start - 80), body.start), None))
        and (
            view.text[near.end() : body.start].strip(" ,") == ""
            or (acting and _BY_OFFICER.fullmatch(view.text, near.end(), acting.start()))
        )
    ):
        _date(reference, near, _with_year(near, reference, published))
    if not _may_issue(reference, body):
        return False
    if body.name.startswith("Phó") or _MEMBER.search(view.lower, max(start, body.start - 16), body.start):
        return False  # a person signed whose position the body belongs to
    reference.issuer = reference.issuer or body
    return True


_OFFICER = regex(r"(?:Bộ trưởng|Thống đốc|Chánh án|Viện trưởng|Chủ tịch|Tổng Kiểm toán)\s+")


def _of_sign(body: str, symbol: str) -> bool:
    """Whether the letters of a body's name stand in a sign: `BYT` for `Bộ trưởng Bộ Y tế`."""
    name = _OFFICER.sub("", body)
    words = re.findall(r"\w+", name.split(" và Bộ ")[0])
    letters = "".join(word if word.isupper() else word[0] for word in words if word != "và").upper()
    codes = re.split(r"[-/]", symbol.replace("&", ""))
    return len(letters) > 1 and (letters in codes or f"B{letters}" in codes)


def _initials(words: str) -> str:
    """The first letters of a name, as a sign has them: `BTGDV` for `Ban Tuyên giáo và Dân vận`."""
    plain = str.maketrans("ủưôơăâêẻ", "uuooaaee")
    return "".join(w[0] for w in words.lower().split() if w not in ("và", "về", "các")).translate(plain).upper()


_CHARGED = regex(r"(?:ban\s+chỉ\s+đạo|tổ\s+(?:công\s+tác|giúp\s+việc)|hội\s+đồng|tiểu\s+ban)(?!\w)")


def _charged(view: View, issuer: Issuer | None, verb: int) -> Issuer | None:
    """The body with what it is charged with, up to the verb: `Ban Chỉ đạo của Chính phủ về A, B và C`."""
    if issuer is None or not view.lower.startswith(" về ", issuer.mention_end) or not _CHARGED.match(view.lower, issuer.start):
        return issuer
    if view.text.find(".", issuer.mention_end, verb) >= 0 or verb < issuer.mention_end:
        return issuer
    return Issuer(view.words(issuer.start, verb), issuer.start, verb, verb)


def _is_subject(view: View, issuer: Issuer, start: int, verb: int) -> bool:
    """Whether the body is what the verb at ``verb`` is said of; between them may stand the signer's name or a few words."""
    since = max(start - 2, issuer.start - 80, 0)  # a sentence may begin behind a semicolon
    rest = view.text[issuer.mention_end : verb].strip(" ,")
    if _AT.match(view.lower, verb):
        return (
            rest == "thẩm định"
            or rest.startswith("trình ")
            or (not rest and (issuer.start == start or bool(_WRITES.search(view.lower, since, issuer.start))))
            or (view.lower.endswith("được ", 0, issuer.start) and bool(_LETS.fullmatch(rest)))
        )
    if (
        issuer.joint and " của " in view.lower[max(start, issuer.start - _LINE) : issuer.start]
    ):  # `theo đề nghị của A, B ban hành …`: B alone
        return False
    words = rest.replace(",", " ").split()
    if not words or (len(words) <= 5 and all(w[0].isupper() for w in words)):
        return True
    if verb - issuer.start > _NEAR:
        return False
    return len(words) <= 10 and rest.islower() and not _NOT_ACTING.search(view.lower, since, issuer.start)


_PROPOSES = regex(r"(?<!\w)(?:đề\s+nghị|đề\s+xuất|kiến\s+nghị|báo\s+cáo|trình)\s+của\s+")


def _from_proposer(view: View, reference: Reference, start: int) -> bool:
    """Reads `theo đề nghị của BODY (Tờ trình số A và Báo cáo số B)`, and `đề nghị của BODY về … (Tờ trình số A)`."""
    office = _OFFICE_OF_THE_CENTRE.search(reference.symbol or "")
    for begin in _BODY_START.finditer(view.text, max(start, reference.start - 90), reference.start):
        issuer = issuer_at(view, begin.start())
        signs = issuer and (office is None or _initials(issuer.name).startswith(office[1]))
        if issuer and signs and view.text[issuer.mention_end : reference.start] == " (" and _may_issue(reference, issuer):
            reference.issuer = reference.issuer or issuer
            return True
    for proposes in _PROPOSES.finditer(view.lower, max(start, reference.start - _BEFORE), reference.start):
        issuer = issuer_at(view, proposes.end())
        about = view.lower[issuer.mention_end : reference.start - 1] if issuer else ""
        if issuer and about.startswith(" về ") and not re.search(r"[;(]", about) and _may_issue(reference, issuer):
            reference.issuer = reference.issuer or issuer
            return True
    return False


_BEFORE = 500
_ONE_BODY = {
    "Luật": ("quốc hội",),
    "Bộ luật": ("quốc hội",),
    "Pháp lệnh": ("ủy ban thường vụ quốc hội", "ubtvqh", "hội đồng nhà nước"),
    "Nghị định": ("chính phủ", "hội đồng"),
}


def _may_issue(reference: Reference, body: Issuer) -> bool:
    """Whether kind and sign allow the body: a law is of the National Assembly, and of a ministry what has its letters.

    What an office signs (`VPCP`, `VPTW`) is not issued by whom the office serves.
    """
    name = body.name.lower()
    alone = _ONE_BODY.get(reference.kind)
    if alone and not name.startswith(alone) and (reference.kind != "Nghị định" or (reference.symbol or "CP").endswith("CP")):
        return False
    if (reference.symbol or "").endswith("-TTg") and name == "chính phủ":
        return False  # `thay mặt Chính phủ ký Quyết định số 1/QĐ-TTg`
    if re.search(r"[-/](?:CP|TTg)$", reference.symbol or "") and not _GOVERNS.search(name):
        return False  # `theo Quyết định số 1/2025/QĐ-TTg, Chủ tịch UBND cấp tỉnh quyết định …`
    if reference.symbol and re.match(r"(?:bộ trưởng |thứ trưởng )?bộ (?!chính trị)", name):
        return _of_sign(body.name, reference.symbol) or not re.search(r"-B[A-ZĐ]", reference.symbol)
    return not _OFFICE.search(reference.symbol or "") or "văn phòng" in name


def _signs(reference: Reference, body: Issuer) -> bool:
    """Whether the sign tells the body, without the number of its term: `1/NQ-UBTVQH15`, `2/QĐ-TTg`."""
    symbol = (reference.symbol or "").rstrip("0123456789")
    return signs(symbol, body.name) or (symbol.endswith("TTg") and body.name.startswith("Thủ tướng"))


def _with_year(on: re.Match[str], reference: Reference, published: str | None) -> str | None:
    """The day that `Ngày 10/11` is: of the year in the sign, else the one nearest to the day of the text."""
    if reference.year and len(reference.year) == 4:
        return in_year(on, int(reference.year))
    return nearest(on, published) if published else None


def _date(reference: Reference, on: re.Match[str], day: str | None = None) -> None:
    if reference.issued is None and (day := day or ("year" in on.re.groupindex and iso(on)) or None):
        reference.issued, reference.issued_at = day, (on.start("day"), on.end())
