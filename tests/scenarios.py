"""A table of truth: a few documents, what sources say of them, and for each question the answer and the rule that gives it.

Documents: `A: Quy định 262-QĐ/TW 2014-10-08`, kind, sign and day (or year, or `?`) of issue. Facts, one a line:

    B replaces A               A from 2015-01-01              A suspended 2020-01-01 to 2020-03-31
    B repeals A: Điều 5        A: Điều 5 from 2016-01-01      A suspended 2020-01-01 until có quy định mới
    B repeals some of A        A to 2020-12-31                A extended to 2022-12-31
    B guides A                 A until có văn bản thay thế    A extended until có quy định mới

In front may stand who says so: `news2:` another article, `plan:` one that speaks of plans, `own A:` the text of A itself, `registry:` a registry,
`page:` page furniture. A question is a document, or one of its provisions, and a day; `rule` is empty where any will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from evidence import Source, resolved

from regraph.graph.resolution import Resolution
from regraph.model import Edge, Graph, Modality, Node, Span, ZoneKind

PERIODS = {"suspended", "effective"}
FACT = re.compile(
    r"(?P<doc>[A-Z])(?:: (?P<part>[^:]+?))?"
    r" (?:(?P<verb>replaces|repeals|amends|guides|suspends|extends|follows)(?P<some> some of)? (?P<target>[A-Z])(?:: (?P<of>.+))?"
    r"|(?P<suspended>suspended )?(?P<extended>extended )?(?:(?P<first>from )?(?P<from>\d[\d-]+)\s?)?(?:to (?P<to>[\d-]+))?(?:until (?P<until>.+))?)"
)
SAYS = re.compile(r"(?:(?P<who>news2|plan|registry|page|own (?P<self>[A-Z])): )?(?P<fact>.+)")


@dataclass(frozen=True)
class Scenario:
    """A case of the table: ``asked`` gives for each question the status, and the rule if it is told."""

    name: str
    documents: tuple[str, ...]
    facts: tuple[str, ...]
    asked: Mapping[str, str]

    def sources(self) -> list[Source]:
        """The sources that say what the facts say."""
        found: dict[str, Source] = {}
        spans: dict[str, int] = {}
        for line in ("", *self.facts):
            said = SAYS.fullmatch(line or "_")
            assert said, line
            who = said["who"] or "news"
            if who not in found:
                found[who] = self._source(who, said["self"])
            if line:
                spans[who] = spans.get(who, 1000) + 10
                _say(found[who], said["fact"], who, spans[who])
        return list(found.values())

    def resolution(self) -> Resolution:
        """All sources together."""
        return resolved(*self.sources())

    def ids(self) -> dict[str, str]:
        """The id of each document by its letter."""
        return {letter: _id(sign, day) for letter, _, sign, day in self._written()}

    def questions(self) -> Iterator[tuple[str, str | None, str, str, str | None]]:
        """Letter, provision, day, status and rule of each question."""
        for question, answer in self.asked.items():
            what, day = question.rsplit(" ", 1)
            letter, _, part = what.partition(": ")
            status, _, rule = answer.partition(" ")
            yield letter, part or None, day, status, rule or None

    def _written(self) -> Iterator[tuple[str, str, str, str]]:
        for line in self.documents:
            letter, told = line.split(": ", 1)
            kind, sign, day = told.rsplit(" ", 2)
            yield letter, kind, sign, day

    def _source(self, who: str, self_: str | None) -> Source:
        source = Source(f"{self.name}/{who}")
        if who == "registry":
            source.about(text_kind="registry")
        if self_:
            source.about(text_kind="regulation", self_=self_)
        for letter, kind, sign, day in self._written():
            dated: dict[str, Any] = {} if day == "?" else {"issued": day}
            source.document(letter, kind=kind, symbol=sign, **dated)
        return source


def _id(sign: str, day: str) -> str:
    return sign if day == "?" else f"{sign}@{day}"


def _say(source: Source, fact: str, who: str, at: int) -> None:
    told = FACT.fullmatch(fact)
    assert told, fact
    modality: Modality = "planned" if who == "plan" else "enacted" if who.startswith("own") else "reported"
    zone: ZoneKind = "boilerplate" if who == "page" else "main"
    if told["verb"]:
        parts = {"to_part": told["of"]} if told["of"] else {}
        parts |= {"partly": "yes"} if told["some"] else {}
        source.relation(told["doc"], told["verb"], told["target"], modality=modality, zone=zone, span=Span(at, at + 5), **parts)
        return
    state = "suspended" if told["suspended"] else "effective"
    rule = "effect.extended" if told["extended"] else "test"
    parts = {"part": told["part"]} if told["part"] else {}
    for bound in ("from", "to", "until"):
        if told[bound]:
            source.say(
                f"Document:{told['doc']}", f"{state}_{bound}", told[bound], zone=zone, modality=modality, qualifiers=parts, rule=rule,
                span=Span(at, at + 5),
            )  # fmt: skip


def prefixed(graph: Graph, prefix: str) -> Graph:
    """The graph with other ids, so that graphs of several scenarios stand in one store."""

    def node(one: Node) -> Node:
        told = dict(one.properties)
        for name in ("document",):
            if isinstance(told.get(name), str) and one.label == "Period":
                told[name] = f"{prefix}{told[name]}"
        if one.label == "Period":
            told["statements"] = [f"{prefix}{statement}" for statement in told["statements"]]  # type: ignore[union-attr]
        return replace(one, id=prefix + one.id, properties=told)

    def edge(one: Edge) -> Edge:
        return replace(one, source=prefix + one.source, target=prefix + one.target)

    return Graph(tuple(map(node, graph.nodes)), tuple(map(edge, graph.edges)))


OLD, NEW = "A: Quy định 262-QĐ/TW 2014-10-08", "B: Quy định 96-QĐ/TW 2023-02-02"
LAW = "A: Luật 20/2008/QH12 2008-11-13"
PARTY, STATE = "start.signed.party", "start.signed.state"
SCENARIOS = [
    # Starts
    Scenario("no day stated", (OLD,), (), {
        "A 2014-10-07": f"not_yet {PARTY}", "A 2014-10-08": f"in_force {PARTY}", "A 2026-01-01": f"in_force {PARTY}"}),
    Scenario("its first day is stated", (OLD,), ("A from 2015-01-01",), {
        "A 2014-12-31": "not_yet start.stated", "A 2015-01-01": "in_force start.stated"}),
    Scenario("in force before it was issued, as stated", (OLD,), ("A from 2014-06-01",), {
        "A 2014-05-31": "not_yet start.stated", "A 2014-06-01": "in_force start.stated"}),
    Scenario("issued in a year", ("A: Quy định 262-QĐ/TW 2014",), (), {
        "A 2013-12-31": f"not_yet {PARTY}", "A 2014-06-01": "unknown start.unknown", "A 2014-12-31": f"in_force {PARTY}"}),
    Scenario("the year stands in its sign alone", ("A: Thông tư 31/2012/TT-BTC ?",), (), {
        "A 2011-12-31": f"not_yet {STATE}", "A 2012-06-01": "unknown start.unknown", "A 2013-03-01": f"in_force {STATE}"}),
    Scenario("no day at all", ("A: Quy định 262-QĐ/TW ?",), (), {
        "A 1990-01-01": "unknown start.unknown", "A 2026-01-01": "unknown start.unknown"}),
    Scenario("a legal document without stated day in its first weeks", ("A: Thông tư 31/2022/TT-BTC 2022-06-08",), (), {
        "A 2022-06-07": f"not_yet {STATE}", "A 2022-06-08": "unknown start.least.2015", "A 2022-07-22": "unknown start.least.2015",
        "A 2022-07-23": f"in_force {STATE}"}),
    Scenario("one under the law of 2008", ("A: Thông tư 31/2012/TT-BTC 2012-06-08",), (), {
        "A 2012-06-08": "unknown start.least.2008", "A 2012-07-23": f"in_force {STATE}"}),
    Scenario("one under the law of 2025", ("A: Thông tư 31/2025/TT-BTC 2025-06-08",), (), {
        "A 2025-07-22": "unknown start.least.2025", "A 2025-07-23": f"in_force {STATE}"}),
    Scenario("one of a province", ("A: Quyết định 05/2020/QĐ-UBND 2020-03-01",), (), {
        "A 2020-03-10": "unknown start.least.2015.local", "A 2020-03-11": f"in_force {STATE}"}),
    Scenario("one of a province under the law of 2025", ("A: Quyết định 05/2025/QĐ-UBND 2025-05-01",), (), {
        "A 2025-05-10": "unknown start.least.2025.local", "A 2025-05-11": f"in_force {STATE}"}),
    Scenario("an administrative decision has no such weeks", ("A: Quyết định 439/QĐ-TTg 2020-03-01",), (), {
        "A 2020-03-01": f"in_force {STATE}"}),
    Scenario("of neither side", ("A: Quy định 262 2014-10-08",), (), {"A 2014-10-08": "in_force start.signed"}),
    Scenario("sources of equal weight differ on the first day", (OLD,), ("A from 2015-01-01", "news2: A from 2015-02-01"), {
        "A 2014-12-31": "not_yet start.stated", "A 2015-01-15": "unknown dates.contrary", "A 2015-02-01": "in_force start.stated"}),
    Scenario("its own text goes before an article", (OLD,), ("own A: A from 2015-01-01", "news2: A from 2015-02-01"), {
        "A 2014-12-31": "not_yet", "A 2015-01-15": "in_force start.stated"}),
    Scenario("a registry goes before articles", (OLD,), ("registry: A from 2015-01-01", "A from 2027-02-01", "news2: A from 2027-02-01"), {
        "A 2015-01-15": "in_force start.stated", "A 2014-12-31": "not_yet"}),
    Scenario("what is planned begins nothing", (OLD,), ("plan: A from 2030-01-01",), {"A 2020-01-01": f"in_force {PARTY}"}),
    Scenario("a part begins later", (OLD,), ("A from 2015-01-01", "A: Điều 5 from 2016-01-01"), {
        "A 2014-06-01": "not_yet", "A 2015-06-01": "partly part.not-in-force", "A: Điều 5 2015-06-01": "not_yet start.stated",
        "A: Điều 5 2016-01-01": "in_force start.stated", "A 2016-01-01": "in_force start.stated"}),
    Scenario("a part begins earlier", (OLD,), ("A from 2015-01-01", "A: Điều 5 from 2014-11-01"), {
        "A 2014-10-31": "not_yet", "A 2014-11-01": "partly part.in-force", "A: Điều 5 2014-11-01": "in_force start.stated",
        "A 2015-01-01": "in_force start.stated"}),
    Scenario("sources differ on the day of a part", (OLD,), ("A: Điều 5 from 2015-01-01", "news2: A: Điều 5 from 2015-03-01"), {
        "A: Điều 5 2015-02-01": "unknown dates.contrary", "A 2015-02-01": "partly part.not-in-force", "A 2015-03-01": "in_force"}),
    # Ends
    Scenario("replaced", (OLD, NEW), ("B replaces A",), {
        "A 2023-02-01": f"in_force {PARTY}", "A 2023-02-02": "ended end.replaced.party", "B 2023-02-02": f"in_force {PARTY}"}),
    Scenario("replaced from the day the new one takes effect", (OLD, NEW), ("B replaces A", "B from 2023-03-01"), {
        "A 2023-02-28": "in_force", "A 2023-03-01": "ended end.replaced.party", "B 2023-02-28": "not_yet start.stated"}),
    Scenario("repealed", (OLD, NEW), ("B repeals A",), {"A 2023-02-01": "in_force", "A 2023-02-02": "ended end.repealed.party"}),
    Scenario("a law is replaced", (LAW, "B: Luật 72/2020/QH14 2020-11-17"), ("A from 2009-07-01", "B from 2022-01-01", "B replaces A"), {
        "A 2009-06-30": "not_yet start.stated", "A 2021-12-31": "in_force start.stated", "A 2022-01-01": "ended end.replaced.state"}),
    Scenario("repealed by an administrative decision", ("A: Thông tư 31/2012/TT-BTC 2012-06-08", "B: Quyết định 439/QĐ-BTC 2020-03-01"), (
        "A from 2012-08-01", "B repeals A"), {"A 2020-02-29": "in_force", "A 2020-03-01": "ended end.repealed.state"}),
    Scenario("of neither side, replaced", ("A: Quy định 262 2014-10-08", "B: Quy định 96 2023-02-02"), ("B replaces A",), {
        "A 2023-02-02": "ended end.replaced"}),
    Scenario("of neither side, repealed", ("A: Quy định 262 2014-10-08", "B: Quy định 96 2023-02-02"), ("B repeals A",), {
        "A 2023-02-02": "ended end.repealed"}),
    Scenario("its last day is stated", (OLD,), ("A to 2020-12-31",), {
        "A 2020-12-31": "in_force", "A 2021-01-01": "ended end.stated"}),
    Scenario("its last day is known to the year", (OLD,), ("A to 2020",), {
        "A 2019-12-31": "in_force", "A 2020-06-01": "unknown end.stated", "A 2021-01-01": "ended end.stated"}),
    Scenario("a stated end before a replacement", (OLD, NEW), ("A to 2020-12-31", "B replaces A"), {"A 2021-01-01": "ended end.stated"}),
    Scenario("a replacement before the stated end", (OLD, NEW), ("A to 2030-12-31", "B replaces A"), {
        "A 2023-02-02": "ended end.replaced.party"}),
    Scenario("its last day told beside what repeals it, whose first day is not stated", (
        "A: Thông tư 14/2015/TT-BYT 2015-06-25", "B: Thông tư 26/2023/TT-BYT 2023-12-29"), ("A to 2024-03-14", "B repeals A"), {
        "A 2024-01-15": "in_force", "A 2024-03-14": "in_force", "A 2024-03-15": "ended end.repealed.state"}),
    Scenario("its last day told elsewhere than what repeals it", (
        "A: Thông tư 14/2015/TT-BYT 2015-06-25", "B: Thông tư 26/2023/TT-BYT 2023-12-29"), ("own A: A to 2030-12-31", "B repeals A"), {
        "A 2024-01-15": "unknown end.unknown", "A 2024-03-15": "ended end.repealed.state"}),
    Scenario("replaced before it began", (
        "A: Luật 20/2008/QH12 2008-11-13", "B: Luật 21/2009/QH12 2009-03-01"), ("A from 2010-01-01", "B from 2009-06-01", "B replaces A"), {
        "A 2009-05-31": "not_yet", "A 2009-06-01": "ended end.replaced.state", "A 2010-01-01": "ended end.replaced.state"}),
    Scenario("what never began ends nothing", (
        "A: Luật 20/2008/QH12 2008-11-13", "B: Luật 21/2009/QH12 2009-03-01", "C: Luật 22/2009/QH12 2009-04-01"), (
        "A from 2009-01-01", "B from 2010-01-01", "C from 2009-06-01", "B replaces A", "C repeals B"), {
        "A 2011-01-01": "in_force start.stated", "B 2011-01-01": "ended end.repealed.state"}),
    Scenario("two replacers", (OLD, NEW, "C: Quy định 300-QĐ/TW 2020-06-01"), ("B replaces A", "C replaces A"), {
        "A 2020-05-31": "in_force", "A 2020-06-01": "ended end.replaced.party"}),
    Scenario("two replaced by one", (OLD, "B: Quy định 07-QĐi/TW 2018-08-28", "C: Quy định 69-QĐ/TW 2022-07-06"), (
        "C replaces A", "C replaces B"), {"A 2022-07-06": "ended", "B 2022-07-06": "ended", "B 2022-07-05": "in_force"}),
    Scenario("a replacer known to the year", (OLD, "B: Quy định 96-QĐ/TW 2023"), ("B replaces A",), {
        "A 2022-12-31": "in_force", "A 2023-06-01": "unknown end.unknown", "A 2023-12-31": "ended end.replaced.party"}),
    Scenario("replaced by a law of which no day of effect is stated", (LAW, "B: Luật 72/2020/QH14 2020-11-17"), ("A from 2009-07-01", "B replaces A"), {
        "A 2020-11-16": "in_force start.stated", "A 2020-11-17": "unknown end.unknown", "A 2020-12-31": "unknown end.unknown",
        "A 2021-01-01": "ended end.replaced.state", "B 2020-12-31": "unknown start.least.2015", "B 2021-01-01": f"in_force {STATE}"}),
    Scenario("a replacer without any day", (OLD, "B: Quy định 96-QĐ/TW ?"), ("B replaces A",), {
        "A 2014-10-07": "not_yet", "A 2014-10-08": "unknown end.unknown", "A 2026-01-01": "unknown end.unknown"}),
    Scenario("a replacer without any day, and another", (OLD, NEW, "C: Quy định 300-QĐ/TW ?"), ("B replaces A", "C replaces A"), {
        "A 2020-01-01": "unknown end.unknown", "A 2023-02-02": "ended end.replaced.party"}),
    Scenario("an end that an article alone states", (OLD, NEW), ("news2: B replaces A",), {
        "A 2023-02-01": "in_force", "A 2023-02-02": "ended end.replaced.party"}),
    Scenario("a planned end", (OLD, NEW), ("plan: B replaces A",), {"A 2026-01-01": f"in_force {PARTY}"}),
    Scenario("an end in page furniture", (OLD, NEW), ("page: B replaces A",), {"A 2026-01-01": f"in_force {PARTY}"}),
    Scenario("amended", (OLD, NEW), ("B amends A",), {"A 2026-01-01": f"in_force {PARTY}"}),
    Scenario("a chain over 40 years", (
        "A: Luật 10/1985/QH7 1985-01-01", "B: Luật 10/1995/QH9 1995-01-01", "C: Luật 10/2005/QH11 2005-01-01",
        "D: Luật 10/2015/QH13 2015-01-01", "E: Luật 10/2025/QH15 2025-01-01"), (
        "A from 1985-01-01", "B from 1995-01-01", "C from 2005-01-01", "D from 2015-01-01", "E from 2025-01-01",
        "B replaces A", "C replaces B", "D replaces C", "E replaces D"), {
        "A 1994-12-31": "in_force", "A 2025-01-01": "ended", "B 1995-01-01": "in_force", "C 2014-12-31": "in_force",
        "D 2024-12-31": "in_force", "D 2025-01-01": "ended end.replaced.state", "E 2024-12-31": "not_yet", "E 2025-01-01": "in_force"}),
    Scenario("a circle by misprint", (OLD, NEW), ("B replaces A", "news2: A replaces B"), {
        "A 2023-02-02": "ended end.replaced.party", "B 2023-02-02": f"in_force {PARTY}"}),
    Scenario("a circle of three by misprint", (OLD, NEW, "C: Quy định 300-QĐ/TW 2025-06-01"), ("B replaces A", "C replaces B", "A replaces C"), {
        "A 2023-02-02": "ended", "B 2025-06-01": "ended", "C 2025-06-01": f"in_force {PARTY}"}),
    Scenario("two of one day that each replace the other", (OLD, "B: Quy định 96-QĐ/TW 2014-10-08"), ("B replaces A", "A replaces B"), {
        "A 2020-01-01": "unknown end.impossible", "B 2020-01-01": "unknown end.impossible"}),
    Scenario("replaced by an older one", (OLD, "B: Quy định 96-QĐ/TW 2010-01-01"), ("B replaces A",), {  # misread: no edge
        "A 2014-10-07": "not_yet", "A 2020-01-01": "in_force start.signed.party"}),
    Scenario("a stated end before the start", (OLD,), ("A from 2015-01-01", "A to 2010-12-31"), {"A 2020-01-01": "unknown end.impossible"}),
    Scenario("a consolidated text changes nothing", (LAW, "B: Văn bản hợp nhất 03/VBHN-VPQH 2013-07-10"), (
        "A from 2009-07-01", "B replaces A", "B repeals A: Điều 5"), {"A 2020-01-01": "in_force start.stated"}),
    # Extension, conditions
    Scenario("extended", ("A: Nghị quyết 54/2017/QH14 2017-11-24", "B: Nghị quyết 76/2022/QH15 2022-11-15"), (
        "own A: A from 2018-01-15", "own A: A to 2022-12-31", "B extends A", "A extended to 2023-12-31"), {
        "A 2022-12-31": "in_force", "A 2023-12-31": "in_force", "A 2024-01-01": "ended end.extended"}),
    Scenario("extended and replaced within the extension", ("A: Nghị quyết 54/2017/QH14 2017-11-24", "B: Nghị quyết 98/2023/QH15 2023-06-24"), (
        "A from 2018-01-15", "A to 2022-12-31", "A extended to 2023-12-31", "B from 2023-08-01", "B replaces A"), {
        "A 2023-07-31": "in_force", "A 2023-08-01": "ended end.replaced.state"}),
    Scenario("extended, not known to what day", ("A: Nghị quyết 54/2017/QH14 2017-11-24", "B: Nghị quyết 76/2022/QH15 2022-11-15"), (
        "A from 2018-01-15", "A to 2022-12-31", "B extends A"), {
        "A 2022-12-31": "in_force", "A 2023-01-01": "unknown end.unknown", "A 2026-01-01": "unknown end.unknown"}),
    Scenario("until a condition that is never met", (OLD,), ("A until có văn bản thay thế",), {
        "A 2014-10-07": "not_yet", "A 2026-01-01": "in_force end.condition"}),
    Scenario("until a condition that is met", (OLD, NEW), ("A until có văn bản thay thế", "B replaces A"), {
        "A 2023-02-01": "in_force end.condition", "A 2023-02-02": "ended end.replaced.party"}),
    Scenario("extended until a condition", (OLD,), ("A to 2020-12-31", "A extended until có quy định mới"), {
        "A 2021-01-01": "in_force end.condition"}),
    # Suspension
    Scenario("suspended and resumed", ("A: Thông tư 31/2022/TT-BTC 2022-06-08", "B: Thông tư 72/2022/TT-BTC 2022-11-30"), (
        "A from 2022-07-25", "B from 2022-12-01", "B suspends A", "A suspended 2022-12-01 to 2022-12-29"), {
        "A 2022-11-30": "in_force", "A 2022-12-01": "suspended suspended", "A 2022-12-29": "suspended suspended",
        "A 2022-12-30": "in_force start.stated"}),
    Scenario("suspended until a condition", (OLD,), ("A suspended 2020-01-01 until có quy định mới",), {
        "A 2019-12-31": "in_force", "A 2026-01-01": "suspended suspended.open"}),
    Scenario("suspended, then replaced", (OLD, NEW), ("A suspended 2020-01-01 until có quy định mới", "B replaces A"), {
        "A 2023-02-01": "suspended suspended.open", "A 2023-02-02": "ended end.replaced.party"}),
    Scenario("suspended by another, no days said", (OLD, "B: Quyết định 120-QĐ/TW 2018-03-01"), ("B suspends A", "B to 2018-12-31"), {
        "A 2018-02-28": "in_force", "A 2018-03-01": "suspended suspended", "A 2019-01-01": "in_force"}),
    Scenario("suspended to a day, from which is not said", (OLD,), ("A suspended to 2018-12-31",), {
        "A 2018-01-01": "unknown suspended", "A 2019-01-01": f"in_force {PARTY}"}),
    Scenario("a provision suspended", (OLD,), ("A: Điều 5 suspended 2018-01-01 to 2018-12-31",), {
        "A 2018-06-01": "partly part.not-in-force", "A: Điều 5 2018-06-01": "suspended suspended", "A 2019-01-01": "in_force"}),
    # Provisions
    Scenario("repealed in part", (OLD, NEW), ("B repeals A: Điều 5",), {
        "A 2023-02-01": f"in_force {PARTY}", "A 2023-02-02": "partly part.not-in-force", "A: Điều 5 2023-02-02": "ended end.repealed.party",
        "A: Điều 5 2023-02-01": f"in_force {PARTY}"}),
    Scenario("repealed in part, then whole", (OLD, NEW, "C: Quy định 300-QĐ/TW 2025-06-01"), ("B repeals A: Điều 5", "C replaces A"), {
        "A 2025-05-31": "partly part.not-in-force", "A 2025-06-01": "ended end.replaced.party",
        "A: Điều 5 2025-06-01": "ended end.repealed.party"}),
    Scenario("a clause dies with its article", (OLD, NEW, "C: Quy định 300-QĐ/TW 2020-06-01"), (
        "C amends A: khoản 2 Điều 5", "B repeals A: Điều 5"), {
        "A: khoản 2 Điều 5 2023-02-01": "in_force", "A: khoản 2 Điều 5 2023-02-02": "ended part.parent"}),
    Scenario("a provision dies with its document", (OLD, NEW, "C: Quy định 300-QĐ/TW 2020-06-01"), ("C amends A: Điều 5", "B replaces A"), {
        "A: Điều 5 2023-02-01": "in_force", "A: Điều 5 2023-02-02": "ended part.parent"}),
    Scenario("an article outlives its clause", (OLD, NEW), ("B repeals A: khoản 2 Điều 5", "B amends A: Điều 5"), {
        "A: khoản 2 Điều 5 2024-01-01": "ended end.repealed.party", "A: Điều 5 2024-01-01": f"in_force {PARTY}",
        "A 2024-01-01": "partly part.not-in-force"}),
    Scenario("a provision of a suspended document", (OLD, NEW), ("A suspended 2024-01-01 to 2024-12-31", "B amends A: Điều 5"), {
        "A: Điều 5 2024-06-01": "suspended part.parent", "A: Điều 5 2025-01-01": "in_force"}),
    Scenario("some of the contents ended, not said which", (OLD, NEW), ("B repeals some of A: Chương II",), {
        "A 2023-02-02": "partly part.not-in-force", "A: Chương II 2023-02-02": "partly part.untold"}),
    Scenario("some of a whole ended, not said what", (OLD, NEW), ("B repeals some of A",), {"A 2023-02-02": "partly part.untold"}),
    Scenario("the end of a provision is stated", (OLD,), ("A: Điều 5 to 2018-12-31",), {
        "A: Điều 5 2019-01-01": "ended end.stated", "A 2019-01-01": "partly part.not-in-force"}),
    # Guidance
    Scenario("guidance of a law that ended in 2006", (
        "A: Luật 20/1998/QH10 1998-11-13", "B: Luật 21/2005/QH11 2005-11-29", "G: Nghị định 31/1999/NĐ-CP 1999-06-08"), (
        "A from 1999-01-01", "B from 2006-07-01", "G from 1999-06-23", "B replaces A", "G guides A"), {
        "G 2006-06-30": "in_force start.stated", "G 2006-07-01": "unknown guidance.1996"}),
    Scenario("guidance of a law that ended in 2010", (LAW, "B: Luật 21/2009/QH12 2009-11-29", "G: Nghị định 31/2009/NĐ-CP 2009-06-08"), (
        "A from 2009-07-01", "B from 2010-07-01", "G from 2009-07-25", "B replaces A", "G guides A"), {
        "G 2010-06-30": "in_force start.stated", "G 2010-07-01": "in_force guidance.2008", "G 2026-01-01": "in_force guidance.2008"}),
    Scenario("a province's guidance of what ended in 2003", (
        "A: Nghị quyết 20/1998/NQ-HĐND 1998-11-13", "B: Nghị quyết 21/2003/NQ-HĐND 2003-11-29", "G: Quyết định 31/1999/QĐ-UBND 1999-06-08"), (
        "B replaces A", "G guides A"), {"G 2003-11-29": "unknown guidance.1996.local"}),
    Scenario("a province's guidance of what ended in 2010", (
        "A: Nghị quyết 20/2006/NQ-HĐND 2006-11-13", "B: Nghị quyết 21/2010/NQ-HĐND 2010-11-29", "G: Quyết định 31/2007/QĐ-UBND 2007-06-08"), (
        "B replaces A", "G guides A"), {"G 2010-11-28": "in_force", "G 2010-11-29": "ended guidance.2004"}),
    Scenario("guidance of a law that ended in 2018", (LAW, "B: Luật 21/2017/QH14 2017-06-20", "G: Nghị định 31/2009/NĐ-CP 2009-06-08"), (
        "A from 2009-07-01", "B from 2018-01-01", "G from 2009-07-25", "B replaces A", "G guides A"), {
        "G 2017-12-31": "in_force start.stated", "G 2018-01-01": "ended guidance.2015"}),
    Scenario("guidance that begins when what it is said to guide is ended", (
        LAW, "B: Luật 21/2017/QH14 2017-06-20", "G: Nghị định 31/2017/NĐ-CP 2017-11-08"), (
        "A from 2009-07-01", "B from 2018-01-01", "G from 2018-01-01", "B replaces A", "G guides A"), {
        "G 2017-12-31": "not_yet start.stated", "G 2018-01-01": "in_force start.stated"}),
    Scenario("guidance of guidance of a law that ended in 2018", (
        LAW, "B: Luật 21/2017/QH14 2017-06-20", "G: Nghị định 31/2009/NĐ-CP 2009-06-08", "H: Thông tư 12/2010/TT-BTC 2010-01-04"), (
        "A from 2009-07-01", "B from 2018-01-01", "G from 2009-07-25", "H from 2010-03-01", "B replaces A", "G guides A", "H guides G"), {
        "H 2017-12-31": "in_force", "H 2018-01-01": "ended guidance.2015"}),
    Scenario("guidance of two laws of which one ended in 2018", (
        LAW, "B: Luật 21/2017/QH14 2017-06-20", "C: Luật 22/2008/QH12 2008-11-13", "G: Nghị định 31/2009/NĐ-CP 2009-06-08"), (
        "A from 2009-07-01", "B from 2018-01-01", "C from 2009-07-01", "G from 2009-07-25", "B replaces A", "G guides A", "G guides C"), {
        "G 2017-12-31": "in_force", "G 2018-01-01": "partly guidance.2015"}),
    Scenario("guidance of an article that ended in 2018", (LAW, "B: Luật 21/2017/QH14 2017-06-20", "G: Nghị định 31/2009/NĐ-CP 2009-06-08"), (
        "A from 2009-07-01", "B from 2018-01-01", "G from 2009-07-25", "B repeals A: Điều 5", "G guides A: Điều 5"), {
        "G 2018-01-01": "ended guidance.2015", "A 2018-01-01": "partly part.not-in-force"}),
    Scenario("guidance of a law that was replaced in 2026", (LAW, "B: Luật 21/2025/QH15 2025-06-20", "G: Nghị định 31/2009/NĐ-CP 2009-06-08"), (
        "A from 2009-07-01", "B from 2026-01-01", "G from 2009-07-25", "B replaces A", "G guides A"), {
        "G 2025-12-31": "in_force start.stated", "G 2026-01-01": "continues_if_not_contrary guidance.2025"}),
    Scenario("guidance of guidance of a law that was replaced in 2026", (
        LAW, "B: Luật 21/2025/QH15 2025-06-20", "G: Nghị định 31/2009/NĐ-CP 2009-06-08", "H: Thông tư 12/2010/TT-BTC 2010-01-04"), (
        "A from 2009-07-01", "B from 2026-01-01", "G from 2009-07-25", "H from 2010-03-01", "B replaces A", "G guides A", "H guides G"), {
        "H 2026-01-01": "continues_if_not_contrary guidance.2025"}),
    Scenario("guidance of a law that was amended in 2026", (LAW, "B: Luật 21/2025/QH15 2025-06-20", "G: Nghị định 31/2009/NĐ-CP 2009-06-08"), (
        "A from 2009-07-01", "B from 2026-01-01", "G from 2009-07-25", "B amends A: Điều 5", "G guides A"), {
        "G 2025-12-31": "in_force", "G 2026-01-01": "continues_if_not_contrary guidance.2025", "A 2026-01-01": "in_force"}),
    Scenario("guidance of a law that was amended in 2018", (LAW, "B: Luật 21/2017/QH14 2017-06-20", "G: Nghị định 31/2009/NĐ-CP 2009-06-08"), (
        "A from 2009-07-01", "B from 2018-01-01", "G from 2009-07-25", "B amends A", "G guides A"), {"G 2018-01-01": "in_force start.stated"}),
    Scenario("guidance of a law that was repealed in 2026", (LAW, "B: Luật 21/2025/QH15 2025-06-20", "G: Nghị định 31/2009/NĐ-CP 2009-06-08"), (
        "A from 2009-07-01", "B from 2026-01-01", "G from 2009-07-25", "B repeals A", "G guides A"), {
        "G 2026-01-01": "unknown guidance.2025.otherwise"}),
    Scenario("guidance that a later act ended in 2026", (
        LAW, "B: Luật 21/2025/QH15 2025-06-20", "G: Nghị định 31/2009/NĐ-CP 2009-06-08", "N: Nghị định 31/2026/NĐ-CP 2026-03-01"), (
        "A from 2009-07-01", "B from 2026-01-01", "G from 2009-07-25", "N from 2026-05-01", "B replaces A", "G guides A", "N replaces G"), {
        "G 2026-04-30": "continues_if_not_contrary guidance.2025", "G 2026-05-01": "ended end.replaced.state"}),
    Scenario("guidance of what ends nobody knows when", (LAW, "B: Luật Đất đai ?", "G: Nghị định 31/2009/NĐ-CP 2009-06-08"), (
        "A from 2009-07-01", "G from 2009-07-25", "B replaces A", "G guides A"), {"G 2020-01-01": "unknown guidance.when"}),
    Scenario("administrative guidance of a law that ended", (LAW, "B: Luật 21/2017/QH14 2017-06-20", "G: Công văn 4919/BTC-TCT 2009-08-01"), (
        "A from 2009-07-01", "B from 2018-01-01", "B replaces A", "G guides A"), {
        "G 2017-12-31": "in_force", "G 2018-01-01": "unknown guidance.administrative"}),
    Scenario("guidance begins with the law that it guides", (
        "A: Luật 31/2024/QH15 2024-01-18", "G: Nghị định 71/2024/NĐ-CP 2024-05-01"), ("A from 2024-08-01", "G guides A"), {
        "G 2024-04-30": "not_yet", "G 2024-07-31": "unknown start.with-parent", "G 2024-08-01": f"in_force {STATE}"}),
    Scenario("Party guidance of a replaced regulation", (OLD, NEW, "G: Hướng dẫn 05-HD/BTCTW 2015-01-10"), ("B replaces A", "G guides A"), {
        "G 2023-02-01": f"in_force {PARTY}", "G 2023-02-02": "unknown guidance.party"}),
    Scenario("Party guidance that is continued", (OLD, NEW, "G: Hướng dẫn 05-HD/BTCTW 2015-01-10"), (
        "B replaces A", "G guides A", "B extends G"), {"G 2023-02-02": "in_force guidance.continued"}),
    Scenario("Party guidance that was continued long before", (OLD, NEW, "G: Hướng dẫn 05-HD/BTCTW 2015-01-10", "C: Kết luận 20-KL/TW 2018-06-01"), (
        "B replaces A", "G guides A", "C extends G"), {"G 2023-02-02": "unknown guidance.party"}),
    Scenario("Party guidance that was itself replaced", (OLD, NEW, "G: Hướng dẫn 05-HD/BTCTW 2015-01-10", "H: Hướng dẫn 22-HD/BTCTW 2023-06-01"), (
        "B replaces A", "G guides A", "H replaces G"), {"G 2023-03-01": "unknown guidance.party", "G 2023-06-01": "ended end.replaced.party"}),
    Scenario("guidance of neither side", ("A: Quy định 262 2014-10-08", "B: Quy định 96 2023-02-02", "G: Hướng dẫn 05 2015-01-10"), (
        "B replaces A", "G guides A"), {"G 2023-02-02": "unknown guidance.neither"}),
    Scenario("guidances that guide each other", ("A: Thông tư 31/2012/TT-BTC 2012-06-08", "B: Thông tư 32/2012/TT-BTC 2012-06-08", "C: Thông tư 33/2018/TT-BTC 2018-06-09"), (
        "A from 2012-08-01", "B from 2012-08-01", "C from 2018-08-01", "A guides B", "B guides A", "C replaces B"), {
        "A 2018-08-01": "ended guidance.2015", "B 2018-08-01": "ended end.replaced.state"}),
]  # fmt: skip
