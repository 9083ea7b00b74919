// purpose: The consolidated texts, what each brings together, and whether its own text is here.
// parameters:
// columns: document, kind, symbol, issued, has_text, target, target_kind, target_symbol, target_issued, part
// example: regraph query consolidations
MATCH (c:Document)-[:CONSOLIDATES]->(t:Document|Provision)
WITH c, t.path AS part, coalesce(t.document, t.id) AS whole
MATCH (d:Document {id: whole})
RETURN DISTINCT c.id AS document, c.kind AS kind, c.symbol AS symbol, c.issued AS issued, c.has_text AS has_text,
       d.id AS target, d.kind AS target_kind, d.symbol AS target_symbol, d.issued AS target_issued, part
