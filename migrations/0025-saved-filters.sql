-- Filters under a name: an address of the screens, checked anew whenever it is opened. One's own lies in the space of one's
-- organisation outside alliances and is found by its owner alone; a shared one lies in a space of the alliance.
CREATE TABLE saved_filter (
  id         TEXT PRIMARY KEY,
  space      TEXT NOT NULL REFERENCES space (id),
  version    BIGINT NOT NULL,
  owner      TEXT NOT NULL REFERENCES person (id),
  alliance   TEXT REFERENCES alliance (id),  -- none: of a page outside alliances
  party      TEXT REFERENCES party (id),
  name       TEXT NOT NULL,
  address    TEXT NOT NULL,                  -- within the alliance, such as "/map?knock=1"; otherwise the whole
  audience   TEXT NOT NULL,
  made_at    BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX saved_filter_by_owner ON saved_filter (owner);
CREATE INDEX saved_filter_by_alliance ON saved_filter (alliance);

-- only: postgres
DO $$
DECLARE
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
  this_person constant text := '(SELECT current_setting(''entente.person'', true))';
BEGIN
  EXECUTE format('CREATE POLICY wall ON saved_filter USING (%s OR (space = %s AND (audience <> ''me'' OR owner = %s)))', system_acts, seen_spaces, this_person);
  ALTER TABLE saved_filter ENABLE ROW LEVEL SECURITY;
  ALTER TABLE saved_filter FORCE ROW LEVEL SECURITY;
END $$;
-- only: both
