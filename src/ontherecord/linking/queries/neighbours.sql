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
),
-- Each document's pairs first, so that a frequent party is not joined with all documents of all its partners.
known AS MATERIALIZED (SELECT document_id, party FROM named WHERE party IN (SELECT one FROM asked UNION SELECT other FROM asked)),
held AS MATERIALIZED (SELECT p.document_id, p.party AS one, q.party AS other FROM known p JOIN known q USING (document_id))
SELECT DISTINCT e.document_id
FROM held h
JOIN asked a USING (one, other)
JOIN events e ON e.document_id = h.document_id
JOIN documents d ON d.document_id = h.document_id
WHERE (e.date_start IS NULL AND d.published_on IS NULL)
   OR (e.date_start <= a.last AND e.date_end >= a.first)
   OR (d.published_on >= a.first AND d.published_on - CASE WHEN e.aux = 'historical' THEN 3650 ELSE 6 END <= a.last);
