"""What a person decided: that it holds over whatever the sources say, is exchanged as JSON lines, and is told when it is idle."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from evidence import Source, ids, one, resolved, sha256
from hypothesis import given, settings
from hypothesis import strategies as st

from regraph.errors import DataError
from regraph.graph.decisions import Decision, Named, Place, Verb, document, from_line, known_by, to_line
from regraph.graph.ledger import Ledger
from regraph.graph.projection import project
from regraph.graph.resolution import Resolution

Values: TypeAlias = dict[str, Any]
EARLY: Values = {
    "kind": "Quy định",
    "number": "08",
    "symbol": "08-QĐ/TW",
    "issued": "2018-10-25",
    "issuer": "Ban Chấp hành Trung ương",
}
LATE: Values = {"kind": "Quy định", "number": "08", "symbol": "08-QĐ/TW", "issued": "2021-09-01", "issuer": "Bộ Chính trị"}
BARE: Values = {"kind": "Quy định", "number": "08", "symbol": "08-QĐ/TW"}
EARLY_ID, LATE_ID = "08-QĐ/TW@2018-10-25", "08-QĐ/TW@2021-09-01"


def early() -> Source:
    return Source("early.txt").document("d1", **EARLY)


def late() -> Source:
    return Source("late.txt").document("d1", **LATE)


def bare(name: str = "bare.txt") -> Source:
    return Source(name).document("d1", **BARE)


def mentions(*sources: Source, subject: str = "Document:d1") -> Named:
    """What is mentioned in these sources, known by the places alone."""
    said = [s for source in sources for s in source.statements if s.predicate == "mention" and s.subject == subject]
    places = tuple(Place(s.source, s.span.start, s.span.end, s.raw) for s in said)
    return Named("document" if subject.startswith("Document") else "person", "x", (), places)


def known(values: Values, *places: Place) -> Named:
    """The document with these values, known by them."""
    return document("x", values, places, sure=True)


def decided(verb: Verb, *things: Named, at: int = 1, attribute: str | None = None, value: str | None = None) -> Decision:
    return Decision(verb, things, attribute, value, "seen", f"2024-01-{at:02}T00:00:00+00:00")


def rejected(source: Source, predicate: str) -> Decision:
    [said] = [s for s in source.statements if s.predicate == predicate]
    told = (("predicate", predicate), *((("value", said.value),) if said.value else ()))
    return decided("reject", Named("statement", said.id, told, (Place(said.source, said.span.start, said.span.end, said.raw),)))


def parts(resolution: Resolution) -> set[frozenset[str]]:
    """The names of the sources that mention each document."""
    names = {source.sha256: source.names[0] for source in resolution.sources}
    return {frozenset(names[sha] for sha in document.sources) for document in resolution.documents}


def told(*groups: str) -> set[frozenset[str]]:
    """`"early bare"` as the names of the sources of one document."""
    return {frozenset(f"{name}.txt" for name in group.split()) for group in groups}


SAME, APART = decided("same", mentions(bare()), known(EARLY)), decided("not-same", mentions(bare()), known(EARLY), at=2)
BOTH = decided("same", mentions(bare(), bare("two.txt")), known(EARLY))


@pytest.mark.parametrize(
    ("sources", "decisions", "expected"),
    [
        pytest.param([early(), late(), bare()], [], told("early", "late", "bare"), id="nothing decided"),
        pytest.param([early(), late(), bare()], [SAME], told("early bare", "late"), id="same"),
        pytest.param([early(), late(), bare()], [APART], told("early", "late bare"), id="not same: the one left is meant"),
        pytest.param(
            [early(), late(), bare()],
            [decided("not-same", mentions(bare()), known(EARLY)), decided("not-same", mentions(bare()), known(LATE))],
            told("early", "late", "bare"),
            id="neither",
        ),
        pytest.param([early(), bare()], [APART], told("early", "bare"), id="a mention taken out of a document"),
        pytest.param(
            [early(), late(), bare(), bare("two.txt")], [SAME], told("early bare", "late", "two"), id="one of two mentions"
        ),
        pytest.param([early(), late(), bare(), bare("two.txt")], [BOTH], told("early bare two", "late"), id="two mentions"),
        pytest.param([early(), late()], [decided("same", known(EARLY), known(LATE))], told("early late"), id="two documents"),
        pytest.param(
            [early(), late(), bare()],
            [decided("same", known(EARLY), known(LATE))],
            told("early late bare"),
            id="two documents are one, so that a third mention can mean only that",
        ),
        pytest.param(
            [early(), Source("copy.txt").document("d1", **EARLY)],
            [decided("not-same", mentions(early()), mentions(Source("copy.txt").document("d1", **EARLY)))],
            told("early", "copy"),
            id="two mentions with one sign and day",
        ),
        pytest.param(
            [early(), late(), bare(), bare("two.txt")],
            [decided("same", mentions(bare()), mentions(bare("two.txt")))],
            told("early", "late", "bare two"),
            id="both unsure",
        ),
        pytest.param(
            [early(), late(), bare(), bare("two.txt")],
            [decided("same", mentions(bare()), mentions(bare("two.txt"))), decided("same", mentions(bare()), known(LATE))],
            told("early", "late bare two"),
            id="both unsure, one of them known",
        ),
        pytest.param([early(), late(), bare()], [SAME, APART], told("early", "late bare"), id="the later holds: not same"),
        pytest.param(
            [early(), late(), bare()],
            [replace(SAME, decided="2024-02-01"), APART],
            told("early bare", "late"),
            id="the later holds: same",
        ),
        pytest.param(
            [early(), late(), bare(), bare("two.txt")],
            [BOTH, APART],
            told("early two", "late bare"),
            id="a later decision on one of two mentions leaves the other",
        ),
        pytest.param(
            [early(), late(), bare()],
            [decided("same", mentions(bare()), known(LATE), at=3), SAME, decided("not-same", known(EARLY), known(LATE), at=2)],
            told("early", "late bare"),
            id="contrary over three",
        ),
    ],
)
def test_which_documents_are_one(sources: list[Source], decisions: list[Decision], expected: set[frozenset[str]]) -> None:
    assert parts(resolved(*sources, decisions=decisions)) == expected
    assert parts(resolved(*reversed(sources), decisions=list(reversed(decisions)))) == expected


@pytest.mark.parametrize(
    ("sources", "decisions", "hindrances"),
    [
        pytest.param([early(), late(), bare()], [SAME], [None], id="honoured"),
        pytest.param([early(), late()], [SAME], ["finds nothing: no source mentions x as it did"], id="a source is gone"),
        pytest.param([late(), bare()], [SAME], ["finds nothing: no source mentions x as it did"], id="a document is gone"),
        pytest.param(
            [early(), late(), bare()], [SAME, APART], ["overruled by a later decision that keeps them apart", None], id="contrary"
        ),
        pytest.param(
            [early(), late(), bare()],
            [APART, replace(SAME, decided="2024-02-01")],
            ["overruled by a later decision that makes them one", None],
            id="contrary the other way",
        ),
        pytest.param(
            [early(), late(), bare(), bare("two.txt")],
            [BOTH, APART],
            ["overruled in part by a later decision that keeps some of them apart", None],
            id="contrary in part",
        ),
        pytest.param(
            [early()],
            [decided("not-same", mentions(early()), known(EARLY))],
            ["finds nothing to keep apart: both are the same mentions"],
            id="a document and its only mention",
        ),
        pytest.param(
            [late()],
            [decided("choose", known(LATE), attribute="issuer", value="Ban Bí thư")],
            ["finds nothing: no source states Ban Bí thư any more"],
            id="a value that no source states",
        ),
        pytest.param(
            [bare()], [rejected(late(), "issuer")], ["finds nothing: no source says so any more"], id="a statement is gone"
        ),
    ],
)
def test_what_is_not_honoured_is_told(sources: list[Source], decisions: list[Decision], hindrances: list[str | None]) -> None:
    assert [s.hindrance for s in resolved(*sources, decisions=decisions).decisions] == hindrances


def test_a_document_is_found_by_what_tells_it_though_all_files_are_others() -> None:
    other = Source("rewritten.txt").document("x9", "Quy định 08 (2018)", **EARLY)
    asked = resolved(other, late(), bare(), decisions=[SAME])
    assert parts(asked) == told("rewritten bare", "late")


def test_a_mention_is_found_though_other_rules_give_it_another_key_and_more_words() -> None:
    read_anew = Source("bare.txt").document("other", **BARE)
    wider = [replace(s, span=type(s.span)(s.span.start, s.span.end + 9)) for s in read_anew.statements]
    read_anew.statements = wider
    assert parts(resolved(early(), late(), read_anew, decisions=[SAME])) == told("early bare", "late")


def test_a_choice_wins_over_all_values_and_says_why() -> None:
    own = Source("own.txt").about(text_kind="regulation", self_="d1").document("d1", **LATE)
    others = [Source(f"{at}.txt").document("d1", **(LATE | {"issuer": "Ban Bí thư"})) for at in range(2)]
    choice = decided("choose", known(LATE), attribute="issuer", value="BAN BÍ THƯ")
    before, after = resolved(own, *others), resolved(own, *others, decisions=[choice])
    assert (one(before, LATE_ID).value("issuer"), one(after, LATE_ID).value("issuer")) == ("Bộ Chính trị", "Ban Bí thư")
    [conflict] = after.conflicts
    assert (conflict.chosen, conflict.why, conflict.others) == ("Ban Bí thư", "a person decided so: seen", ("Bộ Chính trị",))
    verdicts = {
        (v.verdict, v.why) for id_, v in after.verdicts.items() for s in own.statements if s.id == id_ and s.predicate == "issuer"
    }
    assert verdicts == {("outranked", "a person decided so: seen")}


def test_a_chosen_day_names_the_document() -> None:
    two = Source("two.txt").document("d1", **LATE).say("Document:d1", "issued", "2021-09-10", confidence=0.5)
    choice = decided("choose", known(LATE), attribute="issued", value="2021-09-10")
    assert ids(resolved(two, late(), decisions=[choice])) == ["08-QĐ/TW@2021-09-10"]
    later = replace(choice, value="2021-09-01", decided="2024-02-01T00:00:00+00:00")
    resolution = resolved(two, late(), decisions=[choice, later])
    assert ids(resolution) == [LATE_ID]
    assert [s.hindrance for s in resolution.decisions] == [f"overruled by {later.id}: {later.sentence}", None]


@pytest.mark.parametrize("other_rules", [False, True])
def test_a_rejected_statement_counts_for_nothing_but_is_kept(other_rules: bool) -> None:
    source = early().document("d2", **LATE).relation("d1", "replaces", "d2", quote="thay thế")
    decision = rejected(source, "replaces")
    if other_rules:
        source.statements = [replace(s, id=f"new{s.id[3:]}", rule="other") for s in source.statements]
    resolution = resolved(source, decisions=[decision])
    assert resolution.relations == ()
    [said] = [node for node in project(resolution).nodes if node.properties.get("predicate") == "replaces"]
    assert (said.properties["verdict"], said.properties["why"]) == ("rejected", "a person decided so: seen")


def person(source: Source) -> Named:
    return mentions(source, subject="Person:Trương Thị Mai")


SECRETARY = "Trương Thị Mai (Bí thư, Tỉnh ủy Lào Cai)"
MAI = Source("one.txt").holds("Trương Thị Mai", "Bí thư", body="Tỉnh ủy Lào Cai")
OTHER_MAI = Source("other.txt").holds("Trương Thị Mai", "Chủ tịch")
MAI_TOO = Source("too.txt").holds("Trương Thị Mai", "Bí thư", body="Tỉnh ủy Lào Cai")


@pytest.mark.parametrize(
    ("sources", "decisions", "expected"),
    [
        ([MAI, OTHER_MAI], [decided("same", person(MAI), person(OTHER_MAI))], ["Trương Thị Mai"]),
        ([MAI, MAI_TOO], [], ["Trương Thị Mai"]),
        (
            [MAI, MAI_TOO],
            [decided("not-same", person(MAI), person(MAI_TOO))],
            [SECRETARY, f"{SECRETARY}~{max(sha256(s.name) for s in (MAI, MAI_TOO))[:8]}"],
        ),
    ],
)  # fmt: skip
def test_which_persons_are_one(sources: list[Source], decisions: list[Decision], expected: list[str]) -> None:
    resolution = resolved(*sources, decisions=decisions)
    assert [found.id for found in resolution.people] == expected
    assert [s.hindrance for s in resolution.decisions] == [None] * len(decisions)


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (
            {"symbol": "96-QĐ/TW", "kind": "Quy định", "issued": "2023-02-02", "issuer": "Bộ Chính trị"},
            {"symbol", "kind", "issued"},
        ),
        ({"symbol": "96-QĐ/TW", "kind": "Quy định", "issued": "2023"}, set()),
        ({"symbol": "96-QĐ/TW", "kind": "Quy định"}, set()),
        ({"symbol": "30/2020/NĐ-CP", "kind": "Nghị định"}, {"symbol", "kind"}),
        ({"symbol": "05/2020/QĐ-UBND", "issued": "2020-03-01"}, set()),
        ({"symbol": "05/2020/QĐ-UBND", "issued": "2020-03-01", "issuer": "UBND tỉnh Lào Cai"}, {"symbol", "issued", "issuer"}),
        ({"number": "96", "kind": "Quy định", "issued": "2023-02-02"}, set()),
        (
            {"number": "96", "kind": "Quy định", "issued": "2023-02-02", "issuer": "Bộ Chính trị"},
            {"number", "kind", "issued", "issuer"},
        ),
        ({"kind": "Luật", "title": "Đất đai", "issued": "2024"}, set()),
    ],
)
def test_what_tells_a_document_from_all_others(values: dict[str, str | None], names: set[str]) -> None:
    assert {name for name, _ in known_by(values)} == names


# The ledger and the file


@pytest.fixture
def ledger(tmp_path: Path) -> Any:
    with Ledger.open(tmp_path / "ledger.sqlite", write=True) as opened:
        yield opened


def test_decisions_are_kept_in_order_and_what_was_decided_when_can_be_seen(ledger: Ledger) -> None:
    assert ledger.decide([APART, SAME]) == 2
    assert ledger.decisions() == (SAME, APART)
    then = datetime.now(UTC)
    generation = ledger.generation()
    ledger.undo(APART.id)
    assert ledger.decisions() == (SAME,)
    assert ledger.generation() != generation
    assert ledger.evidence(then).decisions == (SAME, APART)


def test_the_same_decision_again_adds_nothing_unless_it_is_made_later(ledger: Ledger) -> None:
    ledger.decide([SAME, APART])
    generation = ledger.generation()
    assert ledger.decide([SAME, APART]) == 0
    assert ledger.generation() == generation
    again = replace(SAME, why="again", decided="2024-03-01T00:00:00+00:00")
    assert ledger.decide([again]) == 1
    assert ledger.decisions() == (APART, again)
    assert ledger.decide([SAME]) == 0


@pytest.mark.parametrize(
    "decision", [SAME, APART, rejected(late(), "issuer"), decided("choose", known(LATE), attribute="issuer", value="Ban Bí thư")]
)
def test_a_line_tells_the_whole_decision(decision: Decision) -> None:
    assert from_line(to_line(decision)) == decision


def test_who_decides_the_same_decides_one_thing() -> None:
    assert replace(SAME, why=None, decided="2025-01-01").id == SAME.id
    assert replace(SAME, things=SAME.things[::-1]).id == SAME.id
    assert APART.id != SAME.id


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("same A B", "it is not JSON"),
        ("[]", "verb is missing"),
        ('{"verb": "merge"}', "there is no verb 'merge'"),
        ('{"verb": "same"}', "things is missing"),
        ('{"verb": "same", "things": []}', "same takes 2 things, not 0"),
        ('{"verb": "choose", "things": [{"body": "x", "mentions": []}]}', "a thing is a document, a person or a statement"),
        ('{"verb": "choose", "things": [{"document": "x", "mentions": []}]}', "nothing finds the document again"),
        ('{"verb": "choose", "things": [{"document": "x", "mentions": [{"source": "a", "start": "1"}]}]}',
         "start is not of the right type"),
        (to_line(SAME).replace("2024-01-01T00:00:00+00:00", "yesterday"), "'yesterday' is no moment"),
        (to_line(decided("choose", known(LATE), attribute="colour", value="red")), "there is no attribute 'colour'"),
    ],
)  # fmt: skip
def test_a_line_that_tells_no_decision_is_told(line: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        from_line(line)


NAMED = st.sampled_from(
    [mentions(bare()), mentions(bare("two.txt")), mentions(bare(), bare("two.txt")), known(EARLY), known(LATE)]
)
MADE = st.builds(
    lambda verb, a, b, at: decided(verb, a, b, at=at), st.sampled_from(["same", "not-same"]), NAMED, NAMED, st.integers(1, 9)
)


@settings(max_examples=150, deadline=None)
@given(st.lists(MADE, max_size=6, unique_by=lambda d: d.id), st.randoms(use_true_random=False))
def test_decisions_in_any_order_give_one_graph_and_the_latest_always_holds(made: list[Decision], chance: random.Random) -> None:
    sources = [early(), late(), bare(), bare("two.txt")]
    first = resolved(*sources, decisions=made)
    chance.shuffle(made)
    chance.shuffle(sources)
    second = resolved(*sources, decisions=made)
    assert (second.documents, second.decisions) == (first.documents, first.decisions)
    things = {thing for document in first.documents for thing in [document.id]}
    assert set(first.documents_of.values()) == things
    if made:
        assert not (first.decisions[-1].hindrance or "").startswith("overruled")
