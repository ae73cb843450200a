-- Tokens by which the information system of a school, nursery or college asks and sends, and what each has sent, so that
-- a call that is tried again is one act.
CREATE TABLE service_tokens (
    hash {text} PRIMARY KEY, -- of the token: nobody can read it again
    id {text} NOT NULL UNIQUE,
    setting {text} NOT NULL,
    name {text} NOT NULL,
    acts_for {text} NOT NULL, -- the person of the setting in whose name it acts
    made_by {text} NOT NULL,
    made_at {text} NOT NULL,
    expires_at {text} NOT NULL,
    used_at {text} NOT NULL, -- empty until the first time
    uses {int} NOT NULL,
    ended_at {text} NOT NULL, -- empty while it is good
    ended_by {text} NOT NULL
){strict};

CREATE INDEX service_tokens_by_setting ON service_tokens (setting, made_at);

CREATE TABLE service_sent (
    setting {text} NOT NULL,
    send_key {text} NOT NULL, -- hash of what the system calls the sending
    content {text} NOT NULL, -- hash of what was sent
    arrived_at {text} NOT NULL,
    PRIMARY KEY (setting, send_key)
){strict};
