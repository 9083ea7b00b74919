"""CSV files for ``neo4j-admin database import``, the fastest way to fill an empty Neo4j database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from regraph.graph.export.portable import portable
from regraph.graph.ontology import ONTOLOGY, Properties, values
from regraph.graph.stores.fingerprint import fingerprint
from regraph.model import Edge, Graph, Node, Value

ARGUMENTS = "import.args"
_ELEMENTS = "\x1f"  # the unit separator, which no text needs
_TYPES = {"string": "string", "int": "long", "float": "double", "bool": "boolean", "strings": "string[]"}


def files(graph: Graph) -> Iterator[tuple[str, str]]:
    """A file for each label and each type of edge between two labels, and the arguments that name them all.

    In the folder that they are in, with the server stopped: ``neo4j-admin database import full neo4j @import.args``. Files are
    named with their folder, as the tool wants it since 2026. Every node and edge has its fingerprint, so that `regraph load`
    goes on from there.
    """
    graph = portable(graph)
    nodes: dict[str, list[Node]] = defaultdict(list)
    for node in graph.nodes:
        nodes[node.label].append(node)
    edges: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        edges[edge.type, edge.source_label, edge.target_label].append(edge)
    arguments = ["--multiline-fields=true", "--array-delimiter=U+001F"]
    for label, found in sorted(nodes.items()):
        declared = ONTOLOGY.nodes[label].properties
        name = f"nodes-{label}.csv"
        arguments.append(f"--nodes={label}=./{name}")
        yield name, _table([f"id:ID({label})"], declared, (([node.id], node.properties) for node in found))
    for (type_, source, target), links in sorted(edges.items()):
        declared = ONTOLOGY.edges[type_].properties
        name = f"edges-{type_}-{source}-{target}.csv"
        arguments.append(f"--relationships={type_}=./{name}")
        heads = [f":START_ID({source})", f":END_ID({target})"]
        yield name, _table(heads, declared, (([edge.source, edge.target], edge.properties) for edge in links))
    yield ARGUMENTS, "".join(f"{argument}\n" for argument in arguments)


def _table(heads: Sequence[str], declared: Properties, rows: Iterator[tuple[list[str], Mapping[str, Value]]]) -> str:
    names = [*(f"{name}:{_TYPES[kind]}" for name, kind in declared.items()), "_hash:long"]
    lines = [",".join([*heads, *names])]
    for key, properties in rows:
        stored = [_stored(value) for value in values(properties, declared)]
        lines.append(",".join(map(_cell, [*key, *stored, fingerprint([*key, *stored])])))
    return "\n".join(lines) + "\n"


def _stored(value: Value) -> Value:
    """A value as the import stores it: an empty list is nothing, the sign between items is no part of one."""
    return [item.replace(_ELEMENTS, " ") for item in value] or None if isinstance(value, list) else value


def _cell(value: Value) -> str:
    """A null is nothing, an empty text two quotes."""
    match value:
        case None:
            return ""
        case list():
            value = _ELEMENTS.join(value)
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
    return '"' + value.replace('"', '""') + '"'
