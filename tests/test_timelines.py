"""What holds of every timeline, whatever sources say."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from itertools import pairwise

from evidence import Source, resolved
from hypothesis import given, settings
from hypothesis import strategies as st

from regraph.graph.days import after
from regraph.graph.effect_rules import rules
from regraph.graph.validity import Timeline, timelines

SIGNS = {
    "A": ("Luật", "20/2008/QH12"),
    "B": ("Luật", "72/2020/QH14"),
    "C": ("Nghị định", "31/2009/NĐ-CP"),
    "D": ("Thông tư", "12/2010/TT-BTC"),
    "E": ("Quy định", "262-QĐ/TW"),
    "F": ("Hướng dẫn", "05-HD/BTCTW"),
}
PARTS = [None, "Điều 5", "khoản 2 Điều 5", "các quy định về phí"]
VERBS = ["replaces", "repeals", "amends", "guides", "suspends", "extends"]
PREDICATES = ["effective_from", "effective_to", "suspended_from", "suspended_to", "suspended_until", "effective_until"]
DAYS = st.dates(date(2005, 1, 1), date(2027, 12, 31)).map(date.isoformat)


@st.composite
def sources(draw: st.DrawFn) -> list[Source]:
    """One to three articles, each on some of six documents, with what they do to each other and days of effect."""
    issued = {key: draw(st.one_of(DAYS, DAYS.map(lambda day: day[:4]))) for key in SIGNS}
    found = []
    for number in range(draw(st.integers(1, 3))):
        source = Source(f"{number}.txt")
        for key, (kind, sign) in SIGNS.items():
            source.document(key, kind=kind, symbol=sign, issued=issued[key])
        for _ in range(draw(st.integers(0, 6))):
            actor, target = draw(st.permutations(list(SIGNS)))[:2]
            part = draw(st.sampled_from(PARTS))
            said = {"to_part": part} if part else {}
            partly = {"partly": "yes"} if draw(st.booleans()) else {}
            verb = draw(st.sampled_from(VERBS))
            source.say(f"Document:{actor}", verb, None, f"Document:{target}", qualifiers=said | partly)
        for _ in range(draw(st.integers(0, 4))):
            part, predicate = draw(st.sampled_from(PARTS)), draw(st.sampled_from(PREDICATES))
            value = "có quy định mới" if predicate.endswith("until") else draw(DAYS)
            key, rule = draw(st.sampled_from(list(SIGNS))), draw(st.sampled_from(["test", "effect.extended"]))
            source.say(f"Document:{key}", predicate, value, qualifiers={"part": part} if part else {}, rule=rule)
        found.append(source)
    return found


def lives(said: list[Source]) -> dict[str, Timeline]:
    return timelines(resolved(*said))


@settings(deadline=None, max_examples=200)
@given(sources())
def test_periods_follow_each_other_without_gaps_and_change_only_at_their_bounds(said: list[Source]) -> None:
    for life in lives(said).values():
        for periods in (life.periods, *life.parts.values()):
            assert periods[0].first is None
            assert periods[-1].last is None
            assert periods[0].previous is None
            for one, next_one in pairwise(periods):
                assert one.last is not None
                assert next_one.first == after(one.last)
                assert next_one.previous == one.status
                assert (one.status, one.reasons) != (next_one.status, next_one.reasons)


@settings(deadline=None, max_examples=200)
@given(sources())
def test_bounds_are_days_that_something_said_tells_of(said: list[Source]) -> None:
    values = [s.value or "" for source in said for s in source.statements]
    signs = [sign for _, sign in SIGNS.values()]
    years = {year for text in [*values, *signs] for year in re.findall(r"(?:19|20)\d\d", text)}
    told = {value for value in values if re.fullmatch(r"\d{4}-\d\d-\d\d", value)}
    told |= {f"{year}-{day}" for year in years for day in ("01-01", "12-31")}
    least = {rule.days for rule in rules().values()}
    bounds = {
        (date.fromisoformat(day) + timedelta(days=days + more)).isoformat() for day in told for days in least for more in (0, 1)
    }
    for life in lives(said).values():
        for periods in (life.periods, *life.parts.values()):
            assert {period.first for period in periods[1:]} <= bounds


@settings(deadline=None, max_examples=200)
@given(sources())
def test_what_is_ended_stays_so_and_was_not_yet_in_force_only_before_all_else(said: list[Source]) -> None:
    for life in lives(said).values():
        statuses = [period.status for period in life.periods]
        if "ended" in statuses:
            assert set(statuses[statuses.index("ended") :]) == {"ended"}
        others = [status not in ("not_yet", "partly") for status in statuses]
        if any(others):
            assert "not_yet" not in statuses[others.index(True) :]


@settings(deadline=None, max_examples=100)
@given(sources(), st.randoms())
def test_the_order_of_the_sources_changes_no_answer(said: list[Source], chance: random.Random) -> None:
    expected = lives(said)
    chance.shuffle(said)
    assert lives(said) == expected


@settings(deadline=None, max_examples=100)
@given(sources())
def test_an_unrelated_source_changes_no_answer(said: list[Source]) -> None:
    expected = lives(said)
    other = Source("other.txt").document("X", kind="Thông tư", symbol="99/2019/TT-BYT", issued="2019-09-09")
    other.document("Y", kind="Thông tư", symbol="98/2012/TT-BYT", issued="2012-09-09").relation("X", "replaces", "Y")
    found = lives([*said, other])
    assert {id_: life for id_, life in found.items() if id_ in expected} == expected
