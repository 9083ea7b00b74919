"""Columns, order and heights: where every document of a picture stands.

The method is that of Sugiyama, Tagawa and Toda (1981): columns, then an order in each column with few crossings, then
heights that keep lines straight. A line that passes a column gets a lane there, so that it never runs through a card;
lines of one type to one document share their lanes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

import networkx as nx

CARD_WIDTH, CARD_HEIGHT = 224.0, 84.0
LANE_HEIGHT = 12.0
COLUMN_GAP, ROW_GAP, PART_GAP = 112.0, 14.0, 30.0
MARGIN, HEAD = 28.0, 44.0
_SWEEPS = 24

Item: TypeAlias = tuple[str, ...]  # (document,) is a card, (target, type, column) a lane


class Link(NamedTuple):
    """A line of ``type`` from the acting document to the one acted upon."""

    source: str
    target: str
    type: str


def columns(years: Mapping[str, str], links: Sequence[Link]) -> tuple[dict[str, int], list[str]]:
    """The column of each document and the year of each column; within a year the acting document stands further right."""
    column: dict[str, int] = {}
    years_of_columns: list[str] = []
    for year in sorted(set(years.values())):
        within: nx.DiGraph[str] = nx.DiGraph()
        within.add_nodes_from(key for key in years if years[key] == year)
        within.add_edges_from((link.target, link.source) for link in links if years[link.source] == years[link.target] == year)
        acyclic = nx.condensation(within)
        for generation in nx.topological_generations(acyclic):
            column |= {key: len(years_of_columns) for part in generation for key in acyclic.nodes[part]["members"]}
            years_of_columns.append(year)
    return {key: column[key] for key in years}, years_of_columns


def chain(link: Link, column: Mapping[str, int]) -> list[Item]:
    """The card, lanes and card that the link passes."""
    start, end = column[link.source], column[link.target]
    step = 1 if start < end else -1
    lanes = [(link.target, link.type, str(number)) for number in range(start + step, end, step)]
    return [(link.source,), *lanes, (link.target,)]


def column_of(item: Item, column: Mapping[str, int]) -> int:
    """The column in which the card or lane stands."""
    return column[item[0]] if len(item) == 1 else int(item[2])


def _parts(whole: nx.Graph[Item], column: Mapping[str, int]) -> list[dict[int, list[Item]]]:
    """The connected parts of the picture, the largest first, each as its columns from left to right."""
    rank = {item: place for place, item in enumerate(whole)}
    parts = []
    for part in sorted(nx.connected_components(whole), key=lambda part: (-len(part), min(rank[item] for item in part))):
        columns: dict[int, list[Item]] = defaultdict(list)
        for item in sorted(part, key=rank.__getitem__):
            columns[column_of(item, column)].append(item)
        parts.append(dict(sorted(columns.items())))
    return parts


def pack(chains: Iterable[list[Item]], column: Mapping[str, int]) -> dict[Item, float]:
    """The height of the middle of each item, the connected parts set below each other as closely as they go."""
    whole: nx.Graph[Item] = nx.Graph()
    whole.add_nodes_from((key,) for key in column)
    for chain in chains:
        nx.add_path(whole, chain)
    near = {item: tuple(whole[item]) for item in whole}
    floor: dict[int, float] = defaultdict(lambda: HEAD)
    centres: dict[Item, float] = {}
    for part in _parts(whole, column):
        _order(part, near)
        inner = _heights(part, near)
        top = min(centre - _height(item) / 2 for item, centre in inner.items())
        bottom = max(centre + _height(item) / 2 for item, centre in inner.items())
        stretch = range(min(part), max(part) + 1)
        start = max(floor[number] for number in stretch)
        centres |= {item: centre - top + start for item, centre in inner.items()}
        floor |= dict.fromkeys(stretch, start + bottom - top + PART_GAP)
    return centres


def _order(part: dict[int, list[Item]], near: Mapping[Item, Sequence[Item]]) -> None:
    """Sort every column by where its neighbours in the column before stand, sweeping to and fro."""
    place: dict[Item, float] = {}
    for sweep in range(_SWEEPS):
        before: set[Item] = set()
        for number in part if sweep % 2 == 0 else reversed(part):
            seen = {item: [place[other] for other in near[item] if other in before] for item in part[number]}
            wanted = {item: _mean(places, place.get(item, 0.0)) for item, places in seen.items()}
            part[number].sort(key=wanted.__getitem__)
            place |= {item: position - (len(wanted) - 1) / 2 for position, item in enumerate(part[number])}
            before = set(part[number])


def _heights(part: dict[int, list[Item]], near: Mapping[Item, Sequence[Item]]) -> dict[Item, float]:
    """Heights in the given order that pull every item towards the middle of its neighbours."""
    centres: dict[Item, float] = {}
    for items in part.values():
        centres |= zip(items, _spread(items, [0.0] * len(items)), strict=True)
    for sweep in range(_SWEEPS):
        for items in part.values() if sweep % 2 == 0 else reversed(part.values()):
            wanted = [_mean([centres[other] for other in near[item]], centres[item]) for item in items]
            centres |= zip(items, _spread(items, wanted), strict=True)
    return centres


def _mean(values: Sequence[float], default: float) -> float:
    return sum(values) / len(values) if values else default


def _height(item: Item) -> float:
    return CARD_HEIGHT if len(item) == 1 else LANE_HEIGHT


def _spread(items: Sequence[Item], wanted: Sequence[float]) -> list[float]:
    """The heights nearest to ``wanted`` (least squares) that keep the order and the gaps: isotonic regression."""
    offsets = [0.0]
    for upper, lower in pairwise(items):
        offsets.append(offsets[-1] + (_height(upper) + _height(lower)) / 2 + ROW_GAP)
    blocks: list[tuple[float, int]] = []
    for value, offset in zip(wanted, offsets, strict=True):
        mean, count = value - offset, 1
        while blocks and blocks[-1][0] >= mean:
            other, size = blocks.pop()
            mean, count = (mean * count + other * size) / (count + size), count + size
        blocks.append((mean, count))
    flat = [mean for mean, count in blocks for _ in range(count)]
    return [mean + offset for mean, offset in zip(flat, offsets, strict=True)]


def left(number: int) -> float:
    """The left side of the column."""
    return MARGIN + number * (CARD_WIDTH + COLUMN_GAP)
