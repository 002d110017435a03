-- Views that answer: occurrences with their accounts, issues, both ways of a pair, series, dyads. Every column is described, and
-- docs/views.md is written from the descriptions.

-- The quad class of a PLOVER type.
CREATE MACRO quad_of(kind) AS CASE
    WHEN kind IN ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE') THEN 'verbal cooperation'
    WHEN kind IN ('COOPERATE', 'AID', 'RETREAT') THEN 'material cooperation'
    WHEN kind IN ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN') THEN 'verbal conflict'
    ELSE 'material conflict' END;

-- Whether something counts: what is denied or only thought of does not; what is promised or threatened does, as a promise or threat.
CREATE MACRO counts_as_told(kind, aux) AS
    aux IS NULL OR aux = 'historical' OR (aux = 'future' AND kind IN ('AGREE', 'CONCEDE', 'THREATEN'));

-- Whether something goes from one country to another; a meeting, and what is done together, goes both ways.
CREATE MACRO goes_to(kind, actors, recipients, source, target) AS
    kind = 'CONSULT' OR len(recipients) = 0 OR (list_contains(actors, source) AND list_contains(recipients, target));

-- A week ("2026-W06") or month ("2026-02").
CREATE MACRO period_of(unit, day) AS CASE unit WHEN 'week' THEN strftime(day, '%G-W%V') ELSE strftime(day, '%Y-%m') END;

CREATE VIEW v_issues AS
SELECT i.document_id, i.issue_id, d.publisher, d.url, d.title, d.published_on, i.label, i.between_countries,
    list_distinct([words(d.text, m.start, m.end) FOR m IN i.mentions]) AS words, len(i.mentions) AS times, i.mentions, i.run_id
FROM issues i JOIN documents d USING (document_id);

COMMENT ON VIEW v_issues IS 'One row an issue in a document: what is between countries, and the words that name it.';
COMMENT ON COLUMN v_issues.document_id IS 'The document (hash of content and metadata)';
COMMENT ON COLUMN v_issues.issue_id IS 'The issue, the same in every document: "trade"';
COMMENT ON COLUMN v_issues.publisher IS 'Who published the document';
COMMENT ON COLUMN v_issues.url IS 'Where it stands; null if not known';
COMMENT ON COLUMN v_issues.title IS 'Its title; null if it has none';
COMMENT ON COLUMN v_issues.published_on IS 'Day of publication; null if not known';
COMMENT ON COLUMN v_issues.label IS 'The issue for people: "arms sales"';
COMMENT ON COLUMN v_issues.between_countries IS 'The countries that the document holds it to be between, sorted';
COMMENT ON COLUMN v_issues.words IS 'The different words that name it';
COMMENT ON COLUMN v_issues.times IS 'How often it is named';
COMMENT ON COLUMN v_issues.mentions IS 'The spans of the words: code points of documents.text';
COMMENT ON COLUMN v_issues.run_id IS 'The run that coded it';

CREATE VIEW v_accounts AS
SELECT a.occurrence_id, a.document_id, a.event_id, a.copy_of, a.score AS link_score, a.reasons AS link_reasons,
    e.publisher, e.url, e.title, e.published_on, e.type, e.mode, e.aux, e.date_start, e.date_end, e.actor_countries,
    e.recipient_countries, e.chain, e.quote, e.evidence_start, e.evidence_end
FROM occurrence_events a JOIN v_events e ON e.document_id = a.document_id AND e.event_id = a.event_id;

