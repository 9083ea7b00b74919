// purpose: The people named in the sources, with the positions they hold and the days on which sources say so.
// parameters:
// columns: person, position, body, as_of
// example: regraph query people
MATCH (p:Person)-[h:HOLDS]->(t:Position)
OPTIONAL MATCH (t)-[:AT]->(b:Body)
RETURN p.name AS person, t.title AS position, b.name AS body, h.as_of AS as_of
