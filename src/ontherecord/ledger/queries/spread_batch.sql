-- Spreads the records of the temporary table `batch` over the typed tables. The JSON is that of docs/record.md.

CREATE OR REPLACE TEMP TABLE batch_actors AS
SELECT document_id, run_id, unnest(from_json(record -> '$.actors', '[{"id": "VARCHAR", "name": "VARCHAR", "country": "VARCHAR",
    "sector": "VARCHAR", "role": "VARCHAR", "wikidata": "VARCHAR", "mentions": [{"start": "INTEGER", "end": "INTEGER"}]}]')) AS a
FROM batch;

INSERT INTO actors SELECT document_id, a.id, a.name, a.country, a.sector, a.role, a.wikidata, run_id FROM batch_actors;

INSERT INTO mentions
SELECT document_id, id, m.start, m.end, run_id FROM (SELECT document_id, run_id, a.id AS id, unnest(a.mentions) AS m FROM batch_actors);

INSERT INTO search_names
SELECT word, name, country, ordinal, id, 0
FROM (SELECT unnest(list_distinct(words_in(a.name))) AS word, a.name AS name, a.country AS country, ordinal, a.id AS id
      FROM batch_actors JOIN batch USING (document_id))
ORDER BY word, name, ordinal;

-- Who an actor id means, for each document: a map from id to party.
CREATE OR REPLACE TEMP TABLE batch_cast AS
SELECT
    b.document_id,
    map_from_entries(
        coalesce(list({'k': a.id, 'v': {'id': a.id, 'name': a.name, 'country': a.country, 'sector': a.sector}::party})
            FILTER (WHERE a.id IS NOT NULL), [])
    ) AS who
FROM batch b LEFT JOIN batch_actors USING (document_id)
GROUP BY b.document_id;

CREATE OR REPLACE TEMP TABLE batch_events AS
SELECT
    document_id, e.id AS event_id, e.type, e.mode, e.aux, e.contexts,
    [who[i] FOR i IN e.actors] AS actors, [who[i] FOR i IN e.recipients] AS recipients, e.date.start, e.date.end, e.date.span, e.place, e.amounts, e.issues, e.quad, e.score, e.confidence,
    e.trigger.start, e.trigger.end, e.evidence.start, e.evidence.end, e.mentions, e.according_to, run_id
FROM (
    SELECT document_id, run_id, who, unnest(from_json(record -> '$.events', '[{"id": "VARCHAR", "type": "VARCHAR", "mode": "VARCHAR",
        "aux": "VARCHAR", "contexts": ["VARCHAR"], "actors": ["VARCHAR"], "recipients": ["VARCHAR"],
        "date": {"start": "DATE", "end": "DATE", "span": {"start": "INTEGER", "end": "INTEGER"}},
        "place": {"name": "VARCHAR", "country": "VARCHAR", "lat": "DOUBLE", "lon": "DOUBLE", "geonames": "BIGINT"},
        "amounts": [{"value": "DOUBLE", "unit": "VARCHAR", "span": {"start": "INTEGER", "end": "INTEGER"}}],
        "issues": ["VARCHAR"], "quad": "VARCHAR", "score": "DOUBLE", "confidence": "DOUBLE",
        "trigger": {"start": "INTEGER", "end": "INTEGER"}, "evidence": {"start": "INTEGER", "end": "INTEGER"},
        "mentions": [{"start": "INTEGER", "end": "INTEGER"}],
        "according_to": [{"kind": "VARCHAR", "name": "VARCHAR", "country": "VARCHAR", "ownership": "VARCHAR", "actor": "VARCHAR",
            "span": {"start": "INTEGER", "end": "INTEGER"}}]}]')) AS e
    FROM batch JOIN batch_cast USING (document_id)
);

INSERT INTO events FROM batch_events;

INSERT INTO event_actors
SELECT document_id, event_id, side, p.id, p.name, p.country, p.sector, run_id
FROM (
    SELECT document_id, event_id, 'actor' AS side, unnest(actors) AS p, run_id FROM batch_events
    UNION ALL
    SELECT document_id, event_id, 'recipient', unnest(recipients), run_id FROM batch_events
);

