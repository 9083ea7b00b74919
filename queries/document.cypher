// purpose: All that is known of one document.
// parameters: doc — id of the document
// columns: document, kind, number, symbol, issued, issuer, title, effective_from, effective_from_basis, effective_to, effective_to_basis, zone, has_text, source_count, names
// example: regraph query document -p doc=96-QĐ/TW
MATCH (d:Document {id: $doc})
RETURN d.id AS document, d.kind AS kind, d.number AS number, d.symbol AS symbol, d.issued AS issued, d.issuer AS issuer,
       d.title AS title, d.effective_from AS effective_from, d.effective_from_basis AS effective_from_basis,
       d.effective_to AS effective_to, d.effective_to_basis AS effective_to_basis, d.zone AS zone, d.has_text AS has_text,
       d.source_count AS source_count, d.names AS names
