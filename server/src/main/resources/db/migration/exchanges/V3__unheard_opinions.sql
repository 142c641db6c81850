-- Curators' opinions that their source did not take: they wait for another try, or it refused them.

CREATE TABLE exchanges.unheard (
  exchange   text NOT NULL REFERENCES exchanges.exchange ON DELETE CASCADE,
  opinion    bigint NOT NULL,
  tries      integer NOT NULL CHECK (tries > 0),
  not_before timestamptz,
  at         timestamptz NOT NULL,
  error      text NOT NULL CHECK (error <> ''),
  PRIMARY KEY (exchange, opinion)
);
COMMENT ON COLUMN exchanges.unheard.opinion IS 'As matching.opinion numbers them.';
COMMENT ON COLUMN exchanges.unheard.not_before IS 'When it is tried again; null when it was refused.';

GRANT SELECT, INSERT, UPDATE, DELETE ON exchanges.unheard TO gardefou_app;

-- Each has its own error now. The column stays for nodes of the version before, which read it.
COMMENT ON COLUMN exchanges.exchange.last_opinion IS 'Not used any more.';
