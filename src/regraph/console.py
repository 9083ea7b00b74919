"""What a person sees: answers on standard output, everything else on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import typer

PIPED_WIDTH = 160


def note(sentence: str) -> None:
    """Say something beside the answer, on standard error."""
    typer.echo(sentence, err=True)


def fail(sentence: str) -> None:
    """Say what went wrong, on standard error."""
    typer.secho(f"regraph: {' '.join(sentence.split()).removesuffix('.')}.", err=True, fg=typer.colors.RED if sys.stderr.isatty() else None)


def answer(text: str) -> None:
    """Print a line of the answer."""
    typer.echo(text)


def as_json(value: object) -> None:
    """Print the answer as one JSON value on one line."""
    typer.echo(json.dumps(value, ensure_ascii=False))


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str | None = None) -> None:
    """Print rows as a table: as wide as the terminal, or wide enough to be read in a file."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", title_style="bold", pad_edge=False)
    for column in columns:
        grid.add_column(column, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(_cell(value)) for value in row))
    Console(file=sys.stdout, width=None if sys.stdout.isatty() else PIPED_WIDTH).print(grid)


def records(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> list[Mapping[str, object]]:
    """The rows as JSON objects."""
    return [dict(zip(columns, row, strict=True)) for row in rows]


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
    return str(value)
