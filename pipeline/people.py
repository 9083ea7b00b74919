"""Named people with the positions that the text gives them, before the name or after it, and the body of each position."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.vocabulary import alternatives, table

_CAP = r"[A-ZĐÂÊÔƠƯĂÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ]"
_WORD = r"(?:[^\W\d_]+|\d+(?!\w|/))"
_DELIMITER = re.compile(
    r"\s*(?:,|-|\()\s*"
    r"|[ ]*,?[ ]*(?:(?:thôi[ ]|tiếp[ ]tục[ ]|được[ ]\S+[ ])?giữ[ ]chức(?:[ ]vụ)?"
    r"|(?:được[ ])?bổ[ ]nhiệm[ ](?:làm|giữ[ ]chức(?:[ ]vụ)?)|[ ]là)[ ]+"
)
# A name of a body with a comma in it, plain when the new office follows: `Phó Vụ trưởng Vụ Kế hoạch, Tài chính giữ chức …`.
_UP_TO_NEW_OFFICE = re.compile(r",[ ][^,.;\n]{3,80}?(?=[ ](?:thôi[ ])?giữ[ ]chức)")
_IN_BRACKETS = re.compile(r"[ ]\([A-ZĐ][^()]{3,60}\)")
_SIGNED_FOR = re.compile(r"^(?:T/?M|K/?T|T/?L|TUQ|Q|TM|KT|TL)[./ ]", re.IGNORECASE)
_BETWEEN_SIGNATURE = re.compile(r"(?:\s|[(\[]?(?:đã ký|ký tên, đóng dấu|ký|signed)[)\]]?|[-_*./:])*", re.IGNORECASE)
_RANK = re.compile(r"(?:(?:đại|thượng|trung|thiếu)\s+(?:tướng|tá|úy)|gs|pgs|ts|ths|bs|nsnd|nsưt|[.,\s])+$", re.IGNORECASE)


@dataclass(slots=True)
class Held:
    """A position named at ``start`` to ``end`` of the view; ``body`` is where it is held, when the text or its place tells."""

    title: str
    body: str | None
    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Named:
    """A person: every mention and every position, each position once (case aside)."""

    name: str
    mentions: list[tuple[int, int]] = field(default_factory=list)
    positions: list[Held] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Grammar:
    name: re.Pattern[str]
    title: re.Pattern[str]
    word: re.Pattern[str]
    region: re.Pattern[str]
    local: re.Pattern[str]


@cache
def _grammar() -> _Grammar:
    rules = table("positions")
    surnames = alternatives(rules["surnames"])
    titles = alternatives(rules["titles"])
    stops = "|".join(rules["stops"])
    provinces = alternatives(table("places")["provinces"])
    return _Grammar(
        name=re.compile(rf"(?<!\w)(?:{surnames})(?:[ ]{_CAP}[^\W\d_]*){{1,4}}(?!\w)"),
        title=re.compile(rf"(?=[A-ZĐỦ])(?i:{titles})(?!\w)"),
        word=re.compile(rf"(?:[ ]*-[ ]*(?!(?i:{titles})(?!\w))|[ ]+&[ ]+|[ ]+)(?!(?:{stops})(?!\w)){_WORD}|[ ]+và(?=[ ]+{_CAP})"),
        region=re.compile(rf"(?<!\w)(?:{provinces})(?!\w)"),
        local=re.compile(
            r"(?:Tỉnh ủy|Thành ủy|(?:HĐND|UBND|MTTQ|Hội đồng nhân dân|Ủy ban nhân dân)(?: Việt Nam)? (?:tỉnh|thành phố)|tỉnh)$"
        ),
    )


def people(view: View, zones: list[tuple[int, int, str]]) -> list[Named]:
    """The people of the main text who are given at least one position, in the order in which they are first named.

    >>> from regraph.pipeline.clean import clean
    >>> text = "đồng chí Trương Thị Mai, Ủy viên Bộ Chính trị, Trưởng Ban Tổ chức Trung ương nêu rõ."
    >>> [found] = people(clean(text), [(0, len(text), "main")])
    >>> found.name, [p.title for p in found.positions]
    ('Trương Thị Mai', ['Ủy viên Bộ Chính trị', 'Trưởng Ban Tổ chức Trung ương'])
    """
    grammar = _grammar()
    found: dict[str, Named] = {}
    for start, end, kind in zones:
        if kind != "main":
            continue
        for hit in grammar.name.finditer(view.text, start, end):
            # `Phó Chủ tịch`: Phó is a surname too; so is the Y of `Bộ Y Tế`
            if hit[0].isupper() or grammar.region.fullmatch(hit[0]):
                continue
            if grammar.title.match(view.text, hit.start()) or view.text.endswith("Bộ ", 0, hit.start()):
                continue
            before = _before(view, hit.start()) or _signature(view, hit)
            if before is None and not _is_name(view, hit):
                continue
            person = found.setdefault(hit[0], Named(hit[0]))
            person.mentions.append(hit.span())
            for held in ([before] if before else []) + _after(view, hit.end(), end):
                _add(person.positions, held)
    named = [p for p in found.values() if p.positions]
    _place(view, named, zones)
    return named


def _add(positions: list[Held], held: Held) -> None:
    """Adds a position unless it is there already, in the same words, abbreviated or in a longer form; the longest form stays."""
    for i, known in enumerate(positions):
        a, b = known.title.lower(), held.title.lower()
        if a.startswith(b) or _initials(known.title) == _initials(held.title):
            return
        if b.startswith(a):
            positions[i] = held
            return
    positions.append(held)


def _initials(title: str) -> str:
    """First letters of the words, an abbreviation being its own letters: `Viện Hàn lâm KHXH` and its full form are alike."""
    return "".join(w.lower() if w.isupper() else w[0].lower() for w in re.findall(r"\w+", title))


def _is_name(view: View, hit: re.Match[str]) -> bool:
    """Whether capitals that begin with a surname are a person here, not a street or a school: a position or address is near."""
    return not re.search(
        r"(?:đường|phố|trường|xã|phường|huyện|quận|tỉnh|thành phố|bệnh viện|giải thưởng|điểm cầu|công ty)\s+$",
        view.lower[max(0, hit.start() - 14) : hit.start()],
    )


def _before(view: View, name_start: int) -> Held | None:
    """The position that stands right before the name: `Phó Bí thư Thường trực Tỉnh ủy Vũ Xuân Cường`."""
    grammar = _grammar()
    line = view.text.rfind("\n", 0, name_start) + 1
    window = max(line, name_start - 120)
    candidates = list(grammar.title.finditer(view.text, window, name_start))
    for title in candidates:
        if (
            re.search(rf"(?:{_CAP}[^\W\d_]*|Phó)\s+$", view.text[max(0, title.start() - 8) : title.start()])
            and title is not candidates[0]
        ):
            continue
        end = _extent(view, title.end(), name_start)
        gap = view.text[end:name_start]
        if gap.strip() in ("", "đồng chí", ":", ",") and end > title.start():
            return Held(view.words(title.start(), end), None, title.start(), end, "position.before")
    return None


def _signature(view: View, hit: re.Match[str]) -> Held | None:
    """The position on the line above a name that stands alone: `KT. BỘ TRƯỞNG / THỨ TRƯỞNG / (Đã ký) / Nguyễn Văn A`."""
    line_start = view.text.rfind("\n", 0, hit.start()) + 1
    line_end = view.text.find("\n", hit.end())
    after = view.text[hit.end() : line_end if line_end >= 0 else len(view.text)]
    if after.strip(" ./-") or not (
        view.text[line_start : hit.start()].strip() == "" or _RANK.match(view.text[line_start : hit.start()])
    ):
        return None
    above = view.text[max(0, line_start - 160) : line_start]
    while above:
        above, _, line = above.rstrip("\n ").rpartition("\n")
        if not line.strip():
            return None
        if _BETWEEN_SIGNATURE.fullmatch(line):
            continue
        words = line.strip(" *_-.")
        if not _grammar().title.match(words) or _SIGNED_FOR.match(words) or len(words) > 80:
            return None
        at = view.text.rindex(words, 0, line_start)
        return Held(" ".join(words.split()), None, at, at + len(words), "position.signature")
    return None


def _after(view: View, at: int, limit: int) -> list[Held]:
    """The positions that follow the name, set off by commas: `Vũ Xuân Cường, Phó Bí thư …, Chủ tịch HĐND tỉnh;`."""
    grammar = _grammar()
    held: list[Held] = []
    while (mark := _DELIMITER.match(view.text, at)) and (title := grammar.title.match(view.text, mark.end())):
        end = _extent(view, title.end(), min(limit, title.end() + 120))
        if further := _UP_TO_NEW_OFFICE.match(view.text, end):
            end = further.end()
        if aside := _IN_BRACKETS.match(view.text, end):
            end = aside.end()
        if grammar.name.match(view.text, end + 1):  # `A, Trưởng ban Tổ chức B`: the position of the next person
            break
        held.append(Held(view.words(title.start(), end), None, title.start(), end, "position.after"))
        at = end
    return held


def _extent(view: View, at: int, limit: int) -> int:
    """Where a position that has begun ends: before a stop word, a mark or a person's name."""
    grammar = _grammar()
    while word := grammar.word.match(view.text, at, limit):
        first = word.start() + len(word[0]) - len(word[0].lstrip(" -"))
        if (
            (name := grammar.name.match(view.text, first))
            and not grammar.region.match(view.text, first)
            and name.end() <= limit + 30
        ):
            break
        at = word.end()
    return at


def _place(view: View, named: list[Named], zones: list[tuple[int, int, str]]) -> None:
    """Gives each position its body: the words after its title, with the province that the text is about for a local body."""
    grammar = _grammar()
    if not named:
        return
    regions = Counter(
        hit[0] for start, end, kind in zones if kind == "main" for hit in grammar.region.finditer(view.text, start, end)
    )
    ranked = regions.most_common(2)
    about = ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1]) else None
    for person in named:
        for held in person.positions:
            title = grammar.title.match(held.title)
            body = held.title[title.end() :].strip(" -,") if title else ""
            if "Ban " in held.title and held.title.lower().startswith(("trưởng ban", "phó trưởng ban", "phó ban")):
                body = f"Ban {body}" if not body.startswith("Ban ") else body
            elif held.title.lower().startswith(("trưởng ban", "phó trưởng ban")):
                body = f"Ban {body}"
            if body and about and grammar.local.search(body) and about not in body:
                body = f"{body} {about}"
            held.body = body or None
