"""The graph as `ontology.toml` declares it, and the check that a graph keeps to it.

Stores make their tables and constraints from `ONTOLOGY`, the reference page is printed from it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal, TypeAlias, cast

from regraph.errors import DataError
from regraph.model import Edge, Graph, Node, Value

PropertyType: TypeAlias = Literal["string", "int", "float", "bool", "strings"]
Properties: TypeAlias = Mapping[str, PropertyType]
PLAIN: Mapping[PropertyType, type | None] = {"string": str, "bool": bool, "int": int, "float": float, "strings": None}
"""The type of most values of a property type that needs no closer look."""


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label, what it stands for, its properties beside the key `id`, and those by which a server should find nodes at once."""

    label: str
    about: str
    properties: Properties
    indexed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EdgeType:
    """An edge type, the pairs of labels that it may join (from, to), and whether it is a relation between documents.

    A relation needs the statements that are its evidence.
    """

    type: str
    about: str
    pairs: tuple[tuple[str, str], ...]
    properties: Properties
    relation: bool


@dataclass(frozen=True, slots=True)
class Table:
    """The nodes of one label, or the edges of one type between two labels, as rows.

    A row is the id of a node or the ids of an edge's two ends, and then the values of the properties in declared order.
    """

    name: str
    ends: tuple[str, str] | None
    properties: Properties
    rows: list[list[Value]]


@dataclass(frozen=True, slots=True)
class Ontology:
    """Every label and edge type, in the order of the file."""

    nodes: Mapping[str, NodeType]
    edges: Mapping[str, EdgeType]

    def check(self, graph: Graph) -> None:
        """Pass a graph that a store can hold, refuse any other.

        Refused are a label, edge type, pair of labels or property that is not declared, a value of another type, an
        id that stands twice under one label, an edge with an end that is not in the graph, and a relation without
        statements.

        Raises DataError, which names a node or edge that breaks a rule.

        >>> ONTOLOGY.check(Graph((Node("Body", "Bộ Chính trị", {"name": "Bộ Chính trị"}),), ()))
        """
        for _ in self.tables(graph):
            pass

    def tables(self, graph: Graph) -> Iterator[Table]:
        """The graph as tables, each checked before it is given: one for each label, then one for each pair of each edge type.

        Raises DataError as `check` does.
        """
        nodes: dict[str, list[Node]] = {label: [] for label in self.nodes}
        for node in graph.nodes:
            if node.label not in nodes:
                raise DataError(f"{_name(node)} has the label {node.label}, which ontology.toml does not declare")
            nodes[node.label].append(node)
        ids: dict[str, set[str]] = {}
        for label, node_type in self.nodes.items():
            ids[label] = _ids(nodes[label])
            yield Table(label, None, node_type.properties, [[node.id, *_values(node, node_type)] for node in nodes.pop(label)])
        edges: dict[tuple[str, str, str], list[Edge]] = {
            (edge_type.type, *pair): [] for edge_type in self.edges.values() for pair in edge_type.pairs
        }
        for edge in graph.edges:
            place = (edge.type, edge.source_label, edge.target_label)
            if place not in edges:
                raise DataError(f"{_name(edge)} {self._undeclared(edge)}, which ontology.toml does not declare")
            edges[place].append(edge)
        for type_, edge_type in self.edges.items():
            for source, target in edge_type.pairs:
                found = edges.pop((type_, source, target))
                _check_ends(found, ids[source], ids[target])
                rows = [[edge.source, edge.target, *_values(edge, edge_type)] for edge in found]
                yield Table(type_, (source, target), edge_type.properties, rows)

    def _undeclared(self, edge: Edge) -> str:
        if edge.type not in self.edges:
            return f"has the type {edge.type}"
        return f"joins {edge.source_label} to {edge.target_label}"


def _ids(nodes: Iterable[Node]) -> set[str]:
    ids: set[str] = set()
    for node in nodes:
        if not node.id:
            raise DataError(f"a {node.label} has no id")
        if node.id in ids:
            raise DataError(f"{_name(node)} stands twice in the graph; ids must be unique")
        ids.add(node.id)
    return ids


def _check_ends(edges: Iterable[Edge], sources: Set[str], targets: Set[str]) -> None:
    for edge in edges:
        if edge.source not in sources or edge.target not in targets:
            label, id_ = (edge.source_label, edge.source) if edge.source not in sources else (edge.target_label, edge.target)
            raise DataError(f"{_name(edge)} ends at {label} {id_!r}, which is not in the graph")


def _values(item: Node | Edge, declared: NodeType | EdgeType) -> list[Value]:
    if not declared.properties and not item.properties:
        return []
    _check_properties(item, declared.properties)
    if isinstance(declared, EdgeType) and declared.relation and not item.properties.get("statements"):
        raise DataError(f"{_name(item)} has no statements; a relation needs its evidence")
    return values(item.properties, declared.properties)


def values(properties: Mapping[str, Value], declared: Properties) -> list[Value]:
    """The values of every declared property in declared order: None where it is missing, a float where one belongs.

    >>> values({"confidence": 1}, {"rule": "string", "confidence": "float"})
    [None, 1.0]
    """
    found = list(map(properties.get, declared))
    for place, kind in enumerate(declared.values()):
        if kind == "float" and isinstance(found[place], int):
            found[place] = float(found[place])  # type: ignore[arg-type]
    return found


def _check_properties(item: Node | Edge, declared: Properties) -> None:
    for name, value in item.properties.items():
        kind = declared.get(name)
        if kind is None:
            raise DataError(f"{_name(item)} has the property {name}, which ontology.toml does not declare")
        if value is not None and type(value) is not PLAIN[kind] and not _fits(value, kind):
            raise DataError(f"{_name(item)} has {value!r} as its {name}, which ontology.toml declares as {kind}")


def _fits(value: Value, kind: PropertyType) -> bool:
    match kind:
        case "string":
            return isinstance(value, str)
        case "bool":
            return isinstance(value, bool)
        case "int":
            return isinstance(value, int) and not isinstance(value, bool)
        case "float":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "strings":
            return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _name(item: Node | Edge) -> str:
    if isinstance(item, Node):
        return f"{item.label} {item.id!r}"
    return f"{item.type} from {item.source!r} to {item.target!r}"


def _edge_types(names: Iterable[str], table: Mapping[str, Any], relation: bool) -> dict[str, EdgeType]:
    pairs = tuple((source, target) for source, target in table["pairs"])
    return {name: EdgeType(name, table["about"], pairs, table.get("properties", {}), relation) for name in names}


def _read() -> Ontology:
    declared = tomllib.loads(files("regraph.graph").joinpath("ontology.toml").read_text(encoding="utf-8"))
    nodes = {
        label: NodeType(label, table["about"], cast(Properties, table["properties"]), tuple(table.get("indexed", ())))
        for label, table in declared["nodes"].items()
    }
    edges = _edge_types(declared["relations"]["types"], declared["relations"], relation=True)
    for name, table in declared["edges"].items():
        edges |= _edge_types([name], table, relation=False)
    return Ontology(nodes, edges)


ONTOLOGY = _read()
