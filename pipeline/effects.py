"""From when to when: what the text says of the beginning and the end of a document's effect.

Application (`áp dụng từ`), publication and announcement are no effect.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regraph.model import Modality
from regraph.pipeline.clean import View
from regraph.pipeline.dates import DAY, iso
from regraph.pipeline.effect_terms import Term, cues, days_after, terms
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS, spelled_out
from regraph.pipeline.references import POINTS_BACK, Reference, spoken_between
from regraph.pipeline.relate import Link
from regraph.pipeline.resolve import Entity
from regraph.pipeline.sentences import Sentences
from regraph.pipeline.topics import Topics
from regraph.pipeline.units import SEPARATOR, part_before
from regraph.pipeline.vocabulary import alternatives, kinds
from regraph.pipeline.wording import UNNAMED, Wording, speaks_for


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


_BEFORE = 2000


def effects(
    view: View,
    references: list[Reference],
    entities: list[Entity],
    links: Sequence[Link],
    quoted: list[Wording],
    sentences: Sentences,
    regulation: bool,
    topics: Topics,
    published: str | None,
) -> list[Span]:
    """Every stated beginning and end of effect, each once, dates computed where the text has what is needed.

    ``links`` are the relations: `A thay thế B và có hiệu lực từ ngày ký` speaks of A, and they tell what `A hết hiệu lực` ends.
    `kể từ ngày ký` is the issue date of the document; an end is the last day in force, so `hết hiệu lực từ ngày 01/7/2024`
    ends on 30/6/2024.
    """
    owner = {id(r): e for e in entities for r in e.references}
    changed = {id(link.target) for link in links if not link.rule.endswith((".passive", ".record"))}
    subjects = _Subjects(view, references, owner, entities, topics, regulation)
    modality: Modality = "enacted" if regulation else "reported"
    found: list[Span] = []
    ending = [link for link in links if link.rule == "repeals.ended"]
    for cue in cues(view):
        sentence = sentences.at(cue.start())
        sentence = (max(sentence[0], cue.start() - _BEFORE), sentence[1])
        term = terms(view, sentence, cue, published)
        if term is None:
            continue
        meant = _ended(owner, ending, term) or _meant(
            view, references, owner, subjects, term, sentence, set() if term.ends else changed
        )
        wording = speaks_for(quoted, cue.start())
        if wording is not None:
            told = owner.get(id(wording.document))
            own = (None, entities[0])
            meant = [((told or (None if wording.document is UNNAMED else e)) if e in own else e, part) for e, part in meant]
        condition = view.words(*term.until) if term.until else None
        for entity, part in meant:
            begins = term.first_day(entity.issued, entity.year) if entity is not None else None
            if entity is not None and (begins or term.last):
                rule = "effect.date" if term.after_signing is None else "effect.signature"
                found.append(Span(entity, part, begins, term.last, term.start, term.end, rule, modality, condition))
    found += _in_practice(view, references, subjects, sentences, modality)
    found += _ended_since(view, owner, entities, links)
    return _distinct(found)


def _distinct(found: list[Span]) -> list[Span]:
    """Each statement once; of a part nothing that is said of the whole."""
    whole = {(id(s.entity), s.begins, s.ends) for s in found if s.part is None}
    told: dict[tuple[int, str | None, str | None, str | None, str | None], Span] = {}
    for s in sorted(found, key=lambda s: s.start):
        if s.part is None or (id(s.entity), s.begins, s.ends) not in whole:
            told.setdefault((id(s.entity), s.part, s.begins, s.ends, s.until), s)
    return list(told.values())


def _ended(owner: dict[int, Entity], ending: list[Link], term: Term) -> list[tuple[Entity | None, str | None]]:
    """What a clause of end speaks of, as the relations have it: `A, B hết hiệu lực`, or what is listed below the clause."""
    if not term.ends:
        return []
    told = [link for link in ending if link.start <= term.start < link.end]
    return [(owner[id(k.target)], k.to_part) for k in told if id(k.target) in owner]


def _meant(
    view: View,
    references: list[Reference],
    owner: dict[int, Entity],
    subjects: _Subjects,
    term: Term,
    sentence: tuple[int, int],
    aside: set[int],
) -> list[tuple[Entity | None, str | None]]:
    """The documents that the term speaks of, each with the part that is meant."""
    start = term.subject_from or sentence[0]
    spoken = [
        r
        for r in spoken_between(references, start, term.start)
        if r.end <= term.start and r.within is None and id(r) not in aside and (term.begins_it or r.modifies is None)
    ]
    behind = None if spoken else _named_behind(view, references, sentence, term)
    if behind is not None:
        return [(owner.get(id(behind)), None)]
    if not spoken and (term.begins_it or term.ends) and (told := _documents_below(view, references, start, term)):
        return [(owner.get(id(r)), part) for r, part in told]
    if term.subject_from and not term.beside and not _follows_its_day(view, spoken, term):
        return []
    if term.beside and not (spoken and spoken[-1].reach <= term.start <= spoken[-1].reach + 1):
        return []
    if spoken and spoken[-1].form == "group":
        return [(owner[id(r)], None) for r in spoken[-1].members]
    if spoken and _OPENS.fullmatch(view.text, spoken[-1].reach, term.start):
        return [(owner.get(id(spoken[-1])), None)]  # `tại Điều 5 Nghị định A (có hiệu lực từ …)`
    if listed := _listed(view, spoken, start, term.start):
        return [*((owner.get(id(r)), None) for r in listed[:-1]), (owner.get(id(listed[-1])), _part_behind(view, listed[-1]))]
    entity, part = subjects.of(spoken, (start, sentence[1]), term.start)
    named = bool(spoken) and spoken[-1].form not in POINTS_BACK
    if entity is not None and entity.heading is None and not named and not _plausible(entity, term):
        entity, part = subjects.signed_on(entity.kind, term.begins) if term.signed else subjects.said(entity.kind), part
    if below := _parts_below(view, start, term):
        return [(entity, below)]
    if excepted := _EXCEPTED.search(view.lower, spoken[-1].end if spoken else start, term.start):
        part = view.words(excepted.end(), term.start).rstrip(" ,")
    return [(entity, part)]


def _follows_its_day(view: View, spoken: list[Reference], term: Term) -> bool:
    """Whether the document stands right between the day and the words: `Từ ngày 01/7/2025, Luật A chính thức có hiệu lực`."""
    return bool(
        spoken
        and term.subject_from is not None
        and part_before(view, term.subject_from, spoken[0].start)[0]
        and _TOGETHER.fullmatch(view.lower, spoken[-1].reach, term.start)
        and not _SINCE.match(view.lower, term.end)
    )


def _plausible(entity: Entity, term: Term) -> bool:
    """Whether a document that was not named beside its term may begin then: on the day of its issue or within two years of it."""
    if term.begins is None or entity.date_or_year is None:
        return True
    if term.signed and entity.issued:
        return term.begins == entity.issued
    first, begins = entity.date_or_year, term.begins
    return first <= begins and int(begins[:4]) <= int(first[:4]) + 2


_SINCE = regex(r"\s*,?\s*(?:kể|từ|khi|sau|vào|cùng|trong)(?!\w)")


def _named_behind(view: View, references: list[Reference], sentence: tuple[int, int], term: Term) -> Reference | None:
    """The document that follows the words at the head of a sentence: `Có hiệu lực từ ngày 01/7/2025, Nghị định A …`."""
    comma = _COMMA.match(view.lower, term.end)
    if comma is None or not _LABELS.fullmatch(view.lower, sentence[0], term.start):
        return None
    return next((r for r in spoken_between(references, comma.end(), comma.end() + 1)), None)


_COMMA = regex(r"\s*,\s*")
_TOGETHER = regex(r"\s*(?:,\s*)?(?:(?:cùng|đều|đồng\s+loạt|đồng\s+thời|sẽ|chính\s+thức|bắt\s+đầu)\s+)*")
_OPENS = regex(r"\s*\(\s*")
_PART_BEHIND = regex(rf"\s*\(\s*(?P<part>{PROVISIONS.pattern})\s*\)")
_AMENDS = ("sửa đổi", "bổ sung")
_AT_ONCE = ("cùng", "đều", "đồng loạt", "đồng thời")
_LABELS = regex(r"(?:[\s*#“\"-]|(?:\d{1,2}|[a-zđ])[.)])*(?:các\s+|cả\s+)?")


def _part_behind(view: View, reference: Reference) -> str | None:
    """The provisions in brackets behind a document that alone are meant: `Luật A (Điều 2 và Điều 5)`."""
    behind = _PART_BEHIND.match(view.lower, reference.reach)
    return "; ".join(spelled_out(view.text[slice(*behind.span("part"))])) if behind else None


def _listed(view: View, spoken: list[Reference], start: int, cue: int) -> list[Reference]:
    """The documents of a list that the words of effect follow: `Luật A, Luật B và Luật C (Điều 5) cùng có hiệu lực …`."""
    if not spoken:
        return []
    behind = _PART_BEHIND.match(view.lower, spoken[-1].reach)
    if not _TOGETHER.fullmatch(view.lower, behind.end() if behind else spoken[-1].reach, cue):
        return []
    listed = [spoken[-1]]
    for reference in reversed(spoken[:-1]):
        gap = SEPARATOR.match(view.lower, reference.reach, listed[0].start)
        if gap is None or view.lower[gap.end() : listed[0].start].strip() not in ("", "các"):
            break
        listed.insert(0, reference)
    if (listed[0].title or "").lower().startswith(_AMENDS) and not any(r.symbol for r in listed[1:]):
        return listed[:1]  # `Luật số 1 sửa đổi, bổ sung một số điều của Luật A, Luật B`
    if len(listed) == 1:
        return []
    alone = _LABELS.fullmatch(view.lower, start, listed[0].start)
    return listed if alone or any(word in view.lower[listed[-1].reach : cue] for word in _AT_ONCE) else []


_EXCEPTED = regex(
    r"(?<!\w)trừ\s+(?=trường\s+hợp|(?:các\s+|những\s+)?(?:quy\s+định|nội\s+dung|điều|khoản|chương|mục)\s|điểm\s+\w\s)(?:trường\s+hợp\s+)?"
)
_CITED = regex(r"(?<!\w)(?:theo|căn\s+cứ|nêu|dẫn\s+chiếu)(?:\s+(?:vào|quy\s+định|hướng\s+dẫn|nội\s+dung|tại|của))*\s+$")
_ADJUNCT = regex(r"[^\w]*(?:theo|tại|căn\s+cứ)\s")
_ALL_OF_IT = regex(r"[^\w]*(?:(?:\d+|[a-zđ])[.)]\s*)?(?:riêng\s+)?(?:các\s+|những\s+)?(?:quy\s+định|nội\s+dung|điều\s+khoản)\s")
_ANNOUNCED = regex(r"(?:các|những)\s+(?:quy\s+định|điều\s+khoản|nội\s+dung|điều,?\s+khoản)\s+sau(?:\s+đây)?")
_BELOW = regex(r"\s*(?:,?\s*(?:bao\s+)?gồm\s*)?:\s*(?=\n)")
_ITEM = regex(r"\s*\n\s*(?:[a-zđ]\d?[.)]|\d{1,2}[.)]|[-+•])\s*(?P<said>[^\n]+)")


def _parts_below(view: View, start: int, term: Term) -> str | None:
    """The provisions listed below `Các quy định sau đây có hiệu lực thi hành từ ngày …:`."""
    below = _BELOW.match(view.text, term.end)
    if below is None or not _ANNOUNCED.search(view.lower, start, term.start):
        return None
    parts: list[str] = []
    at = below.end()
    while item := _ITEM.match(view.lower, at):
        said = view.text[item.start("said") : item.end()]
        listed = PROVISIONS.search(said.lower())
        parts += spelled_out(said[listed.start() : listed.end()]) if listed else [view.words(*item.span("said")).rstrip(" ;.,")]
        at = item.end()
        if view.text[at - 1] == ".":
            break
    return "; ".join(parts) or None


_DOCUMENTS_ANNOUNCED = regex(
    r"(?:các|những)\s+(?:(?:văn\s+bản|bộ\s+luật|luật|pháp\s+lệnh|nghị\s+định|thông\s+tư|nghị\s+quyết|quyết\s+định)\s*(?:,\s*|\s+và\s+)?)+"
    r"(?:[^.;:\n]{0,60}?(?<!\w)(?P<below>sau)(?:\s+đây)?(?!\w)|[^.;:\n]{0,100}$)"
)


def _documents_below(view: View, references: list[Reference], start: int, term: Term) -> list[tuple[Reference, str | None]]:
    """The documents listed below `Từ ngày …, các luật sau đây có hiệu lực:`, `… hết hiệu lực gồm:`, each with the part meant."""
    below = _BELOW.match(view.lower, term.end)
    announced = _DOCUMENTS_ANNOUNCED.search(view.lower, start, term.start)
    if below is None or announced is None or not (announced["below"] or "gồm" in below[0]):
        return []
    listed: list[tuple[Reference, str | None]] = []
    at = below.end()
    while item := _ITEM.match(view.lower, at):
        at = item.end()
        first = next((r for r in spoken_between(references, item.start("said"), at) if r.within is None), None)
        if first is None:
            break
        whole, part = part_before(view, item.start("said"), first.start)
        if whole:
            listed.append((first, part))
        if view.text[at - 1] == ".":
            break
    return listed


def part_of(view: View, start: int, reference: Reference, end: int | None = None) -> str | None:
    """The provisions, or the described part, that stand between the sentence's beginning and the document they are of."""
    lead = view.lower[start : reference.start]
    if re.search(r"[“\"]\s*$|:\s*[“\"]", lead):
        return None  # `Mục 35 quy định: “Quy định này …`
    if _ADJUNCT.match(lead):
        return None  # `Theo Điều 19 Thông tư A, có hiệu lực từ …` speaks of A
    if listed := re.compile(rf"(?:{PROVISIONS.pattern})[^.;]{{0,80}}$").search(lead):
        if _CITED.search(lead, 0, listed.start()):
            return None  # `thực hiện theo khoản 1 Điều 2 Nghị định A có hiệu lực từ …` speaks of A
        return "; ".join(spelled_out(view.text[start + listed.start() : reference.start]))
    return view.words(start, end or reference.end).rstrip(" ,") if _ALL_OF_IT.match(lead) else None


