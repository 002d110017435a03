-- Where the documents that a pair's answers name are to be found, laid out by pair: looking up hundreds of documents among a million costs
-- more than all else of an answer. A document's id is the hash of these too, so a row is never wrong; one too many does no harm.
CREATE TABLE pair_documents (
    pair TEXT NOT NULL, document_id TEXT NOT NULL, url TEXT, title TEXT, publisher TEXT, published TEXT
);

-- The rows that the occurrences in `unsettled` want and that are not there: their documents, by the pairs that these have to do with.
CREATE VIEW pair_document_rows AS
WITH told AS (
    SELECT DISTINCT document_id FROM occurrence_events SEMI JOIN unsettled USING (occurrence_id)
),
concerned AS (
    SELECT DISTINCT pair, unnest(list_concat(documents, copies)) AS document_id FROM occurrence_pairs SEMI JOIN unsettled USING (occurrence_id)
    UNION
    SELECT pair, document_id FROM issue_pairs SEMI JOIN told USING (document_id)
    UNION
    SELECT pair, document_id FROM position_pairs SEMI JOIN told USING (document_id)
)
SELECT c.pair, c.document_id, d.url, d.title, d.publisher, d.published
FROM (FROM concerned ANTI JOIN pair_documents USING (pair, document_id)) c JOIN documents d USING (document_id);

COMMENT ON VIEW pair_document_rows IS 'The rows of `pair_documents` that the occurrences in `unsettled` want.';

INSERT INTO unsettled SELECT occurrence_id FROM occurrences;
INSERT INTO pair_documents FROM pair_document_rows ORDER BY pair, document_id;
DELETE FROM unsettled;
