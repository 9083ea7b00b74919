// purpose: The documents in force on a day, by what the sources say of their effect.
// parameters: on — the day, as 2024-01-31
// columns: effective_from, effective_to, document, kind, symbol, issued, issuer, title, effective_from_basis, effective_to_basis
MATCH (d:Document {zone: 'main'})
WHERE d.effective_from <= $on AND (d.effective_to IS NULL OR d.effective_to >= $on)
RETURN d.effective_from AS effective_from, d.effective_to AS effective_to, d.id AS document, d.kind AS kind,
       d.symbol AS symbol, d.issued AS issued, d.issuer AS issuer, d.title AS title,
       d.effective_from_basis AS effective_from_basis, d.effective_to_basis AS effective_to_basis
