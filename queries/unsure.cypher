// purpose: The documents that stay apart because the words of their sources fit several, each with those that it may be.
// parameters:
// columns: document, kind, symbol, number, issued, title, issuer, candidate, candidate_kind, candidate_symbol, candidate_number, candidate_issued, candidate_title, candidate_issuer
// example: regraph query unsure
MATCH (d:Document)-[:MAY_BE]->(c:Document)
RETURN d.id AS document, d.kind AS kind, d.symbol AS symbol, d.number AS number, d.issued AS issued, d.title AS title,
       d.issuer AS issuer, c.id AS candidate, c.kind AS candidate_kind, c.symbol AS candidate_symbol,
       c.number AS candidate_number, c.issued AS candidate_issued, c.title AS candidate_title, c.issuer AS candidate_issuer
