-- The tables of a ledger. Ids are local to their document ("a1", "e1"); with document_id they are unique.
-- Offsets count Unicode code points of documents.text, half open: substring(text, x_start + 1, x_end - x_start) gives the words.
-- Times are UTC.

CREATE TABLE schema_version (version INTEGER NOT NULL, applied TIMESTAMP NOT NULL);

CREATE TYPE span AS STRUCT("start" INTEGER, "end" INTEGER);
-- Somebody in an event or statement: the actor's id and what is known of them.
CREATE TYPE party AS STRUCT(id TEXT, name TEXT, country TEXT, sector TEXT);
-- A link of a source chain; chains stand outermost first.
CREATE TYPE source_link AS STRUCT(kind TEXT, name TEXT, country TEXT, ownership TEXT, actor TEXT, span span);

-- A pass of the program over some documents: which code, and which knowledge (hash of lexicons and models), made the rows.
CREATE TABLE runs (
    run_id INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    knowledge TEXT NOT NULL,
    started TIMESTAMP NOT NULL,
    finished TIMESTAMP,               -- null: still going, or killed
    added INTEGER,
    already INTEGER,                  -- were there before
    refused INTEGER
);

CREATE TABLE documents (
    document_id TEXT PRIMARY KEY,     -- hash of content and metadata
    ordinal BIGINT NOT NULL,          -- order of arrival
    source TEXT NOT NULL,             -- path or address that it was read from
    text TEXT NOT NULL,
    title TEXT,
    url TEXT,
    publisher TEXT,
    agency TEXT,
    dateline TEXT,
    published TEXT,                   -- ISO date or datetime as given
    published_on DATE,                -- its day
    language TEXT,
    parts STRUCT(kind TEXT, span span)[] NOT NULL,
    run_id INTEGER NOT NULL
);

-- The whole record of a document, as `otr code --json` prints it.
CREATE TABLE records (document_id TEXT NOT NULL, ordinal BIGINT NOT NULL, record TEXT NOT NULL, run_id INTEGER NOT NULL);

CREATE TABLE actors (
    document_id TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    name TEXT NOT NULL,
    country TEXT,                     -- ISO 3166 alpha-3 or a PLOVER international code; null where it cannot be told
    sector TEXT,
    role TEXT,
    wikidata TEXT,
    run_id INTEGER NOT NULL
);

-- The words that name an actor, pronouns too.
CREATE TABLE mentions (
    document_id TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    run_id INTEGER NOT NULL
);

CREATE TABLE events (
    document_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    type TEXT NOT NULL,
    mode TEXT,
    aux TEXT,                         -- null, historical, future, hypothetical or negation
    contexts TEXT[] NOT NULL,
    actors party[] NOT NULL,
    recipients party[] NOT NULL,
    date_start DATE,                  -- first and last day; null when it cannot be told
    date_end DATE,
    date_span span,
    place STRUCT(name TEXT, country TEXT, lat DOUBLE, lon DOUBLE, geonames BIGINT),
    amounts STRUCT("value" DOUBLE, unit TEXT, span span)[] NOT NULL,
    issues TEXT[] NOT NULL,
    quad TEXT NOT NULL,
    score DOUBLE NOT NULL,            -- conflict (-10) to cooperation (10)
    confidence DOUBLE NOT NULL,
    trigger_start INTEGER NOT NULL,   -- the word that tells it
    trigger_end INTEGER NOT NULL,
    evidence_start INTEGER NOT NULL,  -- the sentence
    evidence_end INTEGER NOT NULL,
    mentions span[] NOT NULL,         -- all words of the document that tell it
    according_to source_link[] NOT NULL,
    run_id INTEGER NOT NULL
);

-- events.actors and events.recipients, a row a party: for joins and for dyads.
CREATE TABLE event_actors (
    document_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    side TEXT NOT NULL,               -- actor or recipient
    actor_id TEXT NOT NULL,
    name TEXT,
    country TEXT,
    sector TEXT,
    run_id INTEGER NOT NULL
);

CREATE TABLE statements (
    document_id TEXT NOT NULL,
    statement_id TEXT NOT NULL,
    speaker party,                    -- null when it cannot be told
    addressees party[] NOT NULL,
    form TEXT NOT NULL,               -- direct, indirect or mixed
    content span[] NOT NULL,          -- a quote broken by its attribution has two
    cue span,
    source span,                      -- the words that name the speaker here
    according_to source_link[] NOT NULL,
    issues TEXT[] NOT NULL,
    events TEXT[] NOT NULL,           -- event ids
    confidence DOUBLE NOT NULL,
    run_id INTEGER NOT NULL
);

CREATE TABLE positions (
    document_id TEXT NOT NULL,
    position_id TEXT NOT NULL,
    holder party NOT NULL,
    stance TEXT NOT NULL,
    object TEXT NOT NULL,             -- the actor's name, or plain words
    object_actor party,               -- when it is an actor
    affirmed BOOLEAN NOT NULL,
    change TEXT,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    according_to source_link[] NOT NULL,
    issues TEXT[] NOT NULL,
    run_id INTEGER NOT NULL
);

CREATE TABLE issues (
    document_id TEXT NOT NULL,
    issue_id TEXT NOT NULL,           -- the same in every document: "trade"
    label TEXT NOT NULL,
    between_countries TEXT[] NOT NULL,
    mentions span[] NOT NULL,
    run_id INTEGER NOT NULL
);

-- What was found in a document and not coded, and why.
CREATE TABLE uncoded (
    document_id TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    reason TEXT NOT NULL,
    run_id INTEGER NOT NULL
);

-- Documents that could not be coded at all. The same refusal again only moves run_id to the latest run that met it.
CREATE TABLE refusals (source TEXT NOT NULL, reason TEXT NOT NULL, run_id INTEGER NOT NULL, PRIMARY KEY (source, reason));

-- What happened, told by events of one or several documents.
CREATE TABLE occurrences (occurrence_id TEXT NOT NULL, fields JSON NOT NULL);

CREATE TABLE occurrence_events (
    occurrence_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    event_id TEXT NOT NULL,
    score DOUBLE NOT NULL,
    reasons TEXT[] NOT NULL,
    copy_of TEXT                      -- the document that this one is a copy of
);

-- What people put right, beside the machine's value. `item_id` follows the item when the document is coded again, by the
-- anchor (the words it stands on); null when the new coding has no such item.
CREATE SEQUENCE correction_ids;
CREATE TABLE corrections (
    correction_id INTEGER NOT NULL DEFAULT nextval('correction_ids'),
    document_id TEXT NOT NULL,
    kind TEXT NOT NULL,               -- event, statement, position, actor or issue
    item_id TEXT,
    anchor span,
    field TEXT NOT NULL,
    machine JSON NOT NULL,            -- the value that was corrected
    value JSON NOT NULL,              -- the value that is right
    who TEXT NOT NULL,
    reason TEXT NOT NULL,
    made TIMESTAMP NOT NULL,
    undone TIMESTAMP,
    undone_by TEXT
);
