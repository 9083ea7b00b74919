// purpose: The sources that mention a document, how often, and the first place.
// parameters: doc — id of the document
// columns: source, mentions, start_offset, quote, title, published
// example: regraph query mentioned-in -p doc=96-QĐ/TW
MATCH (f:Source)<-[:`IN`]-(s:Statement {predicate: 'mention'})-[:ABOUT]->(:Document {id: $doc})
WITH f, count(DISTINCT s.id) AS mentions, min(s.start_offset) AS first
MATCH (f)<-[:`IN`]-(s:Statement {predicate: 'mention'})-[:ABOUT]->(:Document {id: $doc})
WHERE s.start_offset = first
RETURN f.name AS source, mentions, first AS start_offset, min(s.quote) AS quote, f.title AS title, f.published AS published
