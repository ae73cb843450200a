-- Letters given to a carrier outside, and what it said of them. What counts as done is in the case's events: this is how
-- a letter is found again at the carrier, and how nobody gives it twice.
CREATE TABLE handovers (
    reference {text} PRIMARY KEY, -- made by chance; the carrier knows the letter by it
    ref {text} NOT NULL,
    letter {text} NOT NULL,
    way {text} NOT NULL,
    sha256 {text} NOT NULL, -- of the PDF
    begun_at {text} NOT NULL,
    carrier {text} NOT NULL, -- the carrier's own ID, empty while nobody knows whether it was taken
    status {text} NOT NULL,
    told_at {text} NOT NULL,
    final {int} NOT NULL,
    recalled {int} NOT NULL,
    UNIQUE (ref, letter)
){strict};

CREATE INDEX handovers_open ON handovers (way, final);
CREATE INDEX handovers_carrier ON handovers (carrier);
