"""The title that follows a reference (`về việc lấy phiếu tín nhiệm …`) and the references nested in it."""

from __future__ import annotations

import re

from regraph.pipeline.clean import View
from regraph.pipeline.provisions import PROVISIONS
from regraph.pipeline.references import POINTS_BACK, Reference, is_later, spoken_between

# The assembly that passed it or who signed may stand before the title: `Hội nghị lần thứ … khóa XIII`, `do đồng chí … ký`.
_LEAD = re.compile(
    r"(?:\s*,?\s+(?:(?:của|tại)\s+)?hội\s+nghị\s+(?:lần\s+thứ|trung\s+ương)\s[^,.;:\n“\"]{1,70}?khóa\s+[ivx]+)?"
    r"(?:\s*,?\s+do\s+[^,.;:\n]{3,80}?\s+ký(?:\s+ban\s+hành)?(?:\s+ngày\s+[\d/.-]{6,10})?)?"
    r"(?P<comma>\s*,)?\s*(?P<before>[“\"]\s*)?(?P<about>(?P<bracket>\()?\s*(?:về\s+việc|về|v/v)\s+)?(?P<after>[“\"])?"
)
# What a title begins with when `về` does not introduce it.
_VERB = re.compile(
    r"(?:quy\s+định|hướng\s+dẫn|sửa\s+đổi|bổ\s+sung|ban\s+hành|bãi\s+bỏ|hủy\s+bỏ|phê\s+duyệt|thông\s+qua|thực\s+hiện|triển\s+khai"
    r"|công\s+bố|thành\s+lập|điều\s+chỉnh|đính\s+chính|tiếp\s+tục|quy\s+chế|phân\s+cấp|thi\s+hành|tổ\s+chức|giao(?!\s+thông)|áp\s+dụng(?!\s+(?:đối|cho|từ))"
    r"|kéo\s+dài|gia\s+hạn|thí\s+điểm|tăng\s+cường|bổ\s+nhiệm|thông\s+báo|đề\s+nghị|một\s+số\s+(?:vấn\s+đề|nội\s+dung|giải\s+pháp|cơ\s+chế))"
    r"(?!\s+(?:rõ|cụ\s+thể|như\s+sau|thêm|nêu|tại|này|đó|trên|trong|bởi|theo|bằng"
    r"|(?:,\s*)?bổ\s+sung\s+(?:tại|bởi|theo|bằng)|:))(?!\w)"
)
_BODY = (
    r"(?:ban|bộ|ủy\s+ban|ubnd|hđnd|chính\s+phủ|quốc\s+hội|hội\s+đồng|thủ\s+tướng|đảng\s+ủy|tỉnh|thành\s+(?:phố|ủy)"
    r"|cục|sở|giám\s+đốc|chủ\s+tịch)"
)
_TOPIC = r"(?:người|mức|hành\s+vi|việc|thời|các|những|mỗi|tổ\s+chức|cơ\s+quan|doanh\s+nghiệp|cá\s+nhân|trường\s+hợp|từ)"
# Where the words of a title cannot go on, for they speak of the document or belong to the sentence around it.
_STOPS = (
    r"\n|;|\^|[.?!…](?=\s|\[|\^|$)|(?<=[^\W_][^\W_])\.(?=[^\W\d_]{2})|[”\"]|\s*\[\d|\]\(|\s+văn\s+bản\s+này\s",
    # a note in brackets
    (
        r"\s*\((?=\s*(?:(?:đã\s+)?(?:được\s+)?(?:sửa\s+đổi|bổ\s+sung)|sau\s+đây|gọi\s+(?:là|chung|tắt)|viết\s+tắt|(?:có\s+)?hiệu\s+lực|trừ\s|gồm|thứ\s+tự|mã\s|điều\s+\d|khoản\s+\d"
        r"|(?:kế\s+hoạch|nghị\s+quyết|nghị\s+định|quyết\s+định|thông\s+tư|chỉ\s+thị|quy\s+định|kết\s+luận|hướng\s+dẫn|luật|đề\s+án)\s+(?:số\s+)?\d))"
    ),
    # a verb whose subject is the document
    (
        r"\s+(?:hết\s+hiệu\s+lực|có\s+hiệu\s+lực|chính\s+thức\s+có|(?:đã|cũng|(?<!và\s)vừa|vẫn|còn)\s+(?:được|bị|có|hết|nêu|quy|xác|chỉ|đề|yêu|khẳng|ban|mang)|sẽ\s+\w+"
        r"|phải\s+được|nêu(?!\s+(?:gương|trên))|(?:chỉ|ghi|quy\s+định|xác\s+định)\s+rõ|khẳng\s+định|cho\s+thấy|ra\s+đời|(?:bao\s+)?gồm|mà|thì"
        r"|là\s+(?:một|những|cơ\s+sở|căn\s+cứ|văn\s+bản|bước|tiền\s+đề|chủ\s+trương|dấu|nền|động|việc|quyết\s+sách)"
        r"|được\s+(?:thực\s+hiện|áp\s+dụng|tính|hiểu|tiến\s+hành)\s+(?:theo|tại|từ|như|đến)|được\s+(?:xây|coi|kỳ|thành\s+lập(?=\s*[.,])|triển|quán|áp)"
        r"|không\s+(?:liên\s+quan|còn|phải)|tiếp\s+tục\s+có|theo\s+hướng|trong\s+đó|kể\s+từ\s+ngày|(?<!và\s)(?:áp\s+dụng|thi\s+hành)\s+từ\s+ngày)(?!\w)"
    ),
    # `công bố thủ tục hành chính được sửa đổi, bị bãi bỏ trong lĩnh vực …` goes on
    r"(?<!hành\schính)(?<!nội\sbộ)(?<!thủ\stục)\s+được\s+(?:sửa|bổ|thay)(?!\w)|\s+được\s+(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)(?:,\s+bổ\s+sung)?\s+(?:bởi|tại|theo|bằng|như|ngày)(?!\w)",
    r"(?<![,;/])(?<!\svà)(?<!hành)(?<!hoặc)(?<!bổ\ssung)(?<!thay\sthế)(?<!hành\schính)\s+bị\s+(?:bãi|thay|hủy)(?!\w)",
    r"\s+(?:và\s+)?thay\s+thế\s+(?:cho\s+)?(?:các\s+)?(?:quy\s+định|nghị|quyết|thông|luật|chỉ|hướng|kết|quy\s+chế)(?!\w)",
    # a verb with its object after the words of the title: `… giao thông đường bộ quy định người điều khiển xe …`
    (
        r"(?<=\w)(?<!theo)(?<!các)(?<!những)(?<!số)(?<!hành)(?<!và)(?<!về)(?<!việc)(?<!dung)(?<!đổi)(?<!bỏ)(?<!sung)(?<!dẫn)"
        r"\s+quy\s+định\s+(?:người|tổ\s+chức|cá\s+nhân|cơ\s+quan|doanh\s+nghiệp|trường\s+hợp|hành\s+vi|rằng|không|cụ\s+thể|như\s+sau)(?!\w)"
    ),
    r"(?<!không)\s+trái\s+với\s|\s+(?:đều|nay)\s+(?:bị\s+|được\s+)?(?:bãi|hủy)\s+bỏ(?!\w)",
    r"\s+(?:có\s+nội\s+dung|yêu\s+cầu|quy\s+định|xác\s+định|nhấn\s+mạnh)\s*:",
    r"\s+yêu\s+cầu\s+(?:các|mỗi|tất\s+cả|từng|phải)(?!\w)",
    # who issued it
    r"(?<!văn\sbản)(?<!pháp\sluật)(?<!thông\stư)(?<!nghị\sđịnh)(?<!quyết\sđịnh)(?<!nghị\squyết)(?<!quy\sđịnh)\s+do\s+[^,.;\n]{3,80}?\s(?:ký\s+)?(?:ban\s+hành|thông\s+qua)(?!\w)",
    rf"\s+được\s+{_BODY}\s[^,.;\n]{{0,80}}?(?:ban\s+hành|thông\s+qua)",
    # what goes beside the document
    r"\s+và\s+(?:(?:các|những)\s+)?(?:nội\s+dung\s+)?quy\s+định\s+(?:về|tại|có\s+liên|khác)\s|\s+(?:và|hoặc)\s+(?:các|những)\s+(?:văn\s+bản|lần\s+sửa)",
    # a new clause
    (
        rf",\s+{_BODY}\s[^,.;\n]{{0,80}}?\s(?:hướng\s+dẫn|ban\s+hành|yêu\s+cầu|đề\s+nghị|quyết\s+định|đã|có|giúp|trình|chỉnh\s+lý"
        r"|cấp\s+(?:giấy|thẻ|phép|cho))\s"
    ),
    r",\s+[^,.;\n]{1,80}?\s(?:sẽ|cho\s+biết|cho\s+rằng)(?!\w)",
    rf",\s+{_TOPIC}\s[^,.;\n]{{0,80}}?\s(?:phải|có\s+thể|không\s+được|bị\s+(?:phạt|xử)|được\s+(?:hưởng|tính|quy\s+định|xác\s+định|hỗ\s+trợ))\s",
    r"(?<!khoản\s\d)(?<!điểm\s\w),\s+(?:điều|khoản)\s+\d",
    r",\s+(?:những|các)\s+(?:quy\s+định|nội\s+dung)\s",
    (
        r",\s+(?:có|được|đã|sẽ|trong\s+đó|theo\s+đó|qua\s+đó|từ\s+đó|thì|nhằm|(?:bao\s+)?gồm|kể\s+từ|(?<!sung,\s)thay\s+thế|đồng\s+thời|ngày|cụ\s+thể|nêu|chỉ\s+rõ|khẳng\s+định|nhấn\s+mạnh"
        r"|xác\s+định\s+(?:rõ|mục|các|đến)|yêu\s+cầu|đề\s+ra|đặt\s+ra|làm\s+(?:cơ\s+sở|căn\s+cứ)|trên\s+cơ\s+sở|căn\s+cứ|khi|nếu)(?!\w)"
    ),
)
_STOP = re.compile("|".join(_STOPS))
_CLOSING_QUOTE = re.compile(
    r"[”\"](?=\s*(?:[.,;:)\]]|$|\n|(?:và|của|được|có|ngày|do|đã|theo|hết|ở|tại|trong|với|gắn|để|nhằm|là|khóa)\s))"
)
_WRAPPED = re.compile(r"\n[ ]*(?=[^\W\d_]{2})")
_CHANGES_OTHERS = re.compile(r"(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|hủy\s+bỏ)")
_AND_AMENDS = re.compile(r"\s+và\s+(?:sửa\s+đổi|bãi\s+bỏ)(?!\w)")
# `thay thế A về phí và bãi bỏ B`: what is done next is no part of the title of what it was done to before.
_AND_ENDS = re.compile(r"\s+và\s+(?:đồng\s+thời\s+)?(?:(?:bãi|hủy)\s+bỏ|thay\s+thế)(?!\w)")
_IS_CHANGED = re.compile(
    rf"(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi|bổ\s+sung)\s+(?:(?:cho|các|toàn\s+bộ|một\s+phần|của|tại)\s+|{PROVISIONS.pattern}\s*(?:của\s+|tại\s+)?)*$"
)
_BETWEEN_LISTED = re.compile(
    rf"\s*(?:,\s*và|;\s*và|,|;|(?<=\s)và|hoặc)\s*(?:các\s+)?(?:{PROVISIONS.pattern}\s*(?:của\s+|tại\s+)?)?$"
)
# What a colon or `như sau` follows is no title but the beginning of what the document says; what dots follow is not all of it.
_TELLS = re.compile(r"\s*(?:như\s+sau|sau\s+đây|bao\s+gồm)?\s*:|\s+như\s+sau|\s*\?|,?\s*(?:…|\.\.\.)")
_CHANGES_PROVISION = re.compile(
    rf"(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ)(?:\s*(?:,|và)\s*(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ))*\s+(?:các\s+)?(?:{PROVISIONS.pattern})"
)
_OF_A_PROVISION = re.compile(rf"(?:{PROVISIONS.pattern})\s*(?:của\s+|tại\s+)?$")
_AT_A_PROVISION = re.compile(rf"(?:^|[-.;:\n])\s*tại\s+{_OF_A_PROVISION.pattern}")
# In a preamble, and in the line that a law portal heads a text with, all that follows is the title.
_BASIS = re.compile(r"(?:^|[\n;])\s*căn\s+cứ\s+$")
_HEADLINE = re.compile(r"[^\n.;]{5,400}?\sdo\s[^,.;\n]{3,80}?\sban\s+hành\s*(?:\n|$|văn\s+bản\s+này)")
_NO_TITLE = re.compile(r"(?:đã|được|và|của|tại|theo|có|hết|số|ngày|năm|đến|do|là|này|trên|nêu|để|như|bị|hoặc|khóa|kỳ)(?!\w)")
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
_NAMED = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Điều lệ")
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
    if not any(_differ(r, last) for r in alike) or (amending.kind != "Pháp lệnh" and "PL" in (last.symbol or "")):
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


