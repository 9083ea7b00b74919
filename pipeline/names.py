"""Names of people as Vietnamese writes them: a surname and the capitals after it, told from places, schools and streets."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import Places, alternatives, kinds, table

CAPITAL = r"[A-ZĐÂÊÔƠƯĂÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ]"
_PART = rf"{CAPITAL}(?!{CAPITAL})[^\W\d_]*(?:['’]{CAPITAL}?[^\W\d_]+)?"
_BEFORE = 24
# A part of a name that is not Vietnamese: `Suk-yeol`, `McCain`, `O'Brien`.
OTHER_PART = r"[A-ZÉ][a-zéèëüöáíóñç'’]+(?:[A-Z][a-zé]+)?(?:-[A-Z]?[a-zé]+)*"
_OTHER = regex(rf"{OTHER_PART}(?:[ ](?:(?:al|bin|de|da|von|van|der)[ ])?(?:{CAPITAL}\.[ ])?{OTHER_PART}){{0,4}}(?!\w)")
_SHORT = regex(rf"{_PART}(?!\w|[ ]{CAPITAL})")
_PLACEHOLDER = regex(r" [A-EX]$")  # `ông Nguyễn Văn A` of examples and forms
_UNFINISHED = regex(r"\S+ (?:Văn|Thị)$")
_LONGEST = 5
_FULL = 3
"""Words of a name that is surely no place's own (`UBND tỉnh Trần Văn An`, `TP Cao Lãnh`)."""
_LARGE = ("tỉnh", "thành phố", "tp", "tp.", "huyện ủy", "quận ủy", "thị ủy")


@dataclass(frozen=True, slots=True)
class Name:
    """A name from ``start`` to ``end`` of the view; ``capitals`` tells that it is written in capitals throughout."""

    text: str
    start: int
    end: int
    capitals: bool


@dataclass(frozen=True, slots=True)
class _Grammar:
    begins: Places
    addressed: frozenset[str]
    address: re.Pattern[str]
    name: re.Pattern[str]
    any_name: re.Pattern[str]
    name_or_place: re.Pattern[str]
    region: re.Pattern[str]
    no_name: re.Pattern[str]
    no_person: re.Pattern[str]
    person: re.Pattern[str]
    level: re.Pattern[str]
    verb: re.Pattern[str]
    capital_verb: re.Pattern[str]
    document: re.Pattern[str]
    word: re.Pattern[str]
    surnames: frozenset[str]
    all_surnames: frozenset[str]


@cache
def _grammar() -> _Grammar:
    rules, stops = table("positions")["names"], table("positions")["stops"]
    surnames = alternatives(rules["surnames"])
    capitals = alternatives(s.upper() for s in rules["surnames"])
    after = alternatives(rules["no_person_after"])
    address = rules["before_any_name"]
    # The city's short name, but for `Chủ tịch Hồ Chí Minh`.
    provinces = table("places")["provinces"]
    regions = (
        rf"(?:{alternatives(provinces)}|(?<!Chủ tịch )Hồ Chí Minh"
        rf"|{alternatives(p.upper() for p in provinces)}|(?<=THÀNH PHỐ )HỒ CHÍ MINH)"
    )
    name = (
        rf"(?<!\w)(?:(?:{surnames})(?:[ ]{_PART}){{1,11}}|[KHRY]['’]{_PART}(?:[ ]{_PART}){{0,4}}"
        rf"|(?:{capitals})(?:[ ]{CAPITAL}+){{1,4}})(?!\w)"
    )
    beginnings = [
        *(f"{surname} " for word in rules["surnames"] for surname in (word, word.upper())),
        *(f"{c}{mark}" for c in "KHRY" for mark in "'’"),
        *(words.split()[0] + (space if " " in words else "") for words in (*provinces, "Hồ Chí Minh") for space in " \n"),
    ]
    addressed = frozenset(f"{word} " for form in address for word in (form, form[0].upper() + form[1:]))
    return _Grammar(
        begins=Places([*beginnings, *addressed]),
        addressed=addressed,
        address=regex(rf"(?<!\w)(?i:{alternatives(address)})[ ]$"),
        name=regex(name),
        any_name=regex(rf"{_PART}(?:[ ](?:{CAPITAL}\.[ ])?{_PART}(?:-[a-zà-ỹ]+)?){{1,4}}(?!\w)"),
        name_or_place=regex(rf"(?<!\w){regions}(?!\w)|{name}"),
        region=regex(rf"(?<!\w){regions}(?!\w)"),
        no_name=regex(rf"(?i:{alternatives(rules['no_names'])})(?!\w)"),
        no_person=regex(rf"(?<!\w)(?i:{after})[ ]+$"),
        person=regex(rf"(?<!\w)(?i:{alternatives(rules['person_after'])})[ ]+$"),
        level=regex(rf"(?<!\w)(?i:{alternatives(rules['levels'])})[ ]*$"),
        verb=regex(rf"[ ](?:{alternatives([*stops['words'], *stops['phrases']])})(?!\w)"),
        capital_verb=regex(rf"(?:{alternatives(stops['capitals'])})(?!\w)"),
        document=_document(),
        word=regex(r"\S+"),
        surnames=frozenset(rules["plain_surnames"]),
        all_surnames=frozenset(rules["surnames"]),
    )


