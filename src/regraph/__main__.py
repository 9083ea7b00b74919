"""The command `regraph`, also as `python -m regraph`."""

from __future__ import annotations

import io
import os
import sys


def main() -> None:
    """Run the command line of this process; both streams are UTF-8 whatever the locale says, and a closed one is empty."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        from regraph.cli import app
        from regraph.guard import of_system

        try:
            app(prog_name="regraph")
        except OSError as error:  # of --help and --version, which belong to no command
            sys.exit(of_system(error))
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
