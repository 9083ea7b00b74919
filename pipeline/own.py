"""What a regulation tells of itself outside its heading: in the page's table, above it, in its annexes, where it is signed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from regraph.pipeline.capitals import proper_names, sentence_case
from regraph.pipeline.clean import View
from regraph.pipeline.dates import DAY, iso
from regraph.pipeline.heading import Heading, bare
from regraph.pipeline.issuers import issuer_at
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import SIGN, Reference
from regraph.pipeline.vocabulary import alternatives, kinds, table

_TOP = 4000
_TABLE = 900
_SIGNATURES = 4000


def completed(view: View, own: Heading | None, references: list[Reference], main: tuple[int, int]) -> Heading | None:
    """The heading with what the text says elsewhere of number, date, issuer and title; ``main`` is where the regulation stands.

    A text that has lost its heading is the document that the page's table names, or the one that its first lines say is
    reproduced (`Toàn văn Nghị định số …`) or promulgates it (`(Kèm theo Quyết định số …)`).
    """
    tabled = _tabled(view)
    if own is None:
        own = (
            (tabled if tabled and tabled.kind else None)
            or _reproduced(view, references, main[0])
            or _calls_itself(view, references, main[0])
            or _letter(view, references, main[0])
        )
    if own is None:
        return None
    if tabled and (own.symbol == tabled.symbol or (own.symbol is None and own.kind == tabled.kind)):
        own = _filled(own, tabled)
    own = _signed_for_the_centre(view, own)
    if own.symbol is None:
        told = [r for r in references if r.symbol and r.kind == own.kind and _is_itself(view, own, r)]
        if told and len({r.symbol for r in told}) == 1:
            own = _filled(own, _named(told))
    if own.issuer is None and (signed := _signed_for(view, own.kind, main)):
        own = replace(own, issuer=signed[0], issuer_at=signed[1])
    return own


def _filled(own: Heading, other: Heading) -> Heading:
    """The heading with the values of the other where it has none."""
    if own.symbol is None and other.symbol:
        own = replace(own, symbol=other.symbol, symbol_at=other.symbol_at, number=other.number)
    if own.issued is None and other.issued:
        own = replace(own, issued=other.issued, issued_at=other.issued_at)
    if own.issuer is None and other.issuer:
        own = replace(own, issuer=other.issuer, issuer_at=other.issuer_at)
    return own


def _named(told: list[Reference]) -> Heading:
    """A heading with what references say of one document."""
    first = told[0]
    issued = next((r for r in told if r.issued), first)
    issuer = next((r.issuer for r in told if r.issuer), None)
    return Heading(
        kind=first.kind,
        kind_at=(first.start, first.end),
        symbol=first.symbol,
        symbol_at=(first.start, first.end),
        number=first.number,
        issued=issued.issued,
        issued_at=issued.issued_at,
        issuer=issuer.name if issuer else None,
        issuer_at=(issuer.start, issuer.end) if issuer else None,
        title=None,
        title_at=None,
    )


# A bracketed line of its own below `QUY CHẾ …`; in running text the words name another document.
_ATTACHED = regex(r"^[ *_]*\((?:[^\n]{3,400}\)\s*,)?[ *_]*(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s+$", re.MULTILINE)
_LONGEST_LINE = 500
_TAKES_EFFECT = regex(r"\s+(?:này\s+)?có\s+hiệu\s+lực(?:\s+thi\s+hành)?\s+(?:kể\s+)?từ(?!\w)")
_LABELS = regex(r"(?:[\s*#“\"]|điều\s+\d+[.:]|\d{1,2}[.)])*")


def _is_itself(view: View, own: Heading, reference: Reference) -> bool:
    """Whether a reference names the text itself: above its heading, in the line of an annex, or where it takes effect."""
    line = max(view.line(reference.start)[0], reference.start - _LONGEST_LINE)
    if reference.end <= own.kind_at[0] or _ATTACHED.search(view.lower, line, reference.start):
        return True
    takes_effect = _TAKES_EFFECT.match(view.lower, reference.end)
    return bool(takes_effect and _LABELS.fullmatch(view.lower, view.line(reference.start)[0], reference.start))


_INTRODUCED = regex(r"[\s#]*(?:toàn\s+văn\s*:?\s*)?$")
_BEGINS = regex(r"[^\n]*\n(?:\s|-{3,}|[>][^\n]*\n)*[ #]*(?:căn\s+cứ\s|điều\s+1[.:]|chương\s+i\W|phần\s+(?:i|thứ\s+nhất)\W)")
_FULL_TEXT = regex(r"(?:trân\s+trọng\s+)?(?:giới\s+thiệu|đăng)\s+toàn\s+văn\s+(?:nội\s+dung\s+)?(?:của\s+)?$")


def _reproduced(view: View, references: list[Reference], start: int) -> Heading | None:
    """The heading of a document whose name alone heads the text, or that the text says it sets out below."""
    for reference in references:
        if reference.start > start + _TOP:
            return None
        if reference.symbol is None or reference.within is not None:
            continue
        before = view.text[start : reference.start]
        heads = _INTRODUCED.fullmatch(before.lower()) and _BEGINS.match(view.lower, reference.end)
        attached = _ATTACHED.search(view.lower, max(start, reference.start - 60), reference.start)
        below = view.text[reference.end : reference.end + 3].lstrip().startswith((":", "\n"))
        told = _FULL_TEXT.search(view.lower, max(start, reference.start - 60), reference.start) and below
        if heads or told or (attached and view.text[start : attached.start()].isupper()):
            return _named([r for r in references if r.symbol == reference.symbol])
    return None


@cache
def _opening() -> re.Pattern[str]:
    """`Thông tư này quy định …` at the head of a text, with the name of its first article above it."""
    names = alternatives(name for name, kind in kinds().items() if kind.by_number)
    return re.compile(
        rf"(?:[\s#]|\d{{1,2}}[.)]|[a-z]\)|(?:phạm\s+vi|đối\s+tượng)[^\n.]{{0,60}}\n)*(?P<kind>{names})\s+này\s+"
        r"(?:quy\s+định|hướng\s+dẫn|ban\s+hành|áp\s+dụng|điều\s+chỉnh)(?!\w)"
    )


_TELLS = regex(
    r"\s+(?:này\s+)?(?:(?:cũng|đã|sẽ)\s+)?(?:quy\s+định|nêu|hướng\s+dẫn|gồm|yêu\s+cầu|có\s+hiệu\s+lực|bổ\s+sung|áp\s+dụng)(?!\w)"
)


def _calls_itself(view: View, references: list[Reference], start: int) -> Heading | None:
    """The heading of a text whose first words call it `Thông tư này`, and which is not told of by its number further down."""
    opens = _opening().match(view.lower, start)
    if opens is None:
        return None
    kind = kinds()[" ".join(opens["kind"].split())].name
    told = any(r.symbol and r.kind == kind and r.within is None and _TELLS.match(view.lower, r.end) for r in references)
    return None if told else bare(view, start, kind)


_ADDRESSED = regex(r"[\s#|]*kính\s+gửi\s*:")


def _letter(view: View, references: list[Reference], start: int) -> Heading | None:
    """The heading of a letter that begins with whom it is sent to, calls itself `Công văn này` and tells no number of its own."""
    if not _ADDRESSED.match(view.lower, start):
        return None
    letters = [r for r in references if r.kind == "Công văn"]
    near = [n for n, r in enumerate(letters) if r.form == "back"]
    itself = any(not n or letters[n - 1].form == "back" or letters[n - 1].end < view.line(letters[n].start)[0] for n in near)
    return bare(view, start, "Công văn") if itself else None


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """What a portal's table says the number behind, and the other labels by what they tell."""
    rows = table("portals")["labels"]
    number = re.compile(rf"^[ >-]*(?i:{alternatives(rows['symbol'])})\s*:?\s*(?P<sign>{SIGN})[ ]*$", re.MULTILINE)
    return number, {
        name: re.compile(rf"^[ >-]*(?:{alternatives(rows[name])})\s*:?\s*", re.MULTILINE) for name in ("kind", "issued", "issuer")
    }


