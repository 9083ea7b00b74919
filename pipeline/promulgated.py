"""Rules called by their name in a title, for the document that promulgates them: `A sửa đổi một số điều của Quy chế về kho`."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from regraph.model import Modality
from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS, spelled_out
from regraph.pipeline.references import Reference, is_later, may_change
from regraph.pipeline.relate import Link

_RULES = r"(?P<rules>(?:bộ\s+)?(?:quy\s+chế|quy\s+định|quy\s+trình|quy\s+tắc|điều\s+lệ)\s+[^\n;:]{4,300})"
_PROMULGATES = regex(rf"(?:về\s+)?(?:việc\s+)?ban\s+hành\s+{_RULES}")
_CHANGES = regex(
    r"(?:về\s+)?(?:việc\s+)?(?:sửa\s+đổi|bổ\s+sung)(?:\s*(?:,|và)\s*bổ\s+sung)?\s+"
    rf"(?:(?:một\s+số|các)\s+(?:điều|nội\s+dung)|(?P<parts>{PROVISIONS.pattern}))\s+(?:của|tại)\s+{_RULES}"
)


def promulgated(view: View, references: list[Reference], own: tuple[int, int] | None, says: Modality) -> Iterator[Link]:
    """What titles say to be changed in rules that one document of the text promulgates, named there in the same words.

    ``own`` is where the title of the regulation itself stands.

    >>> from regraph.pipeline.clean import clean
    >>> from regraph.pipeline.references import references
    >>> from regraph.pipeline.titles import read_titles
    >>> view = clean(
    ...     "Nghị định số 9/1998/NĐ-CP ban hành Quy chế về kho; "
    ...     "Nghị định số 8/2002/NĐ-CP sửa đổi một số điều của Quy chế về kho."
    ... )
    >>> found = references(view)
    >>> read_titles(view, found)
    >>> [(link.source.symbol, link.relation, link.target.symbol) for link in promulgated(view, found, None, "reported")]
    [('8/2002/NĐ-CP', 'amends', '9/1998/NĐ-CP')]
    """
    by_rules: dict[str, dict[str, Reference]] = defaultdict(dict)
    changing: list[tuple[Reference | None, tuple[int, int]]] = [(None, own)] if own else []
    for bearer in references:
        if bearer.title_at is None or bearer.symbol is None:
            continue
        if said := _PROMULGATES.fullmatch(view.lower, *bearer.title_at):
            by_rules[" ".join(said["rules"].split())].setdefault(bearer.symbol, bearer)
        changing.append((bearer, bearer.title_at))
    starts = [r.start for r in references]
    for source, (start, end) in changing if by_rules else ():
        said = _CHANGES.fullmatch(view.lower, start, end)
        if said is None or bisect_left(starts, start) != bisect_left(starts, end):
            continue
        promulgating = by_rules.get(" ".join(said["rules"].split()), {})
        if len(promulgating) != 1:
            continue
        [target] = promulgating.values()
        if source is not None and (is_later(target, source) or not may_change(source.kind, target.kind)):
            continue
        part = "; ".join(spelled_out(view.text[slice(*said.span("parts"))])) if said["parts"] else None
        yield Link(source, "amends", target, None, part, start, end, "amends.title", says)
