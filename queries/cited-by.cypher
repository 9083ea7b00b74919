// purpose: The documents that act on or cite a document or one of its provisions, with the words that say so.
// parameters: doc — id of the document
// columns: issued, document, kind, symbol, title, relation, part, quote
// example: regraph query cited-by -p doc=31/2024/QH15
MATCH (:Document {id: $doc})<-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|BASED_ON|CONSOLIDATES|FOLLOWS|CITES]-(a:Document)
RETURN a.issued AS issued, a.id AS document, a.kind AS kind, a.symbol AS symbol, a.title AS title, type(r) AS relation,
       nullIf('', '') AS part, r.quote AS quote
UNION ALL
MATCH (:Document {id: $doc})<-[:PART_OF]-(p:Provision)<-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|BASED_ON|CONSOLIDATES|FOLLOWS|CITES]-(a:Document)
RETURN a.issued AS issued, a.id AS document, a.kind AS kind, a.symbol AS symbol, a.title AS title, type(r) AS relation,
       p.path AS part, r.quote AS quote
