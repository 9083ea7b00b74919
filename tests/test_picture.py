"""The HTML picture, as a browser without network shows it."""

from __future__ import annotations

import io
import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from browser import Browser, browser
from hypothesis import given
from hypothesis import strategies as st

from regraph.graph.export import FORMATS
from regraph.graph.export.html import embed
from regraph.graph.export.layering import CARD_HEIGHT, CARD_WIDTH, Link
from regraph.graph.export.layout import layout
from regraph.graph.projection import project
from regraph.graph.resolution import resolve
from regraph.model import Edge, Graph, Node, Text, Value
from regraph.pipeline.extract import extract
from regraph.pipeline.read import read
from regraph.pipeline.statements import statements

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "graph" / "export" / "assets"
HOSTILE = "</script><img src=x onerror=\"document.title='owned'\"><!--"

Show = Callable[..., str]


def document(key: str, issued: str | None, kind: str = "Quy định", **more: Value) -> Node:
    stated: dict[str, Value] = {"kind": kind, "number": key.split("-")[0], "symbol": key, "issued": issued, "names": [key]}
    return Node("Document", key, {**stated, "zone": "main", "has_text": False, "source_count": 1, **more})


def said(key: str, predicate: str, raw: str, quote: str, start: int) -> Node:
    place: dict[str, Value] = {"source_name": "tin/96.txt", "start_offset": start, "end_offset": start + len(raw)}
    stated: dict[str, Value] = {"predicate": predicate, "raw": raw, "quote": quote, "zone": "main", "modality": "reported"}
    return Node("Statement", key, {**stated, **place, "rule": "r1", "confidence": 0.9, "value": None, "verdict": None})


def act(source: str, type_: str, target: str, statement: str | None = None, label: str = "Document", **more: Value) -> Edge:
    evidence: list[str] = [] if statement is None else [statement]
    stated: dict[str, Value] = {"statements": evidence, "source_count": 1, "modality": "reported", "confidence": 0.9}
    return Edge(type_, source, "Document", target, label, {**stated, "scope": "whole" if label == "Document" else "part", **more})


@pytest.fixture
def lineage() -> Graph:
    """How the rules on the vote of confidence followed each other, and what stands around them."""
    politburo = {"issuer": "Bộ Chính trị"}
    nodes = [
        document("165-QĐ/TW", "2013-02-18", **politburo),
        document("262-QĐ/TW", "2014-10-08", **politburo),
        document(
            "96-QĐ/TW",
            "2023-02-02",
            **politburo,
            has_text=True,
            effective_from="2023-02-02",
            effective_from_basis="assumed: x",
            title="về việc lấy phiếu tín nhiệm đối với chức danh, chức vụ lãnh đạo, quản lý trong hệ thống chính trị",
        ),
        document("172-QĐ/TW", "2013-03-07", **politburo),
        document("97-QĐ/TW", "2023-02-07", **politburo),
        document("03-HD/TW", "2023-03-08", kind="Hướng dẫn", issuer="Ban Bí thư"),
        document("Điều lệ Đảng", None, kind="Điều lệ", number=None, symbol=None, title="Điều lệ Đảng Cộng sản Việt Nam"),
        document("01-CT/TU", "2022-05-19", kind="Chỉ thị", zone="boilerplate", issuer="Tỉnh ủy"),
        Node("Provision", "165-QĐ/TW#Điều 5", {"document": "165-QĐ/TW", "path": "khoản 2 Điều 5"}),
        said("s1", "replaces", "thay thế", "Quy định số 96-QĐ/TW thay thế Quy định số 262-QĐ/TW.", 120),
        said("s2", "issued", "ngày 02/02/2023", "Quy định số 96-QĐ/TW, ngày 02/02/2023 của Bộ Chính trị", 40),
    ]
    edges = [
        act("262-QĐ/TW", "REPLACES", "165-QĐ/TW"),
        act("96-QĐ/TW", "REPLACES", "262-QĐ/TW", "s1"),
        act("97-QĐ/TW", "REPLACES", "172-QĐ/TW"),
        act("03-HD/TW", "GUIDES", "96-QĐ/TW"),
        act("96-QĐ/TW", "BASED_ON", "Điều lệ Đảng"),
        act("97-QĐ/TW", "CITES", "96-QĐ/TW"),
        act("01-CT/TU", "CITES", "165-QĐ/TW"),
        act("262-QĐ/TW", "AMENDS", "165-QĐ/TW#Điều 5", label="Provision"),
        Edge("PART_OF", "165-QĐ/TW#Điều 5", "Provision", "165-QĐ/TW", "Document", {}),
        Edge("ABOUT", "s1", "Statement", "96-QĐ/TW", "Document", {"role": "subject"}),
        Edge("ABOUT", "s2", "Statement", "96-QĐ/TW", "Document", {"role": "subject"}),
    ]
    return Graph(tuple(nodes), tuple(edges))


