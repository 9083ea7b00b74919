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
MATCH (n:Document)-[r:REPLACES|FOLLOWS]->(o:Document)
WHERE n.id IN $known_id
UNWIND $known AS a
WITH n, r, o, a
WHERE a.id = n.id
UNWIND $known AS b
WITH n, r, o, a, b
WHERE b.id = o.id
  AND ((a.generation <= 0 AND b.generation = a.generation - 1) OR (b.generation >= 0 AND a.generation = b.generation + 1))
WITH type(r) AS relation, CASE WHEN b.generation < 0 THEN b.generation ELSE a.generation END AS generation,
     CASE WHEN b.generation < 0 THEN o.id ELSE n.id END AS far, CASE WHEN b.generation < 0 THEN n.id ELSE o.id END AS via,
     CASE WHEN b.generation < 0 THEN o.kind ELSE n.kind END AS kind, CASE WHEN b.generation < 0 THEN o.symbol ELSE n.symbol END AS symbol,
     CASE WHEN b.generation < 0 THEN o.issued ELSE n.issued END AS issued, CASE WHEN b.generation < 0 THEN o.title ELSE n.title END AS title
RETURN DISTINCT generation, far AS document, kind, symbol, issued, title, relation, via
