"""The title that follows a reference (`về việc lấy phiếu tín nhiệm …`) and the references nested in it."""

from __future__ import annotations

import re
from collections import defaultdict

from regraph.pipeline.clean import View
from regraph.pipeline.dates import DATE, iso
from regraph.pipeline.endings import begins_anew, endings, without_left_over
from regraph.pipeline.issuers import Issuer, issuer_at, signs
from regraph.pipeline.laws import plain
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS
from regraph.pipeline.references import POINTS_BACK, RANK, Reference, is_later, spoken_between
from regraph.pipeline.vocabulary import kinds

# The assembly that passed it, who issued or who signed it may stand before the title: `Hội nghị lần thứ … khóa XIII`,
# `được Bộ Chính trị ban hành`, `do đồng chí … ký`.
_LEAD = regex(
    r"(?:\s*,?\s+(?:(?:của|tại)\s+)?hội\s+nghị\s+(?:lần\s+thứ|trung\s+ương)\s[^,.;:\n“\"]{1,70}?khóa\s+[ivx]+)?"
    r"(?:(?:\s+lần\s+thứ\s+\w+|\s+\d+)?\s*,?\s*\(?\s*khóa\s+[ivx]+\s*\)?)?"
    r"(?:\s+được\s+[^,.;:\n“\"]{3,80}?\s(?:ban\s+hành|thông\s+qua)(?:\s+(?:vào\s+)?ngày\s+[\d/.-]{6,10})?(?=\s+(?:về|v/v)\s))?"
    r"(?:\s*,?\s+do\s+[^,.;:\n]{3,80}?\s+ký(?:\s+ban\s+hành)?(?:\s+ngày\s+[\d/.-]{6,10})?)?"
    r"(?:\s*\([^()\n]{1,160}\)(?=\s*(?:[“\"]|về\s|v/v|quy\s+định|hướng\s+dẫn|ban\s+hành|phê\s+duyệt|sửa\s+đổi|bổ\s+sung|bãi\s+bỏ)))?"
    r"(?P<comma>\s*,|\s*:(?=\s*(?:về|v/v)\s))?\s*(?P<before>[“\"]\s*)?(?P<about>(?P<bracket>\()?\s*(?:về\s+việc|về|v/v)\s+)?(?P<after>[“\"])?"
)
_DOWNLOAD = regex(r"\s+[*_\[]*(?:Tải\s+về|TẢI\s+VỀ)[*_\]]*(?=\s)")
# What a decree says, not what it is about: `quy định người nuôi phải khai báo`
_CLAUSE = (
    r"(?:rằng|(?:người|cá\s+nhân|tổ\s+chức|cơ\s+quan|doanh\s+nghiệp|hộ|đơn\s+vị|cán\s+bộ|đảng\s+viên|chi\s+bộ)"
    r"\s+(?:(?!(?:đối|với|của|cho|về|các|những)\s)[^\s.,;:]+\s+){0,6}?"
    r"(?:không\s+phải|phải|sẽ|không\s+được|chỉ\s+được|được\s+(?:miễn|giảm|hưởng)))(?!\w)"
)
# What a title begins with when `về` does not introduce it.
_VERB = regex(
    rf"(?:quy\s+định(?!\s+\d|\s+{_CLAUSE})|chi\s+tiết(?=\s+(?:một\s+số|các|mẫu|về|việc|thi\s+hành|luật|pháp\s+lệnh)\s)"
    r"|hướng\s+dẫn|sửa\s+đổi|bổ\s+sung|ban\s+hành|bãi\s+bỏ|hủy\s+bỏ|phê\s+duyệt|phê\s+chuẩn|thông\s+qua(?!\s+(?:vào\s+)?ngày\s)|thực\s+hiện|triển\s+khai"
    r"|công\s+bố|thành\s+lập|điều\s+chỉnh|đính\s+chính|tiếp\s+tục(?!\s+(?:được|có|là|hưởng))|quy\s+chế|phân\s+cấp|thi\s+hành|tổ\s+chức|giao(?!\s+(?:thông|các|cho|bộ|ubnd|ủy|sở|chính|thủ)\s)|áp\s+dụng(?!\s+(?:đối|cho|từ))"
    r"|kéo\s+dài|gia\s+hạn|thí\s+điểm|đổi\s+tên|hợp\s+nhất|sáp\s+nhập|giải\s+thể|kiện\s+toàn|công\s+nhận|tăng\s+cường|bổ\s+nhiệm|thông\s+báo|đề\s+nghị|tổng\s+hợp\s+ý\s+kiến|(?:giải\s+trình|tiếp\s+thu)(?=[,\s]+(?:và\s+)?(?:tiếp\s+thu|giải\s+trình)\s)|(?:tạm\s+)?(?:ngưng\s+hiệu\s+lực|đình\s+chỉ)(?!\s+(?:thi\s+hành\s+)?(?:kể|từ|cho|đến|trong|\d|để|có)|\s*[,.;)\n])|một\s+số\s+(?:vấn\s+đề|nội\s+dung|giải\s+pháp|cơ\s+chế)"
    r"|một\s+số\s+(?:vấn\s+đề|nội\s+dung)\s+cụ\s+thể(?=\s+(?:thi\s+hành|thực\s+hiện|về)\s))"
    r"(?!\s*,\s+(?:các|mỗi|mọi|những|người)\s|\s+(?:rõ|cụ\s+thể|như\s+sau|thêm|nêu|tại|này|đó|trên|trong|bởi|theo|bằng"
    r"|(?:,\s*)?bổ\s+sung\s+(?:tại|bởi|theo|bằng)|:))(?!\w)"
)
# What a title without `về` begins with behind a reference that tells its day and issuer.
_SUBJECT = regex(
    r"(?:chính\s+sách|chế\s+độ|cơ\s+chế|danh\s+mục|điều\s+kiện|tiêu\s+chuẩn|trình\s+tự|thủ\s+tục|chức\s+năng|biểu\s+thuế|định\s+mức|mức\s+(?:thu|chi|phạt|hỗ\s+trợ)"
    r"|xử\s+phạt|quản\s+lý|khuyến\s+khích|hỗ\s+trợ|bảo\s+đảm|phân\s+công|phân\s+loại|phát\s+triển|kiểm\s+soát|đăng\s+ký|nâng\s+cao|đẩy\s+mạnh)(?!\w)"
)
_CLOSING_QUOTE = regex(r"[”\"](?=\s*(?:[.,;:)\]]|$|\n|(?:và|của|được|có|ngày|do|đã|theo|hết)\s))")
# `cho các nghề: …`, `của Luật: …`: what a title lists
_BEFORE_COLON = regex(r"(?<!\w)(?:(?:các|những|\d+)\s+(?:[\w,]+\s+){0,3}\w+|luật|giai\s+đoạn\s+\w+)$")
# What another document issues, as its annex, although it bears a sign of its own.
_ANNEXED = ("Quy c", "Quy đ", "Quy t", "Tiêu chuẩn", "Điều lệ", "Luật", "Bộ luật", "Pháp lệnh")
_ISSUES = regex(r"ban\s+hành|phê\s+duyệt|công\s+bố")
_AMENDS = regex(r"(?:việc\s+)?(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế)(?!\w)")
_AND_AMENDS = regex(r"\s+và\s+(?:sửa\s+đổi|bãi\s+bỏ)(?!\w)")
_TO_THIS = regex(
    r"(?:\s+(?:quy\s+định|hướng\s+dẫn|lộ\s+trình|thời\s+điểm|nội\s+dung|thời\s+hạn|ngày|các|điểm\s+\w+|khoản\s+\w+|điều\s+\w+|mục\s+\w+|chương\s+\w+|phụ\s+lục\s+\w+"
    r"|tại|của|theo|trái\s+với|trong|ở|trừ|và|với|khác\s+với|trước|sau|kể\s+từ|từ|,))+\s*$"
)
_REPLACES = regex(r"(?<![,;])(?<!bổ\ssung)\s+(?:và\s+)?thay\s+thế\s+(?:cho\s+)?(?:các\s+)?$")
# The act that the sentence does to the bearer is done to something more: `bãi bỏ A về x và bãi bỏ khoản 2 …`
_DONE_TO = regex(r"(?<!\w)(?P<act>bãi\s+bỏ|sửa\s+đổi|thay\s+thế|hủy\s+bỏ)\s+(?:(?:toàn\s+bộ|các|cho)\s+)*$")
_AND_AGAIN = {
    act: re.compile(rf"\s*,?\s+(?:và|đồng\s+thời)\s+{act.replace(' ', chr(92) + 's+')}(?!\w)")
    for act in ("bãi bỏ", "sửa đổi", "thay thế", "hủy bỏ")
}
# `Thông tư này thay thế A sửa đổi B về x và bãi bỏ Điều 2 C ngày …`: this one ends a part of C
_AND_ENDS_PART = regex(
    rf"\s*,?\s+(?:và|đồng\s+thời)\s+(?:bãi\s+bỏ|hủy\s+bỏ)\s+(?:các\s+)?{PROVISIONS.pattern}\s*(?:của\s+|tại\s+)?$"
)
_THIS_REPLACES = regex(r"(?<!\w)này\s(?:[^.\n]{2,150}?\s)?thay\s+thế(?!\w)")
_WRAPPED = regex(r"\n[ ]*(?=[^\W\d_]{2})")
_BETWEEN_LISTED = regex(
    rf"\s*(?:,\s*và|;\s*và|,|;|(?<=\s)và(?!\w)|hoặc)\s*(?:các\s+)?"
    rf"(?:{PROVISIONS.pattern}(?:\s+(?!(?:của|tại)\s)[^,;.:()\n]{{3,80}}?(?=\s+(?:của|tại)\s))?\s*(?:của\s+|tại\s+)?)?$"
)
# What a colon or `như sau` follows is no title but the beginning of what the document says; what dots follow after a space is not
# all of it.
_TELLS = regex(r"\s*(?:như\s+sau|sau\s+đây|bao\s+gồm)?\s*:|\s+như\s+sau|\s*\?|,\s*(?:…|\.\.\.)")
_CUT_OFF = regex(r"\s+(?:…|\.\.\.)")
# In `bổ sung Điều 5 vào sau Điều 4 Nghị định A về x như sau` it is the change that follows.
_CHANGED = regex(r"(?:sửa\s+đổi|bổ\s+sung|thay\s+thế)[^.;\n]*$")
_CHANGES_PROVISION = regex(
    rf"(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ)(?:\s*(?:,|và)\s*(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ))*\s+(?:các\s+)?(?:{PROVISIONS.pattern})"
)
_SOME_ARTICLES = regex(
    r"(?:sửa\s+đổi(?:\s*(?:,|và)?\s*bổ\s+sung)?|(?:hướng\s+dẫn|quy\s+định\s+chi\s+tiết)(?:\s+(?:chi\s+tiết|thi\s+hành|thực\s+hiện))?)"
    r"\s+một\s+số\s+(?:điều|nội\s+dung)(?!\w)"
)
_OF_PROVISIONS = regex(r"(?:các\s+)?(?:điều|khoản|điểm)\s+\d")
_OF_A_PROVISION = regex(rf"(?:{PROVISIONS.pattern})\s*(?:của\s+|tại\s+)?$")
_OF_AN_ANNEX = regex(r"(?<!\w)phụ\s+lục(?:\s+(?:số\s+)?(?:[ivx]+|\d+)[a-z]?(?:\s*(?:,|và)\s*(?:[ivx]+|\d+)[a-z]?)*)?\s+$")
_PROVISION_SAYS = regex(rf"(?:^|[-.;:\n])\s*{_OF_A_PROVISION.pattern}")
_SAYS_THERE = regex(r"\s*,?\s+(?:(?:có|đã|cũng)\s+)?quy\s+định(?!\w)")
_CHANGED_PROVISION = regex(
    rf"(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|hủy\s+bỏ|thay\s+thế)\s+(?:các\s+|một\s+số\s+)?(?:{PROVISIONS.pattern})\s*(?:của\s+|tại\s+)?$"
)
# `sửa đổi Điều 3 Thông tư A quy định mức thu`, but `… quy định các hành vi …`, `…, tổ chức tín dụng …`
_SUBJECT_OF_CHANGED = regex(
    r"(?:sửa\s+đổi,?\s+bổ\s+sung\s+một\s+số|quy\s+định(?!\s+(?:các|những|việc|hành\s+vi)\s)|hướng\s+dẫn|ban\s+hành|phê\s+duyệt)\s"
)
_AT_A_PROVISION = regex(rf"(?:^|[-.;:\n])\s*tại\s+{_OF_A_PROVISION.pattern}")
# `Căn cứ khoản 1 Điều 9 Nghị định A ngày … quy định về thời điểm lập hóa đơn` tells what the provision says.
_BY_A_PROVISION = regex(rf"(?:^|[-.;:\n])\s*(?:căn\s+cứ|theo)\s+(?:tại\s+)?{_OF_A_PROVISION.pattern}")
_SAYS = regex(r"quy\s+định(?!\s+chi\s+tiết)")
# `Tại Điều 5 Nghị định A ngày … quy định về phí đã được sửa đổi bởi B`, `… quy định về phí quy định:`: a verb of its own follows
_SAYS_AGAIN = regex(r"quy\s+định\s[^.;:]{3,300}?\s(?:(?:đã\s+)?được\s+sửa\s+đổi(?!\w)|quy\s+định(?:\s+như\s+sau)?\s*:)")
# In a preamble, and in the line that a law portal heads a text with, all that follows is the title.
_BASIS = regex(r"(?:^|[\n;])\s*căn\s+cứ\s+$")
_OFFICER = r"(?:bộ\s+trưởng|thống\s+đốc|thủ\s+tướng|tổng|chánh|viện\s+trưởng|chủ\s+(?:tịch|nhiệm)|bộ\s)"
_HEADLINE = regex(
    rf"(?P<title>[^\n.;]{{5,400}}?)\s+(?:do\s|của\s+(?={_OFFICER}))(?:(?!\sdo\s)[^,.;\n]){{3,80}}?\sban\s+hành\s*(?:\n|$|văn\s+bản\s+này)"
)
_NO_TITLE = regex(r"(?:đã|được|và|của|tại|theo|có|hết|số|ngày|năm|đến|do|là|này|trên|nêu|để|như|bị|hoặc|khóa|kỳ)(?!\w)")
_ASKS = regex(r"(?:thế nào|ra sao|như thế nào|gì|những gì)$")
_NAMED = ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Điều lệ")
_LONGEST = 1200
_BEFORE = 120
_LIST = 20  # references before one that are looked at for the list it stands in
_MOST_ALIKE = 200  # places that name one law that are looked at
_ON = regex(r"\s*,?\s*(?:ký\s+|ban\s+hành\s+)?ngày\s*$")
_WAS_AMENDED = regex(r"\s*,?\s*(?:\(\s*)?đã\s+được\s+(?:sửa\s+đổi|bổ\s+sung)")


