"""Files and folders that are there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from regraph.errors import UsageError


def write_whole(path: Path, write: Callable[[TextIO], None]) -> None:
    """Write a text file that is there whole or not at all."""
    with _aside(path) as aside, aside.open("w", encoding="utf-8", newline="\n") as out:
        write(out)


def write_whole_bytes(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write a file of bytes that is there whole or not at all."""
    with _aside(path) as aside, aside.open("wb") as out:
        write(out)


def write_whole_folder(path: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write a new folder of text files that is there whole or not at all; UsageError when there is already something."""
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise UsageError(f"{path} is already there; name a folder that is new or empty")
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.mkdir()
        for name, content in files:
            (aside / name).write_text(content, encoding="utf-8", newline="\n")
        aside.replace(path)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """A file beside ``path`` that takes its place when all went well."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield aside
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
