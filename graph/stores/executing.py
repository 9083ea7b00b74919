"""The program that runs Cypher statements on a new ladybug file.

Standard input is one JSON object: the arguments of `ladybug.Database` and the statements. It is run by its path, so that
it needs nothing but ladybug on the module path.
"""

from __future__ import annotations

import json
import sys

import ladybug


def main() -> None:
    """Execute the statements of standard input in turn, then close the file, which leaves nothing beside it."""
    order = json.load(sys.stdin)
    with ladybug.Database(**order["database"]) as database, ladybug.Connection(database) as connection:
        for statement in order["statements"]:
            connection.execute(statement)


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as error:
        sys.exit(str(error))
