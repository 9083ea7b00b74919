"""What the sentences say of documents: who replaces, repeals, amends, guides or rests on whom.

A cue (`thay thế`) takes as objects the references that follow it with nothing but scope words and provisions between,
and as subject the document whose title holds it, the reference before it, or the regulation itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from regraph.model import Modality, RelationType
from regraph.pipeline.agents import Place, agents, article_told, attributed, begins_clause, begins_line, issued_next
from regraph.pipeline.clean import View
from regraph.pipeline.excepted import excepted
from regraph.pipeline.governed import (
    Governed,
    Way,
    before,
    behind,
    behind_unread,
    ended_up_to,
    itemized,
    located,
    own_part,
    shared,
)
from regraph.pipeline.itemized import announcement, announces, items
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS
from regraph.pipeline.references import Reference, implied_at, spoken_between
from regraph.pipeline.sentences import Sentences
from regraph.pipeline.topics import Topics
from regraph.pipeline.understand import Cue, cue_words, cues
from regraph.pipeline.units import SOME_OF_IT, changes_wording, some_contents, some_of_it
from regraph.pipeline.wording import Wording, speaks_for


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two references of one text; ``source`` None is the regulation itself.

    ``partly`` when only some of the contents of ``to_part`` are meant, without saying which, or not all of the whole document.
    """

    source: Reference | None
    relation: RelationType
    target: Reference
    from_part: str | None
    to_part: str | None
    start: int
    end: int
    rule: str
    modality: Modality
    partly: bool = False


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    inside: list[Reference]

    def near(self, cue: Cue) -> list[Reference]:
        """The references that a cue may speak of: those shortly before it and the list behind it, a bounded number."""
        first = bisect_left(self.inside, cue.start - _BEFORE, key=lambda r: r.start)
        last = bisect_left(self.inside, cue.end, key=lambda r: r.start) + _LONGEST_LIST
        return self.inside[first:last]


# `cho đến khi A được bãi bỏ`, `trước ngày A hết hiệu lực` tell no end
_WHEN = regex(
    r"(?<!\w)(?:khi|nếu|trường\s+hợp|(?:trước|từ|đến|tới|sau)\s+(?:ngày|khi|thời\s+điểm))\s+(?:mà\s+)?(?:các\s+|những\s+)?"
    rf"(?:(?:quy\s+định|nội\s+dung)\s+(?:tại|của)\s+)?(?:{PROVISIONS.pattern}\s+(?:của\s+|tại\s+)?)?$"
)
_DENIES = (
    r"có\s+thể|(?:có|các|những)\s+văn\s+bản|không|chưa|không\s+phải|chứ\s+không|xử\s+phạt|hình\s+phạt|phạt|bầu\s+cử|tuyển\s+dụng"
)
# `chưa có bất kỳ văn bản nào thay thế A`
_NONE_YET = regex(
    r"(?:chưa|không)\s+có\s+(?:bất\s+(?:kỳ|kì|cứ)\s+)?(?:thông\s+tin|văn\s+bản|dự\s+thảo|quy\s+định|luật|nghị\s+định|thông\s+tư|quyết\s+định)"
    r"(?:(?!(?<!\w)(?:nên|do\s+đó|vì\s+vậy|mà|nhưng)(?!\w))[^.;:\n])*$"
)
_NEGATED = regex(rf"(?:{_DENIES}|(?<!\w)(?:ngày|khi|thời\s+điểm|thời\s+hạn))\s+$")
_NEGATED_OR_SUFFERED = regex(rf"(?:{_DENIES}|(?<!\w)(?:được|bị))\s+$")
# `nghiên cứu sửa đổi`, but `Quy định về nghiên cứu khoa học`
_STUDIES = r"nghiên\s+cứu(?=\s*,|\s+(?:để|việc|và|sửa|bổ|bãi|thay|hủy|xây|ban|trình|đề|hoàn|tham|xem|rà|cho|nhằm|phương)(?!\w))"
_INTENDS = (
    rf"(?:dự\s+kiến|đề\s+xuất|kiến\s+nghị|{_STUDIES}|rà\s+soát|xem\s+xét|làm\s+cơ\s+sở|chưa\s+có|vẫn\s+chưa|chuẩn\s+bị|tham\s+mưu"
    r"|(?<!quy\s)trình\s+\S+\s+\S+)"
)
_AND_ALSO = regex(r"(?:và|đồng\s+thời)\s+$")
_CHANGES_OTHERS = regex(r"(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|thay\s+thế|hủy\s+bỏ)")
_PLANNED = regex(rf"{_INTENDS}\s*,?\s*(?:[^\s;]+\s+){{0,8}}$")
# `A yêu cầu (các bộ) bãi bỏ B`, `A giao Bộ X sửa đổi B`: what somebody is told to do
_TOLD_TO = regex(
    r"(?<!\w)(?:yêu\s+cầu|giao(?!\s+(?:dịch|thông|nhận|lưu|đất|kết|ước))|chỉ\s+đạo|kêu\s+gọi|nhiệm\s+vụ|cần(?:\s+phải)?|phải)"
    r"\s+(?:[^.,;:\n]{0,80}\s)?$"
)
_PLANS = regex(r"[^\n]{0,50}(?:kiến\s+nghị|đề\s+xuất|phương\s+án)[^\n]{0,30}$")
_FIRST_ARTICLE = regex(r"^[ #]*(?:điều\s+1[.:]|chương\s+i\b|i\.|1\.)", re.MULTILINE)

