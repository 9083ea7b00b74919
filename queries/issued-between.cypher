// purpose: The documents issued between two days, the days included.
// parameters: from — the first day, as 2023-01-01; to — the last day
// columns: issued, document, kind, symbol, issuer, title, effective_from, effective_to
// example: regraph query issued-between -p from=2023-01-01 -p to=2023-12-31
//
// A document of which only the month or year is known is found when all of it lies between the days.
MATCH (d:Document {zone: 'main'})
WITH d, CASE size(d.issued) WHEN 4 THEN d.issued + '-01-01' WHEN 7 THEN d.issued + '-01' ELSE d.issued END AS first,
     CASE size(d.issued) WHEN 4 THEN d.issued + '-12-31' WHEN 7 THEN d.issued + '-31' ELSE d.issued END AS last
WHERE first >= $from AND last <= $to
RETURN d.issued AS issued, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issuer AS issuer, d.title AS title,
       d.effective_from AS effective_from, d.effective_to AS effective_to
