-- Pages go on after the number of the last entry: the thousandth is found as quickly as the first.
CREATE INDEX entry_pages ON matching.entry (bank, number);
DROP INDEX matching.entry_latest;
CREATE INDEX entry_waiting ON matching.entry (quarantined_at, number)
  WHERE quarantined_at IS NOT NULL AND withdrawn_at IS NULL;
