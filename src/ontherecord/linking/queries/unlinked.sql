-- Documents with events that no occurrence holds.
SELECT DISTINCT document_id FROM events e
ANTI JOIN occurrence_events o ON o.document_id = e.document_id AND o.event_id = e.event_id;
