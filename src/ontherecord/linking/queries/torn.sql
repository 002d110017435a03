-- Occurrences that have lost an event, since its document was coded again or put right.
SELECT o.occurrence_id, list(e.document_id) FILTER (WHERE e.document_id IS NOT NULL) AS documents
FROM occurrences o LEFT JOIN occurrence_events e USING (occurrence_id)
GROUP BY o.occurrence_id, o.told
HAVING count(e.event_id) != o.told;
