-- Puts the words of new documents into the index as a run of its own.
CREATE OR REPLACE TEMP TABLE batch_words AS FROM search_rows;
INSERT INTO search_words SELECT word, ordinal, 0 FROM batch_words ORDER BY word, ordinal;
INSERT INTO search_levels SELECT 0, count(*), max(ordinal) FROM batch_words HAVING count(*) > 0;
DROP TABLE batch_words;