# A programme that a decision promulgates: what it says is to be amended is to be done.
_ATTACHED_PLAN = regex(
    r"^[ #]*(?:kế hoạch|chương trình|đề án|danh mục)(?!\w)[^\n]*\n(?:[^\n]*\n){0,8}?"
    r"[ ]*\((?:ban hành )?kèm theo (?:nghị quyết|quyết định)",
    re.MULTILINE,
)
_BEFORE = 4000
_LONGEST_QUOTATION = 4000
_LINES = 20
_BELOW = regex(r"\s*\n[ *_]*")
# `khoản 1 Điều 2;`, then `các khoản 3, 4 Điều 5; …` without a mark of an item or article
_NEXT_PROVISIONS = regex(rf"(?:các\s+)?(?:{PROVISIONS.pattern})(?!\s*[.:])")
_LONGEST_LIST = 400

_ARTICLE_BEHIND = regex(r"[^.()\n]{0,500}\((?P<article>điều\s+\d+[a-zđ]?)\)\s*[.;]?\s*$")
_SOME = regex(r"một\s+(?:số|phần)(?!\w)")
_ENDS = frozenset(("replaces", "repeals"))
_ENDS_OR_SUSPENDS = _ENDS | {"suspends"}
_CHANGES = frozenset(("replaces", "repeals", "amends", "corrects", "suspends"))
_HAVE_PREDECESSORS = frozenset(("replaces", "repeals", "follows"))


def relations(
    view: View,
    references: list[Reference],
    sentences: Sentences,
    quoted: list[Wording],
    itself: str | None,
    topics: Topics,
) -> list[Link]:
    """Every relation that the text states between documents.

    ``references`` in order, with titles and reach; ``itself`` is the kind of the document that the text is, if it is one, which
    then is the subject where none is named.
    """
    read = _Reading(view, references, sentences, quoted, itself, topics)
    return [*read.links(), *read.acts()]