def read_titles(view: View, references: list[Reference]) -> None:
    """Gives each reference its title and marks the references that stand within a title; linear in the text.

    The name behind the number of an act that issues it is no reference of its own and is taken out of the list.

    A title goes on through nested references; it ends where the outer list goes on, with a reference of the same kind as
    the one that bears the title.
    """
    for i, reference in enumerate(references):
        if reference.title_at:  # a heading, whose title is known
            for inner in references[i + 1 :]:
                if inner.start >= reference.title_at[1]:
                    break
                if inner.start >= reference.title_at[0]:
                    inner.within = reference
        elif reference.form not in POINTS_BACK:
            _read_title(view, references, i)
            if reference.title is None and reference.form == "sign" and view.text.startswith("(", reference.start - 1):
                _read_title_before(view, reference)
    _name_amending_laws(view, references)
    announced = {id(r): r.within for r in references if r.within is not None and _is_announced(view, r, r.within)}
    if announced:
        references[:] = [r for r in references if id(r) not in announced]
        for reference in references:
            reference.within = announced.get(id(reference.within), reference.within)


_ANNOUNCES = regex(r"\s*(?:về\s+(?:việc\s+)?)?ban\s+hành\s+")


def _is_announced(view: View, reference: Reference, outer: Reference) -> bool:
    """Whether an act is called by its name too, which it then bears: `Luật số 1/2020/QH14 của Quốc hội ban hành Luật A`."""
    if reference.form != "name" or outer.form != "sign" or outer.kind != reference.kind or outer.name:
        return False
    if not _ANNOUNCES.fullmatch(view.lower, outer.end, reference.start):
        return False
    outer.title, outer.name = reference.name, None if reference.amending else reference.name
    outer.title_at = reference.title_at or (reference.start + len(reference.kind) + 1, reference.name_end)
    return True


