// purpose: The statements that count for nothing: a person rejected them, or another value was chosen, and why.
// parameters:
// columns: verdict, document, predicate, value, why, source, start_offset, end_offset, quote, statement
// example: regraph query rejected
MATCH (s:Statement)
WHERE s.verdict IN ['rejected', 'outranked']
OPTIONAL MATCH (s)-[:ABOUT {role: 'subject'}]->(d:Document)
RETURN s.verdict AS verdict, d.id AS document, s.predicate AS predicate, s.value AS value, s.why AS why, s.source_name AS source,
       s.start_offset AS start_offset, s.end_offset AS end_offset, s.quote AS quote, s.id AS statement
