-- Which items of a person's inbox a mail has told of: none comes by mail twice.
CREATE TABLE inbox_mailed (
  person TEXT NOT NULL REFERENCES person (id),
  item   TEXT NOT NULL,
  at     BIGINT NOT NULL,
  PRIMARY KEY (person, item)
) {{clustered}};

-- only: postgres
DO $$
DECLARE
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  this_person constant text := '(SELECT current_setting(''entente.person'', true))';
BEGIN
  EXECUTE format('CREATE POLICY wall ON inbox_mailed USING (%s OR person = %s)', system_acts, this_person);
  ALTER TABLE inbox_mailed ENABLE ROW LEVEL SECURITY;
  ALTER TABLE inbox_mailed FORCE ROW LEVEL SECURITY;
END $$;
-- only: both
