-- A page of stored records in order of arrival: those after the ordinal $after, all documents or the given $ids.
SELECT r.ordinal, r.document_id, d.source, to_json(d.parts)::TEXT AS parts, r.record
FROM records r JOIN documents d USING (document_id)
WHERE r.ordinal > $after AND ($ids::TEXT[] IS NULL OR r.document_id IN (SELECT unnest($ids::TEXT[])))
ORDER BY r.ordinal
LIMIT $size;
