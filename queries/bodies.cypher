// purpose: The bodies of the Party and the State, what they are part of, and how many documents they issued, from when to when.
// parameters:
// columns: documents, body, name, part_of, first_issued, last_issued
// order: -documents, body
// example: regraph query bodies
MATCH (b:Body)
OPTIONAL MATCH (b)-[:PART_OF]->(l:Body)
OPTIONAL MATCH (d:Document)-[:ISSUED_BY]->(b)
RETURN count(DISTINCT d.id) AS documents, b.id AS body, b.name AS name, l.name AS part_of, min(d.issued) AS first_issued,
       max(d.issued) AS last_issued
