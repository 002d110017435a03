-- A synthetic ledger: the variable `events` says how many events, `codes` lists countries. Random but the same each time: everything is drawn from hashes.
-- Needs a ledger without rows; afterwards `settle.sql` makes the rows by pair.

CREATE TEMP TABLE bench_codes AS
SELECT row_number() OVER () - 1 AS rank, code FROM (SELECT unnest(getvariable('codes')) AS code);
-- Ten thousand slots with weights 1/(rank + 3).
CREATE TEMP TABLE bench_slots AS
SELECT row_number() OVER (ORDER BY rank, n) - 1 AS slot, code
FROM (SELECT rank, code, unnest(range((10000 / (rank + 3) / 2.6)::BIGINT + 1)) AS n FROM bench_codes);
CREATE TEMP TABLE bench_types AS
SELECT * FROM (VALUES (0, 'CONSULT', 'verbal cooperation', 1.0), (1, 'AGREE', 'verbal cooperation', 2.0), (2, 'ACCUSE', 'verbal conflict', -2.0),
    (3, 'REQUEST', 'verbal conflict', -1.0), (4, 'SANCTION', 'material conflict', -6.0), (5, 'COOPERATE', 'material cooperation', 6.0),
    (6, 'CONSULT', 'verbal cooperation', 1.0), (7, 'REJECT', 'verbal conflict', -2.0), (8, 'SUPPORT', 'verbal cooperation', 3.0),
    (9, 'THREATEN', 'verbal conflict', -4.0)) t(n, type, quad, score);

