"""A clean view of a text, with the way back: every span of the view maps to one of the text as read.

The view mends what crawling, word processors and OCR do to Vietnamese text (decomposed letters, the Icelandic Ð for Đ,
no-break spaces, soft hyphens, Markdown stars, wrapped lines, the heads of printed pages, two ways to place a tone mark) so that
the later stages know one form only.
"""

from __future__ import annotations

import itertools
import re
import string
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from regraph.model import Span
from regraph.pipeline.furniture import is_furniture
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import Places, matches_at

# One character for one: spaces, hyphens, look-alike letters, table pipes (a cell ends as a line does).
_SINGLE = {
    **dict.fromkeys("\t\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\uff0d", "-"),
    **dict.fromkeys("\r\x0b\x0c\x85\u2028\u2029|", "\n"),
    "\u00d0": "Đ",
    "\u0189": "Đ",
    "\u00f0": "đ",
    **dict(zip("АВЕКМНОРСТХ", "ABEKMHOPCTX", strict=True)),  # Cyrillic capitals that look alike
    "\u0130": "I",  # its lower case is two characters, which would shift the lower-case view
}
_SINGLE_ONE = regex("[" + "".join(re.escape(c) for c in _SINGLE) + "]")

# `hoà` and `hòa`, `uỷ` and `ủy` are one syllable; the rules write the second form. After q the u belongs to the
# consonant (`quý`), and before a final consonant there is one spelling only (`hoàn`).
_TONE = regex(r"[uUoO](?<![qQ].)[ỳýỷỹỵỲÝỶỸỴàáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ](?!\w)")
_MARKED = {"u": "ùúủũụ", "U": "ÙÚỦŨỤ", "o": "òóỏõọ", "O": "ÒÓỎÕỌ"}
_PLAIN = {"y": "ỳýỷỹỵ", "Y": "ỲÝỶỸỴ", "a": "àáảãạ", "A": "ÀÁẢÃẠ", "e": "èéẻẽẹ", "E": "ÈÉẺẼẸ"}
_TONES = {
    first + second: _MARKED[first][i] + plain
    for first in _MARKED
    for plain, marks in _PLAIN.items()
    if (first in "uU") == (plain in "yY")
    for i, second in enumerate(marks)
}

# `bô sung`, `sửa đôi`, `so 5/2025/NĐ-CP`: marks that OCR loses or mistakes, mended in the fixed words of law alone, where
# they make no other word.
_MISREAD = regex(
    r"(?P<ổ>(?<=\bb)[oôồốóỗò](?=\s+sung\b)|(?<=\bB)[oôồốóỗòOÔỒỐÓỖÒ](?=\s+(?:sung|SUNG)\b)"
    r"|(?<=\bsửa đ)[oôóồỗốõ](?=i\b)|(?<=\bSửa đ)[oôóồỗốõ](?=i\b)|(?<=\bSỬA Đ)[OÔÓỒỖỐÕ](?=I\b))"
    r"|(?P<ố>(?<=\b[sS])[oôồổóòỏẻ](?=\s+\d{1,5}(?:\.\d+)?/(?:\d{4}/)?[A-ZĐ]{2})|(?<=\bmột s)[oôồổóò](?=\s+đi[êề]u\b))"
    r"|(?P<ề>(?<=\bmột s[ốoôồổóò] đi)ê(?=u\b))|(?P<ế>(?<=\bđịnh chi ti)ê(?=t\b))"
    r"|(?P<ẫ>(?<=\bhướng d)â(?=n\s+(?:thi|thực|một|áp)\b))"
)
_MISREAD_SIGNS = (
    " sô ",
    " sỏ ",
    "ô sung",
    "ố sung",
    "ồ sung",
    "bo sung",
    "BÔ SUNG",
    "ửa đôi",
    "ửa đồi",
    "ửa đoi",
    "A ĐÔI",
    "chi tiêt",
)
"""One of these stands in a text that OCR misread; in others nothing is looked for."""

