"""Who does what an active verb says: the document before it, the one whose title holds it, the one that the text is or quotes."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from regraph.pipeline.clean import View
from regraph.pipeline.governed import LABELS
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import POINTS_BACK, Reference, spoken_between
from regraph.pipeline.topics import Topics
from regraph.pipeline.understand import Cue
from regraph.pipeline.vocabulary import alternatives, kinds


@dataclass(frozen=True, slots=True)
class Place:
    """Where a verb stands: its sentence's ``start`` and references ``inside``, those on its ``level``, the ``holder`` of the
    title that it stands in, and by `id` the references that are objects of verbs before it: of those that somebody does
    (``taken``) and of all (``objects``)."""

    start: int
    inside: list[Reference]
    level: list[Reference]
    holder: Reference | None
    taken: set[int]
    objects: set[int]


# Relations whose verb is an everyday word too: the subject must stand beside it.
_BESIDE = frozenset(("guides", "implements", "consolidates", "extends", "follows"))
_NEXT_TO = regex(
    r"\s*(?:đã|yêu\s+cầu|giao|cho\s+phép|cho|được\s+(?:[^.;:,\n]{3,60}?\s+)?(?:ký\s+)?(?:ban\s+hành|xây\s+dựng)"
    r"|ngày\s+\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|nhằm|để|bảo\s+đảm|đảm\s+bảo|góp\s+phần|trên\s+(?:nguyên\s+tắc|cơ\s+sở|tinh\s+thần)"
    r"|là\s+(?:văn\s+bản|những\s+văn\s+bản)|,|\s)*"
)
_REACH = 4000
_TELLS = 1500
_ENDS = frozenset(("replaces", "repeals"))
_JOINT = regex(r"[,;:]|(?<!\w)(?:và|đồng\s+thời|để|nhằm)(?!\w)")
# What somebody is told to do is done by nobody yet: `Bộ A chủ trì rà soát …; bãi bỏ …`
_DUTY = regex(
    r"(?<!\w)(?:trách\s+nhiệm|chủ\s+trì|phối\s+hợp|giao(?!\s+(?:dịch|thông|nhận|lưu|đất))|rà\s+soát|tham\s+mưu|đề\s+xuất|kiến\s+nghị|yêu\s+cầu)(?!\w)"
)


def agents(
    view: View, references: list[Reference], place: Place, verb: Cue, itself: str | None, topics: Topics
) -> list[Reference | None]:
    """Who does what the verb says; None is the regulation itself (of the kind ``itself``), an empty list nobody that is named."""
    if (bracketed := _in_brackets_behind(view, place, verb)) is not None:
        return [bracketed]
    if place.holder is not None:
        done = [r for r in place.level if r.reach <= verb.start and id(r) in place.objects]
        if done and not _JOINT.search(view.lower, done[-1].reach, verb.start):
            return [done[-1]]  # `Bãi bỏ A và B của Ủy ban sửa đổi C`
        return [place.holder, *place.holder.same_title]
    if verb.form == "topic":
        return _spoken_before(references, place.start)
    before = [r for r in place.level if r.reach <= verb.start]
    semicolon = view.text.rfind(";", max(place.start, verb.start - _REACH), verb.start)
    free = [r for r in before if id(r) not in place.objects]
    goes_on = False  # `A sửa đổi B; thay thế C`, `Thông tư này có hiệu lực từ ngày ký; bãi bỏ A`
    if free and semicolon >= free[-1].reach and not view.lower[semicolon + 1 : verb.start].strip(" \nvà"):
        said = view.lower[free[-1].reach : semicolon].strip(" ,*")
        does = any(free[-1].start < r.start < semicolon for r in place.inside if id(r) in place.objects)
        goes_on = does or (said != "" and _TAKES_EFFECT.fullmatch(said) is not None)
    elif semicolon >= 0:
        free = [r for r in free if r.reach > semicolon]
    if itself is None and (topic := _bare_kind(view, topics, place, verb)):
        return [topic]
    if verb.relation in _BESIDE:
        prolongs = verb.relation == "extends" and not view.lower.startswith("tiếp tục", verb.start)
        own_act = itself is not None and prolongs and begins_clause(view, place.start, verb.start)
        return _beside(view, before, place.objects, verb) or ([None] if own_act else [])
    if (bearer := attributed(view, place, verb)) is not None:
        return [bearer]
    own = [r for r in free if r.form == "back"]
    if own and itself:
        return [own[-1]]
    if free and (goes_on or not begins_line(view, verb.start)):
        return [] if _unnamed(view, free[-1], verb.start) else [free[-1]]
    if itself:
        new_clause = semicolon + 1 if semicolon >= 0 and verb.relation in _ENDS else place.start
        duty = new_clause > place.start and _DUTY.search(view.lower, place.start, new_clause)
        own_act = not duty and _speaks_of_itself(view, new_clause, verb.start, itself)
        return [None] if place.taken or own_act else []
    if begins_clause(view, _past_connective(view, place.start, verb.start), verb.start):
        told = topics.quoted_at(verb.start) or _told_of(view, references, verb) or _taking_effect_above(view, references, verb)
        if told is None and article_told(view, verb.start):
            told = topics.told_at(place.start)
        return [told] if told is not None else []
    return []


def _in_brackets_behind(view: View, place: Place, verb: Cue) -> Reference | None:
    """The document that brackets which begin with the verb tell of: B in `bãi bỏ A, B (sửa đổi C)`, which is of the kind of C."""
    opened = view.text.rfind("(", max(place.start, verb.start - len("( \n")), verb.start)
    if opened < 0 or view.text[opened + 1 : verb.start].strip():
        return None
    i = bisect_left(place.inside, verb.end, key=lambda r: r.start)
    if i == len(place.inside):
        return None
    behind = (
        r for r in reversed(place.inside[max(0, i - _LIST) : i]) if r.reach <= opened and not view.text[r.reach : opened].strip()
    )
    return next((r for r in (*behind, place.holder) if r is not None and r.kind == place.inside[i].kind), None)


_LIST = 20  # references before brackets that are looked at
_UNTOLD = 150
# Day and issuer that were not read: ` ngày 13 ngày 8 tháng 2019 của Thủ tướng Chính phủ `
_ISSUER_LEFT = regex(r"\s*(?:ngày\s[^.;:\n]{4,40}?)?\s*(?:của|do)\s[^.;:\n]{3,90}\s+")
_KINDS = alternatives(name for name, kind in kinds().items() if not kind.everyday)
_UNNAMED = regex(
    r"(?<!\w)(?:khi|ban\s+hành|thông\s+qua|trình|dự\s+thảo|xây\s+dựng|dự\s+án|soạn\s+thảo|các|những|một\s+số|mọi)\s+"
    rf"(?:{_KINDS}|văn\s+bản)\s*$"
)


def _unnamed(view: View, subject: Reference, verb: int) -> bool:
    """Whether a document that is not named does what the verb says: `Sau A, khi Nghị quyết sửa đổi B có hiệu lực`."""
    return bool(_UNNAMED.search(view.lower, max(subject.reach, verb - 60), verb))


_ARTICLE = regex(r"[\s“\"*#(-]*(?P<label>điều\s+\d+[a-z]?)\s*[.:]")


def article_told(view: View, at: int) -> str | None:
    """The article that a line tells a document's own words by: `Cụ thể, Điều 1. Sửa đổi …`."""
    label = _ARTICLE.match(view.lower, _past_connective(view, view.line(at)[0], at), at)
    return view.words(*label.span("label")) if label else None


