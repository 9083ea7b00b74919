"""Who holds a position: the names of a text with the positions that stand before them, behind them, above them or further on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace

from regraph.pipeline.address import address_at, is_called, without_address
from regraph.pipeline.clean import View
from regraph.pipeline.names import CAPITAL, Name, foreign_name_at, name_at, names_and_short_ones
from regraph.pipeline.offices import begins_abbreviated, core_of, grammar, is_abbreviated, is_whole_in_capitals
from regraph.pipeline.patterns import regex
from regraph.pipeline.positions import SHORT_NAME, Held, chain
from regraph.pipeline.rosters import Rosters
from regraph.pipeline.rows import Row, as_held, rows
from regraph.pipeline.signatures import signature, signer_below
from regraph.pipeline.tables import Tables
from regraph.pipeline.told import TAKES_OFFICE, is_subject, offices, told_later
from regraph.pipeline.vocabulary import table

_NEAR = 60
# What leads from a name to the positions behind it.
_LEADS = regex(
    rf"(?:{SHORT_NAME})?(?:[ ]khóa[ ][IVXLC]+)?[ ]*,?[ ]*{TAKES_OFFICE}"
    r"|\s*(?:,|-|\()\s*(?:(?:(?:hiện[ ]nay|hiện|nay|đang|vốn|từng)[ ])+(?:là[ ])?|là[ ]|tân[ ]"
    r"|(?:trên|với)[ ](?:cương[ ]vị|tư[ ]cách)(?:[ ]là)?[ ])?"
)
_NEW_OFFICE = regex(r"chức|làm|vị")
# `ông A (trái)`, `Lê Văn Ba (sinh 1960): Giám đốc …`, `Đại tá B (SN 1977), quê huyện Nam Sơn; Phó Cục trưởng …`
_ASIDE = regex(
    r"[ ]?\((?:(?:SN|sinh|bên|thứ|hàng|đứng|ngồi|ảnh|áo|ngoài|ở)[ ][^()\n]{0,60}|trái|phải|giữa|\d[^()\n]{0,12})\)"
    r"(?P<item>:[ ]+)?"
)
_NOTES = regex(r"(?:\s?\[\d{1,3}\])+")
_BORN = regex(
    r"(?:[,;][ ]*(?:sinh|SN|quê|nguyên quán|trú|thường trú|ngụ|dân tộc|trình độ)[ ][^.;\n]{0,100}?(?=[,;]))+", re.IGNORECASE
)
_AT_OTHER_TIMES = regex(r"[ ]?\((?:(?:hiện|nay)(?:[ ]là)?[ ]|(?=nguyên[ ]|cựu[ ]))")
_BEHIND_BRACKET = regex(r"\)[ ]?(?:-[ ]|,[ ])")  # `Lê Văn Ba (Chuyên viên Bộ Y tế) - Chủ tịch Hội Y học`
_NEXT_ITEM = regex(r";[ ]*(?:hiện là[ ])?")
# Between an office that is given and its holder (`chức Giám đốc đối với ông A`), and between a role and who has it.
_OF_SEVERAL = regex(r"[ ]các[ ]")  # `Phó Thủ tướng Lê Văn Ba, Bộ trưởng các bộ`
_GIVEN_TO = regex(r"(?:[ ]theo[ ]quy[ ]định)?(?:,?[ ](?:nhiệm[ ]kỳ|khóa)[ ][^,.;\n]{1,20})?[ ](?:đối[ ]với|cho)[ ]*")
_NOW_IS = regex(r"[ ](?:mới|hiện[ ](?:nay|tại|thời)|đương[ ]nhiệm|(?:lúc|khi)[ ](?:đó|ấy|này)|lúc[ ]bấy[ ]giờ),?[ ]là(?=[ ])")
_ROLE_OF = regex(r"[^,.;:\n]{0,40},[ ]*")
_SOMEONE_IS = regex(rf"{CAPITAL}[^\W\d_]*[ ](?:là|làm)\s+$")
_CELL = regex(r"[ ]*\n\s*")
_AND = regex(r"\s*[,;)]?\s*(?:và\s+)?")
_CUT = regex(r"[ ]?(?:\.\.\.|…)(?![ ]?[)\]])")


def holders(view: View, start: int, end: int, issuer: str | None) -> Iterator[tuple[Name, list[Held]]]:
    """Each name between ``start`` and ``end`` with the positions that this mention gives.

    ``issuer`` is the body that issued the text, if it is a document's: who signs for it holds a position there.
    """
    known, short = names_and_short_ones(view, start, end)
    found = list(rows(view, start, end, sorted(name.start for name in (*known, *short))))
    following = iter([*_named(view, end, known, short, found), None])
    rosters = Rosters(view, found)
    tables = Tables(view, start, end)
    name = next(following)
    at = 0
    shared: list[tuple[int, int]] = []
    shared_from = earlier = taken = -1
    while name is not None:
        then = next(following)
        while at + 1 < len(found) and found[at + 1].end <= name.start:
            at += 1
        above = found[at] if found and found[at].end <= name.start else None
        begin = address_at(view, max(start, above.end if above else start), name.start)
        before = _before(view, above, name, taken)
        apposed = before and view.text[before.end] == "," and is_called(view, before.end, name.start)
        if apposed and _after(view, name.end, end, then, has_before=True, tables=tables):
            before = None  # `chức Chủ tịch nước, ông A, Chủ tịch Quốc hội`
        spans = before.spans if before else []
        if before:
            shared, shared_from = (spans, name.end) if before.several or before.given else ([], -1)
        elif shared and _AND.fullmatch(without_address(view, shared_from, name.start)) and not name.capitals:
            spans = shared
        else:
            shared = []
        held = as_held(view, spans, "position.before")
        signed = None if held else signature(view, name, begin, issuer, above.spans[-1] if above and above.spans else None)
        if signed:
            held = [signed]
        receives = before is not None and is_abbreviated(view.text[slice(*spans[-1])])
        alone = name.capitals and not held and begin == name.start
        after = [] if signed or receives or alone else _after(view, name.end, end, then, bool(held), tables)
        taken = shared_from = after[-1].end if after else name.end
        held += after + as_held(view, rosters.over(name, begin), "position.heading")
        held += as_held(view, tables.of(name.start), "position.table")
        if not name.capitals:
            subject = is_subject(view, before.spans[0][0] if before else begin, earlier)
            held += told_later(view, name, taken, then.start if then else end, subject)
        earlier = name.end
        if held or not name.capitals:
            yield name, held
        name = then


def _named(view: View, end: int, known: list[Name], short: list[Name], found: list[Row]) -> list[Name]:
    """All names in order: the ``known``, those of foreigners behind an office, of who signs, and the ``short`` ones again."""
    last = [row.spans[-1] for row in found if row.spans]
    placed = [name for span in last if (name := _foreigner(view, span, end) or signer_below(view, span, end))]
    all_names = _with(placed, known)
    cut = {name.text for name in all_names if _CUT.match(view.text, name.end)}
    if cut:  # `Chủ tịch Hồ Chí ...`
        cut = {text for text in cut if any(name.text.startswith(f"{text} ") for name in all_names)}
        all_names = [name for name in all_names if name.text not in cut]
    full: dict[str, set[str]] = {}
    for name in all_names:
        full.setdefault(name.text.rsplit(" ", 1)[-1], set()).add(name.text)
    if not full:
        return all_names
    again = (name for name in short if len(full.get(name.text, ())) == 1)
    return _with(all_names, (replace(name, text=next(iter(full[name.text]))) for name in again))


def _with(known: list[Name], further: Iterable[Name]) -> list[Name]:
    """The names in order, those of the second kind that overlap none of the first."""
    starts = [name.start for name in known]

    def apart(name: Name) -> bool:
        i = bisect_left(starts, name.end)
        return i == 0 or known[i - 1].end <= name.start

    return sorted([*known, *filter(apart, further)], key=lambda name: name.start)


def _foreigner(view: View, before: tuple[int, int], limit: int) -> Name | None:
    """The name that is not Vietnamese right behind `Tổng thống`, `Thủ tướng Singapore` and the like."""
    start, end = before
    if not view.text.startswith(" ", end) or end + 1 >= limit:
        return None
    of_foreigners = core_of(view.text[start:end]) in table("positions")["of_foreigners"]
    return foreign_name_at(view, end + 1) if of_foreigners or grammar().of_a_country.search(view.text, start, end) else None


def _before(view: View, known: Row | None, name: Name, taken: int) -> Row | None:
    """The positions that stand right before the name: `Phó Bí thư Thường trực Tỉnh ủy Vũ Xuân Cường`.

    Without what another one holds: up to ``taken``, or in `ông A làm trưởng ban, Thứ trưởng Bộ Y tế Lê Văn Ba làm phó ban`.
    """
    if known is not None and len(known.spans) > 1:
        if _SOMEONE_IS.search(view.text, max(0, known.spans[0][0] - 16), known.spans[0][0]):
            taken = known.spans[-2][1]
        known = replace(known, spans=_of_one(view, [span for span in known.spans if span[0] >= taken]))
    if known is None or not known.spans or not 0 <= name.start - known.end <= _NEAR:
        return None
    plain = view.text[known.end : name.start]
    gap = without_address(view, known.end, name.start)
    addressed = gap != plain
    last = view.text[slice(*known.spans[-1])]
    if "\n" in plain or (name.capitals and (plain != " " or not is_whole_in_capitals(last))):
        return None
    if addressed and core_of(last) in table("positions")["helpers"]:
        return None  # `Trợ lý đồng chí A`
    if gap.strip() in ("", ":") or (addressed and gap.strip() in (",", "là")):
        return known
    if (is_now := _NOW_IS.match(plain)) and not without_address(view, known.end + is_now.end(), name.start).strip():
        return known
    if (known.given and _GIVEN_TO.fullmatch(gap)) or (known.role and addressed and _ROLE_OF.fullmatch(gap)):
        return known
    if (gap.strip() in (".", ".:") and is_abbreviated(last)) or (gap.strip() == "-" and begins_abbreviated(last)):
        return known
    if gap.strip() == "," and known.spans[0][0] >= taken and _goes_on(view, name.end):
        return known  # `Chủ tịch UBND tỉnh, Lê Văn Ba cho biết`
    return known if addressed and gap.strip() == "-" and not view.text.startswith(" -", name.end) else None


def _of_one(view: View, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The positions, the last alone where it is that of another's deputy: `báo cáo Giám đốc Sở Y tế, Phó Giám đốc Sở Y tế A`."""
    *before, last = (view.words(*span).lower() for span in spans) if spans else ("",)
    return spans[-1:] if last.startswith("phó ") and last.removeprefix("phó ") in before else spans


