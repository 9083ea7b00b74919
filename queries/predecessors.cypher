// purpose: What a document replaces or follows, what those replaced or followed, and so on.
// parameters: doc — id of the document
// columns: generation, document, kind, symbol, issued, title
MATCH p = ANY SHORTEST (d:Document {id: $doc})-[:REPLACES|FOLLOWS]->+(x:Document)
WHERE x.id <> $doc
RETURN length(p) AS generation, x.id AS document, x.kind AS kind, x.symbol AS symbol, x.issued AS issued, x.title AS title
