-- Pairs of countries as a table, those with most occurrences first; with $country only its own.
FROM v_dyads
WHERE $country::TEXT IS NULL OR a = $country OR b = $country
ORDER BY occurrences DESC, a, b;
