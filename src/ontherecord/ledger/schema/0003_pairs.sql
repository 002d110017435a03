-- What is asked of two countries, laid out by pair ("CHN USA", codes in order of the alphabet) so that no answer reads the whole
-- ledger: occurrences with typed columns, and, a row for each pair that it concerns, occurrences, promises, issues, words and
-- positions with all that a view of the pair shows. The rows by pair repeat what other tables hold and are made from them.

ALTER TABLE occurrences RENAME TO occurrences_as_json;

CREATE TABLE occurrences (
    occurrence_id TEXT NOT NULL,
    type TEXT,
    mode TEXT,
    aux TEXT,
    date_start DATE,                  -- as told; null when no report tells it
    date_end DATE,
    bounds_start DATE,                -- the days between which it must have been
    bounds_end DATE,
    actors TEXT[] NOT NULL,           -- countries
    recipients TEXT[] NOT NULL,
    place TEXT,
    issues TEXT[] NOT NULL,
    score DOUBLE,
    told INTEGER                      -- by so many events
);

INSERT INTO occurrences
SELECT occurrence_id, f.type, f.mode, f.aux, f.date.start, f.date.end, f.bounds.start, f.bounds.end,
    coalesce(f.actors, []), coalesce(f.recipients, []), f.place, coalesce(f.issues, []), f.score, f.told
FROM (
    SELECT occurrence_id, from_json(fields, '{"type": "VARCHAR", "mode": "VARCHAR", "aux": "VARCHAR",
        "date": {"start": "DATE", "end": "DATE"}, "bounds": {"start": "DATE", "end": "DATE"}, "actors": ["VARCHAR"],
        "recipients": ["VARCHAR"], "place": "VARCHAR", "issues": ["VARCHAR"], "score": "DOUBLE", "told": "INTEGER"}') AS f
    FROM occurrences_as_json
);

DROP TABLE occurrences_as_json;

-- All unordered pairs of a list of codes, as text.
CREATE MACRO pairs_of(codes) AS list_sort(list_distinct(flatten([[a || ' ' || b FOR b IN codes IF a < b] FOR a IN codes])));

-- Issues that a document holds to be between two countries.
CREATE TABLE issue_pairs (
    pair TEXT NOT NULL, issue_id TEXT NOT NULL, label TEXT NOT NULL, document_id TEXT NOT NULL, ordinal BIGINT NOT NULL, published_on DATE
);

-- Words of one of the two on such an issue, in the same document.
CREATE TABLE statement_pairs (
    pair TEXT NOT NULL, issue_id TEXT NOT NULL, country TEXT NOT NULL, document_id TEXT NOT NULL, statement_id TEXT NOT NULL,
    ordinal BIGINT NOT NULL, published_on DATE, speaker TEXT, first_start INTEGER, quote TEXT
);

-- Positions of one of the two about the other, or in a document with an issue between the two.
CREATE TABLE position_pairs (
    pair TEXT NOT NULL, document_id TEXT NOT NULL, position_id TEXT NOT NULL, ordinal BIGINT NOT NULL, published_on DATE,
    holder TEXT NOT NULL, country TEXT NOT NULL, stance TEXT NOT NULL, object TEXT NOT NULL, object_country TEXT,
    affirmed BOOLEAN NOT NULL, change TEXT, issues TEXT[] NOT NULL, evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL,
    quote TEXT, according_to source_link[] NOT NULL
);

-- The rows of these three, from tables of the shape of `issues`, `statements`, `positions` and `documents`.
CREATE MACRO issue_pair_rows(of_issues, of_documents) AS TABLE
SELECT unnest(pairs_of(i.between_countries)) AS pair, i.issue_id, i.label, i.document_id, d.ordinal, d.published_on
FROM query_table(of_issues) i JOIN query_table(of_documents) d USING (document_id)
WHERE len(i.between_countries) > 1;