def page(graph: Graph) -> str:
    out = io.StringIO()
    FORMATS["html"](graph, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Show:
    """Gives the page as the browser has it after it ran, with ``script`` run last and ``at`` as the address's fragment."""
    folder = tmp_path_factory.mktemp("browser")
    browser = shutil.which("chromium")
    if browser is None and os.environ.get("CI"):
        pytest.fail("install chromium: the picture is tested in it")
    if browser is None:
        pytest.skip("chromium is not installed, so the picture is not shown")

    @cache
    def run(text: str, script: str = "", at: str = "") -> str:
        file = folder / "picture.html"
        open_policy = re.sub(r"script-src '[^']*'", "script-src 'unsafe-inline'", text) if script else text
        file.write_text(open_policy.replace("</body>", f"<script>{script}</script></body>") if script else text, encoding="utf-8")
        offline = ["--proxy-server=127.0.0.1:9", "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking"]
        command = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}", *offline]
        done = subprocess.run(
            [*command, "--virtual-time-budget=2000", "--dump-dom", f"{file.as_uri()}{at}"],
            capture_output=True, text=True, encoding="utf-8", timeout=60, check=True,
        )  # fmt: skip
        return re.sub(r'<script type="application/json".*?</script>', "", done.stdout, flags=re.DOTALL)

    return run


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A window of a real browser, in which pages keep their own policy."""
    try:
        with browser(tmp_path_factory.mktemp("profile")) as opened:
            yield opened
    except FileNotFoundError:
        if os.environ.get("CI"):
            pytest.fail("install chromium: the picture is tested in it")
        pytest.skip("chromium is not installed, so the picture is not shown")


@pytest.fixture
def opened(window: Browser, lineage: Graph, tmp_path: Path) -> Browser:
    """The window with the lineage."""
    file = tmp_path / "picture.html"
    file.write_text(page(lineage), encoding="utf-8")
    window.errors.clear()
    return window.open(file)


def text_of(window: Browser, selector: str) -> list[str]:
    """The words of each element, as they are seen."""
    found: list[str] = window.run(f"[...document.querySelectorAll({json.dumps(selector)})].map(one => one.innerText)")
    return [" ".join(words.split()) for words in found]


def press(selector: str) -> str:
    return f"document.querySelector({json.dumps(selector)}).dispatchEvent(new MouseEvent('click', {{bubbles: true}}));"


def cards(dom: str) -> list[str]:
    return re.findall(r'<button class="card[^"]*"[^>]*><b>(.*?)</b>', dom)


def lines(dom: str) -> list[str]:
    return re.findall(r'<g class="line [^"]*" tabindex="0" role="button" aria-label="(.*?)"', dom)


def panel(dom: str) -> str:
    """The words of the details, without markup."""
    aside = dom[dom.index('<aside id="details"') : dom.index("</aside>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", aside))


def test_documents_and_relations_are_shown(lineage: Graph, show: Show) -> None:
    dom = show(page(lineage))
    assert cards(dom) == [
        "Điều lệ Đảng Cộng sản Việt Nam", "165-QĐ/TW", "172-QĐ/TW", "262-QĐ/TW", "96-QĐ/TW", "97-QĐ/TW", "03-HD/TW",
    ]  # fmt: skip
    assert set(lines(dom)) == {
        "262-QĐ/TW thay thế 165-QĐ/TW",
        "262-QĐ/TW sửa đổi, bổ sung 165-QĐ/TW",
        "96-QĐ/TW thay thế 262-QĐ/TW",
        "97-QĐ/TW thay thế 172-QĐ/TW",
        "03-HD/TW hướng dẫn 96-QĐ/TW",
        "96-QĐ/TW căn cứ Điều lệ Đảng Cộng sản Việt Nam",
        "97-QĐ/TW dẫn chiếu 96-QĐ/TW",
    }
    assert '<html lang="vi">' in dom
    assert "<title>Văn bản và quan hệ giữa các văn bản</title>" in dom
    assert re.findall(r'<div class="year[^>]*><span>(.*?)</span>', dom) == ["không rõ năm", "2013", "2014", "2023"]


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        ("REPLACES", "thay thế / replaces 3"),
        ("AMENDS", "sửa đổi, bổ sung / amends 1"),
        ("GUIDES", "hướng dẫn / guides 1"),
        ("BASED_ON", "căn cứ / based on 1"),
        ("REPEALS", None),
    ],
)
def test_the_legend_names_each_relation_that_occurs(lineage: Graph, show: Show, relation: str, words: str | None) -> None:
    entries = re.findall(r'<label>.*?class="line (\w+)".*?</svg>(.*?)</label>', show(page(lineage)))
    told = {type_: re.sub(r"<[^>]+>", "", text.replace('<span class="count">', " ")) for type_, text in entries}
    assert told.get(relation) == words


@pytest.mark.parametrize("facts", [
    ["96-QĐ/TW", "về việc lấy phiếu tín nhiệm", "Quy định", "02/02/2023", "Bộ Chính trị"],
    ["thay thế 262-QĐ/TW", "căn cứ Điều lệ Đảng", "được hướng dẫn bởi 03-HD/TW", "được dẫn chiếu trong 97-QĐ/TW"],
    ["Có hiệu lực từ 02/02/2023 (giả định: x)", "ngày ban hành (1)", "tin/96.txt, ký tự 40–55"],
])  # fmt: skip
def test_a_click_on_a_document_tells_its_facts(lineage: Graph, show: Show, facts: list[str]) -> None:
    told = panel(show(page(lineage), press(".card:nth-of-type(5)")))
    for fact in facts:
        assert fact in told


def test_a_click_on_a_line_tells_its_evidence(lineage: Graph, show: Show) -> None:
    told = panel(show(page(lineage), press('[aria-label="96-QĐ/TW thay thế 262-QĐ/TW"]')))
    for fact in ["96-QĐ/TW replaces 262-QĐ/TW", "toàn bộ", "Quy định số 96-QĐ/TW thay thế", "tin/96.txt, ký tự 120–128", "90 %"]:
        assert fact in told


def test_an_act_on_a_provision_is_marked_as_partial(lineage: Graph, show: Show) -> None:
    dom = show(page(lineage), press('[aria-label="262-QĐ/TW sửa đổi, bổ sung 165-QĐ/TW"]'))
    assert 'marker-end="url(#AMENDS-part)"' in dom
    assert 'marker-end="url(#REPLACES-whole)"' in dom
    assert "một phần: khoản 2 Điều 5" in panel(dom)


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("#97-Q%C4%90%2FTW", "thay thế 172-QĐ/TW"),
        ("#97-Q%C4%90%2FTW%20CITES%2096-Q%C4%90%2FTW", "97-QĐ/TW cites 96-QĐ/TW"),
        ("#unknown", "Tất cả văn bản"),
    ],
)
def test_the_address_opens_what_it_names(lineage: Graph, show: Show, at: str, told: str) -> None:
    assert told in panel(show(page(lineage), at=at))


def test_documents_of_the_margins_are_hidden_until_wanted(lineage: Graph, show: Show) -> None:
    hidden, shown = show(page(lineage)), show(page(lineage), press("#all"))
    assert "hiện 1 văn bản chỉ nằm ngoài phần chính" in hidden
    assert "01-CT/TU" not in cards(hidden)
    assert "01-CT/TU" in cards(shown)
    assert "01-CT/TU dẫn chiếu 165-QĐ/TW" in lines(shown)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("165", {"165-QĐ/TW"}),
        ("lay phieu tin nhiem", {"96-QĐ/TW"}),
        ("BAN BÍ THƯ", {"03-HD/TW"}),
        ("08/10/2014", {"262-QĐ/TW"}),
        ("không có", set()),
    ],
)
def test_search_brings_out_what_it_finds(lineage: Graph, show: Show, query: str, found: set[str]) -> None:
    dom = show(page(lineage), f"search.value = {json.dumps(query)}; search.dispatchEvent(new Event('input'));")
    assert set(re.findall(r'<button class="card(?:(?! faint)[^"])*"[^>]*><b>(.*?)</b>', dom)) == found
    assert "Văn bản tìm thấy" in panel(dom)


def test_a_relation_can_be_filtered_out(lineage: Graph, show: Show) -> None:
    dom = show(page(lineage), press("#legend label:has(.REPLACES) input"))
    gone = re.findall(r'<g class="line (\w+)[^>]* hidden=""', dom)
    assert gone == ["REPLACES"] * 3


@pytest.mark.parametrize("key", ["Enter", " "])
def test_lines_answer_to_the_keyboard(lineage: Graph, show: Show, key: str) -> None:
    focus = "document.querySelector('.line.GUIDES[tabindex]').focus();"
    send = f"document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{key: {json.dumps(key)}, bubbles: true}}));"
    assert "03-HD/TW guides 96-QĐ/TW" in panel(show(page(lineage), focus + send))
    escape = "dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));"
    assert "Tất cả văn bản" in panel(show(page(lineage), focus + send + escape))


def test_a_real_click_on_a_line_shows_its_quote_with_the_words_marked(opened: Browser) -> None:
    opened.click('[aria-label="96-QĐ/TW thay thế 262-QĐ/TW"] text')
    assert text_of(opened, "#details h2") == ["96-QĐ/TW thay thế 262-QĐ/TW"]
    assert text_of(opened, "#details mark") == ["thay thế"]
    assert text_of(opened, "#details blockquote b") == ["96-QĐ/TW", "262-QĐ/TW"]
    opened.press("Escape")
    assert text_of(opened, "#details h2") == ["Tất cả văn bản All documents"]
    assert opened.errors == []


def test_the_timeline_shows_from_when_to_when(opened: Browser) -> None:
    opened.click("#timeline")
    assert text_of(opened, ".bar") == [
        "165-QĐ/TW · Quy định", "172-QĐ/TW · Quy định", "262-QĐ/TW · Quy định", "96-QĐ/TW · Quy định", "97-QĐ/TW · Quy định",
        "03-HD/TW · Hướng dẫn",
    ]  # fmt: skip
    starts = opened.run("[...document.querySelectorAll('.span')].map(one => parseFloat(one.style.left))")
    assert len(starts) == 6
    assert starts == sorted(starts)
    opened.click('.bar[title^="96-QĐ/TW"]')
    assert "Bộ Chính trị" in text_of(opened, "#details dl")[0]
    assert opened.run("document.querySelector('#timeline').getAttribute('aria-pressed')") == "true"
    assert opened.errors == []


@pytest.mark.parametrize(
    ("box", "holds"),
    [
        ("Văn bản căn cứ Legal basis 1", ["Điều lệ Đảng Cộng sản Việt Nam"]),
        ("Văn bản bị thay thế, bãi bỏ Replaced or repealed by it 1", ["262-QĐ/TW"]),
        ("Văn bản hướng dẫn, thực hiện Guides or implements it 1", ["03-HD/TW"]),
        ("Văn bản dẫn chiếu Cites it 1", ["97-QĐ/TW"]),
        ("Văn bản thay thế, bãi bỏ Replaces or repeals it 0", []),
    ],
)
def test_the_scheme_of_a_document_has_its_boxes(opened: Browser, box: str, holds: list[str]) -> None:
    opened.click(".card:nth-of-type(5)")
    opened.click("#scheme")
    assert text_of(opened, ".scheme .centre h2") == ["96-QĐ/TW"]
    boxes = dict(zip(text_of(opened, ".scheme h3"), opened.run(
        "[...document.querySelectorAll('.scheme section')].map(box => [...box.querySelectorAll('.go')].map(one => one.innerText))"
    ), strict=True))  # fmt: skip
    assert boxes[box] == holds


def test_the_scheme_leads_to_quotes_and_to_other_documents(opened: Browser) -> None:
    opened.click(".card:nth-of-type(5)")
    opened.click("#scheme")
    opened.click(".scheme li.REPLACES .why")
    assert text_of(opened, "#details mark") == ["thay thế"]
    assert text_of(opened, ".scheme .centre h2") == ["96-QĐ/TW"]
    opened.click(".scheme li.REPLACES .go")
    assert text_of(opened, ".scheme .centre h2") == ["262-QĐ/TW"]
    opened.click("#legend label:has(.REPLACES) input")
    assert "Văn bản bị thay thế, bãi bỏ Replaced or repealed by it 0" in text_of(opened, ".scheme h3")
    assert opened.errors == []


def test_the_slider_shows_what_was_in_force_on_a_day(window: Browser, tmp_path: Path) -> None:
    days = [
        ("old", "not_yet", None, "2009-12-31"), ("old", "in_force", "2010-01-01", "2019-12-31"), ("old", "ended", "2020-01-01", None),
        ("new", "not_yet", None, "2019-12-31"), ("new", "in_force", "2020-01-01", None), ("lost", "unknown", "2012-01-01", None),
    ]  # fmt: skip
    periods = [
        Node("Period", f"p{place}", {"document": of, "part": None, "status": status, "first_day": first, "last_day": last})
        for place, (of, status, first, last) in enumerate(days)
    ]
    issued = {"old": "2010-01-01", "new": "2020-01-01", "lost": "2012-01-01", "undated": "2011-01-01"}
    nodes = [*(document(key, day) for key, day in issued.items()), *periods]
    file = tmp_path / "picture.html"
    file.write_text(page(Graph(tuple(nodes), (act("new", "REPLACES", "old"),))), encoding="utf-8")
    window.errors.clear()
    window.open(file)

    def states() -> dict[str, str]:
        found: dict[str, str] = window.run(
            "Object.fromEntries([...document.querySelectorAll('.card')].map(one => [one.querySelector('b').textContent, "
            "['in_force', 'not_yet', 'ended', 'unknown'].filter(state => one.classList.contains(state)).join()]))"
        )
        return found

    assert set(states().values()) == {""}
    assert window.run("date.value === new Date().toISOString().slice(0, 10)"), "the day at first is today"
    window.run("date.value = '2020-01-01'; date.dispatchEvent(new Event('input')); document.querySelector('#day').focus()")
    window.press("ArrowLeft")
    assert states() == {"old": "in_force", "new": "not_yet", "lost": "unknown", "undated": "unknown"}
    assert text_of(window, "#state") == ["31/12/2019: 1 còn hiệu lực · 1 chưa có hiệu lực · 2 không rõ"]
    assert sorted(text_of(window, ".card .force")) == ["chưa có hiệu lực", "còn hiệu lực", "không rõ", "không rõ"]
    window.press("ArrowRight")
    assert states() == {"old": "ended", "new": "in_force", "lost": "unknown", "undated": "unknown"}
    window.click("#dated")
    assert set(states().values()) == {""}
    assert window.errors == []


def test_the_timeline_shows_each_period_of_a_document(window: Browser, tmp_path: Path) -> None:
    told: list[tuple[str, str | None, str | None]] = [
        ("not_yet", None, "2009-12-31"), ("in_force", "2010-01-01", "2014-12-31"), ("suspended", "2015-01-01", "2015-12-31"),
        ("partly", "2016-01-01", "2019-12-31"), ("ended", "2020-01-01", None),
    ]  # fmt: skip
    periods = [
        Node("Period", f"p{place}", {"document": "a", "part": None, "status": status, "first_day": first, "last_day": last})
        for place, (status, first, last) in enumerate(told)
    ]
    file = tmp_path / "picture.html"
    nodes = (document("a", "2010-01-01"), document("b", None, title="Nội quy"), *periods)
    file.write_text(page(Graph(nodes, ())), encoding="utf-8")
    window.errors.clear()
    window.open(file).click("#timeline")
    spans = "[...document.querySelectorAll('.row .span')].map(one => [one.title, parseFloat(one.style.left), one.offsetWidth])"
    titles, lefts, widths = zip(*window.run(spans), strict=True)
    assert titles == (
        "01/01/2010 – 31/12/2014: còn hiệu lực",
        "01/01/2015 – 31/12/2015: ngưng hiệu lực",
        "01/01/2016 – 31/12/2019: còn hiệu lực một phần",
    )
    assert [left + width for left, width in zip(lefts, widths, strict=True)][:-1] == pytest.approx(lefts[1:], abs=1)
    assert "suspended" in " ".join(text_of(window, "#legend"))
    assert "1 văn bản không rõ ngày" in " ".join(text_of(window, ".band.apart"))
    assert window.errors == []


LONG = "Văn bản hợp nhất của cơ quan có thẩm quyền ban hành nhiều lần sửa đổi"


@pytest.mark.parametrize("view", ["lineage", "timeline", "scheme"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_long_words_stay_in_their_boxes_and_days_stay_in_sight(window: Browser, tmp_path: Path, view: str, language: str) -> None:
    long: dict[str, Value] = {"issuer": f"{LONG} thuộc {LONG}", "title": " ".join([LONG] * 9), "symbol": None, "number": None}
    nodes = (document("a", "2020-01-01", LONG, **long), document("b", "2021-05-06", LONG, **long), document("c", "2022-07-08"))
    links = (act("b", "AMENDS", "a"), act("c", "CONSOLIDATES", "a"), act("c", "CONSOLIDATES", "b"))
    file = tmp_path / "picture.html"
    file.write_text(page(Graph(nodes, links)), encoding="utf-8")
    window.open(file)
    if language == "en":
        window.click("#language")
    window.run(f"choose('a'); turn('{view}')")
    inside = """(outer, inner) => [...document.querySelectorAll(outer)].filter(box => [...box.querySelectorAll(inner)].some(one =>
      one.getBoundingClientRect().right > box.getBoundingClientRect().right + 1)).length"""
    for outer, inner in ((".card", "time, b"), (".scheme section", "*"), ("#details", "*"), ("header", "*"), ("#legend", "*")):
        assert window.run(f"({inside})('{outer}', '{inner}')") == 0, outer
    assert window.run("[...document.querySelectorAll('.card time')].every(one => one.offsetWidth > 50)")
    assert window.run("document.documentElement.scrollWidth <= innerWidth")


def test_reasons_are_told_in_the_language_of_the_page(opened: Browser) -> None:
    """All reasons that the sample texts bring about."""
    texts = [one for one in read([str(ROOT / "corpus")]) if isinstance(one, Text)]
    said = [one for text in texts for one in statements(extract(text))]
    graph = project(resolve(said, {text.sha256: (text.name,) for text in texts}, ()))
    told = {
        str(node.properties[name])
        for node in graph.nodes
        for name in ("effective_from_basis", "effective_to_basis", "why")
        if node.properties.get(name)
    }
    reasons = sorted({one.partition(": ")[2] if one.startswith(("assumed", "derived")) else one for one in told} - {"stated"})
    assert len(reasons) > 10
    english = re.compile(r"\b(?:the|is|by|of|more|same|value|part|sources?|from|date)\b")
    for words in opened.run(f"{json.dumps(reasons)}.map(reason)"):
        assert not english.search(words), words


def test_many_statements_tell_their_texts_once(lineage: Graph) -> None:
    more = tuple(replace(lineage.nodes[-1], id=f"s{number}") for number in range(3, 60))
    about = tuple(Edge("ABOUT", node.id, "Statement", "96-QĐ/TW", "Document", {"role": "subject"}) for node in more)
    text = page(Graph((*lineage.nodes, *more), (*lineage.edges, *about)))
    assert text.count("Quy định số 96-QĐ/TW, ngày 02/02/2023 của Bộ Chính trị") == 1


def test_the_page_speaks_english_too(opened: Browser) -> None:
    opened.click(".card:nth-of-type(5)")
    opened.click("#language")
    assert opened.run("document.documentElement.lang") == "en"
    told = " ".join(text_of(opened, "#details"))
    for words in [
        "In force from 02/02/2023 (assumed: x)",
        "replaces 262-QĐ/TW",
        "guided by 03-HD/TW",
        "Evidence Bằng chứng",
        "issued (1)",
    ]:
        assert words in told
    assert text_of(opened, ".views button") == ["Lineage", "Timeline", "Scheme"]
    assert "96-QĐ/TW replaces 262-QĐ/TW" in opened.run("[...document.querySelectorAll('.line')].map(one => one.ariaLabel)")


@pytest.mark.parametrize(
    ("keys", "ends_at"), [(["ArrowRight"], "96-QĐ/TW"), (["ArrowLeft"], "165-QĐ/TW"), (["ArrowRight", "ArrowLeft"], "262-QĐ/TW")]
)
def test_arrow_keys_walk_from_card_to_card(opened: Browser, keys: list[str], ends_at: str) -> None:
    opened.run("[...document.querySelectorAll('.card')].find(one => one.innerText.startsWith('262')).focus()")
    for key in keys:
        opened.press(key)
    assert opened.run("document.activeElement.querySelector('b').textContent") == ends_at
    opened.press("Enter")
    assert text_of(opened, "#details h2") == [ends_at]


def test_arrow_keys_walk_down_the_timeline(opened: Browser) -> None:
    opened.click("#timeline")
    opened.run("document.querySelector('.bar').focus()")
    opened.press("ArrowDown")
    assert opened.run("document.activeElement.firstChild.textContent") == "172-QĐ/TW"
    opened.press("Enter")
    assert text_of(opened, "#details h2") == ["172-QĐ/TW"]
    assert text_of(opened, ".row.chosen .bar") == ["172-QĐ/TW · Quy định"]


def test_search_is_typed_and_opens_the_first_found(opened: Browser) -> None:
    opened.click("#search")
    opened.type("huong dan")
    assert text_of(opened, "#details .list .go") == ["03-HD/TW"]
    opened.press("Enter")
    assert text_of(opened, "#details h2") == ["03-HD/TW"]


def test_search_brings_what_it_finds_into_sight(window: Browser, thousand: Path) -> None:
    window.open(thousand)
    window.run("view.scrollTo(0, 0)")
    window.click("#search")
    window.type("999-qd")
    seen = "(box => box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight)"
    assert window.run(f"{seen}([...elements.get('999-QĐ/TW')?.getClientRects() ?? []][0] ?? {{left: -1}})")


def test_the_page_is_dark_where_the_system_is(window: Browser, lineage: Graph, tmp_path: Path) -> None:
    file = tmp_path / "picture.html"
    file.write_text(page(lineage), encoding="utf-8")
    shades = [
        window.open(file, dark=dark).run("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]")
        for dark in (False, True)
    ]
    assert shades[0] > 200
    assert shades[1] < 50


@pytest.fixture(scope="module")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of 1,000 documents and some 1,500 relations."""
    chance = random.Random(7)
    days = sorted(chance.randint(0, 9000) for _ in range(1000))
    nodes = [document(f"{place}-QĐ/TW", (date(2000, 1, 1) + timedelta(day)).isoformat()) for place, day in enumerate(days)]
    ends = {(later, chance.randrange(max(0, later - 60), later)) for later in chance.choices(range(1, 1000), k=1600)}
    types = ("REPLACES", "AMENDS", "GUIDES", "BASED_ON", "CITES")
    links = [act(nodes[one].id, chance.choice(types), nodes[other].id) for one, other in sorted(ends)]
    file = tmp_path_factory.mktemp("large") / "picture.html"
    file.write_text(page(Graph(tuple(nodes), tuple(links))), encoding="utf-8")
    return file


