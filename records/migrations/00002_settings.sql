-- The council's settings in every version that was ever in force, and what stands in for content that was disposed of.

-- One chain. The file itself is the content of each entry.
CREATE TABLE settings (
    n {int} PRIMARY KEY, -- the version
    sha256 {text} NOT NULL, -- of the file
    stored_at {text} NOT NULL,
    person {text} NOT NULL, -- who put it in force
    account {text} NOT NULL,
    digest {bytes} NOT NULL, -- of salt and file
    link {bytes} NOT NULL
){strict};

-- What is left of an event whose content was disposed of: enough to fold the case, nothing that anybody wrote.
CREATE TABLE redactions (
    n {int} PRIMARY KEY,
    chain {text} NOT NULL,
    entry {int} NOT NULL,
    stored_at {text} NOT NULL,
    digest {bytes} NOT NULL, -- of salt and what is left
    link {bytes} NOT NULL,
    UNIQUE (chain, entry)
){strict};
