-- Issues in documents as a table: those that are between $a and $b; each may be null.
FROM v_issues
WHERE ($a::TEXT IS NULL OR list_contains(between_countries, $a)) AND ($b::TEXT IS NULL OR list_contains(between_countries, $b))
ORDER BY published_on NULLS LAST, document_id, issue_id;
