// purpose: How many documents there are of each kind, of how many the text is here, and when they were issued.
// parameters:
// columns: documents, kind, with_text, first_issued, last_issued
// order: -documents, kind
// example: regraph query kinds
MATCH (d:Document {zone: 'main'})
RETURN count(*) AS documents, d.kind AS kind, sum(CASE WHEN d.has_text THEN 1 ELSE 0 END) AS with_text,
       min(d.issued) AS first_issued, max(d.issued) AS last_issued