-- An occurrence is told by two documents; each document tells five occurrences of one pair mostly.
CREATE TEMP TABLE bench_occurrences AS
SELECT o, 'o' || lpad(to_hex(o), 12, '0') AS occurrence_id, a.code AS a, b.code AS b, t.type, t.quad, t.score,
    DATE '2016-01-01' + (hash(o // 5, 'day') % 3650)::INTEGER AS day, 'issue' || (hash(o, 'issue') % 40) AS issue
FROM (SELECT o, hash(o // 5, 'a') % (SELECT count(*) FROM bench_slots) AS sa, hash(o // 5, 'b') % (SELECT count(*) FROM bench_slots) AS sb,
          hash(o, 'type') % 10 AS n FROM range(getvariable('events') // 2) r(o))
JOIN bench_slots a ON a.slot = sa JOIN bench_slots b ON b.slot = sb JOIN bench_types t USING (n);

CREATE TEMP TABLE bench_events AS
SELECT 'd' || md5((o // 5)::TEXT || '-' || copy) AS document_id, 2 * (o // 5) + copy AS d, 'e' || (o % 5 + 1) AS event_id, 150 * (o % 5) AS start, *
FROM bench_occurrences CROSS JOIN (VALUES (0), (1)) c(copy);

INSERT INTO runs VALUES (1, 'benchmark', 'none', now()::TIMESTAMP, now()::TIMESTAMP, 0, 0, 0);

INSERT INTO documents BY NAME
SELECT document_id, d AS ordinal, 'bench' AS source, repeat(md5(d::TEXT) || ' said in words of its own that so it was. ', 25) AS text,
    'Report ' || d AS title, 'https://paper.example/' || d AS url, 'Paper ' || d % 300 AS publisher, any_value(day)::TEXT AS published,
    any_value(day) AS published_on, 'en' AS language, [] AS parts, 1 AS run_id
FROM bench_events GROUP BY document_id, d ORDER BY d;

INSERT INTO actors BY NAME
SELECT document_id, 'a' || n AS actor_id, 'Minister of ' || code AS name, code AS country, 'GOV' AS sector, 1 AS run_id
FROM (SELECT DISTINCT d, document_id, a, b FROM bench_events) CROSS JOIN LATERAL (SELECT 1 AS n, a AS code UNION ALL SELECT 2, b) x
ORDER BY d;

INSERT INTO mentions
SELECT document_id, actor_id, 10 * m, 10 * m + 8, 1 FROM actors CROSS JOIN range(3) t(m);

INSERT INTO events BY NAME
SELECT document_id, event_id, type, CASE WHEN type = 'CONSULT' AND o % 3 = 0 THEN 'phone' END AS mode,
    CASE WHEN type = 'AGREE' AND o % 2 = 0 THEN 'future' END AS aux, [] AS contexts,
    [{'id': 'a1', 'name': 'Minister of ' || a, 'country': a, 'sector': 'GOV'}] AS actors,
    [{'id': 'a2', 'name': 'Minister of ' || b, 'country': b, 'sector': 'GOV'}] AS recipients, day AS date_start, day AS date_end,
    [] AS amounts, [issue] AS issues, quad, score, 0.5 + (hash(o, copy) % 50) / 100 AS confidence, start + 40 AS trigger_start,
    start + 45 AS trigger_end, start AS evidence_start, start + 140 AS evidence_end, [] AS mentions,
    [{'kind': 'publisher', 'name': 'Paper ' || d % 300, 'country': NULL, 'ownership': NULL, 'actor': NULL, 'span': NULL}] AS according_to,
    1 AS run_id
FROM bench_events ORDER BY d, event_id;

INSERT INTO event_actors
SELECT document_id, event_id, side, p.id, p.name, p.country, p.sector, 1
FROM (SELECT document_id, event_id, 'actor' AS side, unnest(actors) AS p FROM events
      UNION ALL SELECT document_id, event_id, 'recipient', unnest(recipients) FROM events);

INSERT INTO statements BY NAME
SELECT document_id, 's' || event_id[2:] AS statement_id, {'id': 'a1', 'name': 'Minister of ' || a, 'country': a, 'sector': 'GOV'} AS speaker,
    [] AS addressees, 'indirect' AS form, [{'start': start, 'end': start + 140}] AS content, [] AS according_to, [issue] AS issues,
    [event_id] AS events, 0.8 AS confidence, 1 AS run_id
FROM bench_events WHERE o % 5 < 3 ORDER BY d;

INSERT INTO positions BY NAME
SELECT document_id, 'p1' AS position_id, {'id': 'a1', 'name': 'Minister of ' || a, 'country': a, 'sector': 'GOV'} AS holder, 'opposes' AS stance,
    'Minister of ' || b AS object, {'id': 'a2', 'name': 'Minister of ' || b, 'country': b, 'sector': 'GOV'} AS object_actor, true AS affirmed,
    start AS evidence_start, start + 140 AS evidence_end, [] AS according_to, [issue] AS issues, 1 AS run_id
FROM bench_events WHERE o % 25 = 0 ORDER BY d;

INSERT INTO issues BY NAME
SELECT document_id, issue AS issue_id, 'Matter ' || issue AS label, list_sort(list_distinct([a, b])) AS between_countries,
    [{'start': min(start), 'end': min(start) + 5}] AS mentions, 1 AS run_id
FROM bench_events GROUP BY document_id, d, issue, a, b ORDER BY d;

INSERT INTO records
SELECT document_id, ordinal, to_json({'document': {'id': document_id, 'text': text, 'title': title, 'url': url, 'publisher': publisher,
    'agency': NULL, 'dateline': NULL, 'published': published, 'language': language}, 'actors': [], 'events': [], 'statements': [],
    'positions': [], 'issues': [], 'refused': []})::TEXT, 1
FROM documents ORDER BY ordinal;

INSERT INTO issue_pairs FROM issue_pair_rows('issues', 'documents') ORDER BY pair, ordinal;
INSERT INTO statement_pairs FROM statement_pair_rows('issue_pairs', 'statements', 'documents') ORDER BY pair, ordinal;
INSERT INTO position_pairs FROM position_pair_rows('issue_pairs', 'positions', 'documents') ORDER BY pair, ordinal;

INSERT INTO occurrences
SELECT occurrence_id, type, CASE WHEN type = 'CONSULT' AND o % 3 = 0 THEN 'phone' END, CASE WHEN type = 'AGREE' AND o % 2 = 0 THEN 'future' END,
    day, day, day, day, CASE WHEN type = 'CONSULT' THEN list_sort(list_distinct([a, b])) ELSE [a] END,
    CASE WHEN type = 'CONSULT' THEN [] ELSE [b] END, NULL, [issue], score, 2
FROM bench_occurrences;

INSERT INTO occurrence_events
SELECT occurrence_id, document_id, event_id, 1.0, ['same day', 'same parties'], NULL FROM bench_events;

INSERT INTO unsettled SELECT occurrence_id FROM occurrences;
