-- Values and lights that need both sides, values of which a partner shows the light only, and lights by hand that begin on a day.
ALTER TABLE measure ADD COLUMN two_keys BIGINT NOT NULL DEFAULT 0;
ALTER TABLE measure ADD COLUMN note_below TEXT;
ALTER TABLE charter_measure ADD COLUMN two_keys BIGINT NOT NULL DEFAULT 0;
ALTER TABLE light_override ADD COLUMN starts TEXT;
-- Of a withheld value: the light that is shown for it, as it was when the value was given.
ALTER TABLE observation ADD COLUMN shared_light TEXT;

-- What a party says of another's value: accepted, or disputed with a value of its own. It speaks of one row of the cell (its
-- number); a later correction asks anew. A party's newest word on a row counts; a word that was undone is gone.
CREATE TABLE value_verdict (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  measure TEXT NOT NULL REFERENCES measure (id), period TEXT NOT NULL, number BIGINT NOT NULL,
  party TEXT NOT NULL REFERENCES party (id), turn BIGINT NOT NULL, verdict TEXT NOT NULL, value TEXT, reason TEXT NOT NULL,
  by_person TEXT NOT NULL REFERENCES person (id), said_at BIGINT NOT NULL, act TEXT NOT NULL,
  removed_at BIGINT,
  UNIQUE (measure, period, number, party, turn)
);
CREATE INDEX value_verdict_by_alliance ON value_verdict (alliance);
CREATE INDEX value_verdict_by_act ON value_verdict (act);

-- What a party says of the computed light of a period: confirmed, or contested.
CREATE TABLE light_verdict (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  object TEXT NOT NULL, period TEXT NOT NULL, party TEXT NOT NULL REFERENCES party (id), turn BIGINT NOT NULL,
  verdict TEXT NOT NULL, light TEXT NOT NULL, reason TEXT NOT NULL, by_person TEXT NOT NULL REFERENCES person (id),
  said_at BIGINT NOT NULL, act TEXT NOT NULL,
  removed_at BIGINT,
  UNIQUE (object, period, party, turn)
);
CREATE INDEX light_verdict_by_alliance ON light_verdict (alliance);
CREATE INDEX light_verdict_by_act ON light_verdict (act);

-- The value behind a withheld one, in the private space of the organisation that keeps it.
CREATE TABLE withheld_value (
  measure TEXT NOT NULL REFERENCES measure (id),
  period  TEXT NOT NULL,
  number  BIGINT NOT NULL,
  space   TEXT NOT NULL REFERENCES space (id),
  value   TEXT NOT NULL,
  PRIMARY KEY (measure, period, number)
) {{clustered}};
CREATE INDEX withheld_value_by_space ON withheld_value (space);

-- only: postgres
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
BEGIN
  FOREACH name IN ARRAY ARRAY['value_verdict', 'light_verdict', 'withheld_value'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR space = %s)', name, system_acts, seen_spaces);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
