-- Who paused an exchange, and when.

ALTER TABLE exchanges.exchange
  ADD COLUMN paused_at timestamptz,
  ADD COLUMN paused_by text CHECK (paused_by <> '');

COMMENT ON COLUMN exchanges.exchange.paused_at IS
  'Null while it is fetched, and for those that were paused before this was kept.';
