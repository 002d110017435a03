-- Issues whose label or id holds $words (small letters, no accents), with the pair of countries that most documents hold it to be between.
WITH found AS (
    SELECT issue_id, any_value(label) AS label, count(*) AS documents
    FROM issues WHERE contains(strip_accents(lower(label)), $words) OR contains(issue_id, $words)
    GROUP BY issue_id ORDER BY documents DESC, issue_id LIMIT 12
)
SELECT f.issue_id, f.label, f.documents, coalesce(string_split(m.pair, ' '), []) AS between
FROM found f LEFT JOIN (SELECT issue_id, mode(pair) AS pair FROM issue_pairs SEMI JOIN found USING (issue_id) GROUP BY issue_id) m USING (issue_id)
ORDER BY f.documents DESC, f.issue_id LIMIT 12;
