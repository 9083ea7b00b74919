"""Whether reading takes time linear in the text, whatever the text repeats, up to four million characters.

For each shape of text the CPU time of one reading is measured at two lengths, one sixteen times the other; what is reported is
how much longer twice the text takes. Run it with ``make bench-linear``; it prints the worst shapes and judges nothing.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.table import Table

from regraph.model import Text
from regraph.pipeline.extract import extract

DOUBLINGS = 4
LIMIT = 60.0
"""CPU seconds for one text: a search that never ends fails and does not hang."""
TOO_SHORT = 0.1
"""CPU seconds below which the clock tells nothing of growth."""

HEADING = "BỘ TÀI CHÍNH\n-------\nSố: 9/2024/TT-BTC\n\nHà Nội, ngày 05 tháng 02 năm 2024\n\nTHÔNG TƯ\nVề một việc\n\n"

PHRASES = [
    "a", "A", "Đ", "1", " ", "\t", "\n", "\r\n", "\n\n", "(", ")", "“", "”", "-", "|", "*", "/", ", ", "; ", ". ", ".\n",
    "# ", "\\-", "___\n", "\u0301", "a\u0301", "\u200b", "oà ", "1/", "a, ", "và ", "số ", "Luật ", "Luật Đất đai và ",
    "Nghị định ", "Nghị định này ", "Nghị định số 1/2020/NĐ-CP, ", "Nghị định số 1/2020/NĐ-CP\n", "1-QĐ/TW ", "của Bộ ",
    "văn bản của Bộ Chính trị gồm: ", "khoản 1, ", "điểm a khoản 1 Điều 2 ", "điểm c, i, l ", "Điều 1 ",
    "Điều 1. Một việc\n1. Khoản\na) điểm\n", "sửa đổi khoản 1 Điều 2 ", "thay thế ",
    "thay thế Nghị định số 1/2020/NĐ-CP, ", "được sửa đổi, bổ sung bởi Luật số 1/2020/QH14 ", "hết hiệu lực ",
    "các văn bản hết hiệu lực ", "có hiệu lực từ ngày 1/1/2020 ", "ngày 1/1/2020 ", "sáng 17/2, ",
    "Nguyễn Văn A, Bí thư ", "Nguyễn Văn An ", "Bí thư Tỉnh ủy Nguyễn Văn An, ", "BÍ THƯ\nNguyễn Văn An\n", "Hội đồng ",
    "BỘ TÀI CHÍNH\n", "NGHỊ ĐỊNH\n", "Tin liên quan\n", "theo quy định của pháp luật về đất đai, ",
    "Bộ Y tế ban hành Quyết định số 1/2010/QĐ-BYT, ",
]  # fmt: skip
"""Each is repeated until the text is long enough."""

NUMBERED = [
    "Nghị định số {}/2020/NĐ-CP, ",
    "Nghị định số {}/2020/NĐ-CP có hiệu lực từ ngày 1/1/2020, ",
    "Nghị định số {}/2020/NĐ-CP về việc ",
    "Quyết định số {0}/2010/QĐ-TTg thay thế Quyết định số {0}/2000/QĐ-TTg, ",
    "Quyết định số {0}/2010/QĐ-TTg thay thế Quyết định số {0}/2000/QĐ-TTg. ",
    "Luật Đất đai số {}/2020/QH14, ",
    "Luật Đất đai ngày 1/1/{} thì ",
    "Luật số {}/2020/QH14, Luật năm 2020, ",
    "Luật số {}/2020/QH14 được sửa đổi, bổ sung bởi ",
    "Quy định số 96-QĐ/A{}, Quy định số 96 và ",
    "Trước đây đã có Quy định số {}-QĐ/TW. ",
    "văn bản của Bộ Chính trị gồm: Quy định số {}-QĐ/TW, ",
    "các văn bản hết hiệu lực, Nghị định số {}/2020/NĐ-CP, ",
    "Bộ Y tế ban hành Quyết định số {}/2010/QĐ-BYT, ",
    "Nguyễn Văn An, Bí thư Huyện ủy {}; ",
]
"""The same with a number that counts up, so that no document is mentioned twice."""

LISTS = [
    "Điều {0}. Bãi bỏ khoản {0} Điều 2 Nghị định số {0}/2020/NĐ-CP.\n",
    "{0}. Nghị định số {0}/2020/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số {0}/2010/NĐ-CP\n",
    "Căn cứ Nghị định số {}/2020/NĐ-CP;\n",
    "Điều {0}. Họp\nKhi có việc {0}, cơ quan, tổ chức, cá nhân phải họp không quá {0} lần trong năm.\n",
    "{0}. Giám đốc có trách nhiệm:\na) Lập kế hoạch {0};\n",
    "a) Trường hợp {0} thì chủ xe phải nộp phí và không được nghỉ;\n",
]
"""The same as lines of a regulation."""


def _repeated(phrase: str) -> Callable[[int], str]:
    return lambda n: (phrase * (n // len(phrase) + 1))[:n]


def _counted(phrase: str, before: str = "") -> Callable[[int], str]:
    def text(n: int) -> str:
        pieces, length, i = [before], len(before), 1
        while length < n:
            pieces.append(phrase.format(i))
            length += len(pieces[-1])
            i += 1
        return "".join(pieces)

    return text


SHAPES: list[tuple[str, Callable[[int], str]]] = [
    *((repr(p), _repeated(p)) for p in PHRASES),
    *((p, _counted(p)) for p in NUMBERED),
    *((p.strip(), _counted(p, HEADING)) for p in LISTS),
    ("members of a list announced in a regulation", _counted(LISTS[1], HEADING + "Điều 1. Các văn bản sau đây hết hiệu lực:\n")),
    ("spaces after a type word", lambda n: "Nghị định số" + " " * n + "x"),
    ("spaces after a sign", lambda n: "Nghị định số 1/2020/NĐ-CP" + " " * n + "x"),
    ("spaces between references", lambda n: "Nghị định số 1/2020/NĐ-CP" + " " * n + "Nghị định số 2/2020/NĐ-CP"),
    ("spaces after a law", lambda n: "Luật Đất đai" + " " * n + "x"),
    ("spaces in a date", lambda n: "sáng ngày 1" + " " * n + "x"),
    ("spaces before a sentence", lambda n: " " * (n // 2) + "Nghị định số 1/2020/NĐ-CP và " * (n // 56)),
    ("full stops in a word", lambda n: "." * n + "x"),
    ("full stops and spaces", lambda n: "." * (n // 2) + " " * (n // 2) + "x"),
    ("quotation marks after a full stop", lambda n: "a." + "”" * n + "x"),
    ("capitals after a number", lambda n: "Nghị định số 1 " + "A" * n + " x"),
    ("hexadecimal digits after a number", lambda n: "mã 1 " + "A1" * (n // 2) + " x"),
    ("capitals on the number line", lambda n: "Số: 1/" + "A" * n + " x\n\nNGHỊ ĐỊNH\nVề một việc\n"),
    (
        "labels that are letters and numerals",
        lambda n: "thay thế điểm " + "c, i, l, v, x, " * (n // 15) + "kia là Nghị định số 1/2020/NĐ-CP.",
    ),
    (
        "many labels that are letters and numerals",
        _repeated("thay thế điểm " + "c, i, l, v, x, " * 8 + "kia là Nghị định số 1/2020/NĐ-CP. "),
    ),
    ("a word of the text's length", lambda n: "thay thế Nghị định số 1/2020/NĐ-CP " + "a" * n),
    ("addresses", lambda n: "thay thế Nghị định số 1/2020/NĐ-CP " + "http://a.b/" * (n // 11)),
    (
        "a bare number that names several",
        lambda n: "Quy định số 96-QĐ/TW, Quy định số 96-QĐ/TU, " + "Quy định số 96, " * (n // 16),
    ),
    (
        "notes of a consolidated text",
        lambda n: (
            "VĂN BẢN HỢP NHẤT\nSố: 1/VBHN-BTC\n\nThông tư số 1/2010/TT-BTC "
            "có hiệu lực kể từ ngày 01/01/2011, được sửa đổi, bổ sung bởi:\n"
            "1. Thông tư số 2/2015/TT-BTC có hiệu lực kể từ ngày 01/01/2016.\n\nĐiều 1. Phạm vi\n"
            + _counted("{}.[2] Nội dung của khoản.\n")(n // 2)
            + "[2] Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 Thông tư số 2/2015/TT-BTC.\n" * (n // 180)
        ),
    ),
    (
        "groups",
        lambda n: (
            "Nghị định số 1/2020/NĐ-CP và Nghị định số 2/2020/NĐ-CP. Hai Nghị định này có hiệu lực từ ngày ký. " * (n // 100)
        ),
    ),
    ("duties on one line", lambda n: HEADING + "Điều 1. Họp\n1. " + "Chi bộ phải họp đều. " * (n // 21)),
    ("duties in one sentence", lambda n: HEADING + "Điều 1. Họp\n1. " + "Chi bộ phải họp đều, " * (n // 21)),
    (
        "items under a long line",
        lambda n: HEADING + "Điều 1. " + "a " * (n // 4) + ":\n" + "- Chủ xe phải nộp phí;\n" * (n // 46),
    ),
    ("what an article reports", lambda n: "Theo Nghị định số 1/2020/NĐ-CP, chủ xe phải nộp phí.\n\n" * (n // 54)),
    ("numbers under one word", lambda n: "các Quy định số 1" + ", 2" * (n // 3)),
    (
        "suspensions",
        lambda n: (
            "ngưng hiệu lực thi hành Thông tư số 1/2020/TT-BTC từ ngày 01/01/2021 cho đến khi có quy định mới, " * (n // 95)
        ),
    ),
    (
        "items of an amending article",
        lambda n: (
            "CHÍNH PHỦ\nSố: 2/2022/NĐ-CP\n\nNGHỊ ĐỊNH\n\nĐiều 1. Sửa đổi, bổ sung một số điều của Nghị định số 1/2020/NĐ-CP\n"
            + _counted("{0}. Sửa đổi khoản 2 Điều {0} như sau:\n“2. Nội dung mới.”\n")(n)
        ),
    ),
    ("open quotes", lambda n: "“" * (n // 2) + "thay thế Nghị định số 1/2020/NĐ-CP, " * (n // 80)),
    (
        "acts that amend one law",
        lambda n: "Luật số 1/2019/QH14 được sửa đổi, bổ sung bởi " + _counted("Luật số {}/2020/QH14, ")(n),
    ),
]


def main() -> None:
    """Measures every shape, or those whose names hold one of the words given, and prints the slowest growing first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shapes", nargs="*", help="words that the names of the shapes hold (default: all)")
    parser.add_argument("--length", type=int, default=4_000_000, help="characters of the longer text")
    parser.add_argument("--worst", type=int, default=20, help="how many shapes to print")
    options = parser.parse_args()
    load()
    measured = []
    for name, shape in SHAPES:
        if not options.shapes or any(words in name for words in options.shapes):
            short, long = (seconds(shape(n), 20 * LIMIT) for n in (options.length >> DOUBLINGS, options.length))
            measured.append(((long / max(short, TOO_SHORT)) ** (1 / DOUBLINGS), long, name))
    table = Table("time(2n) / time(n)", "seconds", "text")
    for growth, took, name in sorted(measured, reverse=True)[: options.worst]:
        table.add_row(f"{growth:.2f}", f"{took:.1f}", name)
    Console(width=110).print(table)


def load() -> None:
    """Loads what the first cue loads, so that no measurement holds it."""
    _read("Nghị định số 1/2020/NĐ-CP thay thế Nghị định số 2/2020/NĐ-CP.")


def seconds(text: str, limit: float = LIMIT) -> float:
    """CPU seconds of one reading, without those that the collector spends on what others left behind.

    Raises TimeoutError after ``limit`` of them.
    """
    gc.collect()
    gc.disable()
    try:
        with _ended_after(limit):
            start = time.process_time()
            _read(text)
            return time.process_time() - start
    finally:
        gc.enable()


def _read(content: str) -> None:
    extract(Text("a.txt", "/a.txt", content, hashlib.sha256(content.encode()).hexdigest(), "utf-8"))


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds:.0f} CPU seconds for one text")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


if __name__ == "__main__":
    main()
