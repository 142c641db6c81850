-- What a decision rests on besides content, and what a policy on trial would have decided. Null in
-- decisions of before, and where there is none.
ALTER TABLE decision
  ADD COLUMN context jsonb CHECK (jsonb_typeof(context) = 'object'),
  ADD COLUMN shadow jsonb CHECK (jsonb_typeof(shadow) = 'object');