# What is left out: marks that do not show, emphasis, escapes, a space or an empty line too many. Each by its first character and
# what may stand behind it, so that a search passes quickly over all others.
_HIDDEN = r"\u00ad\u200b-\u200f\u2060-\u2064\ufeff"
_DROPPED = {
    rf"{_HIDDEN}*\\": rf"(?<=\*)\**|(?<=\\)(?=[-._*#()\[\]])|(?<=[{_HIDDEN}])[{_HIDDEN}]*",
    r" \xa0\t": r"(?<=[ \xa0\t])(?:(?<=[ \xa0\t][ \xa0\t])[ \xa0\t]*|[ \xa0\t]*(?=\n))",
    r"\n": r"(?<=\n\n\n)\n*",
}
_TOO_MANY = {r" \xa0\t": ("  ", " \n", "\xa0", "\t"), r"\n": ("\n\n\n",)}
"""Without any of these in a text there is no space, no empty line too many."""
_COMPOSED = r"[^\W\d_][\u0300-\u036f]+"
# `c ủa`, `s ửa đ ổi`: a text layer under scanned pages parts the first consonants from the rest of a syllable. Where that is
# rare, only a rest that is no word itself is joined.
_PARTED = (
    r" (?=[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ])"
    r"(?:(?<=[BbCcDdĐđGgHhKkLlMmNnPpRrSsTtVvXx] )(?<![\w’']. )|(?<=(?:[NnPpTtCcKkGg]h|[Nn]g|[Tt]r|[Gg]i|[Qq]u) )(?<![\w’'].. )"
    r"|(?<=[Nn]gh )(?<![\w’']... ))"
)
_NO_WORD = (
    r"(?=(?:ột|ủa|ửa|ửi|ửu|ữ|ị|ịnh|ình|ính|ìn|ích|ược|ường|ượng|ưởng|ương|ươi|ười|ấp|ất|ầu|ẩu|ẫu|ậy|ậu|ậm|ăm|ằm|ằng|ổ|ộ|ộc|ộng|ới|ời|ỏ"
    r"|iệc|iệm|iện|iệt|iệu|iều|iển|iến|iên|iếp|ề|ể|ệ|ết|ển|ến|ện|ền|ạo|ạng|ại|ải|ài|ành|ản|ạn|àn|àng|ày)(?!\w))"
)
# `nàycó hiệu lực`, `từ ngày kývà thay thế`, `1/2018/NĐ-CPhết hiệu lực`, `LuậtGiá`: a stripped tag took the space with it.
# A space is put back between fixed words of law and behind signs and numbers, where the two together make no word.
_BEHIND = ("có", "và", "được", "bị", "này", "số", "của", "kể", "từ", "hết", "thay", "bãi", "về", "quy", "sửa", "ngày")
_GLUED = regex(
    r"(?:(?<!\w)(?:[nN]ày|[kK]ý|hành|[tT]ư|[qQ]uyết|[dD]ẫn|[lL]uật)|[đĐ]ịnh|[A-ZĐ](?<=[A-ZĐ]{2})|TTg(?<=-TTg))"
    rf"(?=(?:{'|'.join(_BEHIND)})(?!\w))"
    r"|\d(?=(?:có|và|được|này|của|hết|về|ngày)(?!\w))"
    r"|(?:lệnh(?<=Pháp lệnh)|định(?:(?<=Nghị định)|(?<=Quyết định))|tư(?<=Thông tư)|quyết(?<=Nghị quyết)|(?<!\w)Luật)"
    r"(?=[A-ZĐ][^\W\d_A-ZĐ])(?!Vi[eệ]t)"
)


@cache
def _may_be_glued() -> Places:
    """Where such words may be glued; a search with all of them at every character would take as long as the rest."""
    before = ["này", "Này", "ký", "Ký", "hành", "định", "Định", "tư", "Tư", "quyết", "Quyết", "dẫn", "Dẫn", "luật", "Luật", "TTg"]
    capitals = [*string.ascii_uppercase, "Đ"]
    pairs = [*product([*before, *capitals, *string.digits], _BEHIND), *product([*before, "lệnh"], capitals)]
    return Places(map("".join, pairs))


