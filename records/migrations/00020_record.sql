-- What each officer carries is counted from this index alone, in its own order, without looking at a case.
CREATE INDEX cases_of_load ON cases (officer, clock, send_by) WHERE is_open = 1;

-- Who did what across all requests is paged by the moment at which it was stored: everybody's, one person's, of one kind. The
-- person stands beside an entry so that it can be found; what the entry says itself is what counts, and verification compares.
ALTER TABLE entries ADD COLUMN person {text} NOT NULL DEFAULT '';
UPDATE entries SET person = COALESCE((SELECT {by} FROM contents p WHERE p.chain = 'case/' || entries.ref AND p.n = entries.seq), '') WHERE seq > 0;
UPDATE entries SET person = COALESCE((SELECT {by} FROM redactions x JOIN contents p ON p.chain = 'redactions' AND p.n = x.n
    WHERE x.chain = 'case/' || entries.ref AND x.entry = entries.seq), '') WHERE seq > 0 AND person = '';
CREATE INDEX entries_by_time ON entries (stored_at, ref, seq);
CREATE INDEX entries_by_person ON entries (person, stored_at, ref, seq);
CREATE INDEX entries_by_kind_and_time ON entries (kind, stored_at, ref, seq);
CREATE INDEX reads_by_time ON reads (stored_at, day, n);
CREATE INDEX reads_by_person ON reads (person, stored_at, day, n);

-- Verifications of the register that were asked for: how far each has come, and what it found.
CREATE TABLE verifications (
    n {int} PRIMARY KEY,
    asked_by {text} NOT NULL,
    asked_at {text} NOT NULL,
    taken_at {text} NOT NULL, -- when whoever works on it last said so; empty before
    done {int} NOT NULL, -- how many chains have been gone along
    total {int} NOT NULL, -- how many there are; 0 before they are counted
    ended_at {text} NOT NULL, -- empty before
    report {bytes} NOT NULL -- what was found, as JSON; empty before
){strict};
CREATE UNIQUE INDEX one_verification_at_a_time ON verifications (ended_at) WHERE ended_at = '';
