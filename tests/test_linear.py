"""Reading takes time linear in the text, whatever the text repeats.

What is measured is the CPU time of the process, for a text and for one twice as long. One ratio within the bound is
enough, for noise only ever adds time; work that is not linear is over the bound every time.
"""

from __future__ import annotations

import gc
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import pytest
from reading import HEADING, read

LENGTH = 50_000
BOUND = 2.6
ATTEMPTS = 4
TOO_SHORT = 0.1
"""CPU seconds below which the clock tells nothing of growth."""
LIMIT = 20.0
"""CPU seconds for one text: a search that never ends fails and does not hang."""

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
            "VĂN BẢN HỢP NHẤT\nSố: 1/VBHN-BTC\n\nThông tư số 1/2010/TT-BTC có hiệu lực kể từ ngày 01/01/2011, được sửa đổi, bổ sung bởi:\n"
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


def _seconds(text: str) -> float:
    """CPU seconds of one reading, without those that the collector spends on what other tests left behind."""
    gc.collect()
    gc.disable()
    try:
        with _ended_after(LIMIT):
            start = time.process_time()
            read(text)
            return time.process_time() - start
    finally:
        gc.enable()


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """What is loaded with the first cue is loaded before the first measurement."""
    read("Nghị định số 1/2020/NĐ-CP thay thế Nghị định số 2/2020/NĐ-CP.")


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="CPU time limits need POSIX signals")
@pytest.mark.parametrize("shape", [pytest.param(make, id=name) for name, make in SHAPES])
def test_twice_the_text_takes_twice_the_time(shape: Callable[[int], str]) -> None:
    once, twice = shape(LENGTH), shape(2 * LENGTH)
    ratios: list[float] = []
    for _ in range(ATTEMPTS):
        ratios.append(_seconds(twice) / max(_seconds(once), TOO_SHORT))
        if ratios[-1] <= BOUND:
            return
    pytest.fail(f"time(2n) / time(n) was {', '.join(f'{r:.1f}' for r in ratios)}; the bound is {BOUND}")
