"""Bodies of the Party and the State: who a name means, what larger body it belongs to, and whose code stands in a sign."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from itertools import takewhile

from regraph.graph.comparison import fold

# Ban Chấp hành Trung ương khóa XIII | Quốc hội nhiệm kỳ 2021-2026 | Hội nghị Trung ương lần thứ tám
_TERM = re.compile(r"\s*[,(]?\s*(?:(?:khóa|nhiệm kỳ)\s+[\dIVXLCivxlc]|lần thứ\s+\w)[\w\s,./-]*\)?$")
_ACRONYM = 3
_BETWEEN = (re.compile(r",\s+|\s+-\s+"), re.compile(r",\s+|\s+-\s+|\s+và\s+"))
_MINISTRY = fold("Bộ") + " "
_LEVELS = {
    fold(written): level
    for level, forms in {
        "tỉnh": ("tỉnh",),
        "thành phố": ("thành phố", "TP", "TP.", "T.P"),
        "huyện": ("huyện",),
        "quận": ("quận",),
        "thị xã": ("thị xã", "TX", "TX."),
        "thị trấn": ("thị trấn",),
        "xã": ("xã",),
        "phường": ("phường",),
        "đặc khu": ("đặc khu",),
    }.items()
    for written in forms
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a local body is: `tỉnh` and `Lào Cai`; the level is None when the name alone is written."""

    level: str | None
    name: str
    folded: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", fold(self.name))

    @property
    def label(self) -> str:
        """The place as people write it: `tỉnh Lào Cai`."""
        return f"{self.level} {self.name}" if self.level else self.name

    def may_be(self, other: Place) -> bool:
        """Whether both can be the same place: the names agree and the levels do not differ."""
        return self.folded == other.folded and (not self.level or not other.level or self.level == other.level)


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its usual name; ``part_of`` are the larger bodies it belongs to, the nearest first.

    ``codes`` are those that stand for it in signs, ``place`` is set for a local body whose place is written, ``members``
    are the bodies that issue jointly under this name. ``known`` tells that `bodies.toml` lists it or all its members.
    """

    name: str
    part_of: tuple[str, ...] = ()
    codes: frozenset[str] = frozenset()
    place: Place | None = None
    local: bool = False
    members: tuple[str, ...] = ()
    known: bool = False

    @property
    def single(self) -> tuple[str, ...]:
        """The bodies behind the name: itself, or those that issue jointly."""
        return self.members or (self.name,)

    def related(self, other: Body) -> bool:
        """Whether sources may mean one issuer by both: one belongs to the other, or one code stands for both.

        >>> body("Bộ Chính trị").related(body("Ban Chấp hành Trung ương")), body("Bộ Y tế").related(body("Bộ Tài chính"))
        (True, False)
        """
        if self.place and other.place and not self.place.may_be(other.place):
            return False
        if not (self.known and other.known):
            return True
        return (
            fold(self.name) == fold(other.name)
            or self.name in other.part_of
            or other.name in self.part_of
            or not {*self.single}.isdisjoint(other.single)
            or bool(self.codes & other.codes)
        )


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    part_of: str | None
    codes: frozenset[str]
    local: bool
    level: str | None


@dataclass(frozen=True, slots=True)
class _Table:
    names: dict[str, _Entry]
    local_names: tuple[str, ...]
    heads: tuple[str, ...]
    by_code: dict[str, tuple[_Entry, ...]]
    congresses: tuple[str, ...]


@cache
def _table() -> _Table:
    rules = tomllib.loads(files("regraph.graph").joinpath("bodies.toml").read_text(encoding="utf-8"))
    names: dict[str, _Entry] = {}
    by_code: dict[str, tuple[_Entry, ...]] = {}
    for group in ("body", "local"):
        for row in rules[group]:
            codes = frozenset(code.casefold() for code in row.get("codes", ()))
            entry = _Entry(row["name"], row.get("part_of"), codes, group == "local", row.get("level"))
            for name in (row["name"], *row.get("aliases", ())):
                names[fold(name)] = entry
            for code in codes:
                by_code[code] = (*by_code.get(code, ()), entry)
    local_names = sorted((name for name, entry in names.items() if entry.local), key=len, reverse=True)
    heads = sorted((fold(head) for head in rules["heads"]), key=len, reverse=True)
    return _Table(names, tuple(local_names), tuple(heads), by_code, tuple(rules["congresses"]))


@lru_cache(maxsize=50_000)
def body(written: str) -> Body:
    """The body that a name means; a name that the table does not know is a body of that name.

    >>> body("Bộ trưởng Bộ Y tế").name, body("UBND TP. Hà Nội").name
    ('Bộ Y tế', 'Ủy ban nhân dân thành phố Hà Nội')
    """
    name = _TERM.sub("", " ".join(written.split()))
    found = _known(name)
    if found is None:
        for head in _table().heads:
            if fold(name).startswith(head + " "):
                rest = name.split(maxsplit=len(head.split()))[-1]
                if found := _known(rest) or _known(f"Bộ {rest}") or (Body(rest) if fold(rest).startswith(_MINISTRY) else None):
                    break
    return found or _joint(name) or Body(name)


def issuer(written: str, sign: tuple[str, ...]) -> Body:
    """The body that a name means beside a sign, whose code may complete the name.

    >>> issuer("Ban tổ chức", ("45", "hd", "btctw")).name
    'Ban Tổ chức Trung ương'
    """
    found = body(written)
    if not found.known:
        fuller = [name for name in of_sign(sign) if fold(name).startswith(fold(found.name) + " ")]
        if len(fuller) == 1:
            return body(fuller[0])
    return found


def _joint(name: str) -> Body | None:
    """`Ban Tổ chức Trung ương và Ban Tuyên giáo Trung ương`: several known bodies as one issuer."""
    for between in _BETWEEN:
        members = [_known(part) for part in between.split(name)]
        if len(members) > 1 and all(members):
            known = [member for member in members if member]
            names = tuple(dict.fromkeys(member.name for member in known))
            return Body(", ".join(names), codes=frozenset().union(*(m.codes for m in known)), members=names, known=True)
    return None


def _known(name: str) -> Body | None:
    table, folded = _table(), fold(name)
    entry = table.names.get(folded)
    if entry and not entry.local:
        return Body(entry.name, tuple(_larger(entry)), entry.codes, known=True)
    for local in table.local_names:
        if folded == local or folded.startswith(local + " "):
            return _local(table.names[local], name.split()[len(local.split()) :])
    return None


def _local(entry: _Entry, words: list[str]) -> Body:
    """A local body with its place as far as it is written: `tỉnh Lào Cai`, `tỉnh` or nothing."""
    level, named = _level(words)
    name = " ".join(takewhile(lambda word: word[0].isupper(), named)).rstrip(",.;")
    place = Place(level or entry.level, name.title() if name.isupper() and len(name) > _ACRONYM else name) if name else None
    where = [part for part in (level, place.name if place else None) if part]
    larger = tuple(" ".join([name, *where]) for name in _larger(entry))
    return Body(" ".join([entry.name, *where]), larger, entry.codes, place, local=True, known=True)


def _level(words: list[str]) -> tuple[str | None, list[str]]:
    """The level of a place that its name begins with, and the words after it."""
    for length in (2, 1):
        if level := _LEVELS.get(fold(" ".join(words[:length]))):
            return level, words[length:]
    return None, words


def _larger(entry: _Entry) -> Iterator[str]:
    while entry.part_of:
        yield entry.part_of
        entry = _table().names[fold(entry.part_of)]


def of_sign(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the bodies that the code in a sign may stand for; local ones without their place.

    >>> of_sign(("22", "hd", "btctw")), of_sign(("96", "qđ", "tw"))[1:]
    (('Ban Tổ chức Trung ương',), ('Bộ Chính trị', 'Ban Bí thư'))
    """
    return tuple(entry.name for entry in _of_sign(parts))


