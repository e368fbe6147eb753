-- Computed measures: the formula as it was written, and what it makes of inputs that are not there.
ALTER TABLE measure ADD COLUMN formula TEXT NOT NULL DEFAULT '';
ALTER TABLE measure ADD COLUMN nulls TEXT NOT NULL DEFAULT 'propagate';
