-- When the Transparency Database wants nothing for now, all statements wait, whoever files them.
CREATE TABLE enforcement.filing_pause (
  one        boolean PRIMARY KEY DEFAULT true CHECK (one),
  not_before timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON enforcement.filing_pause TO gardefou_app;
