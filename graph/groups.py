"""Things in groups: by their keys, or joined by any chain of pairs (union-find)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

_Item = TypeVar("_Item")
_Key = TypeVar("_Key", bound=Hashable)


def grouped(items: Iterable[_Item], keys: Callable[[_Item], Iterable[_Key]]) -> dict[_Key, list[_Item]]:
    """Items by each of their keys, in the order given.

    >>> grouped(["ab", "b"], lambda item: item)
    {'a': ['ab'], 'b': ['ab', 'b']}
    """
    groups: dict[_Key, list[_Item]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            groups[key].append(item)
    return dict(groups)


class Groups:
    """Things joined in pairs, asked for by their group.

    >>> groups = Groups(); groups.join("a", "b"); groups.join("b", "c")
    >>> groups.root("a") == groups.root("c"), groups.root("a") == groups.root("d")
    (True, False)
    """

    def __init__(self) -> None:
        self._parent: dict[Hashable, Hashable] = {}

    def root(self, thing: Hashable) -> Hashable:
        """The thing that stands for the group of ``thing``."""
        parent = self._parent
        parent.setdefault(thing, thing)
        while parent[thing] != thing:
            parent[thing] = parent[parent[thing]]
            thing = parent[thing]
        return thing

    def join(self, one: Hashable, other: Hashable) -> None:
        """Make the groups of two things one."""
        self._parent[self.root(one)] = self.root(other)
