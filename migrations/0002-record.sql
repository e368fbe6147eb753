-- The record of each space: an RFC 6962 Merkle log. Leaves are never changed and never deleted.

CREATE TABLE record_leaf (
  space     TEXT NOT NULL,
  idx       BIGINT NOT NULL,
  act       TEXT NOT NULL,
  leaf_hash BYTEA NOT NULL,
  leaf      BYTEA NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (space, idx)
) {{clustered}};
CREATE INDEX record_leaf_by_act ON record_leaf (act);

-- What is needed to append: how many leaves there are, and the roots of the complete subtrees (32 bytes each).
-- The row is also the lock that puts the writers of one space in order.
CREATE TABLE record_frontier (
  space TEXT PRIMARY KEY REFERENCES space (id),
  size  BIGINT NOT NULL,
  peaks BYTEA NOT NULL
) {{clustered}};

-- Signed heads, with the peaks from which the next head is computed.
CREATE TABLE record_head (
  space     TEXT NOT NULL,
  size      BIGINT NOT NULL,
  root      BYTEA NOT NULL,
  peaks     BYTEA NOT NULL,
  note      TEXT NOT NULL,
  signed_at BIGINT NOT NULL,
  PRIMARY KEY (space, size)
) {{clustered}};

-- Roots of each 256 leaves under a signed head, so that a proof reads hundreds of rows and not a million.
CREATE TABLE record_tile (
  space TEXT NOT NULL,
  idx   BIGINT NOT NULL,
  root  BYTEA NOT NULL,
  PRIMARY KEY (space, idx)
) {{clustered}};

-- Whom a leaf's commitment means. Deleting the row erases the person; the log still verifies.
CREATE TABLE record_person (
  space      TEXT NOT NULL,
  commitment BYTEA NOT NULL,
  person     TEXT NOT NULL,
  name       TEXT NOT NULL,
  salt       BYTEA NOT NULL,
  PRIMARY KEY (space, commitment)
) {{clustered}};
CREATE INDEX record_person_by_person ON record_person (person, space);

-- The keys with which the server signs heads; the one without an end is in use.
CREATE TABLE server_key (
  public_key BYTEA PRIMARY KEY,
  seed       BYTEA NOT NULL,
  name       TEXT NOT NULL,
  made_at    BIGINT NOT NULL,
  retired_at BIGINT
) {{clustered}};

-- The parties' own witnesses, and what they have signed.
CREATE TABLE witness (
  space      TEXT NOT NULL REFERENCES space (id),
  key        TEXT NOT NULL,
  party      TEXT,
  made_at    BIGINT NOT NULL,
  removed_at BIGINT,
  PRIMARY KEY (space, key)
) {{clustered}};

CREATE TABLE cosignature (
  space TEXT NOT NULL,
  size  BIGINT NOT NULL,
  key   TEXT NOT NULL,
  line  TEXT NOT NULL,
  at    BIGINT NOT NULL,
  PRIMARY KEY (space, size, key)
) {{clustered}};
