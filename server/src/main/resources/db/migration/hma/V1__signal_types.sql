-- Signal types that clients of the interface switched; without a row a type is on.
CREATE TABLE signal_type (
  name          text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9_]{0,39}$'),
  enabled_ratio double precision NOT NULL CHECK (enabled_ratio BETWEEN 0 AND 1)
);

GRANT SELECT, INSERT, UPDATE (enabled_ratio) ON signal_type TO gardefou_app;
