-- Words of $a's and $b's people on issues that their document holds to be between the two, oldest first.
SELECT s.document_id, s.statement_id, s.speaker.name AS speaker, s.speaker.country AS country, list_intersect(s.issues, b.issues) AS issues,
    s.content, array_to_string([words(d.text, c.start, c.end) FOR c IN s.content], ' … ') AS quote, d.published_on
FROM statements s
JOIN (
    SELECT document_id, list(issue_id) AS issues FROM issues
    WHERE list_contains(between_countries, $a) AND list_contains(between_countries, $b)
    GROUP BY document_id
) b USING (document_id)
JOIN documents d USING (document_id)
WHERE s.speaker.country IN ($a, $b) AND len(list_intersect(s.issues, b.issues)) > 0
  AND ($since::DATE IS NULL OR d.published_on >= $since) AND ($until::DATE IS NULL OR d.published_on <= $until)
ORDER BY d.published_on NULLS LAST, d.ordinal, s.content[1].start;
