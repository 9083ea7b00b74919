"""When two written values say the same: names, signs, numbers and titles compared as a reader would."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache
from typing import TypeAlias

Title: TypeAlias = tuple[str, ...]
TITLES_AGREE = 0.8  # least likeness of two wordings of one title

_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_FIRST_MARK = re.compile("([-/])")
_PARTY_CODES = ("TW", "TU", "ĐU", "HU", "QU")
_YEAR = re.compile(r"(?:19|20)\d\d")
# Letters of a sign that are written in more than one way: Quy định has the code QĐ, and QĐi in 2018; Trung ương is TW or TƯ, in
# the codes of its commissions too (BTCTW, BTCT.Ư).
SAME_CODES = {"qđi": "qđ"}
_CENTRE = re.compile("tư$")


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """``text`` without what never tells two names apart: case, spaces, Unicode form, the letter that bears the tone.

    Letters stay what they are: Đ is never D.

    >>> fold("Uỷ ban  Kiểm tra") == fold("Ủy Ban kiểm tra"), fold("Đ") == fold("D")
    (True, False)
    """
    return _folded(text)


def _folded(text: str) -> str:
    spaced = " ".join(_DASHES.sub("-", unicodedata.normalize("NFD", text.casefold())).split())
    return spaced if spaced.isascii() else _SYLLABLE.sub(_tone_last, spaced)


def _tone_last(syllable: re.Match[str]) -> str:
    letters = _TONE.sub("", syllable[0])
    return unicodedata.normalize("NFC", letters) + "".join(_TONE.findall(syllable[0]))


@lru_cache(maxsize=20_000)
def sign_parts(symbol: str) -> tuple[str, ...]:
    """The parts of a document's sign, equal for all its spellings.

    >>> sign_parts("03-HD/TW") == sign_parts("3/HD-T.Ư"), sign_parts("45-HD/BTCTƯ"), sign_parts("30/2020/NĐ-CP")
    (True, ('45', 'hd', 'btctw'), ('30', '2020', 'nđ', 'cp'))
    """
    parts = "".join(_DASHES.sub("-", unicodedata.normalize("NFC", symbol.casefold())).split()).replace("/", "-").split("-")
    codes = (part if part[:1].isdigit() else part.replace(".", "") for part in parts[1:] if part)
    return (number_key(parts[0]), *(SAME_CODES.get(code, _CENTRE.sub("tw", code)) for code in codes))


def without_marks(code: str) -> str:
    """A folded code of a sign as machines without Vietnamese letters write it; other codes may be written so in full.

    >>> without_marks("nđ")
    'nd'
    """
    return code.replace("đ", "d")


def number_key(number: str) -> str:
    """A document's number without leading zeros.

    >>> number_key("03"), number_key("66.19")
    ('3', '66.19')
    """
    return number.strip().casefold().lstrip("0") or "0"


def sign_year(parts: tuple[str, ...]) -> str | None:
    """The year that a sign holds, which makes its number unique among its issuer's documents.

    >>> sign_year(("30", "2020", "nđ", "cp")), sign_year(("96", "qđ", "tw"))
    ('2020', None)
    """
    return parts[1] if len(parts) > 2 and _YEAR.fullmatch(parts[1]) else None


_BEFORE_TITLE = re.compile(rf"(?:{fold('về việc')}|{fold('quy định về')}|{fold('về')}|v/v)\s+")
_WORD = re.compile("[^\\W_]+(?:[\u0300-\u036f]+)?")


@lru_cache(maxsize=20_000)
def title_words(title: str) -> Title:
    """The words of a title without marks and without `về việc` before them.

    >>> title_words("Về việc lấy phiếu, tín nhiệm") == title_words("lấy phiếu tín nhiệm")
    True
    """
    return tuple(map(sys.intern, _WORD.findall(_BEFORE_TITLE.sub("", _folded(title), count=1))))


def title_likeness(one: Title, other: Title) -> float:
    """How alike two titles are: 1 when one holds the other word for word, else the Dice coefficient of their words.

    >>> title_likeness(("lấy", "phiếu"), ("việc", "lấy", "phiếu"))
    1.0
    """
    words, others = _set(one), _set(other)
    shared = len(words & others)
    if not shared:
        return 0.0
    if shared == min(len(words), len(others)):
        shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
        if f" {' '.join(shorter)} " in f" {' '.join(longer)} ":
            return 1.0
    return 2 * shared / (len(words) + len(others))


_set = lru_cache(maxsize=10_000)(frozenset[str])


def titles_agree(one: Title, other: Title) -> bool:
    """Whether two titles are wordings of one.

    >>> titles_agree(title_words("về lấy phiếu tín nhiệm"), title_words("sinh hoạt đảng trực tuyến"))
    False
    """
    return title_likeness(one, other) >= TITLES_AGREE


def usual_number(number: str) -> str:
    """A number as official documents write it: one below ten with a zero before it.

    >>> usual_number("3"), usual_number("003"), usual_number("96")
    ('03', '03', '96')
    """
    return number_key(number).rjust(2, "0") if number.strip().isdigit() else number


def usual_sign(symbol: str) -> str:
    """A symbol in its usual form; the Party sets the hyphen after the number and the slash before its own code.

    >>> usual_sign("3/HD-T.Ư"), usual_sign("98/NQ-CP"), usual_sign("5/2020/QĐ-UBND")
    ('03-HD/TW', '98/NQ-CP', '05/2020/QĐ-UBND')
    """
    written = _DASHES.sub("-", "".join(symbol.split())).replace("T.Ư", "TW").replace("TƯ", "TW")
    number, mark, rest = (*_FIRST_MARK.split(written, maxsplit=1), "", "")[:3]
    code, *others = _FIRST_MARK.split(rest)
    if len(others) == 2 and others[1].endswith(_PARTY_CODES):
        mark, rest = "-", f"{code}/{others[1]}"
    return f"{usual_number(number)}{mark}{rest}"


def marked_sign(symbol: str, sign: tuple[str, ...]) -> str:
    """A symbol with those letters that the parts of its document's ``sign`` have and it lacks.

    >>> marked_sign("29/2025/ND-CP", ("29", "2025", "nđ", "cp")), marked_sign("05-HD/TW", ("5", "hd", "tw"))
    ('29/2025/NĐ-CP', '05-HD/TW')
    """
    own = sign_parts(symbol)
    if own == sign or tuple(map(without_marks, own)) != tuple(map(without_marks, sign)):
        return symbol
    for part, written in zip(sign, own, strict=True):
        if part != written:
            symbol = re.sub(rf"(?i)\b{re.escape(written)}\b", part.upper(), symbol)
    return symbol
