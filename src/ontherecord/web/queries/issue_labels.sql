-- What the issues of the documents $documents are called, by id.
SELECT issue_id, any_value(label) AS label
FROM issues WHERE document_id IN (SELECT unnest($documents::TEXT[]))
GROUP BY issue_id ORDER BY issue_id LIMIT 2000;
