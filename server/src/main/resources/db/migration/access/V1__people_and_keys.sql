-- People sign in with a name and a password. No password: not yet chosen, so no sign-in.
CREATE TABLE person (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 2 AND 64),
  -- How names are compared, so that nobody can look like somebody else by capitals alone.
  folded text NOT NULL UNIQUE,
  password text CHECK (password LIKE '$argon2id$%'),
  roles text[] NOT NULL,
  created_at timestamptz NOT NULL,
  disabled_at timestamptz
);

-- Machines bring a key. Its secret has 256 random bits, so a plain SHA-256 of it tells nothing.
CREATE TABLE machine_key (
  id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{12}$'),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  secret_digest bytea NOT NULL CHECK (octet_length(secret_digest) = 32),
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz
);

CREATE TABLE session (
  token_digest bytea PRIMARY KEY CHECK (octet_length(token_digest) = 32),
  person bigint NOT NULL REFERENCES person,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL
);
CREATE INDEX session_person ON session (person);

-- A link that lets one person choose a password, once. No person: it makes the first administrator.
CREATE TABLE sign_in_link (
  token_digest bytea PRIMARY KEY CHECK (octet_length(token_digest) = 32),
  person bigint REFERENCES person,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);

-- Failed and running attempts to sign in. Subjects are digests; rows live a day.
CREATE TABLE sign_in_attempt (
  subject bytea PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_last_at ON sign_in_attempt (last_at);

GRANT SELECT, INSERT, UPDATE (password, roles, disabled_at) ON person TO gardefou_app;
GRANT SELECT, INSERT, UPDATE (last_used_at, revoked_at) ON machine_key TO gardefou_app;
GRANT SELECT, INSERT, UPDATE (seen_at), DELETE ON session TO gardefou_app;
GRANT SELECT, INSERT, UPDATE (used_at), DELETE ON sign_in_link TO gardefou_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO gardefou_app;
