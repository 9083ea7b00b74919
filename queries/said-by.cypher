// purpose: All that one source states, in the order of the text, with its places and words.
// parameters: source — file name of the source, as query `sources` tells it
// columns: start_offset, end_offset, predicate, value, subject, object, modality, zone, confidence, verdict, raw, quote, statement
// example: regraph query said-by -p source=party-confidence-vote-2023.txt
MATCH (f:Source {name: $source})<-[:`IN`]-(s:Statement)
OPTIONAL MATCH (s)-[:ABOUT {role: 'subject'}]->(a:Document|Person)
OPTIONAL MATCH (s)-[:ABOUT {role: 'object'}]->(b:Document|Person)
RETURN s.start_offset AS start_offset, s.end_offset AS end_offset, s.predicate AS predicate, s.value AS value, a.id AS subject,
       b.id AS object, s.modality AS modality, s.zone AS zone, s.confidence AS confidence, s.verdict AS verdict, s.raw AS raw,
       s.quote AS quote, s.id AS statement
