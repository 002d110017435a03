-- Actors with a word of their name within each of up to five pairs of bounds, the most told first. $all is the sum of the bits of the pairs
-- in use; the others have bounds between which no word is. The document is the latest.
WITH found AS (
    SELECT name, country, count(DISTINCT ordinal) AS documents, max(ordinal) AS ordinal, max_by(actor_id, ordinal) AS actor_id
    FROM (
        SELECT name, country, ordinal, actor_id, 1 AS bit FROM search_names WHERE word BETWEEN $low1 AND $high1
        UNION ALL SELECT name, country, ordinal, actor_id, 2 FROM search_names WHERE word BETWEEN $low2 AND $high2
        UNION ALL SELECT name, country, ordinal, actor_id, 4 FROM search_names WHERE word BETWEEN $low3 AND $high3
        UNION ALL SELECT name, country, ordinal, actor_id, 8 FROM search_names WHERE word BETWEEN $low4 AND $high4
        UNION ALL SELECT name, country, ordinal, actor_id, 16 FROM search_names WHERE word BETWEEN $low5 AND $high5
    )
    GROUP BY name, country HAVING bit_or(bit) = $all
    ORDER BY documents DESC, name, country LIMIT $most
)
SELECT f.name, f.country, f.documents, d.document_id, f.actor_id
FROM found f JOIN documents d ON d.ordinal = f.ordinal
ORDER BY f.documents DESC, f.name, f.country;
