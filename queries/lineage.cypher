// purpose: Every document before and after one in chains of REPLACES and FOLLOWS, and the link that leads to it.
// parameters: doc — id of the document
// columns: generation, document, kind, symbol, issued, title, relation, via
//
// Generations below 0 came before, above 0 after, counted along the shortest way; `via` is the document one step nearer.
// first: known
MATCH (d:Document {id: $doc})
RETURN d.id AS id
UNION
MATCH p = ANY SHORTEST (:Document {id: $doc})-[:REPLACES|FOLLOWS]->+(x:Document)
RETURN x.id AS id
UNION
MATCH p = ANY SHORTEST (:Document {id: $doc})<-[:REPLACES|FOLLOWS]-+(x:Document)
RETURN x.id AS id
// then
MATCH (d:Document {id: $doc})
RETURN 0 AS generation, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title,
       nullIf('', '') AS relation, nullIf('', '') AS via
UNION ALL
MATCH p = ANY SHORTEST (:Document {id: $doc})-[:REPLACES|FOLLOWS]->+(x:Document)
WHERE x.id <> $doc
WITH collect({id: x.id, steps: length(p)}) + [{id: $doc, steps: 0}] AS reached
MATCH (v:Document)-[r:REPLACES|FOLLOWS]->(x:Document)
WHERE v.id IN $known AND x.id IN $known
UNWIND reached AS far
UNWIND reached AS near
WITH far, near, v, r, x
WHERE far.id = x.id AND near.id = v.id AND far.steps = near.steps + 1
RETURN DISTINCT -far.steps AS generation, x.id AS document, x.kind AS kind, x.symbol AS symbol, x.issued AS issued,
       x.title AS title, type(r) AS relation, v.id AS via
UNION ALL
MATCH p = ANY SHORTEST (:Document {id: $doc})<-[:REPLACES|FOLLOWS]-+(x:Document)
WHERE x.id <> $doc
WITH collect({id: x.id, steps: length(p)}) + [{id: $doc, steps: 0}] AS reached
MATCH (v:Document)<-[r:REPLACES|FOLLOWS]-(x:Document)
WHERE v.id IN $known AND x.id IN $known
UNWIND reached AS far
UNWIND reached AS near
WITH far, near, v, r, x
WHERE far.id = x.id AND near.id = v.id AND far.steps = near.steps + 1
RETURN DISTINCT far.steps AS generation, x.id AS document, x.kind AS kind, x.symbol AS symbol, x.issued AS issued,
       x.title AS title, type(r) AS relation, v.id AS via