def _name_amending_laws(view: View, references: list[Reference]) -> None:
    """Names each amending law by its title, with the number, date or year that were read as those of the last law it amends."""
    amended: dict[int, list[Reference]] = defaultdict(list)
    alike: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    headed = any(r.form == "back" and r.title_at for r in references)
    for reference in references:
        if reference.within is not None and reference.within.amending:
            if reference.name:
                amended[id(reference.within)].append(reference)
        elif reference.name:
            alike[reference.kind, plain(reference.name)].append(reference)
    for reference in references:
        if reference.amending:
            if laws := amended[id(reference)]:
                issued_here = (headed and view.lower.endswith("ban hành ", 0, reference.start)) or _enacts(
                    view, reference, laws[-1]
                )
                _give_back(view, reference, laws, alike[laws[-1].kind, plain(laws[-1].name)][:_MOST_ALIKE], issued_here)
            if reference.title_at:
                reference.name = reference.title = view.words(*reference.title_at)


_ENACTS = regex(r"(?:^|[\n;])[ *]*quốc\s+hội\s+ban\s+hành\s+$")
_FORMULA_ENDS = regex(r"\.[”\"*. ]*(?:\n|$)")


def _enacts(view: View, amending: Reference, last: Reference) -> bool:
    """Whether the formula that enacts an amending law stands there alone, in its own text or quoted in a note."""
    before = _ENACTS.search(view.lower, max(0, amending.start - 40), amending.start)
    return before is not None and _FORMULA_ENDS.match(view.text, last.end) is not None


