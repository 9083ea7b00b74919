// purpose: Every document before and after one in chains of REPLACES and FOLLOWS, and the links that lead to it.
// parameters: doc — id of the document; depth = 500 — how many generations each way at most
// columns: generation, document, kind, symbol, issued, title, relation, via, cut
// example: regraph query lineage -p doc=96-QĐ/TW
//
// Generations below 0 came before, above 0 after, counted along the shortest way; `via` is the document one step nearer.
MATCH (d:Document {id: $doc})
RETURN 0 AS generation, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title
UNION ALL
MATCH p = (s:Document {id: $doc})-[:REPLACES|FOLLOWS]->{1,$depth}(d:Document)
WHERE d <> s
WITH d, -min(length(p)) AS generation
RETURN generation, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title
UNION ALL
MATCH p = (s:Document {id: $doc})<-[:REPLACES|FOLLOWS]-{1,$depth}(d:Document)
WHERE d <> s
WITH d, min(length(p)) AS generation
RETURN generation, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title
// then, for each before:
MATCH (:Document {id: $document})<-[r:REPLACES|FOLLOWS]-(v:Document)
RETURN type(r) AS relation, v.id AS via
// then, for each after:
MATCH (:Document {id: $document})-[r:REPLACES|FOLLOWS]->(v:Document)
RETURN type(r) AS relation, v.id AS via
