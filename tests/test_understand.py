"""Cues: read directly or by spaCy and underthesea, they are the same; loading both is put off until a sentence needs them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from regraph.model import Text
from regraph.pipeline import understand
from regraph.pipeline.extract import extract
from regraph.pipeline.output import to_json
from regraph.pipeline.read import read

CORPUS = Path(__file__).parents[1] / "corpus"


def test_both_ways_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [t for t in read([str(CORPUS)]) if isinstance(t, Text)]
    assert len(texts) > 20
    directly = [to_json(extract(t)) for t in texts]
    monkeypatch.setattr(understand, "_may_end_a_word", lambda *_: True)
    assert [to_json(extract(t)) for t in texts] == directly


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        ("Chi bộ họp theo Quy định số 96-QĐ/TW.", False),
        ("Quy định số 96-QĐ/TW thay thế Quy định số 262-QĐ/TW.", False),
        ("Quy định số 96-QĐ/TW ban hành năm 2023 nhằm thay thế Quy định số 262-QĐ/TW.", True),
    ],
)
def test_what_loads_the_models(text: str, loaded: bool, tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(text, encoding="utf-8")
    asked = (
        "import sys; from regraph.pipeline.read import read; from regraph.pipeline.extract import extract; "
        f"found = extract(next(iter(read([{str(source)!r}])))); print('spacy' in sys.modules, len(found.documents))"
    )
    run = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert run.stdout.split()[0] == str(loaded)


@pytest.mark.parametrize(
    ("sentence", "cues"),
    [
        ("Quy định này thay thế Quy định số 1", ["thay thế"]),
        ("Luật số 1 được sửa đổi, bổ sung bởi Luật số 2", ["được sửa đổi, bổ sung bởi"]),
        ("không có gì", []),
    ],
)
def test_cues(sentence: str, cues: list[str]) -> None:
    found = understand.cues(sentence, sentence.lower(), 0, len(sentence), [])
    assert [sentence[c.start : c.end] for c in found] == cues
