-- What the event $event of the document $document tells of, and how many other documents tell it.
SELECT o.occurrence_id,
    (SELECT count(DISTINCT document_id) FROM occurrence_events t WHERE t.occurrence_id = o.occurrence_id) AS documents
FROM occurrence_events o SEMI JOIN occurrences f ON f.occurrence_id = o.occurrence_id
WHERE o.document_id = $document AND o.event_id = $event
GROUP BY o.occurrence_id LIMIT 5;
