// purpose: References to what had ended: documents that cite, rest on, guide or carry out another after its end.
// parameters:
// columns: document, kind, symbol, issued, relation, target, target_kind, target_symbol, ended_on, rule, says, quote
// example: regraph query dead-references
//
// Left out are documents that themselves ended what they refer to.
MATCH (a:Document {zone: 'main'})-[r:CITES|BASED_ON|GUIDES|IMPLEMENTS|EXTENDS]->(d:Document)-[:HAS_PERIOD]->(p:Period {status: 'ended'})
WHERE p.part IS NULL AND p.first_day <= a.issued AND (p.last_day IS NULL OR p.last_day >= a.issued)
  AND NOT EXISTS { MATCH (a)-[:REPLACES|REPEALS|FOLLOWS]->(d) }
RETURN DISTINCT a.id AS document, a.kind AS kind, a.symbol AS symbol, a.issued AS issued, type(r) AS relation, d.id AS target,
       d.kind AS target_kind, d.symbol AS target_symbol, p.first_day AS ended_on, p.rule AS rule, p.says AS says, r.quote AS quote
