-- Merges the runs of all levels of the two indexes up to the variable `level` into one run of the next.
INSERT INTO search_words
SELECT word, ordinal, getvariable('level') + 1 FROM search_words WHERE level <= getvariable('level') ORDER BY word, ordinal;
DELETE FROM search_words WHERE level <= getvariable('level');
INSERT INTO search_names
SELECT word, name, country, ordinal, actor_id, getvariable('level') + 1 FROM search_names WHERE level <= getvariable('level')
ORDER BY word, name, ordinal;
DELETE FROM search_names WHERE level <= getvariable('level');
INSERT INTO search_levels
SELECT getvariable('level') + 1, sum(held), max(last_ordinal) FROM search_levels WHERE level <= getvariable('level');
DELETE FROM search_levels WHERE level <= getvariable('level');
