-- Messages to people of a panel that a reminder of their meeting owes them.
CREATE TABLE meeting_notices (
    ref {text} NOT NULL,
    person {text} NOT NULL,
    seq {int} NOT NULL, -- of the event that reminds
    what {text} NOT NULL, -- 'views_missing', 'meeting', 'not_opened' or 'not_closed'
    views {int} NOT NULL, -- how many views the person had not recorded
    owed_at {text} NOT NULL,
    taken_at {text} NOT NULL, -- when somebody began to send it; empty before
    ended_at {text} NOT NULL, -- when it was sent, or found not to be wanted; empty before
    outcome {text} NOT NULL, -- 'sent', or why not
    PRIMARY KEY (ref, person, seq)
){strict};

CREATE INDEX meeting_notices_owed ON meeting_notices (ended_at, owed_at);
