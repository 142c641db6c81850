-- What was done, and why. Both are written once.

CREATE TABLE enforcement.statement (
  id     uuid PRIMARY KEY,
  puid   text NOT NULL UNIQUE CHECK (length(puid) <= 500 AND puid ~ '^[A-Za-z0-9_-]+$'),
  duty   text NOT NULL CHECK (duty IN
    ('ARTICLE_17', 'ARTICLE_9_ORDER', 'NO_CONTACT_DETAILS', 'DECEPTIVE_COMMERCIAL_CONTENT')),
  minor  text NOT NULL CHECK (minor IN ('NO', 'SUSPECTED', 'CONFIRMED')),
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object')
);
COMMENT ON COLUMN enforcement.statement.fields IS
  'As the Transparency Database takes it, schema of 1 July 2025.';

CREATE TABLE enforcement.action (
  id         uuid PRIMARY KEY,
  key        text NOT NULL UNIQUE CHECK (key <> ''),
  digest     text NOT NULL CHECK (digest ~ '^[0-9a-f]{64}$'),
  kind       text NOT NULL CHECK (kind IN
    ('remove', 'disable-access', 'restrict-visibility', 'demonetise', 'suspend-service',
     'suspend-account', 'restore')),
  item       text NOT NULL CHECK (item <> ''),
  decided_by text NOT NULL CHECK (decided_by <> ''),
  at         timestamptz NOT NULL,
  statement  uuid UNIQUE REFERENCES enforcement.statement,
  reverses   uuid UNIQUE REFERENCES enforcement.action,
  cause      text CHECK (cause IN ('COMPLAINT', 'OUT_OF_COURT', 'AUTHORITY', 'OWN_REVIEW')),
  language   text NOT NULL,
  text       text NOT NULL CHECK (text <> ''),
  -- No action without reasons.
  CONSTRAINT has_its_reasons CHECK (
    CASE WHEN kind = 'restore'
      THEN reverses IS NOT NULL AND cause IS NOT NULL AND statement IS NULL
      ELSE statement IS NOT NULL AND reverses IS NULL AND cause IS NULL END)
);
CREATE INDEX action_item ON enforcement.action (item, id);

COMMENT ON COLUMN enforcement.action.key IS 'The caller''s: the same one acts once.';
COMMENT ON COLUMN enforcement.action.digest IS
  'SHA-256 of what was asked for: the same key with something else is told.';
COMMENT ON COLUMN enforcement.action.text IS 'What the recipient is told, in their language.';

GRANT SELECT, INSERT ON enforcement.statement, enforcement.action TO gardefou_app;

CREATE FUNCTION enforcement.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'actions and their reasons are written once and never changed'
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER statement_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON enforcement.statement
  FOR EACH STATEMENT EXECUTE FUNCTION enforcement.refuse_change();
CREATE TRIGGER action_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON enforcement.action
  FOR EACH STATEMENT EXECUTE FUNCTION enforcement.refuse_change();
