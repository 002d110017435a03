-- Every document that holds an issue to be between the two of $pair, with its day of publication.
SELECT issue_id, label, document_id, published_on FROM issue_pairs
WHERE pair = $pair AND ($since::DATE IS NULL OR published_on >= $since) AND ($until::DATE IS NULL OR published_on <= $until)
ORDER BY published_on NULLS LAST, ordinal, issue_id;