def _differ(a: Reference, b: Reference) -> bool:
    """Whether two references to laws of one name tell different ones: by their signs, else their dates, else their years."""
    for one, other in ((a.symbol, b.symbol), (a.issued, b.issued), (a.year, b.year)):
        if one and other:
            return one != other
    return False


def _read_title(view: View, references: list[Reference], i: int) -> None:
    reference = references[i]
    if reference.amending:  # `Luật sửa đổi, bổ sung một số điều của …`: the name is the title
        start, closing = reference.start + len(reference.kind) + 1, None
    else:
        if reference.name is not None and reference.kind in _NAMED:
            return
        lead = _LEAD.match(view.lower, reference.end)
        assert lead is not None
        start = lead.end()
        closing = _closing_quote(view, start) if lead["before"] or lead["after"] else None
        if closing is None and lead["after"]:
            start = lead.start("after")
        bare = reference.form != "sign" and bool(lead["comma"])  # `Ban Chỉ đạo Nghị quyết số 18, ban hành Quy chế …`
        if (
            not lead["about"]
            and not (closing and view.text[start].isupper())
            and (bare or not _begins(view, references, i, start))
        ):
            return
    limit = min(len(view.text), start + _LONGEST)
    if reference.within is not None and reference.within.title_at:
        limit = min(limit, reference.within.title_at[1])
    if closing is not None and closing <= limit:
        end, nested = closing, list(spoken_between(references, start, closing))
    else:
        end, nested = _title_end(view, references, i, start, limit)
        if end == start + _LONGEST:
            return
        if reference.within is not None and (coordinate := _AND_AMENDS.search(view.lower, start, end)):
            outer = view.lower[slice(*reference.within.title_at)] if reference.within.title_at else ""
            if outer.startswith(("sửa đổi", "bổ sung", "bãi bỏ")):  # `sửa đổi A quy định x và sửa đổi B`
                end = coordinate.start()
                nested = [n for n in nested if n.start < end]
    changed = closing is None and _IS_CHANGED.search(view.lower, max(0, reference.start - 120), reference.start)
    if changed and not _CHANGES_OTHERS.match(view.lower, start) and (then := _AND_ENDS.search(view.lower, start, end)):
        end = then.start()
        nested = [n for n in nested if n.start < end]
    if reference.amending and nested:  # the name of an amending law ends with the laws that it amends
        end = max(n.title_at[1] if n.name == n.title and n.title_at else n.end for n in nested)
    title = _within_brackets(view.text[start:end]).rstrip(" ,:-(\n./…")
    if (
        not title.strip()
        or _VERB.fullmatch(title.lower())
        or _ASKS.search(title.lower())
        or (closing is None and _TELLS.match(view.lower, start + len(title)))
    ):
        return
    reference.title, reference.title_at = " ".join(title.split()), (start, start + len(title))
    for inner in nested:
        if inner.within is None or inner.within is reference.within:
            inner.within = reference
    if reference.amending:
        reference.name = reference.title
        reference.end = max(reference.end, start + len(title))


