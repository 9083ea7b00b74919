"""Who signed: the position above a name that stands alone, and the body that it is signed for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regraph.pipeline.clean import View
from regraph.pipeline.names import CAPITAL, Name, no_name_at
from regraph.pipeline.offices import body_of, core_of, grammar
from regraph.pipeline.patterns import regex
from regraph.pipeline.positions import Held, chain
from regraph.pipeline.vocabulary import table

_FOR = regex(r"(?P<how>T/?M|K/?T|T/?L|TUQ|TUN|Q)[./][ ]*", re.IGNORECASE)
_AT_BY = regex(r"(?:T/?L|TUQ|TUN)[./]", re.IGNORECASE)
_BETWEEN = regex(
    r"(?:\s|[(\[]?[ ]*(?:đã ký|ký tên, đóng dấu|đã ký và đóng dấu|chữ ký số|ký|signed)[ ]*[)\]]?|[-_*./:\[])*", re.IGNORECASE
)
_CAPITALISED = rf"{CAPITAL}[^\W\d_]*(?:[ ]{CAPITAL}[^\W\d_]*)*"
_SIGNER = regex(rf"(?P<first>{_CAPITALISED})(?P<rest>\n{_CAPITALISED})?[ ]*(?:\n|$)")
_UNFINISHED = regex(r"\S+(?: (?:Văn|Thị))?")
_PLACEHOLDER = ("A", "B", "Văn")
_FEWEST, _MOST = 2, 5
_BETWEEN_RANKS = regex(r"[ .]*")
_MARKS = regex(r"[ *_\-.#]*")
_LINE = 120
_ABOVE = 400
_SIGNED_LINES = 5
_STANDS_FOR = {"ủy ban nhân dân": "ubnd", "hội đồng nhân dân": "hđnd"}


def signer_below(view: View, title: tuple[int, int], limit: int) -> Name | None:
    """The name below a line that ends with a position in capitals, whatever it begins with; it may be broken over two lines."""
    text = view.text
    if not text[slice(*title)].isupper():
        return None
    line_end = text.find("\n", title[1])
    rest = text[title[1] : line_end].strip(" *_-.,()")
    between = _BETWEEN.match(text, line_end, limit) if line_end >= 0 and (not rest or rest.isupper()) else None
    if between is None:
        return None
    at = between.end()
    while rank := grammar().rank.match(text, at, limit):
        at = _BETWEEN_RANKS.match(text, rank.end()).end()  # type: ignore[union-attr]
    found = _SIGNER.match(text, at, limit)
    if found is None or at - line_end > _LINE:
        return None
    broken = found["rest"] and _UNFINISHED.fullmatch(found["first"])
    end = found.end("rest") if broken else found.end("first")
    words = text[at:end].split()
    if not _FEWEST <= len(words) <= _MOST or any(word.isupper() and len(word) > 1 for word in words):
        return None
    other = no_name_at(view, at) or grammar().title.match(text, at) or grammar().bodies.match(text, at)
    return None if other or words[-1] in _PLACEHOLDER else Name(" ".join(words), at, end, False)


def signature(view: View, name: Name, begin: int, issuer: str | None, above: tuple[int, int] | None) -> Held | None:
    """The position on the line above a name alone on its line: `KT. BỘ TRƯỞNG / THỨ TRƯỞNG / (Đã ký) / Nguyễn Văn A`.

    The name begins with its ranks and degrees at ``begin``. ``issuer`` is the body that issued the text, if it is a document's;
    ``above`` the last position before the name, which may be broken over two lines.
    """
    issuer = issuer and (body_of(issuer) or issuer)
    start, _ = view.line(name.start)
    _, end = view.line(name.end)
    if not _BETWEEN.fullmatch(view.text, start, begin) or view.text[name.end : min(end, name.end + _LINE)].strip(" ./-"):
        return None
    lines = _lines_above(view, start)
    for at, line in lines:
        if _BETWEEN.fullmatch(line):
            continue
        if above and above[0] < at < above[1]:
            line_end = at + len(line)
            at = _MARKS.match(view.text, view.line(above[0])[0]).end()  # type: ignore[union-attr]
            line = view.text[at:line_end]
        found = _title_in(view, at, line) or _broken_title(view, at, line)
        if found is None:
            return None
        title = view.words(*found)
        return Held(title, body_of(title) or _seat(lines, line[: found[0] - at], title, issuer), *found, "position.signature")
    return None


def _lines_above(view: View, start: int) -> Iterator[tuple[int, str]]:
    """The lines above ``start`` that are not empty, the nearest first, with their places."""
    end = start
    first = max(0, start - _ABOVE)
    while end > first:
        begin = view.text.rfind("\n", first, end - 1) + 1 or first
        line = view.text[begin : end - 1]
        words = line.strip(" *_-.#")
        if words:
            yield begin + line.index(words), words
        end = begin


def _title_in(view: View, at: int, line: str) -> tuple[int, int] | None:
    """The title that a line is, or that ends it behind whom it is signed for: `KT. CHỦ TỊCH PHÓ CHỦ TỊCH`."""
    if len(line) > _LINE:
        return None
    signed_for = _FOR.match(line)
    titles = list(grammar().title.finditer(view.text, at, at + len(line)))
    if not titles or (titles[0].start() > at and not signed_for):
        return None
    if signed_for and len(titles) == 1 and signed_for["how"].upper() != "Q":
        return None
    title = titles[-1] if signed_for else titles[0]
    end = chain(view, title.start(), at + len(line))[0][1]
    return (title.start(), at + len(line)) if line[end - at :].strip(" ,.-()") == "" or line.isupper() else None


def _broken_title(view: View, at: int, line: str) -> tuple[int, int] | None:
    """The title that a line in capitals ends: `CỤC TRƯỞNG CỤC / CHUYỂN ĐỔI SỐ`, `KT. TRƯỞNG BAN A / B PHÓ TRƯỞNG BAN`."""
    above = next(_lines_above(view, view.line(at)[0]), None)
    if not line.isupper() or above is None or not above[1].isupper():
        return None
    titles = list(grammar().title.finditer(view.text, at, at + len(line)))
    if titles and titles[-1].end() == at + len(line) and _FOR.match(above[1]):
        return titles[-1].span()
    whole = grammar().title.match(view.text, above[0])
    if titles or whole is None or not grammar().bodies.search(above[1].title()):
        return None
    return above[0], at + len(line)


def _seat(above: Iterator[tuple[int, str]], before: str, title: str, issuer: str | None) -> str | None:
    """The body of a title that does not name it: of `KT. TRƯỞNG BAN X`, of `TM. X`, or the issuer that such a title signs for."""
    core = core_of(title)
    rest_of_name = ""
    if "KT" in before.upper().split(".")[0] and core_of(before[3:]) == core and (body := body_of(before[3:].strip())):
        return body
    if _AT_BY.match(before):
        return None
    for (_, line), _count in zip(above, range(_SIGNED_LINES), strict=False):
        signed_for = _FOR.match(line)
        if signed_for is None:
            if line.isupper() and not grammar().title.match(line):
                rest_of_name = f"{line} {rest_of_name}".strip()
                continue
            break
        rest = f"{line[signed_for.end() :]} {rest_of_name}".strip()
        how = signed_for["how"].upper().replace("/", "")
        if how == "KT" and core_of(rest) == core:
            if body := body_of(rest):
                return body
        elif how == "TM" and _signs_for(core, rest):
            return issuer if issuer and _same(rest, issuer) else body_name(rest)
        elif how != "KT":
            return None
    return issuer if issuer and _signs_for(core, issuer) else None


def body_name(capitals: str) -> str:
    """A body written in capitals as running text writes it, when it is a known one."""
    known: dict[str, str] = {name.lower(): name for name in table("bodies")["names"]}
    return known.get(capitals.lower(), capitals.capitalize() if capitals.lower() in _STANDS_FOR else capitals)


def _signs_for(core: str, body: str) -> bool:
    return any(body.lower().startswith(head.lower()) for head in table("positions")["signs"].get(core, ()))


def _same(written: str, issuer: str) -> bool:
    """Whether `ỦY BAN NHÂN DÂN` or `UBND TỈNH` is the issuer `Ủy ban nhân dân tỉnh Hà Tĩnh`."""
    short = [_shortened(words) for words in (written, issuer)]
    return short[1].startswith(short[0])


def _shortened(words: str) -> str:
    found = " ".join(words.lower().split())
    for long, short in _STANDS_FOR.items():
        found = found.replace(long, short)
    return found
