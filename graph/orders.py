"""Whether a document is the Party's or the State's, a legal document, and of a local body: which rules of effect hold for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from regraph.graph.bodies import body, is_local_sign, of_sign
from regraph.graph.comparison import fold, sign_parts, sign_year

Side: TypeAlias = Literal["party", "state", "neither"]

# 96-QĐ/TW | 08-HD/BTCTW: the hyphen after the number, the slash before the issuer; the State sets them the other way round
_PARTY_FORM = re.compile(r"\d+[a-zA-Z]?-[^\W\d]+/[^\W\d]+")
_PARTY_BODIES = tuple(
    map(fold, ("Ban Chấp hành Trung ương Đảng", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy"))
)
_PARTY_KINDS = frozenset(map(fold, ("Điều lệ Đảng", "Cương lĩnh", "Thông tri")))
_LEGAL_KINDS = frozenset(
    fold(kind)
    for kind in (
        "Hiến pháp",
        "Bộ luật",
        "Luật",
        "Pháp lệnh",
        "Nghị định",
        "Thông tư",
        "Thông tư liên tịch",
        "Thông tư liên bộ",
        "Nghị quyết liên tịch",
    )
)


@dataclass(frozen=True, slots=True)
class Order:
    """Of which side a document is, as far as it can be told; ``legal`` when it is one of the State's legal documents
    (`văn bản quy phạm pháp luật`), ``local`` when it is a place's.
    """

    side: Side
    legal: bool
    local: bool


def order(kind: str | None, symbol: str | None, issuer: str | None) -> Order:
    """The order of a document, by its issuer, its sign and its kind, in this order.

    >>> order("Thông tư", "31/2022/TT-BTC", "Bộ Tài chính")
    Order(side='state', legal=True, local=False)
    >>> order("Hướng dẫn", "03-HD/TW", None).side, order("Quyết định", "439/QĐ-TTg", None).legal
    ('party', False)
    """
    return _order(kind or "", symbol or "", issuer or "")


@lru_cache(maxsize=100_000)
def _order(kind: str, symbol: str, issuer: str) -> Order:
    parts = sign_parts(symbol) if symbol else ()
    issued_by = body(issuer) if issuer else None
    named = [issuer] if issued_by and issued_by.known else of_sign(parts)
    sides = {_side_of(name) for name in named}
    if len(sides) == 1:
        side = sides.pop()
    elif symbol:
        side = "party" if _PARTY_FORM.match(symbol) else "state" if "/" in symbol else "neither"
    elif fold(kind) in _LEGAL_KINDS:
        side = "state"
    else:
        side = "party" if fold(kind) in _PARTY_KINDS else "neither"
    legal = side == "state" and (fold(kind) in _LEGAL_KINDS or sign_year(parts) is not None)
    return Order(side, legal, is_local_sign(parts) or bool(issued_by and issued_by.local))


def _side_of(name: str) -> Side:
    """A body belongs to the Party when it, or one that it is part of, is a committee of the Party."""
    found = body(name)
    known = [fold(one) for member in found.single for one in (member, *body(member).part_of)]
    of_party = any(one == party or one.startswith(party + " ") for one in known for party in _PARTY_BODIES)
    return "party" if of_party else "state"
