-- The occurrences in which $a and $b both have a part, each with all documents that tell it and how sure their coding is.
WITH pair AS (
    SELECT DISTINCT o.occurrence_id
    FROM (SELECT document_id, event_id FROM event_actors WHERE country = $a) x
    SEMI JOIN (SELECT document_id, event_id FROM event_actors WHERE country = $b) y
        ON x.document_id = y.document_id AND x.event_id = y.event_id
    JOIN occurrence_events o ON o.document_id = x.document_id AND o.event_id = x.event_id
)
SELECT
    p.occurrence_id, any_value(f.fields)::TEXT AS fields,
    list(DISTINCT e.document_id ORDER BY e.document_id) FILTER (WHERE e.copy_of IS NULL) AS documents,
    list(DISTINCT e.document_id ORDER BY e.document_id) FILTER (WHERE e.copy_of IS NOT NULL) AS copies,
    max(c.confidence) AS confidence
FROM pair p
JOIN occurrences f USING (occurrence_id)
JOIN occurrence_events e USING (occurrence_id)
JOIN events c ON c.document_id = e.document_id AND c.event_id = e.event_id
GROUP BY p.occurrence_id;