def _past_connective(view: View, start: int, at: int) -> int:
    goes_on = _CONNECTIVE.match(view.lower, start, at)
    return goes_on.end() if goes_on else start


def attributed(view: View, place: Place, verb: Cue) -> Reference | None:
    """The object of another verb that stands right before this one, which tells what it does: `bãi bỏ Luật A sửa đổi Luật B`."""
    if place.holder is not None:
        return None
    beside = next((r for r in reversed(place.level) if r.reach <= verb.start), None)
    if beside is None or id(beside) not in place.objects or beside.form == "back":
        return None
    between = view.lower[beside.reach : verb.start]
    untold = len(between) < _UNTOLD and not beside.title_at and not _JOINT.search(between)
    return beside if not between.strip() or (untold and _ISSUER_LEFT.fullmatch(between)) else None


_LONGEST_LEAD = 600


def begins_clause(view: View, start: int, at: int) -> bool:
    """Whether nothing but the labels of an article or item stands between a sentence's beginning and the position."""
    first = max(start, view.line(at)[0])
    return at - first <= _LONGEST_LEAD and bool(LABELS.fullmatch(view.lower, first, at))


def _told_of(view: View, references: list[Reference], verb: Cue) -> Reference | None:
    """`Thông tư này` of the paragraphs before one that begins `Bãi bỏ …`: an article that tells a document clause by clause."""
    if verb.relation not in _ENDS and verb.relation != "amends":
        return None
    line = view.line(verb.start)[0]
    since = max(0, line - _TELLS)
    spoken = [r for r in spoken_between(references, since, line) if r.form == "back" and r.within is None]
    return spoken[-1] if spoken and view.text[spoken[-1].start].isupper() else None


_HAS_EFFECT = regex(r"\s+(?:(?:sẽ|chính\s+thức)\s+)*có\s+hiệu\s+lực(?!\w)")
_LONGEST_ITEM = 500


