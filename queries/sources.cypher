// purpose: The texts that were read, with what each is, the document whose own text it is, and how much it states.
// parameters:
// columns: source, text_kind, published, event_date, title, text_of, documents, statements
// example: regraph query sources
MATCH (f:Source)
OPTIONAL MATCH (f)-[:TEXT_OF]->(t:Document)
OPTIONAL MATCH (f)<-[:`IN`]-(s:Statement)
OPTIONAL MATCH (s)-[:ABOUT]->(d:Document)
RETURN f.name AS source, f.text_kind AS text_kind, f.published AS published, f.event_date AS event_date, f.title AS title,
       t.id AS text_of, count(DISTINCT d.id) AS documents, count(DISTINCT s.id) AS statements
