"""A file that is made aside and swapped in whole, by one process at a time."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from regraph.errors import BusyError


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where a file is made: its folder, the file to make there, and the descriptor that holds the folder for one process.

    A child process that keeps the descriptor open holds the folder too.
    """

    folder: Path
    file: Path
    lock: int


@contextmanager
def swapped_in(path: Path) -> Iterator[Workshop]:
    """An empty folder beside `path`, whose file takes the place of `path` in one step when the block ends well.

    The folder is gone at the end, also after a failure; what a killed process left is removed by the next one. Whoever
    has the old file open goes on reading it.

    Raises BusyError when another process holds the folder, OSError when something cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = path.with_name(f".{path.name}.building")
    lock = _held(folder)
    while lock is None:
        lock = _held(folder)
    try:
        for left in folder.iterdir():
            left.unlink()
        workshop = Workshop(folder, folder / path.name, lock)
        yield workshop
        _sync(workshop.file)
        os.replace(workshop.file, path)
        _sync(path.parent)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


def _held(folder: Path) -> int | None:
    """A descriptor that holds `folder`, or None when its last holder removed it in between."""
    folder.mkdir(exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(lock), folder.stat()):
            return lock
    except BlockingIOError as error:
        os.close(lock)
        raise BusyError(f"another process is writing to {folder.parent}; try again when it has finished") from error
    except FileNotFoundError:
        pass
    os.close(lock)
    return None


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
