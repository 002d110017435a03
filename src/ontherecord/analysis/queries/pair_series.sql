-- The series of a $pair ("CHN USA") both ways: weeks, then months, from the days $since to $until.
SELECT unit, period, starts, source, target, cooperation, conflict, error,
    [verbal_cooperation, material_cooperation, verbal_conflict, material_conflict] AS quads,
    [material_cooperation_score, material_conflict_score] AS material, occurrences, reports_read AS documents
FROM series_rows($pair::TEXT, $since::DATE, $until::DATE)
ORDER BY unit DESC, source, starts;
