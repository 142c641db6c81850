-- Whoever adds or withdraws needs this row: until this migration ends, nothing escapes the count.
SELECT FROM matching.revision FOR UPDATE;

-- How many values of a type the entries have that are not withdrawn, counted as they change:
-- counting millions anew takes seconds.
CREATE TABLE matching.signal_tally (
  bank   integer NOT NULL REFERENCES matching.bank,
  type   text NOT NULL,
  number bigint NOT NULL,
  PRIMARY KEY (bank, type)
);
INSERT INTO matching.signal_tally (bank, type, number)
  SELECT e.bank, g.type, count(*)
  FROM matching.signal g JOIN matching.entry e ON e.number = g.entry
  WHERE e.withdrawn_at IS NULL GROUP BY e.bank, g.type;

-- Whoever adds or withdraws has the one row of the revision locked, so these never wait for each
-- other in a ring.
CREATE FUNCTION matching.count_signals() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO matching.signal_tally AS t (bank, type, number)
  SELECT e.bank, a.type, count(*)
  FROM added a JOIN matching.entry e ON e.number = a.entry
  WHERE e.withdrawn_at IS NULL GROUP BY e.bank, a.type ORDER BY e.bank, a.type
  ON CONFLICT (bank, type) DO UPDATE SET number = t.number + excluded.number;
  RETURN NULL;
END $$;

CREATE TRIGGER count_signals AFTER INSERT ON matching.signal
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION matching.count_signals();

CREATE OR REPLACE FUNCTION matching.count_withdrawn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE matching.tally t SET withdrawn = t.withdrawn + n.withdrawn
  FROM (SELECT a.bank, count(*) AS withdrawn
        FROM after a JOIN before b ON b.number = a.number
        WHERE a.withdrawn_at IS NOT NULL AND b.withdrawn_at IS NULL GROUP BY a.bank) n
  WHERE t.bank = n.bank;
  UPDATE matching.signal_tally t SET number = t.number - n.withdrawn
  FROM (SELECT a.bank, g.type, count(*) AS withdrawn
        FROM after a JOIN before b ON b.number = a.number
        JOIN matching.signal g ON g.entry = a.number
        WHERE a.withdrawn_at IS NOT NULL AND b.withdrawn_at IS NULL GROUP BY a.bank, g.type) n
  WHERE t.bank = n.bank AND t.type = n.type;
  RETURN NULL;
END $$;

GRANT SELECT ON matching.signal_tally TO gardefou_app;
