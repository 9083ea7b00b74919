// purpose: Every place at which a source mentions a document or a person.
// parameters: doc — id of the document or person
// columns: source, start_offset, end_offset, raw, quote, sha256, title, published
// example: regraph query mentions -p doc=96-QĐ/TW
MATCH (f:Source)<-[:`IN`]-(s:Statement {predicate: 'mention'})-[:ABOUT]->(x:Document|Person {id: $doc})
RETURN DISTINCT f.name AS source, s.start_offset AS start_offset, s.end_offset AS end_offset, s.raw AS raw, s.quote AS quote,
       f.sha256 AS sha256, f.title AS title, f.published AS published
