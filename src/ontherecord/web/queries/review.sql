-- Events to look at first: the less sure and the more consequential, the sooner. Those that somebody has looked at are left out.
WITH queue AS MATERIALIZED (
    SELECT e.document_id, e.event_id, (1 - e.confidence) * (1 + abs(e.score)) AS weight
    FROM events e
    ANTI JOIN (SELECT document_id, item_id FROM corrections WHERE kind = 'event' AND undone IS NULL) c
        ON c.document_id = e.document_id AND c.item_id = e.event_id
    WHERE $type::TEXT IS NULL OR e.type = $type
    ORDER BY weight DESC, e.document_id, e.event_id LIMIT $most OFFSET $skip
),
-- By rowid, so that DuckDB reads only the blocks that hold these few.
d AS (
    SELECT document_id, title, publisher, published_on, text
    FROM documents WHERE rowid IN (SELECT rowid FROM documents WHERE document_id IN (SELECT document_id FROM queue))
),
e AS (SELECT * FROM events WHERE rowid IN (SELECT rowid FROM events SEMI JOIN queue USING (document_id, event_id)))
SELECT q.document_id, q.event_id, round(q.weight, 2) AS weight, e.type, e.mode, e.aux, e.confidence, e.score,
    [p.name FOR p IN e.actors] AS actors, [p.name FOR p IN e.recipients] AS recipients, e.date_start,
    d.title, d.publisher, d.published_on, words(d.text, e.evidence_start, e.evidence_end) AS quote
FROM queue q JOIN e USING (document_id, event_id) JOIN d USING (document_id)
ORDER BY weight DESC, q.document_id, q.event_id;
