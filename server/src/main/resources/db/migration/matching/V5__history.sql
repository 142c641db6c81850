-- Revisions that were, each with its token: whoever knows one of them knows this history and no
-- other, such as that of a database that was restored and went on. Who is further behind than these
-- reach reads everything anew.
CREATE TABLE matching.passed (
  number bigint PRIMARY KEY,
  token  uuid NOT NULL
);
INSERT INTO matching.passed (number, token) SELECT number, token FROM matching.revision;

CREATE OR REPLACE FUNCTION matching.next_revision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  now_at bigint;
BEGIN
  UPDATE matching.revision SET number = number + 1, token = gen_random_uuid()
    RETURNING number INTO now_at;
  INSERT INTO matching.passed (number, token) SELECT number, token FROM matching.revision;
  IF now_at % 1000 = 0 THEN
    DELETE FROM matching.passed WHERE number < now_at - 100000;
  END IF;
  RETURN NULL;
END $$;

-- What a curator withdrew stays withdrawn, however often its source tells it again.
CREATE INDEX entry_origin_withdrawn ON matching.entry (bank, origin, origin_key)
  WHERE withdrawn_at IS NOT NULL AND origin IS NOT NULL;

GRANT SELECT ON matching.passed TO gardefou_app;
GRANT INSERT (quarantined_at) ON matching.entry TO gardefou_app;
