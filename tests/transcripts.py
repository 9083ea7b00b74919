"""Runs what a page of the documentation shows: its commands, with the output that it promises, and its Python."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markdown_it import MarkdownIt
from typer.testing import CliRunner

from regraph.cli import app

SHELL = re.compile(r"[|<>&;*]")


class Fence(NamedTuple):
    """A block of code of a page: what it is (``console``, ``python`` …), its text, and its first line in the page."""

    kind: str
    text: str
    line: int


def fences(page: Path) -> list[Fence]:
    """The blocks of code of a page in their order."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    return [
        Fence((token.info.split() or [""])[0], token.content, token.map[0] + 1)
        for token in tokens
        if token.type == "fence" and token.map
    ]


def commands(transcript: str) -> Iterator[tuple[str, list[str]]]:
    """Each command of a transcript, the line after ``$``, with the lines shown below it."""
    for part in re.split(r"^\$ ", transcript, flags=re.MULTILINE)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        yield command, shown


def run(command: str, folder: Path, environment: dict[str, str]) -> tuple[int, str]:
    """The exit code of a command and what it prints on both streams; regraph alone runs in this process, which is quick."""
    words = shlex.split(command)
    if words[0] == "regraph" and not SHELL.search(command):
        done = CliRunner().invoke(app, words[1:], env=environment)
        return done.exit_code, done.output
    shell = subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, env=environment, capture_output=True, text=True,
                           timeout=120, check=False)  # fmt: skip
    return shell.returncode, shell.stdout + shell.stderr


def promised(shown: list[str], printed: str) -> bool:
    """Whether what was printed is what the page shows: ``…`` stands for any words of a line, alone for any lines, and the width
    of tables does not matter.

    >>> promised(["a   b …", "…", "z"], "a b c\\nmore\\nz\\n"), promised(["a"], "b\\n")
    (True, False)
    """
    lines = "\n".join(_plain(line) for line in printed.strip().split("\n"))
    wanted = ""
    for line in shown:
        if line.strip() == "…":
            wanted += r"(?:.*\n)*"
        else:
            wanted += r".*".join(re.escape(_plain(part)) for part in line.split("…")) + r"\n"
    return re.fullmatch(wanted, lines + "\n") is not None


def _plain(line: str) -> str:
    return re.sub(r"[ ─]+", " ", line).strip()
