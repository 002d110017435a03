-- What $a and $b hold about each other, or in documents on an issue between them, oldest first.
SELECT p.document_id, p.position_id, p.holder.name AS holder, p.holder.country AS country, p.stance, p.object,
    p.object_actor.country AS object_country, p.affirmed, p.change, p.issues, p.evidence_start, p.evidence_end,
    words(d.text, p.evidence_start, p.evidence_end) AS quote, p.according_to, d.published_on
FROM positions p JOIN documents d USING (document_id)
WHERE p.holder.country IN ($a, $b)
  AND (
    (p.object_actor.country IN ($a, $b) AND p.object_actor.country != p.holder.country)
    OR p.document_id IN (
        SELECT document_id FROM issues WHERE list_contains(between_countries, $a) AND list_contains(between_countries, $b)
    )
  )
  AND ($since::DATE IS NULL OR d.published_on >= $since) AND ($until::DATE IS NULL OR d.published_on <= $until)
ORDER BY d.published_on NULLS LAST, d.ordinal, p.evidence_start, p.position_id;