COMMENT ON VIEW v_accounts IS 'One row an account of an occurrence: the event of a document that tells it, with its sentence.';
COMMENT ON COLUMN v_accounts.occurrence_id IS 'The occurrence';
COMMENT ON COLUMN v_accounts.document_id IS 'The document that tells it';
COMMENT ON COLUMN v_accounts.event_id IS 'The event within the document';
COMMENT ON COLUMN v_accounts.copy_of IS 'The document that this one is a copy of (wire copy or near-duplicate); null for accounts of their own';
COMMENT ON COLUMN v_accounts.link_score IS 'How sure it is that the event tells of this occurrence, 0 to 1';
COMMENT ON COLUMN v_accounts.link_reasons IS 'Why: "same day", "same parties", …';
COMMENT ON COLUMN v_accounts.publisher IS 'Who published the document';
COMMENT ON COLUMN v_accounts.url IS 'Where it stands; null if not known';
COMMENT ON COLUMN v_accounts.title IS 'Its title; null if it has none';
COMMENT ON COLUMN v_accounts.published_on IS 'Day of publication; null if not known';
COMMENT ON COLUMN v_accounts.type IS 'PLOVER type as this document tells it';
COMMENT ON COLUMN v_accounts.mode IS 'PLOVER mode, or null';
COMMENT ON COLUMN v_accounts.aux IS 'null, historical, future, hypothetical or negation';
COMMENT ON COLUMN v_accounts.date_start IS 'First day as this document tells it';
COMMENT ON COLUMN v_accounts.date_end IS 'Last day, inclusive';
COMMENT ON COLUMN v_accounts.actor_countries IS 'Countries of who did it, as told here';
COMMENT ON COLUMN v_accounts.recipient_countries IS 'Countries of whom it was done to, as told here';
COMMENT ON COLUMN v_accounts.chain IS 'Who vouches for it, outermost first';
COMMENT ON COLUMN v_accounts.quote IS 'The sentence that tells it';
COMMENT ON COLUMN v_accounts.evidence_start IS 'Where the quote starts: code points of documents.text';
COMMENT ON COLUMN v_accounts.evidence_end IS 'Where it ends, exclusive';

CREATE VIEW v_occurrences AS
SELECT o.occurrence_id, o.type, o.mode, o.aux, quad_of(o.type) AS quad, o.score, a.confidence,
    coalesce(o.date_start, o.bounds_end) AS day, o.date_start, o.date_end, o.bounds_start, o.bounds_end,
    o.actors AS actor_countries, o.recipients AS recipient_countries, o.place, o.issues, counts_as_told(o.type, o.aux) AS counted,
    coalesce(a.documents, []) AS documents, coalesce(a.copies, []) AS copies
FROM occurrences o
LEFT JOIN (
    SELECT t.occurrence_id, list(DISTINCT t.document_id ORDER BY t.document_id) FILTER (WHERE t.copy_of IS NULL) AS documents,
        list(DISTINCT t.document_id ORDER BY t.document_id) FILTER (WHERE t.copy_of IS NOT NULL) AS copies, max(e.confidence) AS confidence
    FROM occurrence_events t JOIN events e ON e.document_id = t.document_id AND e.event_id = t.event_id
    GROUP BY t.occurrence_id
) a USING (occurrence_id);

COMMENT ON VIEW v_occurrences IS 'One row an occurrence: what happened, however many reports tell it.';
COMMENT ON COLUMN v_occurrences.occurrence_id IS 'The occurrence';
COMMENT ON COLUMN v_occurrences.type IS 'PLOVER type';
COMMENT ON COLUMN v_occurrences.mode IS 'PLOVER mode, or null';
COMMENT ON COLUMN v_occurrences.aux IS 'null, historical, future, hypothetical or negation';
COMMENT ON COLUMN v_occurrences.quad IS 'verbal or material, cooperation or conflict';
COMMENT ON COLUMN v_occurrences.score IS 'PLOVER score, -10 (conflict) to 10 (cooperation)';
COMMENT ON COLUMN v_occurrences.confidence IS 'Of its surest telling, 0 to 1';
COMMENT ON COLUMN v_occurrences.day IS 'The first day as told, else the last day on which it can have been; null without any';
COMMENT ON COLUMN v_occurrences.date_start IS 'First day as told; null when no report tells it';
COMMENT ON COLUMN v_occurrences.date_end IS 'Last day, inclusive';
COMMENT ON COLUMN v_occurrences.bounds_start IS 'First of the days between which it must have been';
COMMENT ON COLUMN v_occurrences.bounds_end IS 'Last of them';
COMMENT ON COLUMN v_occurrences.actor_countries IS 'Countries of who did it, sorted';
COMMENT ON COLUMN v_occurrences.recipient_countries IS 'Countries of whom it was done to, sorted; empty for meetings';
COMMENT ON COLUMN v_occurrences.place IS 'Name of the place';
COMMENT ON COLUMN v_occurrences.issues IS 'Issue ids';
COMMENT ON COLUMN v_occurrences.counted IS 'Whether series count it: what is denied or only thought of is not counted';
COMMENT ON COLUMN v_occurrences.documents IS 'Documents that tell it in words of their own';
COMMENT ON COLUMN v_occurrences.copies IS 'Documents that are copies of those';

