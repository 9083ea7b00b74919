"""Values for formats that hold no lists, no nulls and not every character."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

from regraph.model import Value

LIST_SEPARATOR = " | "
Flat: TypeAlias = str | int | float | bool
# Characters outside the Char production of XML 1.0, section 2.2.
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def flat(properties: Mapping[str, Value]) -> dict[str, Flat]:
    """The properties in the order of their names, lists joined by ``" | "``, nulls left out, texts clean.

    >>> flat({"names": ["a", "b"], "issued": None, "has_text": True})
    {'has_text': True, 'names': 'a | b'}
    """
    stated: dict[str, Flat] = {}
    for name, value in sorted(properties.items()):
        if isinstance(value, list):
            stated[name] = clean(LIST_SEPARATOR.join(value))
        elif value is not None:
            stated[name] = clean(value) if isinstance(value, str) else value
    return stated


def clean(text: str) -> str:
    r"""The text as a reader of XML would get it: line breaks as LF (section 2.11), no character that XML forbids.

    >>> clean("a\r\nb\x00")
    'a\nb'
    """
    return _FORBIDDEN.sub("", re.sub("\r\n?", "\n", text))
