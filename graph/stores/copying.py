"""A graph as files of rows and the Cypher statements that load them into a new ladybug database.

COPY from a CSV file is the engine's fastest way in (a hundred thousand rows a second against sixteen thousand through
parameters) and needs no further library.
"""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, groupby, tee
from pathlib import Path

from regraph.graph.ontology import ONTOLOGY, Properties, PropertyType, values
from regraph.model import Edge, Graph, Value

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
PART = 128 * 1024**2  # bytes: one COPY keeps all of its rows in memory, several into one table take longer


def write(graph: Graph, folder: Path) -> Iterator[str]:
    """The statements that make every table of the ontology in an empty database and load `graph`.

    The rows of a table are written to a file of `folder` before its statement is handed out. Raises OSError when that
    fails.
    """
    for node_type in ONTOLOGY.nodes.values():
        yield f"CREATE NODE TABLE `{node_type.label}` ({_columns({**KEY, **node_type.properties})}, PRIMARY KEY (id))"
    for edge_type in ONTOLOGY.edges.values():
        pairs = ", ".join(f"FROM `{source}` TO `{target}`" for source, target in edge_type.pairs)
        columns = f", {_columns(edge_type.properties)}" if edge_type.properties else ""
        yield f"CREATE REL TABLE `{edge_type.type}` ({pairs}{columns})"
    for label, nodes in groupby(sorted(graph.nodes, key=lambda node: node.label), key=lambda node: node.label):
        properties = ONTOLOGY.nodes[label].properties
        rows = [[node.id, *values(node.properties, properties)] for node in nodes]
        yield from _copies(folder / label, label, {**KEY, **properties}, rows)
    for (type_, source, target), edges in groupby(sorted(graph.edges, key=_ends), key=_ends):
        properties = ONTOLOGY.edges[type_].properties
        rows = [[edge.source, edge.target, *values(edge.properties, properties)] for edge in edges]
        for copy in _copies(folder / f"{type_}-{source}-{target}", type_, {**ENDS, **properties}, rows):
            yield f"{copy} (from = '{source}', to = '{target}')"
    yield "CHECKPOINT"


def _columns(declared: Properties) -> str:
    return ", ".join(f"`{name}` {TYPES[kind]}" for name, kind in declared.items())


def _ends(edge: Edge) -> tuple[str, str, str]:
    return edge.type, edge.source_label, edge.target_label


def _copies(stem: Path, table: str, declared: Properties, rows: Sequence[Sequence[Value]]) -> Iterator[str]:
    """Write `rows` to files whose names begin with `stem`; the statements that load them into `table`.

    A list travels as one string, its items joined by a character that none of them holds, with another such character in
    place of an empty item, so that empty lists, empty items and every character come through.
    """
    separator, empty = _unused(item for row in rows for value in row if isinstance(value, list) for item in value)
    headers = ", ".join(f"`{name}` {'STRING' if kind == 'strings' else TYPES[kind]}" for name, kind in declared.items())
    returned = ", ".join(
        (LIST if kind == "strings" else COLUMN).format(name=name, separator=separator, empty=empty)
        for name, kind in declared.items()
    )
    lines, measured = tee((",".join(_field(value, separator, empty) for value in row) + "\n").encode() for row in rows)
    placed = zip(accumulate(map(len, measured)), lines, strict=True)
    for part, placed_lines in groupby(placed, key=lambda line: line[0] // PART):
        csv = stem.with_name(f"{stem.name}-{part}.csv")
        with csv.open("wb") as file:
            file.writelines(line for _, line in placed_lines)
        yield (
            f"COPY `{table}` FROM (LOAD WITH HEADERS ({headers}) FROM {_quoted(glob.escape(str(csv.absolute())))} "
            f"(header = false, parallel = false, escape = '\"') RETURN {returned})"
        )


def _field(value: Value, separator: str, empty: str) -> str:
    match value:
        case None:
            return ""
        case list():
            return _field(separator.join(item or empty for item in value), separator, empty)
        case str():
            return '"' + value.replace('"', '""') + '"'
        case _:
            return str(value)


def _unused(items: Iterable[str]) -> tuple[str, str]:
    used = set(chain.from_iterable(items))
    unused = (sign for sign in map(chr, range(PRIVATE_USE, sys.maxunicode)) if sign not in used)
    return next(unused), next(unused)


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
