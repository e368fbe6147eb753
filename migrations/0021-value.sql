-- What the alliance is worth to each party: hopes with the other side's word on them, benefits that both sides confirm, and what
-- the alliance costs each.

CREATE TABLE hope (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, party TEXT NOT NULL REFERENCES party (id), text TEXT NOT NULL, leader TEXT NOT NULL, hoped_on TEXT,
  objectives TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX hope_by_alliance ON hope (alliance);

-- What somebody of another side says of a hope. It belongs to who wrote it, and to the text it was said of.
CREATE TABLE hope_word (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, hope TEXT NOT NULL REFERENCES hope (id), said_of TEXT NOT NULL, party TEXT NOT NULL REFERENCES party (id),
  author TEXT NOT NULL REFERENCES person (id), outcome TEXT NOT NULL, text TEXT NOT NULL, said_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX hope_word_by_alliance ON hope_word (alliance);
CREATE INDEX hope_word_by_hope ON hope_word (hope);

CREATE TABLE benefit (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, period TEXT NOT NULL, baseline TEXT NOT NULL,
  evidence TEXT NOT NULL, amounts TEXT NOT NULL, objectives TEXT NOT NULL, claimed_by TEXT NOT NULL REFERENCES party (id),
  author TEXT NOT NULL REFERENCES person (id), claimed_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX benefit_by_alliance ON benefit (alliance);

-- A party's word on a claim, as the claim stood then. Its newest word counts.
CREATE TABLE benefit_word (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, benefit TEXT NOT NULL REFERENCES benefit (id), said_of TEXT NOT NULL,
  party TEXT NOT NULL REFERENCES party (id), author TEXT NOT NULL REFERENCES person (id), verdict TEXT NOT NULL, note TEXT NOT NULL,
  said_at BIGINT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX benefit_word_by_alliance ON benefit_word (alliance);
CREATE INDEX benefit_word_by_benefit ON benefit_word (benefit);

-- What the alliance costs one party in a period; shared, or for the own side only.
CREATE TABLE alliance_cost (
  id TEXT PRIMARY KEY, alliance TEXT NOT NULL REFERENCES alliance (id), space TEXT NOT NULL REFERENCES space (id),
  version BIGINT NOT NULL, party TEXT NOT NULL REFERENCES party (id), title TEXT NOT NULL, period TEXT NOT NULL, amount TEXT NOT NULL,
  currency TEXT NOT NULL,
  removed_at BIGINT
);
CREATE INDEX alliance_cost_by_alliance ON alliance_cost (alliance);

-- only: postgres
DO $$
DECLARE
  name text;
  system_acts constant text := '(SELECT COALESCE(current_setting(''entente.system'', true), '''') <> '''')';
  seen_spaces constant text := 'ANY ((SELECT string_to_array(current_setting(''entente.spaces'', true), '' ''))::text[])';
BEGIN
  FOREACH name IN ARRAY ARRAY['hope', 'hope_word', 'benefit', 'benefit_word', 'alliance_cost'] LOOP
    EXECUTE format('CREATE POLICY wall ON %I USING (%s OR space = %s)', name, system_acts, seen_spaces);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- only: both
