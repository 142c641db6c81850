-- A short name for every entry, for the index in memory. Never used again, unlike a row's place.
ALTER TABLE matching.entry ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY UNIQUE;

COMMENT ON COLUMN matching.entry.number IS 'Short name within this database, set by it.';

-- Changes are read in pages, in this order.
CREATE INDEX entry_changes ON matching.entry (changed, number);
DROP INDEX matching.entry_changed;

-- The same number with another token is another history, such as that of a restored database.
ALTER TABLE matching.revision ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();

CREATE OR REPLACE FUNCTION matching.next_revision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE matching.revision SET number = number + 1, token = gen_random_uuid();
  RETURN NULL;
END $$;
