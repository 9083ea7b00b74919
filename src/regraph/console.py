"""What a person sees: answers on standard output, everything else on standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import typer

PIPED_WIDTH = 160
WORD = 24  # characters of the longest day, sign or number that is kept on one line
PADDING = 3  # characters between two columns


def note(sentence: str) -> None:
    """Say something beside the answer, on standard error."""
    typer.echo(sentence, err=True)


def fail(sentence: str) -> None:
    """Say what went wrong, on standard error."""
    typer.secho(
        f"regraph: {' '.join(sentence.split()).rstrip('.!')}.",
        err=True,
        fg=typer.colors.RED if sys.stderr.isatty() and not os.environ.get("NO_COLOR") else None,
    )


def answer(text: str) -> None:
    """Print a line of the answer."""
    typer.echo(text)


def as_json(value: object) -> None:
    """Print the answer as one JSON value on one line."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def heading(text: str) -> None:
    """Print a line that names what follows."""
    typer.secho(text, bold=sys.stdout.isatty())


def pairs(values: Mapping[str, object]) -> None:
    """Print names and values, one a line."""
    width = max(map(len, values), default=0)
    for key, value in values.items():
        typer.echo(f"  {key:{width}}  {value}")


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as a table: as wide as the terminal, or wide enough to be read in a file.

    Days, signs and numbers are not broken; on a terminal that is too narrow for that, each row is a block of names and values.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    cells = [[_cell(value) for value in row] for row in rows]
    console = Console(width=None if sys.stdout.isatty() else PIPED_WIDTH)
    narrowest = [_longest_word([column, *(row[at] for row in cells)]) for at, column in enumerate(columns)]
    if sum(narrowest) + PADDING * len(columns) > console.width:
        _blocks(columns, cells)
        return
    for column, width in zip(columns, narrowest, strict=True):
        grid.add_column(column, overflow="fold", min_width=width)
    for row in cells:
        grid.add_row(*map(Text, row))
    with console.capture() as printed:
        console.print(grid)
    typer.echo("\n".join(line.rstrip() for line in printed.get().splitlines()).strip("\n"))


def _blocks(columns: Sequence[str], cells: Iterable[Sequence[str]]) -> None:
    for number, row in enumerate(cells):
        heading(("\n" if number else "") + row[0])
        pairs({column: value.replace("\n", "; ") for column, value in zip(columns[1:], row[1:], strict=True)})


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split() if len(word) <= WORD), default=1)


@contextmanager
def progress(what: str) -> Iterator[Callable[[str], None]]:
    """Show on a terminal's standard error what a long work is at, by calling the function given; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.markup import escape

    with Console(stderr=True).status(what) as status:
        yield lambda item: status.update(f"{what} {escape(item)}")


def _cell(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, list | tuple):
        return "\n".join(_cell(item) for item in value)
    if isinstance(value, Mapping):
        return "\n".join(f"{key}: {_cell(item)}" for key, item in value.items())
    return str(value).lower() if isinstance(value, bool) else str(value)
