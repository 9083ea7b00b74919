"""From when to when: what the text says of the beginning and the end of a document's effect.

Application (`áp dụng từ`), publication and announcement are no effect.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from regraph.model import Modality
from regraph.pipeline.clean import View
from regraph.pipeline.dates import DAY, iso
from regraph.pipeline.provisions import PROVISIONS, spelled_out
from regraph.pipeline.references import Reference, spoken_between
from regraph.pipeline.resolve import Entity
from regraph.pipeline.sentences import Sentences
from regraph.pipeline.topics import Topics
from regraph.pipeline.vocabulary import alternatives, kinds
from regraph.pipeline.wording import Wording, speaks_for


@dataclass(frozen=True, slots=True)
class Span:
    """When ``entity`` (or its ``part``) begins and its last day, as the view says between ``start`` and ``end``.

    ``until`` is a condition that ends it; ``suspended`` when it is out of force in that time, not in force.
    """

    entity: Entity
    part: str | None
    begins: str | None
    ends: str | None
    start: int
    end: int
    rule: str
    modality: Modality
    until: str | None = None
    suspended: bool = False


UNTIL_CONDITION = re.compile(
    r"(?<!\w)(?:cho\s+)?(?:đến|tới)\s+khi\s+(?P<condition>(?:có|ban\s+hành|hoàn\s+thành|hết|được|bị|luật|nghị|thông\s+tư|quy\s+định)\s[^.;,\n]{2,150}(?:,\s+(?:hướng\s+dẫn|quy\s+định|văn\s+bản|kết\s+luận)\s[^.;,\n]{0,80})*)"
)
"""`cho đến khi có văn bản thay thế`, to be searched in lower-case text."""

_SPELLED = {
    "năm": 5,
    "bảy": 7,
    "mười": 10,
    "mười lăm": 15,
    "hai mươi": 20,
    "ba mươi": 30,
    "bốn mươi lăm": 45,
    "sáu mươi": 60,
    "chín mươi": 90,
}
_DATE_AHEAD = r"(?:ng[àa]y\s*)?(?=\d{1,2}\s*[-;,]?\s*(?:[/.-]\s*\d|tháng))"
# The day of signing, of issuing and of adoption are one. That of the gazette is another, later one, which the texts do not tell.
_SIGNING = r"(?:ngày\s+(?:được\s+)?(?:ký(?:\s+ban\s+hành)?|ban\s+hành|thông\s+qua)|khi\s+ký|(?:khi|ngày)\s+(?:được\s+)?[^.;,\n]{0,40}?thông\s+qua)"
_SIGNED_ON = re.compile(r"\s*\(?(?:tức\s+(?:là\s+)?)?(?:ngày\s+)?(?=\d{1,2}[/.-]\d)")
_BEGIN = re.compile(
    r"(?:(?:bắt\s+đầu|chính\s+thức)\s+)?có\s+hiệu\s+lực(?:\s+(?:thi\s+hành|thực\s+hiện))?(?:\s+đồng\s+thời[^.;\n]{0,60}?)?\s*,?\s*(?:kể\s+từ|kể(?=\s+ngày)|từ|vào|sau)\s*"
    rf"(?P<from>{_SIGNING}|(?:(?P<words>{alternatives(_SPELLED)})\s*)?(?:\(?(?P<count>\d{{1,3}})\)?)?\s*ngày\s*(?:làm\s+việc\s*)?,?\s*(?:kể\s+)?(?:từ|sau)\s+{_SIGNING}|{_DATE_AHEAD})"
)
_END = re.compile(rf"hết\s+hiệu\s+lực(?:\s+thi\s+hành)?\s*(?:,?\s*(?:kể\s+)?từ\s+|:\s*){_DATE_AHEAD}")
_UNTIL = re.compile(r"\s*(?:,\s*)?(?:(?:ban\s+hành|và|thi\s+hành)\s+)*đến\s+(?:hết\s+)?(?:ngày\s*)?(?=\d)")
_AND = re.compile(r"\s*,?\s*(?:và\s+)?")
_IN_BRACKETS = re.compile(r"(?:\s+thi\s+hành)?\s*\(\s*(?:(?:kể\s+)?từ\s+)?(?:ngày\s+)?(?=\d{1,2}[/.-]\d)")
_BARE_KIND = re.compile(
    r"(?:luật|bộ luật|nghị định|thông tư|quyết định|quy định|nghị quyết|hướng dẫn|pháp lệnh|chỉ thị)"
    r"(?=\s+(?:có|gồm|sẽ|chính thức|cũng|được))"
)
_KIND_FIRST = re.compile(rf"(?:{alternatives(k.name for k in kinds().values() if k.by_number)})(?!\w)")
_LEAD = re.compile(r"^(?:việc\s+)?(?:thực\s+hiện\s+|triển\s+khai\s+)?")
_SIMILAR_WORDS = 4
_BEFORE = 2000


def effects(
    view: View,
    references: list[Reference],
    entities: list[Entity],
    objects: set[int],
    quoted: list[Wording],
    sentences: Sentences,
    regulation: bool,
    topics: Topics,
) -> list[Span]:
    """Every stated beginning and end of effect, dates computed where the text has what is needed.

    ``objects`` are the references (by `id`) that a relation ends or changes: `A thay thế B và có hiệu lực từ ngày ký` speaks
    of A. `kể từ ngày ký` is the issue date of the document; an end is the last day in force, so `hết hiệu lực từ ngày 01/7/2024`
    ends on 30/6/2024.
    """
    owner = {id(r): e for e in entities for r in e.references}
    subjects = _Subjects(view, references, owner, entities, topics, regulation)
    found: list[Span] = []
    for cue in re.finditer(r"(?:có|hết)\s+hiệu\s+lực", view.lower):
        start, end_of_sentence = sentences.at(cue.start())
        stated = _begins(view, cue.start()) or _ends(view, cue.start()) or _shown(view, references, cue)
        if stated is None:
            continue
        begins, ends, end, signed_after = stated
        until = UNTIL_CONDITION.match(view.lower, _AND.match(view.lower, end).end()) if ends is None else None  # type: ignore[union-attr]
        condition = view.words(*until.span("condition")) if until else None
        end = until.end() if until else end
        sentence = (max(start, cue.start() - _BEFORE), end_of_sentence)
        aside = objects if view.lower.startswith("có", cue.start()) else set()
        spoken = [
            r
            for r in spoken_between(references, sentence[0], cue.start())
            if r.end <= cue.start() and r.within is None and id(r) not in aside
        ]
        if spoken and spoken[-1].form == "group":
            group = [owner[id(r)] for r in spoken[-1].members]
            entity, part = None, None
        else:
            group = []
            entity, part = subjects.of(spoken, sentence, cue.start())
        if excepted := _EXCEPTED.search(view.lower, spoken[-1].end if spoken else sentence[0], cue.start()):
            part = view.words(excepted.end(), cue.start()).rstrip(" ,")
        wording = speaks_for(quoted, cue.start())
        if wording is not None and (entity is None or entity is entities[0]):
            entity = owner.get(id(wording.document), entity)
        for meant in group if entity is None else [entity]:
            first = begins if signed_after is None else _days_after(meant.issued, signed_after)
            if first or ends:
                rule = "effect.date" if signed_after is None else "effect.signature"
                modality: Modality = "enacted" if regulation else "reported"
                found.append(Span(meant, part, first, ends, cue.start(), end, rule, modality, condition))
    whole = {(id(s.entity), s.begins, s.ends) for s in found if s.part is None}
    return [s for s in found if s.part is None or (id(s.entity), s.begins, s.ends) not in whole]


def _begins(view: View, at: int) -> tuple[str | None, str | None, int, int | None] | None:
    """Start, last day, where it is said to the end, and the days to add to the issue date when counted from it."""
    begin = _BEGIN.match(view.lower, at)
    if begin is None:
        return None
    day = DAY.match(view.lower, begin.end()) if not begin["from"].strip() or begin["from"].strip().startswith("ng") else None
    signed = begin["from"].strip() not in ("", "ngày", "ngay")
    if signed and (on := _SIGNED_ON.match(view.lower, begin.end())) and not begin["count"] and not begin["words"]:
        day = DAY.match(view.lower, on.end())  # `từ ngày được thông qua (07/02/2025)`
    if day is None and not signed:
        return None
    end = day.end() if day else begin.end()
    until = _UNTIL.match(view.lower, end)
    last = DAY.match(view.lower, until.end()) if until else None
    return (
        iso(day) if day else None,
        iso(last) if last else None,
        last.end() if last else end,
        None if day else int(begin["count"] or _SPELLED.get(" ".join((begin["words"] or "").split()), 0)),
    )


def _shown(view: View, references: list[Reference], cue: re.Match[str]) -> tuple[str | None, str | None, int, int | None] | None:
    """The day in brackets of `trước ngày Thông tư A có hiệu lực (08/8/2025)`, right behind its document."""
    shown = _IN_BRACKETS.match(view.lower, cue.end())
    day = DAY.match(view.lower, shown.end()) if shown else None
    beside = any(r.reach <= cue.start() <= r.reach + 1 for r in spoken_between(references, cue.start() - 400, cue.start()))
    return (iso(day), None, day.end(), None) if day and beside else None


def _ends(view: View, at: int) -> tuple[str | None, str | None, int, int | None] | None:
    end = _END.match(view.lower, at)
    day = DAY.match(view.lower, end.end()) if end else None
    value = iso(day) if day else None
    return (None, _days_after(value, -1), day.end(), None) if day and value else None


_EXCEPTED = re.compile(
    r"(?<!\w)trừ\s+(?=trường\s+hợp|(?:các\s+|những\s+)?(?:quy\s+định|nội\s+dung|điều|khoản|chương|mục)\s|điểm\s+\w\s)(?:trường\s+hợp\s+)?"
)
_ADJUNCT = re.compile(r"[^\w]*(?:theo|tại|căn\s+cứ)\s")
_ALL_OF_IT = re.compile(r"[^\w]*(?:(?:\d+|[a-zđ])[.)]\s*)?(?:các\s+|những\s+)?(?:quy\s+định|nội\s+dung|điều\s+khoản)\s")


def part_of(view: View, start: int, reference: Reference, end: int | None = None) -> str | None:
    """The provisions, or the described part, that stand between the sentence's beginning and the document they are of."""
    lead = view.lower[start : reference.start]
    if re.search(r"[“\"]\s*$|:\s*[“\"]", lead):
        return None  # `Mục 35 quy định: “Quy định này …`
    if _ADJUNCT.match(lead):
        return None  # `Theo Điều 19 Thông tư A, có hiệu lực từ …` speaks of A
    if listed := re.compile(rf"(?:{PROVISIONS.pattern})[^.;]{{0,80}}$").search(lead):
        return "; ".join(spelled_out(view.text[start + listed.start() : reference.start]))
    return view.words(start, end or reference.end).rstrip(" ,") if _ALL_OF_IT.match(lead) else None


