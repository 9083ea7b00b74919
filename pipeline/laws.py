"""Laws and charters by name: in full or abbreviated, revised, by what they amend, or several under one type word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives, table

REVISED = "sửa đổi"
"""The year of a law that is only called revised: `Luật Cán bộ, công chức (sửa đổi)`."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a law is called, from the type word's end to ``end``; ``year`` when the name itself tells when it was revised."""

    name: str
    end: int
    year: str | None = None


@cache
def _known(kind: str | None = None) -> re.Pattern[str]:
    """The names in the table, those of one kind or of all laws, also with words of them abbreviated."""
    names = [n.lower() for row in table("laws")["law"] for n in row["names"] if (row["kind"] == kind or kind is None)]
    if kind is None:
        names = [n.lower() for row in table("laws")["law"] if row["kind"] != "Điều lệ" for n in row["names"]]
        for short, full in table("laws")["abbreviations"].items():
            names += [name.replace(full.lower(), short.lower()) for name in names if full.lower() in name]
    return re.compile(rf"(?:{alternatives(names)})(?:\s+việt\s+nam)?(?!\w)")


# A law that is not in the table: words up to one that cannot stand in a name.
_NEW_NAME = regex(
    r"[ ]+(?!Điều |Chương |Mục |TNHH|(?i:sư|gia)(?!\w)|Pháp |Mới |Việt Nam\b|Quốc tế\b|Thế )[A-ZĐÂÔƯÁ](?:[^\W\d_]|&(?=[A-ZĐ]))*"
    r"(?:(?:[ ]*,)?[ ]+(?!(?:của|đã|được|có|quy|về|này|ngày|năm|số|hết|hiện|theo|tại|trong|thì|là|sẽ|cũng"
    r"|do|với|cho|khi|để|mới|hoặc"
    r"|Sửa|Bổ[ ]sung|Bãi|Thay|Quy[ ]định"
    r"|và\s+(?:các|Luật|Nghị|Bộ|Pháp|Thông|Quyết)|Luật|Bộ luật|Nghị|Thông tư|Quyết định|quyết"
    r"|bao|gồm|nêu|trên|từ|kể|vừa\s+(?:được|ban|qua|có|mới|thông)|chưa|không|phải|cần|như|còn|thay|ban|thông\s+qua|ra|thuộc|cùng|và\s+hướng|và\s*[.,;)])(?!\w))"
    r"[^\W\d_]+){0,14}"
)
# `Pháp lệnh về người tàn tật`, `Luật về sĩ quan Quân đội nhân dân Việt Nam ngày …`
_ABOUT = r"[ ]+(?i:về)[ ]+(?!việc\b)[^,.;:\n()“”\d]{3,90}?(?=[ ]*(?:,?[ ]*(?i:số)[ ]*:?[ ]*\d|,?[ ]*ngày[ ]\d|[ ]năm[ ]\d"
_LAW_ABOUT = regex(_ABOUT + "))")
_ORDINANCE_ABOUT = regex(_ABOUT + r"|[.;,\n)]|[ ](?:hết|được|đã|và[ ](?:Luật|Nghị|Pháp|Bộ))(?!\w)|$))")
# `Công ty Luật A`, `Đại học Luật B` are no laws.
_FIRM = regex(r"(?:công\s+ty|văn\s+phòng|hãng|dân|đại\s+học|khoa|trường|hội|ngành|viện|nhà|cử\s+nhân)\s+$")
_AMENDING = regex(
    r"\s+(?:sửa\s+đổi|bổ\s+sung)(?:\s*(?:,|và)?\s*(?:bổ\s+sung|thay\s+thế))?\s+"
    r"(?=(?:(?:các|những|\d+|một\s+số|một)\s+)?(?:điều|khoản|nội\s+dung|luật|bộ\s+luật|pháp\s+lệnh|hiến\s+pháp)(?!\w))"
)
# `(sửa đổi)`, `sửa đổi năm 2014`, `sửa đổi, bổ sung 2025`
_SUFFIX = regex(
    r"\s*\(\s*sửa\s+đổi\s*\)"
    r"|\s+sửa\s+đổi(?:\s*,?\s*bổ\s+sung)?(?:\s+(?:năm\s+)?(?P<year>20\d\d)(?![/\d])|(?=\s*[,.;)]\s*(?!bổ\s+sung)))"
)
_IN_SHORT = regex(r"\s*\(\s*[^\W\d_]{2,8}\s*\)(?=\s*\(\s*sửa\s+đổi\s*\))")  # `Luật Thuế thu nhập cá nhân (TNCN) (sửa đổi)`
_CONSTITUTION = regex(r"(?:\s+nước\s+Cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+Việt\s+Nam)?")
_SPACE = regex(r"\s+|\s*:\s*")
_SPACE_ABOUT = regex(r"\s+(?:về\s+)?|\s*:\s*")
_BETWEEN = regex(r"\s*(?:,\s*và\s|,|;|\s+và)\s+")
# Words before a type word that is said for several names: `các luật`, `07 Luật`, `sửa đổi, bổ sung một số điều của`
_SEVERAL = regex(r"(?<!\w)(?:các|những|\d{1,2}|một\s+số\s+điều(?:\s+của)?|một\s+số)\s+$")


def amends(view: View, end: int) -> int | None:
    """Where the words end that make a law one named by what it amends: `Luật sửa đổi, bổ sung …`."""
    amending = _AMENDING.match(view.lower, end)
    return amending.end() if amending else None


