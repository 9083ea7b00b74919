// purpose: The relations that one source alone states: what to check first.
// parameters:
// columns: document, relation, target, modality, confidence, source, start_offset, end_offset, quote, statement
// order: confidence, document
// example: regraph query single-source
MATCH (a:Document {zone: 'main'})-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|BASED_ON|CONSOLIDATES|FOLLOWS|CITES]->(t:Document|Provision)
WHERE r.source_count = 1
UNWIND r.statements AS statement
MATCH (s:Statement {id: statement})
RETURN DISTINCT a.id AS document, type(r) AS relation, t.id AS target, s.modality AS modality, s.confidence AS confidence,
       s.source_name AS source, s.start_offset AS start_offset, s.end_offset AS end_offset, s.quote AS quote, s.id AS statement
