-- Pairs of countries in what was first told after $before and up to $last; what was told up to $first is what came before.
-- Denials and things only thought of are left out, and gatherings of more than eight. One row a pair, and at most $most of them, those
-- with the most news first.
WITH pair AS (
    SELECT pair, told_on, len(documents) AS documents, type, score, {'id': occurrence_id, 'type': type, 'day': coalesce(day, told_on)} AS deed
    FROM occurrence_pairs
    WHERE told_on > $before AND told_on <= $last AND together AND coalesce(aux, 'none') NOT IN ('negation', 'hypothetical')
      AND len(list_distinct(list_concat(actors, recipients))) <= 8
      AND ($country::TEXT IS NULL OR list_contains(string_split(pair, ' '), $country))
)
SELECT split_part(pair, ' ', 1) AS a, split_part(pair, ' ', 2) AS b,
    count(*) FILTER (WHERE told_on > $first) AS occurrences,
    avg(score) FILTER (WHERE told_on > $first) AS mean,
    sum(documents) FILTER (WHERE told_on > $first) AS reports,
    count(*) FILTER (WHERE told_on <= $first) AS occurrences_before,
    avg(score) FILTER (WHERE told_on <= $first) AS mean_before,
    min_by(deed, (score, deed.id)) FILTER (WHERE told_on > $first) AS worst, min(score) FILTER (WHERE told_on > $first) AS worst_score,
    max_by(deed, (score, deed.id)) FILTER (WHERE told_on > $first) AS best, max(score) FILTER (WHERE told_on > $first) AS best_score
FROM pair
GROUP BY pair
HAVING count(*) FILTER (WHERE told_on > $first) > 0
ORDER BY occurrences DESC, pair LIMIT $most;
