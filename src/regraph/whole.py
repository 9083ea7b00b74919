"""Files and folders that are there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from regraph.errors import StorageError, UsageError


def write_whole(path: Path, write: Callable[[TextIO], None]) -> None:
    """Write a text file that is there whole or not at all.

    A link leads to the file that is written and stays; a device or a pipe is written to as it is. Raises UsageError when ``path``
    is a folder, StorageError when it cannot be written.
    """
    with _placed(path) as place, place.open("w", encoding="utf-8", newline="\n") as out:
        write(out)


def write_whole_bytes(path: Path, write: Callable[[BinaryIO], None]) -> None:
    """Write a file of bytes that is there whole or not at all, as `write_whole` does."""
    with _placed(path) as place, place.open("wb") as out:
        write(out)


def write_whole_folder(path: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write a new folder of text files that is there whole or not at all.

    A link to an empty folder, or to where none is yet, leads to the folder and stays. Raises UsageError when there is already
    something, StorageError when it cannot be written.
    """
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise UsageError(f"{path} is already there; name a folder that is new or empty")
    with _told(path), _swapped_in(Path(os.path.realpath(path))) as aside:
        aside.mkdir()
        for name, content in files:
            (aside / name).write_text(content, encoding="utf-8", newline="\n")


@contextmanager
def _placed(path: Path) -> Iterator[Path]:
    """Where to write what is to be at ``path``: a file beside it that then takes its place, or itself when it is no file."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file")
    with _told(path):
        if path.exists() and not path.is_file():
            yield path
        else:
            with _swapped_in(Path(os.path.realpath(path))) as aside:
                yield aside


@contextmanager
def _swapped_in(path: Path) -> Iterator[Path]:
    """A name beside ``path``; what is there in the end takes its place, with the permissions that it had, when all went well."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield aside
        if path.exists():
            shutil.copymode(path, aside)
        aside.replace(path)
    finally:
        if aside.is_dir():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """A failure of the system told with the path that the user knows; a reader that went away is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written ({error.strerror}); check the folder, the permissions and the disk"
        ) from error
