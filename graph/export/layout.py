"""The picture of documents from left to right by year: places of the cards and curves of the lines."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from regraph.graph.export.layering import (
    CARD_HEIGHT,
    CARD_WIDTH,
    COLUMN_GAP,
    HEAD,
    MARGIN,
    PART_GAP,
    ROW_GAP,
    Link,
    chain,
    columns,
    left,
    pack,
)
from regraph.graph.export.routing import Point, route


class Band(NamedTuple):
    """The stretch of the picture that belongs to a year (empty: no date known)."""

    year: str
    x: float
    width: float


class Layout(NamedTuple):
    """Top left corners of the cards, and for each link its SVG path and the middle of its label.

    ``apart`` is the height at which the cards without any line begin, ``None`` when there are none.
    """

    width: float
    height: float
    bands: list[Band]
    cards: dict[str, Point]
    paths: list[str]
    labels: list[Point]
    apart: float | None


def layout(years: Mapping[str, str], links: Sequence[Link]) -> Layout:
    """Place each document of ``years`` (its id with the year of issue, ``""`` when unknown) and route ``links``.

    Documents without a link stand in a grid below, in the order of ``years``. The same input gives the same picture.

    >>> layout({"165": "2013", "262": "2014"}, [Link("262", "165", "REPLACES")]).cards
    {'165': (28.0, 44.0), '262': (364.0, 44.0)}
    """
    linked = {end for link in links for end in link[:2]}
    column, years_of_columns = columns({key: year for key, year in years.items() if key in linked}, links)
    chains = [chain(link, column) for link in links]
    centres = pack(chains, column)
    bottom = max((centre + CARD_HEIGHT / 2 for centre in centres.values()), default=HEAD)

    cards = {key: (left(number), centres[(key,)] - CARD_HEIGHT / 2) for key, number in column.items()}
    alone = [key for key in years if key not in linked]
    across = max(len(years_of_columns), min(5, math.ceil(math.sqrt(len(alone)))))
    apart = bottom + (PART_GAP if linked else 0.0) if alone else None
    for place, key in enumerate(alone):
        row, number = divmod(place, across)
        bottom = (apart or 0.0) + HEAD + row * (CARD_HEIGHT + ROW_GAP) + CARD_HEIGHT
        cards[key] = (left(number), bottom - CARD_HEIGHT)

    paths, labels = route(links, chains, column, centres)
    bands = [
        Band(year, left(years_of_columns.index(year)), years_of_columns.count(year) * (CARD_WIDTH + COLUMN_GAP) - COLUMN_GAP)
        for year in dict.fromkeys(years_of_columns)
    ]
    return Layout(left(across) - COLUMN_GAP + MARGIN, bottom + MARGIN, bands, cards, paths, labels, apart)
