// purpose: The documents in force on a day, wholly, in part, or as far as they are not contrary to a later one, with the rule.
// parameters: on — the day, as 2024-01-31
// columns: effective_from, effective_to, document, kind, symbol, issued, issuer, title, effective_from_basis, effective_to_basis, status, rule, says, period
// example: regraph query in-force -p on=2020-01-01
MATCH (p:Period)
USING SCAN p:Period
WHERE p.status IN ['in_force', 'partly', 'continues_if_not_contrary'] AND p.part IS NULL
  AND (p.first_day IS NULL OR p.first_day <= $on) AND (p.last_day IS NULL OR p.last_day >= $on)
MATCH (d:Document {zone: 'main'})-[:HAS_PERIOD]->(p)
RETURN d.effective_from AS effective_from, d.effective_to AS effective_to, d.id AS document, d.kind AS kind,
       d.symbol AS symbol, d.issued AS issued, d.issuer AS issuer, d.title AS title,
       d.effective_from_basis AS effective_from_basis, d.effective_to_basis AS effective_to_basis, p.status AS status,
       p.rule AS rule, p.says AS says, p.id AS period
