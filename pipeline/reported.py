"""The passages of an article that tell what one document says: `Theo Hướng dẫn số 03-HD/TW, …` and what follows on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import spelled_out
from regraph.pipeline.references import Reference, spoken_between
from regraph.pipeline.resolve import Entity
from regraph.pipeline.units import PROVISIONS_BEFORE


@dataclass(frozen=True, slots=True)
class Passage:
    """Words from ``start`` to ``end`` of the view that tell what ``entity`` says, in its ``part`` where that is named."""

    entity: Entity
    part: str | None
    start: int
    end: int


_SOURCE = regex(
    r"(?:^|[.;\n“\"])\s*(?:cũng\s+)?(?:theo|căn\s+cứ(?:\s+theo)?)(?:\s+(?:quy\s+định\s+(?:tại|của)|nội\s+dung(?:\s+của)?|đó,))?\s+(?:các\s+)?(?P<part>[^.;\n]{0,120})$"
)
_SOURCE_WORDS = ("theo", "căn cứ")
_BEFORE = 200
_SAYS = regex(r"\s*(?:cũng\s+|đã\s+)?(?:quy\s+định|nêu|yêu\s+cầu|chỉ|hướng\s+dẫn|xác\s+định)(?:\s+(?:rõ|cụ\s+thể))?\s*[,:]?\s+")
_COMMA = regex(r"\s*[,:]\s+|\s+thì\s+|\s+(?:quy\s+định|nêu)(?:\s+rõ)?\s*[,:]?\s+")
_SPEAKER = regex(
    r"(?<!\w)(?:đồng\s+chí|ông|bà|phát\s+biểu|đại\s+biểu|phóng\s+viên|cho\s+biết|đề\s+nghị|nhấn\s+mạnh|chia\s+sẻ|cho\s+rằng)(?!\w)"
)
_FOLLOWING = 6
_WORD = regex(r"\w+")
_SHARED = 2


def reported(view: View, references: list[Reference], owner: dict[int, Entity], main: list[tuple[int, int]]) -> Iterator[Passage]:
    """The passages that report a document, each paragraph alone, in order.

    A paragraph reports a document when a sentence in it begins `Theo <document>,` or has it say something, and it names no
    other. Paragraphs next to it go on with it while they name nobody else and share words with the document's title.
    """
    at = 0
    for reference in references:
        if reference.start < at or id(reference) not in owner or reference.within is not None or reference.draft:
            continue
        if not any(a <= reference.start < b for a, b in main):
            continue
        passage = _told(view, references, owner, reference)
        if passage is None:
            continue
        yield passage
        at = passage.end
        for start, end in _going_on(view, references, passage):
            yield Passage(passage.entity, None, start, end)
            at = end


def _told(view: View, references: list[Reference], owner: dict[int, Entity], reference: Reference) -> Passage | None:
    line, _ = view.line(reference.start)
    _, end = view.line(reference.end)
    before = view.lower[max(line, reference.start - _BEFORE) : reference.start]
    source = _SOURCE.search(before) if any(word in before for word in _SOURCE_WORDS) else None
    if source is not None:
        part_words = source["part"]
        part = None
        if part_words.strip():
            listed = PROVISIONS_BEFORE.search(part_words)
            if listed is None or listed.start() > 0:
                return None
            begin = reference.start - len(part_words)
            part = "; ".join(spelled_out(view.text[begin : reference.start]))
        opens = _COMMA.match(view.lower, reference.reach, end)
    elif not before.strip() or before.rstrip().endswith("."):
        part, opens = None, _SAYS.match(view.lower, reference.reach, end)
    else:
        return None
    if opens is None:
        return None
    entity = owner[id(reference)]
    others = [r for r in spoken_between(references, line, end) if r.within is None and owner.get(id(r)) is not entity]
    if others or _SPEAKER.search(view.lower, line, end):
        return None
    return Passage(entity, part, opens.end(), end)


def _going_on(view: View, references: list[Reference], passage: Passage) -> Iterator[tuple[int, int]]:
    """The paragraphs after a passage that go on with it."""
    title = frozenset(pair for r in passage.entity.references if r.title for pair in _pairs(r.title))
    if not title:
        return
    start = passage.end + 1
    for _ in range(_FOLLOWING):
        while start < len(view.text) and view.text[start].isspace():
            start += 1
        _, end = view.line(start)
        if start >= end or any(True for _ in spoken_between(references, start, end)) or _SPEAKER.search(view.lower, start, end):
            return
        if len(_pairs(view.lower[start:end]) & title) < _SHARED:
            return
        yield start, end
        start = end + 1


def _pairs(words: str) -> frozenset[tuple[str, str]]:
    """The pairs of words that stand side by side."""
    said = _WORD.findall(words.lower())
    return frozenset(pairwise(said))
