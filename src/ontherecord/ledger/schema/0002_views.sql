-- Views for people: one row an event, a statement, a position, with names, words and chain spelt out.

CREATE MACRO words(text, first, last) AS substring(text, first + 1, last - first);

CREATE MACRO chain_text(chain) AS array_to_string(
    [
        l.name || CASE WHEN l.country IS NULL AND l.ownership IS NULL THEN ''
                       ELSE ' (' || concat_ws(', ', l.country, l.ownership) || ')' END
        FOR l IN chain
    ],
    ' > '
);

CREATE MACRO countries_of(parties) AS list_sort(list_distinct([p.country FOR p IN parties IF p.country IS NOT NULL]));

CREATE VIEW v_events AS
SELECT
    e.document_id, e.event_id, d.publisher, d.url, d.title, d.published_on,
    e.type, e.mode, e.aux, e.contexts, e.quad, e.score, e.confidence, e.date_start, e.date_end,
    [p.name FOR p IN e.actors] AS actors, countries_of(e.actors) AS actor_countries,
    [p.name FOR p IN e.recipients] AS recipients, countries_of(e.recipients) AS recipient_countries,
    e.place.name AS place, e.place.country AS place_country, e.place.lat AS lat, e.place.lon AS lon,
    e.issues, chain_text(e.according_to) AS chain,
    words(d.text, e.trigger_start, e.trigger_end) AS trigger,
    words(d.text, e.evidence_start, e.evidence_end) AS quote,
    e.trigger_start, e.trigger_end, e.evidence_start, e.evidence_end, e.run_id
FROM events e JOIN documents d USING (document_id);

COMMENT ON VIEW v_events IS 'One row an event: what one document tells that somebody did, coded in PLOVER.';
COMMENT ON COLUMN v_events.document_id IS 'The document (hash of content and metadata)';
COMMENT ON COLUMN v_events.event_id IS 'Id within the document';
COMMENT ON COLUMN v_events.publisher IS 'Who published the document';
COMMENT ON COLUMN v_events.published_on IS 'Day of publication; null if not known';
COMMENT ON COLUMN v_events.type IS 'PLOVER type';
COMMENT ON COLUMN v_events.mode IS 'PLOVER mode, or null';
COMMENT ON COLUMN v_events.aux IS 'null, historical, future, hypothetical or negation';
COMMENT ON COLUMN v_events.contexts IS 'PLOVER contexts';
COMMENT ON COLUMN v_events.quad IS 'verbal or material, cooperation or conflict';
COMMENT ON COLUMN v_events.score IS 'PLOVER score, -10 (conflict) to 10 (cooperation)';
COMMENT ON COLUMN v_events.confidence IS '0 to 1';
COMMENT ON COLUMN v_events.date_start IS 'First day it can have happened; null when it cannot be told';
COMMENT ON COLUMN v_events.date_end IS 'Last day, inclusive';
COMMENT ON COLUMN v_events.actors IS 'Names of who did it';
COMMENT ON COLUMN v_events.actor_countries IS 'Their countries (ISO alpha-3 or PLOVER international code), each once, sorted';
COMMENT ON COLUMN v_events.recipients IS 'Names of whom it was done to';
COMMENT ON COLUMN v_events.recipient_countries IS 'Their countries, each once, sorted';
COMMENT ON COLUMN v_events.place IS 'Name of the place';
COMMENT ON COLUMN v_events.place_country IS 'Country of the place';
COMMENT ON COLUMN v_events.issues IS 'Issue ids';
COMMENT ON COLUMN v_events.chain IS 'Who vouches for it, outermost first: publisher > agency > outlet > actor';
COMMENT ON COLUMN v_events.trigger IS 'The word that tells it';
COMMENT ON COLUMN v_events.quote IS 'The sentence that tells it';
COMMENT ON COLUMN v_events.evidence_start IS 'Where the quote starts: code points of documents.text';
COMMENT ON COLUMN v_events.evidence_end IS 'Where it ends, exclusive';
COMMENT ON COLUMN v_events.run_id IS 'The run that coded it';

CREATE VIEW v_statements AS
SELECT
    s.document_id, s.statement_id, d.publisher, d.url, d.title, d.published_on,
    s.speaker.name AS speaker, s.speaker.country AS speaker_country, s.speaker.sector AS speaker_sector,
    [p.name FOR p IN s.addressees] AS addressees, countries_of(s.addressees) AS addressee_countries,
    s.form, words(d.text, s.cue.start, s.cue.end) AS cue,
    array_to_string([words(d.text, c.start, c.end) FOR c IN s.content], ' … ') AS quote,
    s.content, s.issues, s.events, chain_text(s.according_to) AS chain, s.confidence, s.run_id
FROM statements s JOIN documents d USING (document_id);

COMMENT ON VIEW v_statements IS 'One row a statement: what somebody is reported to have said.';
COMMENT ON COLUMN v_statements.speaker IS 'Name of the speaker; null when it cannot be told';
COMMENT ON COLUMN v_statements.speaker_country IS 'ISO alpha-3 or PLOVER international code';
COMMENT ON COLUMN v_statements.form IS 'direct, indirect or mixed';
COMMENT ON COLUMN v_statements.cue IS 'The words that say that it was said';
COMMENT ON COLUMN v_statements.quote IS 'What was said; pieces of a broken quote parted by " … "';
COMMENT ON COLUMN v_statements.content IS 'The spans of the quote: code points of documents.text';
COMMENT ON COLUMN v_statements.events IS 'Ids of the events that its words make or report';
COMMENT ON COLUMN v_statements.chain IS 'Who vouches for it, outermost first';

CREATE VIEW statement_spans AS
SELECT document_id, statement_id, c.start AS span_start, c.end AS span_end, run_id
FROM (SELECT document_id, statement_id, run_id, unnest(content) AS c FROM statements);

COMMENT ON VIEW statement_spans IS 'One row a piece of a statement''s content, in code points of documents.text.';

CREATE VIEW v_positions AS
SELECT
    p.document_id, p.position_id, d.publisher, d.url, d.title, d.published_on,
    p.holder.name AS holder, p.holder.country AS holder_country, p.stance, p.affirmed,
    p.object, p.object_actor.country AS object_country, p.change, p.issues, chain_text(p.according_to) AS chain,
    words(d.text, p.evidence_start, p.evidence_end) AS quote, p.evidence_start, p.evidence_end, p.run_id
FROM positions p JOIN documents d USING (document_id);

COMMENT ON VIEW v_positions IS 'One row a position: what an actor holds over time.';
COMMENT ON COLUMN v_positions.holder IS 'Name of who holds it';
COMMENT ON COLUMN v_positions.stance IS 'claims, recognizes, supports, opposes, rules-out, …';
COMMENT ON COLUMN v_positions.affirmed IS 'false for "does not recognise", "has not ruled out"';
COMMENT ON COLUMN v_positions.object IS 'Name of an actor, or plain words';
COMMENT ON COLUMN v_positions.object_country IS 'Country of the object when it is an actor';
COMMENT ON COLUMN v_positions.change IS 'null, hardened, softened, new or dropped';
COMMENT ON COLUMN v_positions.quote IS 'The words that tell it';
COMMENT ON COLUMN v_positions.chain IS 'Who vouches for it, outermost first';

CREATE VIEW v_corrections AS
SELECT * EXCLUDE (undone, undone_by) FROM corrections WHERE undone IS NULL;

COMMENT ON VIEW v_corrections IS 'Corrections that stand.';