-- Both ways of a pair; one row an occurrence and way.
CREATE VIEW v_directed AS
SELECT pair, source, target, occurrence_id, day, type, mode, aux, quad_of(type) AS quad, score, confidence, issues
FROM (
    SELECT *, CASE WHEN there THEN split_part(pair, ' ', 1) ELSE split_part(pair, ' ', 2) END AS source,
        CASE WHEN there THEN split_part(pair, ' ', 2) ELSE split_part(pair, ' ', 1) END AS target
    FROM occurrence_pairs CROSS JOIN (VALUES (true), (false)) w(there)
    WHERE together AND day IS NOT NULL AND counts_as_told(type, aux)
)
WHERE goes_to(type, actors, recipients, source, target);

COMMENT ON VIEW v_directed IS 'One row an occurrence that has a day and counts, and way: from one country of a pair to the other.';
COMMENT ON COLUMN v_directed.pair IS 'Both codes in order of the alphabet: "CHN USA"';
COMMENT ON COLUMN v_directed.source IS 'Whose act it is; of a meeting each of both';
COMMENT ON COLUMN v_directed.target IS 'Towards whom';
COMMENT ON COLUMN v_directed.occurrence_id IS 'The occurrence';
COMMENT ON COLUMN v_directed.day IS 'The first day as told, else the last day on which it can have been';
COMMENT ON COLUMN v_directed.type IS 'PLOVER type';
COMMENT ON COLUMN v_directed.mode IS 'PLOVER mode, or null';
COMMENT ON COLUMN v_directed.aux IS 'null, historical or future';
COMMENT ON COLUMN v_directed.quad IS 'verbal or material, cooperation or conflict';
COMMENT ON COLUMN v_directed.score IS 'PLOVER score, -10 (conflict) to 10 (cooperation)';
COMMENT ON COLUMN v_directed.confidence IS 'Of its surest telling, 0 to 1';
COMMENT ON COLUMN v_directed.issues IS 'Issue ids';

-- Series of one pair, or of all when it is null, from the days `since` to `until`; either may be null.
CREATE MACRO series_rows(of_pair, since, until) AS TABLE
WITH counted AS (
    SELECT * FROM v_directed
    WHERE (of_pair IS NULL OR pair = of_pair) AND (since IS NULL OR day >= since) AND (until IS NULL OR day <= until)
),
summed AS (
    SELECT unit, date_trunc(unit, day)::DATE AS starts, source, target,
        coalesce(sum(score) FILTER (WHERE score > 0), 0) AS cooperation, coalesce(sum(score) FILTER (WHERE score < 0), 0) AS conflict,
        sqrt(sum(score * score * confidence * (1 - confidence))) AS error,
        count(*) FILTER (WHERE quad = 'verbal cooperation') AS verbal_cooperation,
        count(*) FILTER (WHERE quad = 'material cooperation') AS material_cooperation,
        count(*) FILTER (WHERE quad = 'verbal conflict') AS verbal_conflict,
        count(*) FILTER (WHERE quad = 'material conflict') AS material_conflict,
        coalesce(sum(score) FILTER (WHERE starts_with(quad, 'material') AND score > 0), 0) AS material_cooperation_score,
        coalesce(sum(score) FILTER (WHERE starts_with(quad, 'material') AND score < 0), 0) AS material_conflict_score,
        list_sort(list(occurrence_id)) AS occurrences
    FROM counted CROSS JOIN (VALUES ('week'), ('month')) u(unit)
    GROUP BY ALL
),
read AS (
    SELECT unit, date_trunc(unit, published_on)::DATE AS starts, sum(documents)::BIGINT AS reports_read
    FROM (SELECT published_on, count(*) AS documents FROM documents WHERE published_on IS NOT NULL GROUP BY published_on)
    CROSS JOIN (VALUES ('week'), ('month')) u(unit)
    GROUP BY ALL
)
SELECT unit, period_of(unit, starts) AS period, starts, source, target, round(cooperation, 2) AS cooperation, round(conflict, 2) AS conflict, coalesce(round(error, 2), 0) AS error,
    verbal_cooperation, material_cooperation, verbal_conflict, material_conflict,
    round(material_cooperation_score, 2) AS material_cooperation_score, round(material_conflict_score, 2) AS material_conflict_score,
    occurrences, coalesce(reports_read, 0) AS reports_read
