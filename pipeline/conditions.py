"""The conditions of a norm: where they begin, and where the action before them ends."""

from __future__ import annotations

import re
from functools import cache

from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.vocabulary import alternatives, table

LONGEST = 320
_LONGEST_EVENT = 9
"""Words of `trước khi …`: longer ones seldom belong to the action as a whole."""

_CALLS_FOR_MORE = {  # and what the word may end: `chứng chỉ`, `văn bản đến`
    "bị": ("thiết", "trang", "chuẩn", "dự"),
    "chỉ": ("địa", "chứng", "đình", "tôn"),
    "có": ("hiện", "sẵn", "vốn", "nếu", "đã", "đang"),
    "do": ("tự", "lý"),
    "đến": ("văn bản", "công văn", "tài liệu", "nơi", "điểm", "cảng", "ga", "chuyển"),
    "không": ("hàng", "hay", "hoặc", "trên"),
    "tại": ("hiện", "tồn"),
    "theo": ("kèm", "tiếp", "đi", "mang", "chạy"),
    "trên": ("cấp", "nói", "nêu", "bên"),
    "trong": ("bên",),
    "từ": ("chứng", "điện"),
    "về": ("trở", "quay", "đi", "rút", "đưa"),
    "việc": ("làm", "công", "sự", "vụ", "nghỉ", "thôi", "mất", "tìm", "giúp", "xin", "thử", "bỏ"),
    "vừa": ("và",),
}
UNFINISHED = regex(
    r"(?<!\w)(?:và|hoặc|nhưng|để|mà|cũng|thì|của|cho|là|với|chưa|đã|những|các|khi|nếu|kể\s+cả|ngay\s+cả|vẫn|còn|bởi|hay|đang|sẽ"
    r"|(?:định|tư|luật|lệnh|quyết|văn\s+bản)\s+số|"
    + "|".join("".join(rf"(?<!{ends} )" for ends in before) + word for word, before in _CALLS_FOR_MORE.items())
    + ")$"
)
"""A last word that calls for more, to be searched in lower-case words."""
NOT_PLAIN = regex(r"[:“”\"?]|(?<!\w)(?:sau\s+đây|như\s+sau|dưới\s+đây)(?!\w)|\.\.\.|…")
"""Marks and words of what goes on elsewhere, to be searched in lower-case words."""

_POINTS_BACK = regex(
    r"(?:thời\s+hạn|trường\s+hợp|thời\s+gian|nội\s+dung|điều\s+kiện)\s+(?:nêu\s+trên|nói\s+trên|trên|này|đó)(?!\w)", re.IGNORECASE
)
_HEDGED = regex(r"(?<!\w)(?:để|nhằm|bảo\s+đảm|đảm\s+bảo|trên\s+cơ\s+sở|theo\s+đó)(?!\w)")
_OTHERWISE = regex(r"(?<!\w)(?:thì|phải|và\s+chịu\s+trách\s+nhiệm|có\s+trách\s+nhiệm|có\s+quyền|không\s+được)(?!\w)")
_COORDINATED = regex(r",\s*(?:hoặc|và|trong\s+đó)(?!\w)|;")
_STOP = regex(r"[.]\s+(?P<next>\w)")
_EVENT = ("trước khi", "sau khi", "ngay sau khi")
_OPENS_SENTENCE = ("nếu", "khi", "trong trường hợp")
_SINCE = ("kể từ", "trong vòng")
_IF = regex(r"(?<!\w)nếu(?!\w)(?!\s+có(?!\w))")
_TWO = 2
_CASES = ("trong trường hợp", "trong các trường hợp", "nếu")
_ALONE = ("hằng", "hàng", "định kỳ")


def several_sentences(words: str) -> bool:
    """Whether a full stop stands before a capital letter.

    >>> several_sentences("báo ngay. Ủy ban xem xét"), several_sentences("nộp 1.000 đồng")
    (True, False)
    """
    return any(stop["next"].isupper() for stop in _STOP.finditer(words))


@cache
def before_subject() -> re.Pattern[str]:
    """What begins a condition at the head of a sentence."""
    return re.compile(rf"(?:{alternatives(table('norms')['conditions']['before'])})(?!\w)")


@cache
def in_subject() -> re.Pattern[str]:
    """What begins a condition (its group) between the subject and the modality."""
    return re.compile(rf",?\s+(?P<condition>(?:{alternatives(table('norms')['conditions']['inside'])})(?!\w))")


@cache
def _after_action() -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s+(?P<condition>(?:{alternatives(table('norms')['conditions']['after'])})(?!\w))")


@cache
def _acts_after_comma() -> re.Pattern[str]:
    return re.compile(rf",\s+(?:{alternatives(table('norms')['acts']['duties'])})(?!\w)")


@cache
def _and_acts() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)và\s+(?:{alternatives(table('norms')['acts']['duties'])})(?!\w)")


def joined(*conditions: str | None) -> str | None:
    """The conditions that hold together.

    >>> joined("khi cần", None, "trừ ngày lễ")
    'khi cần; trừ ngày lễ'
    """
    return "; ".join(filter(None, conditions)) or None


def whole(condition: str) -> bool:
    """Whether a condition at the head of a sentence says by itself when the norm holds.

    >>> whole("trong trường hợp người nộp thuế chậm nộp"), whole("quá thời hạn nêu trên"), whole("hằng năm")
    (True, False, True)
    """
    return (
        len(condition) <= LONGEST
        and (len(condition.split()) > 2 or condition.lower().startswith(_ALONE))
        and condition.count("(") == condition.count(")")
        and not NOT_PLAIN.search(condition.lower())
        and not _POINTS_BACK.search(condition)
        and len(_IF.findall(condition.lower())) < _TWO
    )


def condition_after(view: View, start: int, end: int) -> tuple[int, str | None] | None:
    """Where an action ends and the condition that follows it; None when it is not plain what the condition is of.

    >>> from regraph.pipeline.clean import clean
    >>> condition_after(clean("báo cáo khi có thay đổi"), 0, 23)
    (7, 'khi có thay đổi')
    """
    tail = _after_action().search(view.lower, start, end)
    if tail is None:
        return end, None
    at = tail.start("condition")
    said = view.lower[at:end]
    if _OTHERWISE.search(said):  # `…, nếu không chấp thuận phải nêu rõ lý do` is another sentence
        return (tail.start(), None) if "," in tail[0] and said.startswith(_OPENS_SENTENCE) else None
    unfinished = UNFINISHED.search(view.lower[max(start, tail.start() - 20) : tail.start()].rstrip())
    if unfinished or _HEDGED.search(said) or _COORDINATED.search(view.lower, start, end):
        return None
    if said.startswith(_CASES) and _acts_after_comma().search(said):  # `…, trong trường hợp khẩn cấp, gửi cấp trên`
        return None
    if said.startswith(_SINCE) and _and_acts().search(said):  # `kể từ ngày xảy ra sự cố và tiến hành khắc phục`
        return None
    words = len(said.split())
    if words < 3 or not whole(said) or (said.startswith(_EVENT) and words > _LONGEST_EVENT):
        return None
    return tail.start(), view.words(at, end)