# `quy định về … tại Mục 3 Chương IV của Luật này được thực hiện từ ngày 01/01/2026`
_PART_CARRIED_OUT = regex(
    r"(?:^|[.;:(\n]|(?<!\w)trừ(?:\s+trường\s+hợp)?|(?<!\w)(?:\d{1,2}|[a-zđ])[.)])\s*(?:(?:các|những|riêng|trừ|trường\s+hợp)\s+)*"
    rf"(?:quy\s+định|nội\s+dung)\s(?:[^.;:()\n]{{0,150}}?\s)?(?:tại|của)\s+(?:các\s+)?(?P<part>{PROVISIONS.pattern})[^.;:()\n]{{0,60}}?"
    r"\s(?:được\s+)?(?=(?:thực\s+hiện|thi\s+hành)\s)",
    re.MULTILINE,
)
_FROM_DAY = regex(r"từ\s+(?:ngày\s+)?(?=\d)")
_DONE = regex(r"(?<!\w)(?:(?P<done>(?<!hiệu\slực\s)(?:thực\s+hiện|thi\s+hành))|(?P<applied>áp\s+dụng))\s+(?:kể\s+)?$")
_INSTEAD = regex(r"\s*,?\s*(?:và|đồng\s+thời)\s+(?:sẽ\s+)?thay\s+thế(?!\w)")


