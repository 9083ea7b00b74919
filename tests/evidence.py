"""Statements made by hand, as sources would state them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from regraph.graph.decisions import Decision
from regraph.graph.resolution import Resolution, ResolvedDocument, resolve
from regraph.model import Modality, Span, Statement, ZoneKind


def sha256(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


@dataclass
class Source:
    """A source under its file name; each call adds statements and returns the source."""

    name: str
    statements: list[Statement] = field(default_factory=list)

    def say(
        self,
        subject: str,
        predicate: str,
        value: str | None = None,
        target: str | None = None,
        *,
        zone: ZoneKind = "main",
        modality: Modality = "reported",
        confidence: float = 1.0,
        quote: str = "",
        raw: str | None = None,
        qualifiers: Mapping[str, str] | None = None,
        rule: str = "test",
        span: Span | None = None,
    ) -> Source:
        pairs = tuple(sorted((qualifiers or {}).items()))
        told = (self.name, subject, predicate, value, target, zone, modality, confidence, quote, raw, pairs, rule)
        id_ = hashlib.sha256(repr(told).encode()).hexdigest()[:20]
        span = span or Span(len(self.statements), len(self.statements) + 1)
        self.statements.append(
            Statement(
                id_, sha256(self.name), subject, predicate, value, target, raw or value or "", span,
                quote or f"{self.name}: {predicate}", pairs, rule, confidence, modality, zone,
            )
        )  # fmt: skip
        return self

    def document(self, key: str, called: str | None = None, zone: ZoneKind = "main", **attributes: str) -> Source:
        """A document with its attributes; ``called`` is how the source writes it, else kind and sign."""
        subject = f"Document:{key}"
        sign = attributes.get("symbol") or attributes.get("number") or attributes.get("title", "")
        self.say(subject, "mention", called or f"{attributes.get('kind', '')} {sign}".strip(), zone=zone)
        for name, value in attributes.items():
            self.say(subject, name, value, zone=zone)
        return self

    def relation(
        self,
        source: str,
        type_: str,
        target: str,
        *,
        zone: ZoneKind = "main",
        modality: Modality = "reported",
        quote: str = "",
        span: Span | None = None,
        **parts: str,
    ) -> Source:
        return self.say(
            f"Document:{source}", type_, None, f"Document:{target}",
            zone=zone, modality=modality, quote=quote, span=span, qualifiers=parts,
        )  # fmt: skip

    def effect(self, key: str, predicate: str, value: str, modality: Modality = "reported", **qualifiers: str) -> Source:
        return self.say(f"Document:{key}", predicate, value, modality=modality, qualifiers=qualifiers)

    def holds(self, name: str, title: str, zone: ZoneKind = "main", **qualifiers: str) -> Source:
        return self.say(f"Person:{name}", "mention", name, zone=zone).say(
            f"Person:{name}", "holds", title, zone=zone, qualifiers=qualifiers
        )

    def about(self, **attributes: str) -> Source:
        """What the source says of itself: text_kind, published, title…; ``self`` names the key of the document it is."""
        for name, value in attributes.items():
            if name == "self_":
                self.say("Source:", "self", None, f"Document:{value}")
            else:
                self.say("Source:", name, value)
        return self


def resolved(*sources: Source, decisions: Sequence[Decision] = ()) -> Resolution:
    statements = [statement for source in sources for statement in source.statements]
    return resolve(statements, {sha256(source.name): (source.name,) for source in sources}, decisions)


def one(resolution: Resolution, id_: str) -> ResolvedDocument:
    return next(document for document in resolution.documents if document.id == id_)


def ids(resolution: Resolution) -> list[str]:
    return [document.id for document in resolution.documents]


def lao_cai() -> Source:
    """An article that leaves out signs and gives the whole committee as issuer."""
    issuer = "Ban Chấp hành Trung ương Đảng"
    return (
        Source("lao-cai.txt")
        .about(text_kind="news", title="Quán triệt các văn bản mới", published="2023-02-17")
        .document("d1", "Quy định số 96 ngày 2/2/2023", kind="Quy định", number="96", issued="2023-02-02", issuer=issuer)
        .document("d2", "Hướng dẫn số 03 ngày 27/12/2022", kind="Hướng dẫn", number="03", issued="2022-12-27", issuer=issuer)
        .document("d3", "Hướng dẫn số 22 ngày 3/1/2023", kind="Hướng dẫn", number="22", issued="2023-01-03", issuer=issuer)
        .document("d4", kind="Quy định", number="262", symbol="262-QĐ/TW", issued="2014-10-08")
        .holds("Trương Thị Mai", "Trưởng Ban Tổ chức Trung ương", body="Ban Tổ chức Trung ương")
    )


def ha_tinh() -> Source:
    """An article on the same meeting that gives signs and the issuers themselves."""
    return (
        Source("ha-tinh.txt")
        .about(text_kind="news", published="2023-02-18")
        .document("d1", kind="Quy định", number="96", symbol="96-QĐ/TW", issued="2023-02-02", issuer="Bộ Chính trị")
        .document("d2", kind="Hướng dẫn", number="03", symbol="03-HD/TW", issued="2022-12-27", issuer="Ban Bí thư")
        .document("d3", kind="Hướng dẫn", number="22", symbol="22-HD/BTCTW", issued="2023-01-03", issuer="Ban Tổ chức Trung ương")
        .document("d4", kind="Quy định", number="262", symbol="262-QĐ/TW", issued="2014-10-08", issuer="Bộ Chính trị")
        .relation("d1", "replaces", "d4", quote="96 thay thế 262")
        .holds("Trương Thị Mai", "Trưởng ban Tổ chức Trung ương")
    )
