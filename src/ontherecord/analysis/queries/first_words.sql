-- The sentence that first tells each of the occurrences $ids, originals before copies.
SELECT a.occurrence_id, arg_min(words(d.text, e.evidence_start, e.evidence_end), (a.copy_of IS NOT NULL, d.ordinal, e.evidence_start)) AS quote
FROM (FROM occurrence_events WHERE occurrence_id IN (SELECT unnest(string_split($ids, ',')))) a
JOIN events e ON e.document_id = a.document_id AND e.event_id = a.event_id
JOIN documents d ON d.document_id = a.document_id
GROUP BY a.occurrence_id;
