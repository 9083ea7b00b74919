"""The two articles that the project began with give all their facts (read where they lie; skipped where they are not)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from regraph.model import Extraction, Text
from regraph.pipeline.extract import extract
from regraph.pipeline.output import to_json
from regraph.pipeline.read import read
from regraph.pipeline.statements import statements

SHARED = Path(__file__).parents[2] / "shared"
pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason=f"the seed articles are not at {SHARED}")


@pytest.fixture(scope="module")
def found() -> dict[str, Extraction]:
    texts = [t for t in read([str(SHARED / "seeds")]) if isinstance(t, Text)]
    return {"lao cai" if Path(t.name).name.startswith("000") else "ha tinh": extract(t) for t in texts}


def test_scores_in_full(found: dict[str, Extraction], tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("".join(json.dumps(to_json(f), ensure_ascii=False) + "\n" for f in found.values()), encoding="utf-8")
    full = ["documents", "attr.symbol", "attr.issued", "attr.issuer", "attr.title", "relations", "effect"]
    nearly = ["mentions", "people", "positions", "main_zone"]
    least = [f"{name}=1.0" for name in full] + [f"{name}=0.95" for name in nearly]
    command = [sys.executable, str(SHARED / "eval" / "score.py"), str(SHARED / "gold" / "seeds"), str(out), "--min", *least]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_boxes_give_documents_of_the_boilerplate_and_no_facts(found: dict[str, Extraction]) -> None:
    aside = {d.symbol: d.id for f in found.values() for d in f.documents if d.zone == "boilerplate"}
    assert set(aside) == {"60-KH/TU", "57-NQ/TW", "18-NQ/TW"}
    assert all(r.zone == "main" for f in found.values() for r in f.relations)
    assert "Hoàng Trung Dũng" not in {p.name for f in found.values() for p in f.people}


def test_the_day_of_the_conference_has_its_year_from_the_documents(found: dict[str, Extraction]) -> None:
    assert [(d.value, d.inferred) for f in found.values() for d in f.dates] == [("2023-02-17", ("year",))] * 2


def test_meeting_in_another_way_replaces_no_document(found: dict[str, Extraction]) -> None:
    text = found["ha tinh"].text.content
    at = text.index("thay cho sinh hoạt toàn thể")
    assert not [r for r in found["ha tinh"].relations if r.span.start <= at < r.span.end]


def test_every_fact_shows_its_place_and_quote(found: dict[str, Extraction]) -> None:
    for extraction in found.values():
        content = extraction.text.content
        for said in statements(extraction):
            assert content[said.span.start : said.span.end] == said.raw
            if not said.predicate.startswith(("text_kind", "title", "self")) or said.raw:
                assert said.raw == "" or " ".join(said.raw.split())[:40] in said.quote, said
