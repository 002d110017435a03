-- What $a holds, oldest first; with $b, only towards $b, in words that name $b, or on an issue that is between $b and others.
WITH held AS (FROM positions WHERE holder.country = $a),
chosen AS (
    SELECT document_id, position_id FROM held WHERE $b::TEXT IS NULL OR object_actor.country = $b
    UNION
    SELECT h.document_id, h.position_id
    FROM held h
    JOIN actors x ON x.document_id = h.document_id AND x.country = $b
    JOIN mentions m ON m.document_id = x.document_id AND m.actor_id = x.actor_id
    WHERE m.span_start >= h.evidence_start AND m.span_end <= h.evidence_end
    UNION
    SELECT h.document_id, h.position_id
    FROM held h JOIN issues i ON i.document_id = h.document_id AND list_contains(h.issues, i.issue_id)
    WHERE list_contains(i.between_countries, $b)
)
SELECT p.document_id, p.position_id, p.holder.name AS holder, p.holder.country AS country, p.stance, p.object,
    p.object_actor.country AS object_country, p.affirmed, p.change, p.issues, p.evidence_start, p.evidence_end,
    words(d.text, p.evidence_start, p.evidence_end) AS quote, p.according_to, d.published_on
FROM chosen c JOIN held p USING (document_id, position_id) JOIN documents d USING (document_id)
ORDER BY d.published_on NULLS LAST, d.ordinal, p.evidence_start, p.position_id;
