-- All events that tell the occurrence which the event $event of the document $document tells.
SELECT o.occurrence_id, o.document_id, o.event_id, o.copy_of, e.trigger_start, e.trigger_end
FROM occurrence_events o JOIN events e ON e.document_id = o.document_id AND e.event_id = o.event_id
WHERE o.occurrence_id IN (SELECT occurrence_id FROM occurrence_events WHERE document_id = $document AND event_id = $event)
ORDER BY o.document_id, o.event_id;
