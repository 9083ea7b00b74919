// purpose: What guides or carries out a document or one of its provisions, with its status on a day.
// parameters: doc — id of the document; on — the day, as 2025-12-31
// columns: issued, document, kind, symbol, issuer, title, relation, part, status, rule, says
// example: regraph query guidance -p doc=366-QĐ/TW -p on=2026-01-01
MATCH (:Document {id: $doc})<-[r:GUIDES|IMPLEMENTS]-(g:Document)
RETURN g.issued AS issued, g.id AS document, g.kind AS kind, g.symbol AS symbol, g.issuer AS issuer, g.title AS title,
       type(r) AS relation, nullIf('', '') AS part
UNION ALL
MATCH (:Document {id: $doc})<-[:PART_OF]-(t:Provision)<-[r:GUIDES|IMPLEMENTS]-(g:Document)
RETURN g.issued AS issued, g.id AS document, g.kind AS kind, g.symbol AS symbol, g.issuer AS issuer, g.title AS title,
       type(r) AS relation, t.path AS part
// then, for each:
MATCH (:Document {id: $document})-[:HAS_PERIOD]->(p:Period)
WHERE p.part IS NULL AND (p.first_day IS NULL OR p.first_day <= $on) AND (p.last_day IS NULL OR p.last_day >= $on)
RETURN p.status AS status, p.rule AS rule, p.says AS says
