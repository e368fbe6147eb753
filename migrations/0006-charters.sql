-- Versions of the charter. The tables of the first migration were never written to.
DROP TABLE consent;
DROP TABLE charter;

-- A frozen document of the plan of one space (the shared one, or that of an agreement), with its digest.
CREATE TABLE charter (
  id             TEXT PRIMARY KEY,
  alliance       TEXT NOT NULL REFERENCES alliance (id),
  space          TEXT NOT NULL REFERENCES space (id),
  number         BIGINT NOT NULL,
  state          TEXT NOT NULL,
  digest         TEXT NOT NULL,
  note           TEXT NOT NULL,
  effective_from TEXT,
  made_at        BIGINT NOT NULL,
  made_by        TEXT NOT NULL REFERENCES person (id),
  made_by_party  TEXT NOT NULL REFERENCES party (id),
  in_force_at    BIGINT,
  superseded_at  BIGINT,
  UNIQUE (space, number)
);
CREATE INDEX charter_by_alliance ON charter (alliance);
CREATE TABLE charter_document (
  charter  TEXT PRIMARY KEY REFERENCES charter (id),
  document TEXT NOT NULL
);
CREATE TABLE consent (
  charter TEXT NOT NULL REFERENCES charter (id),
  party   TEXT NOT NULL REFERENCES party (id),
  person  TEXT NOT NULL REFERENCES person (id),
  verdict TEXT NOT NULL,
  digest  TEXT NOT NULL,
  reason  TEXT NOT NULL,
  at      BIGINT NOT NULL,
  PRIMARY KEY (charter, party)
) {{clustered}};

-- Who may bind an organisation in an alliance, by the word of an administrator.
CREATE TABLE signatory (
  alliance     TEXT NOT NULL REFERENCES alliance (id),
  person       TEXT NOT NULL REFERENCES person (id),
  organisation TEXT NOT NULL REFERENCES organisation (id),
  named_by     TEXT NOT NULL,
  named_at     BIGINT NOT NULL,
  PRIMARY KEY (alliance, person)
) {{clustered}};

-- The measures of the version in force: values are taken for them though the draft may have dropped them.
CREATE TABLE charter_measure (
  charter TEXT NOT NULL REFERENCES charter (id),
  measure TEXT NOT NULL REFERENCES measure (id),
  PRIMARY KEY (charter, measure)
) {{clustered}};
CREATE INDEX charter_measure_by_measure ON charter_measure (measure);
