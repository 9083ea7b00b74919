"""What a person has decided where the sources do not tell, kept in the ledger and exchanged as JSON lines.

A decision must find the same things when all sources are read anew, by other rules or among other sources. It therefore
never names a document by its id alone, which changes with what is known. A document that its sign or number, kind, day and
issuer tell from all others is known by these. Any other document, and every person, is known by the places that mention it:
the hash of a source's bytes and the characters within, which stay where they are whatever the rules make of them. When a file
itself changes, what was decided of its places finds nothing any more and must be decided again: its words are others.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, TypeAlias, get_args

from regraph.errors import DataError
from regraph.graph.bodies import body, is_local_sign, of_sign
from regraph.graph.clusters import is_day
from regraph.graph.comparison import sign_parts, sign_year
from regraph.graph.values import ATTRIBUTES

Verb: TypeAlias = Literal["same", "not-same", "reject", "choose"]
ThingType: TypeAlias = Literal["document", "person", "statement"]
SIDES: Mapping[str, int] = {"same": 2, "not-same": 2, "reject": 1, "choose": 1}
_KNOWN_BY = ("symbol", "number", "kind", "issued", "issuer", "predicate", "value")
_PLACES_KEPT = 10  # of a document that is also known by its sign or number
_ID = 10


@dataclass(frozen=True, slots=True)
class Place:
    """Characters ``start`` to ``end`` of the content whose bytes have the SHA-256 ``source``, and the words there."""

    source: str
    start: int
    end: int
    words: str

    def overlap(self, start: int, end: int) -> int:
        """How many characters the place shares with a span."""
        return min(self.end, end) - max(self.start, start)


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that a decision is about: its id when it was decided, and what finds it again.

    ``known_by`` are pairs such as ``("symbol", "96-QĐ/TW")``, sorted by name; where they are empty or find nothing,
    the ``places`` do.
    """

    type: ThingType
    id: str
    known_by: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]

    @property
    def identity(self) -> tuple[object, ...]:
        """What is equal when two decisions name the thing alike."""
        return self.type, self.known_by or tuple((p.source, p.start, p.end) for p in self.places)


@dataclass(frozen=True, slots=True)
class Decision:
    """``verb`` as the person said it of ``things``; ``attribute`` and ``value`` belong to ``choose``.

    ``decided`` is the moment in ISO 8601 (UTC): of decisions that contradict each other the later holds.
    """

    verb: Verb
    things: tuple[Named, ...]
    attribute: str | None
    value: str | None
    why: str | None
    decided: str

    @property
    def id(self) -> str:
        """The same for everyone who decides the same of the same things, whenever and for whatever reason."""
        told = [self.verb, sorted(repr(thing.identity) for thing in self.things), self.attribute, self.value]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:_ID]

    @property
    def later(self) -> tuple[str, str]:
        """Sorts decisions by when they were made."""
        return self.decided, self.id

    @property
    def sentence(self) -> str:
        """The decision in words: `08-QĐ/TW is 08-QĐ/TW@2018-10-25`."""
        names = [thing.id for thing in self.things]
        match self.verb:
            case "same":
                return f"{names[0]} is {names[1]}"
            case "not-same":
                return f"{names[0]} is not {names[1]}"
            case "reject":
                place = self.things[0].places[0]
                return f"not so: {' '.join(place.words.split())} ({dict(self.things[0].known_by).get('predicate')})"
            case "choose":
                return f"{self.attribute} of {names[0]} is {self.value}"

    @property
    def reason(self) -> str:
        """What is shown as the reason of all that follows from the decision."""
        return "a person decided so" + (f": {self.why}" if self.why else "")


def known_by(values: Mapping[str, str | None]) -> tuple[tuple[str, str], ...]:
    """What tells a document with these ``values`` from all others; empty when they leave a doubt.

    >>> known_by({"symbol": "96-QĐ/TW", "kind": "Quy định", "issued": "2023-02-02", "issuer": "Bộ Chính trị"})
    (('issued', '2023-02-02'), ('kind', 'Quy định'), ('symbol', '96-QĐ/TW'))
    >>> known_by({"symbol": "96-QĐ/TW", "kind": "Quy định", "issued": "2023"})
    ()
    """
    symbol, issuer, issued = values.get("symbol"), values.get("issuer"), values.get("issued") or ""
    sign = sign_parts(symbol) if symbol else ()
    shared = not sign or is_local_sign(sign)
    if not (symbol or (values.get("number") and values.get("kind"))):
        return ()
    if not is_day(issued) and (shared or not of_sign(sign) or not sign_year(sign)):
        return ()
    if shared and not (issuer and (not sign or body(issuer).place)):
        return ()
    names = ["symbol" if symbol else "number", "kind", *(["issuer"] if shared else []), *(["issued"] if is_day(issued) else [])]
    return tuple(sorted((name, value) for name in names if (value := values.get(name))))


