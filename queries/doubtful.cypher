// purpose: The statements of less than some confidence, the least sure first, with their places.
// parameters: below = 1.0 — the confidence, from 0 to 1
// columns: confidence, predicate, document, other, value, source, start_offset, end_offset, quote, rule, statement
// example: regraph query doubtful -p below=0.9
MATCH (s:Statement)
WHERE s.confidence < $below
OPTIONAL MATCH (s)-[:ABOUT {role: 'subject'}]->(d:Document)
OPTIONAL MATCH (s)-[:ABOUT {role: 'object'}]->(o:Document)
RETURN s.confidence AS confidence, s.predicate AS predicate, d.id AS document, o.id AS other, s.value AS value,
       s.source_name AS source, s.start_offset AS start_offset, s.end_offset AS end_offset, s.quote AS quote, s.rule AS rule,
       s.id AS statement
