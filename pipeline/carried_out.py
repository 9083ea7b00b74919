"""What titles with `thi hành` say that a document carries out or guides: `Quyết định A về việc thi hành Quy định B`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import product

from regraph.model import Modality, RelationType
from regraph.pipeline.clean import View
from regraph.pipeline.governed import Way, behind
from regraph.pipeline.patterns import regex
from regraph.pipeline.references import LAWS, POINTS_BACK, Reference
from regraph.pipeline.relate import Link

_CARRIES_OUT = regex(
    r"\s*(?:(?:về\s+việc|về|v/v)\s+)?(?:(?P<guides>hướng\s+dẫn|quy\s+định\s+chi\s+tiết)\s+|quy\s+định\s+)?(?:tổ\s+chức\s+)?"
    r"(?:(?:một\s+số|các|những)\s+(?:vấn\s+đề|nội\s+dung|biện\s+pháp|giải\s+pháp|điểm|việc)(?:\s+(?:cụ\s+thể|cần\s+thiết|chủ\s+yếu|cấp\s+bách))?\s+"
    r"(?:về\s+)?)?(?P<verb>thi\s+hành)(?!\w|\s*:)"
)


def carried_out(view: View, references: list[Reference], says: Modality) -> Iterator[Link]:
    """The documents that titles beginning with `thi hành` name, or with what it takes (`một số biện pháp thi hành`).

    >>> from regraph.pipeline.clean import clean
    >>> from regraph.pipeline.references import references
    >>> from regraph.pipeline.titles import read_titles
    >>> view = clean("Hướng dẫn số 6-HD/TW về một số vấn đề cụ thể thi hành Quy định số 9-QĐ/TW")
    >>> found = references(view)
    >>> read_titles(view, found)
    >>> [(link.source.symbol, link.relation, link.target.symbol) for link in carried_out(view, found, "reported")]
    [('6-HD/TW', 'guides', '9-QĐ/TW')]
    """
    for i, bearer in enumerate(references):
        if bearer.title_at is None or bearer.kind in LAWS:
            continue
        start, end = bearer.title_at
        said = _CARRIES_OUT.match(view.lower, start, end)
        if said is None:
            continue
        last = bisect_left(references, end, i, key=lambda r: r.start)
        level = [r for r in references[i + 1 : last] if r.within is bearer and r.modifies is None]
        named = [(target, part) for target, part in behind(view, level, said.end(), end, Way()) if target.form not in POINTS_BACK]
        for (target, part), source in product(named, (bearer, *bearer.same_title)):
            relation: RelationType = "guides" if said["guides"] or source.kind == "Hướng dẫn" else "implements"
            modality: Modality = "draft" if source.draft or target.draft else says
            yield Link(source, relation, target, None, part, said.start("verb"), target.end, f"{relation}.title", modality)
