-- What panel members have typed of their own views and not recorded yet. It is taken away when the view is recorded.
CREATE TABLE view_drafts (
    ref {text} NOT NULL,
    member {text} NOT NULL,
    body {bytes} NOT NULL, -- JSON
    updated_at {text} NOT NULL,
    PRIMARY KEY (ref, member)
){strict};
