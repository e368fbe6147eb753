-- How an initiative went: what was reported on it, each time something of it changed.
CREATE TABLE initiative_course (
  initiative TEXT NOT NULL REFERENCES initiative (id),
  at         BIGINT NOT NULL,
  act        TEXT NOT NULL,
  state      TEXT NOT NULL,
  progress   TEXT NOT NULL,
  planned    TEXT,
  budget     TEXT,
  cost       TEXT,
  starts     TEXT,
  due        TEXT,
  PRIMARY KEY (initiative, at, act)
) {{clustered}};

-- How often a measure's page was opened, by day and side, and never by whom. `space` is the private one of the side.
CREATE TABLE measure_look (
  space   TEXT NOT NULL REFERENCES space (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  day     TEXT NOT NULL,
  times   BIGINT NOT NULL,
  PRIMARY KEY (space, measure, day)
) {{clustered}};

-- What was decided on a measure that was put up to be renegotiated, kept or dropped.
CREATE TABLE measure_review (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, measure TEXT NOT NULL REFERENCES measure (id), verdict TEXT NOT NULL, reason TEXT NOT NULL,
  by_person TEXT NOT NULL REFERENCES person (id), by_party TEXT NOT NULL REFERENCES party (id), decided_at BIGINT NOT NULL,
  quiet_until TEXT NOT NULL, removed_at BIGINT
);
CREATE INDEX measure_review_by_alliance ON measure_review (alliance);

-- only: postgres
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
BEGIN
  FOREACH name IN ARRAY ARRAY['measure_look', 'measure_review'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR space = %s)', name, system_acts, seen_spaces);
  END LOOP;
  -- The course lies where its initiative lies.
  EXECUTE format('CREATE POLICY wall ON initiative_course USING (%s OR EXISTS (SELECT 1 FROM initiative WHERE initiative.id = initiative_course.initiative))',
                 system_acts);
  FOREACH name IN ARRAY ARRAY['initiative_course', 'measure_look', 'measure_review'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
