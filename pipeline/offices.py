"""The words of positions: titles, what stands before and behind them, and the body that a position names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from regraph.pipeline.names import CAPITAL
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import Places, alternatives, table

_AMBIGUOUS = 2
"""Abbreviations of so many letters stand for other things too: they need a body or a name behind them (`CT UBND xã`)."""
_TERM = regex(r"[ ]khóa[ ][IVXLC\d]+(?:(?:,[ ]|[ ]và[ ])[IVXLC]+)*(?!\w)")
_NO_MINISTRY = regex(r"(?:Ủy ban|Văn phòng|Thứ Bộ)(?!\w)")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The patterns built from the vocabulary of positions."""

    titles: Places
    title: re.Pattern[str]
    core: re.Pattern[str]
    former: re.Pattern[str]
    bodies: re.Pattern[str]
    known: re.Pattern[str]
    within: re.Pattern[str]
    after: re.Pattern[str]
    rank: re.Pattern[str]
    stop: re.Pattern[str]
    phrase: re.Pattern[str]
    compound: re.Pattern[str]
    goes_on: re.Pattern[str]
    whole: re.Pattern[str]
    regions: Places
    region: re.Pattern[str]
    country: re.Pattern[str]
    of_a_country: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """The patterns, built once."""
    rules = table("positions")
    titles, markers = alternatives(rules["titles"]), alternatives(rules["markers"])
    heads = alternatives(table("bodies")["heads"])
    short, ambiguous = (
        alternatives(a for a in rules["abbreviations"] if (len(a) <= _AMBIGUOUS) is of_two) for of_two in (False, True)
    )
    abbreviated = (
        rf"(?:[Pp]hó[ ]+)?(?:(?:{short})(?=(?:[.:]?[ ]?|[ ]?-[ ]?){CAPITAL})"
        rf"|(?:{ambiguous})(?=[ ](?:{heads})(?!\w)|[.:]?[ ]{CAPITAL}[^\W\d_]+[ ]{CAPITAL}))"
    )
    adjuncts = alternatives(rules["adjuncts"])
    core = rf"(?:(?i:(?:(?:phó|quyền)[ ]+)?(?:{titles}))|{abbreviated})(?:[ ]+(?i:{adjuncts}))?(?!\w|[ ]viên(?!\w))"
    marked = rf"(?:(?i:{markers})(?<=\.)[ ]*|(?i:{markers})[ ]+)?"
    regions, countries = alternatives(table("places")["provinces"]), alternatives(table("places")["countries"])
    first = [*rules["titles"], *rules["abbreviations"], *rules["markers"], "phó", "quyền"]
    return Grammar(
        titles=Places(begin for phrase in first for begin in _beginnings(phrase.lower())),
        title=regex(rf"(?<![\w/.])(?!(?<=[Cc]hức )vụ){marked}{core}"),
        core=regex(rf"{marked}{core}"),
        former=regex(rf"(?i:{alternatives(rules['former'])})[ ]+"),
        bodies=regex(rf"(?:{heads})(?!\w)"),
        known=regex(rf"(?:{alternatives(n.lower() for n in table('bodies')['names'])})(?!\w)"),
        within=regex(rf"(?<!\w)(?<!Quốc )(?<!Đại )(?:{alternatives(rules['stops']['within'])})[ ]+$"),
        after=regex(rf"(?<!\w)(?:{alternatives(rules['stops']['after'])})[ ]+$"),
        rank=regex(rf"(?:{alternatives(rules['names']['ranks'])})(?!\w)"),
        stop=regex(rf"(?:{alternatives(rules['stops']['words'])})(?!\w)"),
        phrase=regex(rf"(?:{alternatives(rules['stops']['phrases'])})(?!\w)"),
        compound=regex(rf"(?i:{alternatives(rules['stops']['compounds'])})(?!\w)"),
        goes_on=regex(rf"(?:{alternatives(rules['stops']['goes_on'])})(?!\w)"),
        whole=regex(rf"(?<!\w)(?:(?:Tỉnh|Thành|Huyện|Quận|Thị) ủy|{regions})$"),
        regions=Places(name.split()[0] for name in table("places")["provinces"]),
        region=regex(rf"(?<!\w)(?:{regions})(?!\w)"),
        country=regex(rf"(?:{countries})(?!\w)"),
        of_a_country=regex(rf"(?<!\w)(?:{countries})$"),
    )


