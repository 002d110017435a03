-- Documents that name both parties of a pair, $one and $other (a country code, "~" and a name, or "nobody"; the same twice for one party),
-- and have events that can have been in the days from $first to $last; four lists of one length. Wider than needed: what has no date, or
-- one after publication, is found by its day of publication, and who is named need not have a part in the event.
WITH asked AS (
    SELECT unnest($one::TEXT[]) AS one, unnest($other::TEXT[]) AS other, unnest($first::DATE[]) AS first, unnest($last::DATE[]) AS last
),
named AS (
    SELECT DISTINCT document_id, coalesce(country, '~' || lower(name)) AS party FROM actors
    UNION ALL
    SELECT DISTINCT document_id, 'nobody' FROM events WHERE len(actors) = 0 AND len(recipients) = 0
)
SELECT DISTINCT e.document_id
FROM asked a
JOIN named p ON p.party = a.one
JOIN named q ON q.document_id = p.document_id AND q.party = a.other
JOIN events e ON e.document_id = p.document_id
JOIN documents d ON d.document_id = p.document_id
WHERE (e.date_start IS NULL AND d.published_on IS NULL)
   OR (e.date_start <= a.last AND e.date_end >= a.first)
   OR (d.published_on >= a.first AND d.published_on - CASE WHEN e.aux = 'historical' THEN 3650 ELSE 6 END <= a.last);