class _Reading:
    def __init__(
        self,
        view: View,
        references: list[Reference],
        sentences: Sentences,
        quoted: list[Wording],
        itself: str | None,
        topics: Topics,
    ) -> None:
        self._view, self._references, self._sentences, self._quoted = view, references, sentences, quoted
        self._itself, self._topics = itself, topics
        plan = next(view.at_lines(_ATTACHED_PLAN, view.lower), None)
        self._plan = plan.start() if plan else len(view.text)
        self._before: tuple[Reference, int] | None = None  # who did what the last sentence tells, and where that ended
        self._says: Modality = "enacted" if itself else "reported"
        articles = view.at_lines(_FIRST_ARTICLE, view.lower)
        first = next((article for article in articles if not _in_quotation(view, article.start())), None)
        self._first_article = first.start() if first else len(view.text)
        self._first_heading = view.line(first.start())[1] if first else len(view.text)

    def links(self) -> Iterator[Link]:
        """What the cues of the sentences state."""
        view = self._view
        for sentence in self._to_read():
            whole = [(r.start, r.end) for r in sentence.inside if _apart(r, sentence)]
            taken: set[int] = set()
            objects: set[int] = set()
            found = cues(view.text, view.lower, sentence.start, sentence.end, whole)
            for n, cue in enumerate(found):
                denied = _NEGATED_OR_SUFFERED if cue.form == "active" else _NEGATED
                if denied.search(view.lower, max(sentence.start, cue.start - 20), cue.start):
                    objects.update(id(r) for r in _denied(view, sentence, cue))
                    continue
                if _NONE_YET.search(view.lower, max(sentence.start, cue.start - 200), cue.start):
                    continue
                wording = speaks_for(self._quoted, cue.start)
                for link in self._of(sentence, cue, found[n + 1] if n + 1 < len(found) else None, taken, objects):
                    taken.add(id(link.target))
                    if link.source is None and link.relation in _CHANGES and link.start > self._plan:
                        continue  # a task
                    if wording is not None and (link.source is None or _is_itself(link.source, wording)):
                        link = replace(link, source=wording.document, from_part=wording.part)
                    yield link
                    first = link.source is sentence.inside[0] or (self._before and link.source is self._before[0])
                    if link.source is not None and first and cue.form == "active" and link.relation in _CHANGES:
                        self._before = link.source, sentence.end

    def _to_read(self) -> Iterator[_Sentence]:
        """The sentences with both a cue and a reference, each once, with the list that a colon at their end announces.

        A list may stand on the lines below its announcement, so the line that announces is looked at for each reference too.
        """
        view, references = self._view, self._references
        at = i = 0
        for reference in references:
            if reference.start < at:
                continue
            for position in (announcement(view, reference.start), reference.start):
                if position is None or position < at:
                    continue
                start, end = self._sentences.at(position)
                if not cue_words().search(view.lower, start, end):
                    at = max(at, start if position != reference.start else end)
                    continue
                if announces(view, end):
                    end = max((last for _, last in items(view, end - 1)), default=end)
                else:
                    end = self._with_lines(end)
                at = max(end, position + 1)
                while i < len(references) and references[i].end <= start:
                    i += 1
                j = i
                while j < len(references) and references[j].start < end:
                    j += 1
                if j > i:
                    yield _Sentence(start, end, references[i:j])

    def _with_lines(self, end: int) -> int:
        """The end of a list whose members go on without marks on the lines below: `Căn cứ A;`, then `Nghị định B;`."""
        view = self._view
        for _ in range(_LINES):
            if view.text[end - 1] not in ";," or not (below := _BELOW.match(view.text, end)):
                break
            n = bisect_left(self._references, below.end(), key=lambda r: r.start)
            names = n < len(self._references) and self._references[n].start == below.end()
            if not names and not _NEXT_PROVISIONS.match(view.lower, below.end()):
                break
            end = self._sentences.at(below.end())[1]
        return end

    def _of(self, sentence: _Sentence, cue: Cue, following: Cue | None, taken: set[int], objects: set[int]) -> Iterator[Link]:
        """What one cue states; ``taken`` and ``objects`` are those of the cues before it, as `Place` has them."""
        view = self._view
        near = sentence.near(cue)
        # A heading stands on a line above its title, and is known by what its title holds.
        bearing = {id(r): (r.title_at, r) for n in near for r in (n.within, n) if r is not None and r.title_at is not None}
        holders = sorted((at, i) for i, (at, _) in bearing.items() if at[0] < cue.end <= at[1])
        holder = bearing[holders[-1][1]][1] if holders else None
        level = [r for r in near if r.within is holder and r.modifies is None]
        if holder is not None and self._goes_on(sentence, cue, holder, taken):
            # `bãi bỏ A quy định về phí và bãi bỏ B`: B stands where a title of A could hold it, and is none of it
            level = [r for r in near if r.modifies is None and (r.within is holder.within or (r in level and r.start >= cue.end))]
            holder = holder.within
        if cue.form == "passive":
            yield from self._passive(level, sentence, cue)
            return
        relation: RelationType = cue.relation
        if cue.form == "active" and relation in _ENDS and changes_wording(view, cue.end):
            relation = "amends"
        if relation == "extends" and holder is not None and view.lower.startswith("tiếp tục", cue.start):
            relation = "implements"  # `Kết luận A về tiếp tục thực hiện Chỉ thị B`
        aims = self._aims(cue)
        relation = "implements" if aims else relation
        if cue.form == "ended":
            subject, targets = self._ended(level, sentence, cue)
            past = subject is None and _PAST.search(view.lower, max(sentence.start, cue.start - 10), cue.start)
            if (subject is None and not self._itself) or past:
                return
            if subject is not None and _INSTEAD.fullmatch(view.lower, cue.end, subject.start):
                relation = "replaces"
            subjects: list[Reference | None] = [subject]
        elif self._governs_nothing(cue, relation, holder):
            return
        else:
            opening = bool(self._itself) and (aims or self._opens(cue) or self._leads_to_plan(sentence, cue))
            if cue.form == "preamble" and not opening:
                return
            loose = cue.loose and holder is not None
            ends = relation in _ENDS_OR_SUSPENDS or "bãi bỏ" in view.lower[cue.start : cue.end]
            place = Place(sentence.start, sentence.inside, level, holder, taken, objects)
            attribute = attributed(view, place, cue) is not None
            way = Way(loose, ends, ends or relation == "amends", attribute=attribute, preamble=opening)
            targets = behind(view, level, cue.end, sentence.end, way)
            if not targets and opening:
                targets = behind_unread(view, level, cue.end, sentence.end, way)
            own = level[0] if level and level[0].form == "back" and begins_clause(view, sentence.start, level[0].start) else None
            if not targets and relation == "guides" and own is not None:
                targets = located(view, level, cue.end, sentence.end)
            if not targets and following is not None and relation in _CHANGES and following.relation in _CHANGES:
                targets = shared(view, level, (cue.end, following.start, following.end), sentence.end)
            if not targets and relation in _HAVE_PREDECESSORS and (implied := implied_at(view, cue.end)):
                targets = [(implied, None)]
            if not targets:
                return
            if opening and (aims or cue.opens or cue.form in ("preamble", "basis")):
                subjects = [None]
            elif cue.form == "basis":
                subjects = issued_next(view, level, targets[-1][0])
            else:
                subjects = agents(view, self._references, place, cue, self._itself, self._topics)
                if not subjects and (carried := self._carried(sentence, cue)):
                    subjects = [carried]
            objects.update(id(target) for target, _ in targets)
        behind_all = max((cue.end, *(target.reach for target, _ in targets)))
        kept = excepted(view, near, [target for target, _ in targets], behind_all, sentence.end) if relation in _ENDS else []
        for subject in subjects:
            from_part = None
            if holder is None and subject is not None and relation in _CHANGES:
                told = article_told(view, cue.start) if subject.end <= sentence.start else None
                since = max(min(sentence.start, view.line(subject.start)[0]), subject.start - 200)
                from_part = told or own_part(view, subject, since)
                said = [r for r in near if r.symbol and r.symbol == subject.symbol and r.end <= cue.start]
                if from_part is None and cue.form == "ended" and said:  # `Điều 9 của A: các văn bản hết hiệu lực từ ngày A`
                    from_part = own_part(view, said[0], max(sentence.start, said[0].start - 200))
            if relation == "implements" and subject is not None and subject.kind == "Hướng dẫn":
                relation = "guides"  # `Hướng dẫn số … thực hiện Chỉ thị …`
            for target, part in targets:
                if target is subject or target.form == "back":
                    continue
                part = None if relation == "follows" else part
                modality = self._modality(sentence, cue, holder, subject, target)
                span = min(cue.start, target.start), max(cue.end, target.end)
                if from_part is None and subject is not None and relation in _CHANGES:
                    from_part = _article_behind(view, cue.end, target, part, sentence.end)
                if part is None:
                    partly = any(target is one for one in kept)
                else:
                    since = cue.end if target.start > cue.end else sentence.start
                    rules = relation in _ENDS and _some_rules(view, sentence, cue, target)
                    partly = rules or some_contents(view, since, target.start)
                link = Link(subject, relation, target, from_part, part, *span, f"{cue.relation}.{cue.form}", modality, partly)
                yield from _as_said(link, cue, view.lower[cue.start : cue.end])

    def _carried(self, sentence: _Sentence, cue: Cue) -> Reference | None:
        """Who did what the paragraph above tells, when the next begins with such a verb: `Nghị định A sửa đổi B.`, `Bãi bỏ C.`"""
        if self._itself or cue.relation not in _CHANGES or self._before is None:
            return None
        subject, ended = self._before
        begins = begins_clause(self._view, sentence.start, cue.start)
        return subject if begins and not self._view.text[ended : self._view.line(cue.start)[0]].strip() else None

    def _opens(self, cue: Cue) -> bool:
        """Whether a cue begins a line before the articles; a basis may be told below the heading of the first as well."""
        lower = self._view.lower
        if not begins_line(self._view, cue.start) or _in_quotation(self._view, cue.start):
            return False
        if cue.form != "basis":
            return cue.start < self._first_article
        above = lower[max(0, cue.start - 20) : cue.start].rstrip(" \n*_-")
        below = cue.start > self._first_heading and not lower[self._first_heading : cue.start].strip(" \n*_-")
        return (cue.start < self._first_article and not above.endswith(":")) or below

    def _aims(self, cue: Cue) -> bool:
        """Whether a line above the first number tells what a directive is for: `Để tiếp tục thực hiện A, …`"""
        if self._itself not in _ENACTED_IN_WORDS or cue.start > self._first_article:
            return False
        carries_out = cue.opens or self._view.lower.startswith("tiếp tục thực hiện", cue.start)
        aim = _AIM.search(self._view.lower, max(0, cue.start - 30), cue.start) if carries_out else None
        return aim is not None and begins_line(self._view, aim.start())

    def _leads_to_plan(self, sentence: _Sentence, cue: Cue) -> bool:
        """Whether a cue begins a sentence of the paragraph that enacts a plan: `Thực hiện A. Tỉnh ban hành Kế hoạch như sau:`"""
        lower = self._view.lower
        if (
            self._itself not in _ENACTED_IN_WORDS
            or not cue.opens
            or cue.start != sentence.start
            or cue.start > self._first_article
        ):
            return False
        end = self._view.line(cue.start)[1]
        enacts = _ENACTS_PLAN.search(lower, max(cue.end, end - _LONGEST_CLAUSE), end)
        return enacts is not None and not _TELLS_PAST.search(lower, cue.end, min(sentence.end, enacts.start()))

    def _goes_on(self, sentence: _Sentence, cue: Cue, holder: Reference, taken: set[int]) -> bool:
        """Whether a cue within a title says again, after `và`, what was done to the bearer of the title before it."""
        lower = self._view.lower
        if cue.form != "active" or cue.relation not in _ENDS or id(holder) not in taken or holder.title_at is None:
            return False
        again = lower[cue.start : cue.end] in lower[max(sentence.start, holder.start - _BEFORE) : holder.start]
        joined = _AND_ALSO.search(lower, max(sentence.start, cue.start - 20), cue.start)
        return again and joined is not None and not _CHANGES_OTHERS.match(lower, holder.title_at[0])

    def _governs_nothing(self, cue: Cue, relation: RelationType, holder: Reference | None) -> bool:
        """Whether the words of a cue are a noun, or said of other documents than the one spoken of."""
        lower = self._view.lower
        if cue.form == "active" and _IS_OF_ANOTHER.match(lower, cue.end):
            return True
        if relation in _CHANGES and _ACT_OF_ANOTHER.search(lower, max(0, cue.start - 50), cue.start):
            return True
        if lower[cue.start : cue.end] == "hướng dẫn" and _NOUN.match(lower, cue.end):
            return True  # `hướng dẫn tại Thông tư A` is what A says
        if relation == "implements" and _LOOKS_BACK.search(lower, max(0, cue.start - 60), cue.start):
            return True
        if relation == "implements" and holder is not None and holder.kind in _LETTERS and not _heads_title(lower, holder, cue):
            return True
        title = holder.title_at if holder is not None else None
        if (
            relation == "implements"
            and title is not None
            and (
                _ABOUT_WHAT_IMPLEMENTS.fullmatch(lower, title[0], cue.start)
                or _PAPERS.search(lower, max(title[0], cue.start - 30), cue.start)
            )
        ):
            return True
        if relation != "guides":
            return False
        if _LISTS_GUIDANCE.match(lower, cue.end) and not lower.endswith("này", 0, max(0, cue.start - 1)):
            return True
        since = max(holder.title_at[0], cue.start - 30) if holder is not None and holder.title_at else cue.start
        return bool(_OTHERS_GUIDE.search(lower, since, cue.start))

    def _modality(
        self, sentence: _Sentence, cue: Cue, holder: Reference | None, subject: Reference | None, target: Reference
    ) -> Modality:
        if target.draft or (subject is not None and subject.draft):
            return "draft"
        if holder is not None:
            return self._says
        end = min(cue.start, target.start)
        since = max(sentence.start, end - 90)
        if subject is not None and since < subject.reach <= end:
            since = subject.reach
        lower = self._view.lower
        told = subject is not None and cue.relation in _CHANGES and subject.reach <= cue.start
        if told and subject is not None and _TOLD_TO.search(lower, max(since, subject.reach), cue.start):
            return "planned"
        if _PLANNED.search(lower, since, end) or (since == sentence.start and _under_a_plan(self._view, since)):
            return "planned"
        return self._says

    def _ended(self, level: list[Reference], sentence: _Sentence, cue: Cue) -> tuple[Reference | None, list[Governed]]:
        """Subject and objects of `A, B hết hiệu lực từ ngày C có hiệu lực`, or of such a clause with its list after a colon."""
        view = self._view
        after = [r for r in level if r.start >= cue.end]
        follows = after and any(p.fullmatch(view.lower, cue.end, after[0].start) for p in (_ENDER, _INSTEAD))
        subject = after[0] if follows else None
        since = max(sentence.start, cue.start - _BEFORE)
        colon = view.text.find(":", cue.end, min(sentence.end, cue.end + _BEFORE))
        last = max((r.reach for r in level if r.end <= cue.start and r.form != "back"), default=since)
        if colon >= 0 and (announced := _ANNOUNCED.search(view.lower, max(since, last), cue.start)):
            scope = _SCOPE_OF_ALL.match(view.lower, announced.start(), cue.start)
            part = view.words(*scope.span("what")) if scope else None
            return subject, itemized(view, level, colon, sentence.end, part) or behind(
                view, level, colon + 1, sentence.end, Way()
            )
        ended = before(view, level, since, cue.start)
        return subject, [] if ended and _WHEN.search(view.lower, since, ended[0][0].start) else ended

    def _passive(self, level: list[Reference], sentence: _Sentence, cue: Cue) -> Iterator[Link]:
        """`Lý do: bị bãi bỏ bởi B` in the line of A."""
        view = self._view
        if cue.start - sentence.start < 20 and not any(r.start < cue.start for r in level):
            line, _ = view.line(cue.start)
            spoken = next((r for r in spoken_between(self._references, line, cue.start) if r.within is None), None)
            acts = [r for r, _ in behind(view, level, cue.end, sentence.end, Way())]
            if spoken is not None and acts:
                span = (cue.start, acts[0].end)
                yield Link(acts[0], cue.relation, spoken, None, None, *span, f"{cue.relation}.passive", self._says)

    def acts(self) -> Iterator[Link]:
        """`A được sửa đổi, bổ sung bởi B, C`: what `units.gather` tied to A."""
        for act in self._references:
            amended = act.modifies
            if amended is not None and amended.form == "back":  # `Điều 5 Luật này (được sửa đổi bởi …)` in new wording
                wording = speaks_for(self._quoted, amended.start)
                amended = wording.document if wording is not None else amended
            if amended is not None and act.modifies is not None:
                at = act.modifies
                since = max(self._sentences.at(at.start)[0], at.start - 300)
                named = own_part(self._view, at, since)
                span = at.start, act.end
                for relation, partly in act.acts:
                    rule = f"{relation}.passive"
                    # `theo Điều 5 Luật A được sửa đổi bởi Luật B` tells only that A was amended
                    part = named if partly or act.from_part or relation != "amends" else None
                    if relation in _ENDS and not partly:
                        *others, (_, described) = self._ended_up_to(at, act) or [(at, None)]
                        part = part or described or some_of_it(self._view, since, at.start) or act.acts_on
                        for other, of_other in others if self._ends_sentence(act) else ():
                            yield Link(act, relation, other, act.from_part, of_other, *span, rule, self._says)
                    some = partly or (part is not None and some_contents(self._view, since, at.start))
                    yield Link(act, relation, amended, act.from_part, part, *span, rule, self._says, some)
                for (relation, partly), from_part in act.earlier_acts:
                    yield Link(act, relation, amended, from_part, named, *span, f"{relation}.passive", self._says, partly)

    def _ends_sentence(self, act: Reference) -> bool:
        _, end = self._sentences.at(act.start)
        return not self._view.text[act.reach : end].strip(' .;,\n*”"')

    def _ended_up_to(self, last: Reference, act: Reference) -> list[Governed]:
        """What an act ended of the list that a sentence begins with, up to a document; in brackets it tells of that one alone."""
        start, _ = self._sentences.at(last.start)
        between = self._view.text[last.end : act.start]
        if last.within is not None or between.count("(") > between.count(")"):
            return []
        first = bisect_left(self._references, max(start, last.start - _BEFORE), key=lambda r: r.start)
        until = bisect_left(self._references, last.end, key=lambda r: r.start)
        level = [r for r in self._references[first:until] if r.within is None and r.modifies is None]
        return ended_up_to(self._view, level, start, last)


