-- The events that tell the occurrence $id, and which of them are in copies.
SELECT document_id, event_id, copy_of, score, reasons FROM occurrence_events WHERE occurrence_id = $id ORDER BY document_id, event_id;