def _give_back(view: View, amending: Reference, laws: list[Reference], alike: list[Reference], issued_here: bool) -> None:
    """Gives an amending law what was read as told of the last of the ``laws`` it amends; ``alike`` are named so elsewhere.

    In `Luật sửa đổi, bổ sung một số điều của Luật A số 2/2025/QH15` the number is the amending law's, unless the text gives it
    to `Luật A` elsewhere, or each of the amended laws has one, or the amending law is the text itself (``issued_here``).
    """
    last, others = laws[-1], laws[:-1]
    own = bool(last.symbol) and (
        any(r.symbol for r in others)
        or issued_here
        or {r.symbol for r in alike if r.symbol} == {last.symbol}
        or ("PL" in (last.symbol or "") and amending.kind != "Pháp lệnh")
        or bool(_WAS_AMENDED.match(view.lower, last.end))
    )
    if own:
        if others and last.issued_at and not any(r.issued for r in others):  # `Luật A số 1, Luật B số 2 ngày …`: the day of all
            amending.issued, amending.issued_at, amending.issuer = last.issued, last.issued_at, last.issuer
            amending.end = max(amending.end, last.end)
            last.end = last.name_end + len(_ON.sub("", view.lower[last.name_end : last.issued_at[0]]))
            last.issued = last.issued_at = last.issuer = None
            if amending.title_at:
                amending.title_at = (amending.title_at[0], last.end)
        return
    if not (last.symbol or last.issued or last.year) or (not last.symbol and _has_own_year(view, last, others, alike)):
        return
    amending.symbol, amending.number, amending.year = last.symbol, last.number, last.year
    amending.issued, amending.issued_at, amending.issuer = last.issued, last.issued_at, last.issuer
    amending.form, amending.end = last.form, last.end
    last.symbol = last.number = last.year = last.issued = last.issued_at = last.issuer = None
    last.form, last.end = "name", last.name_end
    if amending.title_at:
        amending.title_at = (amending.title_at[0], last.name_end)


_OWN_DAY = regex(rf"\s*,?\s+ngày\s*{DATE}\s*$")
_OWN_YEAR = regex(r"\s+(?:năm\s+)?(?P<year>(?:19|20)\d\d)$")


def _without_own_day(view: View, amending: Reference, start: int, end: int) -> int:
    """Where the title of an amending law that names no law ends: before its day or year, `sửa đổi … của 11 luật năm 2025`."""
    if dated := _OWN_DAY.search(view.lower, start, end):
        amending.issued, amending.issued_at, amending.end = iso(dated), (dated.start("day"), dated.end()), dated.end()
    elif dated := _OWN_YEAR.search(view.lower, start, end):
        amending.year, amending.end = dated["year"], dated.end()
    return dated.start() if dated else end


def _has_own_year(view: View, last: Reference, others: list[Reference], alike: list[Reference]) -> bool:
    """Whether a year or day after the last amended law is its own: `Luật sửa đổi Luật A 2016`, or the text tells it elsewhere."""
    if any(r.year or r.issued for r in others) or any((last.issued or last.year) in (r.issued, r.year) for r in alike):
        return True
    bare = (
        not last.issued and "năm" not in view.lower[last.name_end : last.end] and "(" not in view.text[last.name_end : last.end]
    )
    return bare and not others and not any(r.year or r.symbol for r in alike)