def _in_quotation(view: View, at: int) -> bool:
    """Whether a position stands in a quotation that opened with a line above, or behind a colon, and closes further down."""
    line, _ = view.line(at)
    depth = 0
    for mark in _MARKS.finditer(view.text, max(0, line - _LONGEST_QUOTATION), line):
        if mark["opens"]:
            depth = 1  # each paragraph of a quotation may open it anew
        elif depth:
            depth += 1 if mark[0] == "“" else -1
    return depth > 0 and view.text.find("”", at, at + _LONGEST_QUOTATION) >= 0


_MARKS = regex(r"(?P<opens>(?:\n[ -]*|:\s*)“)|[“”]")


def _is_itself(reference: Reference, wording: Wording) -> bool:
    """Whether `Luật này` stands in new wording, where it is the law that the words are put into."""
    return reference.form == "back" and reference.kind == wording.document.kind and wording.start <= reference.start < wording.end


def _as_said(link: Link, cue: Cue, words: str) -> Iterator[Link]:
    """The relations that a cue of several verbs states: `sửa đổi, bãi bỏ một số điều của A` amends A and repeals some of it."""
    if cue.form != "active" or cue.relation != "amends" or "bãi bỏ" not in words or "cụm từ" in words:
        yield link
        return
    if "sửa" in words or "bổ" in words or _SOME.match(link.to_part or ""):
        yield replace(link, to_part=None) if _SOME.match(link.to_part or "") else link
        some = link.partly or link.to_part is not None  # which of the verbs is said of it is not told
        yield replace(link, relation="repeals", to_part=link.to_part or SOME_OF_IT, rule="repeals.active", partly=some)
    elif link.to_part is None and words.startswith("thay thế"):  # `thay thế và bãi bỏ A`: the new one stands in its place
        yield replace(link, relation="replaces", rule="replaces.active")
    else:  # `bãi bỏ, thay thế A`: whichever of them is meant, A ends
        yield replace(link, relation="repeals", rule="repeals.active")


