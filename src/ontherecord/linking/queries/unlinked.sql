-- Documents with events that no occurrence holds, and how many documents there are.
SELECT DISTINCT e.document_id, (SELECT count(*) FROM documents) AS documents
FROM events e
ANTI JOIN occurrence_events o ON o.document_id = e.document_id AND o.event_id = e.event_id
ORDER BY e.document_id;
