"""Which of the values that sources state of one thing is taken, and why; all the others are kept beside it.

The order: what a person decided, then the document's own text, then an official registry, then the more specific value, then
the one that more sources state, then the first in the alphabet, so that the answer never depends on the order of the sources.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from regraph.graph.bodies import body, issuer, of_sign
from regraph.graph.comparison import fold, marked_sign, number_key, sign_parts, sign_year, title_words, titles_agree, usual_sign
from regraph.model import Statement

ATTRIBUTES = ("kind", "number", "symbol", "issued", "issuer", "title", "effective_from", "effective_to")
OWN_TEXT, REGISTRY, OTHER = 0, 1, 2
_RARE = 4
"""A fuller title that is found this many times as seldom as the most frequent one holds words of a sentence around it."""
_SAID_BY = ("the document's own text says so", "an official registry says so", "other sources say so")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a statement: its value was ``chosen``, ``agrees`` with the chosen one, or was ``outranked``.

    A statement that a person ``rejected`` counts for nothing.
    """

    verdict: Literal["chosen", "agrees", "outranked", "rejected"]
    why: str


@dataclass(frozen=True, slots=True)
class Choice:
    """The value taken and why, the statements that agree with it, and the values against it."""

    value: str
    why: str
    statements: tuple[str, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Value:
    """One value in all its wordings, of which ``label`` is shown."""

    label: str
    statements: tuple[Statement, ...]
    rank: int
    sources: int
    written_out: bool


_Rule: TypeAlias = Callable[[Sequence[_Value]], Mapping[str, str]]
"""Which of several values give way, each with the reason."""


def choose(
    attribute: str,
    statements: Sequence[Statement],
    rank: Callable[[Statement], int],
    sign: tuple[str, ...] = (),
    name: str = "",
    decided: tuple[str, str] | None = None,
) -> tuple[Choice, Mapping[str, Verdict]]:
    """Choose among ``statements``, which all state ``attribute`` (kind, number, symbol, issued, issuer, title…) of one document.

    Returns the choice, and the verdict on each statement by its id.

    ``decided`` is the value that a person chose, with the reason; it is taken where some source states it.

    ``rank`` tells whether a statement's source is the document's OWN_TEXT, a REGISTRY or an OTHER one; ``sign`` holds the
    parts of the document's symbol, whose code may name the issuer; ``name`` is what a law goes by, its kind and title.

    >>> choose("number", [statement_of_03, statement_of_3], lambda _: OTHER)[0].value  # doctest: +SKIP
    '03'
    """
    if len({statement.value for statement in statements}) == 1:
        return _agreed(attribute, statements, sign, decided)
    values = _values(attribute, statements, rank, sign)
    if decided and (own := [value for value in values if same_value(attribute, value.label, decided[0], sign)]):
        return _choice(attribute, own[0], values, decided[1], {})
    left, why = values, "the only value stated"
    if len(values) == 1:
        return _choice(attribute, values[0], values, why, {})
    outranked: dict[str, str] = {}
    rules: dict[str, tuple[_Rule, ...]] = {
        "kind": (_written_out,),
        "issuer": (_named_by(sign), _narrower),
        "title": (_that_names(name),),
        "issued": (_fuller,),
        "effective_from": (_fuller,),
        "effective_to": (_fuller,),
    }
    of_year = (_of_year(sign_year(sign)),) if attribute == "issued" else ()
    for rule in (*of_year, _best_ranked, *rules.get(attribute, ()), _more_frequent, _first):
        lost = rule(left)
        left = [value for value in left if value.label not in lost]
        outranked |= lost
        why = next(iter(lost.values()), why)
    chosen = left[0]
    if attribute == "title":
        often = chosen.sources / _RARE
        chosen = max(
            (v for v in values if v.rank == chosen.rank and v.sources >= often and _agree(attribute, v.label, chosen.label)),
            key=lambda v: (len(title_words(v.label)), v.sources, v.label),
        )
    if (
        attribute == "title"
        and len(values) > 1
        and all(_agree(attribute, v.label, chosen.label) for v in values if v is not chosen)
    ):
        why = "the fullest of wordings that agree"
    return _choice(attribute, chosen, values, why, outranked)


def _agreed(
    attribute: str, statements: Sequence[Statement], sign: tuple[str, ...], decided: tuple[str, str] | None
) -> tuple[Choice, Mapping[str, Verdict]]:
    """The choice among statements that all give one value in one wording."""
    label = _label(attribute, statements, sign)
    why = decided[1] if decided and same_value(attribute, label, decided[0], sign) else "the only value stated"
    ids = sorted(statement.id for statement in statements)
    verdicts = dict.fromkeys(ids, _verdict("agrees", "the same value"))
    verdicts[_best(statements, label)] = _verdict("chosen", why)
    return Choice(label, why, tuple(ids), ()), verdicts


def _best(statements: Sequence[Statement], label: str) -> str:
    """The id of the statement shown for a value: in the wording shown, the surest, the first by its id."""
    return min(statements, key=lambda s: (s.value != label, -s.confidence, s.id)).id


def same_value(attribute: str, one: str, other: str, sign: tuple[str, ...] = ()) -> bool:
    """Whether two wordings of an attribute of the document with this ``sign`` are one value.

    >>> same_value("issuer", "BỘ CHÍNH TRỊ", "Bộ Chính trị"), same_value("number", "3", "03")
    (True, True)
    """
    return _key(attribute, one, sign) == _key(attribute, other, sign)


def _choice(
    attribute: str, chosen: _Value, values: Sequence[_Value], why: str, outranked: Mapping[str, str]
) -> tuple[Choice, Mapping[str, Verdict]]:
    verdicts: dict[str, Verdict] = {}
    agreeing: list[str] = []
    others = []
    for value in values:
        ids = [statement.id for statement in value.statements]
        if value is chosen:
            verdicts |= dict.fromkeys(ids, _verdict("agrees", "the same value"))
        elif attribute == "kind" and chosen.written_out and not value.written_out:
            verdicts |= dict.fromkeys(ids, _verdict("agrees", f"the symbol's code also stands for {chosen.label}"))
        elif _agree(attribute, value.label, chosen.label):
            verdicts |= dict.fromkeys(ids, _verdict("agrees", f"not contrary to {chosen.label}"))
        else:
            verdicts |= dict.fromkeys(ids, _verdict("outranked", outranked.get(value.label, why)))
            others.append(value.label)
            continue
        agreeing += ids
    verdicts[_best(chosen.statements, chosen.label)] = _verdict("chosen", why)
    return Choice(chosen.label, why, tuple(sorted(agreeing)), tuple(sorted(others))), verdicts


@lru_cache(maxsize=10_000)
def _verdict(verdict: Literal["chosen", "agrees", "outranked"], why: str) -> Verdict:
    """One object for all statements of which the same is said."""
    return Verdict(verdict, why)


def _values(
    attribute: str, statements: Sequence[Statement], rank: Callable[[Statement], int], sign: tuple[str, ...]
) -> list[_Value]:
    written: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        written[statement.value or ""].append(statement)
    groups: dict[Hashable, list[Statement]] = {}
    for value, said in written.items():
        groups.setdefault(_key(attribute, value, sign) if len(written) > 1 else value, []).extend(said)
    values = [
        _Value(
            label=_label(attribute, group, sign),
            statements=tuple(group),
            rank=min(map(rank, group)),
            sources=len({statement.source for statement in group}),
            written_out=attribute == "kind" and any(fold(statement.value or "") in fold(statement.raw) for statement in group),
        )
        for group in groups.values()
    ]
    return sorted(values, key=lambda value: value.label)


def _key(attribute: str, value: str, sign: tuple[str, ...]) -> Hashable:
    """Equal for all wordings of one value."""
    match attribute:
        case "symbol":
            return sign_parts(marked_sign(value, sign))
        case "number":
            return number_key(value)
        case "issuer":
            return fold(issuer(value, sign).name)
        case "title":
            return title_words(value)
        case _:
            return fold(value)


def _label(attribute: str, statements: Sequence[Statement], sign: tuple[str, ...]) -> str:
    """The wording shown for one value: a body by its name, else as most sources write it, the longest of equals."""
    wordings = {s.value or "" for s in statements}
    if len(wordings) == 1:
        [written] = wordings
    else:
        counts = Counter(value for value, _ in {(s.value or "", s.source) for s in statements})
        written = min(counts, key=lambda value: (-counts[value], -len(value), value))
    if attribute == "issuer":
        return issuer(written, sign).name
    return marked_sign(usual_sign(written), sign) if attribute == "symbol" else written


def _agree(attribute: str, one: str, other: str) -> bool:
    """Whether two different values of an attribute may both be right, one saying less than the other."""
    match attribute:
        case "title":
            return titles_agree(title_words(one), title_words(other))
        case "issuer":
            return any(_lacks_place(a, b) or a in body(b).members for a, b in ((one, other), (other, one)))
        case "issued" | "effective_from" | "effective_to":
            return one.startswith(other) or other.startswith(one)
        case _:
            return False


def _lacks_place(general: str, placed: str) -> bool:
    """`Ủy ban nhân dân tỉnh` beside `Ủy ban nhân dân tỉnh Lào Cai`."""
    return (
        body(general).local
        and not body(general).place
        and bool(body(placed).place)
        and fold(placed).startswith(fold(general) + " ")
    )


def _best_ranked(values: Sequence[_Value]) -> dict[str, str]:
    best = min(value.rank for value in values)
    return {value.label: _SAID_BY[best] for value in values if value.rank > best}


def _of_year(year: str | None) -> _Rule:
    def rule(values: Sequence[_Value]) -> dict[str, str]:
        right = {v.label for v in values if year and v.label.startswith(year)}
        return {v.label: f"contrary to the year {year} in the symbol" for v in values if right and v.label not in right}

    return rule


def _written_out(values: Sequence[_Value]) -> dict[str, str]:
    """A kind that stands before the sign, not one that only the sign's code was taken for."""
    any_written = any(value.written_out for value in values)
    return {v.label: "more specific: the kind is written out" for v in values if any_written and not v.written_out}


def _named_by(sign: tuple[str, ...]) -> _Rule:
    names = of_sign(sign)

    def rule(values: Sequence[_Value]) -> dict[str, str]:
        named = {v.label for v in values if len(names) == 1 and (v.label == names[0] or v.label.startswith(names[0] + " "))}
        return {v.label: f"more specific: the symbol's code names {names[0]}" for v in values if named and v.label not in named}

    return rule


def _that_names(name: str) -> _Rule:
    def rule(values: Sequence[_Value]) -> dict[str, str]:
        names = {v.label for v in values if name and fold(name).endswith(fold(v.label))}
        return {v.label: f"more specific: the document goes by the name {name}" for v in values if names and v.label not in names}

    return rule


def _narrower(values: Sequence[_Value]) -> dict[str, str]:
    lost: dict[str, str] = {}
    for narrow in values:
        larger = {fold(name) for name in body(narrow.label).part_of}
        lost |= {v.label: f"more specific: {narrow.label} is part of {v.label}" for v in values if fold(v.label) in larger}
        lost |= {v.label: f"more specific: {narrow.label} names the place" for v in values if _lacks_place(v.label, narrow.label)}
    return lost


def _fuller(values: Sequence[_Value]) -> dict[str, str]:
    labels = sorted(value.label for value in values)
    return {
        short: f"more specific: {full} is the full date"
        for full in labels
        for short in labels
        if full != short and full.startswith(short)
    }


def _more_frequent(values: Sequence[_Value]) -> dict[str, str]:
    most = max(value.sources for value in values)
    sources = "1 source" if most == 1 else f"{most} sources"
    return {v.label: f"more frequent: {sources} against {v.sources}" for v in values if v.sources < most}


def _first(values: Sequence[_Value]) -> dict[str, str]:
    first = min(value.label for value in values)
    return {v.label: f"no reason to prefer either: {first} comes first in the alphabet" for v in values if v.label != first}