def _some_rules(view: View, sentence: _Sentence, cue: Cue, target: Reference) -> bool:
    """Whether rules on something end that stand in the provisions named, whatever else stands there."""
    if cue.form == "ended":
        return _SOME_RULES.search(view.lower, max(sentence.start, target.start - _BEFORE), target.start) is not None
    return _SOME_RULES.match(view.lower, cue.end) is not None


def _denied(view: View, sentence: _Sentence, cue: Cue) -> list[Reference]:
    """The documents that stand as objects of a cue that is denied: `A không bãi bỏ B mà sửa đổi C`."""
    return [r for r, _ in behind(view, sentence.near(cue), cue.end, sentence.end, Way())]


def _article_behind(view: View, verb: int, target: Reference, part: str | None, end: int) -> str | None:
    """The article that does what a sentence tells, where it stands at the end: `A sửa đổi một số điều của B về x (Điều 3).`"""
    behind = _ARTICLE_BEHIND.match(view.lower, target.reach, end)
    if behind is None or (part is None and not _SOME.search(view.lower, verb, target.start)):
        return None
    return view.words(*behind.span("article"))


def _apart(reference: Reference, sentence: _Sentence) -> bool:
    """Whether the reference is one token: within the sentence, and not named by a title that holds cues of its own."""
    named_by_title = reference.title_at is not None and reference.title_at[0] < reference.end
    return reference.start >= sentence.start and reference.end <= sentence.end and not named_by_title


