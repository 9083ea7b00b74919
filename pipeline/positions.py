"""Positions as texts word them, one or a chain (`Ủy viên Bộ Chính trị, Thủ tướng Chính phủ`), and the body of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.names import CAPITAL, name_at, no_name_at
from regraph.pipeline.vocabulary import Places, alternatives, table

_LONGEST = 160
_MOST = 8
_WORD = r"(?:(?:TP|Tp|TX|T\.Ư|T\.P)\.?(?!\w)|[^\W\d_]+(?:[&.][^\W\d_]+)*|\d+(?!\w|/|\.\d))"
_JOIN = re.compile(r"[ ]*-[ ]*|[ ]+&[ ]+|[ ]+")
_AND = re.compile(rf"[ ]+và[ ]+(?={CAPITAL})")
_OF = re.compile(rf"của[ ]+(?={CAPITAL}|tỉnh|thành phố|huyện|xã|phường)")
_ABROAD = re.compile(rf"tại[ ]+(?={CAPITAL})")
_ABOUT = re.compile(r"về[ ]+[^\W\d_]+")
_STEERING = re.compile(r"(?:ban chỉ đạo|tổ công tác|tiểu ban)", re.IGNORECASE)
# `Bộ Văn hóa, Thể thao và Du lịch`: what stands between the comma and `và` belongs to the name of the body.
_ENUMERATED = re.compile(
    rf",[ ](?P<first>{CAPITAL}[^\W\d_]+(?:[ ][^\W\d_]+){{0,4}}?(?:,[ ]{CAPITAL}[^\W\d_]+(?:[ ][^\W\d_]+){{0,4}}?)?)"
    rf"[ ]và[ ](?P<last>{CAPITAL}?[^\W\d_]+)(?!\w)"
)
# A name of a body with a comma in it, plain when the new office follows: `Phó Vụ trưởng Vụ Kế hoạch, Tài chính giữ chức …`.
_UP_TO_NEW_OFFICE = re.compile(rf",[ ]{CAPITAL}[^,.;\n]{{2,80}}?(?=[ ](?:thôi[ ])?giữ[ ]chức)")
_TERM = r"(?:[ ]*,?[ ](?:khóa|nhiệm[ ]kỳ)[ ][\dIVXLC]+(?:[ ]?-[ ]?\d{4})?)?"
_AND_ALSO = re.compile(
    _TERM
    + r"(?:[ ]*,?[ ]+(?:kiêm(?:[ ]nhiệm)?|đồng[ ]thời[ ](?:là|giữ[ ]chức))[ ]+|[ ]?,[ ]*(?:hiện[ ]là[ ]|và[ ]là[ ])?|[ ]+-[ ]+)"
)
_CUT = re.compile(r"[ ]?(?:\.\.\.|…)")
_NO_MINISTRY = re.compile(r"(?:Ủy ban|Văn phòng|Thứ Bộ)(?!\w)")
_ITEM_WORDS = 6


@dataclass(slots=True)
class Held:
    """A position named at ``start`` to ``end`` of the view; ``body`` is where it is held, when the text or its place tells."""

    title: str
    body: str | None
    start: int
    end: int
    rule: str


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
    regions: Places
    region: re.Pattern[str]


@cache
def grammar() -> Grammar:
    """The patterns, built once."""
    rules = table("positions")
    titles, short = alternatives(rules["titles"]), alternatives(rules["abbreviations"])
    markers, adjuncts = alternatives(rules["markers"]), alternatives(rules["adjuncts"])
    heads = alternatives(table("bodies")["heads"])
    core = rf"(?:(?i:(?:(?:phó|quyền)[ ]+)?(?:{titles}))|(?:{short})(?=[ ]{CAPITAL}))(?:[ ]+(?i:{adjuncts}))?(?!\w|[ ]viên(?!\w))"
    first = [*rules["titles"], *rules["abbreviations"], *rules["markers"], "phó", "quyền"]
    return Grammar(
        titles=Places(phrase.split()[0].lower() for phrase in first),
        title=re.compile(rf"(?<![\w/.])(?:(?i:{markers})[ ]+)?{core}"),
        core=re.compile(rf"(?:(?i:{markers})[ ]+)?{core}"),
        former=re.compile(rf"(?i:{alternatives(rules['former'])})[ ]+"),
        bodies=re.compile(rf"(?:{heads})(?!\w)"),
        known=re.compile(rf"(?:{alternatives(n.lower() for n in table('bodies')['names'])})(?!\w)"),
        within=re.compile(rf"(?<!\w)(?<!Quốc )(?<!Đại )(?:{alternatives(rules['stops']['within'])})[ ]+$"),
        after=re.compile(rf"(?<!\w)(?:{alternatives(rules['stops']['after'])})[ ]+$"),
        rank=re.compile(rf"(?:{alternatives(rules['names']['ranks'])})(?!\w)"),
        stop=re.compile(rf"(?:{alternatives(rules['stops']['words'])})(?!\w)"),
        phrase=re.compile(rf"(?:{alternatives(rules['stops']['phrases'])})(?!\w)"),
        compound=re.compile(rf"(?i:{alternatives(rules['stops']['compounds'])})(?!\w)"),
        regions=Places(name.split()[0] for name in table("places")["provinces"]),
        region=re.compile(rf"(?<!\w)(?:{alternatives(table('places')['provinces'])})(?!\w)"),
    )


def chain(view: View, at: int, limit: int) -> list[tuple[int, int]]:
    """The positions that follow one another from ``at``, each as its span; empty when none begins there.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("Bí thư Đảng ủy Chính phủ, Thủ tướng Chính phủ nhấn mạnh")
    >>> [view.text[a:b] for a, b in chain(view, 0, len(view.text))]
    ['Bí thư Đảng ủy Chính phủ', 'Thủ tướng Chính phủ']
    """
    spans: list[tuple[int, int]] = []
    while len(spans) < _MOST and (title := grammar().title.match(view.text, at, limit)):
        end = _extent(view, title, min(limit, title.end() + _LONGEST))
        if _CUT.match(view.text, end):
            break
        spans.append((title.start(), end))
        further = _AND_ALSO.match(view.text, end, limit)
        if further is None:
            break
        at = further.end()
    return spans


def begins_within_a_body(view: View, at: int) -> bool:
    """Whether a title at ``at`` is a part of a body's name: `Ban Bí thư`, `Đoàn Chủ tịch`, `Văn phòng Chủ tịch nước`."""
    return grammar().within.search(view.text, max(0, at - 24), at) is not None


