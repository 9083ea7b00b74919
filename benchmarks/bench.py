"""Speed of regraph against word segmentation, and whether its time grows with the text alone.

Everything is measured in one run, as CPU time, in rounds that alternate between the things compared; what is
reported is the median. Run it with ``make bench``; it prints figures and judges nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from regraph.model import Text
from regraph.pipeline.clean import clean
from regraph.pipeline.extract import extract
from regraph.pipeline.references import references

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "corpus"
SHORT = "Quy định số 96-QĐ/TW ngày 02/02/2023 của Bộ Chính trị thay thế Quy định số 262-QĐ/TW."


def main() -> None:
    """Measures and prints; the texts are the files and folders named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("law", nargs="*", type=Path, help="files or folders (default: ../shared/corpus/law, else corpus)")
    parser.add_argument("--news", type=Path, default=SHARED / "news", help="folder of news texts")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--bytes", type=int, default=300_000, help="size of the sample that each round reads")
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    law = _files(options.law or [SHARED / "law" if (SHARED / "law").is_dir() else ROOT / "corpus"])
    if not law:
        parser.error("no .txt file there: name a folder with law texts")
    samples = {"law": _sample(law, options.bytes)}
    if news := _files([options.news]):
        samples["news"] = _sample(news, options.bytes)
    # Memory first: a child's peak is never below what its parent held when it was started.
    rows = memory(max(law, key=lambda path: path.stat().st_size))
    rows += cold_start(options.rounds)
    rows += [row for name, texts in samples.items() for row in speed(name, texts, options.rounds)]
    rows += growth(samples["law"], options.rounds)
    if options.json:
        print(json.dumps([{"measure": measure, "value": value, "unit": unit} for measure, value, unit in rows], indent=2))  # noqa: T201
        return
    table = Table("measure", "value", "unit")
    table.columns[1].justify = "right"
    for measure, value, unit in rows:
        table.add_row(measure, f"{value:,.2f}", unit)
    Console(width=110).print(table)


Row = tuple[str, float, str]
"""What was measured, its value and the unit."""


def speed(name: str, texts: list[str], rounds: int) -> list[Row]:
    """Speed of each stage and of `word_tokenize` on the same texts, and how many times faster than it a stage is."""
    from underthesea import word_tokenize

    views = [clean(text) for text in texts]
    sources = [_source(text) for text in texts]
    for source in sources:  # loads rules and models
        extract(source)
    word_tokenize(texts[0][:200])
    stages: dict[str, Callable[[], object]] = {
        "clean": lambda: [clean(text) for text in texts],
        "reference scan": lambda: [references(view) for view in views],
        "extract": lambda: [extract(source) for source in sources],
        "word_tokenize": lambda: [word_tokenize(text) for text in texts],
    }
    took = _interleaved(stages, rounds)
    size = sum(len(text.encode()) for text in texts) / 1e6
    rows: list[Row] = [(f"{name}: sample", size, "MB")]
    rows += [(f"{name}: {stage}", size / statistics.median(seconds), "MB/s") for stage, seconds in took.items()]
    for stage in ("reference scan", "extract"):
        ratio = statistics.median(b / a for a, b in zip(took[stage], took["word_tokenize"], strict=True))
        rows.append((f"{name}: {stage} against word_tokenize", ratio, "times"))
    return rows


def growth(texts: list[str], rounds: int) -> list[Row]:
    """How much longer a text of twice the length takes."""
    once = "\n".join(texts)
    took = _interleaved({"n": lambda: extract(_source(once)), "2n": lambda: extract(_source(f"{once}\n{once}"))}, rounds)
    ratio = statistics.median(b / a for a, b in zip(took["n"], took["2n"], strict=True))
    return [("extract: time(2n) / time(n)", ratio, "times")]


def memory(path: Path) -> list[Row]:
    """Peak memory of a process that reads the file, and of one that only loads what reading needs."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as short:
        short.write(SHORT)
        short.flush()
        peaks = [
            float(subprocess.run([sys.executable, __file__, "--peak", name], capture_output=True, text=True, check=True).stdout)
            for name in (short.name, str(path))
        ]
    return [
        ("peak memory: one sentence", peaks[0], "MB"),
        (f"peak memory: the largest file, {path.stat().st_size / 1e6:.2f} MB", peaks[1], "MB"),
    ]


def peak(path: str) -> None:
    """Reads a file and prints the peak memory of the process in MB."""
    extract(_source(Path(path).read_text(encoding="utf-8", errors="replace")))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(used / (1e6 if sys.platform == "darwin" else 1e3))  # noqa: T201


def cold_start(rounds: int) -> list[Row]:
    """Wall time until `regraph extract` has printed its first reference, and until underthesea is imported."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_text(SHORT, encoding="utf-8")
        took: dict[str, list[float]] = {"regraph extract": [], "import underthesea": []}
        for _ in range(rounds):
            took["regraph extract"].append(_first_reference([sys.executable, "-m", "regraph", "extract", str(path)]))
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", "import underthesea"], check=True, capture_output=True)
            took["import underthesea"].append(time.perf_counter() - start)
    return [(f"cold start: {name}", statistics.median(seconds), "s") for name, seconds in took.items()]


def _first_reference(command: list[str]) -> float:
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if b"96-Q" in line:
                return time.perf_counter() - start
    raise RuntimeError("regraph extract printed no reference")


def _interleaved(things: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    took: dict[str, list[float]] = {name: [] for name in things}
    for _ in range(rounds):
        for name, run in things.items():
            start = time.process_time()
            run()
            took[name].append(time.process_time() - start)
    return took


def _files(paths: Iterable[Path]) -> list[Path]:
    return sorted(file for path in paths for file in (path.rglob("*.txt") if path.is_dir() else [path]) if file.is_file())


def _sample(files: list[Path], size: int) -> list[str]:
    """Whole files, drawn in the same order every time, of about ``size`` bytes together; larger ones are passed over."""
    texts: list[str] = []
    left = size
    for file in random.Random(0).sample(files, len(files)):
        if file.stat().st_size <= left:
            texts.append(file.read_text(encoding="utf-8", errors="replace"))
            left -= file.stat().st_size
        if left < size / 20:
            break
    return [text for text in texts if text.strip()] or [files[0].read_text(encoding="utf-8", errors="replace")[:size]]


def _source(text: str) -> Text:
    return Text("bench.txt", "/bench.txt", text, "0" * 64, "utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        peak(sys.argv[2])
    else:
        main()