def _begins(view: View, references: list[Reference], i: int, start: int) -> bool:
    """Whether a title that `về` does not introduce begins at ``start``."""
    reference = references[i]
    if reference.form == "name" or (i + 1 < len(references) and references[i + 1].start == start):
        return False
    before = view.lower[max(0, reference.start - 60) : reference.start]
    small = view.text[start : start + 1].islower() and not _NO_TITLE.match(view.lower, start)
    if small and (_BASIS.search(before) or _HEADLINE.match(view.lower, start)):
        return True
    if not _VERB.match(view.lower, start) or (view.lower.startswith("đề nghị", start) and reference.kind != "Tờ trình"):
        return False
    short = reference.issued is None and reference.issuer is None
    if short and _CHANGES_PROVISION.match(view.lower, start):
        return False  # `Luật số 43/2024/QH15 sửa đổi khoản 1 Điều 252 của …` tells what it does
    annexed = before.endswith("kèm theo ") and view.lower.startswith("quy định", start)
    return not _AT_A_PROVISION.search(before) and not (short and (annexed or _OF_A_PROVISION.search(before)))


def _closing_quote(view: View, start: int) -> int | None:
    """Where the quotation that begins at ``start`` ends, when all of it is the title."""
    closing = _CLOSING_QUOTE.search(view.lower, start, start + _LONGEST)
    return closing.start() if closing and "\n\n" not in view.text[start : closing.start()] else None


