"""What `regraph export` does: take the part that is asked for, and write it where it is wanted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import BinaryIO

from regraph import answers
from regraph.errors import UsageError
from regraph.graph.database import Database
from regraph.graph.export import ANNOTATIONS, FOLDERS, FORMATS, IMAGES, svg
from regraph.graph.export.part import around, on_day
from regraph.graph.export.svg import View
from regraph.model import Graph, Text
from regraph.options import STDOUT
from regraph.pipeline.read import Failure, read
from regraph.whole import write_whole, write_whole_bytes, write_whole_folder

DRAWN = ("svg", "png")


def wanted(database: Database, doc: str | None, depth: int | None, day: str | None) -> tuple[Graph, str | None]:
    """The graph of a database, or what is around the document that ``doc`` means, with its state on a ``day`` if one is given.

    ``depth`` is how many relations away a document may be, 1 if it is None. With the graph comes the id of that document. Raises
    UsageError when ``doc`` means no document or several, and when there is a depth without a document.
    """
    if doc is None and depth is not None:
        raise UsageError("--depth is about what is around a document; name it with --doc")
    graph, id_ = database.graph(), None
    if doc is not None:
        with closing(database.store()) as store:
            id_ = answers.the_one(store, doc)
        graph = around(graph, id_, 1 if depth is None else depth)
    return on_day(graph, day) if day is not None else graph, id_


def write(
    graph: Graph, form: str, target: Path, paths: Sequence[str], view: View | None = None, centre: str | None = None
) -> None:
    """Write the graph into the file or folder ``target``, or to standard output.

    ``paths`` are the texts, which only the formats for annotators need; ``view`` is what to draw as SVG or PNG, a scheme that of
    the document with the id ``centre``. Raises UsageError when texts or the document are missing, when another format has no
    views, and when a folder is to go to standard output.
    """
    if view and form not in DRAWN:
        raise UsageError("--view is for svg and png; html has all views in one file")
    if paths and form not in ANNOTATIONS:
        raise UsageError(f"--texts is for {' and '.join(ANNOTATIONS)}; leave it out for {form}")
    if form in FORMATS:
        writer = partial(svg.write, view=view, centre=centre) if view else FORMATS[form]
        if target == STDOUT:
            writer(graph, sys.stdout)
        else:
            write_whole(target, lambda out: writer(graph, out))
    elif form in FOLDERS:
        if target == STDOUT:
            raise UsageError(f"{form} is a folder of files; name a new one with --output")
        write_whole_folder(target, FOLDERS[form](graph))
    else:
        texts = _texts(form, paths) if form in ANNOTATIONS else []

        def fill(out: BinaryIO) -> None:
            if form in IMAGES:
                (partial(svg.write_png, view=view, centre=centre) if view else IMAGES[form])(graph, out)
            else:
                ANNOTATIONS[form](graph, texts, out)

        if target == STDOUT:
            fill(sys.stdout.buffer)
        else:
            write_whole_bytes(target, fill)


def _texts(form: str, paths: Sequence[str]) -> list[Text]:
    if not paths:
        raise UsageError(f"{form} needs the texts themselves, which a database does not keep; name them with --texts news/")
    texts = []
    for found in read(list(paths)):
        if isinstance(found, Failure):
            raise found.error
        texts.append(found)
    return texts
