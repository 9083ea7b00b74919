"""From when to when a document is in force, and what that rests on."""

from __future__ import annotations

from typing import Any

import pytest
from evidence import Source, ha_tinh, lao_cai, resolved

from regraph.graph.resolution import Resolution
from regraph.graph.validity import Interval, timelines

OLD, NEW = "262-QĐ/TW@2014-10-08", "96-QĐ/TW@2023-02-02"
STATED = ("2014-10-08", "assumed: issue date")


def intervals(resolution: Resolution) -> dict[str, Interval]:
    return {id_: life.interval for id_, life in timelines(resolution).items()}


def two(*, issued: str | None = "2023-02-02") -> Source:
    """A source with an old document and a new one."""
    dated: dict[str, Any] = {"issued": issued} if issued else {}
    return (
        Source("a.txt")
        .document("new", kind="Quy định", symbol="96-QĐ/TW", **dated)
        .document("old", kind="Quy định", symbol="262-QĐ/TW", issued="2014-10-08")
    )


def third(source: Source, issued: str) -> Source:
    return source.document("third", kind="Quy định", symbol="300-QĐ/TW", issued=issued)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(two(), Interval(*STATED, None, None), id="nothing said"),
        pytest.param(
            two().effect("old", "effective_from", "2015-01-01"), Interval("2015-01-01", "stated", None, None), id="stated start"
        ),
        pytest.param(
            two().effect("old", "effective_from", "2015-01-01", part="Điều 5"),
            Interval(*STATED, None, None),
            id="start of a part",
        ),
        pytest.param(
            two().effect("old", "effective_from", "2015-01-01", "draft"), Interval(*STATED, None, None), id="drafted start"
        ),
        pytest.param(
            two().effect("old", "effective_to", "2020-12-31"), Interval(*STATED, "2020-12-31", "stated"), id="stated end"
        ),
        pytest.param(
            two().effect("old", "effective_to", "2020-12-31", part="Điều 5"), Interval(*STATED, None, None), id="end of a part"
        ),
        pytest.param(
            two().relation("new", "replaces", "old"),
            Interval(*STATED, "2023-02-01", f"derived: replaced by {NEW}"),
            id="replaced",
        ),
        pytest.param(
            two().relation("new", "repeals", "old"), Interval(*STATED, "2023-02-01", f"derived: repealed by {NEW}"), id="repealed"
        ),
        pytest.param(
            two().effect("new", "effective_from", "2023-03-01").relation("new", "replaces", "old"),
            Interval(*STATED, "2023-02-28", f"derived: replaced by {NEW}"),
            id="replaced from the day the new one takes effect",
        ),
        pytest.param(
            two().relation("new", "repeals", "old", to_part="Điều 5"), Interval(*STATED, None, None), id="part repealed"
        ),
        pytest.param(two().relation("new", "amends", "old"), Interval(*STATED, None, None), id="amended"),
        pytest.param(two().relation("new", "replaces", "old", modality="planned"), Interval(*STATED, None, None), id="planned"),
        pytest.param(
            two().relation("new", "replaces", "old", zone="boilerplate"), Interval(*STATED, None, None), id="page furniture"
        ),
        pytest.param(
            two().effect("old", "effective_to", "2020-12-31").relation("new", "replaces", "old"),
            Interval(*STATED, "2020-12-31", "stated"),
            id="stated end comes first",
        ),
        pytest.param(
            two().effect("old", "effective_to", "2030-12-31").relation("new", "replaces", "old"),
            Interval(*STATED, "2023-02-01", f"derived: replaced by {NEW}"),
            id="replacement comes first",
        ),
        pytest.param(
            third(two(), "2020-06-01").relation("new", "replaces", "old").relation("third", "repeals", "old"),
            Interval(*STATED, "2020-05-31", "derived: repealed by 300-QĐ/TW@2020-06-01"),
            id="the earlier of two",
        ),
        pytest.param(
            two(issued=None).relation("new", "replaces", "old"),
            Interval(*STATED, None, "unknown: replaced by 96-QĐ/TW, whose start is not known"),
            id="replaced nobody knows when",
        ),
        pytest.param(
            two(issued="2010-01-01").relation("new", "replaces", "old"),
            Interval(*STATED, None, None),
            id="replaced before its start, which is a misreading",
        ),
        pytest.param(
            two(issued="2010-01-01").effect("old", "effective_to", "2020-12-31").relation("new", "replaces", "old"),
            Interval(*STATED, "2020-12-31", "stated"),
            id="an impossible end does not hide a possible one",
        ),
    ],
)
def test_interval(source: Source, expected: Interval) -> None:
    assert intervals(resolved(source))[OLD] == expected


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        (None, Interval(None, None, "2025-06-30", "stated")),
        ("2022", Interval(None, "unknown: between 2022-01-01 and 2022-12-31", "2025-06-30", "stated")),
    ],
)
def test_without_day_of_issue_the_start_is_not_known(issued: str | None, expected: Interval) -> None:
    dated: dict[str, Any] = {"issued": issued} if issued else {}
    source = Source("a.txt").document("d", kind="Hướng dẫn", symbol="03-HD/TW", **dated).effect("d", "effective_to", "2025-06-30")
    assert list(intervals(resolved(source)).values()) == [expected]


def test_two_articles_on_one_meeting() -> None:
    assert intervals(resolved(lao_cai(), ha_tinh())) == {
        "03-HD/TW@2022-12-27": Interval("2022-12-27", "assumed: issue date", None, None),
        "22-HD/BTCTW@2023-01-03": Interval("2023-01-03", "assumed: issue date", None, None),
        OLD: Interval(*STATED, "2023-02-01", f"derived: replaced by {NEW}"),
        NEW: Interval("2023-02-02", "assumed: issue date", None, None),
    }
