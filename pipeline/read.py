"""Files, folders, globs and standard input to texts, one after the other; what cannot be read does not stop the rest."""

from __future__ import annotations

import errno
import glob
import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regraph.errors import DataError, RegraphError, StorageError
from regraph.model import Text
from regraph.pipeline.decode import decode

STDIN = "-"
SUFFIX = ".txt"
MAX_BYTES = 64 * 1024 * 1024
REASONS = {
    errno.ENOENT: "does not exist; check the path",
    errno.EACCES: "may not be read; give yourself the permission",
    errno.EPERM: "may not be read; give yourself the permission",
    errno.ENOTDIR: "leads through a file as if it were a folder; check the path",
    errno.ELOOP: "is a link that leads round in a circle; remove it",
    errno.ENAMETOOLONG: "has a name longer than the system allows; shorten it",
    errno.EMFILE: "cannot be opened because too many files are open; raise the limit with ulimit -n",
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read: `name` as the user gave or found it, and why."""

    name: str
    error: RegraphError


def read(paths: Sequence[str]) -> Iterator[Text | Failure]:
    """Each text that the paths lead to, once, in the order given and sorted within a folder, or why it cannot be read.

    A path is a file of any name, a folder (every `.txt` file in it and below, hidden ones left out), a pattern with `*`,
    `?` or `[…]` (`**` for any depth), or `-` for standard input. A file reached twice, by overlapping folders or links,
    is read once. At most 64 MB a file.

    >>> [type(source).__name__ for source in read(["missing.txt"])]
    ['Failure']
    """
    seen: set[str] = set()
    for path in paths:
        for found in _find(path):
            name = found.name if isinstance(found, Failure) else found
            real = name if name == STDIN else os.path.realpath(name)
            if real in seen:
                continue
            seen.add(real)
            yield found if isinstance(found, Failure) else _load(found)


def _find(path: str) -> Iterator[str | Failure]:
    if path == STDIN:
        yield path
    elif glob.has_magic(path) and not os.path.lexists(path):
        matches = sorted(glob.glob(path, recursive=True))
        if not matches:
            yield Failure(_printable(path), StorageError(f"{_printable(path)} matches no file; check the pattern"))
        for match in matches:
            if not os.path.isdir(match):
                yield match
    elif os.path.isdir(path):
        found = False
        for file in _walk(path, set()):
            found = True
            yield file
        if not found:
            yield Failure(
                _printable(path), DataError(f"{_printable(path)} holds no {SUFFIX} file; name the files or another folder")
            )
    else:
        yield path


def _walk(folder: str, visited: set[str]) -> Iterator[str | Failure]:
    """The text files in the folder and below it; a folder that a link leads back to is not entered again."""
    real = os.path.realpath(folder)
    if real in visited:
        return
    visited.add(real)
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Failure(_printable(folder), _unreadable(folder, error))
        return
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith("."):
            continue
        if os.path.isdir(path):
            yield from _walk(path, visited)
        elif name.lower().endswith(SUFFIX):
            yield path


def _load(path: str) -> Text | Failure:
    name = _printable(path)
    try:
        data = _bytes(path)
        if name != path:
            raise DataError(f"{name} has a file name that is not UTF-8; rename the file")
        if len(data) > MAX_BYTES:
            raise DataError(f"{name} is larger than {MAX_BYTES // 1024 // 1024} MB; split it")
        content, encoding = decode(data, name)
        if not content.strip():
            raise DataError(f"{name} is empty; leave it out or give it a text")
    except OSError as error:
        return Failure(name, _unreadable(path, error))
    except RegraphError as error:
        return Failure(name, error)
    locator = STDIN if path == STDIN else os.path.realpath(path)
    return Text(name, locator, content, hashlib.sha256(data).hexdigest(), encoding)


def _bytes(path: str) -> bytes:
    """The bytes of a regular file or of standard input, one more than the limit where there are more."""
    if path == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise DataError(f"{_printable(path)} is a device or a pipe, not a file; use - to read from standard input")
    with open(path, "rb") as file:
        return file.read(MAX_BYTES + 1)


def _unreadable(path: str, error: OSError) -> StorageError:
    reason = REASONS.get(error.errno or 0, f"cannot be read: {error.strerror}")
    return StorageError(f"{_printable(path)} {reason}")


def _printable(path: str) -> str:
    """The path with bytes that are not UTF-8 written as `\\\\xe9`; an empty one is seen as `''`."""
    if not path:
        return "''"
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")
