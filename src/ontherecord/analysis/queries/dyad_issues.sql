-- The issues that documents hold to be between the two of $pair: the latest label, first and last day of publication, and the documents.
SELECT issue_id AS id, arg_max(label, (coalesce(published_on, DATE '9999-12-31'), ordinal)) AS label, min(published_on) AS first,
    max(published_on) AS last, list_sort(list(document_id)) AS documents
FROM issue_pairs
WHERE pair = $pair AND ($since::DATE IS NULL OR published_on >= $since) AND ($until::DATE IS NULL OR published_on <= $until)
GROUP BY issue_id
ORDER BY issue_id;