def _goes_on(view: View, at: int) -> bool:
    """Whether a verb follows a name that ends at ``at``."""
    rules = grammar()
    return view.text.startswith(" ", at) and any(pattern.match(view.text, at + 1) for pattern in (rules.stop, rules.phrase))


def _after(view: View, at: int, limit: int, then: Name | None, has_before: bool, tables: Tables) -> list[Held]:
    """The positions that follow the name, set off by commas: `Vũ Xuân Cường, Phó Bí thư …, Chủ tịch HĐND tỉnh;`."""
    noted = _NOTES.match(view.text, at, limit)
    at = noted.end() if noted else at
    aside = _ASIDE.match(view.text, at, limit)
    at = aside.end() if aside else at
    born = _BORN.match(view.text, at, limit)
    at = born.end() if born else at
    mark = aside if aside and aside["item"] else _LEADS.match(view.text, at, limit)
    if mark is None and not tables.hold(at):
        mark = _cell(view, at, limit)
    if born and mark is None:
        mark = _NEXT_ITEM.match(view.text, at, limit)
    spans = offices(view, mark.end(), limit) if mark else []
    if not spans or mark is None:
        return []
    if then and _abut(view, spans[-1][1], then.start):  # `A, Trưởng ban Tổ chức B`: the position of the next person
        office = _NEW_OFFICE.search(mark[0])
        leads = core_of(view.text[slice(*spans[0])]) in table("positions")["leading"]  # `A, Bí thư …, Giám đốc B`
        spans = spans[:-1] if office or not (has_before or leads) else []
    if has_before and spans and core_of(view.text[slice(*spans[0])]) in table("positions")["apart"]:
        return []
    bracketed = "(" in mark[0]
    alone = spans and grammar().core.fullmatch(view.text, *spans[-1])
    if alone and _OF_SEVERAL.match(view.text, spans[-1][1]):
        spans = spans[:-1]
    held = as_held(view, spans, "position.after")
    if spans and (mark := _LEADS.match(view.text, spans[-1][1], limit)) and _NEW_OFFICE.search(mark[0]):
        held += as_held(view, offices(view, mark.end(), limit), "position.after")
    if spans and bracketed and (beside := _BEHIND_BRACKET.match(view.text, spans[-1][1], limit)):
        further = chain(view, beside.end(), limit)
        held += (
            as_held(view, further, "position.after") if further and not (then and _abut(view, further[-1][1], then.start)) else []
        )
    if spans and (other := _AT_OTHER_TIMES.match(view.text, spans[-1][1], limit)):
        held += as_held(view, chain(view, other.end(), limit), "position.after")
    return held


def _abut(view: View, end: int, start: int) -> bool:
    """Whether nothing but a form of address stands between a position and a name."""
    return 0 <= start - end <= _NEAR and "\n" not in view.text[end:start] and not without_address(view, end, start).strip()


def _cell(view: View, at: int, limit: int) -> re.Match[str] | None:
    """The break after a name that ends its line or cell, when the next is a position alone and not that of the name below."""
    found = _CELL.match(view.text, at, limit)
    if found is None:
        return None
    end = view.text.find("\n", found.end(), limit)
    end = end if end >= 0 else limit
    spans = chain(view, found.end(), end)
    if not spans or view.text[spans[-1][1] : end].strip(" .;,") or view.text[slice(*spans[0])].isupper():
        return None
    below = _CELL.match(view.text, end, limit)
    return None if below and name_at(view, below.end()) else found
