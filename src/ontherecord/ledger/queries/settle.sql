-- Makes the rows by pair of the occurrences in `unsettled` anew, sorted, so that a pair's rows stand together.
-- Their events and documents are found by the names alone and then joined by their places (rowid), so that for a few occurrences no text
-- and no list of all others is read.
CREATE OR REPLACE TEMP TABLE settling AS
SELECT o.* FROM occurrences o JOIN (SELECT rowid AS place FROM occurrences SEMI JOIN unsettled USING (occurrence_id)) w ON o.rowid = w.place;

CREATE OR REPLACE TEMP TABLE settling_events AS
SELECT t.occurrence_id, t.document_id, t.event_id, t.copy_of, e.place AS event_place, d.place AS document_place
FROM (FROM occurrence_events SEMI JOIN unsettled USING (occurrence_id)) t
JOIN (SELECT rowid AS place, document_id, event_id FROM events) e ON e.document_id = t.document_id AND e.event_id = t.event_id
JOIN (SELECT rowid AS place, document_id FROM documents) d ON d.document_id = t.document_id;

CREATE OR REPLACE TEMP TABLE settling_told AS
SELECT t.occurrence_id, t.document_id, t.copy_of, t.document_place, d.ordinal, d.published_on, e.confidence, e.issues,
    list_concat(countries_of(e.actors), countries_of(e.recipients)) AS countries
FROM settling_events t JOIN events e ON e.rowid = t.event_place JOIN documents d ON d.rowid = t.document_place;

DELETE FROM occurrence_pairs WHERE occurrence_id IN (SELECT occurrence_id FROM unsettled);
DELETE FROM promises WHERE occurrence_id IN (SELECT occurrence_id FROM unsettled);

INSERT INTO occurrence_pairs
WITH both_in AS (
    SELECT occurrence_id, unnest(pairs_of(list_distinct(list_concat(actors, recipients)))) AS pair FROM settling
),
one_in AS (
    SELECT DISTINCT t.occurrence_id, i.pair
    FROM settling_told t JOIN issue_pairs i ON i.ordinal = t.ordinal AND i.document_id = t.document_id AND list_contains(t.issues, i.issue_id)
    WHERE list_has_any(string_split(i.pair, ' '), t.countries)
),
concerned AS (
    SELECT pair, occurrence_id, true AS together FROM both_in
    UNION ALL
    SELECT pair, occurrence_id, false FROM one_in ANTI JOIN both_in USING (pair, occurrence_id)
),
told AS (
    SELECT occurrence_id,
        coalesce(list(DISTINCT document_id ORDER BY document_id) FILTER (WHERE copy_of IS NULL), []) AS documents,
        coalesce(list(DISTINCT document_id ORDER BY document_id) FILTER (WHERE copy_of IS NOT NULL), []) AS copies,
        max(confidence) AS confidence, min(published_on) FILTER (WHERE copy_of IS NULL) AS told_on
    FROM settling_told GROUP BY occurrence_id
)
SELECT c.pair, c.together, coalesce(o.date_start, o.bounds_end) AS day, o.occurrence_id, o.type, o.mode, o.aux, o.date_start, o.date_end,
    o.actors, o.recipients, o.place, o.issues, o.score, t.documents, t.copies, t.confidence, t.told_on
FROM concerned c JOIN settling o USING (occurrence_id) JOIN told t USING (occurrence_id)
ORDER BY pair, day, occurrence_id;

CREATE OR REPLACE TEMP TABLE settling_promises AS
SELECT t.occurrence_id, t.document_id, t.event_id, t.document_place, e.type, e.aux, countries_of(e.actors) AS actors,
    countries_of(e.recipients) AS recipients, e.date_start, e.date_end, e.issues, e.evidence_start, e.evidence_end, e.according_to
FROM settling_events t JOIN events e ON e.rowid = t.event_place
WHERE t.copy_of IS NULL AND e.type IN ('AGREE', 'CONCEDE');

CREATE OR REPLACE TEMP TABLE settling_words AS
SELECT p.document_id, p.event_id, d.ordinal, d.published_on, words(d.text, p.evidence_start, p.evidence_end) AS quote
FROM settling_promises p JOIN documents d ON d.rowid = p.document_place;

INSERT INTO promises
SELECT o.pair, p.occurrence_id, p.document_id, p.event_id, w.ordinal, w.published_on, p.type, p.aux, p.actors, p.recipients,
    p.date_start, p.date_end, p.issues, p.evidence_start, p.evidence_end, w.quote, p.according_to
FROM (SELECT occurrence_id, unnest(pairs_of(list_distinct(list_concat(actors, recipients)))) AS pair FROM settling) o
JOIN settling_promises p USING (occurrence_id)
JOIN settling_words w USING (document_id, event_id)
ORDER BY pair, ordinal;

CREATE OR REPLACE TEMP TABLE settling_documents AS
FROM (
    SELECT p.pair, t.document_id, t.document_place
    FROM occurrence_pairs p JOIN settling_events t USING (occurrence_id)
    UNION
    SELECT i.pair, t.document_id, t.document_place FROM issue_pairs i JOIN settling_told t ON t.ordinal = i.ordinal AND t.document_id = i.document_id
    UNION
    SELECT i.pair, t.document_id, t.document_place FROM position_pairs i JOIN settling_told t ON t.ordinal = i.ordinal AND t.document_id = i.document_id
) ANTI JOIN pair_documents USING (pair, document_id);

INSERT INTO pair_documents
SELECT c.pair, c.document_id, d.url, d.title, d.publisher, d.published
FROM settling_documents c JOIN documents d ON d.rowid = c.document_place
ORDER BY c.pair, c.document_id;

DROP TABLE settling;
DROP TABLE settling_events;
DROP TABLE settling_told;
DROP TABLE settling_promises;
DROP TABLE settling_words;
DROP TABLE settling_documents;
DELETE FROM unsettled;
