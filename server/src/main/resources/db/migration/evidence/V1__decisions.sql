-- Every decision, written once. No prompt, no picture, no word of the request.
CREATE TABLE decision (
  id uuid PRIMARY KEY,
  -- The request's decision, when this one judges its result.
  request uuid REFERENCES decision,
  at timestamptz NOT NULL,
  stage text NOT NULL CHECK (stage IN ('request', 'result', 'upload')),
  kind text NOT NULL CHECK (kind IN ('generate', 'edit', 'upload')),
  surface text NOT NULL,
  caller text NOT NULL,
  decision text NOT NULL
    CHECK (decision IN ('allow', 'mark', 'review', 'refuse', 'refuse-and-report')),
  rules text[] NOT NULL,
  reasons jsonb NOT NULL CHECK (jsonb_typeof(reasons) = 'array'),
  signals jsonb NOT NULL CHECK (jsonb_typeof(signals) = 'array'),
  policy_version text NOT NULL CHECK (policy_version ~ '^[0-9a-f]{64}$'),
  prompt_digest text CHECK (prompt_digest ~ '^[0-9a-f]{64}$'),
  contents jsonb NOT NULL CHECK (jsonb_typeof(contents) = 'array')
);
CREATE INDEX decision_at ON decision (at);
CREATE INDEX decision_decision ON decision (decision, id);
CREATE INDEX decision_request ON decision (request) WHERE request IS NOT NULL;
CREATE INDEX decision_rules ON decision USING gin (rules);

-- Which key the digests are made with, so that two nodes never write digests that do not compare.
CREATE TABLE digest_key (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  fingerprint text NOT NULL
);

-- The application may add and read. Not even the owner changes what was written, short of taking
-- this guard away, which takes a deliberate hand.
GRANT SELECT, INSERT ON decision, digest_key TO gardefou_app;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'evidence is written once and never changed'
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER decision_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON decision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER digest_key_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON digest_key
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
