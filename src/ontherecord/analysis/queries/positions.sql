-- What $a holds, oldest first; with $b, only towards $b, in words that name $b, or on an issue that is between $b and others.
SELECT p.document_id, p.position_id, p.holder.name AS holder, p.holder.country AS country, p.stance, p.object,
    p.object_actor.country AS object_country, p.affirmed, p.change, p.issues, p.evidence_start, p.evidence_end,
    words(d.text, p.evidence_start, p.evidence_end) AS quote, p.according_to, d.published_on
FROM positions p JOIN documents d USING (document_id)
WHERE p.holder.country = $a
  AND (
    $b::TEXT IS NULL
    OR p.object_actor.country = $b
    OR EXISTS (
        FROM mentions m JOIN actors x USING (document_id, actor_id)
        WHERE m.document_id = p.document_id AND x.country = $b AND m.span_start >= p.evidence_start AND m.span_end <= p.evidence_end
    )
    OR EXISTS (
        FROM issues i
        WHERE i.document_id = p.document_id AND list_contains(p.issues, i.issue_id) AND list_contains(i.between_countries, $b)
    )
  )
ORDER BY d.published_on NULLS LAST, d.ordinal, p.evidence_start, p.position_id;
