-- One occurrence, with the documents that tell it: $id.
SELECT
    f.occurrence_id, f.type, f.mode, f.aux, f.date_start, f.date_end, coalesce(f.date_start, f.bounds_end) AS day,
    f.actors, f.recipients, f.place, f.issues, f.score,
    list(DISTINCT e.document_id ORDER BY e.document_id) FILTER (WHERE e.copy_of IS NULL) AS documents,
    list(DISTINCT e.document_id ORDER BY e.document_id) FILTER (WHERE e.copy_of IS NOT NULL) AS copies,
    max(c.confidence) AS confidence
FROM occurrences f
JOIN (FROM occurrence_events WHERE occurrence_id = $id) e USING (occurrence_id)
JOIN events c ON c.document_id = e.document_id AND c.event_id = e.event_id
WHERE f.occurrence_id = $id
GROUP BY ALL;
