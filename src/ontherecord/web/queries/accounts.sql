-- The tellings of the occurrence $id, a row an event, by day of publication. Documents and events are fetched by rowid: DuckDB then reads
-- only the blocks that hold them, not all texts.
WITH told AS MATERIALIZED (SELECT document_id, event_id, copy_of, score, reasons FROM occurrence_events WHERE occurrence_id = $id),
d AS (
    SELECT document_id, ordinal, publisher, agency, title, published, published_on, text
    FROM documents WHERE rowid IN (SELECT rowid FROM documents WHERE document_id IN (SELECT document_id FROM told))
),
e AS (
    SELECT document_id, event_id, type, mode, aux, date_start, date_end, place.name AS place, confidence, amounts, actors, recipients,
        evidence_start, evidence_end
    FROM events WHERE rowid IN (SELECT rowid FROM events SEMI JOIN told USING (document_id, event_id))
)
SELECT o.document_id, o.event_id, o.copy_of, o.score, o.reasons, d.publisher, d.agency, d.title, d.published, d.published_on,
    e.type, e.mode, e.aux, e.date_start, e.date_end, e.place, e.confidence, e.amounts,
    [p.name FOR p IN e.actors] AS actors, [p.name FOR p IN e.recipients] AS recipients,
    words(d.text, e.evidence_start, e.evidence_end) AS quote
FROM told o JOIN e USING (document_id, event_id) JOIN d USING (document_id)
ORDER BY d.published_on NULLS LAST, d.ordinal, e.evidence_start LIMIT 400;
