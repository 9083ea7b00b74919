"""Patterns that are compiled when they are first used, so that a short text waits only for those that it needs.

Compiling all of them took two fifths of the time of a cold `regraph extract` of one sentence.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """Stands for a compiled pattern; the first use of a method compiles, later uses find the method itself."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "groupindex", "flags"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of a regular expression, compiled when it is first used; raises `re.error` then if it is none.

    >>> regex(r"số (\\d+)").search("số 5")[1]
    '5'
    """
    return cast("re.Pattern[str]", _Pattern(source, flags))
