-- Documents of the numbers of arrival $ordinals ("7,12") that hold each of $held, as `as_phrase` writes a text; newest first.
-- By rowid, for DuckDB then reads only the blocks that hold them: 5 ms a text instead of half a second for all texts of a large ledger.
SELECT ordinal, document_id, title, publisher, published_on, text
FROM documents
WHERE rowid IN (SELECT rowid FROM documents WHERE ordinal IN (SELECT unnest(string_split($ordinals, ','))::BIGINT))
  AND (len($held::TEXT[]) = 0 OR list_bool_and([contains(as_phrase(concat_ws(' ', title, publisher, agency, text)), h) FOR h IN $held::TEXT[]]))
ORDER BY ordinal DESC;
