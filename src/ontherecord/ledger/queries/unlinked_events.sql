-- Events that no occurrence holds yet, in order of arrival: what there is to link.
SELECT e.document_id, e.event_id
FROM events e JOIN documents d USING (document_id)
ANTI JOIN occurrence_events o ON o.document_id = e.document_id AND o.event_id = e.event_id
ORDER BY d.ordinal, e.trigger_start, length(e.event_id), e.event_id;