def _extent(view: View, title: re.Match[str], limit: int) -> int:
    """Where a position that has begun ends: before a stop word, a mark, another position or a person's name."""
    rules, text = grammar(), view.text
    at = title.end()
    about = False
    while at < limit:
        joined = _AND.match(text, at, limit) or _JOIN.match(text, at, limit)
        if joined is None:
            enumerated = _enumerated(view, title.end(), at, limit)
            if not enumerated:
                break
            at = enumerated
            continue
        first = joined.end()
        follows_and = joined[0].strip() == "và"
        after_head = rules.after.search(text, max(title.start(), at - 20), first) is not None
        if name_at(view, first) or (follows_and and rules.bodies.match(text, first)):
            break
        if (inner := rules.title.match(text, first)) and core_of(title[0]) in table("positions")["helpers"]:
            end = _extent(view, inner, limit)
            at = at if name_at(view, end + 1) else end
            break
        if rules.rank.match(text, first) and ("-" in joined[0] or _ranked(view, first)):
            break
        if inner and not (joined[0] == " " and rules.within.search(text, max(title.start(), at - 20), first)):
            break
        if known := rules.known.match(view.lower, first, limit):
            at = known.end()
            continue
        if not after_head and rules.phrase.match(text, first):
            break
        if not about and (aim := _ABOUT.match(text, first, limit)) and _STEERING.search(text, title.end(), first):
            at, about = aim.end(), True
            continue
        if compound := rules.compound.match(text, first, limit):
            at = compound.end()
            continue
        if other := no_name_at(view, first):
            at = min(other, limit)
            continue
        if (of := _OF.match(text, first, limit)) and not name_at(view, of.end()):
            first = of.end()
        elif (abroad := _ABROAD.match(text, first)) and core_of(title[0]) in table("positions")["abroad"]:
            first = abroad.end()
        elif rules.stop.match(text, first) or text.startswith(("và ", "của "), first):
            break
        word = _token().match(text, first, limit)
        if word is None:
            break
        at = word.end()
    if (further := _UP_TO_NEW_OFFICE.match(text, at)) and not rules.title.match(text, at + 2):
        at = further.end()
    if (aside := _in_brackets().match(text, at)) and aside["body"] not in text[title.start() : at]:
        at = aside.end()
    return at


def _ranked(view: View, at: int) -> bool:
    """Whether ranks and degrees at ``at`` lead to a name: `Đại tướng Phan Văn Giang`."""
    while rank := grammar().rank.match(view.text, at):
        at = rank.end() + len(view.text[rank.end() : rank.end() + 3]) - len(view.text[rank.end() : rank.end() + 3].lstrip(" .,"))
    return name_at(view, at) is not None


def _enumerated(view: View, start: int, at: int, limit: int) -> int | None:
    """The end of a list within the name of a body that goes on after a comma at ``at``, or None."""
    rules, text = grammar(), view.text
    found = _ENUMERATED.match(text, at, limit)
    body = rules.bodies.search(text, start, at)
    if found is None or body is None or len(text[body.end() : at].split()) > _ITEM_WORDS:
        return None
    items = [found.start("first"), found.start("last")]
    if any(rules.title.match(text, i) or rules.bodies.match(text, i) or name_at(view, i) for i in items):
        return None
    if any(rules.stop.match(text, found.start("first") + w.start()) for w in re.finditer(r"\w+", found["first"])):
        return None
    return found.end()


@cache
def _token() -> re.Pattern[str]:
    return re.compile(_WORD)


@cache
def _in_brackets() -> re.Pattern[str]:
    return re.compile(rf"[ ]\((?P<body>(?:{alternatives(table('bodies')['heads'])})[ ][^()\n]{{2,60}})\)")


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
    rest = title[found.end() :].strip(" -,").removeprefix("của ").removeprefix("thuộc ")
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
    return " ".join(filter(None, (_rules("abbreviations").get(first, first), rest)))


@cache
def _core() -> re.Pattern[str]:
    return re.compile(rf"(?i:{alternatives(table('positions')['titles'])})(?!\w)")


def core_of(title: str) -> str:
    """The title as the vocabulary has it, without `nguyên`, `Phó` and the like, in its case there; empty when there is none."""
    known = {t.lower(): t for t in table("positions")["titles"]}
    found = _core().search(spelled_out(title))
    return known[" ".join(found[0].lower().split())] if found else ""


@cache
def _proper() -> dict[str, str]:
    return {name.lower(): name for name in table("bodies")["names"]}


def _cased(body: str) -> str:
    """A body written in capitals in its usual case when it is a known one."""
    return _proper().get(body.lower(), body) if body.isupper() else body
