"""Reading takes time linear in the text, whatever the text repeats.

What is measured is the CPU time of the process, for a text and for one that is sixteen times as long: twice as long four
times over, so that work that is not linear shows and noise does not. One ratio within the bound is enough, for noise only
ever adds time. `make bench-linear` measures the same shapes up to four million characters.
"""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest
from linear import DOUBLINGS, SHAPES, TOO_SHORT, load, seconds

LENGTH = 25_000
BOUND = 2.6
"""How much longer twice the text may take."""
ATTEMPTS = 3


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    load()


@pytest.mark.skipif(not hasattr(signal, "SIGPROF"), reason="CPU time limits need POSIX signals")
@pytest.mark.parametrize("shape", [pytest.param(make, id=name) for name, make in SHAPES])
def test_twice_the_text_takes_twice_the_time(shape: Callable[[int], str]) -> None:
    short, long = shape(LENGTH), shape(2**DOUBLINGS * LENGTH)
    ratios: list[float] = []
    for _ in range(ATTEMPTS):
        ratios.append((seconds(long) / max(seconds(short), TOO_SHORT)) ** (1 / DOUBLINGS))
        if ratios[-1] <= BOUND:
            return
    pytest.fail(f"time(2n) / time(n) was {', '.join(f'{r:.1f}' for r in ratios)}; the bound is {BOUND}")