CREATE OR REPLACE TEMP TABLE batch_statements AS
SELECT
    document_id, s.id AS statement_id, who[s.speaker] AS speaker, [who[i] FOR i IN s.addressees] AS addressees, s.form, s.content, s.cue, s.source, s.according_to,
    s.issues, s.events, s.confidence, run_id
FROM (
    SELECT document_id, run_id, who, unnest(from_json(record -> '$.statements', '[{"id": "VARCHAR", "speaker": "VARCHAR",
        "addressees": ["VARCHAR"], "form": "VARCHAR", "content": [{"start": "INTEGER", "end": "INTEGER"}],
        "cue": {"start": "INTEGER", "end": "INTEGER"}, "source": {"start": "INTEGER", "end": "INTEGER"},
        "according_to": [{"kind": "VARCHAR", "name": "VARCHAR", "country": "VARCHAR", "ownership": "VARCHAR", "actor": "VARCHAR",
            "span": {"start": "INTEGER", "end": "INTEGER"}}],
        "issues": ["VARCHAR"], "events": ["VARCHAR"], "confidence": "DOUBLE"}]')) AS s
    FROM batch JOIN batch_cast USING (document_id)
);

INSERT INTO statements FROM batch_statements;

CREATE OR REPLACE TEMP TABLE batch_positions AS
SELECT
    document_id, p.id AS position_id, who[p.holder] AS holder, p.stance, coalesce(who[p.object].name, p.object) AS object,
    who[p.object] AS object_actor, p.affirmed, p.change, p.evidence.start AS evidence_start, p.evidence.end AS evidence_end, p.according_to, p.issues, run_id
FROM (
    SELECT document_id, run_id, who, unnest(from_json(record -> '$.positions', '[{"id": "VARCHAR", "holder": "VARCHAR",
        "stance": "VARCHAR", "object": "VARCHAR", "affirmed": "BOOLEAN", "change": "VARCHAR",
        "evidence": {"start": "INTEGER", "end": "INTEGER"},
        "according_to": [{"kind": "VARCHAR", "name": "VARCHAR", "country": "VARCHAR", "ownership": "VARCHAR", "actor": "VARCHAR",
            "span": {"start": "INTEGER", "end": "INTEGER"}}],
        "issues": ["VARCHAR"]}]')) AS p
    FROM batch JOIN batch_cast USING (document_id)
);

INSERT INTO positions FROM batch_positions;

CREATE OR REPLACE TEMP TABLE batch_issues AS
SELECT document_id, i.id AS issue_id, i.label, i.between AS between_countries, i.mentions, run_id
FROM (
    SELECT document_id, run_id, unnest(from_json(record -> '$.issues', '[{"id": "VARCHAR", "label": "VARCHAR",
        "between": ["VARCHAR"], "mentions": [{"start": "INTEGER", "end": "INTEGER"}]}]')) AS i
    FROM batch
);

INSERT INTO issues FROM batch_issues;

CREATE OR REPLACE TEMP TABLE batch_issue_pairs AS FROM issue_pair_rows('batch_issues', 'batch_documents');
INSERT INTO issue_pairs FROM batch_issue_pairs ORDER BY pair, ordinal;
INSERT INTO statement_pairs FROM statement_pair_rows('batch_issue_pairs', 'batch_statements', 'batch_documents') ORDER BY pair, ordinal;
INSERT INTO position_pairs FROM position_pair_rows('batch_issue_pairs', 'batch_positions', 'batch_documents') ORDER BY pair, ordinal;

INSERT INTO uncoded
SELECT document_id, r.span.start, r.span.end, r.reason, run_id
FROM (
    SELECT document_id, run_id, unnest(from_json(record -> '$.refused',
        '[{"span": {"start": "INTEGER", "end": "INTEGER"}, "reason": "VARCHAR"}]')) AS r
    FROM batch
);
