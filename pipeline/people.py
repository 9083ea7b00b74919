"""Named people with the positions that the text gives them, before the name or after it, and the body of each position."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.names import Name, name_at, names
from regraph.pipeline.positions import Held, begins_within_a_body, body_of, chain, core_of, former, grammar, spelled_out
from regraph.pipeline.signatures import signature
from regraph.pipeline.vocabulary import alternatives, table

_NEAR = 60
_DELIMITER = re.compile(
    r"(?:[ ]khóa[ ][IVXLC]+)?[ ]*,?[ ]*(?:(?:thôi[ ]|tiếp[ ]tục[ ]|được[ ][^.;\n]{1,50}?[ ])?giữ[ ]chức(?:[ ]vụ)?"
    r"|(?:được[ ](?:[^.;\n]{1,40}?[ ])?)?bổ[ ]nhiệm[ ]làm|làm|(?:hiện[ ])?là)[ ]+"
    r"|\s*(?:,|-|\()\s*(?:(?:hiện|hiện nay|nay|đang)[ ](?:đang[ ])?(?:là[ ])?|là[ ]|tân[ ])?"
)
_NEW_OFFICE = re.compile(r"chức|làm")
_CELL = re.compile(r"[ ]*\n\s*")
_SEVERAL = re.compile(r"(?<!\w)(?:\d+|các|hai|ba|bốn|năm|những|các đồng chí)[ ]+$", re.IGNORECASE)
_AND = re.compile(r"\s*[,;)]?\s*(?:và\s+)?")
_ENDS_WITH_LOCAL = re.compile(
    r"(?:(?P<city>Thành ủy"
    r"|(?:HĐND|UBND|MTTQ|Hội đồng nhân dân|Ủy ban nhân dân|Công an|ĐBQH|Đoàn)(?: Việt Nam)? (?:thành phố|TP\.?))"
    r"|(?P<province>Tỉnh ủy|tỉnh))$"
)
_PARTY_COMMITTEE = re.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy(?!\w)")
_WITHIN_A_COMMITTEE = re.compile(r"Ban (?:Thường vụ|Chấp hành)")
_PRINTED_AT = re.compile(r",[ ]*ngày")


@dataclass(slots=True)
class Named:
    """A person: every mention and every position, each position once (case aside)."""

    name: str
    mentions: list[tuple[int, int]] = field(default_factory=list)
    positions: list[Held] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Chain:
    """Positions that stand before something, up to ``end``; ``several`` tells that they are said of more than one person."""

    spans: list[tuple[int, int]]
    end: int
    several: bool


def people(view: View, zones: list[tuple[int, int, str]], issuer: str | None = None) -> list[Named]:
    """The people of the main text who are given at least one position, in the order in which they are first named.

    ``issuer`` is the body that issued the text, if it is a document's: who signs for it holds a position there.

    >>> from regraph.pipeline.clean import clean
    >>> text = "đồng chí Trương Thị Mai, Ủy viên Bộ Chính trị, Trưởng Ban Tổ chức Trung ương nêu rõ."
    >>> [found] = people(clean(text), [(0, len(text), "main")])
    >>> found.name, [p.title for p in found.positions]
    ('Trương Thị Mai', ['Ủy viên Bộ Chính trị', 'Trưởng Ban Tổ chức Trung ương'])
    """
    found: dict[str, Named] = {}
    about = _about(view, zones)
    for start, end, kind in zones:
        if kind == "main":
            for name, held in _in_zone(view, start, end, issuer):
                person = found.setdefault(name.text, Named(name.text))
                person.mentions.append((name.start, name.end))
                _complete(held, about)
                person.positions += held
    for person in found.values():
        person.positions = _without_former(_once(person.positions))
    return [person for person in found.values() if person.positions]


def _in_zone(view: View, start: int, end: int, issuer: str | None) -> Iterator[tuple[Name, list[Held]]]:
    """Each name between ``start`` and ``end`` with the positions that this mention gives."""
    chains = list(_chains(view, start, end))
    following = iter([*names(view, start, end), None])
    name = next(following)
    at = 0
    shared: list[tuple[int, int]] = []
    shared_from = -1
    while name is not None:
        then = next(following)
        while at + 1 < len(chains) and chains[at + 1].end <= name.start:
            at += 1
        before = _before(view, chains[at] if chains else None, name)
        apposed = before and view.text[before.end] == "," and _called().search(view.text, before.end, name.start)
        if apposed and _after(view, name.end, end, then, has_before=True):
            before = None  # `chức Chủ tịch nước, ông A, Chủ tịch Quốc hội`
        gap = _gap(view, max(view.line(name.start)[0], name.start - 2 * _NEAR), name.start)
        if name.capitals:
            before = None
        held = [_held(view, span, "position.before") for span in before.spans] if before else []
        if before:
            shared, shared_from = (before.spans, name.end) if before.several else ([], -1)
        elif shared and _AND.fullmatch(_gap(view, shared_from, name.start)) and not name.capitals:
            held = [_held(view, span, "position.before") for span in shared]
        else:
            shared = []
        signed = None if held else signature(view, name, gap, issuer)
        if signed:
            held = [signed]
        after = [] if signed or name.capitals else _after(view, name.end, end, then, bool(held))
        shared_from = after[-1].end if after else name.end
        held += after
        if held or not name.capitals:
            yield name, held
        name = then


def _chains(view: View, start: int, end: int) -> Iterator[_Chain]:
    """The positions in the text, those in a row as one."""
    at = start
    for begin in grammar().titles.in_(view.lower, start, end):
        title = grammar().title.match(view.text, begin, end) if begin >= at else None
        if title is None:
            continue
        if begins_within_a_body(view, title.start()):
            at = title.end()
            continue
        spans = chain(view, title.start(), end)
        at = max(spans[-1][1], title.end()) if spans else title.end()
        if not spans:
            continue
        several = _SEVERAL.search(view.text, max(start, title.start() - 16), title.start())
        yield _Chain(_present(view, spans), spans[-1][1], several is not None)


def _present(view: View, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The positions without those that a `nguyên` before them may govern too: it cannot be told whether they are still held."""
    kept: list[tuple[int, int]] = []
    past = False
    for span in spans:
        own = former(view.text[slice(*span)]) is not None
        if own or not past:
            kept.append(span)
        past = past or own
    return kept


