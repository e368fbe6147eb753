-- Agreements between some of an alliance's parties: what they say, who has consented, and the space of their own.
ALTER TABLE agreement ADD COLUMN space TEXT;
ALTER TABLE agreement ADD COLUMN kind TEXT NOT NULL DEFAULT 'other';
ALTER TABLE agreement ADD COLUMN summary TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN starts TEXT;
ALTER TABLE agreement ADD COLUMN ends TEXT;
ALTER TABLE agreement ADD COLUMN digest TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN made_by TEXT;
ALTER TABLE agreement ADD COLUMN made_by_party TEXT;
ALTER TABLE agreement ADD COLUMN in_force_at BIGINT;
ALTER TABLE agreement ADD COLUMN closed_at BIGINT;
ALTER TABLE agreement ADD COLUMN closed_by_party TEXT;
ALTER TABLE agreement ADD COLUMN closing_reason TEXT NOT NULL DEFAULT '';
CREATE INDEX agreement_by_alliance ON agreement (alliance);
CREATE INDEX agreement_party_by_party ON agreement_party (party);
CREATE INDEX space_by_agreement ON space (agreement);

CREATE TABLE agreement_consent (
  agreement TEXT NOT NULL REFERENCES agreement (id),
  space     TEXT NOT NULL REFERENCES space (id),
  party     TEXT NOT NULL REFERENCES party (id),
  person    TEXT NOT NULL REFERENCES person (id),
  verdict   TEXT NOT NULL,
  digest    TEXT NOT NULL,
  reason    TEXT NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (agreement, party)
) {{clustered}};

-- An operational commitment of one party to another. `limits` is what was promised, by the day from which it holds.
CREATE TABLE service_level (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, promise TEXT NOT NULL,
  by_party TEXT NOT NULL REFERENCES party (id), to_party TEXT NOT NULL REFERENCES party (id), unit TEXT NOT NULL, decimals BIGINT NOT NULL,
  direction TEXT NOT NULL, limits TEXT NOT NULL, frequency TEXT NOT NULL, grace BIGINT NOT NULL,
  agreement TEXT REFERENCES agreement (id), owner TEXT REFERENCES person (id), starts TEXT NOT NULL, ends TEXT,
  measure TEXT REFERENCES measure (id), removed_at BIGINT
);
CREATE INDEX service_level_by_alliance ON service_level (alliance);
CREATE INDEX service_level_by_owner ON service_level (owner);
CREATE INDEX service_level_by_measure ON service_level (measure);

-- As with observations: a correction is a further row with the next number, and the highest one counts.
CREATE TABLE service_level_value (
  level TEXT NOT NULL REFERENCES service_level (id), period TEXT NOT NULL, number BIGINT NOT NULL, state TEXT NOT NULL, value TEXT,
  reason TEXT NOT NULL, note TEXT NOT NULL, recorded_at BIGINT NOT NULL, person TEXT, organisation TEXT, source TEXT NOT NULL, act TEXT NOT NULL,
  PRIMARY KEY (level, period, number)
) {{clustered}};
CREATE INDEX service_level_value_by_act ON service_level_value (act);

-- Which reminders of which value of a service level a person got.
CREATE TABLE service_level_reminder (
  person TEXT NOT NULL REFERENCES person (id),
  level  TEXT NOT NULL REFERENCES service_level (id),
  period TEXT NOT NULL,
  number BIGINT NOT NULL,
  at     BIGINT NOT NULL,
  PRIMARY KEY (person, level, period, number)
) {{clustered}};

-- only: postgres
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
  this_person constant text := '(SELECT current_setting(''entente.person'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY['agreement', 'agreement_consent', 'service_level'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR space = %s)', name, system_acts, seen_spaces);
  END LOOP;
  -- Values lie where their service level lies.
  EXECUTE format('CREATE POLICY wall ON service_level_value USING (%s OR EXISTS (SELECT 1 FROM service_level WHERE service_level.id = service_level_value.level))',
                 system_acts);
  EXECUTE format('CREATE POLICY wall ON service_level_reminder USING (%s OR person = %s)', system_acts, this_person);
  FOREACH name IN ARRAY ARRAY['agreement', 'agreement_consent', 'service_level', 'service_level_value', 'service_level_reminder'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
