// purpose: What each document demands, forbids, allows or limits, whom it addresses and what it governs (`predicate`), with its days in force.
// parameters:
// columns: document, predicate, value, kind, symbol, number, issued, issuer, title, effective_from, effective_from_basis, effective_to, effective_to_basis, source, start_offset, end_offset, raw, quote, modality, statement
// example: regraph query norms
//
// The value of a norm is JSON: subject, condition, modality, action, limit and the part of the document, where they are stated.
MATCH (s:Statement)-[:ABOUT {role: 'subject'}]->(d:Document)
WHERE s.predicate IN ['norm', 'scope', 'addressee']
RETURN d.id AS document, s.predicate AS predicate, s.value AS value, d.kind AS kind, d.symbol AS symbol, d.number AS number,
       d.issued AS issued, d.issuer AS issuer, d.title AS title, d.effective_from AS effective_from,
       d.effective_from_basis AS effective_from_basis, d.effective_to AS effective_to, d.effective_to_basis AS effective_to_basis,
       s.source_name AS source, s.start_offset AS start_offset, s.end_offset AS end_offset, s.raw AS raw, s.quote AS quote,
       s.modality AS modality, s.id AS statement
