"""What looks like a reference and was not read as one, with the reason: nothing is passed over in silence."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from regraph.model import Span, Text
from regraph.pipeline.clean import View, clean
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import (
    BARE_SIGN,
    FORM,
    POINTS_BACK,
    STANDS_ALONE,
    Reference,
    bare_signs,
    first_code,
    kind_of_sign,
    references,
    year_of_sign,
)
from regraph.pipeline.resolve import resolve
from regraph.pipeline.topics import Topics
from regraph.pipeline.vocabulary import alternatives, kinds, kinds_of_code


@dataclass(frozen=True, slots=True)
class Remark:
    """Words of the text that look like a reference or are one, where they stand, and what is wrong with them."""

    span: Span
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text was read: the number of references, what looks like one but was not read, and what was read but is doubtful."""

    read: int
    unread: tuple[Remark, ...]
    doubtful: tuple[Remark, ...]

    @property
    def share_unread(self) -> float:
        """The part of all that looks like a reference which was not read, 0 to 1."""
        total = self.read + len(self.unread)
        return len(self.unread) / total if total else 0.0


@cache
def _typed() -> re.Pattern[str]:
    names = alternatives(kind.name for kind in kinds().values())
    return re.compile(rf"(?<!\w)(?:{names})[ ]+(?:(?i:số)[ ]*:?[ ]*)?\d[\w/.-]*")


_LOOKS_LIKE_A_SIGN = regex(r"\d[a-z]?[-/](?:\d{4}/)?[A-ZĐ]{2}")
_NAMED = regex(r"(?<!\w)(?:Luật|Bộ luật|Pháp lệnh)(?:[ ][A-ZĐÂÔƯ][^\W\d_]*)(?:[ ][^\W\d_]+){0,4}")


def reading(text: Text) -> Reading:
    """What of the text was read as a reference, and what looks like one and was not.

    >>> found = reading(Text("a.txt", "/a.txt", "theo Mẫu 05-HD và Quy định số 96-QĐ/TW", "0" * 64, "utf-8"))
    >>> found.read, [(u.words, u.reason) for u in found.unread]
    (1, [('05-HD', 'a form, not a document')])
    """
    view = clean(text.content)
    found = references(view)
    known = {id(r) for entity in resolve(view, found, None, [], Topics(view, found)) for r in entity.references}
    kept = [r for r in found if r.form in POINTS_BACK or id(r) in known]
    unread = [
        _remark(view, r.start, r.end, "a number that no document of this kind in the text has")
        for r in found
        if r.unsure and id(r) not in known
    ]
    covered = _Covered(found)
    unread.extend(
        _remark(view, hit.start("number"), hit.end(), _why_no_sign(view, hit))
        for hit in bare_signs(view)
        if hit.start("number") not in covered and _LOOKS_LIKE_A_SIGN.search(hit[0])
    )
    for pattern, reason in ((_typed(), "a number that does not end as one of a document does"), (_NAMED, "no name of a law")):
        unread.extend(
            _remark(view, hit.start(), hit.end(), reason)
            for hit in pattern.finditer(view.text)
            if hit.start() not in covered and hit.end() - 1 not in covered
        )
    said = [r for r in kept if r.form not in POINTS_BACK]
    doubtful = (_remark(view, r.start, r.end, why) for r in said if (why := _why_doubtful(r)))
    return Reading(len(said), tuple(sorted(unread, key=lambda u: u.span)), tuple(doubtful))


class _Covered:
    """The positions that references take up."""

    def __init__(self, references: list[Reference]) -> None:
        self._spans = sorted((r.start, max(r.end, r.title_at[1] if r.title_at else 0)) for r in references)
        self._starts = [start for start, _ in self._spans]

    def __contains__(self, at: int) -> bool:
        i = bisect_right(self._starts, at) - 1
        return i >= 0 and at < self._spans[i][1]


def _why_no_sign(view: View, hit: re.Match[str]) -> str:
    if FORM.search(view.lower, max(0, hit.start() - 12), hit.start()):
        return "a form, not a document"
    if kind_of_sign(hit, None) is None:
        return "no kind of document has this code"
    return "no issuer's code" if not STANDS_ALONE.search(hit[0]) else "stands inside another reference"


def _why_doubtful(reference: Reference) -> str | None:
    """What speaks against a sign as it is printed: its code is another kind's, or was not in use in its year."""
    signed = BARE_SIGN.fullmatch(reference.symbol or "")
    letters = first_code(signed) if signed else None
    if signed is None or letters is None or reference.kind in _ANY_SIGN or not (names := kinds_of_code(letters)):
        return None
    if reference.kind not in names:
        return f"{letters} stands for {names[0]}"
    year = year_of_sign(signed) or (reference.issued or "")[:4]
    if year and not kinds_of_code(letters, int(year)):
        return f"{letters} was not in use in {year}"
    return None


# Kinds whose sign names the office that wrote it, or the paper that it covers.
_ANY_SIGN = ("Công văn", "Văn bản", "Nghị quyết liên tịch", "Bộ luật")


def _remark(view: View, start: int, end: int, reason: str) -> Remark:
    return Remark(view.raw(start, end), view.words(start, end), reason)
