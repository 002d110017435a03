-- Takes out the typed rows of the documents in `batch`, before they are written anew.
DELETE FROM actors WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM mentions WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM events WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM event_actors WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM statements WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM positions WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM issues WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM uncoded WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM issue_pairs WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM statement_pairs WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM position_pairs WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM search_names WHERE ordinal IN (SELECT ordinal FROM batch);
