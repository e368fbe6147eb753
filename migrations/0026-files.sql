-- Files that people attach to the things of an alliance. A file lies in the space of the thing it was attached to. Its name is a
-- text for people; on the server it is called by its identifier. A removed file stays, so that removing can be undone, until its
-- content is dropped.
CREATE TABLE attachment (
  id           TEXT PRIMARY KEY,
  alliance     TEXT NOT NULL REFERENCES alliance (id),
  space        TEXT NOT NULL REFERENCES space (id),
  version      BIGINT NOT NULL,
  about_kind   TEXT NOT NULL,
  about        TEXT NOT NULL,
  part         TEXT NOT NULL,  -- of a charter: the item of its document, or nothing
  name         TEXT NOT NULL,
  kind         TEXT NOT NULL,
  size         BIGINT NOT NULL,
  digest       TEXT NOT NULL,  -- SHA-256 of the content
  person       TEXT NOT NULL REFERENCES person (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  made_at      BIGINT NOT NULL,
  removed_at   BIGINT,
  dropped_at   BIGINT
);
CREATE INDEX attachment_by_thing ON attachment (about, part, made_at);
CREATE INDEX attachment_by_space ON attachment (space, dropped_at);
CREATE INDEX attachment_by_alliance ON attachment (alliance, made_at);
CREATE INDEX attachment_by_removal ON attachment (removed_at);

-- The content, in parts that are read one by one.
CREATE TABLE attachment_part (
  attachment TEXT NOT NULL REFERENCES attachment (id),
  number     BIGINT NOT NULL,
  space      TEXT NOT NULL REFERENCES space (id),
  bytes      BYTEA NOT NULL,
  PRIMARY KEY (attachment, number)
);

-- only: postgres
-- What is attached is mostly packed already: PostgreSQL need not try again.
ALTER TABLE attachment_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
BEGIN
  FOREACH name IN ARRAY ARRAY['attachment', 'attachment_part'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR space = %s)', name, system_acts, seen_spaces);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
