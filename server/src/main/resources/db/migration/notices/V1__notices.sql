-- What people report. Who they are is kept in contact, sealed, and can be erased alone.
CREATE TABLE notice (
  id uuid PRIMARY KEY,
  -- Links and codes are made from the identifier and a key that is not in the database.
  link_digest text NOT NULL UNIQUE CHECK (link_digest ~ '^[0-9a-f]{64}$'),
  code_digest text NOT NULL CHECK (code_digest ~ '^[0-9a-f]{64}$'),
  received_at timestamptz NOT NULL,
  submitter text NOT NULL CHECK (submitter <> ''),
  -- 0 when it came with a key, 1 when it came from the public: small numbers come first.
  distrust smallint NOT NULL CHECK (distrust IN (0, 1)),
  state text NOT NULL CHECK (state IN (
    'RECEIVED', 'ACKNOWLEDGED', 'NEEDS_INFO', 'NEEDS_LOCATION', 'IN_REVIEW', 'DECIDED', 'NOTIFIED',
    'DUPLICATE', 'MISUSE_HOLD')),
  outcome text CHECK (outcome IN ('ACTION_LAW', 'ACTION_TC', 'NO_ACTION')),
  duplicate_of uuid REFERENCES notice CHECK (duplicate_of <> id),
  severity smallint NOT NULL CHECK (severity BETWEEN 0 AND 2),
  category text,
  language text,
  country text,
  standing text,
  wish text NOT NULL,
  explanation text NOT NULL,
  good_faith boolean NOT NULL,
  not_consented boolean NOT NULL,
  missing text[] NOT NULL,
  unread text[] NOT NULL,
  due_at timestamptz NOT NULL DEFAULT 'infinity',
  due_hour bigint NOT NULL DEFAULT 9223372036854775807,
  claimed_by text,
  claimed_until timestamptz,
  is_open boolean NOT NULL
    GENERATED ALWAYS AS (state NOT IN ('DECIDED', 'NOTIFIED', 'DUPLICATE')) STORED,
  CHECK (state <> 'DECIDED' OR outcome IS NOT NULL),
  CHECK (state <> 'DUPLICATE' OR duplicate_of IS NOT NULL),
  CHECK ((claimed_by IS NULL) = (claimed_until IS NULL))
);
COMMENT ON COLUMN notice.unread IS 'Names of the fields that could not be read.';
COMMENT ON COLUMN notice.due_at IS 'When the first of its clocks runs out.';
COMMENT ON COLUMN notice.due_hour IS
  'The same in whole hours of Unix time: within an hour, those with a key come first.';
CREATE INDEX notice_queue 
  ON notice (severity, due_hour, distrust, due_at, id) WHERE is_open;

-- One row for each location: reports count them one by one.
CREATE TABLE item (
  notice uuid NOT NULL REFERENCES notice,
  position smallint NOT NULL CHECK (position >= 0),
  url text,
  pdq bytea CHECK (octet_length(pdq) = 32),
  quality smallint CHECK (quality BETWEEN 0 AND 100),
  poses bytea[],
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (notice, position),
  CHECK ((url IS NULL) <> (pdq IS NULL)),
  CHECK ((pdq IS NULL) = (quality IS NULL) AND (pdq IS NULL) = (poses IS NULL)),
  CHECK (sha256 IS NULL OR pdq IS NOT NULL)
);

-- Everything that happened, each with the hash of what happened before.
CREATE TABLE event (
  notice uuid NOT NULL REFERENCES notice,
  number integer NOT NULL CHECK (number > 0),
  at timestamptz NOT NULL,
  actor text NOT NULL CHECK (actor <> ''),
  kind text NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (notice, number)
);

CREATE TABLE contact (
  notice uuid PRIMARY KEY REFERENCES notice,
  sealed bytea NOT NULL
);

-- The law's clocks of each notice.
CREATE TABLE clock (
  notice uuid NOT NULL REFERENCES notice,
  name text NOT NULL CHECK (name <> ''),
  regime text NOT NULL,
  source text NOT NULL,
  met_by text NOT NULL CHECK (met_by IN ('ACKNOWLEDGED', 'DECIDED')),
  started_at timestamptz NOT NULL,
  warn_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  met_at timestamptz,
  -- 0: nobody was told; 1: before it ran out; 2: when it had run out.
  told smallint NOT NULL DEFAULT 0 CHECK (told BETWEEN 0 AND 2),
  PRIMARY KEY (notice, name),
  CHECK (started_at <= warn_at AND warn_at <= due_at)
);
CREATE INDEX clock_warn ON clock (warn_at) WHERE met_at IS NULL AND told = 0;
CREATE INDEX clock_due ON clock (due_at) WHERE met_at IS NULL AND told < 2;

-- What was sent under an idempotency key: a digest of who, which key and what.
CREATE TABLE request (
  digest text PRIMARY KEY CHECK (digest ~ '^[0-9a-f]{64}$'),
  body text NOT NULL CHECK (body ~ '^[0-9a-f]{64}$'),
  notice uuid NOT NULL REFERENCES notice,
  at timestamptz NOT NULL
);
CREATE INDEX request_at ON request (at);

-- How often somebody tried. Subjects are keyed digests; rows live a day.
CREATE TABLE attempt (
  subject text PRIMARY KEY CHECK (subject ~ '^[0-9a-f]{64}$'),
  count integer NOT NULL,
  last_at timestamptz NOT NULL
);
CREATE INDEX attempt_last_at ON attempt (last_at);

-- Which key the links are made with, so that two nodes never make links that one of them refuses.
CREATE TABLE secret (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  fingerprint text NOT NULL
);

-- As db-scheduler wants it.
CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON scheduled_tasks (last_heartbeat);

-- The application takes nothing away but who reported, and what is only kept for a day.
GRANT SELECT, INSERT, UPDATE ON notice TO gardefou_app;
GRANT SELECT, INSERT ON item, event, secret TO gardefou_app;
GRANT SELECT, INSERT, UPDATE ON clock TO gardefou_app;
GRANT SELECT, INSERT, DELETE ON request TO gardefou_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON contact, attempt, scheduled_tasks TO gardefou_app;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what happened to a notice is written once and never changed'
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER event_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER item_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON item
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
