-- Takes the documents in `batch` out of their occurrences, since their events may be others now: they wait to be linked again.
DELETE FROM occurrence_events WHERE document_id IN (SELECT document_id FROM batch);
