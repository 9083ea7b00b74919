"""spaCy's DocBin, for training and correcting models."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import BinaryIO

from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans
from spacy.vocab import Vocab

from regraph.graph.export.annotation import Annotated, annotated
from regraph.graph.export.flat import clean
from regraph.graph.export.portable import portable
from regraph.model import Graph, Text

SPANS = "sc"  # where spaCy's span categorizer looks
_TOKEN = re.compile(r"\w+|[^\w\s]|\s+")


def write(graph: Graph, texts: Sequence[Text], out: BinaryIO) -> None:
    """Write a Doc for each text that the graph speaks of: all marks in ``doc.spans["sc"]``, mentions also in ``doc.ents``.

    ``kb_id_`` of a mention is the id of its document or person; ``doc.user_data["relations"]`` holds type, start and end of
    source and target in characters. Entities do not overlap, so that of two the longer stays. Read it by
    ``DocBin().from_bytes(…).get_docs(vocab)``.
    """
    store = DocBin(attrs=["ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_KB_ID"], store_user_data=True)
    names = {node.id: str(node.properties.get("name") or "") for node in portable(graph).nodes if node.label == "Source"}
    vocab = Vocab()
    for one in annotated(graph, texts):
        store.add(_doc(one, names[one.text.sha256], vocab))
    out.write(store.to_bytes())


def _doc(one: Annotated, name: str, vocab: Vocab) -> Doc:
    """The text in tokens, none of which crosses the end of a mark."""
    text = one.text.content
    cuts = {at for mark in one.marks for at in mark[:2]}
    cuts |= {at for token in _TOKEN.finditer(text) for at in token.span()}
    tokens = [text[start:end] for start, end in pairwise(sorted(cuts))]
    words: list[str] = []
    spaces: list[bool] = []
    for token in tokens:
        if token == " " and words and not spaces[-1] and not words[-1].isspace():
            spaces[-1] = True
        else:
            words.append(token)
            spaces.append(False)
    doc = Doc(vocab, words=words, spaces=spaces)
    found = [
        doc.char_span(mark.start, mark.end, label=mark.label, kb_id=mark.thing, alignment_mode="expand") for mark in one.marks
    ]
    spans = [span for span in found if span is not None]
    doc.spans[SPANS] = spans
    doc.ents = filter_spans([span for span in spans if span.kb_id])
    doc.user_data["source"] = clean(name)
    doc.user_data["relations"] = [
        [tie.type, tie.source.start, tie.source.end, tie.target.start, tie.target.end] for tie in one.ties
    ]
    return doc
