-- Documents that could not be coded, and why; with $run, those that this run met last.
SELECT source, reason, run_id FROM refusals WHERE $run::INTEGER IS NULL OR run_id = $run ORDER BY source, reason;
