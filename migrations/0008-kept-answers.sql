-- The answer's header fields, one a line, so that a request sent again gets the very same answer.
ALTER TABLE idempotency ADD COLUMN headers TEXT NOT NULL DEFAULT '';
