-- Which occurrence each event of the documents $ids tells.
SELECT document_id, event_id, occurrence_id FROM occurrence_events WHERE document_id IN (SELECT unnest(string_split($ids, ',')));
