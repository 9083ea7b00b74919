// purpose: The provisions that other documents replaced or repealed, with the first day on which those were in force.
// parameters:
// columns: document, part, since, by
// example: regraph query ended-provisions
MATCH (b:Document)-[r:REPLACES|REPEALS]->(p:Provision)
RETURN DISTINCT p.document AS document, p.path AS part, b.effective_from AS since, b.id AS by
