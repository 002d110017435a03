-- Documents with events of the parties $parties (a country code, "~" and a name, or "nobody") that can have been in the days from $first
-- to $last, lists of one length. Wider than needed: what has no date, or one after publication, is found by its day of publication.
WITH asked AS (
    SELECT unnest($parties::TEXT[]) AS party, unnest($first::DATE[]) AS first, unnest($last::DATE[]) AS last
),
party AS (
    SELECT document_id, event_id, coalesce(country, '~' || lower(name)) AS party FROM event_actors
    UNION ALL
    SELECT document_id, event_id, 'nobody' FROM events WHERE len(actors) = 0 AND len(recipients) = 0
)
SELECT DISTINCT e.document_id
FROM asked a
JOIN party p USING (party)
JOIN events e USING (document_id, event_id)
JOIN documents d USING (document_id)
WHERE (e.date_start IS NULL AND d.published_on IS NULL)
   OR (e.date_start <= a.last AND e.date_end >= a.first)
   OR (d.published_on >= a.first AND d.published_on - CASE WHEN e.aux = 'historical' THEN 3650 ELSE 6 END <= a.last);
