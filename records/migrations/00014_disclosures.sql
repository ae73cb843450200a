-- Answers to subject access requests in the making: what is decided of each part of a case's record. The parts themselves
-- stay where they are; the bundle that leaves is kept among the uploads.
CREATE TABLE disclosures (
    id {text} PRIMARY KEY,
    ref {text} NOT NULL,
    about {text} NOT NULL, -- who asked, as the letter that answers names them
    asked_on {text} NOT NULL,
    begun_by {text} NOT NULL,
    begun_at {text} NOT NULL,
    body {bytes} NOT NULL, -- what is decided, as JSON
    confirmed_by {text} NOT NULL, -- empty until a second person has confirmed it
    confirmed_at {text} NOT NULL,
    bundle {text} NOT NULL -- the upload that may leave; empty until then
){strict};

CREATE INDEX disclosures_by_case ON disclosures (ref, begun_at);