def _held(view: View, span: tuple[int, int], rule: str) -> Held:
    title = view.words(*span)
    return Held(title, body_of(title), *span, rule)


@cache
def _address() -> re.Pattern[str]:
    rules = table("positions")["names"]
    words = alternatives([*rules["forms_of_address"], *rules["ranks"]])
    return re.compile(rf"(?:(?i:{words})(?!\w)[.,: ]*){{1,5}}$")


@cache
def _called() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{alternatives(table('positions')['names']['forms_of_address'])})[ ]*$")


def _gap(view: View, start: int, end: int) -> str:
    """The text between without forms of address, ranks and degrees at its end."""
    first = max(start, end - _NEAR)
    if address := _last_address(view.text, first, end):
        return view.text[start:address]
    return view.text[start:end]


def _last_address(text: str, first: int, end: int) -> int | None:
    for at in (m.start() for m in re.finditer(r"(?<!\w)(?=\w)", text[first:end])):
        if _address().match(text, first + at, end):
            return first + at
    return None


def _before(view: View, known: _Chain | None, name: Name) -> _Chain | None:
    """The chain that stands right before the name: `Phó Bí thư Thường trực Tỉnh ủy Vũ Xuân Cường`."""
    if known is None or not known.spans or not 0 <= name.start - known.end <= _NEAR:
        return None
    plain = view.text[known.end : name.start]
    gap = _gap(view, known.end, name.start)
    addressed = gap != plain
    if "\n" in plain:
        return None
    if addressed and core_of(view.text[slice(*known.spans[-1])]) in table("positions")["helpers"]:
        return None  # `Trợ lý đồng chí A`
    if gap.strip() in ("", ":") or (addressed and gap.strip() in (",", "là")):
        return known
    return known if addressed and gap.strip() == "-" and not view.text.startswith(" -", name.end) else None


def _after(view: View, at: int, limit: int, then: Name | None, has_before: bool) -> list[Held]:
    """The positions that follow the name, set off by commas: `Vũ Xuân Cường, Phó Bí thư …, Chủ tịch HĐND tỉnh;`."""
    mark = _DELIMITER.match(view.text, at, limit) or _cell(view, at, limit)
    spans = chain(view, mark.end(), limit) if mark else []
    if not spans or mark is None:
        return []
    if then and _abut(view, spans[-1][1], then.start):  # `A, Trưởng ban Tổ chức B`: the position of the next person
        spans = [] if has_before else spans[:-1]
    if has_before and spans and core_of(view.text[slice(*spans[0])]) in table("positions")["apart"]:
        return []
    held = [_held(view, span, "position.after") for span in _present(view, spans)]
    if spans and (mark := _DELIMITER.match(view.text, spans[-1][1], limit)) and _NEW_OFFICE.search(mark[0]):
        held += [_held(view, span, "position.after") for span in chain(view, mark.end(), limit)]
    return held


