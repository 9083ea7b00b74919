"""What the sentences say of documents: who replaces, repeals, amends, guides or rests on whom.

A cue (`thay thế`) takes as objects the references that follow it with nothing but scope words and provisions between,
and as subject the reference before it, the document whose title holds it, or the regulation itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regraph.model import Modality, RelationType
from regraph.pipeline.clean import View
from regraph.pipeline.provisions import PROVISIONS, spelled_out
from regraph.pipeline.references import Reference
from regraph.pipeline.sentences import Sentences
from regraph.pipeline.understand import Cue, cue_words, cues, read


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two references of one text; ``source`` None is the regulation itself (``topic``: what it last spoke of)."""

    source: Reference | None
    relation: RelationType
    target: Reference
    from_part: str | None
    to_part: str | None
    start: int
    end: int
    rule: str
    modality: Modality


# What may stand between a cue and its object without changing what is said.
_FILLER = (
    r"(?:cho|các|những|một\s+số|một\s+phần|toàn\s+bộ|nội\s+dung|quy\s+định|điều\s+khoản|điều|khoản|biện\s+pháp|để|việc|thi\s+hành|thực\s+hiện|hướng\s+dẫn|chi\s+tiết|và|của|tại|trong|theo|"
    r"đối\s+với|văn\s+bản|sau\s+đây|sau|gồm|số|tổ\s+chức|triển\s+khai|hiệu\s+lực|thời\s+hạn|áp\s+dụng|[,:“\"(-]|\d+\.|[a-zđ]\))"
)
_SCOPE = rf"(?:{PROVISIONS.pattern}|{_FILLER})"
_GAP = re.compile(rf"\s*(?:{_SCOPE}(?:\s+|(?=[“\"(:,-])|(?<=[“\"(-])))*\s*")
_LIST_GAP = re.compile(rf"[)”\"]?\s*(?:\([^()]{{0,160}}\)\s*)?(?:,\s*và|;\s*và|,|;|và|\n)\s*(?:[a-zđ\d]{{1,2}}[).]\s*|-\s+)?(?:{_SCOPE}\s+)*\s*")
_BEFORE_ENDED = re.compile(r"[)”\"]?\s*(?:\([^()]{0,160}\)\s*)?(?:,|sẽ|đã|cũng|đều|thì|cùng|đồng\s+thời|\s)*")
_ENDER = re.compile(r"(?:\s*,?\s*(?:thi\s+hành\s+)?(?:kể\s+)?từ\s+(?:ngày|khi|thời\s+điểm)\s*$)")
_NEGATED = re.compile(r"(?:không|chưa|không\s+phải|chứ\s+không)\s+$")
_PLANNED = re.compile(r"(?:dự\s+kiến|đề\s+xuất|kiến\s+nghị|nghiên\s+cứu|rà\s+soát|xem\s+xét|chuẩn\s+bị|tham\s+mưu|sớm|trình\s+\S+\s+\S+)\s+(?:\S+\s+){0,3}$")
_LISTED_PART = re.compile(rf"(?:{PROVISIONS.pattern})\s*(?:,\s*)?(?:của\s+|tại\s+|trong\s+)?$")
_DESCRIBED = re.compile(r"(?:(?:các|những|một\s+số)\s+)?(?:quy\s+định|nội\s+dung|điều\s+khoản)\s.{3,300}?\s(?:tại|của|trong)\s+(?:các\s+)?$", re.DOTALL)


def relations(view: View, references: list[Reference], sentences: Sentences, regulation: bool) -> list[Link]:
    """Every relation that the text states between documents.

    ``references`` in order, with their titles read; ``regulation`` tells whether the text is itself a document, which then
    is the subject where none is named.
    """
    found: list[Link] = []
    for start, end, inside in _sentences_to_read(view, references, sentences):
        whole = [(r.start, r.end) for r in inside if r.start >= start and r.end <= end and not _bears_title_within(r)]
        doc = read(view.text, start, end, whole)
        for cue in cues(doc):
            found.extend(_links(view, references, inside, cue, (start, end), regulation))
    return found


def _sentences_to_read(
    view: View, references: list[Reference], sentences: Sentences
) -> Iterator[tuple[int, int, list[Reference]]]:
    """The sentences with both a cue and a reference, each once."""
    i = 0
    at = 0
    for hit in cue_words().finditer(view.lower):
        if hit.start() < at:
            continue
        start, end = sentences.at(hit.start())
        at = max(end, hit.end())
        while i < len(references) and references[i].end <= start:
            i += 1
        j = i
        while j < len(references) and references[j].start < end:
            j += 1
        if j > i:
            yield start, end, references[i:j]


def _bears_title_within(reference: Reference) -> bool:
    """Whether the reference is named by its title (`Luật sửa đổi, bổ sung một số điều của Luật A`), which holds cues of its own."""
    return reference.title_at is not None and reference.title_at[0] < reference.end


