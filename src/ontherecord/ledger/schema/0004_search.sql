-- The words of every document, for search: a row a word and document, in runs sorted by word so that a word or a beginning of one is
-- found without reading the rest. Small letters without accents; hidden characters within words and the points of "U.S." are left out.

CREATE MACRO folded(text) AS
regexp_replace(regexp_replace(strip_accents(lower(text)), '\p{Cf}+', '', 'g'), '\b(\p{L})\.(\p{L})\.(?:(\p{L})\.)?', '\1\2\3', 'g');
CREATE MACRO words_in(text) AS [word[:40] FOR word IN regexp_extract_all(folded(text), '[\p{L}\p{M}\p{N}]+')];
-- A text as its words with one space around each: what a phrase is looked for in.
CREATE MACRO as_phrase(text) AS ' ' || array_to_string(words_in(text), ' ') || ' ';

CREATE TABLE search_words (
    word TEXT NOT NULL,
    ordinal BIGINT NOT NULL,          -- of the document
    level INTEGER NOT NULL            -- how often its run was merged with others: the higher, the longer the run
);

-- How many rows each level holds, and the last document that has its words here.
CREATE TABLE search_levels (level INTEGER NOT NULL, held BIGINT NOT NULL, last_ordinal BIGINT NOT NULL);

CREATE VIEW search_rows AS
SELECT unnest(list_distinct(words_in(concat_ws(' ', title, publisher, agency, text)))) AS word, ordinal
FROM documents WHERE ordinal > (SELECT coalesce(max(last_ordinal), 0) FROM search_levels);

COMMENT ON VIEW search_rows IS 'The rows of `search_words` for documents that have none yet.';

-- A ledger that has documents is one run; the level is that of its length.
INSERT INTO search_words SELECT word, ordinal, 9 FROM search_rows ORDER BY word, ordinal;
INSERT INTO search_levels SELECT 9, count(*), max(ordinal) FROM search_words HAVING count(*) > 0;
