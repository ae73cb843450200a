-- Messages to somebody in a family that there is something to read: one for each event and person, whatever happens.
CREATE TABLE family_notices (
    ref {text} NOT NULL,
    addressee {text} NOT NULL,
    seq {int} NOT NULL, -- of the event
    what {text} NOT NULL, -- 'decision', 'letter' or 'late'
    owed_at {text} NOT NULL,
    taken_at {text} NOT NULL, -- when somebody began to send it; empty before
    ended_at {text} NOT NULL, -- when it was sent, or found not to be wanted; empty before
    outcome {text} NOT NULL, -- 'sent', or why not
    PRIMARY KEY (ref, addressee, seq)
){strict};

CREATE INDEX family_notices_owed ON family_notices (ended_at, owed_at);
