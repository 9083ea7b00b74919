"""The title that follows a reference (`về việc lấy phiếu tín nhiệm …`) and the references nested in it."""

from __future__ import annotations

import re

from regraph.pipeline.clean import View
from regraph.pipeline.provisions import PROVISIONS
from regraph.pipeline.references import POINTS_BACK, Reference

_LEAD = re.compile(r"\s*,?\s*(?P<quote>[“\"]\s*)?(?P<about>về\s+việc\s+|về\s+|v/v\s+)?")
# What a title begins with when `về` does not introduce it.
_VERB = re.compile(
    r"(?:quy\s+định|hướng\s+dẫn|sửa\s+đổi|bổ\s+sung|ban\s+hành|bãi\s+bỏ|hủy\s+bỏ|phê\s+duyệt|thực\s+hiện|triển\s+khai|công\s+bố|thành\s+lập|điều\s+chỉnh|"
    r"đính\s+chính|tiếp\s+tục|quy\s+chế|phân\s+cấp|thi\s+hành|tổ\s+chức|giao|áp\s+dụng|kéo\s+dài|gia\s+hạn|thí\s+điểm|tăng\s+cường|bổ\s+nhiệm|thông\s+báo|đề\s+nghị)"
    r"(?!\s+(?:rõ|cụ\s+thể|như\s+sau|thêm|nêu|tại|này|đó|trên|trong|bởi|theo|bằng|(?:,\s*)?bổ\s+sung\s+(?:tại|bởi|theo|bằng)|:))(?!\w)"
)
# Words that cannot stand in a title, for they speak of the document.
_STOP = re.compile(
    r"\n|;|[.?!](?=\s|$)|[”\"]|\s*\((?=\s*(?:(?:đã\s+)?(?:được\s+)?(?:sửa\s+đổi|bổ\s+sung)|sau\s+đây|gọi\s+tắt|viết\s+tắt|có\s+hiệu))|\s+(?:hết\s+hiệu\s+lực|có\s+hiệu\s+lực|chính\s+thức\s+có|sẽ\s+có\s+hiệu|(?:đã|cũng|sẽ|(?<!và\s)vừa|vẫn|còn)\s+(?:được|bị|có|hết|nêu|quy)|được\s+(?:sửa|bổ|thay|quán|triển|áp)"
    r"|bị\s+(?:bãi|thay|hủy)|nêu\s+rõ|(?:và\s+)?thay\s+thế\s+(?:cho\s+)?(?:các\s+)?(?:quy\s+định|nghị|quyết|thông|luật|chỉ|hướng|kết|quy\s+chế)"
    r"|do\s+(?:bộ|ban|chính\s+phủ|thủ\s+tướng|quốc\s+hội|ủy\s+ban|hội\s+đồng)\s[^,.;\n]{0,60}?ban\s+hành|không\s+(?:liên\s+quan|còn|phải)|trong\s+đó|kể\s+từ\s+ngày|(?<!và\s)(?:áp\s+dụng|thi\s+hành)\s+từ\s+ngày)(?!\w)"
    r"|,\s+(?:ban|bộ|ủy\s+ban|chính\s+phủ|quốc\s+hội|hội\s+đồng|thủ\s+tướng|đảng\s+ủy|tỉnh\s+ủy|thành\s+ủy)\s[^,.;\n]{0,80}?\s(?:hướng\s+dẫn|ban\s+hành|yêu\s+cầu|đề\s+nghị|quyết\s+định|đã|có)\s|,\s+cụ\s+thể|,\s+(?:những|các)\s+(?:quy\s+định|nội\s+dung)\s|\s+và\s+(?:(?:các|những)\s+)?(?:nội\s+dung\s+)?quy\s+định\s+(?:về|tại|có\s+liên|khác)\s|\s+và\s+các\s+văn\s+bản|\s+được\s+(?:ban|bộ|chính|quốc|thủ|ủy)\s[^,.;\n]{0,80}?(?:ban\s+hành|thông\s+qua)|,\s+(?:có|được|đã|sẽ|trong\s+đó|theo\s+đó|thì|nhằm|bao\s+gồm|kể\s+từ|thay\s+thế|tỉnh|đồng\s+thời|ngày)\s"
)
_BETWEEN_LISTED = re.compile(
    rf"\s*(?:,\s*và|;\s*và|,|;|(?<=\s)và|hoặc)\s*(?:các\s+)?(?:{PROVISIONS.pattern}\s*(?:của\s+|tại\s+)?)?$"
)
# What a colon or `như sau` follows is no title but the beginning of what the document says.
_TELLS = re.compile(r"\s*(?:như\s+sau|sau\s+đây|bao\s+gồm)?\s*:|\s+như\s+sau|\s*\?")
_OF_A_PROVISION = re.compile(rf"(?:{PROVISIONS.pattern})\s*(?:của\s+|tại\s+)?$")
_ASKS = re.compile(r"(?:thế nào|ra sao|như thế nào|gì|những gì)$")
_RANK = {
    "Hiến pháp": 0,
    "Bộ luật": 1,
    "Luật": 1,
    "Pháp lệnh": 2,
    "Nghị định": 4,
    "Quyết định": 5,
    "Thông tư liên tịch": 6,
    "Thông tư": 6,
}
_LONGEST = 700


