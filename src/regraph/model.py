"""What one stage hands to the next.

Every position is a half-open span of characters (Unicode code points) in the text of the file as decoded, before
any cleaning, so that ``text[start:end]`` is the evidence. Every date is ISO 8601 (``2023-02-02``). A value that the
text does not state is ``None``, never a guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

ZoneKind: TypeAlias = Literal["main", "boilerplate"]
TextKind: TypeAlias = Literal["news", "qa", "regulation"]
Modality: TypeAlias = Literal["enacted", "reported", "planned", "draft"]
RelationType: TypeAlias = Literal[
    "replaces", "repeals", "amends", "corrects", "suspends", "extends", "guides",
    "implements", "based_on", "consolidates", "follows", "cites",
]  # fmt: skip
NormModality: TypeAlias = Literal["must", "must_not", "may", "limit"]
Bound: TypeAlias = Literal["at_most", "at_least"]
Value: TypeAlias = str | int | float | bool | list[str] | None


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of the source text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """One source as read.

    ``name`` is the path as the user gave or found it (``-`` for standard input), ``locator`` the absolute path that
    tells two files apart, ``sha256`` the hash of the file's bytes, ``encoding`` the codec that decoded them.
    """

    name: str
    locator: str
    content: str
    sha256: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the text that is the article or regulation itself (``main``) or page furniture (``boilerplate``)."""

    span: Span
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Attribute:
    """One value that the text states of a document: ``name`` is kind, number, symbol, issued, issuer or title."""

    name: str
    value: str
    span: Span
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Document:
    """A document that a source mentions, once however often it is mentioned.

    ``id`` is local to the source (``d1``, ``d2``…). ``attributes`` holds every value that the text states, with its
    place; the fields hold the one chosen within this source. ``named`` is true when the document has no number and is
    known by its name alone (``Luật Đất đai``).
    """

    id: str
    kind: str
    number: str | None
    symbol: str | None
    issued: str | None
    issuer: str | None
    title: str | None
    zone: ZoneKind
    mentions: tuple[Span, ...]
    attributes: tuple[Attribute, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """``source`` (the acting document) stands in ``type`` to ``target``; both are local document ids.

    ``from_part`` and ``to_part`` are provisions as people write them, most specific first, several joined by ``"; "``;
    ``None`` is the whole document. ``partly`` when only some of the contents of ``to_part`` are meant, which is not said.
    """

    source: str
    type: RelationType
    target: str
    from_part: str | None
    to_part: str | None
    zone: ZoneKind
    span: Span
    rule: str
    modality: Modality
    confidence: float = 1.0
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """When ``document`` (or its ``part``) begins to be in force and its last day, each ``None`` when not stated.

    ``until`` is a condition that ends it (`có văn bản thay thế`). When ``suspended``, the time is one out of force.
    """

    document: str
    part: str | None
    begins: str | None
    ends: str | None
    span: Span
    rule: str
    modality: Modality
    until: str | None = None
    suspended: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Implied:
    """A document that ``source`` replaces, repeals or follows and that is told only by its kind, and year if that is said.

    `thay thế Quyết định năm 2012`, `thay thế quy định trước đây`: which document it is, other sources must tell.
    """

    source: str
    type: RelationType
    kind: str
    year: str | None
    span: Span
    rule: str
    modality: Modality


@dataclass(frozen=True, slots=True)
class Residual:
    """A clause by which ``document`` ends whatever is contrary to it, without naming it; nothing is known to end by it."""

    document: str
    span: Span
    rule: str
    modality: Modality


@dataclass(frozen=True, slots=True)
class Position:
    """A position as the text words it (``Trưởng ban Tổ chức Tỉnh ủy``) and the body it belongs to, when known."""

    title: str
    body: str | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Person:
    """A named person with every position that the source gives them."""

    name: str
    positions: tuple[Position, ...]
    zone: ZoneKind
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """``number`` of a ``unit`` at most or at least (``bound``), in each ``per``: `không quá 3 lần trong năm`."""

    bound: Bound
    number: int | float
    unit: str
    per: str | None


@dataclass(frozen=True, slots=True)
class Norm:
    """What ``document``, in its ``part``, demands, forbids, allows or limits; all words are those of the text.

    ``subject`` is None where nobody is named (`nghiêm cấm …`), ``action`` where a thing is limited and nobody acts
    (`thời gian tập huấn không quá 5 ngày`, whose subject is the thing).
    """

    document: str
    part: str | None
    subject: str | None
    condition: str | None
    modality: NormModality
    action: str | None
    limit: Limit | None
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Reach:
    """What ``document`` governs (``scope``) or whom it addresses (``addressee``), in the words of its ``part``."""

    document: str
    part: str | None
    about: Literal["scope", "addressee"]
    words: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day on which the text says that something happened, such as ``sáng 17/2``.

    ``inferred`` names the parts that the text leaves out and context supplied (``("year",)``); empty when all is stated.
    """

    value: str
    span: Span
    inferred: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one source says, as `regraph extract` prints it."""

    text: Text
    text_kind: TextKind
    title: str | None
    published: str | None
    self_id: str | None
    zones: tuple[Zone, ...]
    documents: tuple[Document, ...]
    relations: tuple[Relation, ...]
    effects: tuple[Effect, ...]
    implied: tuple[Implied, ...]
    residual: tuple[Residual, ...]
    people: tuple[Person, ...]
    norms: tuple[Norm, ...]
    reach: tuple[Reach, ...]
    dates: tuple[DateMention, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One fact as one source says it; the ledger keeps nothing else.

    ``id`` is a hash of all that follows it, so that the same text says the same thing twice under one id.
    ``source`` is the SHA-256 of the source's bytes. ``subject`` and ``object`` are keys of things within that source,
    written ``Type:key`` (``Document:Quy định 96-QĐ/TW@2023-02-02``, ``Person:Trương Thị Mai``, ``Source:``); an
    attribute has a ``value`` (its normal form), a relation an ``object``. ``raw`` is the value as written, ``quote`` the
    words around it. ``qualifiers`` are pairs such as ``("to_part", "Điều 5")``, sorted by name.
    """

    id: str
    source: str
    subject: str
    predicate: str
    value: str | None
    object: str | None
    raw: str
    span: Span
    quote: str
    qualifiers: tuple[tuple[str, str], ...]
    rule: str
    confidence: float
    modality: Modality
    zone: ZoneKind


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the resolved graph; ``label`` and the names in ``properties`` are declared in ``graph/ontology.toml``."""

    label: str
    id: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge of the resolved graph between the node ids ``source`` and ``target``, declared in ``graph/ontology.toml``."""

    type: str
    source: str
    source_label: str
    target: str
    target_label: str
    properties: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Graph:
    """The resolved graph, ready for a store: nodes sorted by label and id, edges by type, source and target."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
