"""Markdown notes that link to each other, for Obsidian, Logseq and other notebooks."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from regraph.graph.export.label import label_of, relation_words
from regraph.graph.export.portable import portable
from regraph.model import Edge, Graph, Node, Value

_NOTED = ("Document", "Body", "Person", "Source")
_TAGS = {"Document": "van-ban", "Body": "co-quan", "Person": "nguoi", "Source": "nguon"}
# What file systems refuse and what a link or Markdown would read as markup.
_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|#^\[\]%`${}~=&!_\x00-\x1f\x7f]+')
_LONGEST = 100
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$=%&!+-])")


def files(graph: Graph) -> Iterator[tuple[str, str]]:
    """A note for each document, body, person and source, with its properties as front matter.

    A source is named by its file, all else as people write it. A link carries its quotes; markup that a
    source may hold is escaped, so that a quote stays text.
    """
    graph = portable(graph)
    nodes = {(node.label, node.id): node for node in graph.nodes}
    names = _names(node for node in graph.nodes if node.label in _NOTED)
    sources = {edge.source: edge.target for edge in graph.edges if edge.type == "IN"}
    lines: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))

    def link(label: str, id_: str) -> str:
        return f"[[{names[label, id_]}]]"

    def quotes(edge: Edge) -> Iterator[str]:
        statements = edge.properties.get("statements")
        for key in statements if isinstance(statements, list) else []:
            if said := nodes.get(("Statement", key)):
                place = f"{said.properties.get('start_offset')}–{said.properties.get('end_offset')}"
                source = link("Source", sources[key]) if ("Source", sources.get(key, "")) in names else ""
                yield f"\n    > {escape(str(said.properties.get('quote') or ''))}  \n    > {source} {place}"

    words = relation_words()
    for edge in graph.edges:
        own, other, part = (edge.source_label, edge.source), (edge.target_label, edge.target), ""
        if edge.target_label == "Provision":
            provision = nodes[other].properties
            other, part = ("Document", str(provision.get("document"))), f" ({escape(str(provision.get('path') or ''))})"
        if own not in names or other not in names:
            continue
        if edge.type in words:
            told = words[edge.type]
            lines[own]["Quan hệ · Relations"] += [f"- {told['vi']} · {told['en']}: {link(*other)}{part}", *quotes(edge)]
            lines[other]["Quan hệ · Relations"].append(f"- {told['by']} · {told['en_by']}: {link(*own)}{part}")
        elif edge.type == "ISSUED_BY":
            lines[own]["Cơ quan ban hành · Issued by"].append(f"- {link(*other)}")
        elif edge.type == "TEXT_OF":
            lines[own]["Toàn văn của · Text of"].append(f"- {link(*other)}")
        elif edge.type == "MAY_BE":
            lines[own]["Có thể là · May be"].append(f"- {link(*other)}")
        elif edge.type == "PART_OF" and edge.source_label == "Body":
            lines[own]["Thuộc · Part of"].append(f"- {link(*other)}")
    at = {edge.source: edge.target for edge in graph.edges if edge.type == "AT"}
    for edge in graph.edges:
        if edge.type == "HOLDS" and ("Person", edge.source) in names:
            body = f" · {link('Body', at[edge.target])}" if ("Body", at.get(edge.target, "")) in names else ""
            title = escape(label_of(nodes["Position", edge.target]))
            lines["Person", edge.source]["Chức vụ · Positions"].append(f"- {title}{body}")
    for key, name in names.items():
        yield f"{name}.md", _note(nodes[key], lines[key])


def escape(text: str) -> str:
    r"""The text on one line, with a backslash before what Markdown or a notebook would read as markup.

    >>> escape("[[x]] *y*")
    '\\[\\[x\\]\\] \\*y\\*'
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _names(nodes: Iterable[Node]) -> dict[tuple[str, str], str]:
    """A file name for each node that every file system takes and that no other has."""
    names: dict[tuple[str, str], str] = {}
    taken: set[str] = set()
    for node in nodes:
        told = str(node.properties.get("name") or node.id) if node.label == "Source" else label_of(node)
        plain = unicodedata.normalize("NFC", _NO_FILE_NAME.sub("-", told))
        base = _cut(" ".join(plain.split())).strip(" .-") or node.label
        name, number = base, 2
        while name.casefold() in taken:
            name, number = f"{base} ({number})", number + 1
        taken.add(name.casefold())
        names[node.label, node.id] = name
    return names


def _cut(name: str) -> str:
    """At most so many characters, ended between words where that leaves most of them."""
    if len(name) <= _LONGEST:
        return name
    cut = name[: _LONGEST + 1].rpartition(" ")[0]
    return cut if len(cut) > _LONGEST / 2 else name[:_LONGEST]


def _note(node: Node, sections: Mapping[str, list[str]]) -> str:
    known = node.properties.get("names")
    front: dict[str, Value] = {
        "id": node.id,
        **{name: value for name, value in sorted(node.properties.items()) if value is not None and name != "names"},
        "aliases": known if isinstance(known, list) else [label_of(node)] if node.label == "Source" else [],
        "tags": [_TAGS[node.label]],
    }
    parts = ["---", *(f"{name}: {_yaml(value)}" for name, value in front.items()), "---", "", f"# {escape(label_of(node))}"]
    if node.label == "Document" and node.properties.get("title"):
        parts += ["", escape(str(node.properties["title"]))]
    for heading, found in sections.items():
        parts += ["", f"## {heading}", "", *found]
    return "\n".join(parts) + "\n"


def _yaml(value: Value) -> str:
    """JSON is YAML, but for a few characters that YAML wants escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]", lambda seen: f"\\u{ord(seen[0]):04x}", text)
