"""When documents and provisions begin to be in force, as stated or as assumed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regraph.graph.claims import Claims, Stated
from regraph.graph.comparison import sign_parts, sign_year
from regraph.graph.courses import Reason, Start
from regraph.graph.days import UNKNOWN, Day, known
from regraph.graph.effect_rules import deciding


def start_of(told: Claims) -> Start:
    """The start of a whole document: the day stated, else that of its issue, else the year in its sign.

    >>> start_of(claims_of_262).day.exact  # doctest: +SKIP
    '2014-10-08'
    """
    choices = told.document.choices
    rule = deciding("start.assumed", told.order)
    assumed = rule.id if rule else "start.unknown"
    if (stated := choices.get("effective_from")) and known(stated.value) != UNKNOWN:
        day, says, doubt = known(stated.value), f"its first day is stated: {stated.value}", "start.unknown"
        if stated.others and stated.why.startswith("no reason to prefer"):
            days = [day, *map(known, stated.others)]
            day = Day(min(d.earliest or "" for d in days), max(d.latest or "" for d in days))
            doubt = "dates.contrary"
        differ = f"; {', '.join(stated.others)} is stated too ({stated.why})" if stated.others else ""
        reason = Reason("start.stated", says + differ, stated.statements)
        return Start(day, "stated", reason, replace(reason, rule=doubt))
    if (issued := choices.get("issued")) and told.issued != UNKNOWN:
        reason = Reason(assumed, f"its first day is not stated; it was issued on {issued.value}", issued.statements)
        return Start(told.issued, "assumed: issue date", reason, replace(reason, rule="start.unknown"))
    symbol = choices.get("symbol")
    year = sign_year(sign_parts(symbol.value)) if symbol else None
    reason = Reason("start.unknown", "its first day is not known", ())
    if symbol and year:
        in_year = Reason(assumed, f"its sign is of the year {year}", symbol.statements)
        return Start(known(year), "assumed: the year in its sign", in_year, replace(in_year, rule="start.unknown"))
    return Start(UNKNOWN, None, reason, reason)


def stated_start(stated: Sequence[Stated]) -> Start:
    """The start of a provision; where sources differ, what lies between their days is not known."""
    day = Day(min(told.day.earliest or "" for told in stated), max(told.day.latest or "" for told in stated))
    values = " or ".join(sorted({told.value for told in stated}))
    reason = Reason(
        "start.stated", f"its first day is stated: {values}", tuple(sorted({s for told in stated for s in told.statements}))
    )
    doubt = "dates.contrary" if len(stated) > 1 else "start.unknown"
    return Start(day, "stated", reason, replace(reason, rule=doubt))
