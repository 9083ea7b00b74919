// purpose: Documents that replace, repeal or follow themselves or each other, which only a mistake can say.
// parameters:
// columns: document, relation, other, other_relation, quote, other_quote
// example: regraph query circles
MATCH (a:Document)-[r:REPLACES|REPEALS|FOLLOWS]->(b:Document)
WHERE a.id = b.id
RETURN a.id AS document, type(r) AS relation, b.id AS other, type(r) AS other_relation, r.quote AS quote,
       r.quote AS other_quote
UNION
MATCH (a:Document)-[r:REPLACES|REPEALS|FOLLOWS]->(b:Document)-[s:REPLACES|REPEALS|FOLLOWS]->(a)
WHERE a.id < b.id
RETURN a.id AS document, type(r) AS relation, b.id AS other, type(s) AS other_relation, r.quote AS quote,
       s.quote AS other_quote
