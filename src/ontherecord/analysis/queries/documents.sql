-- What a reader needs to find the documents $ids.
SELECT document_id, url, title, publisher, published FROM documents WHERE document_id IN (SELECT unnest(string_split($ids, ','))) ORDER BY document_id;
