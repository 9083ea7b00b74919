"""How well texts are read: the least figures on annotated texts and official dates, scored where they lie (else skipped).

`make eval` prints the whole tables.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from notes import read_back

from regraph.model import Text
from regraph.pipeline.extract import extract
from regraph.pipeline.output import to_json
from regraph.pipeline.read import read

SHARED = Path(__file__).parents[2] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason=f"the annotated texts are not at {SHARED}")

LEAST = {
    "texts": {
        "documents": 0.97,
        "attr.symbol": 0.99,
        "attr.issued": 0.97,
        "attr.issuer": 0.95,
        "attr.title": 0.92,
        "mentions": 0.95,
        "effect": 0.90,
        "relations": 0.92,
        "relations.replaces": 0.95,
        "relations.repeals": 0.95,
        "relations.provision": 0.80,
        "people": 0.95,
        "positions": 0.90,
        "main_zone": 0.98,
    },
    "closing-articles": {
        "documents": 0.98,
        "attr.symbol": 0.99,
        "attr.issued": 0.98,
        "attr.issuer": 0.97,
        "attr.title": 0.94,
        "mentions": 0.97,
        "effect": 0.96,
        "relations": 0.95,
        "relations.replaces": 0.95,
        "relations.repeals": 0.95,
        "relations.provision": 0.80,
    },
}


def extracted(folder: Path, out: Path) -> Path:
    """The folder's extractions, one a line, in the file `out`."""
    with out.open("w", encoding="utf-8") as lines:
        for text in read([str(folder)]):
            assert isinstance(text, Text), text
            lines.write(json.dumps(to_json(extract(text)), ensure_ascii=False) + "\n")
    return out


@pytest.mark.parametrize("name", LEAST)
def test_annotated_texts(name: str, tmp_path: Path) -> None:
    out = extracted(SHARED / "gold" / name, tmp_path / "out.jsonl")
    least = [f"{figure}={value}" for figure, value in LEAST[name].items()]
    command = [
        sys.executable,
        str(SHARED / "eval" / "score.py"),
        str(SHARED / "gold" / name),
        str(out),
        "--json",
        "--min",
        *least,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    scores = json.loads(done.stdout)["scores"]
    assert (
        min(scores[f"relations.{ends}"]["precision"] for ends in ("replaces", "repeals")) >= 0.97
    )  # a wrong end is the worst error


def test_official_notes_of_amendment() -> None:
    outcomes = [why for why, _ in read_back(SHARED / "data" / "phapdien_relations.tsv")]
    assert outcomes.count(None) >= 0.98 * len(outcomes)


def test_official_dates(tmp_path: Path) -> None:
    score, data = str(SHARED / "eval" / "official.py"), str(SHARED / "gold" / "effectivity.jsonl")
    subprocess.run([sys.executable, score, "write", data, str(tmp_path / "texts")], check=True, capture_output=True)
    out = extracted(tmp_path / "texts", tmp_path / "out.jsonl")
    done = subprocess.run([sys.executable, score, "score", data, str(out)], capture_output=True, text=True, check=True)
    figures = re.search(r"precision ([\d.]+), recall ([\d.]+); own number and date right ([\d.]+)", done.stdout)
    assert figures, done.stdout
    precision, recall, own = map(float, figures.groups())
    assert (precision >= 0.995, recall >= 0.985, own >= 0.995) == (True, True, True), done.stdout
