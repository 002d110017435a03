-- Actors whose name holds $words (small letters, no accents), the most told first.
SELECT name, country, any_value(role) AS role, count(*) AS documents, min(document_id) AS document_id,
    min_by(actor_id, document_id) AS actor_id
FROM actors WHERE contains(strip_accents(lower(name)), $words)
GROUP BY name, country ORDER BY documents DESC, name LIMIT 12;