_SPLIT = regex(_PARTED)
_OFTEN = 12
# The mark of a page and its running head, which may stand in the middle of a sentence.
_PAGE_HEAD = r"(?:\[\[[^\n\[\]]*\]\]|(?:\d+[ ]+)?CÔNG BÁO/Số [\d +]+/Ngày [\d-]+(?:[ ]+\d+)?)[ ]*"
_PAGE = regex(rf"(?:(?:^|\n)\s*{_PAGE_HEAD}(?=\n|$))+\s*")
_LAST_PIECE = regex(r"(?P<stars>(?<=\w)\*+)?(?P<letter>\w+)$")
_NEXT_PIECE = regex(r"(?P<letter>\w+)(?P<stars>\*+(?=\w))?")
_GLIDES = {"ư": "ơớờởỡợ", "u": "ôốồổỗộ", **dict.fromkeys("iy", "êếềểễệ")}  # `hư**ớng`: one vowel of two letters
_ONSETS = frozenset(("ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr", *"bcdđghklmnpqrstvx"))
"""What a syllable begins with, and what is no word by itself."""
_LINE = regex(r"[^\n]+")
_ITEM = regex(
    r"[-+•·#“\"]|\(?[a-zđ0-9]{1,3}(?:\.\d+)*[).]\s|[IVXLC]+[.)]\s"
    r"|(?:điều|chương|mục|tiểu mục|phần|phụ lục)\s+[\dIVXLC]+|căn cứ\b|nơi nhận\b|(?:luật )?số\s*:|v/v\b",
    re.IGNORECASE,
)
_HANGING = regex(r"(?:\b(?:ngày|tháng|năm|của|và|các|về|tại|theo|hoặc|khoản|điều|điểm)|,)$", re.IGNORECASE)
# `… vào`, then `Điều 4 Nghị định số …`: the provision that a word calls for, no heading.
_HANGING_UNIT = regex(r"\b(?:của|và|các|về|tại|theo|hoặc|vào|bởi|thuộc|trong|sung|đổi|bỏ)$", re.IGNORECASE)
_UNIT = regex(
    r"(?:Điều|Chương|Mục|Phần|Phụ lục) [\dIVXLC]+[a-zđ]?(?:,| (?:và|của) | (?:Nghị|Luật|Bộ luật|Thông|Quyết|Pháp|Quy|Điều|này))"
)
# `khoản 2`, then `Điều 5 của …` or `Điều 5. 3. Bãi bỏ …`, but no `Điều 5. Hiệu lực`
_HANGING_CLAUSE = regex(r"\b(?:khoản \d+[a-zđ]?|điểm (?:[a-zđ]|\d+))$", re.IGNORECASE)
_ITS_ARTICLE = regex(r"Điều \d+[a-zđ]?(?![.:]\s+[^\W\d_])")
_HANGING_HOLDER = regex(r"\b(?:chương|mục|phần|phụ lục)$", re.IGNORECASE)
_LABEL = regex(r"[IVXLC\d]+[a-zđ]?\b(?![.)])")
_HANGING_NUMBER = regex(r"\bsố$", re.IGNORECASE)
_NUMBERED = regex(r"(?:\d{1,3}|[IVXLC]+)\b")
_UNIT_ALONE = regex(r"(?:phần|chương|mục|điều)$", re.IGNORECASE)
_MARK_ALONE = regex(r"(?:\d{1,2}[.)]|[a-zđ]\))$")
_TERMINAL = frozenset(".;:!?")
FRONT_MATTER = regex(r"\A\s*---\n(?:[\w-]+:[^\n]*\n|[ -][^\n]*\n|\n){0,40}?---(?:\n|$)")
"""The fields above a page (`title: …`) between two lines of hyphens."""
_LONG = 45  # a line shorter than this was not broken for want of room


