// purpose: What a document does to others (out) and what others do to it or to its provisions (in).
// parameters: doc — id of the document
// columns: direction, relation, document, kind, symbol, issued, title, from_part, to_part, modality, source_count, quote, source, target
// example: regraph query relations -p doc=96-QĐ/TW
//
// `source` and `target` are the ends of the edge, as the query `evidence` takes them.
MATCH (a:Document {id: $doc})-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|BASED_ON|CONSOLIDATES|FOLLOWS|CITES]->(b:Document|Provision)
OPTIONAL MATCH (b)-[:PART_OF]->(w:Document)
WITH a, r, b, coalesce(w.id, b.id) AS whole
MATCH (x:Document {id: whole})
RETURN 'out' AS direction, type(r) AS relation, x.id AS document, x.kind AS kind, x.symbol AS symbol, x.issued AS issued,
       x.title AS title, r.from_part AS from_part, b.path AS to_part, r.modality AS modality,
       r.source_count AS source_count, r.quote AS quote, a.id AS source, b.id AS target
UNION ALL
MATCH (b:Document {id: $doc})<-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|BASED_ON|CONSOLIDATES|FOLLOWS|CITES]-(x:Document)
RETURN 'in' AS direction, type(r) AS relation, x.id AS document, x.kind AS kind, x.symbol AS symbol, x.issued AS issued,
       x.title AS title, r.from_part AS from_part, nullIf('', '') AS to_part, r.modality AS modality,
       r.source_count AS source_count, r.quote AS quote, x.id AS source, b.id AS target
UNION ALL
MATCH (:Document {id: $doc})<-[:PART_OF]-(b:Provision)<-[r:REPLACES|REPEALS|AMENDS|CORRECTS|SUSPENDS|EXTENDS|GUIDES|IMPLEMENTS|BASED_ON|CONSOLIDATES|FOLLOWS|CITES]-(x:Document)
RETURN 'in' AS direction, type(r) AS relation, x.id AS document, x.kind AS kind, x.symbol AS symbol, x.issued AS issued,
       x.title AS title, r.from_part AS from_part, b.path AS to_part, r.modality AS modality,
       r.source_count AS source_count, r.quote AS quote, x.id AS source, b.id AS target
