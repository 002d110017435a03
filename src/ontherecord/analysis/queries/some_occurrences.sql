-- A few ids of occurrences, to name in an error: calls and meetings first.
SELECT occurrence_id FROM occurrences ORDER BY coalesce(type = 'CONSULT', false) DESC, date_start DESC NULLS LAST, occurrence_id LIMIT 5;
