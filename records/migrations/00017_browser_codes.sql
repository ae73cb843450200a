-- Codes of families are good at the browser that asked for them: nobody else can use up their tries.
CREATE TABLE browser_codes (
    asked {text} PRIMARY KEY, -- a hash of what the browser holds
    ref {text} NOT NULL,
    addressee {text} NOT NULL,
    hash {text} NOT NULL,
    expires_at {text} NOT NULL,
    tries {int} NOT NULL
){strict};

DROP TABLE family_codes;