def _document() -> re.Pattern[str]:
    """Where a reference to a document begins; a kind of one syllable may be someone's own name: `ông Trần Văn Luật, 45 tuổi`."""
    kind = alternatives(name for name in kinds() if " " in name)
    law = alternatives(name for row in table("laws")["law"] for name in row["names"] if " " in name)
    numbered = rf"(?:{kind})[ ]+(?:\d|này(?!\w))|(?:{kind}|luật|lệnh)[ ]+số[ ]*:?[ ]*\d"
    return regex(rf"(?i:{numbered}|(?:bộ[ ]+)?luật[ ]+(?:{law})(?!\w))")


def names(view: View, start: int, end: int) -> list[Name]:
    """The names of people between ``start`` and ``end`` of the view, in order.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("UBND huyện Hoàng Sa Võ Ngọc Đồng, đường Lê Lợi, ông Tráng A Dương")
    >>> [name.text for name in names(view, 0, len(view.text))]
    ['Võ Ngọc Đồng', 'Tráng A Dương']
    """
    return names_and_short_ones(view, start, end)[0]


def names_and_short_ones(view: View, start: int, end: int) -> tuple[list[Name], list[Name]]:
    """The names, and the last words of names behind a form of address, as texts name again whom they have named: `ông Ngọc`.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("Theo ông Ngọc, đồng chí Lê Văn Ba")
    >>> [[name.text for name in found] for found in names_and_short_ones(view, 0, len(view.text))]
    [['Lê Văn Ba'], ['Ngọc']]
    """
    grammar = _grammar()
    found: list[Name] = []
    short: list[Name] = []
    at = start
    for begin, addressed in _may_begin(view.text, start, end):
        addressed = addressed and grammar.address.search(view.text, max(0, begin - _BEFORE), begin) is not None
        if addressed and (word := _SHORT.match(view.text, begin, end)) and not _is_title(view.text, begin):
            short.append(Name(word[0], *word.span(), False))
        if begin < at:
            continue
        words = grammar.name_or_place.match(view.text, begin, end)
        if words is None and addressed:
            words = grammar.any_name.match(view.text, begin, end)
        if words is not None:
            name = _told(view, words)
            if name is not None:
                found.append(name)
            at = name.end if name else _beyond(view, words)
    return found, short


def _may_begin(text: str, start: int, end: int) -> list[tuple[int, bool]]:
    """Where a name may begin: at a surname or a place, which is none, or behind a form of address, which the second tells."""
    grammar = _grammar()
    spans = grammar.begins.spans(text, start, end)
    addressed = {
        behind: True
        for begin, behind in spans
        if text[begin:behind] in grammar.addressed and not text[begin - 1 : begin].isalpha()
    }
    return sorted(({begin: False for begin, _ in spans} | addressed).items())


def name_at(view: View, at: int) -> Name | None:
    """The name that begins at ``at``, or None."""
    found = _grammar().name.match(view.text, at)
    name = _told(view, found) if found else None
    return name if name and name.start == at else None


def foreign_name_at(view: View, at: int) -> Name | None:
    """The name of someone from abroad that begins at ``at``, or None: of its words one at least is no Vietnamese syllable.

    >>> from regraph.pipeline.clean import clean
    >>> foreign_name_at(clean("Keir Starmer phát biểu"), 0).text
    'Keir Starmer'
    >>> foreign_name_at(clean("Quốc hội"), 0) is None
    True
    """
    found = _OTHER.match(view.text, at)
    if found is None or all(is_syllable(word) for word in found[0].split()) or no_name_at(view, at):
        return None
    return Name(found[0], at, found.end(), False)


