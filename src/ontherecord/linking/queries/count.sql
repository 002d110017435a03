-- How many occurrences there are, and how many documents are copies of others in one of them.
SELECT count(DISTINCT occurrence_id) AS occurrences, count(DISTINCT document_id) FILTER (WHERE copy_of IS NOT NULL) AS copies
FROM occurrence_events;