def _in_brackets(words: str) -> bool:
    return words.count("(") > words.count(")")


def _within_brackets(title: str) -> str:
    """The title up to a closing bracket that it did not open."""
    depth = 0
    for i, c in enumerate(title):
        depth += (c == "(") - (c == ")")
        if depth < 0:
            return title[:i]
    return title


def _title_end(view: View, references: list[Reference], i: int, start: int, limit: int) -> tuple[int, list[Reference]]:
    outer = references[i]
    nested: list[Reference] = []
    at, j = start, i + 1
    while True:
        following = references[j] if j < len(references) and references[j].start < limit else None
        until = following.start if following else limit
        stop = _next_stop(view, start, at, until, outer, following)
        if stop is not None:
            return stop, nested
        if following is None:
            return limit, nested
        if view.text.startswith("(", following.start - 1) and _same(outer, following):  # `về việc nào đó (Nghị định 12)`
            return following.start - 1, nested
        gap = _BETWEEN_LISTED.search(view.lower, at, following.start)
        # `khoản 1, khoản 2 Điều 5 Nghị quyết …`
        if gap and _OF_A_PROVISION.search(view.lower, max(at, gap.start() - 60), gap.start()):
            gap = None
        if gap and (is_later(following, outer) or _ends_title(outer, nested, following, view.lower[gap.start() : gap.end()])):
            return gap.start(), nested
        # `các Nghị định A về x, B sửa đổi C về y, D về z`: the list that B is a member of goes on after a title of C
        if gap and nested and at < gap.start() and _family(following) == _family(outer) and _listed(view, references, i):
            return gap.start(), nested
        nested.append(following)
        at = following.end
        j += 1


