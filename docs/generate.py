"""Writes the pages of the reference that come from the code: commands, graph, queries, rules of effect, Python.

``python docs/generate.py``, or ``make docs``, which also builds the HTML. A test fails when a page is not what the code says.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import typer.main
from typer.core import TyperGroup
from typer.testing import CliRunner

import regraph
from regraph import api
from regraph.cli import app
from regraph.graph.effect_rules import rules
from regraph.graph.ontology import ONTOLOGY, Properties
from regraph.queries import catalogue

REFERENCE = Path(__file__).parent / "reference"
ONTOLOGY_FILE = Path(__file__).parents[1] / "graph" / "ontology.toml"
MADE = "<!-- Written by docs/generate.py; `make docs` writes it anew. -->\n"
_TERMINAL = {"COLUMNS": "140", "TERM": "dumb", "NO_COLOR": "1"}
_PROPERTY = re.compile(r"^properties\.(?P<name>\w+) = [^#\n]*# (?P<meaning>.*)$", re.MULTILINE)


def pages() -> dict[str, str]:
    """Every generated page by its name.

    >>> sorted(pages())
    ['cli.md', 'graph.md', 'python.md', 'queries.md', 'rules-of-effect.md']
    """
    makers: dict[str, Callable[[], Iterable[str]]] = {
        "cli.md": _commands,
        "graph.md": _graph,
        "python.md": _python,
        "queries.md": _queries,
        "rules-of-effect.md": _rules,
    }
    return {name: MADE + "\n" + "\n".join(make()) + "\n" for name, make in makers.items()}


def _commands() -> Iterator[str]:
    yield "# Commands\n\nWhat `--help` prints. What a command ends with is told under [exit codes](exit-codes.md).\n"
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    for words in _named(group):
        shown = CliRunner().invoke(app, [*words, "--help"], env=_TERMINAL, prog_name="regraph").output
        lines = "\n".join(line.rstrip() for line in shown.strip("\n").splitlines())
        yield f"{'#' * min(2, len(words) + 1)} regraph {' '.join(words)}".rstrip() + f"\n\n```text\n{lines}\n```\n"


def _named(group: TyperGroup, *before: str) -> Iterator[list[str]]:
    """The words that name each command, those of a group in it."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, TyperGroup):
            yield from _named(command, *before, name)
        else:
            yield [*before, name]


def _graph() -> Iterator[str]:
    meanings = _meanings()
    yield "# The graph\n\nWhat `graph/ontology.toml` declares. Every node also has the key `id`. Days are texts: `2023-02-02`.\n"
    yield "## Nodes\n"
    for label, node in ONTOLOGY.nodes.items():
        yield f"### {label}\n\n{node.about}\n"
        yield _properties(node.properties, meanings.get(f"nodes.{label}", {}))
    relations = [edge for edge in ONTOLOGY.edges.values() if edge.relation]
    yield f"## Relations between documents\n\n{relations[0].about}\n"
    yield f"Types: {', '.join(f'`{edge.type}`' for edge in relations)}. From {_pairs(relations[0].pairs)}.\n"
    yield _properties(relations[0].properties, meanings.get("relations", {}))
    yield "## Other edges\n"
    for type_, edge in ONTOLOGY.edges.items():
        if not edge.relation:
            yield f"### {type_}\n\n{edge.about} From {_pairs(edge.pairs)}.\n"
            if edge.properties:
                yield _properties(edge.properties, meanings.get(f"edges.{type_}", {}))


def _meanings() -> dict[str, dict[str, str]]:
    """What the comments of `ontology.toml` say of each property, by the name of its table."""
    _, *tables = re.split(r"^\[([\w.]+)\]$", ONTOLOGY_FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {
        name: {found["name"]: found["meaning"] for found in _PROPERTY.finditer(body)}
        for name, body in zip(tables[::2], tables[1::2], strict=True)
    }


def _properties(declared: Properties, meanings: dict[str, str]) -> str:
    return _table(
        ("property", "type", "meaning"), [(f"`{name}`", kind, meanings.get(name, "")) for name, kind in declared.items()]
    )


def _pairs(pairs: Iterable[Sequence[str]]) -> str:
    return " or ".join(f"{source} to {target}" for source, target in pairs)


def _queries() -> Iterator[str]:
    yield (
        "# Queries\n\nThe catalogue that `regraph query NAME -p parameter=value` and `graph.query(name, parameter=value)` ask. "
        "Each runs on the embedded graph and on Neo4j alike; `regraph queries NAME` shows its Cypher. A query with the parameter "
        "`depth` follows paths, each document once and by the shortest way; where a path goes on beyond `depth`, the last rows "
        "say so in the column `cut`.\n"
    )
    for name, query in catalogue().items():
        yield f"## {name}\n\n{query.purpose}\n"
        if query.parameters:
            lines = [(f"`{key}`", one.meaning, _default(one.default)) for key, one in query.parameters.items()]
            yield _table(("parameter", "meaning", "if not given"), lines)
        yield f"Columns: {', '.join(f'`{column}`' for column in query.columns)}.\n\nExample: `{query.example}`\n"


def _default(value: float | str | None) -> str:
    return "" if value is None else str(value)


def _rules() -> Iterator[str]:
    yield (
        "# Rules of effect\n\nWhat decides whether a document is in force: the rows of `graph/effect_rules.toml`. An answer of "
        "`in-force` or `timeline` names the rule that it rests on. What they mean together is told in "
        "[time](../explanation/time.md).\n"
    )
    for rule in rules().values():
        yield f"## {rule.id}\n\n{rule.says}\n"
        days = " ".join(
            part for part in (f"from {rule.since}" if rule.since else "", f"to {rule.until}" if rule.until else "") if part
        )
        told = {
            "decides": rule.decides,
            "documents of": " ".join(part for part in (rule.bodies, rule.of) if part),
            "holds": days,
            "ends by": ", ".join(rule.causes),
            "days": str(rule.days) if rule.days else "",
            "answer": f"`{rule.answer}`",
            "stands in": rule.source,
        }
        yield _table(("", ""), [(name, value) for name, value in told.items() if value])


def _python() -> Iterator[str]:
    yield "# Python\n\nAll answers are the same as on the command line. `import regraph` is all that a program needs.\n"
    yield from _callable("##", "regraph.open", regraph.open)
    for class_ in (api.Graph, api.Table, api.Lineage, api.Card):
        yield f"## {class_.__name__}\n\n{_docstring(class_)}\n"
        for name, member in vars(class_).items():
            if not name.startswith("_") and callable(member) and member.__doc__:
                yield from _callable("###", f"{class_.__name__}.{name}", member)


def _callable(level: str, name: str, member: Callable[..., object]) -> Iterator[str]:
    signature = inspect.signature(member)
    parameters = [parameter for key, parameter in signature.parameters.items() if key != "self"]
    shown = str(signature.replace(parameters=parameters)).replace("'", "")
    yield f"{level} {name}\n\n```text\n{name}{shown}\n```\n\n{_docstring(member)}\n"


def _docstring(member: object) -> str:
    """The docstring as Markdown: examples as blocks."""
    shown = []
    for paragraph in (inspect.getdoc(member) or "").split("\n\n"):
        example = paragraph.startswith(">>>")
        shown.append(f"```pycon\n{paragraph.replace('  # doctest: +SKIP', '')}\n```" if example else paragraph.replace("``", "`"))
    return "\n\n".join(shown)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines) + "\n"


if __name__ == "__main__":
    for name, text in pages().items():
        (REFERENCE / name).write_text(text, encoding="utf-8", newline="\n")
