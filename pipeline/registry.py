"""A registry: a table of documents that an authority keeps, one a line, its cells parted by tabs under a line of headings.

Each cell is a statement about the document of its line, with the line and the heading as qualifiers and the characters of the
cell as its place. A line that cannot be right is told and left out; the others are read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from regraph.errors import DataError
from regraph.model import Span, Statement, Text
from regraph.pipeline.dates import DATE, iso
from regraph.pipeline.patterns import regex
from regraph.pipeline.statements import statement
from regraph.pipeline.vocabulary import table

SUFFIX = ".tsv"
_DAYS = ("issued", "effective_from")
_DAY = regex(DATE)
# 96-QĐ/TW | 66.19/2026/NQ-CP | 15b/NQ-UBTVQH10
_NUMBER = regex(r"\d+(?:\.\d+)?[a-zA-Z]?(?![^\W_])")


@dataclass(frozen=True, slots=True)
class Registry:
    """What a registry states, and a sentence for each line that was left out."""

    statements: tuple[Statement, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Cell:
    heading: str
    value: str
    span: Span


_Row = Mapping[str, _Cell]


def is_registry(text: Text) -> bool:
    """Whether the text is a registry, by the name of its file."""
    return text.name.lower().endswith(SUFFIX)


def read_registry(text: Text) -> Registry:
    """All that the lines of a registry state.

    Raises DataError when the first line does not name the columns.

    >>> text = Text("r.tsv", "/r.tsv", "kind\\tsymbol\\tissued\\nLuật\\t31/2024/QH15\\t18/01/2024\\n", "0" * 64, "utf-8")
    >>> [(s.predicate, s.value) for s in read_registry(text).statements if s.predicate in ("symbol", "issued")]
    [('symbol', '31/2024/QH15'), ('issued', '2024-01-18')]
    """
    said = [statement(text, "Source:", "text_kind", Span(0, 0), value="registry", rule="source.kind", modality="reported")]
    faults: list[str] = []
    keys: Counter[str] = Counter()
    headings: list[str] = []
    columns: dict[int, str] = {}
    start = 0
    for number, line in enumerate(text.content.split("\n"), start=1):
        cells = list(_cells(line.removesuffix("\r"), start))
        start += len(line) + 1
        if number == 1:
            headings = [value for value, _ in cells]
            columns = _columns(text, headings)
            continue
        if not line.strip():
            continue
        row = {columns[at]: _Cell(headings[at], *cell) for at, cell in enumerate(cells) if at in columns and cell[0]}
        try:
            if len(cells) > len(headings):
                raise DataError(f"it has {len(cells)} cells under {len(headings)} headings; take out the tabs that are too many")
            said += _statements(text, row, number, keys)
        except DataError as error:
            faults.append(f"{text.name} line {number} is left out: {error}")
    return Registry(tuple({s.id: s for s in said}.values()), tuple(faults))


@cache
def _names() -> Mapping[str, str]:
    return {name: column for column, names in table("registry")["columns"].items() for name in names}


def _columns(text: Text, headings: list[str]) -> dict[int, str]:
    """The column that each place in a line belongs to."""
    columns: dict[int, str] = {}
    for at, heading in enumerate(headings):
        column = _names().get(heading.lstrip("\ufeff").casefold())
        if column and column not in columns.values():
            columns[at] = column
    if not {"kind", "symbol"} <= set(columns.values()):
        raise DataError(
            f"{text.name} is no registry: its first line names no columns kind and symbol (loai and so_hieu); "
            "name them, parted by tabs, or give a text the ending .txt"
        )
    return columns


def _cells(line: str, start: int) -> Iterator[tuple[str, Span]]:
    """Each cell without the spaces around it, and where it stands."""
    for cell in line.split("\t"):
        value = cell.strip()
        at = start + cell.find(value)
        yield value, Span(at, at + len(value))
        start += len(cell) + 1


def _statements(text: Text, row: _Row, number: int, keys: Counter[str]) -> list[Statement]:
    """What one line states; DataError when it cannot be right."""
    if "kind" not in row or not ("symbol" in row or "title" in row):
        raise DataError("it names no document; give a kind, and a symbol or a title")
    if "symbol" in row and row["symbol"].value.isdigit():
        _check_number(row)
    kind = row["kind"].value
    days = {name: _day(row[name]) for name in _DAYS if name in row}
    called = row.get("symbol") or row["title"]
    key = f"Document:{kind} {called.value}" + (f"@{days['issued']}" if "issued" in days else "")
    keys[key] += 1
    subject = key if keys[key] == 1 else f"{key}#{keys[key]}"

    def say(name: str, value: str, cell: _Cell) -> Statement:
        place = {"line": str(number), "column": cell.heading}
        return statement(
            text, subject, name, cell.span, value=value, qualifiers=place, rule=f"registry.{name}", modality="reported"
        )

    said = [say("mention", f"{kind} {called.value}", called), say("kind", kind, row["kind"])]
    if symbol := row.get("symbol"):
        numbered = _NUMBER.match(symbol.value)
        if numbered:
            said.append(say("number", numbered[0], symbol))
        if numbered is None or numbered[0] != symbol.value:
            said.append(say("symbol", symbol.value, symbol))
    said += [say(name, row[name].value, row[name]) for name in ("title", "issuer") if name in row]
    return [*said, *(say(name, day, row[name]) for name, day in days.items())]


def _check_number(row: _Row) -> None:
    """A number alone tells a document only beside its day and issuer."""
    number, title = row["symbol"].value, row.get("title")
    if title and title.value.startswith("/"):
        raise DataError(f"its symbol {number} goes on in the next cell with {title.value.split()[0]}; join them")
    if not {"issued", "issuer"} <= row.keys():
        raise DataError(f"its symbol is the number {number} alone, which many documents have; give the whole symbol")


def _day(cell: _Cell) -> str:
    written = _DAY.fullmatch(cell.value)
    try:
        day = iso(written) if written else date.fromisoformat(cell.value).isoformat()
    except ValueError:
        day = None
    if day is None:
        raise DataError(f"{cell.value!r} under {cell.heading} is not a day; write it as 31/1/2020 or 2020-01-31")
    return day
