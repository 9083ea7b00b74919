"""The graph as `ontology.toml` declares it, and the check that a graph keeps to it.

Stores make their tables and constraints from `ONTOLOGY`, the reference page is printed from it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal, TypeAlias, cast

from regraph.errors import DataError
from regraph.model import Edge, Graph, Node, Value

PropertyType: TypeAlias = Literal["string", "int", "float", "bool", "strings"]
Properties: TypeAlias = Mapping[str, PropertyType]


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
class Ontology:
    """Every label and edge type, in the order of the file."""

    nodes: Mapping[str, NodeType]
    edges: Mapping[str, EdgeType]

    def check(self, graph: Graph) -> None:
        """Pass a graph that a store can hold, refuse any other.

        Refused are a label, edge type, pair of labels or property that is not declared, a value of another type, an
        id that stands twice under one label, an edge with an end that is not in the graph, and a relation without
        statements.

        Raises DataError, which names the first node or edge that breaks a rule.

        >>> ONTOLOGY.check(Graph((Node("Body", "Bộ Chính trị", {"name": "Bộ Chính trị"}),), ()))
        """
        ids: set[tuple[str, str]] = set()
        for node in graph.nodes:
            self._check_node(node)
            if (node.label, node.id) in ids:
                raise DataError(f"{_name(node)} stands twice in the graph; ids must be unique")
            ids.add((node.label, node.id))
        for edge in graph.edges:
            self._check_edge(edge)
            for end in ((edge.source_label, edge.source), (edge.target_label, edge.target)):
                if end not in ids:
                    raise DataError(f"{_name(edge)} ends at {end[0]} {end[1]!r}, which is not in the graph")

    def _check_node(self, node: Node) -> None:
        if node.label not in self.nodes:
            raise DataError(f"{_name(node)} has the label {node.label}, which ontology.toml does not declare")
        if not node.id:
            raise DataError(f"a {node.label} has no id")
        _check_properties(node, self.nodes[node.label].properties)

    def _check_edge(self, edge: Edge) -> None:
        if edge.type not in self.edges:
            raise DataError(f"{_name(edge)} has the type {edge.type}, which ontology.toml does not declare")
        declared = self.edges[edge.type]
        if (edge.source_label, edge.target_label) not in declared.pairs:
            raise DataError(
                f"{_name(edge)} joins {edge.source_label} to {edge.target_label}, which ontology.toml does not declare"
            )
        _check_properties(edge, declared.properties)
        if declared.relation and not edge.properties.get("statements"):
            raise DataError(f"{_name(edge)} has no statements; a relation needs its evidence")


def values(properties: Mapping[str, Value], declared: Properties) -> list[Value]:
    """The values of every declared property in declared order: None where it is missing, a float where one belongs.

    >>> values({"confidence": 1}, {"rule": "string", "confidence": "float"})
    [None, 1.0]
    """
    found = map(properties.get, declared)
    return [
        float(value) if kind == "float" and isinstance(value, int) else value
        for value, kind in zip(found, declared.values(), strict=True)
    ]


def _check_properties(item: Node | Edge, declared: Properties) -> None:
    for name, value in item.properties.items():
        if name not in declared:
            raise DataError(f"{_name(item)} has the property {name}, which ontology.toml does not declare")
        if value is not None and not _fits(value, declared[name]):
            raise DataError(f"{_name(item)} has {value!r} as its {name}, which ontology.toml declares as {declared[name]}")


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
