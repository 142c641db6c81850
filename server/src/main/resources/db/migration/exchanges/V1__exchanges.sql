-- Exchanges: whom lists of hashes come from, how far each was read, and what each said last.

CREATE TABLE exchanges.exchange (
  name          text PRIMARY KEY CHECK (name ~ '^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$'),
  api           text NOT NULL CHECK (api <> ''),
  bank          text NOT NULL CHECK (bank <> ''),
  settings      jsonb NOT NULL,
  enabled       boolean NOT NULL,
  every_seconds bigint NOT NULL CHECK (every_seconds BETWEEN 60 AND 2678400),
  made_at       timestamptz NOT NULL,
  made_by       text NOT NULL CHECK (made_by <> ''),
  leaving       boolean NOT NULL DEFAULT false,

  version       bigint NOT NULL DEFAULT 0,
  checkpoint    jsonb,
  progress      timestamptz,
  round         bigint NOT NULL DEFAULT 0,
  round_open    boolean NOT NULL DEFAULT false,
  held_back     bigint NOT NULL DEFAULT 0,
  allowed       bigint NOT NULL DEFAULT 0,

  running_since timestamptz,
  completed_at  timestamptz,
  succeeded_at  timestamptz,
  succeeded     boolean,
  up_to_date    boolean NOT NULL DEFAULT false,
  failures      integer NOT NULL DEFAULT 0,
  last_error    text,
  fetched       bigint NOT NULL DEFAULT 0,
  skipped       bigint NOT NULL DEFAULT 0,
  last_skipped  text,
  last_opinion  text
);

COMMENT ON COLUMN exchanges.exchange.version IS
  'Grows with every page. Whoever keeps a page must have begun from the page before.';
COMMENT ON COLUMN exchanges.exchange.round_open IS
  'Everything is being told anew; at the end, what was not told is withdrawn.';
COMMENT ON COLUMN exchanges.exchange.held_back IS
  'Entries that vanished all at once: they act until somebody says that this is right.';
COMMENT ON COLUMN exchanges.exchange.allowed IS
  'How many may vanish at once, because somebody said so.';

-- The last word of each source on each of its entries, so that pages may come in any order.
CREATE TABLE exchanges.item (
  exchange text NOT NULL REFERENCES exchanges.exchange ON DELETE CASCADE,
  key      text NOT NULL CHECK (key <> '' AND length(key) <= 500),
  at       timestamptz NOT NULL,
  gone     boolean NOT NULL,
  round    bigint NOT NULL,
  since    bigint NOT NULL,
  handle   text,
  PRIMARY KEY (exchange, key)
);
COMMENT ON COLUMN exchanges.item.since IS 'The round in which it came, or came back.';

CREATE INDEX item_there ON exchanges.item (exchange, round) WHERE NOT gone;

-- Sealed with a key that is not in the database.
CREATE TABLE exchanges.credential (
  owner  text PRIMARY KEY CHECK (owner <> ''),
  sealed bytea NOT NULL,
  set_at timestamptz NOT NULL,
  set_by text NOT NULL CHECK (set_by <> '')
);

-- As db-scheduler wants it.
CREATE TABLE exchanges.scheduled_tasks (
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
CREATE INDEX scheduled_tasks_execution ON exchanges.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON exchanges.scheduled_tasks (last_heartbeat);

GRANT USAGE ON SCHEMA exchanges TO gardefou_app;
GRANT SELECT, INSERT, UPDATE, DELETE
  ON exchanges.exchange, exchanges.item, exchanges.credential, exchanges.scheduled_tasks
  TO gardefou_app;
