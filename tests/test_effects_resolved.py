"""Suspensions, conditions and general repeals of several sources, by document."""

from __future__ import annotations

from dataclasses import replace

from evidence import Source, one, resolved

from regraph.graph.effects import Effects


def source(name: str) -> Source:
    return Source(name).document("d1", kind="Thông tư", symbol="31/2022/TT-BTC", issued="2022-06-08")


def found(*sources: Source) -> Effects:
    return one(resolved(*sources), "31/2022/TT-BTC@2022-06-08").effects


def test_a_suspension_has_both_its_days_and_all_who_state_it() -> None:
    told = [
        source(name).say("Document:d1", "suspended_from", "2022-12-01").say("Document:d1", "suspended_to", "2022-12-29")
        for name in ("a.txt", "b.txt")
    ]
    for each in told:
        each.statements[-1] = replace(each.statements[-1], span=each.statements[-2].span)
    (suspension,) = found(*told).suspensions
    assert (suspension.part, suspension.begins, suspension.ends, suspension.until) == (None, "2022-12-01", "2022-12-29", None)
    assert len(suspension.statements) == 4


def test_a_condition_is_kept_in_its_words() -> None:
    told = source("a.txt").effect("d1", "effective_until", "có quy định mới", part="Điều 3")
    (condition,) = found(told).until
    assert (condition.part, condition.until) == ("Điều 3", "có quy định mới")


def test_a_general_repeal_is_kept_with_the_document() -> None:
    told = source("a.txt").effect("d1", "residual_repeal", "contrary", modality="enacted")
    assert [statement.value for statement in found(told).residual] == ["contrary"]


def test_what_is_planned_counts_for_nothing() -> None:
    assert found(source("a.txt").effect("d1", "suspended_from", "2022-12-01", modality="planned")) == Effects()
