// purpose: What a document rests on, what those rest on, and so on: the tree of its legal basis.
// parameters: doc — id of the document; depth = 20 — how many steps at most
// columns: steps, document, kind, symbol, issued, title, via, cut
// example: regraph query basis-tree -p doc=30/2020/NĐ-CP
//
// `via` is the document that rests on this one.
MATCH (d:Document {id: $doc})
RETURN 0 AS steps, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title
UNION ALL
MATCH p = (s:Document {id: $doc})-[:BASED_ON]->{1,$depth}(d:Document)
WHERE d <> s
WITH d, min(length(p)) AS steps
RETURN steps, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title
// then, for each:
MATCH (:Document {id: $document})<-[:BASED_ON]-(v:Document)
RETURN v.id AS via
