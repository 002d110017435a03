-- The stored records of the documents $ids (joined by commas), in order of arrival. Joined by that order, in which the tables lie: the
-- records of all others are left unread.
SELECT r.ordinal, r.document_id, d.source, to_json(d.parts)::TEXT AS parts, r.record
FROM records r
JOIN (FROM documents WHERE document_id IN (SELECT unnest(string_split($ids, ',')))) d ON d.ordinal = r.ordinal
ORDER BY r.ordinal;
