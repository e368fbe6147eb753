-- A party's own fiscal calendar, all three or none: by it the party looks at values that are put together.
ALTER TABLE party ADD COLUMN first_month BIGINT;
ALTER TABLE party ADD COLUMN first_day BIGINT;
ALTER TABLE party ADD COLUMN calendar_kind TEXT;
