-- The number of the latest arrival; 0 when there is none.
SELECT coalesce(max(ordinal), 0) AS ordinal FROM documents LIMIT 1;
