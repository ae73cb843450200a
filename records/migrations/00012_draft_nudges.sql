-- Messages to a school that a request it began has not been sent: one for each draft, whatever happens.
CREATE TABLE draft_nudges (
    draft {text} PRIMARY KEY,
    person {text} NOT NULL, -- who was written to
    taken_at {text} NOT NULL, -- when somebody began to send it
    ended_at {text} NOT NULL, -- when it was sent, or found not to be wanted; empty before
    outcome {text} NOT NULL -- 'sent', or why not
){strict};