def document(id_: str, values: Mapping[str, str | None], places: Iterable[Place], sure: bool) -> Named:
    """A document to decide of, ``sure`` when it is none that may be another."""
    pairs = known_by(values) if sure and "~" not in id_ else ()
    ordered = tuple(sorted(places, key=lambda p: (p.source, p.start, p.end)))
    return Named("document", id_, pairs, ordered[:_PLACES_KEPT] if pairs else ordered)


def to_line(decision: Decision) -> str:
    """The decision as one line of JSON, its names always in one order."""
    told = {
        "decision": decision.id,
        "verb": decision.verb,
        "things": [_told(thing) for thing in decision.things],
        "attribute": decision.attribute,
        "value": decision.value,
        "why": decision.why,
        "decided": decision.decided,
    }
    return json.dumps({name: value for name, value in told.items() if value is not None}, ensure_ascii=False)


def from_line(line: str) -> Decision:
    """The decision that a line of JSON tells; DataError when it tells none.

    >>> from_line('{"verb": "same"}')
    Traceback (most recent call last):
    regraph.errors.DataError: things is missing; write the line as `regraph decide export` does
    """
    try:
        told = json.loads(line)
    except json.JSONDecodeError as error:
        raise DataError(f"it is not JSON ({error.msg}); write the line as `regraph decide export` does") from error
    verb = _field(told, "verb", str)
    if verb not in get_args(Verb):
        raise DataError(f"there is no verb {verb!r}; use {', '.join(get_args(Verb))}")
    things = tuple(_named(thing) for thing in _field(told, "things", list))
    if len(things) != SIDES[verb]:
        raise DataError(f"{verb} takes {SIDES[verb]} things, not {len(things)}; write the line as `regraph decide export` does")
    if verb == "choose" and _field(told, "attribute", str) not in ATTRIBUTES:
        raise DataError(f"there is no attribute {told['attribute']!r}; use {', '.join(ATTRIBUTES)}")
    value = _field(told, "value", str) if verb == "choose" else None
    decided = _field(told, "decided", str)
    try:
        datetime.fromisoformat(decided)
    except ValueError as error:
        raise DataError(f"{decided!r} is no moment; write it as 2024-01-31T12:00:00+00:00") from error
    why = _field(told, "why", str) if told.get("why") is not None else None
    return Decision(verb, things, told.get("attribute") if verb == "choose" else None, value, why, decided)


def _told(thing: Named) -> dict[str, Any]:
    mentions = [{"source": p.source, "start": p.start, "end": p.end, "words": p.words} for p in thing.places]
    return {thing.type: thing.id, **dict(thing.known_by), "mentions": mentions}


def _named(told: object) -> Named:
    types = [name for name in get_args(ThingType) if isinstance(told, dict) and name in told]
    if len(types) != 1 or not isinstance(told, dict):
        raise DataError("a thing is a document, a person or a statement; write the line as `regraph decide export` does")
    places = tuple(
        Place(*(_field(p, name, kind) for name, kind in (("source", str), ("start", int), ("end", int), ("words", str))))
        for p in _field(told, "mentions", list)
    )
    pairs = tuple(sorted((name, _field(told, name, str)) for name in _KNOWN_BY if name in told))
    if not (places or pairs) or (types[0] == "statement" and len(places) != 1):
        raise DataError(f"nothing finds the {types[0]} again; give its mentions")
    return Named(types[0], _field(told, types[0], str), pairs, places)


def _field(told: object, name: str, kind: type) -> Any:
    found = told.get(name) if isinstance(told, dict) else None
    if not isinstance(found, kind) or isinstance(found, bool):
        raise DataError(
            f"{name} is {'missing' if found is None else 'not of the right type'}; write the line as `regraph decide export` does"
        )
    return found


def latest_first(decisions: Iterable[Decision]) -> Iterator[Decision]:
    """The decisions in the order in which they are to be honoured."""
    yield from sorted(decisions, key=lambda decision: decision.later, reverse=True)
