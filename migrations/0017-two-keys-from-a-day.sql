-- Two keys count for values that are given from a day on; where none is named, for all.
ALTER TABLE measure ADD COLUMN two_keys_from TEXT;

-- What the version in force says of the values that are taken: its fiscal calendar, and below which score a note is asked for.
ALTER TABLE charter ADD COLUMN first_month BIGINT;
ALTER TABLE charter ADD COLUMN first_day BIGINT;
ALTER TABLE charter ADD COLUMN calendar_kind TEXT;
ALTER TABLE charter_measure ADD COLUMN note_below TEXT;

-- only: sqlite
UPDATE charter SET (first_month, first_day, calendar_kind) =
  (SELECT json_extract(document, '$.terms.first_month'), json_extract(document, '$.terms.first_day'), json_extract(document, '$.terms.calendar')
   FROM charter_document WHERE charter_document.charter = charter.id);
UPDATE charter_measure SET note_below =
  (SELECT CAST(json_extract(item.value, '$.note_below') AS TEXT)
   FROM charter_document, json_each(charter_document.document, '$.measures') AS item
   WHERE charter_document.charter = charter_measure.charter AND json_extract(item.value, '$.id') = charter_measure.measure);
-- only: postgres
UPDATE charter SET (first_month, first_day, calendar_kind) =
  (SELECT (document::json -> 'terms' ->> 'first_month')::bigint, (document::json -> 'terms' ->> 'first_day')::bigint, document::json -> 'terms' ->> 'calendar'
   FROM charter_document WHERE charter_document.charter = charter.id);
UPDATE charter_measure SET note_below =
  (SELECT item.value ->> 'note_below'
   FROM charter_document, json_array_elements(charter_document.document::json -> 'measures') AS item (value)
   WHERE charter_document.charter = charter_measure.charter AND item.value ->> 'id' = charter_measure.measure);
-- only: both
