// purpose: The documents that main texts cite and whose own text is not among the sources, one row for each relation to them.
// parameters:
// columns: document, kind, symbol, number, issued, issuer, title, sources, citations, relation
// example: regraph query missing
//
// A registry only lists documents: what it says is no citation. Nor is a mention that may be any of several documents.
MATCH (d:Document {zone: 'main', has_text: false})<-[:ABOUT]-(s:Statement {predicate: 'mention'})-[:`IN`]->(f:Source)
WHERE (f.text_kind IS NULL OR f.text_kind <> 'registry') AND NOT EXISTS { MATCH (d)-[:MAY_BE]->(:Document) }
WITH d, count(DISTINCT f.id) AS sources, count(DISTINCT s.id) AS citations
OPTIONAL MATCH (d)<-[:PART_OF*0..1]-(t)<-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|BASED_ON|CONSOLIDATES|FOLLOWS|CITES]-(:Document)
RETURN DISTINCT d.id AS document, d.kind AS kind, d.symbol AS symbol, d.number AS number, d.issued AS issued,
       d.issuer AS issuer, d.title AS title, sources, citations, type(r) AS relation
