-- The occurrences in which $a and $b both have a part, each with all documents that tell it and how sure their coding is.
WITH of_one AS (
    SELECT DISTINCT o.occurrence_id
    FROM event_actors p JOIN occurrence_events o USING (document_id, event_id)
    WHERE p.country IN ($a, $b)
),
pair AS (
    -- A meeting's company may be told by the rest of its document, so it is the occurrence's parties that count, not each event's.
    SELECT occurrence_id FROM occurrences SEMI JOIN of_one USING (occurrence_id)
    WHERE list_has_all(from_json(fields -> '$.parties', '["VARCHAR"]'), [$a, $b])
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
