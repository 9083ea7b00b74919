// purpose: What replaces or follows a document, what replaces or follows those, and so on.
// parameters: doc — id of the document; depth = 500 — how many generations at most
// columns: generation, document, kind, symbol, issued, title, cut
// example: regraph query successors -p doc=165-QĐ/TW
MATCH p = (s:Document {id: $doc})<-[:REPLACES|FOLLOWS]-{1,$depth}(d:Document)
WHERE d <> s
WITH d, min(length(p)) AS generation
RETURN generation, d.id AS document, d.kind AS kind, d.symbol AS symbol, d.issued AS issued, d.title AS title
