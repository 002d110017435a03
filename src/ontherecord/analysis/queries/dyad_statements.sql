-- For each issue between the two of $pair and each of the two: its latest words on it, and the day of its first.
SELECT s.issue_id, s.country, arg_max(s.speaker, row) AS speaker, arg_max(s.document_id, row) AS document_id,
    arg_max(s.statement_id, row) AS statement_id, arg_max(s.quote, row) AS quote, max(s.published_on) AS published_on,
    min(coalesce(s.published_on, DATE '9999-12-31')) AS first_on
FROM (
    SELECT *, (coalesce(published_on, DATE '9999-12-31'), ordinal, first_start) AS row FROM statement_pairs
    WHERE pair = $pair AND ($since::DATE IS NULL OR published_on >= $since) AND ($until::DATE IS NULL OR published_on <= $until)
) s
GROUP BY s.issue_id, s.country
ORDER BY s.issue_id, s.country;
