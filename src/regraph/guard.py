"""No traceback for the user: every way in which a command can end, as one sentence and an exit code."""

from __future__ import annotations

import functools
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn, ParamSpec

import typer

from regraph import console
from regraph.errors import OK, SOME_FAILED, RegraphError, StorageError

DEBUG = "REGRAPH_DEBUG"
INTERRUPTED = 130
Arguments = ParamSpec("Arguments")


@dataclass(slots=True)
class Outcome:
    """How the sources of one command fared."""

    done: int = 0
    failures: list[RegraphError] = field(default_factory=list)

    def failed(self, name: str, error: Exception) -> None:
        """Say that the source `name` failed; the others go on."""
        if not isinstance(error, RegraphError):
            error = RegraphError(f"{name}: {unexpected(error)}")
        console.fail(str(error))
        self.failures.append(error)

    @property
    def exit_code(self) -> int:
        """0 when all went well, the code of the failures when nothing went well for one kind of reason, else 1."""
        codes = {error.exit_code for error in self.failures}
        if not codes:
            return OK
        return codes.pop() if not self.done and len(codes) == 1 else SOME_FAILED


def guarded(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """The command, with every exception made a sentence on standard error and an exit code.

    A reader that closes the pipe early (`regraph extract … | head`) has what it wanted: that is no failure. With
    REGRAPH_DEBUG=1 in the environment the traceback is shown too.
    """

    @functools.wraps(command)
    def run(*args: Arguments.args, **kwargs: Arguments.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except (typer.Exit, typer.Abort):
            raise
        except RegraphError as error:
            for line in getattr(error, "__notes__", ()):
                console.note(line)
            _end(str(error), error.exit_code)
        except KeyboardInterrupt:
            _end("interrupted; what is done is kept, run the same command again to go on", INTERRUPTED)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(OK) from None
        except OSError as error:
            raise typer.Exit(of_system(error)) from None
        except Exception as error:
            _end(unexpected(error), RegraphError.exit_code)

    return run


def of_system(error: OSError) -> int:
    """Say that reading or writing failed; the exit code."""
    where = f" of {error.filename}" if error.filename else ""
    _say(f"input or output{where} failed: {error.strerror or error}; check the path, the permissions and the disk")
    return StorageError.exit_code


def unexpected(error: Exception) -> str:
    """What to say of an exception that no one foresaw."""
    return f"unexpected {type(error).__name__}: {error}; run again with {DEBUG}=1 to see where, and report it"


def _end(sentence: str, exit_code: int) -> NoReturn:
    _say(sentence)
    raise typer.Exit(exit_code)


def _say(sentence: str) -> None:
    if os.environ.get(DEBUG):
        traceback.print_exc()
    console.fail(sentence)
