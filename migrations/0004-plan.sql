-- The plan of an alliance: the map and its scorecards. Every row lies in exactly one space. A removed row stays, with the
-- moment of its removal, so that removing can be undone.

CREATE TABLE perspective (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, name TEXT NOT NULL, question TEXT NOT NULL, position BIGINT NOT NULL, foreign_id TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX perspective_by_alliance ON perspective (alliance);

CREATE TABLE theme (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL, colour BIGINT NOT NULL, kind TEXT NOT NULL,
  leader TEXT REFERENCES person (id), priority TEXT NOT NULL, method TEXT NOT NULL, k BIGINT NOT NULL,
  weight TEXT NOT NULL, red_override BIGINT NOT NULL, position BIGINT NOT NULL, foreign_id TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX theme_by_alliance ON theme (alliance);

CREATE TABLE objective (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, code TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL,
  perspective TEXT NOT NULL REFERENCES perspective (id), theme TEXT NOT NULL REFERENCES theme (id),
  owner TEXT REFERENCES person (id), method TEXT NOT NULL, k BIGINT NOT NULL, weight TEXT NOT NULL,
  mandatory BIGINT NOT NULL, red_override BIGINT NOT NULL, manual_light TEXT, manual_reason TEXT NOT NULL,
  pin_column BIGINT, pin_row BIGINT, position BIGINT NOT NULL, foreign_id TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX objective_by_alliance ON objective (alliance);

CREATE TABLE link (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, cause TEXT NOT NULL REFERENCES objective (id), effect TEXT NOT NULL REFERENCES objective (id),
  sign TEXT NOT NULL, lag_months BIGINT NOT NULL, strength TEXT NOT NULL, foreign_id TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX link_by_alliance ON link (alliance);

CREATE TABLE win (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, party TEXT NOT NULL REFERENCES party (id), text TEXT NOT NULL, objectives TEXT NOT NULL,
  position BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX win_by_alliance ON win (alliance);

CREATE TABLE shared_value (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, text TEXT NOT NULL, description TEXT NOT NULL, position BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX shared_value_by_alliance ON shared_value (alliance);

CREATE TABLE measure (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, objective TEXT NOT NULL REFERENCES objective (id), code TEXT NOT NULL, name TEXT NOT NULL,
  definition TEXT NOT NULL, unit TEXT NOT NULL, decimals BIGINT NOT NULL, currency TEXT NOT NULL,
  frequency TEXT NOT NULL, aggregation TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL, dimension TEXT NOT NULL,
  owner TEXT REFERENCES person (id), supplier TEXT REFERENCES party (id), carry BIGINT NOT NULL, grace BIGINT NOT NULL,
  cumulative BIGINT NOT NULL, seasonal BIGINT NOT NULL, natural_min TEXT, natural_max TEXT, base BIGINT,
  starts TEXT, retired TEXT, review_date TEXT, weight TEXT NOT NULL, mandatory BIGINT NOT NULL,
  position BIGINT NOT NULL, foreign_id TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX measure_by_alliance ON measure (alliance);

-- How a measure is scored from a day on.
CREATE TABLE target (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, measure TEXT NOT NULL REFERENCES measure (id), effective_from TEXT NOT NULL,
  scoring TEXT NOT NULL, assumed BIGINT NOT NULL, reason TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX target_by_alliance ON target (alliance);

CREATE TABLE initiative (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL, objectives TEXT NOT NULL,
  owner TEXT REFERENCES person (id), starts TEXT, due TEXT, state TEXT NOT NULL, progress TEXT NOT NULL,
  planned TEXT, budget TEXT, cost TEXT, currency TEXT NOT NULL, milestones TEXT NOT NULL, moves TEXT NOT NULL,
  foreign_id TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX initiative_by_alliance ON initiative (alliance);

-- The leader's reading of a theme in a period.
CREATE TABLE narrative (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, theme TEXT NOT NULL REFERENCES theme (id), period TEXT NOT NULL, analysis TEXT NOT NULL,
  recommendation TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX narrative_by_alliance ON narrative (alliance);

-- A light set by hand over the computed one, until a day.
CREATE TABLE light_override (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, object TEXT NOT NULL, light TEXT NOT NULL, reason TEXT NOT NULL, expires TEXT NOT NULL,
  by_party TEXT NOT NULL REFERENCES party (id), by_person TEXT NOT NULL REFERENCES person (id),
  consent_party TEXT REFERENCES party (id), consent_person TEXT REFERENCES person (id),
  removed_at BIGINT
);
CREATE INDEX light_override_by_alliance ON light_override (alliance);

-- Two time axes: period, and recorded_at. A correction is a further row with the next number; the highest one counts.
CREATE TABLE observation (
  measure      TEXT NOT NULL REFERENCES measure (id),
  series       TEXT NOT NULL,
  period       TEXT NOT NULL,
  number       BIGINT NOT NULL,
  state        TEXT NOT NULL,
  value        TEXT,
  numerator    TEXT,
  denominator  TEXT,
  weight       TEXT,
  reason       TEXT NOT NULL,
  note         TEXT NOT NULL,
  flags        TEXT NOT NULL,
  recorded_at  BIGINT NOT NULL,
  person       TEXT,  -- none: the operator of the server
  organisation TEXT,
  source       TEXT NOT NULL,
  act          TEXT NOT NULL,
  PRIMARY KEY (measure, series, period, number)
) {{clustered}};

-- Uploads that wait for their second step, and what they wrote, so that an import can be undone for 7 days.
CREATE TABLE import (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), person TEXT NOT NULL, kind TEXT NOT NULL,
  state TEXT NOT NULL, content TEXT NOT NULL, act TEXT, made_at BIGINT NOT NULL
);
