"""Records of a document: its name as the headline, below it lines with a label each (`Ngày ban hành: …`, `Thay thế: …`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regraph.model import RelationType
from regraph.pipeline.clean import View
from regraph.pipeline.dates import DAY, iso
from regraph.pipeline.issuers import issuer_at
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import Reference, spoken_between
from regraph.pipeline.relate import Link

_TITLE = regex(r"[ ]*[-:][ ]+(?P<title>[^\n]{8,300}?)[ .]*$", re.MULTILINE)
_HEADING = regex(r"\s*#+[ ][^\n:]{3,60}(?=\n)")
_LABEL = regex(
    r"\s*(?:[-+•][ ]+)?(?:(?P<issued>ngày[ ](?:ban[ ]hành|ký))|(?P<begins>(?:ngày[ ])?(?:có[ ])?hiệu[ ]lực)"
    r"|(?P<issuer>(?:cơ[ ]quan[ ]ban[ ]hành|ban[ ]hành[ ]bởi))|(?P<replaces>thay[ ]thế(?:[ ]cho)?)"
    r"|(?P<amended>(?:được[ ])?sửa[ ]đổi(?:,[ ]bổ[ ]sung)?[ ]bởi)|(?P<based_on>căn[ ]cứ)|(?P<scope>phạm[ ]vi)"
    r"|[^\W\d_][^\n:]{1,30}):[ ]*(?=\S)"
)
# `Phạm vi: Sửa đổi A, B`
_CHANGES = regex(r"sửa[ ]đổi(?:,[ ]bổ[ ]sung)?(?!\w)")
_FEWEST = 2
_MOST = 12


@dataclass(frozen=True, slots=True)
class Record:
    """What a record says of the document that ``reference`` names: ``begins`` is its first day and where that is said."""

    reference: Reference
    begins: tuple[str, int, int] | None
    links: tuple[Link, ...]


def record(view: View, references: list[Reference], start: int) -> Record | None:
    """The record that the text is whose first line begins at ``start``; gives its document title, issuer and day of issue.

    >>> from regraph.pipeline.clean import clean
    >>> from regraph.pipeline.references import references
    >>> view = clean("NGHỊ ĐỊNH 8/2024/NĐ-CP - GIỮ RỪNG\\n\\n**Ngày ban hành:** 05/02/2024\\n**Hiệu lực:** 01/3/2024")
    >>> found = record(view, references(view), 0)
    >>> found.begins[0], found.reference.issued, found.reference.title
    ('2024-03-01', '2024-02-05', 'GIỮ RỪNG')
    """
    first = start + len(view.text[start : start + 8]) - len(view.text[start : start + 8].lstrip("# "))
    named = next(spoken_between(references, first, first + 1), None)
    if named is None or named.form != "sign":
        return None
    at = view.line(named.end)[1]
    heading = _HEADING.match(view.text, at)
    labels = list(_labels(view, heading.end() if heading else at))
    said = {label.lastgroup: (label, end) for label, end in labels if label.lastgroup}
    if len(said) < _FEWEST:
        return None
    title = _TITLE.match(view.text, named.end)
    if title and named.title is None:
        named.title, named.title_at = view.words(*title.span("title")), title.span("title")
        for inner in spoken_between(references, *named.title_at):
            inner.within = inner.within or named
    days = {name: day for name in ("issued", "begins") if name in said and (day := _day(view, *said[name]))}
    if "issued" in days and named.issued is None:
        named.issued, named.issued_at = days["issued"][0], days["issued"][1:]
    if "issuer" in said and named.issuer is None:
        named.issuer = issuer_at(view, said["issuer"][0].end())
    begins = (days["begins"][0], said["begins"][0].start("begins"), days["begins"][2]) if "begins" in days else None
    return Record(named, begins, tuple(_links(view, named, references, said)))


def _labels(view: View, at: int) -> Iterator[tuple[re.Match[str], int]]:
    """The labels of the lines that follow ``at``, each with the end of its line."""
    for _ in range(_MOST):
        label = _LABEL.match(view.lower, at)
        if label is None:
            return
        at = view.line(label.end())[1]
        yield label, at


def _day(view: View, label: re.Match[str], end: int) -> tuple[str, int, int] | None:
    day = DAY.match(view.lower, label.end(), end)
    value = iso(day) if day else None
    return (value, day.start("day"), day.end()) if day and value else None


def _links(
    view: View, named: Reference, references: list[Reference], said: dict[str, tuple[re.Match[str], int]]
) -> Iterator[Link]:
    for name, relation in _RELATIONS.items():
        label, end = said.get(name, (None, 0))
        if label is None or (name == "scope" and not _CHANGES.match(view.lower, label.end(), end)):
            continue
        for other in spoken_between(references, label.end(), end):
            source, target = (other, named) if name == "amended" else (named, other)
            yield Link(source, relation, target, None, None, label.start(name), other.end, f"{relation}.record", "reported")


_RELATIONS: dict[str, RelationType] = {
    "replaces": "replaces",
    "amended": "amends",
    "based_on": "based_on",
    "scope": "amends",
}
"""What a label says that the document of the record, or the one behind the label, does."""
