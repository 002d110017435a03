-- How much the ledger holds.
SELECT
    (SELECT count(*) FROM documents) AS documents,
    (SELECT count(*) FROM events) AS events,
    (SELECT count(*) FROM statements) AS statements,
    (SELECT count(*) FROM positions) AS positions,
    (SELECT count(DISTINCT occurrence_id) FROM occurrence_events) AS occurrences,
    (SELECT count(*) FROM refusals) AS refusals,
    (SELECT count(*) FROM corrections WHERE undone IS NULL) AS corrections,
    (SELECT min(published_on) FROM documents) AS first_published,
    (SELECT max(published_on) FROM documents) AS last_published;