def read_titles(view: View, references: list[Reference]) -> None:
    """Gives each reference its title and marks the references that stand within a title; linear in the text.

    A title goes on through nested references; it ends where the outer list goes on, with a reference of the same kind as
    the one that bears the title.
    """
    for i, reference in enumerate(references):
        if reference.title_at:  # a heading, whose title is known
            for inner in references[i + 1 :]:
                if inner.start >= reference.title_at[1]:
                    break
                inner.within = reference
        elif reference.form not in POINTS_BACK:
            _read_title(view, references, i)
    for reference in references:
        if reference.amending:
            _give_back(references, reference)
            if reference.title_at:
                reference.name = reference.title = view.words(*reference.title_at)


def _give_back(references: list[Reference], amending: Reference) -> None:
    """Gives an amending law the number, date or year that was read as that of the last law it amends.

    In `Luật sửa đổi, bổ sung một số điều của Luật A số 2/2025/QH15` the number may be of either; it is the amending law's when
    the text gives `Luật A` another one elsewhere.
    """
    last = next((r for r in reversed(references) if r.within is amending and r.name), None)
    if last is None or not _told(last):
        return
    others = (r for r in references if r.kind == last.kind and r.within is not amending)
    alike = (r for r in others if r.name and r.name.lower() == (last.name or "").lower())
    if not any(_told(r) and not (_told(r) & _told(last)) for r in alike):
        return
    amending.symbol, amending.number, amending.year = last.symbol, last.number, last.year
    amending.issued, amending.issued_at, amending.issuer = last.issued, last.issued_at, last.issuer
    amending.form, amending.end = last.form, last.end
    last.symbol = last.number = last.year = last.issued = last.issued_at = last.issuer = None
    last.form, last.end = "name", last.name_end
    if amending.title_at:
        amending.title_at = (amending.title_at[0], last.name_end)


def _told(reference: Reference) -> set[str]:
    return {x for x in (reference.symbol, reference.issued, reference.year) if x}


def _read_title(view: View, references: list[Reference], i: int) -> None:
    reference = references[i]
    if reference.amending:  # `Luật sửa đổi, bổ sung một số điều của …`: the name is the title
        start = reference.start + len(reference.kind) + 1
        quoted = False
    else:
        lead = _LEAD.match(view.lower, reference.end)
        assert lead is not None
        if not lead["about"]:
            if not _VERB.match(view.lower, lead.end()) or (i + 1 < len(references) and references[i + 1].start == lead.end()):
                return
            if view.lower.startswith("đề nghị", lead.end()) and reference.kind != "Tờ trình":
                return
            short = reference.issued is None and reference.issuer is None
            if short and _OF_A_PROVISION.search(view.lower, max(0, reference.start - 60), reference.start):
                return
        if reference.form == "name" and not lead["about"]:
            return
        start, quoted = lead.end(), bool(lead["quote"])
    limit = min(len(view.text), start + _LONGEST)
    if reference.within is not None and reference.within.title_at:
        limit = min(limit, reference.within.title_at[1])
    end, nested = _title_end(view, references, i, start, limit, quoted)
    if reference.amending and nested:  # the name of an amending law ends with the laws that it amends
        end = max(n.title_at[1] if n.name == n.title and n.title_at else n.end for n in nested)
    title = _within_brackets(view.text[start:end]).rstrip(" ,:-(\n./…")
    if not title.strip() or _ASKS.search(title.lower()) or (not quoted and _TELLS.match(view.lower, start + len(title))):
        return
    reference.title, reference.title_at = " ".join(title.split()), (start, start + len(title))
    for inner in nested:
        if inner.within is None or inner.within is reference.within:
            inner.within = reference
    if reference.amending:
        reference.name = reference.title
        reference.end = max(reference.end, start + len(title))


