// purpose: The documents of which something is not known: number, day of issue, issuer, or from when they are in force.
// parameters:
// columns: document, kind, symbol, number, issued, issuer, effective_from, sources
// order: -sources, document
// example: regraph query incomplete
MATCH (d:Document {zone: 'main'})
WHERE d.number IS NULL OR d.issued IS NULL OR size(d.issued) < 10 OR d.issuer IS NULL OR d.effective_from IS NULL
RETURN d.id AS document, d.kind AS kind, d.symbol AS symbol, d.number AS number, d.issued AS issued, d.issuer AS issuer,
       d.effective_from AS effective_from, d.source_count AS sources