def named(view: View, start: int, end: int, kind: str) -> Named | None:
    """What a law, the Constitution or a charter is called whose type word stands from ``start`` to ``end``.

    >>> from regraph.pipeline.clean import clean
    >>> named(clean("Luật Đất đai sửa đổi năm 2013"), 0, 4, "Luật")
    Named(name='Đất đai', end=29, year='2013')
    """
    if kind == "Hiến pháp":
        return Named("", _CONSTITUTION.match(view.text, end).end())  # type: ignore[union-attr]
    space = (_SPACE_ABOUT if kind == "Pháp lệnh" else _SPACE).match(view.lower, end)
    if space is None:
        return None
    if kind == "Điều lệ":
        charter = _known(kind).match(view.lower, space.end())
        return Named(_called(view, space.end(), charter.end()), charter.end()) if charter else None
    name = _known().match(view.lower, space.end())
    if name is None and ":" not in space[0]:
        name = (_ORDINANCE_ABOUT if kind == "Pháp lệnh" else _LAW_ABOUT).match(view.text, end)
        if name is None and not _FIRM.search(view.lower, max(0, start - 20), start):
            name = _NEW_NAME.match(view.text, end)
    if name is None:
        return None
    called = _called(view, end, name.end())
    short = _IN_SHORT.match(view.lower, name.end())
    revised = short.end() if short else name.end()
    if suffix := _SUFFIX.match(view.lower, revised):
        year = suffix["year"]
        return Named(called if year else f"{called} {view.words(revised, suffix.end())}", suffix.end(), year or REVISED)
    return Named(called, name.end())


def known_end(view: View, end: int) -> int | None:
    """Where the name of a law of the table ends that stands behind a type word ending at ``end``, as in `luật thủy sản`.

    >>> from regraph.pipeline.clean import clean
    >>> known_end(clean("luật thủy sản"), 4), known_end(clean("luật hiện hành"), 4)
    (13, None)
    """
    space = _SPACE.match(view.lower, end)
    name = _known().match(view.lower, space.end()) if space else None
    return name.end() if name else None


def _called(view: View, start: int, end: int) -> str:
    return view.words(start, end).lstrip(" :").removeprefix("về ")


def under_one_word(view: View, start: int, end: int, at: int) -> Iterator[tuple[int, int]]:
    """Where the names begin and end that follow the first one, up to ``at``, under a type word from ``start`` to ``end``.

    >>> from regraph.pipeline.clean import clean
    >>> view = clean("các luật: Đất đai, Nhà ở và Giá")
    >>> [view.text[a:b] for a, b in under_one_word(view, 4, 8, 17)]
    ['Nhà ở', 'Giá']
    """
    if ":" not in view.text[end : end + 2] and not _SEVERAL.search(view.lower, max(0, start - 24), start):
        return
    while between := _BETWEEN.match(view.lower, at):
        name = _known().match(view.lower, between.end())
        if name is None or not view.text[name.start()].isupper():
            return
        yield name.span()
        at = name.end()


@cache
def _abbreviated() -> tuple[re.Pattern[str], dict[str, str]]:
    full = {short.lower(): words.lower() for short, words in table("laws")["abbreviations"].items()}
    return re.compile(rf"(?<!\w)(?:{alternatives(full)})(?!\w)"), full


def is_known(name: str | None) -> bool:
    """Whether the table has a law of this name.

    >>> is_known("Đất đai"), is_known("Bầu cử")
    (True, False)
    """
    return name is not None and _known().fullmatch(name.lower()) is not None


def abbreviated(name: str) -> bool:
    """Whether words of the name are abbreviated.

    >>> abbreviated("Tổ chức VKSND"), abbreviated("Hàng hải")
    (True, False)
    """
    return bool(_abbreviated()[0].search(name.lower()))


_LEFT_OUT = regex(r"\s*\(?\s*sửa\s+đổi\s*\)?$|(?:\s+cộng\s+sản)?\s+việt\s+nam$")


def plain(name: str | None) -> str:
    """A law's name for comparison: in small letters, its abbreviated words in full, without commas and what may be left out.

    >>> plain("Tổ chức VKSND"), plain("Hàng hải Việt Nam"), plain("Đất đai (sửa đổi)"), plain("Cán bộ, công chức")
    ('tổ chức viện kiểm sát nhân dân', 'hàng hải', 'đất đai', 'cán bộ công chức')
    """
    short, full = _abbreviated()
    return _LEFT_OUT.sub("", short.sub(lambda m: full[m[0]], (name or "").lower())).replace(",", "")


_INITIALS = regex(r"[A-ZĐ&]{2,}")
_PLAIN_LETTERS = str.maketrans("âăáàêếôốơưứ", "aaaaeeooouu")


def stands_for(short: str, name: str) -> bool:
    """Whether a name is made of the initials of the other's words.

    >>> stands_for("BVMT", "Bảo vệ môi trường"), stands_for("TK&HQ", "Tiết kiệm và hiệu quả"), stands_for("BVMT", "Báo chí")
    (True, True, False)
    """
    if not _INITIALS.fullmatch(short):
        return False
    words = [(w[0].translate(_PLAIN_LETTERS), w == "và") for w in re.findall(r"\w+", name.lower())]
    spoken = "".join(letter for letter, joins in words if not joins)
    return short.lower().replace("&", "") in (spoken, "".join(letter for letter, _ in words))
