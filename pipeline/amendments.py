"""What an amending act changes, article by article: `Điều 1. Sửa đổi, bổ sung một số điều của Luật A` and the items below it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from regraph.model import RelationType
from regraph.pipeline.clean import View
from regraph.pipeline.patterns import regex
from regraph.pipeline.provisions import PROVISIONS, UNIT, spelled_out
from regraph.pipeline.relate import Link
from regraph.pipeline.units import without_asides
from regraph.pipeline.wording import Wording, speaks_for

_HEAD = regex(r"^[ *#“\"]*(?:(?P<article>điều\s+\d+[a-z]?)\s*[.:](?:\s*:)?|(?P<number>\d{1,3})(?:\s*[.)]|-(?=\s)))", re.MULTILINE)
_ITEM = regex(r"[ *#-]*(?:(?P<number>\d{1,3})|[a-zđ]\d?)(?:\s*[.)]|-(?=\s))\s*")
# An item that stands on the line of the one before: `1. Bãi bỏ khoản 2 Điều 7. 2. Bãi bỏ Điều 9`
_FURTHER_ITEM = regex(r"(?<=[.;”])\s(?=(?:\d{1,3}|[a-zđ])[.)]\s+(?:bãi\s+bỏ|sửa\s+đổi|bổ\s+sung|thay\s+thế|bỏ\s+cụm)(?!\w))")
_CHANGES = regex(
    r"(?:(?P<repeals>bãi\s+bỏ|hủy\s+bỏ)|sửa\s+đổi|bổ\s+sung|thay\s+thế|thay(?=\s+(?!đổi))|bỏ(?=\s))(?!\w)|"
    rf"(?:các\s+)?(?P<object>(?:{PROVISIONS.pattern}))\s*(?:được\s+(?:sửa\s+đổi|bổ\s+sung)|(?P<repealed>(?:được|bị)\s+bãi\s+bỏ))"
)
_WORDING = regex(r"\s*(?:các\s+)?(?:cụm\s+)?từ(?!\w)|\s*(?:dòng|đoạn|dấu)(?!\w)")
# `bãi bỏ từ “cá” tại khoản 5`, `bãi bỏ số thứ tự 31 tại Phụ lục I`: they go on without it
_WITHIN_IT = regex(r"(?<!\w)(?:(?:cụm\s+)?từ|dòng|số\s+thứ\s+tự(?:\s*(?:,|và)?\s*\d+)*)\s+(?:tại|của|trong|ở)\s+$")
# What goes on to another provision: `…, bãi bỏ khoản 5`, `… và sửa đổi, bổ sung Điều 7`
_FURTHER_VERB = regex(
    r"(?:[,;]|(?<!\w)(?:và|đồng\s+thời))\s+(?=(?:bãi\s+bỏ|hủy\s+bỏ|sửa\s+đổi|bổ\s+sung|thay\s+thế|bỏ|thay)"
    r"(?:\s*(?:,|và)?\s*(?:bổ\s+sung|thay\s+thế))?\s+(?:(?:các|tên|tiêu\s+đề)\s+)?(?:điểm|khoản|điều|mục|chương|phụ\s+lục|(?:cụm\s+)?từ)(?!\w))"
)
_LABEL = regex(r"điều\s+\d+[a-z]?", re.IGNORECASE)
_IN_ARTICLE = regex(r"(?:điểm|khoản)\s.*điều\s+\d", re.IGNORECASE)
_OUTSIDE_ARTICLES = regex(r"(?:phụ\s+lục|chương|phần)\s", re.IGNORECASE)
_CLAUSE = regex(r"khoản \d+[a-zđ]?(?!\w)")
_SOME = regex(r"một\s+(?:số|phần)(?!\w)")
_LINE = 1000
_LONGEST_WORDING = 300
_LONGEST = 400_000


def by_article(view: View, links: list[Link], quoted: list[Wording]) -> list[Link]:
    """The links with the article that states each, where an article's heading does, and the provisions that its items change.

    An item's `khoản 2` is of the article that the item above it names. Provisions that items repeal make a link of their own. In
    an act on several documents a numbered item may name one, and the items below it are of that one.
    ``links`` of regulations only; ``quoted`` are the new wordings, whose own articles are none of the act.
    """
    heads = _heads(view, quoted)
    by_end = {head.end: n for n, head in enumerate(heads)}
    under: dict[int, set[int]] = defaultdict(set)
    for link in links:
        if link.source is None:
            under[by_end.get(_before_words(view, link.start), -1)].add(id(link.target))
    found: list[Link] = []
    for link in links:
        n = by_end.get(_before_words(view, link.start)) if link.source is None else None
        if n is None:
            found.append(link)
            continue
        head = heads[n]
        some = (link.relation == "amends" and link.to_part is None) or bool(_SOME.match(link.to_part or ""))
        article = _article_of(link.relation, link.to_part)
        changed: list[tuple[RelationType, str]] = []
        if (some or article) and len(under[n]) == 1:  # under a heading that names several documents an item must name its own
            changed = _below(view, heads, n, quoted, article)
        if head.number is None or changed:
            link = replace(link, from_part=head.called)
        if not some and not changed:
            found.append(link)
            continue
        relations: tuple[RelationType, ...] = ("amends", "repeals") if link.relation == "amends" else ("repeals",)
        for relation in relations:
            parts = _most_specific(part for act, part in changed if act == relation)
            if parts or relation == link.relation:
                found.append(replace(link, relation=relation, to_part=parts or link.to_part))
    return [*found, *_of_the_same(view, heads, links, under, by_end, quoted)]


def _most_specific(parts: Iterable[str]) -> str:
    """The provisions, joined, without those of which others name a part: `Sửa đổi một số khoản của Điều 25`, then its clauses."""
    named = dict.fromkeys(parts)
    return "; ".join(part for part in named if not any(other.endswith(f" {part}") for other in named))


def _article_of(relation: RelationType, part: str | None) -> str | None:
    """The one article that a heading says to be changed, of which the items below name only clauses."""
    return part if relation == "amends" and part and _LABEL.fullmatch(part) else None


def _below(view: View, heads: list[_Head], n: int, quoted: list[Wording], article: str | None) -> list[tuple[RelationType, str]]:
    """What the items below a heading change; a clause without its article is of ``article``."""
    head = heads[n]
    end = next((h.start for h in islice(heads, n + 1, None) if h.number is None or head.number is not None), len(view.text))
    return list(_changed(view, view.text.find("\n", head.end, end), min(end, head.end + _LONGEST), quoted, article))


def _of_the_same(
    view: View,
    heads: list[_Head],
    links: list[Link],
    under: dict[int, set[int]],
    by_end: dict[int, int],
    quoted: list[Wording],
) -> Iterator[Link]:
    """What articles change that name no document, in an act on one: `Điều 2. Bãi bỏ khoản 3 Điều 5.`"""
    stated = [
        link
        for link in links
        if link.source is None
        and link.relation in ("amends", "repeals")
        and (n := by_end.get(_before_words(view, link.start))) is not None
        and heads[n].number is None
    ]
    if len({(r.kind, r.symbol, r.number, r.name) for r in (link.target for link in stated)}) != 1:
        return
    for n, head in enumerate(heads):
        if head.number is not None or n in under:
            continue
        line_end = view.line(head.end)[1]
        changed = list(_clauses(view, head.end, line_end))
        if len(changed) == 1 and (article := _article_of(*changed[0])):
            changed = _below(view, heads, n, quoted, article) or changed
        for relation in ("amends", "repeals"):
            if parts := _most_specific(part for act, part in changed if act == relation):
                yield replace(
                    stated[0],
                    relation=relation,
                    from_part=head.called,
                    to_part=parts,
                    start=head.end,
                    end=line_end,
                    rule=f"{relation}.article",
                )


def _clauses(view: View, start: int, end: int) -> Iterator[tuple[RelationType, str]]:
    """What the clauses of one line do, parted by semicolons, each with a verb of its own."""
    at = start
    while at < end:
        stop = view.text.find(";", at, end)
        stop = stop if stop >= 0 else end
        change = _CHANGES.match(view.lower, at + len(view.text[at:stop]) - len(view.text[at:stop].lstrip()), stop)
        if change is None:
            return
        yield from ((relation, part) for relation, part in _acts(view, change, stop) if _LABEL.search(part))
        at = stop + 1


@dataclass(frozen=True, slots=True)
class _Head:
    """Where an article begins, or one of its numbered items; ``end`` is where its own words do."""

    start: int
    end: int
    article: str
    number: str | None

    @property
    def called(self) -> str:
        return self.article if self.number is None else f"khoản {self.number} {self.article}"


def _heads(view: View, quoted: list[Wording]) -> list[_Head]:
    """The articles of the act and their numbered items, in order, without those in quoted wordings."""
    found: list[_Head] = []
    article: str | None = None
    for hit in _HEAD.finditer(view.lower):
        if speaks_for(quoted, hit.end() - 1) is not None:
            continue
        if hit["article"]:
            article = view.words(*hit.span("article")).capitalize()
            found.append(_Head(hit.start(), hit.end(), article, None))
        elif article is not None:
            found.append(_Head(hit.start(), hit.end(), article, hit["number"]))
    return found


def _before_words(view: View, at: int) -> int:
    """The end of what stands before the white space, or a `Nay`, before a position."""
    first = max(0, at - _LINE)
    return first + len(view.text[first:at].rstrip().removesuffix("Nay").rstrip())


def _changed(view: View, start: int, end: int, quoted: list[Wording], of: str | None) -> Iterator[tuple[RelationType, str]]:
    """What the items between two positions do, and to which provision; ``of`` is the article of those that name none."""
    article = of
    clause: str | None = None
    while 0 <= start < end:
        line_end = view.text.find("\n", start + 1, end)
        line_end = line_end if line_end >= 0 else end
        if further := _FURTHER_ITEM.search(view.lower, start + 1, line_end):
            line_end = further.start()
        if (inside := speaks_for(quoted, start + 1)) is not None:
            start = view.text.find("\n", inside.end, end)
            continue
        item = _ITEM.match(view.lower, start + 1, line_end)
        change = _CHANGES.match(view.lower, item.end(), line_end) if item else None
        if item and change:
            if item["number"]:
                article, clause = of, None
            acts = _acts(view, change, line_end)
            for relation, part in acts:
                if clause is not None and part.startswith("điểm ") and "khoản" not in part:
                    part = f"{part} {clause}"
                if label := _LABEL.search(part):
                    article = label[0]
                    yield relation, part
                elif _OUTSIDE_ARTICLES.search(part):
                    yield relation, part
                elif article is not None:
                    yield relation, f"{part} {article}"
            if item["number"] and len(acts) == 1 and (only := _CLAUSE.match(acts[0][1])):
                clause = only[0]  # `4. Sửa đổi một số điểm của khoản 5 Điều 8`, with the points below
        start = line_end if line_end < end else -1


def _acts(view: View, change: re.Match[str], end: int) -> list[tuple[RelationType, str]]:
    """What each verb from ``change`` on does, provision by provision; one without its article is of that which follows.

    `Sửa đổi khoản 2 và bãi bỏ khoản 5 Điều 37` amends and repeals clauses of one article, and so do the objects of one verb:
    `bỏ từ “a” tại khoản 2, từ “b” tại khoản 5 Điều 37`.
    """
    start, changes = change.end(), [change]
    said, _ = without_asides(view, start, min(end, start + _LINE))
    for verb in _FURTHER_VERB.finditer(said) if not change["object"] else ():
        further = _CHANGES.match(view.lower, start + verb.end(), end)
        if further and UNIT.search(said, changes[-1].end() - start, verb.start()):
            changes.append(further)
    found: list[tuple[RelationType, str]] = []
    following: str | None = None
    for act, until in zip(reversed(changes), [end, *(c.start() for c in reversed(changes[1:]))], strict=True):
        relation, parts = _done(view, act, until)
        following = next(filter(_IN_ARTICLE.match, parts), following)
        untold = list(takewhile(lambda part: not _LABEL.search(part) and not _OUTSIDE_ARTICLES.search(part), parts))
        if following is not None:
            untold = [spelled_out(f"{part} và {following}")[0] for part in untold]
        found = [*((relation, part) for part in (*untold, *parts[len(untold) :])), *found]
    return found


def _done(view: View, change: re.Match[str], end: int) -> tuple[RelationType, list[str]]:
    """What a verb of change does, and the provisions that it does it to."""
    at = change.start("object") if change["object"] else change.end()
    until = min(change.end("object") if change["object"] else end, at + _LINE)
    said, written = without_asides(view, at, until)
    wording = not change["object"] and _WORDING.match(said)
    relation: RelationType = "repeals" if (change["repeals"] or change["repealed"]) and not wording else "amends"
    return relation, [part for run in _runs(said, relation) for part in spelled_out(written[run])]


def _runs(said: str, relation: RelationType) -> Iterator[slice]:
    """Where the runs of provisions stand, for a repeal without those of which only words or rows end, each up to a semicolon."""
    for run in PROVISIONS.finditer(said):
        start = run.start()
        if relation == "repeals" and _WITHIN_IT.search(said, max(0, start - _LONGEST_WORDING), start):
            mark = said.find(";", start, run.end())
            if mark < 0:
                continue
            start = mark + 1
        yield slice(start, run.end())
