-- What the platform still has to be told, in the order in which it happened.
CREATE TABLE enforcement.delivery (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action      uuid NOT NULL UNIQUE REFERENCES enforcement.action,
  item        text NOT NULL,
  state       text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'delivered', 'failed')),
  due_at      timestamptz NOT NULL,
  tries       integer NOT NULL DEFAULT 0,
  refusals    integer NOT NULL DEFAULT 0,
  last_status integer,
  last_answer text,
  changed_at  timestamptz NOT NULL
);
CREATE INDEX delivery_queued ON enforcement.delivery (due_at) WHERE state = 'queued';
CREATE INDEX delivery_waiting ON enforcement.delivery (item, id) WHERE state <> 'delivered';

COMMENT ON COLUMN enforcement.delivery.refusals IS
  'How often the platform answered that it will not take it, since it was queued last.';
COMMENT ON COLUMN enforcement.delivery.last_status IS 'Null when there was no answer.';

-- As db-scheduler wants it.
CREATE TABLE enforcement.scheduled_tasks (
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
CREATE INDEX scheduled_tasks_execution ON enforcement.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON enforcement.scheduled_tasks (last_heartbeat);

GRANT SELECT, INSERT ON enforcement.delivery TO gardefou_app;
GRANT UPDATE (state, due_at, tries, refusals, last_status, last_answer, changed_at)
  ON enforcement.delivery TO gardefou_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON enforcement.scheduled_tasks TO gardefou_app;
