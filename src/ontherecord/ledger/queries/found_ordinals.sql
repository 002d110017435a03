-- Documents with numbers of arrival from $first to $last that hold a word within each of up to five pairs of bounds, newest first. $all is
-- the sum of the bits of the pairs in use; the others have bounds between which no word is.
SELECT ordinal FROM (
    SELECT ordinal, 1 AS bit FROM search_words WHERE word BETWEEN $low1 AND $high1 AND ordinal BETWEEN $first AND $last
    UNION ALL SELECT ordinal, 2 FROM search_words WHERE word BETWEEN $low2 AND $high2 AND ordinal BETWEEN $first AND $last
    UNION ALL SELECT ordinal, 4 FROM search_words WHERE word BETWEEN $low3 AND $high3 AND ordinal BETWEEN $first AND $last
    UNION ALL SELECT ordinal, 8 FROM search_words WHERE word BETWEEN $low4 AND $high4 AND ordinal BETWEEN $first AND $last
    UNION ALL SELECT ordinal, 16 FROM search_words WHERE word BETWEEN $low5 AND $high5 AND ordinal BETWEEN $first AND $last
)
GROUP BY ordinal HAVING bit_or(bit) = $all
ORDER BY ordinal DESC LIMIT $most;
