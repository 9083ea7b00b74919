"""Who a norm is for: the words between the beginning of a sentence, or its condition, and the modality."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from regraph.pipeline.actions import act as is_act
from regraph.pipeline.actions import is_bare_act
from regraph.pipeline.clean import View
from regraph.pipeline.conditions import LONGEST, NOT_PLAIN, UNFINISHED, before_subject, in_subject, joined, whole
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives, table


@dataclass(frozen=True, slots=True)
class Subject:
    """Who, on what condition; ``may_hold_modality`` when `người phải thi hành án` is possible, a clause that says who."""

    words: str
    condition: str | None
    may_hold_modality: bool


_LONGEST = 200
_COMMA = regex(r",\s+")
_TAKES_CLAUSE = regex(r"(?:trong\s+)?(?:các\s+)?(?:trường\s+hợp|khi|nếu|sau\s+khi|trước\s+khi)(?!\w)")
_POINTS = regex(
    r"(?<!\w)(?:(?<!điều )(?<!khoản )(?<!điểm )(?<!luật )(?<!nghị định )(?<!nghị quyết )(?<!thông tư )(?<!quyết định )"
    r"(?<!quy chế )(?<!quy định )(?<!hướng dẫn )(?<!pháp lệnh )(?<!điều lệ )này|đó|trên|nói trên|nêu trên|ấy|sau đây|dưới đây)$"
)
_ADVERB = regex(r"\s+(?:đều|cần|sẽ|còn|luôn|vẫn|cũng|tự|cùng)$")
_MUST = regex(r"\s+bắt\s+buộc$")
_THEN = " thì"
_ONLY = regex(r"(?<!\w)chỉ\s*$")
_NEEDS_MORE = frozenset(
    ("người", "con", "bên", "bộ", "ban", "phòng", "vụ", "hội", "đội", "đoàn", "hộ", "hãng", "lực lượng", "đại diện", "đối tượng")
)
_TIME = regex(r"(?:kể\s+từ|tính\s+từ|định\s+kỳ|hằng|hàng|trừ|nếu|khi|theo|trong|sau|trước|chậm|\d)(?!\w)|[^,]*\d")
_SHORT = 3
# What `có nghĩa vụ` may only tell who it is of: `tài sản của bên có nghĩa vụ`
_PARTY = regex(r"\s(?<!các )(?<!hai )(?<!ba )(?<!mỗi )(?<!một )(?<!từng )(?<!những )(?<!nhiều )(?<!mọi )(?:bên|người)$")


@cache
def _begins() -> re.Pattern[str]:
    """What may begin a subject; the group `body` is an authority."""
    rows = table("norms")["subjects"]
    return re.compile(
        rf"(?:(?:{alternatives(rows['before'])})\s+)?(?!(?:{alternatives(rows['never'])})(?!\w))"
        rf"(?:(?P<body>{alternatives(h.lower() for h in rows['body'])})|(?P<clause>{alternatives(rows['clause'])}))(?!\w)"
    )


@cache
def _bare() -> re.Pattern[str]:
    """Words that end with nothing but the kind of somebody: `đối với cơ quan`."""
    return re.compile(rf"(?<!\w)(?:{alternatives(table('norms')['subjects']['in_rows'])})$")


@cache
def _names_with_verb() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(table('norms')['subjects']['names_with_verb'])})(?!\w)")


@cache
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words that the name of no body holds, and those that no subject does."""
    rows = table("norms")["subjects"]
    return tuple(re.compile(rf"(?<!\w)(?:{alternatives(rows[row])})(?!\w)") for row in ("verbs", "tells"))  # type: ignore[return-value]


def holds_verb(words: str) -> bool:
    """Whether a subject tells, after who it is, what they do: `cơ quan thuế lập danh sách người`.

    >>> holds_verb("cơ quan thuế lập danh sách người"), holds_verb("cơ quan thuế cấp tỉnh")
    (True, False)
    """
    head = _begins().match(words.lower())
    return bool(head and _verbs()[0].search(words.lower(), head.end()))


@cache
def _names() -> frozenset[str]:
    """The bodies that are written with a capital, in lower case."""
    bodies = table("norms")["subjects"]["body"]
    return frozenset(h.lower() for h in bodies if h[0].isupper()) - frozenset(h for h in bodies if h[0].islower())


def is_head(words: str) -> bool:
    """Whether words are only what begins a subject: `Văn phòng`, not `Văn phòng Chính phủ`.

    >>> is_head("Văn phòng"), is_head("Văn phòng Chính phủ")
    (True, False)
    """
    return bool(_begins().fullmatch(words.lower()))


