-- Series as a table: of a $pair ("CHN USA") or of all pairs, by "week" or "month" ($unit) or both, from the days $since to $until.
FROM series_rows($pair::TEXT, $since::DATE, $until::DATE)
WHERE $unit::TEXT IS NULL OR unit = $unit
ORDER BY unit DESC, source, target, starts;
