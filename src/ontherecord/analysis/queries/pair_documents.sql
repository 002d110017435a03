-- What a reader needs to find the documents that have to do with a $pair.
SELECT DISTINCT document_id, url, title, publisher, published FROM pair_documents WHERE pair = $pair;
