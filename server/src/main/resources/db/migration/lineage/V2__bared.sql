-- Steps that undress somebody add up, however small each of them is. Pictures from before count as 0.
ALTER TABLE lineage.picture
  ADD COLUMN bared double precision NOT NULL DEFAULT 0 CHECK (bared BETWEEN 0 AND 1);

COMMENT ON COLUMN lineage.picture.bared IS
  'How much of its people became bare since the first ancestors, step by step.';
