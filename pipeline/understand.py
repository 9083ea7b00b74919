"""Sentences that hold a cue, as spaCy documents: words by underthesea, cues by spaCy's phrase rules.

Only such sentences come here, for tokenising is slow (0.1 MB/s measured); underthesea and spaCy are loaded when the first one
comes. A token is a syllable or mark with its exact place; what the scan found is one token whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
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

    ``whole`` are the stretches that stay one token each (references), in order; ``doc.user_data["references"]`` are
    their tokens and ``doc.user_data["places"]`` the place of each token in the text.
    """
    from spacy.tokens import Doc

    words: list[str] = []
    places: list[int] = []
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
    return Doc(_matcher()[1], words=words or [""], user_data={"places": places, "references": frozenset(references)})


def cues(doc: Doc) -> list[Cue]:
    """The cues of the sentence, longest first where they overlap; one that begins inside a word is none.

    `thay thế` is a cue in `thay thế Quy định`, but `bổ sung` is none in a word that it only ends. Longer phrases are never parts
    of words.
    """
    from spacy.util import filter_spans

    matcher, _, rows = _matcher()
    places = doc.user_data["places"]
    found: list[Cue] = []
    for span in sorted(filter_spans(matcher(doc, as_spans=True)), key=lambda s: s.start):
        if len(span) <= _SHORT and _begins_inside_a_word(doc, span.start, span.end):
            continue
        row = rows[span.label_]
        end = places[span.end - 1] + len(span[-1])
        found.append(Cue(places[span.start], end, row["relation"], row["form"], row.get("loose", False), row.get("opens", False)))
    return found


def _begins_inside_a_word(doc: Doc, start: int, end: int) -> bool:
    """Whether underthesea, reading the cue with its neighbours, takes its first syllable for the rest of a word before it.

    A word that ends with the cue after a function word (`được sửa_đổi`) is no such word.
    """
    first, last = max(0, start - _NEIGHBOURS), min(len(doc), end + _NEIGHBOURS)
    references = doc.user_data["references"]
    pieces = tuple("X" if i in references else doc[i].text for i in range(first, last))
    return any(
        first + a < start < first + b and not (first + b <= end and pieces[a].lower() in _FUNCTION_WORDS)
        for a, b in _compounds(pieces)
    )


_NEIGHBOURS = 4
_SHORT = 2
_FUNCTION_WORDS = frozenset(("được", "bị", "đã", "và", "này", "về"))


@lru_cache(maxsize=4096)
def _compounds(pieces: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """The runs of pieces that underthesea takes for one word."""
    from underthesea import word_tokenize

    found: list[tuple[int, int]] = []
    i = 0
    for word in word_tokenize(" ".join(pieces)):
        inside = tuple(_PIECE.findall(word))
        if inside != pieces[i : i + len(inside)]:  # the tokenizer changed what it was given: its words have no place from here on
            break
        if len(inside) > 1:
            found.append((i, i + len(inside)))
        i += len(inside)
    return tuple(found)
