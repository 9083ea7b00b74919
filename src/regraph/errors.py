"""Errors that a user can act on, each with the exit code that `regraph` ends with.

The codes follow sysexits(3) where it has one: 65 bad data, 70 internal, 74 input or output; 75 is a resource that is
busy, 130 an interrupt from the keyboard.
"""

from __future__ import annotations

OK = 0
SOME_FAILED = 1


class RegraphError(Exception):
    """A failure told in one sentence that says what is wrong and what to do."""

    exit_code = 70


class UsageError(RegraphError):
    """The words of the command are wrong: an unknown query, a date that is none, a document that is not known."""

    exit_code = 2


class DataError(RegraphError):
    """A source or a stored file holds what it should not: binary, broken encoding, empty, not a regraph folder."""

    exit_code = 65


class StorageError(RegraphError):
    """Reading or writing failed: no such file, no permission, disk full, server not reachable."""

    exit_code = 74


class BusyError(RegraphError):
    """Another process holds the database; the same command will work later."""

    exit_code = 75
