-- Banks of known pictures. Only perceptual hashes are kept, never a picture.
-- Nothing is deleted and nothing is rewritten: a withdrawal is a fact that is added, once.

CREATE TABLE matching.bank (
  name    text PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  purpose text NOT NULL CHECK (purpose <> ''),
  radius  integer NOT NULL DEFAULT 31 CHECK (radius BETWEEN 0 AND 63)
);

COMMENT ON COLUMN matching.bank.radius IS
  'Pictures whose hash is at most this many bits away match.';

-- One row, one number that grows with every change. A change locks the row until it commits, so
-- changes become visible in the order of their numbers, and whoever has read number n has seen
-- everything up to n.
CREATE TABLE matching.revision (
  the_only boolean PRIMARY KEY DEFAULT true CHECK (the_only),
  number   bigint NOT NULL
);

INSERT INTO matching.revision (number) VALUES (0);

CREATE TABLE matching.entry (
  id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  bank         text NOT NULL REFERENCES matching.bank,
  pdq          bytea NOT NULL CHECK (octet_length(pdq) = 32),
  quality      smallint CHECK (quality BETWEEN 0 AND 100),
  source       text NOT NULL CHECK (source <> '' AND length(source) <= 200),
  note         text NOT NULL DEFAULT '' CHECK (length(note) <= 2000),
  added_at     timestamptz NOT NULL DEFAULT now(),
  added_by     text NOT NULL CHECK (added_by <> ''),
  withdrawn_at timestamptz,
  withdrawn_by text CHECK (withdrawn_by <> ''),
  changed      bigint NOT NULL,
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);

CREATE INDEX entry_changed ON matching.entry (changed);
CREATE INDEX entry_latest ON matching.entry (bank, added_at DESC, id DESC);

COMMENT ON COLUMN matching.entry.quality IS 'PDQ quality; null when only the hash is known.';
COMMENT ON COLUMN matching.entry.changed IS 'The revision of the last change, set by a trigger.';

-- With the rights of the owner: the application may not touch the number itself.
CREATE FUNCTION matching.next_revision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE matching.revision SET number = number + 1;
  RETURN NULL;
END $$;

CREATE FUNCTION matching.keep_facts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF old.withdrawn_at IS NOT NULL
        OR (new.id, new.bank, new.pdq, new.quality, new.source, new.note, new.added_at, new.added_by)
            IS DISTINCT FROM
           (old.id, old.bank, old.pdq, old.quality, old.source, old.note, old.added_at, old.added_by)
    THEN
      RAISE EXCEPTION 'an entry can be withdrawn once, and is otherwise never changed';
    END IF;
  END IF;
  new.changed := (SELECT number FROM matching.revision);
  RETURN new;
END $$;

CREATE FUNCTION matching.refuse_removal() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION 'an entry is withdrawn, never deleted';
END $$;

CREATE TRIGGER next_revision BEFORE INSERT OR UPDATE ON matching.entry
  FOR EACH STATEMENT EXECUTE FUNCTION matching.next_revision();
CREATE TRIGGER keep_facts BEFORE INSERT OR UPDATE ON matching.entry
  FOR EACH ROW EXECUTE FUNCTION matching.keep_facts();
CREATE TRIGGER refuse_removal BEFORE DELETE OR TRUNCATE ON matching.entry
  FOR EACH STATEMENT EXECUTE FUNCTION matching.refuse_removal();
CREATE TRIGGER next_revision BEFORE INSERT OR UPDATE OR DELETE ON matching.bank
  FOR EACH STATEMENT EXECUTE FUNCTION matching.next_revision();

INSERT INTO matching.bank (name, purpose) VALUES
  ('known-abuse', 'Pictures that a competent body has found unlawful.'),
  ('protected-people', 'Pictures whose subject wants no machine to alter or spread them.');

GRANT USAGE ON SCHEMA matching TO gardefou_app;
GRANT SELECT ON matching.bank, matching.revision, matching.entry TO gardefou_app;
GRANT INSERT (id, bank, pdq, quality, source, note, added_at, added_by) ON matching.entry
  TO gardefou_app;
GRANT UPDATE (withdrawn_at, withdrawn_by) ON matching.entry TO gardefou_app;
