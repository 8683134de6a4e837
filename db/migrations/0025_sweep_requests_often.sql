-- The lists count from indexes alone, which works where Postgres knows that all of a page is seen by everybody: swept after
-- a fiftieth of the rows has changed, not after a fifth.
ALTER TABLE "tickets" SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
