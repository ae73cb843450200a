-- The register as it was first laid out. {text}, {int}, {bytes} and {strict} are the types of the database in use.
-- Days are written 2026-11-23; moments in UTC with nine digits of the second, so that they sort as text.

-- The last number given, by what is counted: "receipts/2026" counts the references of a year.
CREATE TABLE counters (
    name {text} PRIMARY KEY,
    last {int} NOT NULL
){strict};

-- The end of every chain. Who adds to a chain locks its row.
CREATE TABLE chains (
    name {text} PRIMARY KEY,
    entries {int} NOT NULL, -- how many
    head {bytes} NOT NULL,  -- the link of the last
    sealed {int} NOT NULL   -- how many the last seal covers
){strict};

CREATE INDEX chains_to_seal ON chains (name) WHERE entries > sealed;

-- What entries say at length. A disposal removes a row from here and nothing else.
CREATE TABLE contents (
    chain {text} NOT NULL,
    n {int} NOT NULL,
    salt {bytes} NOT NULL,
    content {bytes} NOT NULL,
    PRIMARY KEY (chain, n)
){strict};

-- One line for each case, made from its events and made again with each of them.
CREATE TABLE cases (
    ref {text} PRIMARY KEY,
    stage {text} NOT NULL,
    clock {text} NOT NULL,
    received {text} NOT NULL,
    due {text} NOT NULL,
    send_by {text} NOT NULL,
    officer {text} NOT NULL,
    setting {text} NOT NULL,
    child {text} NOT NULL,
    name_folded {text} NOT NULL, -- for finding a second request for the same child
    born {text} NOT NULL,
    upn {text} NOT NULL,
    next_on {text} NOT NULL,
    next_why {text} NOT NULL,
    is_open {int} NOT NULL
){strict};
CREATE INDEX cases_by_day ON cases (send_by, ref) WHERE is_open = 1;
CREATE INDEX cases_of_officer ON cases (officer, is_open, send_by, ref);
CREATE INDEX cases_of_setting ON cases (setting, is_open, send_by, ref);
CREATE INDEX cases_by_child ON cases (born, name_folded);
CREATE INDEX cases_by_upn ON cases (upn);

-- The chain of each case: entry 0 is the request as it arrived, the others are its events.
CREATE TABLE entries (
    ref {text} NOT NULL REFERENCES cases (ref),
    seq {int} NOT NULL,
    kind {text} NOT NULL,
    fell_on {text} NOT NULL,
    recorded_at {text} NOT NULL, -- in case time
    stored_at {text} NOT NULL,   -- in real time
    key {text} NOT NULL,         -- of the submission or the command; may be empty
    digest {bytes} NOT NULL,     -- of salt and content
    link {bytes} NOT NULL,
    PRIMARY KEY (ref, seq)
){strict};
CREATE UNIQUE INDEX one_case_per_submission ON entries (key) WHERE seq = 0;
CREATE UNIQUE INDEX one_event_per_command ON entries (ref, key) WHERE key <> '';

-- The letters of each case. Their PDFs are files, under the hash.
CREATE TABLE letters (
    ref {text} NOT NULL REFERENCES cases (ref),
    n {int} NOT NULL,
    key {text} NOT NULL,
    sha256 {text} NOT NULL,
    dated {text} NOT NULL,
    stored_at {text} NOT NULL,
    digest {bytes} NOT NULL, -- of salt and the letter as text
    link {bytes} NOT NULL,
    PRIMARY KEY (ref, n),
    UNIQUE (ref, key)
){strict};

-- What arrived and could not be opened as a case. Somebody has to look at each.
CREATE TABLE unopened (
    n {int} PRIMARY KEY,
    arrived_at {text} NOT NULL,
    why {text} NOT NULL,
    stored_at {text} NOT NULL,
    digest {bytes} NOT NULL,
    link {bytes} NOT NULL
){strict};

-- How somebody dealt with each of them.
CREATE TABLE settlements (
    n {int} PRIMARY KEY,
    unopened {int} NOT NULL UNIQUE REFERENCES unopened (n),
    stored_at {text} NOT NULL,
    person {text} NOT NULL,
    how {text} NOT NULL,
    link {bytes} NOT NULL
){strict};

-- Who looked at what, a chain for each day in London.
CREATE TABLE reads (
    day {text} NOT NULL,
    n {int} NOT NULL,
    stored_at {text} NOT NULL,
    person {text} NOT NULL,
    account {text} NOT NULL,
    ref {text} NOT NULL,
    what {text} NOT NULL,
    link {bytes} NOT NULL,
    PRIMARY KEY (day, n)
){strict};
CREATE INDEX reads_of_case ON reads (ref, day, n);

-- Whose content was destroyed, why and by whom.
CREATE TABLE disposals (
    n {int} PRIMARY KEY,
    chain {text} NOT NULL,
    entry {int} NOT NULL,
    stored_at {text} NOT NULL,
    person {text} NOT NULL,
    why {text} NOT NULL,
    link {bytes} NOT NULL,
    UNIQUE (chain, entry)
){strict};

-- The ends of chains as they were at a time, in one chain of their own.
CREATE TABLE seals (
    n {int} PRIMARY KEY,
    chain {text} NOT NULL,
    entries {int} NOT NULL,
    head {bytes} NOT NULL,
    stored_at {text} NOT NULL,
    link {bytes} NOT NULL,
    UNIQUE (chain, entries)
){strict};

-- Which cases have been seen with a running workflow. A note, not part of the truth, and in no chain.
CREATE TABLE awake (
    ref {text} PRIMARY KEY REFERENCES cases (ref),
    seen_at {text} NOT NULL
){strict};
