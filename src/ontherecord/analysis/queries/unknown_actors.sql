-- Names of actors whose country nobody could tell, most often named first, with their first mention in up to $examples documents.
-- A name of their own has capitals at both ends; "gunmen", "a court" are no names that a user could add.
WITH unknown AS (
    SELECT a.name, a.document_id, min(m.span_start) AS first_start, count(*) AS mentions, any_value(a.role) AS role, any_value(a.sector) AS sector
    FROM actors a JOIN mentions m USING (document_id, actor_id)
    WHERE a.country IS NULL AND regexp_matches(a.name, '^\p{Lu}') AND regexp_matches(a.name, '(^|[\s-])\p{Lu}[^\s]*$')
    GROUP BY a.name, a.document_id
), named AS (
    SELECT name, count(*) AS documents, sum(mentions)::BIGINT AS mentions, mode(role) AS role, mode(sector) AS sector
    FROM unknown GROUP BY name ORDER BY mentions DESC, name LIMIT $most
), told AS (
    SELECT u.name, u.document_id, u.first_start, row_number() OVER (PARTITION BY u.name ORDER BY d.ordinal) AS place
    FROM unknown u JOIN named USING (name) JOIN documents d USING (document_id)
)
SELECT n.name, n.documents, n.mentions, n.role, n.sector,
       list({'document': t.document_id, 'start': t.first_start, 'text': d.text} ORDER BY t.place) AS examples
FROM named n JOIN told t ON t.name = n.name AND t.place <= $examples JOIN documents d USING (document_id)
GROUP BY n.name, n.documents, n.mentions, n.role, n.sector ORDER BY n.mentions DESC, n.name;
