-- A bank is known by its number: its name may change, and be used again when it was closed.

ALTER TABLE exchanges.exchange ADD COLUMN bank_id integer;

DO $$
BEGIN
  -- Where there is an exchange, the banks are there too.
  IF EXISTS (SELECT FROM exchanges.exchange) THEN
    UPDATE exchanges.exchange e SET bank_id = b.id
    FROM matching.bank b WHERE b.name = e.bank AND b.closed_at IS NULL;
    UPDATE exchanges.exchange SET bank_id = 0 WHERE bank_id IS NULL;
  END IF;
END
$$;

ALTER TABLE exchanges.exchange ALTER COLUMN bank_id SET NOT NULL;

COMMENT ON COLUMN exchanges.exchange.bank IS 'Its name when the exchange was made.';
COMMENT ON COLUMN exchanges.exchange.bank_id IS 'Never used again; 0 when it was closed before.';
