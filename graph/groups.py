"""Groups of things that are one when any chain of pairs joins them (union-find)."""

from __future__ import annotations

from collections.abc import Hashable


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
