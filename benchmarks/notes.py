"""How many official notes of amendment are read back: `(Điều 3 Luật A, …, có nội dung được sửa đổi bởi Điều 1 Luật B …)`.

Each row of the table holds a note and what it says: two documents, two provisions, the kind of change and two dates. A note
is right when all of them are read as recorded, and nothing else is said of the two documents. Run it with ``make eval``.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from regraph.model import Document, Extraction, Text
from regraph.pipeline.extract import extract

_CHANGES = {
    "sửa đổi": "amends",
    "bổ sung": "amends",
    "bãi bỏ": "repeals",
    "hủy bỏ": "repeals",
    "ngưng": "suspends",
    "đình chỉ": "suspends",
}


def wrong(found: Extraction, row: Mapping[str, str]) -> str | None:
    """What of a note was not read as recorded, or None when all was."""
    amended = _document(found, row["so_hieu"])
    amending = _document(found, row["so_hieu_tac_dong"])
    if amended is None or amending is None:
        return "document"
    if (amended.kind, amending.kind) != (row["loai"], row["loai_tac_dong"]):
        return "kind of document"
    said = [r for r in found.relations if (r.source, r.target) == (amending.id, amended.id)]
    if not said or any(
        _provisions(r.from_part) != _provisions(row["dieu_tac_dong"]) or _provisions(r.to_part) != _provisions(row["dieu"])
        for r in said
    ):
        return "provisions"
    if {r.type for r in said} != {change for words, change in _CHANGES.items() if words in row["quan_he"]}:
        return "kind of change"
    begins = {(e.document, e.begins) for e in found.effects}
    if not {(amended.id, _iso(row["hieu_luc"])), (amending.id, _iso(row["hieu_luc_tac_dong"]))} <= begins:
        return "date"
    return None


def read_back(table: Path) -> Iterator[tuple[str | None, str]]:
    """For each row of the table what of it was not read as recorded, and the note."""
    with table.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            yield wrong(extract(Text("note.txt", "/note.txt", row["raw"], "0" * 64, "utf-8")), row), row["raw"]


def _document(found: Extraction, sign: str) -> Document | None:
    """The document of a sign; the table cuts a few signs short at a space or `&`."""
    return next((d for d in found.documents if d.symbol and _plain(d.symbol).startswith(_plain(sign))), None)


def _plain(text: str | None) -> str:
    return "".join(unicodedata.normalize("NFC", text or "").lower().split())


def _provisions(text: str | None) -> set[str]:
    return {_plain(part) for part in re.split("[;,]", text or "")}


def _iso(day: str) -> str:
    return "-".join(f"{int(part):02d}" for part in reversed(day.split("/")))


def main() -> None:
    """Prints the figure for the table named on the command line, and the notes that were not read back."""
    outcomes = list(read_back(Path(sys.argv[1])))
    failed = [(why, note) for why, note in outcomes if why]
    right = len(outcomes) - len(failed)
    sys.stdout.write(
        f"{len(outcomes)} notes: {right} read back ({right / len(outcomes):.4f}); wrong: {dict(Counter(w for w, _ in failed))}\n"
    )
    if "--errors" in sys.argv:
        sys.stdout.writelines(f"{why}: {note}\n" for why, note in failed)


if __name__ == "__main__":
    main()
