-- Who of another partner agreed to the invitation of a further one.
ALTER TABLE invitation ADD COLUMN consenter TEXT;