# The document itself, not a digest of it, stands below the table.
_SET_OUT = regex(r"^[ #]*(?:kính\s+gửi\s*:|căn\s+cứ\s|điều\s+\d+[.:]|nơi\s+nhận\s*:)", re.MULTILINE)


def _tabled(view: View) -> Heading | None:
    """What a law portal's table tells of the document whose page it heads; the kind may be missing in it.

    Labels of its lines: `Số hiệu: …`, `Loại văn bản: …`, `Nơi ban hành: …`, `Ngày ban hành: …`.
    """
    number, labels = _labels()
    signed = number.search(view.text, 0, _TOP)
    if signed is None or not _SET_OUT.search(view.lower, signed.end()):
        return None
    found = {name: label.search(view.lower, signed.end(), signed.end() + _TABLE) for name, label in labels.items()}
    kind = _kind_at(view, found["kind"].end()) if found["kind"] else ""
    issued = DAY.match(view.lower, found["issued"].end()) if found["issued"] else None
    issued_by = (found["issuer"].end(), view.line(found["issuer"].end())[1]) if found["issuer"] else None
    if kind is None:
        return None
    return Heading(
        kind=kind,
        kind_at=signed.span("sign"),
        symbol="".join(signed["sign"].split()),
        symbol_at=signed.span("sign"),
        number=signed["number"],
        issued=iso(issued) if issued else None,
        issued_at=(issued.start("day"), issued.end()) if issued else None,
        issuer=view.words(*issued_by) if issued_by and issuer_at(view, issued_by[0]) else None,
        issuer_at=issued_by,
        title=None,
        title_at=None,
    )


