-- The accounts of occurrences as a table, all or those of one: $occurrence.
FROM v_accounts
WHERE $occurrence::TEXT IS NULL OR occurrence_id = $occurrence
ORDER BY occurrence_id, published_on NULLS LAST, document_id, evidence_start;
