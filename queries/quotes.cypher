// purpose: The statements that the answer of a period rests on, with their places.
// parameters: period — id of the period
// columns: source, start_offset, end_offset, quote, predicate, value, raw, modality, confidence, statement
// example: regraph query quotes -p period='262-QĐ/TW@2014-10-08|2023-02-02'
MATCH (p:Period {id: $period})
UNWIND p.statements AS statement
MATCH (s:Statement {id: statement})
RETURN DISTINCT s.source_name AS source, s.start_offset AS start_offset, s.end_offset AS end_offset, s.quote AS quote,
       s.predicate AS predicate, s.value AS value, s.raw AS raw, s.modality AS modality, s.confidence AS confidence,
       s.id AS statement