def _kind_at(view: View, at: int) -> str | None:
    """The kind of document that the rest of a line is."""
    kind = kinds().get(view.words(at, view.line(at)[1]).lower())
    return kind.name if kind else None


_FOR_THE_PARTY = regex(r"^[ *|]*T/?M[.]?[ ]+(?P<body>BỘ CHÍNH TRỊ|BAN BÍ THƯ)[ *|]*$", re.MULTILINE)
_CENTRE = (
    "",
    "ban chấp hành trung ương",
    "ban chấp hành trung ương đảng",
    "ban chấp hành trung ương đảng cộng sản việt nam",
    "đảng cộng sản việt nam",
)


def _signed_for_the_centre(view: View, own: Heading) -> Heading:
    """The heading of a paper of the Party's centre with the body that it is signed for; the Central Committee heads them all."""
    if not (own.symbol or "").endswith("/TW") or (own.issuer or "").lower() not in _CENTRE:
        return own
    signed = list(_FOR_THE_PARTY.finditer(view.text, own.kind_at[1]))
    bodies = {s["body"] for s in signed}
    if len(bodies) != 1:
        return own
    return replace(own, issuer=sentence_case(signed[-1]["body"]), issuer_at=signed[-1].span("body"))


_SIGNED = regex(
    r"^[ ]*(?:T/?M[./]?[ ]*(?P<body>[^\n]{4,60}?)|(?:K/?T[./]?[ ]*)?(?P<premier>THỦ TƯỚNG(?: CHÍNH PHỦ)?))[ ,.]*$", re.MULTILINE
)
_OF_THE_PREMIER = frozenset(("Quyết định", "Chỉ thị", "Công điện"))


def _signed_for(view: View, kind: str, main: tuple[int, int]) -> tuple[str, tuple[int, int]] | None:
    """The body that the text is signed for, when its name says all: `TM. CHÍNH PHỦ`, of a decision `KT. THỦ TƯỚNG`."""
    for signed in _SIGNED.finditer(view.text, max(main[0], main[1] - _SIGNATURES), main[1]):
        if signed["premier"] and kind in _OF_THE_PREMIER:
            return "Thủ tướng Chính phủ", signed.span("premier")
        if signed["body"] and (known := proper_names().get(view.words(*signed.span("body")).lower())):
            return known, signed.span("body")
    return None


def with_heading(own: Heading, references: list[Reference]) -> list[Reference]:
    """The references with the heading among them, whose title may hold references to other documents.

    It stands for what its own type word was read as (`LUẬT` before `SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT A`).
    """
    if own.title_at is None:
        return references
    itself = Reference(*own.kind_at, "back", own.kind, title=own.title, title_at=own.title_at)
    return sorted([r for r in references if r.start != own.kind_at[0]] + [itself], key=lambda r: r.start)