def _same(one: Reference, other: Reference) -> bool:
    return one.kind == other.kind and (one.number or "").lstrip("0") == (other.number or "-").lstrip("0")


def _next_stop(view: View, start: int, at: int, until: int, outer: Reference, following: Reference | None) -> int | None:
    """Where a title that began at ``start`` ends between ``at`` and ``until``."""
    for stop in _STOP.finditer(view.lower, at, until):
        sign = stop[0].strip()
        if not sign and (_wrapped(view, stop.start()) or (outer.within is not None and outer.within.form == "back")):
            continue  # the lines of a heading, and lines that go on in small letters
        if sign in ("”", '"') and _opened(view, start, stop.start()):
            continue
        if stop[0][0].isspace() and sign and not sign.startswith("(") and _in_brackets(view.text[start : stop.start()]):
            continue
        if sign == "." and not _new_sentence(view, stop.start()):
            continue
        if sign == ";" and _goes_on(view, stop.end(), until, outer, following):
            continue
        return stop.start()
    return None


def _wrapped(view: View, at: int) -> bool:
    line = _WRAPPED.match(view.text, at)
    return line is not None and view.text[line.end()].islower()


def _opened(view: View, start: int, at: int) -> bool:
    """Whether the quotation mark at ``at`` opens a quotation within the title or closes one that was opened there."""
    before = view.text[start:at]
    opened = before.count("“") > before.count("”") if view.text[at] == "”" else before.count('"') % 2 == 1
    return opened or (view.text[at] == '"' and (before == "" or before[-1] in " (\n"))


