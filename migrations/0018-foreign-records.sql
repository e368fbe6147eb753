-- What an alliance brought along from another installation. The record that was kept there, as it was exported, so that it can
-- still be verified; the log here begins anew, with a leaf that names the export.
CREATE TABLE foreign_record (
  id          TEXT PRIMARY KEY,
  alliance    TEXT NOT NULL REFERENCES alliance (id),
  space       TEXT NOT NULL REFERENCES space (id),
  origin      TEXT NOT NULL,  -- names the log: the server, a slash, the space
  leaves      BIGINT NOT NULL,
  head        TEXT NOT NULL,  -- the signed head over all of them
  signed_by   TEXT NOT NULL,  -- the verifier key of that head
  sha256      TEXT NOT NULL,  -- of the file
  manifest    TEXT NOT NULL,  -- SHA-256 of the manifest of the export
  taken_at    BIGINT NOT NULL,
  brought_at  BIGINT NOT NULL
);
CREATE INDEX foreign_record_by_space ON foreign_record (space);
CREATE INDEX foreign_record_by_alliance ON foreign_record (alliance);
CREATE TABLE foreign_record_part (
  record  TEXT NOT NULL REFERENCES foreign_record (id),
  number  BIGINT NOT NULL,
  space   TEXT NOT NULL REFERENCES space (id),
  content BYTEA NOT NULL,
  PRIMARY KEY (record, number)
);

-- Who here is meant by a person's identifier in a text that is kept byte by byte, such as a version of the charter.
CREATE TABLE foreign_person (
  alliance   TEXT NOT NULL REFERENCES alliance (id),
  space      TEXT NOT NULL REFERENCES space (id),
  foreign_id TEXT NOT NULL,
  person     TEXT NOT NULL REFERENCES person (id),
  PRIMARY KEY (alliance, foreign_id)
) {{clustered}};

-- only: postgres
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
BEGIN
  FOREACH name IN ARRAY ARRAY['foreign_record', 'foreign_record_part', 'foreign_person'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR space = %s)', name, system_acts, seen_spaces);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