def _within_brackets(title: str) -> str:
    """The title up to a closing bracket that it did not open."""
    depth = 0
    for i, c in enumerate(title):
        depth += (c == "(") - (c == ")")
        if depth < 0:
            return title[:i]
    return title


def _title_end(
    view: View, references: list[Reference], i: int, start: int, limit: int, quoted: bool
) -> tuple[int, list[Reference]]:
    outer = references[i]
    nested: list[Reference] = []
    at, j = start, i + 1
    while True:
        following = references[j] if j < len(references) and references[j].start < limit else None
        until = following.start if following else limit
        stop = _next_stop(view, at, until, quoted, outer, following)
        if stop is not None:
            return stop, nested
        if following is None:
            return limit, nested
        gap = _BETWEEN_LISTED.search(view.lower, at, following.start)
        # `khoản 1, khoản 2 Điều 5 Nghị quyết …`
        if gap and _OF_A_PROVISION.search(view.lower, max(at, gap.start() - 60), gap.start()):
            gap = None
        if gap and _ends_title(outer, nested, following, view.lower[gap.start() : gap.end()]):
            return gap.start(), nested
        nested.append(following)
        at = following.end
        j += 1


def _next_stop(view: View, at: int, until: int, quoted: bool, outer: Reference, following: Reference | None) -> int | None:
    for stop in _STOP.finditer(view.lower, at, until):
        sign = stop[0].strip()
        if not sign and outer.within is not None and outer.within.form == "back":  # the lines of a heading
            continue
        if sign in ("”", '"') and not quoted:
            continue
        if sign == ";" and _goes_on(view, stop.end(), until, outer, following):
            continue
        return stop.start()
    return None


_NEW_CLAUSE = re.compile(
    r"\s*(?:các|những|và|quy định|có|được|hết|một số|điều|khoản|điểm|mục|chương|phần|phụ lục"
    r"|trong quá trình|nếu|trường hợp|bãi|thay|sửa|hết|theo|tại|căn|đồng|ngày|số|[a-zđ]\)|[-+•\d])(?!\w)"
)


def _goes_on(view: View, at: int, until: int, outer: Reference, following: Reference | None) -> bool:
    """Whether a title goes on after a semicolon: with a document above its own, or with more of its words in small letters."""
    if following is not None and not view.lower[at:until].strip():
        return _continues(outer, following)
    rest = view.text[at:until].lstrip(" ")
    return bool(rest) and rest[0].islower() and not _NEW_CLAUSE.match(view.lower, at)


def _continues(outer: Reference, following: Reference) -> bool:
    """Whether a title may go on after `;` with this reference: what a circular guides stands above it."""
    return _RANK.get(following.kind, 9) < _RANK.get(outer.kind, 0)


_BY_LAW = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Hiến pháp"))


def _ends_title(outer: Reference, nested: list[Reference], following: Reference, separator: str) -> bool:
    """Whether the list that ``outer`` is a member of goes on with ``following``, not the title of ``outer``."""
    if outer.amending and following.kind not in _BY_LAW:
        return True
    if _family(following) != _family(outer):
        complete = following.issued is not None and following.issuer is not None
        return (";" in separator and not _continues(outer, following)) or (not nested and complete and not outer.amending)
    return ";" in separator or not any(_family(n) == _family(following) for n in nested)


def _family(reference: Reference) -> str:
    """Circulars of one body and of several are one kind in a list."""
    return "Thông tư" if reference.kind.startswith("Thông tư") else reference.kind
