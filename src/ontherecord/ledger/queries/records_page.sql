-- A page of stored records in order of arrival: those after the ordinal $after.
SELECT r.ordinal, r.document_id, d.source, to_json(d.parts)::TEXT AS parts, r.record
FROM (FROM records WHERE ordinal > $after ORDER BY ordinal LIMIT $size) r JOIN documents d USING (document_id)
ORDER BY r.ordinal;
