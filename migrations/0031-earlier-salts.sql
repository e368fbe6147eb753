-- The salt of each earlier text of a talk, so that what the record keeps of that one can be shown, too. Nothing where a text is
-- older than this.
ALTER TABLE interview_earlier ADD COLUMN salt TEXT NOT NULL DEFAULT '';
