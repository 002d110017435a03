-- Issues whose label or id holds $words (small letters), with the pair of countries that most documents hold it to be between.
SELECT issue_id, any_value(label) AS label, count(DISTINCT document_id) AS documents, mode(between_countries) AS between
FROM issues WHERE contains(lower(label), $words) OR contains(issue_id, $words)
GROUP BY issue_id ORDER BY documents DESC, issue_id LIMIT 12;