FROM summed LEFT JOIN read USING (unit, starts);

CREATE VIEW v_series AS FROM series_rows(NULL::TEXT, NULL::DATE, NULL::DATE);

COMMENT ON VIEW v_series IS 'One row a week or month and way in which something counted happened: sums over occurrences, not over reports.';
COMMENT ON COLUMN v_series.unit IS 'week or month';
COMMENT ON COLUMN v_series.period IS '"2026-W06" (ISO week) or "2026-02"';
COMMENT ON COLUMN v_series.starts IS 'Its first day';
COMMENT ON COLUMN v_series.source IS 'Whose acts; meetings count both ways';
COMMENT ON COLUMN v_series.target IS 'Towards whom';
COMMENT ON COLUMN v_series.cooperation IS 'Sum of the PLOVER scores above zero';
COMMENT ON COLUMN v_series.conflict IS 'Sum of the PLOVER scores below zero';
COMMENT ON COLUMN v_series.error IS 'Standard error of their sum that the confidence of the coding leaves: the root of the sum of score² · confidence · (1 - confidence)';
COMMENT ON COLUMN v_series.verbal_cooperation IS 'How many occurrences of this quad class';
COMMENT ON COLUMN v_series.material_cooperation IS 'How many occurrences of this quad class';
COMMENT ON COLUMN v_series.verbal_conflict IS 'How many occurrences of this quad class';
COMMENT ON COLUMN v_series.material_conflict IS 'How many occurrences of this quad class';
COMMENT ON COLUMN v_series.material_cooperation_score IS 'The part of cooperation that is material, not verbal';
COMMENT ON COLUMN v_series.material_conflict_score IS 'The part of conflict that is material, not verbal';
COMMENT ON COLUMN v_series.occurrences IS 'Ids of the occurrences that are summed; v_accounts has their sentences';
COMMENT ON COLUMN v_series.reports_read IS 'All documents published in the period that the ledger has read, on whatever: the denominator';

CREATE VIEW v_dyads AS
SELECT split_part(pair, ' ', 1) AS a, split_part(pair, ' ', 2) AS b, min(day) AS first_day, max(day) AS last_day,
    count(*) AS occurrences, round(avg(score), 2) AS mean_score,
    count(*) FILTER (WHERE quad_of(type) = 'verbal cooperation') AS verbal_cooperation,
    count(*) FILTER (WHERE quad_of(type) = 'material cooperation') AS material_cooperation,
    count(*) FILTER (WHERE quad_of(type) = 'verbal conflict') AS verbal_conflict,
    count(*) FILTER (WHERE quad_of(type) = 'material conflict') AS material_conflict
FROM occurrence_pairs WHERE together AND counts_as_told(type, aux)
GROUP BY pair;

