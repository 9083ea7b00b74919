"""Libraries that only some formats need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from regraph.errors import UsageError


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Around the imports of an optional library: UsageError that tells how to install it when it is missing.

    >>> with extra("rdf", "RDF"):
    ...     import rdflib
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(f"{what} needs {error.name}, which is not installed; run pip install 'regraph[{name}]'") from error
