-- Entries that are videos are few among many that are not.
CREATE INDEX signal_film ON matching.signal (entry) WHERE type = 'vpdq';
