-- Organisations, people, alliances, parties, agreements, spaces, members, charters.
-- {{clustered}} becomes WITHOUT ROWID on SQLite and nothing on PostgreSQL. Moments are microseconds since 1970 in UTC,
-- days are ISO text, decimals are text, identifiers are 20 characters of text, truth values are 0 and 1.

CREATE TABLE organisation (
  id           TEXT PRIMARY KEY,
  version      BIGINT NOT NULL,
  name         TEXT NOT NULL,
  folded_name  TEXT NOT NULL UNIQUE,
  mark_letter  TEXT NOT NULL,
  made_at      BIGINT NOT NULL
);

CREATE TABLE person (
  id            TEXT PRIMARY KEY,
  version       BIGINT NOT NULL,
  organisation  TEXT NOT NULL REFERENCES organisation (id),
  name          TEXT NOT NULL,
  email         TEXT NOT NULL,
  folded_email  TEXT NOT NULL UNIQUE,
  title         TEXT NOT NULL,
  locale        TEXT NOT NULL,
  appearance    TEXT NOT NULL,
  state         TEXT NOT NULL,
  administrator BIGINT NOT NULL,
  made_at       BIGINT NOT NULL
);
CREATE INDEX person_by_organisation ON person (organisation);

CREATE TABLE alliance (
  id            TEXT PRIMARY KEY,
  version       BIGINT NOT NULL,
  slug          TEXT NOT NULL UNIQUE,
  name          TEXT NOT NULL,
  kind          TEXT NOT NULL,
  stage         TEXT NOT NULL,
  partner_type  TEXT,
  description   TEXT NOT NULL,
  source        TEXT NOT NULL,
  vision        TEXT NOT NULL,
  mission       TEXT NOT NULL,
  currency      TEXT NOT NULL,
  first_month   BIGINT NOT NULL,
  first_day     BIGINT NOT NULL,
  calendar_kind TEXT NOT NULL,
  zone          TEXT NOT NULL,
  method        TEXT NOT NULL,
  foreign_id    TEXT NOT NULL,
  extra         TEXT NOT NULL,
  made_at       BIGINT NOT NULL
);

-- A party without an organisation is still to be invited.
CREATE TABLE party (
  id           TEXT PRIMARY KEY,
  version      BIGINT NOT NULL,
  alliance     TEXT NOT NULL REFERENCES alliance (id),
  organisation TEXT REFERENCES organisation (id),
  name         TEXT NOT NULL,
  kind         TEXT NOT NULL,
  state        TEXT NOT NULL,
  mark_letter  TEXT NOT NULL,
  mark_style   TEXT NOT NULL,
  position     BIGINT NOT NULL,
  foreign_id   TEXT NOT NULL
);
CREATE INDEX party_by_alliance ON party (alliance);
CREATE INDEX party_by_organisation ON party (organisation);

CREATE TABLE agreement (
  id          TEXT PRIMARY KEY,
  version     BIGINT NOT NULL,
  alliance    TEXT NOT NULL REFERENCES alliance (id),
  name        TEXT NOT NULL,
  state       TEXT NOT NULL,
  made_at     BIGINT NOT NULL
);
CREATE TABLE agreement_party (
  agreement   TEXT NOT NULL REFERENCES agreement (id),
  party       TEXT NOT NULL REFERENCES party (id),
  must_ratify BIGINT NOT NULL,
  PRIMARY KEY (agreement, party)
) {{clustered}};

-- A space's revision is the size of its record: it grows by one with every committed change.
-- An organisation's space without an alliance holds what its administrators do.
CREATE TABLE space (
  id           TEXT PRIMARY KEY,
  alliance     TEXT REFERENCES alliance (id),
  kind         TEXT NOT NULL,
  organisation TEXT REFERENCES organisation (id),
  agreement    TEXT REFERENCES agreement (id),
  revision     BIGINT NOT NULL
);
CREATE INDEX space_by_alliance ON space (alliance);
CREATE INDEX space_by_organisation ON space (organisation);

CREATE TABLE member (
  alliance TEXT NOT NULL REFERENCES alliance (id),
  person   TEXT NOT NULL REFERENCES person (id),
  party    TEXT NOT NULL REFERENCES party (id),
  state    TEXT NOT NULL,
  roles    TEXT NOT NULL,
  themes   TEXT NOT NULL,
  since    BIGINT NOT NULL,
  version  BIGINT NOT NULL,
  PRIMARY KEY (alliance, person)
) {{clustered}};
CREATE INDEX member_by_person ON member (person);

-- Grows whenever a right may have changed, so that every server notices within a second.
CREATE TABLE access_revision (
  only_row BIGINT PRIMARY KEY,
  revision BIGINT NOT NULL
);
INSERT INTO access_revision (only_row, revision) VALUES (1, 1);

-- A charter is a frozen plan document with its digest. The working draft lives in the tables of the plan.
CREATE TABLE charter (
  id             TEXT PRIMARY KEY,
  alliance       TEXT NOT NULL REFERENCES alliance (id),
  agreement      TEXT REFERENCES agreement (id),
  number         BIGINT NOT NULL,
  state          TEXT NOT NULL,
  document       TEXT NOT NULL,
  digest         BYTEA NOT NULL,
  effective_from TEXT,
  made_at        BIGINT NOT NULL,
  made_by        TEXT NOT NULL,
  in_force_at    BIGINT,
  superseded_at  BIGINT,
  UNIQUE (alliance, number)
);
CREATE TABLE consent (
  charter TEXT NOT NULL REFERENCES charter (id),
  party   TEXT NOT NULL REFERENCES party (id),
  person  TEXT NOT NULL REFERENCES person (id),
  verdict TEXT NOT NULL,
  digest  BYTEA NOT NULL,
  reason  TEXT NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (charter, party)
) {{clustered}};

-- Answers to requests that carried an Idempotency-Key, kept for 24 hours.
CREATE TABLE idempotency (
  person  TEXT NOT NULL,
  key     TEXT NOT NULL,
  digest  BYTEA NOT NULL,
  status  BIGINT NOT NULL,
  body    TEXT NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (person, key)
) {{clustered}};

-- Acts that were taken back, and by which act.
CREATE TABLE undone (
  act    TEXT PRIMARY KEY,
  by_act TEXT NOT NULL
) {{clustered}};