_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_SYLLABLE = regex(
    r"(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"(?:a(?:ch|nh|ng|[cimnoptuy])?|ă(?:ng|[cmnpt])|â(?:ng|[cmnptuy])|e(?:ng|[cmnopt])?|ê(?:ch|nh|[mnptu])?|i(?:ch|nh|a|[mnptu])?"
    r"|iê(?:ng|[cmnptu])|y(?:ên|êm|êu|êt|nh|[tua])?|o(?:o?ng|[cimnpt])?|oa(?:ch|nh|ng|[cimnopty])?|oă(?:ng|[cmnt])|oe[not]?"
    r"|ô(?:ng|[cimnpt])?|ơ[imnpt]?|u(?:ng|[acimnpt])?|uâ(?:ng|[nty])|uê(?:ch|nh|[nt])?|uô(?:ng|[cimnt])|uơ|uy(?:ch|nh|ên|êt|[anptu])?"
    r"|ư(?:ng|[acimntu])?|ươ(?:ng|[cimnptu]))"
)


@lru_cache(8192)
def is_syllable(word: str) -> bool:
    """Whether a word may be a Vietnamese syllable by its sounds, tone apart.

    >>> [is_syllable(word) for word in ("Nguyễn", "Quyết", "Kim", "Putin", "Joe")]
    [True, True, True, False, False]
    """
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.lower()).translate(_TONES))
    return _SYLLABLE.fullmatch(plain) is not None


def _beyond(view: View, found: re.Match[str]) -> int:
    """Where the search goes on after what is no name: behind a place or another word of several syllables, else the first."""
    return no_name_at(view, found.start()) or found.start() + len(found[0].split()[0])


def no_name_at(view: View, at: int) -> int | None:
    """The end of a place or of a common word that begins at ``at`` as a name may, or None."""
    other = _grammar().region.match(view.text, at) or _grammar().no_name.match(view.text, at)
    return other.end() if other else None


def _told(view: View, found: re.Match[str]) -> Name | None:
    """The name within capitals that begin with a surname: without a place before, a title or document after; None for no name."""
    grammar, text = _grammar(), view.text
    start, end = found.span()
    if no_name_at(view, start) or _is_title(text, start):
        return None
    parts = [(start + w.start(), start + w.end()) for w in grammar.word.finditer(found[0])]
    if _is_a_place(view, start, end, len(parts)):
        own = [i for i in range(2, len(parts) - 1) if text[slice(*parts[i])] in grammar.surnames]
        if not own:
            return None
        start, parts = parts[own[0]][0], parts[own[0] :]
    if len(parts) > _LONGEST:  # names that follow one another without a mark between them
        parts = parts[: _first_of_several([text[slice(*part)] for part in parts])]
        end = parts[-1][1]
    capitals = text[start:end].isupper()
    for i in range(2, len(parts)):
        at = parts[i][0]
        ends = _is_title(text, at) or grammar.no_name.match(text, at) or grammar.document.match(text, at)
        if ends or (capitals and grammar.capital_verb.match(text, at)):
            end = parts[i - 1][1]
            break
    words = text[start:end]
    if _UNFINISHED.fullmatch(words) or _PLACEHOLDER.search(words):
        return None
    return Name(words.title() if words.isupper() else words, start, end, words.isupper())


def _first_of_several(words: list[str]) -> int:
    """Of how many words the first name is in a row of names without a mark between them: most have three, a surname first.

    >>> _first_of_several("Trần Thị Ba Lương Tâm Phạm Văn Năm".split())
    3
    """
    grammar = _grammar()
    best: list[tuple[float, int]] = [(0, 0)] * (len(words) + 1)
    for start in reversed(range(len(words))):
        first = words[start]
        own = 0 if first in grammar.surnames else 0.8 if first in grammar.all_surnames else 4
        lengths = {2: 1.0, 3: 0.0, 4: 0.6, 5: 2.0}
        ends = [(own + cost + best[start + n][0], n) for n, cost in lengths.items() if start + n <= len(words)]
        best[start] = min(ends, default=(own, len(words) - start))  # the last one may go on behind the row
    return best[0][1]


def _is_a_place(view: View, start: int, end: int, words: int) -> bool:
    """Whether capitals that begin with a surname name a place, a school, a street or a company, by the word before them."""
    grammar, first = _grammar(), max(0, start - _BEFORE)
    if grammar.no_person.search(view.text, first, start) and not grammar.person.search(view.text, first, start):
        return True
    level = grammar.level.search(view.text, first, start)
    if level is None:
        return False
    large = level[0].strip().lower() in _LARGE
    return words < _FULL or not (large or grammar.verb.match(view.text, end))


@cache
def _titles() -> re.Pattern[str]:
    return regex(rf"(?i:(?:Phó[ ]+)?(?:{alternatives(table('positions')['titles'])}))(?!\w)")


def _is_title(text: str, at: int) -> bool:
    return _titles().match(text, at) is not None
