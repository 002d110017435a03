-- One row an event, in order of arrival, as people have put it right, with the corrections that made it so: what `otr export --format parquet` writes.
SELECT v.*, c.corrections
FROM v_events v
JOIN (SELECT document_id, ordinal FROM documents) d USING (document_id)
LEFT JOIN (
    SELECT document_id, item_id AS event_id, list({'field': field, 'machine': machine::TEXT, 'value': value::TEXT, 'who': who, 'reason': reason} ORDER BY correction_id) AS corrections
    FROM v_corrections
    WHERE kind = 'event'
    GROUP BY ALL
) c USING (document_id, event_id)
ORDER BY d.ordinal, v.trigger_start, length(v.event_id), v.event_id;
