-- Events that somebody has taken out of an occurrence (`gone`: an account and its copies), and those that stayed in it, by the number of
-- the correction that says so: the two are never joined again. An event is known by where its trigger stands.
WITH taken AS (SELECT correction_id, document_id, item_id, machine, value FROM corrections WHERE kind = 'link' AND undone IS NULL),
standing AS (
    SELECT correction_id, document_id, item_id, true AS gone,
        unnest(from_json(value, '[{"document": "VARCHAR", "start": "INTEGER", "end": "INTEGER"}]')) AS at
    FROM taken
    UNION ALL
    SELECT correction_id, NULL, NULL, false,
        unnest(from_json(machine -> 'told_by', '[{"document": "VARCHAR", "start": "INTEGER", "end": "INTEGER"}]'))
    FROM taken WHERE json_type(machine) = 'OBJECT'
)
SELECT s.correction_id, e.document_id, e.event_id, s.gone
FROM standing s
JOIN events e ON e.document_id = s.at.document
WHERE (e.trigger_start = s.at.start AND e.trigger_end = s.at.end) OR (e.document_id = s.document_id AND e.event_id = s.item_id)
ORDER BY s.correction_id;
