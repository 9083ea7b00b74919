// purpose: All periods of a document and of its provisions, each with its status, the rule and the reason.
// parameters: doc — id of the document
// columns: part, first_day, last_day, status, rule, says, rules, statements, period
// example: regraph query timeline -p doc=262-QĐ/TW@2014-10-08
MATCH (:Document {id: $doc})-[:HAS_PERIOD]->(p:Period)
RETURN p.part AS part, p.first_day AS first_day, p.last_day AS last_day, p.status AS status, p.rule AS rule, p.says AS says,
       p.rules AS rules, p.statements AS statements, p.id AS period
UNION ALL
MATCH (:Document {id: $doc})<-[:PART_OF]-(:Provision)-[:HAS_PERIOD]->(p:Period)
RETURN p.part AS part, p.first_day AS first_day, p.last_day AS last_day, p.status AS status, p.rule AS rule, p.says AS says,
       p.rules AS rules, p.statements AS statements, p.id AS period
