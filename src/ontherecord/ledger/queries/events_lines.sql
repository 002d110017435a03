-- As events_table, with lists joined by "; " inside a cell: what `otr export --format csv` writes.
SELECT
    v.* REPLACE (
        array_to_string(contexts, '; ') AS contexts,
        array_to_string(actors, '; ') AS actors,
        array_to_string(actor_countries, '; ') AS actor_countries,
        array_to_string(recipients, '; ') AS recipients,
        array_to_string(recipient_countries, '; ') AS recipient_countries,
        array_to_string(issues, '; ') AS issues
    ),
    c.corrections
FROM v_events v
JOIN (SELECT document_id, ordinal FROM documents) d USING (document_id)
LEFT JOIN (
    SELECT document_id, item_id AS event_id, string_agg(field || ' = ' || value::TEXT || ' for ' || machine::TEXT || ' (' || who || ')', '; ' ORDER BY correction_id) AS corrections
    FROM v_corrections
    WHERE kind = 'event'
    GROUP BY ALL
) c USING (document_id, event_id)
ORDER BY d.ordinal, v.trigger_start, length(v.event_id), v.event_id;
