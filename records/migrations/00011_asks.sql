-- What families write on the council's page before they send it, kept until they come back, and what was sent, so that a
-- click that is tried again is one request. None of it is part of a case.
CREATE TABLE asks (
    hash {text} PRIMARY KEY, -- of the code that opens it again
    body {bytes} NOT NULL,
    expires_at {text} NOT NULL
){strict};

CREATE INDEX asks_by_expiry ON asks (expires_at);
