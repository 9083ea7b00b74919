// purpose: The family of a document: all that it, its provisions and theirs replace, end, change, guide or consolidate, either way.
// parameters: doc — id of the document; depth = 3 — how many steps at most
// columns: steps, document, part, kind, symbol, issued, title, direction, relation, via, cut
// example: regraph query family -p doc=96-QĐ/TW
//
// A provision is a step of its own: what amends one is two steps from its document. `direction` is out where what was found acts on
// `via`, in where `via` acts on it.
MATCH (d:Document {id: $doc})
RETURN 0 AS steps, d.id AS document, nullIf('', '') AS part, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title
UNION ALL
MATCH p = (s:Document {id: $doc})-[:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|CONSOLIDATES|FOLLOWS|PART_OF]-{1,$depth}(d:Document|Provision)
WHERE d <> s
WITH d, min(length(p)) AS steps
RETURN steps, d.id AS document, d.path AS part, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title
// then, for each:
MATCH (:Document {id: $document})-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|CONSOLIDATES|FOLLOWS|PART_OF]->(v:Document|Provision)
RETURN 'out' AS direction, type(r) AS relation, v.id AS via
UNION ALL
MATCH (:Document {id: $document})<-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|CONSOLIDATES|FOLLOWS|PART_OF]-(v:Document|Provision)
RETURN 'in' AS direction, type(r) AS relation, v.id AS via
UNION ALL
MATCH (:Provision {id: $document})-[r:PART_OF]->(v:Document)
RETURN 'out' AS direction, type(r) AS relation, v.id AS via
UNION ALL
MATCH (:Provision {id: $document})<-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|CONSOLIDATES|FOLLOWS|PART_OF]-(v:Document)
RETURN 'in' AS direction, type(r) AS relation, v.id AS via
