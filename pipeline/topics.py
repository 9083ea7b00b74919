"""Which document a news text speaks of, for `Nghị định này` and a bare `Nghị định` there: not one that it only cites or ends."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from regraph.pipeline.clean import View
from regraph.pipeline.names import CAPITAL
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS
from regraph.pipeline.references import POINTS_BACK, Reference

# Words before a document that is an object, a basis or a place where something stands.
_CITES = regex(
    r"(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi|bổ\s+sung|đính\s+chính|hướng\s+dẫn|thi\s+hành|thực\s+hiện|triển\s+khai|quán\s+triệt|thể\s+chế\s+hóa|cụ\s+thể\s+hóa"
    r"|chi\s+tiết|theo|tại|căn\s+cứ|trên\s+cơ\s+sở|của|trong|với|so\s+với|trước\s+đây\s+là|vi\s+phạm|tuân\s+thủ|bằng|sau|trước|như|cùng)"
    r"\s+(?:(?:cho|vào|các|những|một\s+số|điều|khoản|nội\s+dung|quy\s+định|văn\s+bản|của|tại|theo|với|trong|cả)\s+)*$"
)
_PROVISION = regex(rf"(?:{PROVISIONS.pattern})\s*(?:\([^()]{{1,100}}\)\s*)?(?:,\s*)?(?:của\s+|tại\s+)?$")
# `tại Điều 19 Quy định số … quy định như sau:`, with the words of that document below
_QUOTES = regex(r"[^\n:]{0,250}:[ “\"]*(?:\n|$)")
# `Cụ thể, tại Nghị quyết A, Quốc hội quyết nghị …` tells what is spoken of below, unlike `quy định tại A`
_FRAMES = regex(
    r"(?:^|[.;\n])[\s*#“\"-]*(?:(?:cụ\s+thể|theo\s+đó|đặc\s+biệt|trong\s+đó)\s*,?\s+)?(?:theo|tại)\s+(?:nội\s+dung\s+)?$"
)
_SETS_OUT = regex(
    r"(?:\s+(?:có\s+)?(?:quy\s+định|hướng\s+dẫn|nêu|ghi)[^\n:,;]{0,150})?(?:\s+như\s+sau|\s+cụ\s+thể)?\s*:[ “\"]*(?:\n|$)"
)
# The words around a quotation go on: a question, `Như vậy, …`, `Theo đó, …`.
_GOES_ON = regex(
    r"\n[ *#_“\"-]*(?:như\s+vậy|theo\s+đó|theo\s+(?:các\s+)?quy\s+định|do\s+đó|vì\s+vậy|trên\s+đây|căn\s+cứ|tại\s|ngoài\s+ra"
    r"|lưu\s+ý|đồng\s+thời|bên\s+cạnh\s+đó|từ\s+(?:quy\s+định|căn\s+cứ))|\?[ *]*\n"
)
_BEFORE = 160
_LONGEST_QUOTATION = 12_000
_MOST_ENDED = 40
_LISTED = regex(r"\s*(?:,\s*và|,|;|và)\s*(?:các\s+)?")
_CHANGED = regex(r"(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi|bổ\s+sung|so\s+với)\s+(?:\S+\s+){0,4}$")
_ENDED = regex(r"\s*,?\s*(?:sẽ\s+|đã\s+)?(?:(?:chấm\s+dứt|hết)\s+hiệu\s+lực|(?:được|bị)\s+(?:thay|bãi|hủy))")
_SINCE = regex(r"từ\s+(?:ngày|khi|thời\s+điểm)\s+$")
_ENDS_SINCE = regex(r"(?:hết\s+hiệu\s+lực|(?:được|bị)\s+(?:thay\s+thế|bãi\s+bỏ))[^.;\n]{0,40}từ\s+(?:ngày|khi|thời\s+điểm)\s+$")
_CLAUSE = regex(rf"[.:][ ]{CAPITAL}")
_SENTENCE = 2000


class Topics:
    """The documents that a text speaks of, by kind and place; of two named together it speaks of neither alone."""

    def __init__(self, view: View, references: list[Reference]) -> None:
        self._view = view
        self._spoken: dict[str, list[Reference]] = defaultdict(list)
        self._named: dict[str, list[Reference]] = defaultdict(list)
        self._subjects: dict[str, list[Reference]] = defaultdict(list)
        self._framing: dict[str, list[Reference]] = defaultdict(list)
        self._one: dict[tuple[str, bool], Reference | None] = {}
        self._unnamed: dict[str, int] = {}
        self._together: set[int] = set()
        self._ended: set[int] = set()
        self._quoting: list[Reference] = []
        self._spoken_of: list[Reference] = []
        self._goes_on = [m.start() for m in _GOES_ON.finditer(view.lower)]
        before: Reference | None = None
        cited = False
        for reference in references:
            if reference.within is not None or reference.form in ("year", "group"):
                continue
            if reference.form in POINTS_BACK:
                if _ENDS_SINCE.search(view.lower, max(0, reference.start - 90), reference.start):
                    self._end(reference)
                if not self._spoken[reference.kind]:
                    self._unnamed.setdefault(reference.kind, reference.start)
                continue
            listed = before is not None and _LISTED.fullmatch(view.lower, before.reach, reference.start) is not None
            cited = _cited(view, reference) or (listed and (cited or (before is not None and before.amending)))
            if _SETS_OUT.match(view.lower, reference.reach) and _of_a_provision(view, reference):
                self._quoting.append(reference)
            self._named[reference.kind].append(reference)
            if reference.modifies is None and not cited:
                self._subjects[reference.kind].append(reference)
            if reference.modifies is None and (not cited or _QUOTES.match(view.lower, reference.reach)):
                spoken = self._spoken[reference.kind]
                if listed and spoken and spoken[-1] is before:
                    self._together.add(id(reference))
                spoken.append(reference)
                self._spoken_of.append(reference)
            elif _FRAMES.search(view.lower, max(0, reference.start - 60), reference.start):
                self._framing[reference.kind].append(reference)
            before = reference

    def _end(self, since: Reference) -> None:
        """Of what ends `kể từ ngày Thông tư này có hiệu lực` the text does not speak further."""
        first = max(self._view.line(since.start)[0], since.start - _SENTENCE)
        begins = max((m.start() for m in _CLAUSE.finditer(self._view.text, first, since.start)), default=first)
        for spoken in reversed(self._spoken[since.kind]):
            if spoken.start < begins:
                return
            self._ended.add(id(spoken))

    def at(self, kind: str, position: int) -> Reference | None:
        """The document of a kind that the text speaks of at a position; None when it had spoken of one that it did not name.

        In `A và B hết hiệu lực kể từ ngày Nghị định này có hiệu lực` it is neither A nor B.
        """
        spoken = self._spoken[kind]
        i = bisect_left(spoken, position, key=lambda r: r.start) - 1
        if i >= 0 and _SINCE.search(self._view.lower, max(0, position - 24), position):
            line = self._view.line(position)[0]
            since = max(line, self._view.text.rfind(":", line, position))
            ended = {_called(r) for r in spoken[max(0, i - _MOST_ENDED) : i + 1] if r.start >= since} or {_called(spoken[i])}
            while i >= 0 and _called(spoken[i]) in ended:
                i -= 1
        while i >= 0 and id(spoken[i]) in self._ended:
            i -= 1
        if i >= 0 and self._unnamed.get(kind, position) >= position:
            return None if id(spoken[i]) in self._together else spoken[i]
        return self._only(kind, position) or self._frames(kind, position)

    def subject_at(self, kind: str, position: int) -> Reference | None:
        """What a bare `Nghị định` at the beginning of a sentence means: no document whose words stand between."""
        subjects = self._subjects[kind]
        i = bisect_left(subjects, position, key=lambda r: r.start) - 1
        return self.at(kind, position) if i < 0 or id(subjects[i]) in self._together else subjects[i]

    def told_at(self, position: int) -> Reference | None:
        """The document spoken of before a line such as `Điều 3. Bãi bỏ …`, which tells what that document consists of."""
        i = bisect_left(self._spoken_of, position, key=lambda r: r.start) - 1
        if i < 0 or id(self._spoken_of[i]) in self._together or position - self._spoken_of[i].reach > _LONGEST_QUOTATION:
            return None
        return self._spoken_of[i]

    def quoted_at(self, position: int) -> Reference | None:
        """The document whose own words a text sets out at a position, below `Tại Điều 9 của A quy định như sau:`."""
        i = bisect_left(self._quoting, position, key=lambda r: r.start) - 1
        if i < 0 or position - self._quoting[i].reach > _LONGEST_QUOTATION:
            return None
        begins = self._view.line(self._quoting[i].reach)[1]
        n = bisect_left(self._goes_on, begins)
        return None if n < len(self._goes_on) and self._goes_on[n] < position else self._quoting[i]

    def _only(self, kind: str, position: int) -> Reference | None:
        """The one document of a kind that the text names after it speaks of it: of `Điều 2 Nghị định này` one that is cited."""
        lower = self._view.lower
        if _SINCE.search(lower, max(0, position - 24), position):
            return None
        named = self._subjects[kind]
        if not named and _PROVISION.search(lower, max(0, position - _BEFORE), position):
            named = self._named[kind]
        if (key := (kind, named is self._subjects[kind])) not in self._one:
            ended = any(id(r) in self._ended for r in named)
            self._one[key] = None if ended else _one(self._view, kind, named)
        return self._one[key]

    def _frames(self, kind: str, position: int) -> Reference | None:
        """The last document that what is told is said to stand in: `Tại Nghị định A, Chính phủ …`."""
        framing = self._framing[kind]
        i = bisect_left(framing, position, key=lambda r: r.start) - 1
        return framing[i] if i >= 0 and self._unnamed.get(kind, position) >= position else None


def _one(view: View, kind: str, named: list[Reference]) -> Reference | None:
    """The document that all these references mean, unless it ends or is changed, or the text tells of a draft of its kind."""
    documents = {r.symbol or r.number or r.name for r in named}
    if len(documents) != 1 or None in documents or f"dự thảo {kind.lower()}" in view.lower:
        return None
    ended = any(_CHANGED.search(view.lower, max(0, r.start - 40), r.start) or _ENDED.match(view.lower, r.reach) for r in named)
    return None if ended else named[0]


def _called(reference: Reference) -> tuple[str | None, str | None, str | None]:
    return reference.symbol, reference.number, reference.name


def _cited(view: View, reference: Reference) -> bool:
    start = max(0, reference.start - _BEFORE)
    return bool(_CITES.search(view.lower, start, reference.start)) or _of_a_provision(view, reference)


def _of_a_provision(view: View, reference: Reference) -> bool:
    """Whether a provision of the document is named before it."""
    return bool(_PROVISION.search(view.lower, max(0, reference.start - _BEFORE), reference.start))
