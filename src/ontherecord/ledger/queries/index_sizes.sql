-- Rows of the index by level, lowest first.
SELECT level, sum(held)::BIGINT AS held FROM search_levels GROUP BY level ORDER BY level;
