-- Positions as a table: those that $country holds, about $about, on an $issue; each may be null.
FROM v_positions
WHERE ($country::TEXT IS NULL OR holder_country = $country) AND ($about::TEXT IS NULL OR object_country = $about)
  AND ($issue::TEXT IS NULL OR list_contains(issues, $issue))
ORDER BY published_on NULLS LAST, document_id, evidence_start;
