-- The events of the occurrences $ids that promise or yield something in words, oldest first; copies left out.
SELECT o.occurrence_id, e.document_id, e.event_id, e.type, e.aux, countries_of(e.actors) AS actors, countries_of(e.recipients) AS recipients,
    e.date_start, e.date_end, e.issues, e.evidence_start, e.evidence_end, words(d.text, e.evidence_start, e.evidence_end) AS quote,
    e.according_to, d.published_on
FROM occurrence_events o
JOIN events e USING (document_id, event_id)
JOIN documents d USING (document_id)
WHERE o.occurrence_id IN (SELECT unnest(string_split($ids, ','))) AND o.copy_of IS NULL AND e.type IN ('AGREE', 'CONCEDE')
ORDER BY d.published_on NULLS LAST, d.ordinal, e.evidence_start, length(e.event_id), e.event_id;
