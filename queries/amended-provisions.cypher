// purpose: The provisions of a document that others amended, replaced, repealed, corrected, suspended or extended, and by which words.
// parameters: doc — id of the document
// columns: part, issued, relation, document, kind, symbol, title, from_part, modality, quote, source, target
// example: regraph query amended-provisions -p doc=31/2024/QH15
//
// `from_part` is the provision of the acting document; `source` and `target` are the ends of the edge, as the query `evidence` takes them.
MATCH (:Document {id: $doc})<-[:PART_OF]-(p:Provision)<-[r:AMENDS|REPLACES|REPEALS|CORRECTS|SUSPENDS|EXTENDS]-(a:Document)
RETURN p.path AS part, a.issued AS issued, type(r) AS relation, a.id AS document, a.kind AS kind, a.symbol AS symbol,
       a.title AS title, r.from_part AS from_part, r.modality AS modality, r.quote AS quote, a.id AS source, p.id AS target
