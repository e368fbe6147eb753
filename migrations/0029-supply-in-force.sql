-- Whose value it is, as the version in force says: who supplies a measure, who owns it, and to whose theme it belongs.
ALTER TABLE charter_measure ADD COLUMN supplier TEXT REFERENCES party (id);
ALTER TABLE charter_measure ADD COLUMN owner TEXT;
ALTER TABLE charter_measure ADD COLUMN theme TEXT;
-- All its targets, [{"from": "2008-01-01", "scoring": "{…}"}, …], oldest first. Where a version came into force before they were
-- kept, its newest one (scoring) stands for all.
ALTER TABLE charter_measure ADD COLUMN targets TEXT;

-- only: sqlite
UPDATE charter_measure SET (supplier, owner, theme) =
  (SELECT json_extract(item.value, '$.supplier'),
     COALESCE((SELECT person FROM foreign_person WHERE foreign_person.space = charter.space AND foreign_id = json_extract(item.value, '$.owner')),
       json_extract(item.value, '$.owner')),
     (SELECT json_extract(objective.value, '$.theme') FROM json_each(charter_document.document, '$.objectives') AS objective
      WHERE json_extract(objective.value, '$.id') = json_extract(item.value, '$.objective'))
   FROM charter JOIN charter_document ON charter_document.charter = charter.id, json_each(charter_document.document, '$.measures') AS item
   WHERE charter_document.charter = charter_measure.charter AND json_extract(item.value, '$.id') = charter_measure.measure);
-- only: postgres
UPDATE charter_measure SET (supplier, owner, theme) =
  (SELECT item.value ->> 'supplier',
     COALESCE((SELECT person FROM foreign_person WHERE foreign_person.space = charter.space AND foreign_id = item.value ->> 'owner'),
       item.value ->> 'owner'),
     (SELECT objective.value ->> 'theme' FROM json_array_elements(charter_document.document::json -> 'objectives') AS objective (value)
      WHERE objective.value ->> 'id' = item.value ->> 'objective')
   FROM charter JOIN charter_document ON charter_document.charter = charter.id,
     json_array_elements(charter_document.document::json -> 'measures') AS item (value)
   WHERE charter_document.charter = charter_measure.charter AND item.value ->> 'id' = charter_measure.measure);
-- only: both