def _read_title(view: View, references: list[Reference], i: int) -> None:
    reference = references[i]
    before = max(0, reference.start - _BEFORE)
    if reference.amending:  # `Luật sửa đổi, bổ sung một số điều của …`: the name is the title
        start, closing, about = reference.start + len(reference.kind) + 1, None, False
    else:
        if reference.name is not None and reference.kind in _NAMED:
            return
        lead = _lead(view, reference.end)
        start, about = lead.end(), bool(lead["about"])
        closing = _closing_quote(view, start) if lead["before"] or lead["after"] else None
        if closing is None and lead["after"]:
            start = lead.start("after")
        bare = reference.form != "sign" and bool(lead["comma"])  # `Ban Chỉ đạo Nghị quyết số 18, ban hành Quy chế …`
        if _OF_PROVISIONS.match(view.lower, start) and "điều của" not in view.lower[start : start + 12]:
            return  # `được sửa đổi tại Điều 6 Thông tư A về Điều 1 …`
        if not about and not (closing and view.text[start].isupper()) and (bare or not _begins(view, references, i, start)):
            return
    limit = min(len(view.text), start + _LONGEST)
    if reference.within is not None and reference.within.title_at:
        limit = min(limit, reference.within.title_at[1])
    if closing is None and (headline := _HEADLINE.match(view.lower, start, limit + _LONGEST)):
        closing = headline.end("title")
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
        elif (done := _DONE_TO.search(view.lower, before, reference.start)) and (
            again := _AND_AGAIN[" ".join(done["act"].split())].search(view.lower, start, end)
        ):
            end = again.start()
        nested = [n for n in nested if n.start < end]
    if reference.amending and nested:  # the name of an amending law ends with the laws that it amends
        end = max(n.title_at[1] if n.name == n.title and n.title_at else n.end for n in nested)
    elif reference.amending:  # `Luật sửa đổi … của các Luật về A và sửa đổi … các Nghị định về A`: the title around it goes on
        coordinate = _AND_AMENDS.search(view.lower, start, end)
        end = _without_own_day(view, reference, start, coordinate.start() if coordinate else end)
    title = _within_brackets(view.text[start:end]).rstrip(" ,:;-(\n./…_")
    told = start + len(title)
    if closing is None and view.text[told : told + 1] not in (";", "\n"):
        title = without_left_over(title)
    if (
        not title.strip()
        or _VERB.fullmatch(title.lower())
        or _ASKS.search(title.lower())
        or (closing is None and _TELLS.match(view.lower, start + len(title)) and not _changed(view, reference, start))
        or (closing is None and _CUT_OFF.match(view.lower, told))
    ):
        return
    if about and closing is None and _said_of_part(view, reference, start + len(title)):
        return
    if reference.issuer is None and (behind := _issuer_behind(view, reference, nested, start, start + len(title))):
        end, reference.issuer = behind
        title = view.text[start:end]
    reference.title, reference.title_at = " ".join(title.split()), (start, start + len(title))
    for inner in nested:
        if inner.within is None or inner.within is reference.within:
            inner.within = reference
    if reference.amending:
        reference.name = reference.title
        reference.end = max(reference.end, start + len(title))


_ABOUT_WHAT = regex(r"\s+về\s+(?:việc\s+)?(?P<title>[^();]{3,400}?)\s*\(")


def _read_title_before(view: View, reference: Reference) -> None:
    """Reads the title of a document whose number follows it in brackets: `Báo cáo của BODY về … (Báo cáo số A)`."""
    kind = re.compile(rf"(?<!\w){reference.kind.lower().replace(' ', chr(92) + 's+')}\s+của\s+")
    for called in kind.finditer(view.lower, max(0, reference.start - _LONGEST), reference.start):
        issuer = issuer_at(view, called.end())
        about = _ABOUT_WHAT.match(view.lower, issuer.mention_end, reference.start) if issuer else None
        if about and about.end() == reference.start and "\n\n" not in about["title"]:
            reference.title, reference.title_at = view.words(*about.span("title")), about.span("title")


def _lead(view: View, at: int) -> re.Match[str]:
    """What may stand between a reference and its title, a link to download the document among it: `Quyết định 1/QĐ-X Tải về`."""
    link = _DOWNLOAD.match(view.text, at)
    lead = _LEAD.match(view.lower, link.end() if link else at)
    assert lead is not None
    return lead


_OF_OFFICER = regex(rf"\s+của\s+(?={_OFFICER})")


# `nhiệm vụ của Bộ trưởng Bộ A`: the title speaks of who signs it
def _changed(view: View, reference: Reference, start: int) -> bool:
    """Whether the document is changed there, as what follows its title tells, and not what a provision of it says."""
    before = view.lower[max(0, reference.start - _BEFORE) : reference.start]
    short = reference.issued is None and reference.issuer is None
    says = short and view.text.startswith("quy định", start) and _OF_A_PROVISION.search(before)
    return not says and bool(_CHANGED.search(before))


def _said_of_part(view: View, reference: Reference, end: int) -> bool:
    """Whether `về …` behind a sign, up to ``end``, tells of an annex or provision of the document, and is no title of its own.

    `Phụ lục I Công văn A về biên chế`, `Khoản 1 Điều 8 Nghị quyết B về miễn thuế quy định: …`
    """
    before = view.lower[max(0, reference.start - _BEFORE) : reference.start]
    if reference.issued or reference.issuer or _CHANGED.search(before):
        return False
    return bool(_OF_AN_ANNEX.search(before) or (_PROVISION_SAYS.search(before) and _SAYS_THERE.match(view.lower, end)))


_ITS = regex(
    r"(?:quản\s+lý|nhà\s+nước|nhiệm\s+vụ|quyền\s+hạn|chức\s+năng|trách\s+nhiệm|thẩm\s+quyền|quyết\s+định|phạm\s+vi|văn\s+bản|pháp\s+luật"
    r"|thông\s+tư|nghị\s+quyết|nghị\s+định|chỉ\s+thị|số\s+điều|công\s+tác|giải\s+quyết|cấp\s+phép|ban\s+hành)$"
)


def _issuer_behind(view: View, reference: Reference, nested: list[Reference], start: int, end: int) -> tuple[int, Issuer] | None:
    """Where a title ends behind which the officer, or the bodies, that the sign tells are named.

    `Quyết định số 1/QĐ-BYT quy định về x của Bộ trưởng Bộ Y tế`
    """
    for of in _OF_OFFICER.finditer(view.lower, start, end):
        if reference.symbol is None or any(n.start <= of.start() < n.end for n in nested):
            continue
        issuer = issuer_at(view, of.end())
        if issuer is None or issuer.mention_end < end or not signs(reference.symbol, issuer.name):
            continue
        several = reference.kind.startswith("Thông tư liên")
        officer = issuer.name.startswith("Bộ trưởng") or not issuer.name.startswith("Bộ ")
        if (several or officer) and not _ITS.search(view.lower, start, of.start()):
            return of.start(), issuer
    return None


