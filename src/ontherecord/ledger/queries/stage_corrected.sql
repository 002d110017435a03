-- Lays a document that is in the ledger into the temporary table `batch`, with the record $record in place of the machine's.
INSERT INTO batch SELECT document_id, $source, $parts::JSON, $record::JSON, run_id, ordinal FROM records WHERE document_id = $document;
