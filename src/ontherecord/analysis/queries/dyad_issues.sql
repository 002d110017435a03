-- Every document that holds an issue to be between $a and $b, with its day of publication.
SELECT i.issue_id, i.label, i.document_id, d.published_on
FROM issues i JOIN documents d USING (document_id)
WHERE list_contains(i.between_countries, $a) AND list_contains(i.between_countries, $b)
  AND ($since::DATE IS NULL OR d.published_on >= $since) AND ($until::DATE IS NULL OR d.published_on <= $until)
ORDER BY d.published_on NULLS LAST, d.ordinal, i.issue_id;