def _begins(view: View, references: list[Reference], i: int, start: int) -> bool:
    """Whether a title that `về` does not introduce begins at ``start``."""
    reference = references[i]
    following = references[i + 1] if i + 1 < len(references) else None
    if reference.form == "name" or (following and following.start == start):
        return False
    alone = following is not None and following.form == "sign" and not following.kind.startswith(_ANNEXED)
    if following and alone and view.lower[start : following.start].split() == ["ban", "hành"]:
        return False  # `Ban Chỉ đạo thực hiện Đề án A ban hành Quyết định số 1`
    before = view.lower[max(0, reference.start - 60) : reference.start]
    small = view.text[start : start + 1].islower() and not _NO_TITLE.match(view.lower, start)
    if small and reference.issued and reference.issuer and _SUBJECT.match(view.lower, start):
        return True
    if small and (_BASIS.search(before) or _HEADLINE.match(view.lower, start)):
        return True
    if not _VERB.match(view.lower, start) or (view.lower.startswith("đề nghị", start) and reference.kind != "Tờ trình"):
        return False
    if _SOME_ARTICLES.match(view.lower, start):
        return True
    short = reference.issued is None and reference.issuer is None
    if short and _CHANGES_PROVISION.match(view.lower, start):
        return False  # `Luật số 43/2024/QH15 sửa đổi khoản 1 Điều 252 của …` tells what it does
    annexed = before.endswith("kèm theo ") and view.lower.startswith("quy định", start)
    parts = f"{before.rstrip(' ,')} "  # `Khoản 1, Điều 2, Nghị định A`
    said_of_provision = _OF_A_PROVISION.search(parts) and not (
        _CHANGED_PROVISION.search(parts) and _SUBJECT_OF_CHANGED.match(view.lower, start)
    )
    said_in_full = not short and _SAYS_AGAIN.match(view.lower, start) is not None
    if not said_in_full and (
        _AT_A_PROVISION.search(before)
        or (
            _BY_A_PROVISION.search(view.lower, max(0, reference.start - _BEFORE), reference.start)
            and _SAYS.match(view.lower, start)
        )
    ):
        return False
    return not (short and (annexed or said_of_provision))


def _closing_quote(view: View, start: int) -> int | None:
    """Where the quotation that begins at ``start`` ends, when all of it is the title."""
    closing = _CLOSING_QUOTE.search(view.lower, start, start + _LONGEST)
    if closing is None or "\n\n" in view.text[start : closing.start()] or _in_quotes(view.text[start : closing.start()]):
        return None
    return closing.start()


def _in_quotes(words: str) -> bool:
    return words.count("“") > words.count("”")


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
    while j < len(references) and references[j].start < start:  # in brackets before the title
        j += 1
    while True:
        following = references[j] if j < len(references) and references[j].start < limit else None
        until = following.start if following else limit
        stop = _next_stop(view, start, at, until, outer, nested, following)
        if stop is not None:
            return stop, nested
        if following is None:
            return limit, nested
        if following.form in POINTS_BACK and view.lower.endswith("này", at, following.end):  # `trái với Nghị định này`
            link = _TO_THIS.search(view.lower, max(at, following.start - 120), following.start)
            return link.start() if link else following.start, nested
        if replaces := _REPLACES.search(view.lower, at, following.start):
            return replaces.start(), nested
        if (ends := _AND_ENDS_PART.search(view.lower, at, following.start)) and _is_ended_here(view, outer, following):
            return ends.start(), nested
        if view.text.startswith("(", following.start - 1) and _beside(nested, following):  # `về việc nào đó (Nghị định 12)`
            return following.start - 1, nested
        gap = _BETWEEN_LISTED.search(view.lower, at, following.start)
        # `khoản 1, khoản 2 Điều 5 Nghị quyết …`
        if gap and _OF_A_PROVISION.search(view.lower, max(at, gap.start() - 60), gap.start()):
            gap = None
        if gap and (_ends_title(view, references, i, start, nested, following, gap) or _acts(view, references[j : j + 2], gap)):
            return gap.start(), nested
        nested.append(following)
        at = following.end
        j += 1


def _beside(nested: list[Reference], following: Reference) -> bool:
    """Whether a document in brackets stands beside the title: it is no other name of one in the title, and no standard."""
    return not (nested and _same(nested[-1], following)) and not following.kind.startswith(("Quy chuẩn", "Tiêu chuẩn"))


def _is_ended_here(view: View, outer: Reference, following: Reference) -> bool:
    """Whether a dated document of which a part is ended is no part of a title, since its bearer is what `này` replaces."""
    line, _ = view.line(outer.start)
    return bool(following.issued and _THIS_REPLACES.search(view.lower, max(line, outer.start - _LONGEST), outer.start))


def _same(one: Reference, other: Reference) -> bool:
    return one.kind == other.kind and (one.number or "").lstrip("0") == (other.number or "-").lstrip("0")


def _next_stop(
    view: View, start: int, at: int, until: int, outer: Reference, nested: list[Reference], following: Reference | None
) -> int | None:
    """Where a title that began at ``start`` ends between ``at`` and ``until``."""
    for stop in endings(view, at, until):
        sign = stop[0].strip()
        if not sign and (_wrapped(view, stop.start()) or (outer.within is not None and outer.within.form == "back")):
            continue  # the lines of a heading, and lines that go on in small letters
        if sign in ("”", '"') and _opened(view, start, stop.start()):
            continue
        if stop[0][0].isspace() and sign and not sign.startswith("(") and _in_brackets(view.text[start : stop.start()]):
            continue
        if sign == "." and not _new_sentence(view, stop.start()):
            continue
        if sign == ":" and (
            _BEFORE_COLON.search(view.lower, start, stop.start()) or _ISSUES.fullmatch(view.lower, start, stop.start())
        ):
            continue
        if _OF_PERIOD.match(view.lower, stop.start()) and _PERIOD.search(view.lower, max(start, stop.start() - 50), stop.start()):
            continue
        if following is not None and nested and _amended_by(view, stop, outer, nested[-1], following):
            continue  # `sửa đổi Nghị định A về x đã được sửa đổi bởi Nghị định B`: what it amends had been amended
        if sign == ";" and _goes_on(view, outer, start, stop.end(), until, following):
            continue
        return stop.start()
    return None