def _days_after(day: str | None, count: int) -> str | None:
    return (date.fromisoformat(day) + timedelta(days=count)).isoformat() if day else None


class _Subjects:
    """Which document, and which provision of it, a clause of effect speaks of."""

    def __init__(
        self,
        view: View,
        references: list[Reference],
        owner: dict[int, Entity],
        entities: list[Entity],
        topics: Topics,
        regulation: bool,
    ) -> None:
        self._view, self._references, self._owner, self._topics = view, references, owner, topics
        self._itself = entities[0] if regulation and entities and entities[0].heading else None
        self._of_kind: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            self._of_kind[entity.kind.lower()].append(entity)
        self._titled: dict[tuple[str, ...], list[Reference]] = defaultdict(list)
        """By each run of words in their titles, the references that bear them."""
        for reference in references:
            if reference.title and id(reference) in owner:
                for words in _runs(reference.title.lower()):
                    self._titled[words].append(reference)

    def of(self, before: list[Reference], sentence: tuple[int, int], cue: int) -> tuple[Entity | None, str | None]:
        """The document that the cue speaks of and the provision of it, if only a part is meant.

        ``before`` are the references of the sentence that stand before the cue.
        """
        view, owner = self._view, self._owner
        if before:
            same = [r for r in before if owner.get(id(r)) is owner.get(id(before[-1]))]
            return owner.get(id(before[-1])), part_of(view, sentence[0], same[0], cue)
        if cue - sentence[0] < 3:  # `1. Nghị định A. Hết hiệu lực từ ngày …`
            spoken = next((r for r in spoken_between(self._references, view.line(cue)[0], cue) if r.within is None), None)
            if spoken is not None:
                return owner.get(id(spoken)), None
        # `Luật có 6 chương và có hiệu lực từ ngày …`
        if (bare := _BARE_KIND.match(view.lower, sentence[0])) and bare.end() <= cue:
            named = self._topics.at(kinds()[" ".join(bare[0].split())].name, sentence[0])
            if named is not None and id(named) in owner:
                return owner[id(named)], None
        # `Quyết định các nội dung … có hiệu lực từ ngày …`, of the only one spoken of
        if (kind := _KIND_FIRST.match(view.text, sentence[0])) and len(alone := self._of_kind[kind[0].lower()]) == 1:
            return alone[0], None
        phrase = _LEAD.sub("", view.words(sentence[0], cue).lower().strip(" ,:-"))
        if run := next(_runs(phrase), None):
            titled = {id(owner[id(r)]): owner[id(r)] for r in self._titled.get(run, ()) if phrase in (r.title or "").lower()}
            return (next(iter(titled.values())), None) if len(titled) == 1 else (None, None)
        return self._itself, None


def _runs(words: str) -> Iterator[tuple[str, ...]]:
    """Every run of so many words as tell one title from another."""
    said = words.split()
    return (tuple(said[i : i + _SIMILAR_WORDS]) for i in range(len(said) - _SIMILAR_WORDS + 1))
