"""A graph made by hand, with what is hard to store and to ask for: quotes, line breaks, nulls, long chains, cycles."""

from __future__ import annotations

from regraph.graph.stores.base import Cell, GraphStore
from regraph.model import Edge, Graph, Node, Value

NEWS = "báo/96.txt"
LAW = "luật/“262”.txt"
TITLE = 'lấy phiếu tín nhiệm đối với chức danh "lãnh đạo",\nquản lý'


def document(id_: str, **properties: Value) -> Node:
    """A document, of the main text unless said otherwise."""
    return Node("Document", id_, {"zone": "main", **properties})


def relation(type_: str, source: str, target: str, *statements: str, label: str = "Document", **properties: Value) -> Edge:
    """A relation from a document to a document or, by `label`, a provision."""
    return Edge(type_, source, "Document", target, label, {"statements": list(statements or ("s-chain",)), **properties})


def statement(
    id_: str, source: str, start: int, predicate: str, *about: tuple[str, str, str], **properties: Value
) -> list[Node | Edge]:
    """A statement with its edges; `about` are role, label and id of the things it is about."""
    places: dict[str, Value] = {"start_offset": start, "end_offset": start + 5, "source_name": source}
    node = Node("Statement", id_, {"predicate": predicate, "modality": "reported", **places, **properties})
    edges = [Edge("ABOUT", id_, "Statement", thing, label, {"role": role}) for role, label, thing in about]
    return [node, *edges, Edge("IN", id_, "Statement", source, "Source", {})]


def period(
    id_: str, of: str, first: str | None, last: str | None, status: str, *because: str, **properties: Value
) -> list[Node | Edge]:
    """A period of a document, or by `part` of a provision with the id `of`."""
    part, days = properties.pop("part", None), {"first_day": first, "last_day": last}
    document = of.partition("/")[0] if part else of
    node = Node("Period", id_, {"document": document, "part": part, "status": status, **days, **properties})
    edges = [Edge("BECAUSE", id_, "Period", other, "Period", {}) for other in because]
    return [node, Edge("HAS_PERIOD", of, "Provision" if part else "Document", id_, "Period", {}), *edges]


def subject(id_: str) -> tuple[str, str, str]:
    """The document as the one that a statement is about."""
    return ("subject", "Document", id_)


def graph(*parts: Node | Edge) -> Graph:
    """The parts in the order that stores are given them."""
    nodes = [part for part in parts if isinstance(part, Node)]
    edges = [part for part in parts if isinstance(part, Edge)]
    return Graph(
        tuple(sorted(nodes, key=lambda node: (node.label, node.id))),
        tuple(sorted(edges, key=lambda edge: (edge.type, edge.source, edge.target))),
    )


