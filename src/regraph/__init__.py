"""regraph reads Vietnamese news and regulation texts into a knowledge graph of documents.

>>> import regraph
>>> regraph.open("regraph.db").documents()  # doctest: +SKIP
<106 rows of document, kind, symbol, issued, issuer, title, effective_from, effective_to, has_text, sources>
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from regraph.errors import BusyError, DataError, RegraphError, StorageError, UsageError

if TYPE_CHECKING:
    from regraph.api import Graph

__all__ = ["BusyError", "DataError", "RegraphError", "StorageError", "UsageError", "open"]


def open(db: str | Path = "regraph.db", known_at: str | None = None) -> Graph:  # noqa: A001  # as in regraph.open("regraph.db")
    """The database in the folder ``db``, opened for reading; see `regraph.api.Graph`.

    With ``known_at``, a day or a moment, as it was known then.
    """
    from regraph.api import Graph

    return Graph.open(db, known_at)
