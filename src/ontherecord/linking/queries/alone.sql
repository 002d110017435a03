-- Events that somebody has taken out of an occurrence, by the number of the correction that says so: an account and its copies.
SELECT c.correction_id, e.document_id, e.event_id
FROM (
    SELECT correction_id, document_id, item_id, unnest(from_json(value, '[{"document": "VARCHAR", "start": "INTEGER", "end": "INTEGER"}]')) AS at
    FROM corrections WHERE kind = 'link' AND undone IS NULL
) c
JOIN events e ON e.document_id = c.at.document
WHERE (e.trigger_start = c.at.start AND e.trigger_end = c.at.end) OR (e.document_id = c.document_id AND e.event_id = c.item_id)
ORDER BY c.correction_id;