@dataclass(frozen=True, slots=True)
class View:
    """``text`` is the clean text, ``lower`` the same in lower case and of equal length.

    >>> view = clean("Quyê\\u0301t đi\\u0323nh\\u00a0số 96-Q\\u00d0/TW")
    >>> view.text
    'Quyết định số 96-QĐ/TW'
    >>> view.raw(0, 10)
    Span(start=0, end=12)
    """

    text: str
    lower: str
    _view_at: list[int] = field(repr=False)
    _raw_at: list[int] = field(repr=False)
    _raw_end: list[int] = field(repr=False)
    _breaks: list[int] = field(repr=False)
    pages: tuple[Span, ...] = ()
    """Where the heads of printed pages stand in the text as read, which the view leaves out."""

    def raw(self, start: int, end: int) -> Span:
        """The span of the text as read that the characters ``start`` to ``end`` of the view stand for."""
        i = bisect_right(self._view_at, start) - 1
        first = min(self._raw_at[i] + start - self._view_at[i], self._raw_end[i])
        if end <= start:
            return Span(first, first)
        i = bisect_right(self._view_at, end - 1) - 1
        next_run = self._view_at[i + 1] if i + 1 < len(self._view_at) else len(self.text)
        last = self._raw_end[i] if end == next_run else self._raw_at[i] + end - self._view_at[i]
        return Span(first, last)

    def line(self, at: int) -> tuple[int, int]:
        """Where the line begins that holds a position, and where it ends, at its line break or the end of the text.

        >>> clean("Một.\\nHai.\\nBa.").line(6)
        (5, 9)
        """
        i = bisect_left(self._breaks, at)
        start = self._breaks[i - 1] + 1 if i else 0
        return start, self._breaks[i] if i < len(self._breaks) else len(self.text)

    def at_lines(self, pattern: re.Pattern[str], within: str, start: int = 0) -> Iterator[re.Match[str]]:
        """The matches of ``pattern`` that begin with a line, in the view's ``text`` or ``lower``, without overlap, as `finditer`.

        A search tries such a pattern at every character: this is four times faster.

        >>> view = clean("Điều 1. Một\\n\\nĐiều 2. Hai, Điều 3.")
        >>> [m[0] for m in view.at_lines(re.compile(r"điều \\d"), view.lower)]
        ['điều 1', 'điều 2']
        """
        first = bisect_left(self._breaks, start - 1)
        for at in itertools.chain((0,) if start <= 0 else (), (at + 1 for at in itertools.islice(self._breaks, first, None))):
            if at >= start and (found := pattern.match(within, at)):
                yield found
                start = found.end()

    def words(self, start: int, end: int) -> str:
        """The view's text there on one line, with single spaces."""
        return " ".join(self.text[start:end].split())


def clean(text: str) -> View:
    """The clean view of ``text``; time and memory are linear in its length.

    >>> clean("Uỷ ban nhân dân\\ntỉnh").text
    'Ủy ban nhân dân tỉnh'
    """
    pieces: list[str] = []
    view_at, raw_at, raw_end = [0], [0], [0]
    at = length = 0

    def add(piece: str, until: int) -> None:
        nonlocal at, length
        view_at.append(length)
        raw_at.append(at)
        raw_end.append(until)
        pieces.append(piece)
        length += len(piece)
        at = until

    pages: list[Span] = []
    paged = "CÔNG BÁO/Số" in text or "[[" in text
    for change in _changes(text, paged).finditer(text):
        if paged and _PAGE.fullmatch(change[0]):
            pages.append(Span(*change.span()))
        if change.start() > at:
            add(text[at : change.start()], change.start())
        add(_mended(text, change), change.end())
    add(text[at:], len(text))
    view = "".join(pieces)
    if glued := [m.end() for m in matches_at(_may_be_glued().in_(view), _GLUED, view, len(view))]:
        view_at, raw_at, raw_end = _parted(list(zip(view_at, raw_at, raw_end, strict=True)), glued, len(view))
        view = " ".join(view[a:b] for a, b in itertools.pairwise((0, *glued, len(view))))
    view = _SINGLE_ONE.sub(lambda m: _SINGLE[m[0]], view)
    view = _TONE.sub(lambda m: _TONES.get(m[0], m[0]), view)
    if any(sign in view for sign in _MISREAD_SIGNS):
        view = _MISREAD.sub(_read_right, view)
    front = FRONT_MATTER.match(view)
    view = _unwrapped(view, front.end() if front else 0)
    lower = view.lower()
    breaks = [m.start() for m in re.finditer("\n", view)]
    return View(view, lower if len(lower) == len(view) else view, view_at, raw_at, raw_end, breaks, tuple(pages))


def _parted(runs: list[tuple[int, int, int]], glued: list[int], length: int) -> tuple[list[int], list[int], list[int]]:
    """The runs of a view of some length that gets a space at each place; it stands for the letter before it."""
    found: list[tuple[int, int, int]] = []
    n = 0
    for (at, raw, raw_end), then in zip(runs, (*(at for at, *_ in runs[1:]), length), strict=True):
        found.append((at + n, raw, raw_end))
        while n < len(glued) and at < glued[n] <= then:
            cut = raw_end if glued[n] == then else raw + glued[n] - at
            found[-1] = (*found[-1][:2], cut)
            found.append((glued[n] + n, cut - 1, cut))
            n += 1
            if glued[n - 1] < then:
                found.append((glued[n - 1] + n, cut, raw_end))
    view_at, raw_at, ends = zip(*found, strict=True)
    return list(view_at), list(raw_at), list(ends)


