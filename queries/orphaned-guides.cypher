// purpose: Guidance not known to have ended of documents that had ended on a day: does it survive, and by which rule?
// parameters: on — the day, as 2025-12-31
// columns: document, kind, symbol, issued, issuer, status, rule, says, relation, parent, parent_kind, parent_symbol, ended_on
// example: regraph query orphaned-guides -p on=2026-01-01
MATCH (d:Document)-[:HAS_PERIOD]->(e:Period {status: 'ended'})
WHERE e.part IS NULL AND (e.first_day IS NULL OR e.first_day <= $on) AND (e.last_day IS NULL OR e.last_day >= $on)
MATCH (g:Document {zone: 'main'})-[r:GUIDES|IMPLEMENTS]->(d)
MATCH (g)-[:HAS_PERIOD]->(p:Period)
WHERE p.part IS NULL AND (p.first_day IS NULL OR p.first_day <= $on) AND (p.last_day IS NULL OR p.last_day >= $on)
  AND NOT p.status IN ['ended', 'not_yet']
RETURN DISTINCT g.id AS document, g.kind AS kind, g.symbol AS symbol, g.issued AS issued, g.issuer AS issuer, p.status AS status,
       p.rule AS rule, p.says AS says, type(r) AS relation, d.id AS parent, d.kind AS parent_kind, d.symbol AS parent_symbol,
       e.first_day AS ended_on
