// purpose: Every statement about a document, with its place. In a relation, `role` tells the document's part, `other` the other's id.
// parameters: doc — id of the document
// columns: source, start_offset, end_offset, predicate, role, value, raw, quote, modality, zone, verdict, why, confidence, rule, statement, other
// example: regraph query facts -p doc=96-QĐ/TW
MATCH (s:Statement)-[a:ABOUT]->(:Document {id: $doc})
RETURN s.source_name AS source, s.start_offset AS start_offset, s.end_offset AS end_offset, s.predicate AS predicate,
       a.role AS role, s.value AS value, s.raw AS raw, s.quote AS quote, s.modality AS modality,
       s.zone AS zone, s.verdict AS verdict, s.why AS why, s.confidence AS confidence, s.rule AS rule, s.id AS statement
// then, for each:
OPTIONAL MATCH (:Statement {id: $statement})-[:ABOUT]->(o:Document)
WHERE o.id <> $doc
RETURN o.id AS other
