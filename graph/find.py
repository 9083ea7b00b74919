"""From the words a person uses for a document to the documents of a store that they may mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher

from regraph.graph.stores.base import GraphStore
from regraph.pipeline.dates import DAY, iso

VALUES = """
RETURN d.id AS id, d.kind AS kind, d.number AS number, d.symbol AS symbol, d.issued AS issued, d.issuer AS issuer,
       d.title AS title, d.zone AS zone, d.names AS names
ORDER BY id
"""
ALL = "MATCH (d:Document)" + VALUES
WITH_ID = "MATCH (d:Document {id: $wanted})" + VALUES
WITH_NUMBER = "MATCH (d:Document) WHERE coalesce(d.symbol, d.number) =~ $wanted" + VALUES
# Quy định số 96-QĐ/TW ngày 02/02/2023 | 96 | 30/2020/NĐ-CP | Quy định 96 năm 2023
WORDING = re.compile(
    r"""
    (?P<kind> [^\d@]*? ) \s*
    (?: \b (?: số | so ) \b [\s:.]* )?
    (?P<sign> \d [^\s,@()]* (?: \s+ (?! ngày | ngay | năm | nam ) [^\W\d] [^\s,@()]* )? )
    (?: [\s,(@]* (?: (?: ngày | ngay | năm | nam ) \s+ )? (?P<date> \d[\d/.-]* ) \)? )?
    """,
    re.VERBOSE,
)
LEAST_LIKENESS = 0.6
SUGGESTIONS = 5


@dataclass(frozen=True, slots=True)
class Match:
    """A document of the store, as far as a person needs it to tell it from others."""

    id: str
    kind: str | None
    number: str | None
    symbol: str | None
    issued: str | None
    issuer: str | None
    title: str | None
    zone: str | None
    names: tuple[str, ...]

    @property
    def label(self) -> str:
        """The document as people write it; see `label`."""
        return label(self.kind, self.symbol or self.number or self.title, self.issued) or self.id


def label(kind: str | None, sign: str | None, issued: str | None) -> str:
    """A document as people write it, from what is known of it.

    >>> label("Quy định", "96-QĐ/TW", "2023-02-02"), label("Quyết định", "216-QĐ/TW", "2020")
    ('Quy định 96-QĐ/TW ngày 02/02/2023', 'Quyết định 216-QĐ/TW năm 2020')
    """
    day = "/".join(reversed((issued or "").split("-")))
    since = f"{'ngày' if day.count('/') == 2 else 'năm'} {day}" if day else None
    return " ".join(part for part in (kind, sign, since) if part)


def find(store: GraphStore, doc: str) -> list[Match]:
    """The documents that `doc` may mean, those of main texts first; empty when there is none.

    `doc` is an id, a symbol in any usual spelling (`96-QĐ/TW`, `96/qđ-tw`, `96-QD/TW`), a number alone or with its kind or
    date (`96`, `Quy định số 96`, `Quy định 96 năm 2023`), or a name (`Luật Đất đai`). A number is compared as a whole:
    `823` never means `1823`. Letters without their marks are tried only when nothing matches with them.

    >>> find(store, "quy định số 96")[0].symbol  # doctest: +SKIP
    '96-QĐ/TW'
    """
    if by_id := _documents(store, WITH_ID, doc):
        return by_id
    if wording := WORDING.fullmatch(_folded(doc)):
        number = re.match(r"0*(\d*)", wording["sign"])
        numbered = _documents(store, WITH_NUMBER, rf"0*{number[1]}(\D.*)?" if number else "")
        if by_sign := [document for document in numbered if _by_sign(document, _folded(doc), _folded)]:
            return by_sign
    documents = _documents(store, ALL)
    for fold in (_folded, _without_marks):
        for means in (_by_sign, _by_name, _by_part_of_name):
            matches = [document for document in documents if means(document, fold(doc), fold)]
            if matches:
                return matches
    return []


def find_people(store: GraphStore, who: str) -> list[str]:
    """The ids of the persons whom `who` may mean: an id, or a name in any case.

    >>> find_people(store, "trương thị mai")  # doctest: +SKIP
    ['Trương Thị Mai']
    """
    people = store.rows("MATCH (p:Person) RETURN p.id AS id, p.name AS name ORDER BY id").rows
    return [id_ for id_, _ in people if id_ == who] or [id_ for id_, name in people if _folded(name) == _folded(who)]


def suggest(store: GraphStore, doc: str) -> list[Match]:
    """The documents whose symbol or name looks most like `doc`, the likest first, five at most."""
    wanted = _without_marks(doc)
    ranked = []
    for document in _documents(store, ALL):
        known_as = (document.symbol, f"{document.kind} {document.symbol}", *document.names)
        spellings = {_without_marks(name) for name in known_as if name}
        likeness = max((SequenceMatcher(None, wanted, spelling).ratio() for spelling in spellings), default=0.0)
        if likeness >= LEAST_LIKENESS:
            ranked.append((-likeness, document.id, document))
    return [document for _, _, document in sorted(ranked)[:SUGGESTIONS]]


def _documents(store: GraphStore, cypher: str, wanted: str | None = None) -> list[Match]:
    documents = [
        Match(id_, kind, number, symbol, issued, issuer, title, zone, tuple(names or ()))
        for id_, kind, number, symbol, issued, issuer, title, zone, names in store.rows(
            cypher, {} if wanted is None else {"wanted": wanted}
        ).rows
    ]
    return sorted(documents, key=lambda document: (document.zone != "main", document.id))


def _by_sign(document: Match, doc: str, fold: Callable[[str], str]) -> bool:
    wording = WORDING.fullmatch(doc)
    if wording is None or not (document.symbol or document.number):
        return False
    own, wanted = _sign(fold(document.symbol or document.number or "")), _sign(wording["sign"])
    kind = wording["kind"].strip()
    return (
        (own == wanted or own.startswith(wanted + "-"))
        and (not kind or kind == fold(document.kind or "") or kind in own.split("-")[1:2])
        and (not wording["date"] or (document.issued or "").startswith(_iso(wording["date"])))
    )


def _by_name(document: Match, doc: str, fold: Callable[[str], str]) -> bool:
    return doc in _names(document, fold)


def _by_part_of_name(document: Match, doc: str, fold: Callable[[str], str]) -> bool:
    part = re.compile(rf"\b{re.escape(doc)}\b")
    return doc != "" and not WORDING.fullmatch(doc) and any(part.search(name) for name in _names(document, fold))


def _names(document: Match, fold: Callable[[str], str]) -> list[str]:
    return [fold(name) for name in (document.title, f"{document.kind} {document.title}", *document.names) if name]


def _sign(sign: str) -> str:
    """`05/2020/qđ-ubnd` and `5-2020 QĐ/UBND` alike: one separator, no leading zero."""
    return re.sub(r"[\s/.-]+", "-", sign).lstrip("0")


def _iso(written: str) -> str:
    day = DAY.fullmatch(written)
    return (day and iso(day)) or written


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFC", text).casefold().replace("ð", "đ")
    return " ".join(re.sub(r"\s*[-\u2010-\u2015\u2212]\s*", "-", text).split())


def _without_marks(text: str) -> str:
    letters = unicodedata.normalize("NFD", _folded(text)).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