def _under_a_plan(view: View, start: int) -> bool:
    """Whether the line above the one that begins at a position is a heading such as `Kiến nghị thực thi`."""
    above = view.text[max(0, start - 200) : start].rstrip(" \n-+*•#")
    line = max(0, start - 200) + above.rfind("\n") + 1
    return (
        above != ""
        and len(above) - above.rfind("\n") < 90
        and bool(_PLANS.match(view.lower, line, line + 90))
        and (not above.endswith((".", ";")))
    )


_ENACTED_IN_WORDS = ("Kế hoạch", "Chỉ thị", "Chương trình")
_AIM = regex(r"(?<!\w)(?:để|nhằm)\s+(?:tiếp\s+tục\s+|tổ\s+chức\s+)*$")
_LONGEST_CLAUSE = 600
_ENACTS_PLAN = regex(
    r"(?<!\w)(?:ban\s+hành|xây\s+dựng)\s+(?:kế\s+hoạch|chỉ\s+thị|chương\s+trình)(?!\w)[^.\n]*(?<!\w)(?:như\s+sau|sau\s+đây)\s*[:.]?\s*$"
)
# `Thực hiện A, tỉnh đã xây được 5 hồ` tells what became of it
_TELLS_PAST = regex(r"(?<!\w)(?:đã|(?:thời\s+gian|những\s+năm|các\s+năm|năm)\s+qua)(?!\w)")


