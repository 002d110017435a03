-- Takes out the documents in `batch` and the machine's records, before they are written anew. Corrections stay.
DELETE FROM documents WHERE document_id IN (SELECT document_id FROM batch);
DELETE FROM records WHERE document_id IN (SELECT document_id FROM batch);
