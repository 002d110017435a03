-- Occurrences with $a or $b in them, but not both, on an issue that their document holds to be between the two.
WITH shared AS (
    SELECT document_id, issue_id FROM issues WHERE list_contains(between_countries, $a) AND list_contains(between_countries, $b)
),
told AS (
    SELECT DISTINCT e.document_id, e.event_id
    FROM (SELECT document_id, event_id, unnest(issues) AS issue_id FROM events WHERE document_id IN (SELECT document_id FROM shared)) e
    JOIN shared USING (document_id, issue_id)
    JOIN event_actors p ON p.document_id = e.document_id AND p.event_id = e.event_id AND p.country IN ($a, $b)
),
found AS (SELECT DISTINCT o.occurrence_id FROM told JOIN occurrence_events o USING (document_id, event_id))
SELECT
    p.occurrence_id, any_value(f.fields)::TEXT AS fields,
    list(DISTINCT e.document_id ORDER BY e.document_id) FILTER (WHERE e.copy_of IS NULL) AS documents,
    list(DISTINCT e.document_id ORDER BY e.document_id) FILTER (WHERE e.copy_of IS NOT NULL) AS copies,
    max(c.confidence) AS confidence
FROM found p
JOIN occurrences f USING (occurrence_id)
JOIN occurrence_events e USING (occurrence_id)
JOIN events c ON c.document_id = e.document_id AND c.event_id = e.event_id
GROUP BY p.occurrence_id;