def test_of_a_large_picture_only_what_is_in_sight_is_in_the_page(window: Browser, thousand: Path) -> None:
    window.open(thousand)
    assert window.run("document.querySelectorAll('*').length") < 6000


def test_in_a_large_picture_what_comes_into_sight_is_drawn(window: Browser, thousand: Path) -> None:
    window.open(thousand, at="#999-Q%C4%90%2FTW")
    assert "999-QĐ/TW" in text_of(window, ".card.chosen b")
    assert "0-QĐ/TW" not in text_of(window, ".card b")
    window.run("view.scrollTo(...layout.cards['0-QĐ/TW'].map(place => place * scale - 200))")
    window.run("new Promise(tell => requestAnimationFrame(() => requestAnimationFrame(tell)))")
    assert "0-QĐ/TW" in text_of(window, ".card b")
    window.run("choose(data.documents[500].id); reveal(chosen)")
    assert "500-QĐ/TW" in text_of(window, ".card.chosen b")


def test_the_page_without_its_data_is_small(lineage: Graph) -> None:
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page(lineage), re.DOTALL)
    assert data is not None
    assert len(page(lineage).encode()) - len(data[1].encode()) < 1_500_000


def test_text_of_a_source_never_becomes_markup(show: Show) -> None:
    nodes = (
        document("a", "2020-01-01", title=HOSTILE, symbol=HOSTILE, issuer=HOSTILE, kind=HOSTILE, names=[HOSTILE]),
        document("b", HOSTILE),
        said("s1", HOSTILE, HOSTILE, f"x {HOSTILE} y", 0),
    )
    about = Edge("ABOUT", "s1", "Statement", "a", "Document", {"role": HOSTILE})
    text = page(Graph(nodes, (act("a", "REPLACES", "b", "s1", from_part=HOSTILE), about)))
    assert text.count("</script>") == 2
    for script in (press(".card"), press(".line[tabindex]")):
        dom = show(text, script)
        assert "<img" not in dom
        assert "<title>Văn bản" in dom
        assert "onerror" in panel(dom.replace("&lt;", "‹").replace("&gt;", "›"))


