"""Libraries that only some formats need."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from regraph.errors import UsageError


def installing(extra: str) -> str:
    """What to do for the packages of an extra; they come from the folder of regraph, for on registries the name is another's.

    >>> installing("png")
    "in the folder of regraph run: .venv/bin/pip install -e '.[png]'"
    """
    return f"in the folder of regraph run: .venv/bin/pip install -e '.[{extra}]'"


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Around the imports of an optional library: UsageError that tells how to install it when it is missing.

    >>> with extra("rdf", "RDF"):
    ...     import rdflib
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise UsageError(f"{what} needs {error.name}, which is not installed; {installing(name)}") from error
