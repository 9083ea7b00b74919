"""Pictures as SVG and PNG, for papers: no browser and no script is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, Literal, TextIO, TypeAlias

from regraph.graph.export.extras import extra
from regraph.graph.export.portable import portable
from regraph.graph.export.svg_lineage import lineage
from regraph.graph.export.svg_scheme import scheme
from regraph.graph.export.svg_timeline import timeline
from regraph.model import Graph

View: TypeAlias = Literal["lineage", "timeline", "scheme"]
SCALE = 2  # pixels of a PNG for each unit of the picture
LARGEST_PNG = 10_000


def write(graph: Graph, out: TextIO, view: View = "lineage", centre: str | None = None) -> None:
    """Write a view of the graph; a scheme is that of the document with the id ``centre``.

    The colours are those of the light HTML picture, words are Vietnamese, those of the legend English too. Equal graphs give
    equal bytes. Raises UsageError when a scheme has no document.
    """
    out.writelines(_drawn(graph, view, centre))


def write_png(graph: Graph, out: BinaryIO, view: View = "lineage", centre: str | None = None) -> None:
    """Write what ``write`` writes as PNG, two pixels a unit, fewer where it would be larger than 10,000 pixels.

    Raises UsageError when resvg is missing.
    """
    with extra("png", "PNG"):
        import resvg_py
    drawn = "".join(_drawn(graph, view, centre))
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', drawn)
    assert size is not None
    zoom = min(float(SCALE), LARGEST_PNG / max(float(size[1]), float(size[2])))
    out.write(bytes(resvg_py.svg_to_bytes(svg_string=drawn, zoom=zoom, font_family="DejaVu Sans")))


def _drawn(graph: Graph, view: View, centre: str | None) -> Iterator[str]:
    graph = portable(graph)
    return scheme(graph, centre) if view == "scheme" else timeline(graph) if view == "timeline" else lineage(graph)
