"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TextIO


def write_whole(path: Path, write: Callable[[TextIO], None]) -> None:
    """Write a text file that is there whole or not at all."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with aside.open("w", encoding="utf-8", newline="\n") as out:
            write(out)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