def _taking_effect_above(view: View, references: list[Reference], verb: Cue) -> Reference | None:
    """The document that the line above says takes effect: `- Nghị định A có hiệu lực từ 1/7.`, then `- Bãi bỏ B.`"""
    if verb.relation not in _ENDS:
        return None
    line = view.line(verb.start)[0]
    since = max(0, line - _LONGEST_ITEM)
    above = since + len(view.text[since:line].rstrip())
    start = max(since, view.line(above)[0])
    told = next((r for r in spoken_between(references, start, above) if r.within is None), None)
    takes = told is not None and begins_clause(view, start, told.start) and _HAS_EFFECT.match(view.lower, told.end)
    return told if takes else None


def _spoken_before(references: list[Reference], at: int) -> list[Reference | None]:
    spoken = [r for r in spoken_between(references, at - _REACH, at) if r.within is None and r.form not in (*POINTS_BACK, "year")]
    return [spoken[-1]] if spoken else []


def _beside(view: View, before: list[Reference], objects: set[int], verb: Cue) -> list[Reference | None]:
    """The reference beside the verb; it may be the object of another: `Căn cứ Nghị định A hướng dẫn Luật B`."""
    for reference in reversed(before):
        if _NEXT_TO.fullmatch(view.lower, reference.reach, verb.start):
            attribute = not view.text[reference.reach : verb.start].strip()
            return [reference] if id(reference) not in objects or attribute else []
    return []


_CONNECTIVE = regex(r"(?:đồng\s+thời|theo\s+đó|ngoài\s+ra|bên\s+cạnh\s+đó|cụ\s+thể|trong\s+đó|cùng\s+với\s+đó)\s*[,:]?\s*")
_BARE_KIND = regex(
    r"[\s“\"*#-]{0,20}(?:(?:Đồng thời|Theo đó|Ngoài ra|Bên cạnh đó|Cụ thể)\s*,?\s+)?"
    rf"(?P<kind>(?i:{alternatives(name for name, kind in kinds().items() if kind.by_number and not kind.everyday)}))"
    r"(?=\s+(?!số|của)[^\W\d_]*[^\W\d_A-ZĐ])",
)


def _bare_kind(view: View, topics: Topics, place: Place, verb: Cue) -> Reference | None:
    """The document that a news text calls by its kind alone (`Nghị định bổ sung …`)."""
    said = _BARE_KIND.match(view.text, place.start)
    if said is None or said.end() > verb.start or said["kind"][0].islower() or any(r.start < verb.start for r in place.inside):
        return None
    return topics.subject_at(kinds()[" ".join(said["kind"].lower().split())].name, place.start)


# `Quyết định có hiệu lực từ ngày ký, đồng thời`, before `thay thế`
_TAKES_EFFECT = regex(
    r"(?:(?:sẽ\s+)?có\s+hiệu\s+lực[^.;:\n]{0,200}?)?[\s,;]*(?:(?:và|đồng\s+thời|nay|cùng\s+với\s+đó|chính\s+thức|sẽ)[\s,]*)*"
)


def _speaks_of_itself(view: View, start: int, verb: int, itself: str) -> bool:
    """Whether nothing but labels, the regulation's own kind and its effect stand between a sentence's beginning and the verb."""
    at = max(start, view.line(verb)[0])
    if verb - at > _LONGEST_LEAD:
        return False
    if labels := LABELS.match(view.lower, at, verb):
        at = labels.end()
    kind = itself.lower()
    said = view.lower[at:verb].removeprefix(kind).removeprefix(" này").strip()
    return bool(_TAKES_EFFECT.fullmatch(said)) and (bool(said) or at == verb)


def begins_line(view: View, at: int) -> bool:
    """Whether nothing but an item mark stands before the position on its line, or a semicolon ended what does."""
    line = view.text.rfind("\n", max(0, at - 100), at) + 1
    before = view.text[line or max(0, at - 100) : at].rstrip()
    return before.endswith(";") or (bool(line or at <= 100) and not before.strip(' -+*•_“"').removesuffix("Nay"))


_ISSUES = regex(r"[^.;]*?(?:ban\s+hành|ký|(?<!đó\s)có|gửi|thông\s+qua|trình)\s+(?:các\s+)?", re.DOTALL)


def issued_next(view: View, level: list[Reference], last: Reference) -> list[Reference | None]:
    """The document that was issued on the basis of what stands before: `trên cơ sở A, Bộ B ban hành C`."""
    after = next((r for r in level if r.start >= last.reach), None)
    return [after] if after is not None and _ISSUES.fullmatch(view.lower, last.reach, after.start) else []
