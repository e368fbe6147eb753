-- What is looked up by another column than its key.
CREATE INDEX target_by_measure ON target (measure);
CREATE INDEX link_by_cause ON link (cause);
CREATE INDEX recovery_by_person ON recovery (person);

-- A leaf is often longer than what a page of a clustered table takes of one row, so each cost a page of its own.
ALTER TABLE record_leaf RENAME TO clustered_record_leaf;
DROP INDEX record_leaf_by_act;
CREATE TABLE record_leaf (
  space     TEXT NOT NULL,
  idx       BIGINT NOT NULL,
  act       TEXT NOT NULL,
  leaf_hash BYTEA NOT NULL,
  leaf      BYTEA NOT NULL,
  at        BIGINT NOT NULL,
  UNIQUE (space, idx)
);
INSERT INTO record_leaf (space, idx, act, leaf_hash, leaf, at)
  SELECT space, idx, act, leaf_hash, leaf, at FROM clustered_record_leaf ORDER BY space, idx;
DROP TABLE clustered_record_leaf;
CREATE INDEX record_leaf_by_act ON record_leaf (act);
