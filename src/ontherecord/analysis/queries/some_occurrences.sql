-- A few ids of occurrences, to name in an error: calls and meetings first.
SELECT occurrence_id FROM occurrences ORDER BY fields ->> '$.type' = 'CONSULT' DESC, fields ->> '$.date.start' DESC NULLS LAST, occurrence_id
LIMIT 5;
