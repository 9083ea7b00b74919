// purpose: Who held which position on which days, as sources say: positions over time.
// parameters:
// columns: position, body, day, person
// example: regraph query positions
//
// `day` is that of the source that says so, and unknown where the source has none.
MATCH (p:Person)-[h:HOLDS]->(t:Position)
OPTIONAL MATCH (t)-[:AT]->(b:Body)
WITH p, h, t, b
UNWIND h.as_of AS day
RETURN t.title AS position, b.name AS body, day, p.name AS person
UNION ALL
MATCH (p:Person)-[h:HOLDS]->(t:Position)
WHERE h.as_of IS NULL OR size(h.as_of) = 0
OPTIONAL MATCH (t)-[:AT]->(b:Body)
RETURN t.title AS position, b.name AS body, nullIf('', '') AS day, p.name AS person
