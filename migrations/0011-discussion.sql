-- What people say to one another about the things of an alliance. A comment lies in the space of the thing it is about. Its
-- thread is the comment that began it, which may be itself. A removed comment stays, so that removing can be undone.
CREATE TABLE comment (
  id           TEXT PRIMARY KEY,
  alliance     TEXT NOT NULL REFERENCES alliance (id),
  space        TEXT NOT NULL REFERENCES space (id),
  version      BIGINT NOT NULL,
  about_kind   TEXT NOT NULL,
  about        TEXT NOT NULL,
  part         TEXT NOT NULL,  -- of a charter: the item of its document, or nothing
  thread       TEXT NOT NULL,
  author       TEXT NOT NULL REFERENCES person (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  text         TEXT NOT NULL,
  made_at      BIGINT NOT NULL,
  edited_at    BIGINT,
  resolved_at  BIGINT,
  resolved_by  TEXT REFERENCES person (id),
  removed_at   BIGINT
);
CREATE INDEX comment_by_thing ON comment (about, made_at);
CREATE INDEX comment_by_thread ON comment (thread, made_at);
CREATE INDEX comment_by_author ON comment (author, thread);
CREATE INDEX comment_by_alliance ON comment (alliance, about);

-- What a comment said before it was edited, by the version that said it.
CREATE TABLE comment_text (
  comment TEXT NOT NULL REFERENCES comment (id),
  version BIGINT NOT NULL,
  space   TEXT NOT NULL REFERENCES space (id),
  text    TEXT NOT NULL,
  until   BIGINT NOT NULL,
  PRIMARY KEY (comment, version)
) {{clustered}};

CREATE TABLE mention (
  comment TEXT NOT NULL REFERENCES comment (id),
  person  TEXT NOT NULL REFERENCES person (id),
  space   TEXT NOT NULL REFERENCES space (id),
  at      BIGINT NOT NULL,
  PRIMARY KEY (comment, person)
) {{clustered}};
CREATE INDEX mention_by_person ON mention (person, at);

-- What a person marked in the own inbox, and until when everything said counts as read.
CREATE TABLE inbox_mark (
  person  TEXT NOT NULL REFERENCES person (id),
  item    TEXT NOT NULL,
  is_read BIGINT NOT NULL,
  PRIMARY KEY (person, item)
) {{clustered}};
CREATE TABLE inbox_until (
  person TEXT PRIMARY KEY REFERENCES person (id),
  until  BIGINT NOT NULL
) {{clustered}};

-- The words of what can be found, made by the program: each begins with the space in which the thing lies, so that a search
-- only ever looks at words of spaces that the viewer sees (src/search/words.hpp).
-- only: sqlite
CREATE TABLE search_entry (
  number     INTEGER PRIMARY KEY,
-- only: postgres
CREATE TABLE search_entry (
  number     BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
-- only: both
  thing      TEXT NOT NULL UNIQUE,
  kind       TEXT NOT NULL,
  alliance   TEXT NOT NULL REFERENCES alliance (id),
  space      TEXT NOT NULL REFERENCES space (id),
  about_kind TEXT NOT NULL,
  about      TEXT NOT NULL,
  code       TEXT NOT NULL,
  title      TEXT NOT NULL,
  words      TEXT NOT NULL
);
CREATE INDEX search_entry_by_about ON search_entry (about);

-- only: sqlite
-- Kept in step by the program: a schema that is not trusted may not write to a virtual table from a trigger.
CREATE VIRTUAL TABLE search_text USING fts5 (words, content = 'search_entry', content_rowid = 'number', tokenize = 'ascii', detail = none, columnsize = 0);
-- only: postgres
ALTER TABLE search_entry ADD COLUMN text tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED;
CREATE INDEX search_entry_by_text ON search_entry USING gin (text);
-- only: both

-- People are found by whoever shares an alliance with them, so their words lie in no space.
CREATE TABLE search_person (
  person TEXT PRIMARY KEY REFERENCES person (id),
  words  TEXT NOT NULL
) {{clustered}};

-- By which rules the words were made; they are made anew when the program has others.
CREATE TABLE search_state (
  only_row BIGINT PRIMARY KEY,
  rules    BIGINT NOT NULL
);
INSERT INTO search_state (only_row, rules) VALUES (1, 0);

-- only: postgres
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
  this_person constant text := '(SELECT current_setting(''entente.person'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY['comment', 'comment_text', 'mention', 'search_entry'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR space = %s)', name, system_acts, seen_spaces);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['inbox_mark', 'inbox_until'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR person = %s)', name, system_acts, this_person);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['comment', 'comment_text', 'mention', 'search_entry', 'inbox_mark', 'inbox_until'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