def _abut(view: View, end: int, start: int) -> bool:
    """Whether nothing but a form of address stands between a position and a name."""
    between = view.text[end:start]
    return 0 <= start - end <= _NEAR and "\n" not in between and not _gap(view, end, start).strip()


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


def _once(positions: list[Held]) -> list[Held]:
    """Each position once, however worded: in full, abbreviated, shortened (`Chủ tịch`) or without `Bộ`; the longest stays."""
    kept: dict[str, Held] = {}
    for held in positions:
        words = spelled_out(held.title).lower()
        known = kept.get(words)
        if known is None or len(held.title) > len(known.title):
            kept[words] = held
        kept[words].body = kept[words].body or (known.body if known else None) or held.body
    ordered = sorted(kept)
    for shorter, longer in itertools.pairwise(ordered):
        if longer.startswith(shorter):
            del kept[shorter]
    for key in (_seat, _short):
        longest: dict[Hashable, str] = {}
        for words, held in list(kept.items()):
            same = key(held)
            if same is None:
                continue
            other = longest.setdefault(same, words)
            if other != words:
                less, more = sorted((other, words), key=lambda w: len(kept[w].title))
                if key is _seat or _is_abbreviated(kept[less].title) or _is_abbreviated(kept[more].title):
                    del kept[less]
                    longest[same] = more
    return sorted(kept.values(), key=lambda held: held.start)


def _seat(held: Held) -> Hashable:
    """What two wordings of one seat share: the title and the body of `Bộ trưởng Tài chính` and `Bộ trưởng Bộ Tài chính`."""
    title = grammar().core.match(held.title)
    return (" ".join(title[0].lower().split()), held.body.lower()) if title and held.body else None


def _short(held: Held) -> Hashable:
    return _initials(held.title)


def _is_abbreviated(title: str) -> bool:
    return not title.isupper() and any(len(word) > 1 and word.isupper() for word in title.split())


def _initials(title: str) -> str:
    return "".join(w.lower() if w.isupper() else w[0].lower() for w in re.findall(r"\w+", title))


def _without_former(positions: list[Held]) -> list[Held]:
    """The positions without those that the text elsewhere calls former ones of the person."""
    past: set[str] = set()
    for held in positions:
        if words := former(held.title):
            named = words.lower().split()
            past.update(" ".join(named[:n]) for n in range(1, len(named) + 1))
    return [held for held in positions if former(held.title) or held.title.lower() not in past]


def _about(view: View, zones: list[tuple[int, int, str]]) -> str | None:
    """The province that the main text names more than twice as often as any other."""
    spelled: dict[str, str] = table("places")["spelled"]
    regions = Counter(
        spelled.get(hit[0], hit[0])
        for start, end, kind in zones
        if kind == "main"
        for hit in grammar().regions.matches(grammar().region, view.text, view.text, start, end)
        if not _PRINTED_AT.match(view.text, hit.end())
    )
    ranked = regions.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1]) else None


def _complete(held: list[Held], about: str | None) -> None:
    """Names the place of local bodies: the one that a position beside them names, else the province that the text is about."""
    own = [hit[0] for one in held if one.body for hit in grammar().region.finditer(one.body)]
    place = own[0] if own else about
    committee = next((hit for one in held if one.body and (hit := _PARTY_COMMITTEE.search(one.body))), None)
    for one in held:
        if one.body and committee and _WITHIN_A_COMMITTEE.fullmatch(one.body):
            one.body = f"{one.body} {committee.string[committee.start() :]}"
    for one in held:
        local = _ENDS_WITH_LOCAL.search(one.body) if one.body else None
        if local is None or place is None or (place in table("places")["cities"]) != bool(local["city"]):
            continue
        name = place.removeprefix("Thành phố ") if local[0].endswith(("phố", "TP", "TP.")) else place
        one.body = f"{one.body} {name}"
