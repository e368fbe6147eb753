-- When a light was set by hand and when the other side consented, so that an earlier day is shown as it was then. Nothing where a
-- light is older than this.
ALTER TABLE light_override ADD COLUMN set_at BIGINT;
ALTER TABLE light_override ADD COLUMN consented_at BIGINT;
