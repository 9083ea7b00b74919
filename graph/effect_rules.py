"""The rules of effect of `effect_rules.toml`: which one decides a question on a day."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias, cast, get_args

from regraph.graph.orders import Order

Status: TypeAlias = Literal[
    "in_force", "not_yet", "ended", "suspended", "partly", "continues_if_not_contrary", "unknown"
]  # fmt: skip
STATUSES: tuple[Status, ...] = get_args(Status)
HOLDING: tuple[Status, ...] = ("in_force", "partly", "continues_if_not_contrary")
"""What a document that is to be followed may be, in part or as far as it is not contrary to a later one."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the question that it ``decides``, its ``answer``, the rule in a sentence, and the law that it stands in.

    ``of`` tells whose documents it is about, ``bodies`` whether of central or local ones, None of both; ``since`` and ``until``
    are its first and last day, ``causes`` the ways of ending it is about, ``days`` a least number of days.
    """

    id: str
    decides: str
    of: Literal["party", "state", "neither", "both"]
    bodies: Literal["central", "local"] | None
    since: str | None
    until: str | None
    causes: tuple[str, ...]
    days: int
    answer: Status
    says: str
    source: str

    def holds(self, order: Order, day: str | None, cause: str | None) -> bool:
        """Whether it is about documents of this ``order``, on this day, when one ends by this ``cause``."""
        return (
            self.of in ("both", order.side)
            and self.bodies in (None, "local" if order.local else "central")
            and (not self.causes or cause in self.causes)
            and (not self.since or (day or "") >= self.since)
            and (not self.until or (day or "") <= self.until)
        )


def deciding(question: str, order: Order, day: str | None = None, cause: str | None = None) -> Rule | None:
    """The rule that decides a question about a document of this order on a day, None when there was none.

    >>> from regraph.graph.orders import Order
    >>> deciding("guidance", Order("state", legal=True, local=False), "2018-01-01", "replaced").id
    'guidance.2015'
    """
    return next((rule for rule in _deciding()[question] if rule.holds(order, day, cause)), None)


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its id, in the order of the file."""
    table = tomllib.loads(files("regraph.graph").joinpath("effect_rules.toml").read_text(encoding="utf-8"))
    found = (
        Rule(
            id=row["id"],
            decides=row["decides"],
            of=row["of"],
            bodies=row.get("bodies"),
            since=row["since"].isoformat() if "since" in row else None,
            until=row["until"].isoformat() if "until" in row else None,
            causes=tuple(row.get("causes", ())),
            days=row.get("days", 0),
            answer=cast(Status, row["answer"]),
            says=row["says"],
            source=row["source"],
        )
        for row in table["rule"]
    )
    return {rule.id: rule for rule in found}


@cache
def _deciding() -> Mapping[str, tuple[Rule, ...]]:
    questions = dict.fromkeys(rule.decides for rule in rules().values())
    return {question: tuple(rule for rule in rules().values() if rule.decides == question) for question in questions}
