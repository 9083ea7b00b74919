"""The picture of the documents as one HTML file that needs no network and no other file."""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from string import Template
from typing import TextIO

from regraph.graph.export.label import picture_words
from regraph.graph.export.picture import picture
from regraph.graph.export.portable import portable
from regraph.model import Graph


def write(graph: Graph, out: TextIO) -> None:
    """Write the picture: documents from left to right by year, a line for each relation, the evidence on a click.

    No text of a source can become markup or script: the data is JSON in a block that no browser runs, the page's script only
    ever sets text, and the page's own policy allows no script, style or address but its own.
    """
    words = picture_words()
    style, script = _asset("picture.css"), _asset("picture.js")
    data = {**picture(portable(graph), words["relations"]), "words": words}
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    page = Template(_asset("picture.html"))
    out.write(page.substitute(policy=policy, style=style, script=script, data=embed(data)))


def embed(data: object) -> str:
    r"""The data as JSON that may stand inside ``<script type="application/json">``: ``</script>`` → ``\u003c/script>``."""
    return json.dumps(data, ensure_ascii=False, allow_nan=False).replace("<", "\\u003c")


def _asset(name: str) -> str:
    return (files("regraph.graph.export") / "assets" / name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    """The source expression of a Content Security Policy that allows just this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"
