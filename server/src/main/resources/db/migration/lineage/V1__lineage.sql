-- Which requests follow which: hashes, keyed digests, numbers and times. No picture and no word.

-- A picture that came in or went out. What it was made from is named by the first ancestors alone,
-- so that a look-up never walks a chain, and nobody can join two chains that are not theirs.
CREATE TABLE lineage.picture (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  looks   bytea NOT NULL
    CHECK (octet_length(looks) % 32 = 0 AND octet_length(looks) BETWEEN 32 AND 512),
  origins bigint[] NOT NULL CHECK (cardinality(origins) <= 16),
  numbers jsonb NOT NULL CHECK (jsonb_typeof(numbers) = 'array'),
  seen_at timestamptz NOT NULL DEFAULT now(),
  written bigint NOT NULL DEFAULT pg_current_xact_id()::text::bigint
);
CREATE INDEX picture_written ON lineage.picture (written);
CREATE INDEX picture_seen ON lineage.picture (seen_at);

COMMENT ON COLUMN lineage.picture.looks IS
  'PDQ hashes, 32 bytes each: as stored, each view, without a plain border.';
COMMENT ON COLUMN lineage.picture.origins IS
  'The pictures that it all began with; none when it began with this one.';
COMMENT ON COLUMN lineage.picture.numbers IS 'What the models said of a first ancestor.';
COMMENT ON COLUMN lineage.picture.written IS
  'The transaction that wrote it. Nodes read what was written since the oldest one that was still '
  'under way when they last looked, so that none is missed however late it commits.';

-- A request that was judged.
CREATE TABLE lineage.turn (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  decision uuid NOT NULL UNIQUE,
  result   uuid,
  at       timestamptz NOT NULL DEFAULT now(),
  caller   text NOT NULL,
  kind     text NOT NULL,
  linked   boolean NOT NULL,
  exact    bytea NOT NULL CHECK (octet_length(exact) = 32),
  words    bytea NOT NULL CHECK (octet_length(words) BETWEEN 4 AND 260),
  place    bigint NOT NULL,
  inputs   bigint[] NOT NULL,
  hint     double precision NOT NULL CHECK (hint BETWEEN 0 AND 1),
  means    text NOT NULL,
  outcome  text NOT NULL
    CHECK (outcome IN ('open', 'released', 'refused', 'held', 'unassessed'))
);
CREATE INDEX turn_result ON lineage.turn (result) WHERE result IS NOT NULL;
CREATE INDEX turn_at ON lineage.turn (at);
CREATE INDEX turn_words ON lineage.turn (caller, id)
  WHERE NOT linked AND outcome IN ('refused', 'held');
CREATE INDEX turn_exact ON lineage.turn (exact, id) WHERE outcome IN ('refused', 'held');

COMMENT ON COLUMN lineage.turn.linked IS 'Whether some picture of it tells it apart from others.';
COMMENT ON COLUMN lineage.turn.exact IS 'Keyed digest of the words, the pictures and the mask.';
COMMENT ON COLUMN lineage.turn.words IS
  'How many runs of three letters the words have, and the keyed marks of 64 of them at most: enough '
  'to tell whether two requests are nearly alike, and not what they say.';
COMMENT ON COLUMN lineage.turn.place IS 'Where the mask is, on a grid of 8 by 8.';
COMMENT ON COLUMN lineage.turn.means IS 'The policy and the models that judged it.';

-- Which turns belong to which first ancestor.
CREATE TABLE lineage.step (
  origin  bigint NOT NULL,
  turn    bigint NOT NULL REFERENCES lineage.turn ON DELETE CASCADE,
  telling boolean NOT NULL DEFAULT false,
  PRIMARY KEY (origin, turn)
);
CREATE INDEX step_turn ON lineage.step (turn);
CREATE INDEX step_telling ON lineage.step (origin, turn) WHERE telling;

COMMENT ON COLUMN lineage.step.telling IS
  'It was refused, or its words hinted at undressing: no number of other turns pushes it out.';

-- As db-scheduler wants it.
CREATE TABLE lineage.scheduled_tasks (
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
CREATE INDEX scheduled_tasks_execution ON lineage.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_heartbeat ON lineage.scheduled_tasks (last_heartbeat);

GRANT SELECT, INSERT, DELETE ON lineage.picture, lineage.turn, lineage.step TO gardefou_app;
GRANT UPDATE (seen_at) ON lineage.picture TO gardefou_app;
GRANT UPDATE (result, outcome, at) ON lineage.turn TO gardefou_app;
GRANT UPDATE (telling) ON lineage.step TO gardefou_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON lineage.scheduled_tasks TO gardefou_app;
