-- The number of arrival of the latest document in the index; 0 when there is none.
SELECT coalesce(max(last_ordinal), 0) AS ordinal FROM search_levels;