def begins_with_subject(lower: str) -> bool:
    """Whether words in lower case begin with somebody who may act.

    >>> begins_with_subject("cơ quan thuế kiểm tra"), begins_with_subject("kiểm tra")
    (True, False)
    """
    return bool(_begins().match(lower))


def only_names(lower: str) -> bool:
    """Whether words in lower case name somebody and say no more: `giám đốc các sở`.

    >>> only_names("giám đốc các sở; "), only_names("cơ quan thuế kiểm tra hồ sơ; ")
    (True, False)
    """
    head = _begins().match(lower)
    return bool(head and not _verbs()[0].search(lower, head.end()))


def lowered(words: str) -> str:
    """The words with a small first letter, but for a name.

    >>> lowered("Chi bộ"), lowered("Bộ Y tế")
    ('chi bộ', 'Bộ Y tế')
    """
    head = _begins().match(words.lower())
    if not words or words[:2].isupper() or (head and head["body"] in _names()):
        return words
    return words[0].lower() + words[1:]


def subject_before(view: View, start: int, modality: int) -> Subject | None:
    """The subject that ends at the modality, with the condition before or in it; None when it is not plain.

    >>> from regraph.pipeline.clean import clean
    >>> subject_before(clean("Khi hết nhiệm kỳ, chi bộ phải họp"), 0, 25)
    Subject(words='chi bộ', condition='khi hết nhiệm kỳ', may_hold_modality=True)
    """
    if modality - start > _LONGEST + LONGEST:
        return None
    if not before_subject().match(view.lower, start):
        return _who(view, start, modality, None)
    then = view.lower.rfind(" thì ", start, modality)
    at = then + len(" thì ") if then >= 0 else _after_comma(view, start, modality)
    if at is None:
        return None
    condition = view.words(start, then if then >= 0 else at).rstrip(" ,")
    return _who(view, at, modality, lowered(condition)) if whole(condition) else None


