-- How many documents of each day of publication the ledger has read: what the counts of a series are to be set against.
SELECT published_on AS day, count(*) AS documents FROM documents WHERE published_on IS NOT NULL GROUP BY published_on ORDER BY published_on;
