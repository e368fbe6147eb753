-- Mail that waits to be sent, runs of the schedule, and what people want to hear.

-- `content` is what the mail says, in parts, each with the spaces that it is drawn from; it goes once the mail has gone.
-- `occasion` says what the mail is about, so that one occasion makes one mail, however often it is looked at.
CREATE TABLE outgoing_mail (
  id            TEXT PRIMARY KEY,
  person        TEXT NOT NULL REFERENCES person (id),
  kind          TEXT NOT NULL,
  occasion      TEXT NOT NULL UNIQUE,
  subject       TEXT NOT NULL,
  content       TEXT NOT NULL,
  made_at       BIGINT NOT NULL,
  not_before    BIGINT NOT NULL,
  state         TEXT NOT NULL,
  tries         BIGINT NOT NULL,
  claim         TEXT,
  claimed_until BIGINT,
  ended_at      BIGINT,
  problem       TEXT NOT NULL
);
CREATE INDEX outgoing_mail_by_state ON outgoing_mail (state, not_before);
CREATE INDEX outgoing_mail_by_person ON outgoing_mail (person);

-- One row for each run of a job that was due; `slot` is the moment for which it was due.
CREATE TABLE job_run (
  name        TEXT NOT NULL,
  slot        BIGINT NOT NULL,
  holder      TEXT NOT NULL,
  lease_until BIGINT NOT NULL,
  tries       BIGINT NOT NULL,
  done_at     BIGINT,
  PRIMARY KEY (name, slot)
) {{clustered}};

-- How often a person wants to hear of a kind of news; no row: as usual.
CREATE TABLE notification_setting (
  person TEXT NOT NULL REFERENCES person (id),
  kind   TEXT NOT NULL,
  rhythm TEXT NOT NULL,
  PRIMARY KEY (person, kind)
) {{clustered}};

-- Up to when a person was told of a kind of news.
CREATE TABLE news_told (
  person TEXT NOT NULL REFERENCES person (id),
  kind   TEXT NOT NULL,
  at     BIGINT NOT NULL,
  PRIMARY KEY (person, kind)
) {{clustered}};

-- The lights of an alliance as a person was last told of them: JSON, by the identifier of the objective.
CREATE TABLE lights_told (
  person   TEXT NOT NULL REFERENCES person (id),
  alliance TEXT NOT NULL REFERENCES alliance (id),
  lights   TEXT NOT NULL,
  PRIMARY KEY (person, alliance)
) {{clustered}};

-- Which reminders of which cell a person got: number 1 before the value is due, 2 and on after.
CREATE TABLE reminder (
  person  TEXT NOT NULL REFERENCES person (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  period  TEXT NOT NULL,
  number  BIGINT NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (person, measure, period, number)
) {{clustered}};

-- What is one person's own lies behind the wall (0007).
-- only: postgres
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  this_person constant text := '(SELECT current_setting(''entente.person'', true))';
BEGIN
  FOREACH name IN ARRAY ARRAY['outgoing_mail', 'notification_setting', 'news_told', 'lights_told', 'reminder'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR person = %s)', name, system_acts, this_person);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
