// purpose: What rests on a document, what rests on those, and so on: all that loses its basis when the document ends.
// parameters: doc — id of the document; depth = 20 — how many steps at most
// columns: steps, document, kind, symbol, issued, title, via, cut
// example: regraph query resting-on -p doc=64/2025/QH15
//
// `via` is the document that this one rests on.
MATCH (d:Document {id: $doc})
RETURN 0 AS steps, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title
UNION ALL
MATCH p = (s:Document {id: $doc})<-[:BASED_ON]-{1,$depth}(d:Document)
WHERE d <> s
WITH d, min(length(p)) AS steps
RETURN steps, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title
// then, for each:
MATCH (:Document {id: $document})-[:BASED_ON]->(v:Document)
RETURN v.id AS via