def term(day: str) -> int:
    """The term of the Party in which a day lies, by the number of congresses before it that are known.

    >>> term("2021-01-31") == term("2016-02-01"), term("2021-02-02") == term("2021-01-31")
    (True, False)
    """
    return bisect_left(_table().congresses, day)


def days_of_term(numeral: str) -> tuple[str, str]:
    """The first and the last day of a term of the Party by its Roman numeral, empty where they are not known.

    >>> days_of_term("X"), days_of_term("XL")
    (('2006-04-25', '2011-01-19'), ('', ''))
    """
    congresses = _table().congresses
    first = _TERMS.index(numeral) if numeral in _TERMS else len(congresses)
    if first >= len(congresses):
        return "", ""
    return congresses[first], congresses[first + 1] if first + 1 < len(congresses) else ""


_TERMS = ["VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII"]
"""The terms that begin with the congresses of the table."""


def is_local_sign(parts: tuple[str, ...]) -> bool:
    """Whether places share this sign, so that it tells a document only together with its place.

    >>> is_local_sign(("05", "2020", "qđ", "ubnd")), is_local_sign(("30", "2020", "nđ", "cp"))
    (True, False)
    """
    return any(entry.local for entry in _of_sign(parts))


@lru_cache(maxsize=20_000)
def _of_sign(parts: tuple[str, ...]) -> tuple[_Entry, ...]:
    for code in reversed(parts[1:]):
        if entries := _table().by_code.get(code.rstrip("0123456789")):
            return entries
    return ()