CHAIN = [document(f"chain{place:02}") for place in range(41)]
SAMPLE = graph(
    document("96", kind="Quy định", number="96", symbol="96-QĐ/TW", issued="2023-02-02", issuer="Bộ Chính trị", title=TITLE,
             names=["Quy định 96", 'Quy định số "96"'], has_text=False, source_count=2, effective_from="2023-02-02",
             effective_from_basis="assumed: the day of issue"),
    document("262", kind="Quy định", number="262", symbol="262-QĐ/TW", issued="2014-10-08", names=[], has_text=True,
             effective_from="2014-10-08", effective_from_basis="stated", effective_to="2023-02-01",
             effective_to_basis="derived: replaced by 96-QĐ/TW", source_count=1),
    document("165", kind="Quy định", symbol="165-QĐ/TW", issued="2013-02-18", title=""),
    document("old", kind="Hướng dẫn", effective_from="2001-01-01", effective_to="2023-02-02"),
    document("future", kind="Kết luận", effective_from="2023-02-03"),
    document("aside", kind="Thông báo", effective_from="2000-01-01", zone="boilerplate", issued="2000-01-01"),
    document("x"), document("y"), document("z"), document("self"),
    document("top"), document("left"), document("right"), document("bottom"),
    *CHAIN,
    Node("Provision", "262/5", {"document": "262", "path": "khoản 2 Điều 5"}),
    Node("Body", "Bộ Chính trị", {"name": "Bộ Chính trị"}),
    Node("Body", "tw", {"name": "Ban Chấp hành Trung ương"}),
    Node("Position", "Trưởng ban@btc", {"title": "Trưởng ban"}),
    Node("Position", "Tổng Bí thư", {"title": "Tổng Bí thư"}),
    Node("Person", "Trương Thị Mai", {"name": "Trương Thị Mai"}),
    Node("Source", NEWS, {"name": NEWS, "title": "Bộ Chính trị: \"Quy định mới\"", "published": "2023-02-03"}),
    Node("Source", LAW, {"name": LAW}),
    *statement("s-replaces", NEWS, 40, "replaces", subject("96"), ("object", "Document", "262"), raw="thay thế",
               quote="Quy định 96 thay thế\r\nQuy định \"262\"", rule="replaces.active", confidence=1, zone="main"),
    *statement("s-chain", NEWS, 900, "replaces", quote="chuỗi"),
    *statement("s-m1", NEWS, 7, "mention", subject("96"), quote="đầu tiên", value="Quy định 96"),
    *statement("s-m2", NEWS, 70, "mention", subject("96"), quote="a"),
    *statement("s-m3", LAW, 3, "mention", subject("262")),
    *statement("s-i1", LAW, 10, "issued", subject("262"), value="2014-10-08", raw="08/10/2014", quote="ngày 08/10/2014",
               verdict="chosen", why="the document's own text", zone="main", confidence=0.9, rule="issued.heading"),
    *statement("s-i2", NEWS, 60, "issued", subject("262"), value="2014-08-10", quote="ngày 10/8/2014", verdict="outranked",
               why="the document's own text says another"),
    *statement("s-k", NEWS, 55, "kind", subject("262"), value="Quy định", verdict="agrees"),
    *statement("s-p", NEWS, 100, "holds", ("subject", "Person", "Trương Thị Mai"), value="Trưởng ban"),
    *statement("s-t", NEWS, 0, "title", ("subject", "Source", NEWS), value="…"),
    *period("96-1", "96", None, "2023-02-01", "not_yet", rule="start.signed.party"),
    *period("96-2", "96", "2023-02-02", None, "in_force", rule="start.signed.party", rules=["start.signed.party"], previous="not_yet",
            says="issued on 2023-02-02"),
    *period("262-1", "262", "2014-10-08", "2023-02-01", "partly", "262-5-1", rule="part.not-in-force", previous="not_yet"),
    *period("262-2", "262", "2023-02-02", None, "ended", "96-2", rule="end.replaced.party", previous="partly",
            rules=["end.replaced.party"], says="replaced by 96", statements=["s-replaces", "s-i1"]),
    *period("262-5-1", "262/5", None, None, "ended", "96-2", part="khoản 2 Điều 5"),
    *period("old-1", "old", "2001-01-01", "2023-02-02", "continues_if_not_contrary", previous="in_force"),
    *period("future-1", "future", "2023-02-03", None, "in_force", previous="in_force"),
    *period("aside-1", "aside", None, None, "in_force"),
    relation("REPLACES", "96", "262", "s-replaces", source_count=1, quote="thay thế", scope="whole", modality="reported",
             confidence=1),
    relation("FOLLOWS", "262", "165", "s-replaces"),
    relation("AMENDS", "96", "262/5", "s-replaces", "s-m2", label="Provision", scope="part", from_part="Điều 1"),
    relation("CITES", "165", "96"),
    *(relation("REPLACES" if place % 2 else "FOLLOWS", f"chain{place:02}", f"chain{place + 1:02}") for place in range(40)),
    relation("REPLACES", "x", "y"), relation("REPLACES", "y", "z"), relation("FOLLOWS", "z", "x"),
    relation("REPLACES", "self", "self"),
    relation("REPLACES", "top", "left"), relation("REPLACES", "top", "right"), relation("FOLLOWS", "top", "right"),
    relation("REPLACES", "left", "bottom"), relation("REPLACES", "right", "bottom"),
    Edge("MAY_BE", "aside", "Document", "96", "Document", {}),
    Edge("MAY_BE", "aside", "Document", "262", "Document", {}),
    Edge("PART_OF", "262/5", "Provision", "262", "Document", {}),
    Edge("PART_OF", "Bộ Chính trị", "Body", "tw", "Body", {}),
    Edge("ISSUED_BY", "96", "Document", "Bộ Chính trị", "Body", {"statements": ["s-m1"]}),
    Edge("ISSUED_BY", "aside", "Document", "Bộ Chính trị", "Body", {"statements": []}),
    Edge("HOLDS", "Trương Thị Mai", "Person", "Trưởng ban@btc", "Position", {"statements": ["s-p"], "as_of": ["2023-02-03"]}),
    Edge("HOLDS", "Trương Thị Mai", "Person", "Tổng Bí thư", "Position", {}),
    Edge("AT", "Trưởng ban@btc", "Position", "tw", "Body", {}),
    Edge("TEXT_OF", LAW, "Source", "262", "Document", {}),
)  # fmt: skip
SMALL = graph(document("a"), document("b", title="cũ"), relation("REPLACES", "a", "b", "s"), relation("CITES", "b", "a", "s"))


def contents(store: GraphStore) -> list[Cell]:
    """All that a store holds, in a form that can be compared."""
    nodes = store.rows("MATCH (n) RETURN n").rows
    edges = store.rows("MATCH (a)-[r]->(b) RETURN a.id, r, b.id").rows
    return sorted(map(str, (_sorted(row) for row in nodes + edges)))


def expected(wanted: Graph) -> list[Cell]:
    """What `contents` should be."""
    nodes = [({"_label": node.label, "id": node.id, **_kept(node)},) for node in wanted.nodes]
    edges = [(edge.source, {"_type": edge.type, **_kept(edge)}, edge.target) for edge in wanted.edges]
    return sorted(map(str, (_sorted(row) for row in [*nodes, *edges])))


def _kept(item: Node | Edge) -> dict[str, Value]:
    found = {name: value for name, value in item.properties.items() if value is not None}
    return {name: float(value) if name == "confidence" and isinstance(value, int) else value for name, value in found.items()}


def _sorted(row: tuple[Cell, ...]) -> list[Cell]:
    return [dict(sorted(cell.items())) if isinstance(cell, dict) else cell for cell in row]
