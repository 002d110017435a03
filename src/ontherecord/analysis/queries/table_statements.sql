-- Statements as a table: those of speakers of a $country, on an $issue, published from $since to $until; each may be null.
FROM v_statements
WHERE ($country::TEXT IS NULL OR speaker_country = $country) AND ($issue::TEXT IS NULL OR list_contains(issues, $issue))
  AND ($since::DATE IS NULL OR published_on >= $since) AND ($until::DATE IS NULL OR published_on <= $until)
ORDER BY published_on NULLS LAST, document_id, content[1].start;
