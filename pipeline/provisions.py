"""Provisions as people write them: `điểm a, b khoản 2 và khoản 3 Điều 5`, spelled out one by one.

Units from the most specific up, after Nghị định 34/2016/NĐ-CP, Điều 68 (phần, chương, mục, tiểu mục, điều, khoản, điểm) and
Party usage (tiết, tiểu mục, mục).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from regraph.pipeline.patterns import regex

_UNITS = ("gạch đầu dòng", "đoạn", "tiết", "điểm", "khoản", "điều", "tiểu mục", "mục", "chương", "phần", "phụ lục")
_RANK = {unit: rank for rank, unit in enumerate((*_UNITS, "phụ lục số"))}
_CAPITAL = frozenset(("điều", "tiểu mục", "mục", "chương", "phần", "phụ lục", "phụ lục số"))
# A point or clause is named within its article, a section within its chapter; the others stand alone.
_NEEDS = {
    "gạch đầu dòng": "điều",
    "đoạn": "điều",
    "tiết": "điều",
    "điểm": "điều",
    "khoản": "điều",
    "tiểu mục": "chương",
    "mục": "chương",
}

_LABEL = r"(?>(?:\d+(?:\.\d+)*[a-zđ]{0,2}|[ivxlc]+[a-zđ]?|[a-zđ]\d*)(?![\w/])(?:\s?\((?:[ivx]+|\d)\))?)"
# `các khoản: 3, 4 và 5`
_COLON = r"(?:(?:(?<=các điểm)|(?<=các khoản)|(?<=các điều)):)?"
_SEPARATOR = r"\s*(?:,\s*và(?!\w)|,|;|(?:và|hoặc|đến)(?!\w))\s*"
_ONE = (
    rf"(?:gạch\s+đầu\s+dòng|(?<!giai\s)đoạn|tiết|điểm|khoản|điều|tiểu\s+mục|(?<!danh\s)mục|chương|phần|phụ\s+lục){_COLON}\s+"
    rf"(?:thứ\s+|số\s+)?{_LABEL}(?:{_SEPARATOR}{_LABEL})*"
)
UNIT = regex(_ONE)
"""One unit of a run, with all its labels."""

PROVISIONS = regex(
    rf"{_ONE}"
    rf"(?:(?:\s*,\s*|\s+|\s*;\s*|\s+(?:và|của|thuộc|tại|đến)\s+|\s*,\s*và\s+|\s*;\s*và\s+)(?:các\s+)?{_ONE})*"
)
"""A run of provisions, to be matched on lower-case text."""

_PART = regex(
    rf"(?P<unit>gạch\s+đầu\s+dòng|(?<!giai\s)đoạn|tiết|điểm|khoản|điều|tiểu\s+mục|(?<!danh\s)mục|chương|phần|phụ\s+lục(?:\s+số)?):?\s+(?:thứ\s+|số\s+)?(?P<labels>{_LABEL}(?:{_SEPARATOR}{_LABEL})*)"
)
_ANNEX = "phụ lục"
_LABELS = regex(rf"(?P<range>đến\s*)?(?P<label>{_LABEL})")


@dataclass(slots=True)
class _Unit:
    name: str
    labels: list[str]


def spelled_out(text: str) -> list[str]:
    """Each provision of the run ``text``, most specific unit first.

    >>> spelled_out("điểm a, b khoản 2 và khoản 3 Điều 5")
    ['điểm a khoản 2 Điều 5', 'điểm b khoản 2 Điều 5', 'khoản 3 Điều 5']
    >>> spelled_out("điểm a và điểm b mục 8 Phụ lục I")
    ['điểm a Mục 8 Phụ lục I', 'điểm b Mục 8 Phụ lục I']
    >>> spelled_out("các khoản: 3, 4 và 9 Điều 6")
    ['khoản 3 Điều 6', 'khoản 4 Điều 6', 'khoản 9 Điều 6']
    >>> spelled_out("các Điều 7, 8 và 9")
    ['Điều 7', 'Điều 8', 'Điều 9']
    >>> spelled_out("khoản 7 Điều 1 và Phụ lục số 3a")
    ['khoản 7 Điều 1', 'Phụ lục số 3a']
    >>> spelled_out("Điều 2, Điều 3, Chương IV")
    ['Điều 2', 'Điều 3', 'Chương IV']
    >>> spelled_out("tiểu mục 2.3 Mục 2 Điều 4")
    ['Tiểu mục 2.3 Mục 2 Điều 4']
    >>> spelled_out("giai đoạn 2023 - 2025")
    []
    >>> spelled_out("Mục 3 điểm d khoản 2 Điều 1")
    ['Mục 3 điểm d khoản 2 Điều 1']
    >>> spelled_out("Điều 3 đến Điều 5")
    ['Điều 3', 'Điều 4', 'Điều 5']
    """
    lower = text.lower()
    paths: list[list[_Unit]] = []
    at = 0
    for part in _PART.finditer(lower):
        unit = _Unit(" ".join(part["unit"].split()), _labels(text, part))
        joined = lower[at : part.start()].replace("các", "").strip()
        at = part.end()
        above = bool(paths) and (_RANK[paths[-1][-1].name] < _RANK[unit.name] or _in_article(paths, joined, unit))
        if paths and joined == "đến" and paths[-1][-1].name == unit.name:
            paths[-1][-1].labels.extend(_range(paths[-1][-1].labels[-1], unit.labels[0])[1:] + unit.labels[1:])
        elif above and not joined.endswith(("và", ";")) and not (joined and _beside(paths, joined, unit)):
            paths[-1].append(unit)
        else:
            paths.append([unit])
    for i in range(len(paths) - 2, -1, -1):
        top = paths[i][-1].name
        if len(paths[i]) == 1 and paths[i + 1][0].name == top:  # `điểm a và điểm b mục 8 Phụ lục I`
            paths[i].extend(paths[i + 1][1:])
        elif needed := _NEEDS.get(top):
            paths[i].extend(u for u in paths[i + 1] if _RANK[u.name] > _RANK[top] and _RANK[u.name] <= _RANK[needed])
    return [written for path in paths for written in _written(path)]


def _in_article(paths: list[list[_Unit]], joined: str, unit: _Unit) -> bool:
    """Whether an article, or a part of one, holds the section right before it (`tiểu mục 2.3 Mục 2 Điều 4`, `Mục 3 điểm d`)."""
    return not joined and unit.name in ("điểm", "khoản", "điều") and paths[-1][-1].name in ("mục", "tiểu mục")


def _beside(paths: list[list[_Unit]], joined: str, unit: _Unit) -> bool:
    """Whether a unit stands beside the last one: an annex, for articles and what holds them are no parts of annexes, or a
    chapter behind a comma in a list of articles (`Điều 2, Điều 3, Chương IV`)."""
    last = paths[-1][-1].name
    if unit.name.startswith(_ANNEX):
        return last in ("điều", "chương", "phần")
    return joined == "," and last == "điều" and len(paths) > 1 and paths[-2][-1].name == last


def _range(first: str, last: str) -> list[str]:
    """The labels from one to another, both of them when they are no near numbers."""
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) < 500:
        return [str(n) for n in range(int(first), int(last) + 1)]
    return [first, last]


def _labels(text: str, part: re.Match[str]) -> list[str]:
    labels: list[str] = []
    for found in _LABELS.finditer(text.lower(), part.start("labels"), part.end("labels")):
        label = text[found.start("label") : found.end("label")]
        labels.extend(_range(labels[-1], label)[1:] if found["range"] and labels else [label])
    return labels


def _written(path: list[_Unit]) -> list[str]:
    names = [u.name.capitalize() if u.name in _CAPITAL else u.name for u in path]
    above = " ".join(f"{name} {u.labels[0]}" for name, u in zip(names[1:], path[1:], strict=True))
    return [" ".join(filter(None, (f"{names[0]} {label}", above))) for label in path[0].labels]
