// purpose: The documents whose status changed after one day and not after another, with the day, the two statuses, and the rule.
// parameters: from — the day before the changes, as 2023-12-31; to — the last day of them
// columns: day, document, before, after, kind, symbol, issued, issuer, title, rule, says, period
// example: regraph query changed -p from=2022-12-31 -p to=2023-12-31
MATCH (p:Period)
WHERE p.first_day > $from AND p.first_day <= $to AND p.part IS NULL AND p.previous <> p.status
MATCH (d:Document {zone: 'main'})-[:HAS_PERIOD]->(p)
RETURN p.first_day AS day, d.id AS document, p.previous AS before, p.status AS after, d.kind AS kind, d.symbol AS symbol,
       d.issued AS issued, d.issuer AS issuer, d.title AS title, p.rule AS rule, p.says AS says, p.id AS period
