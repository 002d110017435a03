-- The texts of the documents $ids.
SELECT document_id, text FROM documents WHERE document_id IN (SELECT unnest(string_split($ids, ',')));