def _beginnings(phrase: str) -> Iterator[str]:
    """The first two words of a phrase, on one line or two, to find it by."""
    words = phrase.split()
    return (separator.join(words[:2]) for separator in " \n") if len(words) > 1 else iter(words)


def former(title: str) -> str | None:
    """The title without `nguyên` or `cựu` when it has one, else None."""
    marker = grammar().former.match(title)
    return title[marker.end() :] if marker else None


def body_of(title: str) -> str | None:
    """The body that the words of a position name: what follows its title, with the word that the title implies.

    >>> body_of("Trưởng ban Tổ chức Tỉnh ủy"), body_of("Bộ trưởng Tài chính"), body_of("PHÓ TRƯỞNG BAN")
    ('Ban Tổ chức Tỉnh ủy', 'Bộ Tài chính', None)
    """
    found = grammar().core.match(title)
    if found is None:
        return None
    rest = _TERM.sub("", title[found.end() :]).strip(" -,").removeprefix("của ").removeprefix("thuộc ")
    core = core_of(found[0])
    if whole := _rules("bodies").get(core):
        return f"{whole} {rest}" if rest and whole.endswith(("ủy", "HĐND")) else whole
    if not rest or core in table("positions")["abroad"]:
        return None
    head = _rules("heads").get(core)
    if head and not rest.lower().startswith(f"{head.lower()} ") and not _NO_MINISTRY.match(rest):
        rest = f"{head.upper() if title.isupper() else head} {rest}"
    return _cased(rest)


def _rules(name: str) -> dict[str, str]:
    found: dict[str, str] = table("positions")[name]
    return found


def spelled_out(title: str) -> str:
    """The title with its abbreviation as words: `Phó Chủ tịch UBND` for `PCT UBND`."""
    first, _, rest = title.partition(" ")
    if first.lower() == "phó":
        return f"Phó {spelled_out(rest)}"
    return " ".join(filter(None, (_rules("abbreviations").get(first.rstrip("."), _rules("wordings").get(first, first)), rest)))


def is_whole_in_capitals(position: str) -> bool:
    """Whether words in capitals are a position and nothing else: a title alone or with the name of a body that is known whole.

    >>> is_whole_in_capitals("PHÓ THỦ TƯỚNG CHÍNH PHỦ"), is_whole_in_capitals("BỘ TRƯỞNG BỘ Y TẾ QUY ĐỊNH CHI")
    (True, False)
    """
    title = grammar().core.match(position)
    body = position[title.end() :].strip().lower() if title and position.isupper() else None
    return body is not None and (not body or grammar().known.fullmatch(body) is not None)


def is_abbreviated(title: str) -> bool:
    """Whether a position is written as lists of who receives a paper write it: `PCT`, `Phó CTr`.

    >>> is_abbreviated("PCT"), is_abbreviated("Phó CTr"), is_abbreviated("Phó Chủ tịch UBND")
    (True, True, False)
    """
    return title.rstrip(".").removeprefix("Phó ") in _rules("abbreviations")


def begins_abbreviated(title: str) -> bool:
    """Whether a position, whose body may follow, begins as lists of who receives a paper write it: `PCT UBND tỉnh`.

    >>> begins_abbreviated("PCT UBND tỉnh"), begins_abbreviated("Chủ tịch UBND tỉnh")
    (True, False)
    """
    return title.partition(" ")[0].rstrip(".") in _rules("abbreviations") or is_abbreviated(title)


@cache
def _no_body() -> re.Pattern[str]:
    return regex(rf"(?:{alternatives(table('bodies')['not_bodies'])})(?!\w)")


def is_no_body(text: str, at: int) -> bool:
    """Whether what begins like the name of a body is another thing: `Hội nghị`, `Bộ luật`."""
    return _no_body().match(text, at) is not None


@cache
def _core() -> re.Pattern[str]:
    return regex(rf"(?i:{alternatives(table('positions')['titles'])})(?!\w)")


@lru_cache(4096)
def core_of(title: str) -> str:
    """The title as the vocabulary has it, without `nguyên`, `Phó` and the like, in its case there; empty when there is none."""
    found = _core().search(spelled_out(title))
    return _titles()[" ".join(found[0].lower().split())] if found else ""


@cache
def _titles() -> dict[str, str]:
    return {title.lower(): title for title in table("positions")["titles"]}


@cache
def _proper() -> dict[str, str]:
    return {name.lower(): name for name in table("bodies")["names"]}


def _cased(body: str) -> str:
    """A body written in capitals in its usual case when it is a known one."""
    return _proper().get(body.lower(), body) if body.isupper() else body
