-- Takes out the machine's rows of the documents in `batch`, before they are written anew. Corrections stay.
-- Links to occurrences go, since the new events may be others: the documents wait to be linked again.
DELETE FROM documents WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM records WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM actors WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM mentions WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM events WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM event_actors WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM statements WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM positions WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM issues WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM uncoded WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM occurrence_events WHERE document_id IN (SELECT document_id FROM batch);
