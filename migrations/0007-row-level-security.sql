-- PostgreSQL: a second wall between organisations. A transaction says with SET LOCAL what it may touch: entente.spaces
-- (identifiers with blanks between), entente.person, or, for what the system itself does, entente.system (the act's name).
-- A row behind the wall is neither found nor written without. FORCE holds the tables' owner to it, too. The settings stand
-- in sub-selects so that they are read once for each statement and not for each row.
-- only: postgres
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
  this_person constant text := '(SELECT current_setting(''entente.person'', true))';
BEGIN
  -- What lies in a space: the plan, and the record with its proofs.
  FOREACH name IN ARRAY ARRAY['perspective', 'theme', 'objective', 'link', 'win', 'shared_value', 'measure', 'target',
                              'initiative', 'narrative', 'light_override', 'record_leaf', 'record_frontier', 'record_head',
                              'record_tile', 'record_person', 'witness', 'cosignature', 'charter'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR space = %s)', name, system_acts, seen_spaces);
  END LOOP;
  -- Values lie where their measure lies: the measure's own policy decides.
  EXECUTE format('CREATE POLICY wall ON observation USING (%s OR EXISTS (SELECT 1 FROM measure WHERE measure.id = observation.measure))',
                 system_acts);
  -- What belongs to a version of a charter lies where the version lies.
  FOREACH name IN ARRAY ARRAY['charter_document', 'charter_measure', 'consent'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR EXISTS (SELECT 1 FROM charter WHERE charter.id = %I.charter))', name, system_acts, name);
  END LOOP;
  -- What is one person's own. An import that is done keeps no content, and colleagues may undo it.
  EXECUTE format('CREATE POLICY wall ON import USING (%s OR person = %s OR content = '''')', system_acts, this_person);
  EXECUTE format('CREATE POLICY wall ON idempotency USING (%s OR person = %s)', system_acts, this_person);
  -- Who may sign in, and the server's keys: for the system alone.
  FOREACH name IN ARRAY ARRAY['credential', 'session', 'api_token', 'recovery', 'server_key'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s)', name, system_acts);
  END LOOP;
  FOR name IN SELECT tablename FROM pg_policies WHERE schemaname = current_schema() AND policyname = 'wall' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
