// purpose: The documents that most others replace, change, guide, rest on or cite, wholly or in a provision.
// parameters: least = 1 — how many documents at least
// columns: citing, document, kind, symbol, issued, issuer, title
// order: -citing, document
// example: regraph query most-cited -p least=2
MATCH (a:Document {zone: 'main'})-[:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|BASED_ON|CONSOLIDATES|FOLLOWS|CITES]->(t:Document|Provision)
WITH coalesce(t.document, t.id) AS cited, a.id AS citing
WHERE cited <> citing
WITH cited, count(DISTINCT citing) AS citing
WHERE citing >= $least
MATCH (d:Document {id: cited})
RETURN citing, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.issuer AS issuer, d.title AS title
