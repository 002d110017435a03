-- Which of the given documents the ledger has; with $version and $knowledge, which it has as coded by just those.
SELECT d.document_id
FROM documents d JOIN runs r USING (run_id)
WHERE d.document_id IN (SELECT unnest($ids::TEXT[]))
  AND ($version::TEXT IS NULL OR (r.version = $version AND r.knowledge = $knowledge));
