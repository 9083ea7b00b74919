"""When documents and provisions begin to be in force, as stated or as assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from regraph.graph.claims import Claims, Stated, statements_of
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
        day, says, contrary = known(stated.value), f"its first day is stated: {stated.value}", False
        if stated.others and stated.why.startswith("no reason to prefer"):
            day, contrary = _between(day, *map(known, stated.others)), True
        differ = f"; {', '.join(stated.others)} is stated too ({stated.why})" if stated.others else ""
        reason = Reason("start.stated", says + differ, stated.statements)
        return Start(day, "stated", reason, replace(reason, rule="dates.contrary" if contrary else "start.unknown"), day.exact)
    if (issued := choices.get("issued")) and told.issued != UNKNOWN:
        says = f"its first day is not stated; it was issued on {issued.value}"
        reason = Reason(assumed, says, issued.statements)
        first, doubt = told.issued, replace(reason, rule="start.unknown")
        if least := deciding("start.least", told.order, first.latest) if told.order.legal else None:
            first = Day(first.earliest, first.moved(least.days).latest)
            doubt = replace(reason, rule=least.id, says=f"{says}, and may take effect {least.days} days later")
        return Start(first, "assumed: issue date", reason, doubt, told.issued.exact)
    symbol = choices.get("symbol")
    year = sign_year(sign_parts(symbol.value)) if symbol else None
    reason = Reason("start.unknown", "its first day is not known", ())
    if symbol and year:
        in_year = Reason(assumed, f"its sign is of the year {year}", symbol.statements)
        return Start(known(year), "assumed: the year in its sign", in_year, replace(in_year, rule="start.unknown"))
    return Start(UNKNOWN, None, reason, reason)


def with_parents(start: Start, told: Claims, starts: Mapping[str, Start], claims: Mapping[str, Claims]) -> Start:
    """The start of guidance, which if it is assumed may be as late as that of the documents that it guides."""
    together = deciding("start.with-parent", told.order, start.day.latest)
    if together is None or not told.order.legal or start.basis is None or not start.basis.startswith("assumed"):
        return start
    later = start
    for act in told.guides:
        parent = starts[act.target]
        older = not told.issued.surely_before(claims[act.target].issued)
        if older and parent.basis == "stated" and (parent.day.latest or "") > (later.day.latest or "9999"):
            says = f"it guides {act.target}, which takes effect on {parent.day.exact or 'a later day'}"
            doubt = Reason(together.id, says, statements_of([act]), ((act.target, parent.day.latest),))
            later = replace(later, day=Day(start.day.earliest, parent.day.latest), doubt=doubt)
    return later


def stated_start(stated: Sequence[Stated]) -> Start:
    """The start of a provision; where sources differ, what lies between their days is not known."""
    day = _between(*(told.day for told in stated))
    values = " or ".join(sorted({told.value for told in stated}))
    reason = Reason(
        "start.stated", f"its first day is stated: {values}", tuple(sorted({s for told in stated for s in told.statements}))
    )
    doubt = "dates.contrary" if len(stated) > 1 else "start.unknown"
    return Start(day, "stated", reason, replace(reason, rule=doubt))


def _between(*days: Day) -> Day:
    """Any day that one of the known days may be."""
    return Day(min(filter(None, (day.earliest for day in days))), max(filter(None, (day.latest for day in days))))
