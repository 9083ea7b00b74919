"""A graph as files of rows and the Cypher statements that load them into a new ladybug database.

COPY from a CSV file is the engine's fastest way in (a hundred thousand rows a second against sixteen thousand through
parameters) and needs no further library.
"""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, tee
from pathlib import Path
from typing import Any

from regraph.graph.ontology import ONTOLOGY, Properties, PropertyType, Table
from regraph.model import Graph, Value

TYPES: dict[PropertyType, str] = {
    "string": "STRING", "int": "INT64", "float": "DOUBLE", "bool": "BOOLEAN", "strings": "STRING[]",
}  # fmt: skip
ENDS: Properties = {"source_id": "string", "target_id": "string"}
KEY: Properties = {"id": "string"}
PRIVATE_USE = 0xE000  # where Unicode begins to leave characters without a meaning
COLUMN = "`{name}`"
# In a batch of more than 2048 items, `substring(item, 2, size(item))` would crash the engine or fill its memory: of the
# arguments of a function of three only one may depend on the item.
LIST = (
    "CASE WHEN `{name}` IS NULL THEN NULL ELSE list_transform("
    "list_filter(string_split(`{name}`, '{separator}'), item -> item <> ''), item -> replace(item, '{empty}', '')) END"
)
BLOCK = 1000  # rows that are made into lines together
PART = 128 * 1024**2  # bytes: one COPY keeps all of its rows in memory, several into one table take longer


def write(graph: Graph, folder: Path) -> Iterator[str]:
    """The statements that make every table of the ontology in an empty database and load `graph`.

    The rows of a table are checked and written to a file of `folder` before its statement is handed out and after the one before
    it: who executes each statement at once does so while the next file is made. Raises DataError when the graph breaks the
    ontology, OSError when a file cannot be written.
    """
    for node_type in ONTOLOGY.nodes.values():
        yield f"CREATE NODE TABLE `{node_type.label}` ({_columns({**KEY, **node_type.properties})}, PRIMARY KEY (id))"
    for edge_type in ONTOLOGY.edges.values():
        pairs = ", ".join(f"FROM `{source}` TO `{target}`" for source, target in edge_type.pairs)
        columns = f", {_columns(edge_type.properties)}" if edge_type.properties else ""
        yield f"CREATE REL TABLE `{edge_type.type}` ({pairs}{columns})"
    for table in ONTOLOGY.tables(graph):
        if table.rows:
            yield from _copies(table, folder)
    yield "CHECKPOINT"


def _columns(declared: Properties) -> str:
    return ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in declared.items())


def _copies(table: Table, folder: Path) -> Iterator[str]:
    """Write the rows to files of `folder`; the statements that load them.

    A list travels as one string, its items joined by a character that none of them holds, with another such character in
    place of an empty item, so that empty lists, empty items and every character come through.
    """
    rows, ends = table.rows, table.ends or ()
    declared = {**(ENDS if ends else KEY), **table.properties}
    between = f" (from = '{ends[0]}', to = '{ends[1]}')" if ends else ""
    separator, empty = _unused([item for row in rows for value in row if isinstance(value, list) for item in value])
    headers = ", ".join(f"`{name}` {'STRING' if kind == 'strings' else TYPES[kind]}" for name, kind in declared.items())
    returned = ", ".join(
        (LIST if kind == "strings" else COLUMN).format(name=name, separator=separator, empty=empty)
        for name, kind in declared.items()
    )
    measuring, blocks = tee(
        _block(rows[start : start + BLOCK], declared, separator, empty) for start in range(0, len(rows), BLOCK)
    )
    placed = zip(accumulate(map(len, measuring)), blocks, strict=True)
    for part, placed_blocks in groupby(placed, key=lambda block: block[0] // PART):
        csv = folder / f"{'-'.join([table.name, *ends])}-{part}.csv"
        with csv.open("wb") as file:
            file.writelines(block for _, block in placed_blocks)
        yield (
            f"COPY `{table.name}` FROM (LOAD WITH HEADERS ({headers}) FROM {_quoted(glob.escape(str(csv.absolute())))} "
            f"(header = false, parallel = false, escape = '\"') RETURN {returned}){between}"
        )


def _block(rows: Sequence[Sequence[Value]], declared: Properties, separator: str, empty: str) -> bytes:
    """The lines of some rows, made column by column."""
    columns = zip(zip(*rows, strict=True), declared.values(), strict=True)
    fields = [_fields(column, kind, separator, empty) for column, kind in columns]
    return "".join([f"{line}\n" for line in map(",".join, zip(*fields, strict=True))]).encode()


def _fields(column: Sequence[Any], kind: PropertyType, separator: str, empty: str) -> list[str]:
    """The values of a column as they are written: a null as nothing, an empty text as two quotes."""
    if kind not in ("string", "strings"):
        return ["" if value is None else str(value) for value in column]
    if kind == "strings":
        column = [None if items is None else separator.join([item or empty for item in items]) for items in column]
    return ["" if text is None else '"' + text.replace('"', '""') + '"' for text in column]


def _unused(items: Sequence[str]) -> tuple[str, str]:
    signs = map(chr, range(PRIVATE_USE, sys.maxunicode))
    unused = (sign for sign in signs if not any(sign in item for item in items))
    return next(unused), next(unused)


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
