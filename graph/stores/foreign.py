"""Queries written by somebody else: what they may do, how long, and how much they may answer.

Such a query is answered by a process of its own that can reach nothing but the graph; see `regraph.graph.stores.confined`.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from regraph.errors import RegraphError, UsageError
from regraph.graph.stores.base import Rows, one_line, refuse_broken_text

MEMORY = 512 * 1024**2  # bytes beside the buffer pool
SIZE = 64 * 1024**2  # bytes of an answer as JSON
READING = ("MATCH", "OPTIONAL MATCH", "UNWIND", "WITH", "CALL", "RETURN")
# /* a comment */ EXPLAIN MATCH
FIRST_WORD = re.compile(
    r"(?: \s | //[^\n]*(?:\n|$) | /\* .*? \*/ )* (?: (?:EXPLAIN|PROFILE) \s+ )* (?P<word> \w* )",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
OUTSIDE = ("IO exception", "No file found", "Cannot infer the format")
OUT_OF_MEMORY = ("buffer pool is full", "bad_alloc", "Cannot allocate memory")


@dataclass(frozen=True, slots=True)
class Limits:
    """How many seconds a query may take and how many rows it may answer."""

    seconds: float = 30
    rows: int = 100_000


LIMITS = Limits()


def answer(path: str, descriptor: int, cypher: str, parameters: Mapping[str, object], limits: Limits) -> Rows:
    """The rows of the graph file at `path`, which may be named by the open `descriptor`, for a query written by somebody else.

    Raises UsageError when the query is refused: it is no Cypher, it is to change something, or it reaches for a file, an
    extension or the network; and when it is stopped: it takes too long or too much memory, or answers too much.
    """
    refuse_broken_text(cypher, parameters)
    _refuse_what_does_not_read(cypher)
    order = {
        "path": path, "cypher": cypher, "parameters": dict(parameters), "rows": limits.rows, "size": SIZE, "memory": MEMORY,
        "seconds": 2 * int(limits.seconds) + 2,
    }  # fmt: skip
    told = _told(json.dumps(order), descriptor, limits)
    if "rows" in told:
        return Rows(tuple(told["columns"]), [tuple(row) for row in told["rows"]])
    if "error" in told:
        raise _refused(told["error"])
    if told["beyond"] == "rows":
        raise UsageError(
            f"the query was stopped: its answer has more than {limits.rows} rows; count them, take some (LIMIT), or allow more"
        )
    if told["beyond"] == "size":
        raise UsageError(f"the query was stopped: its answer is larger than {SIZE >> 20} MB; return fewer columns or rows")
    raise _too_large()


def _told(order: str, descriptor: int, limits: Limits) -> dict[str, Any]:
    command = [sys.executable, "-P", "-m", "regraph.graph.stores.confined"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", pass_fds=[descriptor]
    ) as process:
        try:
            out, error = process.communicate(order, timeout=limits.seconds)
        except subprocess.TimeoutExpired as late:
            process.kill()
            seconds = f"{limits.seconds:g} seconds"
            raise UsageError(f"the query was stopped after {seconds}; give paths a greatest length, or allow more time") from late
        except BaseException:
            process.kill()
            raise
    if process.returncode < 0:
        raise UsageError("the query was stopped: the engine broke down over it; word it otherwise, or ask for less")
    if process.returncode:
        raise RegraphError(f"the query could not be asked: {one_line(error)[-300:]}")
    found: dict[str, Any] = json.loads(out)
    return found


def _refuse_what_does_not_read(cypher: str) -> None:
    start = FIRST_WORD.match(cypher)
    word = start["word"].upper() if start else ""
    if word not in {words.split()[0] for words in READING}:
        raise UsageError(
            f"the query was refused: it begins with {word or 'no word'}; "
            f"a query begins with {', '.join(READING[:-1])} or {READING[-1]} and reads nothing but the graph"
        )


def _refused(message: str) -> UsageError:
    said = one_line(message)
    if any(words in said for words in OUT_OF_MEMORY):
        return _too_large()
    if any(words in said for words in OUTSIDE):
        return UsageError("the query was refused: it reaches for a file or the network; a query reads nothing but the graph")
    return UsageError(f"the query was refused: {said}")


def _too_large() -> UsageError:
    return UsageError(
        "the query was stopped: it needs too much memory; give paths a greatest length (`*1..5`), ask for one path to each node "
        "(`* SHORTEST`) or return less"
    )
