-- Who may sign in, and who is signed in. Secrets are kept as their SHA-256 only, passwords as argon2id.

CREATE TABLE credential (
  person        TEXT PRIMARY KEY,
  password_hash TEXT NOT NULL,
  changed_at    BIGINT NOT NULL
) {{clustered}};

CREATE TABLE session (
  id             TEXT PRIMARY KEY,
  secret         BYTEA NOT NULL UNIQUE,
  person         TEXT NOT NULL,
  made_at        BIGINT NOT NULL,
  last_seen      BIGINT NOT NULL,
  fresh_login_at BIGINT NOT NULL,
  ended_at       BIGINT,
  user_agent     TEXT NOT NULL,
  address        TEXT NOT NULL
);
CREATE INDEX session_by_person ON session (person);
CREATE INDEX session_by_end ON session (ended_at);

CREATE TABLE api_token (
  id         TEXT PRIMARY KEY,
  secret     BYTEA NOT NULL UNIQUE,
  person     TEXT NOT NULL,
  name       TEXT NOT NULL,
  made_at    BIGINT NOT NULL,
  last_used  BIGINT,
  expires_at BIGINT,
  ended_at   BIGINT
);
CREATE INDEX api_token_by_person ON api_token (person);

CREATE TABLE invitation (
  id           TEXT PRIMARY KEY,
  secret       BYTEA NOT NULL UNIQUE,
  alliance     TEXT,
  organisation TEXT,
  email        TEXT NOT NULL,
  role         TEXT NOT NULL,
  inviter      TEXT NOT NULL,
  made_at      BIGINT NOT NULL,
  expires_at   BIGINT NOT NULL,
  used_at      BIGINT,
  ended_at     BIGINT
);
CREATE INDEX invitation_by_alliance ON invitation (alliance);

CREATE TABLE recovery (
  secret     BYTEA PRIMARY KEY,
  person     TEXT NOT NULL,
  made_at    BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at    BIGINT,
  ended_at   BIGINT
) {{clustered}};

-- Grows whenever somebody was signed out, so that every server on this database notices within a second.
CREATE TABLE auth_revision (
  only_row BIGINT PRIMARY KEY,
  revision BIGINT NOT NULL
);
INSERT INTO auth_revision (only_row, revision) VALUES (1, 1);