def _links(
    view: View, references: list[Reference], inside: list[Reference], cue: Cue, sentence: tuple[int, int], regulation: bool
) -> Iterator[Link]:
    before = view.lower[max(sentence[0], cue.start - 40) : cue.start]
    if _NEGATED.search(before):
        return
    holder = _holder(inside, cue)
    level = [r for r in inside if r.within is holder and r.form != "back"] if holder else [r for r in inside if r.within is None]
    if cue.form in ("active", "preamble", "topic"):
        if cue.form == "preamble" and (not regulation or view.lower[sentence[0] : cue.start].strip(" -+*•.\n0123456789")):
            return
        targets = list(_objects(view, level, cue, loose=cue.loose and holder is not None))
        if not targets or targets[0][0].form == "back" and cue.form != "active":
            return
        first = targets[0][0]
        subject, known = _subject(view, references, level, cue, holder, first, sentence, regulation)
        if not known:
            return
    else:
        subject, targets = _turned(view, level, cue)
        if not targets or (subject is None and not regulation):
            return
    for target, part in targets:
        if target is subject or target.form == "back" or (target.draft and cue.relation != "amends"):
            continue
        draft = target.draft or (subject is not None and subject.draft)
        modality: Modality = "draft" if draft else "planned" if _PLANNED.search(before) else "enacted" if regulation else "reported"
        yield Link(
            subject, cue.relation, target, None, part, cue.start, max(cue.end, target.end), f"{cue.relation}.{cue.form}", modality  # type: ignore[arg-type]
        )


def _holder(inside: list[Reference], cue: Cue) -> Reference | None:
    """The reference in whose title the cue stands, the innermost one."""
    held = [r for r in inside if r.title_at and r.title_at[0] <= cue.start < r.title_at[1]]
    return held[-1] if held else None


def _objects(view: View, level: list[Reference], cue: Cue, loose: bool) -> Iterator[tuple[Reference, str | None]]:
    after = [r for r in level if r.start >= cue.end]
    at = cue.end
    for n, reference in enumerate(after):
        gap = view.lower[at : reference.start]
        if n == 0:
            if not (loose or _GAP.fullmatch(gap) or _DESCRIBED.fullmatch(gap.lstrip())):
                return
        elif not _LIST_GAP.fullmatch(gap):
            return
        yield reference, _part(view, at, reference.start, cue.relation)
        at = max(reference.end, reference.title_at[1] if reference.title_at else 0)


def _part(view: View, start: int, end: int, relation: str) -> str | None:
    """The provisions named in a gap before a reference, joined by `; `; a part only described in its own words."""
    gap = view.lower[start:end]
    if listed := _LISTED_PART.search(gap):
        return "; ".join(spelled_out(view.text[start + listed.start() : end]))
    if relation in ("repeals", "replaces") and (described := _DESCRIBED.search(gap)):
        words = view.words(start + described.start(), end)
        return re.sub(r"\s+(?:tại|của|trong)(?:\s+các)?$", "", words)
    return None


def _subject(
    view: View,
    references: list[Reference],
    level: list[Reference],
    cue: Cue,
    holder: Reference | None,
    first: Reference,
    sentence: tuple[int, int],
    regulation: bool,
) -> tuple[Reference | None, bool]:
    """The subject of an active cue and whether there is one; None is the regulation itself."""
    if holder is not None:
        return holder, True
    if cue.form == "preamble":
        return None, True
    if cue.form == "topic":
        spoken = [r for r in references if r.end <= sentence[0] and r.within is None and r.form != "back"]
        return (spoken[-1], True) if spoken and "\n\n\n" not in view.text[spoken[-1].end : sentence[0]] else (None, False)
    before = [r for r in level if r.end <= cue.start]
    if before:
        return before[-1], True
    return None, regulation


def _turned(view: View, level: list[Reference], cue: Cue) -> tuple[Reference | None, list[tuple[Reference, str | None]]]:
    """Subject and objects where the objects stand first: `A được sửa đổi bởi B`, `A hết hiệu lực kể từ ngày B có hiệu lực`."""
    after = [r for r in level if r.start >= cue.end]
    before = [r for r in level if r.end <= cue.start]
    subject = None
    if after:
        gap = view.lower[cue.end : after[0].start]
        if (_GAP if cue.form == "passive" else _ENDER).fullmatch(gap):
            subject = after[0]
        elif cue.form == "passive":
            return None, []
    targets: list[tuple[Reference, str | None]] = []
    at = cue.start
    for reference in reversed(before):
        end = max(reference.end, reference.title_at[1] if reference.title_at else 0)
        gap = view.lower[end:at]
        if not (_BEFORE_ENDED if not targets else _LIST_GAP).fullmatch(gap) or reference.form == "back":
            break
        targets.insert(0, (reference, None))
        at = reference.start
        if listed := _LISTED_PART.search(view.lower, max(0, at - 200), at):
            targets[0] = (reference, "; ".join(spelled_out(view.text[listed.start() : at])))
            at = listed.start()
        if cue.form == "passive":
            break
    return subject, targets
