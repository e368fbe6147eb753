-- With an answer kept under an Idempotency-Key: the rights by which it was given (JSON).
ALTER TABLE idempotency ADD COLUMN rights TEXT NOT NULL DEFAULT '{"organisation":"","administrator":true,"grants":[]}';

-- A row stands here in each backup, and where an operator said so: whoever opens this database next begins its new life. A
-- restore puts it into a backup that is older than this table, so it may be here.
CREATE TABLE IF NOT EXISTS restored (
  only_row  BIGINT PRIMARY KEY,
  backup_at BIGINT
);

-- PostgreSQL gives a table another number when pg_restore makes it anew: a number that does not fit tells of a restore.
CREATE TABLE life (
  only_row     BIGINT PRIMARY KEY,
  table_number BIGINT NOT NULL
);
INSERT INTO life (only_row, table_number) VALUES (1, 0);
