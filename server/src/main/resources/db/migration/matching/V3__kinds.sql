-- Banks have kinds, entries may rest, and what is known of an entry need not be a PDQ hash.

ALTER TABLE matching.entry DISABLE TRIGGER USER;
ALTER TABLE matching.bank DISABLE TRIGGER USER;

-- A bank is known by its number: names may change, and be used again when a bank was closed.
ALTER TABLE matching.bank
  ADD COLUMN id             integer GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN kind           text NOT NULL DEFAULT 'other' CHECK (kind IN
    ('known-abuse', 'protected-people', 'stay-down', 'suppress', 'other')),
  ADD COLUMN source         text NOT NULL DEFAULT '' CHECK (length(source) <= 200),
  ADD COLUMN legal_ground   text NOT NULL DEFAULT '' CHECK (length(legal_ground) <= 2000),
  ADD COLUMN note           text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  ADD COLUMN share          double precision NOT NULL DEFAULT 1 CHECK (share BETWEEN 0 AND 1),
  ADD COLUMN disabled_until timestamptz,
  ADD COLUMN built_in       boolean NOT NULL DEFAULT false,
  ADD COLUMN made_at        timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN closed_at      timestamptz;

COMMENT ON COLUMN matching.bank.share IS
  'Of the look-ups of those who sample, how many ask this bank. The gateway always asks.';

ALTER TABLE matching.entry ADD COLUMN bank_id integer;
UPDATE matching.entry e SET bank_id = b.id FROM matching.bank b WHERE b.name = e.bank;
DROP INDEX matching.entry_latest;
ALTER TABLE matching.entry DROP COLUMN bank;
ALTER TABLE matching.entry RENAME COLUMN bank_id TO bank;

ALTER TABLE matching.bank
  DROP CONSTRAINT bank_pkey,
  DROP CONSTRAINT bank_name_check,
  DROP CONSTRAINT bank_purpose_check,
  ADD PRIMARY KEY (id),
  ADD CHECK (name ~ '^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$'),
  ADD CHECK (length(purpose) <= 2000),
  ADD CHECK (NOT built_in OR closed_at IS NULL);
CREATE UNIQUE INDEX bank_name ON matching.bank (name) WHERE closed_at IS NULL;
UPDATE matching.bank SET kind = name, built_in = true
  WHERE name IN ('known-abuse', 'protected-people');

ALTER TABLE matching.entry
  ALTER COLUMN bank SET NOT NULL,
  ADD FOREIGN KEY (bank) REFERENCES matching.bank,
  ALTER COLUMN pdq DROP NOT NULL,
  ADD COLUMN first_seen     timestamptz,
  ADD COLUMN origin         text CHECK (origin <> '' AND length(origin) <= 200),
  ADD COLUMN origin_key     text CHECK (origin_key <> '' AND length(origin_key) <= 500),
  ADD COLUMN metadata       jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN rests_until    timestamptz,
  ADD COLUMN quarantined_at timestamptz,
  ADD CHECK ((origin IS NULL) = (origin_key IS NULL));

COMMENT ON COLUMN matching.entry.pdq IS
  'The hash by which look-ups find it; null when it has none that tells pictures apart.';
COMMENT ON COLUMN matching.entry.first_seen IS 'When its source first knew it, as the source says.';
COMMENT ON COLUMN matching.entry.origin IS 'The exchange that it came from.';
COMMENT ON COLUMN matching.entry.origin_key IS 'What the exchange calls it.';
COMMENT ON COLUMN matching.entry.rests_until IS 'Does not match before; infinity: until further notice.';

CREATE INDEX entry_latest ON matching.entry (bank, added_at DESC, id DESC);
CREATE INDEX entry_set_aside ON matching.entry (bank, number)
  WHERE (rests_until IS NOT NULL OR quarantined_at IS NOT NULL) AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX entry_origin ON matching.entry (bank, origin, origin_key)
  WHERE withdrawn_at IS NULL AND origin IS NOT NULL;

-- Everything else by which a picture or video is known, those too that nothing here computes.
CREATE TABLE matching.signal (
  entry bigint NOT NULL REFERENCES matching.entry (number),
  place smallint NOT NULL,
  type  text NOT NULL CHECK (type ~ '^[a-z][a-z0-9_]{0,39}$'),
  value text NOT NULL CHECK (value <> '' AND length(value) <= 4194304),
  PRIMARY KEY (entry, place)
);
CREATE INDEX signal_exact ON matching.signal (value, type) WHERE length(value) <= 256;

-- How often look-ups found an entry. No picture and no caller is told.
CREATE TABLE matching.sighting (
  entry    bigint PRIMARY KEY REFERENCES matching.entry (number),
  hits     bigint NOT NULL CHECK (hits > 0),
  first_at timestamptz NOT NULL,
  last_at  timestamptz NOT NULL
);

-- What curators and the machine did besides adding and withdrawing, which the entries tell.
CREATE TABLE matching.event (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at     timestamptz NOT NULL,
  by     text NOT NULL CHECK (by <> ''),
  bank   integer NOT NULL REFERENCES matching.bank,
  entry  bigint REFERENCES matching.entry (number),
  what   text NOT NULL CHECK (what IN ('made', 'changed', 'closed', 'rested', 'woken', 'noted',
    'quarantined', 'released', 'confirmed', 'disputed')),
  detail text NOT NULL DEFAULT '' CHECK (length(detail) <= 8000)
);
CREATE INDEX event_bank ON matching.event (bank, id);
CREATE INDEX event_entry ON matching.event (entry, id) WHERE entry IS NOT NULL;

