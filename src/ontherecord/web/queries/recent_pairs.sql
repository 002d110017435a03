-- Pairs of countries in what the documents published after $before and up to $last tell; `earlier` marks what was told up to $first.
-- Copies, denials and things only thought of are left out. One row a pair, and at most $most of them, those with the most news first.
WITH read AS (SELECT document_id, published_on FROM documents WHERE published_on > $before AND published_on <= $last),
told AS (
    SELECT o.occurrence_id, min(r.published_on) AS day, count(DISTINCT o.document_id) AS documents
    FROM occurrence_events o JOIN read r USING (document_id)
    WHERE o.copy_of IS NULL
    GROUP BY o.occurrence_id
),
what AS (
    SELECT t.occurrence_id, t.day, t.documents, f.type, f.score,
        list_sort(list_distinct(list_concat(f.actors, f.recipients))) AS parties
    FROM told t JOIN occurrences f USING (occurrence_id)
    WHERE coalesce(f.aux, 'none') NOT IN ('negation', 'hypothetical')
),
one AS (SELECT * EXCLUDE (parties), parties, unnest(parties) AS a FROM what WHERE len(parties) BETWEEN 2 AND 8),
pair AS (SELECT occurrence_id, day, documents, type, score, a, unnest(parties) AS b FROM one)
SELECT a, b,
    count(*) FILTER (WHERE day > $first) AS occurrences,
    avg(score) FILTER (WHERE day > $first) AS mean,
    sum(documents) FILTER (WHERE day > $first) AS reports,
    count(*) FILTER (WHERE day <= $first) AS occurrences_before,
    avg(score) FILTER (WHERE day <= $first) AS mean_before,
    min_by(type, score) FILTER (WHERE day > $first) AS worst, min(score) FILTER (WHERE day > $first) AS worst_score,
    max_by(type, score) FILTER (WHERE day > $first) AS best, max(score) FILTER (WHERE day > $first) AS best_score
FROM pair
WHERE a < b AND ($country::TEXT IS NULL OR a = $country OR b = $country)
GROUP BY a, b
HAVING count(*) FILTER (WHERE day > $first) > 0
ORDER BY occurrences DESC, a, b LIMIT $most;
