"""The lines of a picture: where they leave and reach the cards, and their curves."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from regraph.graph.export.layering import CARD_HEIGHT, CARD_WIDTH, COLUMN_GAP, Item, Link, column_of, left

Point: TypeAlias = tuple[float, float]


def route(
    links: Sequence[Link], chains: Sequence[list[Item]], column: Mapping[str, int], centres: Mapping[Item, float]
) -> tuple[list[str], list[Point]]:
    """The SVG path of each chain and the middle of its label, which stands near the acting document."""
    ends = [_ends(number, link, chain, column) for number, (link, chain) in enumerate(zip(links, chains, strict=True))]
    port = _ports(links, chains, ends, centres)
    paths, labels = [], []
    for chain, (out, into) in zip(chains, ends, strict=True):
        start, end = _point(out, port, column), _point(into, port, column)
        if column[chain[0][0]] == column[chain[-1][0]]:
            bend = start[0] + COLUMN_GAP / 2
            paths.append(f"M{_at(start)} C{_at((bend, start[1]))} {_at((bend, end[1]))} {_at(end)}")
            labels.append((start[0] + COLUMN_GAP * 3 / 8, (start[1] + end[1]) / 2))
            continue
        stops = [start]
        for lane in chain[1:-1]:
            sides = (left(int(lane[2])), left(int(lane[2])) + CARD_WIDTH)
            stops += [(x, centres[lane]) for x in (sides if start[0] < end[0] else reversed(sides))]
        stops.append(end)
        paths.append(f"M{_at(start)} " + " ".join(_piece(one, other) for one, other in pairwise(stops)))
        labels.append(((start[0] + stops[1][0]) / 2, (start[1] + stops[1][1]) / 2))
    return paths, labels


class _Port(NamedTuple):
    """Where lines meet a card: ``line`` tells apart those that leave, while those of one type arrive together."""

    card: str
    right: bool
    line: str


def _ends(number: int, link: Link, chain: Sequence[Item], column: Mapping[str, int]) -> tuple[_Port, _Port]:
    own, after, before, last = (column_of(chain[place], column) for place in (0, 1, -2, -1))
    return _Port(link.source, after >= own, f"{number}"), _Port(link.target, before >= last, link.type)


def _ports(
    links: Sequence[Link], chains: Sequence[list[Item]], ends: Sequence[tuple[_Port, _Port]], centres: Mapping[Item, float]
) -> dict[_Port, float]:
    """The height of each port: those of one side of a card are spread in the order of where their lines lead."""
    leads: dict[_Port, tuple[float, str]] = {}
    for link, chain, (out, into) in zip(links, chains, ends, strict=True):
        leads[out] = (centres[chain[1]], link.type)
        leads[into] = min(leads.get(into, (math.inf, "")), (centres[chain[-2]], link.type))
    sides: dict[tuple[str, bool], list[_Port]] = defaultdict(list)
    for port in sorted(leads, key=lambda port: (leads[port], port)):
        sides[port.card, port.right].append(port)
    return {
        port: centres[(port.card,)] + CARD_HEIGHT * ((place + 1) / (len(ports) + 1) - 0.5)
        for ports in sides.values()
        for place, port in enumerate(ports)
    }


def _point(port: _Port, height: Mapping[_Port, float], column: Mapping[str, int]) -> Point:
    return left(column[port.card]) + (CARD_WIDTH if port.right else 0.0), height[port]


def _piece(one: Point, other: Point) -> str:
    """A straight line through a column, a curve between two columns."""
    if one[1] == other[1]:
        return f"L{_at(other)}"
    middle = (one[0] + other[0]) / 2
    return f"C{_at((middle, one[1]))} {_at((middle, other[1]))} {_at(other)}"


def _at(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"
