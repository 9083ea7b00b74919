// purpose: The documents of which sources say different things: the value that was chosen, the other value, and why.
// parameters:
// columns: document, attribute, chosen_value, chosen_source, chosen_quote, other_value, other_source, other_quote, why
// example: regraph query conflicts
MATCH (o:Statement {verdict: 'outranked'})-[:ABOUT]->(d:Document)
OPTIONAL MATCH (c:Statement {verdict: 'chosen'})-[:ABOUT]->(d)
WHERE c.predicate = o.predicate
RETURN d.id AS document, o.predicate AS attribute, c.value AS chosen_value, c.source_name AS chosen_source,
       c.quote AS chosen_quote, o.value AS other_value, o.source_name AS other_source, o.quote AS other_quote, o.why AS why
