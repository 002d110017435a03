-- Synthetic reports: the variable `documents` says how many. Words are drawn by rank with a frequency of 1/rank from 300,000, so that the
-- commonest stands in every report and most stand in a handful. Random but the same each time. Needs a ledger without rows.
CREATE TEMP TABLE bench_words AS
SELECT n, concat_ws('',
    ['ba', 'con', 'de', 'fi', 'go', 'hal', 'in', 'jo', 'ka', 'lu', 'mi', 'no', 'pro', 'qua', 're', 'sa', 'ter', 'un', 've', 'wo'][(hash(n, 1) % 20)::INTEGER + 1],
    ['ra', 'ment', 'tion', 's', 'ple', 'ri', 'ta', 'nda', 'lo', 'gi'][(hash(n, 2) % 10)::INTEGER + 1],
    CASE WHEN n > 200 THEN ['bu', 'cé', 'dor', 'fin', 'gar', 'hin', 'jal', 'kor', 'lim', 'mer'][(hash(n, 3) % 10)::INTEGER + 1] END,
    CASE WHEN n > 5000 THEN to_base(n::INTEGER, 26) END) AS word
FROM range(300000) w(n);

INSERT INTO runs VALUES (1, 'benchmark', 'none', now()::TIMESTAMP, now()::TIMESTAMP, 0, 0, 0);

INSERT INTO documents BY NAME
SELECT 'd' || md5(d::TEXT) AS document_id, d AS ordinal, 'bench' AS source,
    string_agg(CASE WHEN i % 15 = 0 THEN word || '.' ELSE word END, ' ' ORDER BY i) AS text, 'Report ' || d AS title,
    'Paper ' || d % 300 AS publisher, '2026-01-01' AS published, DATE '2026-01-01' AS published_on, 'en' AS language, [] AS parts, 1 AS run_id
FROM (SELECT d, i, floor(exp((hash(d, i) >> 11) / 9007199254740992.0 * ln(300000.0)))::BIGINT AS n
      FROM range(1, getvariable('documents') + 1) x(d), range(350) y(i)) JOIN bench_words USING (n)
GROUP BY d ORDER BY d;

-- Five actors a report; half of all names stand once or twice.
INSERT INTO actors BY NAME
SELECT 'd' || md5(d::TEXT) AS document_id, 'a' || i AS actor_id, upper(word[1]) || word[2:] || ' ' || upper(word[2]) || word[3:] AS name,
    'PER' AS country, 'GOV' AS sector, 1 AS run_id
FROM (SELECT d, i, floor(exp((hash(d, i, 7) >> 11) / 9007199254740992.0 * ln(300000.0)))::BIGINT AS n
      FROM range(1, getvariable('documents') + 1) x(d), range(5) y(i)) JOIN bench_words USING (n)
ORDER BY d;

INSERT INTO issues BY NAME
SELECT 'd' || md5(d::TEXT) AS document_id, 'issue' || i AS issue_id, 'Matter ' || i AS label, [] AS between_countries, [] AS mentions, 1 AS run_id
FROM (SELECT d, hash(d) % 40 AS i FROM range(1, getvariable('documents') + 1) x(d)) ORDER BY d;

INSERT INTO search_names
SELECT word, name, country, ordinal, actor_id, 9
FROM (SELECT unnest(list_distinct(words_in(a.name))) AS word, a.name, a.country, d.ordinal, a.actor_id
      FROM actors a JOIN documents d USING (document_id))
ORDER BY word, name, ordinal;
