// purpose: The documents that have a status on a day, with the rule and the reason.
// parameters: on — the day, as 2024-01-31; status — in_force, not_yet, ended, suspended, partly, continues_if_not_contrary or unknown
// columns: effective_from, effective_to, document, kind, symbol, issued, issuer, title, effective_from_basis, effective_to_basis, status, rule, says, period
// example: regraph query status -p on=2020-01-01 -p status=unknown
MATCH (p:Period {status: $status})
WHERE p.part IS NULL
  AND (p.first_day IS NULL OR p.first_day <= $on) AND (p.last_day IS NULL OR p.last_day >= $on)
MATCH (d:Document {zone: 'main'})-[:HAS_PERIOD]->(p)
RETURN d.effective_from AS effective_from, d.effective_to AS effective_to, d.id AS document, d.kind AS kind,
       d.symbol AS symbol, d.issued AS issued, d.issuer AS issuer, d.title AS title,
       d.effective_from_basis AS effective_from_basis, d.effective_to_basis AS effective_to_basis, p.status AS status,
       p.rule AS rule, p.says AS says, p.id AS period
