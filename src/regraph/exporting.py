"""What `regraph export` does: take the part that is asked for, and write it where it is wanted."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from regraph import answers
from regraph.errors import UsageError
from regraph.graph.database import Database
from regraph.graph.export import ANNOTATIONS, FOLDERS, FORMATS, IMAGES
from regraph.graph.export.part import around, on_day
from regraph.model import Graph, Text
from regraph.options import STDOUT
from regraph.pipeline.read import Failure, read
from regraph.whole import write_whole, write_whole_bytes, write_whole_folder


def wanted(database: Database, doc: str | None, depth: int, day: str | None) -> Graph:
    """The graph of a database, or what is around the document that ``doc`` means, with its state on a ``day`` if one is given.

    Raises UsageError when ``doc`` means no document or several.
    """
    graph = database.graph()
    if doc is not None:
        with closing(database.store()) as store:
            graph = around(graph, answers.the_one(store, doc), depth)
    return on_day(graph, day) if day else graph


def write(graph: Graph, form: str, target: Path, paths: Sequence[str]) -> None:
    """Write the graph into the file or folder ``target``, or to standard output.

    ``paths`` are the texts, which only the formats for annotators need. Raises UsageError when they are missing, and when a
    folder is to go to standard output.
    """
    if form in FORMATS:
        if target == STDOUT:
            FORMATS[form](graph, sys.stdout)
        else:
            write_whole(target, lambda out: FORMATS[form](graph, out))
    elif form in FOLDERS:
        if target == STDOUT:
            raise UsageError(f"{form} is a folder of files; name a new one with --output")
        write_whole_folder(target, FOLDERS[form](graph))
    else:
        texts = _texts(form, paths) if form in ANNOTATIONS else []

        def fill(out: BinaryIO) -> None:
            if form in IMAGES:
                IMAGES[form](graph, out)
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
