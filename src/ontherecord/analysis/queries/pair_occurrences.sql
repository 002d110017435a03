-- The occurrences of a $pair ("CHN USA"): those in which both have a part (`together`), and those of one of them on an issue that is
-- between the two; each with all documents that tell it and how sure their coding is. With $together only the first, with $type only those of a type.
SELECT occurrence_id, together, type, mode, aux, date_start, date_end, day, actors, recipients, place, issues, score, documents, copies, confidence
FROM occurrence_pairs
WHERE pair = $pair AND ($since::DATE IS NULL OR day >= $since) AND ($until::DATE IS NULL OR day <= $until) AND (together OR NOT $together)
  AND ($type::TEXT IS NULL OR type = $type);
