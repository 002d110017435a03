-- Reads the documents out of the temporary table `batch`, in the shape of the ledger's.
CREATE OR REPLACE TEMP TABLE batch_documents AS
SELECT
    document_id, ordinal, source, d.text, d.title, d.url, d.publisher, d.agency, d.dateline, d.published,
    try_cast(d.published[:10] AS DATE) AS published_on, d.language,
    from_json(parts, '[{"kind": "VARCHAR", "span": {"start": "INTEGER", "end": "INTEGER"}}]') AS parts, run_id
FROM (
    SELECT *, from_json(record -> '$.document', '{"text": "VARCHAR", "title": "VARCHAR", "url": "VARCHAR", "publisher": "VARCHAR",
        "agency": "VARCHAR", "dateline": "VARCHAR", "published": "VARCHAR", "language": "VARCHAR"}') AS d
    FROM batch
);