@cache
def _things() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What begins a thing, what it does not hold, what it does not end with, and what is asked of it."""
    rows = table("norms")["things"]
    return (
        re.compile(rf"(?:(?:các|những|mọi|mỗi|từng|tất cả|toàn bộ)\s+)?(?:{alternatives(rows['heads'])})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{alternatives(rows['tells'])})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{alternatives(rows['ends'])})$"),
        re.compile(rf"\s*(?:{alternatives(rows['as'])})(?!\w)"),
    )


def thing_before(view: View, start: int, modality: int, action: int) -> Subject | None:
    """The thing of which something is asked, as `subject_before`; the ``action`` must be of a kind that things have.

    >>> from regraph.pipeline.clean import clean
    >>> thing_before(clean("Khi thuê xe, hợp đồng phải được ký"), 0, 22, 27)
    Subject(words='hợp đồng', condition='khi thuê xe', may_hold_modality=False)
    """
    begins, tells, ends, asked = _things()
    if modality - start > _LONGEST + LONGEST or not asked.match(view.lower, action):
        return None
    at, condition = start, None
    if before_subject().match(view.lower, start):
        then = view.lower.rfind(" thì ", start, modality)
        comma = view.lower.rfind(", ", start, modality)
        if then < 0 and comma < 0:
            return None
        at = then + len(" thì ") if then >= 0 else comma + 2
        condition = view.words(start, then if then >= 0 else comma)
        if not whole(condition) or (then < 0 and _in_a_row(view.lower[start:at])):
            return None
    head = begins.match(view.lower, at, modality)
    if head and is_bare_act(head[0]) and begins_with_subject(view.lower[head.end() : modality].lstrip()):
        return None  # `Yêu cầu người thuê phải …` tells what somebody does
    said = _without_adverbs(view, at, modality)
    words = view.words(at, at + len(said))
    if head is None or len(said) > _LONGEST or tells.search(said[head.end() - at :]) or ends.search(said):
        return None
    if NOT_PLAIN.search(said) or UNFINISHED.search(said) or words.count("(") != words.count(")") or said.endswith(","):
        return None
    return Subject(lowered(words), lowered(condition) if condition else None, False)


def is_asked(lower: str, subject: str, action: int) -> bool:
    """Whether what is asked at ``action`` may be asked of the subject: of somebody anything, of a thing only what things have.

    >>> is_asked("báo trước việc đó", "cơ quan thuế", 0), is_asked("báo trước việc đó", "việc định giá", 0)
    (True, False)
    """
    return begins_with_subject(subject.lower()) or bool(_things()[3].match(lower, action))


def named_between(view: View, start: int, end: int) -> str | None:
    """Who the words between two positions name, None when it is not plain or they say more.

    >>> from regraph.pipeline.clean import clean
    >>> named_between(clean("Bộ Y tế"), 0, 7), named_between(clean("các bên"), 0, 7)
    ('Bộ Y tế', 'các bên')
    """
    who = None if view.text[start:end].isupper() else _who(view, start, end, None)
    return who.words if who and who.condition is None else None


def authority_between(view: View, start: int, end: int) -> Subject | None:
    """The authority, a name with a capital, that the words between two positions name; None when they say more."""
    head = _begins().match(view.lower, start, end)
    if head is None or not head["body"] or not view.text[head.start("body")].isupper():
        return None
    who = _who(view, start, end, None)
    return who if who and who.condition is None else None


def _after_comma(view: View, start: int, modality: int) -> int | None:
    """Where the subject begins after a comma: the first of the names that stand in a row before the modality."""
    begins, (verbs, tells) = _begins(), _verbs()
    commas = [m.end() for m in _COMMA.finditer(view.lower, start, modality)]
    places = {at for at in commas if begins.match(view.lower, at)}
    if not places:
        return None
    first = max(places)
    for n in range(commas.index(first), 0, -1):
        before = view.lower[commas[n - 1] : commas[n]]
        if commas[n - 1] not in places or verbs.search(before) or tells.search(before):
            break
        first = commas[n - 1]
    if not _TAKES_CLAUSE.match(view.lower, start) and any(at < first for at in places):
        return None  # `Hằng năm, Bộ A chủ trì …, cơ quan B`: somebody acts before the subject does
    return None if _in_a_row(view.lower[start:first]) else first


def _in_a_row(before: str) -> bool:
    """Whether names that follow ``before`` may be the rest of a row: `… của doanh nghiệp,`, `…, tàu kéo,`."""
    before = before.rstrip(" ,\n")
    piece = before[before.rfind(",") + 1 :].strip()
    return bool(_bare().search(before)) or (len(piece) < len(before) and len(piece.split()) <= _SHORT and not _TIME.match(piece))


def _without_adverbs(view: View, start: int, modality: int) -> str:
    """The words before a modality without what belongs to it: `cơ quan vẫn (phải)`, `bắt buộc (phải)`."""
    said = view.lower[start:modality].rstrip()
    if view.lower.startswith("phải", modality):
        said = _MUST.sub("", said)
    while adverb := _ADVERB.search(said):
        said = said[: adverb.start()]
    return said


def _who(view: View, start: int, modality: int, condition: str | None) -> Subject | None:
    head = _begins().match(view.lower, start, modality)
    said = _without_adverbs(view, start, modality)
    if head is None or len(said) > _LONGEST or _ONLY.search(said):
        return None
    if condition is None and head["clause"]:
        said = said.removesuffix(_THEN)
    end = start + len(said)
    own = None
    if inside := in_subject().search(view.lower, head.end(), end):
        own, end = view.words(inside.start("condition"), end).rstrip(" ,"), inside.start()
        if UNFINISHED.search(own.lower()) or len(own.split()) < 2 or NOT_PLAIN.search(own.lower()):
            return None
        if inside[0].startswith(",") and is_act(view.lower, head.end() + 1, inside.start()):
            return None  # `Thẩm phán lấy lời khai, khi cần có thể …`: two things that one does
    elif said.endswith(","):
        return None
    words = view.words(start, end).rstrip(" ,")
    rest = _without_names(view, start, head.end(), end)
    if words.count("(") != words.count(")") or not _is_plain(view, head, words.lower(), rest):
        return None
    return Subject(lowered(words), joined(condition, own), not head["body"])


def _without_names(view: View, start: int, at: int, end: int) -> str:
    """The words from ``at`` to ``end``, without those that are part of who it is and only look like verbs."""
    return _names_with_verb().sub(lambda m: " " * len(m[0]), view.lower[start:end])[at - start :]


def _is_plain(view: View, head: re.Match[str], words: str, rest: str) -> bool:
    """Whether the words name somebody and say nothing more than who it is; ``rest`` follows the ``head``."""
    verbs, tells = _verbs()
    if not words or words in _NEEDS_MORE or UNFINISHED.search(words) or NOT_PLAIN.search(words) or _POINTS.search(words):
        return False
    if tells.search(rest) or _PARTY.search(words):
        return False
    return not head["body"] or (not verbs.search(rest) and _is_written_as_one(view, head))


def _is_written_as_one(view: View, head: re.Match[str]) -> bool:
    """Whether an authority that is a name has its capital: `Bộ Y tế`."""
    bodies = table("norms")["subjects"]["body"]
    return head["body"] in bodies or view.text[head.start("body")].isupper()
