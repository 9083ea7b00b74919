// purpose: The statements that an edge rests on, with their places.
// parameters: source — id of the node where the edge begins; type — type of the edge, as REPLACES; target — id of the node where it ends
// columns: source, start_offset, end_offset, quote, predicate, raw, modality, confidence, rule, statement
// example: regraph query evidence -p source=96-QĐ/TW@2023-02-02 -p type=REPLACES -p target=262-QĐ/TW@2014-10-08
MATCH (:Document {id: $source})-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|BASED_ON|CONSOLIDATES|FOLLOWS|CITES|ISSUED_BY]->(b:Document|Provision|Body)
WHERE type(r) = toUpper($type) AND b.id = $target
UNWIND r.statements AS statement
MATCH (s:Statement {id: statement})
RETURN s.source_name AS source, s.start_offset AS start_offset, s.end_offset AS end_offset, s.quote AS quote,
       s.predicate AS predicate, s.raw AS raw, s.modality AS modality, s.confidence AS confidence, s.rule AS rule,
       s.id AS statement
UNION
MATCH (:Person {id: $source})-[r:HOLDS]->(:Position {id: $target})
WHERE toUpper($type) = 'HOLDS'
UNWIND r.statements AS statement
MATCH (s:Statement {id: statement})
RETURN s.source_name AS source, s.start_offset AS start_offset, s.end_offset AS end_offset, s.quote AS quote,
       s.predicate AS predicate, s.raw AS raw, s.modality AS modality, s.confidence AS confidence, s.rule AS rule,
       s.id AS statement
