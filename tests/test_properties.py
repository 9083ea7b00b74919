"""What holds for every text: nothing crashes, every place is in the text, and what is printed is read back."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import HEADING, read

from regraph.model import Extraction, Span
from regraph.pipeline.clean import clean
from regraph.pipeline.output import to_json
from regraph.pipeline.references import LAWS
from regraph.pipeline.statements import statements
from regraph.pipeline.vocabulary import kinds, table

SCHEMA = jsonschema.Draft202012Validator(
    json.loads((Path(__file__).parent.parent / "docs" / "extract.schema.json").read_text(encoding="utf-8"))
)

SIGNS = ["96-QĐ/TW", "1/2020/NĐ-CP", "31/2024/QH15", "93/CP", "24/2009/TT-BCA-V24", "02/2020/UBTVQH14", "08-QĐ/TU", "291/TTr-CP"]
FRAGMENTS = [
    "Nghị định", "Quy định", "Luật", "LUẬT", "Luật Đất đai", "Bộ luật Dân sự năm 2015", "Hiến pháp", "Điều lệ Đảng",
    "Luật sửa đổi, bổ sung một số điều của", "Nghị định này", "Quyết định trên", "số", "số:", "sô", *SIGNS, "96",
    "năm 2013", "2024", "ngày 02/02/2023", "ngày 31/2/2023", "ngày 2 tháng 2 năm 2023", "sáng 17/2", "chiều 5/7/2024",
    "kể từ ngày ký", "có hiệu lực từ ngày 1/7/2024", "có hiệu lực sau 45 ngày kể từ ngày ký", "hết hiệu lực",
    "hết hiệu lực từ ngày 1/7/2024", "thay thế", "bãi bỏ", "được sửa đổi, bổ sung bởi",
    "sửa đổi, bổ sung một số điều của", "hướng dẫn", "căn cứ", "Căn cứ", "các văn bản sau đây", "gồm:",
    "của Bộ Chính trị", "của Chính phủ", "của Ủy ban nhân dân tỉnh Lào Cai", "khóa XIII", "về việc", "Về việc",
    "khoản 2 Điều 5", "điểm a, b, c", "Điều 1.", "Chương I", "và", ",", ";", ".", ":", "(", ")", "“", "”", '"', "|", "*",
    "**", "#", "-", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u200b", "\u0301", "\\", "1.", "a)", "Nguyễn Văn An",
    "(sửa đổi)", "có hiệu lực từ ngày 01 tháng 7", "kể từ ngày 1/7/2026", "tại", "ban hành kèm theo", "(phần về", "NĐ 9/2030", "BLLĐ 2019",
    "Phạm vi: Sửa đổi", "Để tiếp tục thực hiện", "giai đoạn 2023",
    "Bí thư Tỉnh ủy", "đồng chí", "KT. BỘ TRƯỞNG", "Uỷ ban", "Đọc thêm", "không", "Nơi nhận:", "NGHỊ ĐỊNH", "CHÍNH PHỦ",
    "Số: 1/2020/NĐ-CP", HEADING,
]  # fmt: skip

legal = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from([" ", " ", " ", "", "\n", ", "])), max_size=40).map(
    lambda pieces: "".join(a + b for a, b in pieces)
)
decomposed = legal.map(lambda text: unicodedata.normalize("NFD", text))
mixed = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=8)), max_size=25).map(" ".join)
texts = st.one_of(st.text(max_size=200), legal, decomposed, mixed)


def _spans(found: Extraction) -> list[Span]:
    """The places of all that was found."""
    return [
        *(z.span for z in found.zones),
        *(m for d in found.documents for m in d.mentions),
        *(a.span for d in found.documents for a in d.attributes),
        *(r.span for r in found.relations),
        *(e.span for e in found.effects),
        *(m for p in found.people for m in p.mentions),
        *(held.span for p in found.people for held in p.positions),
        *(d.span for d in found.dates),
    ]


@settings(deadline=None, max_examples=200)
@given(texts)
def test_any_text_is_read_and_every_place_is_in_it(text: str) -> None:
    found = read(text)
    for span in _spans(found):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
    SCHEMA.validate(to_json(found))
    said = statements(found)
    assert len({s.id for s in said}) == len(said)
    assert all(0 <= s.span.start <= s.span.end <= len(text) for s in said)


@settings(deadline=None, max_examples=60)
@given(texts)
def test_every_name_of_a_document_in_the_output_is_one_of_its_documents(text: str) -> None:
    found = read(text)
    ids = {d.id for d in found.documents}
    assert len(ids) == len(found.documents)
    assert {e.document for e in found.effects} | {r.source for r in found.relations} | {r.target for r in found.relations} <= ids
    assert found.self_id is None or found.self_id in ids
    assert not [r for r in found.relations if r.source == r.target]


@settings(deadline=None, max_examples=60)
@given(texts)
def test_a_text_is_read_the_same_way_twice(text: str) -> None:
    assert statements(read(text)) == statements(read(text))


@settings(deadline=None, max_examples=80)
@given(legal)
def test_composed_and_decomposed_letters_give_the_same_documents(text: str) -> None:
    def documents(form: str) -> list[tuple[str | None, ...]]:
        found = read(form)
        return [(d.kind, d.number, d.symbol, d.issued, d.issuer, d.title) for d in found.documents]

    composed = unicodedata.normalize("NFC", text)
    assert documents(unicodedata.normalize("NFD", composed)) == documents(composed)


@settings(deadline=None, max_examples=200)
@given(texts)
def test_a_place_in_the_clean_view_leads_back_to_the_text(text: str) -> None:
    view = clean(text)
    assert len(view.lower) == len(view.text)
    for number in re.finditer(r"\d+", view.text):
        span = view.raw(*number.span())
        assert re.sub(r"\D", "", text[span.start : span.end]) == number[0]
    spans = [view.raw(i, i + 1) for i in range(len(view.text))]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))


STATE = ["CP", "TTg", "BTC", "BYT", "NHNN", "UBND", "HĐND", "BGDĐT", "BTC-BTP"]
PARTY = ["TW", "TU", "BTCTW", "VPTW", "UBKTTW", "BTGTW"]
WITHOUT_ISSUER = ("QH", "UBTVQH")
CODES = [(kind.name, code.letters) for kind in dict.fromkeys(kinds().values()) for code in kind.codes]


@st.composite
def signs(draw: st.DrawFn, code: str) -> tuple[str, str]:
    """A number and the sign that it stands in, of the State (`1/2020/NĐ-CP`) or of the Party (`1-QĐ/TW`)."""
    n = draw(st.integers(1, 9999))
    number = draw(st.sampled_from([str(n), f"{n:02d}"]))
    year = draw(st.integers(1946, 2030))
    if code in WITHOUT_ISSUER:
        return number, f"{number}/{year}/{code}{draw(st.integers(7, 16))}"
    if draw(st.booleans()):
        return number, f"{number}/{year}/{code}-{draw(st.sampled_from(STATE))}"
    return number, f"{number}-{code}/{draw(st.sampled_from(PARTY))}"


def _written(day: date, form: str) -> str:
    return form.format(d=day.day, m=day.month, y=day.year)


PASSES_LAWS = ["Quốc hội", "Ủy ban Thường vụ Quốc hội", "UBTVQH", "Hội đồng Nhà nước"]
"""Of another body's law a text does not tell: `quy định chi tiết Luật A của Bộ B` is of who wrote the other act."""
DAYS = [
    "ngày {d}/{m}/{y}",
    "ngày {d:02d}/{m:02d}/{y}",
    ", ngày {d}-{m}-{y}",
    "ngày {d}.{m}.{y}",
    "ngày {d} tháng {m} năm {y}",
    ", ngày {d:02d} tháng {m:02d} năm {y}",
]


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_a_reference_printed_from_its_fields_is_read_back(data: st.DataObject) -> None:
    kind, code = data.draw(st.sampled_from(CODES))
    number, symbol = data.draw(signs(code))
    day = data.draw(st.dates(date(1946, 1, 1), date(2030, 12, 31)))
    issuer = data.draw(st.sampled_from(PASSES_LAWS if kind in LAWS else table("bodies")["names"]))
    when = _written(day, data.draw(st.sampled_from(DAYS)))
    beside = data.draw(st.permutations([when, f"của {issuer}"]))
    word = data.draw(st.sampled_from([" số ", " ", " số: "]))
    said = f"Theo {kind}{word}{symbol} {' '.join(beside)} nêu rõ.".replace(" ,", ",")
    [found] = read(said).documents
    expected = (kind, number, symbol, day.isoformat(), issuer)
    assert (found.kind, found.number, found.symbol, found.issued, found.issuer) == expected, said


@pytest.mark.parametrize("text", ["", " ", "\n", "\ufeff", "\x00", "*", "|", "\u0301", "\ud7ff", "\U0010ffff"])
def test_a_text_of_nothing_says_nothing(text: str) -> None:
    found = read(text)
    assert not found.documents
    assert not found.relations
    SCHEMA.validate(to_json(found))
