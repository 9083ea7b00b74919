// purpose: A period and those of other documents and provisions that its answer follows from, the nearest first.
// parameters: period — id of the period; depth = 500 — how many steps at most
// columns: steps, document, part, first_day, last_day, status, rule, says, rules, period, cut
// example: regraph query proof -p period='262-QĐ/TW@2014-10-08|2023-02-02'
MATCH (p:Period {id: $period})
RETURN 0 AS steps, p.document AS document, p.part AS part, p.first_day AS first_day, p.last_day AS last_day,
       p.status AS status, p.rule AS rule, p.says AS says, p.rules AS rules, p.id AS period
UNION ALL
MATCH w = (s:Period {id: $period})-[:BECAUSE]->{1,$depth}(p:Period)
WHERE p <> s
WITH p, min(length(w)) AS steps
RETURN steps, p.document AS document, p.part AS part, p.first_day AS first_day, p.last_day AS last_day,
       p.status AS status, p.rule AS rule, p.says AS says, p.rules AS rules, p.id AS period
