-- Building the map together: interviews, findings, workshops with their cards, ratings by party, and what stays open.

-- What one person noted in a talk. It lies in the private space of the interviewer's organisation, and is for the interviewer
-- alone: the wall below asks for the person, and the record keeps a salted commitment to the content, and nothing of it.
CREATE TABLE interview (
  id          TEXT PRIMARY KEY,
  alliance    TEXT NOT NULL REFERENCES alliance (id),
  space       TEXT NOT NULL REFERENCES space (id),
  version     BIGINT NOT NULL,
  interviewer TEXT NOT NULL REFERENCES person (id),
  content     TEXT NOT NULL,
  salt        TEXT NOT NULL,
  made_at     BIGINT NOT NULL
);
CREATE INDEX interview_by_interviewer ON interview (interviewer, alliance);
-- What it said before, by the version that said it; gone with the interview.
CREATE TABLE interview_earlier (
  interview   TEXT NOT NULL REFERENCES interview (id),
  version     BIGINT NOT NULL,
  interviewer TEXT NOT NULL,
  content     TEXT NOT NULL,
  PRIMARY KEY (interview, version)
) {{clustered}};

CREATE TABLE question_set (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, name TEXT NOT NULL, questions TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX question_set_by_alliance ON question_set (alliance);

-- What goes on from the talks: without names, and without a way back to a talk.
CREATE TABLE finding (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, words TEXT NOT NULL, author TEXT NOT NULL REFERENCES person (id),
  removed_at BIGINT
);
CREATE INDEX finding_by_alliance ON finding (alliance);

CREATE TABLE workshop (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, title TEXT NOT NULL, purpose TEXT NOT NULL, held_on TEXT, participants TEXT NOT NULL,
  rating TEXT NOT NULL, round BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX workshop_by_alliance ON workshop (alliance);

CREATE TABLE card (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, workshop TEXT NOT NULL REFERENCES workshop (id), title TEXT NOT NULL, description TEXT NOT NULL,
  party TEXT NOT NULL REFERENCES party (id), author TEXT NOT NULL REFERENCES person (id), findings TEXT NOT NULL,
  theme TEXT REFERENCES theme (id), perspective TEXT REFERENCES perspective (id), position BIGINT NOT NULL,
  merged_into TEXT, objective TEXT REFERENCES objective (id), tied BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX card_by_workshop ON card (workshop);
CREATE INDEX card_by_alliance ON card (alliance);
CREATE INDEX card_by_objective ON card (objective);

CREATE TABLE card_link (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, workshop TEXT NOT NULL REFERENCES workshop (id), cause TEXT NOT NULL REFERENCES card (id),
  effect TEXT NOT NULL REFERENCES card (id),
  removed_at BIGINT
);
CREATE INDEX card_link_by_workshop ON card_link (workshop);
CREATE INDEX card_link_by_alliance ON card_link (alliance);

-- What a person rated in a round that is open. Closing adds it up by party and deletes it.
CREATE TABLE card_rating (
  workshop TEXT NOT NULL REFERENCES workshop (id),
  round    BIGINT NOT NULL,
  card     TEXT NOT NULL REFERENCES card (id),
  person   TEXT NOT NULL REFERENCES person (id),
  party    TEXT NOT NULL REFERENCES party (id),
  value    BIGINT NOT NULL,
  PRIMARY KEY (workshop, round, card, person)
) {{clustered}};

-- A round that was closed, and what each party said of each card. `title` is what the card said then.
CREATE TABLE rating_round (
  workshop  TEXT NOT NULL REFERENCES workshop (id),
  round     BIGINT NOT NULL,
  space     TEXT NOT NULL REFERENCES space (id),
  closed_at BIGINT NOT NULL,
  voters    TEXT NOT NULL,
  PRIMARY KEY (workshop, round)
) {{clustered}};
CREATE TABLE rating_result (
  card     TEXT NOT NULL REFERENCES card (id),
  round    BIGINT NOT NULL,
  party    TEXT NOT NULL REFERENCES party (id),
  workshop TEXT NOT NULL REFERENCES workshop (id),
  space    TEXT NOT NULL REFERENCES space (id),
  raters   BIGINT NOT NULL,
  total    BIGINT NOT NULL,
  title    TEXT NOT NULL,
  PRIMARY KEY (card, round, party)
) {{clustered}};
CREATE INDEX rating_result_by_workshop ON rating_result (workshop);

-- What stays open after a workshop, until a body has it on its agenda.
CREATE TABLE open_matter (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, workshop TEXT NOT NULL REFERENCES workshop (id), card TEXT REFERENCES card (id), title TEXT NOT NULL,
  note TEXT NOT NULL, state TEXT NOT NULL, outcome TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX open_matter_by_alliance ON open_matter (alliance);
CREATE INDEX open_matter_by_workshop ON open_matter (workshop);

-- only: postgres
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
  this_person constant text := '(SELECT current_setting(''entente.person'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY['question_set', 'finding', 'workshop', 'card', 'card_link', 'rating_round', 'rating_result', 'open_matter'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR space = %s)', name, system_acts, seen_spaces);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['interview', 'interview_earlier'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR interviewer = %s)', name, system_acts, this_person);
  END LOOP;
  EXECUTE format('CREATE POLICY wall ON card_rating USING (%s OR person = %s)', system_acts, this_person);
  FOREACH name IN ARRAY ARRAY['question_set', 'finding', 'workshop', 'card', 'card_link', 'rating_round', 'rating_result', 'open_matter',
                              'interview', 'interview_earlier', 'card_rating'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
