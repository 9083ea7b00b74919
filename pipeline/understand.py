"""The cues of sentences: phrases that state a relation, told from the same syllables within longer words.

A sentence in which words may run into a cue is read as a spaCy document: cues by spaCy's phrase rules, words by underthesea.
Tokenising is slow (0.1 MB/s measured), and loading both takes longer than reading a hundred pages, so that the others are not,
and both are loaded when the first such sentence comes. A token is a syllable or mark; what the scan found is one token whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from regraph.model import RelationType
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives, table

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_PIECE = regex(r"\w+|[^\w\s]")


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
def _matcher() -> tuple[PhraseMatcher, Vocab]:
    from spacy.lang.lex_attrs import LEX_ATTRS
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    vocab = Vocab(lex_attr_getters=LEX_ATTRS)
    matcher = PhraseMatcher(vocab, attr="LOWER")
    matcher.add("cue", [Doc(vocab, words=_PIECE.findall(phrase)) for phrase in _rows()])
    return matcher, vocab


def cues(text: str, lower: str, start: int, end: int, whole: Sequence[tuple[int, int]]) -> list[Cue]:
    """The cues between ``start`` and ``end`` of a text, longest first where they overlap; one that begins inside a word is none.

    ``lower`` is the text in lower case; ``whole`` are the stretches that stay one token each (references), in order. spaCy and
    underthesea read only a sentence in which a cue may be the rest of a longer word: `thay thế` is a cue in `thay thế Quy
    định`, but `bổ sung` is none in a word that it only ends. Longer phrases are never parts of words.
    """
    found: list[Cue] = []
    at = start
    for a, b in (*whole, (end, end)):
        for m in cue_words().finditer(lower, at, max(at, a)):
            if _may_end_a_word(lower, at, m):
                return _read(text, start, end, whole)
            found.append(_cue(_rows()[" ".join(m[0].split())], *m.span()))
        at = b
    return found


def _may_end_a_word(lower: str, first: int, cue: re.Match[str]) -> bool:
    """Whether a short cue stands behind a word with nothing but white space between."""
    if len(cue[0].split()) > _SHORT:
        return False
    before = lower[max(first, cue.start() - 20) : cue.start()].rstrip()
    return before[-1:].isalpha() and before.rsplit(maxsplit=1)[-1] not in _FUNCTION_WORDS


@cache
def _rows() -> dict[str, dict[str, Any]]:
    """The row of each phrase; of one that stands in several rows the first."""
    rows: dict[str, dict[str, Any]] = {}
    for row in table("relations")["cue"]:
        for phrase in row["phrases"]:
            rows.setdefault(phrase, row)
    return rows


def _cue(row: dict[str, Any], start: int, end: int) -> Cue:
    return Cue(start, end, row["relation"], row["form"], row.get("loose", False), row.get("opens", False))


def _read(text: str, start: int, end: int, whole: Sequence[tuple[int, int]]) -> list[Cue]:
    """The cues of a stretch as spaCy's phrase rules find them, without those that begin inside a word."""
    from spacy.tokens import Doc
    from spacy.util import filter_spans

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
    matcher, vocab = _matcher()
    doc = Doc(vocab, words=words or [""], user_data={"references": frozenset(references)})
    found: list[Cue] = []
    for span in sorted(filter_spans(matcher(doc, as_spans=True)), key=lambda s: s.start):
        if len(span) > _SHORT or not _begins_inside_a_word(doc, span.start, span.end):
            phrase = " ".join(words[span.start : span.end]).lower().replace(" ,", ",")
            found.append(_cue(_rows()[phrase], places[span.start], places[span.end - 1] + len(span[-1])))
    return found


def _begins_inside_a_word(doc: Doc, start: int, end: int) -> bool:
    """Whether underthesea, reading the cue with its neighbours, takes its first syllable for the rest of a word before it.

    A word that ends with the cue after a function word (`được sửa_đổi`) is no such word.
    """
    references = doc.user_data["references"]
    if start == 0 or start - 1 in references or not doc[start - 1].is_alpha:
        return False  # no word goes over these
    first, last = max(0, start - _NEIGHBOURS), min(len(doc), end + _NEIGHBOURS)
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
