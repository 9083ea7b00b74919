// purpose: Guidance whose own text is here and of which nothing says what it guides, carries out or rests on.
// parameters:
// columns: document, kind, symbol, issued, issuer, title
// example: regraph query guides-without-parent
MATCH (d:Document {zone: 'main', has_text: true})
WHERE d.kind IN ['Hướng dẫn', 'Thông tư', 'Thông tư liên tịch']
  AND NOT EXISTS { MATCH (d)-[:GUIDES|IMPLEMENTS|BASED_ON]->() }
RETURN d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.issuer AS issuer, d.title AS title
