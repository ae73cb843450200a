-- The meetings of the council's panels, and on which agenda each case is.

-- One line for each meeting, made from its events and made again with each of them.
CREATE TABLE meetings (
    ref {text} PRIMARY KEY,
    panel {text} NOT NULL,
    name {text} NOT NULL,
    held_on {text} NOT NULL,
    starts {text} NOT NULL, -- as 09:30, or empty
    moved_from {text} NOT NULL, -- the days it was moved away from, a space between them
    stage {text} NOT NULL,
    capacity {int} NOT NULL,
    shift {int} NOT NULL,   -- of a demonstration: its time less real time, in nanoseconds
    next_on {text} NOT NULL,
    next_why {text} NOT NULL,
    is_open {int} NOT NULL
){strict};
CREATE INDEX meetings_by_day ON meetings (held_on, ref);
CREATE UNIQUE INDEX one_meeting_a_day ON meetings (panel, held_on, shift) WHERE stage <> 'cancelled';

-- The chain of each meeting.
CREATE TABLE meeting_entries (
    ref {text} NOT NULL REFERENCES meetings (ref),
    seq {int} NOT NULL,
    kind {text} NOT NULL,
    fell_on {text} NOT NULL,
    recorded_at {text} NOT NULL, -- in the meeting's time
    stored_at {text} NOT NULL,   -- in real time
    key {text} NOT NULL,         -- of the command; may be empty
    digest {bytes} NOT NULL,     -- of salt and content
    link {bytes} NOT NULL,
    PRIMARY KEY (ref, seq)
){strict};
CREATE UNIQUE INDEX one_meeting_per_command ON meeting_entries (key) WHERE seq = 1 AND key <> '';
CREATE UNIQUE INDEX one_meeting_event_per_command ON meeting_entries (ref, key) WHERE key <> '';

-- The agenda on which a case is: the panel, the day and, where the register holds it, the meeting.
ALTER TABLE cases ADD COLUMN panel {text} NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN listed_on {text} NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN meeting {text} NOT NULL DEFAULT '';
CREATE INDEX cases_on_agenda ON cases (panel, listed_on, meeting) WHERE is_open = 1;
CREATE INDEX cases_of_meeting ON cases (meeting) WHERE is_open = 1;