def test_the_page_reaches_for_nothing(lineage: Graph, show: Show) -> None:
    text = page(lineage)
    assert set(re.findall(r"\w+://[^\s\"'<]*", text)) == {"http://www.w3.org/2000/svg"}
    assert not re.findall(r"<(?:link|img|iframe)|<script[^>]*src|@import|url\((?!#)", text)
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert "Tất cả văn bản" in show(text), "its own policy must let the page's script run"


def test_an_empty_graph_is_shown(show: Show) -> None:
    assert cards(show(page(Graph((), ())))) == []


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_embedded_data_is_json_without_a_tag(data: object) -> None:
    text = embed(data)
    assert "<" not in text
    assert json.loads(text) == data


def test_every_relation_has_words_and_a_look_of_its_own() -> None:
    types = tomllib.loads((ROOT / "graph" / "ontology.toml").read_text("utf-8"))["relations"]["types"]
    words = tomllib.loads((ASSETS / "words.toml").read_text("utf-8"))["relations"]
    assert sorted(words) == sorted(types)
    looks = dict(re.findall(r"^\.(\w+) \{ (--hue: .*? --dash: .*?;)", (ASSETS / "picture.css").read_text("utf-8"), re.MULTILINE))
    assert sorted(looks) == sorted(types)
    assert len(set(looks.values())) == len(types)