# `giai đoạn từ ngày 01/01/2020 đến ngày 31/12/2024`
_OF_PERIOD = regex(r"\s+(?:từ|đến)\s")
_PERIOD = regex(rf"giai\s+đoạn(?:\s+từ\s+ngày\s+{DATE})?\s*$")

_BY = regex(r"\s+(?:đã\s+)?được\s+(?:sửa\s+đổi|bổ\s+sung)[^.;\n]{0,60}?(?:bởi|tại|theo|bằng)\s+(?:[^.;\n]{0,40}\s)?$")


def _amended_by(view: View, stop: re.Match[str], outer: Reference, inner: Reference, following: Reference) -> bool:
    """Whether a title's ``inner`` document is said to have been amended by the next one, which then stands in the title too."""
    return (
        _family(inner) == _family(following)
        and not is_later(following, outer)
        and _BY.fullmatch(view.lower, stop.start(), following.start) is not None
    )


def _wrapped(view: View, at: int) -> bool:
    line = _WRAPPED.match(view.text, at)
    if line is None:  # `về việc ban hành Nghị quyết / “Quy định …”`
        return view.text.startswith(("\n“", '\n"'), at) and view.lower.endswith(tuple(f" {kind}" for kind in kinds()), 0, at)
    return view.text[line.end()].islower()


def _opened(view: View, start: int, at: int) -> bool:
    """Whether the quotation mark at ``at`` opens a quotation within the title or closes one that was opened there."""
    before = view.text[start:at]
    opened = before.count("“") > before.count("”") if view.text[at] == "”" else before.count('"') % 2 == 1
    return opened or (view.text[at] == '"' and (before == "" or before[-1] in " (\n"))


def _new_sentence(view: View, at: int) -> bool:
    """Whether the full stop at ``at`` ends a sentence, with or without white space after it: not in `TP.Huế`."""
    after = view.text[at + 1 : at + 3]
    return not after or not after[0].isalnum() or (after[0].isupper() and after[1:].islower() and not view.text[at - 1].isupper())


_LINK = regex(r"\s*(?:và\s+)?(?:các\s+)?")
_ITS_ACTS = regex(r"\s*(?:được\s+|bị\s+)?(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)(?!\w)")
_FIRST_WORDS = regex(r"\s*(\w+\s+\w+)(?!\w)")


def _goes_on(view: View, outer: Reference, start: int, at: int, until: int, following: Reference | None) -> bool:
    """Whether a title goes on after the semicolon before ``at``: with a document above its own, or with words like its own.

    `ban hành Danh mục A; Danh mục B` goes on as it began, and so does `công bố thủ tục hành chính mới; sửa đổi, bổ sung …`.
    """
    if following is not None and _LINK.fullmatch(view.lower, at, until):
        return True  # `_ends_title` decides
    if outer.amending:
        return False
    rest = view.text[at:until].lstrip(" ")
    if rest.startswith("\n") and not rest.startswith("\n\n"):
        rest = rest[1:].lstrip(" ")
    title = view.lower[start : at - 1]
    if "thủ tục hành chính" in title and _ITS_ACTS.match(view.lower, at, until):
        return True
    if (first := _FIRST_WORDS.match(view.lower, at, until)) and rest[0].isalpha():
        words = " ".join(first[1].split())
        if f" {words} " in f" {' '.join(title.split())} " and not _OPENS_LIST.match(rest) and not _is_body(view, first.start(1)):
            return True
    in_preamble = bool(_BASIS.search(view.lower, max(0, outer.start - 60), outer.start))
    return bool(rest) and rest[0].islower() and not begins_anew(view, at, tasks=not in_preamble)


_OPENS_LIST = regex(r"(?:Điều|Khoản|Điểm|Mục|Chương|Căn cứ|Theo|[Cc]ác|[Vv]à)\s")


def _is_body(view: View, at: int) -> bool:
    return view.text[at].isupper() and issuer_at(view, at) is not None


def _continues(outer: Reference, following: Reference) -> bool:
    """Whether a title may go on after `;` with this reference: what a circular guides stands above it."""
    return RANK.get(following.kind, 9) < RANK.get(outer.kind, 0)


_SEVERAL = regex(r"(?<!\w)các\s+$")
_BEFORE_MEMBER = regex(r"\s*(?:,\s*và|,|;|và)\s*(?:các\s+)?$")


def _listed(view: View, references: list[Reference], i: int) -> bool:
    """Whether the reference is a member of a list of its kind that has begun before it."""
    reference = references[i]
    if _SEVERAL.search(view.lower, max(0, reference.start - 6), reference.start):
        return True
    if i == 0 or not _BEFORE_MEMBER.search(view.lower, max(0, reference.start - 12), reference.start):
        return False
    before = references[i - 1].within or references[i - 1]
    return before is not reference.within and _family(before) == _family(reference)


_DOES = regex(
    r"\s*(?:,\s+[^,.;:\n]{1,40},)?\s+(?:đã|cũng|sẽ|còn|vẫn|đang)(?:\s+(?:bổ\s+sung|sửa\s+đổi|quy\s+định|có|dành|giao|mở|cho|đưa|góp|tạo))"
)


