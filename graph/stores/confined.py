"""The program that answers one query written by somebody else, and can reach nothing but the graph file it was given.

Opened read-only, the engine still reads and writes any other file and loads native code when a query says so, and a query can
lift the engine's own limits. This process therefore gives up what it could do with that before it looks at the query: it can
open no file or connection, write no byte to a file, and take little more memory. Standard input is one JSON object, standard
output another: `columns` and `rows`, or `error` with the message of the engine, or `beyond` with the limit that was met.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from regraph.errors import UsageError
from regraph.graph.stores.embedded import EmbeddedStore

STATM = Path("/proc/self/statm")  # only Linux has it; elsewhere the buffer pool alone bounds the memory


def main() -> None:
    """Answer the query of standard input on standard output."""
    order = json.load(sys.stdin)
    with EmbeddedStore(Path(order["path"])) as store:
        store.rows("RETURN $n", {"n": 1})  # what the engine loads late is there before it can be no more
        _give_up(order["memory"], order["seconds"])
        print(json.dumps(_answer(store, order), ensure_ascii=False), flush=True)  # noqa: T201


def _give_up(memory: int, seconds: int) -> None:
    limits = {resource.RLIMIT_NOFILE: 0, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0, resource.RLIMIT_CPU: seconds}
    if STATM.exists():
        limits[resource.RLIMIT_AS] = int(STATM.read_text().split()[0]) * resource.getpagesize() + memory
    for limit, value in limits.items():
        resource.setrlimit(limit, (value, value))


def _answer(store: EmbeddedStore, order: Mapping[str, Any]) -> dict[str, Any]:
    rows: list[object] = []
    size = 0
    try:
        columns, found = store.stream(order["cypher"], order["parameters"])
        for row in found:
            size += len(json.dumps(row, ensure_ascii=False).encode())
            if len(rows) == order["rows"]:
                return {"beyond": "rows"}
            if size > order["size"]:
                return {"beyond": "size"}
            rows.append(row)
    except UsageError as error:
        return {"error": str(error.__cause__ or error)}
    except MemoryError:
        return {"beyond": "memory"}
    return {"columns": columns, "rows": rows}


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()
