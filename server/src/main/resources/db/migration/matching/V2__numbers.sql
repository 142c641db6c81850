-- A short name for every entry, for the index in memory. Never used again, unlike a row's place.
ALTER TABLE matching.entry ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY UNIQUE;

COMMENT ON COLUMN matching.entry.number IS 'Short name within this database, set by it.';

-- Changes are read in pages, in this order.
CREATE INDEX entry_changes ON matching.entry (changed, number);
DROP INDEX matching.entry_changed;