def _acts(view: View, following: list[Reference], gap: re.Match[str]) -> bool:
    """Whether the document behind a comma is the subject of the sentence: `Thực hiện Nghị quyết A về x, Luật B đã sửa đổi …`."""
    until = following[1].start if len(following) > 1 else len(view.text)
    return gap[0].strip() == "," and _DOES.match(view.lower, following[0].end, until) is not None


_BY_LAW = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Hiến pháp"))


def _ends_title(
    view: View,
    references: list[Reference],
    i: int,
    start: int,
    nested: list[Reference],
    following: Reference,
    gap: re.Match[str],
) -> bool:
    """Whether the list that the bearer of a title is a member of goes on with ``following``, which its title does not hold.

    No document amends, guides or ends one that came after it. What a list says of each member (day, issuer) it says of the next.
    """
    outer = references[i]
    alike = [n for n in nested if _family(n) == _family(following)]
    if is_later(following, outer):
        return True
    if outer.amending and (following.amending or following.kind not in _BY_LAW):
        return True
    if outer.amending and len(nested) > 2 and following.symbol and [n for n in nested if n.symbol] == nested[-1:]:
        return True  # `Luật sửa đổi Luật A, Luật B, Luật C số 9/2024/QH15 và Luật D số 8/2025/QH15`: the first number is its own
    semicolon = ";" in gap[0]
    if _family(following) != _family(outer):
        if semicolon:
            return not _continues(outer, following) or (
                not following.amending and _before_in_list(view, references, i, following)
            )
        if not alike and RANK.get(following.kind, 0) > RANK.get(outer.kind, 9):
            return True  # no decree is about a circular
        alone = following.form == "sign" and not _TIES.search(view.lower, start, gap.start())
        told = following.issued is not None and following.issuer is not None
        return not nested and (alone or told) and not outer.amending
    if gap[0].strip() == "và" and nested and _style(following) == _style(nested[-1]) and _parted(view, outer):
        return False  # `A; B thực hiện C và D; E`: the members of the list are parted by semicolons
    if not semicolon and not alike and nested and _style(following) == _style(nested[-1]) != _style(outer):
        return False  # `Thông tư A ngày … của Bộ B sửa đổi Quyết định C ngày … và Thông tư D ngày …`
    if semicolon and outer.amending and following.form == "name" and not following.year:
        return not _alone(view, references, i)
    if semicolon or not alike:
        # `Thông tư A sửa đổi Quyết định B; Quyết định C; Thông tư D`: all that it amends
        amends = semicolon and (len(nested) > 1 or _heads_item(view, outer)) and _AMENDS.match(view.lower, start)
        return not (amends and not _listed(view, references, i))
    if _style(following) == _style(outer) and following.issued and not (alike[-1].issued and following.issuer):
        return _style(following) != _style(alike[-1])  # `Nghị định A ngày … sửa đổi Nghị định B và Nghị định C ngày …`
    # `các Nghị định A về x, B sửa đổi C về y, D về z`: the list that B is a member of goes on after a title of C
    return nested[-1].end < gap.start() and _listed(view, references, i)


_OF_SEVERAL = regex(r"(?:(?:các|\d+|hai|ba|bốn|năm|sáu)\s+(?:dự\s+án\s+|dự\s+thảo\s+)?luật[^.;\n]*|[:;-]\s*|căn\s+cứ\s+|\n\s*)$")


def _alone(view: View, references: list[Reference], i: int) -> bool:
    """Whether an amending law is no member of a list, so that what semicolons part behind it are the laws that it amends."""
    at = references[i].start
    first = view.lower[max(0, at - _BEFORE) : at]
    return bool(first.strip()) and not _OF_SEVERAL.search(first) and not _BEFORE_MEMBER.search(first[-12:])


_ITEM = regex(r"\s*[a-zđ]\d?\)\s*(?:toàn\s+bộ\s+)?")


def _heads_item(view: View, reference: Reference) -> bool:
    """Whether a document begins a lettered item, of which each names one: `a) A sửa đổi một số điều của B; C;`"""
    return _ITEM.fullmatch(view.lower, max(view.line(reference.start)[0], reference.start - _BEFORE), reference.start) is not None


def _parted(view: View, outer: Reference) -> bool:
    return view.text[max(0, outer.start - 3) : outer.start].rstrip().endswith(";")


# Words that another document may depend on within a title; in `A về nuôi cá, Quyết định B` nothing holds B there.
_TIES = regex(
    r"(?<!\w)(?:theo|tại|trong|kèm|căn\s+cứ|hướng\s+dẫn|chi\s+tiết|(?:thi\s+hành|thực\s+hiện)(?!\s+pháp\s+luật)|triển\s+khai|sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|hủy\s+bỏ"
    r"|thay\s+thế|đính\s+chính|hợp\s+nhất|ban\s+hành|công\s+bố|áp\s+dụng|văn\s+bản|điều\s+\d|(?<!pháp\s)luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|hiến\s+pháp)(?!\w)"
)


def _style(reference: Reference) -> tuple[bool, bool]:
    """What is said of a document beside its sign: its day, its issuer."""
    return bool(reference.issued), bool(reference.issuer)


def _before_in_list(view: View, references: list[Reference], i: int, following: Reference) -> bool:
    """Whether a document of the same kind stands in the list before its member ``i``: `Luật A; Nghị định B …; Luật C`."""
    at = references[i].start
    for before in reversed(references[max(0, i - _LIST) : i]):
        if before.within is not references[i].within:
            continue
        if not _BEFORE_MEMBER.fullmatch(view.lower, max(before.end, before.title_at[1] if before.title_at else 0), at):
            return False
        if before.kind == following.kind:
            return True
        at = before.start
    return False


def _family(reference: Reference) -> str:
    """Circulars of one body and of several are one kind in a list."""
    return "Thông tư" if reference.kind.startswith("Thông tư") else reference.kind
