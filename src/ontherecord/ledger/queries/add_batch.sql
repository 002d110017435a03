-- Puts the documents of `batch` and their records, as the machine made them, into the ledger.
INSERT INTO documents FROM batch_documents ORDER BY ordinal;

INSERT INTO records SELECT document_id, ordinal, record, run_id FROM batch ORDER BY ordinal;
