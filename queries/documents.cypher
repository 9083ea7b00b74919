// purpose: Every document that a main text names, with its values and its interval in force.
// parameters:
// columns: document, kind, symbol, issued, issuer, title, effective_from, effective_to, has_text, sources
// example: regraph query documents
MATCH (d:Document {zone: 'main'})
RETURN d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.issuer AS issuer, d.title AS title,
       d.effective_from AS effective_from, d.effective_to AS effective_to, d.has_text AS has_text, d.source_count AS sources
