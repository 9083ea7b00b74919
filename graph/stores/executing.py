"""The program that runs Cypher statements on a new ladybug file.

Standard input is JSON values, one a line: the arguments of `ladybug.Database`, the statements, and null, without which the
statements are not all. It is run by its path, so that it needs nothing but ladybug on the module path.
"""

from __future__ import annotations

import json
import sys

import ladybug


def main() -> None:
    """Execute the statements of standard input in turn, then close the file, which leaves nothing beside it."""
    with ladybug.Database(**json.loads(sys.stdin.readline())) as database, ladybug.Connection(database) as connection:
        for line in sys.stdin:
            statement = json.loads(line)
            if statement is None:
                return
            connection.execute(statement)
    sys.exit("the statements broke off")


if __name__ == "__main__":
    try:
        main()
    except RuntimeError as error:
        sys.exit(str(error))
