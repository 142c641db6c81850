-- What still has to be told to the Transparency Database of the Commission (Article 24(5) DSA).
CREATE TABLE enforcement.submission (
  statement   uuid PRIMARY KEY REFERENCES enforcement.statement,
  state       text NOT NULL CHECK (state IN ('queued', 'stored', 'refused', 'exempt')),
  due_at      timestamptz NOT NULL,
  tries       integer NOT NULL DEFAULT 0,
  unsure      boolean NOT NULL DEFAULT false,
  uuid        uuid,
  last_status integer,
  last_answer text,
  changed_at  timestamptz NOT NULL
);
CREATE INDEX submission_queued ON enforcement.submission (due_at) WHERE state = 'queued';
CREATE INDEX submission_refused ON enforcement.submission (statement) WHERE state = 'refused';

COMMENT ON COLUMN enforcement.submission.unsure IS
  'It was sent, and it is not known whether it was stored: a puid that is used is then our own.';
COMMENT ON COLUMN enforcement.submission.uuid IS
  'By which the database knows it; null when the answer that said so was lost.';

GRANT SELECT, INSERT ON enforcement.submission TO gardefou_app;
GRANT UPDATE (state, due_at, tries, unsure, uuid, last_status, last_answer, changed_at)
  ON enforcement.submission TO gardefou_app;
