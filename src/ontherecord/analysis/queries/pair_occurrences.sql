-- The occurrences of a $pair ("CHN USA"): those in which both have a part, and, without $together, those of one of them on an issue that is
-- between the two; each with all documents that tell it and how sure their coding is. With $type only those of a type.
SELECT occurrence_id AS id, type, mode, aux, CASE WHEN date_start IS NOT NULL THEN {'start': date_start, 'end': date_end} END AS date, day,
    actors, recipients, place, issues, score, documents, copies, confidence
FROM occurrence_pairs
WHERE pair = $pair AND ($since::DATE IS NULL OR day >= $since) AND ($until::DATE IS NULL OR day <= $until) AND (together OR NOT $together)
  AND ($type::TEXT IS NULL OR type = $type);
