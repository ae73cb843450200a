-- What is reported of all requests (decisions, breaches, exceptions, news of delays) is found by its kind and day, without
-- going through every entry of every request.
CREATE INDEX entries_by_kind ON entries (kind, fell_on, ref, seq);

-- Cases in one state of the clock, as the late ones, are few: they are found without going through all that are open.
CREATE INDEX cases_by_clock ON cases (clock, send_by, ref, officer, is_open) WHERE is_open = 1;
