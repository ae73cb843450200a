-- Papers of cases that nobody has looked through yet for another child's name: they are looked through as soon as can be, also after
-- a restart.
CREATE TABLE paper_looks (
    owner {text} PRIMARY KEY, -- 'case/…/…': the case and the document
    owed_at {text} NOT NULL,
    tried_at {text} NOT NULL -- the last try; empty before
){strict};

CREATE INDEX paper_looks_by_try ON paper_looks (tried_at);
