"""The lock of a database folder: one process writes at a time, readers are never kept out."""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from regraph.errors import BusyError, StorageError


@contextmanager
def write_lock(path: Path) -> Iterator[None]:
    """Be the one process that writes, for as long as the block lasts; the lock ends with the process at the latest.

    Raises BusyError when another process (or another handle in this one) writes, StorageError when ``path`` cannot be opened.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise StorageError(f"{path} cannot be opened for writing ({error.strerror}); check the folder's permissions.") from error
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EAGAIN, errno.EACCES):
                raise StorageError(f"{path} cannot be locked ({error.strerror}); use a folder on a local disk.") from error
            raise BusyError(
                f"Another regraph process writes to {path.parent}; wait until it has ended, then run the command again."
            ) from error
        yield
    finally:
        os.close(descriptor)
