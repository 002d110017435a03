-- The documented views (their names begin with "v_") and their columns in order.
SELECT v.view_name AS "view", coalesce(v.comment, '') AS view_says, c.column_name AS "column", c.data_type AS type, coalesce(c.comment, '') AS says
FROM duckdb_views() v JOIN duckdb_columns() c ON c.table_name = v.view_name AND c.schema_name = v.schema_name
WHERE NOT v.internal AND starts_with(v.view_name, 'v_')
ORDER BY v.view_name, c.column_index;