def _in_practice(
    view: View, references: list[Reference], subjects: _Subjects, sentences: Sentences, modality: Modality
) -> Iterator[Span]:
    """Provisions that are to be carried out from a day on, and a document that is applied from then on instead of another.

    That is their effect; what is only applied from a day on has none.
    """
    for since in _FROM_DAY.finditer(view.lower):
        verb = _DONE.search(view.lower, max(0, since.start() - 24), since.start())
        day = DAY.match(view.lower, since.end()) if verb else None
        begins = iso(day) if day else None
        if verb is None or day is None or begins is None:
            continue
        part = None
        if verb["done"]:
            parts = _PART_CARRIED_OUT.finditer(view.lower, max(0, verb.start() - _CLAUSE), since.start())
            said = next((m for m in parts if m.end() == verb.start()), None)
            entity = subjects.of_part(said.end("part"), since.end()) if said else None
            part = "; ".join(spelled_out(view.text[said.start("part") : said.end("part")])) if said else None
        else:
            spoken = spoken_between(references, sentences.at(verb.start())[0], verb.start())
            named = [r for r in spoken if r.within is None][-1:] if _INSTEAD.match(view.lower, day.end()) else []
            entity = subjects.named(named[0]) if named and named[0].form not in POINTS_BACK else None
        if entity is not None:
            yield Span(entity, part, begins, None, verb.start(), day.end(), "effect.date", modality)


