-- One occurrence, with the documents that tell it: $id.
SELECT
    f.occurrence_id, any_value(f.fields)::TEXT AS fields,
    list(DISTINCT e.document_id ORDER BY e.document_id) FILTER (WHERE e.copy_of IS NULL) AS documents,
    list(DISTINCT e.document_id ORDER BY e.document_id) FILTER (WHERE e.copy_of IS NOT NULL) AS copies,
    max(c.confidence) AS confidence
FROM occurrences f
JOIN occurrence_events e USING (occurrence_id)
JOIN events c ON c.document_id = e.document_id AND c.event_id = e.event_id
WHERE f.occurrence_id = $id
GROUP BY f.occurrence_id;
