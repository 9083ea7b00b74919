"""Who signed: the position above a name that stands alone, and the body that it is signed for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from regraph.pipeline.clean import View
from regraph.pipeline.names import Name
from regraph.pipeline.positions import Held, body_of, chain, core_of, grammar
from regraph.pipeline.vocabulary import table

_FOR = re.compile(r"(?P<how>T/?M|K/?T|T/?L|TUQ|TUN|Q)[./][ ]*", re.IGNORECASE)
_AT_BY = re.compile(r"(?:T/?L|TUQ|TUN)[./]", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\s|[(\[]?(?:đã ký|ký tên, đóng dấu|đã ký và đóng dấu|ký|signed)[)\]]?|[-_*./:])*", re.IGNORECASE)
_LINE = 120
_ABOVE = 400
_SIGNED_LINES = 5
_STANDS_FOR = {"ủy ban nhân dân": "ubnd", "hội đồng nhân dân": "hđnd"}


def signature(view: View, name: Name, title_before: str, issuer: str | None) -> Held | None:
    """The position on the line above a name alone on its line: `KT. BỘ TRƯỞNG / THỨ TRƯỞNG / (Đã ký) / Nguyễn Văn A`.

    ``title_before`` is what stands on the line before the name; ranks and degrees only, else the name does not stand alone.
    ``issuer`` is the body that issued the text, if it is a document's.
    """
    start, _ = view.line(name.start)
    _, end = view.line(name.end)
    if title_before.strip() or view.text[name.end : min(end, name.end + _LINE)].strip(" ./-"):
        return None
    lines = _lines_above(view, start)
    for at, line in lines:
        if _BETWEEN.fullmatch(line):
            continue
        found = _title_in(view, at, line)
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