-- What curators think of an entry, for its source.
CREATE TABLE matching.opinion (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry   bigint NOT NULL REFERENCES matching.entry (number),
  verdict text NOT NULL CHECK (verdict IN ('confirm', 'dispute')),
  reason  text NOT NULL CHECK (length(reason) <= 2000),
  at      timestamptz NOT NULL,
  by      text NOT NULL CHECK (by <> ''),
  sent_at timestamptz
);
CREATE INDEX opinion_unsent ON matching.opinion (id) WHERE sent_at IS NULL;
CREATE INDEX opinion_entry ON matching.opinion (entry, id);

-- What an origin that always tells everything has told in a round; the rest is gone there.
CREATE TABLE matching.round (
  bank   integer NOT NULL REFERENCES matching.bank,
  origin text NOT NULL,
  round  bigint NOT NULL,
  key    text NOT NULL,
  PRIMARY KEY (bank, origin, round, key)
);

-- Counted as it changes: counting ten million entries takes a second.
CREATE TABLE matching.tally (
  bank      integer PRIMARY KEY REFERENCES matching.bank,
  entries   bigint NOT NULL DEFAULT 0,
  withdrawn bigint NOT NULL DEFAULT 0
);
INSERT INTO matching.tally (bank, entries, withdrawn)
  SELECT b.id, count(e.id), count(e.withdrawn_at)
  FROM matching.bank b LEFT JOIN matching.entry e ON e.bank = b.id GROUP BY b.id;

CREATE FUNCTION matching.open_tally() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO matching.tally (bank) VALUES (new.id);
  RETURN NULL;
END $$;

CREATE FUNCTION matching.count_added() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE matching.tally t
  SET entries = t.entries + n.entries, withdrawn = t.withdrawn + n.withdrawn
  FROM (SELECT bank, count(*) AS entries, count(withdrawn_at) AS withdrawn
        FROM added GROUP BY bank) n
  WHERE t.bank = n.bank;
  RETURN NULL;
END $$;

CREATE FUNCTION matching.count_withdrawn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE matching.tally t SET withdrawn = t.withdrawn + n.withdrawn
  FROM (SELECT a.bank, count(*) AS withdrawn
        FROM after a JOIN before b ON b.number = a.number
        WHERE a.withdrawn_at IS NOT NULL AND b.withdrawn_at IS NULL GROUP BY a.bank) n
  WHERE t.bank = n.bank;
  RETURN NULL;
END $$;

CREATE TRIGGER open_tally AFTER INSERT ON matching.bank
  FOR EACH ROW EXECUTE FUNCTION matching.open_tally();
CREATE TRIGGER count_added AFTER INSERT ON matching.entry
  REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION matching.count_added();
CREATE TRIGGER count_withdrawn AFTER UPDATE ON matching.entry
  REFERENCING OLD TABLE AS before NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION matching.count_withdrawn();

CREATE OR REPLACE FUNCTION matching.keep_facts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF old.withdrawn_at IS NOT NULL
        OR (new.id, new.number, new.bank, new.pdq, new.quality, new.source, new.added_at,
            new.added_by, new.first_seen, new.origin, new.origin_key, new.metadata)
            IS DISTINCT FROM
           (old.id, old.number, old.bank, old.pdq, old.quality, old.source, old.added_at,
            old.added_by, old.first_seen, old.origin, old.origin_key, old.metadata)
    THEN
      RAISE EXCEPTION 'an entry can be withdrawn once, and what it says is never changed';
    END IF;
  END IF;
  new.changed := (SELECT number FROM matching.revision);
  RETURN new;
END $$;

CREATE FUNCTION matching.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'what is on record here is never changed';
END $$;

-- A closed bank stays closed, and is never deleted.
CREATE FUNCTION matching.keep_closed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF old.closed_at IS NOT NULL OR new.id <> old.id OR new.built_in <> old.built_in
      OR (old.built_in AND (new.kind <> old.kind OR new.name <> old.name)) THEN
    RAISE EXCEPTION 'a closed bank stays as it is, and so does what a bank that is always there is for';
  END IF;
  RETURN new;
END $$;

CREATE TRIGGER keep_closed BEFORE UPDATE ON matching.bank
  FOR EACH ROW EXECUTE FUNCTION matching.keep_closed();
CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON matching.bank
  FOR EACH STATEMENT EXECUTE FUNCTION matching.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON matching.signal
  FOR EACH STATEMENT EXECUTE FUNCTION matching.refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON matching.event
  FOR EACH STATEMENT EXECUTE FUNCTION matching.refuse_change();
CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON matching.opinion
  FOR EACH STATEMENT EXECUTE FUNCTION matching.refuse_change();

ALTER TABLE matching.entry ENABLE TRIGGER USER;
ALTER TABLE matching.bank ENABLE TRIGGER USER;
-- Whoever knew the entries by their banks' names knows nothing now.
UPDATE matching.revision SET number = number + 1, token = gen_random_uuid();

GRANT INSERT (name, kind, purpose, radius, source, legal_ground, note, share, disabled_until, made_at),
      UPDATE (name, kind, purpose, radius, source, legal_ground, note, share, disabled_until, closed_at)
  ON matching.bank TO gardefou_app;
GRANT INSERT (bank, first_seen, origin, origin_key, metadata, rests_until),
      UPDATE (note, rests_until, quarantined_at)
  ON matching.entry TO gardefou_app;
GRANT SELECT, INSERT ON matching.signal, matching.event, matching.opinion TO gardefou_app;
GRANT UPDATE (sent_at) ON matching.opinion TO gardefou_app;
GRANT SELECT, INSERT, UPDATE ON matching.sighting TO gardefou_app;
GRANT SELECT, INSERT, DELETE ON matching.round TO gardefou_app;
GRANT SELECT ON matching.tally TO gardefou_app;
