-- Occurrences as a table: those in which $a and $b have a part, of a $type, on an $issue, in the days $since to $until; each may be null.
FROM v_occurrences
WHERE ($a::TEXT IS NULL OR list_contains(actor_countries, $a) OR list_contains(recipient_countries, $a))
  AND ($b::TEXT IS NULL OR list_contains(actor_countries, $b) OR list_contains(recipient_countries, $b))
  AND ($type::TEXT IS NULL OR type = $type) AND ($issue::TEXT IS NULL OR list_contains(issues, $issue))
  AND ($since::DATE IS NULL OR day >= $since) AND ($until::DATE IS NULL OR day <= $until)
ORDER BY day NULLS LAST, occurrence_id;
