-- Makes the rows by pair of the occurrences in `unsettled` anew; sorted, so that a pair's rows stand together.
DELETE FROM occurrence_pairs WHERE occurrence_id IN (SELECT occurrence_id FROM unsettled);
DELETE FROM promises WHERE occurrence_id IN (SELECT occurrence_id FROM unsettled);
INSERT INTO occurrence_pairs FROM occurrence_pair_rows ORDER BY pair, day, occurrence_id;
INSERT INTO promises FROM promise_rows ORDER BY pair, ordinal;
INSERT INTO pair_documents FROM pair_document_rows ORDER BY pair, document_id;
DELETE FROM unsettled;