def _new_sentence(view: View, at: int) -> bool:
    """Whether the full stop at ``at`` ends a sentence, with or without white space after it: not in `TP.Huế`."""
    after = view.text[at + 1 : at + 3]
    return not after or not after[0].isalnum() or (after[0].isupper() and after[1:].islower() and not view.text[at - 1].isupper())


_NEW_CLAUSE = re.compile(
    r"\s*(?:các|những|và|quy định|có|được|hết|một số|điều|khoản|điểm|mục|chương|phần|phụ lục"
    r"|trong quá trình|làm cơ sở|làm căn cứ|nhất là|phối hợp"
    r"|nếu|trường hợp|bãi|thay|sửa|hết|theo|tại|căn|đồng|ngày|số|[a-zđ]\)|[-+•\d])(?!\w)"
)


def _goes_on(view: View, at: int, until: int, outer: Reference, following: Reference | None) -> bool:
    """Whether a title goes on after a semicolon: with a document above its own, or with more of its words in small letters."""
    if following is not None and not view.lower[at:until].strip():
        return _continues(outer, following)
    rest = view.text[at:until].lstrip(" ")
    if rest.startswith("\n") and not rest.startswith("\n\n"):
        rest = rest[1:].lstrip(" ")
    return bool(rest) and rest[0].islower() and not _NEW_CLAUSE.match(view.lower, at)


def _continues(outer: Reference, following: Reference) -> bool:
    """Whether a title may go on after `;` with this reference: what a circular guides stands above it."""
    return _RANK.get(following.kind, 9) < _RANK.get(outer.kind, 0)


_SEVERAL = re.compile(r"(?<!\w)các\s+$")
_BEFORE_MEMBER = re.compile(r"\s*(?:,\s*và|,|;|và)\s*(?:các\s+)?$")


def _listed(view: View, references: list[Reference], i: int) -> bool:
    """Whether the reference is a member of a list of its kind that has begun before it."""
    reference = references[i]
    if _SEVERAL.search(view.lower, max(0, reference.start - 6), reference.start):
        return True
    if i == 0 or not _BEFORE_MEMBER.search(view.lower, max(0, reference.start - 12), reference.start):
        return False
    before = references[i - 1].within or references[i - 1]
    return before is not reference.within and _family(before) == _family(reference)


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
