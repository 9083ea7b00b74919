// purpose: The documents whose time in force ends between two days: what ends soon, and by which rule.
// parameters: from — the first day, as 2025-01-01; to — the last day
// columns: last_day, document, kind, symbol, issued, issuer, title, status, basis, period
// example: regraph query ending -p from=2025-01-01 -p to=2026-12-31
MATCH (p:Period)
WHERE p.last_day >= $from AND p.last_day <= $to AND p.part IS NULL
  AND p.status IN ['in_force', 'partly', 'continues_if_not_contrary']
MATCH (d:Document {zone: 'main'})-[:HAS_PERIOD]->(p)
WHERE NOT EXISTS {
  MATCH (d)-[:HAS_PERIOD]->(n:Period)
  WHERE n.first_day > p.last_day AND n.part IS NULL AND n.status IN ['in_force', 'partly', 'continues_if_not_contrary']
}
RETURN p.last_day AS last_day, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.issuer AS issuer,
       d.title AS title, p.status AS status, d.effective_to_basis AS basis, p.id AS period
