-- What the version in force says of its measures, as far as it decides which values are taken.
ALTER TABLE charter_measure ADD COLUMN frequency TEXT NOT NULL DEFAULT 'month';
ALTER TABLE charter_measure ADD COLUMN computed BIGINT NOT NULL DEFAULT 0;
ALTER TABLE charter_measure ADD COLUMN scoring TEXT NOT NULL DEFAULT '';
