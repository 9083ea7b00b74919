"""Takes out of a graph what only makes sense on the machine that made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath

from regraph.model import Graph, Value

_FILE_NAMES = {"Source": "name", "Statement": "source_name"}


def portable(graph: Graph) -> Graph:
    """The graph with file names as anybody may read them: an absolute path is cut to the name of its file.

    The same sources then give the same export on every machine, and a shared file tells nobody's folders. Relative
    names stay as they are: ``tin/a.txt`` → ``tin/a.txt``, ``/home/lan/tin/a.txt`` → ``a.txt``.
    """
    nodes = tuple(
        replace(node, properties=_shorten(node.properties, _FILE_NAMES[node.label])) if node.label in _FILE_NAMES else node
        for node in graph.nodes
    )
    return Graph(nodes=nodes, edges=graph.edges)


def _shorten(properties: Mapping[str, Value], key: str) -> Mapping[str, Value]:
    name = properties.get(key)
    if not isinstance(name, str):
        return properties
    for path in (PurePosixPath(name), PureWindowsPath(name)):
        if path.is_absolute():
            return {**properties, key: path.name}
    return properties