def _read_right(misread: re.Match[str]) -> str:
    right = misread.lastgroup or misread[0]
    return right.upper() if misread[0].isupper() else right


def _changes(text: str, paged: bool) -> re.Pattern[str]:
    """What has to be changed in the text: heads of pages, combining marks, parted syllables, spaces only where there are any."""
    dropped = [first for first in _DROPPED if any(one in text for one in _TOO_MANY.get(first, ("",)))]
    kinds = [_PAGE.pattern] if paged else []
    kinds.append(f"[{''.join(dropped)}](?:{'|'.join(map(_DROPPED.__getitem__, dropped))})")
    if not unicodedata.is_normalized("NFC", text):
        kinds.append(_COMPOSED)
    parted = len(list(itertools.islice(_SPLIT.finditer(text), _OFTEN)))
    if parted:
        kinds.append(_PARTED if parted == _OFTEN else _PARTED + _NO_WORD)
    return re.compile("|".join(kinds))


def _mended(text: str, change: re.Match[str]) -> str:
    found = change[0]
    if found[0] == "*":  # emphasis; a space where two words would be glued
        before, after = text[change.start() - 1 : change.start()], text[change.end() : change.end() + 1]
        return " " if before.isalnum() and after.isalnum() and not _within_a_word(text, *change.span()) else ""
    if "[[" in found or "CÔNG BÁO/" in found:
        return "\n" if change.start() > 0 and change.end() < len(text) else ""
    if len(found) > 1 and found[0].isalpha():
        return unicodedata.normalize("NFC", found)
    return ""


def _within_a_word(text: str, start: int, end: int) -> bool:
    """Whether the stars stand within a number or beside a letter that is no word: `202**5**`, `n**ă**m`, `ng**ày`."""
    before, after = _LAST_PIECE.search(text, max(0, start - 8), start), _NEXT_PIECE.match(text, end)
    if before is None or after is None:
        return False
    if text[start - 1].isdigit() or text[end].isdigit():
        return text[start - 1].isdigit() and text[end].isdigit()
    alone = len(before["letter"]) == 1
    onset = before["letter"].lower() in _ONSETS and (alone or text[end].lower() not in _ONSETS)
    glide = text[end].lower() in _GLIDES.get(text[start - 1].lower(), "")
    return bool(before["stars"] and alone) or bool(after["stars"] and len(after["letter"]) == 1) or onset or glide


def _unwrapped(view: str, start: int) -> str:
    """The text with a space for each line break after ``start`` that only wraps a line, in the middle of a sentence."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(view, start) if not m[0].isspace()]
    breaks: list[tuple[int, str, str]] = []
    long = lower = 0
    for (start, end), (next_start, next_end) in itertools.pairwise(lines):
        if view.count("\n", end, next_start) != 1:
            continue
        line, following = view[start:end].rstrip(), view[next_start:next_end].lstrip()
        breaks.append((end, line, following))
        if len(line) >= _LONG:
            long += 1
            lower += following[0].islower() and line[-1] not in _TERMINAL
    wrapped = lower >= 3 and lower >= 0.2 * long
    soft = [at for at, line, following in breaks if _wraps(line, following, wrapped) and not is_furniture(line, following)]
    if not soft:
        return view
    pieces, at = [], 0
    for position in soft:
        pieces.append(view[at:position])
        at = position + 1
    pieces.append(view[at:])
    return " ".join(pieces)


def _wraps(line: str, following: str, wrapped: bool) -> bool:
    if _UNIT_ALONE.match(line.lstrip(" #")) and _NUMBERED.match(following):
        return True
    if _MARK_ALONE.match(line.lstrip()) and following[0].isupper():
        return True
    if line[-1] in _TERMINAL or (line.isupper() and not following.isupper()):
        return False
    if _UNIT.match(following) and _HANGING_UNIT.search(line[-12:]):
        return True
    if _ITS_ARTICLE.match(following) and _HANGING_CLAUSE.search(line[-12:]):
        return True
    if _ITEM.match(following):
        return False
    if _HANGING_HOLDER.search(line[-8:]) and _LABEL.match(following):
        return True
    if following[0].islower() or _HANGING.search(line[-12:]) or (following[0].isdigit() and _HANGING_NUMBER.search(line[-4:])):
        return True
    return wrapped and len(line) >= _LONG and (line.isupper() or not following.isupper())
