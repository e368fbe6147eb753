-- What a review saw, whole: the document is never changed, and its digest stands in the record.
CREATE TABLE review_freeze (
  id           TEXT PRIMARY KEY,
  alliance     TEXT NOT NULL REFERENCES alliance (id),
  space        TEXT NOT NULL REFERENCES space (id),
  period       TEXT NOT NULL,
  last_day     TEXT NOT NULL,
  title        TEXT NOT NULL,
  note         TEXT NOT NULL,
  digest       TEXT NOT NULL,
  charter      BIGINT,
  light        TEXT NOT NULL,
  score        TEXT,
  taken_at     BIGINT NOT NULL,
  by_person    TEXT NOT NULL,
  by_party     TEXT NOT NULL
);
CREATE INDEX freeze_by_alliance ON review_freeze (alliance, taken_at);
CREATE TABLE freeze_document (
  id       TEXT PRIMARY KEY REFERENCES review_freeze (id),
  space    TEXT NOT NULL REFERENCES space (id),
  document TEXT NOT NULL
);

-- only: postgres
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
BEGIN
  FOREACH name IN ARRAY ARRAY['review_freeze', 'freeze_document'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR space = %s)', name, system_acts, seen_spaces);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
