// purpose: The documents issued between two days, the days included.
// parameters: from — the first day, as 2023-01-01; to — the last day
// columns: issued, document, kind, symbol, issuer, title, effective_from, effective_to
// example: regraph query issued-between -p from=2023-01-01 -p to=2023-12-31
//
// A document of which only the year is known is found when the whole year lies between the days.
MATCH (d:Document {zone: 'main'})
WHERE d.issued >= $from AND d.issued <= $to OR d.issued + '-01-01' >= $from AND d.issued + '-12-31' <= $to
RETURN d.issued AS issued, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issuer AS issuer, d.title AS title,
       d.effective_from AS effective_from, d.effective_to AS effective_to