HUES = ["blue", "red", "green", "purple", "amber", "grey"]
# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
SIGHT = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}
XYZ = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
Matrix = tuple[tuple[float, float, float], ...]


def colours(theme: int) -> dict[str, list[float]]:
    """The colours of the light (0) or dark (1) theme as linear RGB."""
    block = re.findall(r":root \{(.*?)\}", (ASSETS / "picture.css").read_text("utf-8"), re.DOTALL)[theme]
    found = re.findall(r"--(\w+): #(\w{6})", block)
    return {name: [linear(byte / 255) for byte in bytes.fromhex(digits)] for name, digits in found}


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def times(matrix: Matrix, vector: list[float]) -> list[float]:
    return [max(0.0, sum(a * b for a, b in zip(row, vector, strict=True))) for row in matrix]


def lab(rgb: list[float]) -> tuple[float, float, float]:
    """CIE L*a*b*, in which a distance of 2 can just be seen."""
    white = (0.9505, 1.0, 1.089)
    ratios = [value / of for value, of in zip(times(XYZ, rgb), white, strict=True)]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("name", "contrast"), [*((hue, 3.0) for hue in HUES), ("text", 7.0), ("soft", 4.5)])
def test_colours_stand_out_from_the_page(theme: int, name: str, contrast: float) -> None:
    luminance = {key: times(XYZ, rgb)[1] for key, rgb in colours(theme).items()}
    for ground in ("page", "stripe", "card"):
        dark, bright = sorted((luminance[name], luminance[ground]))
        assert (bright + 0.05) / (dark + 0.05) >= contrast, ground


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_hues_keep_apart(theme: int, sight: str) -> None:
    seen = {name: lab(times(SIGHT[sight], rgb)) for name, rgb in colours(theme).items() if name in HUES}
    near = {(one, other) for one, other in combinations(HUES, 2) if math.dist(seen[one], seen[other]) < 20}
    assert near == set()