COMMENT ON VIEW v_dyads IS 'One row a pair of countries that have to do with each other.';
COMMENT ON COLUMN v_dyads.a IS 'The code that comes first in the alphabet';
COMMENT ON COLUMN v_dyads.b IS 'The other';
COMMENT ON COLUMN v_dyads.first_day IS 'Day of the first occurrence of both; null when none has a day';
COMMENT ON COLUMN v_dyads.last_day IS 'Day of the last';
COMMENT ON COLUMN v_dyads.occurrences IS 'How many counted occurrences both have a part in';
COMMENT ON COLUMN v_dyads.mean_score IS 'Mean PLOVER score of them';
COMMENT ON COLUMN v_dyads.verbal_cooperation IS 'How many occurrences of this quad class';
COMMENT ON COLUMN v_dyads.material_cooperation IS 'How many occurrences of this quad class';
COMMENT ON COLUMN v_dyads.verbal_conflict IS 'How many occurrences of this quad class';
COMMENT ON COLUMN v_dyads.material_conflict IS 'How many occurrences of this quad class';

-- What 0002 left to be described.
COMMENT ON COLUMN v_events.url IS 'Where the document stands; null if not known';
COMMENT ON COLUMN v_events.title IS 'Its title; null if it has none';
COMMENT ON COLUMN v_events.lat IS 'Latitude of the place';
COMMENT ON COLUMN v_events.lon IS 'Longitude of the place';
COMMENT ON COLUMN v_events.trigger_start IS 'Where the trigger starts: code points of documents.text';
COMMENT ON COLUMN v_events.trigger_end IS 'Where it ends, exclusive';
COMMENT ON COLUMN v_statements.document_id IS 'The document (hash of content and metadata)';
COMMENT ON COLUMN v_statements.statement_id IS 'Id within the document';
COMMENT ON COLUMN v_statements.publisher IS 'Who published the document';
COMMENT ON COLUMN v_statements.url IS 'Where it stands; null if not known';
COMMENT ON COLUMN v_statements.title IS 'Its title; null if it has none';
COMMENT ON COLUMN v_statements.published_on IS 'Day of publication; null if not known';
COMMENT ON COLUMN v_statements.speaker_sector IS 'PLOVER sector of the speaker';
COMMENT ON COLUMN v_statements.addressees IS 'Names of those spoken to';
COMMENT ON COLUMN v_statements.addressee_countries IS 'Their countries, each once, sorted';
COMMENT ON COLUMN v_statements.issues IS 'Issue ids';
COMMENT ON COLUMN v_statements.confidence IS '0 to 1';
COMMENT ON COLUMN v_statements.run_id IS 'The run that coded it';
COMMENT ON COLUMN v_positions.document_id IS 'The document (hash of content and metadata)';
COMMENT ON COLUMN v_positions.position_id IS 'Id within the document';
COMMENT ON COLUMN v_positions.publisher IS 'Who published the document';
COMMENT ON COLUMN v_positions.url IS 'Where it stands; null if not known';
COMMENT ON COLUMN v_positions.title IS 'Its title; null if it has none';
COMMENT ON COLUMN v_positions.published_on IS 'Day of publication; null if not known';
COMMENT ON COLUMN v_positions.holder_country IS 'ISO alpha-3 or PLOVER international code';
COMMENT ON COLUMN v_positions.issues IS 'Issue ids';
COMMENT ON COLUMN v_positions.evidence_start IS 'Where the quote starts: code points of documents.text';
COMMENT ON COLUMN v_positions.evidence_end IS 'Where it ends, exclusive';
COMMENT ON COLUMN v_positions.run_id IS 'The run that coded it';
COMMENT ON COLUMN v_corrections.correction_id IS 'Its number';
COMMENT ON COLUMN v_corrections.document_id IS 'The document that was put right';
COMMENT ON COLUMN v_corrections.kind IS 'event, statement, position, actor, issue or link';
COMMENT ON COLUMN v_corrections.item_id IS 'Id within the document; null when the newest coding has no such item';
COMMENT ON COLUMN v_corrections.anchor IS 'The words that the item stands on: code points of documents.text';
COMMENT ON COLUMN v_corrections.field IS 'What of it was put right';
COMMENT ON COLUMN v_corrections.machine IS 'The machine''s value, as JSON';
COMMENT ON COLUMN v_corrections.value IS 'The value that is right, as JSON';
COMMENT ON COLUMN v_corrections.who IS 'Who put it right';
COMMENT ON COLUMN v_corrections.reason IS 'Why';
COMMENT ON COLUMN v_corrections.made IS 'When, UTC';
