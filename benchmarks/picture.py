"""How large the HTML picture is and how fast a real browser shows it: one line for each number of documents.

The documents are made up, about three relations each, with as much evidence as real texts have: some sixty statements a
document. ``page kB`` is the file, ``own kB`` what of it is not data. In Chromium without network: ``paint ms`` until the first
thing is painted, ``ready ms`` until the page answers, ``choose ms``, ``timeline ms`` and ``scheme ms`` until these are painted
after a click. Run it with ``make bench-picture``.
"""

from __future__ import annotations

import argparse
import io
import random
import tempfile
import time
from pathlib import Path
from statistics import median

from browser import Browser, browser
from made_up import made_up, say

from regraph.graph.export import FORMATS
from regraph.model import Edge, Graph, Node

SIZES = (100, 1_000, 5_000)
STATEMENTS = 55  # of a document, beside those of its relations
RUNS = 5
QUOTE = "Căn cứ Quy định số {sign}, cấp ủy các cấp tổ chức lấy phiếu tín nhiệm đối với cán bộ lãnh đạo, quản lý (lần {number})."


def with_evidence(graph: Graph) -> Graph:
    """The graph with mentions of each document, each in a sentence of its own."""
    nodes, edges = list(graph.nodes), list(graph.edges)
    for document in (node for node in graph.nodes if node.label == "Document"):
        sign = str(document.properties["symbol"])
        for number in range(STATEMENTS):
            key, quote = f"{document.id} {number}", QUOTE.format(sign=sign, number=number)
            told = {"predicate": "mention", "value": sign, "raw": sign, "quote": quote, "source_name": f"tin-{number}.txt"}
            place = {"start_offset": number * 900, "end_offset": number * 900 + len(sign)}
            nodes.append(Node("Statement", key, {**told, **place, "zone": "main"}))
            edges.append(Edge("ABOUT", key, "Statement", document.id, "Document", {"role": "subject"}))
    return Graph(tuple(nodes), tuple(edges))


def measured(window: Browser, file: Path) -> list[float]:
    """Milliseconds to the first paint and to the answering page, then for choosing a document, the timeline and the scheme."""
    window.open(file)
    paint = window.run("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    ready = window.run("performance.timing.loadEventEnd - performance.timing.navigationStart")
    frame = "requestAnimationFrame(() => setTimeout(() => tell(performance.now() - from), 0));"
    steps = ("choose(busiest()); reveal(chosen);", "turn('timeline');", "turn('scheme');")
    return [
        paint,
        ready,
        *(window.run(f"new Promise(tell => {{ const from = performance.now(); {step} {frame} }})") for step in steps),
    ]


def main() -> None:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    sizes = parser.parse_args().sizes
    say("documents  relations  export s  page kB  own kB  paint ms  ready ms  choose ms  timeline ms  scheme ms")
    with tempfile.TemporaryDirectory() as folder, browser(Path(folder) / "profile") as window:
        for size in sizes:
            graph = with_evidence(made_up(size, random.Random(size)))
            relations = sum("statements" in edge.properties for edge in graph.edges if edge.type != "ISSUED_BY")
            out = io.StringIO()
            started = time.perf_counter()
            FORMATS["html"](graph, out)
            seconds = time.perf_counter() - started
            file = Path(folder) / f"{size}.html"
            file.write_text(out.getvalue(), encoding="utf-8")
            own = out.getvalue().partition('id="data">')[0] + out.getvalue().rpartition("</script>\n<script>")[2]
            figures = [median(each) for each in zip(*(measured(window, file) for _ in range(RUNS)), strict=True)]
            sizes_told = f"{file.stat().st_size / 1000:7.0f}  {len(own.encode()) / 1000:6.0f}"
            paint, ready, choose, timeline, scheme = figures
            say(
                f"{size:9}  {relations:9}  {seconds:8.1f}  {sizes_told}  {paint:8.0f}  {ready:8.0f}  {choose:9.0f}  "
                f"{timeline:11.0f}  {scheme:9.0f}"
            )


if __name__ == "__main__":
    main()
