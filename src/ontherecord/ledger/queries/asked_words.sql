-- The words of each of $asked as the index writes them.
SELECT words_in(a) AS words FROM (SELECT unnest($asked::TEXT[]) AS a, unnest(range(len($asked::TEXT[]))) AS n) ORDER BY n;