ids = st.integers(0, 25).map(str)
links = st.lists(st.builds(Link, ids, ids, st.sampled_from(["REPLACES", "CITES"])), unique=True, max_size=40)
years = st.fixed_dictionaries({str(key): st.sampled_from(["", "2013", "2014", "2021", "2023"]) for key in range(26)})


@given(years, links)
def test_cards_never_overlap_and_years_go_to_the_right(years: dict[str, str], links: list[Link]) -> None:
    placed = layout(years, links)
    assert set(placed.cards) == set(years)
    for (x, y), (other_x, other_y) in combinations(placed.cards.values(), 2):
        assert abs(x - other_x) >= CARD_WIDTH or abs(y - other_y) >= CARD_HEIGHT - 1e-6
    for x, y in placed.cards.values():
        assert 0 <= x <= placed.width - CARD_WIDTH
        assert 0 <= y <= placed.height - CARD_HEIGHT
    linked = {end for link in links for end in link[:2]}
    for one, other in combinations(sorted(linked, key=years.__getitem__), 2):
        assert years[one] == years[other] or placed.cards[one][0] < placed.cards[other][0]


@given(years, links)
def test_every_line_leaves_one_card_and_reaches_the_other(years: dict[str, str], links: list[Link]) -> None:
    placed = layout(years, links)
    assert len(placed.paths) == len(placed.labels) == len(links)
    for link, path in zip(links, placed.paths, strict=True):
        points = [tuple(map(float, point.split(","))) for point in re.findall(r"[-\d.]+,[-\d.]+", path)]
        for end, (x, y) in ((link.source, points[0]), (link.target, points[-1])):
            left, top = placed.cards[end]
            assert x in (pytest.approx(left, abs=0.1), pytest.approx(left + CARD_WIDTH, abs=0.1))
            assert top <= y <= top + CARD_HEIGHT


