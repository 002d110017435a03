-- What the two of $pair hold about each other, or in documents on an issue between them, oldest first.
SELECT document_id, position_id, holder, country, stance, object, object_country, affirmed, change, issues, evidence_start, evidence_end,
    quote, according_to, published_on
FROM position_pairs
WHERE pair = $pair AND ($since::DATE IS NULL OR published_on >= $since) AND ($until::DATE IS NULL OR published_on <= $until)
ORDER BY published_on NULLS LAST, ordinal, evidence_start, position_id;
