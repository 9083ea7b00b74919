"""Sentences that hold a cue, as spaCy documents: words by underthesea, cues by spaCy's phrase rules.

Only such sentences come here, for tokenising is slow (0.1 MB/s measured); underthesea and spaCy are loaded when the first one
comes. A token is a syllable or mark with its exact place; what the scan found is one token whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from regraph.model import RelationType
from regraph.pipeline.vocabulary import alternatives, table

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_PIECE = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase of `rules/relations.toml` found at ``start`` to ``end`` of the view."""

    start: int
    end: int
    relation: RelationType
    form: str
    loose: bool
    opens: bool


@cache
def cue_words() -> re.Pattern[str]:
    """Any cue phrase, to find the sentences that are worth reading (lower case)."""
    phrases = [p for row in table("relations")["cue"] for p in row["phrases"]]
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases)})(?!\w)")


@cache
def _matcher() -> tuple[PhraseMatcher, Vocab, dict[str, dict[str, Any]]]:
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    vocab = Vocab(lex_attr_getters=LEX_ATTRS)
    matcher = PhraseMatcher(vocab, attr="LOWER")
    rows: dict[str, dict[str, Any]] = {}
    for i, row in enumerate(table("relations")["cue"]):
        name = f"{row['relation']}.{row['form']}.{i}"
        rows[name] = row
        matcher.add(name, [Doc(vocab, words=_PIECE.findall(p)) for p in row["phrases"]])
    return matcher, vocab, rows


def read(text: str, start: int, end: int, whole: Sequence[tuple[int, int]]) -> Doc:
    """The stretch ``start`` to ``end`` of ``text`` as a spaCy document.

    ``whole`` are the stretches that stay one token each (references), in order. ``doc.spans["words"]`` are underthesea's
    words of several syllables, ``doc.spans["references"]`` the whole tokens; ``token._.at`` is a token's place in the text.
    """
    from spacy.tokens import Doc, Span, Token

    if not Token.has_extension("at"):
        Token.set_extension("at", default=-1)
    words: list[str] = []
    places: list[int] = []
    compounds: list[tuple[int, int]] = []
    references: list[int] = []
    at = start
    for a, b in (*whole, (end, end)):
        for m in _PIECE.finditer(text, at, a):
            words.append(m[0])
            places.append(m.start())
        if b > a:
            references.append(len(words))
            words.append(text[a:b])
            places.append(a)
        at = b
    compounds = _compounds(words, set(references))
    doc = Doc(_matcher()[1], words=words or [""])
    for token, place in zip(doc, places, strict=False):
        token._.at = place
    doc.spans["words"] = [Span(doc, a, b, label="WORD") for a, b in compounds]
    doc.spans["references"] = [Span(doc, i, i + 1, label="REFERENCE") for i in references]
    return doc


def _compounds(pieces: list[str], references: set[int]) -> list[tuple[int, int]]:
    """The runs of pieces that underthesea takes for one word."""
    from underthesea import word_tokenize

    found: list[tuple[int, int]] = []
    masked = ["X" if i in references else p for i, p in enumerate(pieces)]
    i = 0
    for word in word_tokenize(" ".join(masked)):
        inside = _PIECE.findall(word)
        if inside != masked[i : i + len(inside)]:  # the tokenizer changed what it was given: its words have no place from here on
            break
        if len(inside) > 1:
            found.append((i, i + len(inside)))
        i += len(inside)
    return found


def cues(doc: Doc) -> list[Cue]:
    """The cues of the sentence, longest first where they overlap; one that cuts a word in two is none.

    `thay thế` is a cue in `thay thế Quy định`, but no cue begins inside a word such as `hiện thực hóa`.
    """
    from spacy.util import filter_spans

    matcher, _, rows = _matcher()
    inner = {i for word in doc.spans["words"] for i in range(word.start + 1, word.end)}
    spans = filter_spans(matcher(doc, as_spans=True))
    found: list[Cue] = []
    for span in sorted(spans, key=lambda s: s.start):
        if span.start in inner and not _crosses_only_cue(doc, span.start, span.end):
            continue
        row = rows[span.label_]
        last = span[-1]
        end = last._.at + len(last)
        found.append(Cue(span[0]._.at, end, row["relation"], row["form"], row.get("loose", False), row.get("opens", False)))
    return found


def _crosses_only_cue(doc: Doc, start: int, end: int) -> bool:
    """Whether the word that the cue begins in is the cue itself with a function word before it (`được sửa_đổi`)."""
    return any(
        w.start < start and w.end <= end and doc[w.start].lower_ in ("được", "bị", "đã", "và", "này", "về")
        for w in doc.spans["words"]
    )
