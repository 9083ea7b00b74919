"""The command `regraph`, also as `python -m regraph`."""

from __future__ import annotations

import io
import sys


def main() -> None:
    """Run the command line of this process; both streams are UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        from regraph.cli import app
    except KeyboardInterrupt:
        sys.exit(130)
    app(prog_name="regraph")


if __name__ == "__main__":
    main()
