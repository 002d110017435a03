-- The words of actors' names, for search: a row a word and actor, in runs sorted by word as those of `search_words`.
CREATE TABLE search_names (
    word TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    ordinal BIGINT NOT NULL,          -- of the document
    actor_id TEXT NOT NULL,
    level INTEGER NOT NULL
);

INSERT INTO search_names
SELECT word, name, country, ordinal, actor_id, 9
FROM (SELECT unnest(list_distinct(words_in(a.name))) AS word, a.name, a.country, d.ordinal, a.actor_id
      FROM actors a JOIN documents d USING (document_id))
ORDER BY word, name, ordinal;
