-- The events of occurrences of both of $pair that promise or yield something in words, oldest first; copies left out.
SELECT occurrence_id, document_id, event_id, type, aux, actors, recipients, date_start, date_end, issues, evidence_start, evidence_end, quote,
    according_to, published_on
FROM promises
WHERE pair = $pair
ORDER BY published_on NULLS LAST, ordinal, evidence_start, length(event_id), event_id;