CREATE MACRO statement_pair_rows(of_pairs, of_statements, of_documents) AS TABLE
SELECT i.pair, i.issue_id, s.speaker.country, s.document_id, s.statement_id, d.ordinal, d.published_on, s.speaker.name,
    s.content[1].start, array_to_string([words(d.text, c.start, c.end) FOR c IN s.content], ' … ')
FROM query_table(of_statements) s
JOIN query_table(of_pairs) i ON i.document_id = s.document_id AND list_contains(s.issues, i.issue_id)
    AND list_contains(string_split(i.pair, ' '), s.speaker.country)
JOIN query_table(of_documents) d ON d.document_id = s.document_id;

CREATE MACRO position_pair_rows(of_pairs, of_positions, of_documents) AS TABLE
SELECT p.pair, q.document_id, q.position_id, d.ordinal, d.published_on, q.holder.name, q.holder.country, q.stance, q.object,
    q.object_actor.country, q.affirmed, q.change, q.issues, q.evidence_start, q.evidence_end,
    words(d.text, q.evidence_start, q.evidence_end), q.according_to
FROM (
    SELECT document_id, position_id,
        least(holder.country, object_actor.country) || ' ' || greatest(holder.country, object_actor.country) AS pair
    FROM query_table(of_positions) WHERE holder.country != object_actor.country
    UNION
    SELECT h.document_id, h.position_id, i.pair
    FROM query_table(of_positions) h
    JOIN query_table(of_pairs) i ON i.document_id = h.document_id AND list_contains(string_split(i.pair, ' '), h.holder.country)
) p
JOIN query_table(of_positions) q USING (document_id, position_id)
JOIN query_table(of_documents) d USING (document_id);

INSERT INTO issue_pairs FROM issue_pair_rows('issues', 'documents') ORDER BY pair, ordinal;
INSERT INTO statement_pairs FROM statement_pair_rows('issue_pairs', 'statements', 'documents') ORDER BY pair, ordinal;
INSERT INTO position_pairs FROM position_pair_rows('issue_pairs', 'positions', 'documents') ORDER BY pair, ordinal;

-- Occurrences by pair: those in which both have a part (`together`), and those of one of them on an issue that their document holds to
-- be between the two. With the documents that tell each, copies apart, and the confidence of its surest telling.
CREATE TABLE occurrence_pairs (
    pair TEXT NOT NULL, together BOOLEAN NOT NULL, day DATE, occurrence_id TEXT NOT NULL, type TEXT, mode TEXT, aux TEXT,
    date_start DATE, date_end DATE, actors TEXT[] NOT NULL, recipients TEXT[] NOT NULL, place TEXT, issues TEXT[] NOT NULL,
    score DOUBLE, documents TEXT[] NOT NULL, copies TEXT[] NOT NULL, confidence DOUBLE,
    told_on DATE                      -- when an original first told it
);

-- Events of occurrences of both that promise or yield something in words; copies left out.
CREATE TABLE promises (
    pair TEXT NOT NULL, occurrence_id TEXT NOT NULL, document_id TEXT NOT NULL, event_id TEXT NOT NULL, ordinal BIGINT NOT NULL,
    published_on DATE, type TEXT NOT NULL, aux TEXT, actors TEXT[] NOT NULL, recipients TEXT[] NOT NULL, date_start DATE, date_end DATE,
    issues TEXT[] NOT NULL, evidence_start INTEGER NOT NULL, evidence_end INTEGER NOT NULL, quote TEXT, according_to source_link[] NOT NULL
);

-- Occurrences whose rows by pair are to be made; empty but while they are.
CREATE TABLE unsettled (occurrence_id TEXT NOT NULL);

CREATE VIEW occurrence_rows AS
SELECT o.occurrence_id, o.type, o.mode, o.aux, o.date_start, o.date_end, coalesce(o.date_start, o.bounds_end) AS day,
    o.actors, o.recipients, o.place, o.issues, o.score, t.documents, t.copies, t.confidence, t.told_on
