"""What tells a node or edge in a Neo4j database from one with another key or content."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b

from regraph.model import Value

_encode = json.JSONEncoder().encode


def fingerprint(key_and_values: Sequence[Value]) -> int:
    """A whole number of 63 bits that tells a key with its content from others.

    >>> fingerprint(["96-QĐ/TW@2023-02-02", "Quy định", None])
    2683641577299742357
    """
    return int.from_bytes(blake2b(_encode(key_and_values).encode(), digest_size=8).digest(), "big") >> 1