@pytest.mark.parametrize(
    ("links", "above"),
    [
        ([Link("b", "a", "REPLACES"), Link("a", "b", "CITES")], "two documents of a year that act on each other"),
        ([Link("a", "a", "AMENDS")], "a document that acts on itself"),
        ([Link("a", "c", "CITES")], "an older document that acts on a later one"),
        ([], "no relation at all"),
    ],
)
def test_odd_relations_are_placed(links: list[Link], above: str) -> None:
    placed = layout({"a": "2020", "b": "2020", "c": "2024", "d": ""}, links)
    assert len(placed.cards) == 4, above
    assert len(placed.paths) == len(links), above


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_the_same_graph_gives_the_same_layout(seed: str) -> None:
    program = (
        "import sys; from regraph.graph.export.layout import layout; from regraph.graph.export.layering import Link\n"
        "ids = [str(n) for n in range(60)]\n"
        "links = [Link(ids[n * 7 % 60], ids[n * 11 % 53], t) for n in range(60) for t in ('CITES', 'GUIDES')]\n"
        "print(layout({i: str(2000 + int(i) % 9) for i in ids}, links))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True,
                       env={**environment, "PYTHONHASHSEED": chosen}).stdout
        for chosen in ("7", seed)
    ]  # fmt: skip
    assert runs[0] == runs[1]
