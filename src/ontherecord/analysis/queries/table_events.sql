-- Events as a table: those in which $a and $b have a part, of a $type, on an $issue, that can have been in the days $since to $until; each may be null.
FROM v_events
WHERE ($a::TEXT IS NULL OR list_contains(actor_countries, $a) OR list_contains(recipient_countries, $a))
  AND ($b::TEXT IS NULL OR list_contains(actor_countries, $b) OR list_contains(recipient_countries, $b))
  AND ($type::TEXT IS NULL OR type = $type) AND ($issue::TEXT IS NULL OR list_contains(issues, $issue))
  AND ($since::DATE IS NULL OR coalesce(date_end, published_on) >= $since) AND ($until::DATE IS NULL OR coalesce(date_start, published_on) <= $until)
ORDER BY coalesce(date_start, published_on) NULLS LAST, document_id, evidence_start, event_id;
