-- What the linker needs of events: those of the documents $ids, or of all documents when it is null. `around` counts how often the
-- document names each country's actors. Texts are joined by their order of arrival, in which they lie, so that only those wanted are read.
WITH chosen AS MATERIALIZED (
    SELECT document_id, ordinal FROM documents WHERE $ids::TEXT IS NULL OR document_id IN (SELECT unnest(string_split($ids, ',')))
),
named AS (
    SELECT document_id, country, count(*) AS mentions
    FROM mentions JOIN actors USING (document_id, actor_id)
    WHERE country IS NOT NULL AND document_id IN (SELECT document_id FROM chosen)
    GROUP BY document_id, country
),
around AS (SELECT document_id, list({'country': country, 'mentions': mentions}) AS around FROM named GROUP BY document_id)
SELECT
    e.document_id, e.event_id, d.published_on, e.type, e.mode, e.aux,
    [{'name': p.name, 'country': p.country, 'named': contains(d.text, regexp_extract(p.name, '(\S+)\s*$', 1))} FOR p IN e.actors] AS actors,
    [{'name': p.name, 'country': p.country, 'named': contains(d.text, regexp_extract(p.name, '(\S+)\s*$', 1))} FOR p IN e.recipients] AS recipients,
    e.date_start, e.date_end, e.place.name AS place, e.issues,
    [{'unit': a.unit, 'value': a.value} FOR a IN e.amounts] AS amounts,
    words(d.text, e.trigger_start, e.trigger_end) AS trigger,
    words(d.text, e.evidence_start, e.evidence_end) AS evidence,
    coalesce(a.around, []) AS around,
    list_filter(e.according_to, x -> x.country IS NOT NULL AND x.kind != 'platform' AND (x.kind = 'actor' OR x.ownership = 'state'))[1].country AS vouching
FROM events e
JOIN (
    SELECT t.document_id, t.published_on, t.text FROM documents t JOIN chosen c ON c.ordinal = t.ordinal
) d ON d.document_id = e.document_id
LEFT JOIN around a ON a.document_id = e.document_id;
