// purpose: Every document before and after one in chains of REPLACES and FOLLOWS, and the link that leads to it.
// parameters: doc — id of the document
// columns: generation, document, kind, symbol, issued, title, relation, via
//
// Generations below 0 came before, above 0 after, counted along the shortest way; `via` is the document one step nearer.
// first: known
MATCH (d:Document {id: $doc})
RETURN d.id AS id, 0 AS generation
UNION ALL
MATCH p = ANY SHORTEST (:Document {id: $doc})-[:REPLACES|FOLLOWS]->+(x:Document)
WHERE x.id <> $doc
RETURN x.id AS id, -length(p) AS generation
UNION ALL
MATCH p = ANY SHORTEST (:Document {id: $doc})<-[:REPLACES|FOLLOWS]-+(x:Document)
WHERE x.id <> $doc
RETURN x.id AS id, length(p) AS generation
// then
UNWIND $known AS near
MATCH (d:Document {id: $doc})
WHERE near.id = $doc
RETURN near.generation AS generation, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title,
       nullIf('', '') AS relation, nullIf('', '') AS via
UNION ALL
MATCH (v:Document)-[r:REPLACES|FOLLOWS]->(x:Document)
WHERE v.id IN $known_id AND x.id IN $known_id
UNWIND $known AS near
UNWIND $known AS far
WITH far, near, v, r, x
WHERE far.id = x.id AND near.id = v.id AND near.generation <= 0 AND far.generation = near.generation - 1
RETURN DISTINCT far.generation AS generation, x.id AS document, x.kind AS kind, x.symbol AS symbol, x.issued AS issued,
       x.title AS title, type(r) AS relation, v.id AS via
UNION ALL
MATCH (v:Document)<-[r:REPLACES|FOLLOWS]-(x:Document)
WHERE v.id IN $known_id AND x.id IN $known_id
UNWIND $known AS near
UNWIND $known AS far
WITH far, near, v, r, x
WHERE far.id = x.id AND near.id = v.id AND near.generation >= 0 AND far.generation = near.generation + 1
RETURN DISTINCT far.generation AS generation, x.id AS document, x.kind AS kind, x.symbol AS symbol, x.issued AS issued,
       x.title AS title, type(r) AS relation, v.id AS via
