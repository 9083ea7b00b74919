// purpose: What documents demand of, forbid, allow or limit for whom the words name, and the documents addressed to them.
// parameters: subject — how their name begins, as chi bộ
// columns: document, predicate, value, kind, symbol, issued, issuer, title, source, start_offset, end_offset, quote, modality, statement
// example: regraph query norms-for -p subject='Thanh niên'
//
// `regraph applies` also knows wider and narrower terms and what was in force on a day.
MATCH (s:Statement)-[:ABOUT {role: 'subject'}]->(d:Document)
WHERE s.predicate IN ['norm', 'addressee']
  AND (toLower(s.value) CONTAINS ('"subject": "' + toLower($subject))
    OR (s.predicate = 'addressee' AND toLower(s.value) STARTS WITH toLower($subject)))
RETURN d.id AS document, s.predicate AS predicate, s.value AS value, d.kind AS kind, d.symbol AS symbol, d.issued AS issued,
       d.issuer AS issuer, d.title AS title, s.source_name AS source, s.start_offset AS start_offset, s.end_offset AS end_offset,
       s.quote AS quote, s.modality AS modality, s.id AS statement
