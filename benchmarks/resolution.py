"""How well and how fast references of many sources are brought together: pairwise precision and recall, seconds, memory.

The documents are made up, their collisions are those of real ones: the Party's numbers start again with each term, provinces
share signs, ministries share numbers, decisions without year start again each year. The references state what articles
state: a sign or a number alone, a day, a year or no date, an issuer, a title or neither, some of it misspelt or wrong. Two
references are rightly one when they mean one document. Recall counts the pairs of references that what they state tells from
all other documents; of all pairs, those of a bare `Quy định 08` included, it is printed beside it. Precision counts what is
found to be one document, without mentions that are told to be unsure; of all that stand under one id, those included, it is
printed beside it. Run it with ``make bench-resolution``.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, pairwise

from rich.console import Console
from rich.table import Table

from regraph.graph.bodies import body
from regraph.graph.comparison import sign_parts
from regraph.graph.resolution import resolve
from regraph.model import Span, Statement

SIZES = (10_000, 100_000, 1_000_000)
REFERENCES_A_DOCUMENT = 5
REFERENCES_A_SOURCE = 10
FIRST_YEAR, LAST_YEAR = 2004, 2025
TERMS = (date(2001, 4, 22), date(2006, 4, 25), date(2011, 1, 19), date(2016, 1, 28), date(2021, 2, 1), date(2026, 1, 23))
PARTY = {
    "Quy định": "QĐ",
    "Hướng dẫn": "HD",
    "Chỉ thị": "CT",
    "Kết luận": "KL",
    "Nghị quyết": "NQ",
    "Kế hoạch": "KH",
    "Thông báo": "TB",
}
CENTRE = {"TW": ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương Đảng"), "BTCTW": ("Ban Tổ chức Trung ương",),
          "UBKTTW": ("Ủy ban Kiểm tra Trung ương",)}  # fmt: skip
MINISTRIES = {
    "BYT": "Bộ Y tế", "BTC": "Bộ Tài chính", "BGDĐT": "Bộ Giáo dục và Đào tạo", "BCA": "Bộ Công an", "BQP": "Bộ Quốc phòng",
    "BNV": "Bộ Nội vụ", "BTP": "Bộ Tư pháp", "BXD": "Bộ Xây dựng", "BCT": "Bộ Công Thương", "BNG": "Bộ Ngoại giao",
    "BKHCN": "Bộ Khoa học và Công nghệ", "BTNMT": "Bộ Tài nguyên và Môi trường", "BGTVT": "Bộ Giao thông vận tải",
    "BTTTT": "Bộ Thông tin và Truyền thông", "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "NHNN": "Ngân hàng Nhà nước Việt Nam",
}  # fmt: skip
PROVINCES = (
    "tỉnh An Giang", "tỉnh Bắc Giang", "tỉnh Bắc Kạn", "tỉnh Bến Tre", "tỉnh Bình Dương", "tỉnh Bình Định", "tỉnh Bình Thuận",
    "tỉnh Cà Mau", "tỉnh Cao Bằng", "tỉnh Đắk Lắk", "tỉnh Điện Biên", "tỉnh Đồng Nai", "tỉnh Đồng Tháp", "tỉnh Gia Lai",
    "tỉnh Hà Giang", "tỉnh Hà Nam", "tỉnh Hà Tĩnh", "tỉnh Hòa Bình", "tỉnh Kiên Giang", "tỉnh Kon Tum", "tỉnh Lai Châu",
    "tỉnh Lạng Sơn", "tỉnh Lào Cai", "tỉnh Lâm Đồng", "tỉnh Long An", "tỉnh Nam Định", "tỉnh Nghệ An", "tỉnh Ninh Bình",
    "tỉnh Phú Thọ", "tỉnh Phú Yên", "tỉnh Quảng Bình", "tỉnh Quảng Nam", "tỉnh Quảng Ngãi", "tỉnh Quảng Ninh", "tỉnh Quảng Trị",
    "tỉnh Sóc Trăng", "tỉnh Sơn La", "tỉnh Tây Ninh", "tỉnh Thái Bình", "tỉnh Thanh Hóa", "tỉnh Tiền Giang", "tỉnh Trà Vinh",
    "tỉnh Vĩnh Long", "tỉnh Vĩnh Phúc", "tỉnh Yên Bái", "thành phố Hà Nội", "thành phố Đà Nẵng", "thành phố Cần Thơ",
)  # fmt: skip
ACTS = (
    "quản lý",
    "sử dụng",
    "kiểm tra",
    "đánh giá",
    "hỗ trợ",
    "bổ nhiệm",
    "phân cấp",
    "giám sát",
    "đào tạo",
    "thẩm định",
    "công bố",
)
MATTERS = (
    "đất đai", "tài sản công", "cán bộ", "ngân sách", "rừng", "khoáng sản", "học sinh", "văn thư", "đảng viên", "bệnh viện",
    "giao thông", "nhà ở", "thuế", "bảo hiểm", "lao động", "du lịch", "nước sạch", "đê điều", "chợ", "thủy sản",
)  # fmt: skip
WHERE = ("cấp xã", "vùng cao", "doanh nghiệp", "ngoài nước", "đô thị", "nông thôn", "khu kinh tế", "hải đảo", "biên giới")
# What a reference states beside the kind: sign or number alone, day, year or no date, issuer or none; and how often.
FORMS = (
    ("sign", "day", "issuer", 34), ("sign", "day", "", 22), ("sign", "year", "", 6), ("sign", "", "issuer", 8),
    ("sign", "", "", 14), ("number", "day", "issuer", 6), ("number", "day", "", 3), ("number", "year", "issuer", 3),
    ("number", "", "issuer", 2), ("number", "", "", 2),
)  # fmt: skip
TITLED, WRONG_DAY, MISSPELT, PUBLISHED = 0.4, 0.004, 0.1, 0.7


@dataclass(frozen=True, slots=True)
class Made:
    """A document made up."""

    kind: str
    number: str
    symbol: str
    issued: str
    issuer: str
    title: str


@dataclass(frozen=True, slots=True)
class Cited:
    """What one reference states of the document at ``truth``, values that it leaves out are empty."""

    truth: int
    kind: str
    number: str
    symbol: str
    date: str
    issuer: str
    title: str


def documents(count: int, chance: random.Random) -> list[Made]:
    """As many documents; all those that share a number come together, so that they collide in a small set as in a large one."""
    by_number: dict[int, list[Made]] = defaultdict(list)
    for number, kind, symbol, first, last, issuer in _numbered():
        issued = (first + timedelta(days=chance.randrange(max(1, (last - first).days)))).isoformat()
        about = (*chance.sample(ACTS, 2), *chance.sample(MATTERS, 2), chance.choice(WHERE))
        title = f"{about[0]} {about[2]}, {about[1]} {about[3]} {about[4]}"
        by_number[number].append(Made(kind, f"{number:02}", symbol, issued, issuer, title))
    numbers = sorted(by_number)
    chance.shuffle(numbers)
    made = [document for number in numbers for document in by_number[number]]
    if len(made) < count:
        raise ValueError(f"only {len(made)} documents can be made up")
    return made[:count]


def _numbered() -> Iterator[tuple[int, str, str, date, date, str]]:
    """Number, kind, symbol, the days between which it was issued, and issuer of each document."""
    for number in range(1, 421):
        for begins, ends in pairwise(TERMS):
            for kind, code in PARTY.items():
                for of, issuers in CENTRE.items():
                    yield number, kind, f"{number:02}-{code}/{of}", begins, ends, issuers[number % len(issuers)]
                if number <= 90:
                    for province in PROVINCES:
                        yield number, kind, f"{number:02}-{code}/TU", begins, ends, f"{_committee(province)}"
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            begins, ends = date(year, 1, 1), date(year, 12, 31)
            yield number, "Quyết định", f"{number}/QĐ-TTg", begins, ends, "Thủ tướng Chính phủ"
            if number <= 180:
                yield number, "Nghị định", f"{number:02}/{year}/NĐ-CP", begins, ends, "Chính phủ"
            if number <= 60:
                for code, ministry in MINISTRIES.items():
                    yield number, "Thông tư", f"{number:02}/{year}/TT-{code}", begins, ends, ministry
            if number <= 70:
                for province in PROVINCES:
                    yield number, "Quyết định", f"{number:02}/{year}/QĐ-UBND", begins, ends, f"Ủy ban nhân dân {province}"


def _committee(province: str) -> str:
    return f"Tỉnh ủy {province[5:]}" if province.startswith("tỉnh ") else f"Thành ủy {province[10:]}"


def citations(made: Sequence[Made], count: int, chance: random.Random) -> list[Cited]:
    """As many references: each document is cited once, some far more often, as few documents are known by all."""
    weights = [1 / (1 + rank) ** 0.7 for rank in range(len(made))]
    ranked = list(range(len(made)))
    chance.shuffle(ranked)
    meant = [*range(len(made)), *chance.choices(ranked, weights, k=count - len(made))]
    chance.shuffle(meant)
    forms = chance.choices(FORMS, [form[3] for form in FORMS], k=count)
    return [_citation(at, made[at], form, chance) for at, form in zip(meant, forms, strict=True)]


def _citation(at: int, meant: Made, form: tuple[str, str, str, int], chance: random.Random) -> Cited:
    by, dated, issued_by, _ = form
    day = meant.issued
    if dated == "day" and chance.random() < WRONG_DAY:
        day = (date.fromisoformat(day) + timedelta(days=chance.randint(1, 20))).isoformat()
    symbol = meant.symbol if by == "sign" else ""
    if symbol and chance.random() < MISSPELT:
        symbol = chance.choice((symbol.lower(), symbol.replace("TW", "T.Ư"), symbol.lstrip("0"), symbol.replace("/", " / ")))
    date_ = {"day": day, "year": day[:4], "": ""}[dated]
    title = meant.title if chance.random() < TITLED else ""
    return Cited(at, meant.kind, meant.number, symbol, date_, meant.issuer if issued_by else "", title)


def statements(
    cited: Sequence[Cited], made: Sequence[Made], chance: random.Random
) -> tuple[list[Statement], list[tuple[str, str]]]:
    """What sources of some references each state, and the source and subject of each reference."""
    said: list[Statement] = []
    things: list[tuple[str, str]] = []
    for start in range(0, len(cited), REFERENCES_A_SOURCE):
        group = cited[start : start + REFERENCES_A_SOURCE]
        source = f"{start:064x}"
        if chance.random() < PUBLISHED:
            day = max(made[c.truth].issued for c in group)
            published = (date.fromisoformat(day) + timedelta(days=40)).isoformat()
            said.append(_statement(source, "Source:", "published", published, len(said), Span(0, 0)))
        for at, c in enumerate(group):
            subject = f"Document:d{at}"
            things.append((source, subject))
            span = Span(200 * at, 200 * at + 30)
            called = f"{c.kind} số {c.symbol or c.number}"
            values = {"mention": called, "kind": c.kind, "number": c.number, "symbol": c.symbol, "issued": c.date}
            for name, value in {**values, "issuer": c.issuer, "title": c.title}.items():
                if value:
                    said.append(_statement(source, subject, name, value, len(said), span))
    return said, things


def _statement(source: str, subject: str, predicate: str, value: str, at: int, span: Span) -> Statement:
    id_ = f"{at:020x}"
    return Statement(
        id_, source, sys.intern(subject), predicate, value, None, value, span, "", (), "made up", 1.0, "reported", "main"
    )


def tellable(cited: Sequence[Cited], made: Sequence[Made]) -> list[bool]:
    """Whether what each reference states fits one document alone, as far as references that give the day tell of documents."""
    issuers = {c.truth for c in cited if c.issuer and c.date == made[c.truth].issued}
    titles = {c.truth for c in cited if c.title and c.date == made[c.truth].issued}
    by_sign: dict[Hashable, list[int]] = defaultdict(list)
    by_number: dict[Hashable, list[int]] = defaultdict(list)
    for at, document in enumerate(made):
        for date_ in ("", document.issued[:4], document.issued):
            by_sign[sign_parts(document.symbol), date_].append(at)
            by_number[document.kind, document.number, date_].append(at)
    found = []
    for c in cited:
        near = by_sign[sign_parts(c.symbol), c.date] if c.symbol else by_number[c.kind, c.number, c.date]
        fits = (
            at
            for at in near
            if (not c.issuer or at not in issuers or body(c.issuer).related(body(made[at].issuer)))
            and (not c.title or at not in titles or c.title == made[at].title)
        )
        found.append(len(list(islice(fits, 2))) == 1)
    return found


def pairs(groups: Iterable[int]) -> int:
    """How many pairs there are within groups of these sizes."""
    return sum(size * (size - 1) // 2 for size in groups)


def score(found: Sequence[str], unsure: Container[str], cited: Sequence[Cited], told: Sequence[bool]) -> dict[str, float]:
    """Pairwise precision and recall of the ids ``found`` for references, of which the ``unsure`` are told to be so."""
    together = list(zip(found, (c.truth for c in cited), strict=True))
    right = pairs(Counter(together).values())
    sure = [pair for pair in together if pair[0] not in unsure]
    can_be_told = [pair for pair, tells in zip(together, told, strict=True) if tells]
    return {
        "precision": pairs(Counter(sure).values()) / pairs(Counter(id_ for id_, _ in sure).values()),
        "precision of all": right / pairs(Counter(found).values()),
        "recall": pairs(Counter(can_be_told).values()) / pairs(Counter(truth for _, truth in can_be_told).values()),
        "recall of all": right / pairs(Counter(c.truth for c in cited).values()),
    }


def measure(count: int, seed: int) -> dict[str, float]:
    """Makes up and resolves as many references in this process."""
    chance = random.Random(seed)
    made = documents(count // REFERENCES_A_DOCUMENT, chance)
    cited = citations(made, count, chance)
    said, things = statements(cited, made, chance)
    before = time.process_time()
    names = {source: (f"{source[-8:]}.txt",) for source, _ in things}
    resolution = resolve(said, names)
    seconds = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    told = tellable(cited, made)
    found = [resolution.documents_of[thing] for thing in things]
    return {
        "references": count, "documents": len(made), "found": len(resolution.documents), "unsure": len(resolution.unsure),
        "tellable": sum(told) / count, **score(found, {u.document for u in resolution.unsure}, cited, told),
        "seconds": seconds, "memory MB": peak,
    }  # fmt: skip


def main() -> None:
    """Measures each size in a process of its own and prints a table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--references", type=int, nargs="*", default=SIZES, help="how many references to resolve")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.seed)))  # noqa: T201
        return
    rows = []
    for count in options.references:
        command = [sys.executable, __file__, "--one", str(count), "--seed", str(options.seed)]
        rows.append(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    if options.json:
        print(json.dumps(rows, indent=2))  # noqa: T201
        return
    table = Table(*rows[0])
    for row in rows:
        table.add_row(
            *(f"{value:,.4f}" if isinstance(value, float) and value <= 1 else f"{value:,.0f}" for value in row.values())
        )
    Console(width=130).print(table)


if __name__ == "__main__":
    main()
