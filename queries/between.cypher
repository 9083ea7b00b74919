// purpose: The documents in force on at least one day between two, the days included, each with its periods in force that fall between.
// parameters: from — the first day, as 2024-01-31; to — the last day
// columns: document, first_day, last_day, status, kind, symbol, issued, issuer, title, rule, says, period
// example: regraph query between -p from=2020-01-01 -p to=2020-12-31
MATCH (p:Period)
WHERE p.status IN ['in_force', 'partly', 'continues_if_not_contrary'] AND p.part IS NULL
  AND (p.first_day IS NULL OR p.first_day <= $to) AND (p.last_day IS NULL OR p.last_day >= $from)
MATCH (d:Document {zone: 'main'})-[:HAS_PERIOD]->(p)
RETURN d.id AS document, p.first_day AS first_day, p.last_day AS last_day, p.status AS status, d.kind AS kind,
       d.symbol AS symbol, d.issued AS issued, d.issuer AS issuer, d.title AS title, p.rule AS rule, p.says AS says, p.id AS period