_ENDS_SINCE = regex(r"\s*,?\s*kể\s+từ\s+")


def _ended_since(view: View, owner: dict[int, Entity], entities: list[Entity], links: Sequence[Link]) -> Iterator[Span]:
    """The last day of what is repealed from a day of its own on: `Bãi bỏ A và Điều 5 của B kể từ ngày 01/7/2025`.

    That day is one after the document that repeals was issued; an earlier one is in the title of what ends.
    """
    verbs: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        said = link.rule in ("repeals.active", "replaces.active") and link.modality in ("enacted", "reported")
        if said and link.target.start > link.start:
            verbs[link.start].append(link)
    for start, ended in verbs.items():
        since = _ENDS_SINCE.match(view.lower, max(link.target.reach for link in ended))
        day = DAY.match(view.lower, since.end()) if since else None
        first = iso(day) if day else None
        source = ended[0].source
        by = owner.get(id(source)) if source is not None else entities[0]
        if day is None or first is None or by is None or not by.issued or first <= by.issued:
            continue
        for link in ended:
            if entity := owner.get(id(link.target)):
                yield Span(entity, link.to_part, None, days_after(first, -1), start, day.end(), "effect.date", link.modality)


_CLAUSE = 400
_BARE_KIND = regex(
    r"(?:luật|bộ luật|nghị định|thông tư|quyết định|quy định|nghị quyết|hướng dẫn|pháp lệnh|chỉ thị)"
    r"(?=\s+(?:có|gồm|sẽ|chính thức|cũng|được))"
)
_KIND_FIRST = regex(rf"(?:{alternatives(k.name for k in kinds().values() if k.by_number)})(?!\w)")
# `[3] Nghị quyết tháo gỡ khó khăn khi thi hành Luật A có hiệu lực …`
_DESCRIBED = regex(
    r"(?:[\s*#“\"-]|\(?\[?\d{1,2}[\]).]\)?)*(?P<kind>Nghị định|Thông tư|Nghị quyết|Luật|Pháp lệnh)\s+"
    r"(?:về|hướng\s+dẫn|quy\s+định|sửa\s+đổi|tháo\s+gỡ|bãi\s+bỏ|thi\s+hành|xử\s+lý|bổ\s+sung)(?!\w)"
)
_NEXT = 1500
_LEAD = regex(r"^(?:việc\s+)?(?:thực\s+hiện\s+|triển\s+khai\s+)?")
_SIMILAR_WORDS = 4
_ITSELF = frozenset(("", "văn bản này", "và", "đồng thời", "được ban hành và"))
_NUMBERED = regex(
    rf"(?:[\s*#“\"-]|(?:\d{{1,2}}|[a-zđ])[.)])*(?:riêng\s+)?(?:các\s+)?(?:(?:quy\s+định|nội\s+dung)\s+tại\s+)?(?:các\s+)?(?P<part>{PROVISIONS.pattern})\s*"
)
_NO_DOCUMENT = regex(
    r"[^\w]*(?:(?:\d+|[a-zđ])[.)]\s*)?(?:các\s+|những\s+|mọi\s+|việc\s+)?(?:hợp\s+đồng|giấy|bản\s+án|phán\s+quyết|thỏa\s+thuận|giao\s+dịch|chứng\s+(?:chỉ|thư|nhận)|thẻ|di\s+chúc"
    r"|văn\s+bản\s+công\s+chứng|bảo\s+lãnh|hóa\s+đơn|điều\s+ước|hiệp\s+định|biện\s+pháp"
    r"|quyết\s+định\s+(?:xử|cấm|khen|giải|kỷ|trưng|công\s+nhận|thu\s+hồi|hành\s+chính|cưỡng|tuyên|giám|tái|kháng|đình|tạm|áp\s+dụng|buộc|khởi|truy|tuyển|trọng|phạt"
    r"|của\s+(?:tòa|trọng|hội\s+đồng|cộng|người|cơ\s+quan)))(?!\w)"
)


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
        self._said: dict[str, Entity | None] = {}
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
        if _NO_DOCUMENT.match(view.lower, sentence[0]):
            return None, None
        if (told := self._described(sentence[0], before)) is not None:
            return told[0], None
        if before:
            same = [r for r in before if owner.get(id(r)) is owner.get(id(before[-1]))]
            if len(same) > 1 and view.lower[same[-2].reach : same[-1].start].strip(" 0123456789") == ",":
                return owner.get(id(same[-1])), None  # `Theo Điều 2 Luật A, Luật A có hiệu lực …`
            return owner.get(id(before[-1])), part_of(view, sentence[0], same[0], cue)
        if cue - sentence[0] < 3:  # `1. Nghị định A. Hết hiệu lực từ ngày …`
            spoken = next((r for r in spoken_between(self._references, view.line(cue)[0], cue) if r.within is None), None)
            if spoken is not None:
                return owner.get(id(spoken)), None
        # `Luật có 6 chương và có hiệu lực từ ngày …`
        if (bare := _BARE_KIND.match(view.lower, sentence[0])) and bare.end() <= cue:
            kind = kinds()[" ".join(bare[0].split())].name
            if self._itself is not None and self._itself.kind == kind:
                return self._itself, None
            named = self._topics.at(kind, sentence[0])
            if named is not None and id(named) in owner:
                return owner[id(named)], None
        # `Quyết định các nội dung … có hiệu lực từ ngày …`, of the only one spoken of
        if (first := _KIND_FIRST.match(view.text, sentence[0])) and len(alone := self._of_kind[first[0].lower()]) == 1:
            return alone[0], None
        phrase = _LEAD.sub("", view.words(sentence[0], cue).lower().strip(" ,:-"))
        if run := next(_runs(phrase), None):
            titled = {id(owner[id(r)]): owner[id(r)] for r in self._titled.get(run, ()) if phrase in (r.title or "").lower()}
            if len(titled) == 1:
                return next(iter(titled.values())), None
        return self._part_of_itself(sentence[0], cue, phrase)

    def _described(self, start: int, before: list[Reference]) -> tuple[Entity | None] | None:
        """The act that is called by what it does to the ones named in the sentence: `Thông tư hướng dẫn Luật A có hiệu lực …`.

        None when the sentence begins with no such act; of several of its kind the one that is named next.
        """
        called = _DESCRIBED.match(self._view.text, start)
        if called is None or not before or before[0].start < called.end() or before[0].form in POINTS_BACK:
            return None
        kind = called["kind"].lower()
        if len(alone := self._of_kind[kind]) == 1:
            return (alone[0],)
        following = (r for r in spoken_between(self._references, before[-1].reach, start + _NEXT) if r.kind.lower() == kind)
        return (self._owner.get(id(next(following, None))),)

    def _part_of_itself(self, start: int, cue: int, phrase: str) -> tuple[Entity | None, str | None]:
        """The regulation itself, which its own clauses need not name, or the part of it that they name or describe."""
        if self._itself is None:
            return None, None
        if phrase.strip("0123456789.() ") in _ITSELF | {self._itself.kind.lower()}:
            return self._itself, None
        if (numbered := _NUMBERED.match(self._view.lower, start)) and _TOGETHER.fullmatch(
            self._view.lower, numbered.end("part"), cue
        ):
            return self._itself, "; ".join(spelled_out(self._view.text[numbered.start("part") : numbered.end("part")]))
        if _ALL_OF_IT.match(self._view.lower, start):
            return self._itself, self._view.words(start, cue).rstrip(" ,")
        return None, None

    def named(self, reference: Reference) -> Entity | None:
        return self._owner.get(id(reference))

    def signed_on(self, kind: str, day: str | None) -> Entity | None:
        """The only document of a kind that was issued on a day."""
        found = [e for e in self._of_kind[kind.lower()] if day and e.issued == day]
        self._said[kind] = found[0] if len(found) == 1 else None
        return self._said[kind]

    def said(self, kind: str) -> Entity | None:
        """The document of a kind that the clauses of effect before have spoken of, as the day of its issue told."""
        return self._said.get(kind)

    def of_part(self, after: int, until: int) -> Entity | None:
        """The document of a provision that ends at ``after``: named before ``until``, else what the text speaks of."""
        named = next((r for r in spoken_between(self._references, after, until) if id(r) in self._owner), None)
        if named is not None:
            return self._owner[id(named)]
        if self._itself is not None:
            return self._itself
        said = re.compile(r"\s+của\s+(?P<kind>luật|nghị\s+định|thông\s+tư|nghị\s+quyết|quyết\s+định)(?!\w)").match(
            self._view.lower, after
        )
        topic = self._topics.at(kinds()[" ".join(said["kind"].split())].name, after) if said else None
        return self._owner.get(id(topic)) if topic is not None else None


def _runs(words: str) -> Iterator[tuple[str, ...]]:
    """Every run of so many words as tell one title from another."""
    said = words.split()
    return (tuple(said[i : i + _SIMILAR_WORDS]) for i in range(len(said) - _SIMILAR_WORDS + 1))
