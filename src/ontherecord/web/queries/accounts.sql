-- The tellings of the occurrence $id, a row an event, by day of publication.
SELECT o.document_id, o.event_id, o.copy_of, o.score, o.reasons, d.publisher, d.agency, d.title, d.published, d.published_on,
    e.type, e.mode, e.aux, e.date_start, e.date_end, e.place.name AS place, e.confidence, e.amounts,
    [p.name FOR p IN e.actors] AS actors, [p.name FOR p IN e.recipients] AS recipients,
    words(d.text, e.evidence_start, e.evidence_end) AS quote
FROM occurrence_events o JOIN events e USING (document_id, event_id) JOIN documents d USING (document_id)
WHERE o.occurrence_id = $id
ORDER BY d.published_on NULLS LAST, d.ordinal, e.evidence_start LIMIT 400;