def _heads_title(lower: str, letter: Reference, cue: Cue) -> bool:
    """Whether the title of a letter tells to carry something out, or to plan it; others are about what that brings with it."""
    start = letter.title_at[0] if letter.title_at else letter.end
    return bool(_HEADS_TITLE.fullmatch(lower, start, cue.start) or _PLAN_TO.search(lower, max(start, cue.start - 60), cue.start))


_LETTERS = ("Công văn", "Văn bản")
_HEADS_TITLE = regex(
    r"\s*(?:(?:về\s+việc|về|v/v)\s+)?(?:(?:tiếp\s+tục|tăng\s+cường|đẩy\s+mạnh|tập\s+trung|khẩn\s+trương|nghiêm\s+túc|kịp\s+thời|chủ\s+động"
    r"|phối\s+hợp|đôn\s+đốc|chỉ\s+đạo|tổ\s+chức|giao\s+nhiệm\s+vụ|việc|,|và)\s*)*"
)
_PLAN_TO = regex(r"(?<!\w)(?:kế\s+hoạch|chương\s+trình)(?:\s+(?:hành\s+động|tổng\s+thể))?\s+$")
# `hướng dẫn chế độ tài chính thực hiện A` guides A; `sửa đổi Chương trình thực hiện A` says what the programme does
_ABOUT_WHAT_IMPLEMENTS = regex(
    r"\s*(?:về\s+)?(?:việc\s+)?(?:hướng\s+dẫn(?!\s*,)[^.;:\n]{2,200}?(?<!,)(?<!\svà)"
    r"|(?:sửa\s+đổi|bổ\s+sung|cập\s+nhật|điều\s+chỉnh)[^.;:\n]{0,60}?(?<!\w)(?:chương\s+trình|kế\s+hoạch|đề\s+án|danh\s+mục)(?!\w)[^.;:\n]{0,200}?)\s+"
)
# `mức chi xây dựng văn bản triển khai thi hành A`: those papers carry A out, not what the title is of
_PAPERS = regex(r"(?<!\w)(?:xây\s+dựng|soạn\s+thảo|ban\s+hành)\s+(?:các\s+)?văn\s+bản\s+$")
_BELOW_LAWS = r"nghị\s+định|thông\s+tư|văn\s+bản|nghị\s+quyết|quyết\s+định"
# `kế hoạch triển khai nghị định quy định chi tiết Luật A`: that one guides, not what the title is of
_OTHERS_GUIDE = regex(rf"(?<!\w)(?:{_BELOW_LAWS})\s+$")
# `bãi bỏ Nghị định sửa đổi A`: that one amended A
_ACT_OF_ANOTHER = regex(rf"(?<!\w)(?:bãi\s+bỏ|hủy\s+bỏ|thay\s+thế|hợp\s+nhất)\s+(?:(?:các|những)\s+)?(?:{_BELOW_LAWS}|luật)\s+$")
# `bãi bỏ quy định về thuế tại khoản 2 Điều 4`: what else stands there goes on
_SOME_RULES = regex(
    r"\s*(?:(?:toàn\s+bộ|các|những|một\s+số)\s+)*(?<!\w)(?:nội\s+dung(?:\s+quy\s+định)?|quy\s+định)\s+(?:về|liên\s+quan\s+(?:đến|tới))\s"
    r"[^.:;\n]{2,300}?\s(?:tại|của|trong)\s+(?:các\s+)?(?:điểm|khoản|điều|mục|chương|phụ\s+lục)(?!\w)"
)
# `A, hướng dẫn thi hành: B và C`: those behind the colon guide A
_LISTS_GUIDANCE = regex(r"\s*(?:bao\s+)?(?:gồm\s*)?:")
# `thực hiện theo hướng dẫn tại A` cites A; `hướng dẫn sửa đổi, bổ sung A` amends it
_NOUN = regex(r"\s+(?:tại|của)\s")
# `báo cáo kết quả thực hiện Nghị quyết A`, `tổng kết 5 năm thực hiện …`, `biểu mẫu liên quan đến thực hiện …`
_LOOKS_BACK = regex(
    r"(?<!\w)(?:tổng\s+kết|sơ\s+kết|đánh\s+giá|kết\s+quả|tình\s+hình|kiểm\s+tra|giám\s+sát|kiểm\s+điểm|năm"
    r"|báo\s+cáo|vướng\s+mắc|khó\s+khăn|liên\s+quan\s+(?:đến|tới)|khi|mẫu\s+biểu|biểu\s+mẫu|trong(?=\s+(?:việc|quá\s+trình)\s))"
    r"(?:\s+(?:việc|kết\s+quả|tình\s+hình|quá\s+trình|công\s+tác|\d+\s+năm|năm|tổ\s+chức|bước\s+đầu))*\s+$"
)
_IS_OF_ANOTHER = regex(r"\s+(?:theo(?!\w)|(?:sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ)(?!\w))")
_ENDER = regex(
    r"\s*,?\s*(?:thi\s+hành\s*)?(?:(?:về|trong)\s[^.;:\n]{3,80}?\s)?,?\s*(?:(?:kể\s+)?từ\s+(?:ngày|khi|thời\s+điểm)|khi|(?:theo|bởi)(?:\s+quy\s+định\s+(?:tại|của))?)\s+"
)
# `A hết hiệu lực, thay vào đó là B`
_INSTEAD = regex(
    r"\s*(?:thi\s+hành\s*)?[,;]?\s*(?:và\s+)?(?:(?:được|bị)\s+)?thay\s+(?:thế\s+)?(?:vào\s+đó\s*,?\s*(?:sẽ\s+)?(?:là|bằng)?|bằng|bởi)\s+"
    r"(?:(?:việc\s+)?(?:áp\s+dụng|thực\s+hiện)\s+(?:theo\s+)?)?"
)
_PAST = regex(r"(?<!\w)đã\s+$")
_ANNOUNCED = regex(
    r"(?:các|những|hai|ba|bốn|năm|sáu|mọi|\d+)\s+(?:văn\s+bản|nghị|quyết|thông|pháp|luật|chỉ|quy|điều|nội\s+dung)[^.;]*$"
)
# `các quy định về A tại các văn bản sau đây`
_SCOPE_OF_ALL = regex(
    r"(?P<what>(?:các|những)\s+(?:quy\s+định|nội\s+dung)\s.{2,300}?)\s+(?:tại|của|trong)\s+(?:các|những)\s+(?:văn\s+bản|nghị|thông|quyết)",
    re.DOTALL,
)
