-- The latest day of publication on record, and how many documents there are.
SELECT max(published_on) AS day, count(*) AS documents FROM documents LIMIT 1;
