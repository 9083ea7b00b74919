"""The questions that regraph can answer, each a file of Cypher, and the catalogue that reads and runs them."""

from regraph.queries.catalogue import Query, catalogue, named, run

__all__ = ["Query", "catalogue", "named", "run"]
