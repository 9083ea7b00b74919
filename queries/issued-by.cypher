// purpose: The documents that a body issued.
// parameters: body — name or id of the body
// columns: issued, document, kind, symbol, title, effective_from, effective_to, zone
// example: regraph query issued-by -p body='Bộ Chính trị'
MATCH (d:Document)-[:ISSUED_BY]->(b:Body)
WHERE b.id = $body OR toLower(b.name) = toLower($body)
RETURN DISTINCT d.issued AS issued, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.title AS title,
       d.effective_from AS effective_from, d.effective_to AS effective_to, d.zone AS zone
