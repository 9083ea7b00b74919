// purpose: How many documents have each status on a day.
// parameters: on — the day, as 2024-01-31
// columns: status, documents
// example: regraph query counts -p on=2020-01-01
MATCH (p:Period)
WHERE p.part IS NULL AND (p.first_day IS NULL OR p.first_day <= $on) AND (p.last_day IS NULL OR p.last_day >= $on)
MATCH (d:Document {zone: 'main'})-[:HAS_PERIOD]->(p)
RETURN p.status AS status, count(*) AS documents