FROM occurrences o
JOIN (
    SELECT e.occurrence_id,
        coalesce(list(DISTINCT e.document_id ORDER BY e.document_id) FILTER (WHERE e.copy_of IS NULL), []) AS documents,
        coalesce(list(DISTINCT e.document_id ORDER BY e.document_id) FILTER (WHERE e.copy_of IS NOT NULL), []) AS copies,
        max(c.confidence) AS confidence, min(d.published_on) FILTER (WHERE e.copy_of IS NULL) AS told_on
    FROM occurrence_events e
    SEMI JOIN unsettled u ON u.occurrence_id = e.occurrence_id
    JOIN events c ON c.document_id = e.document_id AND c.event_id = e.event_id
    JOIN documents d ON d.document_id = e.document_id
    GROUP BY e.occurrence_id
) t USING (occurrence_id);

COMMENT ON VIEW occurrence_rows IS 'The occurrences in `unsettled`, each with the documents that tell it.';

CREATE VIEW occurrence_pair_rows AS
WITH told AS (
    SELECT e.occurrence_id, e.document_id, e.event_id, c.issues
    FROM occurrence_events e
    SEMI JOIN unsettled u ON u.occurrence_id = e.occurrence_id
    JOIN events c ON c.document_id = e.document_id AND c.event_id = e.event_id
),
both_in AS (
    SELECT occurrence_id, unnest(pairs_of(list_distinct(list_concat(actors, recipients)))) AS pair
    FROM occurrences SEMI JOIN unsettled USING (occurrence_id)
),
one_in AS (
    SELECT DISTINCT t.occurrence_id, i.pair
    FROM told t
    JOIN issue_pairs i ON i.document_id = t.document_id AND list_contains(t.issues, i.issue_id)
    JOIN event_actors p ON p.document_id = t.document_id AND p.event_id = t.event_id
    WHERE list_contains(string_split(i.pair, ' '), p.country)
),
concerned AS (
    SELECT pair, occurrence_id, true AS together FROM both_in
    UNION ALL
    SELECT pair, occurrence_id, false FROM one_in ANTI JOIN both_in USING (pair, occurrence_id)
)
SELECT c.pair, c.together, r.day, r.occurrence_id, r.type, r.mode, r.aux, r.date_start, r.date_end, r.actors, r.recipients, r.place,
    r.issues, r.score, r.documents, r.copies, r.confidence, r.told_on
FROM concerned c JOIN occurrence_rows r USING (occurrence_id);

COMMENT ON VIEW occurrence_pair_rows IS 'The rows of `occurrence_pairs` for the occurrences in `unsettled`.';

CREATE VIEW promise_rows AS
SELECT p.pair, o.occurrence_id, e.document_id, e.event_id, d.ordinal, d.published_on, e.type, e.aux, countries_of(e.actors) AS actors,
    countries_of(e.recipients) AS recipients, e.date_start, e.date_end, e.issues, e.evidence_start, e.evidence_end,
    words(d.text, e.evidence_start, e.evidence_end) AS quote, e.according_to
FROM (
    SELECT occurrence_id, unnest(pairs_of(list_distinct(list_concat(actors, recipients)))) AS pair
    FROM occurrences SEMI JOIN unsettled USING (occurrence_id)
) p
JOIN occurrence_events o USING (occurrence_id)
JOIN events e ON e.document_id = o.document_id AND e.event_id = o.event_id
JOIN documents d ON d.document_id = e.document_id
WHERE o.copy_of IS NULL AND e.type IN ('AGREE', 'CONCEDE');

COMMENT ON VIEW promise_rows IS 'The rows of `promises` for the occurrences in `unsettled`.';

INSERT INTO unsettled SELECT occurrence_id FROM occurrences;
INSERT INTO occurrence_pairs FROM occurrence_pair_rows ORDER BY pair, day, occurrence_id;
INSERT INTO promises FROM promise_rows ORDER BY pair, ordinal;
DELETE FROM unsettled;
