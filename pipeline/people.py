"""Named people with the positions that the text gives them, before the name or after it, and the body of each position."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.holders import holders
from regraph.pipeline.offices import core_of, former, grammar, is_abbreviated, spelled_out
from regraph.pipeline.patterns import regex
from regraph.pipeline.positions import Held
from regraph.pipeline.vocabulary import matches_at, table

_ENDS_WITH_LOCAL = regex(
    r"(?:(?P<city>Thành ủy"
    r"|(?:HĐND|UBND|MTTQ|Hội đồng nhân dân|Ủy ban nhân dân|Công an|ĐBQH|Đoàn)(?: Việt Nam)? (?:thành phố|TP\.?))"
    r"|(?P<province>Tỉnh ủy|tỉnh))$"
)
_PARTY_COMMITTEE = regex(r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ủy(?!\w)")
_COMMITTEE = regex(r"[ ](?:ubnd|ủy ban nhân dân)(?=[ ](?:tỉnh|thành phố|tp)(?!\w))")
_WITHIN_A_COMMITTEE = regex(r"Ban (?:Thường vụ|Chấp hành)")
_PRINTED_AT = regex(r",[ ]*ngày")


@dataclass(slots=True)
class Named:
    """A person: every mention and every position, each position once (case aside)."""

    name: str
    mentions: list[tuple[int, int]] = field(default_factory=list)
    positions: list[Held] = field(default_factory=list)


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
    about = cache(lambda: _about(view, zones))
    for start, end, kind in zones:
        if kind == "main":
            for name, held in holders(view, start, end, issuer):
                person = found.setdefault(name.text, Named(name.text))
                person.mentions.append((name.start, name.end))
                _complete(held, about)
                person.positions += held
    found = _with_full_names(found)
    for person in found.values():
        person.positions = _without_former(_once(person.positions))
    return [person for person in found.values() if person.positions]


def _with_full_names(found: dict[str, Named]) -> dict[str, Named]:
    """The people, those of one word (`Tổng thống Macron`) with the one whose full name ends with it."""
    full = {name.rsplit(" ", 1)[-1]: person for name, person in found.items() if " " in name}
    for name in [name for name in found if " " not in name and name in full]:
        short = found.pop(name)
        full[name].mentions += short.mentions
        full[name].positions += short.positions
    return found


def _once(positions: list[Held]) -> list[Held]:
    """Each position once, however worded: in full, abbreviated, shortened (`Chủ tịch`) or without `Bộ`; the longest stays."""
    kept: dict[str, Held] = {}
    for held in positions:
        words = spelled_out(held.title).lower()
        known = kept.get(words)
        if known is None or len(held.title) > len(known.title):
            kept[words] = held
        kept[words].body = kept[words].body or (known.body if known else None) or held.body
    spelled = {core_of(held.title) for held in kept.values() if not is_abbreviated(held.title)}
    kept = {words: held for words, held in kept.items() if not (is_abbreviated(held.title) and core_of(held.title) in spelled)}
    ordered = sorted(kept)
    for shorter, longer in itertools.pairwise(ordered):
        if longer.startswith(shorter):
            del kept[shorter]
    for words in list(kept):  # `Chủ tịch tỉnh A` is `Chủ tịch UBND tỉnh A`
        if (shortened := _COMMITTEE.sub("", words, count=1)) != words:
            kept.pop(shortened, None)
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
        for hit in matches_at(grammar().regions.in_(view.text, start, end), grammar().region, view.text, end)
        if not _PRINTED_AT.match(view.text, hit.end())
    )
    ranked = regions.most_common(2)
    return ranked[0][0] if ranked and (len(ranked) == 1 or ranked[0][1] > 2 * ranked[1][1]) else None


def _complete(held: list[Held], about: Callable[[], str | None]) -> None:
    """Names the place of local bodies: the one that a position beside them names, else the province that the text is about."""
    own = [hit[0] for one in held if one.body for hit in grammar().region.finditer(one.body)]
    committee = next((hit for one in held if one.body and (hit := _PARTY_COMMITTEE.search(one.body))), None)
    for one in held:
        if one.body and committee and _WITHIN_A_COMMITTEE.fullmatch(one.body):
            one.body = f"{one.body} {committee.string[committee.start() :]}"
    for one in held:
        local = _ENDS_WITH_LOCAL.search(one.body) if one.body else None
        place = (own[0] if own else about()) if local else None
        if local is None or place is None or (place in table("places")["cities"]) != bool(local["city"]):
            continue
        name = place.removeprefix("Thành phố ") if local[0].endswith(("phố", "TP", "TP.")) else place
        one.body = f"{one.body} {name}"
