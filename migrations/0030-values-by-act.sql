-- Taking an act back asks for its rows: without an index each asked for all values of the alliance. Rows of one act lie together, so
-- that writing many costs little.
CREATE INDEX observation_by_act ON observation (act);
